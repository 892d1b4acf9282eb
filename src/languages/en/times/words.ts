// The words of English time expressions, read from the tables beside this file once and compiled to one lookup.
import { readFileSync } from 'node:fs'
import type { TokenTable } from '../../../model/document.ts'
import { WordColumn } from '../../../text/vocabulary.ts'

export const MONTH = 1, WEEKDAY = 2, UNIT = 4, PART = 8, SEASON = 16, NUMBER = 32, ORDINAL = 64, VAGUE = 128, ARTICLE = 256, DEMONSTRATIVE = 512, SEQUENCE = 1024, EDGE = 2048, EARLY = 4096, MID = 8192, LATE = 16384, ERA = 32768, DEICTIC = 65536, APPROX = 131072, PHRASE = 262144, HYPHENED = 524288, STARTER = 1048576

/** Everything one word can be in a time expression. */
export interface TimeWord {
  roles: number
  /** 1 to 12, else 0. */
  month: number
  /** ISO weekday, else 0. */
  weekday: number
  /** S MIN H D N W WE F M Q Y DE CE, else "". */
  unit: string
  plural: boolean
  /** MO AF EV NI DT, else "". */
  part: string
  season: string
  number: number
  ordinal: number
  /** The table's value of the sequence words, demonstratives, edges and eras. */
  sequence: string
  demonstrative: string
  edge: string
  era: string
  /** Days from the day of writing: today, yesterday, tomorrow. */
  offset: number
  /** Comparative: "earlier", "later". */
  comparative: boolean
  /** Fixed expressions that begin with this word, by their second word ("" where they have none), longest first. */
  phrases: Map<string, Phrase[]> | null
  /** Whether the word alone is one of them. */
  alone: boolean
  /** Words before a quantity that only soften it ("more than"), longest first; [] alone is the word itself. */
  approx: string[][]
}

/** A fixed expression: `rest` are the words after its first. */
export interface Phrase {
  rest: string[]
  kind: string
  value: string
  /** Marked only in a history. */
  history: boolean
}

const rows = (name: string): string[][] => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))

const table = new Map<string, TimeWord>()
const blank = (): TimeWord => ({ roles: 0, month: 0, weekday: 0, unit: '', plural: false, part: '', season: '', number: NaN, ordinal: 0, sequence: '', demonstrative: '', edge: '', era: '', offset: 0, comparative: false, phrases: null, alone: false, approx: [] })
/** A word that means nothing here. */
export const NO_WORD: Readonly<TimeWord> = Object.freeze(blank())

function entry(word: string): TimeWord {
  let found = table.get(word)
  if (!found) table.set(word, (found = blank()))
  return found
}

const SHIFTS: Record<string, number> = { today: 0, yesterday: -1, tomorrow: 1 }
for (const [kind, value, list] of rows('words.tsv')) for (const written of list!.split(' ')) {
  const word = entry(written)
  switch (kind) {
    case 'month': word.roles |= MONTH; word.month = Number(value); break
    case 'weekday': word.roles |= WEEKDAY; word.weekday = Number(value); word.plural = written.endsWith('days'); break
    case 'unit': case 'units': word.roles |= UNIT; word.unit = value!; word.plural = kind === 'units'; break
    case 'part': word.roles |= PART; word.part = value!; break
    case 'season': word.roles |= SEASON; word.season = value!; break
    case 'number': word.roles |= NUMBER; word.number = Number(value); break
    case 'ordinal': word.roles |= ORDINAL; word.ordinal = Number(value); break
    case 'vague': word.roles |= VAGUE; break
    case 'article': word.roles |= ARTICLE; break
    case 'demonstrative': word.roles |= DEMONSTRATIVE; word.demonstrative = value!; break
    case 'sequence': word.roles |= SEQUENCE; word.sequence = value!; break
    case 'edge': word.roles |= EDGE; word.edge = value!; break
    case 'early': word.roles |= EARLY; word.comparative = value === '+'; break
    case 'mid': word.roles |= MID; break
    case 'late': word.roles |= LATE; word.comparative = value === '+'; break
    case 'era': word.roles |= ERA; word.era = value!; break
    case 'shift': word.roles |= DEICTIC; word.offset = SHIFTS[value!]!; break
    default: throw new Error(`words.tsv: ${kind} is not a class of time words`)
  }
}

