// In whose land a finding is whose place no words of its own say: what one side's forces do to the other's people was not
// done in their own towns, drones are shot down over the land of those who shoot, and what a war has cost is the land's.
import { PEOPLE, type DateRange } from '../../model/claim.ts'
import { dayStart } from '../../time/days.ts'
import type { Document, LocatedMention } from '../../model/document.ts'
import { countryName, countryOf } from '../../gazetteer/countries.ts'
import { ARMED_GROUPS, homesOf } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Scene } from './scene.ts'
import { TERRITORIES } from './scene.ts'
import type { PlaceSource, Sides, ToPlace } from './to-place.ts'

const HARMS: ReadonlySet<string> = new Set(['killed', 'injured', 'casualties', 'destroyed', 'damaged', 'struck'])
/** Soldiers fall in other lands, too. */
const LIVES_THERE: ReadonlySet<string> = new Set(['person', 'civilian', 'child', 'medic', 'journalist', 'building', 'school', 'hospital', 'household', 'settlement'])
const WARDS_OFF: ReadonlySet<string> = new Set(['intercepted', 'suppressed', 'interception'])

/**
 * "Two Israelis were killed as militants shelled southern Israel, while jets bombed Gaza": of the places that a sentence
 * tells in other clauses, the one at home of those harmed.
 */
export function homeOfHarmed({ tokens }: Document, scene: Scene, { sides, kind, what, of, sentence, first }: ToPlace, best: LocatedMention, from: PlaceSource): LocatedMention[] | null {
  if (from !== 'sentence' && !(from === 'clause' && opensClause(tokens.lower, best.last, first)) || what !== 'count' || !HARMS.has(kind) || of === null || !LIVES_THERE.has(of) || best.country === null || sides.named === null) return null
  const codes = codesOf(sides.named)
  if (codes.length === 0 || codes.includes(best.country)) return null
  const own = scene.groups(sentence).filter(([m]) => m!.country !== null && codes.includes(m!.country))
  if (own.length > 0) return own.length === 1 ? own[0]! : null
  if (stateCode(sides.by) !== best.country) return null
  for (const code of codes) { const land = scene.landIn(code); if (land !== null) return [land] }
  return null
}

const CLAUSES: ReadonlySet<string> = new Set(['while', 'whereas', 'as', 'when', 'after', 'before', ';'])

/** Whether another clause begins between two tokens: "in Israel while Israeli strikes killed". */
function opensClause(lower: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (CLAUSES.has(lower[i]!)) return true
  return false
}

const MANY = 100

/**
 * "Six scientists were killed, Iranian state media reported", before rockets on Tel Aviv are told of: of two lands at war,
 * the one whose people they are or whose body says so.
 */
export function landOfTeller(scene: Scene, { sides, kind, what, of, last, sentence, memory, value }: ToPlace, best: LocatedMention, from: PlaceSource): LocatedMention | null {
  if (from !== 'before' && from !== 'theatre' || what === 'nation' || what === 'event' || !HARMS.has(kind) && kind !== 'displaced' || of === null || best.country === null) return null
  const [named] = codesOf(sides.named), speaker = stateCode(sides.speaker)
  // "1,200 Lebanese were killed during the war", "seven Cambodian civilians": too many, or too early told, for a town of the other land
  if (named !== undefined && named !== best.country && LIVES_THERE.has(of) && (kind !== 'displaced' || value >= A_LANDS_FLIGHT) && (what === 'total' || value >= MANY || best.first >= last && of === 'civilian' && value > 1)) { const land = scene.landIn(named); if (land !== null) return land }
  if (speaker === null || speaker === best.country || named !== undefined && named !== speaker) return null
  if (!PEOPLE.has(of) || named === undefined && best.first < last) return null
  if (memory.lastMention !== null && sentence - memory.lastSentence <= 1 && memory.lastMention.country === best.country) return null // it goes on about that
  return scene.landIn(speaker)
}

