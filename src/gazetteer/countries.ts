// Countries by ISO 3166-1 alpha-2 code and by name.
import { foldPlaceName } from '../geo/fold.ts'
import { cellList, readTable } from './table.ts'

/** `lat`/`lon`: the point GeoNames lists for the country, for measuring only. `population` is rounded to thousands. */
export interface Country {
  code: string
  name: string
  variants: readonly string[]
  capital: string | null
  lat: number
  lon: number
  population: number
}

/** Where the table of countries is. */
export const COUNTRIES_TABLE = new URL('./data/countries.tsv', import.meta.url)

let byCode: Map<string, Country> | null = null
let byName: Map<string, Country> | null = null

function load(): Map<string, Country> {
  if (byCode) return byCode
  byCode = new Map()
  for (const row of readTable(COUNTRIES_TABLE, ['code', 'name', 'variants', 'capital', 'lat', 'lon', 'populationThousands'])) {
    byCode.set(row.code, { code: row.code, name: row.name, variants: cellList(row.variants), capital: row.capital || null, lat: Number(row.lat), lon: Number(row.lon), population: Number(row.populationThousands) * 1000 })
  }
  return byCode
}

/** Every country and territory with a code of its own, by code. */
export function countries(): ReadonlyMap<string, Country> {
  return load()
}

/** The usual English name of a country by its alpha-2 code ("GB" → "United Kingdom"); null for an unknown code. */
export function countryName(code: string | null): string | null {
  return code === null ? null : load().get(code)?.name ?? null
}

/** The country of a name or variant ("Britain", "DRC", "the Netherlands"); null where it names none. Case and accents do not matter: the caller sees to capitals. */
export function countryOf(words: string): Country | null {
  const named = names()
  const folded = foldPlaceName(words)
  return named.get(folded) ?? (folded.startsWith('the ') ? named.get(folded.slice(4)) ?? null : null)
}

/** Every name and variant of a country, folded. */
export const countryNames = (): string[] => [...names().keys()]

function names(): ReadonlyMap<string, Country> {
  if (byName) return byName
  byName = new Map()
  for (const country of load().values()) for (const name of [country.name, ...country.variants]) byName.set(foldPlaceName(name), country)
  return byName
}
