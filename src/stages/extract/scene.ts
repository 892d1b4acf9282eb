// Where: the place of a finding, from its clause, its sentence, what was told before, or the report's own scene.
import { wordGroup } from '../../languages/en/count-words.ts'
import { comesFrom, isBoundFor, isElsewhere, isLaunchSite, isLeftOut, isLinked, isMeasuredFrom, isNamesake, isNoScene, isSeat, isSpokenAt, prepositionBefore } from './elsewhere.ts'
import { afterDateline } from './datelines.ts'
import { countryName } from '../../gazetteer/countries.ts'
import { FLAG_CAPITAL, FLAG_POSSESSIVE, TOKEN_WORD, type Document, type LocatedMention, type TokenTable } from '../../model/document.ts'
import { feature } from './features.ts'
import { isInside, ROUND_TOWN, runsInto, saysWhatItIs, withoutBrackets } from './between-places.ts'

export { isMeasuredFrom, prepositionBefore }

/** The places of a report, by sentence, and the scenes that stand while it is read. */
export interface Scene {
  bySentence: LocatedMention[][]
  /** The country (or territory that has a name of its own) most of the report is about; null where none is named. */
  theatre: LocatedMention | null
  /** The code of the country most of the report is about, named or not. */
  country: string | null
  /** The one place that the report is about, where there is one. */
  main: LocatedMention | null
  /** The groups of a sentence's places (`groupsOf`), made once. */
  groups(sentence: number): LocatedMention[][]
  /** Those of them where something may have happened, made once. */
  sites(sentence: number): LocatedMention[][]
  /** What a mention is in this report, made once. */
  traits(mention: LocatedMention): MentionTraits
  /** What a sentence says of places in general, by sentence; filled by place-ranking.ts. */
  arounds: (Around | undefined)[]
  /** Countries and territories that the report names in any way, as places, by their names. */
  lands: ReadonlyMap<string, LocatedMention>
  /** Of the lands and territories of a country (alpha-2 code), the one that the report tells most of; null where it names none. */
  landIn(country: string): LocatedMention | null
  /** Places that the headline names. */
  titled: ReadonlySet<string>
  /** The last place told as a scene, with its sentence. */
  last: LocatedMention[]
  lastSentence: number
  /** The place of the finding before in the same sentence. */
  chosenHere: string | null
}

/** What a sentence says of places in general, for all its findings. */
export interface Around {
  described: 'town' | 'region' | null
  pointsBack: boolean
  wide: (string | null)[]
  fine: boolean
}

/** What speaks of a mention wherever it is considered. */
export interface MentionTraits {
  /** One of KIND. */
  kind: number
  /** The usual name of its country. */
  home: string | null
  /** One of PREPOSITION. */
  preposition: number
  main: boolean
  theatre: boolean
  titled: boolean
  /** It says where people come from, or where the report was filed. */
  origin: boolean
  /** Whose talks or deed it is, not where anything was done. */
  noScene: boolean
  /** What was fired took off there. */
  launchSite: boolean
  /** It stands in the dateline, or another place is told by its distance or direction from it. */
  filed: boolean
  /** It says where words are spoken or somebody lives, or is a part of the world. */
  seat: boolean
  /** Words are spoken there: no place of what they tell. */
  spokenAt: boolean
  /** Its share of the report's literal mentions. */
  share: number
  /** One for all mentions of the name; `round`: the last look round in which it was met. */
  name: { round: number }
}

/** Kinds of mentions, the prepositions before them and their shares, as features. */
export const KIND = { country: feature('country'), direction: feature('direction'), region: feature('region'), unresolved: feature('unresolved'), part: feature('part'), settlement: feature('settlement') }
export const PREPOSITION = { inside: feature('inside'), onto: feature('onto'), from: feature('from'), of: feature('of'), bare: feature('bare') }
const SHARE = { high: feature('share high'), middle: feature('share middle'), low: feature('share low') }

const DIRECTION = /^(north|south|east|west|central)/i
const ONTO = new Set(['on', 'against', 'to', 'into', 'toward', 'towards', 'at'])
export const INSIDE = new Set(['in', 'at', 'near', 'on', 'over', 'across', 'outside', 'around', 'inside', 'within', 'throughout', 'into'])
const RANK = { site: 0, district: 1, settlement: 2, region: 3, country: 4 }
/** How fine a mention is: 0 a site, 4 a country. */
export const rank = (m: LocatedMention): number => (m.precision ? RANK[m.precision] : 2)

