// Who may do what: accounts with one role each, and what is done to an account.

/** Roles in rising order; each may do what those before it may: read; decide; publish; run the desk. */
export const ROLES = ['reader', 'analyst', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** An account without its secrets. */
export interface Account {
  /** As people sign in and as decisions are signed: lower case. */
  name: string
  role: Role
  /** true: nobody can sign in with it. Accounts are never taken away, for decisions are signed with them. */
  disabled: boolean
  /** true: whoever signs in chooses a password of their own before anything else. */
  mustChange: boolean
  /** true: signing in also takes a code. */
  totp: boolean
  /** ISO */
  createdAt: string
}

/** The secrets of an account as they are kept. */
export interface AccountSecrets {
  /** The password's hash with its parameters, as PHC strings have it. */
  password: string
  /** The key of one-time codes, base32; null without them. */
  totpSecret: string | null
  /** A key that was shown and is not confirmed yet. */
  totpPending: string | null
}

/** One change of an account. `password` is a hash, `recovery` are hashes: what is kept, never what people type. */
export type AccountChange =
  | { change: 'add', account: string, role: Role, password: string, mustChange: boolean }
  | { change: 'role', account: string, role: Role }
  /** Ends every session but `keepSession` and forgets every device but `keepDevice`. */
  | { change: 'password', account: string, password: string, mustChange: boolean, keepSession: string | null, keepDevice: string | null }
  /** `step`: the time step of the code that confirmed it. */
  | { change: 'totp_on', account: string, secret: string, recovery: readonly string[], step: number }
  | { change: 'totp_off', account: string }
  | { change: 'disable' | 'enable', account: string }
  /** Ends one session, or all of them and forgets the devices. */
  | { change: 'revoke', account: string, session: string | null }

/** A change as the log has it: without anything that lets somebody in. */
export type LoggedAccountChange =
  | { change: 'add' | 'role', account: string, role: Role }
  | { change: 'password' | 'totp_on' | 'totp_off' | 'disable' | 'enable', account: string }
  | { change: 'revoke', account: string, session: string | null }

/** What the log says of a change. */
export function loggedChange(change: AccountChange): LoggedAccountChange {
  switch (change.change) {
    case 'add': case 'role': return { change: change.change, account: change.account, role: change.role }
    case 'revoke': return { change: 'revoke', account: change.account, session: change.session }
    default: return { change: change.change, account: change.account }
  }
}

/** The log's subject of entries about an account. */
export const accountSubject = (account: string): string => `account ${account}`
