// Near-copies of one text: wire stories that outlets print with few changes. One-permutation MinHash over word shingles, empty
// bins filled from their neighbour, with banding: one pass over each text and no comparison of all pairs (Broder, "On the
// resemblance and containment of documents", 1997; Shrivastava and Li, "Densifying one permutation hashing via rotation for
// fast near neighbor search", 2014).
import { foldPlaceName } from '../../geo/fold.ts'

const SHINGLE = 5
const HASHES = 128
const BANDS = 64
const ROWS = 2
/** Two texts are copies where this share of all their shingles is estimated to be common, */
const RESEMBLE = 0.45
/** or where this share of the shorter one's is in the longer: a story cut short, or printed among other things. */
const CONTAINED = 0.7, LEAST_COMMON = 0.2
/** Texts of fewer words are compared as a whole: a short sentence has too few shingles. */
const SHORT = 24
const LONGEST = 20_000

/** Spreads every bit of a number over all of it (the finaliser of MurmurHash3). */
function mix(value: number): number {
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) + 0x9e3779b9 >>> 0
}

const EMPTY = 0xffffffff

/** An empty bin takes the value of the next that is not, marked by how far it came. */
function fillEmpty(least: Uint32Array): void {
  const full = Uint32Array.from(least)
  for (let bin = 0; bin < HASHES; bin++) {
    let step = 0
    while (step < HASHES && full[(bin + step) % HASHES] === EMPTY) step++
    if (step > 0) least[bin] = mix(full[(bin + step) % HASHES]! + step)
  }
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** What is kept of a text to know its copies by. */
export interface Sketch {
  /** The whole text, folded, where it is short. */
  whole: string | null
  /** How many shingles it has. */
  size: number
  least: Uint32Array
}

/** The sketch of a text; null for less than four words. */
export function sketchOf(text: string): Sketch | null {
  const words = foldPlaceName(text.length > LONGEST ? text.slice(0, LONGEST) : text).split(' ').filter((word) => word !== '')
  if (words.length < 4) return null
  const least = new Uint32Array(HASHES).fill(EMPTY)
  if (words.length < SHORT) return { whole: words.join(' '), size: words.length, least }
  const hashes = words.map(hashWord)
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let shingle = 0
    for (let k = 0; k < SHINGLE; k++) shingle = mix(shingle ^ hashes[i + k]!)
    const bin = shingle >>> 25
    const value = shingle & 0x1ffffff
    if (value < least[bin]!) least[bin] = value
  }
  fillEmpty(least)
  return { whole: null, size: hashes.length - SHINGLE + 1, least }
}

function resemblance(a: Sketch, b: Sketch): number {
  if (a.whole !== null || b.whole !== null) return a.whole === b.whole ? 1 : 0
  let equal = 0
  for (let h = 0; h < HASHES; h++) if (a.least[h] === b.least[h]) equal++
  return equal / HASHES
}

/** The share of the shorter text's shingles that the longer one has too, from the share of all that are common. */
function containment(common: number, a: Sketch, b: Sketch): number {
  return Math.min(1, (common * (a.size + b.size)) / ((1 + common) * Math.min(a.size, b.size)))
}

/** How much of the shorter of two texts stands in the other as it was: 1 for all of it, 0 for nothing; what is left was rewritten. */
export function sharedOf(a: Sketch, b: Sketch): number {
  return containment(resemblance(a, b), a, b)
}

/** Whether two texts are copies: by what they have in common, or by how much of the shorter is in the longer. */
export function areCopies(a: Sketch, b: Sketch): boolean {
  const common = resemblance(a, b)
  return common >= RESEMBLE || (common >= LEAST_COMMON && containment(common, a, b) >= CONTAINED)
}

/** The keys of a longer text's bands, each with which of them it is mixed in: copies share some of them, other texts hardly any. */
export function bandsOf({ least }: Sketch): Uint32Array {
  const keys = new Uint32Array(BANDS)
  for (let band = 0; band < BANDS; band++) {
    let key = mix(band)
    for (let row = band * ROWS; row < (band + 1) * ROWS; row++) key = mix(key ^ least[row]!)
    keys[band] = key
  }
  return keys
}
