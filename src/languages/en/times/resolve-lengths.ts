// Units counted from a day, and lengths laid along the calendar.
import { addDays, addMonths, mondayOf, weekdayNotAfter, weekdayOf } from '../../../time/days.ts'
import { centuryValue, decadeValue, durationValue, monthValue, spanOfValue, weekValue, yearValue } from '../../../time/timex.ts'
import type { Expression, From } from './expression.ts'
import { iso, made, open, type Resolved, sayToday, shiftYear, type Standpoint, type Told, toldOf } from './standpoint.ts'

/** Monday and Tuesday. */
const EARLY_IN_WEEK = 2

/** Units counted from a day: "yesterday", "last week", "two days later". */
export function shift(unit: string, n: number, from: From, at: Standpoint): Resolved {
  const told = from === 'told' ? at.told : null
  const anchor: Resolved['anchor'] = told ? 'previous' : 'published'
  const day = told ? iso(told) : at.published
  const base: Told | null = told ?? sayToday(at)
  if (!Number.isFinite(n)) {
    if (from === 'published') return open('PAST_REF')
    return open(n > 0 ? 'FUTURE_REF' : 'PAST_REF')
  }
  if (base === null) return open(OPEN_VALUES[unit] ?? null)
  if (unit === 'H' || unit === 'MIN' || unit === 'S') {
    if (!day) return open('XXXX-XX-XXTXX')
    const days = unit === 'H' && Math.abs(n) >= 24 ? Math.trunc(n / 24) : 0
    const to = addDays(day, days)
    return made(days === 0 ? `${to}TXX` : to, { from: n < 0 && days === 0 ? addDays(to, -1) : to, to }, 'implied', anchor, toldOf(to))
  }
  if (unit === 'D') {
    if (!day) {
      if (told && told.year !== 0) return open(told.month > 0 && n === 0 ? `${monthValue(told.year, told.month)}-XX` : `${yearValue(told.year)}-XX-XX`)
      return open('XXXX-XX-XX')
    }
    const to = addDays(day, Math.round(n))
    return made(to, { from: to, to }, 'implied', anchor, toldOf(to))
  }
  if (unit === 'W' || unit === 'WE') {
    if (!day) return open(told ? `${yearValue(told.year)}-WXX` : 'XXXX-WXX')
    if (unit === 'WE') {
      // "this weekend's attack", told when the week has just begun: the one that is over
      if (n === 0 && !told && !at.ahead && !at.planned && weekdayOf(day) <= EARLY_IN_WEEK) return shift(unit, -1, from, at)
      const saturday = n < 0 ? weekdayNotAfter(weekdayOf(day) >= 6 ? addDays(day, weekdayOf(day) === 6 ? 0 : 0) : day, 6) : addDays(mondayOf(day), 5 + 7 * n)
      const first = n === -1 && weekdayOf(day) >= 6 ? addDays(mondayOf(day), -2) : saturday
      return made(`${weekValue(first)}-WE`, { from: first, to: addDays(first, 1) }, 'implied', anchor, toldOf(first))
    }
    const to = addDays(day, Math.round(n * 7))
    const monday = mondayOf(to)
    // counted from a day told, it is that day; counted from the day of writing, that week
    const span = told && n !== 0 ? { from: to, to } : { from: monday, to: addDays(monday, 6) }
    return made(weekValue(to), span, 'implied', anchor, told ? toldOf(to) : null)
  }
  if (unit === 'M' || unit === 'Q') {
    const months = unit === 'Q' ? n * 3 : n
    if (base.month === 0) return open(`${yearValue(base.year)}-XX`)
    const index = base.year * 12 + base.month - 1 + Math.round(months)
    const year = Math.floor(index / 12), month = index - year * 12 + 1
    if (base.year < 0) return open(n === 0 ? monthValue(base.year, base.month) : `${yearValue(base.year)}-XX`)
    if (unit === 'Q') { const quarter = Math.floor((month - 1) / 3) + 1; const value = `${yearValue(year)}-Q${quarter}`; return made(value, spanOfValue(value), 'implied', anchor, { year, month: quarter * 3 - 2, day: 0 }) }
    const value = monthValue(year, month)
    return made(value, spanOfValue(value), 'implied', anchor, { year, month, day: 0 })
  }
  if (unit === 'Y') {
    const year = shiftYear(base.year, Math.round(n))
    if (Math.abs(n) < 1 && n !== 0) return shift('M', n * 12, from, at)
    return made(yearValue(year), spanOfValue(yearValue(year)), 'implied', anchor, { year, month: 0, day: 0 })
  }
  const years = unit === 'DE' ? 10 : 100
  const year = shiftYear(base.year, n * years)
  const value = unit === 'DE' ? decadeValue(year) : centuryValue(year)
  // "two decades ago": so many years before, not any of a decade of the calendar
  return made(value, unit === 'DE' && n !== 0 && Number.isInteger(n) && year > 0 ? spanOfValue(yearValue(year)) : spanOfValue(value), 'implied', anchor, { year, month: 0, day: 0 })
}

