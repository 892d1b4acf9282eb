// Numbers that a verb of harm, attack or capture takes up.
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import { TIME, type Chunk } from '../../../languages/en/chunks.ts'
import { namesPerson } from '../../../languages/en/beside-subjects.ts'
import { objectsOf, speaksNext, subjectOf } from '../../../languages/en/clauses.ts'
import { subsetsAfter } from '../../../languages/en/subsets.ts'
import type { VerbSense } from '../../../languages/en/lexicon.ts'
import { PEOPLE_SENSES } from '../../../languages/en/measures.ts'
import type { Search } from './finding.ts'
import { afterOf, headWord, listAfter, ONE, partOf, sentenceHas, tellsRole, WEAPONS } from './phrases.ts'
import { add } from './record.ts'
import { personReference } from './references.ts'
import { countedOn, countsOn } from './earlier.ts'
import { buriedOrFallen, contactLost, tellsFate } from './fates.ts'
import { burns, fires } from './fires.ts'
import { alsoHurt, losses, tellsLosses } from './losses.ts'
import { cameHome, escapedCaptivity, getAway, leadsHome } from './returns.ts'
import { isService } from './services.ts'
import { objectsBeside } from './objects-beside.ts'
import { onAnotherDay, shotOne } from './singly.ts'
import { splitVerb } from './split.ts'
import { wounds } from './wounds.ts'
import { allOfThem, joint, KIN } from './together.ts'
import { saidGroup, wordGroup } from '../../../languages/en/count-words.ts'
import { splitVerbsOf } from '../../../languages/en/split-verbs.ts'
import { level, tellsLevel } from './levels.ts'
import { driven, moved } from './flight.ts'
import { besieged, copular, held, houses, pulled, pullsOut, taken, tellsHousing, victimsInclude } from './stocks.ts'
import { droneFires, struckByFall, timesStruck, weaponSubject, withWeapons, strikesItself } from './weapons.ts'

const HOSTAGES = wordGroup('hostage')
const HARMS: ReadonlySet<string> = new Set(['unhurt', 'unharmed', 'unscathed', 'uninjured', 'injury', 'injuries', 'harm', 'death', 'alive', 'punishment', 'justice', 'capture', 'arrest', 'detection', 'attention', 'damage', 'with'])

/** Fewer who escape are no flight. */
const FEW = 20

/** "ten people escaped unhurt", "escaped injury": they fled from no home. */
function escapesHarm(s: Search, k: number): boolean {
  if (s.context.lastSense === 'capture' && subjectOf(s.chunks, k).some((p) => s.chunks[p]!.np!.number && s.chunks[p]!.np!.elided)) return false // "ten were kidnapped; two have since escaped"
  // a handful who escaped are witnesses, not the displaced
  if (subjectOf(s.chunks, k).some((p) => (s.chunks[p]!.np!.number?.value ?? FEW) < FEW && !HOSTAGES.has(headWord(s.tokens, s.chunks[p]!.np!)))) return true
  for (let t = s.chunks[k]!.last; t < s.chunks[k]!.last + 3; t++) if (HARMS.has(s.tokens.lower[t] ?? '')) return true
  return false
}

/** Whether the verb behind the clause of the verb group at `k` tells that those came back: "who fled to the coast have gone home". */
function backAgain({ chunks, tokens }: Search, k: number): boolean {
  for (let i = k + 1; i < Math.min(chunks.length, k + 5); i++) {
    const { kind, vg, last } = chunks[i]!
    if (kind === 'stop' || kind === 'comma' || kind === 'conj') return false
    if (vg) return BACK.has(vg.verb?.lemma ?? '') || vg.verb?.lemma === 'go' && (tokens.lower[last] === 'home' || tokens.lower[last] === 'back')
  }
  return false
}
const BACK: ReadonlySet<string> = new Set(['return', 'go_back', 'come_back', 'repatriate'])
const FATALLY: ReadonlySet<string> = new Set(['injure', 'hit', 'launch', 'shell'])
const JAMMING = saidGroup('jamming')
const CORRIDOR = saidGroup('corridor')
const NOBODY: ReadonlySet<string> = new Set(['nobody', 'none', 'nothing'])
const INTO = /_(on|into|in|near|through|down_on)$/
const GENERIC_VERBS_OF_STRIKES = new Set(['carry', 'conduct', 'make', 'launch', 'stage', 'mount', 'perform'])
const HEARD: ReadonlySet<string> = new Set(['record', 'report', 'hear', 'register'])
const HOLD = new Set(['hold', 'remain', 'keep'])
const DRIVES: ReadonlySet<string> = new Set(['force', 'drive', 'push', 'expel', 'chase', 'empty', 'send', 'remove', 'evict'])
const STAYS: ReadonlySet<string> = new Set(['remain', 'stay', 'live', 'hold', 'leave', 'shelter', 'hide'])
const MOVES: ReadonlySet<string> = new Set(['sleep', 'reside', 'wait', 'queue', 'flow', 'leave', 'depart', 'arrive', 'cross', 'exit', 'emerge', 'pour', 'stream', 'live', 'stay', 'settle', 'go', 'head', 'abandon', 'vacate', 'desert'])

