// One number (or one person or thing) and what happened to it, taken down as a finding where it counts something.
import { PEOPLE, type Bound, type Counted, type Measure, type Note } from '../../../model/claim.ts'
import type { TokenTable } from '../../../model/document.ts'
import type { NumberSpan } from '../../../languages/en/numbers.ts'
import { isMinor, type Chunk, type NounPhrase } from '../../../languages/en/chunks.ts'
import { ARMS as ARMS_COUNTED, measureOf, PEOPLE_SENSES } from '../../../languages/en/measures.ts'
import { isArmy } from '../verb-types.ts'
import { fallsHarmless, isHitByLaw } from '../by-law.ts'
import { isOfAny } from '../in-passing.ts'
import { moodOf } from '../mood.ts'
import type { Mood } from '../mood.ts'
import { isAccident, isByNature } from './by-nature.ts'
import type { CountRule, Finding, Search } from './finding.ts'
import { afterOf, headWord, joined, ONE, partOf, saidNearby, sentenceHas, WEAPONS } from './phrases.ts'
import { countedBefore, isOfWeapons, kindBefore, kindTold, themBefore } from './kinds-before.ts'
import { headlined, membersOf, named, ordinalOf, ofArmedGroup, personReference, roleOf } from './references.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { saidGroup, wordGroup } from '../../../languages/en/count-words.ts'
import { isMeasureWord } from '../../../languages/en/numbers.ts'

/** What is done to one thing told with "the" or by whose it is, and the kinds of it that count as one. */
const DONE_TO: ReadonlySet<string> = new Set(['hit', 'bomb', 'shell', 'damage', 'destroy', 'collapse'])
const CARRIES_WORDS = wordGroup('carries_words')
const FIRMS = wordGroup('firm'), BARE_ONE = wordGroup('bare_one'), SITES = wordGroup('sites_of')
const TARGET: ReadonlySet<Counted> = new Set<Counted>(['building', 'school', 'hospital', 'facility', 'ship', 'household'])
const SOLDIERS = saidGroup('soldiers_said'), CAPTIVITY = saidGroup('captivity_told')
const PART = wordGroup('part_of_thing')
const WHOLE: ReadonlySet<string> = new Set(['hit', 'damage', 'destroy', 'bomb', 'shell'])
const AGENT = /(er|or|ist|ian|ant|ent|ee|man|woman)$/
const SPACEFLIGHT = saidGroup('spaceflight')
const HURTS_TEAMS = wordGroup('hurts_teams'), LAWBREAKERS = wordGroup('lawbreaker')
const BODY = wordGroup('body'), COLLECTIVE = wordGroup('collective'), ANIMALS = wordGroup('animal')
/** What is done to ground alone. */
const OF_GROUND: ReadonlySet<string> = new Set(['occupy', 'reoccupy', 'annex', 'conquer', 'overrun', 'retake', 'regain', 'reclaim'])
/** "attacked 50 ships, sinking one": what is done to one of the things just counted. */
const THINGS_DONE: ReadonlySet<string> = new Set(['destroy', 'seize', 'capture', 'damage', 'intercept'])
/** What headlines tell of one person without an article. */
const BRIEF: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'capture', 'release'])
/** What befalls "one" or "another" of those just told of. */
const TAKEN: ReadonlySet<string> = new Set(['capture', 'release', 'surrender', 'miss', 'rescue'])
/** Fewer "forces" may be armies. */
const FEWEST_FORCES = 5
const PEOPLES = /(ians|ites|ists|ans|ers|ards)$/
/** What only people suffer, so that a noun unknown to the tables is read as people. */
const SUFFERED: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'evacuate', 'rescue', 'displace', 'flee'])

/** What only people are subjected to, by the verb or the noun that tells it: "the abduction of two sacristans". */
const OF_PEOPLE: ReadonlySet<string> = new Set(['abduct', 'kidnap', 'detain', 'arrest', 'imprison', 'jail', 'intern', 'lock_up', 'take_into_custody', 'hold_prisoner', 'hold_in_captivity', 'keep_in_captivity', 'take_hostage', 'take_captive', 'take_prisoner', 'hold_hostage', 'hold_captive', 'free', 'pardon', 'amnesty', 'abduction', 'abductions', 'kidnapping', 'kidnappings', 'detention', 'detentions', 'arrest', 'arrests', 'imprisonment', 'internment', 'captivity'])

/** Whether what is told at chunk `anchor` happens to people alone. */
function takesPeople({ chunks, tokens }: Search, anchor: number, sense: string): boolean {
  if (sense === 'surrender') return true
  if (sense !== 'capture' && sense !== 'release') return false
  const { vg, np } = chunks[anchor]!
  return OF_PEOPLE.has(vg?.verb?.lemma ?? (np ? headWord(tokens, np) : ''))
}

