// Numbers that a noun takes up: deaths, bodies, cases, displaced people, an attack on something.
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import { TIME, type NounPhrase } from '../../../languages/en/chunks.ts'
import { governor, subjectOf } from '../../../languages/en/clauses.ts'
import { subsetsAfter } from '../../../languages/en/subsets.ts'
import { saidGroup, wordGroup } from '../../../languages/en/count-words.ts'
import { NOMINAL_SENSE } from '../../../languages/en/measures.ts'
import type { Search } from './finding.ts'
import { afterOf, headWord, listAfter, ONE, partOf, sentenceHas, WEAPONS } from './phrases.ts'
import { claimedFigure, comparedWith, gapped, shareOf } from './earlier.ts'
import { isToll, labelledLevel, ranged, secondLevel, tollAt } from './levels.ts'
import { add } from './record.ts'
import { joint, KIN } from './together.ts'
import { isFate, whereabouts } from './fates.ts'
import { victims } from './stocks.ts'
import { damageIncluding, isPlacedThing, struckBy } from './struck-by.ts'
import { moodOf } from '../mood.ts'
import { lossAfterKind, lossesListed } from './losses.ts'
import { inReturn, releases, sought } from './returns.ts'
import { isOutage, isService, outage, withoutService } from './services.ts'
import { personReference } from './references.ts'
import { partInCare } from './wounds.ts'
import { WordColumn } from '../../../text/vocabulary.ts'

const SOLDIERLY = wordGroup('soldierly'), IN_ACTION: ReadonlySet<string> = new Set(['kia', 'kias', 'wia', 'wias']), CASE = wordGroup('case'), WRECK = wordGroup('wreck'), BODY = wordGroup('body'), WRECKED = wordGroup('wrecked'), CAMP = saidGroup('camp'), ATTACKS = wordGroup('attack_noun'), IMPACTS = wordGroup('impact_noun'), FLYING = wordGroup('flying')
/** Nouns of an act whose "of" names what it was done to. */
const BOMBINGS: ReadonlySet<string> = new Set(['bombing', 'shelling', 'bombardment', 'targeting'])
/** Bombs that people set off are aimed as strikes are: "a suicide bomb attack on a market". */
const BOMBED: ReadonlySet<string> = new Set(['attack', 'attacks', 'bombing', 'bombings'])
const STUFF = wordGroup('equipment'), TROPHY = wordGroup('trophy')
/** What the equipment told by kind behind a colon may have suffered. */
const TAKES: ReadonlySet<string> = new Set(['seize', 'capture', 'destroy', 'damage', 'lose'])
const HOLDS: ReadonlySet<string> = new Set(['have', 'gain', 'regain', 'retain', 'hold', 'keep', 'seize', 'win', 'claim', 'wrest'])
const HIT_AT: ReadonlySet<string> = new Set(['on', 'at', 'in', 'to', 'into'])
const RECORDED: ReadonlySet<string> = new Set(['record', 'report', 'register', 'confirm', 'log', 'note'])
const AT: ReadonlySet<string> = new Set(['on', 'at', 'against'])
/** Whether a phrase without a number names the other harm, death or injury. */
function otherHarm({ chunks, tokens }: Search, p: number, sense: string): boolean {
  const np = chunks[p]?.np
  if (!np?.head || np.number !== null || !np.plural) return false
  const other = NOMINAL_SENSE.get(headWord(tokens, np))
  return other !== sense && (other === 'kill' || other === 'injure')
}

/** What many die of each time: a number of them counts no dead. */
const HAPPENINGS: ReadonlySet<string> = new Set(['massacres', 'slaughter'])
const SHOOTINGS: ReadonlySet<string> = new Set(['shooting', 'shootings', 'stabbing', 'stabbings', 'beating', 'beatings', 'poisoning', 'bombing', 'ambush'])
const FATAL: ReadonlySet<string> = new Set(['fatal', 'deadly', 'lethal'])
/** Refugees who return are displaced no more. */
const GOES_BACK: ReadonlySet<string> = new Set(['return', 'go', 'come', 'repatriate'])
const ARRIVALS: ReadonlySet<string> = new Set(['arrivals', 'newcomers'])
/** More "arrivals" than shells that a report counts one by one are of people. */
const SHELLS_FALL = 1000
const UPROOTED = saidGroup('uprooted')
const REFUGEES: ReadonlySet<string> = new Set(['refugees', 'idps', 'displaced', 'evacuees'])
const ATTACKING: ReadonlySet<string> = new Set(['attack', 'hit', 'launch', 'bomb', 'shell'])
const STATE_ADJECTIVES: ReadonlyMap<string, string> = new Map(Object.entries({ displaced: 'displace', injured: 'injure', wounded: 'injure', missing: 'miss', dead: 'kill', captured: 'capture', seized: 'capture', kidnapped: 'capture', abducted: 'capture', stranded: 'trap', trapped: 'trap', destroyed: 'destroy', damaged: 'damage', downed: 'intercept', 'burnt-out': 'destroy', 'burned-out': 'destroy', wrecked: 'destroy', gutted: 'destroy', ruined: 'destroy', charred: 'destroy', 'shot-down': 'intercept', mangled: 'damage', slain: 'kill', murdered: 'kill', freed: 'release', released: 'release', detained: 'capture' }))

