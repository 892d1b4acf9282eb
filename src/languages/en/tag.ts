// Word classes in context: each token (or known phrase, or number) of a sentence becomes one unit with one class.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_HYPHEN, FLAG_POSSESSIVE, FLAG_SENTENCE_START, TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_WORD, type TokenTable } from '../../model/document.ts'
import { ADJ, ADV, AUX, BASE, CONJ, DET, ING, knownAt, longestPhrase, MODAL, NEG, NOUN, PARTICIPLE, PAST, PREP, PRON, REL, SUB, THIRD, VERB, verbSense, type Lexeme, type VerbSense } from './lexicon.ts'
import { WordSet } from '../../text/vocabulary.ts'
import { wordGroup } from './count-words.ts'
import { hitsInHeadline, risesTo } from './headline-verbs.ts'
import { isKindOfWeapon } from './kinds-of-weapons.ts'
import type { NumberSpan } from './numbers.ts'
import { inTitleCase } from './title-case.ts'
import { BASE_AUX, DEMONYM, ENDS_ED, ENDS_ING, ENDS_LY, ING_LIKE, joinsPreposition, LIKE_ADJECTIVE, LOOKS, MANNER, PAST_LIKE, TELLS_STATE, TO_AUX } from './word-looks.ts'

export type UnitTag = 'det' | 'num' | 'adj' | 'noun' | 'proper' | 'pron' | 'verb' | 'aux' | 'modal' | 'prep' | 'conj' | 'sub' | 'rel' | 'adv' | 'to' | 'neg' | 'poss' | 'quote' | 'punct'

export interface Unit {
  first: number
  last: number
  tag: UnitTag
  lexeme: Lexeme | undefined
  /** The form of a verb: one of the bits of lexicon.ts. */
  form: number
  verb: VerbSense | null
  number: NumberSpan | null
  demonym: boolean
}

/** Prepositions that no clause follows. */
const OF_NOUNS: ReadonlySet<string> = new Set(['by', 'of', 'from', 'with', 'in', 'for', 'against', 'during', 'amid'])

/** Tokens `first`–`last` as units. */
export function tagUnits(tokens: TokenTable, first: number, last: number, numbers: readonly NumberSpan[], taken?: Uint8Array): Unit[] {
  const units: Unit[] = []
  const { lower, kind, flags } = tokens
  let n = 0
  let i = first
  while (i < last) {
    while (n < numbers.length && numbers[n]!.numberFirst < i) n++
    const number = n < numbers.length ? numbers[n]! : undefined
    if (number && number.numberFirst === i && !(taken && taken[i] === 1)) {
      // the bounding words before it belong to its unit
      while (units.length > 0 && units.at(-1)!.first >= number.first) units.pop()
      const start = Math.max(number.first, units.length > 0 ? units.at(-1)!.last : first)
      units.push({ first: start, last: number.numberLast, tag: 'num', lexeme: undefined, form: 0, verb: null, number, demonym: false })
      i = number.numberLast
      continue
    }
    if (taken && taken[i] === 1) { // a time expression stands beside the clause
      let end = i + 1
      while (end < last && taken[end] === 1) end++
      units.push({ ...unit(i, end, 'adv'), form: OF_TIME })
      i = end
      continue
    }
    const k = kind[i]!
    if (k === TOKEN_OPEN_QUOTE || k === TOKEN_CLOSE_QUOTE) { units.push(unit(i, i + 1, 'quote')); i++; continue }
    if (k === TOKEN_NUMBER) { units.push(unit(i, i + 1, 'num')); i++; continue }
    if (lower[i] === '.' && i > first && i + 1 < last && SHORT.has(tokens, i - 1)) { i++; continue } // "Lt. Col. Name Surname" is one phrase
    if (k !== TOKEN_WORD) { units.push(unit(i, i + 1, lower[i] === '&' ? 'conj' : i + 1 < last && isDigit(lower[i + 1]!.charCodeAt(0)) && CURRENCY.has(lower[i]!) ? 'adj' : 'punct')); i++; continue }
    if ((flags[i]! & FLAG_POSSESSIVE) !== 0) { units.push(unit(i, i + 1, 'poss')); i++; continue }
    const known = knownAt(tokens, i)
    const longest = known.phrases === undefined ? null : longestPhrase(known.phrases, tokens, i, last)
    const phrase = longest !== null && (taken !== undefined && taken[i + 1 + longest.rest.length] === 1 && OPENS_TIME.has(longest.rest.at(-1)!) || number !== undefined && i < number.first && number.first < i + 1 + longest.rest.length && number.numberFirst > i + longest.rest.length) ? null : longest // "took |in 2019|", "sent |up to 900| men"
    const lexeme = phrase === null ? known.lexeme : phrase.lexeme
    const end = phrase === null ? i + 1 : i + 1 + phrase.rest.length
    units.push({ first: i, last: end, tag: 'noun', lexeme, form: 0, verb: null, number: null, demonym: false })
    i = end
  }
  const titled = inTitleCase(tokens, first, last)
  for (let u = 0; u < units.length; u++) {
    resolve(tokens, units, u, titled)
    if (units[u - 1]?.tag === 'num' && isKindOfWeapon(lower, units[u]!.first)) { units[u]!.tag = 'adj'; units[u]!.verb = null }
    if (units[u]!.tag === 'adv' && SHARES.has(lower[units[u]!.first]!) && lower[units[u]!.last] === 'of') units[u]!.tag = 'noun' // "seized |most| of the town"
    else if (units[u]!.tag === 'prep' && ROUGHLY.has(lower[units[u]!.first]!) && (lower[units[u]!.last] === 'a' || lower[units[u]!.last] === 'one') && FRACTIONS.has(lower[units[u]!.last + 1] ?? '') || units[u]!.tag === 'prep' && ROUGHLY.has(lower[units[u]!.first]!) && lower[units[u]!.last] === 'half') units[u]!.tag = 'adv' // "seized |about| a fifth of the land"
  }
  return units
}

