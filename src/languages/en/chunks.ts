// Phrases: noun phrases with their numbers, verb groups with their voice and mood, and the words between them.
import { FLAG_CAPITAL, FLAG_HYPHEN, TOKEN_WORD, type TokenTable } from '../../model/document.ts'
import { PEOPLE, type Counted } from '../../model/claim.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { wordGroup } from './count-words.ts'
import { BASE, ING, PARTICIPLE, PAST, THIRD, type VerbSense } from './lexicon.ts'
import type { NumberSpan } from './numbers.ts'
import { OF_ABILITY, OF_TIME, type Unit } from './tag.ts'

export type ChunkKind = 'np' | 'vg' | 'prep' | 'conj' | 'sub' | 'rel' | 'adv' | 'comma' | 'stop' | 'dash' | 'open' | 'close' | 'quote'

/** The word of a chunk that is a time expression. */
export const TIME = '@time'

export interface Chunk {
  kind: ChunkKind
  first: number
  last: number
  /** Lower-cased first word of a preposition, conjunction, adverb or mark. */
  word: string
  np: NounPhrase | null
  vg: VerbGroup | null
}

export interface NounPhrase {
  number: NumberSpan | null
  /** "a", "an", "another", "one", "the", … or "". */
  article: string
  /** The unit of the head noun. */
  head: Unit | null
  counted: Counted | null
  plural: boolean
  /** The head left out: "seven", "eight more", "others". */
  elided: boolean
  /** The head is a name. */
  proper: boolean
  pronoun: string | null
  units: Unit[]
  /** Every event noun and weapon within, as entries. */
  event: string | null
  weapons: readonly string[]
}

export interface VerbGroup {
  verb: VerbSense | null
  senses: readonly VerbSense[]
  /** be, get or a bare participle: the one before it is the patient. */
  passive: boolean
  /** A participle without an auxiliary: told by what follows whether it is active. */
  bare: boolean
  perfect: boolean
  progressive: boolean
  negated: boolean
  modal: string | null
  infinitive: boolean
  ing: boolean
  past: boolean
  main: number
  adverbs: readonly string[]
  /** What clauses.ts found as its subject and its objects; null until it is asked. */
  subjects: readonly number[] | null
  objects: readonly number[] | null
}

const ELIDED = new Set(['others', 'other', 'more', 'another', 'else', 'further', 'them', 'additional'])
/** "a third was wounded": one more of those told. */
const ORDINAL = new Set(['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'])
/** What may stand before a number in one phrase: "all three", "those 12". */
const QUANTIFIERS = new Set(['all', 'both', 'these', 'those', 'each', 'another', 'some', 'this', 'any', 'other'])
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', "'s", "'re", "isn't", "aren't", "wasn't", "weren't", "it's", "they're", "we're", "he's", "she's", 'get', 'gets', 'got', 'getting', 'gotten'])
const HAVE = new Set(['has', 'have', 'had', 'having', "'ve", "hasn't", "haven't", "hadn't", "they've", "we've"])

const IS_BE = 1, IS_HAVE = 2, NOT_IN = 4, IN_PAST = 8, CANNOT = 16
/** What an auxiliary or a modal says of its group. */
const AUXILIARIES = new WordColumn((word) => (BE.has(word) ? IS_BE : HAVE.has(word) ? IS_HAVE : 0) | (word.endsWith("n't") ? NOT_IN : 0) | (/^(was|were|had|did|got)/.test(word) ? IN_PAST : 0) | (word === 'cannot' ? CANNOT : 0))
const AGED = 1, OF_PEOPLE = 2, LEAVES_OUT = 4, OF_MANY = 8
/** What a noun says by its own letters. */
const NOUNS = new WordColumn((word) => (/^[a-z\d]{1,9}-(?:year|month|day)-old$/.test(word) ? AGED : 0) | (/s$|ish$|ese$/.test(word) ? OF_PEOPLE : 0) | (ELIDED.has(word) ? LEAVES_OUT : 0) | (/[^s]s$/.test(word) ? OF_MANY : 0))

