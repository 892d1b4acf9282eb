// Which region and country a place lies in, as the gazetteer has it; borders on maps are never asked.
import type { Gazetteer, GazetteerPlace } from '../model/gazetteer.ts'
import { countryName } from './countries.ts'
import { regionByCode } from './own-places.ts'

/** The first-level region that a place lies in; null for a country, a region itself, or where the gazetteer does not say. */
export function regionOf(place: Pick<GazetteerPlace, 'country' | 'admin1' | 'precision'>, gazetteer: Gazetteer): GazetteerPlace | null {
  if (place.country === null || place.admin1 === null || place.precision === 'region' || place.precision === 'country') return null
  const name = regionByCode(place.country, place.admin1)
  if (name === null) return null
  return gazetteer.lookup(name).find((option) => option.precision === 'region' && option.country === place.country && option.admin1 === place.admin1) ?? null
}

/** The country that a place lies in, as a place; null for seas and continents. */
export function countryPlaceOf(place: Pick<GazetteerPlace, 'country'>, gazetteer: Gazetteer): GazetteerPlace | null {
  const name = countryName(place.country)
  return name === null ? null : gazetteer.lookup(name).find((option) => option.precision === 'country' && option.country === place.country) ?? null
}

/** Whether the inner place lies in the outer one: in its country, in its first-level region, or it is the same place. null: the gazetteer does not say. */
export function liesIn(inner: GazetteerPlace, outer: GazetteerPlace): boolean | null {
  if (inner.id === outer.id) return true
  if (inner.country !== null && outer.country !== null && inner.country !== outer.country) return false
  if (outer.precision === 'country') return inner.country === null ? null : inner.country === outer.country
  if (outer.precision === 'region' && outer.feature === 'ADM1') return inner.precision === 'country' ? false : inner.admin1 === null ? null : inner.admin1 === outer.admin1
  return inner.precision === 'country' || outer.precision === 'site' ? false : null
}