/** Words that are written short with a stop before a name. */
const SHORT = new WordSet(wordGroup('short_title')), SHARES: ReadonlySet<string> = new Set(['most', 'much'])
const ROUGHLY: ReadonlySet<string> = new Set(['about', 'around', 'over', 'under', 'above', 'below']), FRACTIONS: ReadonlySet<string> = new Set(['half', 'third', 'quarter', 'fifth', 'sixth', 'tenth'])
/** Prepositions that belong to the time behind them, not to the verb before. */
const OPENS_TIME: ReadonlySet<string> = new Set(['in', 'on', 'at', 'by'])

/** Marks of money before their number: "a |$275m| package" is one phrase. */
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const CURRENCY: ReadonlySet<string> = new Set(['$', '€', '£', '¥', '₴'])
/** The form of "able" and "to" in "were able to leave". */
export const OF_ABILITY = -2
/** The form of a time expression's unit. */
export const OF_TIME = -1
const unit = (first: number, last: number, tag: UnitTag): Unit => ({ first, last, tag, lexeme: undefined, form: 0, verb: null, number: null, demonym: false })
const STATE_SENSE: VerbSense = verbSense('state', 'subject', 'state')
const STATE_SENSES: Record<string, VerbSense> = { dead: verbSense('die', 'subject', 'die'), missing: verbSense('miss', 'subject', 'miss'), unaccounted: verbSense('miss', 'subject', 'miss'), homeless: verbSense('displace', 'subject', 'displace'), stuck: verbSense('trap', 'subject', 'trap') }
const KIN_DET: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', 'our', 'its', 'of'])
const NOMINAL: ReadonlySet<UnitTag> = new Set(['noun', 'proper', 'num', 'pron'])

function firstTag(tokens: TokenTable, next: Unit | undefined): number {
  if (!next) return 0
  if (next.number || next.tag === 'num') return 2
  if (next.tag === 'adv' && !next.lexeme) return ADV // a time expression
  if (next.tag === 'punct' || next.tag === 'quote' || next.tag === 'poss') return 0
  if (next.lexeme && next.lexeme.tags) return next.lexeme.tags
  if ((tokens.flags[next.first]! & FLAG_CAPITAL) !== 0) return NOUN
  const looks = LOOKS.at(tokens, next.first)
  return (looks & (ENDS_ED | ENDS_ING)) !== 0 ? VERB : (looks & ENDS_LY) !== 0 ? ADV : NOUN
}

/** What stands before a preposition of several words. */
const BESIDE_NAMES: ReadonlySet<string> = new Set(['noun', 'proper', 'num', 'verb', 'prep', 'pron'])

