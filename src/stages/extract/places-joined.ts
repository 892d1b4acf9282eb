// Places of one event that stand behind one another: "the occupation of Crimea and part of Donbas", "in Goma and in Bukavu".
import type { LocatedMention, TokenTable } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { groupFrom } from './direct-place.ts'
import type { PlaceSource } from './place-ranking.ts'

const JOINTS: ReadonlySet<string> = new Set(['and', 'or']), PARTS = wordGroup('part_told')
const PLACED: ReadonlySet<string> = new Set(['in', 'near', 'around', 'at', 'of', 'on'])
/** So many tokens may stand between the last place and the one joined to it ("and parts of the"). */
const BETWEEN = 6

/** The places told, with those that "and part of" or "and in" joins to the last of them; null where none is joined. */
function placesJoined(tokens: TokenTable, groups: readonly LocatedMention[][], found: readonly LocatedMention[]): readonly LocatedMention[] | null {
  const last = found.at(-1)!, next = groupFrom(groups, last.last)
  if (next === undefined || next[0]!.first - last.last > BETWEEN || !JOINTS.has(tokens.lower[last.last]!)) return null
  let part = false
  for (let i = last.last + 1; i < next[0]!.first; i++) {
    const word = tokens.lower[i]!
    if (PARTS.has(word) || i === last.last + 1 && PLACED.has(word) && PLACED.has(tokens.lower[found[0]!.first - 1] === 'the' ? tokens.lower[found[0]!.first - 2]! : tokens.lower[found[0]!.first - 1]!)) part = true
    else if (word !== 'of' && word !== 'the' && word !== "'s" && word !== '’s' && !PLACED.has(word)) { if (tokens.lower[i + 1] !== "'s" && tokens.lower[i + 1] !== '’s') return null }
  }
  const after = tokens.lower[next[0]!.last]
  const owned = after === "'s" || after === '’s' ? groupFrom(groups, next[0]!.last) : undefined // "part of Ukraine's Donbas"
  return part ? [...found, ...(owned !== undefined && owned[0]!.first - next[0]!.last <= 2 ? owned : next)] : null
}

/** "across the country, including in Kyiv and Lviv": the places named after a wider one, too, and those joined to the last. `groups`: the places of the sentence. */
export function withIncluded(tokens: TokenTable, groups: readonly LocatedMention[][], found: readonly LocatedMention[], source: PlaceSource, sentence: number): readonly LocatedMention[] {
  const more = source === 'clause' ? placesJoined(tokens, groups, found) : null
  if (more !== null) return more
  const [wide] = found
  if (found.length !== 1 || (source !== 'clause' && source !== 'sentence') || (wide!.precision !== 'country' && wide!.precision !== 'region')) return found
  const next = groupFrom(groups, wide!.last)
  if (next === undefined || next[0]!.precision === 'country' || tokens.sentence[wide!.first] !== sentence) return found
  for (let i = wide!.last, steps = 0; i < next[0]!.first && steps < 6; i++, steps++) if (tokens.lower[i] === 'including' && next[0]!.first - i <= 4) return [...found, ...next]
  return found
}
