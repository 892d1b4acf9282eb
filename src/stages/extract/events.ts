// Events: which words of a sentence tell that something happened (an incident type), by whom and against whom as far as
// the clause says, with which weapons. Place and day come later.
import { settleAssaults } from './assaults.ts'
import { PEOPLE } from '../../model/claim.ts'
import { FLAG_POSSESSIVE, type TokenTable } from '../../model/document.ts'
import { sideIn } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { TIME, type Chunk, type NounPhrase } from '../../languages/en/chunks.ts'
import { ordinalOf } from '../../languages/en/times/years.ts'
import { behindSource } from '../../languages/en/beside-subjects.ts'
import { governor, objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import type { VerbSense } from '../../languages/en/lexicon.ts'
import { ARMS } from '../../languages/en/measures.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { bringsAid, isInPassing, isRaidOnFoot } from './in-passing.ts'
import { isAbstract, isAimedAtIdea, isBacking, isNoVerb, isOfDegree, isStandingOf, standsBefore, strivesFor } from './participles.ts'
import { HARMS, isToldToHappen } from './happening.ts'
import { behindAim, moodOf, type Mood } from './mood.ts'
import { isNamedDrill } from './named-drills.ts'
import { isTask, namesOnly, noneOf, openAhead, openBehind, OPEN_VERBS } from './not-yet.ts'
import { leavesBorder } from './leaving.ts'
import { stepsInToFight } from './no-move.ts'
import { tellsNone } from './no-event.ts'
import { isOfAnotherKind, senseOf } from './other-senses.ts'
import { placeToldOf } from './place-told-of.ts'
import { atrocityTold } from './atrocities.ts'
import { anniversaryOf } from './anniversaries.ts'
import { accusedBefore, byAgents, drivesBack, ledBy, sideOfChunks, strangerOf, type Stranger, whoIsMeant, wieldersOf } from './clause-sides.ts'
import { GIVES, isGear, movesItself } from './given-arms.ts'
import { closeHand, isLand } from './close-hand.ts'
import { eventTypeOf, HARMFUL } from './event-types.ts'
import { addAll, isStruckGear, REACHES } from './event-weapons.ts'
import { framesOf } from '../../languages/en/frames.ts'
import { frameFor, wholeOf } from './frame-matching.ts'
import { begunBehindTime, drivenOut, gainerOf, isForcedOut } from './ground-lost.ts'
import { statePhrase } from './state-phrases.ts'
import { isNoUnrest, typeOfTakeover } from './unrest.ts'
import { FORCES, isArmy, isCalamity, isStoppage, isUnnamedLand, verbType, type Clause } from './verb-types.ts'
import { civilWarOf, warTold } from './wars.ts'
import { isCutByNature } from './without-arms.ts'

export interface EventFinding {
  type: string
  sense: string
  sentence: number
  anchor: number
  /** Tokens of the words that state it. */
  first: number
  last: number
  by: string | null
  against: string | null
  weapons: string[]
  mood: Mood
  nominal: boolean
  /** "the attack", "its invasion": words that point to an event told elsewhere. */
  definite: boolean
  /** "a counter-offensive": the side attacked before strikes back. */
  counter?: boolean
  /** Forces go into a place, not only towards it. */
  enters?: boolean
  /** An attack by an armed group in which no weapon that reaches far is told. */
  raid?: boolean
  /** The noun is told to happen ("clashes broke out"). */
  happens?: boolean
  /** A war told by its beginning ("since the invasion began on 24 March"): news only with its day. */
  begins?: boolean
  /** So many years ago, told by its anniversary. */
  anniversary?: number
  /** Background without it: news only with a day that its words say. */
  needsDay?: boolean
  /** The land that is told to be at war. */
  land?: string
  /** Clashes that begin, not a war: of where their sentence puts them. */
  skirmish?: boolean
  /** Tells who holds a place, which is so since the day that is said ("has been held by the rebels since May"). */
  state?: boolean
  /** A campaign, which goes on after the day that it began ("launched a campaign", "its military operation"). */
  campaign?: boolean
  /** Many events over time, told by a count: no event of its own. */
  summed?: boolean
  /** "it struck", "its forces": the side is the speaker's, or the one told of last. */
  pronounAgent?: boolean
  /** Who does it, where that is no side of a war. */
  stranger?: Stranger | null
  /** Tanks and guns that go somewhere, with no men told. */
  gear?: boolean
  /** What strikes is an attack told before ("the raid hit a school"). */
  again?: boolean
  rule: string
}

/** What is waged over months, where an invasion or an assault is of a day. */
const CAMPAIGN: ReadonlySet<string> = new Set(['campaign', 'operation', 'offensive', 'war', 'onslaught'])
/** What goes off under whoever runs into it. */
const LIES_THERE: ReadonlySet<string> = new Set(['mine', 'bomb']), HOISTS: ReadonlySet<string> = new Set(['raise', 'hoist', 'fly'])
/** Words before an event noun that leave it open, or make it a stoppage of work. */
const NOT_YET = /^(possible|potential|planned|future|threatened|imminent|expected|feared|any|alleged|would-be|foiled|thwarted|likely|unlikely|probable|hypothetical|looming|impending)$/
const STOPPAGE = /^(general|hunger|labour|labor|indefinite|rail|transport|teachers|bus|one-day|nationwide|strike)$/
const WARES = wordGroup('ware')
/** What is launched into a land on one day, and is news without it. */
const INCURSIONS: ReadonlySet<string> = new Set(['incursion', 'invasion', 'raid'])
/** Bodies whose convoys are no forces, and who holds no ground. */
const AIDS: ReadonlySet<string> = new Set(['Red Cross']), PEACE: ReadonlySet<string> = new Set(['Red Cross', 'United Nations'])

/** Frames of forces whose object is none of theirs ("soldiers inspect a captured tank"). */
const OF_OTHERS: ReadonlySet<string> = new Set(['crosses-line', 'troops-posted', 'soldiers-pose']), GRANTS: ReadonlySet<string> = new Set(['authorise', 'authorize', 'approve', 'permit', 'allow', 'endorse'])

/** A sense that tells nothing of the conflict by itself. */
const isCommon = ({ sense }: VerbSense): boolean => sense === 'common' || sense === 'say' || sense === 'be'

/** Finds the events of one sentence, in order; several words for one event give one finding. `placeAt` marks tokens of places themselves. */
export function findEvents(parsed: ParsedSentence, tokens: TokenTable, placeAt: Uint8Array): EventFinding[] {
  const { chunks } = parsed
  const found: EventFinding[] = []
  const sentence: Sentence = { tokens, chunks, placeAt, index: parsed.index, found, claimed: null }
  for (let k = 0; k < chunks.length; k++) if (chunks[k]!.vg !== null) verbEvent(sentence, k)
  for (let k = 0; k < chunks.length; k++) if (chunks[k]!.np !== null) nounEvent(sentence, k)
  if (found.length > 0) { closeHand(tokens, chunks, placeAt, found); settleAssaults(tokens, chunks, found) }
  // "stormed the village, burning homes": what burns is of the raid
  if (found.length > 1 && found.some(isRaid)) for (let i = found.length - 1; i >= 0; i--) if (found[i]!.rule === 'verb-collapse' && found[i]!.weapons.length === 0) found.splice(i, 1)
  for (const e of found) if (e.mood === 'real' && (isInPassing(tokens, chunks, e) || e.type === 'infrastructure_disruption' && isCutByNature(tokens, chunks))) e.mood = 'passing'
  return found
}
const isRaid = (e: EventFinding): boolean => (e.type === 'ground_combat' || e.type === 'violence_against_civilians') && e.mood === 'real' && !e.nominal

interface Sentence extends Clause {
  index: number
  found: EventFinding[]
  /** Nouns of events that a verb tells already; null where there are none. */
  claimed: Set<number> | null
}

/** The event that the verb group at `k` tells. */
function verbEvent(sentence: Sentence, k: number): void {
  const { tokens, chunks, placeAt } = sentence
  const vg = chunks[k]!.vg
  if (!vg?.verb) return
  const senses = vg.senses.length > 0 ? vg.senses : [vg.verb]
  const telling = firstTelling(senses)
  const verb = telling ?? senses[0]!
  if (telling === null && framesOf(verb, false).length === 0) return
  if (vg.bare && (standsBefore(chunks, k) || chunks[k + 1]?.np != null && isStandingOf(tokens, chunks, k)) || vg.ing && isOfDegree(tokens, chunks, k) || isNoVerb(tokens, chunks, k)) return
  let objects = objectsOf(chunks, k)
  const far = objects.length === 0 && !vg.passive ? begunBehindTime(chunks, k) : -1
  if (far >= 0) objects = [far]
  const wielders = wieldersOf(chunks, k)
  let subjects = accusedBefore(chunks, k) ?? wielders ?? behindSource(chunks, subjectOf(chunks, k))
  const ofPlace = placeToldOf(tokens, chunks, placeAt, k, subjects, objects)
  if (ofPlace >= 0) { if (chunks[k - 1]!.kind === 'comma') subjects = [ofPlace]; else objects = [ofPlace] }
  let passive = vg.passive || (vg.bare && objects.length === 0 && (verb.patient !== 'none' || isCommon(verb)) && !(verb.sense === 'invade' && subjects.some((p) => isArmy(tokens, chunks[p]!)))) // "advanced": nobody is advanced
  let agents = passive ? byAgents(chunks, placeAt, k) : subjects
  if (passive && agents.some((p) => isCalamity(tokens, chunks[p]!)) || verb.sense === 'attack' && !passive && objects.some((p) => isAbstract(tokens, chunks[p]))) return
  // "sailed", "gathered": a past form without an object is read as active first
  let frame = passive && !vg.passive && agents.length === 0 ? frameFor(tokens, chunks, k, verb, subjects, objects, placeAt) : null
  if (frame) { passive = false; agents = subjects }
  else frame = frameFor(tokens, chunks, k, verb, agents, passive ? subjects : objects, placeAt)
  if (frame?.rule === 'weapon-sent' && verb.lemma === 'send' && (passive ? subjects : objects).some((i) => movesItself(tokens, chunks[i]!))) frame = null // "sent troops and artillery into"
  if (frame?.rule === 'troops-arrive' && verb.lemma === 'leave' && (chunks[k + 1]?.word === 'behind' || objects.some((i) => chunks[i]!.np!.counted === 'person' || chunks[i]!.np!.number !== null && chunks[i]!.np!.head === null || ARMS.has(chunks[i]!.np!.counted ?? '')))) return // "left 40 people dead", "left behind a tank"
  if (frame?.rule === 'surround' && passive && agents.length > 0 && agents.every((i) => isLand(tokens, chunks[i]!, placeAt))) return // "is surrounded by Armenia"
  const patients = verb.patient === 'subject' && frame?.rule !== 'set-off' ? subjects : passive ? subjects : objects
  let type: string | null = frame?.type ?? null, sense = verb.sense
  for (const v of senses) if (!type && !isCommon(v)) { type = verbType(sentence, v.sense, v.lemma, withWholes(tokens, chunks, subjects), withWholes(tokens, chunks, v.patient === 'subject' || passive ? subjects : objects), passive); if (type) sense = v.sense }
  if (type !== null) type = senseOf(sentence, k, type, frame?.rule ?? null, agents, patients)
  const forcedOut = (type === null || type === 'territory_change' || type === 'deployment') && isForcedOut(tokens, chunks, placeAt, k, objects)
  if (forcedOut) type = 'territory_change'
  if (!type || tellsNone(tokens, chunks, k, type, sense, frame?.rule ?? null, agents, passive ? subjects : objects)) return
  if (frame?.rule === 'intervenes' && stepsInToFight(tokens, chunks, k)) type = 'ground_combat'
  if (frame?.rule === 'control-of' && objects.some((p) => isAbstract(tokens, chunks[p]))) return // "winning back its freedom"
  if (sense === 'fight' && strivesFor(tokens, chunks, k)) return
  if (verb.lemma === 'occupy' && (vg.progressive || vg.ing && chunks[k - 1]?.np != null)) return // how things stand
  if (type === 'territory_change' && sense === 'withdraw' && leavesBorder(tokens, chunks, k)) type = 'deployment'
  if (noneOf(tokens, chunks, passive ? subjects : objects) || noneOf(tokens, chunks, agents)) return
  let mood = moodOf(tokens, chunks, k)
  if (mood === 'possible' && !vg.perfect && (vg.modal === 'may' || vg.modal === 'might')) mood = 'hypothetical' // "may attack"
  // an attempt on the ground is fighting already
  if (mood === 'hypothetical' && (type === 'ground_combat' || frame?.rule === 'drives-out') && vg.infinitive && !vg.modal && /^(try|attempt|seek|aim|struggle|fight)$/.test(chunks[k - 1]?.vg?.verb?.lemma ?? '') && !chunks[k - 1]!.vg!.negated) { mood = 'real'; type = 'ground_combat' }
  let first = chunks[k]!.first, last = chunks[k]!.last
  const weapons: string[] = []
  if (wielders !== null) { first = Math.min(first, chunks[k - 1]!.first); addAll(weapons, chunks[k - 1]!.np!.weapons) }
  for (let n = 0; n < patients.length + agents.length; n++) {
    const p = n < patients.length ? patients[n]! : agents[n - patients.length]!
    if (p < k && p < k - 12) continue
    first = Math.min(first, chunks[p]!.first)
    last = Math.max(last, chunks[p]!.last)
    if (n >= patients.length || agents.includes(p) || !isStruckGear(type, sense, chunks[p]!)) addAll(weapons, n >= patients.length && chunks[p]!.np!.counted === 'aircraft' ? ['aircraft'] : chunks[p]!.np!.weapons)
    if (chunks[p]!.np!.event && (sense === 'repel' || sense === 'launch' || compatible(type, eventTypeOf(chunks[p]!.np!.event!)))) (sentence.claimed ??= new Set()).add(p)
  }
  for (let j = k + 1; j < Math.min(chunks.length, k + 10); j++) {
    const c = chunks[j]!
    if (c.kind === 'vg' || c.kind === 'stop') break
    if (c.np) {
      const prep = governor(chunks, j) ?? (chunks[j - 1]!.word === TIME ? chunks[j - 2]!.word : null) // "in overnight attacks"
      if (prep === 'with' || prep === 'by' || prep === 'in' || prep === 'using' || prep === 'of' || prep === 'during') {
        addAll(weapons, c.np.weapons)
        if (c.np.event && compatible(type, eventTypeOf(c.np.event))) (sentence.claimed ??= new Set()).add(j)
      }
    }
  }
  if (frame?.rule === 'war-waged' && patients.some((p) => chunks[p]!.np!.event === 'strike')) type = 'strike'
  if (type === 'strike' && (patients.some((p) => !passive && sense !== 'launch' && sense !== 'attack' && LIES_THERE.has(chunks[p]!.np!.head?.lexeme?.weapon ?? '')) || agents.some((p) => chunks[p]!.np!.head?.lexeme?.weapon === 'mine'))) type = 'explosion' // "the bus hit a mine"
  if ((frame?.rule === 'attacks-post' || frame?.rule === 'foot-attack') && weapons.some((w) => REACHES.has(w))) type = 'strike'
  const wordWeapon = verb.sense === 'shell' ? 'artillery' : null
  if (wordWeapon !== null && !weapons.includes(wordWeapon)) weapons.push(wordWeapon)
  // who repels is the one attacked
  const turned = type === 'ground_combat' && sense === 'repel' && !drivesBack(chunks, k, patients)
  const meant = passive || type === 'territory_change' ? agents : whoIsMeant(chunks, agents)
  let by = sideOfChunks(tokens, chunks, turned ? patients : meant)
  let against = sideOfChunks(tokens, chunks, turned ? agents : patients)
  const driven = type === 'territory_change' ? drivenOut(tokens, chunks, k) : null
  if (driven !== null) { by = driven.by; against = driven.against ?? against }
  else if (forcedOut || frame?.rule === 'place-lost') { against = by; by = gainerOf(tokens, chunks, k) } // who loses it
  if (sense === 'launch' && !by) { by = against; against = null } // what is fired is the attacker's
  if (type === 'territory_change' && by === 'United Nations' && (sense === 'withdraw' || frame?.rule === 'withdraw-from' || frame?.rule === 'pulls-out')) type = 'deployment' // peacekeepers hold no ground
  if (type === 'deployment' && AIDS.has(by ?? against ?? '') || type === 'territory_change' && PEACE.has(by ?? '') || type === 'ground_combat' && agents.some((p) => bringsAid(tokens, chunks[p]!))) return // "a Red Cross convoy was seen", "the UN left the town"
  if (type === 'deployment') { if (!by && !OF_OTHERS.has(frame?.rule ?? '') || frame?.rule === 'sighted' || frame?.rule === 'images-show') by = against ?? by; against = null }
  if (type === 'explosion' && !passive && objects.length === 0 && agents.length > 0 && agents.every((p) => isGoods(chunks[p]!))) { against ??= by; by = null } // "a Russian depot exploded": theirs
  if (sense === 'surrender') { against ??= by; by = null }
  if (frame?.rule === 'flag-raised' && HOISTS.has(verb.lemma)) { by ??= against; against = null } // whose flag goes up holds the place
  if (against === null && sense === 'fight' && !passive && agents.length > 1) against = sideOfChunks(tokens, chunks, agents.slice(1)) // "commandos and Hamas fighters clashed"
  if (against === by) against = null
  const civil = frame?.rule === 'war-begins' ? civilWarOf(tokens, chunks, subjects) : null
  sentence.found.push({ type, sense, sentence: sentence.index, anchor: k, first, last, by: civil === null ? by : null, against, weapons: weapons.sort(), mood, nominal: false, stranger: by === null ? strangerOf(tokens, chunks, meant) : null, ...(civil === null ? null : { land: civil }), gear: type === 'deployment' && GIVES.has(verb.lemma) && isGear(chunks, patients), definite: false, rule: frame ? `frame-${frame.rule}` : forcedOut ? 'forced-out' : `verb-${sense}`, state: frame?.rule === 'holds', needsDay: type === 'territory_change' && (ofPlace >= 0 || vg.bare && passive) && patients.length > 0 && patients.every((p) => isUnnamedLand(tokens, chunks[p]!) && !namesPlace(chunks[p]!, placeAt)), skirmish: frame?.rule === 'war-begins' && subjects.some((p) => !isWar(tokens, chunks[p]!)), begins: frame?.rule === 'war-begins' || frame?.rule === 'war-waged' && !patients.some((p) => INCURSIONS.has(tokens.lower[chunks[p]!.last - 1]!) && (chunks[p]!.np!.article === 'a' || chunks[p]!.np!.article === 'an')), campaign: frame?.rule === 'war-waged' && patients.some((p) => isCampaign(tokens, chunks[p]!) && !(tokens.lower[chunks[p]!.last - 1] === 'offensive' && (chunks[p]!.np!.article === 'a' || chunks[p]!.np!.article === 'an'))), enters: frame?.rule === 'troops-arrive' && /^(enter|roll|roll_into)$/.test(verb.lemma), pronounAgent: by === null && meant === agents && agents.some((i) => refersBack(tokens, chunks, i)), again: agents.some((i) => isTheAttack(chunks[i]!)), happens: false, counter: false, raid: false })
}

/** A thing of somebody that is no weapon of his. */
const isGoods = ({ np }: Chunk): boolean => np!.counted !== null && !PEOPLE.has(np!.counted) && np!.weapons.every((w) => !REACHES.has(w) && w !== 'mine')

/** "the attack", "this raid": one told before. */
const isTheAttack = ({ np }: Chunk): boolean => np!.event !== null && KNOWN.has(np!.article) && np!.number === null && HARMFUL.has(eventTypeOf(np!.event) ?? '')
const KNOWN: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those'])

/** The event that the noun at `k` tells, or the state that its phrase tells of. */
function nounEvent(sentence: Sentence, k: number): void {
  const { tokens, chunks, placeAt, found } = sentence
  const np = chunks[k]!.np
  const state = np ? statePhrase(tokens, chunks, placeAt, k) : null
  if (state && np) { found.push({ type: state.type, sense: state.rule, sentence: sentence.index, anchor: k, first: state.rule === 'fall-of' ? chunks[k]!.first : chunks[k - 1]!.first, last: chunks[state.rule === 'fall-of' ? k + 2 : k]!.last, state: state.type === 'territory_change' && state.rule !== 'fall-of', by: state.by, against: null, weapons: [], mood: state.rule === 'fall-of' ? moodOfWar(tokens, chunks, k) : moodOf(tokens, chunks, k), nominal: false, definite: false, rule: state.rule }); return }
  if (np && (!np.event || np.event === 'violence_against_civilians') && !sentence.claimed?.has(k)) {
    const harm = atrocityTold(tokens, chunks, placeAt, k)
    if (harm !== null) { found.push({ type: 'violence_against_civilians', sense: 'violence_against_civilians', sentence: sentence.index, anchor: k, first: chunks[harm.first]!.first, last: chunks[harm.last]!.last, by: harm.by, against: null, weapons: [], mood: openAhead(tokens, chunks, k) ? 'hypothetical' : moodOf(tokens, chunks, k), nominal: !harm.done, definite: false, rule: 'atrocities' }); return }
  }
  if (np && !np.event) { const war = warTold(tokens, chunks, placeAt, k); if (war !== null) found.push({ type: 'ground_combat', sense: 'ground_combat', sentence: sentence.index, anchor: war.anchor, first: chunks[war.first]!.first, last: chunks[war.last]!.last, by: war.by, against: war.against, weapons: [], mood: openAhead(tokens, chunks, k) ? 'hypothetical' : war.rule === 'war-since' ? moodOf(tokens, chunks, war.anchor === k ? k - 2 : war.anchor) : moodOfWar(tokens, chunks, k), nominal: war.rule !== 'war-since', definite: false, rule: war.rule, needsDay: war.rule !== 'war-goes-on', happens: true, ...(war.land === null ? null : { land: war.land }) }) }
  if (!np?.event || sentence.claimed?.has(k)) return
  const told = typeOfTakeover(tokens, chunks, k, eventTypeOf(np.event)), type = told === 'territory_change' && leavesBorder(tokens, chunks, k) ? 'deployment' : told
  if (!type || type === 'diplomacy' || np.event === 'unrest' && isNoUnrest(tokens, chunks, k)) return
  if (hasBeside(tokens, np, NOT_YET) || (type === 'strike' || type === 'ground_combat') && isAimedAtIdea(tokens, chunks, k) || type === 'strike' && isBacking(tokens, chunks, k)) return
  if (np.event === 'strike' && np.weapons.length === 0 && np.head && /^strikes?$/.test(tokens.lower[np.head.first]!) && hasBeside(tokens, np, STOPPAGE) || isStoppage(tokens, chunks, k) || isNamedDrill(tokens, chunks, k) || isOfAnotherKind(tokens, chunks, k)) return
  const years = anniversaryOf(tokens, chunks, k)
  if (years === 0 && openAhead(tokens, chunks, k) || openBehind(tokens, chunks, k) || np.article === 'any' || namesOnly(tokens, chunks, k)) return
  if (type === 'ground_combat' && isAdvanceOfOthers(tokens, chunks, k)) return
  if (type === 'strike' && isRaidOnFoot(tokens, chunks, k)) return
  if (type === 'territory_change' && (isTask(tokens, chunks, k) || givesNoGround(tokens, chunks, k) || isArmy(tokens, chunks[k]!))) return
  if (governor(chunks, k) === 'on' && np.article === '' && np.units.length === 1 && np.weapons.length === 0) return // "went on strike"
  let mood = moodOf(tokens, chunks, k)
  const vg = behindAim(chunks, k) ?? governingVerb(chunks, k) ?? leadsTo(chunks, k)
  if (vg && (vg < k ? OPEN_VERBS.test(chunks[vg]!.vg!.verb?.lemma ?? '') : chunks[vg]!.vg!.passive && chunks[vg]!.vg!.verb?.lemma === 'agree')) return // "the withdrawal was agreed"
  if (type === 'deployment' && vg !== null && vg < k && GRANTS.has(chunks[vg]!.vg!.verb?.lemma ?? '')) return // "parliament authorised the deployment of troops"
  if (vg && mood === 'real') { const m = moodOf(tokens, chunks, vg); if (m === 'negated' || m === 'hypothetical') mood = m; else if (m === 'possible' && vg < k && !chunks[vg]!.vg!.perfect && /^(may|might)$/.test(chunks[vg]!.vg!.modal ?? '')) mood = 'hypothetical' }
  let by: string | null = sideIn(tokens, chunks[k]!.first, chunks[k]!.last)
  let against: string | null = null
  let last = chunks[k]!.last
  for (let j = k + 1; j < Math.min(chunks.length, k + 7); j++) {
    const c = chunks[j]!
    if (c.kind === 'vg' || c.kind === 'stop' || c.kind === 'comma') break
    if (!c.np) continue
    const prep = governor(chunks, j)
    const side = sideIn(tokens, c.first, c.last)
    if (prep === 'by' || (prep === 'of' && type === 'deployment')) { by ??= side; last = c.last }
    else if (prep === 'with' && type === 'ground_combat' && !tokens.lower[chunks[k]!.last - 1]!.startsWith('war')) { against ??= side; last = c.last } // "clashes with the militia"
    else if (prep && /^(on|against|at|in|near|of|over|into|across)$/.test(prep)) { if (prep !== 'in' && prep !== 'near') against ??= side; last = c.last }
  }
  let it = false // "it has carried out air strikes"
  if (vg && !by) {
    const g = chunks[vg]!.vg!
    if (!g.passive && /^(launch|carry|conduct|begin|start|stage|continue|mount|order|make|resume|intensify|wage|complete|finish)/.test(g.verb?.lemma ?? '')) { const doers = subjectOf(chunks, vg); by = sideOfChunks(tokens, chunks, doers); it = doers.some((p) => refersBack(tokens, chunks, p)) }
    else if (g.passive) by = sideOfChunks(tokens, chunks, byAgents(chunks, placeAt, vg))
  }
  by ??= ledBy(tokens, chunks, k) ?? doerOf(tokens, chunks, k)
  if (by === against) against = null
  const definite = isNameOfWar(tokens, chunks[k]!) || /^(the|its|his|her|our|my|your|their|this|that|these|those)$/.test(np.article) || isDayOf(tokens, chunks, k) || np.units.some((u) => u.tag === 'poss')
  found.push({ type, sense: np.event, sentence: sentence.index, anchor: k, first: chunks[k]!.first + ((tokens.flags[chunks[k]!.first]! & FLAG_POSSESSIVE) !== 0 ? 1 : 0), last, by, against, weapons: [...new Set(np.weapons)].sort(), mood, nominal: true, definite, rule: `noun-${np.event}`, ...(years > 0 ? { anniversary: years, needsDay: true } : null), begins: false, campaign: type === 'ground_combat' && isCampaign(tokens, chunks[k]!), enters: false, pronounAgent: by === null && it, happens: isToldToHappen(tokens, chunks, k, vg), counter: np.head !== null && tokens.lower[np.head.last - 1]!.startsWith('counter'), raid: false })
}

/** The first sense that tells of the conflict by itself. */
function firstTelling(senses: readonly VerbSense[]): VerbSense | null {
  for (let i = 0; i < senses.length; i++) if (!isCommon(senses[i]!)) return senses[i]!
  return null
}

/** Whether a word of a phrase other than its head is such. */
function hasBeside(tokens: TokenTable, np: NounPhrase, such: RegExp): boolean {
  for (const unit of np.units) if (unit !== np.head && such.test(tokens.lower[unit.first]!)) return true
  return false
}

/** "the withdrawal of heavy weapons", "of its ambassador", "the seizure of three pickups": no ground is given up. */
function givesNoGround(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const what = chunks[k + 1]?.kind === 'prep' && chunks[k + 1]!.word === 'of' ? chunks[k + 2]?.np : null
  return what?.head != null && (WARES.has(tokens.lower[what.head.last - 1]!) || what.number !== null && GEAR.has(what.counted ?? 'region'))
}
const GEAR: ReadonlySet<string> = new Set(['vehicle', 'armoured_vehicle', 'artillery', 'tank', 'drone', 'munition', 'missile', 'ship', 'aircraft', 'helicopter'])

function refersBack(tokens: TokenTable, chunks: readonly Chunk[], i: number): boolean {
  const np = chunks[i]!.np!
  if (np.pronoun) return np.pronoun === 'it' || np.pronoun === 'they' || np.pronoun === 'we'
  return /^(its|their|our|his)$/.test(np.article) && np.head !== null && FORCES.test(tokens.lower[np.head.last - 1]!)
}

const WITHIN: ReadonlySet<string> = new Set(['in', 'during']), ANSWERS: ReadonlySet<string> = new Set(['react', 'respond', 'answer', 'retaliate', 'reply'])

/** "the rebels killed 40 people |in an attack| on X": whoever kills in it does it. */
function doerOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): string | null {
  const prep = governor(chunks, k)
  let answering = prep === 'with' ? k - 2 : -1
  while (chunks[answering]?.kind === 'adv') answering--
  if (answering >= 0 && ANSWERS.has(chunks[answering]?.vg?.verb?.lemma ?? chunks[answering]?.word ?? '')) return sideOfChunks(tokens, chunks, subjectOf(chunks, answering)) // "responded |with an invasion|"
  if (prep === null || !WITHIN.has(prep)) return null
  for (let j = k - 2, least = Math.max(0, k - 8); j >= least; j--) {
    const { kind, vg } = chunks[j]!
    if (kind === 'stop' || kind === 'sub' || kind === 'rel') return null
    if (vg) return !vg.passive && !(vg.bare && objectsOf(chunks, j).length === 0) && HARMS.has(vg.verb?.sense ?? '') ? sideOfChunks(tokens, chunks, accusedBefore(chunks, j) ?? subjectOf(chunks, j)) : null
  }
  return null
}

