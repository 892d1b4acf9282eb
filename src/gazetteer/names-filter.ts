// A Bloom filter over folded names: says at once that no place has a name, so that the table is asked only for likely ones.

const HASHES = 7

function hash(name: string, seed: number): number {
  let h = seed
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 12)) >>> 0
}

/** Bytes for a filter of that many names at about one false hit in a hundred and fifty. */
export function filterSize(names: number): number {
  return Math.max(64, Math.ceil(names * 11 / 8))
}

/** Puts a name into the filter. */
export function addToFilter(bits: Uint8Array, name: string): void {
  const a = hash(name, 0x811c9dc5), b = hash(name, 0x9747b28c) | 1, size = bits.length * 8
  for (let k = 0; k < HASHES; k++) { const at = ((a + Math.imul(k, b)) >>> 0) % size; bits[at >> 3]! |= 1 << (at & 7) }
}

/** false: the name was never put in. true: it most likely was. */
export function mayHold(bits: Uint8Array, name: string): boolean {
  const a = hash(name, 0x811c9dc5), b = hash(name, 0x9747b28c) | 1, size = bits.length * 8
  for (let k = 0; k < HASHES; k++) { const at = ((a + Math.imul(k, b)) >>> 0) % size; if ((bits[at >> 3]! & (1 << (at & 7))) === 0) return false }
  return true
}

/** How the filter knows the first word of names of two or more words. */
export function headOf(word: string): string {
  return `${word} `
}
