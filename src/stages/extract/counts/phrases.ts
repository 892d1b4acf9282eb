// Phrases around a counted phrase: its head word, what it is a part of, the list it opens.
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import type { TokenTable } from '../../../model/document.ts'
import type { Chunk, NounPhrase } from '../../../languages/en/chunks.ts'
import { groupsSaid, type SaidGroup } from '../../../languages/en/count-words.ts'
import type { Search } from './finding.ts'

export const ONE: ReadonlySet<string> = new Set(['a', 'an', 'another', 'one'])
export const WEAPONS: ReadonlySet<string> = new Set(['drone', 'missile', 'munition'])

/** The last word of the head noun, or "". */
export const headWord = (tokens: TokenTable, np: NounPhrase): string => (np.head ? tokens.lower[np.head.last - 1]! : '')

/** "300 drones and missiles", "200 troops and civilians": one number over two kinds counts what holds both. */
export function joined(chunks: readonly Chunk[], i: number, of: Counted | null): Counted | null {
  if (!chunks[i]!.np!.number) return of
  // "19 Hamas and Islamic Jihad fighters": the noun stands at the end of the pair
  if (!of && chunks[i]!.np!.head?.tag === 'proper' && chunks[i + 1]?.kind === 'conj') { const tail = chunks[i + 2]?.np; return tail && !tail.number && tail.counted && PEOPLE.has(tail.counted) ? tail.counted : of }
  // "43 command and signals centres": the noun stands at the end of the pair
  if (!of && chunks[i]!.np!.number!.value > 1 && chunks[i]!.np!.head?.tag === 'noun' && !chunks[i]!.np!.plural && chunks[i + 1]?.word === 'and') { const tail = chunks[i + 2]?.np; if (tail && !tail.number && tail.plural && tail.article === '' && tail.counted) return tail.counted }
  // "48 cruise and ballistic missiles", "12 ballistic and six cruise missiles", "90 attack and decoy drones": what flies stands at the end
  if (!of && tellsKind(chunks[i]!.np!) && chunks[i + 1]?.kind === 'conj') { const tail = chunks[i + 2]?.np; if (tail?.plural && tail.article === '' && tail.counted && WEAPONS.has(tail.counted)) return tail.counted }
  // "20 Ukrainian and 30 Russian soldiers", "one Colombian and three British workers": one noun for both
  if (chunks[i]!.np!.head?.demonym && !chunks[i]!.np!.plural && chunks[i + 1]?.kind === 'conj') { const tail = chunks[i + 2]?.np; if (tail?.number && tail.plural && tail.counted && PEOPLE.has(tail.counted)) return tail.counted }
  if (!of) return of
  const at = chunks[i]!.np!.counted ? i : afterOf(chunks, i)
  if (at < 0 || chunks[at + 1]?.kind !== 'conj' || chunks[at + 1]!.word !== 'and') return of
  const next = chunks[at + 2]?.np
  if (next?.counted === 'strike' && next.plural && !next.number && !chunks[at]!.np!.plural && WEAPONS.has(of)) return 'strike' // "12 drone and missile attacks"
  if (next && !next.number && next.plural && next.counted && chunks[at + 2]!.word === 'other' && !PEOPLE.has(of) && !PEOPLE.has(next.counted)) return next.counted // "40 tanks and other armoured vehicles": of the kind that takes in the first
  if (SOME.has(chunks[at + 2]?.word ?? '')) return of // "60 dead soldiers and several civilians": the others are not counted
  if (!next || next.number || next.article !== '' || !next.counted || next.counted === of || !next.plural) return of
  if (WEAPONS.has(of) && WEAPONS.has(next.counted)) return 'munition'
  if (PEOPLE.has(of) && PEOPLE.has(next.counted)) return 'person'
  return of
}

/** A number with nothing but what kind of thing it counts: "48 ballistic". */
const tellsKind = ({ number, units }: NounPhrase): boolean => number !== null && number.value > 1 && units.length > 1 && (units.at(-1)!.tag === 'adj' || units.at(-1)!.tag === 'noun')

const SOME: ReadonlySet<string> = new Set(['several', 'some', 'many', 'numerous', 'countless', 'other'])

/** The phrase after "of" that a number or noun is a part of: "three of the soldiers", "hundreds of people". */
export function partOf(chunks: readonly Chunk[], i: number): NounPhrase | null {
  const at = afterOf(chunks, i)
  return at >= 0 ? chunks[at]!.np : null
}

/** The index of the phrase after "of" or "among" that follows the one at `i`, or -1. */
export function afterOf(chunks: readonly Chunk[], i: number): number {
  // "five out of seven"
  const at = chunks[i + 1]?.word === 'out' ? i + 2 : i + 1
  if (chunks[at]?.kind !== 'prep' || (chunks[at]!.word !== 'of' && chunks[at]!.word !== 'among')) return -1
  let k = at + 1
  while (chunks[k]?.kind === 'quote' || chunks[k]?.kind === 'adv') k++
  return chunks[k]?.kind === 'np' ? k : -1
}

