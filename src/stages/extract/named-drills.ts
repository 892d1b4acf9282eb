// Exercises by their names: "Thunder Strike brought 17,000 soldiers to Latvia", "took part in the manoeuvres in Estonia".
import { FLAG_CAPITAL, FLAG_SENTENCE_START, TOKEN_WORD, type TokenTable } from '../../model/document.ts'
import { sideIn } from '../../languages/en/actors.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'

const DRILLS = wordGroup('drill')
/** What is told as an attack and may be the second word of such a name. */
const NAMED: ReadonlySet<string> = new Set(['strike', 'assault', 'attack', 'clash', 'siege', 'storm'])

/** Whether the event noun at `k` is a name in capitals ("Thunder Strike"), in a sentence whose words have none. */
export function isNamedDrill(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const { np, first, last } = chunks[k]!, head = np?.head, { flags, lower } = tokens
  if (np == null || head == null) return false // "in the attack others were hurt"
  const at = head.last - 1
  if (!NAMED.has(lower[at]!) || at === first || (flags[at]! & FLAG_CAPITAL) === 0 || (flags[at - 1]! & FLAG_CAPITAL) === 0 || last !== head.last) return false
  if (np.weapons.length > 0 || sideIn(tokens, at - 1, at) !== null || np.units.some((unit) => unit.demonym || unit.tag === 'poss')) return false
  return !isTitle(tokens, chunks)
}

/** Whether most long words of a sentence have capitals, as in a headline. */
function isTitle({ flags, kind, lower }: TokenTable, chunks: readonly Chunk[]): boolean {
  let capital = 0, small = 0
  for (let t = chunks[0]!.first, end = chunks.at(-1)!.last; t < end; t++) {
    if (kind[t] !== TOKEN_WORD || lower[t]!.length < 4 || (flags[t]! & FLAG_SENTENCE_START) !== 0) continue
    if ((flags[t]! & FLAG_CAPITAL) !== 0) capital++
    else small++
  }
  return small < 2 || small * 2 < capital
}

/** "9,000 soldiers |took part| in the exercise": a drill that was held, whoever took part in it; `at`: the chunk of "part". */
export function heldDrill(tokens: TokenTable, chunks: readonly Chunk[], k: number, at: number): boolean {
  const vg = chunks[at - 1]?.vg
  return DRILLS.has(tokens.lower[chunks[k]!.last - 1]!) && vg != null && !vg.modal && !vg.infinitive && !vg.negated
}
