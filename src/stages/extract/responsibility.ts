// Who says an attack was theirs, or is blamed for it: the side that did it, where the words that tell the attack name none.
import type { Document, TokenTable } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { byAgents, sideOfChunks } from './clause-sides.ts'
import type { Told } from './sides.ts'

/** A side that owns to an attack, or is blamed for one. */
export interface Owned {
  side: string
  sentence: number
}

/** "claimed", "took responsibility" */
const OWNS: ReadonlySet<string> = new Set(['claim', 'take', 'admit', 'accept', 'assume'])
const OWNED = wordGroup('owned_deed')
/** An attack, or what is claimed of one ("responsibility"). */
const isDeed = (tokens: TokenTable, c: Chunk | undefined): boolean => c?.np?.head != null && (isAttack(c) || OWNED.has(tokens.lower[c.np.head.last - 1]!))
const isAttack = (c: Chunk | undefined): boolean => c?.np != null && (c.np.event === 'strike' || c.np.event === 'explosion' || c.np.event === 'violence_against_civilians' || c.np.event === 'ground_combat')

/** The sides that a sentence says to have owned to an attack, or blames for one. */
export function ownedIn({ chunks, index }: ParsedSentence, tokens: TokenTable, placeAt: Uint8Array): Owned[] {
  const found: Owned[] = []
  for (let k = 0; k < chunks.length; k++) {
    const vg = chunks[k]!.vg, lemma = vg?.verb?.lemma
    if (lemma === undefined || !OWNS.has(lemma) && lemma !== 'blame' || vg!.negated || vg!.modal !== null) continue
    const side = lemma === 'blame' ? blamedOf(tokens, chunks, k) : claimedBy(tokens, chunks, placeAt, k)
    if (side !== null) found.push({ side, sentence: index })
  }
  return found
}

/** "X claimed responsibility", "responsibility was claimed by X", "the blast, claimed by X,". */
function claimedBy(tokens: TokenTable, chunks: readonly Chunk[], placeAt: Uint8Array, k: number): string | null {
  const vg = chunks[k]!.vg!
  if (!vg.passive && objectsOf(chunks, k).some((p) => OWNED.has(tokens.lower[chunks[p]!.last - 1]!))) return sideOfChunks(tokens, chunks, subjectOf(chunks, k))
  const agents = vg.verb!.lemma === 'claim' ? byAgents(chunks, placeAt, k) : []
  if (agents.length === 0) return null
  return (vg.bare ? deedBefore(tokens, chunks, k) : subjectOf(chunks, k).some((p) => isDeed(tokens, chunks[p]))) ? sideOfChunks(tokens, chunks, agents) : null
}

/** "the blast in X on Monday, |claimed by Y|": whether an attack stands before a participle, in front of where and when it was. */
function deedBefore(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  for (let j = k - 1; j >= 0 && k - j < DEED_WITHIN; j--) {
    const { kind } = chunks[j]!
    if (isDeed(tokens, chunks[j])) return true
    if (kind === 'vg' || kind === 'stop' || kind === 'sub' || kind === 'comma' && j < k - 1) return false
  }
  return false
}
const DEED_WITHIN = 8

/** "blamed X for the attack", "blamed the attack on X", "the attack was blamed on X". */
function blamedOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): string | null {
  const vg = chunks[k]!.vg!, objects = vg.passive ? subjectOf(chunks, k) : objectsOf(chunks, k), from = vg.passive ? k : objects.at(-1) ?? k
  const prep = chunks[from + 1], behind = chunks[from + 2]
  if (prep?.kind !== 'prep' || behind?.np == null) return null
  if (prep.word === 'for' && isAttack(behind)) return sideOfChunks(tokens, chunks, objects)
  return prep.word === 'on' && objects.some((p) => isAttack(chunks[p])) ? sideOfChunks(tokens, chunks, [from + 2]) : null
}

const ATTACKS: ReadonlySet<string> = new Set(['strike', 'explosion', 'ground_combat', 'violence_against_civilians'])
/** So many sentences behind an attack words about it stand, and so far on what a report opens with. */
const BEHIND = 4, OPENS = 3

/** Gives the attacks that somebody owns to his side: of his sentence, else the one told last before; at the head of a report the first one told. */
export function settleOwned(told: readonly Told[], owned: readonly Owned[], { sentences }: Document): void {
  if (owned.length === 0) return
  const attacks = told.filter(({ claim }) => claim.type !== null && ATTACKS.has(claim.type)).sort((a, b) => a.claim.start - b.claim.start)
  for (const { side, sentence } of owned) {
    const { start, end } = sentences[sentence]!, from = sentences[Math.max(0, sentence - BEHIND)]!.start
    const here = attacks.filter(({ claim }) => claim.start >= start && claim.start < end)
    const meant = here[0] ?? attacks.findLast(({ claim }) => claim.start < start && claim.start >= from) ?? (sentence < OPENS ? attacks.find(({ claim }) => claim.start >= end) : undefined)
    if (meant === undefined || meant.by !== null || meant.against === side) continue
    const { place, date } = meant.claim
    for (const one of attacks) if (one.by === null && one.claim.place?.name === place?.name && one.claim.date?.from === date?.from && one.claim.date?.to === date?.to) one.by = one.claim.by = side
  }
}
