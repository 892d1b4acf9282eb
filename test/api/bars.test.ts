import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_BARS, together, type Span } from '../../src/api/overview/bars.ts'

const spans = (count: number, at: (i: number) => [from: number, to: number]): Span[] => Array.from({ length: count }, (_, row) => { const [from, to] = at(row); return { row, from, to, count: 1 } })
const total = (bars: readonly Span[]): number => bars.reduce((sum, { count }) => sum + count, 0)

describe('bars of alerts and outages', () => {
  it('few stand by themselves, those of one day, too', () => {
    const few = spans(MOST_BARS, (i) => [i % 3, i % 3])
    expect(together(few)).toEqual(few)
  })

  const ROWS: [given: Span[], bars: number, why: string][] = [
    [spans(MOST_BARS + 1, (i) => [i % 100, i % 100]), 100, 'those of one day stand together'],
    [spans(7 * MOST_BARS, (i) => [i, i]), MOST_BARS, 'where there are too many days, those of a week'],
    [[...spans(MOST_BARS, () => [5, 5]), ...spans(1, () => [5, 60])], 2, 'one that goes on longer stands apart'],
    [spans(300_000, (i) => [i * 400, i * 400]), 1, 'in the worst case all of them'],
  ]
  it.each(ROWS)('%#', (given, bars, why) => {
    const made = together(given)
    expect(made.length, why).toBe(bars)
    expect(total(made), why).toBe(given.length)
  })

  it('none is left out, and each is within its bar', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: -4000, max: 40_000 }), fc.nat({ max: 90 })), { minLength: 1, maxLength: 900 }), (days) => {
      const given = days.map(([from, more], row): Span => ({ row, from, to: from + more, count: 1 })), bars = together(given)
      expect(bars.length).toBeLessThanOrEqual(MOST_BARS)
      expect(total(bars)).toBe(given.length)
      for (const { from, to } of given) expect(bars.some((bar) => bar.from <= from && bar.to >= to)).toBe(true)
    }), { numRuns: 60 })
  })
})