const NO_LANDS: ReadonlySet<string | null> = new Set()

/** The country that most places lie in that the report does not only file from, and every other that has a third as many. */
function landsTold(mentions: readonly LocatedMention[], isFiled: (m: LocatedMention) => boolean): ReadonlySet<string | null> {
  const times = new Map<string, number>()
  let most = 0
  for (const m of mentions) if (m.use === 'literal' && m.country !== null && !isFiled(m)) {
    const n = (times.get(m.country) ?? 0) + 1
    times.set(m.country, n)
    if (n > most) most = n
  }
  return new Set([...times].filter(([, n]) => n * 3 >= most).map(([country]) => country))
}

/** So many times as much as the land named most do towns of another tell where it happened. */
const UNNAMED = 1.5

/** Reads the report's places once. `speech` marks tokens that name a speaker: a place in there is a scene only for want of another. */
export function sceneOf(document: Document, mentions: readonly LocatedMention[], speech: Uint8Array): Scene {
  const { lower, sentence } = document.tokens
  const bySentence: LocatedMention[][] = document.sentences.map(() => [])
  const countries = new Map<string, { score: number; mention: LocatedMention | null }>()
  const scenes = new Map<string, { score: number; mention: LocatedMention }>()
  const names = new Map<string, { times: number; round: number }>()
  const titled = new Set<string>()
  const states = new Map<string, LocatedMention>()
  let finer = 0, literal = 0
  const isFiled = (m: LocatedMention): boolean => m.first < afterDateline(document, sentence[m.first]!)
  // filed from another country than the one that it tells of
  const lands = mentions.some(isFiled) ? landsTold(mentions, isFiled) : NO_LANDS
  const isAbroad = (m: LocatedMention): boolean => lands.size > 0 && isFiled(m) && !lands.has(m.country)
  for (const [k, m] of mentions.entries()) {
    if ((m.precision === 'country' || TERRITORIES.has(m.name)) && m.place !== null && !states.has(m.name)) states.set(m.name, { ...m, use: 'literal', demonym: false })
    if (namedOnly(lower, m.first) || m.country === null && m.precision === 'region' && (A_TOWN.has(lower[m.last] ?? '') || OF_A_SEA.has(lower[m.last] ?? '')) || isOrigin(document, m) || m.precision === 'site' && m.place === null && isMeasuredFrom(lower, m)) continue
    if (isAbroad(m) && m.use === 'literal') { literal++; bySentence[sentence[m.first]!]?.push(m); continue }
    const inside = INSIDE.has(prepositionBefore(lower, m.first))
    const country = TERRITORIES.has(m.name) ? m.name : territoryOf(m) ?? m.country
    if (country && m.use === 'literal') {
      const known = countries.get(country) ?? { score: 0, mention: null }
      known.score += inside ? 3 : m.precision === 'country' ? 1 : 2
      if (m.precision === 'country' || TERRITORIES.has(m.name)) known.mention ??= m
      countries.set(country, known)
    }
    // "Ukrainian" names the country where its own name does not
    if (m.demonym && m.country) { const known = countries.get(m.country); if (known) known.mention ??= m; else countries.set(m.country, { score: 0, mention: m }) }
    if (m.use !== 'literal') continue
    literal++
    // "strikes from US and Iraqi aircraft": whose they are
    const joined = mentions[k + 1]
    if (m.precision === 'country' && joined?.demonym === true && joined.first === m.last + 1 && lower[m.last] === 'and') continue
    // "northern Nigeria's Borno state": of whom the place is, not where it is
    const next = mentions[k + 1]
    if (next !== undefined && next.first === m.last + 1 && next.use === 'literal' && (document.tokens.flags[m.last]! & FLAG_POSSESSIVE) !== 0) continue
    const name = names.get(m.name)
    if (name) name.times++
    else names.set(m.name, { times: 1, round: 0 })
    // a capital in a dateline is where reporters sit; another town is where one went to see
    if ((m.place?.feature !== 'PPLC' && m.precision !== 'country') || m.first >= afterDateline(document, sentence[m.first]!)) bySentence[sentence[m.first]!]?.push(m)
    const at = document.sentences[sentence[m.first]!]
    if (at && (at.passage >= 0 ? document.report.passages[at.passage]!.kind === 'headline' : sentence[m.first] === 0)) titled.add(m.name)
    if (m.precision !== 'country' && !TERRITORIES.has(m.name) && speech[m.first] !== 1 && !isSeat(lower, m) && !comesFrom(lower, m)) {
      finer++
      const known = scenes.get(m.name) ?? { score: 0, mention: m }
      known.score += sentence[m.first]! <= 2 ? 2 : 1
      scenes.set(m.name, known)
    }
  }
  let theatre: LocatedMention | null = null, best = 0
  for (const [country, { score, mention }] of countries) {
    // a land that is only named as somebody's ("Sudan's army") is where its towns are, all the same
    const named = mention ?? landNamed(states, country)
    if (named !== null && score > best) { best = score; theatre = named }
  }
  // towns of a land that nobody names are of that land, not of another that is named beside them
  let unnamed: string | null = null
  for (const [country, { score, mention }] of countries) if (mention === null && score > best * UNNAMED && landNamed(states, country) === null && country.length === 2) { unnamed = country; best = score }
  if (unnamed !== null) theatre = null
  const landIn = (code: string): LocatedMention | null => {
    let land: LocatedMention | null = null, most = -1
    for (const [country, { score, mention }] of countries) { const named = mention ?? landNamed(states, country); if (named?.country === code && score > most) { most = score; land = named } }
    return land
  }
  const ranked = [...scenes.values()].sort((a, b) => b.score - a.score)
  const top = ranked[0]
  const main = top && top.score >= 3 && top.score >= 0.35 * finer && top.score >= 1.5 * (ranked[1]?.score ?? 0) ? top.mention : null
  const known = new Map<LocatedMention, MentionTraits>(), lastAt: ({ of: LocatedMention, traits: MentionTraits } | undefined)[] = [] // asked again and again of the same: first by its token
  const traits = (m: LocatedMention): MentionTraits => {
    const last = lastAt[m.first]
    if (last?.of === m) return last.traits
    let made = known.get(m)
    if (!made) {
      const before = prepositionBefore(lower, m.first)
      const name = names.get(m.name) ?? { times: 0, round: 0 }
      const share = name.times / Math.max(1, literal)
      const noScene = isNoScene(lower, m) || isNamesake(lower, m, bySentence[document.tokens.sentence[m.first]!] ?? [])
      const launchSite = isLaunchSite(document.tokens, m)
      made = {
        kind: m.precision === 'country' ? KIND.country : m.precision === 'region' ? (DIRECTION.test(m.name) && m.place?.name !== m.name ? KIND.direction : KIND.region) : m.precision === null ? KIND.unresolved : m.precision === 'settlement' ? KIND.settlement : KIND.part,
        home: countryName(m.country),
        preposition: INSIDE.has(before) || isLabel(document, m) ? PREPOSITION.inside : ONTO.has(before) ? PREPOSITION.onto : before === 'from' ? PREPOSITION.from : before === 'of' ? PREPOSITION.of : PREPOSITION.bare,
        main: main?.name === m.name, theatre: theatre?.name === m.name, titled: titled.has(m.name), share: share > 0.3 ? SHARE.high : share > 0.12 ? SHARE.middle : SHARE.low,
        origin: comesFrom(lower, m) && !happenedThere(document, m) || isLinked(lower, m) || isLeftOut(lower, m) || isAbroad(m) || isElsewhere(lower, m) || launchSite || noScene || m.precision === 'site' && speech[m.first] === 1,
        noScene,
        launchSite,
        filed: isFiled(m) || isMeasuredFrom(lower, m),
        seat: isSeat(lower, m),
        spokenAt: isSpokenAt(lower, m),
        name,
      }
      known.set(m, made)
    }
    lastAt[m.first] = { of: m, traits: made }
    return made
  }
  const grouped: (LocatedMention[][] | undefined)[] = []
  const groups = (index: number): LocatedMention[][] => (grouped[index] ??= groupsOf(document, bySentence[index] ?? [], speech))
  const sited: (LocatedMention[][] | undefined)[] = []
  const isSite = ([m]: LocatedMention[]): boolean => !traits(m!).noScene && !traits(m!).launchSite && !isMeasuredFrom(lower, m!)
  const sites = (index: number): LocatedMention[][] => (sited[index] ??= groups(index).filter(isSite))
  return { bySentence, theatre, country: unnamed ?? theatre?.country ?? null, main, lands: states, landIn, titled, groups, sites, traits, arounds: [], last: [], lastSentence: -99, chosenHere: null }
}

