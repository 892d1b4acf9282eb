// What may stand between a subject and its verb: an age, a name, a relative clause, a remark between dashes.
import { PEOPLE } from '../../model/claim.ts'
import type { Chunk } from './chunks.ts'

/** The participle right behind a counted phrase ("two men |working| for") whose preposition governs the names joined to the one at `i`, or -1. */
export function participleOver(chunks: readonly Chunk[], i: number): number {
  if (chunks[i - 1]?.kind !== 'conj' || !chunks[i - 2]?.np || chunks[i - 2]!.np!.number || chunks[i - 3]?.kind !== 'prep') return -1
  const vg = chunks[i - 4]?.vg, whole = chunks[i - 5]?.np
  return vg?.ing && !vg.progressive && vg.verb?.sense === 'common' && whole?.number && whole.counted ? i - 4 : -1
}

/** "Name Surname", "the monk Name": who a participle set off by a mark may be of. */
export const namesPerson = (np: NonNullable<Chunk['np']>): boolean => np.number === null && np.event === null && (np.units.filter((u) => u.tag === 'proper').length >= 2 || np.counted !== null || np.units.some((u) => u.lexeme?.counted != null && PEOPLE.has(u.lexeme.counted))) && np.units.every((u) => !u.demonym || np.counted !== null)

/** Whether a verb stands before the phrase at `i` in its sentence. */
export function toldBefore(chunks: readonly Chunk[], i: number): boolean {
  if (i >= 0 && chunks[i]!.vg && !chunks[i]!.vg!.ing) return true // "205 people were killed, including 18 civilians, and |913| injured"
  for (let j = i - 1, least = Math.max(0, i - 20); j >= least && chunks[j]!.kind !== 'stop' && chunks[j]!.kind !== 'sub'; j--) if (chunks[j]!.vg && !chunks[j]!.vg!.ing) return true
  for (let j = i + 1; j < i + 4 && j < chunks.length; j++) { if (chunks[j]!.kind === 'comma') break; if (chunks[j]!.vg) return true } // "26 people were killed in X, including …"
  return false
}

/** "three men who fought with the marines were captured": whether the phrase at `i` ends a relative clause right before. */
export function relatedBefore(chunks: readonly Chunk[], i: number): boolean {
  return i >= 3 && chunks[i - 2]!.kind === 'vg' && !chunks[i - 2]!.vg!.passive && chunks[i - 3]!.kind === 'rel'
}

/** Whether the phrase at `a` is a bare age set beside a name: "Name Surname, 24,". */
export function isAge(chunks: readonly Chunk[], a: number): boolean {
  const np = chunks[a]!.np!
  const who = a >= 2 ? chunks[a - 2]!.np : null
  return who !== null && np.number !== null && !np.head && np.number.value < 120 && chunks[a + 1]?.kind !== 'prep' && chunks[a - 1]!.kind === 'comma' && (who.proper || who.article === 'a' || who.article === 'an')
}

/** The mark that opens a remark set between dashes whose last phrase is at `i`, or -1. */
export function dashBefore(chunks: readonly Chunk[], i: number): number {
  for (let k = i, steps = 0; k > 0 && steps < 6; k--, steps++) {
    if (chunks[k]!.kind === 'dash') return chunks[k - 1]!.np ? k : -1
    if (chunks[k]!.kind === 'vg' || chunks[k]!.kind === 'stop') return -1
  }
  return -1
}

/** What a phrase of place or of time stands behind. */
const WHERE: ReadonlySet<string> = new Set(['from', 'in', 'at', 'near', 'outside', 'inside', 'around', 'on', 'of'])

/** "111 people from the strip |who| were detained": the people that "who" takes up, over the place that the phrase at `a` names; `a` itself where that may be somebody. */
export function peopleBehind(chunks: readonly Chunk[], a: number): number {
  for (let at = a, steps = 0; steps < 2 && at >= 2; at -= 2, steps++) {
    const np = chunks[at]!.np
    if (np === null || np.number !== null || np.pronoun !== null || np.counted !== null && PEOPLE.has(np.counted) || chunks[at - 1]!.kind !== 'prep' || !WHERE.has(chunks[at - 1]!.word) || chunks[at - 1]!.word === 'of' && np.proper) return a
    const whole = chunks[at - 2]!.np
    if (whole?.counted && PEOPLE.has(whole.counted)) return at - 2
  }
  return a
}
