// Now: timeline, map and list of one selection.
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Address } from '../address.ts'
import { texts } from '../texts/texts.ts'
import { Missing } from '../trouble.tsx'
import { useNow } from './asked.ts'
import { FilterBar } from './filter-bar.tsx'
import { IncidentTable } from './incident-table.tsx'
import { MapPane } from './map-pane.tsx'
import { Timeline } from './timeline.tsx'

export function NowView({ address }: { address: Address }) {
  const asked = useNow(address.filters), { answer } = asked
  const map = useRoomForMap()
  // the page changes once: what was chosen is shown with its answer, or by itself where that takes its time
  const filters = answer === null || asked.waiting ? address.filters : answer.filters
  // a moved map is no reason to look at the rest again
  const above = useMemo(() => answer === null ? null : <><FilterBar filters={filters} overview={answer.overview} /><Timeline overview={answer.overview} filters={filters} /></>, [answer, filters])
  const list = useMemo(() => answer === null ? null : <IncidentTable chosen={answer} opened={address.opened.incident} />, [answer, address])
  if (answer === null) return <Missing asked={asked} />
  const { overview } = answer
  if (overview.empty) return <p class="empty">{texts.now.empty}</p>
  return <div class={`now${asked.waiting ? ' waiting' : ''}`}>
    {above}
    <div class="map-and-list">
      {map.shown ? <MapPane mapped={asked.mapped} see={asked.see} filters={filters} extent={overview.extent} areas={overview.areas} /> : map.able ? <p class="open-map"><button type="button" onClick={map.open}>{texts.now.openMap}</button></p> : null}
      {list}
    </div>
  </div>
}

const NARROW = matchMedia('(max-width: 699px)')

/** On a narrow screen the map is drawn when it is asked for: it costs half a megabyte and half the screen. */
function useRoomForMap(): { shown: boolean, able: boolean, open: () => void } {
  const [narrow, setNarrow] = useState(NARROW.matches), [asked, setAsked] = useState(false)
  useEffect(() => {
    const change = (): void => { if (!matchMedia('print').matches) setNarrow(NARROW.matches) } // paper is narrow, too, and prints what is on the screen
    NARROW.addEventListener('change', change)
    return () => { NARROW.removeEventListener('change', change) }
  }, [])
  return { shown: !narrow || asked, able: narrow, open: () => { setAsked(true) } }
}
