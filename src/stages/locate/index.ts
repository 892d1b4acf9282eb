// Places of a report: recognised, told from their namesakes, named as English usage has it.
import type { Document, LocatedMention } from '../../model/document.ts'
import type { Gazetteer, GazetteerPlace } from '../../model/gazetteer.ts'
import type { Precision } from '../../model/claim.ts'
import { distanceBetweenKm } from '../../geo/distance.ts'
import { homesNamed, settleShared } from '../../languages/en/actors.ts'
import { choose, eligible, surroundings, weightIn, type Surroundings } from './choose.ts'
import { atOnce } from '../extract/in-step.ts'
import { nameKey, type Found } from './found.ts'
import { recognising } from './recognise.ts'
import { relate } from './relations.ts'
import { standsForState } from './use.ts'

/**
 * Every place that the report names, in text order. A name that cannot be told from its namesakes, or that the gazetteer
 * has not, is given as written, without a point. Countries and regions carry a reference point for measuring, never for a pin.
 */
export function locate(document: Document, gazetteer: Gazetteer): LocatedMention[] {
  return atOnce(locating(document, gazetteer))
}

/** The same in steps, for several documents side by side. */
export function* locating(document: Document, gazetteer: Gazetteer): Generator<void, LocatedMention[], void> {
  const found = yield* recognising(document, gazetteer)
  relate(document, found)
  yield
  const around = surroundings(found, homesNamed(document.tokens))
  const { settled, neighbours } = resolve(found, around)
  yield
  const mentions: LocatedMention[] = []
  const home = onlyCountry(settled)
  const stated = statedCountries(found, settled)
  const containers = new Set(found.map((one) => one.container))
  for (const one of found) {
    let place = settled.get(one) ?? null
    if (one.weak && !supported(one, place, around, neighbours)) {
      if (!one.worded) continue
      place = null // a place, but nobody can tell which
    }
    mentions.push(mentionOf(document, one, place, containerOf(one, settled), sameCountry(one, around) ?? stated.get(one.name) ?? (one.unknown ? home : null), containers.has(one)))
  }
  settleShared(document.tokens, new Set(mentions.flatMap((m) => m.country ?? [])))
  return mentions
}

/** Containers of containers that are looked at: "a village in X district of Y province". */
const MOST_WITHIN = 3

function containerOf(found: Found, settled: ReadonlyMap<Found, GazetteerPlace | null>): GazetteerPlace | null {
  let container = found.container
  for (let steps = 0; container !== null && steps < MOST_WITHIN; steps++) {
    const place = settled.get(container) ?? null
    if (place !== null || container.near) return place
    container = container.container
  }
  return null
}

// A weak reading holds where the report speaks of the country anyway, and the name has no namesake, or is of the region spoken of, or lies near another place told.
function supported(one: Found, place: GazetteerPlace | null, around: Surroundings, neighbours: readonly GazetteerPlace[]): boolean {
  if (place === null || place.country === null || weightIn(around.countries, place.country, nameKey(one)) < 0.5) return false
  if (place.match === undefined && eligible(one).length === 1) return true
  if (place.admin1 !== null && weightIn(around.regions, `${place.country}-${place.admin1}`, nameKey(one)) >= 0.4) return true
  return neighbours.some((other) => other.id !== place.id && (distanceBetweenKm(other, place) ?? Infinity) < 100)
}

const NEIGHBOURS = 60 // places that others are measured against

// Two rounds: the names that can be told by themselves first, then the others by their neighbours. One name has one meaning in a report, unless the wording puts it elsewhere.
function resolve(found: readonly Found[], around: Surroundings): { settled: Map<Found, GazetteerPlace | null>, neighbours: GazetteerPlace[] } {
  const settled = new Map<Found, GazetteerPlace | null>()
  let neighbours: GazetteerPlace[] = [], before: ReadonlyMap<string, GazetteerPlace> = new Map()
  for (let round = 0; round < 2; round++) {
    settled.clear()
    const byName = new Map<string, GazetteerPlace | null>(), worded = new Map<string, GazetteerPlace>(), contained = new Map<string, GazetteerPlace | null>(), told = new Set<GazetteerPlace>()
    for (const one of found) {
      if (one.container === null) continue
      const key = `${nameKey(one)}|${one.near}|${nameKey(one.container)}|${one.container.container === null ? '' : nameKey(one.container.container)}`
      let place = contained.get(key)
      if (place === undefined) contained.set(key, place = choose(one, around, neighbours, containerPlace(one.container, around, neighbours, before)))
      settled.set(one, place)
      if (place !== null && !worded.has(nameKey(one))) { byName.set(nameKey(one), place); worded.set(nameKey(one), place) }
      // in a land where no gazetteer has it: a namesake elsewhere is not what the report speaks of
      else if (place === null && !one.near && !byName.has(nameKey(one)) && containerPlace(one.container, around, neighbours, before) !== null) byName.set(nameKey(one), null)
      if (place !== null && !one.weak) told.add(place)
    }
    for (const one of found) {
      if (settled.has(one)) continue
      const key = nameKey(one)
      let place = byName.get(key)
      if (place === undefined) byName.set(key, place = choose(one, around, neighbours, null))
      settled.set(one, place)
      if (place !== null && !one.weak) told.add(place)
    }
    neighbours = []
    before = worded
    for (const place of told) if ((place.precision === 'settlement' || place.precision === 'district') && neighbours.length < NEIGHBOURS) neighbours.push(place)
  }
  return { settled, neighbours }
}