/** Chooses the class of unit `u`; those to its left are chosen already. */
function resolve(tokens: TokenTable, units: Unit[], u: number, titled: boolean): void {
  const me = units[u]!
  if (me.tag !== 'noun') return
  const word = tokens.lower[me.first]!
  const capital = (tokens.flags[me.first]! & FLAG_CAPITAL) !== 0
  const opens = (tokens.flags[me.first]! & FLAG_SENTENCE_START) !== 0 || (u > 0 && units[u - 1]!.tag === 'quote' && u === 1)
  const before = u > 0 ? units[u - 1]! : undefined
  const next = units[u + 1]
  const lexeme = me.lexeme
  const tags = lexeme?.tags ?? 0
  // "US", "WHO": a name in capitals, not the pronoun
  if ((word === 'us' || word === 'who' || word === 'it') && (tokens.flags[me.first]! & FLAG_ALL_CAPS) !== 0) { me.demonym = word === 'us'; me.tag = me.demonym && nominalFollows(tokens, next) ? 'adj' : 'proper'; return }
  if (word === 'is' && (tokens.flags[me.first]! & FLAG_ALL_CAPS) !== 0 && next !== undefined && next.tag === 'noun' && (tokens.flags[next.first]! & FLAG_ALL_CAPS) === 0) { me.tag = 'proper'; return } // "IS fighters"
  if (before?.tag === 'aux' && before.form === OF_ABILITY && word !== 'to' && (tags & VERB) !== 0) return asVerb(me, BASE) // "were able to leave"
  if (word === 'able' && before?.tag === 'aux' && next !== undefined && tokens.lower[next.first] === 'to') { me.tag = 'aux'; me.form = OF_ABILITY; return }
  if (word === 'to' && before?.tag === 'aux' && before.form === OF_ABILITY) { me.tag = 'aux'; me.form = OF_ABILITY; return }
  if (before !== undefined && BESIDE_NAMES.has(before.tag) && joinsPreposition(tokens, me.first)) { me.tag = 'adv'; return } // "two men close to the bridge", "on board the boat"
  const looks = LOOKS.at(tokens, me.first)
  if (capital && (looks & DEMONYM) !== 0) { me.tag = 'adj'; me.demonym = true; if (!nominalFollows(tokens, next) || word.endsWith('s') && !word.endsWith('ss')) me.tag = 'noun'; return } // "the Russians captured the town"
  // a capital in the middle of a sentence is a name, unless the word is one of grammar or the whole line is in capitals
  if (capital && !opens && me.last - me.first === 1 && (tags & (DET | PRON | PREP | CONJ | SUB | AUX | MODAL | REL)) === 0 && !(lexeme?.weapon || lexeme?.counted) && (tokens.flags[me.first]! & FLAG_ALL_CAPS) === 0 && !(titled && (tags & (VERB | NOUN | ADJ)) !== 0)) {
    if (!(tags & VERB) || !headlineVerb(before)) { me.tag = 'proper'; return }
  }
  // "the last functioning hospital", "the few remaining doctors": two words before a noun tell which it is
  if (!capital && u > 1 && (tags === 0 ? (looks & ING_LIKE) !== 0 : lexeme!.forms === ING) && ((before!.lexeme?.tags ?? 0) & ADJ) !== 0 && units[u - 2]!.tag === 'det' && nominalFollows(tokens, next)) { before!.tag = 'adj'; me.tag = 'adj'; return }
  if (tags === 0) {
    if (!capital && (tokens.flags[me.first]! & FLAG_HYPHEN) !== 0 && nameAfterHyphen(tokens, me.first)) { me.tag = 'proper'; return } // "al-Shami"
    if ((tokens.flags[me.first]! & FLAG_HYPHEN) !== 0 && !capital) { me.tag = nominalFollows(tokens, next) ? 'adj' : 'noun'; return }
    if (capital && opens && (looks & MANNER) !== 0 && next?.tag === 'punct' && tokens.lower[next.first] === ',') { me.tag = 'adv'; return } // "Unfortunately, two people died"
    if (capital) { me.tag = 'proper'; return }
    if ((looks & MANNER) !== 0) { me.tag = 'adv'; return }
    if ((looks & PAST_LIKE) !== 0) return participle(me, before, next, tokens, PAST | PARTICIPLE)
    if ((looks & ING_LIKE) !== 0) {
      if (before && (before.tag === 'det' || before.tag === 'adj' || before.tag === 'poss' || before.tag === 'prep')) { me.tag = 'noun'; return }
      me.tag = 'verb'; me.form = ING; return
    }
    me.tag = (looks & LIKE_ADJECTIVE) !== 0 && nominalFollows(tokens, next) ? 'adj' : 'noun'
    return
  }
  if (me.last - me.first > 1) return phraseClass(me, tags)
  if (word === 'to' && next && (LOOKS.at(tokens, next.first) & MANNER) !== 0 && units[u + 2]?.lexeme && (units[u + 2]!.lexeme!.forms & BASE) !== 0 && !isNounHere(units[u + 2])) { me.tag = 'to'; return } // "to finally destroy"
  if (word === 'to') { me.tag = next?.lexeme && ((next.lexeme.forms & BASE) !== 0 && !isNounHere(next) || (LOOKS.at(tokens, next.first) & TO_AUX) !== 0) ? 'to' : 'prep'; return }
  if (word === 'that') {
    const after = firstTag(tokens, next)
    me.tag = before && NOMINAL.has(before.tag) && (after & (VERB | AUX | MODAL | ADV)) !== 0 ? 'rel' : (!before || before.tag === 'prep') && (after & NOUN) !== 0 ? 'det' : 'sub'
    return
  }
  if ((word === 'first' || word === 'last') && before !== undefined && (NOMINAL.has(before.tag) || before.tag === 'rel') && next?.lexeme !== undefined && (next.lexeme.forms & PAST) !== 0 && (next.lexeme.tags & NOUN) === 0) { me.tag = 'adv'; return } // "they first took it in 2014"
  if (word === 'enemy' && before?.tag !== 'num' && (isPastVerb(next) || ((next?.lexeme?.tags ?? 0) & (AUX | MODAL)) !== 0 || next !== undefined && ((next.lexeme?.tags ?? 0) & ADV) !== 0 && isPastVerb(units[u + 2]))) { me.tag = 'noun'; return } // "the enemy shelled the town"
  if (word === "'s") { me.tag = 'aux'; return }
  if (tags & NEG) { me.tag = word === 'no' || word === 'neither' ? 'det' : 'neg'; return }
  if (tags & MODAL && word !== 'might' && word !== 'may' || ((word === 'may' || word === 'might') && !capital)) { me.tag = 'modal'; return }
  if (tags & AUX) { me.tag = 'aux'; me.form = lexeme!.forms; return }
  if (tags & REL && word !== 'that') { me.tag = 'rel'; return }
  if (word === 'her' || word === 'his' || word === 'their' || word === 'its' || word === 'our' || word === 'my') { me.tag = word === 'her' && !nominalFollows(tokens, next) ? 'pron' : 'det'; return }
  if (word === 'either' && before?.tag === 'aux') { me.tag = 'adv'; return } // "were either killed or seized"
  if (tags & DET) {
    if ((word === 'all' || word === 'both') && next?.lexeme && (next.lexeme.tags & DET) !== 0 && KIN_DET.has(tokens.lower[next.first]!)) { me.tag = 'det'; return } // "both her sons"
    if ((word === 'all' || word === 'both' || word === 'each' || word === 'some' || word === 'those' || word === 'these' || word === 'this' || word === 'another' || word === 'either') && !nominalFollows(tokens, next)) { me.tag = 'pron'; return }
    if (word === 'another' && next !== undefined && (LOOKS.at(tokens, next.first) & TELLS_STATE) !== 0 && !nounFollows(tokens, units[u + 2])) { me.tag = 'pron'; return } // "two were killed and another captured alive"
    me.tag = 'det'; return
  }
  if (tags & PRON) { me.tag = 'pron'; return }
  if (tags & CONJ) { me.tag = 'conj'; return }
  if (word === 'so' && before?.tag === 'aux' && next !== undefined && tokens.lower[next.first] === 'far') { me.tag = 'adv'; return } // "nine have so far been killed"
  if (word === 'since' && before?.tag === 'aux' && next?.lexeme && ((next.lexeme.forms & PARTICIPLE) !== 0 || tokens.lower[next.first] === 'been')) { me.tag = 'adv'; return } // "two have since escaped"
  if (word === 'in' && next !== undefined && tokens.lower[next.first] === 'total' && units[u + 2]?.number != null) { me.tag = 'adv'; return } // "in total 28 people died"
  if (word === 'in' && next !== undefined && tokens.lower[next.first] === 'turn' || word === 'turn' && tokens.lower[before?.first ?? -1] === 'in') { me.tag = 'adv'; return } // "the rebels in turn shelled the town"
  if (tags & PREP) { me.tag = 'prep'; return }
  if (tags & SUB) { me.tag = 'sub'; return }
  if ((looks & TELLS_STATE) !== 0 && tags & VERB && before?.tag === 'aux' && next && (next.number !== null || next.tag === 'num') && (lexeme!.forms & PARTICIPLE) !== 0) return asVerb(me, PARTICIPLE) // "has stranded 1,500 pilgrims"
  if ((looks & TELLS_STATE) !== 0 && before?.tag === 'prep' && tokens.lower[before.first] === 'of' && (units[u - 2]?.number && !nominalFollows(tokens, next) || risesTo(tokens, units, u + 1))) { me.tag = 'noun'; return } // "dozens of wounded", "the number of wounded rises to"
  if (risesTo(tokens, units, u) && before?.tag !== 'num') return asVerb(me)
  if (lexeme?.event != null && before?.tag === 'aux' && u > 1 && tokens.lower[units[units[u - 2]!.tag === 'aux' ? Math.max(0, u - 3) : u - 2]!.first] === 'there') { me.tag = 'noun'; return } // "there was fighting"
  if ((looks & TELLS_STATE) !== 0 && tags & ADJ && tags & VERB && !(lexeme!.verbs[0]!.sense !== 'common') && !nominalFollows(tokens, next) && before?.tag !== 'det') return state(me, word)
  if (tags & VERB && tags & ADV && lexeme!.forms & BASE && before?.tag !== 'to' && before?.tag !== 'modal') { me.tag = 'adv'; return } // "down"
  if (tags & ADJ && tags & VERB && before && (before.tag === 'det' || before.tag === 'poss' || before.tag === 'prep' || before.tag === 'num') && (lexeme!.forms & BASE) !== 0 && nominalFollows(tokens, next)) { me.tag = 'adj'; return } // "the last pocket", "30 top leaders"
  if (tags & VERB && !(tags & NOUN) && lexeme!.forms === BASE && IS.has(tokens.lower[(before?.tag === 'adv' ? units[u - 2] : before)?.first ?? -1] ?? '') && !nominalFollows(tokens, next)) { me.tag = 'adj'; return } // "she is free again"
  if (tags & VERB && (lexeme!.forms & BASE) !== 0 && (lexeme!.forms & (PAST | PARTICIPLE)) === 0 && before?.tag === 'proper' && afterNamed(tokens, units, u) && !nominalFollows(tokens, next) && next?.tag !== 'noun') { me.tag = 'noun'; return } // "the Noor shelter, …"
  if (tags & VERB && lexeme!.forms === BASE && before?.tag === 'noun' && (!before.lexeme?.plural || tokens.lower[before.first] === 'police') && opensWithA(tokens, units, u)) { me.tag = 'noun'; return } // "in a video address": one thing, for which a verb would need its -s
  if (tags & VERB && lexeme!.forms === BASE && before?.tag === 'verb' && before.lexeme !== undefined && !(before.lexeme.forms & BASE) && (before.lexeme.forms & (PAST | THIRD)) !== 0 && CONJOINS.has(tokens.lower[next?.first ?? -1] ?? '')) { me.tag = 'adj'; return } // "fired cruise and ballistic missiles"
  if (tags & VERB && lexeme!.forms === BASE && before?.tag === 'verb' && GIVES.has(before.lexeme?.verbs[0]?.lemma ?? '')) { me.tag = 'noun'; return } // "granted amnesty to"
  // "the deputy head of the council": a verb of one would have its -s
  if (tags & VERB && lexeme!.forms === BASE && (before?.tag === 'noun' && !before.lexeme?.plural || before !== undefined && FORMERLY.has(tokens.lower[before.first]!)) && next !== undefined && tokens.lower[next.first] === 'of') { me.tag = 'noun'; return }
  // "released 12 documents", "one of these shelters": so many do not do what one does
  if (tags & VERB && lexeme!.forms === THIRD && before !== undefined && SEVERAL.has(tokens.lower[before.first]!)) { before.tag = 'det'; me.tag = 'noun'; return }
  if (tags & VERB && lexeme!.forms === THIRD && before?.tag === 'num' && before.number !== null && before.number.value > 1) { me.tag = 'noun'; return }
  // "seven repair workers", "two press photographers": what those counted do
  if (tags & VERB && lexeme!.forms === BASE && (before?.tag === 'adj' || before?.tag === 'det' || before?.tag === 'poss' || before?.tag === 'noun' && !before.lexeme?.plural) && next !== undefined && VICTIMS.has(tokens.lower[next.first]!)) { me.tag = 'adj'; return } // "four female kidnap victims"
  if (tags & VERB && lexeme!.forms === BASE && before?.tag === 'num' && before.number !== null && before.number.value > 1 && next?.lexeme?.plural && next.lexeme.counted !== null) { me.tag = 'adj'; return }
  if (capital && opens && !titled && u === 0 && (lexeme!.forms & (BASE | ING)) !== 0 && opensName(tokens, units, u, lexeme!.forms === ING)) { me.tag = 'proper'; return } // "Amnesty International said", "Free Burma Rangers"
  if (tags & VERB && tags & NOUN) return hitsInHeadline(tokens, units, u) ? asVerb(me) : nounOrVerb(me, before, next, tokens)
  if (tags & VERB) {
    if (lexeme!.forms & (PAST | PARTICIPLE) && !(lexeme!.forms & BASE)) return participle(me, before, next, tokens, lexeme!.forms)
    // "yesterday's hanging of two ensigns": done to whom "of" names
    if (lexeme!.forms === ING && next !== undefined && tokens.lower[next.first] === 'of' && before && (before.tag === 'det' || before.tag === 'poss' || before.tag === 'adj' || before.tag === 'prep' && tokens.lower[before.first] !== 'by')) { me.tag = 'noun'; return }
    // "the 101 remaining hostages"
    if (lexeme!.forms === ING && before && (before.tag === 'num' || before.tag === 'det' || before.tag === 'poss') && nominalFollows(tokens, next)) { me.tag = 'adj'; return }
    // "Ukrainian positions near", "assaulted positions in": behind an adjective or another verb stands a noun
    if (before && (before.tag === 'adj' || before.tag === 'verb') && lexeme!.forms & THIRD && next !== undefined && (next.tag === 'punct' || (firstTag(tokens, next) & (PREP | CONJ | AUX | MODAL)) !== 0)) { me.tag = 'noun'; return }
    // "the head of the group": a verb of the tables after "the" is a noun here
    if (before && lexeme!.forms & (BASE | THIRD) && (before.tag === 'det' || before.tag === 'poss' || (before.tag === 'adj' && (next?.tag === 'punct' || (u > 1 && (units[u - 2]!.tag === 'det' || units[u - 2]!.tag === 'prep')))))) { me.tag = 'noun'; return }
    // "hit by floods": no finite verb stands behind a preposition of nouns
    if (before?.tag === 'prep' && (lexeme!.forms & THIRD) !== 0 && (lexeme!.forms & BASE) === 0 && OF_NOUNS.has(tokens.lower[before.last - 1]!)) { me.tag = 'noun'; return }
    return asVerb(me)
  }
  if (tags & ADV && !(tags & ADJ)) { me.tag = 'adv'; return }
  if (tags & ADJ) {
    if ((looks & TELLS_STATE) !== 0 && !nominalFollows(tokens, next)) { if (before?.tag === 'det' || before?.tag === 'poss') { me.tag = 'noun'; return } return state(me, word) }
    if (tags & NOUN && before && (before.tag === 'num' || before.tag === 'det' || before.tag === 'poss' || before.tag === 'adj' || before.tag === 'proper' || (before.tag === 'prep' && word === 'light')) && (!nominalFollows(tokens, next) || doesThat(tokens, units, u))) { me.tag = 'noun'; return } // "one civilian was killed"
    me.tag = nominalFollows(tokens, next) || (before && (before.tag === 'aux' || before.tag === 'adv')) ? 'adj' : tags & ADV ? 'adv' : 'adj'
    return
  }
  me.tag = 'noun'
}

