// Which clause of its sentence a time is of, by the joints and verbs between.
import { FLAG_POSSESSIVE, type DatedMention, type TokenTable } from '../../model/document.ts'
const JOINTS: ReadonlySet<string> = new Set(['and', 'but', 'while', 'whereas'])

/** No clause is longer, in tokens. */
const LONGEST_CLAUSE = 100
/** Whether another clause begins between tokens `from` and `to`. */
export function crossesClause(lower: readonly string[], doing: Uint8Array, from: number, to: number): boolean {
  if (to - from > LONGEST_CLAUSE) return true
  let crossed = false
  for (let i = from + 1; i < to; i++) {
    if (lower[i] === ';' || lower[i - 1] === ',' && JOINTS.has(lower[i]!)) crossed = true
    if (crossed && doing[i] === 1) return true
  }
  return crossed && doing[to] === 1
}

/** "…; |on Wednesday| jets", "…, and |on Wednesday| jets": whether the time at token `first` opens a clause of its own. */
export function leadsClause(lower: readonly string[], first: number): boolean {
  let i = first - 1
  while (i > first - 3 && LEADS.has(lower[i]!)) i--
  return lower[i] === ';' || JOINTS.has(lower[i] ?? '') && lower[i - 1] === ','
}
const LEADS: ReadonlySet<string> = new Set(['on', 'in', 'at', 'early', 'late'])

export function isOfVerbBefore(doing: Uint8Array, first: number, at: number): boolean {
  for (let i = first; i < at; i++) if (doing[i] === 1) return true
  return false
}

const MEASURED: ReadonlySet<string> = new Set(['from', 'than', 'against', 'with', 'on'])
/** "up from |yesterday|'s toll of three": whether a time behind token `at` is that of what a figure is measured against. */
export const isOfOlderFigure = ({ lower, flags }: TokenTable, t: DatedMention, at: number): boolean => t.first > at && (flags[t.last]! & FLAG_POSSESSIVE) !== 0 && MEASURED.has(lower[t.first - 1] ?? '')
