// Incidents on the map: gathered by point first, for thousands happen in one town, then clustered by distance.
import Supercluster from 'supercluster'
import type { Row } from './row.ts'

const RADIUS = 44
const EXTENT = 512
const MOST_ZOOM = 14

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

/** Indexes the points of rows. */
export function spotsOf(rows: readonly Row[]): Spots {
  const points = new Map<string, { lon: number, lat: number, properties: Gathered }>(), areas = new Map<string, Area>()
  let extent: Spots['extent'] = null
  for (const row of rows) {
    if (row.standing !== 'point') { addArea(areas, row); continue }
    const key = `${row.lat}|${row.lon}`
    let spot = points.get(key)
    if (spot === undefined) {
      points.set(key, spot = { lon: row.lon, lat: row.lat, properties: { kinds: {}, count: 0, contested: 0, name: row.place ?? '', most: 0, places: 1, only: row.id } })
      extent = extent === null ? [row.lon, row.lat, row.lon, row.lat] : [Math.min(extent[0], row.lon), Math.min(extent[1], row.lat), Math.max(extent[2], row.lon), Math.max(extent[3], row.lat)]
    }
    const { properties } = spot
    properties.kinds[row.kind] = (properties.kinds[row.kind] ?? 0) + 1
    properties.most = ++properties.count
    if (row.agreement === 'contested' || row.agreement === 'denied') properties.contested++
    if (properties.count > 1) properties.only = null
  }
  const index = new Supercluster<Gathered, Gathered>({
    radius: RADIUS, extent: EXTENT, maxZoom: MOST_ZOOM,
    map: (properties) => ({ ...properties, kinds: { ...properties.kinds } }),
    reduce: (sum, more) => {
      for (const [kind, n] of Object.entries(more.kinds)) sum.kinds[kind] = (sum.kinds[kind] ?? 0) + n
      sum.count += more.count
      sum.contested += more.contested
      sum.places += more.places
      sum.only = null
      if (more.most > sum.most) { sum.most = more.most; sum.name = more.name }
    },
  })
  index.load([...points.values()].map(({ lon, lat, properties }) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties })))
  return {
    extent,
    areas: [...areas.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    clusters: (box, zoom) => index.getClusters([...box], Math.max(0, Math.min(MOST_ZOOM + 1, Math.round(zoom)))).map(({ geometry, properties }) => {
      const { kinds, count, contested, name, most, places, only } = properties as Gathered
      return { lon: geometry.coordinates[0]!, lat: geometry.coordinates[1]!, kinds, count, contested, name, most, places, only }
    }),
  }
}

function addArea(areas: Map<string, Area>, row: Row): void {
  const key = `${row.standing}|${row.country}|${row.place}`
  const area = areas.get(key) ?? { name: row.place ?? '', country: row.country, standing: row.standing, precision: row.precision, count: 0, kinds: {} }
  areas.set(key, area)
  area.count++
  area.kinds[row.kind] = (area.kinds[row.kind] ?? 0) + 1
}
