// What is known of a word, found once and remembered: its classes, whether a nationality begins with it, what the gazetteer has of it.
import type { TokenTable } from '../../model/document.ts'
import type { Gazetteer, GazetteerPlace } from '../../model/gazetteer.ts'
import { demonymAt, mayBeginDemonym } from '../../languages/en/demonyms.ts'
import { placeWord } from '../../languages/en/place-words.ts'
import { NO_NUMBER } from '../../text/vocabulary.ts'

/** `bits`: see place-words. `demonym`: it begins a nationality, alone or with the next word. `longer`: longer names may begin with it. */
export interface Word {
  bits: number
  demonym: boolean | null
  gazetteer: Gazetteer | null
  places: readonly GazetteerPlace[]
  longer: boolean
}

const words: (Word | undefined)[] = [] // by the word's number

/** The word of a token. */
export function wordOf(tokens: TokenTable, i: number): Word {
  const number = tokens.word[i] ?? NO_NUMBER
  return words[number] ?? wordFor(number, tokens.lower[i] ?? '')
}

function wordFor(number: number, lower: string): Word {
  const word = { bits: placeWord(lower), demonym: null, gazetteer: null, places: [], longer: false }
  if (number === NO_NUMBER) return word
  while (words.length < number) words.push(undefined)
  words[number] = word
  return word
}

function inGazetteer(tokens: TokenTable, i: number, gazetteer: Gazetteer): Word {
  const word = wordOf(tokens, i)
  if (word.gazetteer !== gazetteer) {
    const lower = tokens.lower[i]!
    word.places = gazetteer.lookup(lower)
    word.longer = gazetteer.beginsLonger?.(lower) ?? true
    word.gazetteer = gazetteer // only now: a look-up that fails is no answer
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
