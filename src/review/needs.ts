// Why an incident wants a person's look, worst reason first.
import type { Measure } from '../model/claim.ts'
import { PEOPLE } from '../model/claim.ts'
import type { Figure, Incident } from '../model/incident.ts'

/** The reasons, worst first. `another_look`: a decision on it no longer stands as it was meant (doubtsOf), which is no property of the incident alone. `unreviewed`: nobody has judged it yet, and nothing else speaks for haste. `unpublished`: accepted, and waiting for whoever publishes. */
export const NEEDS = ['contested', 'high_count', 'low_grade', 'unresolved_place', 'another_look', 'changed', 'unreviewed', 'unpublished'] as const
export type Need = (typeof NEEDS)[number]

/** Those that are asked for where nothing else is: the rest is every incident that nobody has judged. */
export const PRESSING: readonly Need[] = ['contested', 'high_count', 'low_grade', 'unresolved_place', 'another_look', 'changed']

/** People from which on a count is high, by what befell them: one wrong report of so many would be the war's news of the day. */
const HIGH: Partial<Record<Measure, number>> = { killed: 10, missing: 10, casualties: 25, injured: 25, captured: 25, trapped: 25 }

/** Needs as bits, the worst the highest, so that a larger number is a worse incident. */
export type NeedBits = number

const BIT = Object.fromEntries(NEEDS.map((need, i) => [need, 1 << (NEEDS.length - 1 - i)])) as Record<Need, number>

/** The bits of these needs. */
export const bitsOf = (needs: readonly Need[]): NeedBits => needs.reduce((bits, need) => bits | BIT[need], 0)

/** The needs of bits, worst first. */
export const needsIn = (bits: NeedBits): Need[] => NEEDS.filter((need) => (bits & BIT[need]) !== 0)

/** The needs of an incident at which a decision needs another look. Whoever has judged it since, as it is, has looked. */
export const withAnotherLook = (needs: NeedBits, review: Incident['review']): NeedBits => (review === 'unreviewed' || (needs & BIT.changed) !== 0 ? needs | BIT.another_look : needs)

/** Why an incident, with what was decided of it, wants a look; 0 where it wants none. */
export function needsOf(incident: Incident): NeedBits {
  const changed = incident.changed_since !== undefined
  if (incident.review !== 'unreviewed' && !changed) return incident.review === 'accepted' ? BIT.unpublished : 0
  let bits = incident.review === 'unreviewed' ? BIT.unreviewed : 0
  if (changed) bits |= BIT.changed
  if (incident.agreement === 'contested' || incident.agreement === 'denied') bits |= BIT.contested
  if (incident.figures.some(isHigh)) bits |= BIT.high_count
  if (incident.figures.some(isDoubted)) bits |= BIT.low_grade
  if (incident.place !== null && incident.place.lat === null && incident.place.precision !== 'region' && incident.place.precision !== 'country') bits |= BIT.unresolved_place
  return bits
}

/** What a queue is ordered by within a reason: the most people that a figure counts, the killed whole, the hurt, missing and held a quarter. */
export function tollOf({ figures }: Pick<Incident, 'figures'>): number {
  return figures.reduce((most, { measure, of, high, best }) => (PEOPLE.has(of) && HIGH[measure] !== undefined ? Math.max(most, (high ?? best ?? 0) / (measure === 'killed' ? 1 : 4)) : most), 0)
}

/** Whether a figure counts many people. */
export function isHigh({ measure, of, high, best }: Pick<Figure, 'measure' | 'of' | 'high' | 'best'>): boolean {
  const from = HIGH[measure]
  return from !== undefined && PEOPLE.has(of) && (high ?? best ?? 0) >= from
}

/** A person graded who says it, or what is said, as unlikely; or the rule of weighing did. */
function isDoubted({ says, grade }: Figure): boolean {
  return grade === 'weak' || grade === 'discounted' || says.some(({ superseded_by, source_grade, information_grade }) => superseded_by === null && (source_grade === 'D' || source_grade === 'E' || information_grade === 4 || information_grade === 5))
}
