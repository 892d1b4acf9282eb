// The map: land, water and places. A pin stands only where a point is known; all else is listed beside it.
import type { Chronology, Entry } from './chronology.ts'
import { anchor, escapeHtml } from './escape.ts'
import { kindClass, kindMarkAt, kindRank } from './kinds.ts'
import { landWithin, type Ring } from './land.ts'
import { projectionFor, theatres, type Projection } from './theatres.ts'
import { counted, isPoint, isUntold, kindLabel } from './words.ts'

/** A town or city that helps to find one's way on the map; it is never drawn as an incident. */
export interface Landmark {
  name: string
  lat: number
  lon: number
  population: number
}

interface Spot { name: string; lat: number; lon: number; entries: Entry[]; fragment: string }
interface Cluster { x: number; y: number; spots: Spot[] }
interface Box { left: number; top: number; right: number; bottom: number }

const WIDTH = 460
const NEAR = 15
const MARK = 13
const LETTER = 6.5

/** Maps of the theatres, then the index of places, then what has no point. */
export function mapSection(chronology: Chronology, landmarks: readonly Landmark[]): string {
  const spots = spotsOf(chronology)
  const maps = theatres(spots).map((theatre) => drawn(theatre, landmarks)).join('')
  const events = chronology.entries.filter((e) => e.incident.kind !== 'total')
  const areas = events.filter((e) => e.incident.place !== null && !isPoint(e.incident.place))
  const nowhere = events.filter((e) => e.incident.place === null)
  const index = spots.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((spot) => `<li id="${spot.fragment}">${escapeHtml(spot.name)} ${numbers(spot.entries)}</li>`).join('')
  return `${maps || '<p class="empty">No incident has a point that could be told: a map would stand here.</p>'}
<div class="beside">${index ? `<details class="places"><summary>${counted(spots.length, 'place')} on the map</summary><ul>${index}</ul></details>` : ''}
${beside('A region or a country, no point', groupByPlace(areas.filter((e) => e.incident.place !== null && !isUntold(e.incident.place))))}${beside('Named, but which or where cannot be told', groupByPlace(areas.filter((e) => e.incident.place !== null && isUntold(e.incident.place))))}${nowhere.length > 0 ? beside('No place told', [['place not told', nowhere]]) : ''}</div>`
}

function spotsOf(chronology: Chronology): Spot[] {
  const spots = new Map<string, Spot>()
  for (const entry of chronology.entries) {
    const { place } = entry.incident
    if (!isPoint(place) || entry.incident.kind === 'total') continue // a total is no event that happened there
    const key = `${place.name}|${place.lat}|${place.lon}`
    const spot = spots.get(key)
    if (spot) spot.entries.push(entry)
    else spots.set(key, { name: place.name, lat: place.lat, lon: place.lon, entries: [entry], fragment: anchor('at', key) })
  }
  return [...spots.values()]
}

function groupByPlace(entries: readonly Entry[]): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const { place } = entry.incident
    const words = `${place?.name || place?.written || ''}${place?.precision === 'country' ? ', somewhere in the country' : ''}`
    const list = groups.get(words)
    if (list) list.push(entry)
    else groups.set(words, [entry])
  }
  return [...groups].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
}

function beside(title: string, groups: readonly (readonly [string, readonly Entry[]])[]): string {
  if (groups.length === 0) return ''
  const rows = groups.map(([name, entries]) => `<li>${escapeHtml(name)} ${numbers(entries)}</li>`).join('')
  const total = groups.reduce((sum, [, entries]) => sum + entries.length, 0)
  return `<details class="places"${total <= 60 ? ' open' : ''}><summary>${title}: ${counted(total, 'incident')}</summary><ul>${rows}</ul></details>`
}

function numbers(entries: readonly Entry[]): string {
  return entries.map((e) => `<a class="ref ${kindClass(e.incident.type)}" href="#${e.fragment}" aria-label="${escapeHtml(`incident ${e.number}, ${kindLabel(e.incident.type)}`)}">${e.number}</a>`).join(' ')
}

