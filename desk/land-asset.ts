// When the desk is built: the outlines of land (Natural Earth, without any country) as the map draws them, in a file of its own.
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'
import { LAND_GRID, mercatorX, mercatorY } from './now/camera.ts'

const NAME = 'virtual:land', RESOLVED = `\0${NAME}`

/** Lets `virtual:land` be imported: the address of the file. */
export function landAsset(): Plugin {
  return {
    name: 'land',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: 'land.json', source: JSON.stringify(landRings()) })}`
    },
  }
}

/** Rings of land and of inland seas: x and y of the first point on a grid over the Mercator square, of each further point what is between it and the one before. */
export function landRings(): number[][] {
  const topology: Topology<{ land: GeometryCollection<object> | MultiPolygon | Polygon }> = createRequire(import.meta.url)('world-atlas/land-50m.json')
  const land = feature(topology, topology.objects.land), shapes = land.type === 'FeatureCollection' ? land.features.map(({ geometry }) => geometry) : [land.geometry]
  return shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : [])).flat().map((ring) => {
    const line: number[] = []
    let x = 0, y = 0
    for (const [lon = 0, lat = 0] of ring) {
      const toX = Math.round(mercatorX(lon) * LAND_GRID), toY = Math.round(mercatorY(lat) * LAND_GRID)
      if (line.length > 0 && toX === x && toY === y) continue
      line.push(toX - x, toY - y)
      x = toX
      y = toY
    }
    return line
  })
}
