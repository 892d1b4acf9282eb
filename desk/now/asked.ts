// What Now shows of one selection: counts, the first page of the list and the map, asked for together and shown together.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ListedAnswer, MappedAnswer, OverviewAnswer } from '../../src/api/routes/overview.ts'
import { ask, BY_ITSELF, onRecordChange, type Asked } from '../ask.ts'
import type { MapSight } from './map-drawing.ts'

/** Rows that are asked for at once. */
export const PAGE = 60
/** What is answered sooner need not be waited for. */
const SLOW_MS = 150

export const overviewPath = (query: string): string => `/api/overview?${query}`
export const listPath = (query: string, page: number): string => `/api/incidents?${query}&offset=${page * PAGE}&limit=${PAGE}`
const mapPath = (query: string, { box, zoom }: MapSight): string => `/api/map?${query}&box=${box.map((n) => n.toFixed(3)).join(',')}&zoom=${zoom.toFixed(1)}`

/** The answers of one selection at one time. */
export interface Chosen {
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
export function useNow(query: string): Now {
  const [state, set] = useState<Omit<Now, 'see'>>({ answer: null, error: null, waiting: true, mapped: null })
  const kept = useRef({ query, sight: null as MapSight | null, all: new AbortController(), map: new AbortController() }), mine = kept.current
  mine.query = query
  const askMap = (byItself: RequestInit): { mapped: Promise<MappedAnswer | null>, signal: AbortSignal } => {
    mine.map.abort()
    mine.map = new AbortController()
    const { signal } = mine.map
    return { signal, mapped: mine.sight === null ? Promise.resolve(null) : ask<MappedAnswer>(mapPath(mine.query, mine.sight), { ...byItself, signal }).catch(() => null) }
  }
  useLayoutEffect(() => {
    const run = (byItself: RequestInit): void => {
      mine.all.abort()
      mine.all = new AbortController()
      const { signal } = mine.all, options = { ...byItself, signal }, map = askMap(byItself)
      const slow = setTimeout(() => { if (!signal.aborted) set((before) => ({ ...before, waiting: true })) }, SLOW_MS)
      Promise.all([ask<OverviewAnswer>(overviewPath(query), options), ask<ListedAnswer>(listPath(query, 0), options), map.mapped]).then(
        ([overview, listed, mapped]) => { if (!signal.aborted) set((before) => ({ answer: { query, overview, listed }, error: null, waiting: false, mapped: map.signal.aborted ? before.mapped : mapped ?? before.mapped })) },
        (error: unknown) => { if (!signal.aborted) set((before) => ({ ...before, answer: before.answer?.query === query ? before.answer : null, error: error as Error, waiting: false })) },
      ).finally(() => { clearTimeout(slow) })
    }
    run({})
    return onRecordChange(() => { run(BY_ITSELF) })
  }, [query])
  useLayoutEffect(() => () => { mine.all.abort(); mine.map.abort() }, [])
  return { ...state, see(sight) {
    mine.sight = sight
    const { mapped, signal } = askMap({})
    void mapped.then((now) => { if (!signal.aborted && now !== null) set((before) => ({ ...before, mapped: now })) })
  } }
}
