// The place that a clause tells more of: "the town of X, which rebels took in May", "the capital X, held by rebels since May",
// "the land that rebels took in May".
import type { TokenTable } from '../../model/document.ts'
import { skippable } from '../../languages/en/clauses.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { isUnnamedLand } from './verb-types.ts'

const RELATIVES: ReadonlySet<string> = new Set(['which', 'that'])
/** So near before its verb stands the subject of a relative clause. */
const NEAR = 3

/** The phrase of a place before the relative clause whose verb at `k` has no object of its own, or before a participle set beside it; -1 where there is none. */
export function placeToldOf(tokens: TokenTable, chunks: readonly Chunk[], placeAt: Uint8Array, k: number, subjects: readonly number[], objects: readonly number[]): number {
  const vg = chunks[k]!.vg!
  if (vg.infinitive) return -1
  if (vg.bare && chunks[k - 1]?.kind === 'comma') return chunks[k + 1]?.word === 'by' ? placeBefore(chunks, placeAt, k - 2) : -1
  if (vg.passive || objects.length > 0 || subjects.length !== 1 || subjects[0]! >= k || k - subjects[0]! > NEAR) return -1
  const opener = chunks[subjects[0]! - 1]
  if (opener === undefined || opener.kind !== 'rel' && opener.kind !== 'sub' || !RELATIVES.has(opener.word)) return -1
  let at = subjects[0]! - 2
  while (at >= 0 && (skippable(chunks[at]!) || chunks[at]!.kind === 'comma' || chunks[at]!.kind === 'dash')) at--
  return chunks[at] !== undefined && isUnnamedLand(tokens, chunks[at]) ? at : placeBefore(chunks, placeAt, at)
}

/** The phrase at `i` where a place's name ends it. */
const placeBefore = (chunks: readonly Chunk[], placeAt: Uint8Array, i: number): number => (chunks[i]?.np != null && placeAt[chunks[i]!.last - 1] === 1 ? i : -1)
