// Who says an attack was theirs, or is blamed for it: the side that did it, where the words that tell the attack name none.
import type { DatedMention, LocatedMention, TokenTable } from '../../model/document.ts'
import { ARMED_GROUPS } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { byAgents, sideOfChunks } from './clause-sides.ts'
import { moodOf } from './mood.ts'

/** A side that owns to an attack, or is blamed for one. */
export interface Owned {
  side: string
  sentence: number
  /** Who blames the side; null where it owns to the attack itself. */
  blamedBy: Blamer | null
  /** The tokens that say what was done; null where only "responsibility" does. */
  deed: { first: number; last: number } | null
  /** They point to an attack that is told ("the attack", "it"). */
  points: boolean
  /** They tell of an attack beside the one told: "a similar attack", "several earlier ones". */
  another: boolean
  /** Times and places of the deed, and the times that the clause has before it. */
  times: readonly DatedMention[]
  before: readonly DatedMention[]
  places: readonly LocatedMention[]
}

/** Who blames a side: a side, or somebody who speaks for one. */
interface Blamer {
  side: string | null
  official: boolean
}

/** Words of a sentence that a side owns to an attack in: the side, and the phrase that names the attack, -1 for none. */
interface Said {
  side: string | null
  deed: number
}

/** "claimed", "took responsibility" */
const OWNS: ReadonlySet<string> = new Set(['claim', 'take', 'admit', 'accept', 'assume'])
/** What nobody but armed men does without saying for what: a state takes responsibility for many things. */
const CLAIMS: ReadonlySet<string> = new Set(['claim', 'admit', 'accept'])
const OWNED = wordGroup('owned_deed'), DEEDS = wordGroup('attack_deed'), ANOTHER = wordGroup('another_attack'), OFFICIALS = wordGroup('blames_for_land')
const IT: ReadonlySet<string> = new Set(['it', 'this', 'that', 'them', 'these', 'both'])
const THE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'both', 'its', 'their'])
const headOf = (tokens: TokenTable, c: Chunk | undefined): string => (c?.np?.head ? tokens.lower[c.np.head.last - 1]! : '')
const isOwned = (tokens: TokenTable, c: Chunk | undefined): boolean => OWNED.has(headOf(tokens, c))
/** An attack, or what is claimed of one ("responsibility"). */
const isDeed = (tokens: TokenTable, c: Chunk | undefined): boolean => c?.np?.head != null && (isAttack(c) || isOwned(tokens, c))
const isAttack = (c: Chunk | undefined): boolean => c?.np != null && (c.np.event === 'strike' || c.np.event === 'explosion' || c.np.event === 'violence_against_civilians' || c.np.event === 'ground_combat')

/** The sides that a sentence says to have owned to an attack, or blames for one. `times`, `places`: those of the sentence. */
export function ownedIn({ chunks, index }: ParsedSentence, tokens: TokenTable, placeAt: Uint8Array, times: readonly DatedMention[], places: readonly LocatedMention[]): Owned[] {
  const found: Owned[] = []
  for (let k = 0; k < chunks.length; k++) {
    const vg = chunks[k]!.vg, lemma = vg?.verb?.lemma
    if (lemma === undefined || !OWNS.has(lemma) && lemma !== 'blame' || vg!.infinitive || vg!.modal !== null || vg!.adverbs.some((word) => UNTRUE.has(word)) || UNTRUE.has(tokens.lower[chunks[k]!.first - 1] ?? '') || moodOf(tokens, chunks, k) !== 'real') continue
    const { side, deed } = lemma === 'blame' ? blamedOf(tokens, chunks, k) : claimedBy(tokens, chunks, placeAt, k)
    if (side === null) continue
    const span = deed < 0 ? null : { first: chunks[chunks[deed - 1]?.word === TIME ? deed - 1 : deed]!.first, last: endOfDeed(chunks, deed) }, here = span ?? { first: chunks[k]!.last, last: chunks[k]!.last }, opening = openingOf(chunks, k)
    found.push({
      side, sentence: index, blamedBy: lemma === 'blame' ? blamerOf(tokens, chunks, k) : null, deed: span,
      points: deed < 0 || (chunks[deed]!.np ? [deed] : objectsOf(chunks, deed)).some((p) => IT.has(chunks[p]!.np!.pronoun ?? '') || THE.has(chunks[p]!.np!.article)),
      another: vg!.adverbs.some((word) => ANOTHER.has(word)) || deed >= 0 && chunks[deed]!.np !== null && speaksOfAnother(tokens, chunks, deed),
      times: times.filter((t) => t.first >= here.first && t.first < here.last),
      before: times.filter((t) => t.first < here.first && (t.first >= opening.first && t.first < opening.last || t.first >= chunks[k]!.first)),
      places: places.filter((m) => m.use === 'literal' && !m.demonym && m.first >= here.first && m.first < here.last),
    })
  }
  return found
}

