// Whether a decision makes sense where it is taken: the shape was checked before, this is about what the record holds.
import type { Claim } from '../model/claim.ts'
import type { Incident } from '../model/incident.ts'
import type { Decision, TakenDecision, Words } from '../model/decision.ts'
import { undoneBy } from './in-force.ts'

/** Why a decision was not taken, and what to do next. */
export interface Refusal {
  code: 'nothing_to_do' | 'not_its_claim' | 'no_such_decision' | 'not_accepted' | 'own_decision' | 'wrong_words' | 'one_incident' | 'no_such_number' | 'all_claims' | 'moved_on'
  message: string
  next: string
  /** What the sentence says beside what its code does, for other languages. */
  particulars: Readonly<Record<string, string | number>>
}

/** What is looked at to judge a decision. */
export interface Around {
  by: string
  /** The incidents that it is on as they stand, with what was decided of them, in the decision's order. */
  incidents: readonly Incident[]
  /** All decisions on those incidents, undoings too; for an undoing also the decision that it names. */
  taken: readonly TakenDecision[]
  /** true: who accepted an incident may not be who publishes it. */
  twoPeople: boolean
  /** The text of a kept report by its key; null where there is none. */
  textOf(report: string): string | null
  /** A claim as it is found now; null where none is. */
  claimOf(id: string): Claim | null
}

const refuse = (code: Refusal['code'], particulars: Refusal['particulars'], message: string, next = ''): Refusal => ({ code, message, next, particulars })

/** The reason against taking the decision; null where there is none. */
export function refusalOf(decision: Decision, around: Around): Refusal | null {
  const incidents = decision.on.map(({ incident }) => incident)
  if (new Set(incidents).size < incidents.length) return refuse('one_incident', {}, 'The same incident was named twice.', 'Name two that differ.')
  const held = new Set(decision.on[0]?.claims ?? [])
  switch (decision.kind) {
    case 'accept': return around.incidents[0]!.review !== 'unreviewed' && around.incidents[0]!.changed_since === undefined ? refuse('nothing_to_do', { because: around.incidents[0]!.review }, `The incident is ${around.incidents[0]!.review} already.`) : null
    case 'publish': return refusalToPublish(decision, around)
    case 'withdraw': return around.incidents[0]!.review === 'published' ? null : refuse('nothing_to_do', { because: 'not_published' }, 'The incident is not published, so there is nothing to withdraw.')
    case 'reopen': return around.incidents[0]!.review === 'unreviewed' ? refuse('nothing_to_do', { because: 'not_judged' }, 'Nobody has judged the incident yet, so it is open.') : null
    case 'split':
      if (decision.claims.some((claim) => !held.has(claim))) return notItsClaim(decision.claims.find((claim) => !held.has(claim))!)
      return new Set(decision.claims).size === held.size ? refuse('all_claims', {}, 'These are all the claims of the incident, so nothing would be left of it.', 'Name some of them.') : null
    case 'move': case 'reject_claim': case 'grade_information':
      return decision.on.length > 0 && !held.has(decision.claim) ? notItsClaim(decision.claim) : null
    case 'add_claim': {
      const { claim, report } = decision
      return wrongWords({ report, start: claim.start, end: claim.end, quote: claim.quote }, around)
    }
    case 'correct': return decision.evidence !== null && 'words' in decision.evidence ? wrongWords(decision.evidence.words, around) : null
    case 'correct_claim': {
      if (decision.on.length > 0 && !held.has(decision.claim)) return notItsClaim(decision.claim)
      const { correction, evidence } = decision
      if (correction.field === 'quantity') {
        const claim = around.claimOf(decision.claim), numbers = claim?.quantities.length ?? 0
        if (claim === null || correction.index > numbers || (correction.index === numbers && correction.value === null)) return refuse('no_such_number', { number: correction.index + 1, numbers }, `The claim gives ${numbers} numbers, so there is no number ${correction.index + 1}.`)
        if (correction.value !== null && (correction.value.start < claim.start || correction.value.end > claim.end)) return refuse('wrong_words', { because: 'outside_claim' }, 'The words of a number must stand within the words of its claim.', 'Add a claim with the words that say it, and reject this one.')
      }
      return evidence !== null && 'words' in evidence ? wrongWords(evidence.words, around) : null
    }
    case 'undo': {
      const target = around.taken.find(({ id }) => id === decision.decision)
      if (target === undefined) return refuse('no_such_decision', { decision: decision.decision }, `There is no decision ${decision.decision}.`, '"dateline decisions" lists them.')
      const undone = undoneBy(around.taken).get(decision.decision)
      return undone === undefined ? null : refuse('nothing_to_do', { because: 'undone', decision: decision.decision, by: undone.id }, `Decision ${decision.decision} was undone already, by decision ${undone.id}.`, `To bring it back, undo decision ${undone.id}.`)
    }
    default: return null
  }
}

function refusalToPublish({ on }: Decision, { incidents, taken, by, twoPeople }: Around): Refusal | null {
  const incident = incidents[0]!, id = on[0]!.incident
  if (incident.review === 'published' && incident.changed_since === undefined) return refuse('nothing_to_do', { because: 'published' }, 'The incident is published already.')
  if (incident.review === 'unreviewed' || (incident.changed_since !== undefined && incident.review !== 'published')) return refuse('not_accepted', { because: incident.review === 'unreviewed' ? 'not_judged' : 'changed' }, incident.review === 'unreviewed' ? 'Nobody has accepted the incident yet.' : 'The incident has changed since it was accepted.', `Accept it first: dateline decide accept ${id}`)
  if (!twoPeople) return null
  const undone = undoneBy(taken)
  const accepted = taken.findLast((one) => one.decision.kind === 'accept' && !undone.has(one.id))
  return accepted?.by === by ? refuse('own_decision', { by }, `${by} accepted the incident, and the settings ask for another person to publish it.`) : null
}

const notItsClaim = (claim: string): Refusal => refuse('not_its_claim', { claim, because: 'other' }, `The incident has no claim ${claim}.`, '"dateline incident ID --json" lists its claims.')

function wrongWords({ report, start, end, quote }: Words, { textOf }: Around): Refusal | null {
  const text = textOf(report)
  if (text === null) return refuse('wrong_words', { because: 'no_report' }, `No report ${report} is kept.`)
  return text.slice(start, end) === quote ? null : refuse('wrong_words', { because: 'elsewhere' }, `The report ${report} does not have these words there: "${quote.slice(0, 80)}".`, 'The words must stand in the report\'s text as "dateline report" shows it.')
}
