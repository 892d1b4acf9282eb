// What a rule works out of a report once is kept with the report's own table, and let go with it. A WeakMap would hold it
// until the old heap is cleaned, since a collector of young objects takes the values of an old map for living.
import type { TokenTable } from '../model/document.ts'

let places = 0

/** One thing that is kept with a table of tokens. */
export class Kept<Of> {
  private readonly place = places++

  /** What was kept with this table; undefined where nothing was. */
  of({ kept }: TokenTable): Of | undefined {
    return kept[this.place] as Of | undefined
  }

  /** Keeps it, and gives it back. */
  keep({ kept }: TokenTable, value: Of): Of {
    while (kept.length < this.place) kept.push(undefined)
    kept[this.place] = value
    return value
  }
}
