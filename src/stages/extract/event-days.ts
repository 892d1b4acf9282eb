// Days of events by what their clause tells: what goes on, and times that are of another event of the sentence.
import type { DateRange } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { goingOnSince, type Calendar } from './days.ts'
import type { EventFinding } from './events.ts'

/** The days of an event that has gone on since a time or for a length of days; null for one that is over, and for acts of states. */
export function goingOn(document: Document, calendar: Calendar, { chunks, index }: ParsedSentence, e: EventFinding, begun: DateRange | null): DateRange | null {
  if (e.type === 'diplomacy') return null
  const verb = chunks[e.anchor]!.vg ? chunks[e.anchor]! : e.nominal ? verbOf(chunks, e.anchor) : chunks[e.anchor - 2] ?? null
  return verb?.vg?.perfect ? goingOnSince(document, calendar, index, verb.first, verb.last, begun?.to ?? null) : null
}

/** The verb that a noun is the subject of, where it stands near behind it. */
function verbOf(chunks: readonly Chunk[], k: number): Chunk | null {
  for (let j = k + 1; j < Math.min(chunks.length, k + 4); j++) if (chunks[j]!.vg) return subjectOf(chunks, j).includes(k) ? chunks[j]! : null
  return null
}

/** The token from which a participle behind an event tells another one ("an explosion near Crimea, annexed in 2014"): years told there are of that. */
export function asideFrom(e: EventFinding, { chunks }: ParsedSentence, events: readonly EventFinding[]): number {
  for (const { anchor: at } of events) if (at > e.anchor && chunks[at]!.first >= e.last && chunks[at]!.vg?.bare === true && chunks[at - 1]!.kind !== 'conj' && objectsOf(chunks, at).length === 0) return chunks[at]!.first
  return Infinity
}