/** The land that a finding belongs to where the place weighed best, told before it, is in the land of those who did it. */
export function landOfSides(scene: Scene, toPlace: ToPlace, best: LocatedMention, from: PlaceSource): LocatedMention | null {
  const { sides, kind, what, of } = toPlace
  if (from !== 'before' && from !== 'theatre' && !(from === 'sentence' && what === 'count' && best.first > toPlace.last) || best.country === null || what === 'total') return null
  const by = stateCode(sides.by)
  if (by === null) return null
  // "Russia sent 14 drones at Odesa. Ukraine's air force shot down 11": over the land of those who shoot
  if (WARDS_OFF.has(kind)) return best.country !== by && best.precision === 'country' && !TERRITORIES.has(best.name) && isFoe(sides, best.country) && (sides.by === sides.attacked || scene.theatre?.country === by) ? scene.landIn(by) : null
  // "rockets hit Ashdod. Israeli jets killed ten Palestinians": not in Ashdod
  if (!HARMS.has(kind) || best.country !== by || of === null || !LIVES_THERE.has(of)) return null
  // "224 were killed in Israel's strikes": in the land of the other side
  const other = best.precision === 'region' || best.precision === 'country' ? null : sides.attacker === sides.by ? sides.attacked : sides.attacked === sides.by ? sides.attacker : null
  for (const code of codesOf(sides.named ?? sides.against ?? other)) if (code !== by) { const land = lastIn(toPlace, code) ?? scene.landIn(code); if (land !== null) return land }
  return null
}

/** Fighting may be of a town; a war is of a land. */
const WARS = wordGroup('war_itself')
const FIGHTS = wordGroup('lasting_event')
const A_WARS_COST = 5000
const COSTS: ReadonlySet<string> = new Set(['killed', 'injured', 'casualties', 'displaced', 'missing', 'destroyed', 'damaged'])
/** So many have fled from more than a town. */
const A_LANDS_FLIGHT = 500_000
const BEGUN: ReadonlySet<string> = new Set(['since', 'when', 'after', 'from'])
const BEGINS: ReadonlySet<string> = new Set(['began', 'begun', 'started', 'erupted', 'broke', 'outbreak', 'beginning', 'start', 'onset'])
const NEAR = 6

/** The land of what a war has cost: a running total that only the places told before it put in a town. */
export function landOfWar({ tokens: { lower }, sentences }: Document, scene: Scene, { what, kind, sentence, value, day }: ToPlace, best: LocatedMention, from: PlaceSource): LocatedMention | null {
  if (what !== 'total' || !COSTS.has(kind) || from !== 'before' && from !== 'theatre' || best.country === null || best.precision === 'country' || TERRITORIES.has(best.name)) return null
  if (!(kind === 'displaced' && value >= A_LANDS_FLIGHT) && !isLong(day) && !tellsOfWar(lower, sentences[sentence]!, value >= A_WARS_COST)) return null
  if (scene.traits(best).main && value < A_WARS_COST) return null // the battle for the town that the report is about
  return scene.landIn(best.country) ?? { ...best, name: countryName(best.country) ?? best.name, precision: 'country', lat: null, lon: null, place: null }
}

/** "since 1983": over more than half a year. */
const isLong = (day: DateRange | null): boolean => day?.from != null && day.to !== null && dayStart(day.to) - dayStart(day.from) > HALF_A_YEAR
const HALF_A_YEAR = 183 * 864e5

/** "the war has killed", "since fighting broke out in April", "the conflict, which erupted": what a total is of. */
function tellsOfWar(lower: readonly string[], { first, last }: { first: number; last: number }, large: boolean): boolean {
  const wars = large ? FIGHTS : WARS
  for (let i = first; i < last; i++) {
    if (!wars.has(lower[i]!)) continue
    if (large && WARS.has(lower[i]!)) return true
    for (let k = i + 1; k < Math.min(last, i + NEAR); k++) if (lower[k] === 'has' || lower[k] === 'have' || BEGINS.has(lower[k]!)) return true
    for (let k = i - 1; k >= Math.max(first, i - NEAR); k--) if (BEGINS.has(lower[k]!) || BEGUN.has(lower[k]!)) return true
  }
  return false
}

/** The place told last, where it is in a land and was told a few sentences before. */
const lastIn = ({ memory, sentence }: ToPlace, code: string): LocatedMention | null => (memory.lastMention?.country === code && sentence - memory.lastSentence <= GOES_ON ? memory.lastMention : null)
const GOES_ON = 3

/** Whether a land is the attacker's. */
const isFoe = ({ against, attacker }: Sides, code: string): boolean => codesOf(against).includes(code) || codesOf(attacker).includes(code)

const stateCode = (side: string | null): string | null => (side === null || ARMED_GROUPS.has(side) ? null : countryOf(side)?.code ?? null)

function codesOf(side: string | null): readonly string[] {
  if (side === null) return []
  if (ARMED_GROUPS.has(side)) return homesOf(side)
  const code = countryOf(side)?.code
  return code === undefined ? [] : [code]
}
