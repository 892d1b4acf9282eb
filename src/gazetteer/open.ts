// Looks places up in the built gazetteer, and in files that a user added.
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Precision } from '../model/claim.ts'
import type { Gazetteer, GazetteerPlace } from '../model/gazetteer.ts'
import { foldPlaceName, withoutArticle } from '../geo/fold.ts'
import { buildGazetteer } from './build.ts'
import { headOf, mayHold } from './names-filter.ts'
import { NAME_ALTERNATE, NAME_BARE } from './write.ts'

/** One file that is looked in. */
export interface GazetteerInfo {
  path: string
  places: number
  names: number
  source: string
  built: string
}

export interface OpenGazetteer extends Gazetteer {
  /** To open the same once more, in another thread. */
  readonly openedWith: OpenOptions
  close(): void
  info(): GazetteerInfo[]
}

export interface OpenOptions {
  /** The cache folder; DATELINE_CACHE or the project's `.cache` where absent. */
  folder?: string
  /** Built files of added GeoNames tables (see add.ts), looked in as well. */
  added?: readonly string[]
}

const NONE: readonly GazetteerPlace[] = Object.freeze([])
const KEPT = 50_000 // names remembered; then all are forgotten at once

interface Source {
  path: string
  db: DatabaseSync
  bits: Uint8Array
  find: StatementSync
  byId: StatementSync
}

const COLUMNS = 'p.id, p.key, p.name, p.country, p.admin1, p.lat, p.lon, p.precision, p.feature, p.population'

function openSource(path: string): Source {
  const db = new DatabaseSync(path, { readOnly: true })
  db.exec('pragma mmap_size = 268435456')
  const row = db.prepare('select bits from filter').get() as { bits: Uint8Array }
  const find = db.prepare(`select ${COLUMNS}, n.kind from name n join place p on p.id = n.place where n.folded = ?`)
  const byId = db.prepare(`select ${COLUMNS} from place p where p.id = ? and p.key = ?`)
  return { path, db, bits: row.bits, find, byId }
}

/** The words that code compares with, by those that the database gives. */
const PRECISIONS: Readonly<Record<Precision, Precision>> = { site: 'site', settlement: 'settlement', district: 'district', region: 'region', country: 'country' }

function toPlace(row: Record<string, unknown>): GazetteerPlace {
  const place: GazetteerPlace = {
    id: row.key as string, name: row.name as string, country: (row.country as string | null) || null, lat: row.lat as number | null, lon: row.lon as number | null,
    precision: PRECISIONS[row.precision as Precision], population: row.population as number, feature: row.feature as string, admin1: (row.admin1 as string | null) || null,
  }
  if (row.kind === NAME_ALTERNATE) place.match = 'alternate'
  else if (row.kind === NAME_BARE) place.match = 'bare'
  return place
}

/** Opens the gazetteer, building it first where it is not there (some seconds). Throws where the cache folder cannot be written or a file is no gazetteer. */
export function openGazetteer(options: OpenOptions = {}): OpenGazetteer {
  const sources = [buildGazetteer(options.folder), ...options.added ?? []].map(openSource)
  const known = new Map<string, readonly GazetteerPlace[]>(), heads = new Map<string, boolean>()

  const search = (folded: string): readonly GazetteerPlace[] => {
    let found: GazetteerPlace[] | null = null
    for (const source of sources) {
      if (!mayHold(source.bits, folded)) continue
      for (const row of source.find.all(folded) as Record<string, unknown>[]) {
        // an added table may know more names of a place, but not a better one than ours
        const ours = source === sources[0] ? undefined : sources[0]!.byId.get(row.id as number, row.key as string) as Record<string, unknown> | undefined
        const place = toPlace(ours === undefined ? row : { ...ours, kind: row.kind })
        if (found === null) found = [place]
        else if (!found.some((other) => other.id === place.id)) found.push(place)
      }
    }
    if (found === null) return NONE
    return Object.freeze(found.sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1)))
  }

  return {
    lookup(name) {
      const remembered = known.get(name)
      if (remembered !== undefined) return remembered
      let places = NONE
      if (name.length <= 100) {
        const folded = foldPlaceName(name)
        places = folded === '' ? NONE : search(folded)
        if (places.length === 0 && folded.length > 0) {
          const bare = withoutArticle(folded)
          if (bare !== null && bare.length > 2) places = search(bare).map((place) => ({ ...place, match: place.match ?? 'alternate' }))
        }
      }
      if (known.size >= KEPT) known.clear()
      known.set(name, places)
      return places
    },
    beginsLonger(word) {
      const remembered = heads.get(word)
      if (remembered !== undefined) return remembered
      const folded = foldPlaceName(word), space = folded.indexOf(' ')
      const begins = space > 0 || sources.some((source) => mayHold(source.bits, headOf(folded)))
      if (heads.size >= KEPT) heads.clear()
      heads.set(word, begins)
      return begins
    },
    openedWith: options,
    close() { for (const source of sources) source.db.close() },
    info() {
      return sources.map(({ path, db }) => {
        const about = new Map((db.prepare('select key, value from about').all() as { key: string, value: string }[]).map((row) => [row.key, row.value]))
        return { path, places: Number(about.get('places') ?? 0), names: Number(about.get('names') ?? 0), source: about.get('source') ?? '', built: about.get('built') ?? '' }
      })
    },
  }
}