/** `before`: places by names whose wording told elsewhere where they lie. */
function containerPlace(container: Found, around: Surroundings, neighbours: readonly GazetteerPlace[], before: ReadonlyMap<string, GazetteerPlace>): GazetteerPlace | null {
  return before.get(nameKey(container)) ?? choose(container, around, neighbours, container.container === null ? null : choose(container.container, around, neighbours, null))
}

function mentionOf(document: Document, found: Found, place: GazetteerPlace | null, container: GazetteerPlace | null, implied: string | null, contains: boolean): LocatedMention {
  const written = document.tokens.text.slice(found.start, found.end)
  const base = place === null || place.precision === 'settlement' && ARTICLE.test(place.name) && !ARTICLE.test(found.name) ? found.name : place.name
  const precision: Precision | null = found.direction !== null ? 'region' : place === null ? precisionOf(found) : found.head === 'district' && place.precision === 'settlement' ? 'district' : place.precision
  const name = found.direction !== null ? usualPart(written, found.direction) : found.head === 'district' && place?.precision !== 'region' ? written : base
  return {
    use: standsForState(document, found, place, contains) ? 'associative' : 'literal',
    start: found.start, end: found.end, written, name,
    country: place?.country ?? (container !== null && !found.near ? container.country : implied),
    lat: place?.lat ?? null, lon: place?.lon ?? null, precision,
    first: found.first, last: found.last, place, demonym: found.nationality,
  }
}

/** The article that the gazetteer gives Arabic names ("Ar Rastan"); a report that leaves it out ("Rastan") has the usual English name. */
const ARTICLE = /^(?:[ae][dlnrstz]|[ae]sh|adh|ath)[ -]/i

/** "west Ukraine" is "western Ukraine" in usual English; a capital ("East Aleppo") is a name of its own. */
const usualPart = (written: string, direction: string): string => (/^(north|south|east|west|north-?east|north-?west|south-?east|south-?west)$/.test(direction) ? `${direction}ern${written.slice(direction.length)}` : written)

function precisionOf(found: Found): Precision | null {
  return found.head ?? eligible(found)[0]?.precision ?? null
}

// The country of nearly all towns and regions told, or of all of them where it is the country most often named: a village that no gazetteer has is taken to lie there. null where a report ranges wider.
function onlyCountry(settled: ReadonlyMap<Found, GazetteerPlace | null>): string | null {
  const places = new Map<string, string>()
  for (const place of settled.values()) if (place !== null && place.country !== null && place.precision !== 'country' && place.feature !== 'PPLC') places.set(place.id, place.country)
  const counts = new Map<string, number>()
  for (const country of places.values()) counts.set(country, (counts.get(country) ?? 0) + 1)
  for (const [country, count] of counts) if (count >= 3 && count >= places.size * 0.8) return country
  if (counts.size !== 1) return null
  const [only] = counts.keys(), named = new Map<string, number>()
  for (const place of settled.values()) if (place?.precision === 'country' && place.country !== null) named.set(place.country, (named.get(place.country) ?? 0) + 1)
  const times = named.get(only!) ?? 0
  for (const [country, others] of named) if (country !== only && others >= times) return null
  return times > 0 ? only! : null
}

// "Lyptsi, Ukraine" says it for every Lyptsi of the report.
function statedCountries(found: readonly Found[], settled: ReadonlyMap<Found, GazetteerPlace | null>): Map<string, string> {
  const stated = new Map<string, string>()
  for (const one of found) {
    const country = settled.get(one) == null && !one.near ? containerOf(one, settled)?.country ?? null : null
    if (country !== null && !stated.has(one.name)) stated.set(one.name, country)
  }
  return stated
}

// The country is known where all namesakes share it, and the report speaks of it.
function sameCountry(found: Found, around: Surroundings): string | null {
  const left = eligible(found)
  const country = left[0]?.country ?? null
  if (country === null || !left.every((place) => place.country === country)) return null
  return left.length > 1 || weightIn(around.countries, country, nameKey(found)) >= 0.5 ? country : null
}
