// Expressions built around a word that points: "last week", "the next day", "that night", "the end of the month",
// "the night of 3 May", "early on Tuesday", "every Friday".
import { amountAt, counted, quantityAt } from './amounts.ts'
import { centuryAt, dateAt, withWhich, yearNumberAt } from './calendar-dates.ts'
import { expression, type Expression, type From, type Which } from './expression.ts'
import { digitsAt, isCapital, isWord, ordinalAt, textAt, WAR_NOUNS, wordAt, type Line } from './line.ts'
import { ARTICLE, DEICTIC, DEMONSTRATIVE, EARLY, EDGE, LATE, MID, MONTH, PART, SEASON, SEQUENCE, UNIT, WEEKDAY, type TimeWord } from './words.ts'
import type { Part } from '../../../time/timex.ts'

type Made = Expression | null

/** A part of the day on the day of a date: "Tuesday morning", "3 May in the evening". */
function withPart(line: Line, said: Expression): Expression {
  if (said.dayPart !== '' || said.clock !== '') return said
  const day = said.base.is === 'day' || said.base.is === 'weekday' || said.base.is === 'holiday' || said.base.is === 'shift' && said.base.unit === 'D'
  if (!day) return said
  let at = said.last
  if ((wordAt(line, at).roles & (EARLY | LATE)) !== 0 && (wordAt(line, at + 1).roles & PART) !== 0) at++
  const part = wordAt(line, at)
  if ((part.roles & PART) === 0 || part.part === '' || textAt(line, at) === 'nights' && said.base.is !== 'weekday') return said
  if (said.base.is === 'weekday' && textAt(line, at + 1) === 'of') { // "Sunday dawn of 25 June 1950"
    const date = dateAt(line, at + 2, true, [])
    if (date && date.base.is === 'day') return { ...date, first: said.first, kind: 'time', dayPart: part.part }
  }
  return { ...said, last: at + 1, kind: 'time', dayPart: part.part }
}

/** A length takes along what it is laid along: "the first two months" + "of 1939", "the first three years" + "of the war". */
function along(line: Line, said: Expression): Expression {
  if (said.base.is !== 'span' || textAt(line, said.last) !== 'of') return said
  const at = said.last + 1
  const date = dateAt(line, at, true, [])
  if (date && date.base.is !== 'weekday') return { ...said, last: date.last, within: date }
  const noun = warNoun(line, at)
  if (noun < 0) return said
  return { ...said, last: noun + 1, base: said.base.is === 'span' ? { ...said.base, of: textAt(line, noun) } : said.base }
}

/** The noun of "the war", "the American invasion", "this siege": its token, or -1. */
function warNoun(line: Line, i: number): number {
  const text = textAt(line, i)
  if (text !== 'the' && text !== 'this' && text !== 'its' && !isCapital(line, i)) return -1
  for (let at = text === 'the' || text === 'this' || text === 'its' ? i + 1 : i; at < i + 5 && isWord(line, at); at++) {
    if (WAR_NOUNS.has(textAt(line, at))) return at
    if (FUNCTION_WORDS.has(textAt(line, at))) return -1
  }
  return -1
}

/** A date, with what stands around it on the right. */
export function fullDate(line: Line, i: number, cued: boolean, further: Expression[]): Made {
  const said = dateAt(line, i, cued, further)
  return said ? withPart(line, said) : null
}

/** "today", "yesterday morning", "last week", "this Tuesday", "next spring", "the previous year" (with its "the" already read). */
export function pointing(line: Line, i: number, the: boolean, first: number): Made {
  const word = wordAt(line, i)
  if ((word.roles & DEICTIC) !== 0 && !the) return withPart(line, expression(first, i + 1, 'date', { is: 'shift', unit: 'D', n: word.offset, from: 'published' }))
  if ((word.roles & DEMONSTRATIVE) !== 0) return demonstrative(line, i, word, the, first)
  if ((word.roles & SEQUENCE) !== 0) return sequence(line, i, word, the, first)
  if (the && (word.ordinal === 1)) return sequence(line, i, word, the, first)
  return null
}

