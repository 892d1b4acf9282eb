// Dates that name a day, a month, a season, a year, a decade or a century. Nothing here knows what day it is.
import type { Season } from '../../../time/timex.ts'
import { expression, type Expression, type Which } from './expression.ts'
import { behindName, digitsAt, isCapital, isGlued, isWord, type Line, MONTH_CUES, NAME_BEFORE, textAt, wordAt } from './line.ts'
import { dayFirst, monthFirst, namesOther, numericDate } from './months.ts'
import { DEMONSTRATIVE, lookUp, MONTH, NO_WORD, SEASON, SEQUENCE, type TimeWord, WEEKDAY } from './words.ts'
import { centuryAt, DECADE, decadeAt, ordinalOf, yearAfter, yearAlone, yearOfPair } from './years.ts'

/** "the winter Olympics": games, whatever the season. */
const GAMES: ReadonlySet<string> = new Set(['olympics', 'olympic', 'paralympics', 'paralympic', 'games', 'universiade'])

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
  if (GAMES.has(textAt(line, i + 1))) return null
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
