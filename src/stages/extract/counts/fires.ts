// What burns: "a fire broke out at an oil depot", "debris sparked a fire at a warehouse".
import type { Counted } from '../../../model/claim.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import type { Search } from './finding.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { afterOf, headWord, ONE } from './phrases.ts'
import { add } from './record.ts'

const PART = wordGroup('part_of_thing')
const FIRES: ReadonlySet<string> = new Set(['fire', 'fires', 'blaze', 'blazes', 'flames', 'inferno'])
const BREAKS_OUT: ReadonlySet<string> = new Set(['break_out', 'erupt', 'rage', 'start', 'begin', 'burn', 'flare'])
const SPARKS: ReadonlySet<string> = new Set(['spark', 'cause', 'start', 'trigger', 'set_off', 'ignite', 'provoke', 'light'])
const ABLAZE_AT: ReadonlySet<string> = new Set(['at', 'in', 'inside', 'on', 'aboard'])
const BURNS: ReadonlySet<Counted> = new Set<Counted>(['building', 'school', 'hospital', 'facility', 'household', 'ship', 'vehicle'])

/** Whether a verb may tell that something burns. */
export const burns = (lemma: string): boolean => BREAKS_OUT.has(lemma) || SPARKS.has(lemma)

/** Takes down what the fire told at the verb group `k` burns at. */
export function fires(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  const lemma = vg.verb!.lemma
  let fire = -1, at = k + 1
  if (!vg.passive && BREAKS_OUT.has(lemma) && ABLAZE_AT.has(chunks[at]?.word ?? '')) fire = subjectOf(chunks, k).at(-1) ?? -1
  else if (SPARKS.has(lemma) && !vg.negated) { fire = (vg.passive ? subjectOf(chunks, k) : objectsOf(chunks, k)).at(-1) ?? -1; at = Math.max(k, fire) + 1 }
  // "on the roof of a block of flats": a part burns with its whole
  const inside = chunks[at + 1]?.np && PART.has(headWord(tokens, chunks[at + 1]!.np!)) ? afterOf(chunks, at + 1) : -1
  if (inside >= 0) at = inside - 1
  const np = chunks[at + 1]?.np
  if (fire < 0 || !FIRES.has(headWord(tokens, chunks[fire]!.np!)) || !(inside >= 0 || ABLAZE_AT.has(chunks[at]?.word ?? ''))) return
  if (np?.counted && BURNS.has(np.counted) && (np.number || ONE.has(np.article))) add(s, at + 1, k, 'damage', 'count-verb')
}
