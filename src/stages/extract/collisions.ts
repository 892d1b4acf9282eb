// Accidents on the road: what vehicles run into, told with the words of an attack.
import { PEOPLE } from '../../model/claim.ts'
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'

const AT_THE_WHEEL = wordGroup('at_the_wheel'), BESIDE_ROAD = wordGroup('beside_road'), OF_WAR = wordGroup('of_war')
/** Verbs that tell an attack also with a car ("rammed a crowd"). */
const ON_PURPOSE: ReadonlySet<string> = new Set(['ram', 'attack', 'target'])

/** A vehicle of nobody's army, or who drives one. */
function drives(tokens: TokenTable, { np }: Chunk): boolean {
  if (np === null || np.head === null || np.weapons.length > 0 || np.units.some((unit) => OF_WAR.has(tokens.lower[unit.first]!))) return false
  return np.counted === 'vehicle' || AT_THE_WHEEL.has(tokens.lower[np.head.last - 1]!)
}

/** What stands on a road or beside it: no person, whom one may drive at, and nothing of an army. */
const stands = (tokens: TokenTable, { np }: Chunk): boolean => np !== null && np.weapons.length === 0 && np.event === null && (np.counted === null ? np.head !== null && BESIDE_ROAD.has(tokens.lower[np.head.last - 1]!) : !PEOPLE.has(np.counted))

/** "a truck hit a bus", "a driver crashed into a bus stop": an accident on the road, by the phrases before and behind a verb of hitting. */
export const isCollision = (tokens: TokenTable, chunks: readonly Chunk[], subjects: readonly number[], patients: readonly number[]): boolean => patients.length > 0 && subjects.some((p) => drives(tokens, chunks[p]!)) && patients.every((p) => stands(tokens, chunks[p]!)) && !isAtArms(chunks)

/** Arms, an attack or soldiers in the sentence: a car is then no accident. */
const isAtArms = (chunks: readonly Chunk[]): boolean => chunks.some(({ np, vg }) => np !== null && (np.event !== null || np.weapons.length > 0 || np.counted === 'combatant') || ON_PURPOSE.has(vg?.verb?.lemma ?? ''))

/** "was hit by a car", "killed by a train": whether the passive at `k` tells an accident on the road. */
export function isRunOver(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const { vg } = chunks[k]!
  if (vg === null || !vg.passive && !vg.bare) return false
  const by = chunks[k + 1]?.kind === 'conj' && chunks[k + 2]?.vg?.bare ? k + 3 : k + 1 // "hit and killed by"
  return chunks[by]?.word === 'by' && chunks[by + 1] !== undefined && drives(tokens, chunks[by + 1]!) && !isAtArms(chunks)
}

/** Whether a sentence tells of an accident on the road. */
export function tellsCollision(tokens: TokenTable, chunks: readonly Chunk[]): boolean {
  for (let k = 0; k < chunks.length; k++) {
    const sense = chunks[k]!.vg?.verb?.sense
    if ((sense === 'hit' || sense === 'kill' || sense === 'injure') && isRunOver(tokens, chunks, k) || sense === 'hit' && isCollision(tokens, chunks, subjectOf(chunks, k), objectsOf(chunks, k))) return true
  }
  return false
}