/** The tokens that the clause of the verb at `k` opens with, before any other verb: "|last year the group| claimed", "|the group|, which rose up in 2014, claimed". */
function openingOf(chunks: readonly Chunk[], k: number): { first: number; last: number } {
  let from = k, to = k
  for (let j = k - 1; j >= 0 && j >= k - LONGEST_OPENING; j--) {
    const { kind, vg } = chunks[j]!
    if (kind === 'stop' || kind === 'conj' && chunks[j - 1]?.kind === 'comma' || kind === 'sub') break
    if (vg !== null || kind === 'rel') to = j
    from = j
  }
  return { first: chunks[from]!.first, last: chunks[to]!.first }
}
const LONGEST_OPENING = 20
const UNTRUE: ReadonlySet<string> = new Set(['falsely', 'wrongly', 'mistakenly', 'allegedly', 'erroneously'])

/** "a similar attack", "several bombings", "another": an attack beside the one that a report tells. */
function speaksOfAnother({ lower }: TokenTable, chunks: readonly Chunk[], deed: number): boolean {
  const { first, last, np } = chunks[deed]!
  if (BESIDE.has(chunks[deed - 1]?.word ?? '') && !THE.has(np!.article)) return true
  for (let t = first; t < last; t++) if (ANOTHER.has(lower[t]!)) return true
  return np!.plural && np!.number === null && np!.article === '' && np!.pronoun === null // "claims attacks in the region"
}

/** "months after |a bombing claimed by|": what stands before an attack that another is set beside. */
const BESIDE: ReadonlySet<string> = new Set(['after', 'before', 'since', 'following', 'like', 'than', 'unlike', 'recalling'])

/** Up to which token a phrase goes on that names an attack: with where and when it was, and what it did. */
function endOfDeed(chunks: readonly Chunk[], deed: number): number {
  let j = deed + 1
  for (; j < chunks.length && j < deed + LONGEST_DEED; j++) {
    const { kind, word } = chunks[j]!
    if (kind === 'stop' || kind === 'comma' && chunks[j + 1]?.kind !== 'rel' || kind === 'sub' && word !== 'that' || kind === 'conj' && chunks[j + 1]?.vg) break
  }
  return chunks[j - 1]!.last
}

const LONGEST_DEED = 30

const NOTHING: Said = { side: null, deed: -1 }

/** "X claimed responsibility", "responsibility was claimed by X", "the blast, claimed by X,". */
function claimedBy(tokens: TokenTable, chunks: readonly Chunk[], placeAt: Uint8Array, k: number): Said {
  const vg = chunks[k]!.vg!, { lemma } = vg.verb!
  if (!vg.passive) {
    const object = objectsOf(chunks, k).find((p) => isOwned(tokens, chunks[p]))
    if (object !== undefined) return ofResponsibility(tokens, chunks, object, lemma, sideOfChunks(tokens, chunks, subjectOf(chunks, k)))
  }
  const agents = lemma === 'claim' ? byAgents(chunks, placeAt, k) : []
  if (agents.length === 0) return NOTHING
  const deed = vg.bare ? deedBefore(tokens, chunks, k) : subjectOf(chunks, k).find((p) => isDeed(tokens, chunks[p])) ?? -1
  if (deed < 0) return NOTHING
  const side = sideOfChunks(tokens, chunks, agents)
  return isOwned(tokens, chunks[deed]) ? ofResponsibility(tokens, chunks, deed, lemma, side) : { side, deed }
}

