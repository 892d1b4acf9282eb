import { describe, expect, test } from 'vitest'
import { centuryValue, dayValue, decadeValue, durationValue, partOf, spanOfValue, weekValue, yearValue } from '../../src/time/timex.ts'

describe('the days of a value', () => {
  test.each([
    ['2022-03-15', '2022-03-15', '2022-03-15'], ['2022-03-15T05:00', '2022-03-15', '2022-03-15'], ['2022-03-15TNI', '2022-03-15', '2022-03-15'],
    ['2022-02', '2022-02-01', '2022-02-28'], ['2022-02-XX', '2022-02-01', '2022-02-28'], ['2022', '2022-01-01', '2022-12-31'],
    ['2022-W11', '2022-03-14', '2022-03-20'], ['2022-W11-WE', '2022-03-19', '2022-03-20'], ['2022-SU', '2022-06-01', '2022-08-31'],
    ['2024-WI', '2023-12-01', '2024-02-29'], ['2022-H2', '2022-07-01', '2022-12-31'], ['2022-Q1', '2022-01-01', '2022-03-31'],
    ['199', '1990-01-01', '1999-12-31'], ['19', '1900-01-01', '1999-12-31'],
  ])('%s', (value, from, to) => { expect(spanOfValue(value)).toEqual({ from, to }) })
  test.each([null, '', 'P3M', 'PT24H', 'PRESENT_REF', 'PAST_REF', 'XXXX-XX-XX', 'XXXX-WXX-2', 'BC0490', '2022-13', '2022-W99', '2022-02-30', '2022-XX-XX', 'nonsense'])('open: %s', (value) => { expect(spanOfValue(value)).toEqual({ from: null, to: null }) })
})

test('values as TIMEX3 writes them', () => {
  expect([yearValue(1942), yearValue(-490), dayValue(-480, 8, 2), decadeValue(1947), decadeValue(-475), centuryValue(1880)]).toEqual(['1942', 'BC0490', 'BC0480-08-02', '194', 'BC047', '18'])
  expect([durationValue(3, 'M'), durationValue(null, 'D'), durationValue(24, 'H'), durationValue(30, 'MIN'), durationValue(2.5, 'Y'), durationValue(0.5, 'CE')]).toEqual(['P3M', 'PXD', 'PT24H', 'PT30M', 'P2.5Y', 'P.5CE'])
  expect(weekValue('2021-01-03')).toBe('2020-W53')
})

test('early, mid and late', () => {
  const of = (value: string, part: 'start' | 'mid' | 'end') => { const { from, to } = partOf(spanOfValue(value), part); return `${from} ${to}` }
  expect(of('2022-05', 'start')).toBe('2022-05-01 2022-05-10')
  expect(of('2022-05', 'mid')).toBe('2022-05-11 2022-05-20')
  expect(of('2022-02', 'end')).toBe('2022-02-21 2022-02-28')
  expect(of('2022', 'start')).toBe('2022-01-01 2022-04-30')
  expect(of('2022-W11', 'end')).toBe('2022-03-19 2022-03-20')
  expect(partOf({ from: null, to: null }, 'end')).toEqual({ from: null, to: null })
})
