// Finds the stretches of a report that name places, by the gazetteer and by wording.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_HYPHEN, TOKEN_WORD, type Document } from '../../model/document.ts'
import type { Gazetteer, GazetteerPlace } from '../../model/gazetteer.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { demonymOf } from '../../languages/en/demonyms.ts'
import { BEFORE_PLACE, COMMON_WORD, CONNECTOR, DIRECTION, DISTRICT_WORD, FIRST_NAME, LAST_NAME, NOT_NAME, ORG_WORD, REGION_WORD, SETTLEMENT_WORD, SITE_WORD, STATE_WORD, TITLE, abbreviatedState, placeWord } from '../../languages/en/place-words.ts'
import { foundAt, type Found } from './found.ts'
import { nationals, NO_PLACES, offerOf, statesOf } from './offer.ts'
import { peopleOf } from './people.ts'
import { adjacent, allCapitals, classOf, nameLike, possessive, settingOf, startsSentence, wordAfter, wordBefore, type Setting } from './reader.ts'
import { actsAt, again, isCouncil, unknownPlace, VILLAGE } from './unknown.ts'
import { beginsLonger, demonymHere, placesOf } from './words.ts'

const LONGEST = 6 // tokens of a name
const EXTRA_WORDS = new Set('urban rural residential refugee displacement nuclear power military air international border steel hydroelectric strip'.split(' '))
const STRONG = new Set(['in', 'at', 'near', 'outside', 'around', 'across', 'inside', 'throughout'])
const STREET = new Set('street avenue road boulevard lane drive square st ave rd blvd court place way'.split(' '))
const KIN = wordGroup('kin')
const INSTITUTION = new Set(['office', 'offices', 'court', 'hospital', 'police', 'council', 'headquarters', 'prison', 'jail', 'school', 'administration', 'commissioner', 'governor', 'chief', 'head', 'capital'])
/** Parts of a town that bear no name of their own: "a Beirut suburb", "two Kabul neighbourhoods". */
const PART_OF_TOWN = new Set(['suburb', 'suburbs', 'neighbourhood', 'neighborhood', 'neighbourhoods', 'neighborhoods'])
const GENERIC = REGION_WORD | STATE_WORD | DISTRICT_WORD | SETTLEMENT_WORD | SITE_WORD

/** Every place name of the document in text order, with people's names and other capitals left alone; in steps. */
export function* recognising(document: Document, gazetteer: Gazetteer): Generator<void, Found[], void> {
  const { tokens, sentences } = document
  const settings = sentences.map((sentence) => settingOf(tokens, sentence))
  const found: Found[] = [], people = peopleOf(document, settings)
  yield
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index]!, setting = settings[index]!
    for (let i = sentence.first; i < sentence.last;) {
      const flags = tokens.flags[i]!
      if (tokens.kind[i] !== TOKEN_WORD || (flags & (FLAG_CAPITAL | FLAG_HYPHEN)) === 0 || !nameLike(tokens, i)) {
        if ((flags & FLAG_HYPHEN) !== 0 && tokens.kind[i] === TOKEN_WORD) hyphenated(document, gazetteer, i, found)
        i++
        continue
      }
      i = nameAt(document, gazetteer, i, sentence.last, setting, found, people)
    }
  }
  yield
  return again(document, found, people)
}

