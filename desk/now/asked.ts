// What Now shows of one selection: counts, the first page of the list and the map, asked for together and shown together.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ListedAnswer, MappedAnswer, NowAnswer, OverviewAnswer } from '../../src/api/routes/overview.ts'
import { filterQuery, type Address } from '../address.ts'
import { ask, BY_ITSELF, onRecordChange, type Asked } from '../ask.ts'
import type { MapSight } from './map-drawing.ts'

/** Rows that are asked for at once. */
export const PAGE = 60
/** What is answered sooner need not be waited for. */
const SLOW_MS = 150

export const listPath = (query: string, page: number): string => `/api/incidents?${query}&offset=${page * PAGE}&limit=${PAGE}`
const sightQuery = ({ box, zoom }: MapSight): string => `&box=${box.map((n) => n.toFixed(3)).join(',')}&zoom=${zoom.toFixed(1)}`
export const nowPath = (query: string, sight: MapSight | null): string => `/api/now?${query}&limit=${PAGE}${sight === null ? '' : sightQuery(sight)}`

/** The answers of one selection at one time. */
export interface Chosen {
  filters: Address['filters']
  query: string
  overview: OverviewAnswer
  listed: ListedAnswer
}

export interface Now extends Asked<Chosen> {
  /** Null until the map has said what is in its sight. */
  mapped: MappedAnswer | null
  see: (sight: MapSight) => void
}

/** Asks for a selection, again when it or the record changes, and for the map when it was moved. What was overtaken is given up. */
export function useNow(filters: Address['filters']): Now {
  const query = filterQuery(filters)
  const [state, set] = useState<Omit<Now, 'see'>>({ answer: null, error: null, waiting: true, mapped: null })
  const kept = useRef({ query, sight: null as MapSight | null, all: new AbortController(), map: new AbortController() }), mine = kept.current
  mine.query = query
  useLayoutEffect(() => {
    const run = (byItself: RequestInit): void => {
      mine.all.abort()
      mine.map.abort()
      mine.all = new AbortController()
      const { sight, all: { signal } } = mine
      const slow = setTimeout(() => { if (!signal.aborted) set((before) => ({ ...before, waiting: true })) }, SLOW_MS)
      ask<NowAnswer>(nowPath(query, sight), { ...byItself, signal }).then(
        // a map that was moved in between has asked for itself
        ({ overview, listed, mapped }) => { if (!signal.aborted) set((before) => ({ answer: { filters, query, overview, listed }, error: null, waiting: false, mapped: mine.sight === sight ? mapped ?? before.mapped : before.mapped })) },
        (error: unknown) => { if (!signal.aborted) set((before) => ({ ...before, answer: before.answer?.query === query ? before.answer : null, error: error as Error, waiting: false })) },
      ).finally(() => { clearTimeout(slow) })
    }
    run({})
    return onRecordChange(() => { run(BY_ITSELF) })
  }, [query])
  useLayoutEffect(() => () => { mine.all.abort(); mine.map.abort() }, [])
  return { ...state, see(sight) {
    mine.sight = sight
    mine.map.abort()
    mine.map = new AbortController()
    const { signal } = mine.map
    ask<MappedAnswer>(`/api/map?${mine.query}${sightQuery(sight)}`, { signal }).then((mapped) => { if (!signal.aborted) set((before) => ({ ...before, mapped })) }, () => undefined)
  } }
}
