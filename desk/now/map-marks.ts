// What stands on the map as elements of the page: places, areas' names and towns.
import { Marker, type Map as GlMap, type MarkerOptions } from 'maplibre-gl'
import type { MappedAnswer } from '../../src/api/routes/overview.ts'
import { setFilters, toIncident } from '../address.ts'
import { kindClass, kindRank, kindShape } from '../kind-mark.tsx'
import { texts } from '../texts/texts.ts'
import { grouped, kindName } from '../words.ts'

const SVG = 'http://www.w3.org/2000/svg'
/** As close as a click goes. */
export const CLOSEST = 11
const KINDS_SHOWN = 3

type Cluster = MappedAnswer['clusters'][number]

/** Elements on the map, by what they show: what is shown again stays. */
export class Marks {
  readonly #map: GlMap
  #before = new Map<string, Marker>()
  #now = new Map<string, Marker>()
  constructor(map: GlMap) { this.#map = map }

  begin(): void { this.#before = this.#now; this.#now = new Map() }

  put(key: string, lon: number, lat: number, options: MarkerOptions, make: () => HTMLElement): HTMLElement {
    const known = this.#before.get(key) ?? this.#now.get(key)
    const mark = known ?? new Marker({ ...options, element: make() }).setLngLat([lon, lat]).addTo(this.#map)
    this.#before.delete(key)
    this.#now.set(key, mark)
    return mark.getElement()
  }

  end(): void { for (const mark of this.#before.values()) mark.remove() }
}

/** The name of an area in its middle: words alone, for a mark would be a place. */
export function areaName({ name, count }: MappedAnswer['areas'][number]): HTMLElement {
  const element = document.createElement('button')
  element.className = 'area'
  element.title = texts.now.area(name, count)
  element.ariaLabel = element.title
  element.dataset.at = `area ${name}`
  element.append(name, ' ')
  const number = document.createElement('b')
  number.textContent = grouped(count)
  element.append(number)
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
export function clusterMark(cluster: Cluster, map: GlMap): HTMLElement {
  const kinds = Object.entries(cluster.kinds).sort((a, b) => b[1] - a[1] || kindRank(a[0]) - kindRank(b[0]))
  const words = `${texts.now.cluster(cluster.name, cluster.places, cluster.count)}: ${kinds.map(([kind, n]) => `${grouped(n)} × ${kindName(kind)}`).join(', ')}`
  const element = document.createElement(cluster.only === null ? 'button' : 'a')
  element.className = `spot${cluster.places > 1 ? ' several' : ''}${cluster.contested > 0 ? ' contested' : ''}`
  element.title = words
  element.dataset.at = `${cluster.lon},${cluster.lat}`
  if (element instanceof HTMLAnchorElement) element.href = toIncident(cluster.only!)
  else element.addEventListener('click', () => {
    if (cluster.places > 1 && map.getZoom() < CLOSEST) map.easeTo({ center: [cluster.lon, cluster.lat], zoom: Math.min(CLOSEST, map.getZoom() + 2) })
    else setFilters({ place: cluster.name })
  })
  const marks = document.createElement('span')
  marks.className = 'kinds'
  for (const [kind] of kinds.slice(0, KINDS_SHOWN)) marks.append(markOf(kind))
  element.append(marks)
  if (cluster.count > 1) {
    const count = document.createElement('b')
    count.textContent = grouped(cluster.count)
    element.append(count)
  }
  const label = document.createElement('span')
  label.className = 'label'
  label.textContent = cluster.name
  const spoken = document.createElement('span')
  spoken.className = 'unseen'
  spoken.textContent = words
  element.append(label, spoken)
  return element
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
