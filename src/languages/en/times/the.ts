// What follows "the", and whether "the" belongs to it: "the summer" does, "the summer offensive" does not.
import { amountAt } from './amounts.ts'
import { dateAt } from './calendar-dates.ts'
import { expression, type Expression, type Made } from './expression.ts'
import { CLOSED_CLASS, isCapital, isWord, type Line, ordinalAt, textAt, wordAt } from './line.ts'
import { edge, modified, part } from './modified.ts'
import { partOfDay } from './parts-of-day.ts'
import { firstUnit, fullDate, pointing } from './pointing.ts'
import { ARTICLE, EARLY, LATE, MID, MONTH, PART, SEASON, type TimeWord, UNIT, WEEKDAY } from './words.ts'
import { centuryAt, yearNumberAt } from './years.ts'

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
  if (amount && (wordAt(line, at).roles & ARTICLE) === 0) return amount.kind === 'duration' && !line.lower[at]!.includes('-') && amount.last > at + 1 && textAt(line, amount.last) !== "'" && (!isWord(line, amount.last) || CLOSED_CLASS.has(textAt(line, amount.last))) ? { ...amount, first } : amount
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

const isClosed = (line: Line, i: number): boolean => CLOSED_CLASS.has(textAt(line, i)) || /(ed|ly)$/.test(textAt(line, i)) || isCapital(line, i)

/** A day of the month told by its ordinal alone: "on the 13th". */
function dayAlone(line: Line, i: number, first: number): Made {
  const text = textAt(line, i)
  const day = ordinalAt(line, i)
  if (day < 1 || day > 31 || !(text.charCodeAt(0) <= 57)) return null
  const before = textAt(line, first - 1)
  if (before !== 'on' && before !== 'until' && before !== 'by' && before !== 'since' && before !== 'before' && before !== 'after' && before !== 'from' && before !== 'to') return null
  if (isWord(line, i + 1) && !CLOSED_CLASS.has(textAt(line, i + 1))) return null
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
