// "Killed in the attack were three nurses": what happened stands first, those it happened to last.
import { objectsOf } from '../../../languages/en/clauses.ts'
import { subsetsAfter } from '../../../languages/en/subsets.ts'
import type { Search } from './finding.ts'
import { tellsRole } from './phrases.ts'
import { add } from './record.ts'

/** How many phrases may stand between what happened and the verb. */
const REACH = 6

/** Takes down what stands after the "were" at chunk `k` where a bare participle opens its clause. */
export function inverted(s: Search, k: number): boolean {
  const { chunks } = s
  let i = k - 1
  for (let steps = 0; i >= 0 && steps < REACH; i--, steps++) {
    const c = chunks[i]!
    if (c.vg) break
    if (c.kind === 'np' ? chunks[i - 1]?.kind !== 'prep' && chunks[i - 1]?.kind !== 'conj' : c.kind !== 'prep' && c.kind !== 'adv' && c.kind !== 'conj') return false
  }
  const vg = chunks[i]?.vg
  if (!vg?.bare || vg.verb === null || vg.verb.patient !== 'object' || !opens(s, i)) return false
  let any = false
  for (const p of objectsOf(chunks, k)) if (!tellsRole(s, p) && add(s, p, i, vg.verb.sense, 'count-verb')) { any = true; for (const part of subsetsAfter(chunks, p)) add(s, part, i, vg.verb.sense, 'subset', { subset: true }) }
  return any
}

/** Whether the chunk at `i` begins a clause, with no phrase before it. */
function opens(s: Search, i: number): boolean {
  let at = i - 1
  while (at >= 0 && (s.chunks[at]!.kind === 'adv' || s.chunks[at]!.kind === 'quote')) at--
  return at < 0 || s.chunks[at]!.kind === 'stop'
}
