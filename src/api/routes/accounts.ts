// Accounts: one's own, and for admins all of them.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { ROLES, type AccountChange } from '../../model/account.ts'
import { accountRefusalWords, changeAccount } from '../../pipeline/accounts.ts'
import { ACCOUNT_NAME } from '../../review/account-name.ts'
import { LONGEST_PASSWORD, PASSWORD_FAULTS, SHORTEST_PASSWORD, weaknessOf } from '../../review/password.ts'
import { base32, newRecoveryCodes, newTotpSecret, otpauth, totpStep } from '../../review/totp.ts'
import type { SessionRecord } from '../../store/accounts.ts'
import type { Desk } from '../desk.ts'
import { AskError, route, type Route, type Who } from '../route.ts'
import { tooBusy, tooManyTries } from './sign-in.ts'

const ACCOUNT = z.object({ name: z.string(), role: z.enum(ROLES), disabled: z.boolean(), mustChange: z.boolean(), totp: z.boolean(), createdAt: z.string() })
const SESSION = z.object({ id: z.string(), own: z.boolean().describe('the one that asks'), createdAt: z.string(), seenAt: z.string(), address: z.string().nullable(), agent: z.string().nullable() })
export const ACCOUNTS = z.object({ accounts: z.array(ACCOUNT.extend({ sessions: z.number() })) })
export const ONE_ACCOUNT = z.object({ account: ACCOUNT, recoveryCodes: z.number(), sessions: z.array(SESSION) })
export const NEW_PASSWORD = z.object({ password: z.string().nullable().describe('a first password, shown this once; null where its holder chose one') })
export const NEW_TOTP = z.object({ secret: z.string(), address: z.string().describe('for an authenticator app') })
export const RECOVERY = z.object({ codes: z.array(z.string()).describe('shown this once') })
const NOTHING = z.object({})

const NAMED = z.object({ account: ACCOUNT_NAME })
const TYPED = z.string().max(4000)
const OWN_OR_ADMIN = { param: 'account', others: 'admin' } as const
const OWN_ALONE = { param: 'account', others: 'nobody' } as const