const SERVES = 1, OF_FATE = 2, OF_TOLL = 4, OF_HARM = 8, IS_CASE = 16, IS_WRECK = 32, IS_BODY = 64, OF_OUTAGE = 128
/** What a head noun may tell of numbers: most tell nothing, and one lookup says so. */
const HEADS = new WordColumn((word) => (isService(word) ? SERVES : 0) | (isOutage(word) ? OF_OUTAGE : 0) | (isFate(word) ? OF_FATE : 0) | (isToll(word) ? OF_TOLL : 0) | (NOMINAL_SENSE.has(word) ? OF_HARM : 0) | (CASE.has(word) ? IS_CASE : 0) | (WRECK.has(word) ? IS_WRECK : 0) | (BODY.has(word) ? IS_BODY : 0))

/** The counts that the noun of the phrase at chunk `k` tells. */
export function nounCounts(s: Search, k: number): void {
  const { chunks, tokens } = s
  const np = chunks[k]!.np!, head = np.head
  if (!head) { if (!inReturn(s, k) && !uprooted(s, k)) statedPart(s, k); return }
  const word = tokens.lower[head.last - 1]!
  if (inReturn(s, k)) return
  const may = HEADS.at(tokens, head.last - 1)
  if ((may & SERVES) !== 0) withoutService(s, k)
  if ((may & OF_OUTAGE) !== 0) outage(s, k)
  if ((may & OF_FATE) !== 0) whereabouts(s, k)
  if ((may & OF_TOLL) !== 0 && tollAt(s, k)) return
  if (chunks[k - 1]?.kind === 'conj' && secondLevel(s, k)) return
  const sense = (may & OF_HARM) !== 0 ? NOMINAL_SENSE.get(word) : undefined
  if (sense && !tokens.lower[chunks[k]!.last]?.startsWith('attempt')) {
    // "three deaths", "20 injuries"
    if (np.number && (sense === 'kill' || sense === 'injure') && chunks[k + 1]?.word === 'and' && otherHarm(s, k + 2, sense)) { if (add(s, k, k, 'casualties', 'harms-together', { of: np.units.some((u) => tokens.lower[u.first] === 'civilian') ? 'civilian' : 'person' })) s.usedChunks.add(k + 2); return } // "59,000 deaths and injuries"
    if (np.number && !HAPPENINGS.has(word) && (sense === 'kill' || sense === 'injure' || sense === 'casualties' || sense === 'capture')) {
      const of: Counted = np.units.some((u) => tokens.lower[u.first] === 'civilian') ? 'civilian' : IN_ACTION.has(word) || np.units.some((u) => SOLDIERLY.has(tokens.lower[u.first]!)) ? 'combatant' : 'person'
      const part = partOf(chunks, k)
      const bears = sense === 'casualties' && of === 'person' && BEARS.has(chunks[k - 1]?.vg?.verb?.lemma ?? '') // "the army suffered 60 casualties"
      const last = s.found.at(-1) // "1,400 civilian deaths and 2,000 injuries"
      const shared = of === 'person' && last?.rule === 'harm-noun' && (last.patient === k - 2 && chunks[k - 1]!.kind === 'conj' || last.patient < k && chunks[k - 1]?.word === 'including') ? last.of : of // "90 civilian casualties, including 20 deaths"
      if (add(s, k, k, sense, 'harm-noun', { of: part?.counted && PEOPLE.has(part.counted) && !part.number ? part.counted : bears ? 'combatant' : shared })) for (const inside of subsetsAfter(chunks, k)) if (insideTold(s, k, inside)) add(s, inside, k, sense, 'subset', { subset: true })
    }
    // "tens of thousands of deaths", "dozens of injuries"
    if (!np.number && np.plural && np.article === '' && chunks[k - 1]?.word === 'of' && chunks[k - 2]?.np?.number && !chunks[k - 2]!.np!.head && !HAPPENINGS.has(word) && (sense === 'kill' || sense === 'injure' || sense === 'casualties')) { add(s, k - 2, k, sense, 'harm-noun', { of: np.units.some((u) => tokens.lower[u.first] === 'civilian') ? 'civilian' : np.units.some((u) => SOLDIERLY.has(tokens.lower[u.first]!)) ? 'combatant' : 'person' }); return }
    // "the enemy's losses for the day: 830 personnel, 12 tanks"
    if (word === 'losses' && !np.number) { const mark = labelEnd(s, k); if (mark > 0) { lossesListed(s, mark + 1, k); return } }
    // "the army sustained more than 200 losses": of men, where nothing else is named
    if (np.number && word === 'losses' && BEARS.has(chunks[k - 1]?.vg?.verb?.lemma ?? '') && np.units.every((u) => u.lexeme?.counted == null) && chunks[k + 1]?.word !== 'of') { add(s, k, k, 'kill', 'harm-noun', { of: 'combatant' }); return }
    // "the deaths of 12 people", "injuries to 30"
    const to = (sense === 'injure' && chunks[k + 1]?.word === 'to' || PARDONS.has(word) && (chunks[k + 1]?.word === 'to' || chunks[k + 1]?.word === 'for')) && !np.number && chunks[k + 2]?.np?.number ? k + 2 : -1
    const of = to >= 0 ? to : afterOf(chunks, inAction(s, k))
    if (of < 0) return
    if ((sense === 'release' && chunks[of]!.np!.counted === 'settlement') || ((sense === 'release' || sense === 'surrender') && sought(s, k))) return // "the return of 20 villages" is asked for
    const list = sense === 'kill' || sense === 'injure' ? wholeList(s, k, of) : listAfter(chunks, of)
    if (joint(s, list, k, sense, 'harm-noun-of')) { for (const p of list) if (chunks[p]!.np!.number && chunks[p]!.np!.counted === 'child') add(s, p, k, sense, 'harm-noun-of', { subset: true }) }
    else for (const p of list) if (!ofOtherHarm(s, p) && add(s, p, k, sense, 'harm-noun-of', isCivil(s, k, p) ? { of: 'civilian' } : to >= 0 && chunks[p]!.np!.elided && s.found.at(-1)?.rule === 'harm-noun-of' ? { of: s.found.at(-1)!.of } : {})) for (const inside of subsetsAfter(s.chunks, p)) if (!harmBetween(s, p, inside)) add(s, inside, k, sense, 'subset', { subset: true })
    return
  }
  // "trophies: one tank and two lorries", "captured enemy equipment: a tank, …"
  if (!np.number && chunks[k + 1]?.word === ':' && (TROPHY.has(word) || STUFF.has(word))) {
    const sense = TROPHY.has(word) ? 'seize' : chunks[k - 1]?.vg?.verb?.sense
    const taken = sense !== undefined && TAKES.has(sense) ? sense : np.units.some((u) => tokens.lower[u.first] === 'captured') ? 'seize' : null
    if (taken) { for (const p of listAfter(chunks, k + 2)) if (chunks[p]!.np!.number || ONE.has(chunks[p]!.np!.article)) add(s, p, k, taken, 'label'); return }
  }
  // "the fatal shooting of four protesters"
  if (SHOOTINGS.has(word) && !np.number && chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np?.number && np.units.some((u) => FATAL.has(tokens.lower[u.first]!))) { for (const p of listAfter(chunks, k + 2)) add(s, p, k, 'kill', 'harm-noun-of'); return }
  // "had control of 59 districts"
  if (word === 'control' && !np.number && chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np?.number && chunks[k + 2]!.np!.counted === 'settlement' && HOLDS.has(chunks[k - 1]?.vg?.verb?.lemma ?? 'have') && chunks[k - 1]?.vg && moodOf(tokens, chunks, k - 1) === 'real') { add(s, k + 2, k - 1, 'seize', 'count-verb'); return }
  // "75 cases of unlawful detention"
  if (np.number && (may & IS_CASE) !== 0) {
    const part = partOf(chunks, k)
    const harm = part?.head ? NOMINAL_SENSE.get(headWord(tokens, part)) : undefined
    if (harm === 'capture' || harm === 'kill' || harm === 'miss' || harm === 'injure') { if (add(s, k, k, harm, 'cases', { of: 'civilian' })) for (const inside of subsetsAfter(chunks, k)) add(s, inside, k, harm, 'subset', { subset: true }) }
    return
  }
  // "the wreckage of a tank", "the ruins of two houses"
  if ((may & IS_WRECK) !== 0 && !np.number && chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np) {
    const thing = chunks[k + 2]!.np!
    if (thing.counted && !PEOPLE.has(thing.counted) && !WEAPONS.has(thing.counted) && (thing.number || ONE.has(thing.article))) { add(s, k + 2, k, 'destroy', 'harmed-noun'); return }
  }
  if ((may & IS_BODY) !== 0) {
    if (np.number) { if (add(s, k, k, 'kill', 'bodies', { of: partOf(chunks, k)?.counted ?? 'person' })) for (const inside of subsetsAfter(chunks, k)) add(s, inside, k, 'kill', 'subset', { subset: true }); return }
    const of = afterOf(chunks, k)
    if (of >= 0 && !chunks[of]!.np!.number && joint(s, listAfter(chunks, of), k, 'kill', 'bodies-of')) return
    const list = of >= 0 ? wholeList(s, k, of) : []
    if (of >= 0) for (const p of list) {
      const whose = chunks[p]!.np!, one = (np.plural ? list.length > 1 : foundNow(s, k)) && !whose.plural && (ONE.has(whose.article) || whose.article === 'the' || np.plural && KIN.has(whose.article) || whose.proper && personReference(whose, 'kill', tokens) === 'name')
      if ((whose.number && !(whose.number.value === 1 && whose.elided && !np.plural && !foundNow(s, k)) || one) && (whose.counted === null ? whose.elided || whose.proper : PEOPLE.has(whose.counted)) && add(s, p, k, 'kill', 'bodies-of')) for (const inside of subsetsAfter(chunks, p)) add(s, inside, k, 'kill', 'subset', { subset: true })
    }
    // "another body was pulled from the rubble"
    else if (ONE_BODY.has(word) && (ANOTHER.has(np.article) || np.units.some((u) => u.tag === 'poss') && (np.article === '' && np.units[0]!.tag === 'proper' || np.article === 'the' && ofSomebody(np))) && foundNow(s, k)) add(s, k, k, 'kill', 'bodies', { of: 'person' })
    return
  }
  // "60,000 displaced people", "two injured soldiers"
  if (np.number && np.counted && !s.usedChunks.has(k)) {
    const state = np.units.find((u) => u.tag === 'adj' && STATE_ADJECTIVES.has(tokens.lower[u.last - 1]!))
    if (state && !isFreed(s, k, STATE_ADJECTIVES.get(tokens.lower[state.last - 1]!)!)) { const sense = STATE_ADJECTIVES.get(tokens.lower[state.last - 1]!)!; if (add(s, k, k, sense, 'harmed-noun')) for (const part of subsetsAfter(chunks, k)) add(s, part, k, sense, 'subset', { subset: true }) }
  } else if (np.plural && !np.number && np.counted === null && STUFF.has(word)) {
    // "captured weapons, including 25 rifles and two pickups": the whole has no number, its parts have
    const state = np.units.find((u) => (u.tag === 'adj' || u.tag === 'verb') && WRECKED.has(tokens.lower[u.first]!))
    if (state) for (const part of subsetsAfter(chunks, k)) add(s, part, k, STATE_ADJECTIVES.get(tokens.lower[state.first]!) ?? 'destroy', 'subset', { subset: true })
  } else if (np.counted && !np.plural && ONE.has(np.article)) {
    const state = np.units.find((u) => (u.tag === 'adj' || u.tag === 'verb') && WRECKED.has(tokens.lower[u.first]!))
    if (state) add(s, k, k, tokens.lower[state.first] === 'collapsed' ? 'destroy' : STATE_ADJECTIVES.get(tokens.lower[state.first]!)!, 'harmed-noun')
  }
  // "an attack on a school", "strikes on two hospitals", "attacks by jets on 45 targets"
  if (np.event === 'strike' || (np.event === 'explosion' && BOMBED.has(word))) {
    let at = k + 1
    if (chunks[at]?.kind === 'prep' && chunks[at]!.word === 'by' && chunks[at + 1]?.np) at += 2
    // "an attack on Saturday night on a monastery", "a strike late on Friday on a school"
    if (chunks[at]?.kind === 'prep' && chunks[at + 1]?.word === TIME) at += 2
    else if (chunks[at]?.word === TIME) at++
    if (chunks[at]?.kind === 'prep' && (AT.has(chunks[at]!.word) || (chunks[at]!.word === 'of' && (chunks[at + 1]?.np?.number || (BOMBINGS.has(word) && (ONE.has(chunks[at + 1]?.np?.article ?? '') || isPlacedThing(chunks, at + 1)))))) && chunks[at + 1]?.kind === 'np') struckBy(s, k, at + 1, 'hit', 'strike-on')
  }
  // "a hit on a block of flats", "hits were recorded at two plants"
  if ((word === 'hit' || word === 'hits') && np.event === null) {
    const told = chunks[k + 1]?.vg, at = told ? (told.passive && RECORDED.has(told.verb?.lemma ?? '') ? k + 2 : -1) : k + 1
    if (at > 0 && chunks[at]?.kind === 'prep' && HIT_AT.has(chunks[at]!.word) && chunks[at + 1]?.np?.counted && (told || chunks[at + 1]!.np!.counted !== 'settlement')) struckBy(s, k, at + 1, 'hit', 'strike-on')
  }
  // "damage to a hospital"
  if (word === 'damage' && !np.number && chunks[k + 1]?.kind === 'prep' && chunks[k + 1]!.word === 'to' && chunks[k + 2]?.kind === 'np') struckBy(s, k, k + 2, 'damage', 'damage-to')
  if (word === 'damage' && !np.number && chunks[k + 1]?.vg && RECORDED.has(chunks[k + 1]!.vg!.verb?.lemma ?? '')) damageIncluding(s, k)
}

