// Distances on a sphere of the Earth's mean radius.

const RADIUS_KM = 6371.0088
const RADIAN = Math.PI / 180

/** A point in degrees. */
export interface Point {
  lat: number
  lon: number
}

/** Great-circle distance in kilometres. */
export function distanceKm(a: Point, b: Point): number {
  const half = Math.sin((b.lat - a.lat) * RADIAN / 2) ** 2 + Math.cos(a.lat * RADIAN) * Math.cos(b.lat * RADIAN) * Math.sin((b.lon - a.lon) * RADIAN / 2) ** 2
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Distance in kilometres, or null where either place has no point. */
export function distanceBetweenKm(a: { lat: number | null, lon: number | null }, b: { lat: number | null, lon: number | null }): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  return distanceKm({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon })
}
