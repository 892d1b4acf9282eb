// Open desks that listen for what is new, by server-sent events.

/** What is told; `name` is the event's, `data` its JSON. */
export interface News {
  name: 'record' | 'intake'
  data: object
}

const MOST_LISTENERS = 200

export class Listeners {
  readonly #tell = new Set<(news: News) => void>()

  get count(): number { return this.#tell.size }

  /** false: too many listen already. */
  add(tell: (news: News) => void): boolean {
    if (this.#tell.size >= MOST_LISTENERS) return false
    this.#tell.add(tell)
    return true
  }

  remove(tell: (news: News) => void): void { this.#tell.delete(tell) }

  tell(news: News): void {
    for (const tell of this.#tell) tell(news)
  }
}
