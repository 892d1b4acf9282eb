// Alerts and outages: what lasts, with what happened under it or brought it about.
import type { DateRange, Place } from './claim.ts'
import { NOT_TOLD, type ToldCourse } from './course.ts'
import type { Figure, Incident } from './incident.ts'

/** An air-raid alert. */
export interface Alert {
  incident: string
  place: Place | null
  /** Its days, both included. */
  date: DateRange | null
  /** When it was declared and lifted and how long it held, by every voice that says so. */
  course: ToldCourse
  /** The alert of the wider area that it is a part of. */
  part_of: string | null
  /** Alerts of areas within it. */
  parts: string[]
  /** What was hit and what was shot down while it held. */
  hit: string[]
  intercepted: string[]
  claims: string[]
}

/** People or places without power, water, heat or a connection. */
export interface Outage {
  incident: string
  place: Place | null
  date: DateRange | null
  /** When service was lost and restored, by every voice that says so. */
  course: ToldCourse
  /** Customers without service, with every voice; null where nobody counts them. */
  customers: Figure | null
  /** The strike that it came after; null where none is told. */
  cause: string | null
  claims: string[]
}

const idsLinked = (incidents: readonly Incident[], to: string, type: string): string[] => incidents.filter((one) => one.type === type && one.links?.some((link) => link.as === 'under_alert' && link.incident === to)).map(({ id }) => id)

/** The alerts among incidents, in their order. */
export function alertsOf(incidents: readonly Incident[]): Alert[] {
  const under = incidents.filter(({ links }) => links?.some(({ as }) => as === 'under_alert'))
  const parts = Map.groupBy(incidents.filter(({ type, part_of }) => type === 'air_raid_alert' && part_of !== null), ({ part_of }) => part_of!)
  return incidents.filter(({ type, kind }) => type === 'air_raid_alert' && kind !== 'total').map(({ id, place, date, course, part_of, claims }) => ({
    incident: id, place, date, course: course ?? NOT_TOLD, part_of, parts: (parts.get(id) ?? []).map((one) => one.id), hit: idsLinked(under, id, 'strike'), intercepted: idsLinked(under, id, 'interception'), claims,
  }))
}

/** The outages among incidents, in their order. */
export function outagesOf(incidents: readonly Incident[]): Outage[] {
  return incidents.filter(({ type, kind }) => type === 'infrastructure_disruption' && kind !== 'total').map(({ id, place, date, course, figures, links, claims }) => ({
    incident: id, place, date, course: course ?? NOT_TOLD, customers: figures.find(({ measure }) => measure === 'without_service') ?? null, cause: links?.find(({ as }) => as === 'caused_by')?.incident ?? null, claims,
  }))
}