const OF_STRIKES = 1, HEARS = 2, HOLDS = 4, DRIVEN = 8, STAYING = 16, MOVING = 32, TAKING = 64, OF_FATE = 128, SPLIT = 256, OF_LOSSES = 512, LEADING_HOME = 1024, OF_LEVEL = 2048, HOUSING = 4096, PULLING = 8192, TAKING_LIVES = 16384, FIRES = 32768, TREATING = 65536, COUNTING = 131072
const GROUPS: readonly (readonly [ReadonlySet<string>, number])[] = [[HEARD, HEARS], [HOLD, HOLDS], [DRIVES, DRIVEN], [STAYS, STAYING], [MOVES, MOVING], [new Set(['take', 'bring', 'drag']), TAKING]]
const TELLING: readonly (readonly [(lemma: string) => boolean, number])[] = [[tellsFate, OF_FATE], [(lemma) => splitVerbsOf(lemma).length > 0, SPLIT], [tellsLosses, OF_LOSSES], [leadsHome, LEADING_HOME], [tellsLevel, OF_LEVEL], [tellsHousing, HOUSING], [pullsOut, PULLING], [(lemma) => TAKES_LIVES.has(lemma), TAKING_LIVES], [burns, FIRES], [countsOn, COUNTING], [(lemma) => TREATS.has(lemma), TREATING]]
const groupsOf: number[] = []

/** What a verb, by its lemma, may tell of numbers, as bits, so that one lookup spares those rules that ask for other verbs; of a verb of several words ("carry_out") the first tells whether it is of strikes. */
function groups({ number, lemma }: VerbSense): number {
  let bits = groupsOf[number] ?? -1
  if (bits < 0) {
    bits = GENERIC_VERBS_OF_STRIKES.has(lemma.split('_', 1)[0]!) ? OF_STRIKES : 0
    for (const [words, bit] of GROUPS) if (words.has(lemma)) bits |= bit
    for (const [tells, bit] of TELLING) if (tells(lemma)) bits |= bit
    while (groupsOf.length < number) groupsOf.push(-1)
    groupsOf[number] = bits
  }
  return bits
}