/** "the bodies of nine soldiers and two guards were found": the list at `of`, with its last part before the verb that the noun at `k` is the subject of. */
function wholeList(s: Search, k: number, of: number): number[] {
  const { chunks } = s
  const list = listAfter(chunks, of, true), next = list.at(-1)! + 2
  if (chunks[next - 1]?.kind !== 'conj' || !chunks[next]?.np || !(chunks[next]!.np!.number || ONE.has(chunks[next]!.np!.article) || KIN.has(chunks[next]!.np!.article)) || !chunks[next + 1]?.vg || chunks[next + 1]!.vg!.bare) return list
  for (let i = k - 1, least = Math.max(0, k - CLAUSE); i >= least && chunks[i]!.kind !== 'stop' && chunks[i]!.kind !== 'sub'; i--) if (chunks[i]!.vg && chunks[i]!.vg!.verb?.sense !== 'say') return list
  return [...list, next]
}

/** "a total of civilian deaths of 400": whether a number alone is of the civilians that the noun at `k` names. */
const isCivil = ({ chunks, tokens }: Search, k: number, p: number): boolean => chunks[p]!.np!.elided && chunks[k]!.np!.units.some((u) => tokens.lower[u.first] === 'civilian')

/** A clause has few phrases before its subject. */
const CLAUSE = 12

