// The type of incident that a verb of a sense tells, by what its subject and its objects are.
import { PEOPLE } from '../../model/claim.ts'
import type { TokenTable } from '../../model/document.ts'
import { sideIn } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import { isCollision } from './collisions.ts'

/** Killing at close hand: by shot, blade or execution. */
export const AT_CLOSE_HAND = /^(murder|execute|behead|decapitate|massacre|assassinate|lynch|shoot_dead|shoot_to_death|gun_down|slaughter|beat_to_death)$/
const SYSTEMS = /^(systems?|aircraft|planes?|jets?|warplanes?|bombers?|fighters?|most|some|all|many|targets?|projectiles?|objects?|fire|rounds?)$/
/** What hits a place without any hand behind it, or in words alone. */
const CALAMITIES = /^(rain|rains|snow|hail|storms?|cyclones?|hurricanes?|typhoons?|floods?|flooding|earthquakes?|quakes?|tremors?|droughts?|heatwaves?|famine|cholera|disease|outbreaks?|epidemics?|pandemic|virus|inflation|prices?|shortages?|crisis|crises|recession|sanctions?|scandals?|reports?|news|rumours?|rumors?|tariffs?|strikers?|protests?|blackouts?|outages?|tragedy|disasters?|lightning|tornado(?:es)?|tsunamis?|avalanches?|wildfires?|landslides?|wave|measures?|restrictions|embargo(?:es)?|bans?|packages?|efforts?|outreach|polic(?:y|ies)|strateg(?:y|ies)|bids?)$/
const HARMS: ReadonlySet<string> = new Set(['hit', 'destroy', 'damage', 'kill', 'injure'])
const VICTIMS = /(s|men|people|women|children|body|head|chief|leader|wife|family|prisoner|hostage)$/
/** What is done to people alone. */
const TAKES_PEOPLE = /^(?:abduct|kidnap|detain|arrest|imprison|jail|intern|snatch|apprehend)/
/** Ground without its name. */
const LANDS: ReadonlySet<string> = new Set(['area', 'territory', 'region', 'peninsula', 'plateau', 'heights', 'enclave', 'strip', 'province'])
const VOTED_FOR = wordGroup('voted_for')
const LAND_TAKEN = wordGroup('land_taken'), STRUCK_IN_WORDS = wordGroup('struck_in_words')
/** Ground without a name, as what is taken or lost. */
export const isUnnamedLand = ({ lower }: TokenTable, c: Chunk): boolean => c.np?.head != null && LAND_TAKEN.has(lower[c.np.head.last - 1]!)
/** Where states speak. */
const GATHERINGS = wordGroup('gathering')
/** Who fights, as a noun. */
export const FORCES = /^(forces?|troops?|army|armies|defenders|military|soldiers?|convoy|column|tanks?|fighters?|units?|brigades?|navy|fleet|warships?|reservists?|servicemen|mercenaries|paratroopers|battalions?|militia(?:s|men)?|militants|rebels|insurgents|paramilitaries|separatists|jihadists|guerrillas|gunmen|peacekeepers|factions|tribesmen|commandos|enemy|occupiers|invaders|loyalists|marines|regime|junta|idf)$/

/** What the words of a clause are looked up in. */
export interface Clause {
  tokens: TokenTable
  chunks: readonly Chunk[]
  placeAt: Uint8Array
}

function has({ chunks }: Clause, list: readonly number[], test: (c: Chunk) => boolean): boolean {
  for (let i = 0; i < list.length; i++) if (test(chunks[list[i]!]!)) return true
  return false
}
const flying = (c: Chunk): boolean => c.np!.counted === 'drone' || c.np!.counted === 'missile' || c.np!.counted === 'munition' || c.np!.counted !== 'artillery' && c.np!.counted !== 'ship' && c.np!.weapons.some((w) => w === 'drone' || w === 'missile' || w === 'rocket')
const place = ({ placeAt }: Clause, c: Chunk): boolean => { for (let t = c.first; t < c.last; t++) if (placeAt[t] === 1) return true; return false }
const word = ({ tokens }: Clause, c: Chunk): string => (c.np!.head ? tokens.lower[c.np!.head.last - 1]! : '')
/** "clashed at a meeting of the council", "clash with the US over its missiles": states clash in words where no place is fought at. */
function inWords(at: Clause, subjects: readonly number[]): boolean {
  if (subjects.length === 0 || has(at, subjects, (c) => FORCES.test(word(at, c)) || !actsItself(at, c))) return false
  let over = false
  for (let k = 1; k < at.chunks.length; k++) {
    const c = at.chunks[k]!, prep = at.chunks[k - 1]!
    if (c.np === null || prep.kind !== 'prep') continue
    if ((prep.word === 'at' || prep.word === 'during') && GATHERINGS.has(word(at, c))) return true
    if (prep.word === 'over') over = true
    else if ((prep.word === 'in' || prep.word === 'near' || prep.word === 'at') && place(at, c)) return false
  }
  return over
}