/** "dozens of |rifles|", "hundreds of |goats|": arms and animals, though what became of them befalls people. */
const isNobody = (part: NounPhrase, tokens: TokenTable): boolean => part.weapons.length > 0 || ANIMALS.has(headWord(tokens, part)) || ARMS_ALONE.has(headWord(tokens, part))
const ARMS_ALONE = wordGroup('arms_alone'), SIDEARMS = wordGroup('sidearm')
/** "three locally made guns", "two pump action guns": what one man carries is no artillery. */
const isSidearm = (np: NounPhrase, tokens: TokenTable): boolean => headWord(tokens, np).startsWith('gun') && np.units.some((unit) => SIDEARMS.has(tokens.lower[unit.first]!))

/** How many of the findings last made may tell the same phrase. */
const RECENT = 12
const SIEGE = saidGroup('siege')
const MANY = 5000

/** Whether the phrase at `patient` has been counted for `measure` already. */
function lastFound(s: Search, patient: number, measure: Measure): boolean {
  for (let i = s.found.length - 1, least = Math.max(0, i - RECENT); i >= least; i--) if (s.found[i]!.patient === patient && s.found[i]!.measure === measure) return true
  return false
}

/** "Omar, 11, was killed", "two brothers, aged four and six": whether all the ages set beside the phrase at `i` are under 18. */
function youngBeside(chunks: readonly Chunk[], i: number): boolean {
  let young = false
  for (let j = i + 1; j < chunks.length && j <= i + MOST_AGES; j++) {
    const c = chunks[j]!
    if (c.np?.number?.masked === 'an age') { if (c.np.number.value >= 18) return false; young = true } else if (c.kind !== 'comma' && c.kind !== 'conj' && c.word !== 'aged') break
  }
  return young
}
const MOST_AGES = 10

/** What is known of a finding from how it is told. */
interface Told {
  /** A part of a whole told in the same sentence. */
  subset?: boolean
  of?: Counted
  measure?: Measure
  /** "the bridge": a thing told of with "the" counts as one. */
  allowThe?: boolean
  /** "a school and mosque": it shares the article of the one before. */
  shared?: boolean
  /** What the clause's mood is where its words say more than its verb: "have not been heard from" tells something. */
  mood?: Mood | null
  /** Several people told of one by one count together. */
  together?: { value: number; of: Counted; first: number; last: number }
  /** The number is a rise to another ("rose by 20 to 300"): only what it came to counts. */
  cameTo?: boolean
}

/** "not a single soldier", "no one", "not one of the 20", "without a person being killed". */
function isNone(lower: readonly string[], { first, np }: Chunk, article: string, before: Chunk | undefined): boolean {
  const one = np!.number === null ? first : np!.number.first
  if (np!.number !== null ? np!.number.value !== 1 : article !== 'a' && article !== 'an' && lower[first] !== 'no-one') return false
  return lower[one] === 'no-one' || lower[one] === 'no' || lower[one - 1] === 'no' || lower[one - 1] === 'not' || before?.word === 'without'
}

/** "Unarmed, two men were killed": a word that opens the sentence is none of those counted behind its comma; a list would have "and". */
function opensAlone(chunks: readonly Chunk[], patient: number, anchor: number): boolean {
  if (patient !== 0 || chunks[0]!.np!.number !== null || chunks[0]!.np!.article !== '' || chunks[1]?.kind === 'conj') return false
  let comma = 1
  while (comma < anchor && chunks[comma]!.kind !== 'comma') { if (chunks[comma]!.kind === 'conj' || chunks[comma]!.vg !== null) return false; comma++ }
  if (comma >= anchor || chunks[comma + 1]?.np?.number == null) return false
  for (let i = comma + 2; i < anchor; i++) if (chunks[i]!.kind === 'comma' || chunks[i]!.kind === 'conj') return false
  return true
}

