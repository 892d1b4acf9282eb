// The sides of a war in English words: states by name, nationality, capital or government; armed groups by name.
import { readFileSync } from 'node:fs'
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_POSSESSIVE, type TokenTable } from '../../model/document.ts'
import { Kept } from '../../text/kept.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { wordGroup } from './count-words.ts'
import { ADJECTIVES, mayOpenSide, sideOf } from './demonyms.ts'

/** Sides that are armed groups, not states. */
export const ARMED_GROUPS = new Set<string>()
/** Countries (alpha-2 codes) and the armed groups that fight from them. */
const homes = new Map<string, string[]>()
/** The armed groups that fight from a country (an alpha-2 code). */
export const groupsAtHome = (code: string): readonly string[] => homes.get(code) ?? NO_GROUPS
/** States that the table knows leaders and bodies of. */
const STATES = new Set<string>()
/** Whether words are a leader's or a body's name by the table ("Macron", "the White House"), not the name of a state. */
export function namesLeader(tokens: TokenTable, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const hit = phraseSide(tokens.lower, i, last)
    if (hit) return STATES.has(hit.side) && stateOf(tokens.lower[hit.end - 1]!) === null
  }
  return false
}
/** The countries (alpha-2 codes) that an armed group fights from; none for a state. */
export const homesOf = (side: string): readonly string[] => homesBySide.get(side) ?? NO_GROUPS
const homesBySide = new Map<string, string[]>()
const NO_GROUPS: readonly string[] = []
const armsBySide = new Map<string, string>()
/** Whether a side that is no state has an air force. */
export const hasPlanes = (side: string): boolean => armsBySide.get(side) === 'planes'
/** Whether a side that is no state has the guns and drones of an army. */
export const hasGuns = (side: string): boolean => armsBySide.has(side)
/** "people's_army", "workers'_party": a sign of possession is a token of its own. */
const POSSESSOR = /([a-z])('s|(?<=s)')(?=_|$)/g
/** `lands`: where alone the words mean this side, as others bear the name elsewhere; null for a name that is its own everywhere. */
interface Phrase { rest: string[]; side: string; lands: readonly string[] | null }
const phrases = new Map<string, Phrase[]>()
for (const line of readFileSync(new URL('actors.tsv', import.meta.url), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue
  const [side, words, source, home, arms, shared, sharedIn] = line.split('\t') as [string, string, string, ...(string | undefined)[]]
  if (arms) armsBySide.set(side, arms)
  if (home) homesBySide.set(side, home.split(','))
  for (const code of home ? home.split(',') : []) {
    const groups = homes.get(code)
    if (!groups) homes.set(code, [side])
    else if (!groups.includes(side)) groups.push(side)
  }
  if (source.startsWith('armed groups')) ARMED_GROUPS.add(side)
  if (source.startsWith('bodies and leaders')) STATES.add(side)
  const keep = (written: string, lands: readonly string[] | null): void => {
    const [first, ...rest] = written.replaceAll(POSSESSOR, '$1_$2').split('_') as [string, ...string[]]
    phrases.set(first, [...(phrases.get(first) ?? []), { rest, side, lands }].sort((a, b) => b.rest.length - a.rest.length))
  }
  for (const written of words ? words.split(' ') : []) keep(written, null)
  for (const written of shared ? shared.split(' ') : []) keep(written, (sharedIn || home || '').split(','))
}

/** The name of those who fight a land's state, where no report names them otherwise ("Libyan rebels"). `named`: the table has them. */
export function rebelsOf(country: string): { side: string, named: boolean } | null {
  const adjective = ADJECTIVES.get(country)
  return adjective === undefined ? null : { side: `${adjective} rebels`, named: NAMED_REBELS.has(`${adjective} rebels`) }
}
const NAMED_REBELS: ReadonlySet<string> = new Set([...ARMED_GROUPS].filter((side) => side.endsWith(' rebels')))
for (const [country, adjective] of ADJECTIVES) {
  const side = `${adjective} rebels`, [first, ...rest] = adjective.toLowerCase().split(' ') as [string, ...string[]]
  if (NAMED_REBELS.has(side)) continue
  ARMED_GROUPS.add(side)
  homesBySide.set(side, [country])
  phrases.set(first, [...(phrases.get(first) ?? []), { rest: [...rest, 'rebels'], side, lands: null }, { rest: [...rest, 'rebel'], side, lands: null }].sort((a, b) => b.rest.length - a.rest.length))
}

export interface ActorMention {
  side: string
  first: number
  last: number
}

const cache = new Map<string, string | null>()
function stateOf(word: string): string | null {
  let side = cache.get(word)
  if (side === undefined) {
    side = sideOf(word)?.name ?? null
    if (cache.size > 50_000) cache.clear()
    cache.set(word, side)
  }
  return side
}

/** The side that a single lower-cased word names; null for none. */
export function sideOfWord(word: string): string | null {
  return phraseSide([word], 0, 1)?.side ?? stateOf(word)
}

/** What follows the hyphen of a word that speaks of the side before it ("Hamas-led"). */
const JOINED_ON: ReadonlySet<string> = new Set(['led', 'launched', 'occupied', 'controlled', 'installed', 'annexed'])

/** The state that one word with a capital names, or the side its first part does. */
function sideWithin(word: string): string | null {
  const side = stateOf(word)
  if (side !== null) return side
  const hyphen = word.indexOf('-')
  return hyphen >= 0 && JOINED_ON.has(word.slice(hyphen + 1)) ? sideOfWord(word.slice(0, hyphen)) : null
}

const sides: string[] = ['']
const sideNumbers = new Map<string, number>()
function numberOf(side: string): number {
  let number = sideNumbers.get(side)
  if (number === undefined) {
    sideNumbers.set(side, (number = sides.length))
    sides.push(side)
  }
  return number
}

const OPENS_PHRASE = 1, OPENS_NAME = 2, SIDE_BITS = 2
/** Whether a word opens a phrase of an armed group or a state's name in several words, and the number of the side it names alone. */
const words = new WordColumn((word) => {
  const side = sideWithin(word)
  return (phrases.has(word) ? OPENS_PHRASE : 0) | (mayOpenSide(word) ? OPENS_NAME : 0) | (side === null ? 0 : numberOf(side) << SIDE_BITS)
})

/** "the village of Riyadh": no capital that speaks for its state. */
const VILLAGES: ReadonlySet<string> = new Set(['village', 'villages', 'hamlet', 'hamlets'])
const LONGEST_NAME = 4
/** "Niger state media": of the land. */
const OF_RULERS: ReadonlySet<string> = new Set(['media', 'television', 'tv', 'radio', 'broadcaster', 'news', 'agency', 'department', 'visit', 'security', 'oil', 'newspaper', 'newspapers', 'officials', 'run', 'owned'])
/** What a group is that has the name of another before it. */
const OFFSHOOTS: ReadonlySet<string> = new Set(['affiliate', 'affiliates', 'affiliated', 'offshoot', 'offshoots', 'franchise'])
/** What a land's armed group is called before its name. */
const KINDS_OF_GROUP = wordGroup('kind_of_group')
/** States told by letters that make an everyday word ("Car bomb kills nine"). */
const SHORT_NAMES: ReadonlySet<string> = new Set(['car'])

/** The sides a document names, by the token where the words begin. */
interface Named {
  /** The number of the side, negative for a phrase that needs no capital; 0 where none begins. */
  side: Int16Array
  /** The token after the words. */
  end: Int32Array
  /** Where names begin that sides of several lands bear. */
  shared: number[]
}
const named = new Kept<Named>()

function namedIn(tokens: TokenTable): Named {
  return named.of(tokens) ?? named.keep(tokens, nameSides(tokens))
}

function nameSides(tokens: TokenTable): Named {
  const { count, flags } = tokens
  const made: Named = { side: new Int16Array(count), end: new Int32Array(count), shared: [] }
  for (let i = words.next(tokens, 0, count); i < count; i = words.next(tokens, i + 1, count)) {
    const value = words.at(tokens, i)
    if ((value & OPENS_PHRASE) !== 0) {
      const hit = phraseSide(tokens.lower, i, count)
      if (hit && OFFSHOOTS.has(tokens.lower[hit.end] ?? '')) continue // "an al-Qaeda affiliate"
      // "gallant troops": a leader's name alone has a capital
      if (hit?.lands) { // a name that others bear elsewhere: it has capitals, as a name
        if (!isWrittenAsName(tokens, i, hit.end)) continue
        if ((value & OPENS_NAME) === 0 || nameEnd(tokens, i, count) <= hit.end) { made.side[i] = -numberOf(hit.side); made.end[i] = hit.end; made.shared.push(i); continue } // not "|Costa| Rica"
      } else if (hit && (hit.end - i > 1 || !STATES.has(hit.side) || (flags[i]! & FLAG_CAPITAL) !== 0 && !(tokens.lower[i - 1] === 'of' && VILLAGES.has(tokens.lower[i - 2] ?? '')))) { made.side[i] = -numberOf(hit.side); made.end[i] = hit.end; continue }
    }
    if ((flags[i]! & FLAG_CAPITAL) === 0 || SHORT_NAMES.has(tokens.lower[i]!) && (flags[i]! & FLAG_ALL_CAPS) === 0) continue
    const end = (value & OPENS_NAME) !== 0 ? nameEnd(tokens, i, count) : 0
    if ((tokens.lower[i + 1] === 'border' || tokens.lower[i + 1] === 'frontier') && tokens.lower[i - 1] === 'the' && (tokens.lower[i - 2] === 'near' || tokens.lower[i - 2] === 'to')) continue // "close to the Mali border"
    if (end === 0 && isStateWithin(tokens, i)) continue
    if (ownsGroup(tokens, end > 0 ? end : i + 1) || end === 0 && leadsGroup(tokens, i + 1)) continue
    if (end > 0) { made.side[i] = numberOf(stateOf(tokens.lower.slice(i, end).join(' '))!); made.end[i] = end }
    else if (value >> SIDE_BITS > 0) { made.side[i] = value >> SIDE_BITS; made.end[i] = i + 1 }
  }
  return made
}

/** Lands whose name a state of a federation has, too. */
const ALSO_A_STATE: ReadonlySet<string> = new Set(['niger', 'mexico', 'georgia'])
/** Whether the name at token `i` is of a state of a federation: "in Katsina and |Niger| states", "|Niger| State police"; not "|Iran| states that", "|Iran| state forces". */
function isStateWithin({ lower, flags }: TokenTable, i: number): boolean {
  const isName = (at: number): boolean => ((flags[at] ?? 0) & FLAG_CAPITAL) !== 0
  if (lower[i + 1] === 'states' && lower[i - 1] === 'and' && isName(lower[i - 2] === ',' ? i - 3 : i - 2)) return true
  if (!ALSO_A_STATE.has(lower[i]!)) return false
  return lower[i + 1] === 'state' ? !OF_RULERS.has(lower[i + 2] ?? '') : lower[i + 1] === 'and' && isName(i + 2) && lower[i + 3] === 'states'
}

/** "Sudan's paramilitary |Rapid Support Forces|", "Somali Islamist group |al-Shabaab|": whether a group that fights stands as a land's own after the name that ends at token `i`. */
function ownsGroup({ lower, flags, count }: TokenTable, i: number): boolean {
  if (i + 1 >= count) return false
  const owned = (flags[i]! & FLAG_POSSESSIVE) !== 0
  if (!owned && !NATIONALITIES.has(lower[i - 1]!)) return false
  for (let at = owned ? i + 1 : i; at < count && at < i + 5; at++) {
    const hit = phraseSide(lower, at, count)
    if (hit !== null && ARMED_GROUPS.has(hit.side)) return true
    if (!KINDS_OF_GROUP.has(lower[at]!) && (owned || !CALLED_GROUP.has(lower[at]!))) return false
  }
  return false
}
/** What a people's name is before the name of its group, where a land's own ("Israel Hamas talks") is not. */
const NATIONALITIES: ReadonlySet<string> = new Set([...ADJECTIVES.values()].map((adjective) => adjective.toLowerCase()))
const CALLED_GROUP = wordGroup('called_group')

/** "Libyan |commander Khalifa Haftar|", "Sudanese |paramilitary leader| Hemedti": whether who leads an armed group is named behind the land that he is of, from token `i` on. */
function leadsGroup({ lower, count }: TokenTable, i: number): boolean {
  let at = i, leads = false
  while (at < count && at < i + 4 && (KINDS_OF_GROUP.has(lower[at]!) || GROUP_LEADERS.has(lower[at]!))) { leads ||= GROUP_LEADERS.has(lower[at]!); at++ }
  const hit = leads && at < count ? phraseSide(lower, at, count) : null
  return hit !== null && ARMED_GROUPS.has(hit.side)
}
const GROUP_LEADERS = wordGroup('group_leader')

/** "the Arab coalition", not "an arab coalition": the first word has a capital, or is joined by a hyphen ("rebel-held"). */
const isWrittenAsName = ({ lower, flags }: TokenTable, first: number, last: number): boolean => (flags[first]! & FLAG_CAPITAL) !== 0 || last - first === 1 && lower[first]!.includes('-')

/**
 * Settles whose the names are that sides of several lands bear ("SNA", "Northern Alliance"): the side's that the report names
 * by a name of its own, or else that of the one whose land the report speaks of (`lands`, alpha-2 codes); nobody's where neither tells.
 */
export function settleShared(tokens: TokenTable, lands: ReadonlySet<string>): void {
  const index = namedIn(tokens)
  if (index.shared.length === 0) return
  const own = new Set<string>(), shared = new Set(index.shared)
  for (let i = 0; i < tokens.count; i++) if (index.side[i] !== 0 && !shared.has(i)) own.add(sides[Math.abs(index.side[i]!)]!)
  for (const i of index.shared) {
    const length = index.end[i]! - i
    const bearers = phrases.get(tokens.lower[i]!)!.filter(({ rest, lands: at }) => at !== null && rest.length === length - 1 && rest.every((word, k) => tokens.lower[i + 1 + k] === word))
    const named = bearers.filter(({ side }) => own.has(side)), meant = named.length > 0 ? named : bearers.filter(({ lands: at }) => at!.some((land) => lands.has(land)))
    index.side[i] = meant.length === 1 ? -numberOf(meant[0]!.side) : 0
    if (index.side[i] === 0) index.end[i] = 0
  }
  index.shared = []
}

/** The lands that each armed group named fights from, in text order; a name that others bear elsewhere says nothing of them. */
export function homesNamed(tokens: TokenTable): (readonly string[])[] {
  const shared = new Set(namedIn(tokens).shared)
  return actorsIn(tokens, 0, tokens.count).filter(({ first }) => !shared.has(first)).map(({ side }) => homesOf(side)).filter((lands) => lands.length > 0)
}

/** Lets a capital that stands for its state where it is named ("Damascus rejected") be that side at these tokens alone. */
export function standFor(tokens: TokenTable, first: number, last: number, side: string): void {
  const index = namedIn(tokens)
  if (index.side[first] !== 0) return
  index.side[first] = numberOf(side)
  index.end[first] = last
}

/** The token after the longest name of a state in two to four words that begins at token `i` and ends by `last`; 0 where none does. */
function nameEnd(tokens: TokenTable, i: number, last: number): number {
  for (let n = Math.min(LONGEST_NAME, last - i); n > 1; n--) {
    if ((tokens.flags[i + n - 1]! & FLAG_CAPITAL) !== 0 && stateOf(tokens.lower.slice(i, i + n).join(' ')) !== null) return i + n
  }
  return 0
}

/** The side named at token `i` by words that end by `last`, where the longest words that begin there reach over it. */
function shorter(tokens: TokenTable, i: number, last: number, learned: ReadonlyMap<string, string> | undefined): ActorMention | null {
  const hit = phraseSide(tokens.lower, i, last)
  if (hit) return { side: hit.side, first: i, last: hit.end }
  if ((tokens.flags[i]! & FLAG_CAPITAL) === 0) return null
  const known = learned?.get(tokens.lower[i]!)
  if (known) return { side: known, first: i, last: i + 1 }
  const end = nameEnd(tokens, i, last)
  if (end > 0) return { side: stateOf(tokens.lower.slice(i, end).join(' '))!, first: i, last: end }
  const side = sideWithin(tokens.lower[i]!)
  return side === null ? null : { side, first: i, last: i + 1 }
}

/** The first side named between tokens `first` and `last`; null where none is. */
function firstIn(tokens: TokenTable, index: Named, first: number, last: number, learned: ReadonlyMap<string, string> | undefined): ActorMention | null {
  const { side, end } = index
  if (last > side.length) last = side.length
  for (let i = first; i < last; i++) {
    const number = side[i]!
    if (number === 0) {
      if (learned === undefined || (tokens.flags[i]! & FLAG_CAPITAL) === 0) continue
      const known = learned.get(tokens.lower[i]!)
      if (known) return { side: known, first: i, last: i + 1 }
      continue
    }
    if (end[i]! > last) {
      const found = shorter(tokens, i, last, learned)
      if (found) return found
      continue
    }
    if (number < 0) return { side: sides[-number]!, first: i, last: end[i]! }
    const known = learned?.get(tokens.lower[i]!)
    return known ? { side: known, first: i, last: i + 1 } : { side: sides[number]!, first: i, last: end[i]! }
  }
  return null
}

/** So many tokens the name of a group may have. */
const LONGEST_GROUP = 9

/** Whether token `i` stands within the longer name of a group ("the Islamic State of |Iraq| and the |Levant|"), where it names no place. */
export function insideGroup(tokens: TokenTable, i: number): boolean {
  const { side, end } = namedIn(tokens)
  for (let k = i - 1; k >= 0 && k > i - LONGEST_GROUP; k--) if (side[k]! < 0 && end[k]! > i) return true
  return false
}

/** The side named first between tokens `first` and `last`; null where none is. `learned`: surnames and their sides. */
export function sideIn(tokens: TokenTable, first: number, last: number, learned?: ReadonlyMap<string, string>): string | null {
  return firstIn(tokens, namedIn(tokens), first, last, learned)?.side ?? null
}

/** Every side named between tokens `first` and `last`, in order. A hyphened word counts by its first part ("Hamas-led", "Russian-held"). */
export function actorsIn(tokens: TokenTable, first: number, last: number, learned?: ReadonlyMap<string, string>): ActorMention[] {
  const found: ActorMention[] = []
  const index = namedIn(tokens)
  let at = first
  for (;;) {
    const next = firstIn(tokens, index, at, last, learned)
    if (next === null) return found
    found.push(next)
    at = next.last
  }
}

function phraseSide(lower: readonly string[], i: number, last: number): { side: string; end: number; lands: readonly string[] | null } | null {
  const list = phrases.get(lower[i]!)
  if (!list) return null
  for (const { rest, side, lands } of list) {
    if (i + rest.length >= last + (rest.length === 0 ? 1 : 0)) continue
    let k = 0
    while (k < rest.length && lower[i + 1 + k] === rest[k]) k++
    if (k === rest.length) return { side, end: i + 1 + k, lands }
  }
  return null
}
