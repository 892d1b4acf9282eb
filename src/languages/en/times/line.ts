// One sentence's tokens, with the look-ups every rule of time expressions needs.
import { readFileSync } from 'node:fs'
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_SPACE_BEFORE, TOKEN_NUMBER, TOKEN_WORD, type TokenTable } from '../../../model/document.ts'
import { entryOf, NO_WORD, NOTHING, numberAt, type TimeWord } from './words.ts'

const names = new Map<string, Map<string, string>>()
for (const row of readFileSync(new URL('context.tsv', import.meta.url), 'utf8').split('\n')) {
  if (row === '' || row.startsWith('#')) continue
  const [place, words, why] = row.split('\t')
  const list = names.get(place!) ?? new Map<string, string>()
  names.set(place!, list)
  for (const word of words!.split(' ')) list.set(word, why!)
}
function list(place: string): ReadonlyMap<string, string> {
  const found = names.get(place)
  if (!found) throw new Error(`context.tsv has no row of "${place}"`)
  return found
}
/** Words after a date, or before one, that make it part of a name. */
export const NAME_AFTER = list('after'), NAME_BEFORE = list('before')
/** Nouns that a number before them counts, so that it is no year and no day. */
export const COUNTED = list('count')
/** What "day 20" may be a day of: `whole` for the war itself, `part` for what is a part of one. */
export const WAR_NOUNS = list('war')
/** Zone names to offsets. */
export const ZONES = list('zone')
export const MONTH_CUES = list('cue')
export const JOINERS = list('joiner')

/** What the words around a time say of it; context.tsv tells each list's sense. */
export const CLOSED = list('no_adjective')
export const ADJECTIVES = list('adjective')
export const BEFORE_LENGTH = list('length_cue')
export const CLOCK_CUES = list('clock_cue')
export const YEAR_CUES = list('year_cue')
export const PLURAL_VERBS = list('plural')
export const AHEAD = list('ahead')
export const SAYING = list('saying')
export const ARRANGED = list('arranged')
export const WEAK_CUES = list('weak_cue')
export const IN_TIME = list('time_cue')

/** Words with no meaning of their own. */
export const CLOSED_CLASS = list('closed')

/** A stretch of tokens that rules may read: one sentence. */
export interface Line {
  tokens: TokenTable
  lower: readonly string[]
  first: number
  last: number
}

/** What token `i` can be in a time expression. */
export const wordAt = (line: Line, i: number): TimeWord => (i >= line.first && i < line.last ? entryOf(numberAt(line.tokens, i)) : NO_WORD as TimeWord)
/** The number of token `i`'s word (words.ts); NOTHING outside the line. */
export const valueAt = (line: Line, i: number): number => (i >= line.first && i < line.last ? numberAt(line.tokens, i) : NOTHING)
export const textAt = (line: Line, i: number): string => (i >= line.first && i < line.last ? line.lower[i]! : '')
export const isCapital = (line: Line, i: number): boolean => i >= line.first && i < line.last && (line.tokens.flags[i]! & FLAG_CAPITAL) !== 0
export const isAllCaps = (line: Line, i: number): boolean => i >= line.first && i < line.last && (line.tokens.flags[i]! & FLAG_ALL_CAPS) !== 0
export const isWord = (line: Line, i: number): boolean => i >= line.first && i < line.last && line.tokens.kind[i] === TOKEN_WORD
/** Token `i` stands right behind the one before it. */
export const isGlued = (line: Line, i: number): boolean => i > line.first && i < line.last && (line.tokens.flags[i]! & FLAG_SPACE_BEFORE) === 0

/** The value of a token of digits alone, at most `width` of them; -1 otherwise. */
export function digitsAt(line: Line, i: number, width: number): number {
  if (i < line.first || i >= line.last || line.tokens.kind[i] !== TOKEN_NUMBER) return -1
  const word = line.lower[i]!
  if (word.length > width) return -1
  let value = 0
  for (let k = 0; k < word.length; k++) {
    const digit = word.charCodeAt(k) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** A four-digit year, 1000 to 2100; -1 otherwise. */
export function yearDigits(line: Line, i: number): number {
  if (i >= line.last || i < line.first || line.lower[i]!.length !== 4) return -1
  const value = digitsAt(line, i, 4)
  return value >= 1000 && value <= 2100 ? value : -1
}

const SUFFIX = /^(\d{1,3})(st|nd|rd|th)$/
/** The value of an ordinal in digits or words; 0 if token `i` is none. */
export function ordinalAt(line: Line, i: number): number {
  const word = wordAt(line, i)
  if (word.ordinal > 0) return word.ordinal
  const text = textAt(line, i)
  if (text.length < 3 || text.length > 5 || text.charCodeAt(0) > 57 || text.charCodeAt(0) < 48) return 0
  const found = SUFFIX.exec(text)
  return found ? Number(found[1]) : 0
}

const ABBREVIATED = new Set('jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun'.split(' '))
/** The token behind the name of a month or weekday at `i`, with the full stop of its abbreviation. */
export const behindName = (line: Line, i: number): number => (ABBREVIATED.has(textAt(line, i)) && textAt(line, i + 1) === '.' && isGlued(line, i + 1) ? i + 2 : i + 1)

/** A day of the month at token `i`, in digits or as an ordinal; 0 if there is none. */
export function dayOfMonthAt(line: Line, i: number): number {
  const digits = digitsAt(line, i, 2)
  const value = digits >= 0 ? digits : ordinalAt(line, i)
  return value >= 1 && value <= 31 ? value : 0
}