/** Takes down that `sense`, told at chunk `anchor`, happened to the phrase at chunk `patient`; false where that counts nothing. */
export function add(s: Search, patient: number, anchor: number, sense: string, rule: CountRule, options: Told = {}): boolean {
  const { chunks, tokens } = s
  const members = PEOPLE_SENSES.has(sense) ? membersOf(chunks[patient]!.np!, tokens) : 0
  // "a total of 54 drones", "a family of seven": the number stands in the phrase after "of"
  if (members === 0 && !chunks[patient]!.np!.number && COLLECTIVE.has(headWord(tokens, chunks[patient]!.np!)) && !pairOf(chunks[patient]!.np!, tokens)) {
    const inner = afterOf(chunks, patient)
    if (inner < 0 && !TOGETHER.has(headWord(tokens, chunks[patient]!.np!)) || inner >= 0 && !chunks[inner]!.np!.number) return false
    if (inner >= 0) patient = inner
  }
  // "hit the third floor of a building": a part is hit or damaged with its whole
  const inside = PART.has(headWord(tokens, chunks[patient]!.np!)) ? insideOf(chunks, patient, anchor) : -1
  if (inside >= 0 && WHOLE.has(sense) && PART.has(headWord(tokens, chunks[patient]!.np!)) && chunks[inside]!.np!.counted && !PEOPLE.has(chunks[inside]!.np!.counted!)) {
    patient = inside
    if (sense === 'destroy') sense = 'damage'
  }
  const c = chunks[patient]!, np = c.np!
  // "a hospital courtyard", "the monastery compound": the whole stands before its part
  if (WHOLE.has(sense) && !np.plural && np.counted === null && PART.has(headWord(tokens, np))) { const whole = np.units.at(-2)?.lexeme?.counted; if (whole && TARGET.has(whole)) options = { of: whole, ...options } }
  if (np.head !== null && CARRIES_WORDS.has(headWord(tokens, np))) return false // "released three videos of the men"
  if (np.article === 'no' || isNone(tokens.lower, c, np.article, chunks[patient - 1]) || opensAlone(chunks, patient, anchor)) return false
  const mood = options.mood ?? moodOf(tokens, chunks, anchor)
  const part = partOf(chunks, patient)
  if (np.number && part?.head && isMeasureWord(headWord(tokens, part))) return false // "millions of tonnes"
  let of: Counted | null = options.of ?? np.counted ?? (np.number && part ? part.counted : null)
  if (part && !np.head && part.counted) of = options.of ?? part.counted
  // "20 of them children"
  if (part && !np.head && np.number && (part.pronoun === 'them' || part.pronoun === 'whom')) { const kind = chunks[afterOf(chunks, patient) + 1]?.np; if (kind && !kind.number && kind.plural && kind.counted && PEOPLE.has(kind.counted)) { of = kind.counted; options = { ...options, subset: true } } }
  // "nine drones, two of which were shot down": told by the clause that they open
  if (np.number && !np.head && patient > anchor && !options.subset && tokens.lower[c.last] === 'of' && (tokens.lower[c.last + 1] === 'which' || tokens.lower[c.last + 1] === 'whom')) return false
  // "15 of those killed were children"
  if (part && !np.head && np.number && !options.of) of = kindTold(chunks, patient) ?? of
  // "5 missile and 20 air strikes": the noun stands at the end of the pair
  const pair = np.number && np.number.value > 1 && np.head?.tag === 'noun' && !np.plural && chunks[patient + 1]?.word === 'and' ? chunks[patient + 2]?.np : null
  if (pair?.number && pair.counted === 'strike') of = 'strike'
  of = options.together?.of ?? joined(chunks, patient, of)
  const number = np.number
  let value: number, implicit = false, single: Finding['single'] = null
  if (options.together) { value = options.together.value; implicit = true; single = 'name' } else if (number) {
    if (number.masked) { s.context.notes.push(noteOf(tokens, c, 'counts', `${number.masked}: not a count`)); return false }
    value = number.value
    // "all but two of the 34": the rest
    if (tokens.lower[number.first - 1] === 'but' && tokens.lower[number.first - 2] === 'all') {
      if (!part?.number || part.number.masked || part.number.value <= value) return false
      value = part.number.value - value
    }
    if (value === 1 && !np.head && !part && sense !== 'kill' && sense !== 'die' && sense !== 'injure' && !(TAKEN.has(sense) && s.context.lastSense !== null && PEOPLE_SENSES.has(s.context.lastSense) && s.parsed.index - s.context.peopleSentence <= 1) && !(THINGS_DONE.has(sense) && (patient > anchor || sense === 'intercept' || chunks[patient - 1]?.kind === 'conj') && s.found.some((f) => f.of === s.context.lastThing && f.value > 1))) return false // "one" for somebody told before
  } else {
    // no number in words: "a hospital was hit", "another was killed", a person by name
    if (patient > anchor && (np.pronoun === 'he' || np.pronoun === 'she')) return false // the subject of what follows
    if (s.context.placeAt && np.proper && np.head && s.context.placeAt[np.head.first] === 1 && (np.counted === null || PEOPLE.has(np.counted))) return false
    if (np.number === null && anchor > patient && isOfAny(tokens, chunks, patient, anchor)) return false
    const few = members > 0 ? members : np.article !== '' && PEOPLE_SENSES.has(sense) && chunks[patient + 1]?.word !== 'of' ? TOGETHER.get(headWord(tokens, np)) ?? 0 : 0
    if (members > 0) of = part?.counted && PEOPLE.has(part.counted) ? part.counted : roleOf(np) ?? 'person'
    else if (few > 0) of = s.context.lastPeople ?? 'person'
    const bothThings = np.pronoun === 'both' && chunks.length > 1 && BOTH_DONE.has(sense) && s.context.lastThing !== null && s.parsed.index - (s.context.thingSentence ?? -9) <= 1
    if (bothThings) of = s.context.lastThing
    const bothOf = np.pronoun === 'both' && PEOPLE_SENSES.has(sense) && s.parsed.index - s.context.peopleSentence <= 1
    const both = bothOf || bothThings || (np.article === 'both' && np.plural && np.counted !== null && PEOPLE.has(np.counted))
    const place = few > 0 ? few : both || pairOf(np, tokens) ? 2 : sense === 'release' ? null : ordinalOf(np, tokens)
    const reference = both ? null : personReference(np, sense, tokens) ?? (headOfBody(s, patient, sense) ? 'definite' : null)
    const sunk = of === null && np.proper && np.article === 'the' && chunks[anchor]!.vg?.verb?.lemma === 'sink' // "sank the Moskva"
    if (sunk) of = 'ship'
    const the = sunk || !np.plural && (isOneBeside(chunks, patient) || np.article === 'the' && (sense === 'intercept' || options.allowThe === true) || DONE_TO.has(sense) && np.counted !== null && TARGET.has(np.counted) && !(chunks[anchor]!.vg?.ing && chunks[anchor - 1]?.word === 'for') && (np.article === 'the' || OWN.has(np.article) || np.article === '' && BARE_ONE.has(headWord(tokens, np)) || np.proper || np.units.some((u) => u.tag === 'poss')))
    const headline = BRIEF.has(sense) && headlined(np, tokens) && (chunks[patient + 1]?.kind !== 'conj' || chunks[patient + 2]?.vg != null) && (patient > anchor ? chunks[patient - 1]!.kind === 'vg' : chunks[patient - 1]?.kind !== 'prep')
    if (!options.shared && !both && few === 0 && !headline && !(ONE.has(np.article) && !np.plural) && !reference && !the && !(named(np) && (sense === 'hit' || sense === 'damage' || sense === 'destroy' || sense === 'bomb' || sense === 'shell'))) return false
    if (sense === 'shelter' && reference === 'name') return false // a body that gives shelter
    if (reference === 'name' && OF_GROUND.has(chunks[anchor]!.vg?.verb?.lemma ?? '')) return false // "occupied Aghdam": no person, whether the place is known or not
    if (!of && reference) of = roleOf(np) ?? (reference === 'name' && np.head !== null ? s.context.roles?.named.get(tokens.lower[np.head.last - 1]!) : null) ?? (reference === 'pronoun' ? s.context.roles?.told.get(s.parsed.index - 1) ?? s.context.lastPeople ?? 'person' : 'person')
    if (bothOf) of = s.context.lastPeople ?? 'person'
    single = reference ?? (both ? null : the ? 'definite' : 'indefinite')
    if (!both && (sense === 'displace' || sense === 'flee') && !(sense === 'displace' && of !== null && PEOPLE.has(of) && chunks[anchor]!.vg && !np.plural && !np.pronoun && of !== 'combatant') || of === 'strike' || (of === 'settlement' || of === 'region') && !((sense === 'seize' || sense === 'capture') && single === 'indefinite' && chunks[anchor]!.vg) || of === 'munition' && sense !== 'intercept' && sense !== 'land') return false // "an attack", "a city": nothing is counted
    if (chunks[anchor]!.vg?.verb?.lemma === 'target' && !chunks[anchor]!.vg!.passive && !(patient < anchor && chunks[anchor]!.vg!.perfect) && !subjectOf(chunks, anchor).some((p) => WEAPONS.has(chunks[p]!.np!.counted ?? 'person') || chunks[p]!.np!.event === 'strike')) return false // aimed at, not said to be hit
    if (ARRESTS.has(chunks[anchor]!.vg?.verb?.lemma ?? '') && of !== 'combatant' && !byArms(s, anchor)) return false // the law takes many a one
    value = place ?? 1
    implicit = true
    if (place !== null) single = null
  }
  if (value === 1 && part && superlative(part, tokens) && !(part.counted !== null && TARGET.has(part.counted) && part.units.some((u) => LEFT.has(tokens.lower[u.first]!)))) return false // "one of the largest attacks"
  if (!of && number && !np.head && part?.head != null && DONE_TO.has(sense) && SITES.has(headWord(tokens, part))) of = 'facility' // "hit one of these centres"
  // "six engineers were in the car; gunmen seized the six": those told of last
  if (!of && np.elided && number && !part && sense === 'seize' && s.parsed.index - (s.context.thingSentence ?? -9) > 1) of = s.parsed.index - s.context.peopleSentence <= 1 ? s.context.lastPeople : np.article === 'the' && saidNearby(s, CAPTIVITY) ? 'person' : null
  // a noun that no table knows is a person where only people suffer it ("three anaesthetists were killed")
  if (!of && np.head && (np.head.tag === 'noun' || (number !== null && number.value > 1)) && !np.head.lexeme && (SUFFERED.has(sense) || takesPeople(s, anchor, sense)) && (number || AGENT.test(headWord(tokens, np))) && !ANIMALS.has(headWord(tokens, np))) of = 'person'
  if (!of && number && number.value >= FEWEST_FORCES && (headWord(tokens, np) === 'forces' || !np.head && part?.head != null && headWord(tokens, part) === 'forces') && (PEOPLE_SENSES.has(sense) || sense === 'lose')) of = 'combatant' // "200 government forces were killed"
  if (!of && number && number.value > 1 && np.proper && sense === 'capture' && PEOPLES.test(headWord(tokens, np))) of = 'person' // "captured 40 Frisians"
  if (!of && number && headWord(tokens, np) === 'mines' && sense === 'launch') of = 'munition'
  if (!of && number && number.value > 1 && headWord(tokens, np) === 'militia' && PEOPLE_SENSES.has(sense)) of = 'combatant' // "nine soldiers and two militia"
  if (of === 'household' && BRIEF.has(sense) && headWord(tokens, np).startsWith('customer')) of = 'person' // those of a shop
  if (!of) {
    if (!np.elided && !(number && !np.head)) return false
    if (part?.head && !part.counted && (!part.proper && !PEOPLE_SENSES.has(sense) || isNobody(part, tokens))) return false // "thousands of pagers", "dozens of rifles were captured"
    if (sense === 'kill' && kindBefore(chunks, patient, false) !== null) return false // "of the 75 missiles fired, 41 were neutralised"
    if (sense === 'kill' && isOfWeapons(chunks, patient, chunks[anchor]!.vg?.verb?.lemma ?? '', (s.context.thingSentence ?? -9) >= Math.max(s.context.peopleSentence, s.parsed.index - 1) ? s.context.lastThing : null)) return false
    const before = sense === 'capture' ? (part?.pronoun === 'them' ? countedBefore(chunks, patient) : null) ?? s.found.at(-1)?.of : undefined
    of = before && !PEOPLE.has(before) ? before : PEOPLE_SENSES.has(sense) ? kindBefore(chunks, patient, true) ?? (s.parsed.index - s.context.peopleSentence <= 1 && !(number?.bound === 'vague' && patient === 0 && !part) ? s.context.lastPeople : null) ?? 'person' : kindBefore(chunks, patient, false) ?? s.context.lastThing
    if (of === null && sense === 'lose' && s.found.at(-1)?.anchor === anchor) of = s.found.at(-1)!.of // "lost 3,000 soldiers, including 320 in a day"
    if (part?.pronoun === 'them' && !PEOPLE_SENSES.has(sense)) of = themBefore(chunks, patient, value) ?? of
    if (!of) return false
  }
  if (of === 'artillery' && isSidearm(np, tokens)) return false // "12 dane guns"
  if (of === 'combatant' && sense === 'intercept' && np.head !== null && headWord(tokens, np).startsWith('fighter')) of = 'aircraft' // "shot down five fighters"
  if (of === 'munition' && headWord(tokens, np.head ? np : part ?? np).startsWith('target') && (sense === 'hit' || sense === 'attack' || sense === 'bomb' || sense === 'shell')) of = 'facility'
  if (of === 'munition' && sense === 'destroy' && headWord(tokens, np) === 'targets' && (np.units.some((u) => tokens.lower[u.first] === 'military') || part?.head != null && headWord(tokens, part) === 'infrastructure')) of = 'facility' // "destroyed 2,200 targets of military infrastructure"
  if (of === 'building' && sense === 'disconnect' && !headWord(tokens, np.head ? np : part ?? np).startsWith('building')) of = 'household'
  if (of === 'person' && np.elided && !part && chunks[patient - 1]?.vg?.verb?.lemma === 'lose' && PEOPLE_SENSES.has(sense)) of = 'combatant' // "the army has lost 4,000 dead"
  if (of === 'person' && sense === 'lose' && headWord(tokens, np) === 'men') of = 'combatant'
  if (of === 'person' && value === 1 && !options.of && np.proper && np.head) of = s.context.roles?.named.get(tokens.lower[np.head.last - 1]!) ?? of
  if (of === 'person' && !options.of && (youngBeside(chunks, patient) || (np.proper && isMinor(tokens, np)))) of = 'child'
  if (of === 'person' && !options.of && ofArmedGroup(np, part, tokens)) of = 'combatant'
  if (of === 'person' && !options.of && np.units.some((u) => u.tag === 'adj' && tokens.lower[u.first] === 'civilian')) of = 'civilian'
  if (of === 'person' && !options.of && headWord(tokens, np) === 'prisoners' && !np.units.some((u) => u.tag === 'adj') && saidNearby(s, SOLDIERS)) of = 'combatant'
  if (of === 'person' && !options.of && HELD.has(headWord(tokens, np)) && np.units.some((u) => u.lexeme?.counted === 'combatant')) of = 'combatant' // "took 100 soldiers prisoner"
  if (of === 'person' && !options.of && PEOPLE_SENSES.has(sense) && inCombat(s, anchor)) of = 'combatant'
  if (of === 'strike' && sentenceHas(s, LABOUR)) return false
  if (sense === 'release' && BODY.has(headWord(tokens, np))) return false // the dead who are handed over are not freed
  const told = options.measure ?? (sense === 'destroy' && of === 'munition' && onTheGround(np, tokens) ? 'destroyed' : measureOf(sense, of))
  // "a million people are sheltering in the south": so many are no group that cannot get out
  const measure = told === 'trapped' && sense === 'shelter' && value >= MANY && !saidNearby(s, SIEGE) ? 'displaced' : told
  if (!measure || measure === 'destroyed' && sense === 'kill' && chunks[anchor]!.vg?.verb?.lemma === 'kill') return false // "the driver of a lorry was killed"
  if (measure === 'captured' && of === 'settlement' && takesPeople(s, anchor, sense)) return false // "kidnapped 12 farmers in X, a town"
  if (isByNature(s, measure)) return false // a flood or an epidemic killed them
  if (sense === 'lose' && chunks[patient + 1]?.word === 'to' && chunks[patient + 2]?.np != null && HURTS_TEAMS.has(headWord(tokens, chunks[patient + 2]!.np!))) return false // "lost two players to injury"
  if (measure === 'captured' && chunks[anchor]?.vg != null && subjectOf(chunks, anchor).some((p) => FIRMS.has(headWord(tokens, chunks[p]!.np!)))) return false // "the firm took over a plant"
  if (measure === 'captured' && LAWBREAKERS.has(headWord(tokens, np)) && !byArms(s, anchor)) return false // whom police catch anywhere
  if (measure === 'launched' && sentenceHas(s, SPACEFLIGHT) || measure === 'struck' && (chunks[anchor]!.vg?.verb?.lemma === 'raid' && subjectOf(chunks, anchor).some((p) => isArmy(tokens, chunks[p]!)) || isAccident(s) || isHitByLaw(tokens, chunks, anchor, [patient]) || fallsHarmless(tokens, chunks, anchor))) return false
  if (asked(s, anchor)) return false
  if (measure === 'trapped' && sense === 'shelter' && np.units.some((u) => tokens.lower[u.first] === 'displaced')) return false // they have fled there
  if (!number && !options.together && lastFound(s, patient, measure)) return false
  if (number && s.usedNumbers.has(number.numberFirst) && !sharesNumber(s.found, number.numberFirst, measure)) return false
  if (mood === 'negated' || mood === 'hypothetical') { s.context.notes.push(noteOf(tokens, c, 'mood', `${mood}: not something that happened`)); return false }
  const anchorChunk = chunks[anchor]!
  const first = Math.min(c.first, anchorChunk.first, options.together?.first ?? c.first), last = Math.max(c.last, anchorChunk.last, options.together?.last ?? 0)
  const words: Pick<Finding, 'numberFirst' | 'numberLast'> = number ? { numberFirst: number.first, numberLast: number.last } : { numberFirst: c.first, numberLast: Math.min(c.last, c.first + 6) }
  // "took Toller prisoner": the one named
  if (single !== null && sense === 'capture' && np.units.length > 1 && HELD.has(headWord(tokens, np)) && np.units.slice(0, -1).every((u) => u.tag === 'proper')) { single = 'name'; words.numberLast = np.units.at(-2)!.last }
  const base = { measure, of, first, last, ...words, sentence: s.parsed.index, anchor, patient, sense, mood, implicit, single, subset: options.subset ?? (part?.pronoun === 'them' && chunks[patient - 1]?.kind === 'comma' && s.found.at(-1)?.anchor === anchor || part?.pronoun === 'those' && s.found.at(-1)?.measure === measure && s.found.at(-1)!.value > value), rule } // "killed 300 people, 40 of them on Sunday"
  if (number?.high && options.cameTo) s.found.push({ ...base, value: number.high, bound: 'exact' })
  else if (number?.high) {
    s.found.push({ ...base, value, bound: 'at_least' }, { ...base, value: number.high, bound: 'at_most' })
  } else s.found.push({ ...base, value, bound: number ? estimated(s, patient, number) : 'exact' })
  if (number) s.usedNumbers.add(number.numberFirst)
  if (measure === 'intercepted' && number && (!np.head || chunks[patient + 1]?.word === 'out') && part?.number && !part.number.masked && part.number.value >= value && (!part.counted || WEAPONS.has(part.counted))) launchedToo(s, afterOf(chunks, patient), base)
  else if (measure === 'intercepted' && number && !np.head && !part) { const whole = wholeBefore(chunks, patient, value); if (whole >= 0) launchedToo(s, whole, base) }
  s.usedChunks.add(patient)
  // what is left out later stands for the whole that was counted, not for a part or for one person
  if (!PEOPLE.has(of)) { s.context.lastThing = of; s.context.thingSentence = s.parsed.index }
  else if (!options.subset && !implicit && of !== 'child') { s.context.lastPeople = of; s.context.peopleSentence = s.parsed.index }
  else if (of === 'combatant' && single === 'indefinite' && !options.subset) { s.context.lastPeople = of; s.context.peopleSentence = s.parsed.index }
  else if (of === 'child' && !options.subset && !implicit) s.context.lastPeople = null
  if (sense !== 'capture' || !s.found.some((f) => f.patient === patient && f.sense === 'release')) { s.context.lastSense = sense; s.context.senseSentence = s.parsed.index }
  return true
}

