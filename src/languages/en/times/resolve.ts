// Gives expressions their values and days: from the words alone where they say it, else counted from the day of writing
// or from what was told before.
import { addDays, addMonths, dayDiff, daysInMonth, isCivilDay, isoDate, mondayOf, readDay, weekdayNotAfter, weekdayNotBefore, weekdayOf, type CivilDay } from '../../../time/days.ts'
import { easterSunday } from '../../../time/easter.ts'
import type { DaySpan } from '../../../time/spans.ts'
import { centuryValue, dayValue, decadeValue, durationValue, monthValue, partOf, seasonSpan, seasonValue, spanOfValue, weekValue, yearValue, type Season } from '../../../time/timex.ts'
import type { Wars } from './wars.ts'
import type { Expression, From, Which, YearSaid } from './expression.ts'

/** What was told last: month and day 0 where only the longer time was. A negative year is before Christ. */
export interface Told extends CivilDay {}

/** Where a text stands: when it was written, and what it has told so far. */
export interface Standpoint {
  /** ISO day of writing; null if unknown. */
  published: string | null
  /** A telling of the past whose days follow one another, not news counted from the day of writing. */
  history: boolean
  told: Told | null
  /** The sentence has words of what is to come ("will", "scheduled") before the expression. */
  ahead: boolean
  /** "by" or "until" stands before the expression. */
  bounding: boolean
  /** A noun of something arranged stands right before it ("the summit in August"). */
  planned: boolean
  /** What was told lies in the same passage, near enough that a year in words holds for what follows. */
  near: boolean
  wars: Wars
}

export interface Resolved {
  value: string | null
  from: string | null
  to: string | null
  known: 'stated' | 'implied'
  anchor: 'none' | 'published' | 'post' | 'previous'
  told: Told | null
}

const OPEN: DaySpan = { from: null, to: null }
const sayToday = (at: Standpoint): CivilDay | null => readDay(at.published)

/** A day without its year may lie this far after the day of writing, where the clock there is ahead. */
const TOLERANCE_DAYS = 1
/** "by September", "until May 9" look this far ahead. */
const BOUND_DAYS = 100
/** How far ahead "will" and its like reach for a day or month without a year. */
const AHEAD_DAYS = 240

const made = (value: string | null, span: DaySpan, known: Resolved['known'], anchor: Resolved['anchor'], told: Told | null): Resolved => ({ value, from: span.from, to: span.to, known, anchor, told })
const open = (value: string | null): Resolved => made(value, OPEN, 'implied', 'none', null)

const anchorOf = (from: From): Resolved['anchor'] => (from === 'published' ? 'published' : 'previous')

/** The year an expression says or leaves open. */
function yearSaid(said: YearSaid, at: Standpoint): { year: number; stated: boolean; anchor: Resolved['anchor'] } | null {
  if (typeof said === 'number') return { year: said, stated: true, anchor: 'none' }
  if (said === null) return null
  const base = said.from === 'told' && at.told ? at.told.year : sayToday(at)?.year ?? at.told?.year
  return base === undefined ? null : { year: shiftYear(base, said.shift), stated: false, anchor: anchorOf(said.from) }
}

/** There is no year 0 between BC 1 and AD 1. */
function shiftYear(year: number, by: number): number {
  const shifted = year + by
  return year < 0 && shifted >= 0 ? shifted + 1 : year > 0 && shifted <= 0 ? shifted - 1 : shifted
}

/** Whether a time without its year is told by what came before rather than by the day of writing. */
const byTold = (at: Standpoint): boolean => at.told !== null && (at.history || at.published === null || at.near && at.told.year !== sayToday(at)!.year)

