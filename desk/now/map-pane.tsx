// The map: land and water, larger towns, and the chosen incidents where a point is known. The rest is listed beside it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { MappedAnswer } from '../../src/api/routes/overview.ts'
import { setFilters, type Address } from '../address.ts'
import { whenInSight } from '../decide/taking.ts'
import { texts } from '../texts/texts.ts'
import { grouped } from '../words.ts'
import type { DrawnMap, MapSight } from './map-drawing.ts'
import { withDrawing } from './map-loading.ts'

type Extent = [number, number, number, number] | null

export function MapPane({ mapped, see, filters, extent, areas }: { mapped: MappedAnswer | null, see: (sight: MapSight) => void, filters: Address['filters'], extent: Extent, areas: number }) {
  const box = useRef<HTMLDivElement>(null), drawn = useRef<DrawnMap | null>(null)
  const [sight, setSight] = useState<MapSight | null>(null), [able, setAble] = useState(true)

  useLayoutEffect(() => {
    let gone = false, leave: (() => void) | null = null
    withDrawing(({ drawMap }) => {
      if (gone) return
      const map = drawMap(box.current!, { extent, moved: (to) => { setSight(to); see(to) } })
      if (map === null) setAble(false)
      drawn.current = map
      leave = map === null ? null : whenInSight(({ place }) => { if (place !== null && place.lat !== null && place.lon !== null) map.reveal(place.lon, place.lat) })
    })
    return () => { gone = true; leave?.(); drawn.current?.remove(); drawn.current = null }
  }, [])
  useLayoutEffect(() => { if (mapped !== null) drawn.current?.show(mapped) }, [mapped])

  return <section class="map-pane" aria-label={texts.now.map}>
    {able ? <div class="map drawn" ref={box} role="group" aria-label={texts.now.mapHelp} /> : <p class="empty">{texts.now.noMap}</p>}
    {able && sight !== null && <div class="map-tools">
      <button type="button" aria-label={texts.now.zoomIn} onClick={() => drawn.current?.zoom(1)}>+</button>
      <button type="button" aria-label={texts.now.zoomOut} onClick={() => drawn.current?.zoom(-1)}>−</button>
      <button type="button" onClick={() => drawn.current?.fit(extent)}>{texts.now.whole}</button>
      <button type="button" aria-pressed={filters.within !== undefined} onClick={() => { setFilters({ within: filters.within === undefined ? sight.box.map((n) => n.toFixed(3)).join(',') : '' }) }}>{filters.within === undefined ? texts.now.onlyHere : texts.now.everywhere}</button>
    </div>}
    <Beside areas={mapped?.areas ?? []} count={areas} chosen={filters.place} />
  </section>
}

/** Regions, countries and places that cannot be told: never pinned, so listed. The room that it once took it keeps, so that the map stays as large as it is. */
function Beside({ areas, count, chosen }: { areas: MappedAnswer['areas'], count: number, chosen: string | undefined }) {
  const [all, setAll] = useState(false), roomy = useRef(false)
  roomy.current ||= count > 0
  if (!roomy.current) return null
  const shown = all ? areas : areas.slice(0, 8)
  return <div class="beside"><b>{texts.now.withoutPoint}</b> {count === 0 && grouped(0)}{shown.map((area) => <button key={`${area.standing}${area.country}${area.name}`} type="button" class={area.standing === 'untold' ? 'plain unresolved' : 'plain'} disabled={area.name === ''} aria-pressed={chosen === area.name} title={area.standing === 'untold' ? texts.untold(area.name) : area.precision === 'country' ? texts.somewhere(area.name) : area.name} onClick={() => { setFilters({ place: chosen === area.name ? '' : area.name }) }}>{area.name || texts.placeNotTold} <span class="quiet">{grouped(area.count)}</span></button>)}
    {areas.length > shown.length && <button type="button" class="plain" onClick={() => { setAll(true) }}>+{areas.length - shown.length} {texts.more}</button>}</div>
}
