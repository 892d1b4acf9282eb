// The words met so far, numbered: a token's word is found by its character codes, without a string being made, and what a
// language knows of a word is then kept in columns by its number.
import type { TokenTable } from '../model/document.ts'

/** The number of a word that is not kept: met after `MOST` others, or too long. */
export const NO_NUMBER = 0

const MOST = 200_000
const LONGEST = 40
/** So many places are looked at for one word, whatever words a text was made of. */
const PROBES = 24

let size = 1 << 15
let slots = new Int32Array(size)
let hashes = new Int32Array(1 << 14)
/** As written, without a hold on the text it was first met in. */
const written: string[] = ['']
/** By the form's number: its word in lower case, and the word's number. */
const lowers: string[] = ['']
let words = new Int32Array(1 << 14)
const numbers = new Map<string, number>()

/** A word in lower case, its apostrophes made straight. */
function lowered(word: string): string {
  return word.toLowerCase().replace(/[’ʼ`‘]/g, "'")
}

function detached(codes: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...codes.subarray(from, to))
}

function grow(): void {
  size *= 2
  slots = new Int32Array(size)
  const larger = new Int32Array(size / 2), more = new Int32Array(size / 2)
  larger.set(hashes); more.set(words)
  hashes = larger; words = more
  for (let form = 1; form < written.length; form++) {
    let at = hashes[form]! & (size - 1)
    for (let probe = 0; probe < PROBES; probe++, at = (at + 1) & (size - 1)) if (slots[at] === 0) { slots[at] = form; break }
  }
}

/** The form of the letters `from`–`to` of a text's codes; 0 where it is not kept. */
export function formOf(codes: Uint16Array, from: number, to: number): number {
  const length = to - from
  if (length >= LONGEST) return 0
  let hash = length
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ codes[i]!, 0x01000193)
  hash ^= hash >>> 15
  let at = hash & (size - 1)
  for (let probe = 0; probe < PROBES; probe++, at = (at + 1) & (size - 1)) {
    const form = slots[at]!
    if (form === 0) return keep(codes, from, to, hash, at)
    if (hashes[form] !== hash) continue
    const known = written[form]!
    if (known.length !== length) continue
    let i = 0
    while (i < length && known.charCodeAt(i) === codes[from + i]) i++
    if (i === length) return form
  }
  return 0
}

function keep(codes: Uint16Array, from: number, to: number, hash: number, at: number): number {
  const form = written.length
  if (form >= MOST) return 0
  if (form * 2 >= size) { grow(); return formOf(codes, from, to) }
  const word = detached(codes, from, to), low = lowered(word)
  let number = numbers.get(low)
  if (number === undefined) numbers.set(low, (number = numbers.size + 1))
  slots[at] = form
  hashes[form] = hash
  words[form] = number
  written.push(word)
  lowers.push(low)
  return form
}

/** The word in lower case of a form. */
export const lowerOf = (form: number): string => lowers[form]!
/** The number of a form's word: the same for the same word in lower case. */
export const numberOf = (form: number): number => words[form]!
/** A word in lower case that is not kept. */
export const lowerUnkept = (text: string, from: number, to: number): string => lowered(text.slice(from, to))

const UNKNOWN = -2147483648

/** A whole number of each word, worked out once: `of` must tell the same of the same word, and never -2147483648. */
export class WordColumn {
  private readonly of: (word: string) => number
  private known = new Int32Array(1 << 13).fill(UNKNOWN)

  constructor(of: (word: string) => number) {
    this.of = of
  }

  /** The number of token `i`'s word. */
  at(tokens: TokenTable, i: number): number {
    const number = tokens.word[i]!
    const found = number < this.known.length ? this.known[number]! : UNKNOWN
    return found !== UNKNOWN && number !== NO_NUMBER ? found : this.learn(number, tokens.lower[i]!)
  }

  private learn(number: number, word: string): number {
    const found = this.of(word)
    if (number === NO_NUMBER) return found
    if (number >= this.known.length) {
      const larger = new Int32Array(Math.max(number + 1, this.known.length * 2)).fill(UNKNOWN)
      larger.set(this.known)
      this.known = larger
    }
    this.known[number] = found
    return found
  }
}
