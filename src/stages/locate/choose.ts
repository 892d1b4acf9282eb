// Decides between namesakes: by what the wording says, by the countries and regions that the report speaks of, by size and
// by nearness. Where these do not tell, no place is chosen.
import { countries as lands } from '../../gazetteer/countries.ts'
import { distanceBetweenKm, type Point } from '../../geo/distance.ts'
import { foldPlaceName } from '../../geo/fold.ts'
import type { GazetteerPlace } from '../../model/gazetteer.ts'
import { nameKey, type Found } from './found.ts'
import { offerOf } from './offer.ts'

/** Weights of the evidence, in powers of ten of population: a capital counts as if it were forty times as large. */
const CAPITAL = 1.6, SEAT = 0.3, COUNTRY = 2, AREA = 1, ALTERNATE = -1.6, QUARTER = -1.2
const COUNTRY_CONTEXT = 3, REGION_CONTEXT = 2, SAID = 8
const MARGIN = 0.45 // the least lead over the next namesake
const LARGE = 100_000 // people of a region that is known by its bare name
const SAME_KM = 60 // two entries this near are one place, as far as a namesake is concerned

/** How much a report speaks of each country or region, and which names said so: a name is not its own witness. */
export interface Weights {
  total: Map<string, number>
  byName: Map<string, Map<string, number>>
  /** The largest weight without each name's own. */
  most: Map<string, number>
}

/** What a report speaks of, by country code and by "US-LA". */
export interface Surroundings {
  countries: Weights
  regions: Weights
  /** The points of the lands that the armed groups named fight from, each once. */
  homes: readonly Point[]
}

const PEOPLE = 0.6 // a land told by its people, against one told by its name
const GROUP = 0.6 // "Boko Haram in Borno": a land told by who fights from it
const FULL = 2 // a single mention is not yet what a report is about

/** From 0 to 1: how much the other names of a report speak of a country or region. */
export function weightIn(weights: Weights, key: string, name: string): number {
  const own = weights.byName.get(name)
  const mine = own?.get(key) ?? 0
  const known = own === undefined ? '' : name
  let most = weights.most.get(known)
  if (most === undefined) {
    most = 0
    for (const [other, weight] of weights.total) most = Math.max(most, weight - (own?.get(other) ?? 0))
    weights.most.set(known, most)
  }
  return ((weights.total.get(key) ?? 0) - mine) / Math.max(most, FULL)
}

function add(weights: Weights, key: string, name: string, weight: number): void {
  weights.total.set(key, (weights.total.get(key) ?? 0) + weight)
  let own = weights.byName.get(name)
  if (own === undefined) weights.byName.set(name, own = new Map())
  own.set(key, (own.get(key) ?? 0) + weight)
}

const regionKey = (place: GazetteerPlace): string => `${place.country}-${place.admin1}`

const ADJECTIVE = /sk(?:a|aya|yi|yy|iy|oye|oe)$/ // "Cherkaska" is no region without "oblast" behind it

/** The namesakes that the wording leaves open. */
export function eligible(found: Found): GazetteerPlace[] {
  if (found.left !== null) return found.left
  const { left } = offerOf(found.offer)
  const key = found.direction !== null ? 'part' : `${found.head}${ADJECTIVE.test(found.name) ? ' adjective' : ''}`
  let places = left.get(key)
  if (places === undefined) left.set(key, places = leftOpen(found))
  return found.left = places
}

function leftOpen(found: Found): GazetteerPlace[] {
  const { offer, head } = found
  let left: GazetteerPlace[]
  if (found.direction !== null) return offer.filter((place) => place.precision === 'country' || place.precision === 'region')
  if (head === 'region') {
    left = offer.filter((place) => place.precision === 'region')
    if (left.length === 0) left = offer.filter((place) => place.precision === 'district')
  } else if (head === 'district') {
    left = offer.filter((place) => place.precision === 'district' || place.precision === 'region' && place.match === 'bare')
    if (left.length === 0) left = offer.filter((place) => place.precision === 'settlement')
  } else {
    left = offer.filter((place) => place.match !== 'bare' && (head !== 'settlement' || place.precision === 'settlement' || place.precision === 'site' || place.precision === 'district'))
    // "Nineveh": small places elsewhere that once had the name, and a large region that needs no word for its kind
    if (head === null && left.length > 0 && left.every((place) => place.match === 'alternate' && place.population < TOWN)) { const large = offer.filter((place) => place.match === 'bare' && place.precision === 'region' && place.population >= LARGE); if (large.length > 0) left = large }
    if (left.length === 0 && head !== 'settlement' && !ADJECTIVE.test(found.name)) left = offer.filter((place) => place.match === 'bare')
  }
  return left
}

