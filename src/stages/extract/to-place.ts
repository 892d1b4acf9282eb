// What is to be placed, and which of a sentence's places are looked at for it.
import type { LocatedMention } from '../../model/document.ts'
import type { Counted, DateRange } from '../../model/claim.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import type { Speaker } from './attribution/speaker.ts'
import type { PlaceMemory } from './place-memory.ts'

export type PlaceSource = 'clause' | 'sentence' | 'speaker' | 'before' | 'theatre' | 'none'
/** What is placed: one event, one count, a count for the whole country, or a running total. */
export type Placed = 'event' | 'count' | 'nation' | 'total'

/** Who did it to whom by the clause, and who mostly does so in the report. */
export interface Sides {
  by: string | null
  against: string | null
  attacker: string | null
  attacked: string | null
  /** The side that the words of the finding name ("five Syrian soldiers"), and that of whoever says it. */
  named: string | null
  speaker: string | null
}

/** What is to be placed: tokens `first`–`last` of a sentence, of a kind (an incident type, a measure), on a day. */
export interface ToPlace {
  sentence: number
  chunks: readonly Chunk[]
  first: number
  last: number
  speech: Uint8Array
  what: Placed
  kind: string
  /** What is counted; null for an event. */
  of: Counted | null
  value: number
  day: DateRange | null
  sides: Sides
  memory: PlaceMemory
  /** Where a clause about another time begins ("since 7 October, when …"): what stands beyond it is told of that time. */
  bound: number | null
  /** Who says it; null for the outlet itself. */
  speaker: Speaker | null
}

/** So many of a sentence's groups of places are weighed for one finding: those about it. */
const MOST_HERE = 24

/** The groups of a sentence about token `first`, all where they are not too many. */
export function nearTo(groups: readonly LocatedMention[][], first: number): readonly LocatedMention[][] {
  if (groups.length <= MOST_HERE) return groups
  let low = 0, high = groups.length
  while (low < high) { const middle = (low + high) >> 1; if (groups[middle]![0]!.first < first) low = middle + 1; else high = middle }
  const from = Math.max(0, Math.min(low - MOST_HERE / 2, groups.length - MOST_HERE))
  return groups.slice(from, from + MOST_HERE)
}
