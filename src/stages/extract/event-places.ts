// The land of an event whose clause names none: no state strikes itself, and two parts of a land told together are the land.
import type { LocatedMention } from '../../model/document.ts'
import { countryName } from '../../gazetteer/countries.ts'
import type { EventFinding } from './events.ts'
import { holdsAll } from './of-several.ts'
import type { PlaceSource } from './place-ranking.ts'
import type { Scene } from './scene.ts'
import type { War } from './sides.ts'

/** What is done to another's land. */
const isOutward = ({ type, rule }: EventFinding): boolean => type === 'strike' || type === 'ground_combat' && (rule === 'frame-war-waged' || rule === 'verb-invade' || rule === 'noun-ground_combat')

/** The places that an event found at `places` has in truth. */
export function eventPlaces(e: EventFinding, places: LocatedMention[], source: PlaceSource, lower: readonly string[], scene: Scene, sentence: number, war: War): LocatedMention[] {
  const [first] = places
  if (first === undefined || places.length > 1 || e.type === 'diplomacy') return places
  if (e.type === 'deployment' && e.nominal && first.place !== null && first.first - e.first >= 0 && first.first - e.first <= 1) return [] // "the U.S. deployment": whose it is
  const land = holdsAll(lower, scene, sentence, places)
  if (land !== null) return [land]
  if (first.precision !== 'country' || source === 'clause' && e.against !== null || !isOutward(e) || e.by === null || e.by === war.attacked) return places // who is attacked fights at home
  const own = countryName(first.country)
  if (own !== e.by) return places
  const other = e.against ?? (war.attacker === e.by ? war.attacked : war.attacked === e.by ? war.attacker : null)
  const theirs = other === null ? undefined : scene.lands.get(other)
  return theirs !== undefined ? [theirs] : places // a government fights rebels at home
}
