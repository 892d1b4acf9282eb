// A line of a report with what the rules of reading ask of it again and again.
import type { PassageKind } from '../../model/report.ts'
import type { Block } from '../../sources/reading.ts'

/** A part of a line with a function of its own. Offsets into the line's text. */
export interface LineSpan {
  kind: PassageKind
  start: number
  end: number
}

export interface Line {
  text: string
  block: Block
  /** The first words, lower-cased, apostrophes straight; numbers begin with a digit, a colon is a word of its own. */
  words: string[]
  /** Where each of them begins and ends in the text. */
  starts: number[]
  ends: number[]
  /** It has more words than `words` holds. */
  long: boolean
  /** Ends as a sentence does, with a full stop (within quotation marks or brackets too). */
  stop: boolean
  /** Begins with a quotation mark: somebody's words. */
  quotes: boolean
  /** Why it was taken out; null while it stands. */
  why: string | null
  kind: PassageKind | null
  /** Its parts, where the line as a whole is not one; the rest of the line belongs to no passage. */
  spans: LineSpan[] | null
}

/** No rule looks further into a line than this many words. */
export const WORDS_KEPT = 130

const OPENERS = '"\'“„«‘‹”'
const CLOSERS = '"\'”“»’›)]} \u00a0'

function isWordCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || (code > 0xbf && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x2bff) && code !== 0xfeff && (code < 0x3000 || code > 0x3020))
}

/** Lower case with straight apostrophes, of the same length; where a letter has no lower case of its own length, a word at a time. */
const lower = (text: string): string => text.toLowerCase().replace(/[’ʼ`‘]/g, "'")

/** Ends with a full stop, whatever closing marks stand after it. */
export function endsWithStop(text: string): boolean {
  let at = text.length - 1
  while (at > 0 && CLOSERS.includes(text[at]!)) at--
  return text[at] === '.'
}

/** Cuts a line into the words that rules compare. */
export function toLine(block: Block): Line {
  const text = block.text, length = text.length, low = lower(text), whole = low.length === length
  const words: string[] = [], starts: number[] = [], ends: number[] = []
  let at = 0
  while (at < length && words.length < WORDS_KEPT) {
    const code = text.charCodeAt(at)
    if (isWordCode(code)) {
      let to = at + 1
      while (to < length) {
        const c = text.charCodeAt(to)
        if (isWordCode(c)) to++
        else if ((c === 0x27 || c === 0x2019 || c === 0x2d || c === 0x2e || c === 0x2c || c === 0x2f || c === 0x40 || c === 0x5f) && to + 1 < length && isWordCode(text.charCodeAt(to + 1))) to += 2
        else break
      }
      words.push(whole ? low.slice(at, to) : lower(text.slice(at, to))); starts.push(at); ends.push(to)
      at = to
    } else {
      if (code === 0x3a || code === 0xa9) { words.push(text[at]!); starts.push(at); ends.push(at + 1) } // ":" and "©"
      at++
    }
  }
  return { text, block, words, starts, ends, long: at < length, stop: endsWithStop(text), quotes: OPENERS.includes(text[0]!), why: null, kind: block.kind, spans: null }
}

const isUpper = (char: string): boolean => char !== char.toLowerCase()

/** The share of the words longer than three letters that begin with a capital: near 1 in a headline in title case. */
export function capitalShare(line: Line): number {
  let long = 0, capital = 0
  for (let i = 0; i < line.words.length; i++) {
    if (line.ends[i]! - line.starts[i]! < 4) continue
    long++
    if (isUpper(line.text[line.starts[i]!]!)) capital++
  }
  return long === 0 ? 0 : capital / long
}

/** No lower-case letter, and at least `least` words. */
export function isAllCaps(line: Line, least: number): boolean {
  return line.words.length >= least && line.text === line.text.toUpperCase() && line.text !== line.text.toLowerCase()
}

/** A line folded for comparing: its words alone. */
export function folded(line: Line): string {
  return line.words.filter((word) => word !== ':').join(' ')
}

/** Words that begin with a capital letter, from `first` on, as many as follow one another. */
export function capitalRun(line: Line, first: number): number {
  let at = first
  while (at < line.words.length && isUpper(line.text[line.starts[at]!]!)) at++
  return at - first
}