/** What is told of "both" missiles or tanks that were counted. */
const BOTH_DONE: ReadonlySet<string> = new Set(['intercept', 'destroy', 'suppress', 'hit', 'damage', 'seize'])
const HARMS_ONE: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'capture', 'release', 'miss'])

/** "the head of the district council": a person by what they lead. */
function headOfBody({ chunks, tokens }: Search, i: number, sense: string): boolean {
  const np = chunks[i]!.np!
  if (!HARMS_ONE.has(sense) || (np.article !== 'the' && np.article !== 'its') || np.plural || headWord(tokens, np) !== 'head') return false
  const of = np.article === 'its' ? i : afterOf(chunks, i)
  return of >= 0 && !chunks[of]!.np!.number
}

/** "Were 50 soldiers really killed?": a question tells nothing. */
const asked = (s: Search, anchor: number): boolean => s.chunks[0]!.vg !== null && s.chunks[0]!.vg.verb === null && ASKS.has(s.chunks[0]!.word) && anchor > 0

const ASKS: ReadonlySet<string> = new Set(['were', 'was', 'are', 'is', 'did', 'have', 'has', 'do', 'does'])

/** What the part at `patient` is a part of: "the roof of a school", "windows in six houses were shattered", "windows were blown out in six houses". */
function insideOf(chunks: readonly Chunk[], patient: number, anchor: number): number {
  const own = afterOf(chunks, patient)
  if (own >= 0) return own
  for (const at of [patient + 1, anchor + 1]) if (chunks[at]?.kind === 'prep' && (chunks[at]!.word === 'in' || chunks[at]!.word === 'of') && chunks[at + 1]?.np?.number) return at + 1
  return -1
}

