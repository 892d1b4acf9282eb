// Alerts and outages along the days: each by itself where they are few, else those of one period as one bar. Nothing is left out.
import { dayNumber, isoDay } from '../../site/day-columns.ts'
import type { Table } from './table.ts'

/** Bars of a kind; more are put together. */
export const MOST_BARS = 250
/** Days of the periods that are tried, and at last all time. */
const PERIODS = [1, 7, 30, 91, 365, Infinity]

/** First and last day, ISO. */
export interface Bar {
  kind: string
  from: string
  to: string
  /** Incidents that it stands for, all of which begin and end within it. */
  count: number
  /** The incident and its place, where it is one alone. */
  id: string | null
  place: string | null
}

/** Days since 1970 from the first to the last; the row is that of one of them. */
export interface Span { row: number, from: number, to: number, count: number }

/** Bars of some kinds among rows by their places in the table; what has no days has no bar. */
export function barsOf(table: Table, places: Int32Array, kinds: readonly string[]): Bar[] {
  const { columns, names } = table, days = new Map<number, number | null>()
  const dayOf = (name: number): number | null => {
    let day = days.get(name)
    if (day === undefined) days.set(name, day = dayNumber(names.name(name)))
    return day
  }
  return kinds.flatMap((kind) => {
    const number = names.known(kind), spans: Span[] = []
    if (number >= 0) for (const row of places) {
      if (columns.kind[row] !== number) continue
      const from = dayOf(columns.from[row]!), to = dayOf(columns.to[row]!)
      if (from !== null && to !== null) spans.push({ row, from, to, count: 1 })
    }
    return together(spans).map(({ row, from, to, count }): Bar => ({ kind, from: isoDay(from), to: isoDay(to), count, id: count === 1 ? table.ids[row]! : null, place: count === 1 ? names.name(columns.place[row]!) : null }))
  })
}

/** Those that begin in one period and end in one are put together, by the shortest periods that leave few enough. */
export function together(spans: readonly Span[]): readonly Span[] {
  for (const period of PERIODS) {
    if (spans.length <= MOST_BARS) break
    const bars = new Map<number, Span>()
    for (const span of spans) {
      const key = period === Infinity ? 0 : Math.floor(span.from / period) * 2 ** 24 + Math.floor(span.to / period), bar = bars.get(key)
      if (bar === undefined) bars.set(key, { ...span })
      else { bar.from = Math.min(bar.from, span.from); bar.to = Math.max(bar.to, span.to); bar.count += span.count }
    }
    spans = [...bars.values()]
  }
  return spans
}
