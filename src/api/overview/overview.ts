// All incidents in short, in memory: read once from the store, then asked by every list, map and timeline.
import { setImmediate as breathe } from 'node:timers/promises'
import type { Incident } from '../../model/incident.ts'
import { reviewedIncidents } from '../../pipeline/review.ts'
import type { Store } from '../../store/store.ts'
import { columnsOf, type Columns, type NumberedRow } from './columns.ts'
import { filterRows, type Filtered, type Filters } from './filter.ts'
import { nearestOf, type Nearby } from './nearest.ts'
import { inQueueOrder, queueOf, type Queue } from './queue.ts'
import { rowOf, Shared, TOTAL_KIND, type Row } from './row.ts'
import { spotsOf, type Spots } from './spots.ts'
import { Tally, type TotalPoint, type Voice } from './voices.ts'

const AT_ONCE = 200
const SELECTIONS_KEPT = 12

/** What a set of filters chooses; worked out once and asked several times. */
export interface Selection extends Filtered {
  /** Some of the chosen, from a place among them on. */
  page(offset: number, limit: number): Row[]
  /** The first chosen rows of some kinds. */
  ofKinds(kinds: ReadonlySet<string>, most: number): Row[]
  spots(): Spots
  /** Those that want a look, worst first. */
  queue(): Queue
}

export interface Overview {
  revision: number
  /** Latest day first, undated last. */
  rows: readonly Row[]
  byId: { get(id: string): Row | undefined }
  /** How many of the rows are events and not running totals. */
  events: number
  select(filters: Filters): Promise<Selection>
  /** Other incidents near it in days and on the ground that were kept apart from it. */
  nearest(row: Row): Nearby[]
  /** Incidents that are parts of this one. */
  partsOf(id: string): readonly Row[]
  voices: { claimants: Voice[], outlets: Voice[] }
  totals: readonly TotalPoint[]
}

/** A number that goes up with every change of what is shown: reports that came, and decisions that were taken. */
export async function recordRevision(store: Store): Promise<number> {
  return await store.revision() + ((await store.logHead())?.seq ?? 0)
}

/** Reads the overview of a store as it stands. */
export async function readOverview(store: Store): Promise<Overview> {
  const revision = await recordRevision(store)
  const shared = new Shared(), numbered: NumberedRow[] = [], tally = new Tally()
  let page: Incident[] = []
  const close = async (): Promise<void> => {
    if (page.length === 0) return
    const voices = Map.groupBy(await store.incidentVoices(page.map((incident) => incident.id)), (voice) => voice.incident)
    for (const incident of page) {
      const speaking = voices.get(incident.id) ?? []
      const one = rowOf(incident, speaking, shared)
      numbered.push(one)
      tally.add(incident, one.row)
    }
    page = []
    await breathe()
  }
  for await (const incident of reviewedIncidents(store, store.incidents(), (claims) => store.incidentsOfClaims(claims))) {
    page.push(incident)
    if (page.length === AT_ONCE) await close()
  }
  await close()
  numbered.sort(({ row: a }, { row: b }) => (b.day ?? -Infinity) - (a.day ?? -Infinity) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.id < b.id ? -1 : 1))
  return overviewOf(store, revision, { rows: numbered.map(({ row }) => row), columns: columnsOf(numbered), shared }, tally)
}

function overviewOf(store: Store, revision: number, all: { rows: readonly Row[], columns: Columns, shared: Shared }, tally: Tally): Overview {
  const { rows } = all, places = new Map(rows.map((row, i) => [row.id, i])), byId = { get: (id: string): Row | undefined => rows[places.get(id) ?? -1] }, ordered = inQueueOrder(rows), kept = new Map<string, Promise<Selection>>()
  const near = nearestOf(rows), parts = Map.groupBy(rows.filter((row) => row.partOf !== null), (row) => row.partOf!)
  const marked = (ids: readonly string[]): Uint8Array => {
    const marks = new Uint8Array(rows.length)
    for (const id of ids) { const place = places.get(id); if (place !== undefined) marks[place] = 1 }
    return marks
  }
  const made = async (filters: Filters): Promise<Selection> => {
    const words = filters.text?.trim() ?? ''
    const filtered = filterRows(all, filters, words === '' ? null : marked(await store.searchIncidents(words, null)))
    let spots: Spots | null = null, queue: Queue | null = null
    const page = (offset: number, limit: number): Row[] => Array.from(filtered.places.subarray(offset, offset + limit), (i) => rows[i]!)
    const ofKinds = (kinds: ReadonlySet<string>, most: number): Row[] => {
      const found: Row[] = [], wanted = all.shared.names.map((name) => kinds.has(name))
      for (let n = 0; n < filtered.places.length && found.length < most; n++) { const i = filtered.places[n]!; if (wanted[all.columns.kind[i]!] === true) found.push(rows[i]!) }
      return found
    }
    return { ...filtered, page, ofKinds, spots: () => spots ??= spotsOf(all, filtered.places), queue: () => queue ??= queueOf(all, ordered, filtered.places) }
  }
  return {
    revision, rows, byId, events: rows.reduce((n, row) => n + (row.kind === TOTAL_KIND ? 0 : 1), 0), nearest: near, partsOf: (id) => parts.get(id) ?? [], voices: tally.voices(), totals: tally.totals,
    select(filters) {
      const key = JSON.stringify(filters)
      const known = kept.get(key)
      if (known !== undefined) return known
      if (kept.size >= SELECTIONS_KEPT) kept.delete(kept.keys().next().value!)
      const selection = made(filters)
      kept.set(key, selection)
      selection.catch(() => kept.delete(key))
      return selection
    },
  }
}
