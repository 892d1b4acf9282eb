// People who stay where they are, are held there or have left: hostages, the besieged, the displaced.
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import { actorsIn } from '../../../languages/en/actors.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { subsetsAfter } from '../../../languages/en/subsets.ts'
import { saidGroup, wordGroup } from '../../../languages/en/count-words.ts'
import { PEOPLE_SENSES } from '../../../languages/en/measures.ts'
import type { Chunk, NounPhrase } from '../../../languages/en/chunks.ts'
import type { TokenTable } from '../../../model/document.ts'
import type { Search } from './finding.ts'
import { inFlight } from './flight.ts'
import { afterOf, headWord, listAfter, ONE, partOf, sentenceHas, tellsRole } from './phrases.ts'
import { inverted } from './inverted.ts'
import { add } from './record.ts'
import { ofArmedGroup } from './references.ts'
import { inCare } from './wounds.ts'

const TROPHY = wordGroup('trophy')
const HOSTAGES = wordGroup('hostage'), SIEGE = saidGroup('siege'), CAMP = wordGroup('camp'), CELL = wordGroup('cell'), RUBBLE = wordGroup('rubble'), DISPLACED = wordGroup('displaced'), BODY = wordGroup('body'), NOT_HELD = wordGroup('not_held'), FORCE = wordGroup('force'), EQUIPMENT = wordGroup('equipment'), TROPHIES = wordGroup('trophy')
const HOUSES: ReadonlySet<string> = new Set(['hold', 'house', 'host', 'shelter', 'accommodate', 'contain', 'harbour', 'harbor'])
const PULLS: ReadonlySet<string> = new Set(['pull', 'drag', 'dig', 'recover', 'remove', 'extract'])

/** "took 250 others hostage", "taking 251 people as hostages", "111 hostages were taken". */
export function taken(s: Search, k: number): void {
  const { chunks, tokens } = s
  const { vg } = chunks[k]!
  const after = objectsOf(chunks, k)
  // "with the fort were taken 600 prisoners": the patient stands behind
  const behind = vg!.passive && after.length > 0 && chunks[after[0]!]!.np!.number !== null && !subjectOf(chunks, k).some((p) => chunks[p]!.np!.number)
  for (const p of vg!.passive && !behind ? subjectOf(chunks, k) : after) {
    const part = partOf(chunks, p)
    let held = HOSTAGES.has(headWord(tokens, chunks[p]!.np!)) || (chunks[p]!.np!.head !== null && HOSTAGES.has(tokens.lower[chunks[p]!.np!.head!.first]!)) || (part !== null && HOSTAGES.has(headWord(tokens, part)))
    for (let i = Math.max(p, k) + 1; i < Math.min(chunks.length, Math.max(p, k) + 6) && !held; i++) {
      if (chunks[i]!.kind === 'vg' || chunks[i]!.kind === 'stop' || chunks[i]!.kind === 'comma') break
      held = HOSTAGES.has(tokens.lower[chunks[i]!.last - 1]!)
    }
    if (held && add(s, p, k, 'capture', 'taken-hostage', whoTaken(chunks[p]!))) for (const part of partsBetween(chunks, p, k)) add(s, part, k, 'capture', 'subset', { subset: true })
  }
}

/** The parts of the whole at `p` that the verb at `k` tells of: between them, or after both. */
function partsBetween(chunks: readonly Chunk[], p: number, k: number): number[] {
  const between = p < k ? subsetsAfter(chunks, p, k) : []
  return between.length > 0 ? between : subsetsAfter(chunks, Math.max(p, k), k)
}

/** "about 900 civilians remain in the basements", "107 people are left in the besieged town": those who cannot leave count as trapped. */
export function besieged(s: Search, k: number): void {
  const { chunks } = s
  for (const p of subjectOf(chunks, k)) {
    const np = chunks[p]!.np!
    const counted = np.counted ?? partOf(chunks, p)?.counted
    if (!np.number || np.number.value < 5 || !counted || !PEOPLE.has(counted)) continue
    if (sentenceHas(s, SIEGE) && !BODY.has(headWord(s.tokens, np))) add(s, p, k, 'trap', 'besieged')
  }
}