/** How a report names a land at all; null where it never does. */
function landNamed(states: ReadonlyMap<string, LocatedMention>, country: string): LocatedMention | null {
  for (const [name, m] of states) if (name === country || (m.country === country && !TERRITORIES.has(name))) return m
  return null
}

/** "Name Surname, from Cardiff,": where a person comes from. */
function isOrigin({ tokens }: Document, m: LocatedMention): boolean {
  if (m.first < 3 || tokens.lower[m.first - 1] !== 'from' || tokens.lower[m.first - 2] !== ',') return false
  const after = tokens.lower[m.last]
  return (after === ',' || after === '(') && (tokens.flags[m.first - 3]! & FLAG_CAPITAL) !== 0
}

/** "the Red Sea city": what kind of town it is. */
const A_TOWN = wordGroup('town'), COMPASS = wordGroup('compass')

/** "the Black Sea peninsula": what lies in or at a sea. */
const OF_A_SEA: ReadonlySet<string> = new Set(['peninsula', 'island', 'islands', 'resort', 'coast', 'fleet', 'state', 'nation', 'shipping', 'grain'])
/** A place that is only a measure: "the size of Portugal". */
function namedOnly(lower: readonly string[], first: number): boolean {
  return first > 1 && lower[first - 1] === 'of' && lower[first - 2] === 'size'
}

