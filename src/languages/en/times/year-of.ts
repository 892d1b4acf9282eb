// The year of a month or day that is told without one.
import { dayDiff, daysInMonth, isCivilDay, isoDate } from '../../../time/days.ts'
import type { Which } from './expression.ts'
import { byTold, type Resolved, sayToday, shiftYear, type Standpoint } from './standpoint.ts'

/** A day without its year may lie this far after the day of writing, where the clock there is ahead. */
const TOLERANCE_DAYS = 1

/** "by September", "until May 9" look this far ahead. */
const BOUND_DAYS = 100

/** How far ahead "will" and its like reach for a day or month without a year. */
export const AHEAD_DAYS = 240

/** A chronicle of older years has days of its own. */
const RECENT_YEARS = 3
/** Whether a day lies in the last week, by its distance in days from the day of writing. */
const isLately = (ahead: number): boolean => ahead <= 0 && ahead >= -8

/** The year of a month (and day) without one. */
export function yearFor(month: number, day: number, at: Standpoint, which: Which): { year: number; anchor: Resolved['anchor'] } | null {
  const today = sayToday(at)
  // a day of the last week is news, whatever year was told before it
  if (!at.history && at.entry !== true && today !== null && day > 0 && (which === 'near' || which === 'told') && (at.told === null || today.year - at.told.year <= RECENT_YEARS) && isLately(daysFrom(at.published!, today.year, month, day))) return { year: today.year, anchor: 'published' }
  if (which === 'told' || (which === 'near' || which === 'following' || which === 'previous') && byTold(at) && !(at.ahead && !at.history && today !== null)) {
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

export const daysFrom = (published: string, year: number, month: number, day: number): number => {
  const date = { year, month, day: Math.min(day === 0 ? 1 : day, daysInMonth(year, month)) }
  return isCivilDay(date) ? dayDiff(published, isoDate(date)) : Infinity
}

/** A century for a year of two digits: that of what was told, else of the day of writing. */
export function fullYear(year: number, at: Standpoint): number {
  if (year > -10000) return year
  const short = -10000 - year
  const near = at.told && at.told.year > 0 && byTold(at) ? at.told.year : sayToday(at)?.year ?? 2000
  const century = near - (((near % 100) + 100) % 100)
  const candidates = [century - 100 + short, century + short, century + 100 + short]
  return candidates.reduce((best, one) => (Math.abs(one - near) < Math.abs(best - near) && (byTold(at) || one <= near + 1) ? one : best), century + short <= near + 1 ? century + short : century - 100 + short)
}
