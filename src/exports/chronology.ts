// What an export is made from, and what a format is. A format lives in src/exports/NAME/index.ts and exports `format`;
// nothing else names it.
import type { Claim } from '../model/claim.ts'
import type { Incident } from '../model/incident.ts'
import type { Report } from '../model/report.ts'

/** A report as an export needs it, with what was found in it. */
export interface ExportedReport {
  report: Report
  claims: readonly Claim[]
  /** true for a version that a later one of the same report replaced. */
  superseded?: boolean
}

/** Incidents by day and the reports that their claims are from. */
export interface Chronology {
  title: string
  /** ISO date-time of the making; null where it is to be left out, so that the same record gives the same bytes. */
  generatedAt: string | null
  incidents: readonly Incident[]
  reports: readonly ExportedReport[]
  /** Larger towns of the countries concerned, for a format that `drawsMap`. */
  landmarks?: readonly { name: string, lat: number, lon: number, population: number }[]
}

/** One file format. The same chronology gives the same text. */
export interface ExportFormat {
  /** As given to `--as`, and the folder's name. */
  name: string
  /** One line, lower case, no full stop. */
  summary: string
  /** The file's ending, without the point. */
  ending: string
  /** true: it draws a map and wants landmarks. */
  drawsMap?: boolean
  /** The file in pieces, in order. */
  write(chronology: Chronology): Iterable<string>
}

/** A claim with the report that makes it. */
export interface SourcedClaim {
  claim: Claim
  report: Report
}

/** Claims by id. */
export function claimsById(chronology: Chronology): Map<string, SourcedClaim> {
  const claims = new Map<string, SourcedClaim>()
  for (const { report, claims: found } of chronology.reports) for (const claim of found) if (!claims.has(claim.id)) claims.set(claim.id, { claim, report })
  return claims
}

/** Who says a claim: its claimant, else the outlet in its own voice, else the report's name. Never empty. */
export function voiceOf({ claim, report }: SourcedClaim): string {
  return claim.claimant?.name ?? report.outlet ?? report.doc
}