/** "101 hostages are still being held", "109 hostages remain". */
export function held(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  const holds = vg.verb!.lemma === 'hold'
  if (holds && NOT_HELD.has(tokens.lower[chunks[k]!.last] ?? '') && tokens.lower[chunks[k]!.last + 1] !== 'to') return // but "held up to 300 people"
  if (!vg.passive && holds && objectsOf(chunks, k).length > 0) { holding(s, k); return }
  if (heldOfWhom(s, k)) return
  const subjects = subjectOf(chunks, k)
  for (const p of subjects) {
    const np = chunks[p]!.np!, part = np.head ? null : partOf(chunks, p)
    if (!np.number && subjects.some((x) => x !== p && chunks[x]!.np!.article === 'its')) continue // "the Noor Star and its 25 crew are held"
    const hostage = HOSTAGES.has(headWord(tokens, part ?? np))
    const person = (np.counted !== null && PEOPLE.has(np.counted)) || (part?.counted != null && PEOPLE.has(part.counted)) || np.elided || (np.proper && stillHeld(s, k))
    const prep = chunks[k + 1], cell = vg.passive && prep?.kind === 'prep' && prep.word === 'in' && chunks[k + 2]?.np && CELL.has(headWord(tokens, chunks[k + 2]!.np!)) // "are kept in prisons"
    if (hostage || (cell && person) || (holds && (vg.passive || vg.bare) && person)) {
      // "several reporters are still held, including two photographers": the whole may have no number
      if (add(s, p, k, 'capture', 'held') || !np.number && np.plural) for (const inside of partsBetween(chunks, p, k)) if (chunks[inside]!.np!.head) add(s, inside, k, 'capture', 'subset', { subset: true })
    }
  }
}

/** "seized 80 hostages, 30 of whom remain in the camp, including 12 the army says are dead": those still held, and those of them who died. */
function heldOfWhom(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  const part = k - 3, whole = chunks[k - 5]?.np
  if (chunks[k - 1]?.kind !== 'rel' || tokens.lower[chunks[k - 1]!.first] !== 'whom' || chunks[k - 2]!.word !== 'of' || !chunks[part]?.np?.number || chunks[k - 4]?.kind !== 'comma' || whole?.head == null || !HOSTAGES.has(headWord(tokens, whole))) return false
  if (!add(s, part, k, 'capture', 'held')) return false
  for (let i = k + 1; i + 4 < chunks.length && i < k + 5; i++) if (chunks[i]!.word === 'including' && chunks[i + 1]!.np?.number && chunks[i + 2]!.np && chunks[i + 3]!.vg?.verb?.sense === 'say' && chunks[i + 4]!.vg?.verb?.sense === 'die') { add(s, i + 1, i + 4, 'kill', 'subset', { subset: true }); break }
  return true
}

/** "is still being held", "was held captive": said of a person, not of a meeting. */
function stillHeld(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  for (let i = chunks[k]!.first; i < chunks[k]!.last; i++) if (tokens.lower[i] === 'being' || tokens.lower[i] === 'still') return true
  const next = chunks[k + 1]
  if (next?.word === 'by') { const by = chunks[k + 2]?.np; return by != null && (by.counted === 'combatant' || FORCE.has(headWord(tokens, by)) || by.proper && actorsIn(tokens, by.units[0]!.first, by.units.at(-1)!.last).some(({ side }) => side !== null)) } // "was held by the militia"
  return next !== undefined && HOSTAGES.has(tokens.lower[next.last - 1]!)
}

/** "6,000 captives", "prisoners of war" */
function captives(s: Search, p: number): boolean {
  const { head } = s.chunks[p]!.np!
  return head !== null && (HOSTAGES.has(s.tokens.lower[head.first]!) || HOSTAGES.has(s.tokens.lower[head.last - 1]!))
}

