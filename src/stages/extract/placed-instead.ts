// Where the weighing of places goes wrong in ways that can be told: what gives way to another place, and to which.
import type { Document, LocatedMention } from '../../model/document.ts'
import { PEOPLE } from '../../model/claim.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { countryName } from '../../gazetteer/countries.ts'
import { siteToldBefore } from './pointed-site.ts'
import { isLabel, KIND, PREPOSITION, TERRITORIES, type Scene } from './scene.ts'
import { placeToldThere } from './told-there.ts'
import { homeOfHarmed, landOfSides, landOfTeller, landOfWar } from './whose-land.ts'
import { nearTo, type PlaceSource, type ToPlace } from './to-place.ts'

interface Instead { places: LocatedMention[]; source: PlaceSource }

/** So many sentences on, what speakers elsewhere tell may still go on about a place. */
const GOES_ON = 2

/** The place that a finding has instead of the one weighed best; null where that one stands. `pointsBack`: its sentence speaks of "the attack". */
export function placedInstead(document: Document, scene: Scene, toPlace: ToPlace, best: LocatedMention, from: PlaceSource, pointsBack: boolean): Instead | null {
  const { tokens } = document
  const named = putIn(scene, toPlace)
  const label = named === null && (from === 'before' || from === 'theatre') ? labelOf(document, scene, toPlace.sentence) : null
  if (label !== null && best.first < label.first) return { places: [label], source: 'before' }
  if (named === null) {
    const land = landOfTold(scene, toPlace)
    if (land !== null && land.name !== best.name) return { places: [land], source: 'theatre' }
  }
  if (named === null && (from === 'before' || from === 'theatre') && isTown(best) && opensElsewhere(document, toPlace.sentence)) return scene.theatre === null ? { places: [], source: 'none' } : { places: [scene.theatre], source: 'theatre' }
  const there = named === null && toPlace.what !== 'nation' ? placeToldThere(document, scene, toPlace, best) : null
  if (there !== null) return there.name === best.name ? null : { places: [there], source: 'before' }
  const land = named === null ? landOfSides(scene, toPlace, best, from) ?? landOfTeller(scene, toPlace, best, from) ?? landOfWar(document, scene, toPlace, best, from) : null
  if (land !== null && land.name !== best.name) return { places: [land], source: 'theatre' }
  const home = homeOfHarmed(document, scene, toPlace, best, from)
  if (home !== null) return { places: home, source: 'sentence' }
  // "22 were wounded in the attacks on the base": of the places told before, the base
  if (toPlace.what === 'count' && named === null && (from === 'before' || from === 'theatre')) { const site = siteToldBefore(document, scene, toPlace.sentence); if (site !== null && site.name !== best.name && (site.country === null || site.country === best.country)) return { places: [site], source: 'before' } }
  if (toPlace.what === 'total' && (from === 'theatre' || from === 'before')) { const town = foughtFor(document, scene, toPlace.sentence - 1); if (town !== null && town.country === best.country) return { places: [town], source: 'before' } }
  // a country that the sentence does not name gives way to one that it puts things in ("in Myanmar, where …")
  if ((from === 'before' || from === 'theatre') && scene.traits(best).kind === KIND.country && named !== null && scene.traits(named[0]!).kind === KIND.country) return { places: named, source: 'sentence' }
  if (named !== null && named[0]!.name !== best.name && (from === 'clause' || from === 'sentence') && apart(document, toPlace, best) && !apart(document, toPlace, named[0]!)) return { places: named, source: 'sentence' }
  // "eleven were killed, most of them in X": the whole is known to be of the land alone
  if (named !== null && named[0]!.name === best.name && (from === 'clause' || from === 'sentence') && toPlace.what !== 'event' && isShare(tokens.lower, toPlace.last, best.first)) { const land = landOf(scene, best); if (land !== null) return { places: [land], source: 'theatre' } }
  // "rounded up hundreds of Amhara youths in Addis Ababa": whose the people are, not where they were
  if (from === 'clause' && named !== null && named[0]!.name !== best.name && qualifies(scene, toPlace, best) && named[0]!.first > best.first && named[0]!.first - toPlace.last <= NEXT * 2) return { places: named, source: 'clause' }
  const { lastMention, lastSentence } = toPlace.memory
  if (from === 'speaker' || toPlace.speech[best.first] === 1 && tokens.sentence[best.first] === toPlace.sentence) {
    // "in Marib …, two officials in Aden said": where words are spoken
    if (named !== null) return { places: named, source: 'sentence' }
    if (lastMention !== null && toPlace.sentence - lastSentence <= GOES_ON && isTown(lastMention) && lastMention.name !== best.name && (pointsBack && toPlace.what !== 'total' || seesOver(best, lastMention) || best.country === lastMention.country && toPlace.what === 'count' && isMinistry(tokens.lower, best) || toPlace.what === 'count' && isUnlistedIn(best, lastMention) || saysThere(document, toPlace) || toPlace.what === 'count' && OF_HARM.has(toPlace.kind) && scene.arounds[toPlace.sentence]?.described !== 'region' && best.precision === 'country' && best.country === lastMention.country)) return { places: [lastMention], source: 'before' }
  }
  // "a village in Kaduna State … police in Kaduna said two died in the attack"
  if ((from === 'speaker' || toPlace.speech[best.first] === 1) && pointsBack && toPlace.what === 'count' && lastMention !== null && toPlace.sentence - lastSentence <= GOES_ON && lastMention.precision === 'region' && isTown(best) && holds(lastMention, best)) return { places: [lastMention], source: 'before' }
  // "the ambassador in Geneva was among those killed in the attack": where his office is, in another land
  if (pointsBack && toPlace.what === 'count' && best.first >= toPlace.first && best.last <= toPlace.last && lastMention !== null && isTown(lastMention) && scene.theatre !== null && lastMention.country === scene.theatre.country && best.country !== scene.theatre.country) return { places: [lastMention], source: 'before' }
  // "died in the attack, the deadliest in Syria": the attack was where it was told
  if (pointsBack && toPlace.what !== 'total' && (from === 'sentence' || from === 'clause' && tokens.lower.slice(toPlace.last, best.first).includes(',')) && lastMention !== null && toPlace.sentence - lastSentence <= 1 && isTown(lastMention) && isWide(scene, best) && best.country === lastMention.country) return { places: [lastMention], source: 'before' }
  return null
}

