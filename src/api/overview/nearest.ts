// Incidents that lie near another in days and on the ground and were still kept apart from it.
import { distanceBetweenKm } from '../../geo/distance.ts'
import { TOTAL_KIND, type Row } from './row.ts'

const DAYS = 3
const NEAR_KM = 40
const MOST = 6
/** Of incidents of one day in one country, as many are measured: a day of war has hundreds, not more. */
const MOST_LOOKED_AT = 4000

export interface Nearby {
  row: Row
  /** null where one of the two has no point. */
  km: number | null
  /** Days between the two. */
  days: number
}

/** Gives the nearest others of any row: of the same kind first, then by distance and day. */
export function nearestOf(rows: readonly Row[]): (row: Row) => Nearby[] {
  const byDay = new Map<number, Row[]>()
  for (const row of rows) {
    if (row.day === null || row.kind === TOTAL_KIND) continue
    const list = byDay.get(row.day)
    if (list === undefined) byDay.set(row.day, [row])
    else list.push(row)
  }
  return (row) => {
    if (row.day === null || row.place === null) return []
    const found: Nearby[] = []
    let looked = 0
    for (let days = 0; days <= DAYS; days++) {
      for (const day of days === 0 ? [row.day] : [row.day - days, row.day + days]) {
        for (const other of byDay.get(day) ?? []) {
          if (other === row || other.country !== row.country || ++looked > MOST_LOOKED_AT) continue
          const km = row.standing === 'point' && other.standing === 'point' ? distanceBetweenKm(row, other) : null
          if (km === null ? other.place === row.place : km <= NEAR_KM) found.push({ row: other, km, days })
        }
      }
    }
    const same = (one: Nearby): number => (one.row.kind === row.kind ? 0 : 1)
    return found.sort((a, b) => same(a) - same(b) || a.days - b.days || (a.km ?? 0) - (b.km ?? 0) || (a.row.id < b.row.id ? -1 : 1)).slice(0, MOST)
  }
}
