import { describe, expect, it } from 'vitest'
import { fitted, held, inSight, latOf, lonOf, mercatorX, mercatorY, sideOf, zoomed, type Box, type Camera, type Room } from '../../desk/now/camera.ts'
import { drawGround, outlined, readLand } from '../../desk/now/map-ground.ts'
import { landRings } from '../../desk/land-asset.ts'

const ROOM: Room = { width: 600, height: 400 }, NONE = { top: 0, bottom: 0, left: 0, right: 0 }
const expectNear = (found: readonly number[], wanted: readonly number[], why: string): void => { found.forEach((value, i) => { expect(value, why).toBeCloseTo(wanted[i]!, 6) }) }

describe('what of the earth the map shows', () => {
  const PLACES: [lon: number, lat: number, why: string][] = [[0, 0, 'the middle'], [31.5, 48.4, 'north and east'], [-70.6, -33.4, 'south and west'], [180, 85, 'a corner']]
  it.each(PLACES)('a place goes into the square and back: %s, %s (%s)', (lon, lat, why) => {
    expect(lonOf(mercatorX(lon)), why).toBeCloseTo(lon, 6)
    expect(latOf(mercatorY(lat)), why).toBeCloseTo(lat, 6)
  })

  const FITTED: [box: Box, around: typeof NONE, closest: number, why: string][] = [
    [[22, 44, 41, 53], NONE, 12, 'a country'], [[22, 44, 41, 53], { top: 60, bottom: 20, left: 20, right: 50 }, 12, 'with room for buttons'], [[30.5, 50.4, 30.5, 50.4], NONE, 9, 'a single point, no closer than asked'], [[-20, -60, -19, 70], NONE, 12, 'narrow and high'],
  ]
  it.each(FITTED)('all of %j is in sight with %j around it (closest %d: %s)', (box, around, closest, why) => {
    const camera = fitted(box, ROOM, around, closest), [west, south, east, north] = inSight(camera, ROOM), pixel = 360 / sideOf(camera.zoom), spare = 1e-6
    expect(camera.zoom, why).toBeLessThanOrEqual(closest)
    expect(west + pixel * around.left, why).toBeLessThanOrEqual(box[0] + spare)
    expect(east - pixel * around.right, why).toBeGreaterThanOrEqual(box[2] - spare)
    expect([south <= box[1] + spare, north >= box[3] - spare], why).toEqual([true, true])
  })

  const HELD: [camera: Camera, why: string][] = [[{ x: 0.5, y: 0.5, zoom: -3 }, 'too far away'], [{ x: -2, y: 0.5, zoom: 3 }, 'beyond the date line'], [{ x: 0.5, y: 1.4, zoom: 2 }, 'beyond the pole'], [{ x: 0.6, y: 0.3, zoom: 30 }, 'too close'], [{ x: 0.6, y: 0.3, zoom: 6 }, 'as it should be']]
  it.each(HELD)('nothing but the earth is in sight: %j (%s)', (asked, why) => {
    const camera = held(asked, ROOM, 12), side = sideOf(camera.zoom)
    expect(camera.zoom, why).toBeLessThanOrEqual(12)
    for (const [middle, room] of [[camera.x, ROOM.width], [camera.y, ROOM.height]] as const) {
      expect(middle * side - room / 2, why).toBeGreaterThanOrEqual(-1e-6)
      expect(middle * side + room / 2, why).toBeLessThanOrEqual(side + 1e-6)
    }
    expect(held(camera, ROOM, 12), 'held once, held').toEqual(camera)
  })
  it('a camera that shows nothing else is left as it is', () => { expect(held({ x: 0.6, y: 0.3, zoom: 6 }, ROOM, 12)).toEqual({ x: 0.6, y: 0.3, zoom: 6 }) })

  it.each([[1, 100, 50], [-0.5, 590, 390], [0.01, 300, 200], [9, 10, 10]])('zooming by %d keeps the point at %d, %d where it is', (by, px, py) => {
    const camera = { x: 0.58, y: 0.34, zoom: 5 }, after = zoomed(camera, ROOM, by, 12, px, py)
    const at = ({ x, y, zoom }: Camera): number[] => [x + (px - ROOM.width / 2) / sideOf(zoom), y + (py - ROOM.height / 2) / sideOf(zoom)]
    expectNear(at(after), at(camera), `by ${by}`)
    expect(after.zoom).toBe(Math.min(12, 5 + by))
  })
})