function demonstrative(line: Line, i: number, word: TimeWord, the: boolean, first: number): Made {
  let at = i + 1
  if (textAt(line, at) === 'very' || textAt(line, at) === 'past' && word.demonstrative === 'this') at++
  if (textAt(line, at) === 'same' && textAt(line, i) !== 'same') at++
  const same = at > i + 1 && textAt(line, at - 1) === 'same'
  const text = textAt(line, i)
  if (text === 'same' && !the) return null
  const that = word.demonstrative === 'that' || same
  const from: From = that ? 'told' : 'published'
  if (textAt(line, at) === 'coming' && word.demonstrative === 'this') at++
  let next = wordAt(line, at)
  if ((next.roles & (EARLY | LATE)) !== 0 && (wordAt(line, at + 1).roles & PART) !== 0) next = wordAt(line, ++at)
  if ((next.roles & UNIT) !== 0 && next.unit !== 'N') {
    if (next.plural || next.unit === 'S' || next.unit === 'MIN' || next.unit === 'H') return null
    if (textAt(line, at - 1) === 'past') return expression(first, at + 1, 'duration', { is: 'span', unit: next.unit, n: 1, window: 'past' })
    if (text === 'these' || text === 'those') return null
    return expression(first, at + 1, 'date', { is: 'shift', unit: next.unit, n: 0, from: next.unit === 'D' ? 'told' : from })
  }
  if ((next.roles & PART) !== 0 && text !== 'these' && text !== 'those') {
    if (textAt(line, at).endsWith('s')) return null
    const made = expression(first, at + 1, 'time', { is: 'shift', unit: 'D', n: 0, from })
    made.dayPart = next.part
    return made
  }
  if ((next.roles & (WEEKDAY | MONTH | SEASON)) !== 0 && text !== 'these' && text !== 'those') {
    const said = fullDate(line, at, true, [])
    return said ? { ...withWhich(said, that ? 'told' : 'this'), first } : null
  }
  if (text === 'same' || same) return null
  return null
}

const WINDOWS: Record<string, 'past' | 'next' | 'first' | 'last'> = { last: 'past', previous: 'past', next: 'next', following: 'next', first: 'first', final: 'last' }

