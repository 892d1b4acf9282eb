// A soft outline of what is only known by some of its points.

export type LonLat = readonly [lon: number, lat: number]

const KM_A_DEGREE = 111.2
const CORNERS = 24

/** The corners of the smallest convex area that holds all points, counterclockwise (Andrew's monotone chain); fewer than three where the points are no area. */
export function hullOf(points: readonly LonLat[]): LonLat[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (chain: LonLat[], point: LonLat): LonLat[] => {
    while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
    chain.push(point)
    return chain
  }
  const lower = sorted.reduce(half, [] as LonLat[]), upper = sorted.reduceRight(half, [] as LonLat[])
  return sorted.length < 3 ? [...sorted] : [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

/** Positive where one turns left at `b`. */
const turn = (a: LonLat, b: LonLat, c: LonLat): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

/** A circle around a point, its radius in km on the ground. */
export function circleAround([lon, lat]: LonLat, km: number): LonLat[] {
  const high = km / KM_A_DEGREE, wide = high / Math.max(0.05, Math.cos(lat * Math.PI / 180))
  return Array.from({ length: CORNERS }, (_, i): LonLat => [lon + wide * Math.cos(2 * Math.PI * i / CORNERS), lat + high * Math.sin(2 * Math.PI * i / CORNERS)])
}
