// Years, decades and centuries: "1942", "490 BC", "'99", "1916–17", "the 1990s", "the fourth century BC", and the year that stands
// behind a month or a day.
import { lexemeOf } from '../lexicon.ts'
import type { Season } from '../../../time/timex.ts'
import { expression, type Expression, type YearSaid } from './expression.ts'
import { PLURAL_VERBS, YEAR_CUES, COUNTED, digitsAt, isAllCaps, isCapital, isGlued, isWord, JOINERS, type Line, MONTH_CUES, NAME_BEFORE, ordinalAt, textAt, wordAt, yearDigits } from './line.ts'
import { DEMONSTRATIVE, ERA, MONTH, SEASON, SEQUENCE, UNIT } from './words.ts'

/** A year that stands from token `i` on, with its era: "1942", "490 BC", "AD 70". */
export function yearNumberAt(line: Line, i: number): { year: number; end: number } | null {
  const era = wordAt(line, i)
  if (era.era === 'ad' && isAllCaps(line, i)) {
    const value = digitsAt(line, i + 1, 4)
    return value > 0 ? { year: value, end: i + 2 } : null
  }
  const value = digitsAt(line, i, 4)
  if (value <= 0) return null
  const after = wordAt(line, i + 1)
  if (textAt(line, i + 1) === 'b' && textAt(line, i + 2) === '.' && textAt(line, i + 3) === 'c' && isCapital(line, i + 1) && isGlued(line, i + 3)) return { year: -value, end: i + 4 }
  if ((after.roles & ERA) !== 0 && isCapital(line, i + 1)) {
    const point = textAt(line, i + 2) === '.' && textAt(line, i + 1).includes('.') && !textAt(line, i + 1).endsWith('.') && isGlued(line, i + 2)
    return { year: after.era === 'bc' ? -value : value, end: i + (point ? 3 : 2) }
  }
  const plain = yearDigits(line, i)
  return plain > 0 ? { year: plain, end: i + 1 } : null
}

/** A number between these, behind a day and not round, is a year, whatever follows it. */
const FIRST_YEAR = 1900, LAST_YEAR = 2099

/** A year said behind a month, a day or a season: "1942", ", 1942", "of 1942", "of that year", "last year". */
export function yearAfter(line: Line, i: number): { year: YearSaid; end: number } | null {
  let at = i
  const comma = textAt(line, at) === ','
  if (comma) at++
  const found = yearNumberAt(line, at)
  if (found && (found.year >= 1000 || found.year < 0 || found.end > at + 1)) {
    if (COUNTED.has(textAt(line, found.end)) && (found.year <= 0 || found.year % 100 === 0 || found.year < FIRST_YEAR || found.year > LAST_YEAR)) return null // "on 7 October 500 people", but "on 7 October 2023 rockets"
    return found
  }
  if (comma) return null
  if (textAt(line, at) === 'of') {
    const of = yearNumberAt(line, at + 1)
    if (of && (of.year >= 1000 || of.year < 0)) return of
    return relativeYear(line, at + 1)
  }
  return textAt(line, at) === 'the' ? null : relativeYear(line, at)
}

function relativeYear(line: Line, i: number): { year: YearSaid; end: number } | null {
  let at = i
  const the = textAt(line, at) === 'the'
  if (the) at++
  const word = wordAt(line, at)
  if ((word.roles & (DEMONSTRATIVE | SEQUENCE)) === 0) return null
  if (word.demonstrative === 'that' && wordAt(line, at + 1).demonstrative === 'that') at++ // "that same year"
  if (textAt(line, at + 1) !== 'year') return null
  const end = at + 2
  if (word.demonstrative === 'this') return { year: { shift: 0, from: 'published' }, end }
  if (word.demonstrative === 'that') return { year: { shift: 0, from: 'told' }, end }
  if (word.sequence === 'last') return { year: { shift: -1, from: the ? 'told' : 'published' }, end }
  if (word.sequence === 'next') return { year: { shift: 1, from: the ? 'told' : 'published' }, end }
  if (word.sequence === 'previous') return { year: { shift: -1, from: 'told' }, end }
  if (word.sequence === 'following') return { year: { shift: 1, from: 'told' }, end }
  return null
}

export const DECADE = /^(\d{1,3}0)s$/

/** "1990s", "the 470s BC", "'90s" with its apostrophe. */
export function decadeAt(line: Line, i: number): Expression | null {
  const apostrophe = textAt(line, i) === "'" || textAt(line, i) === '’' || textAt(line, i) === '‘'
  const at = apostrophe ? i + 1 : i
  const found = DECADE.exec(textAt(line, at))
  if (!found) return null
  const number = Number(found[1])
  const era = wordAt(line, at + 1).era
  if (era === 'bc' && isCapital(line, at + 1)) return expression(i, at + 2, 'date', { is: 'decade', year: -number })
  if (number >= 1000 && number <= 2100) return expression(i, at + 1, 'date', { is: 'decade', year: number })
  if (number < 100 && (apostrophe || textAt(line, i - 1) === 'the' || MONTH_CUES.has(textAt(line, i - 1)))) return expression(i, at + 1, 'date', { is: 'decade', year: number < 30 ? 2000 + number : 1900 + number })
  return null
}

const ORDINAL_OF_CENTURY = /^(.+)-century$/

