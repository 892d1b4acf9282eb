// A mention of a place as it is told: in a claim, and in the list of all places.
import type { Extraction, Place } from '../../model/claim.ts'
import type { LocatedMention } from '../../model/document.ts'
import type { PlaceSource } from './place-ranking.ts'

/** The place of a claim; none is pinned to the middle of a region or a country. */
export function placeOf(mention: LocatedMention | null, source: PlaceSource): Place | null {
  if (!mention) return null
  const point = mention.precision === 'site' || mention.precision === 'settlement' || mention.precision === 'district'
  return { name: mention.name, country: mention.country, lat: point ? mention.lat : null, lon: point ? mention.lon : null, precision: mention.precision, written: mention.written, gazetteerId: mention.place?.id ?? null, known: source === 'clause' || source === 'sentence' ? 'stated' : 'implied' }
}

/** A mention as the extraction lists it. */
export const plainPlace = ({ use, start, end, written, name, country, lat, lon, precision }: LocatedMention): Extraction['places'][number] => ({ use, start, end, written, name, country, lat, lon, precision })