/** "the group is holding two reporters": held by somebody, where a number or "a" says how many. */
function holding(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  const objects = objectsOf(chunks, k)
  const hostages = objects.some((p) => captives(s, p))
  const subject = chunks[subjectOf(chunks, k).at(-1) ?? -1]?.np
  // "it holds two of their soldiers": whoever wages war
  const force = subject != null && (subject.pronoun === 'it' ? objects.some((p) => chunks[p]!.np!.counted === 'combatant') : FORCE.has(headWord(tokens, subject)) || subject.counted === 'combatant' || subject.proper && actorsIn(tokens, subject.units[0]!.first, subject.units.at(-1)!.last).some((actor) => actor.side !== null))
  if (!hostages && !vg.progressive && !force) return
  for (const p of objects) {
    const np = chunks[p]!.np!
    const counted = np.counted ?? (np.number ? partOf(chunks, p)?.counted : null)
    if (counted && PEOPLE.has(counted) && (np.number || ONE.has(np.article)) && add(s, p, k, 'capture', 'holding')) for (const inside of subsetsAfter(chunks, p)) if (chunks[inside]!.np!.head) add(s, inside, k, 'capture', 'subset', { subset: true })
  }
}

/** Whether a verb, by its lemma, may tell who is housed. */
export const tellsHousing = (lemma: string): boolean => HOUSES.has(lemma)

/** "the camp holds 12,000 people", "the country hosts 3 million refugees", "the prison holds 800 fighters". */
export function houses(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  if (!HOUSES.has(vg.verb!.lemma) || vg.passive) return
  const subject = subjectOf(chunks, k).at(-1)
  if (subject === undefined) return
  const where = headWord(tokens, chunks[subject]!.np!)
  for (const p of objectsOf(chunks, k)) {
    const np = chunks[p]!.np!, part = partOf(chunks, p)
    const counted = np.counted ?? part?.counted
    if (!np.number || !counted || !PEOPLE.has(counted)) continue
    if (CELL.has(where)) add(s, p, k, 'capture', 'prison-holds')
    else if (CAMP.has(where) || DISPLACED.has(headWord(tokens, np.counted ? np : part!))) add(s, p, k, 'displace', 'camp-holds')
  }
}

/** Whether a verb, by its lemma, may tell of people pulled out. */
export const pullsOut = (lemma: string): boolean => PULLS.has(lemma)

/** "pulled four people from the rubble", "dug two girls out alive". */
export function pulled(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  if (!PULLS.has(vg.verb!.lemma)) return
  const patients = vg.passive ? subjectOf(chunks, k) : objectsOf(chunks, k)
  // "rescuers pulled six people from a burning building", "pulled 40 survivors from two blocks"
  const rescued = !vg.passive && subjectOf(chunks, k).some((p) => RESCUERS.has(headWord(tokens, chunks[p]!.np!)))
  const free = patients.filter((p) => chunks[p + 1]?.word === 'from' || chunks[p + 1]?.word === 'out' || vg.passive && chunks[k + 1]?.word === 'from').filter((p) => rescued || headWord(tokens, chunks[p]!.np!) === 'survivors')
  if (free.length > 0) { for (const p of free) { const { counted } = chunks[p]!.np!; if (counted && PEOPLE.has(counted) && !BODY.has(headWord(tokens, chunks[p]!.np!))) add(s, p, k, 'rescue', 'pulled-out') } return }
  const from = Math.max(k, patients.at(-1) ?? k)
  for (let i = from + 1; i < Math.min(chunks.length, from + 5); i++) {
    const c = chunks[i]!
    if (c.kind === 'stop' || c.kind === 'vg') return
    if (c.word !== 'alive' && !(c.np && RUBBLE.has(headWord(tokens, c.np)))) continue
    for (const p of patients) {
      const counted = chunks[p]!.np!.counted
      const head = headWord(tokens, chunks[p]!.np!)
      if (counted && PEOPLE.has(counted) && !head.startsWith('bod') && !head.startsWith('corpse')) add(s, p, k, 'rescue', 'pulled-out')
    }
    return
  }
}

