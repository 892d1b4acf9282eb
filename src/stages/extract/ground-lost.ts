// Ground that is lost: who is driven to leave it, and who gets it ("was forced to evacuate Sinai", "ceded Kars to Turkey").
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import { sideIn } from '../../languages/en/actors.ts'
import { sideOfChunks } from './clause-sides.ts'
import { FORCES } from './verb-types.ts'

const FORCED: ReadonlySet<string> = new Set(['force', 'compel', 'oblige', 'make'])
const LEAVES: ReadonlySet<string> = new Set(['evacuate', 'leave', 'quit', 'vacate', 'abandon', 'give_up', 'surrender', 'cede', 'return', 'hand_over', 'relinquish'])

/** "Israel was forced to evacuate Sinai": whether a side is driven to leave a place by the verb at `k`, whose objects are `objects`. */
export function isForcedOut(tokens: TokenTable, chunks: readonly Chunk[], placeAt: Uint8Array, k: number, objects: readonly number[]): boolean {
  const vg = chunks[k]!.vg!, forced = chunks[k - 1]?.vg
  if (!vg.infinitive || !LEAVES.has(vg.verb?.lemma ?? '') || forced == null || !forced.passive || forced.negated || forced.modal !== null || !FORCED.has(forced.verb?.lemma ?? '')) return false
  const loser = subjectOf(chunks, k - 1)[0]
  if (loser === undefined || !isParty(tokens, chunks[loser]!)) return false
  return objects.some((i) => placeAt[chunks[i]!.last - 1] === 1)
}

/** Who is a party by its head: a side or armed men, or a word for one. */
function isParty(tokens: TokenTable, c: Chunk): boolean {
  const { head, pronoun } = c.np!
  if (pronoun !== null) return pronoun === 'it' || pronoun === 'they'
  return head !== null && (sideIn(tokens, head.first, head.last) !== null || FORCES.test(tokens.lower[head.last - 1]!))
}

/** "forced |the army| to withdraw": who drives out whom, by the verb before the one at `k`; null where another thing stands there. */
export function drivenOut(tokens: TokenTable, chunks: readonly Chunk[], k: number): { by: string | null; against: string | null } | null {
  const forced = chunks[k - 2]?.vg, whom = chunks[k - 1]?.np
  if (!chunks[k]!.vg!.infinitive || whom == null || forced == null || forced.passive || !FORCED.has(forced.verb?.lemma ?? '')) return null
  return { by: sideOfChunks(tokens, chunks, subjectOf(chunks, k - 2)), against: sideIn(tokens, chunks[k - 1]!.first, chunks[k - 1]!.last) }
}

/** "lost the heights |to Israel|": who gets what the verb at `k` says is lost; null for nobody told. */
export function gainerOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): string | null {
  for (let j = k + 1; j + 1 < chunks.length && j < k + 9; j++) {
    const { kind, word } = chunks[j]!
    if (kind === 'vg' || kind === 'stop' || kind === 'sub' || kind === 'rel') return null
    if (kind === 'prep' && word === 'to') return chunks[j + 1]!.np ? sideIn(tokens, chunks[j + 1]!.first, chunks[j + 1]!.last) : null
  }
  return null
}

const BEGINS: ReadonlySet<string> = new Set(['begin', 'start', 'launch', 'open', 'unleash'])
/** "began in 1990, a full-scale invasion": the phrase of what is begun behind a time that is set off; -1 where none is. */
export function begunBehindTime(chunks: readonly Chunk[], k: number): number {
  if (!BEGINS.has(chunks[k]!.vg!.verb?.lemma ?? '')) return -1
  const at = chunks[k + 1]?.kind === 'prep' ? k + 2 : k + 1
  return chunks[at]?.kind === 'adv' && chunks[at + 1]?.kind === 'comma' && chunks[at + 2]?.np?.event === 'ground_combat' && chunks[at + 2]!.np!.article.startsWith('a') ? at + 2 : -1
}

/** "withdrew |from the city|": whether what the verb at `k` says is left stands behind it. */
export function leavesPlace(chunks: readonly Chunk[], k: number): boolean {
  for (let j = k + 1; j < chunks.length && j < k + 7; j++) {
    const { kind, word } = chunks[j]!
    if (kind === 'vg' || kind === 'stop' || kind === 'sub' || kind === 'rel') return false
    if (kind === 'prep' && (word === 'from' || word === 'of')) return true
  }
  return false
}
