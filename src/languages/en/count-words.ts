// Words that tell what a number counts where neither verb nor noun class does, by group.
import { readFileSync } from 'node:fs'
import type { TokenTable } from '../../model/document.ts'
import { WordColumn } from '../../text/vocabulary.ts'

const groups = new Map<string, ReadonlySet<string>>()
for (const line of readFileSync(new URL('count-words.tsv', import.meta.url), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue
  const [name, words] = line.split('\t') as [string, string]
  if (groups.has(name)) throw new Error(`count-words.tsv has two rows of ${name}`)
  groups.set(name, new Set(words.split(' ')))
}

/** The words of a group of count-words.tsv; throws where there is no such group. */
export function wordGroup(name: string): ReadonlySet<string> {
  const found = groups.get(name)
  if (!found) throw new Error(`count-words.tsv has no group ${name}`)
  return found
}

/** A group that is asked of whole sentences: where it stands among the bits of `groupsSaid`. */
export interface SaidGroup {
  lane: number
  bit: number
}

const BITS = 30
/** As many lanes as there can be. */
export const LANES = 3
const said: ReadonlySet<string>[] = []
const lanes: WordColumn[] = []

/** The group as one that is asked of whole sentences, all groups in one pass over the words. */
export function saidGroup(name: string): SaidGroup {
  const group = wordGroup(name)
  const known = said.indexOf(group), place = known < 0 ? said.push(group) - 1 : known
  const lane = Math.floor(place / BITS)
  if (lane >= LANES) throw new Error(`more than ${LANES * BITS} groups are asked of sentences`)
  if (known < 0) lanes[lane] = new WordColumn((word) => { // made anew with what it has to tell
    let bits = 0
    for (let bit = 0; bit < BITS && lane * BITS + bit < said.length; bit++) if (said[lane * BITS + bit]!.has(word)) bits |= 1 << bit
    return bits
  })
  return { lane, bit: 1 << place % BITS }
}

/** The groups of a lane that tokens `first`–`last` have a word of, as bits. */
export function groupsSaid(tokens: TokenTable, first: number, last: number, lane: number): number {
  const column = lanes[lane]!
  let bits = 0
  for (let i = first; i < last; i++) bits |= column.at(tokens, i)
  return bits
}