function sequence(line: Line, i: number, word: TimeWord, the: boolean, first: number): Made {
  const way = word.ordinal === 1 ? 'first' : word.sequence
  const text = textAt(line, i)
  let at = i + 1
  // "the last 24 hours", "the past few days", "the first six days"
  const amount = quantityAt(line, at)
  if (amount && (wordAt(line, at).roles & ARTICLE) === 0) {
    let unitAt = amount.end
    if (!(wordAt(line, unitAt).roles & UNIT) && isWord(line, unitAt) && (wordAt(line, unitAt + 1).roles & UNIT) !== 0 && wordAt(line, unitAt + 1).plural && !isCapital(line, unitAt)) unitAt++
    const unit = wordAt(line, unitAt)
    if ((unit.roles & UNIT) === 0 || unit.unit === 'Q') return null
    const n = counted(unit.unit, amount.n)
    return along(line, expression(first, unitAt + 1, 'duration', { is: 'span', unit: n.unit, n: n.n, window: WINDOWS[way] ?? null }))
  }
  if (textAt(line, at) === 'full' || textAt(line, at) === 'whole') at++
  const late = (wordAt(line, at).roles & (LATE | EARLY)) !== 0 && !wordAt(line, at).comparative
  if (late && (wordAt(line, at + 1).roles & (PART | MONTH | SEASON)) !== 0) at++
  const next = wordAt(line, at)
  const relative = (unit: string, n: number): Expression => expression(first, at + 1, 'date', { is: 'shift', unit, n, from: the || way === 'following' || way === 'previous' ? 'told' : 'published' })
  if ((next.roles & PART) !== 0) {
    if (way === 'first' || way === 'final' || textAt(line, at).endsWith('s') && next.part !== 'NI') return null
    if (textAt(line, at) === 'nights') return null
    const night = next.part === 'NI' || next.part === 'EV' || next.part === 'AF'
    const n = way === 'last' ? (night ? -1 : -1) : way === 'previous' ? -1 : 1
    const made = relative('D', n)
    made.kind = 'time'
    made.dayPart = next.part
    if (way === 'last' && next.part === 'NI') made.spill = 'after'
    return made
  }
  if ((next.roles & UNIT) !== 0 && next.unit !== 'N') {
    const { unit } = next
    if (unit === 'S' || unit === 'Q' && way === 'first') return unit === 'Q' ? part(line, i, first) : null
    if (next.plural) {
      if (unit === 'MIN' && way !== 'final') return null
      return way === 'first' && !the ? null : along(line, expression(first, at + 1, 'duration', { is: 'span', unit: counted(unit, null).unit, n: null, window: way === 'last' && textAt(line, at + 1) === 'of' ? 'last' : WINDOWS[way] ?? null }))
    }
    if (way === 'first') return the ? firstUnit(line, at, unit, 1, first) : null
    if (way === 'final') return the ? along(line, expression(first, at + 1, 'duration', { is: 'span', unit, n: 1, window: 'last' })) : null
    if (way === 'last' && the && textAt(line, at + 1) === 'of') return along(line, expression(first, at + 1, 'duration', { is: 'span', unit, n: 1, window: 'last' }))
    if (text === 'past' || way === 'last' && the) return expression(first, at + 1, 'duration', { is: 'span', unit, n: 1, window: 'past' })
    if (way === 'last') return relative(unit, -1)
    if (way === 'previous') return relative(unit, -1)
    if (unit === 'H' || unit === 'MIN') return expression(first, at + 1, 'duration', { is: 'span', unit, n: 1, window: 'next' })
    const made = relative(unit, 1)
    if (the && (text === 'coming' || text === 'upcoming') && made.base.is === 'shift') made.base.from = 'published'
    return made
  }
  if ((next.roles & (WEEKDAY | MONTH | SEASON)) !== 0 && way !== 'first' && way !== 'final') {
    const said = fullDate(line, at, true, [])
    if (!said) return null
    const which: Which = way === 'last' ? 'last' : way === 'previous' ? 'previous' : the || way === 'following' ? 'following' : 'next'
    return { ...withWhich(said, which), first }
  }
  return null
}

/** "the first day of the war", "the fifth day", "the second week of March". `at` is the unit. */
function firstUnit(line: Line, at: number, unit: string, n: number, first: number): Made {
  if (textAt(line, at + 1) === 'of') {
    const noun = warNoun(line, at + 2)
    if (unit === 'D' && noun > 0) return expression(first, noun + 1, 'date', { is: 'war', noun: textAt(line, noun), unit, n: n - 1 })
    const said = along(line, expression(first, at + 1, 'duration', { is: 'span', unit, n: 1, window: n === 1 ? 'first' : null }))
    if (said.within !== null) said.nth = n
    if (unit !== 'D' || said.within !== null) return said
  }
  if (unit === 'D') return expression(first, at + 1, 'date', { is: 'fixed', value: 'XXXX-XX-XX' })
  return n === 1 ? expression(first, at + 1, 'duration', { is: 'span', unit, n: 1, window: 'first' }) : null
}

/** "first half of 2008", "third quarter" (with its "the" already read). */
function part(line: Line, i: number, first: number): Made {
  const latter = textAt(line, i) === 'latter'
  const ordinal = latter ? 2 : ordinalAt(line, i)
  const noun = textAt(line, i + 1)
  if (noun === 'quarter' && ordinal >= 1 && ordinal <= 4) {
    const year = yearOf(line, i + 2)
    return expression(first, year?.end ?? i + 2, 'date', { is: 'half', year: year?.year ?? null, of: 'Q', n: ordinal })
  }
  if (noun !== 'half' && noun !== 'part' && noun !== 'days' && noun !== 'weeks' && noun !== 'months' && noun !== 'years' || textAt(line, i + 2) !== 'of') return null
  if (noun === 'half' && (ordinal === 1 || ordinal === 2)) {
    const year = yearOf(line, i + 2)
    if (year) return expression(first, year.end, 'date', { is: 'half', year: year.year, of: 'H', n: ordinal })
  }
  if (noun !== 'half' && noun !== 'part') return null
  const said = timeAfter(line, i + 3)
  return said ? { ...said, first, part: ordinal === 1 || (wordAt(line, i).roles & EARLY) !== 0 ? 'start' : 'end' } : null
}