/** "19th century", "nineteenth century BC", "eighteenth-century". */
export function centuryAt(line: Line, i: number): Expression | null {
  let value = ordinalAt(line, i), end = i + 1
  if (value === 0) {
    const joined = textAt(line, i).length < 40 ? ORDINAL_OF_CENTURY.exec(textAt(line, i)) : null
    if (!joined) return null
    value = ordinalOf(joined[1]!)
    if (value === 0) return null
  } else if (wordAt(line, end).unit === 'CE') end++
  else {
    // "8th and 9th centuries"
    if (!(JOINERS.has(textAt(line, end)) && ordinalAt(line, end + 1) > 0 && wordAt(line, end + 2).unit === 'CE')) return null
  }
  const era = wordAt(line, end)
  if (era.era !== '' && isCapital(line, end)) return expression(i, end + 1, 'date', { is: 'century', century: era.era === 'bc' ? -value : value })
  return value <= 22 ? expression(i, end, 'date', { is: 'century', century: value }) : null
}

export function ordinalOf(text: string): number {
  const digits = /^(\d{1,2})(st|nd|rd|th)$/.exec(text)
  return digits ? Number(digits[1]) : ORDINALS.get(text) ?? 0
}

const ORDINALS = new Map(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first'].map((word, k) => [word, k + 1]))

/** Nouns and measures after a number that show it to be no year. */
function countsSomething(line: Line, i: number): boolean {
  const text = textAt(line, i)
  return COUNTED.has(text) || (wordAt(line, i).roles & UNIT) !== 0 && wordAt(line, i).plural
}

/** Between a kind and how many of it were lost. */
const KIND_ENDS: ReadonlySet<string> = new Set(['-', '–', '—', '--', ':'])

/** A year by itself: "1942", "490 BC", "'99", "1916" and "17" of "1916–17". */
export function yearAlone(line: Line, i: number, further: Expression[]): Expression | null {
  const text = textAt(line, i)
  if ((text === "'" || text === '’' || text === '‘') && isGlued(line, i + 1)) {
    const short = textAt(line, i + 1).length === 2 ? digitsAt(line, i + 1, 2) : -1
    if (short < 0 || !MONTH_CUES.has(textAt(line, i - 1)) && (wordAt(line, i - 1).roles & (MONTH | SEASON)) === 0) return null
    return expression(i, i + 2, 'date', { is: 'year', year: -10000 - short }) // the century is told by the surroundings
  }
  const found = yearNumberAt(line, i)
  if (!found) return null
  const plain = found.end === i + 1
  const { year } = found
  if (plain) {
    if (PLURAL_VERBS.has(textAt(line, i + 1)) && !MONTH_CUES.has(textAt(line, i - 1))) return null
    if (countsSomething(line, i + 1) && textAt(line, i - 1) !== 'in' || ZONES_AFTER.has(textAt(line, i + 1))) return null
    const before = textAt(line, i - 1)
    if (MONEY.has(before) || NAME_BEFORE.has(before) && isCapital(line, i - 1)) return null
    if (before === '.' && isGlued(line, i)) return null
    if (KIND_ENDS.has(before) && (textAt(line, i - 2) === 'systems' || lexemeOf(textAt(line, i - 2))?.counted != null)) return null // "tanks – 1985", "artillery systems: 1985": how many
    if ((before === '-' || before === '–') && isGlued(line, i) && isGlued(line, i - 1) && !(digitsAt(line, i - 2, 4) > 0)) return null
    if (textAt(line, i + 1) === '-' && isGlued(line, i + 1) && isWord(line, i + 2) && isGlued(line, i + 2)) return null
    const pair = (before === 'and' || before === 'or' || before === 'to' || before === '-' || before === '–' || before === ',') && yearDigits(line, i - 2) > 0
    const certain = pair || YEAR_CUES.has(before) || year >= 1500 && (before === '(' || before === 'the') || JOINERS.has(textAt(line, i + 1)) && textAt(line, i + 1) !== ',' && yearDigits(line, i + 2) > year
    if (!certain && (year < 1800 || year > 2060)) return null
    if (!certain && year % 100 === 0 && isWord(line, i + 1)) return null
  }
  const said = expression(i, found.end, 'date', { is: 'year', year })
  const joiner = textAt(line, found.end)
  if (JOINERS.has(joiner) && joiner !== ',') {
    const next = found.end + 1
    const short = textAt(line, next).length === 2 && isGlued(line, next) && isGlued(line, found.end) ? digitsAt(line, next, 2) : -1
    if (plain && short > year % 100 && (wordAt(line, next + 1).roles & MONTH) === 0) further.push(expression(next, next + 1, 'date', { is: 'year', year: year - (year % 100) + short }))
  }
  if (plain && (wordAt(line, i + 1).roles & SEASON) !== 0 && textAt(line, i + 1) !== 'fall') return expression(i, i + 2, 'date', { is: 'season', year, season: wordAt(line, i + 1).season as Season, which: 'near' })
  return said
}



const MONEY = new Set(['$', '£', '€', '₴', '#', '№', 'no', 'number'])

const ZONES_AFTER = new Set(['gmt', 'utc', 'hours', 'hrs'])

/** Years before Christ whose era stands behind the second of a pair: "499–493 BC", "460 to 445 BC". */
export function yearOfPair(line: Line, i: number): Expression | null {
  const value = digitsAt(line, i, 4)
  if (value <= 0 || !JOINERS.has(textAt(line, i + 1)) && textAt(line, i + 1) !== 'BC') return null
  const second = yearNumberAt(line, i + 2)
  if (!second || second.year >= 0 || value < -second.year) return null
  return expression(i, i + 1, 'date', { is: 'year', year: -value })
}
