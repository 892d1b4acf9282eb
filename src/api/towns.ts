// The larger towns, to find one's way on the map, and how far the settlements of a region reach.
import { DatabaseSync } from 'node:sqlite'
import { circleAround, hullOf, type LonLat } from '../geo/outline.ts'
import type { Gazetteer } from '../model/gazetteer.ts'

export interface Town {
  name: string
  lat: number
  lon: number
  population: number
}

export interface Towns {
  /** The most populous within a rectangle, at most `most`. */
  within(box: readonly [west: number, south: number, east: number, north: number], most: number): Town[]
  /** The corners of the area that the known settlements of a region take up, by its country and GeoNames admin1 code; null where fewer than three are known. */
  region(country: string, admin1: string): readonly LonLat[] | null
}

const LEAST_POPULATION = 10_000

/** Towns of the built gazetteer `file`, largest first, kept in memory (some 30,000). */
export function readTowns(file: string): Towns {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = db.prepare("select name, lat, lon, population from place where precision = 'settlement' and lat is not null and population >= ? order by population desc, key").all(LEAST_POPULATION)
    const regions = regionsOf(db)
    const towns = rows.map((row): Town => ({ name: String(row.name), lat: Number(row.lat), lon: Number(row.lon), population: Number(row.population) }))
    return {
      within([west, south, east, north], most) {
        const found: Town[] = []
        for (const town of towns) {
          if (town.lat < south || town.lat > north || town.lon < west || town.lon > east) continue
          if (found.push(town) === most) break
        }
        return found
      },
      region: (country, admin1) => regions.get(`${country} ${admin1}`) ?? null,
    }
  } finally {
    db.close()
  }
}

function regionsOf(db: DatabaseSync): Map<string, LonLat[]> {
  const points = new Map<string, LonLat[]>()
  for (const { key, lon, lat } of db.prepare("select country || ' ' || admin1 as key, lon, lat from place where precision = 'settlement' and lat is not null and country is not null and admin1 is not null").iterate() as Iterable<{ key: string, lon: number, lat: number }>) {
    const known = points.get(key)
    if (known === undefined) points.set(key, [[lon, lat]])
    else known.push([lon, lat])
  }
  return new Map([...points].flatMap(([key, all]) => { const hull = hullOf(all); return hull.length < 3 ? [] : [[key, hull]] }))
}

/** Of a region of which a point alone is known, as much around it is drawn. */
const AROUND_KM = 30

/** The outline of a named region; null where it is none, where several are called so, or where nothing is known of its reach. A country is never outlined. */
export function outlineOf({ name, country }: { name: string, country: string | null }, gazetteer: Gazetteer, towns: Towns): readonly LonLat[] | null {
  const regions = gazetteer.lookup(name).filter((place) => place.precision === 'region' && (country === null || place.country === country)), [region] = regions
  if (region === undefined || new Set(regions.map((one) => `${one.country} ${one.admin1}`)).size > 1) return null
  const settled = region.country === null || region.admin1 === null ? null : towns.region(region.country, region.admin1)
  return settled ?? (region.lat === null || region.lon === null ? null : circleAround([region.lon, region.lat], AROUND_KM))
}
