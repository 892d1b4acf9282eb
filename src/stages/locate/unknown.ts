// Places that no gazetteer has, recognised by the words around them: "the village of X", "X district", "in X, near Y".
import { FLAG_CAPITAL, type Document } from '../../model/document.ts'
import { demonymOf } from '../../languages/en/demonyms.ts'
import { COMMON_WORD, DIRECTION, DISTRICT_WORD, FIRST_NAME, LAST_NAME, NOT_NAME, ORG_WORD, REGION_WORD, SETTLEMENT_WORD, SITE_WORD, STATE_WORD, TITLE } from '../../languages/en/place-words.ts'
import { foundAt, type Found, type Head } from './found.ts'
import { allCapitals, classOf, nameLike, possessive, wordAfter, wordBefore, type Setting } from './reader.ts'

const AT = new Set(['in', 'near', 'outside', 'around'])
const KINDS = new Set('village villages town towns hamlet hamlets settlement settlements kibbutz moshav city cities suburb suburbs neighbourhood neighborhood neighbourhoods neighborhoods district districts locality camp'.split(' '))
const NO = NOT_NAME | TITLE | ORG_WORD | DIRECTION

/** A place known from its wording alone, over at most three tokens from `i`; null where the wording does not say so. */
export function unknownPlace(document: Document, i: number, limit: number, setting: Setting, people: ReadonlySet<string>, previous: Found | undefined): Found | null {
  const { tokens } = document
  if (setting !== 'ordinary' || (classOf(tokens, i) & NO) !== 0 || allCapitals(tokens, i) || tokens.end[i]! - tokens.start[i]! < 3) return null
  let last = i
  while (last - i < 2 && last + 1 < limit && wordAfter(tokens, last) > 0 && nameLike(tokens, last + 1)) last++
  const before = wordBefore(tokens, i)
  if (before >= 0 && nameLike(tokens, before) && !KINDS.has(tokens.lower[before]!)) return null
  const after = wordAfter(tokens, last)
  const afterClass = after < 0 ? 0 : classOf(tokens, after)
  const name = tokens.text.slice(tokens.start[i]!, tokens.end[last]!)
  const made = (head: Head, end: number): Found => {
    const place = foundAt(i, end, tokens.start[i]!, tokens.end[end - 1]!, end > last + 1 ? tokens.text.slice(tokens.start[i]!, tokens.end[end - 1]!) : name, [])
    place.head = head
    place.unknown = true
    return place
  }
  let clean = true // no word of it belongs to a person, a body or everyday speech
  for (let k = i; k <= last; k++) {
    const cls = classOf(tokens, k)
    if ((cls & (NO | COMMON_WORD)) !== 0 || people.has(tokens.lower[k]!) || allCapitals(tokens, k) || demonymOf(tokens.lower[k]!) !== null) clean = false
  }
  // "Holosiiv district", "Shebekinsky urban district", "Starychi village"
  if (after >= 0 && (tokens.flags[after]! & FLAG_CAPITAL) === 0 && clean) {
    const urban = tokens.lower[after] === 'urban' || tokens.lower[after] === 'residential' || tokens.lower[after] === 'refugee' || tokens.lower[after] === 'displacement'
    const noun = urban ? wordAfter(tokens, after) : after
    const cls = noun < 0 ? 0 : classOf(tokens, noun)
    const word = noun < 0 ? '' : tokens.lower[noun]!
    if ((cls & DISTRICT_WORD) !== 0 && !word.endsWith('s')) return made('district', noun + 1)
    if ((cls & REGION_WORD) !== 0 && !word.endsWith('s') && word !== 'department' && word !== 'territory') return made('region', noun + 1)
    if (word === 'village' || word === 'town' || word === 'settlement' || word === 'hamlet') return made('settlement', last + 1)
    if (urban && word === 'camp') return made('site', noun + 1)
  }
  if (last > i && (afterClass & (ORG_WORD | SITE_WORD)) === 0 && clean && (classOf(tokens, last) & DISTRICT_WORD) !== 0 && (classOf(tokens, last) & COMMON_WORD) === 0) return made('district', last + 1)
  const person = (classOf(tokens, i) & FIRST_NAME) !== 0 || (last > i && (classOf(tokens, last) & LAST_NAME) !== 0)
  // "the villages of X, Y and Z"
  if (previous !== undefined && previous.last === i - 1 && previous.head === 'settlement' && clean && !person && (tokens.lower[i - 1] === ',' || tokens.lower[i - 1] === 'and' || tokens.lower[i - 1] === 'or')) return made('settlement', last + 1)
  if (before < 0) return null
  // "the village of X", "the town X"
  const kind = tokens.lower[before] === 'of' ? wordBefore(tokens, before) : tokens.lower[before] === 'called' || tokens.lower[before] === 'named' ? wordBefore(tokens, before) : before
  if (kind >= 0 && KINDS.has(tokens.lower[kind]!) && (classOf(tokens, i) & (NOT_NAME | TITLE)) === 0 && (kind !== before || clean)) {
    const word = tokens.lower[kind]!
    return made(/^(?:district|neighbou?rhood|suburb)/.test(word) ? 'district' : word === 'camp' ? 'site' : 'settlement', last + 1)
  }
  // "in X, near Y", "in X on Monday"
  if (AT.has(tokens.lower[before]!) && clean && !person && !possessive(tokens, last + 1) && (afterClass & (STATE_WORD | SITE_WORD | ORG_WORD)) === 0 && last - i < 2 && !everydayAfter(document, after)) return made('settlement', last + 1)
  return null
}

// "in Biden administration circles": a noun stands behind the name, so that the name is not where it happened.
function everydayAfter(document: Document, after: number): boolean {
  if (after < 0) return false
  const { tokens } = document
  return (classOf(tokens, after) & (SETTLEMENT_WORD | ORG_WORD)) !== 0 || /(?:tion|ment|ship|ism|ist|ists|ity)$/.test(tokens.lower[after]!)
}
