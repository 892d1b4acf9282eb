// Writes places and their names into a SQLite file: first beside its place, then renamed into it, so that no reader sees half of it.
import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { addToFilter, filterSize, headOf } from './names-filter.ts'

/** The shape of the tables; another number is another file. */
export const SCHEMA = 3

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

const GEONAMES = /^geonames:(\d{1,12})$/
const OWN_IDS = 1e12 // ids of places that are not GeoNames' begin here

/** What was written. */
export interface Written {
  places: number
  names: number
}

/** Writes the file from places as they come, of which the first of an id is kept; `about` is kept with it and given back by `info`. Throws where the folder cannot be written. */
export function writeGazetteer(path: string, places: Iterable<WritablePlace>, about: Readonly<Record<string, string>>): Written {
  mkdirSync(dirname(path), { recursive: true })
  const making = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    const db = new DatabaseSync(making)
    let written: Written
    try {
      db.exec(`pragma journal_mode = off; pragma synchronous = off; pragma page_size = 8192; pragma cache_size = -65536; pragma temp_store = memory;
        create table about (key text primary key, value text not null) without rowid;
        create table place (id integer primary key, key text not null, name text not null, country text, admin1 text, lat real, lon real, precision text not null, feature text not null, population integer not null);
        create table name (folded text not null, place integer not null, kind integer not null, primary key (folded, place)) without rowid;
        create table filter (bits blob not null);
        create temp table raw (folded text not null, place integer not null, kind integer not null);
        begin`)
      written = { places: writePlaces(db, places), names: 0 }
      db.exec('insert into name select folded, place, min(kind) from raw group by folded, place order by folded, place')
      written.names = writeFilter(db)
      const insertAbout = db.prepare('insert into about values (?, ?)')
      for (const [key, value] of Object.entries({ ...about, places: String(written.places), names: String(written.names) })) insertAbout.run(key, value)
      db.exec('commit')
    } finally {
      db.close()
    }
    renameSync(making, path)
    return written
  } catch (error) {
    rmSync(making, { force: true })
    throw error
  }
}

function writePlaces(db: DatabaseSync, places: Iterable<WritablePlace>): number {
  const insertPlace = db.prepare('insert or ignore into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const insertName = db.prepare('insert into raw values (?, ?, ?)')
  let own = OWN_IDS, count = 0
  for (const place of places) {
    const digits = GEONAMES.exec(place.key)?.[1]
    const id = digits === undefined ? own++ : Number(digits)
    if (insertPlace.run(id, place.key, place.name, place.country, place.admin1, place.lat, place.lon, place.precision, place.feature, place.population).changes === 0) continue
    count++
    for (const [name, kind] of place.names) insertName.run(name, id, kind)
  }
  return count
}

function writeFilter(db: DatabaseSync): number {
  const names = (db.prepare('select count(*) as n from name').get() as { n: number }).n
  const bits = new Uint8Array(filterSize(Math.ceil(names * 1.2)))
  let head = ''
  const all = db.prepare('select distinct folded from name order by folded')
  for (const { folded } of all.iterate() as Iterable<{ folded: string }>) {
    addToFilter(bits, folded)
    const space = folded.indexOf(' ')
    if (space <= 0 || space === head.length && folded.startsWith(head)) continue
    head = folded.slice(0, space)
    addToFilter(bits, headOf(head))
  }
  db.prepare('insert into filter values (?)').run(bits)
  return names
}
