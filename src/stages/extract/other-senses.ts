// Words of war in another sense: what a verb that fits a type tells when its subject or object is looked at once more.
import { PEOPLE } from '../../model/claim.ts'
import { ARMED_GROUPS, sideIn } from '../../languages/en/actors.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { governor, subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isOfClass } from '../../languages/en/frames.ts'
import { isHitByLaw, LEGAL } from './by-law.ts'
import { isOfNoCaptivity } from './counts/no-captivity.ts'
import { eventTypeOf } from './event-types.ts'
import { REACHES } from './event-weapons.ts'
import { bringsAid } from './in-passing.ts'
import { FORCES, isArmy, type Clause } from './verb-types.ts'
import { isAccidentalBlast, isHailOfWords, isOfWeather, isWithoutArms } from './without-arms.ts'

const THE_DEAD = wordGroup('body')
/** Services of an office, not of a network. */
const OFFICE = wordGroup('of_an_office')
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
  if (POLITICAL.has(type) && isPolitics(clause, k, type, agents, patients)) return null
  if (type === 'explosion' && agents.some((i) => isAccidentalBlast(clause.tokens, chunks, i)) || isWithoutArms(clause, k, type, agents, patients)) return null
  if (type === 'capture_or_exchange' && isOfNoCaptivity(clause.tokens, chunks, k)) return null
  if (type === 'strike' && vg.verb!.sense === 'launch' && ofCrowdControl(clause, k)) return 'unrest'
  switch (rule) {
    case 'surround': return vg.ing && !vg.progressive && !some(clause, agents, (c) => FORCES.test(word(clause, c))) ? null : type // "the villages surrounding the city"
    case 'place-falls': return NOT_TAKEN.has(chunks[k + 1]?.word ?? '') && !some(clause, [k + 2], (c) => word(clause, c) === 'hands') ? null : type // "fell into chaos"
    case 'blast-heard': return clause.tokens.lower[chunks[k]!.last] === 'as' && clause.tokens.lower[chunks[k]!.last + 1] === 'far' ? null : type // "was heard as far as the coast"
    case 'fire-on-civilians': case 'fired-on': case 'opens-fire': return typeOfFire(clause, k, rule === 'fire-on-civilians' ? type : null)
    case 'shot-by-gunmen': return some(clause, patients, (c) => (c.np!.number?.value ?? 0) >= OF_A_WAR) || chunks[k - 1]?.kind === 'conj' && chunks[k - 2]?.np?.counted === 'combatant' && some(clause, patients, (c) => c.np!.elided) ? null : type // "killing nine soldiers and wounding six others"
    case 'found-dead': return patients.some((i) => chunks[i + 1]?.word === 'of' && chunks[i + 2]?.np?.counted === 'combatant') ? null : type // "the bodies of two rebels were found"
    case 'troops-sent': return some(clause, patients, (c) => THE_DEAD.has(word(clause, c))) ? null : type // "the bodies of six soldiers were brought"
    case 'gear-sent': return some(clause, patients, (c) => c.np!.units.some((unit) => clause.tokens.lower[unit.first]!.startsWith('suicide'))) ? 'explosion' : type // "deployed suicide bombers"
    case 'crowd': return vg.verb!.lemma === 'gather' && !some(clause, agents, (c) => PROTESTS.test(word(clause, c))) && !gathersFor(chunks, k) ? null : type
    case 'traffic-stopped': return some(clause, patients, (c) => c.np!.units.some((unit) => OFFICE.has(clause.tokens.lower[unit.first]!))) ? null : type
    case 'alert-declared': return isOfWeather(clause, patients) ? null : type
    case 'service-out': return some(clause, agents, (c) => word(clause, c) === 'powers') ? null : type
    case 'war-begins': case 'war-waged': return some(clause, agents, (c) => isWarOfWords(clause, c)) || some(clause, patients, (c) => isWarOfWords(clause, c)) ? null : type
    case null: if (vg.verb!.sense === 'invade' && some(clause, agents, (c) => VISITORS.has(word(clause, c))) || vg.verb!.sense === 'storm' && (STORMS_OFF.has(clause.tokens.lower[chunks[k]!.last] ?? '') || clause.tokens.lower[chunks[k]!.last] === 'past' && !some(clause, [...agents, ...patients], (c) => isArmy(clause.tokens, c)))) return null // "tourists invaded the town", "stormed to victory", "stormed out"
      return type === 'strike' && vg.verb!.sense === 'hit' ? ofHitting(clause, k, agents, patients) : type
    default: return type
  }
}

/** So many are killed by a war, in no one place. */
const OF_A_WAR = 1000
/** "fired round after round of tear gas": whether what is fired at a crowd is told right behind. */
function ofCrowdControl({ tokens, chunks }: Clause, k: number): boolean {
  const from = chunks[k]!.last, end = Math.min(chunks.at(-1)!.last, from + ROUNDS_WITHIN)
  for (let t = from; t < end && tokens.lower[t] !== ','; t++) if (isOfClass(tokens, t, t + 1, 'crowd_control') || t + 1 < end && isOfClass(tokens, t, t + 2, 'crowd_control')) return true
  return false
}
/** So many words behind the verb. */
const ROUNDS_WITHIN = 8

