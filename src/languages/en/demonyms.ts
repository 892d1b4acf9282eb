// Nationalities and adjectives of places in English: "Russian", "Syrians", "South Korean", "Gazan", "European".
import { countryName, countryNames, countryOf } from '../../gazetteer/countries.ts'
import { foldPlaceName } from '../../geo/fold.ts'
import { readTable } from '../../gazetteer/table.ts'

/** `country` is null for continents. `place` is the country, region or city that it belongs to; `people`: it can only mean people ("Russians", "Dane"). */
export interface Demonym {
  country: string | null
  name: string | null
  place: string
  people: boolean
}

const BY_WORDS = new Map<string, Demonym>()
const FIRST_WORDS = new Set<string>() // of demonyms in two or three words
for (const row of readTable(new URL('./demonyms.tsv', import.meta.url), ['word', 'kind', 'country', 'place'])) {
  const words = row.word.toLowerCase()
  const country = row.country || null
  BY_WORDS.set(words, { country, name: countryName(country), place: row.place, people: row.kind === 'people' })
  const space = words.indexOf(' ')
  if (space > 0) FIRST_WORDS.add(words.slice(0, space))
}

/** The adjective of a country by its code ("LY": "Libyan"), the first that the table has. */
export const ADJECTIVES: ReadonlyMap<string, string> = new Map([...adjectives()].reverse())
function* adjectives(): Generator<[string, string]> {
  for (const row of readTable(new URL('./demonyms.tsv', import.meta.url), ['word', 'kind', 'country', 'place'])) if (row.kind === 'adjective' && row.country && countryName(row.country) === row.place) yield [row.country, row.word]
}

/** A demonym by its lower-cased words ("south korean"); null where it is none. Whether it is capitalised is the caller's to see: "polish", "turkey". */
export function demonymOf(words: string): Demonym | null {
  return BY_WORDS.get(words) ?? null
}

/** Whether a demonym, of one word or several, may begin with this lower-cased word. */
export function mayBeginDemonym(word: string): boolean {
  return BY_WORDS.has(word) || FIRST_WORDS.has(word)
}

/** The longest demonym that begins at a token, with its number of tokens; null where none begins there. */
export function demonymAt(lower: readonly string[], at: number): { demonym: Demonym, length: number } | null {
  const first = lower[at]
  if (first === undefined) return null
  if (FIRST_WORDS.has(first)) {
    for (let length = 3; length > 1; length--) {
      if (at + length > lower.length) continue
      const demonym = BY_WORDS.get(length === 2 ? `${first} ${lower[at + 1]!}` : `${first} ${lower[at + 1]!} ${lower[at + 2]!}`)
      if (demonym) return { demonym, length }
    }
  }
  const demonym = BY_WORDS.get(first)
  return demonym ? { demonym, length: 1 } : null
}

/** Whether a state's name in two words or more may begin with a word ("south", "the", "united"), lower-cased. */
export function mayOpenSide(word: string): boolean {
  opening ??= new Set([...[...BY_WORDS.keys(), ...countryNames()].filter((words) => words.includes(' ')).map(firstWord), 'the'])
  const folded = firstWord(foldPlaceName(word))
  return folded === '' || opening.has(folded) || opening.has(word)
}
let opening: ReadonlySet<string> | null = null
const firstWord = (words: string): string => (words.includes(' ') ? words.slice(0, words.indexOf(' ')) : words)

/** A state as a side of a conflict. */
export interface Side {
  country: string
  name: string
}

/**
 * The state that a country's name or a nationality stands for: "Russian", "Russians", "Russia" → RU, "Britain" → GB,
 * "U.S." → US, "Gazan" → PS. null for anything else; armed groups are not states and are the extractor's own lexicon.
 */
export function sideOf(words: string): Side | null {
  const demonym = BY_WORDS.get(words.toLowerCase())
  if (demonym) return demonym.country !== null && demonym.name !== null ? { country: demonym.country, name: demonym.name } : null
  const country = countryOf(words)
  return country ? { country: country.code, name: country.name } : null
}
