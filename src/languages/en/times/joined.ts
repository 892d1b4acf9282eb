// Days and months that a hyphen has made one token ("March 19-April 30", "May-August", "Monday-Friday"): read as the tokens
// they would be with a dash.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_HYPHEN, FLAG_SPACE_BEFORE, TOKEN_NUMBER, TOKEN_PUNCTUATION, TOKEN_WORD, type TokenTable } from '../../../model/document.ts'
import { WordColumn } from '../../../text/vocabulary.ts'
import type { Line } from './line.ts'
import { lookUp, MONTH, SEASON, WEEKDAY } from './words.ts'

const isDigits = (piece: string): boolean => { for (let i = 0; i < piece.length; i++) { const c = piece.charCodeAt(i); if (c < 48 || c > 57) return false } return piece.length > 0 && piece.length <= 4 }

/** Whether a token is two times, or a time and a number, joined. */
function isJoined(word: string): boolean {
  const dash = word.indexOf('-')
  if (dash < 1 || word.indexOf('-', dash + 1) > 0) return false
  const left = word.slice(0, dash), right = word.slice(dash + 1)
  const names = MONTH | WEEKDAY | SEASON
  const a = lookUp(left)?.roles ?? 0, b = lookUp(right)?.roles ?? 0
  return (a & names) !== 0 && ((b & names) !== 0 || isDigits(right)) || (b & names) !== 0 && isDigits(left)
}

const JOINED = 1, DAY = 2
/** Whether a word is joined, and whether it may be a joined day behind a month. */
const joinedWords = new WordColumn((word) => {
  const dash = word.indexOf('-')
  return (isJoined(word) ? JOINED : 0) | (dash > 0 && dash <= 2 && isDigits(word.slice(0, dash)) && word.indexOf('-', dash + 1) < 0 ? DAY : 0)
})

/** Whether token `i` of a line that begins at `first` is cut apart. */
function cutsAt(tokens: TokenTable, i: number, first: number): boolean {
  if ((tokens.flags[i]! & FLAG_HYPHEN) === 0) return false
  const sort = joinedWords.at(tokens, i)
  return (sort & JOINED) !== 0 || (sort & DAY) !== 0 && followsMonth(tokens, i, first)
}

/** "October 7-style": a day of the month with a word joined on. */
function followsMonth(tokens: TokenTable, i: number, first: number): boolean {
  return i > first && ((lookUp(tokens.lower[i - 1]!)?.roles ?? 0) & MONTH) !== 0
}

/** A sentence as a line of its own tokens; `origin` gives each its token in the document. */
export interface SplitLine {
  line: Line
  origin: Int32Array
}

/** The sentence `first`–`last` with its joined times cut apart; null where it has none. */
export function splitJoined(tokens: TokenTable, first: number, last: number): SplitLine | null {
  let joined = 0
  for (let i = first; i < last; i++) if (cutsAt(tokens, i, first)) joined++
  if (joined === 0) return null
  const count = last - first + joined * 2
  const made: TokenTable = { text: tokens.text, count, start: new Int32Array(count), end: new Int32Array(count), kind: new Uint8Array(count), flags: new Uint8Array(count), lower: [], word: new Int32Array(count), sentence: new Int32Array(count), kept: [] }
  const origin = new Int32Array(count)
  let n = 0
  const put = (i: number, start: number, end: number, kind: number, flags: number, lower: string): void => {
    made.start[n] = start; made.end[n] = end; made.kind[n] = kind; made.flags[n] = flags; made.lower.push(lower); origin[n] = i
    n++
  }
  for (let i = first; i < last; i++) {
    const lower = tokens.lower[i]!, start = tokens.start[i]!, end = tokens.end[i]!, flags = tokens.flags[i]!
    if (!cutsAt(tokens, i, first)) { put(i, start, end, tokens.kind[i]!, flags, lower); continue }
    const dash = lower.indexOf('-')
    const piece = (from: number, to: number, spaced: number): void => {
      const word = lower.slice(from, to), written = tokens.text[start + from]!
      if (isDigits(word)) put(i, start + from, start + to, TOKEN_NUMBER, spaced, word)
      else put(i, start + from, start + to, TOKEN_WORD, spaced | (written !== written.toLowerCase() ? FLAG_CAPITAL : 0) | (flags & FLAG_ALL_CAPS), word)
    }
    piece(0, dash, flags & FLAG_SPACE_BEFORE)
    put(i, start + dash, start + dash + 1, TOKEN_PUNCTUATION, 0, '-')
    piece(dash + 1, lower.length, 0)
  }
  return { line: { tokens: made, lower: made.lower, first: 0, last: n }, origin }
}
