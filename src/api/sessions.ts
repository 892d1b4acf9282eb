// Who is signed in: sessions on this side, a cookie with a random token on the other.
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Account } from '../model/account.ts'
import type { Accounts, SessionRecord } from '../store/accounts.ts'
import type { Who } from './who.ts'

/** Called "__Host-dateline" and "__Host-dateline-device" by the browser: for this host alone, over TLS alone (or on this very machine). */
const SESSION = 'dateline', DEVICE = 'dateline-device'
const DEVICE_DAYS = 180
const DAY_MS = 86_400_000
/** A session is said to have been used at most so often. */
const SEEN_MS = 60_000
const TIDY_MS = 3_600_000

export interface SessionRules {
  idleMs: number
  longestMs: number
  now: () => number
}

/** SHA-256 of what a cookie holds: what is kept of it. */
export const tokenHash = (token: string): string => createHash('sha256').update(`token ${token}`).digest('hex')
/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export class Sessions {
  readonly #accounts: Accounts
  readonly #rules: SessionRules
  readonly #ended = new Set<(ids: readonly string[]) => void>()
  #tidied = 0

  constructor(accounts: Accounts, rules: SessionRules) {
    this.#accounts = accounts
    this.#rules = rules
  }

  get now(): number { return this.#rules.now() }

  /** Whoever the request's cookie lets in, as the account is now, with the token that its page must send along; null where nobody is. `byItself`: the page asked without anybody using it. */
  async whoAsks(context: Context, byItself: boolean): Promise<{ who: Who, token: string } | null> {
    const token = getCookie(context, SESSION, 'host')
    if (token === undefined || token.length > 100) return null
    const found = await this.#accounts.session(tokenHash(token))
    if (found === null || !this.#lasts(found)) return null
    const { session, account } = found, { now } = this
    // never waits for whoever writes to the store, and does no harm where it fails: the session ends earlier
    if (!byItself && now - session.seenAt > SEEN_MS) void this.#accounts.seeSession(session.id, now).catch(() => undefined)
    return { who: { name: account.name, role: account.role, session: session.id, mustChange: account.mustChange }, token: pageToken(token) }
  }

  /** Whether a session goes on, for what stays open longer than a request. */
  async goesOn(id: string): Promise<boolean> {
    const found = await this.#accounts.sessionOf(id)
    return found !== null && this.#lasts(found)
  }

  #lasts({ session, account }: { session: SessionRecord, account: Account }): boolean {
    const { now } = this
    return !account.disabled && now - session.seenAt < this.#rules.idleMs && now - session.createdAt < this.#rules.longestMs
  }

  /** The device's cookie; null where there is none. */
  deviceToken(context: Context): string | null {
    const token = getCookie(context, DEVICE, 'host')
    return token === undefined || token.length > 100 ? null : token
  }

  /** Gives the browser its cookies; a session that it had before ends. Gives the token that its page must send along. */
  async begin(context: Context, { token, deviceToken }: { token: string, deviceToken: string }): Promise<string> {
    await this.#end(context)
    const cookie = { prefix: 'host', path: '/', httpOnly: true, secure: true, sameSite: 'Strict' } as const
    setCookie(context, SESSION, token, { ...cookie, maxAge: Math.floor(this.#rules.longestMs / 1000) })
    setCookie(context, DEVICE, deviceToken, { ...cookie, maxAge: DEVICE_DAYS * DAY_MS / 1000 })
    await this.#tidy()
    return pageToken(token)
  }

  /** Ends the request's own session, where it has one, and takes its cookie away. */
  async leave(context: Context): Promise<void> {
    if (await this.#end(context)) deleteCookie(context, SESSION, { prefix: 'host', path: '/', secure: true })
  }

  /** false where the request came with no cookie of a session. */
  async #end(context: Context): Promise<boolean> {
    const token = getCookie(context, SESSION, 'host')
    if (token === undefined) return false
    const found = await this.#accounts.session(tokenHash(token))
    if (found !== null) {
      await this.#accounts.endSession(found.session.id)
      this.tellEnded([found.session.id])
    }
    return true
  }

  /** Sessions that ended here are told to what stays open. */
  tellEnded(ids: readonly string[]): void { if (ids.length > 0) for (const one of this.#ended) one(ids) }
  onEnded(tell: (ids: readonly string[]) => void): void { this.#ended.add(tell) }
  offEnded(tell: (ids: readonly string[]) => void): void { this.#ended.delete(tell) }

  async #tidy(): Promise<void> {
    const { now } = this
    if (now - this.#tidied < TIDY_MS) return
    this.#tidied = now
    await this.#accounts.forgetBefore({ seen: now - this.#rules.idleMs, created: now - this.#rules.longestMs, device: now - DEVICE_DAYS * DAY_MS })
  }
}

/** What the page of a session sends along: made of the session's token, which pages elsewhere do not have and scripts cannot read. */
function pageToken(token: string): string {
  return createHash('sha256').update(`page ${token}`).digest('base64url')
}