/** "the pair were freed", "the trio" */
const TOGETHER: ReadonlyMap<string, number> = new Map([['pair', 2], ['duo', 2], ['trio', 3], ['threesome', 3], ['quartet', 4]])

/** "a married couple": two people. */
const pairOf = (np: NounPhrase, tokens: TokenTable): boolean => np.counted === 'person' && headWord(tokens, np) === 'couple' && np.article !== ''

/** "the agency estimates that 25,000 …": a round number that is estimated is about. */
function estimated(s: Search, patient: number, number: NumberSpan): Bound {
  if (number.bound !== 'exact' || number.value < 100) return number.bound
  for (let i = patient - 1, steps = 0; i >= 0 && steps < 8; i--, steps++) {
    if (s.chunks[i]!.kind === 'stop') break
    if (s.chunks[i]!.vg?.verb?.lemma === 'estimate') return 'about'
  }
  return number.bound
}

const MOST: ReadonlySet<string> = new Set(['most', 'worst', 'best', 'largest', 'biggest', 'deadliest', 'heaviest', 'bloodiest', 'fiercest', 'first', 'last', 'main', 'few', 'only'])
/** What still stands is a thing of its own: "one of the last hospitals". */
const LEFT: ReadonlySet<string> = new Set(['last', 'few', 'only', 'main'])
const superlative = (np: NounPhrase, tokens: TokenTable): boolean => np.units.some((u) => u.tag === 'adj' && MOST.has(tokens.lower[u.first]!) || u.tag !== 'noun' && tokens.lower[u.first]!.endsWith('iest'))

