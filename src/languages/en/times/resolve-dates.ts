// The days of weekdays, seasons, days of the month and feasts.
import { addDays, dayDiff, daysInMonth, isCivilDay, isoDate, mondayOf, readDay, weekdayNotAfter, weekdayNotBefore, weekdayOf } from '../../../time/days.ts'
import { easterSunday } from '../../../time/easter.ts'
import type { DaySpan } from '../../../time/spans.ts'
import { dayValue, type Season, seasonSpan, seasonValue, spanOfValue } from '../../../time/timex.ts'
import type { Expression, Which, YearSaid } from './expression.ts'
import { byTold, iso, made, open, OPEN, type Resolved, sayToday, shiftYear, type Standpoint, toldOf, yearSaid } from './standpoint.ts'
import { AHEAD_DAYS, daysFrom, yearFor } from './year-of.ts'

export function weekday(said: number, which: Which, at: Standpoint): Resolved {
  const told = at.told ? iso(at.told) : null
  const since = which === 'told' || which === 'following' || which === 'previous' || at.history || at.published === null
  if (since && told) {
    const day = which === 'following' ? weekdayNotBefore(addDays(told, 1), said) : which === 'previous' || which === 'last' ? weekdayNotAfter(addDays(told, -1), said) : near(told, said)
    return made(day, { from: day, to: day }, 'implied', 'previous', toldOf(day))
  }
  const published = at.published
  if (published === null) return open(`XXXX-WXX-${said}`)
  let day = weekdayNotAfter(published, said)
  if (which === 'last' || which === 'previous') day = addDays(mondayOf(published), said - 8)
  else if (which === 'next' || which === 'following') day = addDays(mondayOf(published), said + 6)
  else if (which === 'this') day = addDays(mondayOf(published), said - 1)
  else if (at.ahead) day = weekdayNotBefore(published, said)
  return made(day, { from: day, to: day }, 'implied', 'published', toldOf(day))
}

/** The day of that weekday nearest to a day told; the later where both are as near. */
function near(told: string, said: number): string {
  const ahead = (said - weekdayOf(told) + 7) % 7
  return addDays(told, ahead <= 3 ? ahead : ahead - 7)
}

export function season(said: Season, saidYear: YearSaid, which: Which, at: Standpoint): Resolved {
  const given = yearSaid(saidYear, at)
  const month = { SP: 3, SU: 6, FA: 9, WI: 12 }[said]
  if (given) {
    return made(seasonValue(given.year, said), given.year > 0 ? seasonSpan(given.year, said) : OPEN, given.stated ? 'stated' : 'implied', given.anchor, { year: given.year, month: said === 'WI' ? 1 : month, day: 0 })
  }
  let year: number | null = null, anchor: Resolved['anchor'] = 'published'
  if (which === 'told' || (which === 'near' || which === 'following' || which === 'previous') && byTold(at)) {
    const told = at.told!
    if (told) {
      anchor = 'previous'
      year = told.year
      if (said === 'WI') year = told.month >= 4 ? shiftYear(told.year, 1) : told.month === 0 ? told.year : told.year
      else if (which === 'following') year = told.month === 0 || told.month >= month ? shiftYear(told.year, 1) : told.year
      else if (told.month > 0 && month - told.month < -6) year = shiftYear(told.year, 1)
      else if (told.month > 0 && month - told.month > 8) year = shiftYear(told.year, -1)
    }
  }
  const today = sayToday(at)
  if (year === null && today) {
    const endsIn = (y: number): DaySpan => seasonSpan(y, said)
    year = said === 'WI' && today.month === 12 ? today.year + 1 : today.year
    const span = endsIn(year)
    if (which === 'last' && !(span.to! < at.published!)) year--
    else if (which === 'next' && !(span.from! > at.published!)) year++
    else if (which === 'near' && !at.ahead && span.from! > at.published!) year--
    else if (which === 'near' && at.ahead && span.to! < at.published!) year++
  }
  if (year === null) return open(`XXXX-${said}`)
  return made(seasonValue(year, said), year > 0 ? seasonSpan(year, said) : OPEN, 'implied', anchor, { year, month: said === 'WI' ? 1 : month, day: 0 })
}

