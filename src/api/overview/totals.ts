// Running totals as each voice told them.
import type { Counted, Measure } from '../../model/claim.ts'
import type { Incident, Saying } from '../../model/incident.ts'
import { dayNumber } from '../../site/day-columns.ts'

/** A total as one voice told it on one day. */
export interface TotalPoint {
  incident: string
  claim: string
  claimant: string
  measure: Measure
  of: Counted
  place: string
  day: string
  value: number
  bound: Saying['bound']
  quote: string
  report: string
}

/** The totals that an incident's voices tell. */
export function totalsOf(incident: Incident): TotalPoint[] {
  const place = incident.place?.name || incident.place?.written || ''
  return incident.figures.flatMap((figure) => figure.says.flatMap((saying): TotalPoint[] => {
    const day = incident.date?.to ?? saying.published?.slice(0, 10)
    if (!saying.cumulative || saying.bound === 'vague' || day == null || dayNumber(day) === null) return []
    return [{ incident: incident.id, claim: saying.claim, claimant: saying.claimant ?? saying.outlet ?? saying.report, measure: figure.measure, of: figure.of, place, day, value: saying.value, bound: saying.bound, quote: saying.quote, report: saying.report }]
  }))
}
