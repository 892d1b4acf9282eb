// Incidents: views over claims, computed and never edited.
import type { Bound, Counted, DateRange, IncidentType, Measure, Place, Stance } from './claim.ts'

/** One voice's value of a figure. */
export interface Saying {
  value: number
  bound: Bound
  stance: Stance
  cumulative: boolean
  claimant: string | null
  claim: string
  report: string
  published: string | null
  quote: string
  superseded_by: string | null
}

/** A figure with every voice: low, best and high by a named rule. `best` is null where only vague values are known. */
export interface Figure {
  measure: Measure
  of: Counted
  low: number | null
  best: number | null
  high: number | null
  rule: string
  says: Saying[]
}

export type Agreement = 'single' | 'corroborated' | 'contested' | 'denied'

export interface Incident {
  id: string
  type: IncidentType | null
  place: Place | null
  date: DateRange | null
  by: string | null
  against: string | null
  weapons: string[]
  figures: Figure[]
  agreement: Agreement
  origins: number
  part_of: string | null
  claims: string[]
  reports: string[]
  review: 'unreviewed' | 'accepted' | 'published'
}