/** The year of a month (and day) without one. */
function yearFor(month: number, day: number, at: Standpoint, which: Which): { year: number; anchor: Resolved['anchor'] } | null {
  const today = sayToday(at)
  if (which === 'told' || (which === 'near' || which === 'following' || which === 'previous') && byTold(at)) {
    const told = at.told
    if (told) {
      if (told.month === 0) return { year: told.year, anchor: 'previous' }
      if (which === 'following') return { year: month > told.month ? told.year : shiftYear(told.year, 1), anchor: 'previous' }
      if (which === 'previous') return { year: month < told.month ? told.year : shiftYear(told.year, -1), anchor: 'previous' }
      if (!at.history && at.published !== null) { // news that looks back on a year goes forward from it
        const next = month >= told.month ? told.year : told.year + 1
        return { year: daysFrom(at.published, next, month, day) > 0 ? told.year : next, anchor: 'previous' }
      }
      // the nearest of that name to what was told; half a year ahead or back, the text goes on in the same year
      const apart = month - told.month
      return { year: apart > 6 ? shiftYear(told.year, -1) : apart < -6 ? shiftYear(told.year, 1) : told.year, anchor: 'previous' }
    }
  }
  if (!today) return null
  const now = today.year
  const ofYear = (year: number): number => daysFrom(at.published!, year, month, day)
  const thisYear = ofYear(now)
  if (which === 'this') return { year: now, anchor: 'published' }
  if (which === 'next' || which === 'following') return { year: thisYear > 0 && !(month === today.month) ? now : now + 1, anchor: 'published' }
  if (which === 'last' || which === 'previous') return { year: month < today.month ? now : now - 1, anchor: 'published' }
  if (at.planned) { // nearest to the day of writing, to come rather than past
    const years = [now, now + 1, now - 1]
    return { year: years.reduce((best, one) => (Math.abs(ofYear(one)) < Math.abs(ofYear(best)) ? one : best)), anchor: 'published' }
  }
  if (at.bounding && thisYear > 0 && thisYear <= BOUND_DAYS) return { year: now, anchor: 'published' }
  if (at.bounding && thisYear < 0 && ofYear(now + 1) <= BOUND_DAYS) return { year: now + 1, anchor: 'published' }
  if (at.ahead) {
    if (thisYear >= 0) return { year: thisYear <= AHEAD_DAYS ? now : now - 1, anchor: 'published' }
    if (day === 0 && month === today.month) return { year: now, anchor: 'published' }
    const nextYear = ofYear(now + 1)
    if (nextYear <= AHEAD_DAYS && -thisYear > AHEAD_DAYS / 2) return { year: now + 1, anchor: 'published' }
    return { year: now, anchor: 'published' }
  }
  const tolerance = day === 0 ? 0 : TOLERANCE_DAYS
  if (thisYear > tolerance && !(day === 0 && month === today.month)) return { year: now - 1, anchor: 'published' }
  if (day > 0 && ofYear(now + 1) <= tolerance) return { year: now + 1, anchor: 'published' }
  return { year: now, anchor: 'published' }
}

const daysFrom = (published: string, year: number, month: number, day: number): number => {
  const date = { year, month, day: Math.min(day === 0 ? 1 : day, daysInMonth(year, month)) }
  return isCivilDay(date) ? dayDiff(published, isoDate(date)) : Infinity
}

/** A century for a year of two digits: that of what was told, else of the day of writing. */
function fullYear(year: number, at: Standpoint): number {
  if (year > -10000) return year
  const short = -10000 - year
  const near = at.told && at.told.year > 0 && byTold(at) ? at.told.year : sayToday(at)?.year ?? 2000
  const century = near - (((near % 100) + 100) % 100)
  const candidates = [century - 100 + short, century + short, century + 100 + short]
  return candidates.reduce((best, one) => (Math.abs(one - near) < Math.abs(best - near) && (byTold(at) || one <= near + 1) ? one : best), century + short <= near + 1 ? century + short : century - 100 + short)
}

const iso = (told: Told): string | null => (told.month > 0 && told.day > 0 && told.year > 0 && isCivilDay(told) ? isoDate(told) : null)
const toldOf = (day: string): Told => readDay(day)!

