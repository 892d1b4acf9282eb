// Every refusal of the API: its code, and the particulars that it tells beside its sentence, so that a page can word it in the
// reader's language. The sentence itself (`message`, `next`) is English, for whoever uses the API without such a page.
import { z } from 'zod'
import { ROLES } from '../model/account.ts'
import { DECIDED } from './told-decision.ts'

const PLAIN = z.object({})
const ACCOUNT = z.object({ account: z.string() })

/** Particulars by code. */
export const REFUSALS = {
  // who asks, and how
  sign_in: PLAIN, not_yours: PLAIN, change_password: PLAIN, wrong_host: PLAIN, wrong_origin: PLAIN, no_token: PLAIN, through_a_proxy: PLAIN, not_the_proxy: PLAIN,
  not_allowed: z.object({ needed: z.enum(ROLES), name: z.string(), role: z.enum(ROLES), because: z.enum(['role', 'published']).describe('published: it takes back what was published, or a withdrawal') }),
  // what is asked
  no_such_route: PLAIN, not_there: PLAIN, not_json: PLAIN, not_files: PLAIN, no_files: PLAIN, no_address: PLAIN, no_door: PLAIN,
  not_understood: z.object({ where: z.enum(['address', 'body']), fields: z.array(z.string()).describe('paths of what is not as expected') }),
  too_large: z.object({ bytes: z.number().describe('the most that is taken') }),
  read_only: z.object({ what: z.enum(['add', 'decide']) }), too_many: z.object({ what: z.enum(['waiting', 'desks']) }), fault: PLAIN,
  // accounts
  wrong: PLAIN, wrong_password: PLAIN, wrong_code: PLAIN, busy: PLAIN, no_accounts: PLAIN, first_here: PLAIN,
  too_many_tries: z.object({ again: z.string().describe('when the next try is looked at'), seconds: z.number() }),
  weak_password: z.object({ because: z.enum(['missing', 'same', 'short', 'long', 'repeats', 'name']), least: z.number(), most: z.number() }),
  exists: ACCOUNT, no_such_account: ACCOUNT, no_such_session: ACCOUNT, last_admin: ACCOUNT, first_admin: ACCOUNT,
  // decisions
  nothing_to_do: z.object({ because: z.enum(['accepted', 'published', 'not_published', 'not_judged', 'undone', 'claim_found', 'codes_on', 'account']), decision: z.number().optional(), by: z.number().optional().describe('the decision that undid it'), claim: z.string().optional(), account: z.string().optional() }),
  moved: z.object({ moved: z.array(z.object({ subject: z.string(), incident: z.string().nullable(), state: z.string(), since: z.array(DECIDED) })) }),
  moved_on: z.object({ incident: z.string(), because: z.enum(['unknown', 'gone']) }),
  not_its_claim: z.object({ claim: z.string(), because: z.enum(['other', 'unnamed', 'unknown']), incident: z.string().optional().describe('whose it is') }),
  not_accepted: z.object({ because: z.enum(['not_judged', 'changed']) }), own_decision: z.object({ by: z.string() }), no_such_decision: z.object({ decision: z.number() }), one_incident: PLAIN, all_claims: PLAIN,
  no_such_number: z.object({ number: z.number(), numbers: z.number() }),
  wrong_words: z.object({ because: z.enum(['no_report', 'elsewhere', 'outside_claim', 'absent', 'several', 'no_words']) }), no_words: PLAIN,
  // the store under it
  store_absent: PLAIN, store_not_a_store: PLAIN, store_too_new: PLAIN, store_read_only: PLAIN, store_no_permission: PLAIN, store_full: PLAIN, store_busy: PLAIN, store_damaged: PLAIN, store_ambiguous: PLAIN, store_settings: PLAIN,
} satisfies Record<string, z.ZodObject>

export type RefusalCode = keyof typeof REFUSALS
/** What a refusal tells beside its sentence. */
export type Particulars<Code extends RefusalCode> = z.output<(typeof REFUSALS)[Code]>
/** A refusal as the API answers it. */
export type ToldRefusal = { [Code in RefusalCode]: { error: Code, message: string, next: string } & Particulars<Code> }[RefusalCode]