/** The counts that the verb group at chunk `k` tells. */
export function verbCounts(s: Search, k: number): void {
  const { chunks } = s
  const vg = chunks[k]!.vg!
  if (!vg.verb || vg.verb.sense === 'be') copular(s, k)
  if (!vg.verb) { losses(s, k); level(s, k); splitVerb(s, k); countedOn(s, k); return }
  const lemma = vg.verb.lemma
  const of = groups(vg.verb), strikes = (of & OF_STRIKES) !== 0
  const together = harmTogether(s, k)
  if (together < 0) return
  if (together > 0) {
    for (const p of vg.passive || (vg.bare && objectsOf(chunks, k).length === 0) || objectsOf(chunks, k).length === 0 ? subjectOf(chunks, k) : objectsOf(chunks, k)) add(s, p, k, 'casualties', 'harms-together')
    return
  }
  if (vg.senses.length === 0) senseCounts(s, k, vg.verb)
  else for (let n = 0; n < vg.senses.length; n++) if (senseCounts(s, k, vg.senses[n]!)) break
  // "carried out 20 strikes", "attacked with five drones", "three arrivals were recorded"
  if (strikes && !vg.passive) for (const p of objectsOf(chunks, k)) if (chunks[p]!.np!.counted === 'strike') add(s, p, k, 'launch', 'strikes-carried-out', { measure: 'launched' })
  if ((vg.passive || vg.bare) && ((of & HEARS) !== 0 || strikes)) for (const p of subjectOf(chunks, k)) if (chunks[p]!.np!.counted === 'strike' && chunks[p]!.np!.number) add(s, p, k, 'hit', 'strikes-recorded', { measure: (of & HEARS) !== 0 ? 'struck' : 'launched' })
  if ((vg.verb.sense === 'attack' || vg.verb.sense === 'hit' || lemma === 'use') && !vg.passive) withWeapons(s, k)
  if (lemma === 'shoot') shotOne(s, k)
  const now = s.found.length > 0 ? s.found.at(-1)! : null
  if (now !== null && now.anchor === k && PEOPLE.has(now.of)) onAnotherDay(s, now.patient, k, now.sense, now.rule)
  if (lemma === 'use' && (vg.passive || vg.bare)) for (const p of subjectOf(chunks, k)) if (chunks[p]!.np!.number && WEAPONS.has(chunks[p]!.np!.counted ?? 'person')) add(s, p, k, 'launch', 'attack-with-weapons', { measure: 'launched' }) // "over 400 drones have been used against the city"
  stateListed(s, k)
  timesStruck(s, k)
  struckByFall(s, k)
  holes(s, k)
  if ((of & FIRES) !== 0) fires(s, k)
  if ((of & OF_FATE) !== 0) buriedOrFallen(s, k)
  contactLost(s, k)
  wounds(s, k)
  if ((of & OF_LOSSES) !== 0) losses(s, k)
  if ((of & LEADING_HOME) !== 0) cameHome(s, k)
  if ((of & HOLDS) !== 0) held(s, k)
  if ((of & DRIVEN) !== 0) driven(s, k)
  if ((of & TAKING) !== 0) taken(s, k)
  if ((of & OF_LEVEL) !== 0) level(s, k)
  if ((of & HOUSING) !== 0) houses(s, k)
  if ((of & PULLING) !== 0) pulled(s, k)
  if ((of & TAKING_LIVES) !== 0) lives(s, k)
  if ((of & COUNTING) !== 0) countedOn(s, k)
  if (lemma === 'include') victimsInclude(s, k)
  if ((of & TREATING) !== 0 && !vg.ing) treated(s, k)
  if ((of & MOVING) !== 0 && !vg.passive) moved(s, k)
  if ((of & STAYING) !== 0) besieged(s, k)
  if ((of & SPLIT) !== 0) splitVerb(s, k)
}

/** "two tanks", "a tank". */
const isCountable = (c: Chunk | undefined): boolean => c?.np != null && (c.np.number !== null || ONE.has(c.np.article))

