// Reading in a thread of its own, within a time: a page that takes for ever, or all memory, stops that thread alone, and is
// a record of trouble. The next is read by a new thread.
import { Worker } from 'node:worker_threads'
import type { Trouble } from '../../model/report.ts'
import { unreadable, type Apart, type Gathered, type ReadReport } from '../../pipeline.ts'
import type { Answers, Ask, Begun, Reply } from './asks.ts'
import type { Named } from './named.ts'

/** The longest report that is looked through (12 million characters) takes some 15 seconds. */
const LONGEST_MS = 120_000
const MOST_MEMORY_MB = 4096

export interface ReadingApartOptions extends Begun {
  longestMs?: number
}

/** What stopped the thread. */
class Stopped extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble.message)
    this.trouble = trouble
  }
}

export class ReadingApart implements Apart {
  readonly #begun: Begun
  readonly #longestMs: number
  #thread: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()
  #opened = 0

  constructor({ longestMs = LONGEST_MS, ...begun }: ReadingApartOptions) {
    this.#begun = begun
    this.#longestMs = longestMs
  }

  /** The reports in what was gathered, one by one; where opening it was stopped, that as the last one's trouble. */
  open(gathered: Gathered): AsyncGenerator<Gathered> {
    return this.#parts((place) => ({ what: 'open', ...place, gathered: portable(gathered) }), gathered)
  }

  /** The same for a file that came as bytes, under the name that it was given. */
  openBytes(name: string, bytes: Uint8Array): AsyncGenerator<Gathered> {
    return this.#parts((place) => ({ what: 'open_bytes', ...place, name, bytes: new Uint8Array(bytes) }), { record: { file: name }, bytes, path: null, trouble: [] })
  }

  /** Never throws over what is in a report: that reading it was stopped is its trouble. */
  async read(gathered: Gathered, raw: boolean): Promise<ReadReport> {
    try {
      return await this.#ask({ what: 'read', gathered: portable(gathered), raw })
    } catch (error) {
      return unreadable(gathered.record, troubleOf(error))
    }
  }

  /** The addresses that a sitemap or a feed names, and what stopped looking for them. */
  async named(kind: 'sitemap' | 'feed', url: string, bytes: Uint8Array): Promise<Named> {
    try {
      return await this.#ask({ what: 'named', kind, url, bytes: new Uint8Array(bytes) })
    } catch (error) {
      return { urls: [], lists: [], trouble: troubleOf(error) }
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    await thread?.terminate()
  }

  [Symbol.asyncDispose](): Promise<void> { return this.close() }

  async * #parts(opening: (place: { number: number, skip: number }) => Ask & { what: 'open' | 'open_bytes' }, { record, bytes, path }: Gathered): AsyncGenerator<Gathered> {
    const number = ++this.#opened
    let given = 0, original: Uint8Array | undefined
    try {
      await this.#ask(opening({ number, skip: 0 }))
      for (;;) {
        const next = await this.#ask({ what: 'next', number })
        if (next === null) return
        // something else stopped the thread in between: the new one begins where the old one was
        if (next === 'unknown') { await this.#ask(opening({ number, skip: given })); original = undefined; continue }
        given++
        original = next.gathered.original ?? original
        yield next.sameOriginal && original !== undefined ? { ...next.gathered, original } : next.gathered
      }
    } catch (error) {
      const { html: _html, text: _text, ...stated } = record
      yield { record: stated, bytes: null, path, trouble: [troubleOf(error)], ...(bytes === null ? {} : { original: bytes }) }
    } finally {
      if (this.#thread !== null) await this.#ask({ what: 'shut', number }).catch(() => {})
    }
  }

  /** One ask after the other. */
  #ask<What extends Ask['what']>(ask: Ask & { what: What }): Promise<Answers[What]> {
    const answered = this.#last.then(() => this.#answer(ask))
    this.#last = answered.catch(() => {})
    return answered as Promise<Answers[What]>
  }

  #answer(ask: Ask): Promise<Answers[Ask['what']]> {
    const thread = this.#thread ??= this.#start()
    thread.ref()
    return new Promise((resolve, reject) => {
      const stop = (trouble: Trouble): void => {
        settle()
        if (this.#thread === thread) this.#thread = null
        void thread.terminate()
        reject(new Stopped(trouble))
      }
      const seconds = this.#longestMs / 1000
      const timer = setTimeout(() => { stop({ code: 'too_long', message: `reading it took more than ${seconds} seconds and was stopped` }) }, this.#longestMs)
      const onMessage = (reply: Reply): void => {
        settle()
        thread.unref()
        if ('fault' in reply) reject(new Stopped({ code: 'fault', message: `a fault of Dateline while reading it: ${reply.fault}` }))
        else resolve(reply.answer)
      }
      const onError = (error: unknown): void => {
        const full = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        stop(full ? { code: 'too_large', message: `reading it took more than ${MOST_MEMORY_MB} MB of memory and was stopped` } : { code: 'fault', message: `a fault of Dateline while reading it: ${error instanceof Error ? error.message : String(error)}` })
      }
      const onExit = (): void => { stop({ code: 'fault', message: 'a fault of Dateline: the thread that read it ended' }) }
      const settle = (): void => {
        clearTimeout(timer)
        thread.off('message', onMessage)
        thread.off('error', onError)
        thread.off('exit', onExit)
      }
      thread.on('message', onMessage)
      thread.on('error', onError)
      thread.on('exit', onExit)
      thread.postMessage(ask)
    })
  }

  #start(): Worker {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: this.#begun, execArgv: ['--disable-warning=ExperimentalWarning'], resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } })
    thread.on('error', () => {}) // between asks, and while it is being stopped, nobody waits for it
    return thread
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof Stopped) return error.trouble
  throw error
}

/** With bytes of their own, so that no more is sent than these. */
function portable({ record, bytes, path, trouble }: Gathered): Gathered {
  return { record, bytes: bytes === null ? null : new Uint8Array(bytes), path, trouble }
}
