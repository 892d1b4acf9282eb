// Decisions and their standing in words.
import type { Decision, IncidentCorrection, ClaimCorrection } from '../model/decision.ts'
import type { Standing } from './standing.ts'

const short = (id: string): string => id.slice(0, 8)
const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** What was decided, in a clause that follows a name: "merged 3fa81c02 and 90b1d2ee". */
export function decisionWords(decision: Decision): string {
  const incidents = decision.on.map(({ incident }) => short(incident))
  const on = incidents[0] ?? ''
  switch (decision.kind) {
    case 'accept': return `accepted ${on}`
    case 'publish': return `published ${on}`
    case 'withdraw': return `withdrew ${on} from publication`
    case 'reopen': return `reopened ${on}`
    case 'note': return `noted on ${on}: ${decision.text}`
    case 'merge': return `merged ${incidents.slice(0, -1).join(', ')} and ${incidents.at(-1)}`
    case 'split': return `split ${some(decision.claims.length, 'claim')} from ${on}`
    case 'move': return `moved claim ${short(decision.claim)} from ${on} to ${incidents[1]}`
    case 'reject_claim': return `rejected claim ${short(decision.claim)}`
    case 'add_claim': return `added claim ${short(decision.claim.id)}${on === '' ? '' : ` to ${on}`}: “${decision.claim.quote}”`
    case 'correct': return `corrected ${correctionWords(decision.correction)} of ${on}`
    case 'correct_claim': return `corrected ${correctionWords(decision.correction)} of claim ${short(decision.claim)}`
    case 'grade_source': return `graded the ${decision.voice.sort} ${decision.voice.name} ${decision.grade}`
    case 'grade_information': return `graded claim ${short(decision.claim)} ${decision.grade}`
    case 'undo': return `undid decision ${decision.decision}`
  }
}

/** "the place to Varnograd", "killed to 2–3–4". */
export function correctionWords(correction: IncidentCorrection | ClaimCorrection): string {
  switch (correction.field) {
    case 'figure': {
      const { measure, of, low, best, high } = correction.value
      return `${of} ${measure} to ${[...new Set([low, best, high].filter((value) => value !== null))].join('–')}`
    }
    case 'quantity': return correction.value === null ? `number ${correction.index + 1} (taken away)` : `number ${correction.index + 1} to ${correction.value.bound === 'exact' ? '' : `${correction.value.bound.replaceAll('_', ' ')} `}${correction.value.value} ${correction.value.of} ${correction.value.measure}`
    case 'place': case 'claimant': return `the ${correction.field} to ${correction.value?.name ?? 'none'}`
    case 'date': return `the date to ${correction.value === null ? 'none' : correction.value.from === correction.value.to ? correction.value.from : `${correction.value.from ?? '…'} to ${correction.value.to ?? '…'}`}`
    case 'weapons': return `the weapons to ${correction.value.join(', ') || 'none'}`
    default: return `"${correction.field}" to ${correction.value ?? 'none'}`
  }
}

const LOOKS = {
  claims_gone: 'claims that it names are found no more', claims_changed: 'the incident\'s claims have changed since', not_one: 'what was to be one incident is not',
  not_apart: 'what was to be apart is not', words_gone: 'its words are found no more in their report', found_by_itself: 'the claim is found without it now',
} as const

/** Why a decision needs another look; '' where it holds. */
export function standingWords({ state, undoneBy, looks }: Standing): string {
  if (state === 'undone') return `undone by decision ${undoneBy}`
  return looks.map(({ why, claims }) => `${LOOKS[why]} (${claims.slice(0, 3).map(short).join(', ')}${claims.length > 3 ? ` and ${claims.length - 3} more` : ''})`).join('; ')
}