/** Where one storms to without an attack. */
const STORMS_OFF: ReadonlySet<string> = new Set(['to', 'out', 'off', 'away', 'back'])
/** "fired on a patrol", "opened fire on protesters", "fired on the town with artillery": what it is by whom or what is fired on; `otherwise`: where that is not said. */
function typeOfFire(clause: Clause, k: number, otherwise: string | null): string | null {
  const { chunks } = clause
  let told = otherwise
  for (let j = k + 1; j + 1 < chunks.length && j < k + REACH; j++) {
    const { kind, word: opener } = chunks[j]!, c = chunks[j + 1]!
    if (kind === 'vg' || kind === 'stop' || kind === 'comma') break
    if (kind !== 'prep' || c.np === null || c.word === TIME) continue
    if (WITH_WHAT.has(opener) && c.np.weapons.some((w) => REACHES.has(w))) return 'strike'
    if (!FIRED_AT.has(opener) || word(clause, c) === 'air') continue
    if ((c.np.pronoun === 'they' || c.np.pronoun === 'them') && searchesBefore(clause, k)) { told = 'ground_combat'; continue }
    told = isArmed(clause, c) || ofArmedGroup(clause, c) ? 'ground_combat' : c.np.counted === 'vehicle' || c.np.counted !== null && PEOPLE.has(c.np.counted) || c.np.head !== null && isOfClass(clause.tokens, c.np.head.last - 1, c.np.head.last, 'crowd') ? 'violence_against_civilians' : otherwise ?? 'strike'
  }
  return told
}
/** "as the police closed in, militants fired on them": armed men are the ones spoken of last before who fires. */
function searchesBefore({ tokens, chunks }: Clause, k: number): boolean {
  const own = subjectOf(chunks, k)
  for (let j = k - 1; j >= 0; j--) {
    const { np } = chunks[j]!
    if (np?.head == null || own.includes(j) || chunks[j + 1]?.vg?.verb?.sense === 'say') continue
    if (np.counted === 'combatant' || isArmy(tokens, chunks[j]!) || SEARCHES.has(tokens.lower[np.head.last - 1]!)) return true
  }
  return false
}
/** Who comes armed without a word of arms. */
const SEARCHES = wordGroup('comes_armed')
const SHOT_AT: ReadonlySet<string> = new Set(['targets', 'positions', 'hideouts', 'bases', 'sites', 'posts', 'vehicles', 'shelters', 'members'])
/** "fired at PKK targets". */
const ofArmedGroup = (clause: Clause, c: Chunk): boolean => { const side = SHOT_AT.has(word(clause, c)) ? sideIn(clause.tokens, c.first, c.last) : null; return side !== null && ARMED_GROUPS.has(side) }
const FIRED_AT: ReadonlySet<string> = new Set(['on', 'at', 'upon']), WITH_WHAT: ReadonlySet<string> = new Set(['with', 'from', 'using'])

/** Men under arms, their gear and their posts. */
function isArmed({ tokens }: Clause, c: Chunk): boolean {
  const { counted, head } = c.np!
  return !bringsAid(tokens, c) && (counted === 'combatant' || counted === 'tank' || counted === 'armoured_vehicle' || isArmy(tokens, c) || head !== null && (isOfClass(tokens, head.last - 1, head.last, 'post') || isOfClass(tokens, head.first, head.last, 'post')))
}

/** Types that words of politics are taken for. */
const POLITICAL: ReadonlySet<string> = new Set(['strike', 'ground_combat', 'territory_change'])
const POLITICIANS = wordGroup('politician'), RULED = wordGroup('ruled_body'), VOTES = wordGroup('ballot'), VISITORS = wordGroup('visitor')

/** Senses of what nobody does with words ("the opposition stormed the town"), and bodies that sit in a house which armed men take. */
const WITH_HANDS: ReadonlySet<string> = new Set(['storm', 'invade', 'shell', 'bomb', 'advance', 'repel', 'launch']), HOUSES = wordGroup('body_with_house'), IN_WORDS = wordGroup('attacked_in_words')
const WON_BY: ReadonlySet<string> = new Set(['in', 'at', 'by', 'of'])

