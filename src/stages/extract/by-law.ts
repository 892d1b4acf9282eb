// What hits without arms: by law or in words ("hit with charges of fraud", "targeted with sanctions"), or by falling ("prices fell on the market").
import { PEOPLE } from '../../model/claim.ts'
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'

/** What people are targeted with that harms nobody's body. */
export const LEGAL = wordGroup('legal_means')
/** So many phrases behind a verb of hitting stands what it is done with. */
const REACH = 8
const CHARGES: ReadonlySet<string> = new Set(['charge', 'charges']), BLASTING = wordGroup('blasting')
const OVER: ReadonlySet<string> = new Set(['of', 'over'])

/** Whether the verb of hitting at `k` says that what it hits (`patients`) is hit by law. */
export function isHitByLaw(tokens: TokenTable, chunks: readonly Chunk[], k: number, patients: readonly number[]): boolean {
  for (let j = k + 1; j + 1 < chunks.length && j < k + REACH; j++) {
    const { kind, word } = chunks[j]!, np = chunks[j + 1]!.np
    if (kind === 'vg' || kind === 'stop' || kind === 'comma') return false
    if (kind === 'prep' && (word === 'with' || word === 'by') && np?.head != null && LEGAL.has(tokens.lower[np.head.last - 1]!) && !goOff(tokens, chunks, j + 1, patients)) return true
  }
  return false
}

/** "prices fell on the market", "night fell on the town": whether what falls at `k` is neither a weapon nor wreckage. */
export function fallsHarmless(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const lemma = chunks[k]!.vg?.verb?.lemma
  if (lemma !== 'fall_on' && lemma !== 'fall_in') return false
  const subjects = subjectOf(chunks, k)
  return subjects.length > 0 && subjects.every((i) => {
    const np = chunks[i]!.np!
    return np.event === null && np.weapons.length === 0 && np.pronoun === null && !np.elided && np.head !== null && !DEBRIS.has(tokens.lower[np.head.last - 1]!) && (np.counted === null || PEOPLE.has(np.counted))
  })
}
const DEBRIS = wordGroup('falls_down')

/** "hit with explosive charges", "the bridge was hit with charges": whether charges are no law's, by what they are or what they hit. */
function goOff(tokens: TokenTable, chunks: readonly Chunk[], k: number, patients: readonly number[]): boolean {
  const np = chunks[k]!.np!
  if (np.head === null || !CHARGES.has(tokens.lower[np.head.last - 1]!)) return false
  if (np.weapons.length > 0 || np.units.some((unit) => BLASTING.has(tokens.lower[unit.first]!))) return true
  return !OVER.has(chunks[k + 1]?.word ?? '') && patients.some((i) => chunks[i]!.np?.counted != null && !PEOPLE.has(chunks[i]!.np!.counted!))
}
