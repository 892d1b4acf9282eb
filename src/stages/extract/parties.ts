// The parties of a war under their common names: "the junta", "government troops", "the rebels" are whom the report means by
// them, where it names only one that they can be.
import { FLAG_CAPITAL, type LocatedMention, type TokenTable } from '../../model/document.ts'
import { actorsIn, ARMED_GROUPS, homesOf, rebelsOf, sideIn, standFor } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { WordColumn } from '../../text/vocabulary.ts'

/** Those who rule or fight for the state of the land ("junta", "regime"), and words that say whose a force is ("government troops"). */
const RULERS = wordGroup('ruler'), LOYAL = wordGroup('loyal')
/** Those who fight the state, as a noun, and as a word that says whose a force is. */
const REBELS = wordGroup('rebel'), REBEL = wordGroup('rebel_force')
const FORCES = wordGroup('fighting_force')
/** Fighters whom a report knows by no other name than their kind: they are a side of their own where it names no armed group. */
const NAMELESS: ReadonlySet<string> = wordGroup('nameless_side')
/** Whether a side is fighters without a name ("insurgents"). */
export const isNameless = (side: string): boolean => NAMELESS.has(side)
/** A group is meant by "the rebels" where it is named so many times as often as any other of the land. */
const CLEAR = 2

/** Lets the common names of the parties stand for them. `country`, `state`: the land that the report is about, its code and name; `land`: the one that its places lie in; `places`: those it names. */
export function nameParties(tokens: TokenTable, parsed: readonly ParsedSentence[], country: string | null, state: string | null, land: string | null, places: readonly LocatedMention[]): void {
  nameUsual(tokens, parsed, land)
  if (country === null || state === null) { nameRebels(tokens, parsed); return }
  const found: (PartyWord & Span)[] = [], armies: number[] = [], named = new Map<number, string>()
  for (const { chunks } of parsed) for (let k = 0; k < chunks.length; k++) {
    const { np, first, last } = chunks[k]!
    if (!np?.head) continue
    const whose = sideIn(tokens, first, chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np ? chunks[k + 2]!.last : last)
    if (whose === null) {
      const at = partyWord(tokens, chunks[k]!)
      if (at === null) { if (OWN_ARMY.has(tokens.lower[np.head.last - 1]!) && isBare(tokens, chunks[k]!)) armies.push(np.head.last - 1); continue }
      found.push({ ...at, from: chunks[0]!.first, to: chunks.at(-1)!.last })
      // "Kurdish rebels": by their people
      const people = at.rebel && REBEL_WORDS.has(tokens.lower[at.token]!) ? np.units.find((u) => u.last === at.token && (u.tag === 'proper' || u.demonym)) : undefined
      if (people !== undefined) named.set(at.token, `${tokens.text.slice(tokens.start[people.first]!, tokens.end[people.last - 1]!)} rebels`)
    }
  }
  if (armies.length > 0 && fightsItsOwn(tokens, country, state, found)) for (const token of armies) standFor(tokens, token, token + 1, state)
  if (found.length === 0) return
  // "the Assad regime" told once, "the regime" is that one wherever it strikes; of two regimes neither is meant
  const ruled = regimesNamed(tokens)
  const ruler = ruled.size === 0 ? state : ruled.size === 1 ? [...ruled][0]! : null
  const rebels = found.some(({ rebel }) => rebel)
  const group = rebels ? groupOf(tokens, country) : null, unnamed = rebels && group === null && !namesGroup(tokens)
  const peoples = new Set(named.values()), onlyPeople = peoples.size === 1 ? [...peoples][0]! : null
  const region = REBEL_REGIONS.get(country), told = rebels && region !== undefined && region.names.some((name) => tokens.lower.includes(name)) ? region : null
  // "a Chechen commander": of which camp he is no word says
  const unsure = group !== null && group === region?.side && !tokens.lower.some((word, t) => word === region.adjective && REBELLIOUS.has(tokens.lower[t + 1] ?? ''))
  for (const { token, rebel, from, to } of found) {
    const regional = told !== null && rebel && isScene(tokens, places, told, from, to) ? { side: told.side, named: true } : null
    const own = rebel && REBEL_WORDS.has(tokens.lower[token]!) ? regional ?? rebelsOf(country) : null
    if (own !== null && peoples.size > 1 && !named.has(token)) continue
    const side = rebel ? named.get(token) ?? (own === null ? null : onlyPeople) ?? (own?.named ? own.side : null) ?? (unsure ? null : group) ?? (unnamed ? kindOf(tokens.lower[token]!) ?? own?.side ?? null : null) : RULERS.has(tokens.lower[token]!) ? ruler : state
    if (side !== null) standFor(tokens, token, token + 1, side)
  }
}