/** "18 of them are residential buildings", "two of the dead were children", "12 were women". */
export function copular(s: Search, k: number): void {
  const { chunks, tokens } = s
  if (amongInverted(s, k) || likewise(s, k) || inverted(s, k)) return
  const subject = subjectOf(chunks, k).at(-1)
  if (subject === undefined) return
  if (chunks[subject]!.np!.pronoun === 'there' || chunks[subject]!.word === 'there') { thereAmong(s, k); return }
  const np = chunks[subject]!.np!
  const after = chunks[k + 1]?.kind === 'prep' ? chunks[k + 2]?.np : null
  const prep = after ? chunks[k + 1]!.word : ''
  if (after && np.number && (prep === 'under' || prep === 'beneath') && RUBBLE.has(headWord(tokens, after)) && !BODY.has(headWord(tokens, np))) { add(s, subject, k, 'trap', 'under-rubble'); return }
  if (after && prep === 'in' && CELL.has(headWord(tokens, after))) { for (const p of subjectOf(chunks, k)) add(s, p, k, 'capture', 'in-captivity'); return }
  if (prep === 'in' && inCare(s, k, subject)) return
  // "700,000 have fled. About 250,000 are in Tanzania"
  if (prep === 'in' && after!.proper && np.number && np.elided && np.number.value >= 100 && !partOf(chunks, subject) && inFlight(s)) { add(s, subject, k, 'displace', 'moved-away', { of: 'person', subset: true }); return }
  if (after && prep === 'on' && np.number && np.number.value >= 100 && (headWord(tokens, after) === 'move' || headWord(tokens, after) === 'run')) { add(s, subject, k, 'displace', 'on-the-move'); return }
  const beside = chunks[k + 1]?.kind === 'adv' ? k + 2 : k + 1 // "were |also| among"
  if (chunks[beside]?.word === 'among' && chunks[beside + 1]?.np && amongTheDead(s, subject, k, beside + 1)) return
  const object = objectsOf(chunks, k)[0]
  // "my son is a prisoner of war"
  const held = object === undefined ? null : chunks[object]!.np!.head
  if (held && HOSTAGES.has(tokens.lower[held.first]!) && held.last - held.first > 1 && !chunks[k]!.vg!.negated && (np.number || !chunks[object!]!.np!.plural)) { add(s, subject, k, 'capture', 'in-captivity'); return }
  // "his nephew remains a hostage", "thirty are now our prisoners"
  if (object !== undefined && HOSTAGES.has(headWord(tokens, chunks[object]!.np!)) && !chunks[k]!.vg!.negated && !HOSTAGES.has(headWord(tokens, np)) && (np.number || !chunks[object]!.np!.plural)) { add(s, subject, k, 'capture', 'in-captivity'); return }
  if (told(s, subject, k) || victimsAre(s, subject, k)) return
  // "1.5 million people have become refugees"
  if (object !== undefined && np.number && np.head && (chunks[k]!.vg!.verb === null || chunks[k]!.vg!.verb!.lemma === 'become') && DISPLACED.has(headWord(tokens, chunks[object]!.np!))) { add(s, subject, k, 'displace', 'become-refugees'); return }
  if (np.number && object !== undefined && !chunks[k]!.vg!.negated && toldWhatTheyAre(s, subject, object)) return
  if (!np.number || np.head) return
  const of = partOf(chunks, subject)
  const harm = of?.head ? partHarm(headWord(tokens, of)) : null
  const sense = harm ?? ofThose(s, subject) ?? ofNumbered(s, subject) ?? (of?.pronoun === 'them' || of?.pronoun === 'whom' || !of ? s.context.lastSense : null)
  for (const p of subjectOf(chunks, k).slice(0, -1)) { const own = chunks[p]!.np!.number && !chunks[p]!.np!.head ? partOf(chunks, p) : null, told = own?.head ? partHarm(headWord(tokens, own)) : null; if (told && object !== undefined && chunks[object]!.np!.counted !== null && PEOPLE.has(chunks[object]!.np!.counted!)) add(s, p, k, told, 'part-is', { of: chunks[object]!.np!.counted!, subset: true }) } // "21 of the dead and 69 of the injured were civilians"
  // "four of the dead were from the south": told by where they come from alone
  if (harm && (object === undefined || chunks[object]!.np!.counted === null)) { add(s, subject, k, harm, 'part-is', { of: of?.counted && PEOPLE.has(of.counted) ? of.counted : s.context.lastPeople ?? 'person', subset: true }); return }
  if (!sense || object === undefined || chunks[object]!.np!.counted === null) return
  const counted: Counted = ofArmedGroup(chunks[object]!.np!, partOf(chunks, object), tokens) ? 'combatant' : chunks[object]!.np!.counted!
  if (add(s, subject, k, sense, 'part-is', { of: counted, subset: true })) {
    const f = s.found.at(-1)!
    f.last = Math.max(f.last, chunks[object]!.last)
    // "224 were men, 168 women and 15 boys": the verb holds for all
    for (const p of listAfter(chunks, object).slice(1)) { const part = chunks[p]!.np!; if (part.number && part.counted && PEOPLE.has(part.counted)) add(s, p, k, sense, 'part-is', { subset: true }) }
  }
}

