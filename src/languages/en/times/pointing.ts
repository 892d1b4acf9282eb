// Expressions that point from the day of writing or from what was told: "yesterday morning", "last week", "the next day",
// "that night", "the past 24 hours".
import { counted, quantityAt } from './amounts.ts'
import { dateAt, withWhich } from './calendar-dates.ts'
import { expression, type Expression, type From, type Made, type Which } from './expression.ts'
import { isCapital, isWord, type Line, ordinalAt, textAt, wordAt } from './line.ts'
import { along, warNoun } from './war-phrases.ts'
import { ARTICLE, DEICTIC, DEMONSTRATIVE, EARLY, LATE, MONTH, PART, SEASON, SEQUENCE, type TimeWord, UNIT, WEEKDAY } from './words.ts'
import { yearNumberAt } from './years.ts'

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

/** A date, with what stands around it on the right. */
export function fullDate(line: Line, i: number, cued: boolean, further: Expression[]): Made {
  const said = dateAt(line, i, cued, further)
  return said ? withPart(line, said) : null
}

/** "today", "yesterday morning", "last week", "this Tuesday", "next spring", "the previous year" (with its "the" already read). */
export function pointing(line: Line, i: number, the: boolean, first: number): Made {
  const word = wordAt(line, i)
  if ((word.roles & DEICTIC) !== 0 && word.offset === 0 && i > line.first && isCapital(line, i) && isCapital(line, i - 1)) return null // "Russia Today", a channel
  if ((word.roles & DEICTIC) !== 0 && !the && textAt(line, i + 1) === '(' && (wordAt(line, i + 2).roles & WEEKDAY) !== 0 && textAt(line, i + 3) === ')') return expression(first, i + 4, 'date', { is: 'weekday', weekday: wordAt(line, i + 2).weekday, which: 'near' }) // "yesterday (Friday)": the paper's word for the speaker's
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
    if (unit === 'S' || unit === 'Q' && way === 'first') return unit === 'Q' ? quarter(line, i, first) : null
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
    if (way === 'following' && !the) return null // "following Friday clashes": after them
    const said = fullDate(line, at, true, [])
    if (!said) return null
    const which: Which = way === 'last' ? 'last' : way === 'previous' ? 'previous' : the || way === 'following' ? 'following' : 'next'
    return { ...withWhich(said, which), first }
  }
  return null
}

/** "the first day of the war", "the fifth day", "the second week of March". `at` is the unit. */
export function firstUnit(line: Line, at: number, unit: string, n: number, first: number): Made {
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

/** "third quarter", "first quarter of 2023" (with its "the" already read). */
export function quarter(line: Line, i: number, first: number): Made {
  const ordinal = ordinalAt(line, i)
  if (textAt(line, i + 1) !== 'quarter' || ordinal < 1 || ordinal > 4) return null
  const year = yearOf(line, i + 2)
  return expression(first, year?.end ?? i + 2, 'date', { is: 'half', year: year?.year ?? null, of: 'Q', n: ordinal })
}

export function yearOf(line: Line, i: number): { year: number; end: number } | null {
  const at = textAt(line, i) === 'of' ? i + 1 : i
  const year = yearNumberAt(line, at)
  return year && (year.year >= 1000 || year.year < 0) ? year : null
}
