// Names that come again and again, and lists of them: kept once, each with its number, so that rows are counted by numbers.

export class Names {
  readonly names: string[] = []
  readonly lists: (readonly number[])[] = []
  readonly #names = new Map<string, number>()
  readonly #lists = new Map<string, number>()

  /** The number of a name; -1 for none. */
  at(text: string | null | undefined): number {
    if (text === null || text === undefined || text === '') return -1
    const known = this.#names.get(text)
    if (known !== undefined) return known
    this.#names.set(text, this.names.length)
    return this.names.push(text) - 1
  }

  /** The number of a name that is there already; -1 where it is not. */
  known(text: string): number { return this.#names.get(text) ?? -1 }

  /** The name of a number; null for -1. */
  name(at: number): string | null { return this.names[at] ?? null }

  /** The numbers of different names, sorted by name. */
  some(texts: Iterable<string>): number[] { return [...new Set(texts)].sort().flatMap((text) => { const at = this.at(text); return at < 0 ? [] : [at] }) }

  /** The number of a list, whatever order its names are in. */
  listAt(texts: Iterable<string>): number {
    const numbers = this.some(texts), key = numbers.join(' ')
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    this.#lists.set(key, this.lists.length)
    return this.lists.push(numbers) - 1
  }

  /** The names of a list. */
  list(at: number): string[] { return this.lists[at]!.map((name) => this.names[name]!) }
}
