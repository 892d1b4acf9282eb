// "The report covers the period from March to May 2030": up to when the totals of a report on human rights are counted.
import type { DateRange } from '../../model/claim.ts'
import type { DatedMention, Document } from '../../model/document.ts'

const PAPERS: ReadonlySet<string> = new Set(['report', 'update', 'study', 'survey', 'review', 'publication', 'document', 'paper'])
const COVERS: ReadonlySet<string> = new Set(['covers', 'covered', 'covering'])
/** So many tokens before the verb stands what covers it, and behind it the word for the time. */
const PAPER_WITHIN = 5, PERIOD_WITHIN = 4
const UP_TO: ReadonlySet<string> = new Set(['to', 'until', 'through', 'and', '-', '–'])

/** The days that a report about another one says it covers; null where it says none, or they are not over. */
export function coveredPeriod({ tokens, sentences }: Document, bySentence: readonly (readonly DatedMention[])[], published: string | null): DateRange | null {
  const { lower } = tokens
  if (published === null) return null
  for (let s = 0; s < sentences.length; s++) {
    const told = bySentence[s]!
    if (told.length === 0) continue
    for (let i = sentences[s]!.first + 1; i < sentences[s]!.last; i++) {
      if (!COVERS.has(lower[i]!) || !near(lower, i - PAPER_WITHIN, i, PAPERS) || !near(lower, i + 1, i + 1 + PERIOD_WITHIN, PERIOD)) continue
      const last = told.findLast((t) => t.first > i && t.kind === 'date' && t.from !== null && t.to !== null && UP_TO.has(lower[t.first - 1]!))
      if (last === undefined || last.to! >= published) continue
      const first = told.find((t) => t.first > i && t.last <= last.first && t.kind === 'date' && t.from !== null && t.from < last.to!)
      return { from: first?.from ?? null, to: last.to, written: last.written, known: 'stated' }
    }
  }
  return null
}
const PERIOD: ReadonlySet<string> = new Set(['period', 'time', 'months'])

function near(lower: readonly string[], from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let i = Math.max(0, from); i < to; i++) if (words.has(lower[i] ?? '')) return true
  return false
}