function dated(year: number, month: number, date: number, known: Resolved['known'], anchor: Resolved['anchor']): Resolved {
  const value = dayValue(year, month, date)
  return made(value, spanOfValue(value), known, anchor, { year, month, day: date })
}

export function day(of: Extract<Expression['base'], { is: 'day' }>, at: Standpoint): Resolved {
  if (of.month === 0) {
    const told = byTold(at) || at.near ? at.told ?? sayToday(at) : sayToday(at) ?? at.told
    if (!told || told.month === 0 || of.day > daysInMonth(Math.max(1, told.year), told.month)) return open(`XXXX-XX-${String(of.day).padStart(2, '0')}`)
    let { year, month } = told
    if (!byTold(at) && told.day > 0 && of.day > told.day && !at.ahead && told === sayToday(at)) { month--; if (month === 0) { month = 12; year-- } }
    return dated(year, month, of.day, 'implied', 'previous')
  }
  const given = yearSaid(of.year, at)
  if (given) return dated(given.year, of.month, of.day, given.stated ? 'stated' : 'implied', given.anchor)
  if (of.weekday > 0 && at.published !== null && !at.history) { // the weekday tells the year
    const now = sayToday(at)!.year
    for (const year of [now, now - 1, now + 1, now - 2, now - 3, now - 4, now - 5]) {
      const date = { year, month: of.month, day: of.day }
      if (isCivilDay(date) && weekdayOf(isoDate(date)) === of.weekday && (year < now || daysFrom(at.published, year, of.month, of.day) <= AHEAD_DAYS)) return dated(year, of.month, of.day, 'stated', 'published')
    }
  }
  const year = yearFor(of.month, of.day, at, 'near')
  if (!year) return open(`XXXX-${String(of.month).padStart(2, '0')}-${String(of.day).padStart(2, '0')}`)
  const first = !at.history && year.anchor === 'published' && !at.ahead && year.year > 0 && isCivilDay({ year: year.year, month: of.month, day: of.day }) ? at.wars.named(of.month, of.day, isoDate({ year: year.year, month: of.month, day: of.day })) : null
  return dated(first === null ? year.year : Number(first.slice(0, 4)), of.month, of.day, 'stated', year.anchor)
}

/** A feast this near ahead is the coming one. */
const FEAST_DAYS = 21

export function holiday(date: string, saidYear: YearSaid, at: Standpoint): Resolved {
  const on = (year: number): { month: number; day: number } => (date[0] === 'E' ? readDay(addDays(easterSunday(year), Number(date.slice(1))))! : { month: Number(date.slice(0, 2)), day: Number(date.slice(3)) })
  const given = yearSaid(saidYear, at)
  if (given) return given.year > 0 ? dated(given.year, on(given.year).month, on(given.year).day, 'stated', given.anchor) : open(null)
  const about = byTold(at) ? at.told!.year : sayToday(at)?.year
  if (about === undefined || about <= 0) return open(date[0] === 'E' ? null : `XXXX-${date}`)
  const today = sayToday(at)
  if (!byTold(at) && today) { // a feast is the last one, or the next where that is near
    const ahead = [today.year, today.year + 1].map((year) => isoDate({ year, ...on(year) })).find((day) => day >= at.published!)!
    if (dayDiff(at.published!, ahead) <= FEAST_DAYS && saidYear === null) return dated(Number(ahead.slice(0, 4)), Number(ahead.slice(5, 7)), Number(ahead.slice(8)), 'implied', 'published')
  }
  const { month, day: dayOfMonth } = on(about)
  const year = yearFor(month, dayOfMonth, at, 'near')
  return year && year.year > 0 ? dated(year.year, on(year.year).month, on(year.year).day, 'implied', year.anchor) : open(null)
}