/** The territory that a town of a land of two of them lies in, by its first-level region; null for any other place. */
const territoryOf = ({ country, place }: LocatedMention): string | null => (country === 'PS' && place !== null ? (place.admin1 === 'GZ' ? 'Gaza Strip' : place.admin1 === 'WE' ? 'West Bank' : null) : null)

/** Territories that reports treat as a theatre of their own. */
export const TERRITORIES: ReadonlySet<string> = new Set(['Gaza Strip', 'West Bank', 'Crimea', 'Nagorno-Karabakh', 'Tigray', 'Darfur'])

/** What stands behind the name of a place that has no word for it in its name. */
const KIND_BEHIND: ReadonlySet<string> = new Set(['village', 'town', 'township', 'neighbourhood', 'neighborhood', 'area', 'sector', 'suburb', 'port', 'camp'])
const ALONG: ReadonlySet<string> = new Set(['along', 'on', 'sector', 'area', 'village', 'town'])

/** Kinds of places before their own name. */
const NAMED_BY: ReadonlySet<string> = new Set([...wordGroup('town'), 'suburbs', 'resort', 'municipality', 'stronghold', 'enclave', 'capital', 'hub', 'island', 'commune', 'outpost'])

const OWNS: ReadonlySet<string> = new Set(["'s", '’s', "'", '’'])
/** Between an owner and its part: "the capital's mainly Shiite district of X", "the country's far north town of X". */
const KIND_WORDS = /^(?:of|the|far|mainly|mostly|port|coastal|border|capital|city|town|village|district|neighbou?rhood|suburb|region|province|state|area|second|main|largest|(?:north|south|east|west|central)[a-z]*|[a-z]+-(?:held|controlled|majority|run|dominated|populated))$/
const NEARBY: ReadonlySet<string> = new Set(['near', 'outside'])

