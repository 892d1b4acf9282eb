// The larger towns, to find one's way on the map.
import { DatabaseSync } from 'node:sqlite'

export interface Town {
  name: string
  lat: number
  lon: number
  population: number
}

export interface Towns {
  /** The most populous within a rectangle, at most `most`. */
  within(box: readonly [west: number, south: number, east: number, north: number], most: number): Town[]
}

const LEAST_POPULATION = 10_000

/** Towns of the built gazetteer `file`, largest first, kept in memory (some 30,000). */
export function readTowns(file: string): Towns {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = db.prepare("select name, lat, lon, population from place where precision = 'settlement' and lat is not null and population >= ? order by population desc, key").all(LEAST_POPULATION)
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
    }
  } finally {
    db.close()
  }
}
