// Gives expressions their values and days: from the words alone where they say it, else counted from the day of writing
// or from what was told before.
import { addDays, addMonths } from '../../../time/days.ts'
import { decadeValue, durationValue, monthValue, partOf, spanOfValue, yearValue } from '../../../time/timex.ts'
import type { Expression } from './expression.ts'
import { day, holiday, season, weekday } from './resolve-dates.ts'
import { along, sameIn, shift, span } from './resolve-lengths.ts'
import { iso, made, open, type Resolved, sayToday, type Standpoint, yearSaid } from './standpoint.ts'
import { fullYear, yearFor } from './year-of.ts'

/** So many days are "the first days" and "the first weeks" of something. */
const FEW: Readonly<Record<string, number>> = { D: 10, W: 31 }

/** "the first two months of 1939", "the second week of March": a length with the days it is laid along. */
function within(said: Expression, of: Extract<Expression['base'], { is: 'span' }>, at: Standpoint): Resolved {
  const value = durationValue(of.n, of.unit)
  const outer = resolve(said.within!, at)
  if (outer.from === null || outer.to === null) return { ...outer, value, from: outer.from, to: outer.to }
  let from = outer.from, to = outer.to
  if (of.n === null) { // "the last days of the year", "the first weeks of 2023"
    const days = FEW[of.unit]
    if (days !== undefined && of.window === 'last') from = addDays(to, 1 - days)
    else if (days !== undefined && of.window === 'first') to = addDays(from, days - 1)
    return { ...outer, value, from: from < outer.from ? outer.from : from, to: to > outer.to ? outer.to : to }
  }
  if (of.window === 'last') from = addDays(along(to, of.unit, -of.n), 1)
  else if (of.window === 'first' || said.nth > 1) {
    from = along(from, of.unit, said.nth - 1)
    to = addDays(along(from, of.unit, of.n), -1)
  }
  return { ...outer, value, from: from < outer.from ? outer.from : from, to: to > outer.to ? outer.to : to }
}

function base(said: Expression, at: Standpoint): Resolved {
  const of = said.base
  switch (of.is) {
    case 'fixed': return open(of.value)
    case 'year': {
      const year = fullYear(of.year, at)
      return made(yearValue(year), spanOfValue(yearValue(year)), 'stated', 'none', { year, month: 0, day: 0 })
    }
    case 'decade': {
      const bc = of.year < 0
      const value = bc ? decadeValue(of.year) : decadeValue(of.year)
      return made(value, spanOfValue(value), 'stated', 'none', { year: of.year, month: 0, day: 0 })
    }
    case 'century': {
      const first = of.century < 0 ? (of.century + 1) * 100 - 1 : (of.century - 1) * 100
      const value = of.century < 0 ? `BC${String(-of.century - 1).padStart(2, '0')}` : String(of.century - 1).padStart(2, '0')
      return made(value, spanOfValue(value), 'stated', 'none', { year: first === 0 ? 1 : first, month: 0, day: 0 })
    }
    case 'day': return day(of, at)
    case 'month': {
      const given = yearSaid(of.year, at)
      // "since the invasion in February": the month of the war's first day, where that is known
      const start = !given && at.since && !at.history ? at.wars.start('war') : null
      const year = given ?? (start !== null && Number(start.slice(5, 7)) === of.month ? { year: Number(start.slice(0, 4)), anchor: 'previous' as const } : yearFor(of.month, 0, at, of.which))
      if (!year) return open(`XXXX-${String(of.month).padStart(2, '0')}`)
      const value = monthValue(year.year, of.month)
      return made(value, spanOfValue(value), given?.stated ? 'stated' : 'implied', given ? given.anchor : year.anchor, { year: year.year, month: of.month, day: 0 })
    }
    case 'season': return season(of.season, of.year, of.which, at)
    case 'half': {
      const year = yearSaid(of.year, at)?.year ?? (at.history || at.published === null ? at.told?.year : sayToday(at)?.year)
      if (year === undefined) return open(`XXXX-${of.of}${of.n}`)
      const value = `${yearValue(year)}-${of.of}${of.n}`
      return made(value, spanOfValue(value), typeof of.year === 'number' ? 'stated' : 'implied', of.year === null ? 'published' : 'none', { year, month: of.of === 'Q' ? of.n * 3 - 2 : of.n * 6 - 5, day: 0 })
    }
    case 'weekday': return weekday(of.weekday, of.which, at)
    case 'shift': return of.same === undefined ? shift(of.unit, of.n, of.from, at) : sameIn(of.same, of.weekday ?? 0, of.unit, of.n, at)
    case 'span': return said.within ? within(said, of, at) : span(of, at)
    case 'holiday': return holiday(of.date, of.year, at)
    case 'war': {
      const start = at.history ? null : at.wars.start(of.noun)
      if (start === null) return open(null)
      const to = along(start, of.unit, of.n)
      return made(to, { from: to, to }, 'implied', 'previous', null)
    }
    case 'timeless': return timeless(said, at)
  }
}

/** A clock time or a part of the day: on the day told nearby, else on the day of writing. */
function timeless(said: Expression, at: Standpoint): Resolved {
  const told = at.told && (at.history || at.near || at.published === null) ? iso(at.told) : null
  if (said.first >= 0 && said.clock === '' && !said.spill) return open('XXXX-XX-XX')
  const on = told ?? (at.history ? null : at.published)
  if (!on) return open('XXXX-XX-XX')
  return made(on, { from: on, to: on }, 'implied', told ? 'previous' : 'published', null)
}

/** A part of a month may have begun so many days before it is due by the calendar. */
const LOOSE = 2

/** The value and days of an expression at a standpoint. */
export function resolve(said: Expression, at: Standpoint): Resolved {
  const found = base(said, at)
  let { value, from, to } = found
  if (said.part !== null && from !== null && said.base.is !== 'span') ({ from, to } = partOf({ from, to }, said.part))
  if (said.part !== null && (said.base.is === 'month' || said.base.is === 'day' && said.base.day === 0) && said.base.year === null && said.base.month > 0 && !at.ahead && !at.history && !at.planned && at.published !== null && from !== null && to !== null && from > addDays(at.published, LOOSE)) {
    // "in late May", written before it: that of the year before
    from = addMonths(from, -12); to = addMonths(to, -12)
    value = value!.replace(/^\d{4}/, from.slice(0, 4))
  }
  if (said.side !== null && at.published !== null && from !== null && to !== null && from <= at.published && to >= at.published) {
    if (said.side === 'later') from = at.published
    else to = from < at.published ? addDays(at.published, -1) : at.published
  } else if ((said.base.is === 'shift' && said.base.n === 0 && said.base.from === 'published' && said.base.unit !== 'D' || (said.base.is === 'season' || said.base.is === 'month') && said.base.which === 'this') && said.part === null && !at.ahead && at.published !== null && from !== null && to !== null && from <= at.published && to > at.published) {
    to = at.published // "this week" in a telling of what happened has come as far as the day of writing
  }
  if (value !== null && said.clock !== '') value = `${value}T${said.clock}${said.zone}`
  else if (value !== null && said.dayPart !== '' && !value.includes('T') && said.base.is !== 'fixed') value = `${value}T${said.dayPart}`
  if (said.describes && !at.history) from = to = null
  if (said.spill === 'before' && from !== null) from = addDays(from, -1)
  if (said.spill === 'after' && to !== null && from !== null) { if (to === at.published && !at.ahead && !at.planned && !at.history) from = addDays(from, -1); else to = addDays(to, 1) } // the night of the day of writing is over: that before its morning
  return { ...found, value, from, to }
}
