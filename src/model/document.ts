// A report made ready for reading by rules: tokenised once; the table goes along through the stages and is never stored.
import type { PlaceMention, TimeMention } from './claim.ts'
import type { GazetteerPlace } from './gazetteer.ts'
import type { Report } from './report.ts'

export const TOKEN_WORD = 1
export const TOKEN_NUMBER = 2
export const TOKEN_PUNCTUATION = 3
export const TOKEN_OPEN_QUOTE = 4
export const TOKEN_CLOSE_QUOTE = 5

export const FLAG_CAPITAL = 1 // first letter is upper case
export const FLAG_ALL_CAPS = 2 // two or more letters, all upper case
export const FLAG_HYPHEN = 4 // has an inner hyphen ("14-year-old")
export const FLAG_SPACE_BEFORE = 8
export const FLAG_SENTENCE_START = 16
export const FLAG_POSSESSIVE = 32 // the token is "'s" or "'" of possession

/** Tokens as columns. Offsets are UTF-16 into `text`, end excluded. "Russia's" is two tokens, "Russia" and "'s"; "don't" is one. */
export interface TokenTable {
  text: string
  count: number
  start: Int32Array
  end: Int32Array
  kind: Uint8Array
  flags: Uint8Array
  /** Lower-cased, apostrophes made straight, accents kept. */
  lower: string[]
  /** The number of the word in `lower` (text/vocabulary.ts): the same for the same word as long as the program runs; 0 where it has none. */
  word: Int32Array
  /** Index of the token's sentence. */
  sentence: Int32Array
  /** What rules worked out of this table once (text/kept.ts). */
  kept: unknown[]
}

/** Tokens `first` to `last` (excluded). `passage`/`post`: index into the report's, or -1. `paragraph`: running number of the line. */
export interface Sentence {
  first: number
  last: number
  start: number
  end: number
  passage: number
  post: number
  paragraph: number
}

export interface Document {
  report: Report
  tokens: TokenTable
  sentences: Sentence[]
}


/** A place mention with its tokens and everything a later rule wants to know of it. */
export interface LocatedMention extends PlaceMention {
  first: number
  last: number
  /** The resolved place; null where namesakes cannot be told apart or no gazetteer has it. */
  place: GazetteerPlace | null
  /** true for a nationality or an adjective of a place ("Russian", "Gazan"). */
  demonym: boolean
}

/** A time expression with its tokens, resolved to whole days where that can be told. */
export interface DatedMention extends TimeMention {
  first: number
  last: number
  kind: 'date' | 'time' | 'duration' | 'set'
  /** ISO days, both included; null where the text leaves it open. */
  from: string | null
  to: string | null
  /** stated: a calendar day, month or year in words; implied: counted from the publication day or from what was said before. */
  known: 'stated' | 'implied'
  /** What it counts from. */
  anchor: 'none' | 'published' | 'post' | 'previous'
  /** "since", "until", "before", "after", "by", "from" standing before it, if any. */
  signal: string | null
}
