// Accounts as a store keeps them: each change with its entry in the log, in one step.
import type { Account, AccountChange, AccountSecrets } from '../model/account.ts'
import type { LogEntry } from '../model/log.ts'

/** Why a change was not made; nothing was kept. `last_admin`: nobody could run the desk afterwards. `first_admin`: the first account has to be an admin's. */
export type AccountRefusal = 'exists' | 'no_such_account' | 'no_such_session' | 'last_admin' | 'first_admin' | 'nothing_to_do'

export type AccountChanged = { done: true, entry: LogEntry, endedSessions: string[] } | { done: false, why: AccountRefusal }

/** A session as its account's holder and admins see it. Times are milliseconds since 1970. */
export interface SessionRecord {
  id: string
  account: string
  /** The device's id, null where it was forgotten. */
  device: string | null
  createdAt: number
  seenAt: number
  address: string | null
  /** What the browser called itself. */
  agent: string | null
}

/** A session to be kept. `token`, `deviceToken`: SHA-256 of what the cookies hold. */
export interface NewSession {
  id: string
  token: string
  account: string
  address: string | null
  agent: string | null
  at: number
  /** The device from now on: its cookie's hash until now (null: it had none) and from now on. */
  device: { id: string, before: string | null, token: string }
}

/** How many tries are looked at. Those of strangers and those of a device that was signed in before are counted apart. */
export interface Budget {
  by: 'account' | 'address' | 'device'
  key: string
  step: 'password' | 'code'
  /** For `device`: of this account alone. */
  account?: string
  /** Failed tries, within the window. */
  most: number
}

/** A try that is about to be looked at. `account`: a hash of the name that was given. `device`: null for a stranger's. */
export interface Try {
  at: number
  step: 'password' | 'code'
  account: string
  address: string
  device: string | null
}

export interface Accounts {
  /** Whether there are any. */
  any(): Promise<boolean>
  /** By name. */
  list(): Promise<Account[]>
  find(name: string): Promise<(Account & AccountSecrets) | null>
  /** Changes an account and appends that to the log, signed by `by`, whole or not at all. */
  change(change: AccountChange, by: string): Promise<AccountChanged>
  /** The same password under other parameters: no change of the account. */
  rehash(account: string, before: string, after: string): Promise<void>
  /** Keeps a key of one-time codes until it is confirmed. */
  keepPendingTotp(account: string, secret: string): Promise<void>
  /** Takes a code's time step; false where it, or a later one, was taken already. */
  takeTotpStep(account: string, step: number): Promise<boolean>
  /** Takes a recovery code; false where there is none of that hash. */
  takeRecoveryCode(account: string, hash: string): Promise<boolean>
  recoveryCodesLeft(account: string): Promise<number>

  /** false, and nothing kept, where the account is disabled or its password's hash is no longer `password`: it was changed while somebody was signing in. */
  openSession(session: NewSession, password: string): Promise<boolean>
  /** The session of a cookie's hash with its account as it is now. Whether it has run out is for the asker to say. */
  session(token: string): Promise<{ session: SessionRecord, account: Account } | null>
  /** The same by the session's id. */
  sessionOf(id: string): Promise<{ session: SessionRecord, account: Account } | null>
  seeSession(id: string, at: number): Promise<void>
  /** Latest first; of one account or of all. */
  sessions(account?: string): Promise<SessionRecord[]>
  /** Whoever signs out; nothing for the log. */
  endSession(id: string): Promise<void>
  /** Takes away sessions that nobody came back to and devices that were not used since. */
  forgetBefore(moments: { seen: number, created: number, device: number }): Promise<void>
  /** The device of a cookie's hash, where that account was signed in to from it. */
  device(token: string, account: string): Promise<string | null>

  /** Counts a try as failed until `settleTry` says otherwise, where every budget has room; else says from when on there is some. Looking and counting are one step. */
  takeTry(one: Try, budgets: readonly Budget[], windowMs: number): Promise<{ seq: number } | { againAt: number }>
  /** `right`: it does not count any more. `dropped`: it was not looked at after all. */
  settleTry(seq: number, how: 'right' | 'dropped'): Promise<void>
}
