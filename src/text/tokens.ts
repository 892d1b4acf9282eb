// Tokens: one pass over the text, by character codes. Every later stage works on this table.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_HYPHEN, FLAG_POSSESSIVE, FLAG_SPACE_BEFORE, TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_PUNCTUATION, TOKEN_WORD, type TokenTable } from '../model/document.ts'

const SPACE = 1
const LETTER = 2
const DIGIT = 3
const MARK = 4 // joins a word without being a letter: combining marks, joiners
const OTHER = 0

const CLASS = new Uint8Array(0x3000)
for (let code = 0; code < CLASS.length; code++) {
  const char = String.fromCharCode(code)
  if (/\s/u.test(char) || code === 0x200b || code === 0xad) CLASS[code] = SPACE
  else if (/\p{L}/u.test(char)) CLASS[code] = LETTER
  else if (/[0-9]/.test(char)) CLASS[code] = DIGIT
  else if (/\p{M}/u.test(char) || code === 0x200d || code === 0x200c) CLASS[code] = MARK
}
const UPPER = new Uint8Array(0x3000)
for (let code = 0; code < UPPER.length; code++) {
  const char = String.fromCharCode(code)
  if (/\p{Lu}/u.test(char)) UPPER[code] = 1
}

function classOf(code: number): number {
  if (code < 0x3000) return CLASS[code]!
  if (code === 0x3000) return SPACE
  if (code >= 0xd800 && code <= 0xdfff) return OTHER
  return /[\p{L}]/u.test(String.fromCharCode(code)) ? LETTER : OTHER
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x60 || code === 0x2018
const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011
const OPEN_QUOTES = new Set([0x201c, 0x201e, 0xab, 0x2018, 0x2039])
const CLOSE_QUOTES = new Set([0x201d, 0xbb, 0x203a])

/** Words are lower-cased through this table, so that a lexicon compares the same string objects again and again. */
const lowered = new Map<string, string>()
const LOWERED_LIMIT = 200_000
function lower(word: string): string {
  const known = lowered.get(word)
  if (known !== undefined) return known
  const made = word.toLowerCase().replace(/[’ʼ`‘]/g, "'")
  if (lowered.size >= LOWERED_LIMIT) lowered.clear()
  if (word.length < 40) lowered.set(word, made)
  return made
}

/**
 * Cuts a text into tokens. Numbers keep their inner commas and points ("1,300", "6.2"); a word keeps inner hyphens and
 * apostrophes ("14-year-old", "O'Brien", "don't"); a possessive ending is a token of its own. A straight quotation mark
 * opens where a space or an opening mark stands before it, else it closes. Sentences are filled in by `splitSentences`.
 */
export function tokenize(text: string): TokenTable {
  let capacity = Math.max(64, (text.length >> 2) + 16)
  let start = new Int32Array(capacity), end = new Int32Array(capacity), kind = new Uint8Array(capacity), flags = new Uint8Array(capacity)
  const lowers: string[] = []
  let count = 0
  const push = (from: number, to: number, what: number, flag: number): void => {
    if (count === capacity) {
      capacity *= 2
      const grow = <T extends Int32Array | Uint8Array>(old: T, fresh: T): T => { fresh.set(old); return fresh }
      start = grow(start, new Int32Array(capacity)); end = grow(end, new Int32Array(capacity))
      kind = grow(kind, new Uint8Array(capacity)); flags = grow(flags, new Uint8Array(capacity))
    }
    start[count] = from; end[count] = to; kind[count] = what; flags[count] = flag
    lowers.push(to - from === 1 ? lower(text[from]!) : lower(text.slice(from, to)))
    count++
  }
  const length = text.length
  let at = 0, spaced = FLAG_SPACE_BEFORE
  while (at < length) {
    const code = text.charCodeAt(at)
    const cls = classOf(code)
    if (cls === SPACE) { at++; spaced = FLAG_SPACE_BEFORE; continue }
    if (cls === LETTER) {
      let to = at + 1, flag = spaced | (UPPER[code] ? FLAG_CAPITAL : 0), caps = UPPER[code] ? 1 : 0, letters = 1, possessive = -1
      while (to < length) {
        const c = text.charCodeAt(to), k = classOf(c)
        if (k === LETTER) { letters++; if (UPPER[c]) caps++; to++ } else if (k === DIGIT || k === MARK) to++
        else if (isHyphen(c) && to + 1 < length && isWordClass(text.charCodeAt(to + 1))) { flag |= FLAG_HYPHEN; to++ }
        else if (isApostrophe(c) && to + 1 < length && classOf(text.charCodeAt(to + 1)) === LETTER) {
          const next = text.charCodeAt(to + 1) | 32
          const after = to + 2 < length ? classOf(text.charCodeAt(to + 2)) : SPACE
          if (next === 0x73 && after !== LETTER && after !== DIGIT) { possessive = to; break }
          to++
        } else if (c === 0x2e && letters === 1 && to + 2 < length && classOf(text.charCodeAt(to + 1)) === LETTER && text.charCodeAt(to + 2) === 0x2e) {
          to += 3; letters = 2; caps = 2 // "U.S.", "p.m."
          while (to + 1 < length && classOf(text.charCodeAt(to)) === LETTER && text.charCodeAt(to + 1) === 0x2e) to += 2
          break
        } else break
      }
      if (letters > 1 && caps === letters) flag |= FLAG_ALL_CAPS
      push(at, to, TOKEN_WORD, flag)
      at = to; spaced = 0
      if (possessive >= 0) { push(at, at + 2, TOKEN_WORD, FLAG_POSSESSIVE); at += 2 }
      else if (at < length && isApostrophe(text.charCodeAt(at)) && (text.charCodeAt(at - 1) | 32) === 0x73 && (at + 1 >= length || classOf(text.charCodeAt(at + 1)) === SPACE) && text.charCodeAt(at) !== 0x2018) {
        push(at, at + 1, TOKEN_WORD, FLAG_POSSESSIVE); at++ // "residents' homes"
      }
      continue
    }
    if (cls === DIGIT) {
      let to = at + 1, hyphen = 0, word = false
      while (to < length) {
        const c = text.charCodeAt(to), k = classOf(c)
        if (k === DIGIT) to++
        else if ((c === 0x2c || c === 0x2e || c === 0x3a) && !word && to + 1 < length && classOf(text.charCodeAt(to + 1)) === DIGIT) to++
        else if (k === LETTER || k === MARK) { word = true; to++ } // "3rd", "5am", "100mm"
        else if (isHyphen(c) && to + 1 < length && classOf(text.charCodeAt(to + 1)) === LETTER) { hyphen = FLAG_HYPHEN; word = true; to++ }
        else if (hyphen && isHyphen(c) && to + 1 < length && isWordClass(text.charCodeAt(to + 1))) to++
        else break
      }
      push(at, to, word ? TOKEN_WORD : TOKEN_NUMBER, spaced | hyphen)
      at = to; spaced = 0
      continue
    }
    const wide = code >= 0xd800 && code <= 0xdbff && at + 1 < length ? 2 : 1
    let what = TOKEN_PUNCTUATION
    if (OPEN_QUOTES.has(code)) what = TOKEN_OPEN_QUOTE
    else if (CLOSE_QUOTES.has(code)) what = TOKEN_CLOSE_QUOTE
    else if (code === 0x22 || code === 0x27 || code === 0x2019) {
      const before = at === 0 ? SPACE : classOf(text.charCodeAt(at - 1)), previous = at === 0 ? 0x20 : text.charCodeAt(at - 1)
      const opening = before === SPACE || previous === 0x28 || previous === 0x5b || previous === 0x2014 || previous === 0x2013 || OPEN_QUOTES.has(previous)
      const followed = at + 1 < length && classOf(text.charCodeAt(at + 1)) !== SPACE
      what = opening && followed ? TOKEN_OPEN_QUOTE : TOKEN_CLOSE_QUOTE
      if (code === 0x2019 && opening) what = TOKEN_PUNCTUATION
      // "‘‘" and "''" are one mark
      if (at + 1 < length && text.charCodeAt(at + 1) === code && code !== 0x22) { push(at, at + 2, what, spaced); at += 2; spaced = 0; continue }
    }
    if (code === 0x2018 && at + 1 < length && text.charCodeAt(at + 1) === 0x2018) { push(at, at + 2, what, spaced); at += 2; spaced = 0; continue }
    push(at, at + wide, what, spaced)
    at += wide; spaced = 0
  }
  return { text, count, start: start.slice(0, count), end: end.slice(0, count), kind: kind.slice(0, count), flags: flags.slice(0, count), lower: lowers, sentence: new Int32Array(count).fill(-1) }
}

function isWordClass(code: number): boolean {
  const cls = classOf(code)
  return cls === LETTER || cls === DIGIT
}