// Reads the name that begins at token `i`, if any, and gives the token to go on from.
function nameAt(document: Document, gazetteer: Gazetteer, i: number, limit: number, setting: Setting, found: Found[], people: Set<string>): number {
  const { tokens } = document
  const previous = found.at(-1)
  const behindName = i > 1 && tokens.lower[i - 1] === ',' && nameLike(tokens, i - 2) || previous !== undefined && previous.last === i && allCapitals(tokens, i)
  const abbreviation = behindName && tokens.end[i]! - tokens.start[i]! <= 5 ? statesAt(document, i) : null
  if (abbreviation !== null) {
    const offer = gazetteer.lookup(abbreviation.state).filter((place) => place.precision === 'region')
    if (offer.length > 0) {
      const made = foundAt(i, abbreviation.last, tokens.start[i]!, tokens.end[abbreviation.last - 1]!, abbreviation.state, offer)
      made.head = 'region'
      found.push(made)
      return abbreviation.last
    }
  }
  const demonym = demonymHere(tokens, i)
  const isDemonym = demonym !== null && i + demonym.length <= limit && capitalised(document, i, demonym.length)
  let run = i // last token of the longest stretch that could be a name
  const shortest = isDemonym ? i + demonym.length : i
  const longer = beginsLonger(tokens, i, gazetteer)
  for (let j = i; j + 1 < limit && j - i < LONGEST - 1 && joined(document, j);) {
    j++
    if (nameLike(tokens, j)) run = j
  }
  for (let j = run; j >= shortest; j--) {
    if (j > i && !nameLike(tokens, j)) continue
    const match = j > i && !longer ? null : matchAt(document, gazetteer, i, j, limit, setting, people, longer, previous)
    if (match === null) {
      if (j === run && run > i) {
        const whole = unknownPlace(document, i, limit, setting, people, undefined, saysNothing, gazetteer)
        if (whole !== null && whole.last > i + 1 && whole.certain) { found.push(whole); return whole.last }
      }
      continue
    }
    if (match === 'person') return j + 1
    if (match.weak && j < run) {
      // "Qasr Binaya": a doubtful place, and more of the name behind it
      const whole = unknownPlace(document, i, limit, setting, people, previous, saysWhere, gazetteer)
      if (whole !== null && whole.last > match.last) { found.push(whole); return whole.last }
    }
    if (match.weak) match.worded = unknownPlace(document, i, limit, setting, people, previous, saysWhere, gazetteer)?.last === match.last
    found.push(match)
    return match.last
  }
  if (isDemonym) {
    const last = i + demonym.length
    const made = foundAt(i, last, tokens.start[i]!, tokens.end[last - 1]!, demonym.demonym.place, nationals(gazetteer.lookup(demonym.demonym.place), demonym.demonym.country))
    made.nationality = made.associative = true
    found.push(made)
    return last
  }
  if ((tokens.flags[i]! & FLAG_HYPHEN) !== 0 && hyphenated(document, gazetteer, i, found)) return i + 1
  const unknown = unknownPlace(document, i, limit, setting, people, previous, saysWhere, gazetteer)
  if (unknown !== null) { found.push(unknown); return unknown.last }
  return i + 1
}

function capitalised(document: Document, i: number, length: number): boolean {
  for (let k = i; k < i + length; k++) if ((document.tokens.flags[k]! & FLAG_CAPITAL) === 0) return false
  return true
}

// Whether a name may go on from token j to j + 1.
function joined(document: Document, j: number): boolean {
  const { tokens } = document
  if (adjacent(tokens, j)) return nameLike(tokens, j + 1) || (classOf(tokens, j + 1) & CONNECTOR) !== 0
  if (possessive(tokens, j + 1)) return j + 2 < tokens.count && nameLike(tokens, j + 2) && tokens.lower[j + 2] === 'republic'
  if (possessive(tokens, j)) return true
  if (tokens.lower[j + 1] === '.' ) { const word = tokens.lower[j]!; return word === 'st' || word === 'mt' || word === 'ft' || word === 'ste' }
  return tokens.lower[j] === '.' && tokens.kind[j + 1] === TOKEN_WORD
}

