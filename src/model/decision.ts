// What people decide. A decision is appended to the log and names the claims that it is about; nothing that was found is
// edited. Run a better extractor, and every decision whose claims exist holds.
import type { Claim, Claimant, Counted, Measure, Place, Quantity, Stance } from './claim.ts'

/** The Admiralty grades of a source: A completely reliable … E unreliable, F cannot be judged. */
export const SOURCE_GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type SourceGrade = (typeof SOURCE_GRADES)[number]
/** The Admiralty grades of a piece of information: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const INFORMATION_GRADES = [1, 2, 3, 4, 5, 6] as const
export type InformationGrade = (typeof INFORMATION_GRADES)[number]

/** An incident as the person saw it. `state` changes with its claims and with every decision on it (Store.incidentState). */
export interface SeenIncident {
  incident: string
  state: string
  /** All its claims at that time, sorted. */
  claims: string[]
}

/** Words of a kept report: `quote` stood at `start` to `end` of its text. */
export interface Words {
  /** The report's key. */
  report: string
  start: number
  end: number
  quote: string
}

/** What a corrected value rests on: words of a report, or a source outside of the record, described. */
export type Evidence = { words: Words } | { source: string }

/** A voice as grades name it. */
export interface GradedVoice {
  sort: 'claimant' | 'outlet'
  name: string
}

/** A corrected number: low, best and high of one figure. */
export interface FigureValue {
  measure: Measure
  of: Counted
  low: number | null
  best: number | null
  high: number | null
}

/** Fields of an incident that can be corrected, and to what. */
export type IncidentCorrection =
  | { field: 'type' | 'by' | 'against', value: string | null }
  | { field: 'place', value: Place | null }
  | { field: 'date', value: { from: string | null, to: string | null } | null }
  | { field: 'weapons', value: string[] }
  | { field: 'figure', value: FigureValue }

/** Fields of a claim that can be corrected. A number is named by its place among the claim's, counted from 0; the place behind the last adds one, null takes one away. */
export type ClaimCorrection =
  | { field: 'type' | 'by' | 'against', value: string | null }
  | { field: 'place', value: Place | null }
  | { field: 'date', value: { from: string | null, to: string | null } | null }
  | { field: 'weapons', value: string[] }
  | { field: 'stance', value: Stance }
  | { field: 'claimant', value: Claimant | null }
  | { field: 'quantity', index: number, value: Quantity | null }

/** `On`: how the incidents are named: seen with their claims in the log, without them in what is asked for. */
type Kinds<On> =
  | { kind: 'accept' | 'publish' | 'withdraw' | 'reopen', on: On[] }
  | { kind: 'note', on: On[], text: string }
  /** All are one incident. */
  | { kind: 'merge', on: On[] }
  /** `claims`, some of the incident's, are another incident. */
  | { kind: 'split', on: On[], claims: string[] }
  /** The claim is not of the first incident but of the second. */
  | { kind: 'move', on: On[], claim: string }
  | { kind: 'reject_claim', on: On[], claim: string }
  /** A claim that the machine missed; of the incident named, else of what it tells. */
  | { kind: 'add_claim', on: On[], report: string, claim: Claim }
  | { kind: 'correct', on: On[], correction: IncidentCorrection, evidence: Evidence | null }
  | { kind: 'correct_claim', on: On[], claim: string, correction: ClaimCorrection, evidence: Evidence | null }
  /** `state`: of the voice as it was seen. */
  | { kind: 'grade_source', on: On[], voice: GradedVoice, grade: SourceGrade, state: string }
  | { kind: 'grade_information', on: On[], claim: string, grade: InformationGrade }
  /** Takes a decision back, or an undoing. `state`: of the decision as it was seen. */
  | { kind: 'undo', on: On[], decision: number, state: string }

/** A decision as it stands in the log. `reason`: why, in the person's words. */
export type Decision = Kinds<SeenIncident> & { reason: string | null }
export type DecisionKind = Decision['kind']

/** What is asked for: the claims that an incident has are filled in from the store. */
export type DecisionRequest = Kinds<{ incident: string, state: string }> & { reason: string | null }

/** A decision with who took it and when. `id` is its number in the log. */
export interface TakenDecision {
  id: number
  by: string
  at: string
  decision: Decision
}

/** Whom a grade of a source is about, as the log's subject. Case and outer spaces do not matter. */
export const voiceSubject = ({ sort, name }: GradedVoice): string => `voice ${sort} ${name.trim().toLowerCase()}`
export const claimSubject = (claim: string): string => `claim ${claim}`
export const decisionSubject = (decision: number): string => `decision ${decision}`
export const incidentSubject = (incident: string): string => `incident ${incident}`
