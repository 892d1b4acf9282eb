// What a rule of weighing is handed and gives. Each rule stands in rules/, with the public methodology it follows.
import type { Bound, Claim, Counted, Measure, Stance } from '../../model/claim.ts'
import type { Agreement, Figure } from '../../model/incident.ts'

export const RULES = ['ucdp', 'acled', 'airwars'] as const
export type RuleName = (typeof RULES)[number]

/** One voice's standing value of a figure: nothing superseded, denied or cumulative. */
export interface Standing {
  value: number
  bound: Bound
  stance: Stance
  of: Counted
  origin: string
  /** ISO date or date-time; '' where unknown. */
  published: string
}

/** What a rule may look at besides the values. */
export interface Weighing {
  measure: Measure
  of: Counted
  agreement: Agreement
  /** true: somebody denies it, or it is told in accounts that exclude each other; numbers that differ are none. */
  disputed: boolean
  claims: readonly Claim[]
}

export type Weighed = Pick<Figure, 'low' | 'best' | 'high'> & Partial<Pick<Figure, 'grade'>>

/** Gives low, best and high. `standing` is never empty and in canonical order; best is never a vague number. */
export type Rule = (standing: readonly Standing[], weighing: Weighing) => Weighed