/** What the log is told, and what stays open is told to close. */
async function change(desk: Desk, who: Who, one: AccountChange): Promise<void> {
  const changed = await changeAccount(desk.store, one, { by: who.name, headFile: await desk.headFile() })
  if (!changed.done) {
    const { message, next } = accountRefusalWords(changed.why, one.account)
    throw AskError.checked(changed.why === 'no_such_account' || changed.why === 'no_such_session' ? 404 : 409, changed.why, { account: one.account, ...(changed.why === 'nothing_to_do' ? { because: 'account' } : {}) }, message, next.replace(/^"dateline.*/, ''))
  }
  desk.sessions.tellEnded(changed.endedSessions)
}

async function hashed(desk: Desk, password: string): Promise<string> {
  const hash = await desk.signIn.hash(password)
  if (hash === null) throw tooBusy()
  return hash
}

/** Asks for the password again, so that a desk left open is not enough. */
async function mustKnow(desk: Desk, who: Who, password: string | undefined): Promise<void> {
  const known = await desk.signIn.knows(who.name, who.session ?? '', password ?? '')
  if (known.what === 'later') throw tooManyTries(known.againAt, desk.sessions.now)
  if (known.what === 'busy') throw tooBusy()
  if (known.what === 'wrong') throw new AskError(403, 'wrong_password', {}, 'That is not your password.', 'Type the password that you sign in with.')
}

/** A password that somebody is told and replaces at once: 100 bits in groups. */
const firstPassword = (): string => base32(randomBytes(13)).slice(0, 20).toLowerCase().replace(/(.{4})(?=.)/g, '$1-')

export const ACCOUNT_ROUTES: readonly Route[] = [
  route({
    method: 'get', path: '/api/accounts', role: 'admin', summary: 'All accounts', answer: ACCOUNTS,
    async handle({ desk }) {
      const [accounts, sessions] = [await desk.store.accounts.list(), Map.groupBy(await desk.store.accounts.sessions(), ({ account }) => account)]
      return { accounts: accounts.map((one) => ({ ...one, sessions: sessions.get(one.name)?.length ?? 0 })) }
    },
  }),
  route({
    method: 'post', path: '/api/accounts', role: 'admin', summary: 'Make an account; its first password is shown once, and has to be changed at the first sign-in', body: z.object({ account: ACCOUNT_NAME, role: z.enum(ROLES) }), answer: NEW_PASSWORD,
    async handle({ body: { account, role }, desk, who }) {
      if (!await desk.store.accounts.any()) throw new AskError(409, 'first_here', {}, 'The first account is made on the command line, with a password that you choose.', 'dateline account add NAME --role admin')
      const password = firstPassword()
      await change(desk, who, { change: 'add', account, role, password: await hashed(desk, password), mustChange: true })
      return { password }
    },
  }),
  route({
    method: 'get', path: '/api/accounts/:account', role: 'reader', own: OWN_OR_ADMIN, summary: 'An account and where it is signed in', params: NAMED, answer: ONE_ACCOUNT,
    async handle({ params: { account: name }, desk, who }) {
      const account = (await desk.store.accounts.list()).find((one) => one.name === name)
      if (account === undefined) return null
      return { account, recoveryCodes: await desk.store.accounts.recoveryCodesLeft(name), sessions: (await desk.store.accounts.sessions(name)).map((session) => sessionAnswer(session, who)) }
    },
  }),
  route({
    method: 'post', path: '/api/accounts/:account/role', role: 'admin', summary: 'Give an account another role, from its next request on', params: NAMED, body: z.object({ role: z.enum(ROLES) }), answer: NOTHING,
    async handle({ params: { account }, body: { role }, desk, who }) { await change(desk, who, { change: 'role', account, role }); return {} },
  }),
  ...(['disable', 'enable'] as const).map((what) => route({
    method: 'post', path: `/api/accounts/:account/${what}`, role: 'admin', summary: what === 'disable' ? 'Let nobody sign in with an account; whoever is signed in is out at once' : 'Let an account sign in again', params: NAMED, body: NOTHING, answer: NOTHING,
    async handle({ params: { account }, desk, who }) { await change(desk, who, { change: what, account }); return {} },
  })),
  route({
    method: 'post', path: '/api/accounts/:account/password', role: 'reader', own: OWN_OR_ADMIN, summary: 'Change one\'s password, or give another account a first password; every other session of the account ends', params: NAMED, answer: NEW_PASSWORD,
    body: z.object({ current: TYPED.optional(), next: TYPED.optional() }).describe('one\'s own: both; another\'s: neither'),
    async handle({ params: { account }, body: { current, next }, desk, who }) {
      if (account !== who.name || who.session === null) {
        const password = firstPassword()
        await change(desk, who, { change: 'password', account, password: await hashed(desk, password), mustChange: true, keepSession: null, keepDevice: null })
        return { password }
      }
      await mustKnow(desk, who, current)
      const weakness = next === undefined ? 'missing' : next === current ? 'same' : weaknessOf(next, account)
      if (weakness !== null) throw new AskError(400, 'weak_password', { because: weakness, least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD }, { missing: 'A new password is missing.', same: 'That is the password you have.', ...PASSWORD_FAULTS }[weakness])
      const session = (await desk.store.accounts.sessionOf(who.session))?.session
      await change(desk, who, { change: 'password', account, password: await hashed(desk, next!), mustChange: false, keepSession: who.session, keepDevice: session?.device ?? null })
      return { password: null }
    },
  }),
  route({
    method: 'post', path: '/api/accounts/:account/totp/begin', role: 'reader', own: OWN_ALONE, summary: 'A new key for one-time codes, to be confirmed by a code', params: NAMED, body: z.object({ password: TYPED }), answer: NEW_TOTP,
    async handle({ params: { account }, body: { password }, desk, who }) {
      await mustKnow(desk, who, password)
      if ((await desk.store.accounts.find(account))?.totpSecret != null) throw new AskError(409, 'nothing_to_do', { because: 'codes_on' }, 'One-time codes are asked for already.', 'Turn them off first to have another key.')
      const secret = newTotpSecret()
      await desk.store.accounts.keepPendingTotp(account, secret)
      return { secret, address: otpauth(secret, account) }
    },
  }),
  route({
    method: 'post', path: '/api/accounts/:account/totp/confirm', role: 'reader', own: OWN_ALONE, summary: 'Ask for one-time codes from now on; gives recovery codes', params: NAMED, body: z.object({ code: z.string().max(20) }), answer: RECOVERY,
    async handle({ params: { account }, body: { code }, desk, who }) {
      const secret = (await desk.store.accounts.find(account))?.totpPending ?? null
      const step = secret === null ? null : totpStep(secret, code, desk.sessions.now)
      if (secret === null || step === null) throw new AskError(403, 'wrong_code', {}, 'That code does not fit.', 'Wait for the next one, and see that the clock of your phone is right.')
      const { codes, hashes } = newRecoveryCodes()
      await change(desk, who, { change: 'totp_on', account, secret, recovery: hashes, step })
      return { codes }
    },
  }),
  route({
    method: 'post', path: '/api/accounts/:account/totp/off', role: 'reader', own: OWN_OR_ADMIN, summary: 'Ask for no one-time codes any more: one\'s own with the password, another\'s for whoever lost the phone', params: NAMED, body: z.object({ password: TYPED.optional() }), answer: NOTHING,
    async handle({ params: { account }, body: { password }, desk, who }) {
      if (account === who.name && who.session !== null) await mustKnow(desk, who, password)
      await change(desk, who, { change: 'totp_off', account })
      return {}
    },
  }),
  route({
    method: 'post', path: '/api/accounts/:account/sessions/:session/revoke', role: 'reader', own: OWN_OR_ADMIN, summary: 'End a session', params: NAMED.extend({ session: z.string().min(1).max(100) }), body: NOTHING, answer: NOTHING,
    async handle({ params: { account, session }, desk, who }) { await change(desk, who, { change: 'revoke', account, session }); return {} },
  }),
  route({
    method: 'post', path: '/api/accounts/:account/sessions/revoke', role: 'reader', own: OWN_OR_ADMIN, summary: 'End every session and forget every device of an account', params: NAMED, body: NOTHING, answer: NOTHING,
    async handle({ params: { account }, desk, who }) { await change(desk, who, { change: 'revoke', account, session: null }); return {} },
  }),
]

function sessionAnswer({ id, createdAt, seenAt, address, agent }: SessionRecord, who: Who): z.input<typeof SESSION> {
  return { id, own: id === who.session, createdAt: new Date(createdAt).toISOString(), seenAt: new Date(seenAt).toISOString(), address, agent }
}

export type AccountsAnswer = z.output<typeof ACCOUNTS>
export type OneAccountAnswer = z.output<typeof ONE_ACCOUNT>
export type NewPasswordAnswer = z.output<typeof NEW_PASSWORD>
export type NewTotpAnswer = z.output<typeof NEW_TOTP>
export type RecoveryAnswer = z.output<typeof RECOVERY>