/** "nine of those killed were members of the armed wing", "three of the aid workers killed there were fighters": what those are who were counted. */
function toldWhatTheyAre(s: Search, subject: number, object: number): boolean {
  const np = s.chunks[object]!.np!
  const kind = np.number ? null : np.proper && np.head ? s.context.roles?.named.get(s.tokens.lower[np.head.last - 1]!) ?? null : ofArmedGroup(np, partOf(s.chunks, object), s.tokens) ? 'combatant' : np.counted
  if (kind === null || kind === 'person' || !PEOPLE.has(kind)) return false
  const found = s.found.findLast((f) => f.patient === subject)
  if (found === undefined || !PEOPLE.has(found.of)) return false
  found.of = kind
  found.last = Math.max(found.last, s.chunks[object]!.last)
  return true
}

/** "of those killed, 12 were children": the harm that the whole before the number suffered. */
function ofThose(s: Search, subject: number): string | null {
  const { chunks } = s
  if (chunks[subject - 1]?.kind !== 'comma' || !chunks[subject - 2]?.vg?.bare || !chunks[subject - 3]?.np || chunks[subject - 4]?.word !== 'of') return null
  const sense = chunks[subject - 2]!.vg!.verb?.sense ?? ''
  return PEOPLE_SENSES.has(sense) ? sense : null
}

/** "18 of the 26 hostages killed there were soldiers": the harm that the numbered whole suffered. */
function ofNumbered({ chunks }: Search, subject: number): string | null {
  const at = afterOf(chunks, subject), vg = at > 0 ? chunks[at + 1]?.vg : null
  return vg?.bare && PEOPLE_SENSES.has(vg.verb?.sense ?? '') ? vg.verb!.sense : null
}

/** "1.5 million people have been internally displaced": a state told by an adjective after "be". */
function told(s: Search, subject: number, k: number): boolean {
  const { chunks, tokens } = s
  const next = chunks[k + 1]?.kind === 'adv' && chunks[k + 2]?.np ? chunks[k + 2] : chunks[k + 1] // "are now internally displaced"
  if (!next || !chunks[subject]!.np!.number || chunks[k]!.vg!.verb !== null || next.kind === 'vg') return false
  return tokens.lower[next.last - 1] === 'displaced' && (next.np === null || (next.np.number === null && next.np.article === '')) && add(s, subject, k, 'displace', 'become-refugees')
}

const RESCUERS = wordGroup('rescuer_word')
const DEAD = wordGroup('dead'), WOUNDED: ReadonlySet<string> = new Set(['wounded', 'injured'])
const partHarm = (word: string): string | null => (DEAD.has(word) || word === 'victim' ? 'kill' : WOUNDED.has(word) ? 'injure' : word === 'casualties' ? 'casualties' : null)


/** The sense of "the dead", "those killed", "at least 23 people killed" at chunk `i`; null for others. */
export function victims(s: Search, i: number): string | null {
  const { chunks, tokens } = s
  const np = chunks[i]?.np
  if (!np) return null
  const word = np.pronoun ?? headWord(tokens, np)
  if (!np.head && !np.number && tokens.lower[chunks[i + 1]?.first ?? 0] === 'missing') return 'miss' // "among those missing", "among the missing"
  const behind = HOSTAGES.has(word) && chunks[i + 1]?.vg?.bare ? chunks[i + 1]!.vg!.verb?.sense : undefined // "the detainees released on Monday"
  const own = partHarm(word) ?? (behind === 'release' || behind === 'kill' ? behind : HOSTAGES.has(word) ? fateOf(np, tokens) : null)
  if (own) return own
  if (word === 'them') return s.context.lastSense !== null && PEOPLE_SENSES.has(s.context.lastSense) && s.parsed.index - s.context.peopleSentence <= 1 ? s.context.lastSense : null
  let at = i + 1
  // "23 people, including a baby, killed in the raid"
  if (chunks[at]?.kind === 'comma' && chunks[at + 1]?.word === 'including') { at += 2; while (at < i + 12 && chunks[at] && chunks[at]!.kind !== 'comma') at++; at++ }
  // "those who died"
  const relative = chunks[at]?.kind === 'rel' && word === 'those'
  const verb = chunks[relative ? at + 1 : at]?.vg
  const doing = verb?.ing === true && word === 'those' // "among those surrendering"
  const sense = (verb?.bare || relative || doing) && verb && (np.number || word === 'those' || np.counted || EQUIPMENT.has(word)) ? verb.verb?.sense : undefined
  return sense === 'kill' || sense === 'injure' || sense === 'capture' || sense === 'die' || sense === 'trap' || sense === 'miss' || sense === 'release' || sense === 'rescue' || ((relative || doing) && sense !== undefined && WENT.has(sense)) || (EQUIPMENT.has(word) && (sense === 'destroy' || sense === 'seize')) ? sense : null
}

