// The place that an event's own clause puts it in: what is struck or taken by its name ("shelled Aden"), or the phrase
// that follows in the clause ("a raid on a depot in Aden").
import type { LocatedMention } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { governor } from '../../languages/en/clauses.ts'
import { rank } from './scene.ts'

/** Prepositions whose phrase says where something happens to whom it happens. */
const PUTS: ReadonlySet<string> = new Set(['in', 'on', 'at', 'near', 'over', 'into', 'against', 'across', 'around', 'inside', 'outside', 'within', 'of', 'throughout', 'off', 'above'])
const REACH = 10

/** The places of the clause after the words at chunk `anchor`, the finest of those told; null where it tells none. */
export function directPlace(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][]): LocatedMention[] | null {
  let found: LocatedMention[] | null = null
  for (let j = anchor + 1; j < Math.min(chunks.length, anchor + REACH); j++) {
    const c = chunks[j]!
    if (c.kind === 'vg' || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel' || c.kind === 'comma' || c.kind === 'conj' || c.kind === 'dash') break
    if (!c.np) continue
    const group = groups.find((g) => g[0]!.first >= c.first && g[0]!.last <= c.last)
    if (!group) continue
    const prep = governor(chunks, j)
    if (prep === null ? j !== anchor + 1 : !PUTS.has(prep)) continue
    if (found === null || (rank(group[0]!) < rank(found[0]!) && group[0]!.country === found[0]!.country)) found = group
  }
  return found
}
