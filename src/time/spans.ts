// Spans of whole days, both ends included, and what two of them have in common.
import { addDays, dayDiff } from './days.ts'

/** ISO dates, both included; null: not known on that side. */
export interface DaySpan {
  from: string | null
  to: string | null
}

/** Whether two spans share a day. A side that is not known reaches as far as it likes. */
export function overlap(a: DaySpan, b: DaySpan): boolean {
  return !(a.to !== null && b.from !== null && a.to < b.from) && !(b.to !== null && a.from !== null && b.to < a.from)
}

/** Whether `inner` lies within `outer`; a side that is not known lies only within a side that is not known. */
export function covers(outer: DaySpan, inner: DaySpan): boolean {
  return (outer.from === null || (inner.from !== null && inner.from >= outer.from)) && (outer.to === null || (inner.to !== null && inner.to <= outer.to))
}

/** The days two spans share; null where they share none. */
export function intersection(a: DaySpan, b: DaySpan): DaySpan | null {
  if (!overlap(a, b)) return null
  const later = a.from === null ? b.from : b.from === null || a.from > b.from ? a.from : b.from
  const earlier = a.to === null ? b.to : b.to === null || a.to < b.to ? a.to : b.to
  return { from: later, to: earlier }
}

/** The shortest span that covers both. */
export const hull = (a: DaySpan, b: DaySpan): DaySpan => ({
  from: a.from === null || b.from === null ? null : a.from < b.from ? a.from : b.from,
  to: a.to === null || b.to === null ? null : a.to > b.to ? a.to : b.to,
})

/** Whole days between two spans: 0 where they overlap, 1 where one begins on the day after the other ends. */
export function gapDays(a: DaySpan, b: DaySpan): number {
  if (overlap(a, b)) return 0
  return a.to !== null && b.from !== null && a.to < b.from ? dayDiff(a.to, b.from) : dayDiff(b.to!, a.from!)
}

/** Days in a span, both ends counted; null where a side is not known. */
export const lengthDays = (span: DaySpan): number | null => (span.from === null || span.to === null ? null : dayDiff(span.from, span.to) + 1)

/** Every ISO date of a span, in order; empty where a side is not known or it is longer than `limit` days. */
export function daysOf(span: DaySpan, limit = 400): string[] {
  const length = lengthDays(span)
  if (length === null || length < 1 || length > limit) return []
  return Array.from({ length }, (_, n) => addDays(span.from!, n))
}
