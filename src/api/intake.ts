// Adding from the desk: texts and files are read one after the other, and every listener sees how far it is.
import { randomUUID } from 'node:crypto'
import type { Gazetteer } from '../model/gazetteer.ts'
import { addGathered, type Added } from '../pipeline/add-reports.ts'
import type { Gathered } from '../pipeline.ts'
import type { Store } from '../store/store.ts'
import type { Listeners } from './listeners.ts'

/** What is to be read, with the name that it is shown by. */
export interface Incoming {
  name: string
  gathered: AsyncIterable<Gathered> | Iterable<Gathered>
}

/** How far one piece of the intake is. */
export interface IntakeState {
  id: string
  name: string
  state: 'waiting' | 'reading' | 'read' | 'failed'
  added: Pick<Added, 'doc' | 'what' | 'id' | 'version' | 'claims' | 'trouble'>[]
  /** What went wrong, a sentence. */
  trouble: string | null
}

const MOST_WAITING = 500
const KEPT = 50

export class Intake {
  readonly #store: Store
  readonly #gazetteer: Gazetteer
  readonly #listeners: Listeners
  readonly #settled: () => Promise<void>
  readonly #waiting: { state: IntakeState, incoming: Incoming }[] = []
  readonly #recent: IntakeState[] = []
  #running: Promise<void> | null = null

  /** `settled` is called whenever something was added: it brings incidents and overview up to date. */
  constructor(around: { store: Store, gazetteer: Gazetteer, listeners: Listeners, settled: () => Promise<void> }) {
    this.#store = around.store
    this.#gazetteer = around.gazetteer
    this.#listeners = around.listeners
    this.#settled = around.settled
  }

  /** The latest pieces, newest first. */
  get recent(): readonly IntakeState[] { return this.#recent }

  /** Takes pieces in; null where too many wait already. */
  take(pieces: readonly Incoming[]): IntakeState[] | null {
    if (this.#waiting.length + pieces.length > MOST_WAITING) return null
    const states = pieces.map((incoming): IntakeState => {
      const state: IntakeState = { id: randomUUID(), name: incoming.name, state: 'waiting', added: [], trouble: null }
      this.#waiting.push({ state, incoming })
      this.#recent.unshift(state)
      return state
    })
    this.#recent.length = Math.min(this.#recent.length, KEPT + this.#waiting.length)
    for (const state of states) this.#tell(state)
    this.#running ??= this.#run().finally(() => { this.#running = null })
    return states
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> { while (this.#running !== null) await this.#running }

  async #run(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { state, incoming } = next
      state.state = 'reading'
      this.#tell(state)
      try {
        for await (const gathered of incoming.gathered) {
          const { doc, what, id, version, claims, trouble } = await addGathered(this.#store, gathered, { raw: false, gazetteer: this.#gazetteer })
          state.added.push({ doc, what, id, version, claims, trouble })
          this.#tell(state)
        }
        state.state = state.added.every((added) => added.what === 'unread') ? 'failed' : 'read'
        state.trouble = state.added.flatMap((added) => added.trouble.map(({ message }) => message))[0] ?? null
        await this.#settled()
      } catch (error) {
        state.state = 'failed'
        state.trouble = error instanceof Error ? error.message : String(error)
      }
      this.#tell(state)
    }
  }

  #tell(state: IntakeState): void {
    this.#listeners.tell({ name: 'intake', data: state })
  }
}
