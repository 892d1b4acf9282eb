// Writes places and their names into a SQLite file: first beside its place, then renamed into it, so that no reader sees half of it.
import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { addToFilter, filterSize, headOf } from './names-filter.ts'

/** The shape of the tables; another number is another file. */
export const SCHEMA = 2

export const NAME_USUAL = 0
export const NAME_ALTERNATE = 1 // another language's, an older or a lesser-known spelling
export const NAME_BARE = 2 // only beside a word such as "region"

/** A row ready to be written. `names`: folded, each with one of NAME_USUAL, NAME_ALTERNATE, NAME_BARE. */
export interface WritablePlace {
  key: string
  name: string
  country: string | null
  admin1: string | null
  lat: number | null
  lon: number | null
  precision: string
  feature: string
  population: number
  names: Map<string, number>
}

/** Writes the file; `about` is kept with it and given back by `info`. Throws where the folder cannot be written. */
export function writeGazetteer(path: string, places: readonly WritablePlace[], about: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(path), { recursive: true })
  const making = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    const db = new DatabaseSync(making)
    try {
      db.exec(`pragma journal_mode = off; pragma synchronous = off; pragma page_size = 8192;
        create table about (key text primary key, value text not null) without rowid;
        create table place (id integer primary key, key text not null, name text not null, country text, admin1 text, lat real, lon real, precision text not null, feature text not null, population integer not null);
        create table name (folded text not null, place integer not null, kind integer not null, primary key (folded, place)) without rowid;
        create table filter (bits blob not null);
        begin`)
      const insertPlace = db.prepare('insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      const rows: [string, number, number][] = []
      places.forEach((place, id) => {
        insertPlace.run(id, place.key, place.name, place.country, place.admin1, place.lat, place.lon, place.precision, place.feature, place.population)
        for (const [name, kind] of place.names) rows.push([name, id, kind])
      })
      rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]))
      const heads = new Set<string>()
      for (const [name] of rows) { const space = name.indexOf(' '); if (space > 0) heads.add(headOf(name.slice(0, space))) }
      const bits = new Uint8Array(filterSize(rows.length + heads.size))
      const insertName = db.prepare('insert into name values (?, ?, ?)')
      let before = ''
      for (const [name, id, kind] of rows) {
        insertName.run(name, id, kind)
        if (name !== before) addToFilter(bits, name)
        before = name
      }
      for (const head of heads) addToFilter(bits, head)
      db.prepare('insert into filter values (?)').run(bits)
      const insertAbout = db.prepare('insert into about values (?, ?)')
      for (const [key, value] of Object.entries({ ...about, places: String(places.length), names: String(rows.length) })) insertAbout.run(key, value)
      db.exec('commit')
    } finally {
      db.close()
    }
    renameSync(making, path)
  } catch (error) {
    rmSync(making, { force: true })
    throw error
  }
}
