// Attacks of a sentence that armed men made themselves: by those told beside them, by who was killed, by how.
import type { TokenTable } from '../../model/document.ts'
import { countryOf } from '../../gazetteer/countries.ts'
import { ARMED_GROUPS } from '../../languages/en/actors.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { weaponsOfSentence } from './event-weapons.ts'

/** What is asked of an event found in a sentence, and given to it. */
interface Told {
  type: string
  sense: string
  anchor: number
  first: number
  last: number
  by: string | null
  weapons: string[]
  nominal: boolean
  raid?: boolean
}

/** An attack without a remote weapon by gunmen, or with people taken, is violence at close hand. */
export function closeHand(tokens: TokenTable, chunks: readonly Chunk[], placeAt: Uint8Array, found: readonly Told[]): void {
  const struck = found.some((e) => e.type === 'strike')
  const close = struck && chunks.some((c, i) => (c.vg?.verb?.sense === 'capture' && !c.vg.passive && !(chunks[i + 1]?.np != null && isLand(tokens, chunks[i + 1]!, placeAt))) || (c.np?.head && (/^(gunmen|gunman|hostages?|massacre|stabbing|shooting|captives?)$/.test(tokens.lower[c.np.head.last - 1]!) || tokens.lower[c.np.head.first] === 'armed')) || (c.vg?.verb && (/^(abduct|kidnap|take_hostage|take_captive|behead|stab)/.test(c.vg.verb.lemma) || SHOTS.has(c.vg.verb.lemma) && (c.vg.passive || c.vg.bare || chunks[i + 1]?.np?.counted === 'person'))))
  const killing = struck && (chunks.some((c) => c.vg?.verb?.sense === 'kill') || chunks.some((c) => c.np?.number !== null && c.np?.counted === 'person'))
  const fought = chunks.some((c) => c.np?.number != null && c.np.counted === 'combatant') && !chunks.some((c) => c.np?.number != null && (c.np.counted === 'person' || c.np.counted === 'civilian' || c.np.counted === 'child')) // "killed ten soldiers in an attack"
  if (killing) for (const e of found) if (e.type === 'strike' && (e.sense === 'attack' || (e.nominal && /^(attacks?|assault|raid)$/.test(tokens.lower[chunks[e.anchor]!.last - 1]!))) && e.weapons.length === 0 && e.by !== null && ARMED_GROUPS.has(e.by) && killing) e.type = fought ? 'ground_combat' : 'violence_against_civilians'
  weaponsOfSentence(found, chunks)
  for (const e of found) if (e.type === 'strike' && e.weapons.length === 0 && e.by !== null && ARMED_GROUPS.has(e.by) && (e.sense === 'attack' || (e.nominal && /^(attacks?|assault|raid)$/.test(tokens.lower[chunks[e.anchor]!.last - 1]!)))) e.raid = true
  if (close) for (const e of found) if (e.type === 'strike' && (e.sense === 'attack' || e.sense === 'strike') && e.weapons.every((w) => w === 'small_arms' || w === 'knife') && /attack|assault|raid|massacre/.test(tokens.lower[chunks[e.anchor]!.last - 1]! + ' ' + tokens.lower[chunks[e.anchor]!.vg?.main ?? chunks[e.anchor]!.last - 1]!)) e.type = 'violence_against_civilians'
}

/** "was shot and killed in an attack": no bomb did it. */
const SHOTS: ReadonlySet<string> = new Set(['shoot', 'shoot_dead', 'shoot_and_kill', 'gun_down', 'shoot_to_death'])

/** A place by its head: a land, not an army of it. */
export const isLand = (tokens: TokenTable, { np }: Chunk, placeAt: Uint8Array): boolean => np!.head !== null && (placeAt[np!.head.last - 1] === 1 || countryOf(tokens.text.slice(tokens.start[np!.head.first]!, tokens.end[np!.head.last - 1]!)) !== null)