/** The phrase is a side by its head ("the Taliban"), not a thing of theirs. */
const actsItself = ({ tokens }: Clause, c: Chunk): boolean => c.np!.head !== null && sideIn(tokens, c.np!.head.first, c.np!.head.last) !== null
const isForce = (at: Clause, c: Chunk): boolean => isArmed(at, c) || c.np!.counted === 'combatant' || ((c.np!.counted === 'ship' || c.np!.counted === 'tank' || c.np!.counted === 'armoured_vehicle' || c.np!.counted === 'aircraft' || c.np!.counted === 'helicopter') && c.np!.plural)

/** Armed men: by the head of a phrase, or a group that is called armed. */
const isArmed = (at: Clause, c: Chunk): boolean => FORCES.test(word(at, c)) || GROUPS.test(word(at, c)) && c.np!.units.some((unit) => ARMED.has(at.tokens.lower[unit.first]!))
const GROUPS = /^(?:groups?|factions?|faction|bands?|wing)$/, ARMED: ReadonlySet<string> = new Set(['armed', 'rebel', 'militant', 'jihadist', 'insurgent', 'paramilitary', 'islamist', 'extremist', 'guerrilla'])

/** Armed men by the head of a phrase. */
export const isArmy = (tokens: TokenTable, c: Chunk): boolean => c.np?.head != null && FORCES.test(tokens.lower[c.np.head.last - 1]!)
/** "hit by floods", "struck by an earthquake": no act of war. */
export const isCalamity = (tokens: TokenTable, c: Chunk): boolean => c.np?.head != null && (c.np.proper && NAMED_STORMS.has(tokens.lower[c.first]!)) || c.np?.head != null && tokens.lower[c.last] !== 'of' && c.np.weapons.length === 0 && CALAMITIES.test(tokens.lower[c.np.head.last - 1]!)

/** "Storm Elsa", "Hurricane Ida". */
const NAMED_STORMS: ReadonlySet<string> = new Set(['storm', 'hurricane', 'typhoon', 'cyclone'])
const WARLIKE: ReadonlySet<string> = new Set(['hit', 'attack', 'launch'])
const LABOUR = wordGroup('stops_work'), NETWORK = wordGroup('network'), SPACEFLIGHT = wordGroup('spaceflight')

/** "a strike by train drivers hit commuters", "hackers attacked the website", "a truck hit a bus", "launched a rocket into orbit": words of war for what is none. */
function isPeaceful(clause: Clause, sense: string, subjects: readonly number[], patients: readonly number[]): boolean {
  const { chunks, tokens } = clause
  if (sense === 'attack') return has(clause, patients, (c) => NETWORK.has(word(clause, c))) || has(clause, subjects, (c) => word(clause, c) === 'hackers')
  if (sense === 'launch') {
    if (has(clause, patients, unarmed)) return has(clause, subjects, (c) => LABOUR.has(word(clause, c)))
    if (!has(clause, patients, (c) => c.np!.counted === 'missile')) return false
    const at = chunks[patients[0]!]!.last
    for (let t = at, end = Math.min(chunks.at(-1)!.last, at + INTO_SPACE); t < end; t++) if (SPACEFLIGHT.has(tokens.lower[t]!)) return true
    return false
  }
  return subjects.some((k) => isStoppage(tokens, chunks, k)) || isCollision(tokens, chunks, subjects, patients)
}
const unarmed = (c: Chunk): boolean => c.np!.event === 'strike' && c.np!.weapons.length === 0