const UNDER_18: ReadonlySet<string> = new Set(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'])

/** Whether a phrase tells an age under 18: "16-year-old Name Surname". */
export const isMinor = (tokens: TokenTable, np: NounPhrase): boolean => np.units.some((unit) => (NOUNS.at(tokens, unit.first) & AGED) !== 0 && (tokens.lower[unit.first]!.includes('year') ? isYoung(tokens.lower[unit.first]!) : true))

/** "a 16-year-old", "a five-year-old": of an age under 18. */
const FUEL: ReadonlySet<string> = new Set(['oil', 'fuel', 'petrol', 'diesel', 'gasoline', 'kerosene', 'gas']), FUEL_STORES: ReadonlySet<string> = new Set(['depot', 'refinery', 'terminal'])

/** "one tank |of the depot|", "two tanks |at an oil depot|": tanks of fuel, by the words from token `at` on. */
function holdsFuel({ lower, kind }: TokenTable, at: number): boolean {
  if (lower[at] !== 'of' && lower[at] !== 'at') return false
  let fuel = lower[at] === 'of'
  for (let i = at + 1; i <= at + 4 && kind[i] === TOKEN_WORD; i++) {
    if (FUEL.has(lower[i]!) || lower[i] === 'refinery') fuel = true
    if (FUEL_STORES.has(lower[i]!)) return fuel
  }
  return false
}

function isYoung(age: string): boolean {
  const years = age.slice(0, age.indexOf('-'))
  return UNDER_18.has(years) || Number.parseInt(years, 10) < 18
}

/** Groups units into phrases. */
export function chunk(tokens: TokenTable, units: readonly Unit[]): Chunk[] {
  const chunks: Chunk[] = []
  const lower = tokens.lower
  let u = 0
  while (u < units.length) {
    const at = units[u]!
    // "hit a house |south of| the town"
    if (u > 0 && isBearing(tokens, units, u) && chunks.at(-1)!.kind !== 'prep' && chunks.at(-1)!.kind !== 'conj') { chunks.push({ ...plain('prep', at, lower), last: units[u + 1]!.last, word: 'near' }); u += 2; continue }
    switch (at.tag) {
      case 'det': case 'num': case 'adj': case 'noun': case 'proper': case 'pron': case 'poss': {
        const end = nounPhraseEnd(tokens, units, u)
        chunks.push({ kind: 'np', first: at.first, last: units[end - 1]!.last, word: lower[at.first]!, np: nounPhrase(tokens, units.slice(u, end)), vg: null })
        u = end
        break
      }
      case 'aux': case 'modal': case 'to': case 'verb': case 'neg': {
        // "40 people |comprising| 22 women and 18 men", "a crew |made up of| nine men": the parts of the whole before
        const parts = chunks.at(-1)?.np || chunks.at(-1)?.kind === 'comma' ? comprises(tokens, units, u) : 0
        if (parts > 0) { chunks.push({ ...plain('prep', at, lower), last: units[parts - 1]!.last, word: 'including' }); u = parts; break }
        const end = verbGroupEnd(tokens, units, u)
        chunks.push({ kind: 'vg', first: at.first, last: units[end - 1]!.last, word: lower[at.first]!, np: null, vg: verbGroup(tokens, units, u, end) })
        u = end
        break
      }
      case 'adv': {
        // an adverb right before a verb group belongs to it
        const next = units[u + 1]
        if (next && (next.tag === 'verb' || next.tag === 'aux' || next.tag === 'modal') && !(at.form === OF_TIME && chunks.at(-1)?.kind === 'prep')) {
          const end = verbGroupEnd(tokens, units, u)
          chunks.push({ kind: 'vg', first: at.first, last: units[end - 1]!.last, word: lower[at.first]!, np: null, vg: verbGroup(tokens, units, u, end) })
          u = end
        } else { chunks.push(at.form === OF_TIME ? { kind: 'adv', first: at.first, last: at.last, word: TIME, np: null, vg: null } : plain('adv', at, lower)); u++ }
        break
      }
      case 'punct': {
        const mark = lower[at.first]!
        if (mark === '%' && chunks.at(-1)?.np?.number && chunks.at(-1)!.last === at.first) { chunks.at(-1)!.last = at.last; u++; break } // "30% of the population" is one phrase
        if (mark === '.' && lower[at.first - 1] === 'incl') { u++; break } // "incl."
        chunks.push(plain(mark === ',' ? 'comma' : mark === '(' || mark === '[' ? 'open' : mark === ')' || mark === ']' ? 'close' : mark === '-' || mark === '–' || mark === '—' || mark === '--' || mark === '---' ? 'dash' : 'stop', at, lower))
        u++
        break
      }
      default:
        // "in and around the town": two prepositions before one phrase
        if (at.tag === 'prep' && chunks.at(-1)?.kind === 'conj' && chunks.at(-2)?.kind === 'prep' && chunks.length > 2 && chunks.at(-3)!.kind !== 'conj') { const pair = chunks.splice(-2)[0]!; chunks.push({ ...plain('prep', at, lower), first: pair.first }) } else chunks.push(plain(at.tag as ChunkKind, at, lower))
        u++
    }
  }
  return chunks
}

const COMPASS = wordGroup('compass')
/** "|south| of the town": a direction that "of" measures from a place. */
const isBearing = ({ lower }: TokenTable, units: readonly Unit[], u: number): boolean => COMPASS.has(lower[units[u]!.first]!) && units[u]!.last - units[u]!.first === 1 && units[u + 1]?.tag === 'prep' && lower[units[u + 1]!.first] === 'of'

/** Behind "comprising", "comprised of", "consisting of", "made up of" and a number of what a whole is made of; 0 where it says no such thing. */
function comprises(tokens: TokenTable, units: readonly Unit[], u: number): number {
  const word = tokens.lower[units[u]!.first]!
  let i = u + 1
  if (word === 'made' && tokens.lower[units[i]?.first ?? -1] === 'up') i++
  else if (word !== 'comprising' && word !== 'comprised' && word !== 'consisting') return 0
  if (tokens.lower[units[i]?.first ?? -1] === 'of') i++
  else if (word !== 'comprising') return 0
  return units[i]?.tag === 'num' ? i : 0
}

const plain = (kind: ChunkKind, unit: Unit, lower: readonly string[]): Chunk => ({ kind, first: unit.first, last: unit.last, word: lower[unit.first] === 'incl' ? 'including' : lower[unit.first]!, np: null, vg: null })

function nounPhraseEnd(tokens: TokenTable, units: readonly Unit[], u: number): number {
  let i = u
  let seenHead = false
  if (units[u]!.tag === 'pron' && !(units[u + 1]?.tag === 'num' && QUANTIFIERS.has(tokens.lower[units[u]!.first]!))) return u + 1
  for (; i < units.length; i++) {
    const { tag } = units[i]!
    if (seenHead && isBearing(tokens, units, i)) break
    if (tag === 'poss') { seenHead = false; continue }
    if (tag === 'noun' || tag === 'proper') { seenHead = true; continue }
    if (tag === 'adj') {
      if (seenHead && !(units[i + 1] && (units[i + 1]!.tag === 'noun' || units[i + 1]!.tag === 'proper' || units[i + 1]!.tag === 'adj'))) break
      if (seenHead && units[i - 1]!.tag === 'noun' && !units[i]!.demonym && !units[i - 1]!.lexeme?.weapon) { /* "air defence" style compounds go on */ }
      continue
    }
    if (seenHead && (tag === 'conj' || tag === 'punct')) { const shared = sharesEvent(tokens, units, u, i); if (shared > 0) { i = shared - 1; continue } }
    if (tag === 'det') { if (i > u && !(i === u + 1 && (tokens.lower[units[u]!.first] === 'all' || tokens.lower[units[u]!.first] === 'both'))) break; continue }
    if (tag === 'num') { if (seenHead) break; continue }
    if (tag === 'pron') { if (i > u) break; continue }
    if (tag === 'adv' && !seenHead && i > u) {
      const next = units[i + 1]
      if (next && (next.tag === 'adj' || next.tag === 'noun')) continue
      const w = tokens.lower[units[i]!.first]!
      if (ELIDED.has(w) && units[i - 1]!.tag === 'num') continue
      break
    }
    if (tag === 'quote' && !seenHead && i === u + 1 && units[u]!.tag === 'num' && units[u - 1]?.tag === 'quote' && (units[i + 1]?.tag === 'noun' || units[i + 1]?.tag === 'adj' || units[i + 1]?.tag === 'proper')) continue // "around thirty" fighters
    if (tag === 'quote' && i === u + 1 && (units[u]!.tag === 'adj' || units[u]!.tag === 'noun') && units[u - 1]?.tag === 'quote' && (units[i + 1]?.tag === 'noun' || units[i + 1]?.tag === 'adj')) continue // "substantial" talks
    if (tag === 'punct' && !seenHead && i > u && units[i - 1]!.tag === 'num' && tokens.lower[units[i]!.first] === '(' && (units[i + 1]?.tag === 'adj' || units[i + 1]?.tag === 'noun') && units[i + 2]?.tag === 'punct' && (units[i + 3]?.tag === 'noun' || units[i + 3]?.tag === 'adj')) { i += 2; continue } // "two (pro-government) fighters"
    if (tag === 'punct' && seenHead && units[u]!.tag === 'num' && tokens.lower[units[i]!.first] === '(' && units[i + 1]?.tag === 'proper' && units[i + 2]?.tag === 'punct' && units[i + 3]?.tag === 'noun') { i += 2; continue } // "five Varnian Guard Forces (VGF) fighters"
    if (tag === 'quote' && !seenHead && i > u && units[i - 1]!.tag === 'num' && units[i + 2]?.tag === 'quote' && (units[i + 1]!.tag === 'noun' || units[i + 1]!.tag === 'proper')) { seenHead = true; i += 2; continue } // 38 "kamikazes"
    if (tag === 'quote' && !seenHead && i > u) {
      // 16 "kamikaze" drones: marks around a word before its noun
      const close = units[i + 2]?.tag === 'quote' ? i + 2 : units[i + 3]?.tag === 'quote' ? i + 3 : -1
      const after = close > 0 ? units[close + 1] : undefined
      if (after && (after.tag === 'noun' || after.tag === 'adj') && units.slice(i + 1, close).every((x) => x.tag === 'adj' || x.tag === 'noun' || x.tag === 'proper')) { i = close; continue }
      // three “terrorists”: marks around what is counted
      if (units[i - 1]!.tag === 'num' && (units[i + 1]?.tag === 'noun' || units[i + 1]?.tag === 'adj') && closesSoon(units, i + 2)) continue
      break
    }
    break
  }
  return Math.max(i, u + 1)
}

/** Units that a list of weapons before their event takes. */
const MOST_SHARED = 8
const isWeapon = (unit: Unit | undefined): boolean => unit?.tag === 'noun' && unit.lexeme !== undefined && (unit.lexeme.weapon !== null || unit.lexeme.counted === 'tank') && !unit.lexeme.plural && unit.lexeme.event === null

/** "a missile| and drone attack", "missile|, drone and mortar strikes": where the phrase ends whose event all these weapons say more of; 0 where it is none. */
function sharesEvent(tokens: TokenTable, units: readonly Unit[], opens: number, from: number): number {
  if (!isWeapon(units[from - 1])) return 0
  let joined = false
  for (let i = from; i < units.length && i < from + MOST_SHARED; i++) {
    const { tag, first, lexeme } = units[i]!
    if (tag === 'conj') { if (joined || !isWeapon(units[i - 1])) return 0; joined = true; continue }
    if (tag === 'punct') { if (joined || tokens.lower[first] !== ',' || !isWeapon(units[i - 1])) return 0; continue }
    if (tag === 'adj' && joined) continue
    if (tag !== 'noun') return 0
    if (lexeme?.event && joined && (isWeapon(units[i - 1]) || lexeme.weapon !== null)) return lexeme.plural && ONE.has(tokens.lower[units[opens]!.first]!) ? 0 : i + 1
    if (!isWeapon(units[i])) return 0
  }
  return 0
}

/** Words that marks around what is counted may hold. */
const MOST_QUOTED = 7

/** Whether a mark of quotation stands within a few words of one phrase, with no verb before it. */
function closesSoon(units: readonly Unit[], from: number): boolean {
  for (let i = from; i < units.length && i < from + MOST_QUOTED; i++) { if (units[i]!.tag === 'quote') return true; if (units[i]!.tag === 'verb' || units[i]!.tag === 'aux') return false }
  return false
}

const ONE: ReadonlySet<string> = new Set(['a', 'an', 'another', 'one'])
const NAMED_THINGS: ReadonlySet<Counted> = new Set<Counted>(['ship', 'building', 'school', 'hospital', 'facility'])
const ONLY_LETTERS = /^\p{L}+$/u
const WHO: ReadonlySet<string> = new Set(['female', 'male', 'woman', 'women', 'teenage', 'girl', 'child', 'young', 'would-be', 'suspected'])
const PLANES: ReadonlySet<string> = new Set(['fighter', 'fighters', 'bomber', 'bombers'])
const NO_WEAPONS: readonly string[] = []

const MODELS = wordGroup('model_word')
/** "a tornado", "Tornado hits town": the common word, not the model of that name. */
const isCommonWord = (tokens: TokenTable, units: readonly Unit[], { first, last }: Unit): boolean => last - first === 1 && MODELS.has(tokens.lower[first]!) && ((tokens.flags[first]! & FLAG_CAPITAL) === 0 || units.length === 1)

/** "nine |People's Front| fighters": a genitive between two words of one name, with what is counted behind it. */
function insideName({ flags }: TokenTable, units: readonly Unit[], at: number): boolean {
  const before = units[at - 1], after = units[at + 1], head = units[units.length - 1]!
  return before !== undefined && after !== undefined && after !== head && (flags[before.first]! & FLAG_CAPITAL) !== 0 && (flags[after.first]! & FLAG_CAPITAL) !== 0 && head.tag === 'noun' && head.lexeme?.plural === true && head.lexeme.counted != null && PEOPLE.has(head.lexeme.counted)
}

function nounPhrase(tokens: TokenTable, units: Unit[]): NounPhrase {
  let number: NumberSpan | null = null, head: Unit | null = null, article = '', elided = false, weapons: string[] | null = null, event: string | null = null
  let afterPoss = false
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!
    if (unit.tag === 'poss') { if (number !== null && insideName(tokens, units, i)) continue; number = null; head = null; afterPoss = true; event = null; continue }
    if (unit.tag === 'det' && !afterPoss && article === '') article = tokens.lower[unit.first]!
    if (unit.tag === 'num' && unit.number && !number) number = unit.number
    if (unit.tag === 'noun' || unit.tag === 'proper') head = unit
    if (unit.lexeme) {
      if (unit.lexeme.event && (unit.tag === 'noun')) event = unit.lexeme.event
      if (unit.lexeme.weapon && unit.tag !== 'verb' && !isCommonWord(tokens, units, unit)) (weapons ??= []).push(unit.lexeme.weapon)
    }
  }
  let pronoun: string | null = null
  if (!head) {
    const last = units.at(-1)!
    if (last.tag === 'pron') { pronoun = tokens.lower[last.first]!; if (pronoun === 'another' && units.length === 1) article = 'another' }
    elided = number !== null || units.some((x) => (NOUNS.at(tokens, x.first) & LEAVES_OUT) !== 0) || (article === 'a' && units.length === 2 && ORDINAL.has(tokens.lower[last.first]!) && tokens.lower[last.last] !== 'of') // not "a third of them"
  } else if ((NOUNS.at(tokens, head.first) & LEAVES_OUT) !== 0) { elided = true; head = null }
  let counted: Counted | null = head?.lexeme?.counted ?? null
  if (head && !counted && head.demonym && (NOUNS.at(tokens, head.first) & OF_PEOPLE) !== 0) counted = 'person'
  const aged = units.some((unit) => (NOUNS.at(tokens, unit.first) & AGED) !== 0)
  if (head && !counted && head.demonym && (aged || ONE.has(article))) counted = 'person' // "a Palestinian", "17-year-old Palestinian"
  if (head && !counted && head.last - head.first === 1 && (tokens.flags[head.first]! & FLAG_HYPHEN) !== 0) {
    const age = /-year-old(s?)$|-month-old(s?)$|-day-old(s?)$/.exec(tokens.lower[head.first]!)
    if (age) counted = isYoung(tokens.lower[head.first]!) || /month|day/.test(age[0]) ? 'child' : 'person'
  }
  // "the landing vessel Saratov", "the Hotel Astra": a thing with its name after it
  if (head && !counted && head.tag === 'proper' && units.length > 1) { const kind = units.findLast((unit, at) => unit.tag !== 'proper' && at < units.indexOf(head!)); if (kind?.tag === 'noun' && !kind.lexeme?.plural && kind.lexeme?.counted && NAMED_THINGS.has(kind.lexeme.counted)) counted = kind.lexeme.counted }
  // "three ballistic missiles Iskander-M": several things with their model after them
  if (head && !counted && head.tag === 'proper' && number !== null && (number as NumberSpan).value > 1) { const kind: Unit | undefined = units[units.indexOf(head!) - 1]; if (kind?.tag === 'noun' && kind.lexeme?.plural && kind.lexeme.counted && !PEOPLE.has(kind.lexeme.counted)) { counted = kind.lexeme.counted; head = kind } }
  // "a school building"
  if (counted === 'building' && units.length > 1) { const inner = units[units.indexOf(head!) - 1]?.lexeme?.counted; if (inner === 'school' || inner === 'hospital') counted = inner }
  // "two Su-25 fighters": planes by their type
  if (counted === 'combatant' && PLANES.has(tokens.lower[head!.last - 1]!) && units.some((x) => x !== head && x.lexeme?.counted === 'aircraft')) counted = 'aircraft'
  // "ISIL bombers": men of a group, no planes
  if (counted === 'aircraft' && head !== null && (tokens.lower[head.last - 1] === 'bombers' || tokens.lower[head.last - 1] === 'bomber') && units.some((x) => x !== head && x.tag === 'proper' && !x.demonym && !x.lexeme?.counted && ONLY_LETTERS.test(tokens.lower[x.first]!))) { counted = 'combatant'; weapons = null }
  // "four female bombers": people who set off what they carry
  if (counted === 'aircraft' && head !== null && (tokens.lower[head.last - 1] === 'bombers' || tokens.lower[head.last - 1] === 'bomber') && units.some((x) => WHO.has(tokens.lower[x.first]!))) { counted = 'combatant'; weapons = null }
  // a child by age: "a 14-year-old girl" is one already, "a 15-year-old pupil" becomes one
  if (counted === 'tank' && head!.last - head!.first === 1 && holdsFuel(tokens, head!.last)) { counted = 'facility'; weapons = null }
  if (counted === 'person' && aged) for (const unit of units) {
    const age = (NOUNS.at(tokens, unit.first) & AGED) === 0 ? null : /-(year|month|day)-old$/.exec(tokens.lower[unit.first]!)
    if (age && (age[1] !== 'year' || isYoung(tokens.lower[unit.first]!))) counted = 'child'
  }
  return { number, article, head, counted, plural: head?.lexeme?.plural ?? (head !== null && head.tag === 'noun' && (NOUNS.at(tokens, head.last - 1) & OF_MANY) !== 0), elided, proper: head?.tag === 'proper', pronoun, units, event, weapons: weapons ?? NO_WEAPONS }
}