/** "the party captured the city in local elections", "senators attacked the bill", "took over the presidency": fought for with votes and words. */
function isPolitics(clause: Clause, k: number, type: string, agents: readonly number[], patients: readonly number[]): boolean {
  const { chunks } = clause
  if (some(clause, agents, (c) => c.np!.weapons.length > 0) || some(clause, patients, (c) => c.np!.weapons.length > 0)) return false
  if (type !== 'territory_change') return !WITH_HANDS.has(chunks[k]!.vg!.verb!.sense) && !some(clause, patients, (c) => c.np!.counted === 'settlement') && (chunks[k]!.vg!.verb!.sense === 'attack' && !some(clause, agents, (a) => isArmy(clause.tokens, a)) && some(clause, patients, (c) => IN_WORDS.has(word(clause, c))) || some(clause, agents, (c) => !c.np!.proper && POLITICIANS.has(word(clause, c))))
  if (some(clause, patients, (c) => RULED.has(word(clause, c)) && !(HOUSES.has(word(clause, c)) && some(clause, agents, (a) => isArmy(clause.tokens, a))))) return true
  for (let j = k + 1; j < chunks.length && j < k + REACH; j++) {
    const { kind, np } = chunks[j]!
    if (kind === 'vg' || kind === 'stop' || kind === 'comma') return false
    if (np !== null && (VOTES.has(word(clause, chunks[j]!)) && WON_BY.has(governor(chunks, j) ?? '') && chunks[k]!.vg!.verb!.lemma !== 'annex' || chunks[j - 1]!.word === 'of' && j < k + 4 && RULED.has(word(clause, chunks[j]!)))) return true
  }
  return false
}

/** "a war of words", "a trade war". */
function isWarOfWords(clause: Clause, c: Chunk): boolean {
  const { lower } = clause.tokens
  return lower[c.last] === 'of' && WORDY.has(lower[c.last + 1] ?? '') || c.np!.units.some((unit) => WORDY.has(lower[unit.first]!))
}
const WORDY: ReadonlySet<string> = new Set(['words', 'nerves', 'trade', 'price', 'tariff', 'culture', 'turf', 'bidding', 'propaganda', 'media', 'currency'])

/** "heart attacks", "a shark attack", "an explosion of anger": whether the event noun at `k` is of another kind. */
export function isOfAnotherKind(tokens: Clause['tokens'], chunks: readonly Chunk[], k: number): boolean {
  const np = chunks[k]!.np!, { lower } = tokens
  if (np.event === 'strike') return isHailOfWords(tokens, chunks, k) || np.units.some((unit) => unit !== np.head && AILMENTS.has(lower[unit.first]!)) || np.head !== null && AILMENTS.has(lower[np.head.first]!) && np.head.last - np.head.first > 1
  if (isAccidentalBlast(tokens, chunks, k)) return true
  if (np.event !== 'explosion' || chunks[k + 1]?.word !== 'of') return false
  const of = chunks[k + 2]?.np
  return of?.head != null && of.article === '' && !of.proper && of.weapons.length === 0 && of.counted === null && of.number === null && !BURNS.has(lower[of.head.last - 1]!)
}
const AILMENTS = wordGroup('no_attack')
const BURNS: ReadonlySet<string> = new Set(['gas', 'fuel', 'ammunition', 'munitions', 'explosives', 'dynamite', 'gunpowder', 'ordnance', 'mines', 'shells', 'artillery'])

const word = ({ tokens }: Clause, c: Chunk): string => (c.np?.head ? tokens.lower[c.np.head.last - 1]! : '')
const some = ({ chunks }: Clause, list: readonly number[], test: (c: Chunk) => boolean): boolean => list.some((i) => chunks[i]?.np != null && test(chunks[i]!))
const flies = ({ np }: Chunk): boolean => np!.counted === 'drone' || np!.counted === 'missile' || np!.counted === 'munition'

/** "air defences targeted drones", "targeted with prosecutions", "the ambush targeted a convoy": whom or what a hit is told of. */
function ofHitting(clause: Clause, k: number, agents: readonly number[], patients: readonly number[]): string | null {
  const { chunks } = clause
  const { lemma } = chunks[k]!.vg!.verb!
  if (chunks[k]!.vg!.passive && lemma === 'impact' || lemma === 'strike' && chunks[k + 1]?.word === 'down' || lemma === 'come_under_fire' && isBlamed(clause.chunks, k)) return null // "is impacted by losses", "struck down the law", "came under fire over his remarks"
  if (patients.length > 0 && patients.every((i) => flies(chunks[i]!)) && (some(clause, agents, (c) => DEFENDS.test(word(clause, c))) || agents.length === 0 && some(clause, [k - 1], (c) => DEFENDS.test(word(clause, c))))) return 'interception'
  for (const i of agents) {
    const told = chunks[i]!.np!.event === null ? null : eventTypeOf(chunks[i]!.np!.event!)
    if (told !== null && TOLD_BY_NOUN.has(told) || told === 'explosion' && chunks[i]!.np!.weapons.every((w) => !REACHES.has(w))) return told // "the blast targeted a police post"
  }
  if (isHitByLaw(clause.tokens, chunks, k, patients)) return null
  return some(clause, agents, (c) => LEGAL.has(word(clause, c))) ? null : 'strike'
}

/** Whether what is under fire is blamed for something ("over his remarks"). */
export function isBlamed(chunks: readonly Chunk[], k: number): boolean {
  for (let j = k + 1; j < chunks.length && j < k + REACH; j++) {
    const { kind, word: opener } = chunks[j]!
    if (kind === 'vg' || kind === 'stop' || kind === 'comma') return false
    if (kind === 'prep' && (opener === 'over' || opener === 'for') && chunks[j + 1]?.np != null) return true
  }
  return false
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