/** Whether a sentence opens with a name of which unit `u` is the first word: words with capitals follow it, two or more, or one that something is said to do. News orders nobody about. */
function opensName(tokens: TokenTable, units: readonly Unit[], u: number, doing: boolean): boolean {
  let i = u + 1
  if (i + 1 < units.length && tokens.lower[units[i]!.first] === 'the') i++
  const from = i
  while (i < units.length && units[i]!.number === null && units[i]!.tag !== 'punct' && units[i]!.tag !== 'quote' && (tokens.flags[units[i]!.first]! & FLAG_CAPITAL) !== 0) i++
  if (i === from) return false
  // "Downing Street said"; but "Bombing Gaza City"
  return i - from > 1 && !doing || i < units.length && (units[i]!.tag === 'poss' || ((units[i]!.lexeme?.tags ?? 0) & (VERB | AUX | MODAL)) !== 0 && ((units[i]!.lexeme?.tags ?? 0) & NOUN) === 0)
}

/** Whether the names before unit `u` have "the" or "a" before them: one thing, for which a bare verb would need its -s. */
function afterNamed(tokens: TokenTable, units: readonly Unit[], u: number): boolean {
  let i = u - 1
  while (i >= 0 && units[i]!.tag === 'proper') i--
  const word = i >= 0 && units[i]!.tag === 'det' ? tokens.lower[units[i]!.first]! : ''
  return word === 'the' || word === 'a' || word === 'an'
}

