import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceBetweenKm, distanceKm } from '../../src/geo/distance.ts'
import { foldPlaceName, withoutArticle } from '../../src/geo/fold.ts'

describe('folded names', () => {
  test.each([
    ['Kyiv', 'kyiv'], ['Be’er-Sheva', 'beer sheva'], ['Dayr az-Zawr', 'dayr az zawr'], ['Hostomel’', 'hostomel'], ['São  Tomé', 'sao tome'], ['Łódź', 'lodz'], ['U.S.', 'us'], ['Київ', 'киів'], ['', ''], ['—', ''],
  ])('%s', (name, expected) => { expect(foldPlaceName(name)).toBe(expected) })
  test('folding twice changes nothing', () => { fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => { const once = foldPlaceName(name); expect(foldPlaceName(once)).toBe(once) })) })
  test.each([['al bab', 'bab'], ['ar raqqah', 'raqqah'], ['alexandria', null], ['al', null]])('without the article: %s', (name, expected) => { expect(withoutArticle(name)).toBe(expected) })
})

describe('distance', () => {
  test.each([
    [{ lat: 50.45, lon: 30.52 }, { lat: 49.99, lon: 36.23 }, 409], [{ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 }, 111], [{ lat: 31.5, lon: 34.47 }, { lat: 31.5, lon: 34.47 }, 0], [{ lat: 90, lon: 0 }, { lat: -90, lon: 0 }, 20015],
  ])('%o %o', (a, b, km) => { expect(Math.abs(distanceKm(a, b) - km)).toBeLessThan(2) })
  test('null where a point is missing', () => { expect(distanceBetweenKm({ lat: null, lon: 1 }, { lat: 1, lon: 1 })).toBeNull() })
  test('the same both ways, never negative', () => {
    const point = fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) })
    fc.assert(fc.property(point, point, (a, b) => { const d = distanceKm(a, b); expect(d).toBeGreaterThanOrEqual(0); expect(Math.abs(d - distanceKm(b, a))).toBeLessThan(1e-6) }))
  })
})