/** Whether a part of the deaths told at `k` is of people: "57 deaths, including 17 children". */
const insideTold = (s: Search, k: number, inside: number): boolean => { const np = s.chunks[inside]!.np!; return inside > k && np.number !== null && np.counted !== null && PEOPLE.has(np.counted) }

/** "the death of a woman and injuries to two others, including a child": whether another noun of harm stands between a whole and a part, which is its own. */
function harmBetween({ chunks, tokens }: Search, whole: number, part: number): boolean {
  for (let i = whole + 1; i < part; i++) { const head = chunks[i]!.np?.head; if (head != null && NOMINAL_SENSE.has(tokens.lower[head.last - 1]!)) return true }
  return false
}

/** "the teacher's body": one person's. */
const ofSomebody = (np: NounPhrase): boolean => { const at = np.units.findIndex((u) => u.tag === 'poss'), who = np.units[at - 1]?.lexeme; return who !== undefined && !who.plural && who.counted != null && PEOPLE.has(who.counted) }
const PARDONS: ReadonlySet<string> = new Set(['amnesty', 'pardon', 'pardons', 'clemency'])
const ONE_BODY: ReadonlySet<string> = new Set(['body', 'corpse'])
const ANOTHER: ReadonlySet<string> = new Set(['another', 'a', 'one'])
const FINDS: ReadonlySet<string> = new Set(['see', 'find', 'recover', 'pull', 'discover', 'retrieve', 'dig', 'remove', 'extract', 'unearth', 'exhume', 'identify', 'return', 'receive', 'hand_over', 'bring', 'pull_from_the_rubble', 'pull_from_rubble', 'dig_out'])