/** So many sentences a line of a summary has at most behind its label. */
const LINE = 8

/** The place that the paragraph of a sentence opens with as its label ("Kherson region: …"); null where it has none. */
function labelOf(document: Document, scene: Scene, sentence: number): LocatedMention | null {
  const { sentences } = document, { paragraph } = sentences[sentence]!
  let first = sentence
  while (first > 0 && sentence - first < LINE && sentences[first - 1]!.paragraph === paragraph) first--
  const head = scene.bySentence[first]?.[0]
  return head !== undefined && isLabel(document, head) ? head : null
}

/** "More than 40 were hurt as well, Azerbaijan's prosecutors said": a land's body goes on about the town told before. */
const OF_HARM: ReadonlySet<string> = new Set(['killed', 'injured', 'casualties', 'damaged', 'destroyed', 'struck', 'missing', 'rescued', 'trapped'])

const FIGHTS = wordGroup('fight_for')
const FIGHT_WORDS = 4
const FOR_IT: ReadonlySet<string> = new Set(['for', 'of', 'on', 'to', 'over'])

/** The town that a sentence tells the fight for ("the battle to retake X entered its third week"), where it names no other place. */
function foughtFor({ tokens: { lower } }: Document, scene: Scene, sentence: number): LocatedMention | null {
  const groups = sentence < 0 ? [] : scene.groups(sentence), town = groups[0]?.[0]
  if (groups.length !== 1 || groups[0]!.length > 1 || town === undefined || town.precision !== 'settlement') return null
  for (let i = town.first - 1; i > 0 && town.first - i <= FIGHT_WORDS; i--) if (FOR_IT.has(lower[i]!) && FIGHTS.has(lower[i - 1]!)) return town
  return null
}