/** "the army", "troops": whose they are no word says. */
const isBare = (tokens: TokenTable, { np, first }: Chunk): boolean => (np!.article === 'the' || np!.article === '') && !np!.number && np!.units.every((u) => u.tag === 'det' || u === np!.head || OWN_ARMY.has(tokens.lower[u.first]!)) && tokens.lower[first] !== 'their'
const OWN_ARMY = wordGroup('own_army'), ATTACKS = wordGroup('attacks_from_abroad')
/** Lands without an army of their own. */
const ARMYLESS: ReadonlySet<string> = new Set(['Palestine'])

/** Whether a land fights armed men of its own and the report tells of no other land's army or attacks: "the army" is then that land's. */
function fightsItsOwn(tokens: TokenTable, country: string, state: string, found: readonly PartyWord[]): boolean {
  if (ARMYLESS.has(state)) return false
  let own = found.some(({ rebel }) => rebel)
  for (const { side, last } of actorsIn(tokens, 0, tokens.count)) {
    if (ARMED_GROUPS.has(side)) { if (homesOf(side).includes(country)) own = true; continue }
    const next = tokens.lower[last] === "'s" || tokens.lower[last] === '’s' ? last + 1 : last
    if (side !== state && (FORCES.has(tokens.lower[next] ?? '') || FORCES.has(tokens.lower[next + 1] ?? '') || ATTACKS.has(tokens.lower[next] ?? '') || ATTACKS.has(tokens.lower[next + 1] ?? ''))) return false
  }
  return own
}

/** Whose coalition fights in a land, where the report says no more than "coalition warplanes". */
const COALITION_IN: ReadonlyMap<string, string> = new Map([['YE', 'Saudi-led coalition'], ['IQ', 'US-led coalition'], ['SY', 'US-led coalition'], ['AF', 'US-led coalition']])
const SETTLED: ReadonlySet<string> = new Set(['PS', 'IL']), SETTLERS: ReadonlySet<string> = new Set(['settlers', 'settler'])
/** "early settlers", "colonial settlers": who came long before. */
const FIRST_COMERS: ReadonlySet<string> = new Set(['early', 'earliest', 'colonial', 'first', 'pioneer', 'original', 'ottoman', 'roman', 'crusader', 'white', 'european', 'german', 'american', 'british', 'ancient'])
const SETTLED_SINCE = 1967, YEAR = /^1\d\d\d$/

/** Whether a sentence tells of a year before those lands were settled, and of none since. */
function tellsOfEarlier({ lower }: TokenTable, chunks: readonly Chunk[]): boolean {
  let earlier = false
  for (let t = chunks[0]?.first ?? 0; t < (chunks.at(-1)?.last ?? 0) + 1; t++) if (YEAR.test(lower[t] ?? '') && (lower[t - 1] === 'in' || MONTHS.has(lower[t - 1] ?? ''))) { if (Number(lower[t]) >= SETTLED_SINCE) return false; earlier = true }
  return earlier
}
const MONTHS: ReadonlySet<string> = new Set(['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'early', 'late', 'since', 'by', 'of', 'during'])
const COALITIONS: ReadonlySet<string> = new Set(COALITION_IN.values())

/** What may stand before a coalition that is one of states, besides their names; "governing", "opposition", "rebel" make it one of parties. */
const OF_STATES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'international', 'multinational', 'global', 'military', 'allied', 'western', 'more', 'new', 'recent', 'these', 'those', 'several', 'some', 'many', 'two', 'three', 'its', 'their'])
/** What makes of the coalition before it one that rules or stands for election. */
const OF_PARTIES: ReadonlySet<string> = new Set(['government', 'governments', 'party', 'parties', 'partner', 'partners', 'opposition', 'rebel', 'rebels'])
/** What a coalition of states strikes with, where nothing else tells which coalition is meant. */
const FROM_THE_AIR: ReadonlySet<string> = new Set(['plane', 'planes', 'warplane', 'warplanes', 'jet', 'jets', 'aircraft', 'helicopter', 'helicopters', 'bomber', 'bombers', 'drone', 'drones'])
const HOSTILITIES: ReadonlySet<string> = new Set(['strike', 'ground_combat', 'violence_against_civilians', 'explosion', 'interception'])

