// Wars told with their time: "the Gaza war in 2014", "have been at war since 2014", "a conflict with the rebels since April
// 2023", "the war in Sudan goes into its third year". A war without its time is only spoken of.
import type { TokenTable } from '../../model/document.ts'
import { sideIn } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { governor, subjectOf } from '../../languages/en/clauses.ts'
import { sideOfChunks } from './clause-sides.ts'
import { FORCES } from './verb-types.ts'

/** What a clause tells of a war. */
export interface WarTold {
  rule: 'war-since' | 'war-of-time' | 'war-goes-on'
  /** The phrase that tells it, and those that its words begin and end with. */
  anchor: number
  first: number
  last: number
  by: string | null
  against: string | null
  /** The land that is told to be in it. */
  land: string | null
}

const WARS = wordGroup('war_called')
/** What those who are in a war do, by the preposition before it. */
const IN_WAR: Readonly<Record<string, ReadonlySet<string>>> = {
  at: new Set(['be', 'remain']),
  to: new Set(['go']),
  in: new Set(['engage', 'mire', 'lock', 'embroil', 'involve', 'be', 'remain', 'fight']),
  into: new Set(['fall', 'plunge', 'descend', 'slide', 'sink']),
  by: new Set(['grip', 'engulf', 'ravage', 'rock', 'hit', 'tear', 'tear_apart', 'devastate', 'wrack']),
}
/** What befalls a land, not what it does. */
const MIRED: ReadonlySet<string> = new Set(['mire', 'lock', 'embroil', 'be'])
/** What a war does that lasts. */
const LASTS: ReadonlySet<string> = new Set(['enter', 'go', 'go_into', 'drag', 'drag_on', 'grind', 'grind_on', 'stretch'])
/** What a war does to a land, or in it. */
const RAGES: ReadonlySet<string> = new Set(['rage', 'go_on', 'go', 'continue', 'engulf', 'ravage', 'grip', 'devastate', 'tear_apart', 'plague', 'rumble_on', 'persist', 'smoulder', 'simmer'])
const INTO = /^(plunge|drag|throw|push)_into$/
/** Prepositions of who fights whom where. */
const OF_WAR: ReadonlySet<string> = new Set(['in', 'between', 'with', 'against', 'of', 'on', 'over', 'among'])
const REACH = 11

/** The war that the phrase at `k` names, where its clause tells its time; null where it does not. */
export function warTold(tokens: TokenTable, chunks: readonly Chunk[], placeAt: Uint8Array, k: number): WarTold | null {
  const np = chunks[k]!.np!
  if (!np.head || !WARS.has(tokens.lower[np.head.last - 1]!) || np.article === 'no' || np.article === 'any' || isBloodless(tokens, chunks, k)) return null
  const prep = governor(chunks, k), vg = chunks[k - 2]?.vg
  if (prep !== null && vg != null && !vg.infinitive && vg.modal === null && IN_WAR[prep]?.has(vg.verb?.lemma ?? 'be') === true) {
    const time = timeBehind(chunks, k)
    if (time === null) return null
    const subjects = subjectOf(chunks, k - 2)
    if (!subjects.some((i) => fights(tokens, chunks[i]!, placeAt))) return null // "has been at war with his party"
    const side = sideOfChunks(tokens, chunks, subjects)
    return { rule: 'war-since', anchor: k, first: subjects[0] ?? k - 2, last: time - 2, by: vg.passive && (prep !== 'in' || MIRED.has(vg.verb?.lemma ?? 'mire')) ? null : side, against: foe(tokens, chunks, k, time), land: vg.passive ? side : null }
  }
  const into = chunks[k - 1]?.vg
  if (into != null && into.passive && into.modal === null && INTO.test(into.verb?.lemma ?? '')) {
    const time = timeBehind(chunks, k), subjects = subjectOf(chunks, k - 1)
    const land = sideOfChunks(tokens, chunks, subjects)
    return time === null || land === null ? null : { rule: 'war-since', anchor: k, first: subjects[0]!, last: time - 2, by: null, against: null, land } // "was plunged into civil war in 2020"
  }
  const next = chunks[k + 1]?.vg ? k + 1 : behindPlace(chunks, k)
  if (next >= 0 && LASTS.has(chunks[next]!.vg!.verb?.lemma ?? '') && chunks[next]!.vg!.modal === null && entersSpan(tokens, chunks, next)) return { rule: 'war-goes-on', anchor: k, first: k, last: next === k + 1 ? k : next - 1, by: sideIn(tokens, chunks[k]!.first, chunks[k]!.last), against: null, land: null }
  if (next >= 0 && RAGES.has(chunks[next]!.vg!.verb?.lemma ?? '') && chunks[next]!.vg!.perfect && chunks[next]!.vg!.modal === null) {
    const time = timeBehind(chunks, next)
    if (time !== null && chunks[time - 1]!.word === 'since') return { rule: 'war-since', anchor: next, first: k, last: time - 2, by: sideIn(tokens, chunks[k]!.first, chunks[k]!.last), against: null, land: null } // "this conflict has raged in Yemen since 2014"
  }
  const time = timeBehind(chunks, k)
  if (time === null || isToCome(tokens, chunks[time]!) || !namesPlace(chunks, placeAt, k, time)) return null
  return { rule: 'war-of-time', anchor: k, first: k, last: time - 2, by: sideIn(tokens, chunks[k]!.first, chunks[k]!.last), against: foe(tokens, chunks, k, time), land: null }
}

