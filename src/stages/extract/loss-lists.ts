// Lists of losses a kind a line under a line that opens them ("Losses since the start of the war, the ministry said:"): its voice, its time and its side are those of every line.
import type { Document } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Finding } from './counts.ts'

/** What opens a list: its first and last token, and whether it tells of all that was lost since some day. */
export interface Opening { first: number; last: number; total: boolean }

const LOSSES = wordGroup('losses')
/** No list of losses has more lines. */
const MOST_LINES = 60
const IN_ALL: ReadonlySet<string> = new Set(['since', 'total', 'overall', 'cumulative'])

/** The line that opened the list which the finding of a sentence is a line of; null where it stands in none. */
export function openingOf({ sentences, tokens: { lower } }: Document, findings: readonly (readonly Finding[])[], f: Finding): Opening | null {
  if (f.rule !== 'losses-are') return null
  for (let i = f.sentence - 1; i >= 0 && f.sentence - i <= MOST_LINES; i--) {
    const { first, last } = sentences[i]!
    if (lower[last - 1] === ':') {
      let told = false, total = false
      for (let at = first; at < last; at++) { if (LOSSES.has(lower[at]!)) told = true; if (IN_ALL.has(lower[at]!)) total = true }
      return told ? { first, last, total } : null
    }
    if (!findings[i]!.some((one) => one.rule === 'losses-are')) return null
  }
  return null
}
