// What the namesakes of one name are between them, worked out once for each name that the gazetteer gives.
import type { GazetteerPlace } from '../../model/gazetteer.ts'

/** `wide`: a country, or a region known well enough to be named alone; `famous`: such, and no first-level region. `left`: the namesakes by what the wording leaves open (see choose). */
export interface Offer {
  wide: boolean
  famous: boolean
  usual: boolean
  country: boolean
  /** A country or the European Union: what two or three capitals may stand for. */
  initials: boolean
  region: boolean
  usualRegion: boolean
  /** A country, or a region without a word for its kind. */
  outer: boolean
  settlement: boolean
  usualPopulation: number
  left: Map<string, GazetteerPlace[]>
  /** Those of a country that bear the name as their usual one: what a nationality stands for. */
  national: Map<string | null, GazetteerPlace[]>
  /** States, territories, capitals and continents that bear it as their usual one: what one part of a hyphened word may stand for. */
  states: GazetteerPlace[] | null
}

/** What no gazetteer has. */
export const NO_PLACES: readonly GazetteerPlace[] = Object.freeze([])

const SUMMARIES = new WeakMap<readonly GazetteerPlace[], Offer>()

/** The summary of an offer. */
export function offerOf(places: readonly GazetteerPlace[]): Offer {
  const known = SUMMARIES.get(places)
  if (known !== undefined) return known
  const made: Offer = { wide: false, famous: false, usual: false, country: false, initials: false, region: false, usualRegion: false, outer: false, settlement: false, usualPopulation: 0, left: new Map(), national: new Map(), states: null }
  for (const place of places) {
    const usual = place.match === undefined, country = place.precision === 'country', region = place.precision === 'region'
    const wide = country || region && usual && (place.population >= 100_000 || place.feature !== 'ADM1')
    made.wide ||= wide
    made.famous ||= wide && place.feature !== 'ADM1'
    made.usual ||= usual
    made.country ||= country
    made.initials ||= usual && (country || place.feature === 'TERR')
    made.region ||= region
    made.usualRegion ||= usual && place.feature === 'ADM1'
    made.outer ||= country || region && usual
    made.settlement ||= place.precision === 'settlement'
    if (usual) made.usualPopulation = Math.max(made.usualPopulation, place.population)
  }
  // "North Darfur", "Baalbek-Hermel": no town has the name, so that it needs no word for its kind
  if (!made.settlement && places.some((place) => place.match === 'bare' && place.precision === 'region' && place.population >= 100_000)) made.wide = made.usual = made.outer = true
  SUMMARIES.set(places, made)
  return made
}

/** The places of a name that are of one country and bear it as their usual one. */
export function nationals(places: readonly GazetteerPlace[], country: string | null): readonly GazetteerPlace[] {
  const { national } = offerOf(places)
  let found = national.get(country)
  if (found === undefined) national.set(country, found = places.filter((place) => place.country === country && place.match === undefined))
  return found
}

/** The states, territories, capitals and continents that bear a name as their usual one. */
export function statesOf(places: readonly GazetteerPlace[]): readonly GazetteerPlace[] {
  return offerOf(places).states ??= places.filter((place) => place.match === undefined && (place.precision === 'country' || place.feature === 'TERR' || place.feature === 'PPLC' || place.feature === 'CONT'))
}