function yearOf(line: Line, i: number): { year: number; end: number } | null {
  const at = textAt(line, i) === 'of' ? i + 1 : i
  const year = yearNumberAt(line, at)
  return year && (year.year >= 1000 || year.year < 0) ? year : null
}

/** A time that stands behind "the end of", "early in" and the like, with or without "the". */
function timeAfter(line: Line, i: number): Made {
  const said = fullDate(line, i, true, [])
  if (said) return said
  const the = textAt(line, i) === 'the'
  const at = the ? i + 1 : i
  const pointed = pointing(line, at, the, i)
  if (pointed) return pointed
  if (the) {
    const word = wordAt(line, at)
    const inner = fullDate(line, at, true, []) ?? modified(line, at, at) ?? centuryAt(line, at)
    if (inner) return { ...inner, first: i }
    if ((word.roles & UNIT) !== 0 && !word.plural && (word.unit === 'D' || word.unit === 'W' || word.unit === 'M' || word.unit === 'Y' || word.unit === 'DE' || word.unit === 'CE' || word.unit === 'WE')) return expression(i, at + 1, 'date', { is: 'shift', unit: word.unit, n: 0, from: 'told' })
    if ((word.roles & PART) !== 0) return partOfDay(line, at, i)
    if (word.ordinal > 0 && (wordAt(line, at + 1).roles & UNIT) !== 0 && !wordAt(line, at + 1).plural) return firstUnit(line, at + 1, wordAt(line, at + 1).unit, word.ordinal, i)
  }
  const month = wordAt(line, at)
  return month.month > 0 ? fullDate(line, at, true, []) : null
}

const EDGES: Record<string, Part | null> = { start: 'start', mid: 'mid', end: 'end', rest: null }

/** "beginning of 1943", "end of the month", "middle of summer", "month's end". */
function edge(line: Line, i: number, first: number): Made {
  const word = wordAt(line, i)
  if ((word.roles & EDGE) === 0) return null
  let at = i + 1
  if (textAt(line, at) === 'of') at++
  else if (word.edge !== 'mid') return null
  const said = timeAfter(line, at)
  if (said) return { ...said, first, part: EDGES[word.edge] ?? null }
  if (word.edge !== 'start' || textAt(line, i) === 'turn') return null
  return warStart(line, at, first)
}

/** "the war" behind "the start of": the day the war began. */
export function warStart(line: Line, i: number, first: number): Made {
  let at = i
  if (textAt(line, at) !== 'the' && textAt(line, at) !== 'this' && textAt(line, at) !== 'its' && textAt(line, at) !== 'their' && !isCapital(line, at)) return null
  at++
  for (let k = 0; k < 4 && isWord(line, at); k++, at++) {
    const text = textAt(line, at)
    if (WAR_NOUNS.has(text)) return expression(first, at + 1, 'date', { is: 'war', noun: text, unit: 'D', n: 0 })
    if (text === 'of' || text === 'in') return null
  }
  return null
}

