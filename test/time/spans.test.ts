import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/time/days.ts'
import { covers, daysOf, gapDays, hull, intersection, lengthDays, overlap, type DaySpan } from '../../src/time/spans.ts'

const span = (from: string | null, to: string | null): DaySpan => ({ from, to })
const some = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 60 })).map(([from, length]) => span(addDays('2020-01-01', from), addDays('2020-01-01', from + length)))

describe('two spans', () => {
  test.each([
    [span('2022-03-01', '2022-03-05'), span('2022-03-05', '2022-03-09'), true, 0, 'they share a day'],
    [span('2022-03-01', '2022-03-05'), span('2022-03-06', '2022-03-09'), false, 1, 'one begins the day after'],
    [span(null, '2022-03-05'), span('2022-03-01', '2022-03-02'), true, 0, 'a beginning that was not said'],
    [span(null, '2022-03-05'), span('2022-03-08', null), false, 3, 'open away from each other'],
    [span(null, null), span('2022-03-08', '2022-03-08'), true, 0, 'nothing was said'],
  ])('%o %o', (a, b, meet, gap) => {
    expect(overlap(a, b)).toBe(meet)
    expect(overlap(b, a)).toBe(meet)
    expect(gapDays(a, b)).toBe(gap)
    expect(gapDays(b, a)).toBe(gap)
  })
  test('laws', () => {
    fc.assert(fc.property(some, some, (a, b) => {
      const both = intersection(a, b)
      expect(both !== null).toBe(overlap(a, b))
      expect(gapDays(a, b) === 0).toBe(overlap(a, b))
      if (both) { expect(covers(a, both)).toBe(true); expect(covers(b, both)).toBe(true) }
      expect(covers(hull(a, b), a) && covers(hull(a, b), b)).toBe(true)
    }))
  })
  test('lengths and days', () => {
    expect(lengthDays(span('2022-02-27', '2022-03-01'))).toBe(3)
    expect(daysOf(span('2022-02-27', '2022-03-01'))).toEqual(['2022-02-27', '2022-02-28', '2022-03-01'])
    expect(lengthDays(span(null, '2022-03-01'))).toBeNull()
    expect(daysOf(span('2000-01-01', '2022-03-01'))).toEqual([])
  })
})
