import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, civilDay, dayDiff, dayNumber, daysInMonth, dayStart, isoDay, isoWeek, mondayOf, mondayOfWeek, weekdayNotAfter, weekdayNotBefore, weekdayOf } from '../../src/time/days.ts'
import { easterSunday } from '../../src/time/easter.ts'

const days = fc.integer({ min: -719_162, max: 2_932_896 }) // 0001-01-01 to 9999-12-31
const isoDays = days.map((n) => addDays('1970-01-01', n))

describe('whole days', () => {
  test.each(['2022-13-01', '2022-02-30', '2022-02', '2022', 'yesterday', '', '2022-02-24T10:00:00Z'])('"%s" begins when Date.parse says', (text) => { expect(dayStart(text)).toBe(Date.parse(text)) })
  test.each([
    ['2022-02-28', 1, '2022-03-01', 'a common February'], ['2024-02-28', 1, '2024-02-29', 'a leap February'], ['1900-02-28', 1, '1900-03-01', 'a century without its leap day'],
    ['2000-02-28', 1, '2000-02-29', 'a century with it'], ['2023-01-01', -1, '2022-12-31', 'back over a year'], ['2022-02-24', 100, '2022-06-04', 'a hundred days on'],
  ])('%s and %i days is %s: %s', (from, n, to) => {
    expect(addDays(from, n)).toBe(to)
    expect(dayDiff(from, to)).toBe(n)
  })
  test('agree with the clock of the machine', () => {
    fc.assert(fc.property(days, (n) => { expect(addDays('1970-01-01', n)).toBe(new Date(n * 864e5).toISOString().slice(0, 10)) }))
    fc.assert(fc.property(days, (n) => { expect(dayNumber(civilDay(n))).toBe(n) }))
    fc.assert(fc.property(isoDays, (day) => { expect(dayStart(day)).toBe(Date.parse(day)) }))
    fc.assert(fc.property(isoDays, (day) => { expect(weekdayOf(day) % 7).toBe(new Date(day).getUTCDay()) }))
  })
  test('there and back', () => {
    fc.assert(fc.property(isoDays, fc.integer({ min: -400, max: 400 }), (day, n) => {
      fc.pre(dayDiff('0002-06-01', day) > 0 && dayDiff(day, '9998-01-01') > 0)
      expect(addDays(addDays(day, n), -n)).toBe(day)
    }))
  })
  test.each([
    ['2022-03-15T05:00:00+02:00', '2022-03-15'], ['2022-03-15 05:00', '2022-03-15'], ['2022-03-15', '2022-03-15'],
    ['2022-02-30', null], ['2022-3-15', null], ['15 March 2022', null], ['2022-03-15junk', null], ['', null], [null, null],
  ])('the day of %s is %s', (written, day) => { expect(isoDay(written)).toBe(day) })
  test('what is no day is refused in words', () => { expect(() => addDays('yesterday', 1)).toThrow('"yesterday" is not an ISO date') })
  test.each([['2023-01-31', 1, '2023-02-28'], ['2024-03-31', -1, '2024-02-29'], ['2022-11-15', 3, '2023-02-15'], ['2022-01-15', -13, '2020-12-15']])('%s and %i months', (from, n, to) => { expect(addMonths(from, n)).toBe(to) })
  test('months have the days of the calendar', () => { expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((m) => daysInMonth(2023, m)).reduce((a, b) => a + b)).toBe(365) })
})

describe('weeks', () => {
  test.each([['2021-01-03', 2020, 53], ['2021-01-04', 2021, 1], ['2022-03-15', 2022, 11], ['2024-12-30', 2025, 1]])('%s lies in week %i-%i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week })
    expect(mondayOfWeek(year, week)).toBe(mondayOf(day))
  })
  test('the last and the next such weekday', () => {
    expect(weekdayNotAfter('2022-03-15', 2)).toBe('2022-03-15') // itself
    expect(weekdayNotAfter('2022-03-15', 3)).toBe('2022-03-09')
    expect(weekdayNotBefore('2022-03-15', 1)).toBe('2022-03-21')
    fc.assert(fc.property(isoDays, fc.integer({ min: 1, max: 7 }), (day, weekday) => {
      fc.pre(dayDiff('0002-01-01', day) > 0 && dayDiff(day, '9998-01-01') > 0)
      const before = weekdayNotAfter(day, weekday)
      expect(weekdayOf(before)).toBe(weekday)
      expect(dayDiff(before, day)).toBeGreaterThanOrEqual(0)
      expect(dayDiff(before, day)).toBeLessThan(7)
    }))
  })
})

test.each([[1961, '1961-04-02'], [2008, '2008-03-23'], [2022, '2022-04-17'], [2024, '2024-03-31'], [2038, '2038-04-25']])('Easter of %i', (year, day) => { expect(easterSunday(year)).toBe(day) })