const OWN: ReadonlySet<string> = new Set(['my', 'our'])
const HELD = wordGroup('hostage')
const COMBAT: ReadonlySet<string> = new Set(['fighting', 'action', 'battle', 'combat', 'battles', 'frontline', 'front'])
const TO_COMBAT: ReadonlySet<string> = new Set(['in', 'on', 'at', 'while', 'the', 'when'])

/** "was killed fighting in the east", "wounded in action", "killed in combat", "wounded on the front line": told of a soldier. */
function inCombat(s: Search, anchor: number): boolean {
  const { lower } = s.tokens
  let t = s.chunks[anchor]!.last
  if (s.chunks[anchor]!.vg === null) return false
  const from = t
  while (t < from + 3 && TO_COMBAT.has(lower[t] ?? '')) t++
  const word = lower[t] ?? ''
  if (!COMBAT.has(word)) return false
  return word === 'fighting' ? t === from || lower[t - 1] === 'while' : word === 'front' || word === 'frontline' ? lower[t - 1] === 'the' && (word === 'frontline' || lower[t + 1] === 'line' || lower[t + 1] === 'lines') : lower[t - 1] === 'in'
}

/** "the tank, a T-72B3, was captured": one, by what it is said to be. */
function isOneBeside(chunks: readonly Chunk[], k: number): boolean {
  const { article, counted } = chunks[k]!.np!, beside = chunks[k + 1]?.kind === 'comma' ? chunks[k + 2]?.np : null
  return article === 'the' && counted !== null && ARMS_COUNTED.has(counted) && beside != null && ONE.has(beside.article) && (beside.counted === counted || beside.proper) && chunks[k + 3]?.kind === 'comma'
}

