// Deciding: what wants a person's look, and what a person says of it.
import { z } from 'zod'
import { ROLES, type Role } from '../../model/account.ts'
import { decisionSubject, type Decision, type DecisionKind, type DecisionRequest } from '../../model/decision.ts'
import type { Decided } from '../../pipeline/decide.ts'
import { decisionOf } from '../../review/in-force.ts'
import { bitsOf, NEEDS, needsIn, PRESSING, type Need } from '../../review/needs.ts'
import { DECISION_REQUEST } from '../../review/schema.ts'
import { LOOK_CAUSES, type Standing } from '../../review/standing.ts'
import { decisionWords, standingWords } from '../../review/words.ts'
import type { Moved, Store } from '../../store/store.ts'
import { rowAnswer } from '../answers.ts'
import { incidentOf, incidentsNow } from '../deciding.ts'
import { needWords } from '../need-words.ts'
import { FILTERS } from '../overview/filters.ts'
import type { Overview } from '../overview/overview.ts'
import type { Particulars } from '../refusals.ts'
import { AskError, route, type Route } from '../route.ts'
import { DECIDED, decidedAnswer, TOLD_DECISION, toldDecision } from '../told-decision.ts'
import { ROW } from '../schemas/shared.ts'

const NEED = z.enum(NEEDS)
const REASONS = z.string().max(200).optional().transform((text, context): Need[] => {
  if (text === undefined || text === '') return [...PRESSING]
  const asked = text.split(','), known = asked.filter((one): one is Need => (NEEDS as readonly string[]).includes(one))
  if (known.length < asked.length) { context.addIssue({ code: 'custom', message: `expected some of ${NEEDS.join(', ')}` }); return z.NEVER }
  return known
})

const LOOK = z.object({ decision: z.number(), kind: z.string(), by: z.string(), at: z.string(), told: TOLD_DECISION, words: z.string(), causes: z.array(z.enum(LOOK_CAUSES)), standing: z.string().describe('the causes in words') })
/** Decisions without an incident that are answered at once: whoever goes through them sees the next as these are taken back. */
const MOST_LOOSE = 50

export const QUEUE = z.object({
  revision: z.number(), total: z.number(), offset: z.number(),
  counts: z.array(z.object({ why: NEED, count: z.number() })).describe('for every reason, worst first, whatever reasons are chosen'),
  rows: z.array(ROW.extend({ needs: z.array(z.object({ why: NEED, words: z.string() })), looks: z.array(LOOK).describe('decisions on it that need another look, where that is one of its needs') })),
  loose: z.object({ total: z.number(), decisions: z.array(LOOK.extend({ state: z.string().describe('what taking it back names') })) }).describe('decisions that need another look and whose incidents are found no more, the first of them; none where that reason is not chosen'),
})

export const TAKEN = DECIDED.extend({ incidents: z.array(z.string()).describe('what the incidents it was on are now'), headTrouble: z.string().nullable() })

/** What the log's head stands for of one subject that changed. */
export type MovedAnswer = Particulars<'moved'>['moved'][number]

/** Kinds of decision that take a higher role than an analyst's: what is published is for editors. */
export const RAISED: Readonly<Partial<Record<DecisionKind, Role>>> = { publish: 'editor', withdraw: 'editor' }

