import type { Role } from '../model/account.ts'

/** Who asks. */
export interface Who {
  /** What decisions and the log are signed with: the account's name, or without accounts the name of whoever runs the desk. */
  name: string
  role: Role
  /** The session that the request came with; null for whoever sits at this machine, without accounts. */
  session: string | null
  /** true: nothing but one's own account until the password is changed. */
  mustChange: boolean
}