/** Whether the verb before or after the phrase at `k` tells that it was found. */
function foundNow(s: Search, k: number): boolean {
  let end = k + 1
  while (end < k + 9 && s.chunks[end]?.kind === 'prep' && s.chunks[end + 1]?.np) end += 2
  const before = s.chunks[k - 1]?.vg, after = s.chunks[end]?.vg
  return (before != null && !before.passive && FINDS.has(before.verb?.lemma ?? '')) || (after != null && (after.passive || after.bare) && FINDS.has(after.verb?.lemma ?? ''))
}

/** "sixteen abducted traders were rescued": that they had been taken only says who was set free. */
function isFreed({ chunks }: Search, k: number, sense: string): boolean {
  if (sense !== 'capture') return false
  for (let i = k + 1; i < chunks.length && i < k + 8; i++) {
    const { kind, vg } = chunks[i]!
    if (vg) return vg.verb !== null && (vg.passive || vg.bare) && FREES.has(vg.verb.sense) && subjectOf(chunks, i).includes(k)
    if (kind === 'stop' || kind === 'rel' || kind === 'sub') return false
  }
  return false
}
const FREES: ReadonlySet<string> = new Set(['rescue', 'release'])

function inCamp(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  for (let i = k + 1; i < Math.min(chunks.length - 1, k + 5); i++) {
    const c = chunks[i]!
    if (c.kind === 'prep') { if ((c.word === 'in' || c.word === 'at' || c.word === 'inside') && chunks[i + 1]!.np && tokens.lower[chunks[i + 1]!.last - 1]!.startsWith('camp')) return true }
    else if (c.kind !== 'np' && c.kind !== 'conj') return false
  }
  return false
}