// A name of the gazetteer over tokens i to j (both included), read with the words beside it; null where it is none.
function matchAt(document: Document, gazetteer: Gazetteer, i: number, j: number, limit: number, setting: Setting, people: Set<string>, longer: boolean, previous: Found | undefined): Found | 'person' | null {
  const { tokens } = document
  const text = tokens.text
  const single = i === j
  const cls = classOf(tokens, i)
  if (single && (cls & DIRECTION) !== 0) return null
  // "Nuseirat refugee camp", "Gaza strip": generic words in small letters that belong to the name
  for (let k = Math.min(j + 3, limit - 1); k > j && longer && (cls & NOT_NAME) === 0; k--) {
    if (!followedByGenerics(document, j, k) || tokens.lower[k + 1] === 'of' && (classOf(tokens, k) & SETTLEMENT_WORD) !== 0 && k + 2 < limit && nameLike(tokens, k + 2)) continue // "the southern Gaza |city of Rafah|"
    const long = gazetteer.lookup(text.slice(tokens.start[i]!, tokens.end[k]!))
    if (long.length > 0) return foundAt(i, k + 1, tokens.start[i]!, tokens.end[k]!, text.slice(tokens.start[i]!, tokens.end[k]!), long)
  }
  if (tokens.lower[i - 1] === 'the' && KIN.has(tokens.lower[j + 1] ?? '')) return 'person' // "the Saddoun family"
  const name = text.slice(tokens.start[i]!, tokens.end[j]!)
  const offer = single ? placesOf(tokens, i, gazetteer) : gazetteer.lookup(name)
  if (offer.length === 0) return null
  const best = offer[0]!
  const generic = wordAfter(tokens, j)
  const genericClass = generic < 0 ? 0 : classOf(tokens, generic)
  const { wide, usual, famous, initials, usualPopulation } = offerOf(offer)
  const before = wordBefore(tokens, i)
  const beforeClass = before < 0 ? 0 : classOf(tokens, before)
  const listed = previous !== undefined && previous.last === i - 1 && !previous.weak && !previous.nationality && (tokens.lower[i - 1] === ',' || tokens.lower[i - 1] === 'and' || tokens.lower[i - 1] === 'or')
  const placed = listed || before >= 0 && (beforeClass & BEFORE_PLACE) !== 0 && (tokens.flags[before]! & FLAG_ALL_CAPS) === 0
  const inside = placed && before >= 0 && STRONG.has(tokens.lower[before]!)
  const contained = tokens.lower[j + 1] === ',' && j + 2 < limit && nameLike(tokens, j + 2) && !actsAt(tokens, j + 3) && saysWhere(document, gazetteer, j + 2)
  const made = foundAt(i, j + 1, tokens.start[i]!, tokens.end[j]!, name, offer)
  if (single) {
    const length = tokens.end[i]! - tokens.start[i]!
    const caps = allCapitals(tokens, i)
    if (length <= 3 && caps && !name.includes('.')) {
      if (setting === 'capitals' || !initials) return null
    } else if ((cls & NOT_NAME) !== 0) return null
    else if (length <= 3 && offerOf(offer).country && setting === 'ordinary') return null // "Car bombs"
    else if (caps && length === 4 && setting !== 'capitals' && usualPopulation <= 100_000) return null
    else if (length < 3) return null
    const everyday = (cls & (COMMON_WORD | ORG_WORD | TITLE | SETTLEMENT_WORD | SITE_WORD)) !== 0 && !famous
    if (!everyday && length <= 3 && !caps && !wide) {
      if (!usual || !placed && best.population < 100_000) return null
    } else if (everyday) {
      if (setting !== 'ordinary' || !usual || !(placed || contained)) return null
      if (best.population < 20_000 && !contained) return null
    }
    if (!usual && best.population < 5_000 && best.match === 'alternate') made.weak = true
  } else {
    // "Of", "The" and the like at the head of a longer phrase are no part of a name
    if ((classOf(tokens, i) & (NOT_NAME | BEFORE_PLACE)) !== 0 && startsSentence(document, i)) return null
    const everyday = !wide && everyWord(document, i, j, COMMON_WORD | NOT_NAME | TITLE | ORG_WORD)
    if (everyday && (!usual || !placed || setting !== 'ordinary')) return null
    if (!wide && (cls & FIRST_NAME) !== 0 && !inside && !contained && ((classOf(tokens, j) & LAST_NAME) !== 0 || best.population < 50_000)) return 'person'
  }
  if (single && !wide && !contained) {
    const personal = (cls & (FIRST_NAME | LAST_NAME)) !== 0
    if (people.has(tokens.lower[i]!) && !inside) return null
    if (personal && !placed && best.population < 500_000) return null
    if (personal && !inside && best.population < 100_000 || !placed && best.population < 50_000) made.weak = true
  }
  if (setting !== 'ordinary' && !wide && best.population < 300_000) made.weak = true
  if (single && isPerson(document, i, gazetteer, people, placed, wide)) return 'person'
  beside(document, made, i, j, generic, genericClass, placed, wide, setting)
  // "Khalil Suleiman hospital": another name of a town, in a longer name
  if (single && !placed && !wide && best.match === 'alternate' && made.last === j + 1 && generic >= 0 && nameLike(tokens, generic) && (genericClass & (GENERIC | ORG_WORD | DIRECTION | NOT_NAME | TITLE)) === 0 && setting === 'ordinary') return 'person'
  return made
}