/** The day, week or month `n` units from the day of writing ("a year ago this week"), or from the last such weekday. */
export function sameIn(same: 'D' | 'W' | 'M', weekday: number, unit: string, n: number, at: Standpoint): Resolved {
  if (at.published === null) return open('PAST_REF')
  const day = along(weekday > 0 ? weekdayNotAfter(at.published, weekday) : at.published, unit, n)
  if (same === 'D') return made(day, { from: day, to: day }, 'implied', 'published', toldOf(day))
  if (same === 'W') return made(weekValue(day), { from: mondayOf(day), to: addDays(mondayOf(day), 6) }, 'implied', 'published', null)
  const value = monthValue(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  return made(value, spanOfValue(value), 'implied', 'published', null)
}

const OPEN_VALUES: Record<string, string> = { D: 'XXXX-XX-XX', W: 'XXXX-WXX', WE: 'XXXX-WXX-WE', M: 'XXXX-XX', Y: 'XXXX', Q: 'XXXX-QX' }

/** The ISO day `n` units from a day; halves of units in days. */
export function along(day: string, unit: string, n: number): string {
  switch (unit) {
    case 'D': return addDays(day, Math.round(n))
    case 'W': return addDays(day, Math.round(n * 7))
    case 'M': return Number.isInteger(n) ? addMonths(day, n) : addDays(day, Math.round(n * 30.4))
    case 'Q': return addMonths(day, Math.round(n * 3))
    case 'Y': return Number.isInteger(n) ? addMonths(day, n * 12) : addDays(day, Math.round(n * 365.25))
    case 'DE': return addMonths(day, Math.round(n * 120))
    case 'CE': return addMonths(day, Math.round(n * 1200))
    case 'H': return addDays(day, Math.sign(n) * Math.ceil(Math.abs(n) / 24))
    default: return day
  }
}

/** A length beyond this many units is a manner of speaking, not a stretch of the calendar. */
const LONGEST: Record<string, number> = { S: 1e5, MIN: 1e4, H: 2000, D: 4000, W: 600, M: 600, Q: 200, Y: 150, DE: 20, CE: 4 }

/** A length of time; laid along the calendar where the text says from where ("the past 24 hours", "the first six days of the war"). */
export function span({ unit, n, window, of, aside }: Extract<Expression['base'], { is: 'span' }>, at: Standpoint): Resolved {
  const value = durationValue(n, unit === 'WE' ? 'WE' : unit)
  if (aside !== undefined && n !== null && !at.history && n <= (LONGEST[unit] ?? 0)) {
    const start = at.beside ?? (of === undefined ? null : at.wars.start(of))
    const day = start ?? (of !== undefined ? null : at.near && at.told ? iso(at.told) : at.published)
    if (day === null || unit === 'MIN' || unit === 'S') return open(value)
    // told of the later event: the one behind "after" came before it; told of a war: so long after its first day
    const to = along(day, unit, (aside === 'after') === (start !== null) ? n : -n)
    return made(value, unit === 'H' && n < 24 ? { from: addDays(day, -1), to: day } : { from: to, to }, 'implied', start !== null || at.near ? 'previous' : 'published', null)
  }
  if (window === null || n === null || n > (LONGEST[unit] ?? 0)) return open(value)
  const day = at.published
  if (window === 'past' && day && !at.history) {
    const from = along(day, unit, -n)
    return made(value, { from, to: day }, 'implied', 'published', null)
  }
  if (window === 'next' && day && !at.history) return made(value, { from: day, to: along(day, unit, n) }, 'implied', 'published', null)
  const start = window === 'first' && of !== undefined && !at.history ? at.wars.start(of) : null
  if (start !== null) return made(value, { from: start, to: addDays(along(start, unit, n), unit === 'H' ? 0 : -1) }, 'implied', 'previous', null)
  return open(value)
}