/** "early March", "late in 1942", "later that month", "early on Tuesday", "early hours of Sunday". */
export function modified(line: Line, i: number, first: number): Made {
  const word = wordAt(line, i)
  if ((word.roles & (EARLY | MID | LATE)) === 0) return null
  const value: Part = (word.roles & EARLY) !== 0 ? 'start' : (word.roles & MID) !== 0 ? 'mid' : 'end'
  let at = i + 1
  if (textAt(line, at) === 'hours' || textAt(line, at) === 'morning' && textAt(line, at + 1) === 'hours' || (wordAt(line, at).roles & PART) !== 0) {
    const made = partOfDay(line, textAt(line, at) === 'hours' || textAt(line, at + 1) === 'hours' ? at + (textAt(line, at) === 'hours' ? 0 : 1) : at, first)
    return made ? { ...made, first, dayPart: made.dayPart === '' ? 'MO' : made.dayPart } : null
  }
  if (textAt(line, at) === '-' ) at++
  if (textAt(line, at) === 'in' || textAt(line, at) === 'on') { if ((word.roles & MID) !== 0) return null; at++ }
  else if (textAt(line, at) === 'the' && (wordAt(line, at + 1).roles & SEQUENCE) === 0) return null
  const said = timeAfter(line, at)
  if (!said || said.kind === 'duration' || said.kind === 'set') return null
  if (said.part !== null && said.first === at) return null
  if (word.comparative) {
    if (said.base.is === 'fixed' || said.base.is === 'timeless') return null
    return { ...said, first, side: value === 'start' ? 'earlier' : 'later' }
  }
  return { ...said, first, part: value }
}

/** A part of the day at token `i`, with the day it belongs to: "night of 3 May", "morning hours of Sunday", "evening before". */
export function partOfDay(line: Line, i: number, first: number): Made {
  const word = wordAt(line, i)
  const hours = textAt(line, i) === 'hours'
  let at = i + 1
  if (!hours && (textAt(line, at) === 'hours' || textAt(line, at) === 'hour') && (word.roles & PART) !== 0) at++
  const value = hours ? 'MO' : word.part
  if (value === '') return null
  const joins = textAt(line, at)
  if (joins === 'of' || joins === 'on') {
    const further: Expression[] = []
    const the = textAt(line, at + 1) === 'the' ? 1 : 0
    const said = dateAt(line, at + 1 + the, true, further) ?? (the ? null : pointing(line, at + 1, false, at + 1))
    if (said && (said.base.is === 'day' || said.base.is === 'weekday' || said.base.is === 'holiday' || said.base.is === 'shift' && said.base.unit === 'D')) {
      const made: Expression = { ...said, first, kind: 'time', dayPart: value, spill: value === 'NI' ? 'after' : null }
      const next = further[0]
      if ((wordAt(line, said.last).roles & PART) !== 0 && said.base.is === 'weekday') made.last = said.last + 1 // "the early hours of Thursday morning"
      if (next && value === 'NI' && next.base.is === 'day' && said.base.is === 'day' && next.base.month === said.base.month && next.base.day === said.base.day + 1) made.last = next.last
      return made
    }
    if (hours) return null
  }
  if (joins === 'from' && value === 'NI') { // "the night from Saturday to Sunday"
    const one = dateAt(line, at + 1, true, [])
    const two = one && (textAt(line, one.last) === 'to' || textAt(line, one.last) === 'into') ? dateAt(line, one.last + 1, true, []) : null
    if (one && two) return { ...one, first, last: two.last, kind: 'time', dayPart: 'NI', spill: 'after' }
  }
  if (hours) return first < i ? { ...expression(first, at, 'time', { is: 'timeless' }), dayPart: 'MO' } : null
  const made = expression(first, at, 'time', { is: 'timeless' })
  made.dayPart = value
  if (joins === 'before' || joins === 'after') {
    if (textAt(line, at + 1) === 'last') return null
    made.base = { is: 'shift', unit: 'D', n: joins === 'before' ? -1 : 1, from: 'told' }
    made.last = at + 1
  }
  return made
}

