// Processes that read batches of reports, one on each processor. Where one breaks off (no memory left, a fault of ours), a new one tries
// each report of its batch alone: the one that it broke off over is a line that says so, and nothing else is lost.
import { unreadable, type Gathered } from '../../pipeline.ts'
import type { Begun, ReportLine } from './asks.ts'
import { lineOf } from './line.ts'
import { ReadingProcess, type ReaderLimits } from './reading-process.ts'

/** Processes are started when they are first needed. */
export class Readers {
  readonly #begun: Begun
  readonly #most: number
  readonly #limits: ReaderLimits
  readonly #idle: ReadingProcess[] = []
  readonly #all = new Set<ReadingProcess>()
  readonly #waiting: ((reader: ReadingProcess | null) => void)[] = []
  #closed = false

  constructor(most: number, begun: Begun, limits: ReaderLimits = {}) {
    this.#limits = limits
    this.#most = most
    this.#begun = begun
  }

  /** The lines of a batch, in its order; none once it is closed. Never rejects over what is in a report. */
  async read(batch: readonly Gathered[]): Promise<ReportLine[]> {
    const reader = await this.#reader()
    if (reader === null) return []
    const reply = await reader.read(batch)
    if ('lines' in reply) { this.#free(reader); return reply.lines }
    this.#drop(reader)
    if (this.#closed) return []
    if (batch.length > 1) {
      const lines: ReportLine[] = []
      for (const one of batch) lines.push(...await this.read([one]))
      return lines
    }
    return batch.map(({ record }) => lineOf(unreadable(record, { code: 'fault', message: `the process that read it broke off: ${reply.fault}` }), this.#begun.mentions))
  }

  /** Ends all processes, and starts none any more: what waits for one gives no lines. */
  async close(): Promise<void> {
    this.#closed = true
    for (const resolve of this.#waiting.splice(0)) resolve(null)
    await Promise.all([...this.#all].map((reader) => reader.end()))
  }

  [Symbol.asyncDispose](): Promise<void> { return this.close() }

  /** A process that has nothing to do; null once closed. */
  #reader(): Promise<ReadingProcess | null> {
    if (this.#closed) return Promise.resolve(null)
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.lives) return Promise.resolve(idle)
      this.#all.delete(idle)
    }
    if (this.#all.size < this.#most) return Promise.resolve(this.#start())
    return new Promise((resolve) => { this.#waiting.push(resolve) })
  }

  #free(reader: ReadingProcess): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#idle.push(reader)
    else next(reader)
  }

  /** One that broke off reads no more; who waits gets a new one. */
  #drop(reader: ReadingProcess): void {
    this.#all.delete(reader)
    void reader.end()
    if (this.#waiting.length > 0 && !this.#closed) this.#free(this.#start())
  }

  #start(): ReadingProcess {
    const reader = new ReadingProcess(this.#begun, this.#limits)
    this.#all.add(reader)
    return reader
  }
}