// "Alexandria, La.", "Odesa, Ukraine": what follows the comma is a state or a country.
function saysWhere(document: Document, gazetteer: Gazetteer, i: number): boolean {
  const { tokens } = document
  if (i >= tokens.count || !nameLike(tokens, i)) return false
  if (statesAt(document, i) !== null) return true
  const two = adjacent(tokens, i) && nameLike(tokens, i + 1) ? gazetteer.lookup(tokens.text.slice(tokens.start[i]!, tokens.end[i + 1]!)) : NO_PLACES
  return offerOf(two).wide || offerOf(placesOf(tokens, i, gazetteer)).wide
}

const saysNothing = (): boolean => false

// A state's abbreviation at token i, with the token after it: "Calif", "N.Y.", "W.Va", "W. Va".
function statesAt(document: Document, i: number): { state: string, last: number } | null {
  const { tokens } = document
  for (const last of [i + 2, i]) {
    if (last >= tokens.count || last > i && (tokens.lower[i + 1] !== '.' || tokens.end[i]! - tokens.start[i]! > 1 || !nameLike(tokens, last))) continue
    const state = abbreviatedState(tokens.text.slice(tokens.start[i]!, tokens.end[last]!).replaceAll(' ', ''))
    if (state !== null) return { state, last: last + 1 }
  }
  return null
}

function followedByGenerics(document: Document, j: number, k: number): boolean {
  const { tokens } = document
  for (let m = j + 1; m <= k; m++) {
    if (!adjacent(tokens, m - 1)) return false
    if ((tokens.flags[m]! & FLAG_CAPITAL) !== 0) return false
    if ((classOf(tokens, m) & GENERIC) === 0 && !EXTRA_WORDS.has(tokens.lower[m]!)) return false
  }
  return true
}

function everyWord(document: Document, i: number, j: number, bits: number): boolean {
  for (let k = i; k <= j; k++) if ((classOf(document.tokens, k) & (bits | CONNECTOR)) === 0) return false
  return true
}

// "Jordan Smith", "J. London", "Mayor Lincoln": the name belongs to somebody.
function isPerson(document: Document, i: number, gazetteer: Gazetteer, people: Set<string>, placed: boolean, wide: boolean): boolean {
  const { tokens } = document
  const before = wordBefore(tokens, i)
  if (before >= 0 && nameLike(tokens, before)) {
    const cls = classOf(tokens, before)
    if ((cls & (FIRST_NAME | COMMON_WORD | BEFORE_PLACE | NOT_NAME)) === FIRST_NAME && !(wide && placesOf(tokens, before, gazetteer).length > 0)) { people.add(tokens.lower[i]!); return true }
    if ((cls & TITLE) !== 0 && !wide && wordAfter(tokens, i) < 0) { people.add(tokens.lower[i]!); return true }
  } else if (before >= 0 && (classOf(tokens, before) & TITLE) !== 0 && !wide && (classOf(tokens, before) & (COMMON_WORD | SETTLEMENT_WORD)) === 0) {
    people.add(tokens.lower[i]!)
    return true
  }
  if (i > 1 && tokens.lower[i - 1] === '.' && tokens.kind[i - 2] === TOKEN_WORD && tokens.end[i - 2]! - tokens.start[i - 2]! === 1 && (tokens.flags[i - 2]! & FLAG_CAPITAL) !== 0 && !wide && tokens.sentence[i - 2] === tokens.sentence[i]) return true
  if ((classOf(tokens, i) & FIRST_NAME) !== 0) {
    const after = wordAfter(tokens, i)
    if (after >= 0 && nameLike(tokens, after) && !allCapitals(tokens, after)) {
      const cls = classOf(tokens, after)
      const plain = (cls & (ORG_WORD | GENERIC | DIRECTION | NOT_NAME | TITLE | COMMON_WORD)) === 0
      if ((cls & LAST_NAME) !== 0 && !placed || plain && (!wide || !placed) && demonymOf(tokens.lower[after]!) === null) {
        people.add(tokens.lower[after]!)
        return true
      }
    } else if (after >= 0 || tokens.lower[i + 1] !== '.' ) return false
    // "Jordan J. Smith"
    const initial = wordAfter(tokens, i)
    if (initial >= 0 && tokens.end[initial]! - tokens.start[initial]! === 1 && tokens.lower[initial + 1] === '.') return true
  }
  return false
}

