import { describe, expect, test } from 'vitest'
import { columnOf, dayColumns, dayNumber, isoDay, nearestColumn } from '../../src/site/day-columns.ts'

describe('the time axis', () => {
  test.each([
    [['2031-05-01', '2031-05-03'], ['2031-05-01', '2031-05-02', '2031-05-03'], 'a short silence is drawn'],
    [['2031-05-01', '2031-05-20'], ['2031-05-01', '2031-05-02…18', '2031-05-20'], 'a long one is a break'],
    [['2031-05-03', '2031-05-01', '2031-05-03', null], ['2031-05-01', '2031-05-02', '2031-05-03'], 'order, repeats and no day do not matter'],
    [['2031-02-28', '2031-03-01'], ['2031-02-28', '2031-03-01'], 'a month ends'],
    [['soon'], [], 'what is no day has no column'], [[], [], 'nothing'],
  ] as const)('%j', (days, expected, _why) => {
    expect(dayColumns(days, 400).map((c) => c.day + (c.silent > 0 ? `…${c.silent}` : ''))).toEqual(expected)
  })
  test('columns stand side by side', () => {
    const columns = dayColumns(['2031-05-01', '2031-05-20', '2031-12-01'], 400)
    columns.slice(1).forEach((column, i) => expect(column.x).toBe((columns[i]?.x ?? 0) + (columns[i]?.width ?? 0)))
  })
  test('a day is found in its column, in a break, or outside', () => {
    const columns = dayColumns(['2031-05-01', '2031-05-20'], 400)
    expect(['2031-05-01', '2031-05-10', '2031-05-19', '2031-05-20', '2031-04-30', '2031-06-01', null].map((day) => columnOf(columns, day))).toEqual([0, 1, 1, 2, -1, -1, -1])
    expect(['2031-04-30', '2031-06-01', '2031-05-20'].map((day) => nearestColumn(columns, day))).toEqual([0, 2, 2])
  })
  test('days and their numbers turn into each other', () => {
    expect(isoDay(dayNumber('2031-05-06') ?? 0)).toBe('2031-05-06')
    expect([dayNumber('2031-13-45'), dayNumber(null), dayNumber('x')]).toEqual([null, null, null])
  })
})
