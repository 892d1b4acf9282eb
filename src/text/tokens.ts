// Tokens: one pass over the text, by character codes. Every later stage works on this table.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_HYPHEN, FLAG_POSSESSIVE, FLAG_SPACE_BEFORE, TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_PUNCTUATION, TOKEN_WORD, type TokenTable } from '../model/document.ts'
import { formOf, lowerOf, lowerUnkept, numberOf } from './vocabulary.ts'

const SPACE = 1
const LETTER = 2
const DIGIT = 3
const MARK = 4 // joins a word without being a letter: combining marks, joiners
const OTHER = 0
const UNSEEN = 255

const CLASS = new Uint8Array(0x10000).fill(UNSEEN)
const UPPER = new Uint8Array(0x10000)

/** The class of a character met for the first time. */
function classify(code: number): number {
  const char = String.fromCharCode(code)
  let found = OTHER
  if (code >= 0x3000) found = code === 0x3000 ? SPACE : code >= 0xd800 && code <= 0xdfff ? OTHER : /\p{L}/u.test(char) ? LETTER : OTHER
  else if (/\s/u.test(char) || code === 0x200b || code === 0xad || code === 0x200e || code === 0x200f || code >= 0x202a && code <= 0x202e || code >= 0x2066 && code <= 0x2069) found = SPACE
  else if (/\p{L}/u.test(char)) found = LETTER
  else if (/[0-9]/.test(char)) found = DIGIT
  else if (/\p{M}/u.test(char) || code === 0x200d || code === 0x200c) found = MARK
  if (code < 0x3000 && /\p{Lu}/u.test(char)) UPPER[code] = 1
  CLASS[code] = found
  return found
}

function classOf(code: number): number {
  const known = CLASS[code]!
  return known === UNSEEN ? classify(code) : known
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x60 || code === 0x2018
const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011
const isOpenQuote = (code: number): boolean => code === 0x201c || code === 0x201e || code === 0xab || code === 0x2018 || code === 0x2039
const isCloseQuote = (code: number): boolean => code === 0x201d || code === 0xbb || code === 0x203a

interface Room { start: Int32Array; end: Int32Array; kind: Uint8Array; flags: Uint8Array; word: Int32Array }
const room = (capacity: number): Room => ({ start: new Int32Array(capacity), end: new Int32Array(capacity), kind: new Uint8Array(capacity), flags: new Uint8Array(capacity), word: new Int32Array(capacity) })
/** Room for the tokens of an ordinary report, filled by one after the other: to make it anew costs as much as to fill it. */
const ORDINARY = 1 << 14
const ordinary = room(ORDINARY)

/** The words of the table that is being filled. */
let lowers: string[] = []

function lowersOf(count: number): string[] {
  const made = lowers.slice(0, count)
  if (lowers.length > ORDINARY) lowers = []
  return made
}

/** The columns of a table that is being filled. */
class Columns {
  readonly text: string
  readonly codes: Uint16Array
  count = 0
  start: Int32Array
  end: Int32Array
  kind: Uint8Array
  flags: Uint8Array
  word: Int32Array

  constructor(text: string, codes: Uint16Array) {
    this.text = text
    this.codes = codes
    const capacity = Math.max(64, (text.length >> 2) + 16)
    const { start, end, kind, flags, word } = capacity <= ORDINARY ? ordinary : room(capacity)
    this.start = start; this.end = end; this.word = word
    this.kind = kind; this.flags = flags
  }

  push(from: number, to: number, kind: number, flags: number): void {
    const n = this.count
    if (n === this.start.length) this.grow()
    this.start[n] = from
    this.end[n] = to
    this.kind[n] = kind
    this.flags[n] = flags
    const form = formOf(this.codes, from, to)
    this.word[n] = numberOf(form)
    lowers[n] = form === 0 ? lowerUnkept(this.text, from, to) : lowerOf(form)
    this.count = n + 1
  }

  private grow(): void {
    const capacity = this.start.length * 2
    const { start, end, kind, flags, word } = room(capacity)
    start.set(this.start); end.set(this.end); word.set(this.word)
    kind.set(this.kind); flags.set(this.flags)
    this.start = start; this.end = end; this.word = word
    this.kind = kind; this.flags = flags
  }
}

/** The character codes of a text, which are read far faster than the text's own. */
function codesOf(text: string): Uint16Array {
  const buffer = Buffer.from(text, 'utf16le')
  if (buffer.byteOffset % 2 === 0 && LITTLE_ENDIAN) return new Uint16Array(buffer.buffer, buffer.byteOffset, text.length)
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < codes.length; i++) codes[i] = text.charCodeAt(i)
  return codes
}
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/**
 * Cuts a text into tokens. Numbers keep their inner commas and points ("1,300", "6.2"); a word keeps inner hyphens and
 * apostrophes ("14-year-old", "O'Brien", "don't"); a possessive ending is a token of its own. A straight quotation mark
 * opens where a space or an opening mark stands before it, else it closes. Sentences are filled in by `splitSentences`.
 */
