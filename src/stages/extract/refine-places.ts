// The lead tells the region, a later sentence the town: where a report is about one place, the wide words stand for it.
import type { Claim } from '../../model/claim.ts'

/** The share of a report's finer places at which the report is about one of them, and how many claims it takes. */
const SHARE = 0.6, LEAST = 3

const fine = (c: Claim): boolean => c.place !== null && (c.place.precision === 'settlement' || c.place.precision === 'site' || c.place.precision === 'district')
const wide = (c: Claim): boolean => c.place === null || c.place.precision === 'country' || (c.place.precision === 'region' && /^(north|south|east|west|central)/i.test(c.place.name))

/** Gives claims with a wide place the report's one place, where it has one in the same country. Running totals and diplomacy keep theirs. */
export function refinePlaces(claims: readonly Claim[]): void {
  const single = claims.filter((c) => c.type !== 'diplomacy' && !c.quantities.some((q) => q.cumulative))
  const count = new Map<string, Claim[]>()
  let finer = 0
  for (const c of single) if (fine(c)) { finer++; count.set(c.place!.name, [...(count.get(c.place!.name) ?? []), c]) }
  let top: Claim[] = []
  for (const list of count.values()) if (list.length > top.length) top = list
  if (top.length < LEAST || top.length < SHARE * finer) return
  const place = top[0]!.place!
  for (const c of single) if (wide(c) && (c.place === null || c.place.country === place.country) && (c.date?.to == null || top.some((t) => t.date?.to === c.date?.to))) c.place = { ...place, known: 'implied' }
}
