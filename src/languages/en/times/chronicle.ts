// Chronicles: reports whose entries open with their time ("March 2: …", "2014: …", "MAY" on a line of its own), which is that
// of all that the entry tells.
import { FLAG_CAPITAL, TOKEN_WORD, type Document, type TokenTable } from '../../../model/document.ts'
import { isoDate, readDay } from '../../../time/days.ts'
import type { Expression } from './expression.ts'
import type { Told } from './standpoint.ts'

/** A time by its tokens, as it is said. */
interface Span {
  first: number
  last: number
  kind: string
}

/** Fewer times that open a line so are none of a chronicle. */
const LEAST = 3
/** An entry has no more sentences. */
const LONGEST = 14
const MARKS: ReadonlySet<string> = new Set([':', '–', '—', '-', '--'])
const BULLETS: ReadonlySet<string> = new Set(['-', '–', '—', '•', '*', '>', '·', '●', '▪'])

/** "March 3|-|5", "April 28 |to| May 2", "March 19|-April| 30": whether a time goes on to the next one. */
export const reachesTo = ({ lower }: TokenTable, span: { last: number }, next: { first: number }): boolean => next.first < span.last || next.first === span.last + 1 && REACHES.has(lower[span.last]!)
const REACHES: ReadonlySet<string> = new Set(['–', '—', '-', 'to'])

/** By sentence, the index among the times `spans` of that which opens its entry; -1 for a sentence of none. Null where the report is no chronicle. */
export function entriesOf({ tokens, sentences }: Document, spans: readonly Span[]): Int32Array | null {
  const labels = new Int32Array(sentences.length).fill(-1)
  let at = 0, told = 0
  for (let s = 0; s < sentences.length; s++) {
    const { first, last } = sentences[s]!
    while (at < spans.length && spans[at]!.first < first) at++
    const span = spans[at]
    if (span === undefined || span.kind !== 'date' || span.first > first + 1 || span.first === first + 1 && !BULLETS.has(tokens.lower[first]!)) continue
    let end = span.last
    // "Feb. 24, Thursday:"
    const next = spans[at + 1]
    if (next !== undefined && (tokens.lower[end] === ',' && next.first === end + 1 || reachesTo(tokens, span, next))) end = next.last
    if (end > last || !(end === last || end + 1 === last && !isWordAt(end) || MARKS.has(tokens.lower[end]!) && opensEntry(end + 1, last))) continue
    labels[s] = at
    told++
  }
  if (told < LEAST) return null
  for (let s = 1, run = 0; s < sentences.length; s++) {
    if (labels[s] !== -1) run = 0
    else if (labels[s - 1] !== -1 && ++run < LONGEST && sentences[s]!.post === sentences[s - 1]!.post) labels[s] = labels[s - 1]!
  }
  return labels

  function isWordAt(token: number): boolean { return tokens.kind[token] === TOKEN_WORD }

  /** "2014: After …", "March 3 – Troops …"; not "2014–2020", "May 5 (Agency) –". */
  function opensEntry(token: number, last: number): boolean {
    if (token >= last) return true
    return (tokens.flags[token]! & FLAG_CAPITAL) !== 0 || tokens.lower[token - 1] === ':' && isWordAt(token)
  }
}

/** The month with which a chronicle begins that tells no year before its first entries: of the year in which they all lie before the day of writing. Null where a year stands first. */
export function beginningOf(entries: Int32Array, all: readonly Expression[], published: string | null): Told | null {
  const today = readDay(published)
  if (today === null) return null
  let before = -1, years = 0, month = 0, day = 0, begins = 0
  for (const at of entries) {
    if (at < 0 || at === before) continue
    before = at
    const { base } = all[at]!
    if (base.is !== 'month' && base.is !== 'day' || base.year !== null || base.month === 0) { if (begins === 0) return null; break }
    if (base.month < month) years++
    month = base.month
    day = base.is === 'day' ? base.day : 1
    if (begins === 0) begins = month
  }
  if (begins === 0) return null
  const last = isoDate({ year: today.year, month, day: Math.min(day, 28) })
  return { year: today.year - years - (last > published! ? 1 : 0), month: begins, day: 0 }
}
