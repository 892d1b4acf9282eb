// Threads that read batches of reports. Where a thread breaks off (no memory left, a fault of ours), a new one tries each report
// of its batch alone: the one that it broke off over is a line that says so, and nothing else is lost.
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { unreadable, type Gathered } from '../../pipeline.ts'
import type { Ask, Begun, Reply } from './asks.ts'
import { lineOf } from './line.ts'

/**
 * How the engine is set for threads. Beside a thread alone the optimising compiler has a processor to itself; with a thread on each it takes
 * their time, and what it takes for one thread's code is worth it after some 35 MB: it is to wait longer for code to turn out hot. The young
 * heap is no larger than what a thread that runs out of memory is given to end by itself: what survives a larger one ends the process with it.
 */
const FLAGS = ['--invocation-count-for-turbofan=50000', '--max-semi-space-size=16']

/** How much of JavaScript's heap a thread may fill, in megabytes; Node's own limit where absent. */
export interface ThreadLimits {
  oldMb?: number
}

/** Threads are started when they are first needed. */
export class ReadingThreads {
  readonly #begun: Begun
  readonly #most: number
  readonly #limits: ThreadLimits
  readonly #idle: Worker[] = []
  readonly #all = new Set<Worker>()
  readonly #waiting: ((thread: Worker | null) => void)[] = []
  #closed = false

  constructor(most: number, begun: Begun, limits: ThreadLimits = {}) {
    this.#limits = limits
    this.#most = most
    this.#begun = begun
    for (const flag of FLAGS) setFlagsFromString(flag)
  }

  /** The lines of a batch, in its order; none once it is closed. Never rejects over what is in a report. */
  async read(batch: readonly Gathered[]): Promise<Reply> {
    const thread = await this.#thread()
    if (thread === null) return []
    const reply = await this.#answer(thread, batch.map(portable))
    if (Array.isArray(reply)) { this.#free(thread); return reply }
    if (this.#closed) return []
    if (batch.length > 1) {
      const lines: Reply = []
      for (const one of batch) lines.push(...await this.read([one]))
      return lines
    }
    return batch.map(({ record }) => lineOf(unreadable(record, { code: 'fault', message: `the thread that read it broke off: ${reply.why}` }), this.#begun.mentions))
  }

  /** Ends all threads, and starts none any more: what waits for one gives no lines. */
  async close(): Promise<void> {
    this.#closed = true
    for (const resolve of this.#waiting.splice(0)) resolve(null)
    await Promise.all([...this.#all].map((thread) => thread.terminate()))
  }

  [Symbol.asyncDispose](): Promise<void> { return this.close() }

  /** A thread that has nothing to do; null once closed. */
  #thread(): Promise<Worker | null> {
    if (this.#closed) return Promise.resolve(null)
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
        if (this.#waiting.length > 0 && !this.#closed) this.#free(this.#start())
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
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: this.#begun, execArgv: ['--disable-warning=ExperimentalWarning'], ...(this.#limits.oldMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: this.#limits.oldMb } }) })
    thread.on('error', () => {}) // while it is being ended, nobody waits for it
    this.#all.add(thread)
    return thread
  }
}

/** With bytes of their own, so that no more is sent than these. */
const portable = (gathered: Gathered): Gathered => (gathered.bytes === null ? gathered : { ...gathered, bytes: new Uint8Array(gathered.bytes) })