function clusters(spots: readonly Spot[], projection: Projection): Cluster[] {
  const found: Cluster[] = []
  const grid = new Map<string, Cluster[]>()
  const cell = (n: number): number => Math.floor(n / NEAR)
  for (const spot of spots.toSorted((a, b) => b.entries.length - a.entries.length || (a.fragment < b.fragment ? -1 : 1))) {
    const x = projection.x(spot.lon)
    const y = projection.y(spot.lat)
    let home: Cluster | undefined
    for (let dx = -1; dx <= 1 && !home; dx++) {
      for (let dy = -1; dy <= 1 && !home; dy++) {
        home = grid.get(`${cell(x) + dx}|${cell(y) + dy}`)?.find((c) => Math.hypot(c.x - x, c.y - y) < NEAR)
      }
    }
    if (home) { home.spots.push(spot); continue }
    const cluster: Cluster = { x, y, spots: [spot] }
    found.push(cluster)
    const key = `${cell(x)}|${cell(y)}`
    const list = grid.get(key)
    if (list) list.push(cluster)
    else grid.set(key, [cluster])
  }
  return found
}

function drawn(spots: readonly Spot[], landmarks: readonly Landmark[]): string {
  const projection = projectionFor(spots, WIDTH)
  const { width, height, extent } = projection
  const margin = (extent.north - extent.south) * 0.04
  const around = { west: extent.west - margin, east: extent.east + margin, south: extent.south - margin, north: extent.north + margin }
  const land = landWithin(around).map((ring) => ringPath(ring, projection)).join('')
  const pins = clusters(spots, projection)
  const taken: Box[] = pins.map((pin) => ({ left: pin.x - 10, right: pin.x + 10, top: pin.y - 7, bottom: pin.y + 7 }))
  const marks = pins.map((pin) => pinMark(pin, width, height, taken)).join('')
  const own = new Set(spots.map((spot) => spot.name))
  const towns = landmarks.filter((l) => !own.has(l.name) && l.lon > extent.west && l.lon < extent.east && l.lat > extent.south && l.lat < extent.north)
    .toSorted((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1)).slice(0, 22).map((town) => townMark(town, projection, taken)).join('')
  const count = spots.reduce((sum, spot) => sum + spot.entries.length, 0)
  return `<svg class="map" viewBox="0 0 ${width} ${height}" role="group" aria-label="${escapeHtml(`Map with ${counted(count, 'incident')} at ${counted(spots.length, 'place')}`)}"><rect class="water" width="${width}" height="${height}"/><path class="land" d="${land}"/>${graticule(projection)}${towns}${marks}${scaleBar(projection)}</svg>`
}

/** A ring as a path in whole tenths of a pixel; points that would fall on the last one are left out. */
function ringPath(ring: Ring, projection: Projection): string {
  let path = ''
  let lastX = NaN
  let lastY = NaN
  for (const [lon, lat] of ring) {
    const x = projection.x(lon)
    const y = projection.y(lat)
    if (Math.abs(x - lastX) < 0.6 && Math.abs(y - lastY) < 0.6) continue
    path += `${path === '' ? 'M' : 'L'}${x} ${y}`
    lastX = x
    lastY = y
  }
  return `${path}Z`
}

function pinMark(pin: Cluster, width: number, height: number, taken: Box[]): string {
  const entries = pin.spots.flatMap((spot) => spot.entries)
  const kinds = [...Map.groupBy(entries, (entry) => entry.incident.type)].toSorted((a, b) => b[1].length - a[1].length || kindRank(a[0]) - kindRank(b[0]))
  const first = pin.spots[0]
  if (!first) return ''
  const others = pin.spots.length - 1
  const name = first.name + (others > 0 ? ` +${others}` : '')
  const count = entries.length > 1 ? String(entries.length) : ''
  const kindsHere = kinds.map(([kind, list]) => `${list.length} × ${kindLabel(kind).toLowerCase()}`).join(', ')
  const words = `${name}${count ? ` ${count}` : ''}: ${others > 0 ? `${pin.spots.map((s) => s.name).slice(0, 6).join(', ')}${pin.spots.length > 6 ? ' …' : ''}: ` : ''}${kindsHere}`
  const shown = kinds.slice(0, 3)
  const marks = shown.map(([kind], i) => kindMarkAt(kind, pin.x + (i - (shown.length - 1) / 2) * 9, pin.y, MARK)).join('')
  const label = place(name, count, pin, 6 + shown.length * 4.5, width, height, taken)
  return `<a class="pin" href="#${first.fragment}" data-nos="${entries.map((e) => e.number).join(' ')}" aria-label="${escapeHtml(words)}"><title>${escapeHtml(words)}</title><circle class="hit" cx="${pin.x}" cy="${pin.y}" r="12"/>${marks}${label}</a>`
}

