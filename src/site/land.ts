// Outlines of land from Natural Earth (world-atlas), cut to what a map shows. No country is drawn.
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

export type Ring = [lon: number, lat: number][]

/** A rectangle in degrees. */
export interface Extent {
  west: number
  south: number
  east: number
  north: number
}

let rings: { ring: Ring; extent: Extent }[] | null = null

function landRings(): { ring: Ring; extent: Extent }[] {
  if (rings) return rings
  const topology: Topology<{ land: GeometryCollection | MultiPolygon | Polygon }> = createRequire(import.meta.url)('world-atlas/land-50m.json')
  const land = feature(topology, topology.objects.land)
  const shapes = land.type === 'FeatureCollection' ? land.features.map((f) => f.geometry) : [land.geometry]
  rings = []
  for (const shape of shapes) {
    if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') continue
    for (const polygon of shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) {
      for (const line of polygon) {
        const ring = line.map(([lon = 0, lat = 0]): [number, number] => [lon, lat])
        rings.push({ ring, extent: extentOf(ring) })
      }
    }
  }
  return rings
}

/** The smallest rectangle around points; a ring that has none gives an empty one at 0, 0. */
export function extentOf(points: readonly (readonly [number, number])[]): Extent {
  const extent = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [lon, lat] of points) {
    extent.west = Math.min(extent.west, lon)
    extent.east = Math.max(extent.east, lon)
    extent.south = Math.min(extent.south, lat)
    extent.north = Math.max(extent.north, lat)
  }
  return points.length > 0 ? extent : { west: 0, south: 0, east: 0, north: 0 }
}

type Side = 'west' | 'east' | 'south' | 'north'
const inside = (p: readonly [number, number], e: Extent, side: Side): boolean =>
  side === 'west' ? p[0] >= e.west : side === 'east' ? p[0] <= e.east : side === 'south' ? p[1] >= e.south : p[1] <= e.north

function crossing(a: readonly [number, number], b: readonly [number, number], e: Extent, side: Side): [number, number] {
  if (side === 'west' || side === 'east') {
    const t = (e[side] - a[0]) / (b[0] - a[0])
    return [e[side], a[1] + t * (b[1] - a[1])]
  }
  const t = (e[side] - a[1]) / (b[1] - a[1])
  return [a[0] + t * (b[0] - a[0]), e[side]]
}

/** A ring cut to a rectangle, side by side (Sutherland and Hodgman); [] where nothing is left. */
export function clipRing(ring: Ring, extent: Extent): Ring {
  let points = ring
  for (const side of ['west', 'east', 'south', 'north'] as const) {
    const kept: Ring = []
    points.forEach((point, i) => {
      const before = points[i === 0 ? points.length - 1 : i - 1] ?? point
      const here = inside(point, extent, side)
      if (here !== inside(before, extent, side)) kept.push(crossing(before, point, extent, side))
      if (here) kept.push(point)
    })
    points = kept
  }
  return points
}

/** Land rings that reach into the rectangle, cut to it. Holes (inland seas) are rings among the others: fill by even-odd. */
export function landWithin(extent: Extent): Ring[] {
  return landRings()
    .filter(({ extent: e }) => e.west <= extent.east && e.east >= extent.west && e.south <= extent.north && e.north >= extent.south)
    .map(({ ring }) => clipRing(ring, extent))
    .filter((ring) => ring.length > 2)
}