/** Whether the nouns and adjectives before unit `u` have "a" before them. */
function opensWithA(tokens: TokenTable, units: readonly Unit[], u: number): boolean {
  let i = u - 1
  while (i >= 0 && (units[i]!.tag === 'noun' || units[i]!.tag === 'adj')) i--
  return i >= 0 && units[i]!.tag === 'det' && A.has(tokens.lower[units[i]!.first]!)
}
const A: ReadonlySet<string> = new Set(['a', 'an'])
const CONJOINS: ReadonlySet<string> = new Set(['and', 'or'])
const GIVES: ReadonlySet<string> = new Set(['grant', 'give', 'offer', 'promise'])

/** "al-Zawra", "el-Amin": a small article joined to a name. */
function nameAfterHyphen(tokens: TokenTable, i: number): boolean {
  const written = tokens.text.slice(tokens.start[i]!, tokens.end[i]!)
  const hyphen = written.indexOf('-')
  const letter = written[hyphen + 1] ?? ''
  return hyphen > 0 && hyphen <= 4 && letter !== letter.toLowerCase()
}

function headlineVerb(before: Unit | undefined): boolean {
  return before !== undefined && (before.tag === 'aux' || before.tag === 'to' || before.tag === 'modal')
}

const isNounHere = (next: Unit): boolean => next.lexeme !== undefined && (next.lexeme.tags & NOUN) !== 0 && (next.lexeme.tags & VERB) === 0

