/** A deadline that stands still while something is waited for that is nobody's fault: one's turn with another host. */
export class Deadline {
  readonly #stop = new AbortController()
  #leftMs: number
  #since = 0
  #timer: NodeJS.Timeout | undefined

  constructor(ms: number) {
    this.#leftMs = ms
    this.resume()
  }

  get signal(): AbortSignal { return this.#stop.signal }

  pause(): void {
    clearTimeout(this.#timer)
    this.#leftMs -= Date.now() - this.#since
  }

  resume(): void {
    this.#since = Date.now()
    this.#timer = setTimeout(() => { this.#stop.abort(new DOMException('it took too long', 'TimeoutError')) }, Math.max(0, this.#leftMs))
    this.#timer.unref()
  }

  end(): void { clearTimeout(this.#timer) }
}