/** Whether a phrase with "coalition" at `at` may speak of one of states: "coalition jets", not "a coalition offensive of rebel groups". */
function isOfStates({ lower }: TokenTable, chunks: readonly Chunk[], k: number, at: number): boolean {
  const { first, last, np } = chunks[k]!
  if (np!.event !== null && !HOSTILITIES.has(np!.event)) return false // "coalition protests"
  for (let t = first; t < at; t++) if (!OF_STATES.has(lower[t]!) && !/^\d/.test(lower[t]!)) return false
  for (let t = at + 1; t < last; t++) if (OF_PARTIES.has(lower[t]!)) return false
  if (chunks[k + 1]?.word !== 'of' || chunks[k + 2]?.np == null) return true
  for (let t = chunks[k + 2]!.first; t < chunks[k + 2]!.last; t++) if (OF_PARTIES.has(lower[t]!) || REBELS.has(lower[t]!) || REBEL.has(lower[t]!)) return false
  return true
}

/** "settlers" where they are one side of a war, and "coalition jets", "the coalition said": the one that the report names, or the one that fights in the land, if it strikes from the air. */
function nameUsual(tokens: TokenTable, parsed: readonly ParsedSentence[], country: string | null): void {
  const { lower } = tokens
  let named: Set<string> | null = null
  for (const { chunks } of parsed) for (let k = 0; k < chunks.length; k++) {
    const { np, first, last } = chunks[k]!
    if (!np?.head) continue
    const head = np.head.last - 1, alone = lower[head] === 'coalition'
    // "settlers raided the village", "a settler attack": in the lands that they settle, since they do
    if (country !== null && SETTLED.has(country) && !tellsOfEarlier(tokens, chunks)) for (let t = first; t <= head; t++) if (SETTLERS.has(lower[t]!) && !FIRST_COMERS.has(lower[t - 1] ?? '') && sideIn(tokens, first, last) === null) standFor(tokens, t, t + 1, 'Israeli settlers')
    let at = alone && np.article === 'the' && last - first === 2 ? head : -1
    if (!alone && (FORCES.has(lower[head]!) || np.event !== null || np.weapons.length > 0)) for (let t = first; t < head; t++) if (lower[t] === 'coalition') at = t
    if (at < 0 || sideIn(tokens, first, last) !== null || !isOfStates(tokens, chunks, k, at)) continue
    named ??= new Set(actorsIn(tokens, 0, tokens.count).map(({ side }) => side).filter((side) => COALITIONS.has(side)))
    const side = named.size === 1 ? [...named][0]! : named.size > 1 || alone || country === null || np.event !== 'strike' && !FROM_THE_AIR.has(lower[head]!) ? undefined : COALITION_IN.get(country)
    if (side !== undefined) standFor(tokens, at, at + 1, side)
  }
}

/** Where no land is told: "the rebels" are the one armed group that the report names. */
function nameRebels(tokens: TokenTable, parsed: readonly ParsedSentence[]): void {
  const sides = new Set<string>()
  for (const { side } of actorsIn(tokens, 0, tokens.count)) if (ARMED_GROUPS.has(side)) sides.add(side)
  const [group] = sides
  if (group === undefined || sides.size > 1) return
  for (const { chunks } of parsed) for (const chunk of chunks) {
    if (!chunk.np?.head || chunk.np.article !== 'the' || sideIn(tokens, chunk.first, chunk.last) !== null) continue
    const at = partyWord(tokens, chunk)
    if (at?.rebel === true) standFor(tokens, at.token, at.token + 1, group)
  }
}

/** Regions whose rebels have the name of the region, by their country. */
interface RebelRegion { names: readonly string[]; place: string; adjective: string; side: string }
const REBEL_REGIONS: ReadonlyMap<string, RebelRegion> = new Map([['RU', { names: ['chechnya', 'chechen'], place: 'chechnya', adjective: 'chechen', side: 'Chechen rebels' }]])
interface Span { from: number; to: number }
/** Who an adjective of a region makes of its rebels, and what it speaks of where it tells the place. */
const REBELLIOUS: ReadonlySet<string> = new Set(['rebels', 'rebel', 'separatists', 'separatist', 'insurgents', 'insurgency', 'guerrillas', 'militants', 'fighters'])
const SEATS_OF: ReadonlySet<string> = new Set(['capital', 'city', 'town', 'village', 'villages', 'republic', 'border', 'region', 'district', 'mountains', 'war', ...REBELLIOUS])
const WHERE: ReadonlySet<string> = new Set(['in', 'near', 'across', 'throughout', 'inside', 'outside', 'into', 'to', 'from', 'of', 'within', 'around', 'southern', 'northern', 'eastern', 'western'])

