// What is known of a word, found once and remembered: its classes, whether a nationality begins with it, what the gazetteer has of it.
import type { TokenTable } from '../../model/document.ts'
import type { Gazetteer, GazetteerPlace } from '../../model/gazetteer.ts'
import { demonymAt, mayBeginDemonym } from '../../languages/en/demonyms.ts'
import { placeWord } from '../../languages/en/place-words.ts'

/** `bits`: see place-words. `demonym`: it begins a nationality, alone or with the next word. `longer`: longer names may begin with it. */
export interface Word {
  bits: number
  demonym: boolean | null
  gazetteer: Gazetteer | null
  places: readonly GazetteerPlace[]
  longer: boolean
}

const KEPT = 200_000 // words remembered; then all are forgotten at once
const vocabulary = new Map<string, Word>()
let table: TokenTable | null = null // whose words stand in `row`
let row: (Word | undefined)[] = []

/** The word of a token. */
export function wordOf(tokens: TokenTable, i: number): Word {
  if (tokens !== table) {
    table = tokens
    row = new Array<Word | undefined>(tokens.count)
  }
  return row[i] ?? (row[i] = wordFor(tokens.lower[i] ?? ''))
}

/** Lets the last document go, so that a large one does not stay in memory. */
export function letGo(): void {
  table = null
  row = []
}

function wordFor(lower: string): Word {
  let word = vocabulary.get(lower)
  if (word === undefined) {
    if (vocabulary.size >= KEPT) vocabulary.clear()
    vocabulary.set(lower, word = { bits: placeWord(lower), demonym: null, gazetteer: null, places: [], longer: false })
  }
  return word
}

function inGazetteer(tokens: TokenTable, i: number, gazetteer: Gazetteer): Word {
  const word = wordOf(tokens, i)
  if (word.gazetteer !== gazetteer) {
    const lower = tokens.lower[i]!
    word.gazetteer = gazetteer
    word.places = gazetteer.lookup(lower)
    word.longer = gazetteer.beginsLonger?.(lower) ?? true
  }
  return word
}

/** The places whose name is the token alone. */
export function placesOf(tokens: TokenTable, i: number, gazetteer: Gazetteer): readonly GazetteerPlace[] {
  return inGazetteer(tokens, i, gazetteer).places
}

/** Whether names of two or more words may begin with the token. */
export function beginsLonger(tokens: TokenTable, i: number, gazetteer: Gazetteer): boolean {
  return inGazetteer(tokens, i, gazetteer).longer
}

/** The nationality that begins at a token, if any. */
export function demonymHere(tokens: TokenTable, i: number): ReturnType<typeof demonymAt> {
  const word = wordOf(tokens, i)
  word.demonym ??= mayBeginDemonym(tokens.lower[i]!)
  return word.demonym ? demonymAt(tokens.lower, i) : null
}