// Reads the words on both sides: "the X region", "western X", "X Independent", "Lake X".
function beside(document: Document, made: Found, i: number, j: number, generic: number, genericClass: number, placed: boolean, wide: boolean, setting: Setting): void {
  const { tokens } = document
  const single = i === j
  if (generic >= 0 && (genericClass & GENERIC) !== 0 && ((genericClass & (REGION_WORD | STATE_WORD | DISTRICT_WORD)) !== 0 || (genericClass & SETTLEMENT_WORD) !== 0)) {
    const plural = tokens.lower[generic]!.endsWith('s') || tokens.lower[generic]! === 'counties' || tokens.lower[generic]! === 'municipalities'
    const head = (genericClass & REGION_WORD) !== 0 && (tokens.lower[generic] !== 'territory' || offerOf(made.offer).region) ? 'region' : (genericClass & STATE_WORD) !== 0 ? 'region' : (genericClass & (DISTRICT_WORD | REGION_WORD)) !== 0 ? 'district' : 'settlement' // "Beni territory" is no region
    const capital = nameLike(tokens, generic)
    const next = wordAfter(tokens, generic)
    const goesOn = capital && next >= 0 && nameLike(tokens, next) && (classOf(tokens, next) & ORG_WORD) !== 0
    if (PART_OF_TOWN.has(tokens.lower[generic]!) && !plural && possessive(tokens, i - 1) && (classOf(tokens, i - 2) & SETTLEMENT_WORD) !== 0 && (tokens.flags[i - 2]! & FLAG_CAPITAL) === 0) { made.offer = NO_PLACES; made.unknown = true; made.head = 'district' } // "the town's Borno neighborhood" is no state
    else if ((genericClass & STATE_WORD) !== 0 && !offerOf(made.offer).region) { /* "Kharkiv State University" */ }
    else if (PART_OF_TOWN.has(tokens.lower[generic]!) && offerOf(made.offer).settlement && (plural || isOneOf(tokens, i))) made.head = 'settlement'
    else if (goesOn) made.associative = true
    else if (head === 'settlement' && (genericClass & (SITE_WORD | DISTRICT_WORD)) === 0 && !plural) { made.head = offerOf(made.offer).settlement && !capital ? 'settlement' : made.head }
    else if (next >= 0 && !capital && INSTITUTION.has(tokens.lower[next]!)) { /* "the Sungai Kolok district office" */ }
    else if (head !== 'settlement' && !offerOf(made.offer).country) {
      made.head = head
      if (!plural) { made.last = generic + 1; made.end = tokens.end[generic]! }
    }
  }
  made.village ||= generic >= 0 && VILLAGE.has(tokens.lower[generic]!)
  let tail = false // more of a name stands behind it
  const after = made.last === j + 1 ? wordAfter(tokens, j) : -1
  if (after >= 0 && nameLike(tokens, after) && setting === 'ordinary') {
    const cls = classOf(tokens, after)
    if ((cls & NOT_NAME) === 0 && !isMark(document, after)) {
      if (STREET.has(tokens.lower[after]!) && !wide && made.offer[0]!.feature !== 'PPLC' || tokens.lower[after] === 'river') {
        // a street has the town's name, not its place; a river that of a region or a town on it
        made.last = after + 1
        made.end = tokens.end[after]!
        made.name = tokens.text.slice(made.start, made.end)
        made.offer = NO_PLACES
        made.head = 'site'
        made.unknown = true
        return
      } else if (isCouncil(tokens, after)) made.head = 'district' // "Gusau Local Government Area"
      else if (runHas(document, after, ORG_WORD) && !isHitSite(document, i, after) && !(placed && tokens.lower[after] === 'agency' && offerOf(made.offer).region)) made.associative = true
      else if ((cls & (SITE_WORD | SETTLEMENT_WORD)) !== 0) { if (!wide && single && made.offer[0]!.population < 20_000) made.weak = true }
      else if ((cls & TITLE) !== 0 || demonymOf(tokens.lower[after]!) !== null) made.associative = true
      else if (!wide && single && (made.offer[0]!.population < 100_000 || made.offer[0]!.match === 'alternate')) made.weak = tail = true
    }
  }
  const before = wordBefore(tokens, i)
  if (before >= 0) {
    const cls = classOf(tokens, before)
    if ((cls & DIRECTION) !== 0 && made.head !== 'district' && made.head !== 'settlement' && wide && tokens.lower[before] !== 'far') {
      // "the eastern Donetsk region" lies in the east of the country; "eastern Donbas" is a part of Donbas
      if (made.head === null) {
        made.direction = tokens.text.slice(tokens.start[before]!, tokens.end[before]!)
        made.first = before
        made.start = tokens.start[before]!
      }
    } else if (nameLike(tokens, before) && setting === 'ordinary' && !startsSentence(document, before) && single && !wide && !placed) {
      if ((cls & (SITE_WORD | SETTLEMENT_WORD)) !== 0 && (cls & COMMON_WORD) !== 0) made.weak = true
      else if ((cls & (NOT_NAME | TITLE | FIRST_NAME)) === 0 && demonymOf(tokens.lower[before]!) === null && (made.offer[0]!.population < 100_000 || made.offer[0]!.match === 'alternate')) made.weak = true
    }
    // "the city of X", "the village of X"
    if (tokens.lower[before] === 'of') {
      const kind = wordBefore(tokens, before)
      const kindClass = kind < 0 ? 0 : classOf(tokens, kind)
      made.village ||= kind >= 0 && VILLAGE.has(tokens.lower[kind]!)
      // "the Holosiiv district of Kyiv" and "the capital of North Darfur" say nothing of what follows
      if ((kindClass & GENERIC) !== 0 && !nameLike(tokens, kind) && tokens.lower[kind] !== 'capital' && tokens.lower[wordBefore(tokens, kind)] !== 'capital' && !(wordBefore(tokens, kind) >= 0 && nameLike(tokens, wordBefore(tokens, kind)) && ((kindClass & REGION_WORD) === 0 || demonymOf(tokens.lower[wordBefore(tokens, kind)]!) === null))) {
        // "a residential quarter of X", "two suburbs of X": parts of a town
        const part = (kindClass & DISTRICT_WORD) !== 0 && made.offer.some((place) => place.precision === 'settlement') && isPartOfTown(tokens.lower, kind)
        if (made.head === null) made.head = part ? 'settlement' : (kindClass & (REGION_WORD | STATE_WORD)) !== 0 ? 'region' : (kindClass & SETTLEMENT_WORD) !== 0 ? 'settlement' : (kindClass & DISTRICT_WORD) !== 0 ? 'district' : null
        if (made.head === 'settlement' || made.head === 'region') made.weak = false
        if (made.head === 'region' && !offerOf(made.offer).region) made.head = null
      }
    }
  }
  if (placed && !tail && setting === 'ordinary' && made.offer[0]?.match === undefined && made.offer.length > 0) made.weak = made.weak && made.offer[0]!.population < 1000
}