/** A verb in its past form. */
const isPastVerb = (unit: Unit | undefined): boolean => unit?.lexeme !== undefined && (unit.lexeme.forms & PAST) !== 0
const HITS: ReadonlySet<string> = new Set(['hits', 'kills', 'wounds', 'injures', 'damages', 'destroys'])
const SEVERAL: ReadonlySet<string> = new Set(['these', 'those', 'several', 'many', 'both', 'few'])
function nominalFollows(tokens: TokenTable, next: Unit | undefined): boolean {
  if (!next) return false
  if (next.tag === 'poss') return false
  const tags = firstTag(tokens, next)
  if (tags === 0) return next.tag === 'quote' && false
  if (tags & 2) return true
  if (tags & (PREP | CONJ | SUB | AUX | MODAL | REL | PRON | DET)) return false
  if (tags & (NOUN | ADJ)) return true
  return (tags & VERB) !== 0 && next.lexeme !== undefined && (next.lexeme.forms & (PARTICIPLE | ING)) !== 0 && false
}

/** Whether a noun stands at unit `next`, or an adjective that goes before one. */
const nounFollows = (tokens: TokenTable, next: Unit | undefined): boolean => nominalFollows(tokens, next) && (firstTag(tokens, next) & (NOUN | 2)) !== 0

