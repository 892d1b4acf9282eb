// Incidents: views over claims, computed and never edited.
import type { ToldCourse } from './course.ts'
import type { InformationGrade, SourceGrade } from './decision.ts'
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
  /** What this voice counted, where that is not what the figure counts ("4 civilians" in a figure of persons). */
  of?: Counted
  outlet?: string | null
  /** Why it counts for nothing in the figure though the voice stands by it: a part of what is counted, wounded who died since, a running total beside an event. */
  aside?: 'part' | 'died_since' | 'running_total'
  /** Wounded who died since, by the claims that say so: added to its dead or taken from its injured. `value` is as it was said. */
  moved?: { by: number, claims: string[] }
  /** The independent origin it counts under: copies of one wire, one publisher's editions and one official share an origin. */
  origin?: string
  /** The Admiralty grade that a person gave its claimant, or its outlet where that speaks itself. Absent: none. */
  source_grade?: SourceGrade
  /** The Admiralty grade that a person gave the claim. */
  information_grade?: InformationGrade
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
  /** The grade that the rule `airwars` gives, null where it has none. */
  grade?: HarmGrade | null
}

export type HarmGrade = 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted'

/** The two claims that make an incident contested or denied, and what they disagree in. */
export interface Disagreement {
  over: 'figure' | 'blame' | 'account' | 'denial'
  measure: Measure | null
  of: Counted | null
  claims: [string, string]
  quotes: [string, string]
}

/** How an incident belongs to another without being a part of it. */
export interface IncidentLink {
  /** interception_of: what was shot down was launched there; under_alert: it happened while that alert held; caused_by: an outage after that strike. */
  as: 'interception_of' | 'under_alert' | 'caused_by'
  incident: string
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
  /** `total`: not something that happened but a running total, under its claimant and day. Absent: an event. */
  kind?: 'event' | 'total'
  links?: IncidentLink[]
  /** When an alert or an outage began and ended, by every voice that says so. */
  course?: ToldCourse
  disagreements?: Disagreement[]
  /** Decisions in force about it, by their numbers, oldest first. Absent: none. */
  decisions?: number[]
  /** Fields that a person corrected; a figure by its measure and kind ("killed person"). */
  corrected?: string[]
  /** How its claims differ from those that the newest judgement was made on. Absent: they do not. */
  changed_since?: { decision: number, came: string[], went: string[] }
}