/** "an east Mosul suburb", "a Beirut suburb": whether "a" opens the phrase of a name at token `i`. */
function isOneOf({ lower }: Document['tokens'], i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 3; k--) {
    if (lower[k] === 'a' || lower[k] === 'an') return true
    if (!/^[a-z-]+$/.test(lower[k]!) || lower[k] === 'the') return false
  }
  return false
}

function isMark(document: Document, i: number): boolean {
  return document.tokens.end[i]! - document.tokens.start[i]! === 1
}

// Whether the capitalised run from token i on holds a word of such a class.
function runHas(document: Document, i: number, bits: number): boolean {
  const { tokens } = document
  for (let k = i; k < i + 6; k++) {
    const cls = classOf(tokens, k)
    if (nameLike(tokens, k) && (cls & bits) !== 0) return true
    const next = wordAfter(tokens, k)
    if (next < 0 || (!nameLike(tokens, next) && tokens.lower[next] !== 'of' && tokens.lower[next] !== 'the' && tokens.lower[next] !== 'and')) return false
    if ((classOf(tokens, next) & NOT_NAME) !== 0 && nameLike(tokens, next)) return false
  }
  return false
}

/** "hit Goma University", "died at Goma Central Hospital", "Goma University was shelled": a house with the town's name is meant as a place, not as a body. */
function isHitSite(document: Document, i: number, after: number): boolean {
  const { tokens } = document
  let last = after
  for (let next = wordAfter(tokens, last); next >= 0 && next < after + 4 && nameLike(tokens, next); next = wordAfter(tokens, last)) last = next
  if ((classOf(tokens, last) & SITE_WORD) === 0) return false
  let before = wordBefore(tokens, i)
  if (before >= 0 && tokens.lower[before] === 'the') before = wordBefore(tokens, before)
  if (before >= 0 && (HITS.has(tokens.lower[before]!) || AT.has(tokens.lower[before]!) && HARM.has(tokens.lower[before - 1] ?? ''))) return true
  const is = wordAfter(tokens, last), hit = is < 0 || !IS.has(tokens.lower[is]!) ? -1 : wordAfter(tokens, is)
  return hit >= 0 && HITS.has(tokens.lower[hit] === 'been' ? tokens.lower[hit + 1] ?? '' : tokens.lower[hit]!)
}
const HITS = wordGroup('hits_site'), HARM = wordGroup('harm_at_site')
const AT: ReadonlySet<string> = new Set(['on', 'at', 'in', 'near', 'outside', 'inside'])
const IS: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are', 'has', 'have', 'had'])