/** "1.5 million internally displaced", "has internally displaced 2 million", "there are 300 citizens internally displaced": people told by their state alone. */
function uprooted(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  const np = chunks[k]!.np!
  if (!np.units.some((u) => u.tag === 'adj' && tokens.lower[u.last - 1] === 'displaced')) return false
  if (np.number) return partOf(chunks, k) === null && add(s, k, k, 'displace', 'harmed-noun', { of: 'person' })
  const before = chunks[k - 1]?.np
  return before?.number != null && before.counted !== null && PEOPLE.has(before.counted) && add(s, k - 1, k, 'displace', 'harmed-noun')
}

/** "thousands of displaced people", "two of the wounded soldiers". */
function statedPart(s: Search, k: number): void {
  const { chunks, tokens } = s
  if (chunks[k]!.np!.number !== null && partInCare(s, k)) return
  if ((chunks[k]!.np!.number?.value ?? 1) < 2) return
  const part = partOf(chunks, k)
  if (part?.head && !part.number && BODY.has(headWord(tokens, part)) && chunks[k + 1]!.word === 'of') { add(s, k, k, 'kill', 'bodies', { of: 'person' }); return } // "hundreds of bodies"
  // "dozens of wounded": told by what became of them alone
  const fate = part?.head && !part.number && part.article === '' && !part.counted && chunks[k + 1]!.word === 'of' && part.units.length === 1 ? HURT.get(headWord(tokens, part)) : undefined
  if (fate) { add(s, k, k, fate, 'harmed-noun', { of: 'person' }); return }
  const state = part?.counted && !part.number ? part.units.find((u) => u.tag === 'adj' && STATE_ADJECTIVES.has(tokens.lower[u.first]!)) : undefined
  if (state) add(s, k, k, STATE_ADJECTIVES.get(tokens.lower[state.first]!)!, 'harmed-noun')
}

const BEARS: ReadonlySet<string> = new Set(['suffer', 'sustain', 'take', 'incur', 'inflict'])
const WAVES: ReadonlySet<string> = new Set(['wave', 'waves', 'swarm', 'swarms', 'salvo', 'volley', 'barrage', 'salvos'])
const AIMED: ReadonlySet<string> = new Set(['cross', 'cross_the_border', 'aim', 'enter', 'approach', 'fly', 'head'])
/** "a wave of 88 drones". */
const inWave = (s: Search, k: number): boolean => s.chunks[k - 1]?.word === 'of' && s.chunks[k - 2]?.np !== undefined && s.chunks[k - 2]!.np !== null && WAVES.has(headWord(s.tokens, s.chunks[k - 2]!.np!))

/** "the death in combat of 139 men": the phrase that tells how stands between. */
const inAction = (s: Search, k: number): number => (s.chunks[k + 1]?.word === 'in' && s.chunks[k + 2]?.np && !s.chunks[k + 2]!.np!.number && s.chunks[k + 2]!.np!.article === '' && s.chunks[k + 3]?.word === 'of' ? k + 2 : k)

