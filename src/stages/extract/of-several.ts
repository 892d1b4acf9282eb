// A number told of several places at once ("bombings in Kirkuk and Mosul killed 38", "across southern and eastern Lebanon")
// is of the land that holds them.
import type { LocatedMention } from '../../model/document.ts'
import { countryName } from '../../gazetteer/countries.ts'
import { DIRECTION_WORD } from './elsewhere.ts'
import { KIND, TERRITORIES, type Scene } from './scene.ts'

const ADDS: ReadonlySet<string> = new Set(['and', 'or', 'as', '&'])
/** One spot told by two names: "around X and Y", "between X and Y". */
const ONE_SPOT: ReadonlySet<string> = new Set(['around', 'between', 'near'])

/** What holds all of several places; null where they are one place told twice, or lie in several lands. */
export function holdsAll(lower: readonly string[], scene: Scene, sentence: number, places: readonly LocatedMention[]): LocatedMention | null {
  const [first] = places
  if (first === undefined || first.country === null) return null
  if (places.length === 1) return isPart(lower, scene, first) ? landOf(scene, first, first.country) : null
  const last = places[places.length - 1]!, before = places[places.length - 2]!
  if (ONE_SPOT.has(lower[first.first - 1]!) || !joined(lower, before.last, last.first) && !goesOn(lower, last.last)) return null
  if (places.some((m) => m.country !== first.country || m.precision !== first.precision || m.precision === 'country' || m.name === first.name && m !== first)) return null
  return regionBehind(lower, scene, sentence, last) ?? regionOfAll(scene, sentence, places) ?? landOf(scene, first, first.country)
}

/** "in Samba and Rajouri districts of Jammu and Kashmir": the region told right behind a list. */
function regionBehind(lower: readonly string[], scene: Scene, sentence: number, last: LocatedMention): LocatedMention | null {
  for (const m of scene.bySentence[sentence] ?? []) if (m.first > last.last && m.first - last.last <= 4 && m.precision === 'region' && m.country === last.country && WITHIN.has(lower[m.first - 1] === 'the' ? lower[m.first - 2]! : lower[m.first - 1]!)) return m
  return null
}
const WITHIN: ReadonlySet<string> = new Set(['of', 'in'])

/** So many sentences back a region is named whose towns are listed. */
const NAMED_WITHIN = 3

/** "in the Donetsk region …: in Andriivka, Novohryhorivka and Myrnohrad": the region named before that all of them lie in. */
function regionOfAll(scene: Scene, sentence: number, places: readonly LocatedMention[]): LocatedMention | null {
  const known = places.filter((m) => m.place !== null), admin1 = known[0]?.place?.admin1
  if (admin1 == null || known.length < 2 || known.some((m) => m.place!.admin1 !== admin1) || places.some((m) => m.precision === 'region')) return null
  for (let s = sentence; s >= 0 && sentence - s <= NAMED_WITHIN; s--) for (const m of scene.bySentence[s]!) if (m.precision === 'region' && m.place?.feature === 'ADM1' && m.place.admin1 === admin1 && m.country === places[0]!.country) return m
  return null
}

/** "southern and eastern Lebanon": a part of a land named with another. */
const isPart = (lower: readonly string[], scene: Scene, m: LocatedMention): boolean => scene.traits(m).kind === KIND.direction && ADDS.has(lower[m.first - 1] ?? '') && DIRECTION_WORD.test(lower[m.first - 2] ?? '')

/** "in Surin, Ubon and Srisaket": the last of a list may be no name that is known. */
const goesOn = (lower: readonly string[], at: number): boolean => lower[at] === ',' && lower[at + 1] === 'and' && lower[at + 3] === '.' || lower[at] === 'and' && lower[at + 2] === '.'

function joined(lower: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (ADDS.has(lower[i]!)) return true
  return false
}

/** The land of a place, or the territory whose part it is called. */
function landOf(scene: Scene, m: LocatedMention, country: string): LocatedMention {
  for (const [name, land] of scene.lands) if (TERRITORIES.has(name) && land.country === country && m.written.includes(name.split(' ')[0]!)) return land
  return scene.landIn(country) ?? { ...m, name: countryName(country) ?? m.name, precision: 'country', lat: null, lon: null, place: null }
}
