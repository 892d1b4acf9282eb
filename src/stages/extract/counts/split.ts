// Counts that verbs take up together with words after their object: "put 30 fighters out of action".
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { splitVerbsOf, tailAt } from '../../../languages/en/split-verbs.ts'
import type { Search } from './finding.ts'
import { listAfter, sentenceHas } from './phrases.ts'
import { add } from './record.ts'

/** How many phrases after the verb or its object the words may stand. */
const REACH = 6

/** True where words after the object of the verb group at `k` give it a sense that counts something. */
export function splitVerb(s: Search, k: number): boolean {
  const { chunks } = s
  const vg = chunks[k]!.vg!
  const verbs = splitVerbsOf(vg.verb!.lemma)
  if (verbs.length === 0) return false
  const objects = objectsOf(chunks, k)
  const active = !vg.passive && objects.length > 0
  if (!active && !vg.passive && !vg.bare) return false
  const patients = active ? objects : subjectOf(chunks, k)
  const from = active ? objects[0]! : k
  let any = false
  for (const verb of verbs) {
    if (verb.needs !== null && !sentenceHas(s, wordGroup(verb.needs))) continue
    const end = tailAfter(s, from, active, verb)
    if (end < 0) continue
    const list = active && patients.length === 1 ? listAfter(chunks, patients[0]!) : patients
    for (const p of list) if (chunks[p]!.first < end && add(s, p, k, verb.sense, 'split-verb')) {
      any = true
      const f = s.found.at(-1)!
      f.last = Math.max(f.last, end)
    }
    if (any) return true
  }
  return any
}

/** The token after the words of `verb` that follow the phrase at `from` in its clause, or -1. */
function tailAfter(s: Search, from: number, active: boolean, verb: Parameters<typeof tailAt>[2]): number {
  const { chunks, tokens } = s
  for (let i = from + (active ? 1 : 0), steps = 0; i <= chunks.length && steps < REACH; i++, steps++) {
    const at = !active && i === from ? chunks[from]!.last : i < chunks.length ? chunks[i]!.first : chunks.at(-1)!.last
    const end = tailAt(tokens, at, verb)
    if (end >= 0) return end
    const c = chunks[i]
    if (!c || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel' || (c.kind === 'vg' && i > from)) return -1
  }
  return -1
}
