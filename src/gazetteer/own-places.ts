// The gazetteer's own tables made into places: countries, first-level regions, wider areas, sites, and the usual English names of settlements.
import type { Precision } from '../model/claim.ts'
import { foldPlaceName } from '../geo/fold.ts'
import { countries } from './countries.ts'
import { cellList, readTable } from './table.ts'

export const REGIONS_TABLE = new URL('./data/regions.tsv', import.meta.url)
export const PLACES_TABLE = new URL('./data/places.tsv', import.meta.url)
export const COUNTIES_TABLE = new URL('./data/us-counties.tsv', import.meta.url)

/** A place as the gazetteer keeps it. `key`: its id in words. `bare`: names that mean it only beside a word such as "region" ("Kharkiv" for Kharkiv Oblast). */
export interface OwnPlace {
  key: string
  name: string
  country: string | null
  admin1: string | null
  lat: number | null
  lon: number | null
  precision: Precision
  feature: string
  population: number
  usual: string[]
  bare: string[]
}

/** A settlement of the GeoNames table that is better known by another spelling. */
export interface Renaming {
  name: string
  variants: string[]
}

const GENERIC = new Set('oblast region province governorate state district krai department prefecture county territory republic voivodeship canton'.split(' '))
// Of these the first-level units are named like their chief town; elsewhere a bare name means the unit ("Texas").
const TITLED = /\b(?:Oblast|Region|Province|Governorate|State|District|Krai|Department|Prefecture|County|Voivodeship|Canton|Municipality)$/

/** Countries, with the settlements' population where the table gives none. */
export function countryPlaces(): OwnPlace[] {
  return [...countries().values()].map((country) => ({
    key: `country:${country.code}`, name: country.name, country: country.code, admin1: null, lat: country.lat, lon: country.lon, precision: 'country', feature: 'PCLI',
    population: country.population, usual: [country.name, ...country.variants].map(foldPlaceName), bare: [],
  }))
}

/** A region's folded name without the word for its kind; null where it has none. */
export function bareRegionName(folded: string): string | null {
  const words = folded.split(' ')
  if (words.length > 1 && GENERIC.has(words[words.length - 1]!)) return words.slice(0, -1).join(' ')
  return null
}

/** First-level regions; populations, and points where the table has none, come from their settlements (see `build`). */
export function regionPlaces(): OwnPlace[] {
  return readTable(REGIONS_TABLE, ['country', 'admin1', 'geonames', 'name', 'variants', 'lat', 'lon']).map((row) => {
    const titled = TITLED.test(row.name) && !/ Republic$/.test(row.name)
    const usual = new Set<string>([foldPlaceName(row.name)]), bare = new Set<string>()
    for (const name of cellList(row.variants)) {
      const folded = foldPlaceName(name)
      if (folded.length < 2) continue
      if (titlesAround(foldPlaceName(row.name), folded)) bare.add(folded) // "Madrid" for the Community of Madrid
      else if (titled && bareRegionName(folded) === null) bare.add(folded)
      else usual.add(folded)
    }
    for (const name of [...usual]) { const short = bareRegionName(name); if (short !== null && !usual.has(short)) bare.add(short) }
    return {
      key: row.geonames === '' ? `region:${row.country}-${row.admin1}` : `geonames:${row.geonames}`, name: row.name, country: row.country, admin1: row.admin1, lat: row.lat === '' ? null : Number(row.lat), lon: row.lon === '' ? null : Number(row.lon),
      precision: 'region', feature: 'ADM1', population: 0, usual: [...usual], bare: [...bare],
    }
  })
}

const TITLES = new Set('community canton region province governorate state republic city municipality department district metropolitan capital area territory prefecture autonomous federal national island islands of the'.split(' '))

// Whether a name is the variant with nothing but words for kinds of areas around it.
function titlesAround(name: string, variant: string): boolean {
  const rest = ` ${name} `.replace(` ${variant} `, ' ').trim()
  return name !== variant && rest !== name && rest.split(' ').every((word) => TITLES.has(word))
}

/** Counties of the United States, the second level that American reports name most; `area` is the key of their settlements, "US-LA-079". */
export function countyPlaces(): (OwnPlace & { area: string })[] {
  return readTable(COUNTIES_TABLE, ['state', 'counties']).flatMap(({ state, counties }) => cellList(counties).flatMap((entry) => {
    const at = entry.indexOf('='), code = entry.slice(0, at), bare = entry.slice(at + 1)
    if (state === 'VA' && Number(code) > 500) return [] // independent cities
    const name = `${bare} ${state === 'LA' ? 'Parish' : state === 'AK' ? 'Borough' : 'County'}`
    return [{
      key: `county:US-${state}-${code}`, area: `US-${state}-${code}`, name, country: 'US', admin1: state, lat: null, lon: null, precision: 'district' as const, feature: 'ADM2',
      population: 0, usual: [foldPlaceName(name)], bare: [foldPlaceName(bare)],
    }]
  }))
}

/** Wider areas, seas, districts and sites, and the renamings by country and folded listed name ("UA izyum"). */
export function ownPlaces(): { places: OwnPlace[], renamings: Map<string, Renaming> } {
  const places: OwnPlace[] = [], renamings = new Map<string, Renaming>()
  for (const row of readTable(PLACES_TABLE, ['match', 'country', 'name', 'variants', 'lat', 'lon', 'precision', 'feature', 'population'])) {
    const variants = cellList(row.variants)
    if (row.match !== '') { renamings.set(`${row.country} ${foldPlaceName(row.match)}`, { name: row.name, variants }); continue }
    places.push({
      key: `place:${row.country || 'world'}-${foldPlaceName(row.name).replaceAll(' ', '-')}`, name: row.name, country: row.country || null, admin1: null, lat: Number(row.lat), lon: Number(row.lon),
      precision: row.precision as Precision, feature: row.feature, population: Number(row.population), usual: [...new Set([row.name, ...variants].map(foldPlaceName))], bare: [],
    })
  }
  return { places, renamings }
}

let byCode: Map<string, string> | null = null

/** The name of a first-level region by country and GeoNames admin1 code ("UA", "07" → "Kharkiv Oblast"); null for an unknown one. */
export function regionByCode(country: string, admin1: string): string | null {
  byCode ??= new Map(readTable(REGIONS_TABLE, ['country', 'admin1', 'name']).map((row) => [`${row.country}-${row.admin1}`, row.name]))
  return byCode.get(`${country}-${admin1}`) ?? null
}
