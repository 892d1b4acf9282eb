// Where the drawn places lie: gathered into theatres, each with a map of its own, so that two wars do not share one empty map.
import { extentOf, type Extent } from './land.ts'

export interface Located {
  lat: number
  lon: number
}

const DEGREES_APART = 9
const MOST_THEATRES = 4
/** A theatre shows at least so much, in degrees of latitude. */
const LEAST_SPAN = 4

/** A map's projection: plate carrée, true at its middle, in pixels. */
export interface Projection {
  extent: Extent
  width: number
  height: number
  x(lon: number): number
  y(lat: number): number
  kmPerPixel: number
}

/** Places within about 1,000 km of each other, the largest group first; what is left over after four groups joins the last. */
export function theatres<T extends Located>(places: readonly T[]): T[][] {
  const cells = new Map<string, T[]>()
  const key = (x: number, y: number): string => `${x}|${y}`
  for (const place of places) {
    const cell = key(Math.floor(place.lon / DEGREES_APART), Math.floor(place.lat / DEGREES_APART))
    const list = cells.get(cell)
    if (list) list.push(place)
    else cells.set(cell, [place])
  }
  const seen = new Set<string>()
  const groups: T[][] = []
  for (const start of cells.keys()) {
    if (seen.has(start)) continue
    const group: T[] = []
    const queue = [start]
    seen.add(start)
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      group.push(...(cells.get(cell) ?? []))
      const [x = 0, y = 0] = cell.split('|').map(Number)
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          const next = key(x + dx, y + dy)
          if (cells.has(next) && !seen.has(next)) {
            seen.add(next)
            queue.push(next)
          }
        }
      }
    }
    groups.push(group)
  }
  groups.sort((a, b) => b.length - a.length)
  return groups.length <= MOST_THEATRES ? groups : [...groups.slice(0, MOST_THEATRES - 1), groups.slice(MOST_THEATRES - 1).flat()]
}

/** A projection that shows all of the places with room around them. */
export function projectionFor(places: readonly Located[], width: number): Projection {
  const tight = extentOf(places.map((p): [number, number] => [p.lon, p.lat]))
  const midLat = (tight.south + tight.north) / 2
  const squeeze = Math.max(0.2, Math.cos((midLat * Math.PI) / 180))
  let across = (tight.east - tight.west) * squeeze * 1.24
  let upwards = (tight.north - tight.south) * 1.28
  upwards = Math.max(upwards, LEAST_SPAN, across * 0.56)
  across = Math.max(across, LEAST_SPAN * 1.2, upwards * 1.1)
  const midLon = (tight.west + tight.east) / 2
  const extent: Extent = { west: midLon - across / squeeze / 2, east: midLon + across / squeeze / 2, south: midLat - upwards / 2, north: midLat + upwards / 2 }
  const scale = width / across
  return {
    extent, width, height: Math.round(upwards * scale),
    x: (lon) => Math.round((lon - extent.west) * squeeze * scale * 10) / 10,
    y: (lat) => Math.round((extent.north - lat) * scale * 10) / 10,
    kmPerPixel: 111.195 / scale,
  }
}