/** A label right, left, above or below its mark, wherever it meets no other; left out where there is no room. */
function place(name: string, count: string, at: { x: number; y: number }, aside: number, width: number, height: number, taken: Box[]): string {
  const long = (name.length + (count ? count.length + 1 : 0)) * LETTER
  const choices: [number, number, string][] = [
    [at.x + aside, at.y + 4, ''], [at.x - aside, at.y + 4, 'end'], [at.x, at.y - 10, 'middle'], [at.x, at.y + 19, 'middle'],
    [at.x + aside - 3, at.y - 7, ''], [at.x + aside - 3, at.y + 15, ''], [at.x - aside + 3, at.y - 7, 'end'], [at.x - aside + 3, at.y + 15, 'end'],
  ]
  for (const [x, y, side] of choices) {
    const left = side === 'end' ? x - long : side === 'middle' ? x - long / 2 : x
    const box = { left, right: left + long, top: y - 10, bottom: y + 3 }
    if (box.left < 2 || box.right > width - 2 || box.top < 2 || box.bottom > height - 2) continue
    if (taken.some((t) => t.left < box.right && t.right > box.left && t.top < box.bottom && t.bottom > box.top)) continue
    taken.push(box)
    return `<text${side ? ` class="${side}"` : ''} x="${x}" y="${y}">${escapeHtml(name)}${count ? ` <tspan class="count">${count}</tspan>` : ''}</text>`
  }
  return ''
}

function townMark(town: Landmark, projection: Projection, taken: Box[]): string {
  const x = projection.x(town.lon)
  const y = projection.y(town.lat)
  if (taken.some((t) => t.left - 3 < x && t.right + 3 > x && t.top - 2 < y && t.bottom + 2 > y)) return ''
  const label = place(town.name, '', { x, y }, 5, projection.width, projection.height, taken)
  return label ? `<g class="town" aria-hidden="true"><circle cx="${x}" cy="${y}" r="1.6"/>${label}</g>` : ''
}

function graticule(projection: Projection): string {
  const { extent, width, height } = projection
  const span = extent.north - extent.south
  const step = span > 24 ? 10 : span > 9 ? 5 : span > 4 ? 2 : 1
  let lines = ''
  for (let lon = Math.ceil(extent.west / step) * step; lon < extent.east; lon += step) {
    const x = projection.x(lon)
    if (x > 16 && x < width - 30) lines += `<path d="M${x} 0V${height}"/><text x="${x + 2}" y="${height - 4}">${Math.abs(lon)}°${lon < 0 ? 'W' : 'E'}</text>`
  }
  for (let lat = Math.ceil(extent.south / step) * step; lat < extent.north; lat += step) {
    const y = projection.y(lat)
    if (y > 14 && y < height - 16) lines += `<path d="M0 ${y}H${width}"/><text x="3" y="${y - 3}">${Math.abs(lat)}°${lat < 0 ? 'S' : 'N'}</text>`
  }
  return `<g class="graticule" aria-hidden="true">${lines}</g>`
}

function scaleBar(projection: Projection): string {
  const km = [10, 20, 50, 100, 200, 500, 1000].findLast((n) => n / projection.kmPerPixel < 110) ?? 10
  const long = Math.round(km / projection.kmPerPixel)
  const x = projection.width - long - 10
  return `<g class="scale" aria-hidden="true"><path d="M${x} 10v4h${long}v-4"/><text class="end" x="${x - 5}" y="15">${km} km</text></g>`
}