const LANDS: ReadonlySet<string> = new Set(['country', 'region', 'territory', 'enclave', 'province'])

/** "Elsewhere, …", "In another part of the country": whatever the sentence tells was not where the one before was. */
function opensElsewhere({ tokens: { lower }, sentences }: Document, sentence: number): boolean {
  const { first } = sentences[sentence]!
  return lower[first] === 'elsewhere' || lower[first] === 'in' && (lower[first + 1] === 'another' || lower[first + 1] === 'other') && lower[first + 2]?.startsWith('part') && lower[first + 3] === 'of' && LANDS.has(lower[first + 5] ?? '')
}

/** So near behind what is placed stands the place that its clause puts it in. */
const NEXT = 3

/** Whether a mention says whose the people are that are placed ("Amhara youths"). */
function qualifies(scene: Scene, { first, last, chunks }: ToPlace, m: LocatedMention): boolean {
  if (m.first < first || m.first >= last + NEXT || scene.traits(m).preposition === PREPOSITION.inside) return false
  let low = 0, high = chunks.length
  while (low < high) { const middle = (low + high) >> 1; if (chunks[middle]!.last <= m.first) low = middle + 1; else high = middle }
  const np = chunks[low]?.np
  return np?.head != null && np.head.first >= m.last && np.counted !== null && PEOPLE.has(np.counted)
}

const FAR = 80
/** "eleven were killed, most of them in X": where a part was is not where the whole was. */
const SHARES: ReadonlySet<string> = new Set(['most', 'many', 'some', 'several', 'half', 'all'])
const WHOSE: ReadonlySet<string> = new Set(['them', 'whom', 'those'])
const PARTS: ReadonlySet<string> = new Set(['while', 'whereas', ';'])

/** "in Myanmar, … while … in Sudan rose to": whether a place stands in another part of the sentence than what is placed. */
function apart({ tokens }: Document, { first, last }: ToPlace, m: LocatedMention): boolean {
  const from = Math.min(last, m.last), to = Math.max(first, m.first)
  for (let i = from; i < to && i - from < FAR; i++) if (PARTS.has(tokens.lower[i]!)) return true
  return isShare(tokens.lower, from, to)
}

/** Whether words from one token to another speak of a share of what was counted: ", most of them in". */
function isShare(lower: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to && i - from < FAR; i++) if (SHARES.has(lower[i]!) && lower[i - 1] === ',' && lower[i + 1] === 'of' && WHOSE.has(lower[i + 2] ?? '')) return true
  return false
}

/** The land of a place, where the report names it. */
function landOf(scene: Scene, { country }: LocatedMention): LocatedMention | null {
  if (country !== null) for (const m of scene.lands.values()) if (m.country === country && !TERRITORIES.has(m.name)) return m
  return null
}

const isTown = (m: LocatedMention): boolean => m.precision === 'settlement' || m.precision === 'district' || m.precision === 'site'

function isWide(scene: Scene, m: LocatedMention): boolean {
  const { kind } = scene.traits(m)
  return kind === KIND.country || kind === KIND.direction
}

/** "eleven soldiers were killed there": in the clause, right behind what is placed. */
function saysThere({ tokens }: Document, { last }: ToPlace): boolean {
  for (let i = last; i < last + 3; i++) if (tokens.lower[i] === 'there') return true; else if (tokens.lower[i] === ',') return false
  return false
}

/** Whether a region has a town. */
function holds(region: LocatedMention, town: LocatedMention): boolean {
  return region.country === town.country && region.place?.admin1 != null && region.place.admin1 === town.place?.admin1
}

