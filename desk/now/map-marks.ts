// What stands on the map as elements of the page: places, areas' names and towns.
import type { MappedAnswer } from '../../src/api/routes/overview.ts'
import { setFilters, toIncident } from '../address.ts'
import { kindClass, kindRank, kindShape } from '../kind-mark.tsx'
import { texts } from '../texts/texts.ts'
import { grouped, kindName } from '../words.ts'
import { mercatorX, mercatorY, sideOf, type Camera, type Room } from './camera.ts'

const SVG = 'http://www.w3.org/2000/svg'
/** Kinds of which a cluster shows the marks. */
export const KINDS_SHOWN = 3

type Cluster = MappedAnswer['clusters'][number]

/** Elements on the map, by what they show: what is shown again stays. They hang on one element, which follows the map as it is moved. */
export class Marks {
  readonly element = document.createElement('div')
  /** Goes closer to a cluster; false where the map is as close as that goes. */
  readonly clicked: (lon: number, lat: number) => boolean
  #before = new Map<string, Mark>()
  #now = new Map<string, Mark>()
  #placed: Camera = { x: 0, y: 0, zoom: -1 }
  constructor({ clicked }: { clicked: (lon: number, lat: number) => boolean }) {
    this.element.className = 'marks'
    this.clicked = clicked
  }

  begin(camera: Camera, room: Room): void {
    this.#before = this.#now
    this.#now = new Map()
    this.follow(camera, room)
  }

  put(key: string, lon: number, lat: number, stands: 'middle' | 'left', make: () => HTMLElement): HTMLElement {
    let mark = this.#before.get(key) ?? this.#now.get(key)
    if (mark === undefined) {
      mark = { element: make(), x: mercatorX(lon), y: mercatorY(lat), stands: stands === 'middle' ? 'translate(-50%, -50%)' : 'translate(-3px, -50%)' }
      this.#place(mark)
      this.element.append(mark.element)
    }
    this.#before.delete(key)
    this.#now.set(key, mark)
    return mark.element
  }

  end(): void { for (const { element } of this.#before.values()) element.remove() }

  /** Brings them to where they stand under a camera: all at once where only its middle has moved. */
  follow(camera: Camera, { width, height }: Room): void {
    if (camera.zoom !== this.#placed.zoom) {
      this.#placed = camera
      for (const mark of [...this.#before.values(), ...this.#now.values()]) this.#place(mark)
    }
    const side = sideOf(camera.zoom), moved = `translate(${Math.round((this.#placed.x - camera.x) * side + width / 2)}px, ${Math.round((this.#placed.y - camera.y) * side + height / 2)}px)`
    if (this.element.style.transform !== moved) this.element.style.transform = moved
  }

  #place({ element, x, y, stands }: Mark): void {
    const side = sideOf(this.#placed.zoom)
    element.style.transform = `translate(${Math.round((x - this.#placed.x) * side)}px, ${Math.round((y - this.#placed.y) * side)}px) ${stands}`
  }
}

interface Mark {
  element: HTMLElement
  /** In the Mercator square. */
  x: number
  y: number
  /** How it stands at its point. */
  stands: string
}

/** The name of an area in its middle: words alone, for a mark would be a place. */
export function areaName({ name, count }: MappedAnswer['areas'][number]): HTMLElement {
  const element = document.createElement('button')
  element.className = 'area'
  element.title = texts.now.area(name, count)
  element.dataset.at = `area ${name}`
  const number = document.createElement('b')
  number.textContent = grouped(count)
  element.append(name, ' ', number, spokenAlone(element.title))
  element.addEventListener('click', () => { setFilters({ place: name }) })
  return element
}

/** A town, to find one's way. */
export function townName(name: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'town'
  element.ariaHidden = 'true'
  element.append(document.createElement('i'), name)
  return element
}

/** Incidents at one place or near each other: a link where it is only one, else a button. */
export function clusterMark(cluster: Cluster, marks: Pick<Marks, 'clicked'>): HTMLElement {
  const kinds = Object.entries(cluster.kinds).sort((a, b) => b[1] - a[1] || kindRank(a[0]) - kindRank(b[0]))
  const words = `${texts.now.cluster(cluster.name, cluster.places, cluster.count)}: ${kinds.map(([kind, n]) => `${grouped(n)} × ${kindName(kind)}`).join(', ')}`
  const element = document.createElement(cluster.only === null ? 'button' : 'a')
  element.className = `spot${cluster.places > 1 ? ' several' : ''}${cluster.contested > 0 ? ' contested' : ''}`
  element.title = words
  element.dataset.at = `${cluster.lon},${cluster.lat}`
  if (element instanceof HTMLAnchorElement) element.href = toIncident(cluster.only!)
  else element.addEventListener('click', () => { if (cluster.places === 1 || !marks.clicked(cluster.lon, cluster.lat)) setFilters({ place: cluster.name }) })
  const kindsShown = document.createElement('span')
  kindsShown.className = 'kinds'
  for (const [kind] of kinds.slice(0, KINDS_SHOWN)) kindsShown.append(markOf(kind))
  element.append(kindsShown)
  if (cluster.count > 1) {
    const count = document.createElement('b')
    count.textContent = grouped(cluster.count)
    element.append(count)
  }
  const label = document.createElement('span')
  label.className = 'label'
  label.textContent = cluster.name
  element.append(label, spokenAlone(words))
  return element
}

function spokenAlone(words: string): HTMLElement {
  const spoken = document.createElement('span')
  spoken.className = 'unseen'
  spoken.textContent = words
  return spoken
}

function markOf(kind: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg'), path = document.createElementNS(SVG, 'path')
  svg.setAttribute('viewBox', '-0.5 -0.5 17 17')
  svg.setAttribute('class', `mark ${kindClass(kind)}`)
  path.setAttribute('d', kindShape(kind))
  path.setAttribute('fill-rule', 'evenodd')
  svg.append(path)
  return svg
}