/** "may consider starting a war in 2014": the mood of a war by the verb that governs it. */
function moodOfWar(tokens: TokenTable, chunks: readonly Chunk[], k: number): Mood {
  const own = moodOf(tokens, chunks, k), vg = governingVerb(chunks, k)
  if (own !== 'real' || vg === null || vg > k) return own
  return OPEN_VERBS.test(chunks[vg]!.vg!.verb?.lemma ?? '') || chunks[vg - 1]?.vg != null && OPEN_VERBS.test(chunks[vg - 1]!.vg!.verb?.lemma ?? '') ? 'hypothetical' : moodOf(tokens, chunks, vg)
}

function governingVerb(chunks: readonly Chunk[], at: number): number | null {
  const k = chunks[at - 1]?.word === 'of' && chunks[at - 2]?.np?.number && !chunks[at - 2]!.np!.head ? at - 2 : at // "carried out |thousands| of air strikes"
  for (let j = k - 1; j >= 0 && j > k - 4; j--) if (chunks[j]!.kind === 'vg') { if (chunks[j]!.vg!.verb?.sense === 'say' && j === k - 1) break; return j }
    else if (chunks[j]!.kind === 'prep' || chunks[j]!.kind === 'stop' || chunks[j]!.kind === 'sub') break
  for (let j = k + 1; j < chunks.length && j < k + 7; j++) if (chunks[j]!.kind === 'vg') return j
    else if (chunks[j]!.kind === 'stop' || chunks[j]!.kind === 'comma') break
  return null
}

