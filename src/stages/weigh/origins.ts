// Which reports are one origin: one publisher's editions, near-copies of one text, what is credited to one agency.
import { foldPlaceName } from '../../geo/fold.ts'

/** What is looked at to tell an origin. */
export interface OriginReport {
  key: string
  outlet: string | null
  url: string | null
  title: string | null
  text?: string
}

/** The publisher of a report: its outlet without the edition ("Interfax: Military Weekly" gives "interfax"), else its host, else itself. */
export function publisherOf({ outlet, url, key }: OriginReport): string {
  const name = outlet ? foldPlaceName(outlet.split(/[:|(]| - /)[0]!) : ''
  if (name !== '') return name
  const host = url ? /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] : undefined
  return host ? host.toLowerCase() : `report ${key}`
}

/** The origin group of each report, by index. */
export function originGroups(reports: readonly OriginReport[]): string[] {
  return reports.map(publisherOf)
}