/** "a strike by train drivers", "workers launched a strike": whether the phrase at `k` tells of work that stops. */
export function isStoppage(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  if (!unarmed(chunks[k]!)) return false
  const labour = (c: Chunk | undefined): boolean => c?.np?.head != null && LABOUR.has(tokens.lower[c.np.head.last - 1]!)
  return chunks[k + 1]?.word === 'by' && labour(chunks[k + 2]) || chunks[k - 1]?.vg?.verb?.sense === 'launch' && subjectOf(chunks, k - 1).some((p) => labour(chunks[p]))
}
/** How many tokens behind a rocket tell where it goes. */
const INTO_SPACE = 20

/** The type that a verb of this sense tells with this subject and object; null for none. */
export function verbType(at: Clause, sense: string, lemma: string, subjects: readonly number[], patients: readonly number[], passive: boolean): string | null {
  const { chunks } = at
  if (!passive && HARMS.has(sense) && has(at, subjects, (c) => CALAMITIES.test(word(at, c)) && c.np!.weapons.length === 0 || c.np!.proper && NAMED_STORMS.has(at.tokens.lower[c.first]!))) return null
  if (WARLIKE.has(sense) && isPeaceful(at, sense, subjects, patients)) return null
  switch (sense) {
    case 'hit': if (!passive && has(at, subjects, (c) => c.np!.event === 'infrastructure_disruption' || c.np!.event === 'unrest')) return null
      if (/^(fall|land|plunge)_/.test(lemma) && !has(at, subjects, flying) && !has(at, subjects, (c) => c.np!.event === 'strike' || c.np!.pronoun !== null || c.np!.elided)) return null
      if (has(at, patients, (c) => STRUCK_IN_WORDS.has(word(at, c)) && (word(at, c) !== 'target' || !c.np!.plural))) return null
      return patients.length > 0 || subjects.length > 0 ? 'strike' : null
    case 'shell': case 'bomb': return patients.length > 0 || subjects.length > 0 ? 'strike' : null
    case 'attack': return patients.length === 0 || lemma === 'raid' && has(at, subjects, (c) => word(at, c) === 'police') ? null : lemma === 'raid' && !passive && has(at, subjects, (c) => isArmy(at.tokens, c) && c.np!.weapons.length === 0) ? 'ground_combat' : 'strike' // soldiers who raid come themselves
    case 'kill': return AT_CLOSE_HAND.test(lemma) && has(at, patients, (c) => c.np!.counted !== null || c.np!.proper || c.np!.pronoun !== null || c.np!.elided || c.np!.number !== null || VICTIMS.test(word(at, c))) && !chunks.some((c) => c.np?.event === 'strike' && c.np.weapons.length > 0) ? 'violence_against_civilians' : null
    case 'land': return has(at, subjects, flying) ? 'strike' : null
    case 'launch': if (has(at, patients, (c) => c.np!.event === 'ground_combat' && c.np!.weapons.length === 0)) return 'ground_combat' // "launched an assault on the town"
      return has(at, patients, (c) => flying(c) || lemma === 'fire' && c.np!.weapons.includes('artillery') || c.np!.event === 'strike' || c.np!.counted === 'strike') ? 'strike' : null
    case 'intercept': case 'suppress': return patients.length === 0 || has(at, patients, (c) => flying(c) || c.np!.counted === 'aircraft' || c.np!.counted === 'helicopter' || c.np!.pronoun !== null || c.np!.elided || c.np!.counted === 'strike' || (c.np!.counted === null && (c.np!.proper || c.np!.number !== null || c.np!.weapons.length > 0 || c.np!.event === 'strike' || SYSTEMS.test(word(at, c))))) ? 'interception' : null
    case 'destroy': return has(at, patients, flying) || !passive && has(at, subjects, (c) => /^defen[cs]es?$/.test(word(at, c)) && at.tokens.lower[c.first] === 'air') && has(at, patients, (c) => c.np!.number !== null && c.np!.counted === null) ? 'interception' : has(at, patients, (c) => c.np!.counted !== null) ? 'strike' : null
    case 'damage': case 'collapse': return has(at, patients, (c) => c.np!.counted !== null && c.np!.counted !== 'person') ? 'strike' : null
    case 'invade': case 'storm': return patients.length > 0 ? 'ground_combat' : null
    case 'fight': if (lemma === 'engage') return !passive && has(at, patients, (c) => FORCES.test(word(at, c)) || actsItself(at, c)) ? 'ground_combat' : null // "engaged in drills", "with other leaders"
      if (lemma === 'clash' && inWords(at, subjects)) return null // "clashed at a meeting of the council"
      return has(at, subjects, (c) => isArmed(at, c) || actsItself(at, c)) ? 'ground_combat' : null
    case 'advance': case 'repel': if (has(at, patients, (c) => c.np!.event === 'unrest')) return null // the protests are told by their noun
      return has(at, [...subjects, ...patients], (c) => isArmed(at, c) || sideIn(at.tokens, c.first, c.last) !== null || c.np!.event !== null) ? (sense === 'repel' && has(at, patients, (c) => c.np!.event === 'strike' && (c.np!.weapons.length > 0 || subjects.some((p) => /defen[cs]es?$/.test(word(at, chunks[p]!))))) ? 'interception' : 'ground_combat') : null
    case 'seize': return !has(at, subjects, (c) => VOTED_FOR.has(word(at, c))) && has(at, patients, (c) => c.np!.counted === 'settlement' || c.np!.counted === 'region' || place(at, c) || /^(city|town|village|control|positions?|districts?)$/.test(word(at, c)) || LAND_TAKEN.has(word(at, c))) ? 'territory_change' : null
    case 'withdraw': return has(at, subjects, (c) => isArmed(at, c) || sideIn(at.tokens, c.first, c.last) !== null) ? 'territory_change' : null
    case 'explode': if (has(at, subjects, (c) => c.np!.event === 'unrest' || c.np!.event === 'ground_combat' || c.np!.event === 'diplomacy')) return null // "a round of protests erupted"
      if (has(at, subjects, (c) => flying(c))) return 'strike'
      return has(at, subjects, (c) => c.np!.event === 'explosion' || c.np!.weapons.length > 0 || c.np!.counted !== null && c.np!.counted !== 'person') ? 'explosion' : null
    case 'sound': return has(at, subjects, (c) => /^(sirens?|alarms?|alerts?)$/.test(word(at, c))) ? 'air_raid_alert' : null
    case 'torture': return has(at, patients, (c) => c.np!.counted === 'person' || c.np!.counted === 'civilian' || c.np!.pronoun !== null || c.np!.proper) ? 'violence_against_civilians' : null
    case 'capture': case 'release': case 'surrender': if (sense === 'capture' && has(at, subjects, (c) => VOTED_FOR.has(word(at, c)))) return null // "the party captured Ohio"
      if (sense === 'capture' && !TAKES_PEOPLE.test(lemma) && !has(at, patients, (c) => c.np!.counted !== null && PEOPLE.has(c.np!.counted)) && has(at, patients, (c) => place(at, c) && c.np!.counted !== 'person' || c.np!.counted === 'settlement' || c.np!.counted === null && LANDS.has(word(at, c)))) return 'territory_change'
      if (sense === 'capture' && !TAKES_PEOPLE.test(lemma) && patients.length > 0 && patients.every((p) => chunks[p]!.np!.pronoun === 'it')) return 'territory_change' // "we captured it in May"
      return has(at, patients, (c) => c.np!.counted === 'person' || c.np!.counted === 'civilian' || c.np!.counted === 'combatant' || c.np!.counted === 'child' || c.np!.counted === 'journalist' || c.np!.proper || c.np!.pronoun !== null || c.np!.elided || sense === 'surrender' && FORCES.test(word(at, c))) && !(sense === 'release' && has(at, patients, (c) => c.np!.pronoun === 'it')) ? 'capture_or_exchange' : null
    case 'deploy': return has(at, patients, (c) => isForce(at, c)) ? 'deployment' : null
    case 'move_forces': return has(at, subjects, (c) => isForce(at, c) && (c.np!.plural || c.np!.counted !== 'combatant' || FORCES.test(word(at, c)))) ? 'deployment' : null // no commander alone
    case 'protest': return !(patients.length > 0 && !passive && patients !== subjects) && has(at, subjects, (c) => c.np!.counted === 'person' || c.np!.elided || /protesters|demonstrators|people|thousands|crowds?/.test(word(at, c))) ? 'unrest' : null
    default: void passive; return null
  }
}