function verbGroupEnd(tokens: TokenTable, units: readonly Unit[], u: number): number {
  let i = u, main = false
  for (; i < units.length; i++) {
    const { tag } = units[i]!
    if (tag === 'verb') {
      if (main) break
      main = true
      continue
    }
    if (tag === 'aux' || tag === 'modal' || tag === 'to') {
      if (main) break
      continue
    }
    if (tag === 'neg') { if (main) break; continue }
    if (tag === 'quote' && !main && i > u && (units[i + 1]?.tag === 'verb' || (units[i + 1]?.tag === 'adv' && units[i + 2]?.tag === 'verb'))) continue // 'had been "liquidated"', 'were "summarily executed"'
    if (tag === 'adv') {
      const next = units[i + 1]
      if (!main && next && (next.tag === 'verb' || next.tag === 'aux' || next.tag === 'adv' || next.tag === 'modal' || next.tag === 'neg')) continue
      if (!main && next?.tag === 'quote' && i > u && units[i + 2]?.tag === 'verb') continue // 'were also "liquidated"'
      break
    }
    const behind = !main && i > u && units[i - 1]!.tag === 'aux' ? behindTime(tokens, units, i) : 0
    if (behind > 0) { i = behind - 1; continue }
    break
  }
  return Math.max(i, u + 1)
}