/** What follows "the": `first` is the token of "the". */
export function afterThe(line: Line, i: number, first: number, further: Expression[]): Made {
  const at = textAt(line, i) === 'very' ? i + 1 : i
  const word = wordAt(line, at)
  const found = pointing(line, at, true, first) ?? edge(line, at, first)
  if (found) return found
  if ((word.roles & (EARLY | MID | LATE)) !== 0) {
    const said = part(line, at, first) ?? modified(line, at, first)
    if (said) return head(line, said, first, at)
    if (textAt(line, at) === 'middle') return null
    return null
  }
  if (word.ordinal > 0 || ordinalAt(line, at) > 0) {
    const century = centuryAt(line, at)
    if (century) return { ...century, first }
    const half = part(line, at, first)
    if (half) return half
    const date = dateAt(line, at, true, further)
    if (date) return date.base.is === 'day' ? { ...date, first } : date
    const unit = wordAt(line, at + 1)
    if ((unit.roles & UNIT) !== 0 && !unit.plural && unit.unit !== 'N' && unit.unit !== 'S' && unit.unit !== 'MIN') return firstUnit(line, at + 1, unit.unit, ordinalAt(line, at), first)
    if ((unit.roles & PART) !== 0) { const made = expression(first, at + 2, 'time', { is: 'fixed', value: 'XXXX-XX-XXT' + unit.part }); return made }
    return dayAlone(line, at, first)
  }
  if ((word.roles & (MONTH | WEEKDAY)) !== 0) {
    const date = fullDate(line, at, false, further)
    return date ? head(line, date, first, at) : null
  }
  if ((word.roles & SEASON) !== 0) {
    const date = dateAt(line, at, false, further)
    return date ? head(line, date, first, at) : null
  }
  if ((word.roles & PART) !== 0 && textAt(line, at) !== 'dawn') {
    const made = partOfDay(line, at, first)
    return made && (made.last > at + 1 || !isWord(line, at + 1) || isClosed(line, at + 1)) ? made : made ? { ...made, first: at } : null
  }
  if ((word.roles & UNIT) !== 0) return theUnit(line, at, word, first)
  if (textAt(line, at) === 'small' && textAt(line, at + 1) === 'hours') return partOfDay(line, at + 1, first)
  const date = dateAt(line, at, true, further)
  if (date) return date.base.is === 'decade' || date.base.is === 'century' || date.base.is === 'day' || date.part ? head(line, date, first, at) : date.base.is === 'year' && date.base.year <= -10000 ? null : date
  const amount = amountAt(line, at, at)
  if (amount && (wordAt(line, at).roles & ARTICLE) === 0) return amount.kind === 'duration' && !line.lower[at]!.includes('-') && amount.last > at + 1 && textAt(line, amount.last) !== "'" && (!isWord(line, amount.last) || FUNCTION_WORDS.has(textAt(line, amount.last))) ? { ...amount, first } : amount
  return null
}

/** "the" belongs to the expression where that is the head of its phrase ("the summer"), not before another noun ("the summer offensive"). */
function head(line: Line, said: Expression, first: number, at: number): Expression {
  const next = said.last
  const { is } = said.base
  // "the 20 September", but "the April 12 incident", "the March offensive"
  if (said.part === null && said.dayPart === '' && (is === 'day' || is === 'month' || is === 'weekday')) return { ...said, first: is === 'day' && (wordAt(line, at).roles & MONTH) === 0 && !isCapital(line, next) && !(isWord(line, next) && !isClosed(line, next)) ? first : at }
  const named = is === 'season' && isCapital(line, at) && isCapital(line, next)
  return named || isWord(line, next) && !isClosed(line, next) ? { ...said, first: at } : { ...said, first }
}
const FUNCTION_WORDS = new Set('the a an and or but of in on at by to from for with as when while where which that who it he she they we was were is are had has have would will could did also after before until since during through between under over than so because if their his its this these those into about against led saw brought marked became began came made took seemed proved alone when both not only then later'.split(' '))
const isClosed = (line: Line, i: number): boolean => FUNCTION_WORDS.has(textAt(line, i)) || /(ed|ly)$/.test(textAt(line, i)) || isCapital(line, i)

/** A day of the month told by its ordinal alone: "on the 13th". */
function dayAlone(line: Line, i: number, first: number): Made {
  const text = textAt(line, i)
  const day = ordinalAt(line, i)
  if (day < 1 || day > 31 || !(text.charCodeAt(0) <= 57)) return null
  const before = textAt(line, first - 1)
  if (before !== 'on' && before !== 'until' && before !== 'by' && before !== 'since' && before !== 'before' && before !== 'after' && before !== 'from' && before !== 'to') return null
  if (isWord(line, i + 1) && !FUNCTION_WORDS.has(textAt(line, i + 1))) return null
  return expression(first, i + 1, 'date', { is: 'day', year: null, month: 0, day, weekday: 0 })
}

