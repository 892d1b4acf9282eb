// Phrases that tell how things stand: "under Russian control", "in rebel hands", "without power", "under siege", "the fall of X".
import type { TokenTable } from '../../model/document.ts'
import { WordSet } from '../../text/vocabulary.ts'
import { sideIn } from '../../languages/en/actors.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { governor, subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { byAgents, sideOfChunks } from './clause-sides.ts'
import { ENDED } from './not-yet.ts'
import { isBlamed } from './other-senses.ts'
import { FORCES } from './verb-types.ts'
import { bearsNoArms } from './without-arms.ts'

/** "came under heavy fire", "has been under attack by". */
const IS_UNDER: ReadonlySet<string> = new Set(['fire', 'attack', 'bombardment', 'shelling']), COMES: ReadonlySet<string> = new Set(['came', 'come', 'comes', 'coming', 'been', 'was', 'were', 'is', 'are', 'remains', 'remained', 'stayed'])
/** Nouns of phrases that tell how things stand. */
const STANDS = new WordSet(['fire', 'attack', 'bombardment', 'shelling', 'control', 'occupation', 'hands', 'siege', 'blockade', 'encirclement', 'power', 'electricity', 'water', 'heating', 'heat', 'fall', 'loss'])
const BY: ReadonlySet<string> = new Set(['by', 'from'])
const UNDER_SIEGE: ReadonlySet<string> = new Set(['siege', 'blockade', 'encirclement'])
/** Whose control or hands: those who fight the state, or rule it. */
const REBEL_WORDS: ReadonlySet<string> = new Set([...wordGroup('rebel_force'), ...wordGroup('ruler'), 'government'])

/** "under Russian control", "without power", "under siege", "the fall of X": a phrase that tells how things stand. */
export function statePhrase(tokens: TokenTable, chunks: readonly Chunk[], placeAt: Uint8Array, k: number): { type: string; rule: string; by: string | null } | null {
  const np = chunks[k]!.np!
  if (!np.head || !STANDS.has(tokens, np.head.last - 1)) return null
  const word = tokens.lower[np.head.last - 1]!
  const before = governor(chunks, k)
  if ((before === 'under' && (word === 'control' || word === 'occupation')) || ((before === 'in' || before === 'into') && word === 'hands')) {
    const whose = chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np ? chunks[k + 2]!.last : chunks[k]!.last
    const by = sideIn(tokens, chunks[k]!.first, whose) ?? (np.article === 'its' || np.article === 'their' ? ownerOf(tokens, chunks, k) : null)
    return by !== null || namesForce(tokens, chunks[k]!.first, whose) ? { type: 'territory_change', rule: word === 'hands' ? 'in-hands' : 'under-control', by } : null
  }
  if (before === 'in' && word === 'control' && chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np && chunks[k - 2]?.vg) { // "were in full control of the town"
    const subject = subjectOf(chunks, k - 2)[0]
    if (subject === undefined) return null
    const by = sideIn(tokens, chunks[subject]!.first, chunks[subject]!.last)
    for (let t = chunks[k + 2]!.first; t < chunks[k + 2]!.last; t++) if (placeAt[t] === 1) return by !== null || namesForce(tokens, chunks[subject]!.first, chunks[subject]!.last) ? { type: 'territory_change', rule: 'in-control', by } : null
  }
  if (before === 'under' && IS_UNDER.has(word) && chunks[k - 2]?.vg && COMES.has(tokens.lower[chunks[k - 2]!.vg!.main]!) && !(word === 'fire' && isBlamed(chunks, k))) return { type: 'strike', rule: 'under-fire', by: chunks[k + 1]?.word === 'by' || chunks[k + 1]?.word === 'from' ? sideOfChunks(tokens, chunks, byAgents(chunks, placeAt, k)) : null }
  if (before === 'under' && UNDER_SIEGE.has(word) && !(BY.has(chunks[k + 1]?.word ?? '') && bearsNoArms(tokens, chunks[k + 2]))) return { type: 'ground_combat', rule: 'under-siege', by: null }
  if (before === 'without' && !isHeld(chunks, k) && (word === 'power' || word === 'electricity' || word === 'water' || word === 'heating' || word === 'heat')) return { type: 'infrastructure_disruption', rule: 'without-service', by: null }
  if ((word === 'fall' || word === 'loss') && chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np && !ENDED.has(tokens.lower[chunks[k + 2]!.last - 1]!)) for (let t = chunks[k + 2]!.first; t < chunks[k + 2]!.last; t++) if (placeAt[t] === 1) return { type: 'territory_change', rule: 'fall-of', by: null }
  return null
}

/** "brought most of the north under its control": the subject's. */
function ownerOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): string | null {
  for (let j = k - 2; j >= 0 && j > k - 9; j--) if (chunks[j]!.vg?.verb && !chunks[j]!.vg!.passive) return sideOfChunks(tokens, chunks, subjectOf(chunks, j))
  return null
}

/** "rebel control", "the hands of the paramilitaries": whose, without the name of a side. */
function namesForce(tokens: TokenTable, first: number, last: number): boolean {
  for (let t = first; t < last; t++) if (FORCES.test(tokens.lower[t]!) || REBEL_WORDS.has(tokens.lower[t]!)) return true
  return false
}

/** "detained them without water": whether those who lack it are prisoners, by the verb before. */
function isHeld(chunks: readonly Chunk[], k: number): boolean {
  for (let j = k - 1; j >= 0 && chunks[j]!.kind !== 'stop'; j--) { const { vg } = chunks[j]!; if (vg !== null) return vg.verb?.sense === 'capture' }
  return false
}
