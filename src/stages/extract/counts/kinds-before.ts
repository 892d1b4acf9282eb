// What a number alone is of, by what its sentence counts or says around it.
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import type { Chunk } from '../../../languages/en/chunks.ts'

/** "318 tanks, 142 of them": what the number right before is of. */
export const countedBefore = (chunks: readonly Chunk[], i: number): Counted | null => (chunks[i - 1]?.kind === 'comma' && chunks[i - 2]?.np?.number ? chunks[i - 2]!.np!.counted : null)

/** "engaged six drones, destroying five of them": what is counted nearest before, where it is as many or more. */
export function themBefore(chunks: readonly Chunk[], i: number, value: number): Counted | null {
  for (let k = i - 1, steps = 0; k >= 0 && steps < 12; k--, steps++) {
    const np = chunks[k]!.np
    if (np?.number && !np.number.masked && np.counted && !PEOPLE.has(np.counted) && np.number.value >= value) return np.counted
  }
  return null
}

/** "of 40 missiles launched, 33 were …": the kind that the sentence counts before the number at `i`. */
export function kindBefore(chunks: readonly Chunk[], i: number, people: boolean): Counted | null {
  for (let k = i - 1, steps = 0; k >= 0 && steps < 8; k--, steps++) {
    if (chunks[k]!.kind === 'stop') return null
    const np = chunks[k]!.np
    if (people && np?.article === 'no' && np.counted !== null && PEOPLE.has(np.counted)) return np.counted // "no soldiers were killed, 19 were wounded"
    if (np?.number && np.counted && PEOPLE.has(np.counted) === people && chunks[k - 1]?.kind === 'prep' && chunks[k - 1]!.word === 'of') return np.counted
  }
  return null
}

/** What "neutralised" says of people and of what flies alike. */
const DISARMS: ReadonlySet<string> = new Set(['neutralise', 'neutralize', 'eliminate'])

/** "shot down 33 drones, and ten were neutralised": whether a number alone at `i` that `lemma` tells of stands for weapons, by what its sentence counts nearest before or, where that counts nothing, by `last`, what was counted last. */
export function isOfWeapons(chunks: readonly Chunk[], i: number, lemma: string, last: Counted | null): boolean {
  if (!DISARMS.has(lemma)) return false
  for (let k = i - 1; k >= 0; k--) { const { np, vg } = chunks[k]!; if (vg?.verb?.sense === 'intercept') return true; if (np?.counted && np.number && !np.number.masked) return !PEOPLE.has(np.counted) }
  return last !== null && FLIES.has(last)
}
const FLIES: ReadonlySet<Counted> = new Set<Counted>(['drone', 'missile', 'munition'])
const KNOWN_AS: ReadonlySet<string> = new Set(['identify', 'confirm', 'describe', 'list', 'classify', 'register', 'verify'])

/** What people are said to be right after they are counted ("15 of those killed |were children|"); null where nothing is said. */
export function kindTold(chunks: readonly Chunk[], patient: number): Counted | null {
  for (let j = patient + 1; j + 1 < chunks.length && j - patient <= 5; j++) {
    const { kind, vg } = chunks[j]!
    if (kind === 'comma' || kind === 'stop' || kind === 'conj' || kind === 'dash') return null
    if (!vg || vg.verb !== null && vg.verb.sense !== 'be' && !KNOWN_AS.has(vg.verb.lemma)) continue
    if (vg.verb !== null && KNOWN_AS.has(vg.verb.lemma) && chunks[++j]?.word !== 'as') return null // "52 of those killed |identified as civilians|"
    if (vg.negated || vg.modal !== null) return null
    const np = chunks[j + 1]!.np
    return np && !np.number && np.plural && np.counted && PEOPLE.has(np.counted) && chunks[j + 2]?.kind !== 'conj' ? np.counted : null
  }
  return null
}