const FREED: ReadonlySet<string> = new Set(['freed', 'released', 'liberated', 'former', 'ex', 'returned', 'exchanged', 'swapped']), SLAIN: ReadonlySet<string> = new Set(['dead', 'slain', 'murdered', 'executed', 'killed', 'deceased'])

/** "the freed hostages", "the slain captives": what has become of them; they are held where nothing is said. */
function fateOf(np: NounPhrase, tokens: TokenTable): string | null {
  for (const { first } of np.units) { if (FREED.has(tokens.lower[first]!)) return tokens.lower[first] === 'former' || tokens.lower[first] === 'ex' ? null : 'release'; if (SLAIN.has(tokens.lower[first]!)) return 'kill' }
  return 'capture'
}

/** "three children were among the dead": every phrase of the subject is a part. */
/** What people do who are counted among those who did it. */
const WENT: ReadonlySet<string> = new Set(['surrender', 'displace', 'flee', 'release', 'evacuate', 'rescue'])

const BELOW: ReadonlySet<string> = new Set(['under', 'beneath', 'underneath'])

/** "there was a child among the injured". */
const HELD_IN: ReadonlySet<string> = new Set(['captivity', 'custody', 'detention'])

function thereAmong(s: Search, k: number): void {
  const object = objectsOf(s.chunks, k).at(-1)
  // "there are 20 people under the rubble"
  const under = object !== undefined && BELOW.has(s.chunks[object + 1]?.word ?? '') && s.chunks[object]!.np!.number ? s.chunks[object + 2]?.np : null
  if (under && RUBBLE.has(headWord(s.tokens, under)) && !BODY.has(headWord(s.tokens, s.chunks[object!]!.np!)) && !s.chunks[k]!.vg!.negated) { add(s, object!, k, 'trap', 'under-rubble'); return }
  // "there are 6,500 people in the country's jails"
  const inside = object !== undefined && s.chunks[object + 1]?.word === 'in' && s.chunks[object]!.np!.number ? s.chunks[object + 2]?.np : null
  if (inside && CELL.has(headWord(s.tokens, inside)) && !s.chunks[k]!.vg!.negated) { add(s, object!, k, 'capture', 'in-captivity'); return }
  // "there are four women still in captivity", "in the hands of the kidnappers"
  const at = object === undefined ? 0 : s.chunks[object + 1]?.kind === 'adv' ? object + 2 : object + 1, held = object !== undefined && s.chunks[at]?.word === 'in' && s.chunks[object]!.np!.number ? s.chunks[at + 1]?.np : null
  if (held && !s.chunks[k]!.vg!.negated && (HELD_IN.has(headWord(s.tokens, held)) || headWord(s.tokens, held) === 'hands' && s.chunks[at + 2]?.word === 'of')) { add(s, object!, k, 'capture', 'in-captivity'); return }
  const sense = object !== undefined && s.chunks[object + 1]?.word === 'among' ? victims(s, object + 2) : null
  if (sense) for (const p of objectsOf(s.chunks, k)) add(s, p, k, sense, 'among-victims', { subset: true })
}

function amongTheDead(s: Search, subject: number, k: number, whole: number): boolean {
  const sense = victims(s, whole)
  if (!sense) return false
  let any = false
  for (const p of subjectOf(s.chunks, k)) if (add(s, p, k, sense, 'among-victims', { subset: true })) any = true
  if (any) for (const part of subsetsAfter(s.chunks, subject, k)) add(s, part, k, sense, 'subset', { subset: true })
  // "were among at least 23 people killed": the whole is told too
  if (s.chunks[whole]!.np!.number) add(s, whole, whole + 1, sense, 'count-verb')
  return true
}