const secondWords = new Set<string>()
function addPhrase(written: string, kind: string, value: string): void {
  const history = written.startsWith('~')
  // a possessive ending is a token of its own
  const [first, ...rest] = (history ? written.slice(1) : written).split('_').flatMap((one) => (one.endsWith("'s") ? [one.slice(0, -2), "'s"] : one.endsWith("s'") ? [one.slice(0, -1), "'"] : [one])) as [string, ...string[]]
  const word = entry(first)
  word.roles |= PHRASE
  word.phrases ??= new Map()
  const key = rest[0] ?? ''
  if (key === '') word.alone = true
  else secondWords.add(key)
  word.phrases.set(key, [...(word.phrases.get(key) ?? []), { rest, kind, value, history }].sort((a, b) => b.rest.length - a.rest.length))
}
for (const [kind, value, list] of rows('phrases.tsv')) for (const written of list!.split(' ')) addPhrase(written, kind!, value!)
for (const [date, list] of rows('holidays.tsv')) for (const written of list!.split(' ')) addPhrase(written, 'holiday', date!)
for (const [list] of rows('softeners.tsv')) for (const written of list!.split(' ')) {
  const [first, ...rest] = written.split('_') as [string, ...string[]]
  const word = entry(first)
  word.roles |= APPROX
  word.approx.push(rest)
  word.approx.sort((a, b) => b.length - a.length)
}
for (const written of ['the', 'every', 'each', 'per', 'ca', 'circa', "'", '’', '‘', 'day']) entry(written).roles |= STARTER

/** Tens and units joined by a hyphen ("twenty-four"), else NaN. */
function compoundNumber(parts: string[]): number {
  let total = 0
  for (const part of parts) {
    const value = table.get(part)?.number ?? NaN
    if (!(value >= 1) || value > 99) return NaN
    if (total > 0 && !(total % 10 === 0 && value < 10)) return NaN
    total += value
  }
  return total
}

/** What a word that is in no table may still begin. */
export const NOTHING = 0, DIGITS = -1, QUANTITY = -2, HYPHEN = -3
const QUANTITIES: ReadonlySet<string> = new Set(['half', 'dozens', 'hundreds', 'thousands', 'scores'])
const entries: TimeWord[] = [NO_WORD as TimeWord, ...table.values()]
const places = new Map([...table.keys()].map((word, at) => [word, at + 1]))
const column = new WordColumn((word) => {
  const found = places.get(word)
  if (found !== undefined) return found
  const code = word.charCodeAt(0)
  if (code >= 48 && code <= 57) return DIGITS
  return word.includes('-') ? HYPHEN : QUANTITIES.has(word) ? QUANTITY : NOTHING
})

const seconds = new WordColumn((word) => (secondWords.has(word) ? 1 : 0))
/** Whether token `i`'s word may be the second of a fixed expression. */
export const isSecond = (tokens: TokenTable, i: number): boolean => seconds.at(tokens, i) === 1

/** The number of token `i`'s word: above 0 it is in a table, else one of NOTHING, DIGITS, QUANTITY, HYPHEN. */
export const numberAt = (tokens: TokenTable, i: number): number => column.at(tokens, i)
/** What the word of such a number can be. */
export const entryOf = (number: number): TimeWord => (number > 0 ? entries[number]! : (NO_WORD as TimeWord))

/** What a word can be; undefined for a word that is no part of any time expression. */
export const lookUp = (word: string): TimeWord | undefined => table.get(word)

/** The value of a number word, hyphenated or not; NaN if it is none. */
export function numberWord(word: string): number {
  const known = table.get(word)?.number
  if (known !== undefined && !Number.isNaN(known)) return known
  return word.length < 30 && word.includes('-') ? compoundNumber(word.split('-')) : NaN
}