/** Numbers that no verb takes up but whose noun tells what happened: hostages, refugees, strikes, weapons in a telling of attacks. */
export function bareCounts(s: Search, k: number): void {
  const { chunks, tokens } = s
  const np = chunks[k]!.np!
  if (!np.number || np.number.masked || s.usedNumbers.has(np.number.numberFirst)) return
  const part = np.head ? null : partOf(chunks, k)
  if (tokens.lower[np.number.first - 1] === 'minus' && np.counted) { add(s, k, k, PEOPLE.has(np.counted) ? 'kill' : WEAPONS.has(np.counted) ? 'intercept' : 'destroy', 'minus'); return } // "minus 21 invaders"
  if (!np.head && chunks[k - 1]?.word === ':' && labelled(s, k)) return
  if (!np.head && k > 1 && lossAfterKind(s, k)) return
  // wanted, feared or to come
  const after = chunks[k + 1]?.vg
  if (after?.modal && after.modal !== 'may' && after.modal !== 'might') return
  if (chunks[k - 1]?.vg) { const mood = moodOf(tokens, chunks, k - 1); if (mood === 'hypothetical' || mood === 'negated') return }
  if (!np.head && !part && (ranged(s, k) || claimedFigure(s, k) || comparedWith(s, k) || gapped(s, k) || shareOf(s, k))) return
  if (!np.head && part && np.number.value > 1 && partOfHurt(s, k)) return
  if (np.elided && !part && recorded(s, k)) return
  // "with 58 children among the victims"
  if (np.counted !== null && PEOPLE.has(np.counted) && chunks[k + 1]?.word === 'among' && (chunks[k - 1]?.word === 'with' || chunks[k - 1]?.kind === 'comma' && np.number !== null)) { const harm = victims(s, k + 2); if (harm) { add(s, k, k, harm, 'among-victims', { subset: true }); return } }
  if (!np.head && !part && manner(s, k)) return
  if (part && np.number.value === 1) return // "one of the missiles"
  const word = headWord(tokens, np.head ? np : part ?? np)
  if (word === 'victims' && np.number.value > 1) {
    // "it was the worst month, with 400 dead, after 120 victims in May"
    const fate = befell(s, k) ?? (s.found.some((f) => f.measure === 'killed' && f.patient < k) ? 'kill' : null)
    if (fate) { add(s, k, k, fate, 'as-before', { of: 'person' }); return }
  }
  if ((word === 'hostages' || word === 'captives') && np.number.value >= 20 && !(chunks[k - 1]?.word === 'of' && k > 2 && releases(s, k - 2) && sought(s, k - 2))) { if (add(s, k, k, 'capture', 'hostages')) for (const inside of subsetsAfter(chunks, k)) if (chunks[inside]!.np!.counted) add(s, inside, k, 'capture', 'subset', { subset: true }); return }
  if (ARRIVALS.has(word) && np.number.value >= 10 && (np.units.some((u) => tokens.lower[u.first] === 'new') || sentenceHas(s, UPROOTED))) { add(s, k, k, 'displace', 'refugees', { of: 'person' }); return }
  if (REFUGEES.has(word) && after && GOES_BACK.has(after.verb?.lemma ?? '')) return
  if (REFUGEES.has(word)) { add(s, k, k, 'displace', 'refugees'); return }
  const counted = np.counted ?? part?.counted ?? null
  // "leaves 1,400 people behind bars", "with 16 clerks in captivity"
  if (counted && PEOPLE.has(counted) && behindBars(s, part ? k + 2 : k)) { add(s, k, k, 'capture', 'in-captivity'); return }
  // a camp that is home to a number of people counts the displaced
  if (counted && PEOPLE.has(counted) && governor(chunks, k) === 'to' && chunks[k - 2]?.np && headWord(tokens, chunks[k - 2]!.np!) === 'home' && sentenceHas(s, CAMP)) { add(s, k, k, 'displace', 'camp-home-to'); return }
  // "the 13,000 women and children in the camp"
  if (counted && PEOPLE.has(counted) && counted !== 'combatant' && np.number.value >= 1000 && inCamp(s, k)) { add(s, k, k, 'displace', 'in-camp'); return }
  if (counted === 'strike' && np.number.value > (ATTACKS.has(word) ? 1 : 2) && !(ARRIVALS.has(word) && np.number.value > SHELLS_FALL)) { add(s, k, k, 'launch', 'strikes-counted', { measure: IMPACTS.has(word) ? 'struck' : 'launched' }); return }
  if (counted && WEAPONS.has(counted) && FLYING.has(word) && (inWave(s, k) || AIMED.has(chunks[k + 1]?.vg?.verb?.lemma ?? '') || (s.attack ??= chunks.some((c) => c.np?.event === 'strike' || (c.vg?.verb != null && ATTACKING.has(c.vg.verb.sense)))))) add(s, k, k, 'launch', 'weapons-counted', { measure: hitBy(s, k) ? 'struck' : 'launched' })
}

/** "300 victims of killings", "of enforced disappearances": what befell the victims at `k`; null where that is not said. */
function befell({ chunks, tokens }: Search, k: number): string | null {
  const np = chunks[k + 1]?.word === 'of' ? chunks[k + 2]?.np : null
  const word = np?.head ? headWord(tokens, np) : ''
  const sense = NOMINAL_SENSE.get(word)
  return word.startsWith('disappearance') ? 'miss' : sense === 'kill' || sense === 'capture' ? sense : null
}

/** "was hit by two drones and eight shells": these reached what they were sent at. */
function hitBy(s: Search, k: number): boolean {
  const { chunks } = s
  let i = k - 1
  while (i > 0 && (chunks[i]!.kind === 'np' || chunks[i]!.kind === 'conj' || chunks[i]!.kind === 'comma')) i--
  return chunks[i]?.word === 'by' && chunks[i - 1]?.vg?.verb?.sense === 'hit' && HITS.has(chunks[i - 1]!.vg!.verb!.lemma) && (chunks[i - 1]!.vg!.passive || chunks[i - 1]!.vg!.bare)
}
const HITS: ReadonlySet<string> = new Set(['hit', 'strike'])

/** The colon that ends a label which begins at `k` ("losses per day:"), or -1. */
function labelEnd({ chunks }: Search, k: number): number {
  let i = k + 1
  while (i < k + 6 && (chunks[i]?.kind === 'prep' || chunks[i]?.kind === 'adv' || (chunks[i]?.np && !chunks[i]!.np!.number && chunks[i - 1]!.kind === 'prep'))) i++
  return chunks[i]?.word === ':' && chunks[i + 1]?.np?.number ? i : -1
}

const HURT: ReadonlyMap<string, string> = new Map([['wounded', 'injure'], ['injured', 'injure'], ['dead', 'kill']])

