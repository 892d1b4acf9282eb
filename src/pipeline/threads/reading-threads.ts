// Threads that read batches of reports. A thread that breaks off (no memory left, a fault of ours) takes its batch alone with
// it: each of those reports is a line that says so, and a new thread reads on.
import { Worker } from 'node:worker_threads'
import { unreadable, type Gathered } from '../../pipeline.ts'
import type { Ask, Begun, Reply } from './asks.ts'
import { lineOf } from './line.ts'

/** Megabytes of the young heap: what ./dateline starts its own thread with. */
const YOUNG_MB = 48

/** Threads are started when they are first needed. */
export class ReadingThreads {
  readonly #begun: Begun
  readonly #most: number
  readonly #idle: Worker[] = []
  readonly #all = new Set<Worker>()
  readonly #waiting: ((thread: Worker) => void)[] = []

  constructor(most: number, begun: Begun) {
    this.#most = most
    this.#begun = begun
  }

  /** The lines of a batch, in its order. Never rejects over what is in a report. */
  async read(batch: readonly Gathered[]): Promise<Reply> {
    const thread = await this.#thread()
    const reply = await this.#answer(thread, batch.map(portable))
    if (Array.isArray(reply)) { this.#free(thread); return reply }
    return batch.map(({ record }) => lineOf(unreadable(record, { code: 'fault', message: `the thread that read it broke off: ${reply.why}` }), this.#begun.mentions))
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((thread) => thread.terminate()))
  }

  [Symbol.asyncDispose](): Promise<void> { return this.close() }

  #thread(): Promise<Worker> {
    const idle = this.#idle.pop()
    if (idle !== undefined) return Promise.resolve(idle)
    if (this.#all.size < this.#most) return Promise.resolve(this.#start())
    return new Promise((resolve) => { this.#waiting.push(resolve) })
  }

  #free(thread: Worker): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#idle.push(thread)
    else next(thread)
  }

  #answer(thread: Worker, batch: Ask): Promise<Reply | { why: string }> {
    return new Promise((resolve) => {
      const settle = (reply: Reply | { why: string }): void => {
        thread.off('message', settle)
        thread.off('error', onError)
        thread.off('exit', onExit)
        resolve(reply)
      }
      const lost = (why: string): void => {
        this.#all.delete(thread)
        void thread.terminate()
        settle({ why })
        if (this.#waiting.length > 0) this.#free(this.#start())
      }
      const onError = (error: unknown): void => { lost(error instanceof Error ? error.message : String(error)) }
      const onExit = (): void => { lost('it ended') }
      thread.on('message', settle)
      thread.on('error', onError)
      thread.on('exit', onExit)
      thread.postMessage(batch)
    })
  }

  #start(): Worker {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: this.#begun, execArgv: ['--disable-warning=ExperimentalWarning'], resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
    thread.on('error', () => {}) // while it is being ended, nobody waits for it
    this.#all.add(thread)
    return thread
  }
}

/** With bytes of their own, so that no more is sent than these. */
const portable = (gathered: Gathered): Gathered => (gathered.bytes === null ? gathered : { ...gathered, bytes: new Uint8Array(gathered.bytes) })