// "pro-Russian", "US-led", "Israeli-occupied", "Russia-Ukraine": places inside one token. true where one was found.
function hyphenated(document: Document, gazetteer: Gazetteer, i: number, found: Found[]): boolean {
  const { tokens } = document
  const text = tokens.text.slice(tokens.start[i]!, tokens.end[i]!)
  if (text.length > 60) return false
  let from = 0, any = false
  for (const part of text.split(/[-‐‑]/)) {
    const start = tokens.start[i]! + from
    from += part.length + 1
    const code = part.charCodeAt(0)
    if (part.length < 2 || part.toLowerCase() === part || !(code >= 65 && code <= 90 || code > 191)) continue
    const demonym = demonymOf(part.toLowerCase())
    if (demonym === null && (placeWord(part.toLowerCase()) & (NOT_NAME | COMMON_WORD | FIRST_NAME)) !== 0 && !/^(US|UK|EU)$/.test(part)) continue
    const offer: readonly GazetteerPlace[] = demonym !== null ? nationals(gazetteer.lookup(demonym.place), demonym.country) : statesOf(gazetteer.lookup(part))
    if (offer.length === 0) continue
    const made = foundAt(i, i + 1, start, start + part.length, demonym?.place ?? part, offer)
    made.associative = true
    made.nationality = demonym !== null
    found.push(made)
    any = true
  }
  return any
}

const OF_A_TOWN: ReadonlySet<string> = new Set(['residential', 'central', 'working-class', 'populated', 'affluent', 'poor', 'crowded', 'busy', 'industrial', 'commercial', 'wealthy'])
const QUARTERS: ReadonlySet<string> = new Set(['quarter', 'neighbourhood', 'neighborhood', 'suburb', 'suburbs', 'neighbourhoods', 'neighborhoods', 'quarters'])

/** "a residential district of", "a quarter of": what towns have, where "the district of" is one itself. */
function isPartOfTown(lower: readonly string[], kind: number): boolean {
  return OF_A_TOWN.has(lower[kind - 1] ?? '') || QUARTERS.has(lower[kind]!) && lower[kind - 1] !== 'the'
}