/** "a trade war", "the fight against cholera", "a war of words": no arms are taken up. */
function isBloodless(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  for (let t = chunks[k]!.first; t < chunks[k]!.last; t++) if (BLOODLESS.has(tokens.lower[t]!)) return true
  if (tokens.lower[chunks[k]!.last - 1] === 'intervention' && tokens.lower[chunks[k]!.last - 2] !== 'military' && sideIn(tokens, chunks[k]!.first, chunks[k]!.last) === null) return true // "the president's intervention in the debate"
  const prep = chunks[k + 1], aim = chunks[k + 2]
  if (prep?.kind !== 'prep' || aim?.np == null) return false
  if (prep.word === 'of' || prep.word === 'for') return aim.np.head !== null && !aim.np.proper && aim.word !== 'the'
  if (prep.word === 'between') return !fights(tokens, aim, NOWHERE) && !(chunks[k + 4]?.np != null && fights(tokens, chunks[k + 4]!, NOWHERE)) // "between two firms"
  return (prep.word === 'against' || prep.word === 'on' || prep.word === 'with') && !aim.np.proper && !fights(tokens, aim, NOWHERE)
}
const BLOODLESS = wordGroup('bloodless'), NOWHERE = new Uint8Array(0)

/** Whether a phrase names who fights: a side, a land or armed men. */
function fights(tokens: TokenTable, c: Chunk, placeAt: Uint8Array): boolean {
  const head = c.np?.head
  if (head == null) return false
  const word = tokens.lower[head.last - 1]!
  return placeAt[head.last - 1] === 1 || sideIn(tokens, c.first, c.last) !== null || FORCES.test(word) || FIGHTERS.has(word)
}
const FIGHTERS: ReadonlySet<string> = new Set(['group', 'groups', 'government', 'governments', 'country', 'nation', 'state', 'states', 'countries', 'factions', 'tribes', 'clans', 'sides', 'junta', 'regime', 'parties', 'generals', 'warlords', 'authorities', 'coalition'])

/** The chunk of the time that dates the phrase at `k` ("in 2014", "since April", behind who fights whom and where); null for none. */
export function timeBehind(chunks: readonly Chunk[], k: number): number | null {
  for (let j = k + 1; j + 1 < chunks.length && j < k + REACH; j++) {
    const { kind, word } = chunks[j]!
    if (chunks[j + 1]!.word === TIME && kind === 'prep') return word === 'since' || word === 'in' || word === 'from' || word === 'of' ? j + 1 : null
    if (kind === 'np' || kind === 'conj' || kind === 'adv' || kind === 'prep' && OF_WAR.has(word) || kind === 'open' || kind === 'close' || kind === 'comma' && j === k + 1) continue
    return null
  }
  return null
}

/** Whom the war is with, before its time. */
function foe(tokens: TokenTable, chunks: readonly Chunk[], k: number, time: number): string | null {
  for (let j = k + 1; j < time; j++) if (chunks[j]!.word === 'with' || chunks[j]!.word === 'against' || chunks[j]!.word === 'on') { const next = chunks[j + 1]; return next?.np ? sideIn(tokens, next.first, next.last) : null }
  return null
}

/** "in the coming days": no time that something happened at. */
function isToCome({ lower }: TokenTable, { first, last }: Chunk): boolean {
  for (let t = first; t < last; t++) if (TO_COME.has(lower[t]!)) return true
  return false
}
const TO_COME: ReadonlySet<string> = new Set(['coming', 'next', 'future', 'ahead'])

/** Whether a place is named from the phrase at `k` up to the one at `end`. */
export function namesPlace(chunks: readonly Chunk[], placeAt: Uint8Array, k: number, end: number): boolean {
  for (let t = chunks[k]!.first; t < chunks[end]!.first; t++) if (placeAt[t] === 1) return true
  return false
}

/** The verb behind "the war |in Sudan|"; -1 where another thing stands there. */
const behindPlace = (chunks: readonly Chunk[], k: number): number => (chunks[k + 1]?.kind === 'prep' && OF_WAR.has(chunks[k + 1]!.word) && chunks[k + 2]?.np && chunks[k + 3]?.vg ? k + 3 : -1)

/** "the Syrian civil war broke out": the land of a war that is told by its adjective; null for none. */
export function civilWarOf(tokens: TokenTable, chunks: readonly Chunk[], list: readonly number[]): string | null {
  for (const i of list) { const { first, last } = chunks[i]!; if (tokens.lower[last - 1] === 'war' && tokens.lower[last - 2] === 'civil') return sideIn(tokens, first, last) }
  return null
}

const SPANS: ReadonlySet<string> = new Set(['month', 'year'])
/** "goes into its sixth month": what a war reaches. */
function entersSpan(tokens: TokenTable, chunks: readonly Chunk[], verb: number): boolean {
  for (let j = verb + 1; j < chunks.length && j < verb + 4; j++) {
    const c = chunks[j]!
    if (c.word === TIME || c.np?.head != null) return SPANS.has(tokens.lower[c.last - 1]!)
    if (c.kind !== 'prep' && c.kind !== 'adv') return false
  }
  return false
}
