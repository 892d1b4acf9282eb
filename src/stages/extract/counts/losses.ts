// Losses told as a list: "enemy losses for the day amounted to 830 personnel, four tanks and 22 guns".
import { PEOPLE } from '../../../model/claim.ts'
import type { Chunk } from '../../../languages/en/chunks.ts'
import { governor, objectsOf } from '../../../languages/en/clauses.ts'
import type { Search } from './finding.ts'
import { headWord, listAfter } from './phrases.ts'
import { add } from './record.ts'

const LOSSES: ReadonlySet<string> = new Set(['losses', 'loss'])
const AMOUNTS: ReadonlySet<string> = new Set(['be', 'amount', 'total', 'include', 'make', 'make_up', 'reach', 'number', 'comprise', 'exceed'])
const INFLICTS: ReadonlySet<string> = new Set(['inflict', 'suffer', 'cause', 'sustain', 'report', 'incur'])

/** Takes down every number of the list at `from`: people as soldiers killed, equipment as destroyed. */
export function lossesListed(s: Search, from: number, k: number): void {
  const { chunks } = s
  for (const p of listAfter(chunks, from)) {
    const np = chunks[p]!.np!
    if (!np.number || !np.counted) continue
    const both = PEOPLE.has(np.counted) && alsoHurt(chunks, p)
    if (PEOPLE.has(np.counted)) add(s, p, k, both ? 'casualties' : 'kill', 'losses-are', { of: 'combatant' })
    else add(s, p, k, 'lose', 'losses-are')
    if (both && (chunks[p + 4]?.kind === 'comma' || chunks[p + 4]?.kind === 'conj') && chunks[p + 5]?.np) { lossesListed(s, p + 5, k); return } // the equipment behind them
  }
}

/** "300 soldiers killed and wounded": both counted together. */
export function alsoHurt(chunks: readonly Chunk[], p: number): boolean {
  const one = chunks[p + 1]?.vg?.verb?.sense, other = chunks[p + 3]?.vg?.verb?.sense
  return chunks[p + 2]?.kind === 'conj' && (one === 'kill' && other === 'injure' || one === 'injure' && other === 'kill')
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

/** What parts a kind from its number in a list: "tanks – 12", "personnel: 830". */
const PARTS: ReadonlySet<string> = new Set(['-', '–', '—', '‒', '−', ':'])
/** So many lines or sentences behind the last one of a list of losses, the list goes on. */
const LIST_GOES_ON = 1

/** "Enemy losses over the day: personnel – 830, tanks – 12", a kind a line or all in one sentence: the number that stands behind its kind. */
export function lossAfterKind(s: Search, k: number): boolean {
  const { chunks, tokens, context } = s
  const kind = chunks[k - 2]?.np, np = chunks[k]!.np!
  if (!PARTS.has(tokens.lower[chunks[k - 1]?.first ?? -1] ?? '') || kind == null || kind.number !== null || kind.counted === null || !np.number || np.head !== null) return false
  if (!(context.lossSentence !== undefined && s.parsed.index - context.lossSentence <= LIST_GOES_ON) && !lossesToldBefore(s, k - 2)) return false
  context.lossSentence = s.parsed.index
  return PEOPLE.has(kind.counted) ? add(s, k, k, 'kill', 'losses-are', { of: 'combatant' }) : add(s, k, k, 'lose', 'losses-are', { of: kind.counted })
}

/** Whether the sentence says before chunk `k` that it tells losses: "the enemy lost", "total combat losses". */
function lossesToldBefore({ chunks, tokens }: Search, k: number): boolean {
  for (let i = k - 1; i >= 0; i--) {
    const { np, vg } = chunks[i]!
    if (vg?.verb?.lemma === 'lose' || np !== null && LOSSES.has(headWord(tokens, np))) return true
  }
  return false
}

/** Keeps that a sentence opens a list of losses: it ends with a colon, its kinds stand below. */
export function opensLosses(s: Search): void {
  const { chunks } = s
  if (chunks.at(-1)?.word === ':' && lossesToldBefore(s, chunks.length)) s.context.lossSentence = s.parsed.index
}
