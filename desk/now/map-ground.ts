// What lies under the marks: water, land, a net of degrees, and soft areas, drawn on a canvas for the camera as it stands.
import { LAND_GRID, latOf, lonOf, mercatorX, mercatorY, sideOf, type Camera, type Room } from './camera.ts'

/** A closed line: x and y in turn, in the Mercator square, and the rectangle around it. */
export interface Ring {
  points: Float64Array
  left: number
  top: number
  right: number
  bottom: number
}

export type Outline = readonly (readonly [lon: number, lat: number])[]

export interface Colours {
  water: string
  land: string
  coast: string
  accent: string
}

/** Pixels beyond the room's edge at which lines are cut: what is drawn along the cut is out of sight. */
const MARGIN = 24
/** Points nearer to the one before than this, in pixels, are left out. */
const FINEST = 0.6
const NET_DEGREES = 5
/** An area fades towards its edge, for nobody knows where it ends: so many strokes over each other. */
const EDGE_STROKES = 5

/** The rings of the land's file; see land-asset.ts. */
export function readLand(lines: readonly (readonly number[])[]): Ring[] {
  return lines.map((line) => {
    const points = new Float64Array(line.length)
    for (let i = 0, x = 0, y = 0; i < line.length; i += 2) {
      points[i] = (x += line[i]!) / LAND_GRID
      points[i + 1] = (y += line[i + 1]!) / LAND_GRID
    }
    return ringOf(points)
  })
}

/** The ring of an outline in degrees. */
export const outlined = (outline: Outline): Ring => ringOf(Float64Array.from(outline.flatMap(([lon, lat]) => [mercatorX(lon), mercatorY(lat)])))

function ringOf(points: Float64Array): Ring {
  const ring = { points, left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!, y = points[i + 1]!
    if (x < ring.left) ring.left = x
    if (x > ring.right) ring.right = x
    if (y < ring.top) ring.top = y
    if (y > ring.bottom) ring.bottom = y
  }
  return ring
}

/** Draws all of it anew. */
export function drawGround(canvas: CanvasRenderingContext2D, camera: Camera, room: Room, { land, areas }: { land: readonly Ring[], areas: readonly Ring[] }, colours: Colours): void {
  const side = sideOf(camera.zoom), between = (low: number, high: number, share: number): number => low + (high - low) * Math.max(0, Math.min(1, share))
  canvas.globalAlpha = 1
  canvas.fillStyle = colours.water
  canvas.fillRect(0, 0, room.width, room.height)
  canvas.lineJoin = 'round'
  trace(canvas, land, camera, room)
  canvas.fillStyle = colours.land
  canvas.fill('evenodd')
  canvas.strokeStyle = colours.coast
  canvas.lineWidth = between(0.5, 1.1, (camera.zoom - 2) / 6)
  canvas.stroke()
  if (areas.length > 0) {
    trace(canvas, areas, camera, room)
    canvas.fillStyle = canvas.strokeStyle = colours.accent
    canvas.globalAlpha = 0.13
    canvas.fill('nonzero')
    const wide = between(3, 16, (camera.zoom - 3) / 5)
    canvas.globalAlpha = 0.3 / EDGE_STROKES
    for (let n = 1; n <= EDGE_STROKES; n++) { canvas.lineWidth = wide * n / EDGE_STROKES; canvas.stroke() }
  }
  canvas.beginPath()
  const left = camera.x - room.width / 2 / side, right = camera.x + room.width / 2 / side, top = camera.y - room.height / 2 / side, bottom = camera.y + room.height / 2 / side
  for (let lon = Math.ceil(lonOf(left) / NET_DEGREES) * NET_DEGREES; lon <= lonOf(right); lon += NET_DEGREES) { const x = (mercatorX(lon) - left) * side; canvas.moveTo(x, 0); canvas.lineTo(x, room.height) }
  for (let lat = Math.ceil(latOf(bottom) / NET_DEGREES) * NET_DEGREES; lat <= latOf(top); lat += NET_DEGREES) { const y = (mercatorY(lat) - top) * side; canvas.moveTo(0, y); canvas.lineTo(room.width, y) }
  canvas.globalAlpha = 0.35
  canvas.strokeStyle = colours.coast
  canvas.lineWidth = 0.5
  canvas.stroke()
}

/** Makes the path of those rings that reach into the room, cut a little beyond it and no finer than can be seen. */
function trace(canvas: CanvasRenderingContext2D, rings: readonly Ring[], { x, y, zoom }: Camera, { width, height }: Room): void {
  const side = sideOf(zoom), left = x - width / 2 / side, top = y - height / 2 / side, spare = MARGIN / side, right = left + width / side + spare, bottom = top + height / side + spare
  canvas.beginPath()
  for (const ring of rings) {
    if (ring.left > right || ring.right < left - spare || ring.top > bottom || ring.bottom < top - spare) continue
    const whole = ring.left >= left - spare && ring.right <= right && ring.top >= top - spare && ring.bottom <= bottom
    const points = whole ? ring.points : cut(ring.points, left - spare, top - spare, right, bottom)
    let beforeX = Infinity, beforeY = Infinity
    for (let i = 0; i < points.length; i += 2) {
      const px = (points[i]! - left) * side, py = (points[i + 1]! - top) * side
      if (i === 0) canvas.moveTo(px, py)
      else if (Math.abs(px - beforeX) < FINEST && Math.abs(py - beforeY) < FINEST) continue
      else canvas.lineTo(px, py)
      beforeX = px
      beforeY = py
    }
    canvas.closePath()
  }
}

/** A closed line cut to a rectangle, side by side (Sutherland and Hodgman). */
function cut(points: Float64Array, left: number, top: number, right: number, bottom: number): ArrayLike<number> {
  return beyond(beyond(beyond(beyond(points, 0, left, 1), 0, right, -1), 1, top, 1), 1, bottom, -1)
}

/** What of a closed line lies at or beyond an edge across an axis; `way` 1: towards larger values. */
function beyond(points: ArrayLike<number>, axis: 0 | 1, edge: number, way: 1 | -1): number[] {
  const kept: number[] = [], last = points.length - 2
  if (last < 0) return kept
  const other = 1 - axis
  let before = last, wasIn = (points[last + axis]! - edge) * way >= 0
  for (let i = 0; i <= last; before = i, i += 2) {
    const isIn = (points[i + axis]! - edge) * way >= 0
    if (isIn !== wasIn) {
      const share = (edge - points[before + axis]!) / (points[i + axis]! - points[before + axis]!), crossing = points[before + other]! + share * (points[i + other]! - points[before + other]!)
      if (axis === 0) kept.push(edge, crossing)
      else kept.push(crossing, edge)
    }
    if (isIn) kept.push(points[i]!, points[i + 1]!)
    wasIn = isIn
  }
  return kept
}
