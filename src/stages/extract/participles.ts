// Participles that name what is done, or say which thing is meant, and tell no event of their own.
import type { Chunk } from '../../languages/en/chunks.ts'
import { governor } from '../../languages/en/clauses.ts'

/** "an attack on police training", "were undergoing training": what is done is spoken of as a thing. */
export function isNounOfDoing(chunks: readonly Chunk[], k: number): boolean {
  const { vg } = chunks[k]!
  return vg!.ing && !vg!.progressive && chunks[k - 1] !== undefined && (chunks[k - 1]!.vg !== null || chunks[k - 1]!.np !== null && governor(chunks, k - 1) === 'on')
}

/** "withdraw from seized territory", "in occupied areas": a participle before its noun says which is meant. */
export const standsBefore = (chunks: readonly Chunk[], k: number): boolean => STANDING.has(chunks[k]!.vg!.verb?.lemma ?? '') && chunks[k - 1]?.kind === 'prep' && NOUN_PREPOSITIONS.has(chunks[k - 1]!.word) && chunks[k]!.last - chunks[k]!.first === 1 && chunks[k + 1]?.np != null && chunks[k + 1]!.np!.article === '' && chunks[k + 1]!.np!.number === null
const NOUN_PREPOSITIONS: ReadonlySet<string> = new Set(['from', 'of', 'in', 'into', 'to', 'on', 'at', 'with', 'for', 'over', 'across'])
/** What has been done to a thing for long, and says which it is; one that was freed is news. */
const STANDING: ReadonlySet<string> = new Set(['seize', 'occupy', 'capture', 'annex', 'besiege', 'blockade', 'bomb', 'shell'])
