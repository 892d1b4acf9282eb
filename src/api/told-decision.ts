// A decision as the API tells it: what was decided in terms, for pages to word, and in English.
import { z } from 'zod'
import type { ClaimCorrection, Decision, DecisionKind, IncidentCorrection, TakenDecision } from '../model/decision.ts'
import { decisionWords } from '../review/words.ts'
import { BOUND, COUNTED_THING, ISO_DAY, MEASURE } from './schemas/shared.ts'

const KINDS = ['accept', 'publish', 'withdraw', 'reopen', 'note', 'merge', 'split', 'move', 'reject_claim', 'add_claim', 'correct', 'correct_claim', 'grade_source', 'grade_information', 'undo'] as const satisfies readonly DecisionKind[]

const CORRECTION = z.discriminatedUnion('field', [
  z.object({ field: z.enum(['type', 'by', 'against', 'place', 'claimant', 'stance']), to: z.string().nullable() }),
  z.object({ field: z.literal('date'), to: z.object({ from: ISO_DAY.nullable(), to: ISO_DAY.nullable() }).nullable() }),
  z.object({ field: z.literal('weapons'), to: z.array(z.string()) }),
  z.object({ field: z.literal('figure'), to: z.object({ measure: MEASURE, of: COUNTED_THING, low: z.number().nullable(), best: z.number().nullable(), high: z.number().nullable() }) }),
  z.object({ field: z.literal('quantity'), number: z.number().describe('which of the claim\'s, from 1'), to: z.object({ measure: MEASURE, of: COUNTED_THING, value: z.number(), bound: BOUND }).nullable() }),
])

/** What was decided. Fields that its kind does not have are left out. */
export const TOLD_DECISION = z.object({
  kind: z.enum(KINDS), on: z.array(z.string()).describe('incidents, as they were then'), claim: z.string().optional(), claims: z.number().optional().describe('how many were split off'), text: z.string().optional().describe('a note, or the words of an added claim'),
  correction: CORRECTION.optional(), voice: z.object({ sort: z.enum(['claimant', 'outlet']), name: z.string() }).optional(), grade: z.string().optional(), decision: z.number().optional().describe('the one that was undone'),
})

/** A decision with who took it and when. */
export const DECIDED = z.object({ id: z.number(), by: z.string(), at: z.string(), told: TOLD_DECISION, words: z.string().describe('the same in English') })

export type ToldDecision = z.output<typeof TOLD_DECISION>
export type ToldCorrection = z.output<typeof CORRECTION>

export function toldDecision(decision: Decision): ToldDecision {
  const about = { kind: decision.kind, on: decision.on.map(({ incident }) => incident) }
  switch (decision.kind) {
    case 'note': return { ...about, text: decision.text }
    case 'split': return { ...about, claims: decision.claims.length }
    case 'move': case 'reject_claim': return { ...about, claim: decision.claim }
    case 'add_claim': return { ...about, claim: decision.claim.id, text: decision.claim.quote }
    case 'correct': return { ...about, correction: toldCorrection(decision.correction) }
    case 'correct_claim': return { ...about, claim: decision.claim, correction: toldCorrection(decision.correction) }
    case 'grade_source': return { ...about, voice: decision.voice, grade: decision.grade }
    case 'grade_information': return { ...about, claim: decision.claim, grade: String(decision.grade) }
    case 'undo': return { ...about, decision: decision.decision }
    default: return about
  }
}

function toldCorrection(correction: IncidentCorrection | ClaimCorrection): ToldCorrection {
  switch (correction.field) {
    case 'figure': return { field: 'figure', to: correction.value }
    case 'quantity': {
      const { value } = correction
      return { field: 'quantity', number: correction.index + 1, to: value === null ? null : { measure: value.measure, of: value.of, value: value.value, bound: value.bound } }
    }
    case 'place': case 'claimant': return { field: correction.field, to: correction.value?.name ?? null }
    case 'date': return { field: 'date', to: correction.value }
    case 'weapons': return { field: 'weapons', to: correction.value }
    default: return { field: correction.field, to: correction.value }
  }
}

export const decidedAnswer = ({ id, by, at, decision }: TakenDecision): z.input<typeof DECIDED> => ({ id, by, at, told: toldDecision(decision), words: decisionWords(decision) })
