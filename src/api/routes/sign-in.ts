// Signing in and out.
import { z } from 'zod'
import { addressKey } from '../asker-address.ts'
import { AskError, openRoute, type Route } from '../route.ts'

const LONGEST_TYPED = 4000

export const SIGN_IN = z.object({
  name: z.string().min(1).max(200), password: z.string().max(LONGEST_TYPED), code: z.string().trim().max(100).optional().describe('one-time or recovery code, where the account asks for one'),
})
export const SIGNED_IN = z.object({ what: z.enum(['in', 'needs_code']) })

/** When there is room for another try: the moment, and for whoever reads. */
export function tooManyTries(againAt: number, now: number): AskError {
  const seconds = Math.max(1, Math.ceil((againAt - now) / 1000)), minutes = Math.ceil(seconds / 60)
  return new AskError(429, 'too_many_tries', { again: new Date(againAt).toISOString(), seconds }, `There were too many failed tries. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`, 'A device from which you have signed in before can go on trying.')
}

export const tooBusy = (): AskError => new AskError(503, 'busy', {}, 'Too many are signing in at this moment.', 'Try again in a few seconds.')

export const SIGN_IN_ROUTES: readonly Route[] = [
  openRoute({
    method: 'post', path: '/api/sign-in', role: 'anyone', summary: 'Sign in; the session stands in a cookie', body: SIGN_IN, answer: SIGNED_IN,
    async handle({ body: { name, password, code }, desk, context }) {
      if (!await desk.store.accounts.any()) throw new AskError(409, 'no_accounts', {}, 'There are no accounts, and nobody need sign in.', 'An account is made with "dateline account add".')
      const address = desk.addressOf(context)
      const tried = await desk.signIn.try({ name, password, code: code === undefined || code === '' ? null : code }, { addressKey: addressKey(address), address, agent: context.req.header('user-agent') ?? null, deviceToken: desk.sessions.deviceToken(context) })
      switch (tried.what) {
        case 'in': await desk.sessions.begin(context, tried); return { what: 'in' as const }
        case 'needs_code': return { what: 'needs_code' as const }
        case 'wrong': throw new AskError(401, 'wrong', {}, 'There is no account of that name with that password.', 'Look at both again. An admin can give you a new password.')
        case 'wrong_code': throw new AskError(401, 'wrong_code', {}, 'That code does not fit, or was used already.', 'Wait for the next one, and see that the clock of your phone is right. A recovery code will do, too.')
        case 'busy': throw tooBusy()
        case 'later':
          context.header('retry-after', String(Math.max(1, Math.ceil((tried.againAt - desk.sessions.now) / 1000))))
          throw tooManyTries(tried.againAt, desk.sessions.now)
      }
    },
  }),
  openRoute({
    method: 'post', path: '/api/sign-out', role: 'anyone', summary: 'End the session', body: z.object({}), answer: z.object({}),
    async handle({ desk, context }) {
      await desk.sessions.leave(context)
      return {}
    },
  }),
]

export type SignedInAnswer = z.output<typeof SIGNED_IN>