export function tokenize(text: string): TokenTable {
  const codes = codesOf(text)
  const made = new Columns(text, codes)
  const length = text.length
  let at = 0, spaced = FLAG_SPACE_BEFORE
  while (at < length) {
    const code = codes[at]!
    const cls = classOf(code)
    if (cls === SPACE) { at++; spaced = FLAG_SPACE_BEFORE; continue }
    if (cls === LETTER) {
      let to = at + 1, flag = spaced | (UPPER[code] ? FLAG_CAPITAL : 0), caps = UPPER[code] ? 1 : 0, letters = 1, possessive = -1
      while (to < length) {
        const run = to
        while (to < length && CLASS[codes[to]!] === LETTER) { caps += UPPER[codes[to]!]!; to++ }
        letters += to - run
        if (to === length) break
        const c = codes[to]!, k = classOf(c)
        if (k === LETTER) { letters++; caps += UPPER[c]!; to++ } else if (k === DIGIT || k === MARK) to++
        else if (isHyphen(c) && to + 1 < length && isWordClass(codes[to + 1]!)) { flag |= FLAG_HYPHEN; to++ }
        else if (isApostrophe(c) && to + 1 < length && classOf(codes[to + 1]!) === LETTER) {
          const next = codes[to + 1]! | 32
          const after = to + 2 < length ? classOf(codes[to + 2]!) : SPACE
          if (next === 0x73 && after !== LETTER && after !== DIGIT) { possessive = to; break }
          to++
        } else if (c === 0x2e && letters === 1 && to + 2 < length && classOf(codes[to + 1]!) === LETTER && codes[to + 2]! === 0x2e) {
          to += 3; letters = 2; caps = 2 // "U.S.", "p.m."
          while (to + 1 < length && classOf(codes[to]!) === LETTER && codes[to + 1]! === 0x2e) to += 2
          break
        } else break
      }
      if (letters > 1 && caps === letters) flag |= FLAG_ALL_CAPS
      made.push(at, to, TOKEN_WORD, flag)
      at = to; spaced = 0
      if (possessive >= 0) { made.push(at, at + 2, TOKEN_WORD, FLAG_POSSESSIVE); at += 2 }
      else if (at < length && isApostrophe(codes[at]!) && (codes[at - 1]! | 32) === 0x73 && (at + 1 >= length || classOf(codes[at + 1]!) === SPACE) && codes[at]! !== 0x2018) {
        made.push(at, at + 1, TOKEN_WORD, FLAG_POSSESSIVE); at++ // "residents' homes"
      }
      continue
    }
    if (cls === DIGIT) {
      let to = at + 1, hyphen = 0, word = false
      while (to < length) {
        const c = codes[to]!, k = classOf(c)
        if (k === DIGIT) to++
        else if ((c === 0x2c || c === 0x2e || c === 0x3a) && !word && to + 1 < length && classOf(codes[to + 1]!) === DIGIT) to++
        else if (k === LETTER || k === MARK) { word = true; to++ } // "3rd", "5am", "100mm"
        else if (isHyphen(c) && to + 1 < length && classOf(codes[to + 1]!) === LETTER) { hyphen = FLAG_HYPHEN; word = true; to++ }
        else if (hyphen && isHyphen(c) && to + 1 < length && isWordClass(codes[to + 1]!)) to++
        else break
      }
      made.push(at, to, word ? TOKEN_WORD : TOKEN_NUMBER, spaced | hyphen)
      at = to; spaced = 0
      continue
    }
    const wide = code >= 0xd800 && code <= 0xdbff && at + 1 < length ? 2 : 1
    let what = TOKEN_PUNCTUATION
    if (isOpenQuote(code)) what = TOKEN_OPEN_QUOTE
    else if (isCloseQuote(code)) what = TOKEN_CLOSE_QUOTE
    else if (code === 0x22 || code === 0x27 || code === 0x2019) {
      const before = at === 0 ? SPACE : classOf(codes[at - 1]!), previous = at === 0 ? 0x20 : codes[at - 1]!
      const opening = before === SPACE || previous === 0x28 || previous === 0x5b || previous === 0x2014 || previous === 0x2013 || isOpenQuote(previous)
      const followed = at + 1 < length && classOf(codes[at + 1]!) !== SPACE
      what = opening && followed ? TOKEN_OPEN_QUOTE : TOKEN_CLOSE_QUOTE
      if (code === 0x2019 && opening) what = TOKEN_PUNCTUATION
      // "‘‘" and "''" are one mark
      if (at + 1 < length && codes[at + 1]! === code && code !== 0x22) { made.push(at, at + 2, what, spaced); at += 2; spaced = 0; continue }
    }
    if (code === 0x2018 && at + 1 < length && codes[at + 1]! === 0x2018) { made.push(at, at + 2, what, spaced); at += 2; spaced = 0; continue }
    // "--" is one dash
    let to = at + wide
    if (code === 0x2d) while (to < length && codes[to] === 0x2d) to++
    made.push(at, to, what, spaced)
    at = to; spaced = 0
  }
  const { count } = made
  return { text, count, start: made.start.slice(0, count), end: made.end.slice(0, count), kind: made.kind.slice(0, count), flags: made.flags.slice(0, count), lower: lowersOf(count), word: made.word.slice(0, count), sentence: new Int32Array(count).fill(-1), kept: [] }
}

function isWordClass(code: number): boolean {
  const cls = classOf(code)
  return cls === LETTER || cls === DIGIT
}
