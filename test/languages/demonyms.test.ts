import { describe, expect, test } from 'vitest'
import { countryName, countryOf } from '../../src/gazetteer/countries.ts'
import { demonymAt, sideOf } from '../../src/languages/en/demonyms.ts'

describe('sideOf', () => {
  test.each([
    ['Russian', 'RU', 'Russia'], ['Russians', 'RU', 'Russia'], ['russia', 'RU', 'Russia'], ['Britain', 'GB', 'United Kingdom'],
    ['British', 'GB', 'United Kingdom'], ['U.S.', 'US', 'United States'], ['American', 'US', 'United States'], ['Palestinians', 'PS', 'Palestine'],
    ['South Sudanese', 'SS', 'South Sudan'], ['DRC', 'CD', 'Democratic Republic of the Congo'], ['Nigeriens', 'NE', 'Niger'], ['the Netherlands', 'NL', 'Netherlands'],
    ['Turkish', 'TR', 'Turkey'], ['Gazan', 'PS', 'Palestine'], ['Burmese', 'MM', 'Myanmar'],
  ])('%s', (words, country, name) => { expect(sideOf(words)).toEqual({ country, name }) })
  test.each(['European', 'soldier', 'Hamas', '', 'constructor'])('silent: %s', (words) => { expect(sideOf(words)).toBeNull() })
})

test('the longest demonym wins', () => {
  const lower = 'two south korean and sudanese soldiers'.split(' ')
  expect(demonymAt(lower, 1)).toMatchObject({ length: 2, demonym: { country: 'KR' } })
  expect(demonymAt(lower, 4)).toMatchObject({ length: 1, demonym: { country: 'SD' } })
  expect(demonymAt(lower, 5)).toBeNull()
})

test('countries by name and code', () => {
  expect(countryOf('Côte d’Ivoire')?.code).toBe('CI')
  expect(countryOf('Kyiv')).toBeNull()
  expect(countryName('CZ')).toBe('Czech Republic')
  expect(countryName('ZZ')).toBeNull()
})
