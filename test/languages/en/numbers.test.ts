// Numbers: value and bound, and why a number counts nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsed } from './parsed.ts'

const COUNTS: [text: string, value: number, bound: string][] = [
  ['12 men', 12, 'exact'], ['1,300 men', 1300, 'exact'], ['twelve men', 12, 'exact'], ['sixty-two men', 62, 'exact'], ['a hundred men', 100, 'exact'],
  ['two hundred and five men', 205, 'exact'], ['1.5 million people', 1_500_000, 'exact'], ['half a million people', 500_000, 'exact'], ['a dozen men', 12, 'exact'], ['three dozen men', 36, 'exact'],
  ['dozens of men', 24, 'vague'], ['scores of men', 40, 'vague'], ['hundreds of men', 200, 'vague'], ['tens of thousands of men', 20_000, 'vague'],
  ['at least 12 men', 12, 'at_least'], ['more than 12 men', 12, 'at_least'], ['over 12 men', 12, 'at_least'], ['12 or more men', 12, 'at_least'], ['no fewer than 12 men', 12, 'at_least'],
  ['up to 12 men', 12, 'at_most'], ['as many as 12 men', 12, 'at_most'], ['fewer than 12 men', 12, 'at_most'],
  ['about 12 men', 12, 'about'], ['some 12 men', 12, 'about'], ['nearly 12 men', 12, 'about'], ['an estimated 12 men', 12, 'about'], ['two dozen men', 24, 'about'],
  ['40k people', 40_000, 'exact'], ['killed 500 people in a week', 500, 'exact'],
]
const MASKED: [text: string, why: string][] = [
  ['$12', 'money'], ['12 dollars', 'money in words'], ['12%', 'a share'], ['12 per cent', 'a share'], ['two thirds', 'a share'], ['12 km', 'a distance'], ['12 hours', 'a time'],
  ['aged 12', 'an age'], ['Brigade 12', 'a unit'], ['12 people a day', 'a rate'], ['12 people every week', 'a rate'], ['Every day, about 12 people', 'a rate'], ['in 2014.', 'a year'], ['12 points', 'a score'], ['12/14', 'a label'],
]

describe('numbers', () => {
  it.each(COUNTS)('%s', (text, value, bound) => expect(parsed(text).numbers.filter((n) => !n.masked).map((n) => [n.value, n.bound])).toEqual([[value, bound]]))
  it.each(MASKED)('%s is %s', (text) => expect(parsed(text).numbers.filter((n) => !n.masked)).toEqual([]))
  it.each([['four to six men', 4, 6], ['between four and six men', 4, 6], ['70,000-80,000 men', 70_000, 80_000]])('%s is a range', (text, low, high) => {
    const [n] = parsed(text).numbers
    expect([n!.value, n!.high, n!.bound]).toEqual([low, high, 'at_least'])
  })
  it('reads back every whole number it is given in digits', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => {
      const written = n.toLocaleString('en-US')
      expect(parsed(`${written} men`).numbers[0]?.value).toBe(n)
    }))
  })
  it('never overlap and lie in order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('two', 'dozen', '40', 'hundred', 'and', 'million', 'at', 'least', 'men', 'to', '-', ',', 'a', 'half'), { maxLength: 30 }), (words) => {
      const { numbers } = parsed(words.join(' '))
      for (let i = 1; i < numbers.length; i++) expect(numbers[i]!.numberFirst).toBeGreaterThanOrEqual(numbers[i - 1]!.last)
    }))
  })
})
