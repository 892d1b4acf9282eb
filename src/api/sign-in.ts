// Signing in: how many tries are looked at, the password, the code, the session. What is wrong is never told apart from
// what is not there, and takes as long.
import { createHash, randomBytes } from 'node:crypto'
import { ACCOUNT_NAME } from '../review/account-name.ts'
import { costsOther, hashOfNobody, hashPassword, passwordFits, PASSWORD_COST, type PasswordCost } from '../review/password.ts'
import { recoveryHash, totpStep } from '../review/totp.ts'
import type { Accounts, Budget, Try } from '../store/accounts.ts'
import { PasswordGate } from './password-gate.ts'
import { newToken, tokenHash } from './sessions.ts'

export const WINDOW_MS = 3_600_000
/** Failed tries that are looked at in an hour. Strangers, who never signed in to that account from their device, share the account's; a device that did has its own, so that strangers never lock its owner out. */
export const TRIES = { account: 50, address: 100, device: 20, code: 10 } as const

export interface Asked {
  name: string
  password: string
  /** One-time or recovery code. */
  code: string | null
}

export interface From {
  /** As addressKey gives it. */
  addressKey: string
  address: string | null
  agent: string | null
  /** What the device's cookie holds. */
  deviceToken: string | null
}

/** `later`: too many tries; at that moment (milliseconds since 1970) there is room again. `busy`: too many at this very moment. */
export type SignedIn =
  | { what: 'in', account: string, token: string, deviceToken: string }
  | { what: 'needs_code' | 'wrong' | 'wrong_code' | 'busy' }
  | { what: 'later', againAt: number }

export interface SignInOptions {
  now: () => number
  /** For tests: a cheaper hash. */
  cost?: PasswordCost
}

export class SignIn {
  readonly #accounts: Accounts
  readonly #now: () => number
  readonly #cost: PasswordCost
  readonly #nobody: string
  readonly #gate = new PasswordGate()

  constructor(accounts: Accounts, { now, cost = PASSWORD_COST }: SignInOptions) {
    this.#accounts = accounts
    this.#now = now
    this.#cost = cost
    this.#nobody = hashOfNobody(cost)
  }

  /** A new password's hash; null where too many are hashed at this moment. */
  hash(password: string): Promise<string | null> {
    return this.#gate.run(true, () => hashPassword(password, this.#cost))
  }

  /** Looks at a try, where there is room for it. */
  async try({ name: typed, password, code }: Asked, from: From): Promise<SignedIn> {
    const parsed = ACCOUNT_NAME.safeParse(typed), name = parsed.success ? parsed.data : typed
    const account = parsed.success ? await this.#accounts.find(name) : null
    const before = from.deviceToken === null ? null : tokenHash(from.deviceToken)
    const device = before === null || account === null ? null : await this.#accounts.device(before, name)
    const one: Try = { at: this.#now(), step: 'password', account: nameHash(parsed.success ? name : null), address: from.addressKey, device }
    const looked = await this.#look(one, password, account?.password ?? this.#nobody)
    if ('what' in looked) return looked
    if (account === null || account.disabled || !looked.fits) return { what: 'wrong' }
    if (account.totpSecret !== null) {
      if (code === null) { await this.#accounts.settleTry(looked.seq, 'right'); return { what: 'needs_code' } }
      const fault = await this.#lookAtCode({ ...one, step: 'code' }, name, account.totpSecret, code)
      await this.#accounts.settleTry(looked.seq, 'right')
      if (fault !== null) return fault
    } else await this.#accounts.settleTry(looked.seq, 'right')

    let kept = account.password
    if (costsOther(kept, this.#cost)) {
      const better = await this.hash(password)
      if (better !== null) { await this.#accounts.rehash(name, kept, better); kept = better }
    }
    const token = newToken(), deviceToken = newToken()
    const opened = await this.#accounts.openSession({
      id: randomBytes(8).toString('hex'), token: tokenHash(token), account: name, address: from.address, agent: from.agent, at: this.#now(),
      device: { id: device ?? randomBytes(8).toString('hex'), before, token: tokenHash(deviceToken) },
    }, kept)
    return opened ? { what: 'in', account: name, token, deviceToken } : { what: 'wrong' }
  }

  /** Whether whoever is signed in knows the password of the account: for what asks for it again. Counted by the session, so that nobody guesses it at a desk left open. */
  async knows(name: string, session: string, password: string): Promise<{ what: 'right' | 'wrong' | 'busy' } | { what: 'later', againAt: number }> {
    const account = await this.#accounts.find(name)
    const looked = await this.#look({ at: this.#now(), step: 'password', account: nameHash(name), address: 'signed in', device: `session ${session}` }, password, account?.password ?? this.#nobody)
    if ('what' in looked) return looked
    if (!looked.fits || account === null) return { what: 'wrong' }
    await this.#accounts.settleTry(looked.seq, 'right')
    return { what: 'right' }
  }

  /** The try is counted before it is looked at, so that of many at once no more are looked at than there is room for. */
  async #look(one: Try, password: string, hash: string): Promise<{ seq: number, fits: boolean } | { what: 'busy' } | { what: 'later', againAt: number }> {
    const taken = await this.#accounts.takeTry(one, budgetsOf(one), WINDOW_MS)
    if ('againAt' in taken) return { what: 'later', againAt: taken.againAt }
    const fits = await this.#gate.run(one.device !== null, () => passwordFits(password, hash))
    if (fits !== null) return { seq: taken.seq, fits }
    await this.#accounts.settleTry(taken.seq, 'dropped')
    return { what: 'busy' }
  }

  /** null where the code is right; it is used up then. */
  async #lookAtCode(one: Try, name: string, secret: string, code: string): Promise<SignedIn | null> {
    const taken = await this.#accounts.takeTry(one, budgetsOf(one), WINDOW_MS)
    if ('againAt' in taken) return { what: 'later', againAt: taken.againAt }
    const step = totpStep(secret, code, this.#now()), recovery = recoveryHash(code)
    const right = step !== null ? await this.#accounts.takeTotpStep(name, step) : recovery !== null && await this.#accounts.takeRecoveryCode(name, recovery)
    if (!right) return { what: 'wrong_code' }
    await this.#accounts.settleTry(taken.seq, 'right')
    return null
  }
}

function budgetsOf({ step, account, address, device }: Try): Budget[] {
  if (step === 'code') return [device === null ? { by: 'account', key: account, step, most: TRIES.code } : { by: 'device', key: device, account, step, most: TRIES.code }]
  if (device !== null) return [{ by: 'device', key: device, account, step, most: TRIES.device }]
  return [{ by: 'account', key: account, step, most: TRIES.account }, { by: 'address', key: address, step, most: TRIES.address }]
}

/** What is kept of a name that was typed: people type passwords there. null: it cannot be an account's. */
function nameHash(name: string | null): string {
  return name === null ? 'no name' : createHash('sha256').update(`name ${name}`).digest('hex').slice(0, 32)
}