function phraseClass(me: Unit, tags: number): void {
  if (tags & NOUN && !(tags & VERB)) { me.tag = 'noun'; return }
  if (tags & VERB) return asVerb(me)
  me.tag = tags & ADJ ? 'adj' : 'noun'
}

function asVerb(me: Unit, form?: number): void {
  me.tag = 'verb'
  me.form = form ?? me.lexeme?.forms ?? 0
  me.verb = me.lexeme?.verbs[0] ?? null
}

/** "injured", "dead" with no noun after: a predicate of what stands before. */
function state(me: Unit, word: string): void {
  const own = me.lexeme?.verbs.find((v) => v.sense !== 'common')
  me.tag = 'verb'
  me.form = PARTICIPLE
  me.verb = own ?? STATE_SENSES[word] ?? STATE_SENSE
}

const VICTIMS: ReadonlySet<string> = new Set(['victim', 'victims'])
const FORMERLY: ReadonlySet<string> = new Set(['former', 'acting', 'ex', 'senior', 'current'])
const IS: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'been', 'be'])
/** Participles that stand before no noun as adjectives do. */
const BEARS: ReadonlySet<string> = new Set(['received', 'suffered', 'sustained', 'required', 'needed', 'sought', 'got', 'underwent', 'fled', 'died', 'escaped', 'survived', 'lost', 'left'])

function participle(me: Unit, before: Unit | undefined, next: Unit | undefined, tokens: TokenTable, forms: number): void {
  if (before?.tag === 'num' && BEARS.has(tokens.lower[me.first]!) || (forms & PARTICIPLE) === 0) return asVerb(me, forms & ~(BASE | THIRD)) // "another five received shrapnel wounds", "overthrew"
  const prenominal = before && (before.tag === 'det' || before.tag === 'adj' || before.tag === 'poss' || (before.tag === 'num' && next !== undefined)) && nominalFollows(tokens, next)
  if (prenominal && !(next!.number || next!.tag === 'num')) { me.tag = 'adj'; return }
  if (before && before.tag === 'det' && tokens.lower[before.first] === 'the' && !nominalFollows(tokens, next)) { me.tag = 'noun'; return } // "the wounded"
  // a participle that opens a phrase before its noun ("displaced people", "downed drones")
  if (me.lexeme && me.lexeme.tags & ADJ && (!before || before.tag === 'prep' || before.tag === 'verb' || before.tag === 'conj' || before.tag === 'punct') && nominalFollows(tokens, next) && !next!.number) { me.tag = 'adj'; return }
  // "in temporarily occupied Crimea", "included conscripted sailors"
  if (before && HELD.has(tokens.lower[me.first]!) && (before.tag === 'prep' || before.tag === 'verb' || before.tag === 'adv' && TEMPORARY.has(tokens.lower[before.first]!)) && nominalFollows(tokens, next) && !next!.number) { me.tag = 'adj'; return }
  asVerb(me, forms & ~(BASE | THIRD))
}

/** "the military |hit a school|": whether the word behind unit `u` is a verb with its object, though it could be a noun. */
function doesThat(tokens: TokenTable, units: readonly Unit[], u: number): boolean {
  const verb = units[u + 1]?.lexeme, object = units[u + 2]
  if (verb === undefined || (verb.tags & VERB) === 0 || (verb.forms & (PAST | THIRD)) === 0 || object === undefined) return false
  return object.number !== null || object.tag === 'num' || (firstTag(tokens, object) & DET) !== 0
}

/** What land, people and rulers are before their noun. */
const HELD: ReadonlySet<string> = new Set(['occupied', 'annexed', 'besieged', 'conscripted', 'mobilised', 'mobilized', 'liberated', 'recaptured', 'seized', 'ousted', 'deposed', 'toppled', 'overthrown', 'exiled', 'jailed', 'imprisoned', 'detained', 'slain', 'assassinated'])
const TEMPORARY: ReadonlySet<string> = new Set(['temporarily', 'currently', 'illegally', 'newly', 'recently', 'formerly', 'still'])