/** "including Name Surname, 35, |a captain|": the index of the name of whom the phrase at `i` only says who they are, or -1. */
export function namedBefore(chunks: readonly Chunk[], i: number): number {
  const at = chunks[i - 2]?.np?.number?.masked === 'an age' ? i - 4 : i - 2
  const np = chunks[i]!.np!, name = chunks[at]?.np
  return name != null && name.proper && !name.number && chunks[i - 1]!.kind === 'comma' && chunks[at + 1]!.kind === 'comma' && !np.proper && !np.number && !np.plural && np.article !== '' && np.article !== 'another' ? at : -1
}

/** Whether the phrase at `i` only says who the one is that was counted last. */
export const tellsRole = (s: Search, i: number): boolean => { const name = namedBefore(s.chunks, i); return name >= 0 && s.found.at(-1)?.patient === name }

const PARTS: ReadonlySet<string> = new Set(['including', 'among', 'amongst', 'as', 'after', 'before', 'since'])

/** Where brackets opened at `i` close; 0 where they do not. */
function closesAt(chunks: readonly Chunk[], i: number): number {
  for (let j = i + 1; j < chunks.length && j < i + IN_BRACKETS; j++) if (chunks[j]!.kind === 'close') return j
  return 0
}
const IN_BRACKETS = 6

/** The phrase at `i` and those that a list joins to it. */
export function listAfter(chunks: readonly Chunk[], i: number, tails = false): number[] {
  const list = [i]
  for (let j = i + 1; j < chunks.length && j < i + 200; j++) {
    const c = chunks[j]!
    if (c.kind === 'comma' || c.kind === 'conj') continue
    if (c.kind === 'open') { const shut = closesAt(chunks, j); if (shut > 0 && (chunks[shut + 1]?.kind === 'comma' || chunks[shut + 1]?.kind === 'conj')) { j = shut; continue } } // "830 personnel (+50), five tanks"
    // "hundreds of thousands of X and 6,000 Y": over what the number is of
    if (c.kind === 'prep' && c.word === 'of' && chunks[j - 1]!.np?.number && !chunks[j - 1]!.np!.head && chunks[j + 1]?.np) { j++; continue }
    // "the release of 20 prisoners as well as 30 hostages"
    if (c.kind === 'prep' && c.word === 'as' && chunks[j + 1]?.word === 'well' && chunks[j + 2]?.word === 'as' && chunks[j + 3]?.np?.number && chunks[j + 3]!.np!.head) { list.push(j += 3); continue }
    // "the murder of A and of B"
    if (c.kind === 'prep' && c.word === 'of' && chunks[j - 1]!.kind === 'conj' && chunks[i - 1]?.word === 'of' && chunks[j + 1]?.np && !chunks[j + 2]?.vg) { list.push(++j); continue }
    // with tails: "15 rebels fighting alongside others and 16 …"
    if (tails && c.kind === 'vg' && c.vg!.ing && !c.vg!.progressive) continue
    if (tails && c.kind === 'prep' && !PARTS.has(c.word) && chunks[j + 1]?.np && !chunks[j + 1]!.np!.number) { j++; continue }
    if (c.kind === 'np' && (chunks[j - 1]!.kind === 'conj' || chunks[j - 1]!.kind === 'comma') && (chunks[j + 1]?.kind !== 'vg' || (chunks[j + 1]!.vg!.bare && c.np!.number !== null && c.np!.head !== null && chunks[j + 2]?.kind === 'prep'))) { list.push(j); continue }
    break
  }
  return list
}

/** How many tokens before a sentence still tell what it speaks of. */
const NEARBY = 60

/** Whether the sentence, or the words right before it, has a word of the group. */
export function saidNearby(s: Search, { lane, bit }: SaidGroup): boolean {
  const first = s.chunks[0]!.first
  if (s.nearby[lane]! < 0) s.nearby[lane] = saidIn(s, lane) | groupsSaid(s.tokens, Math.max(0, first - 1 - NEARBY), first, lane)
  return (s.nearby[lane]! & bit) !== 0
}

/** Whether the sentence has a word of the group. */
export function sentenceHas(s: Search, { lane, bit }: SaidGroup): boolean {
  return (saidIn(s, lane) & bit) !== 0
}

function saidIn(s: Search, lane: number): number {
  if (s.said[lane]! < 0) s.said[lane] = groupsSaid(s.tokens, s.chunks[0]!.first, s.chunks[s.chunks.length - 1]!.last, lane)
  return s.said[lane]!
}