function weekday(said: number, which: Which, at: Standpoint): Resolved {
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

function season(said: Season, saidYear: YearSaid, which: Which, at: Standpoint): Resolved {
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

/** A feast this near ahead is the coming one. */
const FEAST_DAYS = 21

/** Units counted from a day: "yesterday", "last week", "two days later". */
function shift(unit: string, n: number, from: From, at: Standpoint): Resolved {
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
  return made(value, n === 0 ? spanOfValue(value) : OPEN, 'implied', anchor, { year, month: 0, day: 0 })
}
const OPEN_VALUES: Record<string, string> = { D: 'XXXX-XX-XX', W: 'XXXX-WXX', WE: 'XXXX-WXX-WE', M: 'XXXX-XX', Y: 'XXXX', Q: 'XXXX-QX' }

/** The ISO day `n` units from a day; halves of units in days. */
function along(day: string, unit: string, n: number): string {
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
function span({ unit, n, window, of, aside }: Extract<Expression['base'], { is: 'span' }>, at: Standpoint): Resolved {
  const value = durationValue(n, unit === 'WE' ? 'WE' : unit)
  if (aside !== undefined && n !== null && !at.history && n <= (LONGEST[unit] ?? 0)) {
    const start = of === undefined ? null : at.wars.start(of)
    const day = start ?? (of !== undefined ? null : at.near && at.told ? iso(at.told) : at.published)
    if (day === null || unit === 'MIN' || unit === 'S') return open(value)
    // told of the later event: the one behind "after" came before it; told of a war: so long after its first day
    const to = along(day, unit, (aside === 'after') === (start !== null) ? n : -n)
    return made(value, unit === 'H' && n < 24 ? { from: addDays(day, -1), to: day } : { from: to, to }, 'implied', start !== null || at.near ? 'previous' : 'published', null)
  }
  if (window === null || n === null || n > (LONGEST[unit] ?? 0)) return open(value)
  const day = at.published
  if (window === 'past' && day && !at.history) {
    const from = unit === 'D' || unit === 'W' ? addDays(along(day, unit, -n), 0) : along(day, unit, -n)
    return made(value, { from, to: day }, 'implied', 'published', null)
  }
  if (window === 'next' && day && !at.history) return made(value, { from: day, to: along(day, unit, n) }, 'implied', 'published', null)
  const start = window === 'first' && of !== undefined && !at.history ? at.wars.start(of) : null
  if (start !== null) return made(value, { from: start, to: addDays(along(start, unit, n), unit === 'H' ? 0 : -1) }, 'implied', 'previous', null)
  return open(value)
}

/** "the first two months of 1939", "the second week of March": a length with the days it is laid along. */
function within(said: Expression, of: Extract<Expression['base'], { is: 'span' }>, at: Standpoint): Resolved {
  const value = durationValue(of.n, of.unit)
  const outer = resolve(said.within!, at)
  if (outer.from === null || outer.to === null || of.n === null) return { ...outer, value, from: outer.from, to: outer.to }
  let from = outer.from, to = outer.to
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
      const year = given ?? yearFor(of.month, 0, at, of.which)
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
    case 'shift': return shift(of.unit, of.n, of.from, at)
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

function day(of: Extract<Expression['base'], { is: 'day' }>, at: Standpoint): Resolved {
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

function dated(year: number, month: number, date: number, known: Resolved['known'], anchor: Resolved['anchor']): Resolved {
  const value = dayValue(year, month, date)
  return made(value, spanOfValue(value), known, anchor, { year, month, day: date })
}

function holiday(date: string, saidYear: YearSaid, at: Standpoint): Resolved {
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

/** A clock time or a part of the day: on the day told nearby, else on the day of writing. */
function timeless(said: Expression, at: Standpoint): Resolved {
  const told = at.told && (at.history || at.near || at.published === null) ? iso(at.told) : null
  if (said.first >= 0 && said.clock === '' && !said.spill) return open('XXXX-XX-XX')
  const on = told ?? (at.history ? null : at.published)
  if (!on) return open('XXXX-XX-XX')
  return made(on, { from: on, to: on }, 'implied', told ? 'previous' : 'published', null)
}

/** The value and days of an expression at a standpoint. */
export function resolve(said: Expression, at: Standpoint): Resolved {
  const found = base(said, at)
  let { value, from, to } = found
  if (said.part !== null && from !== null && said.base.is !== 'span') ({ from, to } = partOf({ from, to }, said.part))
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
  if (said.spill === 'after' && to !== null) to = addDays(to, 1)
  return { ...found, value, from, to }
}