/** "would lead to an invasion", "might respond with an attack": the verb that a modal leaves open before the phrase and its preposition. */
function leadsTo(chunks: readonly Chunk[], k: number): number | null {
  let at = k - 1
  while ((chunks[at]?.kind === 'conj' || chunks[at]?.word === 'of') && chunks[at - 1]?.np) at -= 2 // "with a landing or an attack", "to the arrival of pilots and attacks"
  const prep = chunks[at], vg = chunks[at - 1]?.vg
  return prep?.kind === 'prep' && (prep.word === 'to' || prep.word === 'with' || prep.word === 'into' || prep.word === 'in' && vg?.negated) && vg?.modal && !vg.perfect ? at - 1 : null
}

const LASTED = /^[a-z0-9]+-(?:hour|day|night|week|month)(?:-long)?$/
function isCampaign(tokens: TokenTable, c: Chunk): boolean {
  return c.np?.head != null && CAMPAIGN.has(tokens.lower[c.np.head.last - 1]!) && !c.np.units.some((u) => LASTED.test(tokens.lower[u.first]!)) // "a one-day offensive" is over
}

function namesPlace(c: Chunk, placeAt: Uint8Array): boolean {
  for (let t = c.first; t < c.last; t++) if (placeAt[t] === 1) return true
  return false
}

