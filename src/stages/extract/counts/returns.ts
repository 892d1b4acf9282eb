// Those who come home from captivity: "75 soldiers were brought home in a swap", "110 prisoners walked out of the jail".
import { PEOPLE } from '../../../model/claim.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { saidGroup, wordGroup } from '../../../languages/en/count-words.ts'
import { subsetsAfter } from '../../../languages/en/subsets.ts'
import type { Search } from './finding.ts'
import { NOMINAL_SENSE } from '../../../languages/en/measures.ts'
import { moodOf } from '../mood.ts'
import { headWord, listAfter, partOf, saidNearby, sentenceHas } from './phrases.ts'
import { add } from './record.ts'

const TOLD = saidGroup('captivity_told'), CELL = wordGroup('cell')
const COMES: ReadonlySet<string> = new Set(['return', 'come', 'go', 'walk', 'get', 'arrive', 'fly'])
const BRINGS: ReadonlySet<string> = new Set(['bring', 'return', 'get', 'send', 'give', 'fly'])
const HOME: ReadonlySet<string> = new Set(['home', 'back'])

/** More than these who escape fled a war, not a cell. */
const FROM_CELLS = 1000

/** "50 of the girls escaped while the rest remain captive": whether those who escaped, told by the phrases `told`, had been held. */
export function escapedCaptivity(s: Search, told: readonly number[]): boolean {
  return told.some((p) => (s.chunks[p]!.np!.number?.value ?? FROM_CELLS) < FROM_CELLS) && sentenceHas(s, TOLD)
}

/** "dozens of the bandits escaped": fighters who get away from a fight were not held and have not fled their homes. */
export const getAway = (s: Search, told: readonly number[]): boolean => told.some((p) => (partOf(s.chunks, p) ?? s.chunks[p]!.np!).counted === 'combatant') && !sentenceHas(s, TOLD)

/** Whether a verb, by its lemma, may lead home. */
export const leadsHome = (lemma: string): boolean => COMES.has(lemma) || BRINGS.has(lemma)

/** Counts those whom a verb of coming or bringing leads home, where the sentence tells of captivity. */
export function cameHome(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  const { lemma } = vg.verb!
  let objects = vg.passive ? [] : objectsOf(chunks, k)
  // "brought home 75 soldiers"
  if (objects.length > 0 && HOME.has(headWord(tokens, chunks[objects[0]!]!.np!))) objects = chunks[objects[0]! + 1]?.np ? listAfter(chunks, objects[0]! + 1) : []
  const brings = BRINGS.has(lemma) && objects.length > 0
  if (!brings && !COMES.has(lemma) && !(vg.passive && BRINGS.has(lemma))) return
  if (!saidNearby(s, TOLD) || !homeAfter(s, k)) return
  for (const p of brings ? objects : subjectOf(chunks, k)) {
    const np = chunks[p]!.np!
    const counted = np.counted ?? partOf(chunks, p)?.counted ?? (np.elided ? 'person' : null)
    if (np.number && counted && PEOPLE.has(counted) && add(s, p, k, 'release', 'came-home')) for (const part of p < k ? subsetsAfter(chunks, p, k) : subsetsAfter(chunks, p)) add(s, part, k, 'release', 'subset', { subset: true })
  }
}

const RETURN: ReadonlySet<string> = new Set(['return', 'exchange', 'swap', 'swapped', 'exchanged', 'traded'])

/** "freed in return for nine conscripts": those given for others are released too. */
export function inReturn(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  const np = chunks[k]!.np!
  if (!np.number || np.number.masked || k === 0 || chunks[k - 1]!.word !== 'for' || !RETURN.has(tokens.lower[chunks[k - 1]!.first - 1] ?? '')) return false
  const kind = np.counted ?? partOf(chunks, k)?.counted ?? (np.elided ? 'person' : null)
  return kind !== null && PEOPLE.has(kind) && !releaseSought(s, k) && add(s, k, k - 1, 'release', 'in-return')
}

/** "home", "back", "from captivity", "out of the jail" in the clause after the verb group. */
function homeAfter(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  for (let i = k, steps = 0; i < chunks.length && steps < 8; i++, steps++) {
    const c = chunks[i]!
    if (i > k && (c.kind === 'stop' || c.kind === 'vg' || c.kind === 'sub')) return false
    for (let t = c.first; t < c.last; t++) if (HOME.has(tokens.lower[t]!)) return true
    const np = c.kind === 'prep' && (c.word === 'from' || c.word === 'of') ? chunks[i + 1]?.np : null
    if (np && CELL.has(headWord(tokens, np))) return true
  }
  return false
}

const SOUGHT = wordGroup('sought')

/** "discussed the release of 40 hostages", "talks on the release of …", "would see the release of …": wanted or spoken of, not done. */
export function sought(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  const before = chunks[k - 1]
  if (before?.vg) return SOUGHT.has(before.vg.verb?.lemma ?? '') || moodOf(tokens, chunks, k - 1) === 'hypothetical'
  if (before?.kind !== 'prep') return false
  const noun = chunks[k - 2]
  return noun?.vg ? SOUGHT.has(noun.vg.verb?.lemma ?? '') : noun?.np != null && SOUGHT.has(headWord(tokens, noun.np))
}

/** Whether the noun of the phrase at chunk `i` tells a release. */
export const releases = (s: Search, i: number): boolean => s.chunks[i]!.np?.head != null && NOMINAL_SENSE.get(headWord(s.tokens, s.chunks[i]!.np!)) === 'release'

/** Whether the sentence speaks of a release that is sought, before chunk `k`. */
function releaseSought(s: Search, k: number): boolean {
  for (let i = k - 1, steps = 0; i >= 0 && steps < 10; i--, steps++) if (releases(s, i) && sought(s, i)) return true
  return false
}
