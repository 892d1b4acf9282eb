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
/** The letters of every form, one after another. */
let letters = new Uint16Array(1 << 16)
let used = 0
/** Four numbers a form: its hash, where its letters begin, how many they are, and the number of its word. */
let forms = new Int32Array(4 << 14)
/** By the form's number: its word in lower case. */
const lowers: string[] = ['']
const numbers = new Map<string, number>()

/** A word in lower case, its apostrophes made straight. */
function lowered(word: string): string {
  return word.toLowerCase().replace(/[’ʼ`‘]/g, "'")
}

/** The one string of its letters that the engine keeps, as it does of words in code and of keys: two such are compared as fast as two numbers. It takes some microseconds: for what a table says of many words, not for each of its words. */
export function interned(word: string): string {
  return Object.keys({ [word]: 0 })[0]!
}

/** A string of its own, without a hold on the text. */
function detached(codes: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...codes.subarray(from, to))
}

function grow(): void {
  size *= 2
  slots = new Int32Array(size)
  const wider = new Int32Array(forms.length * 2)
  wider.set(forms)
  forms = wider
  for (let form = 1; form < lowers.length; form++) {
    let at = forms[form << 2]! & (size - 1)
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
    const own = form << 2
    if (forms[own] !== hash || forms[own + 2] !== length) continue
    const known = forms[own + 1]!
    let i = 0
    while (i < length && letters[known + i] === codes[from + i]) i++
    if (i === length) return form
  }
  return 0
}

function keep(codes: Uint16Array, from: number, to: number, hash: number, at: number): number {
  const form = lowers.length
  if (form >= MOST) return 0
  if (form * 2 >= size) { grow(); return formOf(codes, from, to) }
  const low = interned(lowered(detached(codes, from, to)))
  let number = numbers.get(low)
  if (number === undefined) numbers.set(low, (number = numbers.size + 1))
  if (used + LONGEST > letters.length) { const longer = new Uint16Array(letters.length * 2); longer.set(letters); letters = longer }
  slots[at] = form
  forms[form << 2] = hash
  forms[(form << 2) + 1] = used
  forms[(form << 2) + 2] = to - from
  forms[(form << 2) + 3] = number
  for (let i = from; i < to; i++) letters[used++] = codes[i]!
  lowers.push(low)
  return form
}

/** The word in lower case of a form. */
export const lowerOf = (form: number): string => lowers[form]!
/** The number of a form's word: the same for the same word in lower case. */
export const numberOf = (form: number): number => forms[(form << 2) + 3]!
/** A word in lower case that is not kept. */
export const lowerUnkept = (text: string, from: number, to: number): string => lowered(text.slice(from, to))

const UNKNOWN = 0x7fffffff

/** A whole number of each word, worked out once: `of` must tell the same of the same word, and never 2147483647. */
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
    return found !== UNKNOWN ? found : this.learn(number, tokens.lower[i]!)
  }

  /** The first token from `from` on whose word's number is not 0; `last` where none is. */
  next(tokens: TokenTable, from: number, last: number): number {
    const { word } = tokens
    let { known } = this
    for (let i = from; i < last; i++) {
      const number = word[i]!
      const found = number < known.length ? known[number]! : UNKNOWN // nothing is kept of words without a number
      if (found === 0) continue
      if (found !== UNKNOWN || this.learn(number, tokens.lower[i]!) !== 0) return i
      known = this.known
    }
    return last
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

/** A set of words that is asked by token: faster than a Set of strings. */
export class WordSet {
  private readonly column: WordColumn

  constructor(words: Iterable<string>) {
    const set = new Set(words)
    this.column = new WordColumn((word) => (set.has(word) ? 1 : 0))
  }

  /** Whether token `i`'s word is one of them. */
  has(tokens: TokenTable, i: number): boolean {
    return this.column.at(tokens, i) === 1
  }
}
