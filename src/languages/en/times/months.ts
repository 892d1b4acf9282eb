// Months and days of the month: "March", "March 3", "3rd of March 2022", "15–22 February", "2022-03-15".
import { expression, type Expression } from './expression.ts'
import { WEAK_CUES, behindName, COUNTED, dayOfMonthAt, digitsAt, isAllCaps, isCapital, isGlued, isWord, JOINERS, type Line, MONTH_CUES, NAME_AFTER, NAME_BEFORE, ordinalAt, textAt, wordAt, yearDigits } from './line.ts'
import { ERA, MONTH, UNIT } from './words.ts'
import { yearAfter, yearNumberAt } from './years.ts'

/** "5 brigade": the date is part of a name. */
export const namesOther = (line: Line, i: number): boolean => NAME_AFTER.has(textAt(line, i))

/** Whether the word at `i` may be a month; `cued` where words before it already say a time. */
function monthAt(line: Line, i: number, cued: boolean): number {
  const word = wordAt(line, i)
  if ((word.roles & MONTH) === 0 || !isCapital(line, i)) return 0
  const text = textAt(line, i)
  if (NAME_BEFORE.has(textAt(line, i - 1)) && isCapital(line, i - 1)) return 0
  const next = behindName(line, i)
  if (dayOfMonthAt(line, next) > 0 || yearDigits(line, next) > 0 || (textAt(line, next) === ',' && yearDigits(line, next + 1) > 0) || yearAfter(line, next) || digitsAt(line, next, 3) > 0 && (wordAt(line, next + 1).roles & ERA) !== 0) return word.month
  const before = textAt(line, i - 1)
  const firstName = (text === 'april' || text === 'june' || text === 'august') && isCapital(line, next) && isWord(line, next)
  if (cued || MONTH_CUES.has(before) && !(firstName && WEAK_CUES.has(before))) return word.month
  if (i === line.first && (next >= line.last || textAt(line, next) === ':')) return word.month // "March: …", "MAY" on a line of its own
  if (text.length <= 3 && text !== 'may' || text === 'sept') return 0
  if (text === 'march' && textAt(line, i - 1) === 'a' && isWord(line, next) && !isCapital(line, next)) return word.month
  if (text === 'may' || text === 'march') return textAt(line, next) === 'and' && (wordAt(line, next + 1).roles & MONTH) !== 0 ? word.month : 0
  const nameLike = (text === 'april' || text === 'june' || text === 'august') && ((isCapital(line, i - 1) && i - 1 > line.first) || isCapital(line, next)) && textAt(line, i - 1) !== 'the'
  return nameLike || isAllCaps(line, i) && isAllCaps(line, i + 1) && text === 'august' ? 0 : word.month
}

/** Month first: "March", "March 2022", "March 3", "March 3, 2022", "Mar. 3"; `out` takes the further days of "March 3 and 5". */
export function monthFirst(line: Line, i: number, cued: boolean, further: Expression[]): Expression | null {
  const month = monthAt(line, i, cued)
  if (month === 0) return null
  const at = behindName(line, i)
  const day = dayOfMonthAt(line, at)
  const counted = day > 0 && COUNTED.has(textAt(line, at + 1)) && textAt(line, i - 1) !== 'on' && ordinalAt(line, at) === 0
  if (day > 0 && !counted && !(textAt(line, at + 1) === ':' && isGlued(line, at + 2)) && !(isGlued(line, at + 1) && textAt(line, at + 1) === '%')) {
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
export function dayFirst(line: Line, i: number, further: Expression[]): Expression | null {
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
export function numericDate(line: Line, i: number): Expression | null {
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
