// What the routes stand on: the store, the overview kept in memory, whoever listens, and the ways to add and to decide.
import type { Context } from 'hono'
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Decide } from './deciding.ts'
import type { Intake } from './intake.ts'
import type { Listeners } from './listeners.ts'
import type { Overview } from './overview/overview.ts'
import type { Sessions } from './sessions.ts'
import type { SignIn } from './sign-in.ts'
import type { Towns } from './towns.ts'
import type { Store } from '../store/store.ts'

export interface Desk {
  store: Store
  /** The overview as it stands; replaced when the record has changed. */
  overview(): Overview
  listeners: Listeners
  /** null: nothing can be added, because the folder cannot be written to. */
  intake: Intake | null
  /** null: nothing can be decided, for the same reason. */
  decide: Decide | null
  gazetteer: Gazetteer
  towns: Towns
  /** What a page must send along with whatever changes something, where nobody has signed in. */
  token: string
  sessions: Sessions
  signIn: SignIn
  /** From where a request comes; see asker-address.ts. */
  addressOf(context: Context): string | null
  /** A file to which the log's new heads are written; null: none. */
  headFile(): Promise<string | null>
  version: string
  /** The name of whoever runs the desk: who asks where there are no accounts. */
  localName: string
}