/** "responsibility |for the attack|": for what the phrase at `object` is. The care of the wounded is no attack, and where nothing is said, only an armed group speaks of one. */
function ofResponsibility(tokens: TokenTable, chunks: readonly Chunk[], object: number, lemma: string, side: string | null): Said {
  for (let j = object + 1; j + 1 < chunks.length && j < object + FOR_WITHIN; j++) {
    const { kind, word } = chunks[j]!
    if (kind === 'prep' && word === 'for') { const deed = chunks[j + 1]!.word === TIME && chunks[j + 2]?.np ? j + 2 : j + 1; return tellsAttack(tokens, chunks, deed) ? { side, deed } : NOTHING } // "for |Monday's| attack"
    if (kind === 'stop' || kind === 'sub' || kind === 'vg' || kind === 'rel' || kind === 'comma') break
  }
  return side !== null && ARMED_GROUPS.has(side) && CLAIMS.has(lemma) ? { side, deed: -1 } : NOTHING
}
/** "the attack", "a series of attacks", "the murder", "it", "killing five": whether what the phrase at `i` tells is an attack. */
function tellsAttack(tokens: TokenTable, chunks: readonly Chunk[], i: number): boolean {
  const { np, vg } = chunks[i]!
  if (vg) return vg.ing && (HARMS.has(vg.verb?.sense ?? '') || objectsOf(chunks, i).some((p) => isAttack(chunks[p])))
  return np !== null && (isAttack(chunks[i]) || IT.has(np.pronoun ?? '') || DEEDS.has(headOf(tokens, chunks[i])) || chunks[i + 1]?.word === 'of' && isAttack(chunks[i + 2]))
}
/** What those do who own to it: "for killing ten soldiers", "for carrying out the raid". */
const HARMS: ReadonlySet<string> = new Set(['kill', 'injure', 'hit', 'damage', 'destroy', 'attack', 'bomb', 'shell', 'launch', 'explode', 'intercept', 'capture', 'storm', 'open_fire', 'invade', 'seize'])
/** So many phrases behind "responsibility" stands what it is for. */
const FOR_WITHIN = 7

/** "the blast in X on Monday, |claimed by Y|": the attack that stands before a participle, in front of where and when it was; -1 for none. */
function deedBefore(tokens: TokenTable, chunks: readonly Chunk[], k: number): number {
  for (let j = k - 1; j >= 0 && k - j < DEED_WITHIN; j--) {
    const { kind } = chunks[j]!
    if (isDeed(tokens, chunks[j])) return j
    if (kind === 'vg' || kind === 'stop' || kind === 'sub' || kind === 'comma' && j < k - 1) return -1
  }
  return -1
}
const DEED_WITHIN = 8

/** "blamed X for the attack", "blamed the attack on X", "the attack was blamed on X". */
function blamedOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): Said {
  const vg = chunks[k]!.vg!, objects = vg.passive ? subjectOf(chunks, k) : objectsOf(chunks, k), from = vg.passive ? k : objects.at(-1) ?? k
  const prep = chunks[from + 1], behind = chunks[from + 2]
  if (prep?.kind !== 'prep' || behind?.np == null) return NOTHING
  if (prep.word === 'for' && isAttack(behind)) return { side: sideOfChunks(tokens, chunks, objects), deed: from + 2 }
  const deed = prep.word === 'on' ? objects.find((p) => isAttack(chunks[p])) ?? -1 : -1
  return deed < 0 ? NOTHING : { side: sideOfChunks(tokens, chunks, [from + 2]), deed }
}

/** Who blames: in the passive nobody is told. */
function blamerOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): Blamer {
  const subjects = chunks[k]!.vg!.passive ? [] : subjectOf(chunks, k)
  return { side: sideOfChunks(tokens, chunks, subjects), official: subjects.some((p) => OFFICIALS.has(headOf(tokens, chunks[p]))) }
}
