// Numbers that a verb of harm, attack or capture takes up.
import type { Chunk } from '../../../languages/en/chunks.ts'
import { objectsOf, subjectOf, subsetsAfter } from '../../../languages/en/clauses.ts'
import { PEOPLE_SENSES } from '../../../languages/en/measures.ts'
import type { Search } from './finding.ts'
import { WEAPONS } from './phrases.ts'
import { add } from './record.ts'
import { besieged, copular, driven, held, level, moved, taken } from './stocks.ts'
import { weaponMoves, weaponSubject, withWeapons } from './weapons.ts'

const GENERIC_VERBS_OF_STRIKES = new Set(['carry', 'conduct', 'make', 'launch', 'stage', 'mount', 'perform'])
const HOLD = new Set(['hold', 'remain', 'keep'])
const LEVEL: ReadonlySet<string> = new Set(['rise', 'climb', 'reach', 'stand', 'grow', 'increase', 'jump', 'soar', 'exceed', 'pass', 'top', 'surpass', 'hit', 'swell', 'put', 'surge', 'remain', 'bring'])
const DRIVES: ReadonlySet<string> = new Set(['force', 'drive', 'push', 'expel', 'chase'])
const STAYS: ReadonlySet<string> = new Set(['remain', 'stay', 'live', 'hold', 'leave', 'shelter', 'hide'])
const MOVES: ReadonlySet<string> = new Set(['leave', 'depart', 'arrive', 'cross', 'exit', 'emerge', 'pour', 'stream', 'live', 'stay', 'settle'])

/** The counts that the verb group at chunk `k` tells. */
export function verbCounts(s: Search, k: number): void {
  const { chunks } = s
  const vg = chunks[k]!.vg!
  if (!vg.verb || vg.verb.sense === 'be') copular(s, k)
  if (!vg.verb) return
  const lemma = vg.verb.lemma
  const together = harmTogether(s, k)
  if (together < 0) return
  if (together > 0) {
    for (const p of vg.passive || (vg.bare && objectsOf(chunks, k).length === 0) ? subjectOf(chunks, k) : objectsOf(chunks, k)) add(s, p, k, 'casualties', 'harms-together')
    return
  }
  for (const verb of vg.senses.length > 0 ? vg.senses : [vg.verb]) {
    if (verb.sense === 'common' || verb.sense === 'say') continue
    const objects = objectsOf(chunks, k)
    // "left 30 injured" has its object as the subject of the participle; an object right after makes a bare participle active
    const active = verb.patient === 'object' && !vg.passive && (!vg.bare || objects.length > 0) && verb.sense !== 'state'
    const patients = verb.patient === 'subject' || !active ? subjectOf(chunks, k) : objects
    let any = false
    for (const p of patients) {
      const rule = active ? 'agent-verb-count' : 'count-verb'
      if (!active && verb.sense === 'hit' && vg.bare && chunks[p]!.np!.counted && WEAPONS.has(chunks[p]!.np!.counted!)) { if (add(s, p, k, 'hit', 'weapon-hits', { measure: 'struck' })) any = true }
      else if (add(s, p, k, verb.sense === 'collapse' && chunks[p]!.np!.counted !== 'building' ? 'none' : verb.sense, rule)) any = true
      else if (weaponMoves(s, p, k, verb.sense)) any = true
    }
    if (any) {
      for (const p of patients) for (const part of subsetsAfter(chunks, Math.max(p, k))) add(s, part, k, verb.sense, 'subset', { subset: true })
      if (vg.passive || verb.patient === 'subject') break
    } else if (patients.length > 0 && PEOPLE_SENSES.has(verb.sense) && (patients.some((p) => chunks[p]!.np!.plural || chunks[p]!.np!.elided))) {
      // "civilians were killed, including two children": the whole has no number, the parts have
      for (const part of subsetsAfter(chunks, Math.max(patients.at(-1)!, k))) add(s, part, k, verb.sense, 'subset', { subset: true })
    }
    if (active && weaponSubject(s, k, verb.sense)) any = true
  }
  // "carried out 20 strikes", "attacked with five drones", "three arrivals were recorded"
  if (GENERIC_VERBS_OF_STRIKES.has(lemma.split('_')[0]!) && !vg.passive) for (const p of objectsOf(chunks, k)) if (chunks[p]!.np!.counted === 'strike') add(s, p, k, 'launch', 'strikes-carried-out', { measure: 'launched' })
  if (vg.passive || vg.bare) for (const p of subjectOf(chunks, k)) if (chunks[p]!.np!.counted === 'strike' && chunks[p]!.np!.number) add(s, p, k, 'hit', 'strikes-recorded', { measure: /record|report|hear|register/.test(lemma) ? 'struck' : 'launched' })
  if ((vg.verb.sense === 'attack' || vg.verb.sense === 'hit' || lemma === 'use') && !vg.passive) withWeapons(s, k)
  if (HOLD.has(lemma)) held(s, k)
  if (DRIVES.has(lemma)) driven(s, k)
  if (lemma === 'take' || lemma === 'bring' || lemma === 'drag') taken(s, k)
  if (LEVEL.has(lemma)) level(s, k)
  if (MOVES.has(lemma) && !vg.passive) moved(s, k)
  if (STAYS.has(lemma)) besieged(s, k)
}

/** "killed, injured or captured 5,000": verbs of harm with one number between them. -1: a later verb tells it; 1: this one does. */
function harmTogether(s: Search, k: number): number {
  const { chunks } = s
  const harm = (c: Chunk | undefined): boolean => c?.vg?.verb !== undefined && c.vg.verb !== null && (c.vg.verb.sense === 'kill' || c.vg.verb.sense === 'injure')
  const kin = (c: Chunk | undefined): boolean => harm(c) || c?.vg?.verb?.sense === 'capture'
  if (!kin(chunks[k])) return 0
  let next = k + 1
  while (chunks[next]?.kind === 'conj' || chunks[next]?.kind === 'comma') next++
  if (next > k + 1 && kin(chunks[next]) && chunks[next]!.vg!.verb!.sense !== chunks[k]!.vg!.verb!.sense && (harm(chunks[next]) || harm(chunks[k]))) return -1
  let before = k - 1
  while (chunks[before]?.kind === 'conj' || chunks[before]?.kind === 'comma') before--
  return before < k - 1 && kin(chunks[before]) && chunks[before]!.vg!.verb!.sense !== chunks[k]!.vg!.verb!.sense && (harm(chunks[before]) || harm(chunks[k])) ? 1 : 0
}