/** How large a namesake is taken to be without any context. */
export function standing(place: GazetteerPlace): number {
  let score = Math.log10(Math.max(place.population, 150))
  if (place.feature === 'PPLC') score += CAPITAL
  else if (place.feature === 'PPLA') score += SEAT
  if (place.precision === 'country') score += COUNTRY
  else if (place.precision === 'region' && place.id.startsWith('place:')) score = Math.max(score, 5) + AREA
  else if (place.id.startsWith('place:')) score = Math.max(score, 5.5)
  if (place.feature === 'PPLX') score += QUARTER
  if (place.match === 'alternate') score += place.population >= 100_000 ? ALTERNATE / 2 : ALTERNATE
  return score
}

function contextual(place: GazetteerPlace, around: Surroundings, name: string): number {
  let score = 0
  if (place.country !== null) score += COUNTRY_CONTEXT * weightIn(around.countries, place.country, name)
  if (place.admin1 !== null) score += REGION_CONTEXT * weightIn(around.regions, regionKey(place), name)
  return score
}

/** Whether a namesake lies in, or is near, what the wording names beside it. */
export function saidToBe(place: GazetteerPlace, container: GazetteerPlace, near: boolean): boolean {
  if (near || container.precision === 'settlement' || container.precision === 'district') return (distanceBetweenKm(place, container) ?? Infinity) < 120
  if (container.precision === 'country') return place.country === container.country
  if (container.country !== null && place.country !== container.country) return false
  if (container.admin1 !== null) return place.admin1 === container.admin1
  return (distanceBetweenKm(place, container) ?? Infinity) < 500
}

// What a name by itself speaks of: its foremost namesake, how sure that country is, and how clear the region within it.
const VERDICTS = new WeakMap<readonly GazetteerPlace[], { best: GazetteerPlace, sure: number, clear: number }>()

function verdictOf(left: readonly GazetteerPlace[]): { best: GazetteerPlace, sure: number, clear: number } {
  const known = VERDICTS.get(left)
  if (known !== undefined) return known
  let best = left[0]!, bestStanding = -1
  for (const place of left) { const s = standing(place); if (s > bestStanding) { best = place; bestStanding = s } }
  let rival = -1, inRegion = 0
  for (const place of left) {
    if (place.country !== best.country) rival = Math.max(rival, standing(place))
    else if (place.admin1 !== best.admin1) inRegion = Math.max(inRegion, standing(place))
  }
  const lead = (other: number): number => Math.min(1, Math.max(0, (bestStanding - other) / 1.5))
  const verdict = { best, sure: rival < 0 ? 1 : lead(rival), clear: inRegion === 0 ? 1 : lead(inRegion) }
  VERDICTS.set(left, verdict)
  return verdict
}

/** The weights of the countries and regions that the names of a report, taken together, speak of. `homes`: of each armed group named, in text order, the lands it fights from. */
export function surroundings(all: readonly Found[], homes: readonly (readonly string[])[] = []): Surroundings {
  const countries: Weights = { total: new Map(), byName: new Map(), most: new Map() }, regions: Weights = { total: new Map(), byName: new Map(), most: new Map() }
  const times = new Map<string, number>()
  for (const found of all) {
    if (found.weak || found.unknown) continue
    const left = eligible(found)
    if (left.length === 0) continue
    const { best, sure, clear } = verdictOf(left)
    const seen = (times.get(best.id) ?? 0) + 1
    times.set(best.id, seen)
    const weight = sure * (found.nationality ? PEOPLE : 1) / Math.sqrt(seen)
    if (weight <= 0) continue
    const name = nameKey(found)
    if (best.country !== null) add(countries, best.country, name, weight)
    if (best.admin1 !== null && best.country !== null && clear > 0) add(regions, regionKey(best), name, weight * clear)
  }
  for (const lands of homes) {
    const group = `group of ${lands.join()}`, seen = (times.get(group) ?? 0) + 1
    times.set(group, seen)
    for (const land of lands) add(countries, land, group, GROUP / lands.length / Math.sqrt(seen))
  }
  return { countries, regions, homes: [...new Set(homes.flat())].flatMap((code) => lands().get(code) ?? []) }
}

/** A place of this size is spoken of far away, too, and not a village that bears another's name by chance. */
const KNOWN = 5000

/** A land told once and by its people is enough against a small namesake among several. */
const ONCE = 0.6

/** So far from the land it fights from, no armed group attacks a small town that the report says nothing else of. */
const REACH_KM = 1500

/** A town of this size is not thought of after a larger one that once had its name. */
const TOWN = 20_000

// A small place of a country that the report does not speak of, found under a doubtful name, while it speaks of others.
function implausible(place: GazetteerPlace, left: readonly GazetteerPlace[], around: Surroundings, name: string, village: boolean): boolean {
  if (village && place.country !== null && weightIn(around.countries, place.country, name) < 0.15) for (const [land, weight] of around.countries.total) if (land !== place.country && weight >= (place.population >= TOWN ? ONCE : FULL)) return true
  if (place.country === null || place.precision === 'country' || standing(place) >= 5.3) return false
  if (weightIn(around.countries, place.country, name) >= (place.match === 'alternate' && place.population < 20_000 ? 0.5 : 0.15)) return false
  const foreign = around.homes.length > 0 && around.homes.every((home) => (distanceBetweenKm(home, place) ?? 0) > REACH_KM)
  if (place.match === undefined && left.length === 1 && place.population >= KNOWN && !foreign) return false
  const enough = foreign || left.length > 1 && place.population < TOWN ? ONCE : FULL
  for (const weight of around.countries.total.values()) if (weight >= enough) return true
  return false
}

