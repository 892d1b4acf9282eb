// What attacks told by a noun struck: "an attack on a school", "the bombing of the hospital in X".
import { PEOPLE } from '../../../model/claim.ts'
import type { Chunk } from '../../../languages/en/chunks.ts'
import { subjectOf } from '../../../languages/en/clauses.ts'
import { isAftermath } from '../in-passing.ts'
import { openAhead, OPEN_VERBS } from '../not-yet.ts'
import type { CountRule, Search } from './finding.ts'
import { listAfter, ONE } from './phrases.ts'
import { add } from './record.ts'
import { named } from './references.ts'

/** Takes down every target of a list: by number, with "a", or by a name of its own; "a school and mosque" share their "a". */
export function struckBy(s: Search, k: number, from: number, sense: string, rule: CountRule): void {
  const { chunks } = s
  const over = chunks[k - 1]?.vg?.verb?.lemma ?? ''
  if (OPEN_VERBS.test(over) && !(over === 'deny' && chunks[k]!.np!.article === 'the') || openAhead(s.tokens, chunks, k)) return // "foiled an attack on a church"
  const one = ONE.has(chunks[from]!.np!.article)
  const list = listAfter(chunks, from)
  const end = list.at(-1)!
  if (wouldBe(chunks, k, end)) return
  if (one && chunks[end + 1]?.kind === 'conj' && chunks[end + 1]!.word === 'and' && chunks[end + 2]?.np?.article === '') list.push(end + 2)
  for (const p of list) {
    const np = chunks[p]!.np!
    if (np.number || ONE.has(np.article) || named(np) && np.counted !== 'facility' || rule === 'strike-on' && np.article === 'the' && !np.plural && isPlacedThing(chunks, p) && !isAftermath(s.tokens, chunks, k)) add(s, p, k, sense, rule)
    else if (one && p > from && np.article === '' && !np.plural && np.counted && chunks[p - 1]!.kind === 'conj') add(s, p, k, sense, rule, { shared: true })
  }
}

/** "an attack on the plant would be a crime": what the verb of the phrase at `k` leaves open. */
function wouldBe(chunks: readonly Chunk[], k: number, end: number): boolean {
  for (let i = end + 1; i < chunks.length && i < end + VERB_WITHIN && chunks[i]!.kind !== 'stop' && chunks[i]!.kind !== 'comma'; i++) {
    const vg = chunks[i]!.vg
    if (vg !== null) return vg.modal !== null && !vg.perfect && subjectOf(chunks, i).includes(k)
  }
  return false
}
const VERB_WITHIN = 6

/** "the hospital in Izium": one thing of a place. */
export const isPlacedThing = (chunks: readonly Chunk[], p: number): boolean => (chunks[p + 1]?.word === 'in' || chunks[p + 1]?.word === 'near') && chunks[p + 2]?.np?.proper === true

/** "damage |was reported|, including three houses and a clinic": what the damage told at `k` was done to. */
export function damageIncluding(s: Search, k: number): void {
  const { chunks } = s
  if (chunks[k + 1]!.vg!.negated) return
  for (const p of listIncluded(chunks, k + 2)) { const { counted, number, article } = chunks[p]!.np!; if (counted && !PEOPLE.has(counted) && (number || ONE.has(article))) add(s, p, k, 'damage', 'damage-to') }
}

/** What ", including" lists within the next phrases of the sentence. */
function listIncluded(chunks: readonly Chunk[], from: number): readonly number[] {
  for (let i = from; i + 1 < chunks.length && i < from + INCLUDED_WITHIN; i++) {
    if (chunks[i]!.kind === 'stop' || chunks[i]!.vg) return NO_PHRASES
    if (chunks[i]!.word === 'including' && chunks[i + 1]!.np) return listAfter(chunks, i + 1)
  }
  return NO_PHRASES
}
const NO_PHRASES: readonly number[] = []
const INCLUDED_WITHIN = 8
