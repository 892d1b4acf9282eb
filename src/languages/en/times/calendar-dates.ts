// Dates that name a day, a month, a season, a year, a decade or a century: "3 March 2022", "March 3", "spring of 1942",
// "the 1990s", "490 BC". Nothing here knows what day it is.
import type { Season } from '../../../time/timex.ts'
import { expression, type Expression, type Which, type YearSaid } from './expression.ts'
import { behindName, COUNTED, dayOfMonthAt, digitsAt, isAllCaps, isCapital, isGlued, isWord, JOINERS, MONTH_CUES, NAME_AFTER, NAME_BEFORE, ordinalAt, textAt, wordAt, yearDigits, type Line } from './line.ts'
import { DEMONSTRATIVE, ERA, lookUp, MONTH, NO_WORD, SEASON, SEQUENCE, UNIT, WEEKDAY, type TimeWord } from './words.ts'

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

/** A year said behind a month, a day or a season: "1942", ", 1942", "of 1942", "of that year", "last year". */
export function yearAfter(line: Line, i: number): { year: YearSaid; end: number } | null {
  let at = i
  const comma = textAt(line, at) === ','
  if (comma) at++
  const found = yearNumberAt(line, at)
  if (found && (found.year >= 1000 || found.year < 0 || found.end > at + 1)) {
    if (COUNTED.has(textAt(line, found.end))) return null
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

/** Whether the word at `i` may be a month; `cued` where words before it already say a time. */
function monthAt(line: Line, i: number, cued: boolean): number {
  const word = wordAt(line, i)
  if ((word.roles & MONTH) === 0 || !isCapital(line, i)) return 0
  const text = textAt(line, i)
  if (NAME_BEFORE.has(textAt(line, i - 1)) && isCapital(line, i - 1)) return 0
  const next = behindName(line, i)
  if (dayOfMonthAt(line, next) > 0 || yearDigits(line, next) > 0 || (textAt(line, next) === ',' && yearDigits(line, next + 1) > 0) || yearAfter(line, next) || digitsAt(line, next, 3) > 0 && (wordAt(line, next + 1).roles & ERA) !== 0) return word.month
  if (cued || MONTH_CUES.has(textAt(line, i - 1))) return word.month
  if (text.length <= 3 && text !== 'may' || text === 'sept') return 0
  if (text === 'march' && textAt(line, i - 1) === 'a' && isWord(line, next) && !isCapital(line, next)) return word.month
  if (text === 'may' || text === 'march') return textAt(line, next) === 'and' && (wordAt(line, next + 1).roles & MONTH) !== 0 ? word.month : 0
  const nameLike = (text === 'april' || text === 'june' || text === 'august') && ((isCapital(line, i - 1) && i - 1 > line.first) || isCapital(line, next)) && textAt(line, i - 1) !== 'the'
  return nameLike || isAllCaps(line, i) && isAllCaps(line, i + 1) && text === 'august' ? 0 : word.month
}

/** Month first: "March", "March 2022", "March 3", "March 3, 2022", "Mar. 3"; `out` takes the further days of "March 3 and 5". */
function monthFirst(line: Line, i: number, cued: boolean, further: Expression[]): Expression | null {
  const month = monthAt(line, i, cued)
  if (month === 0) return null
  const at = behindName(line, i)
  const day = dayOfMonthAt(line, at)
  const counted = day > 0 && COUNTED.has(textAt(line, at + 1)) && textAt(line, i - 1) !== 'on' && ordinalAt(line, at) === 0
  if (day > 0 && !counted && !(textAt(line, at + 1) === ':' ) && !(isGlued(line, at + 1) && textAt(line, at + 1) === '%')) {
    if (namesOther(line, at + 1)) return null
    const year = yearAfter(line, at + 1)
    const said = expression(i, year?.end ?? at + 1, 'date', { is: 'day', year: year?.year ?? null, month, day, weekday: 0 })
    if (!year) furtherDays(line, said, further)
    return said
  }
  const year = yearAfter(line, at)
  if (year) return expression(i, year.end, 'date', { is: 'month', year: year.year, month, which: 'near' })
  const era = digitsAt(line, at, 3) > 0 ? yearNumberAt(line, at) : null
  if (era && era.year < 0) return expression(i, era.end, 'date', { is: 'month', year: era.year, month, which: 'near' })
  return expression(i, at, 'date', { is: 'month', year: null, month, which: 'near' })
}

/** "5 brigade": the date is part of a name. */
const namesOther = (line: Line, i: number): boolean => NAME_AFTER.has(textAt(line, i))

/** "March 3 and 5", "April 25-27, 1945": a day of its own for each, with the same month, and the year that stands behind the last. */
function furtherDays(line: Line, said: Expression, further: Expression[]): void {
  const base = said.base
  if (base.is !== 'day') return
  let at = said.last
  const days: Expression[] = [said]
  for (let n = 0; n < 4; n++) {
    let next = at
    if (!JOINERS.has(textAt(line, next))) break
    const comma = textAt(line, next) === ','
    next++
    if (comma && textAt(line, next) === 'and') next++
    const day = dayOfMonthAt(line, next)
    if (day === 0 || COUNTED.has(textAt(line, next + 1)) || (wordAt(line, next + 1).roles & (MONTH | UNIT)) !== 0) break
    if (digitsAt(line, next, 2) < 0 && !/^\d/.test(textAt(line, next))) break
    if (textAt(line, at) !== ',' && textAt(line, at) !== 'and' && textAt(line, at) !== '&' && day <= base.day && n === 0) break
    if (comma && !JOINERS.has(textAt(line, next + 1)) && days.length === 1) break
    if (isWord(line, next + 1) && !isGlued(line, next) && !comma && textAt(line, at) === 'and' && /s$/.test(textAt(line, next + 1)) && textAt(line, next + 1).length > 3) break
    const year = yearAfter(line, next + 1)
    days.push(expression(next, year?.end ?? next + 1, 'date', { is: 'day', year: year?.year ?? null, month: base.month, day, weekday: 0 }))
    at = days.at(-1)!.last
    if (year) { for (const one of days) if (one.base.is === 'day') one.base.year = year.year; break }
  }
  for (const one of days.slice(1)) further.push(one)
}

/** Day first: "3 March 2022", "3rd of March", "15–22 February 1984" (the earlier days come first). */
function dayFirst(line: Line, i: number, further: Expression[]): Expression | null {
  const days: number[] = []
  let at = i
  for (let n = 0; n < 5; n++) {
    const day = dayOfMonthAt(line, at)
    if (day === 0) return null
    days.push(at)
    let next = at + 1
    if (textAt(line, next) === 'of') next++
    else if (textAt(line, next) === 'th' || textAt(line, next) === 'st') next++
    const month = monthAt(line, next, true)
    if (month > 0) {
      if (wordAt(line, at).ordinal > 0 && textAt(line, at + 1) !== 'of') return null // "first March"
      const end = behindName(line, next)
      if (namesOther(line, end)) return null
      const year = yearAfter(line, end)
      const made = days.map((first, k) => expression(first, k === days.length - 1 ? year?.end ?? end : first + 1, 'date', { is: 'day', year: year?.year ?? null, month, day: dayOfMonthAt(line, first), weekday: 0 }))
      further.push(...made.slice(1))
      return made[0]!
    }
    next = at + 1
    const joiner = textAt(line, next)
    if (!JOINERS.has(joiner)) return null
    next++
    if (joiner === ',' && textAt(line, next) === 'and') next++
    if (textAt(line, next) === 'the') next++
    at = next
  }
  return null
}

/** "2022-03-15", "15/03/2022", "15.03.2022", told apart from other runs of digits by being glued. An order that cannot be told has no value. */
function numericDate(line: Line, i: number): Expression | null {
  const text = textAt(line, i)
  if (text.length === 10 || text.length === 9 || text.length === 8) {
    const points = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
    if (points) return dayOf(i, i + 1, Number(points[3]), Number(points[2]), Number(points[1]))
  }
  const mark = textAt(line, i + 1)
  if ((mark !== '-' && mark !== '/') || textAt(line, i + 3) !== mark || !isGlued(line, i + 1) || !isGlued(line, i + 2) || !isGlued(line, i + 3) || !isGlued(line, i + 4)) return null
  const a = digitsAt(line, i, 4), b = digitsAt(line, i + 2, 2), c = digitsAt(line, i + 4, 4)
  if (a < 0 || b < 0 || c < 0) return null
  if (text.length === 4) return dayOf(i, i + 5, a, b, c)
  if (textAt(line, i + 4).length !== 4) return null
  if (b > 12) return dayOf(i, i + 5, c, a, b)
  if (a > 12 || a === b) return dayOf(i, i + 5, c, b, a)
  return b >= 1 && a >= 1 ? expression(i, i + 5, 'date', { is: 'fixed', value: null }) : null
}

function dayOf(first: number, last: number, year: number, month: number, day: number): Expression | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000) return null
  return expression(first, last, 'date', { is: 'day', year, month, day, weekday: 0 })
}

