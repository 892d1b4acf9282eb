// Words of war in another sense: what a verb that fits a type tells when its subject or object is looked at once more.
import type { Chunk } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { eventTypeOf } from './event-types.ts'
import { FORCES, type Clause } from './verb-types.ts'

/** What people are targeted with that harms nobody's body, and services of an office, not of a network. */
const LEGAL = wordGroup('legal_means'), OFFICE = wordGroup('of_an_office')
/** So many phrases behind a verb of hitting stands what it is done with, or what people gather for. */
const REACH = 8
/** Types whose noun says better what it was than a verb of hitting ("the massacre targeted a village"). */
const TOLD_BY_NOUN: ReadonlySet<string> = new Set(['violence_against_civilians', 'ground_combat'])
/** What a place falls into or under without being lost to anybody. */
const NOT_TAKEN: ReadonlySet<string> = new Set(['under', 'into', 'within', 'behind', 'below', 'outside'])
/** What a crowd gathers to, and for. */
const GATHERS_FOR: ReadonlySet<string> = new Set(['to', 'outside', 'against', 'for', 'demanding'])
const PROTESTS = /^(?:protest|demonstrat|activist|rall|march)/
const DEFENDS = /defen[cs]es?$/

/** The type that a verb group told as `type` has by what is said with it; null where it tells none. `rule`: the frame that it fitted. */
export function senseOf(clause: Clause, k: number, type: string, rule: string | null, agents: readonly number[], patients: readonly number[]): string | null {
  const { chunks } = clause, vg = chunks[k]!.vg!
  switch (rule) {
    case 'surround': return vg.ing && !vg.progressive && !some(clause, agents, (c) => FORCES.test(word(clause, c))) ? null : type // "the villages surrounding the city"
    case 'place-falls': return NOT_TAKEN.has(chunks[k + 1]?.word ?? '') && !some(clause, [k + 2], (c) => word(clause, c) === 'hands') ? null : type // "fell into chaos"
    case 'crowd': return vg.verb!.lemma === 'gather' && !some(clause, agents, (c) => PROTESTS.test(word(clause, c))) && !gathersFor(chunks, k) ? null : type
    case 'traffic-stopped': return some(clause, patients, (c) => c.np!.units.some((unit) => OFFICE.has(clause.tokens.lower[unit.first]!))) ? null : type
    case 'service-out': return some(clause, agents, (c) => word(clause, c) === 'powers') ? null : type
    case null: return type === 'strike' && vg.verb!.sense === 'hit' ? ofHitting(clause, k, agents, patients) : type
    default: return type
  }
}

const word = ({ tokens }: Clause, c: Chunk): string => (c.np?.head ? tokens.lower[c.np.head.last - 1]! : '')
const some = ({ chunks }: Clause, list: readonly number[], test: (c: Chunk) => boolean): boolean => list.some((i) => chunks[i]?.np != null && test(chunks[i]!))
const flies = ({ np }: Chunk): boolean => np!.counted === 'drone' || np!.counted === 'missile' || np!.counted === 'munition'

/** "air defences targeted drones", "targeted with prosecutions", "the ambush targeted a convoy": whom or what a hit is told of. */
function ofHitting(clause: Clause, k: number, agents: readonly number[], patients: readonly number[]): string | null {
  const { chunks } = clause
  if (chunks[k]!.vg!.passive && chunks[k]!.vg!.verb!.lemma === 'impact') return null // "is impacted by losses"
  if (patients.length > 0 && patients.every((i) => flies(chunks[i]!)) && some(clause, agents, (c) => DEFENDS.test(word(clause, c)))) return 'interception'
  for (const i of agents) {
    const told = chunks[i]!.np!.event === null ? null : eventTypeOf(chunks[i]!.np!.event!)
    if (told !== null && TOLD_BY_NOUN.has(told)) return told
  }
  for (let j = k + 1; j + 1 < chunks.length && j < k + REACH; j++) {
    const { kind, word: opener } = chunks[j]!
    if (kind === 'vg' || kind === 'stop' || kind === 'comma') break
    if (kind === 'prep' && (opener === 'with' || opener === 'by') && LEGAL.has(word(clause, chunks[j + 1]!))) return null
  }
  return some(clause, agents, (c) => LEGAL.has(word(clause, c))) ? null : 'strike'
}

/** "gathered to protest", "gathered outside the ministry"; not "people gathered around the wreck". */
function gathersFor(chunks: readonly Chunk[], k: number): boolean {
  for (let j = k + 1; j < chunks.length && j < k + REACH; j++) {
    const { kind, vg, word: opener } = chunks[j]!
    if (kind === 'stop' || kind === 'comma' && j > k + 1) return false
    if (vg !== null) return vg.infinitive || vg.ing
    if (kind === 'prep' && GATHERS_FOR.has(opener)) return true
  }
  return false
}
