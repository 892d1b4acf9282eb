// The larger towns of some countries, to find one's way on a map.
import { DatabaseSync } from 'node:sqlite'

/** A town with its point. */
export interface Town {
  name: string
  lat: number
  lon: number
  population: number
}

/** The most populous settlements of the built gazetteer `file` in these countries (ISO 3166-1 alpha-2), `count` of each, largest first. */
export function largestTowns(file: string, countries: Iterable<string>, count: number): Town[] {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const largest = db.prepare("select name, lat, lon, population from place where country = ? and precision = 'settlement' and lat is not null order by population desc, key limit ?")
    const towns = [...new Set(countries)].flatMap((country) => largest.all(country, count).map((row): Town => ({ name: String(row.name), lat: Number(row.lat), lon: Number(row.lon), population: Number(row.population) })))
    return towns.sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
  } finally {
    db.close()
  }
}
