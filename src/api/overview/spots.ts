// Incidents on the map: gathered by point first, for thousands happen in one town, then clustered by distance.
import Supercluster from 'supercluster'
import { AGREEMENTS, type Row } from './row.ts'
import type { Table } from './table.ts'

const RADIUS = 44
const EXTENT = 512
/** As close as the map goes. */
const MOST_ZOOM = 12
/** In AGREEMENTS: from here on the voices do not agree. */
const CONTESTED = AGREEMENTS.indexOf('contested')

interface Gathered {
  /** Incidents by kind. */
  kinds: Record<string, number>
  count: number
  contested: number
  name: string
  /** How many incidents stand at the place that the cluster is named by. */
  most: number
  places: number
  /** The only incident's id; null where there are several. */
  only: string | null
}

export interface Cluster extends Gathered {
  lon: number
  lat: number
}

export interface Area {
  name: string
  country: string | null
  standing: Row['standing']
  precision: string | null
  count: number
  kinds: Record<string, number>
}

export interface Spots {
  clusters(box: readonly [west: number, south: number, east: number, north: number], zoom: number): Cluster[]
  /** What has no point: regions, countries, and what cannot be told, most first. */
  areas: Area[]
  /** The rectangle around all points; null where there are none. */
  extent: [number, number, number, number] | null
}

/** Gathers the points of rows; they are clustered when clusters are first asked for. */
export function spotsOf(table: Table, chosen: Int32Array): Spots {
  const { columns, names: { names } } = table
  const spots: (Spot | undefined)[] = new Array<Spot | undefined>(names.length), points: Spot[] = [], areas: Spot[] = []
  for (let n = 0; n < chosen.length; n++) {
    const i = chosen[n]!, at = columns.spot[i]!, kind = columns.kind[i]!
    let spot = spots[at]
    if (spot === undefined) {
      const row = table.row(i)
      spots[at] = spot = { row, count: 0, contested: 0, kinds: new Map() }
      ;(row.standing === 'point' ? points : areas).push(spot)
    }
    spot.count++
    spot.kinds.set(kind, (spot.kinds.get(kind) ?? 0) + 1)
    if (columns.agreement[i]! >= CONTESTED) spot.contested++
  }
  const named = (kinds: ReadonlyMap<number, number>): Record<string, number> => Object.fromEntries([...kinds].map(([kind, count]) => [names[kind]!, count]))
  let extent: Spots['extent'] = null
  for (const { row: { lon, lat } } of points) extent = extent === null ? [lon, lat, lon, lat] : [Math.min(extent[0], lon), Math.min(extent[1], lat), Math.max(extent[2], lon), Math.max(extent[3], lat)]
  const kinds = [...new Set(points.flatMap((point) => [...point.kinds.keys()]))]
  let index: Supercluster<Summed, Summed> | null = null
  return {
    extent,
    areas: areas.map(({ row, count, kinds }): Area => ({ name: row.place ?? '', country: row.country, standing: row.standing, precision: row.precision, count, kinds: named(kinds) })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    clusters: (box, zoom) => (index ??= clustered(points, kinds)).getClusters([...box], Math.max(0, Math.min(MOST_ZOOM + 1, Math.round(zoom)))).map(({ geometry, properties }) => {
      const { byKind, count, contested, name, most, places, only } = properties as Summed
      return { lon: geometry.coordinates[0]!, lat: geometry.coordinates[1]!, kinds: named(new Map(kinds.flatMap((kind, i) => (byKind[i]! > 0 ? [[kind, byKind[i]!]] : [])))), count, contested, name, most, places, only }
    }),
  }
}

/** Incidents of one point or one name; `row` is the first of them. */
interface Spot {
  row: Row
  count: number
  contested: number
  /** By the kind's number. */
  kinds: Map<number, number>
}

/** What is summed up the zooms; `byKind` has a place for each of `kinds`. */
type Summed = Omit<Gathered, 'kinds'> & { byKind: readonly number[] }

function clustered(points: readonly Spot[], kinds: readonly number[]): Supercluster<Summed, Summed> {
  const index = new Supercluster<Summed, Summed>({
    radius: RADIUS, extent: EXTENT, maxZoom: MOST_ZOOM,
    reduce: (sum, more) => {
      sum.byKind = sum.byKind.map((n, i) => n + more.byKind[i]!) // anew: the clusters of a closer zoom have the list, too
      sum.count += more.count
      sum.contested += more.contested
      sum.places += more.places
      sum.only = null
      if (more.most > sum.most) { sum.most = more.most; sum.name = more.name }
    },
  })
  return index.load(points.map(({ row, count, contested, kinds: of }) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [row.lon, row.lat] }, properties: { byKind: kinds.map((kind) => of.get(kind) ?? 0), count, contested, name: row.place ?? '', most: count, places: 1, only: count === 1 ? row.id : null } })))
}