/** Groups of places of a sentence: nested names ("in Izium, Kharkiv region") give their finest; a list stays a list. */
export function groupsOf(document: Document, mentions: readonly LocatedMention[], speech?: Uint8Array): LocatedMention[][] {
  const groups: LocatedMention[][] = []
  const lower = document.tokens.lower
  let previous: LocatedMention | null = null
  for (const m of mentions) {
    const group = groups.at(-1)
    if (previous && group && m.first - previous.last <= 12 && !isBoundFor(lower, previous.first) && speech?.[m.first] === speech?.[previous.first]) { // "in Nikopol, Dnipro's governor said": who says it is beside the list
      // "the Black Sea port of Kherson", "the Donetsk town of Bakhmut": the first says of what kind or where the second is
      // "the X neighbourhood of Baghdad", "X village of Y township": a name that nobody has listed is that of the part
      if (m.first - previous.last === 2 && lower[m.first - 1] === 'of' && A_TOWN.has(lower[previous.last]!) && previous.place === null && previous.precision !== 'region' && (m.place !== null || m.precision === 'district')) { previous = m; continue }
      if (m.first - previous.last <= 3 && lower[m.first - 1] === 'of' && NAMED_BY.has(lower[m.first - 2]!) && m.first - 2 >= previous.last && lower[previous.last] !== ',' && rank(m) <= rank(previous)) { group[group.length - 1] = m; previous = m; continue }
      // "Jonglei state capital Bor", "the Donetsk town Bakhmut"
      if (m.first - previous.last >= 1 && m.first - previous.last <= 3 && NAMED_BY.has(lower[m.first - 1]!) && rank(m) < rank(previous) && m.country === previous.country && isApposed(lower, previous.last, m.first)) { group[group.length - 1] = m; previous = m; continue }
      // "the village of X near Y", "X village near Y": Y says where X is
      if (lower[m.first - 1] === 'in' && m.first - previous.last === 2 && previous.precision === 'settlement' && m.precision === 'district' && (A_TOWN.has(lower[previous.last]!) || lower[previous.last] === 'community')) { previous = m; continue } // "X village in Y district"
      if (lower[previous.last] === ',' && m.first - previous.last === 1 && previous.precision === 'settlement' && previous.place === null && m.precision === 'district') { previous = m; continue } // a village that nobody has listed, "in X, Y district"
      if (NEARBY.has(lower[m.first - 1]!) && rank(previous) < (m.precision === 'country' ? 4 : 3) && m.first - previous.last <= 2 && (m.first - previous.last === 1 || A_TOWN.has(lower[previous.last]!))) { previous = m; continue }
      // "the X sector along the border in Y province": X lies in Y
      if (ALONG.has(lower[previous.last]!) && runsInto(lower, previous.last, m.first) && rank(m) >= rank(group[0]!) && rank(previous) < 3) { previous = m; continue }
      if (lower[m.first - 1] === 'of' && ROUND_TOWN.has(lower[m.first - 2]!) && isInside(lower, previous.last, m.first - 2)) { previous = m; continue } // "the X area in the eastern countryside of Y"
      if (m.precision === 'country' && rank(previous) < 4 && m.first - previous.last <= 7 && lower[m.first - 1] === 'of' && COMPASS.has(lower[m.first - 2]!) && lower.slice(previous.last, m.first).includes('in')) { previous = m; continue } // "X, in the north-east of Y"
      if ((rank(previous) <= rank(m) || m.precision === 'district') && saysWhatItIs(lower, previous.last, m.first)) { previous = m; continue } // "X, a village in Y"
      const gap = withoutBrackets(lower.slice(previous.last, m.first))
      const joins = gap.length <= 4 && gap.every((w, at) => at === 0 && KIND_BEHIND.has(w) || w === ',' || w === 'and' || w === 'in' || w === 'the' || w === 'of' || w === "'s" || w === 'as' || w === 'well' || w === 'or' || w === '(' || w === '&' || w === 'region' || w === 'southern' || w === 'northern' || w === 'eastern' || w === 'western' || w === 'central' || w === 'capital')
      const listing = gap.length > 0 && namesOnly(document.tokens, previous.last, m.first) || gap.length > 0 && gap.every((w) => w === ',' || w === 'and' || w === 'or' || w === 'as' || w === 'well' || w === '&' || w === 'the' || w === 'in')
      const elsewhere = liesElsewhere(group.at(-1)!, m)
      if (joins && rank(m) > rank(group[0]!) && (m.country === null || group[0]!.country === null || m.country === group[0]!.country) && !(gap.includes('and')) && !elsewhere) { previous = m; continue }
      const within = (gap[0] === ',' || A_TOWN.has(gap[0]!) || gap[0] === 'community') && m.precision === 'district' && previous.place === null ? gap.slice(1) : gap
      if (within[0] === 'in' && (within.length === 1 || within.length === 2 && within[1] === 'the') && (rank(m) >= rank(previous) || previous.place === null || m.place?.precision === 'settlement') && rank(previous) < 3 && !elsewhere) { previous = m; continue } // "Oicha in Beni territory", "the village of X, in the Y district"
      if (OWNS.has(gap[0]!) && previous !== group.at(-1) && rank(m) <= rank(previous)) { previous = m; continue } // "X village in Y's Z district"
      if (OWNS.has(gap[0]!) && gap.length <= 6 && rank(m) <= rank(group.at(-1)!) && gap.slice(1).every((w, at, all) => KIND_WORDS.test(w) || w === ',' && at > 0 && at === all.length - 1) && group.at(-1)!.name !== m.name) { group[group.length - 1] = m; previous = m; continue } // "Kyiv's Holosiiv district"
      if (gap.length === 1 && gap[0] === ',' && previous.precision === 'region' && m.precision === 'region' && DIRECTION.test(m.name) && m.place?.precision === 'country') { previous = m; continue } // "Zamfara State, northwestern Nigeria"
      if (listing && (elsewhere || Math.abs(rank(m) - rank(group.at(-1)!)) <= 1)) { group.push(m); previous = m; continue }
    }
    groups.push([m])
    previous = m
  }
  return groups
}

