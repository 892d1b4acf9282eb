// Clauses whose words fit an incident and that tell none, by type: no forces that move, no protest, nobody overthrown, no ground left.
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { ARMS } from '../../languages/en/measures.ts'
import { givesUpNoGround } from './leaving.ts'
import { tellsNoMove } from './no-move.ts'
import { isNoProtest, isNoRiot, isNoUnrest, isVotedOut, rulesNoLand } from './unrest.ts'

/** "took possession of two tanks", "abandoned a howitzer": things of an army, no ground. */
const takesGear = (c: Chunk | undefined): boolean => c?.np?.counted != null && ARMS.has(c.np.counted)

const A_WORD: ReadonlySet<string> = new Set(['word', 'term', 'phrase', 'expression']), MEANS: ReadonlySet<string> = new Set(['imply', 'mean', 'indicate', 'describe', 'denote', 'suggest', 'refer', 'signify', 'say'])
const WORD_WITHIN = 14

/** "use the word "neutralised" to imply that militants were killed or captured": what a word means did not happen. */
function isOfWords({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  let means = false
  for (let j = k - 1; j >= 0 && k - j < WORD_WITHIN && chunks[j]!.kind !== 'stop'; j--) {
    const { vg, np, kind, first } = chunks[j]!
    if (vg?.infinitive === true && MEANS.has(lower[vg.main]!) || kind === 'adv' && MEANS.has(lower[first]!)) means = true
    else if (means && np?.head != null && A_WORD.has(lower[np.head.first]!)) return true
  }
  return false
}

/** Whether the verb at `k` tells no incident of the type that a frame's rule or its sense gives it; `agents` do it, `patients` undergo it. */
export function tellsNone(tokens: TokenTable, chunks: readonly Chunk[], k: number, type: string, sense: string, rule: string | null, agents: readonly number[], patients: readonly number[]): boolean {
  if (isOfWords(tokens, chunks, k)) return true
  switch (type) {
    case 'deployment': return tellsNoMove(tokens, chunks, k, rule, agents, patients)
    case 'territory_change': return (sense === 'withdraw' || rule === 'drives-out') && givesUpNoGround(tokens, chunks, k, patients) || rule === 'control-of' && takesGear(chunks[k + 2]) || sense === 'withdraw' && chunks[k]!.vg!.verb?.lemma === 'abandon' && patients.some((i) => takesGear(chunks[i]))
    case 'unrest': switch (rule) {
      case 'crowd': return isNoProtest(tokens, chunks, k, agents)
      case 'youths-clash': return isNoRiot(tokens, chunks, k)
      case 'ruler-toppled': return isVotedOut(tokens, chunks, k, agents) || patients.every((i) => chunks[i]!.np!.plural || rulesNoLand(tokens, chunks, i))
      case 'protest-held': return patients.some((i) => chunks[i]!.np!.event === 'unrest' && isNoUnrest(tokens, chunks, i))
      default: return false
    }
    default: return false
  }
}
