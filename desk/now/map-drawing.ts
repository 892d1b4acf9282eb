// Draws the map, loaded only when a map is seen: land and soft areas on a canvas, without tiles and without WebGL, which many a machine
// draws by its processor. Marks and names are elements of the page: they can be reached by keyboard and read aloud, and take their
// colours from the page.
import landUrl from 'virtual:land'
import type { MappedAnswer } from '../../src/api/routes/overview.ts'
import { texts } from '../texts/texts.ts'
import { fitted, held, inSight, mercatorX, mercatorY, sideOf, zoomed, type Box, type Camera, type Room } from './camera.ts'
import { drawGround, outlined, readLand, type Colours, type Ring } from './map-ground.ts'
import { hands } from './map-hands.ts'
import { grouped } from '../words.ts'
import { areaName, KINDS_SHOWN, Marks, townName } from './map-marks.ts'

export interface MapSight {
  box: Box
  zoom: number
}

export interface DrawnMap {
  show(answer: MappedAnswer): void
  zoom(by: number): void
  fit(extent: Box | null): void
  /** Moves just so far that the point is in sight. */
  reveal(lon: number, lat: number): void
  remove(): void
}

interface Around {
  extent: Box | null
  moved: (sight: MapSight) => void
}

const WORLD: Box = [-20, -10, 70, 62]
/** As close as the map goes, and as a click on a cluster or the showing of all of it goes. */
const CLOSEST = 12, CLOSEST_CLICK = 11, CLOSEST_FIT = 9
const STEP_MS = 300
const DARK = matchMedia('(prefers-color-scheme: dark)'), STILL = matchMedia('(prefers-reduced-motion: reduce)')

/** What the pointer or the keys have moved, or what a step shall come to. */
type Change = Partial<Camera>

/** The land's outlines: asked for once. */
let outlines: Promise<Ring[]> | null = null
export const loadLand = (): Promise<Ring[]> => outlines ??= fetch(landUrl).then(async (answer) => readLand(await answer.json() as number[][])).catch(() => { outlines = null; return [] })

