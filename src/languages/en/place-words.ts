// Words around place names in English: what kind of place follows or stands before, who speaks, what is a person's name.
import { readTable } from '../../gazetteer/table.ts'

export const FIRST_NAME = 1
export const LAST_NAME = 2
export const COMMON_WORD = 4 // an English word that is some place's name as well
export const TITLE = 8 // before a person's name
export const REGION_WORD = 16
export const STATE_WORD = 32
export const DISTRICT_WORD = 64
export const SETTLEMENT_WORD = 128
export const SITE_WORD = 256
export const ORG_WORD = 512
export const SAY_VERB = 1024 // what states and their capitals do
export const OWNED_WORD = 2048 // what a state has: forces, government, officials
export const BEFORE_PLACE = 4096 // prepositions of place
export const DIRECTION = 8192
export const CONNECTOR = 16384 // inside names
export const NOT_NAME = 32768 // never a place by itself

const BITS: Readonly<Record<string, number>> = {
  first_name: FIRST_NAME, last_name: LAST_NAME, common_word: COMMON_WORD, title: TITLE, region_word: REGION_WORD, state_word: STATE_WORD, district_word: DISTRICT_WORD,
  settlement_word: SETTLEMENT_WORD, site_word: SITE_WORD, org_word: ORG_WORD, say_verb: SAY_VERB, owned_word: OWNED_WORD, before_place: BEFORE_PLACE, direction: DIRECTION,
  connector: CONNECTOR, not_name: NOT_NAME,
}

const WORDS = new Map<string, number>()
for (const row of readTable(new URL('./place-words.tsv', import.meta.url), ['class', 'words'])) {
  const bit = BITS[row.class]
  if (bit === undefined) throw new Error(`place-words.tsv: unknown class "${row.class}"`)
  for (const word of row.words.split(' ')) WORDS.set(word, (WORDS.get(word) ?? 0) | bit)
}

/** The classes of a lower-cased word as bits; 0 for a word of none. */
export function placeWord(lower: string): number {
  return WORDS.get(lower) ?? 0
}

const ABBREVIATED = new Map(readTable(new URL('./state-abbreviations.tsv', import.meta.url), ['abbreviation', 'name']).map((row) => [row.abbreviation, row.name]))

/** The state or province that an abbreviation after a town's name stands for: "Calif", "N.Y.", "LA" → "Louisiana"; null where it is none. */
export function abbreviatedState(written: string): string | null {
  return ABBREVIATED.get(written.replaceAll('.', '')) ?? null
}
