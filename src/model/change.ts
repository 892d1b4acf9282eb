// What changed between two versions of a report or of a post, in terms of what is reported.
import type { Claim } from './claim.ts'

/** A claim as one version makes it. */
export type ChangedClaim = Pick<Claim, 'id' | 'type' | 'claimant' | 'stance' | 'place' | 'date' | 'by' | 'against' | 'weapons' | 'quantities' | 'quote'>

/** What about a claim changed. `figure`: a number or its bound; `counted`: what it counts. */
export const CHANGED_FIELDS = ['figure', 'counted', 'claimant', 'stance', 'type', 'place', 'date', 'sides', 'weapons'] as const
export type ChangedField = (typeof CHANGED_FIELDS)[number]

/** One claim that came, went, or says something else. Words that only moved, or say the same otherwise, are no change. */
export type ClaimChange =
  | { change: 'added', before: null, after: ChangedClaim, fields: [] }
  | { change: 'dropped', before: ChangedClaim, after: null, fields: [] }
  | { change: 'changed', before: ChangedClaim, after: ChangedClaim, fields: ChangedField[] }

/** A notice by which the outlet says that it changed something. */
export interface CorrectionNotice {
  kind: 'correction' | 'clarification' | 'amendment'
  words: string
}

/** What a version of a report changed, in the report itself or in one post of a live blog. */
export interface ReportChange {
  /** The report's id. */
  report: string
  doc: string
  key: string
  title: string | null
  outlet: string | null
  url: string | null
  /** `is`: whether the post is new in this version, worded anew, or gone from among those that are still shown. */
  post: { id: string, author: string | null, heading: string | null, time: string | null, is: 'new' | 'edited' | 'gone' } | null
  /** Versions in the order of what they tell of, by number; `from` null: a correction notice that the first version brought; equal: both wordings stand in one version. */
  from: number | null
  to: number
  /** ISO: when the version was kept here. */
  at: string
  /** ISO date or date-time of the change as the source tells it; null where it does not. */
  told: string | null
  notices: CorrectionNotice[]
  claims: ClaimChange[]
}
