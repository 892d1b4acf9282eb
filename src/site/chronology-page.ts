// A chronology as one HTML file that needs no network, no server and no script to be read.
import type { Claim } from '../model/claim.ts'
import type { Incident } from '../model/incident.ts'
import type { Report } from '../model/report.ts'
import { anchor, escapeHtml } from './escape.ts'

/** A report as the page prints it, with the claims found in it (spans are into `report.text`). */
export interface ChronologyReport {
  report: Report
  claims: readonly Claim[]
  /** true for a version that a later one of the same report replaced; it is printed marked as such. */
  superseded?: boolean
}

/** A town or city that helps to find one's way on the map; it is never drawn as an incident. */
export interface Landmark {
  name: string
  lat: number
  lon: number
  population: number
}

/** All that a page is made from; the same input gives the same bytes. */
export interface ChronologyInput {
  title: string
  /** ISO date-time of the making, printed as given. */
  generatedAt: string
  incidents: readonly Incident[]
  reports: readonly ChronologyReport[]
  /** A sentence under the title that a reader must see, e.g. that the reports are invented. */
  note?: string
  /** Larger towns of the countries concerned; those inside the drawn extent are lettered. */
  landmarks?: readonly Landmark[]
}

/** The page: UTF-8 HTML, self-contained, everything from outside escaped. Pure; throws on nothing that the model allows. */
export function chronologyPage(input: ChronologyInput): string {
  const incidents = input.incidents.map((incident) => `<li id="${anchor('i', incident.id)}">${escapeHtml(incident.type ?? 'counted')} ${escapeHtml(incident.place?.name ?? 'place not told')} ${escapeHtml(incident.date?.from ?? 'day not told')}</li>`)
  const reports = input.reports.map(({ report }) => `<article id="${anchor('r', report.doc)}"><h2>${escapeHtml(report.title ?? report.doc)}</h2><p>${escapeHtml(report.text)}</p></article>`)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(input.title)}</title></head>
<body><h1>${escapeHtml(input.title)}</h1><p>${escapeHtml(input.note ?? '')}</p><ol>${incidents.join('\n')}</ol>${reports.join('\n')}</body></html>
`
}
