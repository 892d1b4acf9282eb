// Whose turn it is with a host: one connection at a time, and a pause between two.

/** Ends a turn; the next one begins after `pauseMs`. */
export type Leave = (pauseMs: number) => void

/** Turns at hosts, in the order in which they were asked for. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>()

  /** Waits for the host to be free. Throws the signal's reason where it aborts first; the others in line are not held up by that. */
  async take(host: string, signal?: AbortSignal): Promise<Leave> {
    const before = this.#last.get(host) ?? Promise.resolve()
    let leave: Leave = () => {}
    const done = new Promise<void>((resolve) => { leave = (pauseMs) => { if (pauseMs > 0) setTimeout(resolve, pauseMs); else resolve() } })
    const mine = before.then(() => done).then(() => { if (this.#last.get(host) === mine) this.#last.delete(host) })
    this.#last.set(host, mine)
    try {
      await untilAborted(before, signal)
    } catch (error) {
      leave(0)
      throw error
    }
    return leave
  }
}

/** The promise's value, or the signal's reason thrown where that comes first. */
export function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise
  return new Promise((resolve, reject) => {
    const stop = (): void => { reject(signal.reason as Error) }
    if (signal.aborted) { stop(); return }
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => { signal.removeEventListener('abort', stop) })
  })
}