/** "14 car bombs", "40 mines": what is laid or driven, not flown, is not shot down. */
function onTheGround(np: NounPhrase, tokens: TokenTable): boolean {
  for (const unit of np.units) for (let t = unit.first; t < unit.last; t++) if (LAID.has(tokens.lower[t]!)) return true
  return false
}

const LAID = wordGroup('laid')

/** Words of a strike of workers, not of arms. */
const LABOUR = saidGroup('labour')

/** "12 of 15 drones": the whole that was launched. */
function launchedToo(s: Search, whole: number, part: Omit<Finding, 'value' | 'bound'>): void {
  const c = s.chunks[whole]!, number = c.np!.number!
  if (s.usedNumbers.has(number.numberFirst)) return
  s.usedNumbers.add(number.numberFirst)
  s.found.push({ ...part, measure: 'launched', value: number.value, bound: number.bound, first: Math.min(part.first, c.first), last: Math.max(part.last, c.last), numberFirst: number.first, numberLast: number.last, patient: whole, rule: 'whole-launched' })
}

/** "of 40 missiles, 33 were shot down": the phrase that tells the whole, or -1. */
function wholeBefore(chunks: readonly Chunk[], i: number, value: number): number {
  for (let k = i - 1, steps = 0; k > 0 && steps < 5; k--, steps++) {
    if (chunks[k]!.kind === 'stop' || (chunks[k]!.kind === 'vg' && chunks[k]!.vg!.verb?.sense !== 'launch')) return -1
    const np = chunks[k]!.np
    if (np?.number && !np.number.masked && np.counted && WEAPONS.has(np.counted) && np.number.value >= value && chunks[k - 1]!.word === 'of') return k
  }
  return -1
}