/** "the health ministry in X": it speaks for all of its land. */
const isMinistry = (lower: readonly string[], { first }: LocatedMention): boolean => lower[first - 1] === 'in' && lower[first - 2] === 'ministry'

/** Bodies of a whole land, by what stands before some of them. */
const NATIONAL: ReadonlyMap<string, ReadonlySet<string> | null> = new Map([['ministry', null], ['government', null], ['staff', new Set(['general'])], ['command', new Set(['army', 'military', 'central', 'high', 'supreme'])]])

/** "|the ministry in Moscow| listed 17 lorries destroyed": a capital that only says where the body of a land sits which counts what befell elsewhere. */
export function isSeatOfCounting(lower: readonly string[], m: LocatedMention): boolean {
  if (m.place?.feature !== 'PPLC' || lower[m.first - 1] !== 'in') return false
  const before = NATIONAL.get(lower[m.first - 2] ?? '')
  return before === null || before?.has(lower[m.first - 3] ?? '') === true
}

/** A region's officials speak of a village that nobody has listed. */
function isUnlistedIn(seat: LocatedMention, town: LocatedMention): boolean {
  return seat.precision === 'region' && town.place === null && (town.country === null || town.country === seat.country)
}

/** A capital speaks for all of its country, a region for its towns. */
function seesOver(seat: LocatedMention, town: LocatedMention): boolean {
  if (seat.country === null || seat.country !== town.country) return false
  if (seat.place?.feature === 'PPLC') return true
  return seat.precision === 'region' && seat.place?.admin1 != null && seat.place.admin1 === town.place?.admin1
}

/** The nearest places that the sentence of a finding puts things in; null where it names none but where somebody speaks. */
function putIn(scene: Scene, toPlace: ToPlace): LocatedMention[] | null {
  let found: LocatedMention[] | null = null
  for (const group of nearTo(scene.groups(toPlace.sentence), toPlace.first)) {
    const head = group[0]!, traits = scene.traits(head)
    if (traits.preposition !== PREPOSITION.inside || traits.seat || traits.origin || traits.filed || toPlace.speech[head.first] === 1) continue
    if (toPlace.bound !== null && head.first > toPlace.bound !== toPlace.first > toPlace.bound) continue
    if (found === null || Math.abs(head.first - toPlace.first) < Math.abs(found[0]!.first - toPlace.first)) found = group
  }
  return found
}

const CIVIL = /\b(?:health|emergenc|civil|rescue|interior|ombudsman|prosecutor|police|government media|authorities)/i
const ARMED = /\b(?:air force|general staff|armed forces|military|army|air defence|air defense|defence ministry|defense ministry|ministry of defence|ministry of defense|defenders)\b/i

/** The land that a body gives its figure for, where nothing else says where: a total of "the Lebanese health ministry", the night's drones of "Ukraine's air force". */
export function landOfTold(scene: Scene, { what, speaker, kind, of }: ToPlace, nowhereElse = false): LocatedMention | null {
  if (speaker === null || what === 'event' || what === 'count' && (!nowhereElse || of === 'combatant')) return null
  if (what === 'nation' ? !ARMED.test(speaker.name) : !CIVIL.test(speaker.name)) return null
  if (what !== 'nation' && kind !== 'killed' && kind !== 'injured' && kind !== 'casualties') return null
  for (const m of scene.lands.values()) if (m.first >= speaker.first && m.last <= speaker.last) return m
  const words = new Set(speaker.name.toLowerCase().split(/[^\p{L}]+/u))
  for (const m of scene.lands.values()) if (words.has(m.written.toLowerCase())) return m
  const side = what === 'nation' ? speaker.side : null
  if (side !== null) for (const m of scene.lands.values()) if (countryName(m.country) === side && !TERRITORIES.has(m.name)) return m
  return null
}
