// Incidents that lie near another in days and on the ground and were still kept apart from it.
import { distanceBetweenKm } from '../../geo/distance.ts'
import { NO_DAY, STANDINGS, TOTAL_KIND, type Row } from './row.ts'
import type { Table } from './table.ts'

const DAYS = 3
const NEAR_KM = 40
const MOST = 6
/** Of incidents of one day in one country, as many are measured: a day of war has hundreds, not more. */
const MOST_LOOKED_AT = 4000
const POINT = STANDINGS.indexOf('point')

export interface Nearby {
  row: Row
  /** null where one of the two has no point. */
  km: number | null
  /** Days between the two. */
  days: number
}

/** The nearest others of an incident: of the same kind first, then by distance and day. */
export function nearestTo(table: Table, id: string): Nearby[] {
  const { columns: { day, kind, country, place, standing, lat, lon }, names, ids } = table, own = table.placeOf(id)
  if (own < 0 || day[own] === NO_DAY || place[own]! < 0) return []
  const total = names.known(TOTAL_KIND), found: { at: number, km: number | null, days: number }[] = []
  const point = (at: number): { lat: number, lon: number } => ({ lat: lat[at]!, lon: lon[at]! })
  let looked = 0
  for (let days = 0; days <= DAYS; days++) {
    for (const on of days === 0 ? [day[own]!] : [day[own]! - days, day[own]! + days]) {
      for (let at = firstOf(day, on); at < day.length && day[at] === on; at++) {
        if (at === own || kind[at] === total || country[at] !== country[own] || ++looked > MOST_LOOKED_AT) continue
        const km = standing[own] === POINT && standing[at] === POINT ? distanceBetweenKm(point(own), point(at)) : null
        if (km === null ? place[at] === place[own] : km <= NEAR_KM) found.push({ at, km, days })
      }
    }
  }
  const same = ({ at }: { at: number }): number => (kind[at] === kind[own] ? 0 : 1)
  return found.sort((a, b) => same(a) - same(b) || a.days - b.days || (a.km ?? 0) - (b.km ?? 0) || (ids[a.at]! < ids[b.at]! ? -1 : 1)).slice(0, MOST).map(({ at, km, days }) => ({ row: table.row(at), km, days }))
}

/** The first row of a day, rows being listed the latest first; where there is none, the first of an earlier one. */
function firstOf(day: Int32Array, wanted: number): number {
  let low = 0, high = day.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (day[middle]! > wanted) low = middle + 1
    else high = middle
  }
  return low
}