/** Whether rebels in the sentence from token `from` on are told of in their region: it names the region, or the report does and the sentence no place outside of it. */
function isScene(tokens: TokenTable, places: readonly LocatedMention[], region: RebelRegion, from: number, to: number): boolean {
  const { lower } = tokens
  const isNamed = (t: number): boolean => lower[t] === region.place && WHERE.has(lower[t - 1] ?? '') || lower[t] === region.adjective && SEATS_OF.has(lower[t + 1] ?? '')
  for (let t = from; t < to; t++) if (isNamed(t)) return true
  let named = false
  for (let t = 0; t < tokens.count && !named; t++) named = isNamed(t)
  if (!named) return false
  const admin = places.find((m) => m.name.toLowerCase() === region.place)?.place?.admin1 ?? null
  return !places.some((m) => m.first >= from && m.first < to && m.precision !== 'country' && m.place !== null && m.place.admin1 !== null && m.place.admin1 !== admin)
}

/** Words by which reports know rebels who have no other name. */
const REBEL_WORDS: ReadonlySet<string> = new Set(['rebel', 'rebels'])

/** The sides that the report calls a regime or a junta: "the Assad regime", "Myanmar's junta". */
function regimesNamed(tokens: TokenTable): Set<string> {
  const { lower } = tokens, sides = new Set<string>()
  for (const { side, last } of actorsIn(tokens, 0, tokens.count)) {
    const next = lower[last] === "'s" || lower[last] === '’s' ? last + 1 : last
    if (RULERS.has(lower[last - 1]!) || RULERS.has(lower[next] ?? '')) sides.add(side)
  }
  return sides
}

const A_RULER = 1, A_REBEL = 2, A_FORCE = 3, GOVERNMENT = 4
/** What the head of a phrase says of a party. */
const PARTY_HEADS = new WordColumn((word) => (RULERS.has(word) ? A_RULER : REBELS.has(word) || NAMELESS.has(word) ? A_REBEL : FORCES.has(word) ? A_FORCE : word === 'government' ? GOVERNMENT : 0))

interface PartyWord { token: number; rebel: boolean }

const A_COUNCIL: ReadonlySet<string> = new Set(['the', 'ruling', 'transitional', 'new', 'governing'])
/** "the military council": what local press calls a junta; that of a town ("Manbij Military Council", "the military council of Manbij") is an armed group. */
const isCouncil = ({ lower, flags }: TokenTable, t: number, first: number): boolean => lower[t] === 'council' && lower[t - 1] === 'military' && t > first && (t - 1 === first || A_COUNCIL.has(lower[t - 2] ?? '')) && !(lower[t + 1] === 'of' && ((flags[t + 2] ?? 0) & FLAG_CAPITAL) !== 0)

/** The word of a phrase that names a party: its head, or what says whose the force, its weapons or its attack are. */
function partyWord(tokens: TokenTable, { np, first }: Chunk): PartyWord | null {
  const head = np!.head!.last - 1, heads = PARTY_HEADS.at(tokens, head)
  if (heads === A_RULER || isCouncil(tokens, head, first) || heads === GOVERNMENT && tokens.lower[head - 1] === 'the') return { token: head, rebel: false }
  if (heads === A_REBEL) return { token: head, rebel: true }
  if (heads !== A_FORCE && np!.event === null && np!.weapons.length === 0) return null
  for (let t = first; t < head; t++) {
    if (LOYAL.has(tokens.lower[t]!) || isCouncil(tokens, t, first)) return { token: t, rebel: false }
    if (REBEL.has(tokens.lower[t]!)) return { token: t, rebel: true }
  }
  return null
}

/** The armed group of a land that the report clearly names most; null where none is, or several. */
function groupOf(tokens: TokenTable, country: string): string | null {
  const named = new Map<string, number>()
  for (const { side } of actorsIn(tokens, 0, tokens.count)) if (ARMED_GROUPS.has(side) && homesOf(side).includes(country)) named.set(side, (named.get(side) ?? 0) + 1)
  const [most, next] = [...named].sort((a, b) => b[1] - a[1])
  return most !== undefined && most[1] >= CLEAR * (next?.[1] ?? 0) ? most[0] : null
}

/** Whether the report names any armed group, of this land or another. */
const namesGroup = (tokens: TokenTable): boolean => actorsIn(tokens, 0, tokens.count).some(({ side }) => ARMED_GROUPS.has(side))

/** The side that fighters without a name are: their kind, in the plural. */
function kindOf(word: string): string | null {
  const kind = NAMELESS.has(word) ? word : `${word}s`
  return NAMELESS.has(kind) ? kind : null
}