/** The counts that one sense of the verb group at `k` tells; true where no other sense tells any. */
function senseCounts(s: Search, k: number, verb: VerbSense): boolean {
  const { chunks } = s
  const vg = chunks[k]!.vg!, { lemma } = vg.verb!
  if (verb.sense === 'common' || verb.sense === 'say') return false
  if (verb.sense === 'launch' && vg.bare && droneFires(s, k)) return true
  if (vg.bare && strikesItself(chunks, k, verb.sense)) return false
  if (verb.sense === 'flee' && chunks[k - 1]?.kind === 'rel' && backAgain(s, k)) return false // "400 people who fled have returned"
  if (vg.passive && verb.patient === 'object' && allOfThem(s, k, verb.sense)) return true
  const objects = verb.sense === 'seize' && chunks[k + 1]?.word === 'of' && isCountable(chunks[k + 2]) ? listAfter(chunks, k + 2) : objectsBeside(chunks, k, verb.sense)
  if (objects.length > 0 && NOBODY.has(chunks[objects[0]!]!.np!.pronoun ?? '')) return false // "hurting nobody, the spokesman said"
  // "left 30 injured" has its object as the subject of the participle; an object right after makes a bare participle active
  const active = verb.patient === 'object' && !(verb.sense === 'evacuate' && objects.length === 0) && !vg.passive && (!vg.bare || objects.length > 0) && verb.sense !== 'state'
  const blows = lemma === 'blow_up' && objects.length === 0 // "a depot blew up"
  const told = verb.patient === 'subject' || !active || blows ? orAfter(s, k, objects) : objects
  // "landed on Sunday evening": the verb that ends in a preposition has no object
  if (objects.length === 0 && !vg.passive && INTO.test(lemma)) return false
  const freed = lemma === 'escape' && escapedCaptivity(s, told)
  if (lemma === 'escape' && !freed && (escapesHarm(s, k) || getAway(s, told))) return false
  if (verb.sense === 'rescue' && vg.passive && objects.length > 0 && chunks[objects[0]!]!.np!.article === 'the') return false // "was saved the fate of others"
  if (lemma === 'hit' && s.tokens.lower[chunks[k]!.last] === 'hard') return false // "firms were hit hard by sanctions"
  if (lemma === 'cut_off' && chunks[k + 1]?.word === 'from' && chunks[k + 2]?.np && isService(headWord(s.tokens, chunks[k + 2]!.np!))) return false // they are not trapped
  if (verb.sense === 'shelter' && vg.ing && chunks[k - 1]?.kind === 'prep') return false // "after hiding for days"
  const patients = withoutRole(chunks, namesBeside(chunks, told))
  let sense = freed || lemma === 'escape' && s.context.lastSense === 'capture' && patients.some((p) => chunks[p]!.np!.number && chunks[p]!.np!.elided) ? 'release' : verb.sense === 'lose' && sentenceHas(s, JAMMING) && patients.some((p) => { const np = chunks[p]!.np!, kind = np.counted ?? (np.elided ? s.context.lastThing : null); return kind !== null && WEAPONS.has(kind) }) ? 'suppress' : verb.sense === 'displace' && lemma === 'drive_out' && vg.passive && sentenceHas(s, CORRIDOR) ? 'evacuate' : lemma === 'escape' && patients.some((p) => HOSTAGES.has(headWord(s.tokens, chunks[p]!.np!))) ? 'release' : verb.sense === 'lose' && patients.some((p) => HOSTAGES.has(headWord(s.tokens, chunks[p]!.np!)) || chunks[p]!.np!.units.some((u) => s.tokens.lower[u.first] === 'captured')) ? 'capture' : verb.sense === 'lose' && patients.some((p) => PLAIN.has(headWord(s.tokens, chunks[p]!.np!)) && KIN.has(chunks[p]!.np!.article)) && patients.some((p) => chunks[p]!.np!.number || s.tokens.lower[chunks[p]!.first] === 'both') ? 'kill' : verb.sense // "lost his wife and three children"
  if (FATALLY.has(sense) && vg.adverbs.some((word) => word === 'fatally' || word === 'mortally')) sense = 'kill'
  if (sense === 'lose' && vg.passive && vg.adverbs.includes('locationally')) sense = 'suppress' // what air forces say of drones that jamming led astray
  let any = joint(s, patients, k, sense)
  const kinds = any ? null : respectively(s, patients)
  if (!any) for (const p of patients) {
    if (verb.sense === 'lose' && chunks[p]!.np!.elided && harm(chunks[p + 1])) continue // "lost 60 killed" is told by "killed"
    const rule = active ? 'agent-verb-count' : 'count-verb'
    if (!active && verb.sense === 'hit' && vg.bare && chunks[p]!.np!.counted && WEAPONS.has(chunks[p]!.np!.counted!)) { if (add(s, p, k, 'hit', 'weapon-hits', { measure: 'struck' })) any = true }
    else if (add(s, p, k, verb.sense === 'collapse' && chunks[p]!.np!.counted !== 'building' && !lemma.startsWith('burn') && !lemma.startsWith('go_') ? 'none' : sense === 'lose' && alsoHurt(chunks, p) ? 'casualties' : sense, rule, kinds ? { of: kinds[patients.indexOf(p)]! } : sharesOwn(s, p) ? { shared: true } : {})) any = true
  }
  const beside = verb.sense === 'surrender' || vg.passive && (verb.sense === 'capture' || verb.sense === 'kill' || verb.sense === 'release' && lemma !== 'exchange' && lemma !== 'swap') && (any || patients.some((p) => PEOPLE.has(chunks[p]!.np!.counted ?? 'tank'))) ? withOthers(s, k) : -1
  if (beside >= 0 && add(s, beside, k, verb.sense, 'alongside')) any = true
  if (any) {
    for (const p of patients) parts(s, p, k, verb.sense)
    for (const [at, part] of alongside(s, Math.max(k, patients.at(-1)!)).entries()) if (!chunks[part]!.np!.proper || chunks[part]!.np!.number || at === 0 && personReference(chunks[part]!.np!, verb.sense, s.tokens)) add(s, part, k, verb.sense, 'alongside')
    if (vg.passive || verb.patient === 'subject') return true
  } else if (patients.length > 0 && PEOPLE_SENSES.has(verb.sense) && (patients.some((p) => chunks[p]!.np!.plural || chunks[p]!.np!.elided || partOf(chunks, p)?.plural === true))) {
    // "civilians were killed, including two children": the whole has no number, the parts have
    parts(s, patients.at(-1)!, k, verb.sense)
    for (const part of alongside(s, Math.max(k, patients.at(-1)!))) if (chunks[part]!.np!.number) add(s, part, k, verb.sense, 'alongside') // "killed his sons along with one of his nephews"
  } else if (THINGS.has(verb.sense) && patients.some((p) => isStuff(s, p))) parts(s, patients.at(-1)!, k, verb.sense) // "destroyed 53 pieces of hardware, including 12 tanks"

  if (active && weaponSubject(s, k, verb.sense)) any = true
  return false
}

