// Losses told as a list: "enemy losses for the day amounted to 830 personnel, four tanks and 22 guns".
import { PEOPLE } from '../../../model/claim.ts'
import { governor, objectsOf } from '../../../languages/en/clauses.ts'
import type { Search } from './finding.ts'
import { headWord, listAfter } from './phrases.ts'
import { add } from './record.ts'

const LOSSES: ReadonlySet<string> = new Set(['losses', 'loss'])
const AMOUNTS: ReadonlySet<string> = new Set(['be', 'amount', 'total', 'include', 'make', 'make_up', 'reach', 'number', 'comprise', 'exceed'])
const INFLICTS: ReadonlySet<string> = new Set(['inflict', 'suffer', 'cause', 'sustain', 'report', 'incur'])

/** Takes down every number of the list at `from`: people as soldiers killed, equipment as destroyed. */
export function lossesListed(s: Search, from: number, k: number): void {
  for (const p of listAfter(s.chunks, from)) {
    const np = s.chunks[p]!.np!
    if (!np.number || !np.counted) continue
    if (PEOPLE.has(np.counted)) add(s, p, k, 'kill', 'losses-are', { of: 'combatant' })
    else add(s, p, k, 'lose', 'losses-are')
  }
}

/** Whether losses are what the verb group at `k` sums up. */
function lossesBefore(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  for (let i = k - 1, steps = 0; i >= 0 && steps < 8; i--, steps++) {
    const c = chunks[i]!
    if (c.kind === 'stop' || c.kind === 'vg' || c.kind === 'sub') return false
    if (c.np && !c.np.number && LOSSES.has(headWord(tokens, c.np)) && governor(chunks, i) === null) return true
  }
  return false
}

/** Whether a verb, by its lemma, may sum up losses or tell who suffers them. */
export const tellsLosses = (lemma: string): boolean => AMOUNTS.has(lemma) || INFLICTS.has(lemma)

/** Losses that a verb sums up ("amounted to", "are") or that a side suffers ("suffered losses of 40 men"). */
export function losses(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  const lemma = vg.verb?.lemma ?? 'be'
  if (AMOUNTS.has(lemma) && !vg.passive) {
    if (!lossesBefore(s, k)) return
    const at = chunks[k + 1]?.kind === 'prep' && chunks[k + 1]!.word === 'to' ? k + 2 : k + 1
    if (chunks[at]?.np) lossesListed(s, at, k)
  } else if (INFLICTS.has(lemma)) {
    const object = objectsOf(chunks, k)[0]
    if (object === undefined || !LOSSES.has(headWord(tokens, chunks[object]!.np!))) return
    for (let i = object + 1; i + 1 < chunks.length && i < object + 8; i++) {
      const c = chunks[i]!
      if (c.kind === 'stop' || c.kind === 'vg' || c.kind === 'sub') return
      if (c.kind === 'prep' && c.word === 'of' && chunks[i + 1]!.np?.number) { lossesListed(s, i + 1, k); return }
    }
  }
}
