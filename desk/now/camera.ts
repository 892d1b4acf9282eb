// What of the earth the map shows: the Mercator square, of which a place is x and y from 0 (west, north) to 1.

/** Steps of the grid on which the outlines of land are kept, along each side of the square: some 75 m at the equator. */
export const LAND_GRID = 2 ** 19
/** Pixels of the square's side at zoom 0; the server clusters by the same. */
const SIDE = 512
/** As far north and south as the square goes. */
const LAST_LATITUDE = 85.0511

export type Box = [west: number, south: number, east: number, north: number]

export interface Camera {
  /** The middle of what is shown. */
  x: number
  y: number
  zoom: number
}

export interface Room {
  width: number
  height: number
}

export const mercatorX = (lon: number): number => (lon + 180) / 360
export function mercatorY(lat: number): number {
  const within = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, lat))
  return (1 - Math.log(Math.tan(Math.PI / 4 + within * Math.PI / 360)) / Math.PI) / 2
}
export const lonOf = (x: number): number => x * 360 - 180
export const latOf = (y: number): number => Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180 / Math.PI

/** Pixels of the square's side. */
export const sideOf = (zoom: number): number => SIDE * 2 ** zoom

/** The camera brought to where nothing but the square is in sight, and no closer than `closest`. */
export function held({ x, y, zoom }: Camera, { width, height }: Room, closest: number): Camera {
  const nearEnough = Math.max(Math.log2(Math.max(width, height, 1) / SIDE), Math.min(closest, zoom)), side = sideOf(nearEnough)
  const between = (value: number, half: number): number => Math.max(half, Math.min(1 - half, value))
  return { x: between(x, Math.min(0.5, width / 2 / side)), y: between(y, Math.min(0.5, height / 2 / side)), zoom: nearEnough }
}

/** The rectangle of degrees in sight. */
export function inSight({ x, y, zoom }: Camera, { width, height }: Room): Box {
  const side = sideOf(zoom), across = width / 2 / side, down = height / 2 / side
  return [Math.max(-180, lonOf(x - across)), latOf(Math.min(1, y + down)), Math.min(180, lonOf(x + across)), latOf(Math.max(0, y - down))]
}

/** The camera that shows a rectangle with so many pixels around it, and no closer than `closest`. */
export function fitted([west, south, east, north]: Box, { width, height }: Room, around: { top: number, bottom: number, left: number, right: number }, closest: number): Camera {
  const left = mercatorX(west), right = mercatorX(east), top = mercatorY(north), bottom = mercatorY(south)
  const across = Math.max(1, width - around.left - around.right), down = Math.max(1, height - around.top - around.bottom)
  const zoom = Math.min(closest, Math.log2(Math.min(across / Math.max(right - left, 1e-9), down / Math.max(bottom - top, 1e-9)) / SIDE)), side = sideOf(zoom)
  return { x: (left + right) / 2 + (around.right - around.left) / 2 / side, y: (top + bottom) / 2 + (around.bottom - around.top) / 2 / side, zoom }
}

/** The camera after zooming by `by` with the point of the room at px, py staying where it is. */
export function zoomed(camera: Camera, room: Room, by: number, closest: number, px = room.width / 2, py = room.height / 2): Camera {
  const { zoom } = held({ ...camera, zoom: camera.zoom + by }, room, closest), from = 1 / sideOf(camera.zoom) - 1 / sideOf(zoom)
  return { x: camera.x + (px - room.width / 2) * from, y: camera.y + (py - room.height / 2) * from, zoom }
}
