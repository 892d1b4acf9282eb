// Running totals over time: what each claimant said a count stood at, on the day they said so.
import type { Bound, Counted, Measure, Place } from './claim.ts'

/** Why a line is not one count from here on. `counts_other`: another kind is counted; `other_beginning`: counted from another day; `fell`: a total cannot fall, so it was corrected or begun anew. */
export type TallyBreak = 'counts_other' | 'other_beginning' | 'fell'

export interface TallyPoint {
  /** The day it stands for: the last day counted, else the day it was published. */
  day: string
  /** The first day counted; null where it was not said. */
  from: string | null
  of: Counted
  value: number
  bound: Bound
  /** Since the point before in the same count; null for the first, across a break, and where either value is vague. */
  change: number | null
  /** Days since the point before; null for the first. */
  days: number | null
  break: TallyBreak | null
  /** The claim that says it, and all others by which the same claimant says the same for that day. */
  claim: string
  also: string[]
  /** What the same claimant said for that day before. */
  replaced: { value: number, bound: Bound, claim: string }[]
  report: string
  outlet: string | null
  published: string | null
  quote: string
}

/** One claimant's line. */
export interface TallyLine {
  claimant: string
  /** true: an outlet in its own voice. */
  isOutlet: boolean
  /** The side that the claimant speaks for, where its name tells. */
  side: string | null
  points: TallyPoint[]
}

/** One thing that is counted up, side by side by everybody who counts it. */
export interface Tally {
  /** Names the thing: the same in every run. */
  id: string
  measure: Measure
  /** Kinds counted, the commonest first. */
  of: Counted[]
  place: Place | null
  /** Whose people or things are counted; null where it is not said. */
  whose: string | null
  /** Those with most points first. */
  lines: TallyLine[]
}