/** A land named once, among no others, is spoken of so much. */
const SPOKEN = 0.25

// "Boko Haram in Borno": a large region of a land that the report speaks of, which needs no word for its kind, before a small place elsewhere.
function regionSpokenOf(found: Found, around: Surroundings): GazetteerPlace | null {
  if (found.head !== null || found.direction !== null) return null
  const regions = found.offer.filter((place) => place.match === 'bare' && place.precision === 'region' && place.population >= LARGE && place.country !== null && weightIn(around.countries, place.country, nameKey(found)) >= SPOKEN)
  return regions.length === 1 ? regions[0]! : null
}

// A region that bears its chief town's name is meant only with a word for its kind: "New York" is the city.
function townOfRegion(found: Found, best: GazetteerPlace, left: readonly GazetteerPlace[]): GazetteerPlace {
  if (best.feature !== 'ADM1' || found.head !== null || found.direction !== null) return best
  return left.find((place) => place.precision === 'settlement' && place.match === undefined && foldPlaceName(place.name) === foldPlaceName(found.name) && place.country === best.country && place.admin1 === best.admin1 && place.population > best.population / 4) ?? best
}

// "Salisbury" is the town of that name, not the city that once bore it, unless the report speaks of that city's country; nor is "the White House" a Casablanca in English.
function withoutFormer(left: GazetteerPlace[], around: Surroundings, name: string): GazetteerPlace[] {
  if (!left.some((place) => place.match === undefined && (place.population >= TOWN || place.id.startsWith('place:')))) return left
  return left.filter((place) => place.match === undefined || place.country !== null && weightIn(around.countries, place.country, name) >= 0.5)
}

/**
 * The place that a name means, or null where namesakes cannot be told apart. `neighbours`: places already told, from the
 * same report; `container`: what the wording puts it in.
 */
export function choose(found: Found, around: Surroundings, neighbours: readonly GazetteerPlace[], container: GazetteerPlace | null): GazetteerPlace | null {
  const left = eligible(found)
  if (left.length === 0) return null
  let fitting = container === null ? withoutFormer(left, around, nameKey(found)) : left.filter((place) => place.id !== container.id && saidToBe(place, container, found.near))
  // "Nigeria's Borno": a region without a word for it, where the land has no town of the name
  if (container !== null && fitting.length === 0 && found.head === null && !found.near) fitting = found.offer.filter((place) => place.match === 'bare' && place.precision === 'region' && place.id !== container.id && saidToBe(place, container, false))
  // The wording says where it is: a namesake elsewhere is no answer, unless what it is in is itself wide and vague.
  // "the Beni region of North Kivu": a district named for its town, not a region of that name in another land
  if (fitting.length === 0 && container !== null && !found.near && found.head === 'region' && container.precision === 'region') for (const place of found.offer) if (place.match !== 'bare' && place.id !== container.id && saidToBe(place, container, false)) fitting.push(place)
  const pool = fitting.length > 0 ? fitting : container === null ? left : found.head === 'district' && container.precision === 'settlement' ? [] : found.near ? left.filter((place) => place.country === container.country || container.country === null) : container.precision === 'country' ? found.container?.nationality === true ? left : [] : container.precision === 'region' && container.country !== null ? left.filter((place) => place.country === container.country) : left
  let best: GazetteerPlace | null = null, bestScore = -Infinity
  const scores: number[] = []
  const name = nameKey(found)
  if (pool.length === 1) best = pool[0]!
  else for (const place of pool) {
    let score = standing(place) + contextual(place, around, name)
    if (fitting.length > 0 && container !== null) score += SAID
    let nearest = Infinity
    for (const other of neighbours) {
      if (other.id === place.id || Math.abs(place.lat! - other.lat!) > 3.7) continue // farther than 400 km
      const distance = distanceBetweenKm(place, other)
      if (distance !== null && distance < nearest) nearest = distance
    }
    if (place.precision !== 'country') score += nearest < 60 ? 1.2 : nearest < 160 ? 0.8 : nearest < 400 ? 0.3 : 0
    scores.push(score)
    if (score > bestScore) { best = place; bestScore = score }
  }
  if (best === null) return null
  if ((container === null || fitting.length === 0) && implausible(best, left, around, name, found.village)) return regionSpokenOf(found, around)
  if (pool.length === 1) return best
  best = townOfRegion(found, best, left)
  for (let i = 0; i < pool.length; i++) {
    const place = pool[i]!
    if (place === best || bestScore - scores[i]! >= MARGIN) continue
    if ((distanceBetweenKm(place, best) ?? Infinity) > SAME_KM) return null
  }
  return best
}
