// Sketches by their bands, so that a text is compared with those few that share one with it, however many there are: what
// one more costs does not grow with what is there.
import { areCopies, bandsOf, sketchOf, type Sketch } from './copies.ts'

const SMALLEST = 256
const EMPTY = 0

export class CopyIndex {
  readonly #sketches: (Sketch | null)[] = []
  /** For each text an earlier one of its group, or itself. */
  readonly #first: number[] = []
  readonly #wholes = new Map<string, number>()
  // an open table of bands: the band's key, and the text that had it first, plus one
  #keys = new Uint32Array(SMALLEST)
  #holders = new Uint32Array(SMALLEST)
  #filled = 0

  /** Takes in one more text, the next by number; null for one that is nobody's copy. */
  add(sketch: Sketch | null): void {
    const at = this.#sketches.length
    this.#sketches.push(sketch)
    this.#first.push(at)
    if (sketch === null) return
    if (sketch.whole !== null) {
      const other = this.#wholes.get(sketch.whole)
      if (other === undefined) this.#wholes.set(sketch.whole, at)
      else this.join(at, other)
      return
    }
    for (const key of bandsOf(sketch)) this.#meet(key, at, sketch)
  }

  /** The first text of the group that a text is of: its own number where it is the first, or alone. */
  firstOf(text: number): number {
    const first = this.#first
    let at = text
    while (first[at] !== at) at = first[at] = first[first[at]!]!
    return at
  }

  #meet(key: number, at: number, sketch: Sketch): void {
    if (this.#filled * 2 >= this.#keys.length) this.#grow()
    const slot = this.#slotOf(key), holder = this.#holders[slot]!
    if (holder === EMPTY) { this.#put(slot, key, at + 1); return }
    const other = holder - 1
    if (this.firstOf(at) !== this.firstOf(other) && areCopies(sketch, this.#sketches[other]!)) this.join(at, other)
  }

  /** Says that two texts that were taken in are copies, whatever their words. */
  join(one: number, other: number): void {
    const a = this.firstOf(one), b = this.firstOf(other)
    this.#first[Math.max(a, b)] = Math.min(a, b)
  }

  /** Where a key stands in the table, or would. */
  #slotOf(key: number): number {
    const last = this.#keys.length - 1
    let slot = key & last
    while (this.#holders[slot] !== EMPTY && this.#keys[slot] !== key) slot = (slot + 1) & last
    return slot
  }

  #put(slot: number, key: number, holder: number): void {
    this.#keys[slot] = key
    this.#holders[slot] = holder
    this.#filled++
  }

  #grow(): void {
    const keys = this.#keys, holders = this.#holders
    this.#keys = new Uint32Array(keys.length * 2)
    this.#holders = new Uint32Array(keys.length * 2)
    this.#filled = 0
    for (let i = 0; i < keys.length; i++) if (holders[i] !== EMPTY) this.#put(this.#slotOf(keys[i]!), keys[i]!, holders[i]!)
  }
}

/** `copiesAmong` of texts as they are. Texts of less than four words are nobody's copy. */
export const copiesOf = (texts: readonly string[]): number[] => copiesAmong(texts.map(sketchOf))

/** For each text the index of the first of its copies (its own where it is the first or alone). */
export function copiesAmong(sketches: readonly (Sketch | null)[]): number[] {
  const index = new CopyIndex()
  for (const sketch of sketches) index.add(sketch)
  return sketches.map((_, i) => index.firstOf(i))
}
