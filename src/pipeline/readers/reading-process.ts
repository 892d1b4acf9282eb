// A process that reads, seen from the one that asks: batches go there, lines come back, and where it ends by itself, why.
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Gathered } from '../../pipeline.ts'
import type { Ask, Begun, Reply } from './asks.ts'

const READER = fileURLToPath(new URL('./reader.ts', import.meta.url))
/** So many characters are kept of what a process writes as it dies. */
const LAST_WORDS = 4096

/** How much of JavaScript's heap a process may fill, in megabytes; Node's own limit where absent. */
export interface ReaderLimits {
  oldMb?: number
}

/** Set as the process that starts it is (the flags of Node's that `dateline` is begun with). */
export class ReadingProcess {
  readonly #process: ChildProcess
  readonly #over: Promise<void>
  /** Why it ended; null while it lives. */
  #why: string | null = null
  #answered: ((reply: Reply) => void) | null = null

  constructor(begun: Begun, { oldMb }: ReaderLimits) {
    this.#process = fork(READER, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [...process.execArgv, '--disable-warning=ExperimentalWarning', ...(oldMb === undefined ? [] : [`--max-old-space-size=${oldMb}`])] })
    let words = ''
    this.#process.stderr!.on('data', (more: Buffer) => { words = (words + more.toString()).slice(-LAST_WORDS) })
    this.#process.on('message', (reply: Reply) => { this.#answer(reply) })
    this.#over = new Promise((resolve) => {
      const over = (why: string): void => {
        this.#why ??= why
        this.#answer({ fault: this.#why })
        resolve()
      }
      this.#process.on('error', ({ message }) => { over(message) })
      this.#process.on('close', (code, signal) => { over(words.includes('out of memory') ? 'it ran out of memory' : `it ended (${signal ?? `exit code ${code}`})`) })
    })
    this.#ask({ begin: begun })
  }

  /** false: nothing is read there any more. */
  get lives(): boolean { return this.#why === null }

  /** Asked for one batch after the other. Never rejects: where it breaks off, the reply says why. */
  read(batch: readonly Gathered[]): Promise<Reply> {
    if (this.#why !== null) return Promise.resolve({ fault: this.#why })
    return new Promise((resolve) => {
      this.#answered = resolve
      this.#ask({ read: batch })
    })
  }

  /** Kills it; once it has ended. */
  end(): Promise<void> {
    this.#process.kill('SIGKILL')
    return this.#over
  }

  #ask(ask: Ask): void {
    this.#process.send(ask, () => {}) // who cannot be asked any more has ended, which is told
  }

  #answer(reply: Reply): void {
    const answered = this.#answered
    this.#answered = null
    answered?.(reply)
  }
}
