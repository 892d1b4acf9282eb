// Whole civil days as numbers, and how far two spans of them agree.
import type { DateRange } from '../../model/claim.ts'

/** Days since 1970-01-01 of an ISO date or date-time's calendar day; null where it is none. */
export function dayOf(iso: string | null | undefined): number | null {
  if (!iso) return null
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso)
  if (!found) return null
  const at = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]))
  return Number.isNaN(at) ? null : Math.round(at / 86_400_000)
}

/** The ISO date of a day number. */
export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** Days from–to, both included; `said` false where they are only the publication day and the day before. */
export interface Days {
  from: number
  to: number
  said: boolean
}

/** The days a claim is about: those it says, else the publication day or the day before (a date worked out to be the publication day says no more). Null where neither is known. */
export function daysOf(date: DateRange | null, published: string | null): Days | null {
  const to = dayOf(date?.to), from = dayOf(date?.from), day = dayOf(published)
  const bare = date?.known === 'implied' && date.written === null && (to ?? from) === day
  if ((to !== null || from !== null) && !bare) return { from: from ?? to!, to: Math.max(from ?? to!, to ?? from!), said: true }
  return day === null ? null : { from: day - 1, to: day, said: false }
}

/** Days between two spans: 0 where they overlap. */
export const gap = (a: Days, b: Days): number => Math.max(0, a.from - b.to, b.from - a.to)
