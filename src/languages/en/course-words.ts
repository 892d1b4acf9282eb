// Words that tell when an alert or an outage began, ended, or how long it lasted.
import { readTable } from '../../gazetteer/table.ts'
import type { TokenTable } from '../../model/document.ts'
import { WordColumn, WordSet } from '../../text/vocabulary.ts'

export type Phase = 'begin' | 'end' | 'lasts'
export type Lasting = 'alert' | 'outage'

interface CourseWords { of: Lasting | 'both'; phase: Phase; words: readonly string[] }

/** By their first word, the longest first. */
const BY_FIRST = new Map<string, CourseWords[]>()
const SUBJECTS: Readonly<Record<Lasting, Set<string>>> = { alert: new Set(), outage: new Set() }
for (const { of, phase, words } of readTable(new URL('./course-words.tsv', import.meta.url), ['of', 'phase', 'words'])) {
  if (phase === 'subject') { SUBJECTS[of as Lasting].add(words!); continue }
  const row = { of, phase, words: words.split(' ') } as CourseWords
  const list = BY_FIRST.get(row.words[0]!)
  if (list) { list.push(row); list.sort((a, b) => b.words.length - a.words.length) } else BY_FIRST.set(row.words[0]!, [row])
}
const begins = new WordColumn((word) => Number(BY_FIRST.has(word)))

/** What the words at token `at` tell of the course of an alert or an outage; null where they tell nothing. `last` is excluded. */
export function courseAt(tokens: TokenTable, at: number, end: number, of: Lasting): { phase: Phase; last: number } | null {
  if (begins.at(tokens, at) === 0) return null
  for (const row of BY_FIRST.get(tokens.lower[at]!)!) if ((row.of === of || row.of === 'both') && at + row.words.length <= end && row.words.every((word, i) => tokens.lower[at + i] === word)) return { phase: row.phase, last: at + row.words.length }
  return null
}

const subjects: Readonly<Record<Lasting, WordSet>> = { alert: new WordSet(SUBJECTS.alert), outage: new WordSet(SUBJECTS.outage) }

/** Whether a token names an alert or an outage, or what an outage takes away, so that its sentence goes on about one. */
export const namesLasting = (tokens: TokenTable, at: number, of: Lasting): boolean => subjects[of].has(tokens, at)