const ARRESTS: ReadonlySet<string> = new Set(['arrest', 'jail', 'imprison', 'apprehend'])

const ARMED = wordGroup('armed')

/** "troops arrested the mayor", "was jailed by the militia": whether those who carry arms in the war do what the verb group at `k` tells. */
function byArms({ chunks, tokens }: Search, k: number): boolean {
  const { vg } = chunks[k]!
  if (vg === null) return false
  const agents = !vg.passive && !vg.bare ? subjectOf(chunks, k) : chunks[k + 1]?.word === 'by' ? objectsOf(chunks, k + 1) : vg.passive ? [] : subjectOf(chunks, k)
  return agents.some((p) => { const np = chunks[p]!.np!; return np.counted === 'combatant' || ARMED.has(headWord(tokens, np)) })
}

const noteOf = (tokens: TokenTable, c: Chunk, rule: string, note: string): Note => ({ start: tokens.start[c.first]!, end: tokens.end[c.last - 1]!, rule, note })

/** One number may be told by two verbs ("40 drones launched … were shot down"): one finding a measure. */
function sharesNumber(found: readonly Finding[], numberFirst: number, measure: Measure): boolean {
  return !found.some((f) => f.numberFirst <= numberFirst && f.numberLast > numberFirst && f.measure === measure)
}

