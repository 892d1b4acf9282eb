// Adding from the desk: texts, files and pages of the web are read one after the other, and every listener sees how far it is.
import { randomUUID } from 'node:crypto'
import type { Door } from '../fetcher/door.ts'
import { FetchFault } from '../fetcher/fault.ts'
import type { Trouble } from '../model/report.ts'
import { fetchAndKeep, readFetched } from '../pipeline/add-fetched.ts'
import { addGathered, type Added } from '../pipeline/add-reports.ts'
import type { Gathered, ReadOptions } from '../pipeline.ts'
import { openedBytes } from '../stages/gather/open.ts'
import { StoreError, type KeptFetch, type Store } from '../store/store.ts'
import type { Listeners } from './listeners.ts'

/** What is to be read, with the name that it is shown by: what is here already, or an address to be fetched first. */
export type Incoming = { name: string } & ({ gathered: AsyncIterable<Gathered> | Iterable<Gathered> } | { url: string })

/** How far one piece of the intake is. */
export interface IntakeState {
  id: string
  name: string
  state: 'fetching' | 'waiting' | 'reading' | 'read' | 'failed'
  added: Pick<Added, 'doc' | 'what' | 'id' | 'version' | 'claims' | 'trouble'>[]
  trouble: Trouble | null
}

const MOST_WAITING = 500
const KEPT = 50

export class Intake {
  readonly #store: Store
  readonly #reading: ReadOptions
  readonly #listeners: Listeners
  readonly #settled: () => Promise<void>
  readonly #door: Door | null
  readonly #waiting: { state: IntakeState, read: () => AsyncIterable<Added> }[] = []
  readonly #fetching = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  readonly #recent: IntakeState[] = []
  #running: Promise<void> | null = null

  /** `settled` is called whenever something was added: it brings incidents and overview up to date. `door` null: nothing is fetched. */
  constructor(around: { store: Store, reading: Omit<ReadOptions, 'raw'>, listeners: Listeners, door: Door | null, settled: () => Promise<void> }) {
    this.#door = around.door
    this.#store = around.store
    this.#reading = { ...around.reading, raw: false }
    this.#listeners = around.listeners
    this.#settled = around.settled
  }

  /** The latest pieces, newest first. */
  get recent(): readonly IntakeState[] { return this.#recent }

  /** The reports of a file that came as bytes, opened where they are read. */
  opened(name: string, bytes: Uint8Array): AsyncIterable<Gathered> { return this.#reading.apart?.openBytes(name, bytes) ?? openedBytes(name, bytes) }

  /** false: addresses are not fetched here. */
  get fetches(): boolean { return this.#door !== null }

  /** Takes pieces in; null where too many wait already. An address is fetched at once, so that a slow server keeps nobody waiting. */
  take(pieces: readonly Incoming[]): IntakeState[] | null {
    if (this.#waiting.length + this.#fetching.size + pieces.length > MOST_WAITING) return null
    const states = pieces.map((incoming): IntakeState => {
      const state: IntakeState = { id: randomUUID(), name: incoming.name, state: 'url' in incoming ? 'fetching' : 'waiting', added: [], trouble: null }
      this.#recent.unshift(state)
      if ('url' in incoming) this.#fetch(state, incoming.url)
      else this.#waiting.push({ state, read: () => this.#readGathered(incoming.gathered) })
      return state
    })
    this.#recent.length = Math.min(this.#recent.length, KEPT + this.#waiting.length + this.#fetching.size)
    for (const state of states) this.#tell(state)
    this.#begin()
    return states
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#fetching.size > 0 || this.#running !== null) { await Promise.all(this.#fetching); await this.#running }
  }

  /** Gives up what is being fetched, and resolves when all that had come is read. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.idle()
  }

  #begin(): void { this.#running ??= this.#run().finally(() => { this.#running = null; if (this.#waiting.length > 0) this.#begin() }) }

  #fetch(state: IntakeState, url: string): void {
    const done = (async (): Promise<void> => {
      if (this.#door === null) throw new Error('Addresses are not fetched here.')
      const kept: KeptFetch = await fetchAndKeep(this.#store, this.#door, url, { signal: this.#stopping.signal })
      state.state = 'waiting'
      this.#tell(state)
      this.#waiting.push({ state, read: () => readFetched(this.#store, kept, this.#reading) })
    })().catch((error: unknown) => { this.#fail(state, error) }).finally(() => { this.#fetching.delete(done); this.#begin() })
    this.#fetching.add(done)
  }

  #fail(state: IntakeState, error: unknown): void {
    state.state = 'failed'
    state.trouble = { code: error instanceof FetchFault ? error.code : error instanceof StoreError ? `store_${error.fault}` : 'fault', message: error instanceof Error ? error.message : String(error) }
    this.#tell(state)
  }

  async *#readGathered(pieces: AsyncIterable<Gathered> | Iterable<Gathered>): AsyncGenerator<Added> {
    for await (const gathered of pieces) yield await addGathered(this.#store, gathered, this.#reading)
  }

  async #run(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { state, read } = next
      state.state = 'reading'
      this.#tell(state)
      try {
        for await (const { doc, what, id, version, claims, trouble } of read()) {
          state.added.push({ doc, what, id, version, claims, trouble })
          this.#tell(state)
        }
        state.state = state.added.every((added) => added.what === 'unread') ? 'failed' : 'read'
        state.trouble = state.added.flatMap((added) => added.trouble)[0] ?? null
        await this.#settled()
      } catch (error) {
        this.#fail(state, error)
        continue
      }
      this.#tell(state)
    }
  }

  #tell(state: IntakeState): void {
    this.#listeners.tell({ name: 'intake', data: state })
  }
}
