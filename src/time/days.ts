// Whole civil days of the proleptic Gregorian calendar, written as ISO dates. Counting is in whole numbers, without clocks
// or time zones: a day is the local civil day at the place.

/** Days before the first of each month of a common year. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** A calendar day in numbers; months and days count from 1. */
export interface CivilDay {
  year: number
  month: number
  day: number
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 of a calendar day. */
export function dayNumber({ year, month, day }: CivilDay): number {
  const past = year - 1
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  const within = BEFORE_MONTH[month - 1]! + (month > 2 && isLeapYear(year) ? 1 : 0) + day - 1
  return past * 365 + leaps + within - 719_162
}

/** The calendar day of a number of days since 1970-01-01. */
export function civilDay(number: number): CivilDay {
  // counted in eras of 400 years that begin on 1 March, so that the leap day ends a year (Hinnant, chrono-compatible date algorithms)
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0')

/** The ISO date of a calendar day of the years 1 to 9999. */
export const isoDate = ({ year, month, day }: CivilDay): string => `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`

/** Whether a day of that name exists, in the years 1 to 9999. */
export const isCivilDay = ({ year, month, day }: CivilDay): boolean => year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

const digitsAt = (text: string, from: number, to: number): number => {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    value = value * 10 + digit
  }
  return value
}

/** The calendar day that an ISO date or date-time is written for; null where it is none. */
export function readDay(dateTime: string | null | undefined): CivilDay | null {
  if (!dateTime || dateTime.length < 10 || dateTime[4] !== '-' || dateTime[7] !== '-') return null
  if (dateTime.length > 10 && dateTime[10] !== 'T' && dateTime[10] !== ' ') return null
  const day = { year: digitsAt(dateTime, 0, 4), month: digitsAt(dateTime, 5, 7), day: digitsAt(dateTime, 8, 10) }
  return isCivilDay(day) ? day : null
}

/** The ISO date of an ISO date or date-time, as the clock there shows it; null where it is none. */
export function isoDay(dateTime: string | null | undefined): string | null {
  return readDay(dateTime) === null ? null : dateTime!.slice(0, 10)
}

/** Milliseconds from 1970 to an ISO date, as Date.parse tells them, which takes many times as long; NaN where it tells none. */
export function dayStart(iso: string): number {
  const day = iso.length === 10 ? readDay(iso) : null
  return day === null ? Date.parse(iso) : dayNumber(day) * 864e5
}

function numberOf(iso: string): number {
  const day = readDay(iso)
  if (!day) throw new RangeError(`"${iso}" is not an ISO date`)
  return dayNumber(day)
}

/** The ISO date `n` days after (before, where negative) an ISO date. Throws RangeError on anything else. */
export const addDays = (iso: string, n: number): string => isoDate(civilDay(numberOf(iso) + n))

/** Whole days from one ISO date to another; negative where `to` is earlier. */
export const dayDiff = (from: string, to: string): number => numberOf(to) - numberOf(from)

/** ISO weekday of an ISO date: 1 Monday to 7 Sunday. */
export const weekdayOf = (iso: string): number => weekdayOfNumber(numberOf(iso))

/** ISO weekday of a number of days since 1970-01-01, a Thursday. */
export const weekdayOfNumber = (number: number): number => ((number + 3) % 7 + 7) % 7 + 1

/** The ISO date `n` months on, on the same day of the month or the month's last. */
export function addMonths(iso: string, n: number): string {
  const { year, month, day } = civilDay(numberOf(iso))
  const months = year * 12 + month - 1 + n
  const to = { year: Math.floor(months / 12), month: months - Math.floor(months / 12) * 12 + 1 }
  return isoDate({ ...to, day: Math.min(day, daysInMonth(to.year, to.month)) })
}

/** The last day of a weekday (1 Monday to 7 Sunday) that is not after an ISO date. */
export const weekdayNotAfter = (iso: string, weekday: number): string => addDays(iso, -((weekdayOf(iso) - weekday + 7) % 7))

/** The first day of a weekday (1 Monday to 7 Sunday) that is not before an ISO date. */
export const weekdayNotBefore = (iso: string, weekday: number): string => addDays(iso, (weekday - weekdayOf(iso) + 7) % 7)

/** The Monday of the ISO week of an ISO date. */
export const mondayOf = (iso: string): string => addDays(iso, 1 - weekdayOf(iso))

/** ISO week-year and week of an ISO date. */
export function isoWeek(iso: string): { year: number; week: number } {
  const thursday = addDays(mondayOf(iso), 3)
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor(dayDiff(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 }
}

/** The Monday of an ISO week. */
export const mondayOfWeek = (year: number, week: number): string => addDays(mondayOf(isoDate({ year, month: 1, day: 4 })), (week - 1) * 7)