/** "a chief surrendered |with 60 fighters|", "abducted on Tuesday |with four women|": the counted people right behind the verb group at `k`, or -1. */
function withOthers({ chunks }: Search, k: number): number {
  let i = k + 1
  while (chunks[i]?.kind === 'adv' || chunks[i]?.kind === 'prep' && chunks[i + 1]?.word === TIME) i++
  const np = chunks[i]?.word === 'with' ? chunks[i + 1]?.np : null
  return np?.number && !np.number.masked && PEOPLE.has(np.counted ?? partOf(chunks, i + 1)?.counted ?? 'tank') && !(chunks[i + 2]?.vg && !chunks[i + 2]!.vg!.passive) ? i + 1 : -1
}

/** "the governor, his bodyguard and |driver|": whether the phrase at `p` ends a list of single people and shares the "his" of the one before. */
function sharesOwn({ chunks, tokens }: Search, p: number): boolean {
  const np = chunks[p]!.np!, before = chunks[p - 2]?.np
  return np.article === '' && !np.plural && !np.number && np.counted !== null && PEOPLE.has(np.counted) && before != null && chunks[p - 1]!.kind === 'conj' && (before.article === 'his' || before.article === 'her') && !before.plural && ATTENDS.has(headWord(tokens, np)) && (chunks[p - 3]?.kind === 'comma' || chunks[p - 3]?.kind === 'conj' || ATTENDS.has(headWord(tokens, before)))
}
const ATTENDS: ReadonlySet<string> = new Set(['driver', 'bodyguard', 'guard', 'interpreter', 'translator', 'assistant', 'aide', 'cameraman', 'son', 'daughter', 'wife', 'brother', 'sister', 'mother', 'nephew', 'cousin'])

/** "there are wounded: three adults and a child": those whom the sentence lists after their state. */
function stateListed(s: Search, k: number): void {
  const { chunks } = s
  const vg = chunks[k]!.vg!
  if (chunks[k + 1]?.word !== ':' || !chunks[k + 2]?.np || !(vg.bare || vg.passive) || !vg.verb || !HARM.has(vg.verb.sense)) return
  const subject = subjectOf(chunks, k)
  if (subject.some((p) => chunks[p]!.np!.number || chunks[p]!.np!.head)) return
  const list = listAfter(chunks, k + 2).filter((p) => { const np = chunks[p]!.np!; return np.counted !== null && (np.number !== null || ONE.has(np.article)) })
  for (const p of list) add(s, p, k, vg.verb.sense, 'label')
}

/** "34 drones and six missiles, of which 30 and four respectively were shot down": the kinds that bare numbers stand for, in their order; null where they do not pair off. */
function respectively(s: Search, patients: readonly number[]): readonly Counted[] | null {
  const { chunks, tokens } = s
  if (patients.length < 2 || !patients.every((p) => chunks[p]!.np!.number && !chunks[p]!.np!.head)) return null
  let said = false
  for (let t = chunks[patients[0]!]!.first, end = Math.min(chunks.at(-1)!.last, chunks[patients.at(-1)!]!.last + 8); t < end && !said; t++) said = tokens.lower[t] === 'respectively'
  if (!said) return null
  const kinds: Counted[] = []
  for (let i = patients[0]! - 1; i >= 0 && kinds.length < patients.length; i--) { const np = chunks[i]!.np; if (np?.number && np.counted) kinds.unshift(np.counted) }
  return kinds.length === patients.length ? kinds : null
}

/** The subject before the verb group at `k`; where none stands there, the one after it: "in Nikopol died three people". */
function orAfter(s: Search, k: number, objects: readonly number[]): readonly number[] {
  const before = subjectOf(s.chunks, k)
  return before.length > 0 || s.chunks[k]!.vg!.passive || objects.length === 0 || !s.chunks[objects[0]!]!.np!.number || s.chunks[k]!.vg!.verb!.sense !== 'die' ? before : objects
}

