// Draws the map with MapLibre, loaded only when a map is seen. Marks and names are elements of the page: they can be reached
// by keyboard and read aloud, and take their colours from the page.
import { Map as GlMap, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { MappedAnswer } from '../../src/api/routes/overview.ts'
import { texts } from '../texts/texts.ts'
import { areaName, CLOSEST, clusterMark, Marks, townName } from './map-marks.ts'

export interface MapSight {
  box: [west: number, south: number, east: number, north: number]
  zoom: number
}

export interface DrawnMap {
  show(answer: MappedAnswer): void
  zoom(by: number): void
  fit(extent: [number, number, number, number] | null): void
  /** Moves just so far that the point is in sight. */
  reveal(lon: number, lat: number): void
  remove(): void
}

interface Around {
  extent: [number, number, number, number] | null
  land: () => Promise<object>
  moved: (sight: MapSight) => void
}

const WORLD: [number, number, number, number] = [-20, -10, 70, 62]
const DARK = matchMedia('(prefers-color-scheme: dark)')

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Draws the map into an element. Rejects where the browser cannot. */
export async function drawMap(box: HTMLElement, { extent, land, moved }: Around): Promise<DrawnMap> {
  allowWorker()
  setWorkerUrl(workerUrl)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = new GlMap({
    container: box, attributionControl: false, maxZoom: CLOSEST + 1, renderWorldCopies: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0, bounds: extent ?? WORLD, fitBoundsOptions: fitting(box),
    style: {
      version: 8, sources: { land: { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, tolerance: 0.3 }, lines: { type: 'geojson', data: graticule() }, areas: { type: 'geojson', data: areasOf([]) } },
      layers: [
        { id: 'water', type: 'background', paint: { 'background-color': colour('--water') } },
        { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('--land'), 'fill-antialias': true } },
        { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colour('--coast'), 'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 8, 1.1] } },
        // no line around them: nobody knows where they end
        { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': colour('--accent'), 'fill-opacity': 0.13, 'fill-antialias': false } },
        { id: 'areas-edge', type: 'line', source: 'areas', layout: { 'line-join': 'round' }, paint: { 'line-color': colour('--accent'), 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 3, 8, 16], 'line-blur': ['interpolate', ['linear'], ['zoom'], 3, 3, 8, 16], 'line-opacity': 0.3 } },
        { id: 'lines', type: 'line', source: 'lines', paint: { 'line-color': colour('--coast'), 'line-width': 0.5, 'line-opacity': 0.35 } },
      ],
    },
  })
  // marks need no land: it follows when it is there and the style has a place for it
  void land().then((outlines) => {
    const put = (): void => {
      const source = map.getSource<GeoJSONSource>('land')
      if (source === undefined) return
      map.off('styledata', put)
      source.setData(outlines as GeoJSON.GeoJSON)
    }
    map.on('styledata', put)
    put()
  }, () => undefined)
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  const recolour = (): void => {
    if (!map.isStyleLoaded()) return
    map.setPaintProperty('water', 'background-color', colour('--water'))
    map.setPaintProperty('land', 'fill-color', colour('--land'))
    map.setPaintProperty('areas', 'fill-color', colour('--accent'))
    map.setPaintProperty('areas-edge', 'line-color', colour('--accent'))
    for (const id of ['coast', 'lines']) map.setPaintProperty(id, 'line-color', colour('--coast'))
  }
  DARK.addEventListener('change', recolour)
  const canvas = map.getCanvas()
  canvas.setAttribute('aria-label', texts.now.map)
  const tell = (): void => {
    const bounds = map.getBounds()
    moved({ box: [Math.max(-180, bounds.getWest()), bounds.getSouth(), Math.min(180, bounds.getEast()), bounds.getNorth()], zoom: map.getZoom() })
  }
  map.on('moveend', tell)
  // whoever moved the map chose what to see; until then it shows all of it, whatever room it has
  let chosen = false, shown = extent
  for (const event of ['dragstart', 'zoomstart'] as const) map.on(event, ({ originalEvent }) => { if (originalEvent !== undefined) chosen = true })
  map.on('resize', () => { if (!chosen) map.fitBounds(shown ?? WORLD, { ...fitting(box), duration: 0 }) })
  map.on('error', () => undefined) // a land that cannot be drawn leaves the marks, which are what matters
  tell()

  const marks = new Marks(map)
  let areas: MappedAnswer['areas'] = []
  const putAreas = (): void => { map.getSource<GeoJSONSource>('areas')?.setData(areasOf(areas)) }
  map.once('load', putAreas)
  return {
    show(answer) {
      const focused = document.activeElement instanceof HTMLElement && box.contains(document.activeElement) ? document.activeElement.dataset.at : undefined
      if (JSON.stringify(areas) !== JSON.stringify(answer.areas)) { areas = answer.areas; putAreas() }
      const taken: Taken[] = [], clusters = answer.clusters.toSorted((a, b) => b.count - a.count)
      marks.begin()
      const drawn = clusters.map((cluster) => marks.put(JSON.stringify(cluster), cluster.lon, cluster.lat, { anchor: 'center' }, () => clusterMark(cluster, map)))
      for (const cluster of clusters) claim(taken, map, cluster.lon, cluster.lat, 16, 12)
      for (const [i, cluster] of clusters.entries()) {
        const label = drawn[i]!.querySelector<HTMLElement>('.label')
        if (label !== null) label.hidden = !claimLabel(taken, map, cluster, cluster.name.length)
      }
      for (const area of answer.areas) {
        if (area.outline === null) continue
        const [lon, lat] = middleOf(area.outline)
        if (claimLabel(taken, map, { lon, lat }, area.name.length + 4, true)) marks.put(`area ${area.name} ${area.count}`, lon, lat, { anchor: 'center' }, () => areaName(area))
      }
      const named = new Set(clusters.map((cluster) => cluster.name))
      for (const town of answer.towns) {
        if (named.has(town.name) || !claimLabel(taken, map, town, town.name.length)) continue
        marks.put(`town ${town.name} ${town.lon} ${town.lat}`, town.lon, town.lat, { anchor: 'left', offset: [-3, 0] }, () => townName(town.name))
      }
      marks.end()
      if (focused !== undefined) box.querySelector<HTMLElement>(`[data-at="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
    },
    zoom(by) { chosen = true; map.easeTo({ zoom: map.getZoom() + by, duration: still ? 0 : 200 }) },
    fit(to) { chosen = false; shown = to; map.fitBounds(to ?? WORLD, { ...fitting(box), duration: still ? 0 : 300 }) },
    reveal(lon, lat) { if (!map.getBounds().contains([lon, lat])) { chosen = true; map.easeTo({ center: [lon, lat], duration: still ? 0 : 300 }) } },
    remove() { DARK.removeEventListener('change', recolour); map.remove() },
  }
}

/** Room for names and for the buttons. */
const fitting = (box: HTMLElement) => { const side = Math.min(56, box.clientWidth / 8, box.clientHeight / 8); return { padding: { top: Math.min(64, box.clientHeight / 6), bottom: side, left: side, right: side }, maxZoom: 9 } }

/** The page's policy lets no text become a script or markup. The one exception is the map's worker, whose address is ours. */
function allowWorker(): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: { defaultPolicy: object | null, createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): object } }
  if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return
  trustedTypes.createPolicy('default', { createScriptURL: (asked) => (new URL(asked, location.href).href === new URL(workerUrl, location.href).href ? asked : null) })
}

function areasOf(areas: MappedAnswer['areas']): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features: areas.flatMap(({ outline }) => (outline === null ? [] : [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[...outline, outline[0]!]] } }])) }
}

function middleOf(outline: readonly (readonly [number, number])[]): [number, number] {
  return [outline.reduce((sum, [lon]) => sum + lon, 0) / outline.length, outline.reduce((sum, [, lat]) => sum + lat, 0) / outline.length]
}

interface Taken { left: number, right: number, top: number, bottom: number }

function claim(taken: Taken[], map: GlMap, lon: number, lat: number, halfWidth: number, halfHeight: number): void {
  const { x, y } = map.project([lon, lat])
  taken.push({ left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight })
}

/** Takes the room of a label right of its point, or around it; false where it would lie over another. */
function claimLabel(taken: Taken[], map: GlMap, { lon, lat }: { lon: number, lat: number }, letters: number, around = false): boolean {
  const { x, y } = map.project([lon, lat]), half = letters * 3.4
  const box = around ? { left: x - half, right: x + half, top: y - 9, bottom: y + 9 } : { left: x + 17, right: x + 23 + letters * 6.4, top: y - 8, bottom: y + 8 }
  if (taken.some((other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top)) return false
  taken.push(box)
  return true
}

function graticule(): GeoJSON.FeatureCollection {
  const line = (coordinates: [number, number][]): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })
  const lines: GeoJSON.Feature[] = []
  for (let lon = -180; lon <= 180; lon += 5) lines.push(line([[lon, -80], [lon, 80]]))
  for (let lat = -80; lat <= 80; lat += 5) lines.push(line([[-180, lat], [180, lat]]))
  return { type: 'FeatureCollection', features: lines }
}