/** "were |on Tuesday| killed", "was|, on Monday night,| seized": behind the time that stands between auxiliary and verb; 0 where none does. */
function behindTime(tokens: TokenTable, units: readonly Unit[], from: number): number {
  const marked = tokens.lower[units[from]!.first] === ','
  let i = marked ? from + 1 : from
  if (units[i]?.tag === 'prep') i++
  if (units[i]?.tag !== 'adv' || units[i]!.form !== OF_TIME) return 0
  i++
  if (marked && tokens.lower[units[i]?.first ?? -1] !== ',') return 0
  if (marked) i++
  const next = units[i]?.tag === 'adv' ? units[i + 1] : units[i]
  return next?.tag === 'verb' || next?.tag === 'aux' ? i : 0
}

const NO_SENSES: readonly VerbSense[] = []
const NO_ADVERBS: readonly string[] = []

/** The units `from`–`to` as one verb group. */
function verbGroup(tokens: TokenTable, units: readonly Unit[], from: number, to: number): VerbGroup {
  const group: VerbGroup = { verb: null, senses: NO_SENSES, passive: false, bare: false, perfect: false, progressive: false, negated: false, modal: null, infinitive: false, ing: false, past: false, main: units[to - 1]!.first, adverbs: NO_ADVERBS, subjects: null, objects: null }
  let be = false, have = false
  for (let u = from; u < to; u++) {
    const unit = units[u]!
    const word = tokens.lower[unit.first]!
    if (unit.tag === 'aux' && unit.form === OF_ABILITY) be = have = false // what they were able to do, they did
    else if (unit.tag === 'aux') {
      const says = AUXILIARIES.at(tokens, unit.first)
      if ((says & IS_BE) !== 0) be = true
      else if ((says & IS_HAVE) !== 0) { have = true; be = false }
      if ((says & NOT_IN) !== 0) group.negated = true
      if ((says & IN_PAST) !== 0) group.past = true
    } else if (unit.tag === 'modal') { group.modal = word; if ((AUXILIARIES.at(tokens, unit.first) & (NOT_IN | CANNOT)) !== 0) group.negated = true }
    else if (unit.tag === 'to') group.infinitive = true
    else if (unit.tag === 'neg') group.negated = true
    else if (unit.tag === 'adv') { group.adverbs = [...group.adverbs, word]; if (word === 'never') group.negated = true }
    else if (unit.tag === 'verb') {
      group.main = unit.first
      group.verb = unit.verb
      group.senses = unit.verb === null ? unit.lexeme?.verbs ?? NO_SENSES : unit.lexeme?.verbs.includes(unit.verb) ? unit.lexeme.verbs : [unit.verb]
      const { form } = unit
      const participle = (form & (PARTICIPLE | PAST)) !== 0
      group.ing = (form & ING) !== 0 && !(form & PARTICIPLE)
      if (group.ing) group.progressive = be
      else if (participle && be) { group.passive = true; group.perfect = have }
      else if (participle && have) group.perfect = true
      else if (participle && !group.modal && !group.infinitive && !(form & (BASE | THIRD) && !(form & PARTICIPLE))) { group.bare = (form & PARTICIPLE) !== 0; group.past = true }
    }
  }
  group.perfect ||= have
  return group
}