const EQUIPMENT = wordGroup('equipment')
const THINGS: ReadonlySet<string> = new Set(['destroy', 'lose', 'damage', 'capture', 'seize', 'intercept'])

/** "53 units of military hardware", "weapons and equipment": told by its kinds alone. */
function isStuff(s: Search, p: number): boolean {
  const np = s.chunks[p]!.np!, part = partOf(s.chunks, p)
  return (np.counted === null && EQUIPMENT.has(headWord(s.tokens, np))) || (part !== null && part.counted === null && EQUIPMENT.has(headWord(s.tokens, part)))
}

const PLAIN = wordGroup('plain_person')
const HARM: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'miss'])

const harm = (c: Chunk | undefined): boolean => c?.vg?.verb !== undefined && c.vg.verb !== null && HARM.has(c.vg.verb.sense)
const kin = (c: Chunk | undefined): boolean => harm(c) || c?.vg?.verb?.sense === 'capture'

const KIDNAPS: ReadonlySet<string> = new Set(['kidnap', 'abduct', 'detain', 'arrest', 'imprison', 'jail'])
/** What stands for a number of others. */
const MORE: ReadonlySet<string> = new Set(['more', 'many', 'others', 'several', 'some', 'most'])

/** "killed, injured or captured 5,000": verbs of harm with one number between them. -1: a later verb tells it; 1: this one does. */
function harmTogether(s: Search, k: number): number {
  const { chunks } = s
  if (!kin(chunks[k])) return 0
  let next = k + 1
  while (chunks[next]?.kind === 'conj' || chunks[next]?.kind === 'comma') next++
  if (MORE.has(chunks[next]?.word ?? '')) return 0 // "14 were killed and more wounded"
  if (BY_HAND.has(chunks[k]!.vg!.verb!.lemma)) return 0 // "stabbed and killed": the same people
  if (eachItsOwn(chunks, k, next) || inTurn(chunks, k, next)) return 0
  if (next > k + 1 && kin(chunks[next]) && chunks[next]!.vg!.verb!.sense !== chunks[k]!.vg!.verb!.sense && (harm(chunks[next]) || harm(chunks[k]))) return -1
  if (MORE.has(chunks[k]!.word)) return 0
  // "have been killed or abducted": nobody is said to be hurt
  if (KIDNAPS.has(chunks[k]!.vg!.verb!.lemma)) { let other = k - 1; while (chunks[other]?.kind === 'conj' || chunks[other]?.kind === 'comma') other--; if (other < k - 1 && chunks[other]?.vg?.verb?.sense === 'kill' && !kin(chunks[other - 2]) && chunks[k - 1]?.word === 'or') return -1 }
  let before = k - 1
  while (chunks[before]?.kind === 'conj' || chunks[before]?.kind === 'comma') before--
  if (BY_HAND.has(chunks[before]?.vg?.verb?.lemma ?? '')) return 0
  return before < k - 1 && kin(chunks[before]) && !eachItsOwn(chunks, before, k) && !inTurn(chunks, before, k) && chunks[before]!.vg!.verb!.sense !== chunks[k]!.vg!.verb!.sense && (harm(chunks[before]) || harm(chunks[k])) ? 1 : 0
}

/** "abducted and later killed two aldermen", "were hurt but not captured": one thing after the other, or one of the two alone. */
function inTurn(chunks: readonly Chunk[], first: number, second: number): boolean {
  const joining = chunks[second - 1]?.word
  if (chunks[first]!.vg!.negated || chunks[second]?.vg?.negated || joining === 'but') return true
  const one = chunks[first]!.vg!.verb!.sense, other = chunks[second]?.vg?.verb?.sense
  return joining === 'and' && (one === 'capture' && other === 'kill' || one === 'injure' && other === 'capture') && chunks[first - 1]?.vg == null && (chunks[first - 1]?.kind !== 'comma' || chunks[first - 2]?.vg == null)
}

/** "left nine people dead and wounded 12": each has its own number. */
const eachItsOwn = (chunks: readonly Chunk[], first: number, second: number): boolean => chunks[second + 1]?.np?.number != null && chunks[first - 1]?.np?.number != null && chunks[first - 2]?.vg?.verb?.lemma === 'leave'

