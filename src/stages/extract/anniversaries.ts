// Events told by their anniversary.
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { ordinalOf } from '../../languages/en/times/years.ts'

const AHEAD: ReadonlySet<string> = new Set(['ahead', 'before', 'within', 'approaches', 'approaching', 'nears', 'nearing', 'upcoming', 'coming', 'next'])

/** "the |second| anniversary of the invasion": how many years ago the event of the phrase at `k` was; 0 where it is told by no anniversary, or by one to come. */
export function anniversaryOf({ lower }: TokenTable, chunks: readonly Chunk[], k: number): number {
  const of = chunks[k - 1], head = chunks[k - 2]
  if (of?.word !== 'of' || head?.np?.head == null || lower[head.np.head.last - 1] !== 'anniversary') return 0
  for (let t = Math.max(chunks[0]!.first, head.first - 4); t < head.last; t++) if (AHEAD.has(lower[t]!)) return 0
  const word = lower[head.np.head.first - 1] ?? ''
  const years = /^(.+)-year$/.exec(word)
  return years === null ? Math.max(0, ordinalOf(word)) : /^\d+$/.test(years[1]!) ? Number(years[1]) : Math.max(0, WORDED.indexOf(years[1]!))
}
const WORDED = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
