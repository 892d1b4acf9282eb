// What a count finds, and what one sentence's search for counts works on.
import type { Bound, Counted, Measure, Note } from '../../../model/claim.ts'
import type { TokenTable } from '../../../model/document.ts'
import type { Chunk } from '../../../languages/en/chunks.ts'
import type { ParsedSentence } from '../../../languages/en/parse.ts'
import type { Mood } from '../mood.ts'
import type { Roles } from './roles.ts'

/** The rules that find counts, by the names that `explain` prints. */
export const COUNT_RULES = [
  'count-verb', 'agent-verb-count', 'subset', 'harms-together', 'one-by-one', 'alongside', 'among-victims', 'part-is', 'claimed-lives', 'treated',
  'harm-noun', 'harm-noun-of', 'cases', 'bodies', 'bodies-of', 'harmed-noun', 'level', 'toll-at', 'taken-hostage',
  'held', 'holding', 'prison-holds', 'in-captivity', 'hostages', 'moved-away', 'driven-from-home', 'camp-holds', 'camp-home-to',
  'in-camp', 'become-refugees', 'refugees', 'besieged', 'under-rubble', 'pulled-out', 'without-service', 'whole-launched', 'weapon-hits',
  'weapons-counted', 'attack-with-weapons', 'strikes-recorded', 'strikes-hit', 'strikes-counted', 'strikes-carried-out', 'strike-on', 'damage-to',
  'ordinal', 'split-verb', 'came-home', 'in-care', 'wounds', 'throats', 'losses-are', 'times-struck', 'on-the-move', 'whereabouts', 'buried', 'fallen', 'minus', 'as-before', 'share', 'label', 'struck-by-fall', 'in-return',
] as const
export type CountRule = (typeof COUNT_RULES)[number]

export interface Finding {
  measure: Measure
  of: Counted
  value: number
  bound: Bound
  /** Tokens of the words that state it, and of the number itself. */
  first: number
  last: number
  numberFirst: number
  numberLast: number
  sentence: number
  /** The chunk that tells it (verb group, event noun) and that of the patient. */
  anchor: number
  patient: number
  sense: string
  mood: Mood
  /** The patient is one named person or thing, or "a …": no number in words. */
  implicit: boolean
  /** How one person or thing is told: by name, by "a …", or by words that point to what was told before. */
  single: 'name' | 'indefinite' | 'definite' | 'pronoun' | null
  /** A part of another finding of the sentence. */
  subset: boolean
  rule: CountRule
}

export interface CountContext {
  tokens: TokenTable
  /** Kind counted last, by family: what an elided head stands for. */
  lastPeople: Counted | null
  lastThing: Counted | null
  peopleSentence: number
  /** The sentence that counted things last. */
  thingSentence?: number
  lastSense: string | null
  /** The sentence that told it. */
  senseSentence?: number
  /** What the last toll or total was a level of, and the sentence that told it. */
  lastLevel: string | null
  levelSentence: number
  /** The sentence that last said that what follows are losses, or listed some. */
  lossSentence?: number
  /** What people named in the report are, by surname. */
  roles: Roles | null
  /** Marks the tokens of places, which are no people's names. */
  placeAt: Uint8Array | null
  notes: Note[]
}

/** A set of small whole numbers that is emptied at no cost. */
export class Marks {
  #marks = new Int32Array(256)
  #round = 1

  clear(): void {
    this.#round++
  }

  has(at: number): boolean {
    return at < this.#marks.length && this.#marks[at] === this.#round
  }

  add(at: number): void {
    if (at >= this.#marks.length) { const longer = new Int32Array(at * 2); longer.set(this.#marks); this.#marks = longer }
    this.#marks[at] = this.#round
  }
}

/** The search for the counts of one sentence: its phrases, what was found so far, and which numbers and phrases are used. */
export interface Search {
  parsed: ParsedSentence
  chunks: Chunk[]
  tokens: TokenTable
  context: CountContext
  found: Finding[]
  usedNumbers: Marks
  usedChunks: Marks
  /** Which groups of words the sentence has, by lane (groupsSaid), and which it has or stand right before it; -1 where nobody asked. */
  said: number[]
  nearby: number[]
  attack: boolean | null
  /** Whether it tells of a collision on the road; null where nobody asked. */
  collision: boolean | null
}