export const DECISION_ROUTES: readonly Route[] = [
  route({
    method: 'get', path: '/api/queue', role: 'reader', summary: 'What wants a person\'s look, worst first, with the reasons in words', answer: QUEUE,
    query: FILTERS.extend({ why: REASONS.describe(`reasons, any of ${NEEDS.join(', ')}; without: ${PRESSING.join(', ')}`), offset: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    async handle({ query: { why, offset, limit, ...filters }, desk }) {
      const overview = desk.overview(), queue = await (await overview.select(filters)).queue(), doubts = await overview.doubts(), { total, rows } = queue.page(bitsOf(why), offset, limit)
      const loose = why.includes('another_look') ? doubts.loose : []
      return {
        revision: overview.revision, total, offset, counts: NEEDS.map((need) => ({ why: need, count: queue.counts.get(need) ?? 0 })),
        rows: rows.map((row) => {
          const needs = needsIn(row.needs), here = needs.includes('another_look') ? doubts.at.get(row.id) ?? [] : []
          return { ...rowAnswer(row), needs: needs.map((need) => ({ why: need, words: needWords(need, row, here) })), looks: here.map(lookAnswer) }
        }),
        loose: { total: loose.length, decisions: await Promise.all(loose.slice(0, MOST_LOOSE).map(async (one) => ({ ...lookAnswer(one), state: await desk.store.stateOf(decisionSubject(one.taken.id)) }))) },
      }
    },
  }),
  route({
    method: 'post', path: '/api/decisions', role: 'analyst', summary: 'Take a decision on incidents as they were seen; 409 tells what others decided meanwhile', body: DECISION_REQUEST, answer: TAKEN,
    raises: { field: 'kind', roles: RAISED as Record<string, Role> },
    async handle({ body, desk, who }) {
      if (desk.decide === null) throw new AskError(503, 'read_only', { what: 'decide' }, 'Nothing can be decided: the folder of the record cannot be written to.', 'Start the desk on a folder that can, with --data DIR.')
      if (ROLES.indexOf(who.role) < ROLES.indexOf('editor') && await touchesPublished(desk.store, desk.overview(), body)) throw new AskError(403, 'not_allowed', { needed: 'editor', name: who.name, role: who.role, because: 'published' }, 'This takes back what was published, or a withdrawal: it is for the role "editor" and above.')
      const decided = await desk.decide(body, who.name)
      if (decided.what !== 'taken') throw notTaken(decided)
      const { taken, headTrouble } = decided
      return { ...decidedAnswer(taken), incidents: await incidentsNow(desk.store, await concerned(desk.store, taken.decision)), headTrouble }
    },
  }),
]

function lookAnswer(standing: Standing): z.input<typeof LOOK> {
  const { taken: { id, by, at, decision }, looks } = standing
  return { decision: id, kind: decision.kind, by, at, told: toldDecision(decision), words: decisionWords(decision), causes: looks.map(({ why }) => why), standing: standingWords(standing) }
}

/** Whether a decision whose kind is an analyst's takes back an editor's. */
async function touchesPublished(store: Store, overview: Overview, request: DecisionRequest): Promise<boolean> {
  if (request.kind === 'reopen') return request.on.some(({ incident }) => overview.byId(incident)?.review === 'published')
  return request.kind === 'undo' && await undoesRaised(store, request.decision)
}

/** Whether a decision, or what an undoing leads to in the end, is one of RAISED. */
async function undoesRaised(store: Store, decision: number): Promise<boolean> {
  for await (const entry of store.log({ after: decision - 1 })) {
    const target = entry.seq === decision ? decisionOf(entry)?.decision : undefined
    return target !== undefined && (Object.hasOwn(RAISED, target.kind) || (target.kind === 'undo' && target.decision < decision && await undoesRaised(store, target.decision)))
  }
  return false
}

/** The incidents that a decision is on; of an undoing those of what it undoes. */
async function concerned(store: Store, decision: Decision): Promise<string[]> {
  if (decision.kind === 'undo') for await (const entry of store.log({ after: decision.decision - 1 })) return decisionOf(entry)?.decision.on.map(({ incident }) => incident) ?? []
  return decision.on.map(({ incident }) => incident)
}

function notTaken(decided: Exclude<Decided, { what: 'taken' }>): AskError {
  if (decided.what === 'refused') return AskError.checked(409, decided.refusal.code, decided.refusal.particulars, decided.refusal.message, nextInDesk(decided.refusal.next))
  const moved = decided.moved.map(movedAnswer), decisions = moved.flatMap(({ since }) => since)
  const told = decisions.length > 0 ? `Meanwhile ${decisions.map(({ by, words }) => `${by} ${words}`).join('; ')}.` : 'Meanwhile reports came in, or were read again.'
  return new AskError(409, 'moved', { moved }, `Not taken, because it has changed since you looked at it. ${told}`, 'Look at it as it is now, then decide.')
}

/** What to do next, where it is not a command for a terminal. */
const nextInDesk = (next: string): string => (/dateline /.test(next) ? '' : next)

function movedAnswer({ subject, incident, state, since }: Moved): MovedAnswer {
  return { subject, incident: incident ?? incidentOf(subject), state, since: since.flatMap((entry) => { const one = decisionOf(entry); return one === null ? [] : [decidedAnswer(one)] }) }
}

export type QueueAnswer = z.output<typeof QUEUE>
export type TakenAnswer = z.output<typeof TAKEN>
