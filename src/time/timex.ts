// Values of time expressions as TIMEX3 writes them (TimeML 1.2.1), and the days they stand for.
import { addDays, dayDiff, daysInMonth, isoDate, isoDay, isoWeek, mondayOfWeek } from './days.ts'
import type { DaySpan } from './spans.ts'

export type Season = 'SP' | 'SU' | 'FA' | 'WI'
/** An early, middle or late part of a longer time. */
export type Part = 'start' | 'mid' | 'end' | 'first half' | 'second half'

const two = (n: number): string => String(n).padStart(2, '0')

/** A year; years before Christ are negative and written "BC0490". */
export const yearValue = (year: number): string => (year < 0 ? 'BC' + String(-year).padStart(4, '0') : String(year).padStart(4, '0'))
export const monthValue = (year: number, month: number): string => `${yearValue(year)}-${two(month)}`
export const dayValue = (year: number, month: number, day: number): string => `${yearValue(year)}-${two(month)}-${two(day)}`
export const seasonValue = (year: number, season: Season): string => `${yearValue(year)}-${season}`
/** The ISO week of an ISO date: "2022-W11". */
export function weekValue(iso: string): string {
  const { year, week } = isoWeek(iso)
  return `${yearValue(year)}-W${two(week)}`
}
/** The decade of a year: "194"; "BC047". */
export const decadeValue = (year: number): string => yearValue(year).slice(0, -1)
/** The century of a year: "19" for the twentieth; "BC03" for the fourth before Christ. */
export const centuryValue = (year: number): string => yearValue(year).slice(0, -2)

/** A length of time: `n` null is an open number ("PXD"); units as in ISO 8601, hours and below after a T. */
export function durationValue(n: number | null, unit: string): string {
  const count = n === null ? 'X' : String(n).replace(/^0\./, '.')
  return unit === 'H' || unit === 'MIN' || unit === 'S' ? `PT${count}${unit === 'MIN' ? 'M' : unit}` : `P${count}${unit}`
}

const SEASON_MONTHS: Record<Season, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }
const day = (year: number, month: number, date: number): string => isoDate({ year, month, day: date })

/** The first to last day of a season of the northern year; the winter of a year is the one that ends in it. */
export function seasonSpan(year: number, season: Season): DaySpan {
  const first = SEASON_MONTHS[season]
  if (season === 'WI') return { from: day(year - 1, 12, 1), to: day(year, 2, daysInMonth(year, 2)) }
  return { from: day(year, first, 1), to: day(year, first + 2, daysInMonth(year, first + 2)) }
}

/** Part of a span of whole days. Of a month: early 1–10, mid 11–20, late 21–end, its halves meet between the 15th and the 16th; of anything else its thirds or halves. */
export function partOf(span: DaySpan, part: Part): DaySpan {
  if (span.from === null || span.to === null) return span
  if (part === 'first half' || part === 'second half') return halfOf(span.from, span.to, part)
  const first = toParts(span.from), last = toParts(span.to)
  if (first.day === 1 && first.month === last.month && first.year === last.year && last.day === daysInMonth(last.year, last.month)) {
    if (part === 'start') return { from: span.from, to: day(first.year, first.month, 10) }
    if (part === 'mid') return { from: day(first.year, first.month, 11), to: day(first.year, first.month, 20) }
    return { from: day(first.year, first.month, 21), to: span.to }
  }
  if (first.day === 1 && first.month === 1 && last.month === 12 && last.day === 31) {
    const months = part === 'start' ? [1, 4] : part === 'mid' ? [5, 8] : [9, 12]
    return yearsMonths(first.year, last.year, part, months[0]!, months[1]!)
  }
  const length = dayDiff(span.from, span.to) + 1
  const third = Math.max(1, Math.floor(length / 3))
  if (part === 'start') return { from: span.from, to: addDays(span.from, third - 1) }
  if (part === 'end') return { from: addDays(span.to, 1 - third), to: span.to }
  return { from: addDays(span.from, Math.min(third, length - 1)), to: addDays(span.to, -Math.min(third, length - 1)) }
}

function halfOf(from: string, to: string, part: 'first half' | 'second half'): DaySpan {
  const end = addDays(from, Math.max(1, Math.floor((dayDiff(from, to) + 1) / 2)) - 1)
  return part === 'first half' ? { from, to: end } : { from: addDays(end, 1), to }
}

function yearsMonths(first: number, last: number, part: Part, from: number, to: number): DaySpan {
  if (first === last) return { from: day(first, from, 1), to: day(first, to, daysInMonth(first, to)) }
  const third = Math.floor((last - first + 1) / 3)
  if (part === 'start') return { from: day(first, 1, 1), to: day(first + third, 12, 31) }
  if (part === 'end') return { from: day(last - third, 1, 1), to: day(last, 12, 31) }
  return { from: day(first + third, 1, 1), to: day(last - third, 12, 31) }
}

const toParts = (iso: string): { year: number; month: number; day: number } => ({ year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) })
const OPEN: DaySpan = { from: null, to: null }
const SEASONS: readonly string[] = ['SP', 'SU', 'FA', 'WI']

/** The days that a TIMEX3 value stands for. Open (null on both sides) for lengths, repeated times, times before Christ and what has an X where a digit would be. */
export function spanOfValue(value: string | null): DaySpan {
  if (value === null || value.startsWith('BC')) return OPEN
  const time = value.indexOf('T')
  const date = time > 0 ? value.slice(0, time) : value
  const whole = isoDay(date)
  if (whole !== null && date.length === 10) return { from: whole, to: whole }
  if (!/^\d{2,4}(-|$)/.test(date)) return OPEN
  if (date.length === 2 || date.length === 3) {
    const years = 10 ** (4 - date.length), first = Number(date) * years
    return first < 1 ? OPEN : { from: day(first, 1, 1), to: day(first + years - 1, 12, 31) }
  }
  const year = Number(date.slice(0, 4)), rest = date.slice(5)
  if (year < 1 || date.length > 4 && date[4] !== '-') return OPEN
  if (rest === '') return { from: day(year, 1, 1), to: day(year, 12, 31) }
  if (SEASONS.includes(rest)) return seasonSpan(year, rest as Season)
  if (/^H[12]$/.test(rest)) return rest === 'H1' ? { from: day(year, 1, 1), to: day(year, 6, 30) } : { from: day(year, 7, 1), to: day(year, 12, 31) }
  if (/^Q[1-4]$/.test(rest)) { const m = Number(rest[1]) * 3 - 2; return { from: day(year, m, 1), to: day(year, m + 2, daysInMonth(year, m + 2)) } }
  const week = /^W(\d\d)(-WE)?$/.exec(rest)
  if (week) {
    const n = Number(week[1])
    if (n < 1 || n > 53) return OPEN
    const monday = mondayOfWeek(year, n)
    return week[2] ? { from: addDays(monday, 5), to: addDays(monday, 6) } : { from: monday, to: addDays(monday, 6) }
  }
  if (/^\d\d(-XX)?$/.test(rest)) {
    const month = Number(rest.slice(0, 2))
    return month < 1 || month > 12 ? OPEN : { from: day(year, month, 1), to: day(year, month, daysInMonth(year, month)) }
  }
  return OPEN
}
