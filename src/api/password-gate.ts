// Hashing a password takes a tenth of a gigabyte and most of a second, on purpose: only few are hashed at once, so that
// nobody fills the memory by asking, and devices that were signed in before come first.

const AT_ONCE = 2
const MOST_WAITING = 40

export class PasswordGate {
  readonly #waiting = { known: [] as (() => void)[], strangers: [] as (() => void)[] }
  #running = 0

  /** Does the work when its turn comes; null, at once, where too many wait already. */
  async run<Result>(known: boolean, work: () => Promise<Result>): Promise<Result | null> {
    const line = known ? this.#waiting.known : this.#waiting.strangers
    if (this.#running >= AT_ONCE) {
      if (line.length >= MOST_WAITING) return null
      await new Promise<void>((resolve) => { line.push(resolve) })
    } else this.#running++
    try {
      return await work()
    } finally {
      const next = this.#waiting.known.shift() ?? this.#waiting.strangers.shift()
      if (next === undefined) this.#running--
      else next()
    }
  }
}