/** "Kherson region: troops fired 500 shells": the place that a line of a summary opens with is where it all was. */
export function isLabel({ tokens, sentences }: Document, m: LocatedMention): boolean {
  return (tokens.lower[m.last] === ':' || tokens.lower[m.last] === '–' && sentences[tokens.sentence[m.first]!]!.paragraph !== sentences[tokens.sentence[m.first]! - 1]?.paragraph) && m.first - sentences[tokens.sentence[m.first]!]!.first <= 1 && m.precision !== 'country'
}

/** So many tokens between two towns of a list a town that nobody has listed takes. */
const UNLISTED = 9
const TO_NEXT: ReadonlySet<string> = new Set([',', 'and', 'the', 'city', 'town', 'village', 'of', 'as', 'well'])

/** "Beryslav, |Vesele and the city of| Kherson": whether nothing but names parted by commas stands between two places. */
function namesOnly({ lower, flags, kind }: TokenTable, from: number, to: number): boolean {
  if (to - from > UNLISTED || to - from < 3 || lower[from] !== ',' || lower[to - 1] !== ',' && lower[to - 1] !== 'and' && lower[to - 1] !== 'of') return false
  for (let i = from, names = 0; i < to; i++) {
    if (kind[i] === TOKEN_WORD && (flags[i]! & FLAG_CAPITAL) !== 0) { if (++names > 2) return false } else if (!TO_NEXT.has(lower[i]!)) return false
    else if (lower[i] === ',' || lower[i] === 'and') names = 0
  }
  return true
}

/** "a man from X village was hurt when a shell exploded |in the village|": where somebody is from is where it was. */
function happenedThere({ tokens: { lower, sentence } }: Document, m: LocatedMention): boolean {
  const here = sentence[m.first]
  for (let i = m.last; i + 2 < lower.length && sentence[i + 2] === here; i++) if ((lower[i] === 'in' || lower[i] === 'into' || lower[i] === 'on') && lower[i + 1] === 'the' && A_TOWN.has(lower[i + 2]!) && lower[i + 3] !== 'of') return true
  return false
}

const SEAT_OF: ReadonlySet<string> = new Set(['state', 'provincial', 'regional', 'port', 'border', 'region', 'province', 'district'])

function isApposed(lower: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) if (!SEAT_OF.has(lower[i]!)) return false
  return true
}

/** "Sievierodonetsk, Kherson and Sumy regions": a region that a town is not in stands beside it in a list. */
function liesElsewhere({ place: town }: LocatedMention, { place: region }: LocatedMention): boolean {
  return region?.feature === 'ADM1' && town?.admin1 != null && region.admin1 !== null && town.country === region.country && town.admin1 !== region.admin1
}

/** "the city", "the town": whether a sentence goes on about the last place told. */
export function speaksOfTown(lower: readonly string[], { first, last }: { first: number; last: number }): boolean {
  for (let i = first; i + 1 < last; i++) if (lower[i] === 'the' && /^(city|town|village|capital|region|area|district)$/.test(lower[i + 1]!)) return true
  return false
}