/** Draws the map into an element; null where the browser cannot. */
export function drawMap(box: HTMLElement, { extent, moved }: Around): DrawnMap | null {
  const canvas = document.createElement('canvas'), pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (pen === null) return null
  canvas.tabIndex = 0
  canvas.setAttribute('role', 'region')
  canvas.setAttribute('aria-label', texts.now.map)
  const marks = new Marks({ clicked: (lon, lat) => {
    if (camera.zoom >= CLOSEST_CLICK) return false
    chosen = true
    go({ x: mercatorX(lon), y: mercatorY(lat), zoom: Math.min(CLOSEST_CLICK, camera.zoom + 2) })
    return true
  } })
  box.append(canvas, marks.element)
  let room: Room = { width: box.clientWidth, height: box.clientHeight }, camera: Camera, colours = readColours(), land: readonly Ring[] = [], areas: readonly Ring[] = [], asked = 0, stepping = 0
  // whoever moved the map chose what to see; until then it shows all of it, whatever room it has
  let chosen = false, shown = extent

  const draw = (): void => {
    asked = 0
    const dots = window.devicePixelRatio, width = Math.round(room.width * dots), height = Math.round(room.height * dots)
    if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height }
    pen.setTransform(dots, 0, 0, dots, 0, 0)
    drawGround(pen, camera, room, { land, areas }, colours)
    marks.follow(camera, room)
  }
  const redraw = (): void => { if (asked === 0) asked = requestAnimationFrame(draw) }
  const tell = (): void => { moved({ box: inSight(camera, room), zoom: camera.zoom }) }
  const put = (change: Change): void => { camera = held({ ...camera, ...change }, room, CLOSEST); redraw() }
  const all = (): Camera => fitted(shown ?? WORLD, room, around(room), CLOSEST_FIT)
  /** Goes to another camera, slowly where movement is wanted; a movement that is under way ends where it is. */
  const go = (change: Change, slowly = !STILL.matches): void => {
    cancelAnimationFrame(stepping)
    const from = camera, to = held({ ...camera, ...change }, room, CLOSEST), began = performance.now()
    const step = (now: number): void => {
      const done = slowly ? Math.max(0, Math.min(1, (now - began) / STEP_MS)) : 1, eased = done * (2 - done), part = (a: number, b: number): number => a + (b - a) * eased
      // along the way the point that both have in common stays where it is: the middle moves as the scale does
      const zoom = part(from.zoom, to.zoom), scale = from.zoom === to.zoom ? eased : (1 / sideOf(from.zoom) - 1 / sideOf(zoom)) / (1 / sideOf(from.zoom) - 1 / sideOf(to.zoom))
      put({ x: from.x + (to.x - from.x) * scale, y: from.y + (to.y - from.y) * scale, zoom })
      if (done < 1) { stepping = requestAnimationFrame(step); return }
      stepping = 0
      tell()
    }
    if (slowly) stepping = requestAnimationFrame(step)
    else step(began)
  }
  const byHand = (change: Change): void => { cancelAnimationFrame(stepping); stepping = 0; chosen = true; put(change) }
  const shifted = (across: number, down: number): Change => ({ x: camera.x - across / sideOf(camera.zoom), y: camera.y - down / sideOf(camera.zoom) })

  camera = held(all(), room, CLOSEST)
  draw()
  tell()
  void loadLand().then((rings) => { land = rings; redraw() })
  hands(box, canvas, {
    shift(across, down) { byHand(shifted(across, down)) },
    closer(by, [x, y]) { byHand(zoomed(camera, room, by, CLOSEST, x, y)) },
    rests: tell,
    step({ across = 0, down = 0, closer = 0, at }) { chosen = true; go(closer === 0 ? shifted(across, down) : zoomed(camera, room, closer, CLOSEST, ...at ?? [])) },
  })
  const resized = new ResizeObserver(() => {
    const now = { width: box.clientWidth, height: box.clientHeight }
    if (now.width === room.width && now.height === room.height) return
    room = now
    if (chosen) { put({}); tell() } else go(all(), false)
    cancelAnimationFrame(asked)
    draw() // within this frame: a canvas of another size shows what is stretched
  })
  resized.observe(box)
  const recolour = (): void => { colours = readColours(); redraw() }
  DARK.addEventListener('change', recolour)

  return {
    show(answer) {
      const focused = document.activeElement instanceof HTMLElement && box.contains(document.activeElement) ? document.activeElement.dataset.at : undefined
      const taken: Taken[] = [], clusters = answer.clusters.toSorted((a, b) => b.count - a.count), side = sideOf(camera.zoom)
      const at = (lon: number, lat: number): Point => ({ x: (mercatorX(lon) - camera.x) * side + room.width / 2, y: (mercatorY(lat) - camera.y) * side + room.height / 2 })
      marks.begin(camera, room)
      const drawn = marks.putClusters(clusters)
      for (const cluster of clusters) claim(taken, at(cluster.lon, cluster.lat), halfWidth(cluster), 12)
      for (const [i, cluster] of clusters.entries()) {
        const label = drawn[i]!.querySelector<HTMLElement>('.label')
        if (label !== null) label.hidden = !claimLabel(taken, at(cluster.lon, cluster.lat), cluster.name.length, halfWidth(cluster))
      }
      const outlines = answer.areas.flatMap(({ outline }) => (outline === null ? [] : [outlined(outline)]))
      if (outlines.length > 0 || areas.length > 0) { areas = outlines; redraw() }
      for (const area of answer.areas) {
        if (area.outline === null) continue
        const [lon, lat] = middleOf(area.outline)
        if (claimLabel(taken, at(lon, lat), area.name.length + 4, null)) marks.put(`area ${area.name} ${area.count}`, lon, lat, 'middle', () => areaName(area))
      }
      const named = new Set(clusters.map((cluster) => cluster.name))
      for (const { name, lon, lat } of answer.towns) {
        if (!named.has(name) && claimLabel(taken, at(lon, lat), name.length, 0)) marks.put(`town ${name} ${lon} ${lat}`, lon, lat, 'left', () => townName(name))
      }
      marks.end()
      if (focused !== undefined) box.querySelector<HTMLElement>(`[data-at="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
    },
    zoom(by) { chosen = true; go(zoomed(camera, room, by, CLOSEST)) },
    fit(to) { chosen = false; shown = to; go(all()) },
    reveal(lon, lat) {
      const [west, south, east, north] = inSight(camera, room)
      if (lon < west || lon > east || lat < south || lat > north) { chosen = true; go({ x: mercatorX(lon), y: mercatorY(lat) }) }
    },
    remove() { DARK.removeEventListener('change', recolour); resized.disconnect(); cancelAnimationFrame(asked); cancelAnimationFrame(stepping); canvas.remove(); marks.element.remove() },
  }
}

function readColours(): Colours {
  const style = getComputedStyle(document.documentElement), colour = (name: string): string => style.getPropertyValue(name).trim()
  return { water: colour('--water'), land: colour('--land'), coast: colour('--coast'), accent: colour('--accent') }
}

/** Room for names and for the buttons. */
function around({ width, height }: Room): { top: number, bottom: number, left: number, right: number } {
  const side = Math.min(56, width / 8, height / 8)
  return { top: Math.min(64, height / 6), bottom: side, left: side, right: side }
}

function middleOf(outline: readonly (readonly [number, number])[]): [number, number] {
  return [outline.reduce((sum, [lon]) => sum + lon, 0) / outline.length, outline.reduce((sum, [, lat]) => sum + lat, 0) / outline.length]
}

/** Of a cluster's mark, in pixels: by its kinds and the digits of its number. */
function halfWidth({ kinds, count, places }: MappedAnswer['clusters'][number]): number {
  return ((places > 1 ? 14 : 8) + 5 + 9 * Math.min(KINDS_SHOWN, Object.keys(kinds).length) + (count > 1 ? 3 + 7.4 * grouped(count).length : 0)) / 2
}

interface Point { x: number, y: number }
interface Taken { left: number, right: number, top: number, bottom: number }

function claim(taken: Taken[], { x, y }: Point, halfWidth: number, halfHeight: number): void {
  taken.push({ left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight })
}

/** Takes the room of a label that begins so many pixels right of its point, or stands around it; false where it would lie over another. */
function claimLabel(taken: Taken[], { x, y }: Point, letters: number, from: number | null): boolean {
  const half = letters * 3.4
  const box = from === null ? { left: x - half, right: x + half, top: y - 9, bottom: y + 9 } : { left: x + from + 1, right: x + from + 7 + letters * 6.4, top: y - 8, bottom: y + 8 }
  if (taken.some((other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top)) return false
  taken.push(box)
  return true
}
