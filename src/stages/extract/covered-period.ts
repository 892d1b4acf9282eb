// "The report covers the period from March to May 2030": up to when the totals of a report on human rights are counted.
import type { DateRange } from '../../model/claim.ts'
import type { DatedMention, Document } from '../../model/document.ts'

const PAPERS: ReadonlySet<string> = new Set(['report', 'update', 'study', 'survey', 'review', 'publication', 'document', 'paper'])
/** Told in the past it is another paper's: "the BBC report covered the months of the siege". */
const COVERS: ReadonlySet<string> = new Set(['covers', 'covering'])
/** So many tokens before the verb stands what covers it, and behind it the word for the time. */
const PAPER_WITHIN = 5, PERIOD_WITHIN = 4
const PERIOD: ReadonlySet<string> = new Set(['period', 'time', 'months'])
const UP_TO: ReadonlySet<string> = new Set(['to', 'until', 'through', 'and', '-', '–'])
/** What else may stand before the days of a period: "from 1 March |up| to |the end of| May". */
const BESIDE: ReadonlySet<string> = new Set([...UP_TO, 'from', 'between', 'up', 'of', 'the', 'end', 'beginning', 'start', ',', '('])

/** The days that a report about another one says it covers; null where it says none, or they are not over. */
export function coveredPeriod({ tokens, sentences }: Document, bySentence: readonly (readonly DatedMention[])[], published: string | null): DateRange | null {
  const { lower } = tokens
  if (published === null) return null
  for (let s = 0; s < sentences.length; s++) {
    const told = bySentence[s]!
    if (told.length === 0) continue
    for (let i = sentences[s]!.first + 1; i < sentences[s]!.last; i++) {
      if (!COVERS.has(lower[i]!) || within(lower, i - PAPER_WITHIN, i, PAPERS) < 0) continue
      const period = within(lower, i + 1, i + 1 + PERIOD_WITHIN, PERIOD)
      const found = period < 0 ? null : daysBehind(lower, told, period + 1)
      if (found !== null && found.to! < published) return found
    }
  }
  return null
}

/** The days that stand right behind the word for the period: "from March to May", "up to 5 May"; null where other words come between. */
function daysBehind(lower: readonly string[], told: readonly DatedMention[], at: number): DateRange | null {
  let first: DatedMention | null = null, last: DatedMention | null = null
  for (const t of told) {
    if (t.first < at) continue // "months"
    for (; at < t.first; at++) if (!BESIDE.has(lower[at]!)) return rangeTo(first, last)
    if (t.kind !== 'date' || t.from === null || t.to === null) return rangeTo(first, last)
    if (isUpTo(lower, t.first)) last = t
    else first ??= t
    at = t.last
  }
  return rangeTo(first, last)
}

/** "|to| May", "until |the end of| May". */
function isUpTo(lower: readonly string[], first: number): boolean {
  let i = first - 1
  while (lower[i] === 'the' || lower[i] === 'end' || lower[i] === 'of') i--
  return UP_TO.has(lower[i] ?? '')
}

const rangeTo = (first: DatedMention | null, last: DatedMention | null): DateRange | null => (last === null ? null : { from: first !== null && first.from! < last.to! ? first.from : null, to: last.to, written: last.written, known: 'stated' })

/** The first of some words from one token up to another; -1 where none stands there. */
function within(lower: readonly string[], from: number, to: number, words: ReadonlySet<string>): number {
  for (let i = Math.max(0, from); i < to; i++) if (words.has(lower[i] ?? '')) return i
  return -1
}