const isWar = (tokens: TokenTable, c: Chunk): boolean => c.np?.head != null && WARS.has(tokens.lower[c.np.head.last - 1]!)
const WARS = wordGroup('war_itself')

/** "on the fourth day of full invasion", "the third week of a siege": counted from an event told elsewhere. */
function isDayOf({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  if (chunks[k - 1]?.word !== 'of' || chunks[k - 2] === undefined) return false
  const { first, last } = chunks[k - 2]!
  return SPANS.has(lower[last - 1]!) && last - first > 1 && ordinalOf(lower[last - 2]!) > 0
}
const SPANS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year', 'night'])

/** "the advance of the far right": of who bears no arms. */
const isAdvanceOfOthers = (tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean => tokens.lower[chunks[k]!.last - 1] === 'advance' && chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np != null && !isArmy(tokens, chunks[k + 2]!) && sideIn(tokens, chunks[k + 2]!.first, chunks[k + 2]!.last) === null

/** "a special military operation": a war by the name that one side has for it. */
function isNameOfWar({ lower }: TokenTable, c: Chunk): boolean {
  if (!lower[c.last - 1]!.startsWith('operation')) return false
  for (let t = c.first; t < c.last; t++) if (lower[t] === 'special') return true
  return false
}

/** Phrases with what they are a part of ("a number of villages"). */
function withWholes(tokens: TokenTable, chunks: readonly Chunk[], list: readonly number[]): readonly number[] {
  let all: number[] | null = null
  for (let n = 0; n < list.length; n++) { const whole = wholeOf(tokens, chunks, list[n]!); if (whole >= 0) (all ??= [...list]).push(whole) }
  return all ?? list
}

function compatible(a: string | null, b: string | null): boolean {
  return a === b || (a === 'strike' && b === 'explosion') || (a === 'interception' && b === 'strike')
}
