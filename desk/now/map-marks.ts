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

  /** The same for clusters: one that is no longer shown becomes another, which costs less than a new one; not the one that has the focus. */
  putClusters(clusters: readonly Cluster[]): HTMLElement[] {
    const keys = clusters.map((cluster) => JSON.stringify(cluster)), kept = new Set(keys), spare: Record<string, Mark[]> = { A: [], BUTTON: [] }
    for (const [key, mark] of this.#before) {
      if (!mark.element.classList.contains('spot') || kept.has(key) || mark.element === document.activeElement) continue
      spare[mark.element.tagName]!.push(mark)
      this.#before.delete(key)
    }
    const elements = clusters.map((cluster, i) => {
      const old = this.#before.has(keys[i]!) ? undefined : spare[cluster.only === null ? 'BUTTON' : 'A']!.pop()
      if (old === undefined) return this.put(keys[i]!, cluster.lon, cluster.lat, 'middle', () => clusterMark(cluster, this))
      showCluster(old.element, cluster)
      Object.assign(old, { x: mercatorX(cluster.lon), y: mercatorY(cluster.lat) })
      this.#place(old)
      this.#now.set(keys[i]!, old)
      return old.element
    })
    for (const { element } of [...spare['A']!, ...spare['BUTTON']!]) element.remove()
    return elements
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

/** What each mark stands for now. */
const standsFor = new WeakMap<HTMLElement, Cluster>()

/** Incidents at one place or near each other: a link where it is only one, else a button. */
function clusterMark(cluster: Cluster, marks: Pick<Marks, 'clicked'>): HTMLElement {
  const element = document.createElement(cluster.only === null ? 'button' : 'a'), kinds = document.createElement('span'), count = document.createElement('b'), label = document.createElement('span')
  if (cluster.only === null) element.addEventListener('click', () => { const { lon, lat, name, places } = standsFor.get(element)!; if (places === 1 || !marks.clicked(lon, lat)) setFilters({ place: name }) })
  kinds.className = 'kinds'
  label.className = 'label'
  element.append(kinds, ...(cluster.only === null ? [count] : []), label, spokenAlone(''))
  showCluster(element, cluster)
  return element
}

/** Makes a mark stand for a cluster. */
function showCluster(element: HTMLElement, cluster: Cluster): void {
  const kinds = Object.entries(cluster.kinds).sort((a, b) => b[1] - a[1] || kindRank(a[0]) - kindRank(b[0]))
  const words = `${texts.now.cluster(cluster.name, cluster.places, cluster.count)}: ${kinds.map(([kind, n]) => `${grouped(n)} × ${kindName(kind)}`).join(', ')}`
  standsFor.set(element, cluster)
  element.className = `spot${cluster.places > 1 ? ' several' : ''}${cluster.contested > 0 ? ' contested' : ''}`
  element.title = words
  element.dataset.at = `${cluster.lon},${cluster.lat}`
  if (element instanceof HTMLAnchorElement) element.href = toIncident(cluster.only!)
  const shown = element.firstElementChild!, wanted = kinds.slice(0, KINDS_SHOWN)
  while (shown.childElementCount > wanted.length) shown.lastElementChild!.remove()
  for (const [i, [kind]] of wanted.entries()) {
    const mark = shown.children[i] as SVGElement | undefined
    if (mark === undefined) shown.append(markOf(kind))
    else if (mark.getAttribute('class') !== markClass(kind)) setKind(mark, kind)
  }
  const count = element.querySelector('b')
  if (count !== null) count.textContent = grouped(cluster.count)
  element.querySelector('.label')!.textContent = cluster.name
  element.lastElementChild!.textContent = words
}

function spokenAlone(words: string): HTMLElement {
  const spoken = document.createElement('span')
  spoken.className = 'unseen'
  spoken.textContent = words
  return spoken
}

const markClass = (kind: string): string => `mark ${kindClass(kind)}`

function markOf(kind: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg'), path = document.createElementNS(SVG, 'path')
  svg.setAttribute('viewBox', '-0.5 -0.5 17 17')
  path.setAttribute('fill-rule', 'evenodd')
  svg.append(path)
  setKind(svg, kind)
  return svg
}

function setKind(svg: SVGElement, kind: string): void {
  svg.setAttribute('class', markClass(kind))
  svg.firstElementChild!.setAttribute('d', kindShape(kind))
}