/** "those killed were the corporals Name Surname and Name Surname". */
function victimsAre(s: Search, subject: number, k: number): boolean {
  const { chunks } = s, np = chunks[subject]!.np!
  if (chunks[k]!.vg!.negated || np.number || (np.pronoun ?? s.tokens.lower[chunks[subject]!.first]) !== 'those' && !(np.article === 'the' && np.plural)) return false
  const sense = victims(s, subject)
  if (sense === null) return false
  let any = false
  for (const p of objectsOf(chunks, k)) if (chunks[p]!.np!.proper && !tellsRole(s, p) && add(s, p, k, sense, 'among-victims')) any = true
  return any
}

/** "the dead include 12 children". */
export function victimsInclude(s: Search, k: number): void {
  const subject = subjectOf(s.chunks, k).at(-1)
  if (subject !== undefined && TROPHY.has(headWord(s.tokens, s.chunks[subject]!.np!))) { for (const p of objectsOf(s.chunks, k)) add(s, p, k, 'seize', 'among-victims'); return } // "the trophies included a tank"
  const sense = subject === undefined ? null : victims(s, subject)
  if (sense && s.chunks[subject!]!.np!.number) add(s, subject!, k, sense, 'count-verb') // "the 17 victims included five children"
  if (sense) for (const p of objectsOf(s.chunks, k)) add(s, p, k, sense, 'among-victims', { subset: true })
}

/** "20 houses were damaged, as were a school and a clinic": the same happened to these. */
function likewise(s: Search, k: number): boolean {
  const { chunks } = s
  if (chunks[k - 1]?.word !== 'as' || chunks[k - 2]?.kind !== 'comma' && !chunks[k - 2]?.vg) return false
  for (let i = k - 2, steps = 0; i >= 0 && steps < 8; i--, steps++) {
    const vg = chunks[i]!.vg
    if (chunks[i]!.kind === 'stop') return false
    if (!vg) continue
    const verb = vg.verb
    if (!vg.passive || !verb) return false
    for (const p of objectsOf(chunks, k)) add(s, p, i, verb.sense, 'count-verb')
    return true
  }
  return false
}

/** "took six |children| hostage": who is taken. */
function whoTaken({ np }: Chunk): { of?: Counted } {
  const who = np!.units.findLast((unit) => unit !== np!.head && unit.lexeme?.counted != null && PEOPLE.has(unit.lexeme.counted))?.lexeme?.counted
  return who == null ? {} : { of: who }
}

const AMONG: ReadonlySet<string> = new Set(['among', 'amongst'])
/** "among the dead were two children", "among those killed was a photographer". */
function amongInverted(s: Search, k: number): boolean {
  const { chunks } = s
  let i = k - 1
  while (i > 2 && chunks[i]!.np && chunks[i - 1]!.kind === 'prep' && !AMONG.has(chunks[i - 1]!.word) && chunks[i - 2]!.word !== 'included') i -= 2 // "among the wounded |in Goma|"
  if (chunks[i]?.vg?.bare) i--
  const included = chunks[i - 1]?.word === 'in' && chunks[i - 2]?.word === 'included' // "included in the dead were"
  if (i < 1 || !chunks[i]!.np || chunks[i - 1]!.kind !== 'prep' || (chunks[i - 1]!.word !== 'among' && chunks[i - 1]!.word !== 'amongst' && !included)) return false
  const sense = TROPHIES.has(headWord(s.tokens, chunks[i]!.np!)) || chunks[i]!.np!.units.some((u) => s.tokens.lower[u.first] === 'captured') ? 'capture' : victims(s, i)
  if (!sense) return false
  if (chunks[i]!.np!.number && chunks[i + 1]?.vg?.bare) add(s, i, i + 1, sense, 'count-verb') // "among the hundreds killed were"
  for (const p of objectsOf(chunks, k)) if (!tellsRole(s, p) && add(s, p, k, sense, 'among-victims', { subset: true })) for (const part of subsetsAfter(chunks, p)) add(s, part, k, sense, 'subset', { subset: true })
  return true
}
