// How two places stand to each other, as far as their records tell.
import type { Place } from '../../model/claim.ts'
import { distanceBetweenKm } from '../../geo/distance.ts'
import { foldPlaceName } from '../../geo/fold.ts'

/** `within`: the first lies in the second. `holds`: the second lies in the first. `unknown`: one of them is not told. */
export type PlaceRelation = 'same' | 'within' | 'holds' | 'near' | 'apart' | 'unknown'

/** Tells whether one place lies in another; null where it cannot. The gazetteer gives one; without it names and distance decide. */
export interface Containment {
  within(inner: Place, outer: Place): boolean | null
}

/** 0 unknown, 1 country, 2 region, 3 settlement or district, 4 site. */
export function levelOf(place: Place | null): number {
  switch (place?.precision) {
    case 'country': return 1
    case 'region': return 2
    case 'settlement': case 'district': return 3
    case 'site': return 4
    default: return place ? 3 : 0
  }
}

const NEAR_KM = 12
/** A region's point is the middle of its settlements; few reach further. */
const REGION_REACH_KM = 160
const DISTRICT_REACH_KM = 25
const REGION_WORDS = new Set(['oblast', 'region', 'province', 'governorate', 'district', 'raion', 'krai', 'republic', 'state', 'county', 'область', 'район', 'край', 'city', 'the', 'of'])

/** A place's name without its kind ("Kharkiv Oblast" gives "kharkiv"). */
export function stemOf(name: string): string {
  const known = stems.get(name)
  if (known !== undefined) return known
  const stem = foldPlaceName(name).split(' ').filter((word) => !REGION_WORDS.has(word)).join(' ')
  if (stems.size >= KEPT) stems.clear()
  stems.set(name, stem)
  return stem
}

const stems = new Map<string, string>()
const KEPT = 50_000 // names remembered; then all are forgotten at once

/** What a place is indexed under: the same for every spelling that resolves to it. Null for no place. */
export function placeKey(place: Place | null): string | null {
  if (!place) return null
  if (place.gazetteerId) return place.gazetteerId
  return `${place.country ?? '??'}:${levelOf(place) <= 2 ? levelOf(place) : 3}:${foldPlaceName(place.name || place.written)}`
}

/** The relation of two places. */
export function relate(a: Place | null, b: Place | null, containment?: Containment): PlaceRelation {
  if (!a || !b) return 'unknown'
  const keyA = placeKey(a), keyB = placeKey(b)
  if (keyA === keyB) return 'same'
  if (a.country !== null && b.country !== null && a.country !== b.country) return 'apart'
  const levelA = levelOf(a), levelB = levelOf(b)
  if (levelA === levelB && levelA <= 2) return foldPlaceName(a.name) === foldPlaceName(b.name) ? 'same' : 'apart'
  if (levelA === 1 || levelB === 1) {
    const country = levelA === 1 ? a : b, inner = levelA === 1 ? b : a
    if (country.country === null || inner.country === null) return 'unknown'
    return levelA === 1 ? 'holds' : 'within'
  }
  if (levelA === 2 || levelB === 2) {
    const [inner, outer] = levelA === 2 ? [b, a] : [a, b]
    const inside = containment?.within(inner, outer) ?? insideRegion(inner, outer)
    if (inside === null) return 'unknown'
    if (!inside) return 'apart'
    return levelA === 2 ? 'holds' : 'within'
  }
  return relateSettlements(a, b, containment)
}

function insideRegion(inner: Place, region: Place): boolean | null {
  const stem = stemOf(region.name)
  if (stem !== '' && stem === stemOf(inner.name)) return true
  const km = distanceBetweenKm(inner, region)
  return km === null ? null : km <= REGION_REACH_KM
}

function relateSettlements(a: Place, b: Place, containment?: Containment): PlaceRelation {
  const nameA = foldPlaceName(a.name), nameB = foldPlaceName(b.name)
  const km = distanceBetweenKm(a, b)
  if (nameA === nameB && (km === null || km <= NEAR_KM)) return 'same'
  const finerA = rank(a), finerB = rank(b)
  if (finerA !== finerB) {
    const [inner, outer] = finerA > finerB ? [a, b] : [b, a]
    const inside = containment?.within(inner, outer) ?? (km !== null && km <= DISTRICT_REACH_KM ? true : km === null ? null : false)
    if (inside) return finerA > finerB ? 'within' : 'holds'
    if (inside === null) return 'unknown'
    return 'apart'
  }
  if (km === null) return 'apart'
  return km <= NEAR_KM ? 'near' : 'apart'
}

const rank = (place: Place): number => (place.precision === 'site' ? 2 : place.precision === 'district' ? 1 : 0)