/** "nineteen of the wounded were flown to the coast": a part of those hurt or dead, whatever is told of it. */
function partOfHurt(s: Search, k: number): boolean {
  const at = afterOf(s.chunks, k), np = s.chunks[at]!.np!
  // "the wounded, 12 of them children, were taken to hospital"
  const whole = np.pronoun === 'them' && s.chunks[k - 1]?.kind === 'comma' ? s.chunks[k - 2]?.np : null
  const hurt = whole && !whole.number && whole.article === 'the' ? HURT.get(headWord(s.tokens, whole)) : undefined
  if (hurt) return add(s, k, k, hurt, 'part-is', { of: s.chunks[at + 1]?.np?.counted ?? s.context.lastPeople ?? 'person', subset: true })
  const sense = HURT.get(headWord(s.tokens, np) || (s.tokens.lower[s.chunks[at]!.last - 1] ?? ''))
  return sense !== undefined && np.article === 'the' && !np.number && add(s, k, k, sense, 'part-is', { of: s.context.lastPeople ?? 'person', subset: true })
}

const CELL = wordGroup('cell')

/** Whether the phrase at `i` is followed by "behind bars" or "in custody". */
function behindBars({ chunks, tokens }: Search, i: number): boolean {
  const prep = chunks[i + 1], where = prep?.kind === 'prep' ? chunks[i + 2]?.np : null
  return where != null && (prep!.word === 'behind' ? headWord(tokens, where) === 'bars' : prep!.word === 'in' && CELL.has(headWord(tokens, where)) && where.article !== 'a')
}

const LAST_TOLD = 6
const WRITTEN_DOWN: ReadonlySet<string> = new Set(['record', 'report', 'register', 'document', 'confirm', 'log', 'verify'])

/** "10,545 casualties, with another 11,396 recorded in other parts": a further number of the same. */
function recorded(s: Search, k: number): boolean {
  const vg = s.chunks[k + 1]?.vg
  if (!vg?.bare || !WRITTEN_DOWN.has(vg.verb?.lemma ?? '') || s.chunks[k + 2]?.word !== 'in') return false
  const like = s.found.slice(-LAST_TOLD).findLast((f) => PEOPLE.has(f.of) && !f.implicit && f.patient < k && (f.rule === 'harm-noun' || f.rule === 'as-before'))
  return like !== undefined && add(s, k, like.anchor < 0 ? k : like.anchor, like.sense, 'as-before', { of: like.of })
}

const MANNER: ReadonlySet<string> = new Set(['seriously', 'critically', 'severely', 'gravely', 'badly', 'slightly', 'lightly', 'fatally'])

/** "35 were wounded, six seriously": a part of the hurt, told by how badly. */
function manner(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  const how = chunks[k + 1]
  if (chunks[k - 1]?.kind !== 'comma' || how?.kind !== 'adv' || !MANNER.has(tokens.lower[how.first]!)) return false
  const whole = s.found.findLast((f) => f.measure === 'injured' && f.patient < k)
  return whole !== undefined && add(s, k, whole.anchor < 0 ? k : whole.anchor, tokens.lower[how.first] === 'fatally' ? 'kill' : 'injure', 'subset', { of: whole.of, subset: true })
}

const LABELS: ReadonlyMap<string, string> = new Map(Object.entries({ killed: 'kill', dead: 'kill', deaths: 'kill', fatalities: 'kill', wounded: 'injure', injured: 'injure', injuries: 'injure', casualties: 'casualties', missing: 'miss', captured: 'capture', hostages: 'capture', displaced: 'displace', evacuated: 'evacuate', rescued: 'rescue', released: 'release' }))

/** "Killed: 14", "Injured (in all): 37": a number set after its label. */
function labelled(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  let i = k - 2
  if (chunks[i]?.kind === 'close') while (i > 0 && chunks[i]!.kind !== 'open') i--
  if (chunks[i]?.kind === 'open') i--
  const sense = i < 0 ? undefined : LABELS.get(tokens.lower[chunks[i]!.last - 1]!)
  if (sense === undefined && chunks[k - 1]!.word === ':' && (chunks[k + 1] === undefined || chunks[k + 1]!.kind === 'stop') && labelledLevel(s, k)) return true
  return sense !== undefined && (chunks[k + 1] === undefined || chunks[k + 1]!.kind === 'stop' || chunks[k + 1]!.kind === 'comma') && add(s, k, k, sense, 'label', { of: 'person' })
}

/** "the deaths of two men and |dozens| of injuries": a number of another harm. */
function ofOtherHarm({ chunks, tokens }: Search, p: number): boolean {
  const np = chunks[p]!.np!, harm = chunks[p + 1]?.word === 'of' ? chunks[p + 2]?.np : null
  return np.number !== null && np.head === null && harm != null && NOMINAL_SENSE.has(headWord(tokens, harm))
}