/** What two sides do, where one "with" the other follows. */
const MEETS_WITH: ReadonlySet<string> = new Set(['clash', 'battle', 'skirmish', 'deal'])
/** What a named side does, not what it has. */
const CLAIMS: ReadonlySet<string> = new Set(['claims', 'demands', 'vows'])

function nounOrVerb(me: Unit, before: Unit | undefined, next: Unit | undefined, tokens: TokenTable): void {
  const forms = me.lexeme!.forms
  const noun = (): void => { me.tag = 'noun' }
  if (MEETS_WITH.has(tokens.lower[me.first]!) && next !== undefined && tokens.lower[next.first] === 'with' && before !== undefined && (before.tag === 'adv' || before.tag === 'proper' || before.tag === 'noun' && before.lexeme?.plural)) return asVerb(me) // "separatists again clash with"
  const after = firstTag(tokens, next)
  const objectFollows = next !== undefined && (next.number !== null || (after & (DET | PRON)) !== 0 || ((tokens.flags[next.first]! & FLAG_CAPITAL) !== 0 && next.tag !== 'punct' && next.tag !== 'quote') || (after === ADJ))
  if (before && (before.tag === 'to' || before.tag === 'modal' || before.tag === 'neg')) return asVerb(me)
  if (before?.tag === 'aux' && forms & (ING | PARTICIPLE)) return asVerb(me, forms & (ING | PARTICIPLE))
  if (before?.tag === 'aux' && (LOOKS.at(tokens, before.first) & BASE_AUX) !== 0) return asVerb(me)
  if (before?.tag === 'pron' || before?.tag === 'rel') return forms & ING && before.tag === 'pron' ? noun() : asVerb(me)
  if (before && (before.tag === 'det' || before.tag === 'poss' || before.tag === 'num')) {
    if (before.tag === 'num' && forms & (PAST | PARTICIPLE) && !(forms & BASE)) return asVerb(me)
    return noun()
  }
  if (forms & ING) {
    if (next && tokens.lower[next.first] === 'of') return noun()
    if (before?.tag === 'prep' && tokens.lower[me.first] === 'housing' && next?.tag === 'punct') return noun() // "square metres of housing, 40 schools"
    // "15 rebels fighting alongside …"
    if (before?.tag === 'noun' && before.lexeme?.plural && before.lexeme.counted && next && (after & (PREP | ADV)) !== 0) return asVerb(me, ING)
    if (objectFollows && before?.tag !== 'adj') return asVerb(me, ING)
    return me.lexeme!.event || me.lexeme!.counted || (before && (before.tag === 'adj' || before.tag === 'prep')) ? noun() : asVerb(me, ING)
  }
  if (before?.tag === 'adj' && tokens.lower[before.first] === 'enemy' && objectFollows && forms & (BASE | PAST | THIRD)) return asVerb(me) // "the enemy hit a block of flats"
  if (before?.tag === 'adj') {
    // "Russian strikes hit": the word after an adjective is its noun; "civilians dead", "the injured hit" are not met here
    return noun()
  }
  if (before?.tag === 'prep') return noun()
  if (forms & (PAST | PARTICIPLE) && !(forms & THIRD)) {
    // "hit", "shot", "cut": verb after a noun, noun elsewhere
    if (before && (before.tag === 'noun' || before.tag === 'proper')) return asVerb(me, PAST | PARTICIPLE)
    if (before && (before.tag === 'adv' || before.tag === 'aux')) return asVerb(me, PAST | PARTICIPLE)
    return objectFollows ? asVerb(me, PAST | PARTICIPLE) : noun()
  }
  if (tokens.lower[me.first] === 'fires' && before && (before.tag === 'noun' || before.tag === 'proper') && !before.lexeme?.plural && (next?.lexeme?.weapon ?? null) !== null && next!.lexeme!.plural) return asVerb(me) // "the group fires rockets"
  if (HITS.has(tokens.lower[me.first]!) && before?.tag === 'noun' && before.lexeme?.weapon != null && !before.lexeme.plural && (objectFollows || nominalFollows(tokens, next) && (after & VERB) === 0)) return asVerb(me) // "guided bomb hits apartment block"
  if (before && (before.tag === 'noun' || before.tag === 'proper')) {
    const verbNext = (after & (AUX | MODAL)) !== 0 || ((after & VERB) !== 0 && (after & NOUN) === 0)
    if (verbNext) return noun()
    if (before.tag === 'proper' && CLAIMS.has(tokens.lower[me.first]!) && next !== undefined && next.tag !== 'punct' && ((after & (PREP | CONJ)) === 0 || tokens.lower[next.first] === 'to')) return asVerb(me) // "Russia claims full control"
    if (forms & THIRD && objectFollows && !before.lexeme?.plural && !before.lexeme?.weapon) return asVerb(me)
    if (forms & BASE && objectFollows && before.lexeme?.plural) return asVerb(me)
    return noun()
  }
  if (before?.tag === 'adv' && objectFollows) return asVerb(me)
  return noun()
}