/** "killed the reeve and his brother, a sergeant": the last of a list that no "and" brings in says who the one before it is. */
function withoutRole(chunks: readonly Chunk[], patients: readonly number[]): readonly number[] {
  const last = patients.at(-1), before = patients.at(-2)
  if (last === undefined || before === undefined || before !== last - 2 || chunks[last - 1]!.kind !== 'comma') return patients
  const who = chunks[before]!.np!, role = chunks[last]!.np!
  return !who.plural && !who.number && !role.plural && !role.number && !role.proper && (role.article === 'a' || role.article === 'an') && (who.proper || KIN.has(who.article)) ? patients.slice(0, -1) : patients
}

/** "the brothers, Roi and Tal Levi, were killed": the names beside them are told one by one. */
function namesBeside(chunks: readonly Chunk[], patients: readonly number[]): readonly number[] {
  const p = patients[0]
  if (p === undefined) return patients
  // "two sisters, Anna and Yulia, died": the names tell who the two are
  if (patients.length > 1 && chunks[p]!.np!.number && chunks[p]!.np!.head && chunks[p + 1]?.kind === 'comma' && patients.slice(1).every((n) => chunks[n]!.np!.proper && !chunks[n]!.np!.number) && chunks[p]!.np!.number!.value >= patients.length - 1) return [p]
  // "killed its target, the commander Name Surname": the name says who
  const own = chunks[p]!.np!, named = patients.length === 1 && p > 0 && (own.counted === null || !PEOPLE.has(own.counted)) && own.head !== null && !own.plural && !own.number && !own.proper && !own.pronoun && chunks[p + 1]?.kind === 'comma' ? chunks[p + 2]?.np : null
  if (named?.proper && namesPerson(named) && !speaksNext(chunks, p + 2)) return [p + 2]
  if (patients.length !== 1 || !chunks[p]!.np!.plural || chunks[p]!.np!.number || chunks[p + 1]?.kind !== 'comma' || !chunks[p + 2]?.np?.proper) return patients
  const names = listAfter(chunks, p + 2)
  return names.length > 1 && names.every((n) => chunks[n]!.np!.proper) ? [p, ...names] : patients
}

const HURTS = wordGroup('treated_hurt'), BY_HAND = wordGroup('hurt_by_hand')
const GIVES: ReadonlySet<string> = new Set(['give', 'provide', 'render', 'administer'])
const MEDICAL: ReadonlySet<string> = new Set(['medical', 'first'])
const TREATS: ReadonlySet<string> = new Set(['treat', 'receive', 'admit', ...GIVES])

/** "80 people were treated for injuries", "are being treated in hospital". */
function treated(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!, prep = chunks[k + 1], np = chunks[k + 2]?.np
  // "medical help was given to 12 people"
  if (vg.passive && GIVES.has(vg.verb!.lemma) && prep?.word === 'to' && np) {
    const care = subjectOf(chunks, k).at(-1)
    if (care !== undefined && chunks[care]!.np!.units.some((u) => MEDICAL.has(tokens.lower[u.first]!))) for (const p of objectsOf(chunks, k + 1)) if (chunks[p]!.np!.number) add(s, p, k, 'injure', 'treated')
    return
  }
  // "12 people were given first aid"
  const given = vg.passive && GIVES.has(vg.verb!.lemma) ? chunks[k + 1]?.np : null
  if (given && !given.number && given.units.some((u) => MEDICAL.has(tokens.lower[u.first]!))) { for (const p of subjectOf(chunks, k)) if (chunks[p]!.np!.number) add(s, p, k, 'injure', 'treated'); return }
  // "treated 74 patients with gunshot wounds"
  const object = vg.passive ? undefined : objectsOf(chunks, k)[0]
  if (object !== undefined && chunks[object]!.np!.number && chunks[object + 1]?.kind === 'prep' && (chunks[object + 1]!.word === 'with' || chunks[object + 1]!.word === 'for') && chunks[object + 2]?.np && HURTS.has(headWord(tokens, chunks[object + 2]!.np!))) { add(s, object, k, 'injure', 'treated'); return }
  if ((!vg.passive && !vg.bare) || prep?.kind !== 'prep' || !np) return
  const word = headWord(tokens, np)
  if (prep.word === 'for' ? !HURTS.has(word) : !((prep.word === 'in' || prep.word === 'at') && (np.counted === 'hospital'))) return
  for (const p of subjectOf(chunks, k)) if (chunks[p]!.np!.number || (prep.word === 'for' && ONE.has(chunks[p]!.np!.article))) add(s, p, k, 'injure', 'treated')
}

const HOLES = wordGroup('hole')
const THROUGH: ReadonlySet<string> = new Set(['in', 'into', 'through'])

