// The words that tell one event from another, as cut stems with weights. The same for every language written in words:
// endings are dropped by cutting (truncation at five letters serves European languages nearly as well as a stemmer:
// McNamee and Mayfield, "Character n-gram tokenization for European language text retrieval", 2004).
import { FLAG_CAPITAL, FLAG_POSSESSIVE, FLAG_SENTENCE_START, TOKEN_WORD } from '../../model/document.ts'
import { countryOf } from '../../gazetteer/countries.ts'
import { readTable } from '../../gazetteer/table.ts'
import { demonymOf } from '../../languages/en/demonyms.ts'
import { tokenize } from '../../text/tokens.ts'

const STEM_LENGTH = 5
const MAX_WORDS = 60
/** Weights of stems that most war reporting shares; a stem that is not listed weighs 1. */
const COMMON = new Map(readTable(new URL('./common-words.tsv', import.meta.url), ['word', 'weight', 'source']).map((row) => [row.word, Number(row.weight)]))
/** Names of countries and their people are in most reports of a war; places are compared as places. */
const NATION_WEIGHT = 0.2
const weights = new Map<string, number>()
const WEIGHTS_LIMIT = 100_000

function weightOf(word: string): number {
  const known = weights.get(word)
  if (known !== undefined) return known
  const weight = COMMON.get(word) ?? COMMON.get(stem(word)) ?? (demonymOf(word) || countryOf(word) ? NATION_WEIGHT : 1)
  if (weights.size >= WEIGHTS_LIMIT) weights.clear()
  weights.set(word, weight)
  return weight
}

/** Stems with their weights. */
export type Words = ReadonlyMap<string, number>

/** The stem of a lower-cased word: its first five letters. */
export const stem = (lower: string): string => (lower.length > STEM_LENGTH ? lower.slice(0, STEM_LENGTH) : lower)

/** The telling words of a text's first `MAX_WORDS` words: no function words, no bare numbers; names weigh more. */
export function wordsOf(text: string, into: Map<string, number> = new Map()): Map<string, number> {
  const tokens = tokenize(text.length > 1200 ? text.slice(0, 1200) : text)
  // a headline in capitals throughout, or With Every Word So, says nothing by its capitals
  let capitals = 0, lowers = 0
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] !== TOKEN_WORD || tokens.end[i]! - tokens.start[i]! < 4) continue
    if ((tokens.flags[i]! & FLAG_CAPITAL) !== 0) capitals++
    else lowers++
  }
  const telling = lowers >= capitals
  for (let i = 0, taken = 0; i < tokens.count && taken < MAX_WORDS; i++) {
    if (tokens.kind[i] !== TOKEN_WORD || (tokens.flags[i]! & FLAG_POSSESSIVE) !== 0) continue
    const lower = tokens.lower[i]!
    if (lower.length < 3) continue
    for (const part of lower.includes('-') ? lower.split('-') : [lower]) {
      if (part.length < 3) continue
      const cut = stem(part)
      let weight = weightOf(part)
      if (weight === 0) continue
      const named = telling && i > 0 && (tokens.flags[i]! & FLAG_CAPITAL) !== 0 && (tokens.flags[i]! & FLAG_SENTENCE_START) === 0
      if (named && weight === 1) weight = 1.6
      taken++
      const known = into.get(cut)
      if (known === undefined || known < weight) into.set(cut, weight)
    }
  }
  return into
}

/** The weight of all words of a set. */
export function weightOfAll(words: Words): number {
  let sum = 0
  for (const weight of words.values()) sum += weight
  return sum
}

/** The weight of the words that two sets share. */
export function sharedWeight(a: Words, b: Words): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, weight] of small) {
    const other = large.get(word)
    if (other !== undefined) shared += Math.min(weight, other)
  }
  return shared
}

/** The most telling of the words that two sets share; those that may have been cut end in "…". */
export function sharedWords(a: Words, b: Words, most: number): string[] {
  return [...a].filter(([word]) => b.has(word)).sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, most).map(([word]) => (word.length < STEM_LENGTH ? word : `${word}…`))
}
