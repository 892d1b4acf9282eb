// All incidents in short, in memory: read once from the store and kept up to date, then asked by every list, map and timeline.
import { decisionsInDoubt } from '../../pipeline/review.ts'
import type { Doubts } from '../../review/doubts.ts'
import type { Store } from '../../store/store.ts'
import { barsOf, type Bar } from './bars.ts'
import { filterRows, type Filtered } from './filter.ts'
import type { Filters } from './filters.ts'
import { nearestTo, type Nearby } from './nearest.ts'
import { queueOf, wantingIn, type Queue, type Wanting } from './queue.ts'
import { basisOf, readAgain, readTable, type Basis } from './read.ts'
import { TOTAL_KIND, type Row } from './row.ts'
import { spotsOf, type Spots } from './spots.ts'
import type { Table } from './table.ts'
import type { TotalPoint } from './totals.ts'
import { voicesOf, type Voice } from './voices.ts'

const SELECTIONS_KEPT = 12
const WORDS_KEPT = 6

/** What a set of filters chooses; worked out once and asked several times. */
export interface Selection extends Filtered {
  /** Some of the chosen, from a place among them on. */
  page(offset: number, limit: number): Row[]
  /** The chosen of some kinds as bars along the days. */
  bars(kinds: readonly string[]): Bar[]
  spots(): Spots
  /** Those that want a look, worst first. */
  queue(): Promise<Queue>
}

export interface Overview {
  /** Goes up with every change of what is shown. */
  revision: number
  size: number
  byId(id: string): Row | undefined
  /** How many of the rows are events and not running totals. */
  events: number
  select(filters: Filters): Promise<Selection>
  /** Other incidents near it in days and on the ground that were kept apart from it. */
  nearest(id: string): Nearby[]
  /** Incidents that are parts of this one. */
  partsOf(id: string): readonly Row[]
  voices(): { claimants: Voice[], outlets: Voice[] }
  /** Running totals, the earliest day first. */
  totals(): readonly TotalPoint[]
  /** Decisions that need another look for what no incident tells of itself; looked up when they are first asked for. */
  doubts(): Promise<Doubts>
  /** Whether the store shows something else by now. */
  stale(): Promise<boolean>
  /** The overview of the store as it stands, for which only what changed is read. */
  again(): Promise<Overview>
}

/** Reads the overview of a store. */
export async function readOverview(store: Store): Promise<Overview> {
  const basis = await basisOf(store) // first: what changes while it is read is read again
  return overviewOf(store, await readTable(store), basis)
}

function overviewOf(store: Store, table: Table, basis: Basis): Overview {
  const { columns, names } = table, kept = new Map<string, Promise<Selection>>(), words = new Map<string, Promise<Uint8Array>>()
  let wanting: Promise<Wanting> | null = null, inDoubt: Promise<Doubts> | null = null, parts: Map<number, number[]> | null = null, voices: ReturnType<Overview['voices']> | null = null, totals: TotalPoint[] | null = null
  const doubts = (): Promise<Doubts> => {
    if (inDoubt === null) {
      inDoubt = decisionsInDoubt(store, (claims) => store.incidentsOfClaims(claims))
      inDoubt.catch(() => { inDoubt = null; wanting = null })
    }
    return inDoubt
  }
  const marked = async (text: string): Promise<Uint8Array> => {
    const numbers = await store.searchNumbers(text), having = new Uint8Array(columns.words.reduce((most, number) => Math.max(most, number), 0) + 1)
    for (const number of numbers) if (number < having.length) having[number] = 1
    return Uint8Array.from(columns.words, (number) => (number < 0 ? 0 : having[number]!))
  }
  const made = async (filters: Filters): Promise<Selection> => {
    const text = filters.text?.trim() ?? ''
    const filtered = filterRows(table, filters, text === '' ? null : await keep(words, text, WORDS_KEPT, () => marked(text)))
    let spots: Spots | null = null, queue: Queue | null = null
    return {
      ...filtered,
      page: (offset, limit) => Array.from(filtered.places.subarray(offset, offset + limit), (i) => table.row(i)),
      bars: (kinds) => barsOf(table, filtered.places, kinds),
      spots: () => spots ??= spotsOf(table, filtered.places),
      queue: async () => queue ??= queueOf(table, await (wanting ??= doubts().then((all) => wantingIn(table, all))), filtered.places),
    }
  }
  return {
    revision: basis.revision + basis.seq + basis.mark, size: table.size, byId: (id) => table.byId(id), events: columns.kind.reduce((n, kind) => n + (kind === names.known(TOTAL_KIND) ? 0 : 1), 0),
    select: (filters) => keep(kept, JSON.stringify(filters), SELECTIONS_KEPT, () => made(filters)),
    nearest: (id) => nearestTo(table, id),
    partsOf(id) {
      if (parts === null) {
        parts = new Map()
        for (let i = 0; i < table.size; i++) { const whole = columns.partOf[i]!; if (whole >= 0) parts.set(whole, [...parts.get(whole) ?? [], i]) }
      }
      return (parts.get(names.known(id)) ?? []).map((i) => table.row(i))
    },
    voices: () => voices ??= voicesOf(table),
    totals: () => totals ??= [...table.totals.values()].flat().sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) || (a.incident < b.incident ? -1 : a.incident > b.incident ? 1 : 0)),
    doubts,
    async stale() {
      const now = await basisOf(store)
      return now.revision !== basis.revision || now.seq !== basis.seq || now.mark !== basis.mark
    },
    async again() {
      const now = await basisOf(store)
      return overviewOf(store, await readAgain(store, table, basis), now)
    },
  }
}

/** What was made for a key, or is being made; the oldest go. */
function keep<Value>(kept: Map<string, Promise<Value>>, key: string, most: number, make: () => Promise<Value>): Promise<Value> {
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= most) kept.delete(kept.keys().next().value!)
  const value = make()
  kept.set(key, value)
  value.catch(() => kept.delete(key))
  return value
}
