// A chronology as rows: one for each value that a voice gives, one for each claim that gives none. Every row stands by
// itself: the incident, who says it, and the exact words.
import type { Quantity } from '../../model/claim.ts'
import type { Figure, Incident } from '../../model/incident.ts'
import { claimsById, voiceOf, type Chronology, type SourcedClaim } from '../chronology.ts'

export const COLUMNS = [
  'incident', 'type', 'place', 'country', 'latitude', 'longitude', 'precision', 'date_from', 'date_to', 'by', 'against', 'weapons', 'agreement', 'origins', 'part_of', 'review',
  'measure', 'of', 'low', 'best', 'high', 'rule', 'value', 'bound', 'cumulative', 'superseded_by',
  'claimant', 'claimant_role', 'channel', 'stance', 'quote', 'place_written', 'date_written', 'report', 'report_title', 'outlet', 'published', 'url', 'claim',
] as const

export type Column = (typeof COLUMNS)[number]
/** Strings are as they were said; what is not known is null. */
export type ExportRow = Record<Column, string | number | boolean | null>

/** Rows in the incidents' order; within one, in its claims' order. */
export function* exportRows(chronology: Chronology): Generator<ExportRow> {
  const claims = claimsById(chronology)
  for (const incident of chronology.incidents) {
    for (const id of incident.claims) {
      const sourced = claims.get(id)
      if (sourced === undefined) continue
      const { quantities } = sourced.claim
      if (quantities.length === 0) yield row(incident, sourced, null)
      for (const quantity of quantities) yield row(incident, sourced, quantity)
    }
  }
}

function row(incident: Incident, sourced: SourcedClaim, quantity: Quantity | null): ExportRow {
  const { claim, report } = sourced
  const figure: Figure | undefined = quantity === null ? undefined : incident.figures.find((one) => one.measure === quantity.measure && one.of === quantity.of && one.says.some((says) => says.claim === claim.id))
  const says = figure?.says.find((one) => one.claim === claim.id && one.value === quantity!.value && one.bound === quantity!.bound)
  return {
    incident: incident.id, type: incident.type, place: incident.place?.name ?? null, country: incident.place?.country ?? null,
    latitude: incident.place?.lat ?? null, longitude: incident.place?.lon ?? null, precision: incident.place?.precision ?? null,
    date_from: incident.date?.from ?? null, date_to: incident.date?.to ?? null, by: incident.by, against: incident.against, weapons: incident.weapons.join(' '),
    agreement: incident.agreement, origins: incident.origins, part_of: incident.part_of, review: incident.review,
    measure: quantity?.measure ?? null, of: quantity?.of ?? null, low: figure?.low ?? null, best: figure?.best ?? null, high: figure?.high ?? null, rule: figure?.rule ?? null,
    value: quantity?.value ?? null, bound: quantity?.bound ?? null, cumulative: quantity?.cumulative ?? null, superseded_by: says?.superseded_by ?? null,
    claimant: voiceOf(sourced), claimant_role: claim.claimant?.role ?? null, channel: claim.claimant?.channel ?? null, stance: claim.stance, quote: claim.quote,
    place_written: claim.place?.written ?? null, date_written: claim.date?.written ?? null,
    report: report.doc, report_title: report.title, outlet: report.outlet, published: report.published, url: report.url, claim: claim.id,
  }
}
