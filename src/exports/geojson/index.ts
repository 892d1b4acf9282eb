// GeoJSON (RFC 7946): a feature for each incident. Only what is known as a point has one: a site, a settlement, a
// district. A region, a country or a place that could not be told has no geometry, and its precision says which.
import type { Place } from '../../model/claim.ts'
import type { Incident } from '../../model/incident.ts'
import { claimsById, voiceOf, type ExportFormat, type SourcedClaim } from '../chronology.ts'

const POINTS: ReadonlySet<string | null> = new Set(['site', 'settlement', 'district'])

function geometry(place: Place | null): { type: 'Point', coordinates: [number, number] } | null {
  if (place === null || place.lat === null || place.lon === null || !POINTS.has(place.precision)) return null
  return { type: 'Point', coordinates: [place.lon, place.lat] }
}

function feature(incident: Incident, claims: ReadonlyMap<string, SourcedClaim>): unknown {
  const { id, place, date } = incident
  return {
    type: 'Feature',
    id,
    geometry: geometry(place),
    properties: {
      incident: id, type: incident.type, place: place?.name ?? null, country: place?.country ?? null, precision: place?.precision ?? null, place_written: place?.written ?? null,
      date_from: date?.from ?? null, date_to: date?.to ?? null, by: incident.by, against: incident.against, weapons: incident.weapons,
      agreement: incident.agreement, origins: incident.origins, part_of: incident.part_of, review: incident.review,
      figures: incident.figures,
      claims: incident.claims.flatMap((claim) => {
        const sourced = claims.get(claim)
        if (sourced === undefined) return []
        const { report } = sourced
        return [{ claim, claimant: voiceOf(sourced), stance: sourced.claim.stance, quote: sourced.claim.quote, report: report.doc, outlet: report.outlet, published: report.published, url: report.url }]
      }),
    },
  }
}

export const format: ExportFormat = {
  name: 'geojson',
  summary: 'a feature for each incident, a point only where a point is known',
  ending: 'geojson',
  *write(chronology) {
    const claims = claimsById(chronology)
    yield '{"type":"FeatureCollection","features":['
    let before = '\n'
    for (const incident of chronology.incidents) {
      yield before + JSON.stringify(feature(incident, claims))
      before = ',\n'
    }
    yield '\n]}\n'
  },
}
