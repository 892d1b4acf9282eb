// The map's own script, loaded when a map will be seen: early, so that it is there when its room is.
import type { drawMap, loadLand } from './map-drawing.ts'

interface Drawing {
  drawMap: typeof drawMap
  loadLand: typeof loadLand
}

let loaded: Drawing | null = null

/** Gives the script at once where it is there already, so that the map is drawn with what stands around it. */
export function withDrawing(then: (drawing: Drawing) => void): void {
  if (loaded !== null) then(loaded)
  else void import('./map-drawing.ts').then((drawing) => { loaded = drawing; then(drawing) }, () => undefined)
}