describe('the ground of the map', () => {
  /** Pens down what a path goes through. */
  function pen() {
    const paths: number[][][] = []
    const target = { fillRect() {}, fill() {}, stroke() {}, closePath() {}, beginPath() { paths.push([]) }, moveTo(x: number, y: number) { paths.at(-1)!.push([x, y]) }, lineTo(x: number, y: number) { paths.at(-1)!.push([x, y]) } }
    return { paths, canvas: target as unknown as CanvasRenderingContext2D }
  }
  const COLOURS = { water: 'a', land: 'b', coast: 'c', accent: 'd' }, land = readLand(landRings())

  it.each([[2.2, 31, 48, 'half the earth'], [5.5, 31, 48, 'a country'], [11, 30.7, 46.5, 'a town by the sea'], [9, 35, 50, 'inland'], [2.2, 0, -80, 'around the pole']])('at zoom %d over %d, %d no line runs far beyond the room (%s)', (zoom, lon, lat) => {
    const { paths, canvas } = pen()
    drawGround(canvas, held({ x: mercatorX(lon), y: mercatorY(lat), zoom }, ROOM, 12), ROOM, { land, areas: [] }, COLOURS)
    const points = paths[0]!
    expect(points.length).toBeGreaterThan(3)
    expect(points.filter(([x = NaN, y = NaN]) => !(x >= -25 && x <= ROOM.width + 25 && y >= -25 && y <= ROOM.height + 25))).toEqual([])
  })

  it('land is where it is: towns inland lie within its outline, and seas beyond it', () => {
    const inside = (lon: number, lat: number): boolean => {
      const px = mercatorX(lon), py = mercatorY(lat)
      let crossings = 0
      for (const { points } of land) for (let i = 0, before = points.length - 2; i < points.length; before = i, i += 2) {
        const [ax, ay, bx, by] = [points[before]!, points[before + 1]!, points[i]!, points[i + 1]!]
        if ((ay > py) !== (by > py) && px < ax + (py - ay) / (by - ay) * (bx - ax)) crossings++
      }
      return crossings % 2 === 1
    }
    const rows: [lon: number, lat: number, land: boolean, why: string][] = [[30.5, 50.4, true, 'Kyiv'], [36.2, 50, true, 'Kharkiv'], [34, 43.3, false, 'the Black Sea'], [51, 42, false, 'the Caspian, a sea inland'], [-30, 30, false, 'the Atlantic'], [47.5, 34, true, 'Mesopotamia'], [25, -80, true, 'Antarctica']]
    for (const [lon, lat, is, why] of rows) expect(inside(lon, lat), why).toBe(is)
  })

  it('an area that reaches beyond the room is cut, one that does not is drawn whole', () => {
    const camera = { x: mercatorX(31), y: mercatorY(48), zoom: 6 }, small = outlined([[30, 47], [32, 47], [31, 49]]), large = outlined([[0, 20], [80, 20], [80, 70], [0, 70]]), far = outlined([[100, 20], [110, 20], [105, 30]])
    const { paths, canvas } = pen()
    drawGround(canvas, camera, ROOM, { land: [], areas: [small, large, far] }, COLOURS)
    expect(paths[1]!.length).toBe(3 + 4)
    expect(paths[1]!.slice(3).map(([x = 0, y = 0]) => [Math.round(x), Math.round(y)]).sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)).toEqual([[-24, -24], [-24, 424], [624, -24], [624, 424]])
  })
})