/** "the day before", "the year 1950", "the month of May", "the weekend". */
function theUnit(line: Line, at: number, word: TimeWord, first: number): Made {
  if (word.plural) {
    if (word.unit === 'Y' && textAt(line, at) === 'years') { const year = yearNumberAt(line, at + 1); if (year && year.year >= 1000) return expression(first, year.end, 'date', { is: 'year', year: year.year }) }
    return null
  }
  const next = textAt(line, at + 1)
  if (word.unit === 'Y') { const year = yearNumberAt(line, at + 1); if (year) return expression(first, year.end, 'date', { is: 'year', year: year.year }) }
  if (word.unit === 'WE') return expression(first, at + 1, 'date', { is: 'shift', unit: 'WE', n: -1, from: 'published' })
  if (word.unit === 'S' || word.unit === 'MIN' || word.unit === 'N' || word.unit === 'Q') return null
  if (next === 'before' || next === 'earlier' || next === 'prior') return expression(first, at + 2, 'date', { is: 'shift', unit: word.unit, n: -1, from: 'told' })
  if (next === 'after' || next === 'following' || next === 'later') return expression(first, at + 2, 'date', { is: 'shift', unit: word.unit, n: 1, from: 'told' })
  if (next === 'of' && word.unit !== 'Y') {
    const said = dateAt(line, at + 2, true, [])
    if (said && (said.base.is === 'month' || said.base.is === 'day')) return { ...said, first }
  }
  return null
}

/** "every day", "each Friday", "every two weeks", "per month". */
export function repeated(line: Line, i: number): Made {
  const per = textAt(line, i) === 'per'
  const word = wordAt(line, i + 1)
  if ((word.roles & UNIT) !== 0 && !word.plural) {
    const { unit, n } = counted(word.unit, 1)
    if (per) return expression(i, i + 2, 'set', { is: 'span', unit, n, window: null })
    return expression(i, i + 2, 'set', { is: 'fixed', value: SETS[word.unit] ?? null })
  }
  if (per) return null
  if ((word.roles & WEEKDAY) !== 0 && isCapital(line, i + 1)) return expression(i, i + 2, 'set', { is: 'fixed', value: `XXXX-WXX-${word.weekday}` })
  if ((word.roles & PART) !== 0) return expression(i, i + 2, 'set', { is: 'fixed', value: `XXXX-XX-XXT${word.part}` })
  if ((word.roles & SEASON) !== 0) return expression(i, i + 2, 'set', { is: 'fixed', value: `XXXX-${word.season}` })
  if ((word.roles & MONTH) !== 0 && isCapital(line, i + 1)) return expression(i, i + 2, 'set', { is: 'fixed', value: `XXXX-${String(word.month).padStart(2, '0')}` })
  const amount = quantityAt(line, i + 1)
  if (amount && wordAt(line, amount.end).plural && (wordAt(line, amount.end).roles & UNIT) !== 0) {
    const { unit, n } = counted(wordAt(line, amount.end).unit, amount.n)
    return expression(i, amount.end + 1, 'set', { is: 'span', unit, n, window: null })
  }
  return null
}
const SETS: Record<string, string> = { D: 'XXXX-XX-XX', N: 'XXXX-XX-XXTNI', W: 'XXXX-WXX', WE: 'XXXX-WXX-WE', M: 'XXXX-XX', Y: 'XXXX', Q: 'XXXX-QX', H: 'XXXX-XX-XXTXX' }

/** "day 20 of the invasion", "the 20th day of the war" is found behind "the". */
export function warDay(line: Line, i: number): Made {
  if (textAt(line, i) !== 'day') return null
  const n = digitsAt(line, i + 1, 4)
  if (n < 1 || textAt(line, i + 2) !== 'of') return null
  for (let k = i + 3; k < i + 7 && isWord(line, k); k++) if (WAR_NOUNS.has(textAt(line, k))) return expression(i, k + 1, 'date', { is: 'war', noun: textAt(line, k), unit: 'D', n: n - 1 })
  return null
}
