// Verbs whose sense lies in words after their object: "put 30 fighters out of action", "burned the village to the ground".
// The table is data (split-verbs.tsv).
import { readFileSync } from 'node:fs'
import type { TokenTable } from '../../model/document.ts'

export interface SplitVerb {
  sense: string
  /** The words after the object, any one list of them. */
  tails: readonly (readonly string[])[]
  /** A group of count-words.tsv, a word of which the sentence must have; null where none is asked. */
  needs: string | null
}

const byLemma = new Map<string, SplitVerb[]>()
for (const line of readFileSync(new URL('split-verbs.tsv', import.meta.url), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue
  const [sense, verbs, tails, needs] = line.split('\t') as [string, string, string, string]
  const row: SplitVerb = { sense, tails: tails.split(' ').map((tail) => tail.split('_')), needs: needs === '-' ? null : needs }
  for (const verb of verbs.split(' ')) byLemma.set(verb, [...(byLemma.get(verb) ?? []), row])
}

/** The senses that words after its object can give a verb. */
export const splitVerbsOf = (lemma: string): readonly SplitVerb[] => byLemma.get(lemma) ?? NONE
const NONE: readonly SplitVerb[] = []

/** The token after the words of `verb` that begin at token `i`, or -1 where none do. */
export function tailAt(tokens: TokenTable, i: number, verb: SplitVerb): number {
  let longest = -1
  for (const tail of verb.tails) if (tail.length > longest - i && tail.every((word, k) => tokens.lower[i + k] === word)) longest = i + tail.length
  return longest
}