/** "tore a hole in the side of a block": what the hole is in was damaged. */
function holes(s: Search, k: number): void {
  const { chunks, tokens } = s
  if (chunks[k]!.vg!.passive) return
  const object = objectsOf(chunks, k)[0]
  if (object === undefined || !HOLES.has(headWord(tokens, chunks[object]!.np!))) return
  const prep = chunks[object + 1]
  if (prep?.kind === 'prep' && THROUGH.has(prep.word) && chunks[object + 2]?.np) add(s, object + 2, k, 'damage', 'count-verb')
}

const LIFE = wordGroup('life')
const TAKES_LIVES: ReadonlySet<string> = new Set(['claim', 'take', 'cost', 'lose', 'end'])

/** "claimed the lives of 24 people", "has cost 14,000 lives". */
function lives(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  if (!TAKES_LIVES.has(vg.verb!.lemma) || vg.passive) return
  const object = objectsOf(chunks, k)[0]
  if (object === undefined) return
  // "cost 48 people their lives"
  let at = object + 1
  while (at < object + 8 && chunks[at]?.kind === 'prep' && chunks[at + 1]?.np) at += 2 // "cost 12 residents of the village their lives"
  const own = chunks[at]?.np
  if (vg.verb!.lemma === 'cost' && own && LIFE.has(headWord(tokens, own))) { add(s, object, k, 'kill', 'claimed-lives'); return }
  // "claimed tens of thousands of lives"
  const many = chunks[object]!.np!.number && !chunks[object]!.np!.head ? partOf(chunks, object) : null
  if (many?.head && LIFE.has(headWord(tokens, many)) && !many.number) { if (add(s, object, k, 'kill', 'claimed-lives', { of: many.units.some((u) => tokens.lower[u.first] === 'civilian') ? 'civilian' : 'person' })) parts(s, object, k, 'kill'); return }
  if (!LIFE.has(headWord(tokens, chunks[object]!.np!))) return
  if (chunks[object]!.np!.number) { if (add(s, object, k, 'kill', 'claimed-lives')) parts(s, object, k, 'kill'); return }
  const of = afterOf(chunks, object)
  if (of >= 0) for (const p of listAfter(chunks, of)) if (add(s, p, k, 'kill', 'claimed-lives')) parts(s, p, k, 'kill')
}

/** "…, as well as two drivers", "along with her two sons": those told after the clause who suffered the same. */
function alongside(s: Search, i: number): number[] {
  const { chunks, tokens } = s
  for (let j = i + 1, steps = 0; j + 1 < chunks.length && steps < 7; j++, steps++) {
    const c = chunks[j]!
    if (c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel' || c.kind === 'vg' || c.kind === 'conj') return []
    if (c.kind !== 'prep' && c.kind !== 'adv') continue
    const { lower } = tokens, t = c.first
    const with2 = (lower[t] === 'along' || lower[t] === 'together') && lower[t + 1] === 'with'
    const beside = c.kind === 'prep' && lower[t] === 'alongside' && chunks[j + 1]?.np && (KIN.has(chunks[j + 1]!.np!.article) || chunks[j + 1]!.np!.number) // "alongside her mother"
    const end = beside ? t + 1 : with2 ? t + 2 : lower[t] === 'as' && lower[t + 1] === 'well' && lower[t + 2] === 'as' ? t + 3 : -1
    if (end < 0) continue
    let k = j + 1
    while (k < chunks.length && chunks[k]!.first < end) k++
    return chunks[k]?.np ? listAfter(chunks, k, true) : []
  }
  return []
}

/** Takes down the parts of the whole at `p`; people named one by one are one part. */
function parts(s: Search, p: number, k: number, sense: string): void {
  // "a group of 45 people – 14 soldiers and 31 clerks": the parts stand behind the number
  const inner = s.chunks[p]!.np!.number ? -1 : afterOf(s.chunks, p)
  const list = partsOf(s, inner >= 0 && inner > k && s.chunks[inner]!.np!.number ? inner : p, k)
  if (list.length > 1 && list.every((i) => s.chunks[i]!.np!.proper) && joint(s, list, k, sense, 'subset')) return
  for (const part of list) if (!tellsRole(s, part)) add(s, part, k, sense, 'subset', { subset: true })
}

/** The parts of the whole at `p` that the verb at `k` tells of: between them or after both. */
function partsOf(s: Search, p: number, k: number): number[] {
  const between = p < k ? subsetsAfter(s.chunks, p, k) : []
  return between.length > 0 ? between : subsetsAfter(s.chunks, Math.max(p, k), k)
}
