// What a verb of hitting has for its object where its clause is set beside the thing: "the depot which drones hit".
import { PEOPLE } from '../../../model/claim.ts'
import type { Chunk } from '../../../languages/en/chunks.ts'
import { objectsOf } from '../../../languages/en/clauses.ts'

/** The objects of a verb; of one of hitting also the thing that its clause is set beside ("the depot which drones hit", "the warehouse it had targeted"). */
export function objectsBeside(chunks: readonly Chunk[], k: number, sense: string): readonly number[] {
  const objects = objectsOf(chunks, k), vg = chunks[k]!.vg!
  if (objects.length > 0 || vg.passive || vg.ing || !STRIKES.has(sense) || chunks[k - 1]?.np == null) return objects
  const told = chunks[k - 2]?.kind === 'rel' || chunks[k - 2]?.word === 'that' ? k - 3 : chunks[k - 1]!.np!.pronoun !== null ? k - 2 : -1, np = chunks[told]?.np
  return np?.counted != null && !PEOPLE.has(np.counted) && !np.plural && chunks[told - 1]?.vg?.verb?.lemma !== 'miss' ? [told] : objects
}
const STRIKES: ReadonlySet<string> = new Set(['hit', 'bomb', 'shell', 'attack'])