const DECADE = /^(\d{1,3}0)s$/
/** "1990s", "the 470s BC", "'90s" with its apostrophe. */
function decadeAt(line: Line, i: number): Expression | null {
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

/** A season with or without its year: "spring of 1942", "summer 2007", "1982 summer" is found at its year. */
function seasonAt(line: Line, i: number, cued: boolean): Expression | null {
  const word = wordAt(line, i)
  if ((word.roles & SEASON) === 0) return null
  const season = word.season as Season
  const year = yearAfter(line, i + 1)
  if (year) {
    const second = textAt(line, year.end) // "the winter of 1940–41" is the one that ends in the later year
    const short = (second === '-' || second === '–' || second === '/') && season === 'WI' && isGlued(line, year.end) ? digitsAt(line, year.end + 1, 4) : -1
    if (typeof year.year === 'number' && short >= 0 && (short === year.year + 1 || short === (year.year + 1) % 100)) return expression(i, year.end + 2, 'date', { is: 'season', year: year.year + 1, season, which: 'near' })
    return expression(i, year.end, 'date', { is: 'season', year: year.year, season, which: 'near' })
  }
  const text = textAt(line, i), before = textAt(line, i - 1)
  if (text === 'fall' || text === 'spring') {
    if (text === 'fall' && textAt(line, i + 1) === 'of') return null
    const paired = (textAt(line, i + 1) === 'and' || textAt(line, i + 1) === 'or') && (wordAt(line, i + 2).roles & SEASON) !== 0
    if (text === 'fall' && !paired && !['campaign', 'offensive', 'semester'].includes(textAt(line, i + 1)) && !(cued && before !== 'the') && !['in', 'last', 'this', 'next', 'that', 'since', 'until', 'by', 'during', 'late', 'early', 'every'].includes(before) && !(before === 'the' && ['in', 'by', 'during', 'of', 'since', 'until', 'for', 'through'].includes(textAt(line, i - 2)) && (!isWord(line, i + 1) || isCapital(line, i + 1)))) return null
    if (text === 'spring' && (before === 'to' || textAt(line, i + 1) === 'up' || textAt(line, i + 1) === 'from' || NAME_BEFORE.has(before) && isCapital(line, i) || isCapital(line, i) && isCapital(line, i - 1) && i - 1 > line.first && !isCapital(line, i + 1))) return null
  }
  const said = expression(i, i + 1, 'date', { is: 'season', year: null, season, which: 'near' })
  said.describes = !cued && before !== 'the' && isWord(line, i + 1) && !isCapital(line, i + 1) && !MONTH_CUES.has(before) && (wordAt(line, i - 1).roles & (DEMONSTRATIVE | SEQUENCE)) === 0
  return said
}

const ORDINAL_OF_CENTURY = /^(.+)-century$/
/** "19th century", "nineteenth century BC", "eighteenth-century". */
export function centuryAt(line: Line, i: number): Expression | null {
  let value = ordinalAt(line, i), end = i + 1
  if (value === 0) {
    const joined = ORDINAL_OF_CENTURY.exec(textAt(line, i))
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

function ordinalOf(text: string): number {
  const digits = /^(\d{1,2})(st|nd|rd|th)$/.exec(text)
  return digits ? Number(digits[1]) : ORDINALS.get(text) ?? 0
}
const ORDINALS = new Map(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first'].map((word, k) => [word, k + 1]))

/** A weekday: "Tuesday", "Tuesday, March 15", "Tuesday 15 March". */
function weekdayAt(line: Line, i: number, further: Expression[]): Expression | null {
  const word = wordAt(line, i)
  if ((word.roles & WEEKDAY) === 0 || !isCapital(line, i)) return null
  const text = textAt(line, i)
  const short = text.length <= 5
  let at = behindName(line, i)
  if (textAt(line, at) === ',') at++
  if (textAt(line, at) === 'the') at++
  const date = monthFirst(line, at, true, further) ?? dayFirst(line, at, further)
  if (date && date.base.is === 'day') {
    date.base.weekday = word.weekday
    return { ...date, first: i }
  }
  if (short || namesOther(line, i + 1) || (NAME_BEFORE.has(textAt(line, i - 1)) && isCapital(line, i - 1))) return null
  return expression(i, i + 1, 'date', { is: 'weekday', weekday: word.weekday, which: 'near' })
}

/** Nouns and measures after a number that show it to be no year. */
function countsSomething(line: Line, i: number): boolean {
  const text = textAt(line, i)
  return COUNTED.has(text) || (wordAt(line, i).roles & UNIT) !== 0 && wordAt(line, i).plural
}

/** A year by itself: "1942", "490 BC", "'99", "1916" and "17" of "1916–17". */
function yearAlone(line: Line, i: number, further: Expression[]): Expression | null {
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
/** Words before a number that make it a year. */
const YEAR_CUES = new Set('in since until till of from during throughout early late mid by before after through around circa between as'.split(' '))
const PLURAL_VERBS = new Set(['were', 'are', 'have', 'others', 'more', 'had'])
const MONEY = new Set(['$', '£', '€', '₴', '#', '№', 'no', 'number'])
const ZONES_AFTER = new Set(['gmt', 'utc', 'hours', 'hrs'])

/** Years before Christ whose era stands behind the second of a pair: "499–493 BC", "460 to 445 BC". */
function yearOfPair(line: Line, i: number): Expression | null {
  const value = digitsAt(line, i, 4)
  if (value <= 0 || !JOINERS.has(textAt(line, i + 1)) && textAt(line, i + 1) !== 'BC') return null
  const second = yearNumberAt(line, i + 2)
  if (!second || second.year >= 0 || value < -second.year) return null
  return expression(i, i + 1, 'date', { is: 'year', year: -value })
}

const PREFIXES: Record<string, 'start' | 'mid' | 'end'> = { early: 'start', mid: 'mid', late: 'end' }
/** "mid-August 1942", "mid-1942", "mid-1990s", "late-2022". */
function prefixedAt(line: Line, i: number): Expression | null {
  const text = textAt(line, i)
  const dash = text.indexOf('-')
  if (dash < 3 || dash > 5) return null
  const part = PREFIXES[text.slice(0, dash)]
  if (!part) return null
  const rest = text.slice(dash + 1)
  const as = (said: Expression): Expression => ({ ...said, part })
  const word = wordOf(rest)
  if (word.month > 0) {
    const year = yearAfter(line, i + 1)
    return as(expression(i, year?.end ?? i + 1, 'date', { is: 'month', year: year?.year ?? null, month: word.month, which: 'near' }))
  }
  if (word.season !== '') {
    const year = yearAfter(line, i + 1)
    return as(expression(i, year?.end ?? i + 1, 'date', { is: 'season', year: year?.year ?? null, season: word.season as Season, which: 'near' }))
  }
  if (word.part !== '') return { ...expression(i, i + 1, 'time', { is: 'timeless' }), dayPart: word.part }
  if (/^\d{4}$/.test(rest)) return as(expression(i, i + 1, 'date', { is: 'year', year: Number(rest) }))
  const decade = DECADE.exec(rest)
  if (decade) { const n = Number(decade[1]); return as(expression(i, i + 1, 'date', { is: 'decade', year: n < 100 ? 1900 + n : n })) }
  const century = ordinalOf(rest)
  if (century > 0 && wordAt(line, i + 1).unit === 'CE') return as(expression(i, i + 2, 'date', { is: 'century', century }))
  if (rest.endsWith('-century')) { const n = ordinalOf(rest.slice(0, -8)); if (n > 0) return as(expression(i, i + 1, 'date', { is: 'century', century: n })) }
  if (rest === 'week' || rest === 'month' || rest === 'year') return null
  return null
}

const wordOf = (text: string): TimeWord => lookUp(text) ?? (NO_WORD as TimeWord)

/** Whatever calendar date begins at token `i`. `cued`: a word before it already says that a time comes. Further days of a list go to `further`, in order. */
export function dateAt(line: Line, i: number, cued: boolean, further: Expression[]): Expression | null {
  if (i >= line.last) return null
  const text = line.lower[i]!
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return numericDate(line, i) ?? dayFirst(line, i, further) ?? decadeAt(line, i) ?? centuryAt(line, i) ?? yearOfPair(line, i) ?? yearAlone(line, i, further)
  const word = wordAt(line, i)
  if ((word.roles & MONTH) !== 0) { const said = monthFirst(line, i, cued, further); if (said) return said }
  if ((word.roles & WEEKDAY) !== 0) return weekdayAt(line, i, further)
  if ((word.roles & SEASON) !== 0) return seasonAt(line, i, cued)
  if (word.ordinal > 0) return dayFirst(line, i, further) ?? centuryAt(line, i)
  if (word.era === 'ad') return yearAlone(line, i, further)
  if (text === "'" || text === '’' || text === '‘') return decadeAt(line, i) ?? yearAlone(line, i, further)
  if (text.length > 4 && text.includes('-')) return prefixedAt(line, i) ?? centuryAt(line, i)
  return null
}

/** The same date with a sequence word before it: "last March", "next spring", "this Tuesday". */
export function withWhich(said: Expression, which: Which): Expression {
  const base = said.base
  if (base.is === 'weekday') return { ...said, base: { ...base, which } }
  if ((base.is === 'month' || base.is === 'season') && base.year === null) return { ...said, base: { ...base, which } }
  return said
}
