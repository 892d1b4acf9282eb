// Where a text stands when it tells a time: the day it was written, and what it has told so far.
import { type CivilDay, isCivilDay, isoDate, readDay } from '../../../time/days.ts'
import type { DaySpan } from '../../../time/spans.ts'
import type { From, YearSaid } from './expression.ts'
import type { Wars } from './wars.ts'

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
  /** "since" stands some way before the expression, with the event that it dates between. */
  since: boolean
  /** A noun of something arranged stands right before it ("the summit in August"). */
  planned: boolean
  /** What was told lies in the same passage, near enough that a year in words holds for what follows. */
  near: boolean
  /** What was told is the time of the entry of a chronicle, which the sentence tells more of. */
  entry?: boolean
  wars: Wars
  /** The day said right behind an amount with "after" or "before", which it counts from. */
  beside: string | null
}

export interface Resolved {
  value: string | null
  from: string | null
  to: string | null
  known: 'stated' | 'implied'
  anchor: 'none' | 'published' | 'post' | 'previous'
  told: Told | null
}

export const OPEN: DaySpan = { from: null, to: null }

export const made = (value: string | null, span: DaySpan, known: Resolved['known'], anchor: Resolved['anchor'], told: Told | null): Resolved => ({ value, from: span.from, to: span.to, known, anchor, told })

export const open = (value: string | null): Resolved => made(value, OPEN, 'implied', 'none', null)

export const sayToday = (at: Standpoint): CivilDay | null => readDay(at.published)

const anchorOf = (from: From): Resolved['anchor'] => (from === 'published' ? 'published' : 'previous')

/** There is no year 0 between BC 1 and AD 1. */
export function shiftYear(year: number, by: number): number {
  const shifted = year + by
  return year < 0 && shifted >= 0 ? shifted + 1 : year > 0 && shifted <= 0 ? shifted - 1 : shifted
}

/** The year an expression says or leaves open. */
export function yearSaid(said: YearSaid, at: Standpoint): { year: number; stated: boolean; anchor: Resolved['anchor'] } | null {
  if (typeof said === 'number') return { year: said, stated: true, anchor: 'none' }
  if (said === null) return null
  const base = said.from === 'told' && at.told ? at.told.year : sayToday(at)?.year ?? at.told?.year
  return base === undefined ? null : { year: shiftYear(base, said.shift), stated: false, anchor: anchorOf(said.from) }
}

/** Whether a time without its year is told by what came before rather than by the day of writing. */
export const byTold = (at: Standpoint): boolean => at.told !== null && (at.history || at.published === null || at.near && at.told.year !== sayToday(at)!.year)

export const iso = (told: Told): string | null => (told.month > 0 && told.day > 0 && told.year > 0 && isCivilDay(told) ? isoDate(told) : null)

export const toldOf = (day: string): Told => readDay(day)!
