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

/** In the lead a region stands for the one town that the next sentences name for the same kind of event on the same day. */
export function refineLead(claims: readonly Claim[], leadEnd: number, nextEnd: number): void {
  const eligible = claims.filter((c) => c.type !== null && c.type !== 'diplomacy' && c.start < nextEnd && !c.quantities.some((q) => q.cumulative))
  for (const c of eligible) {
    if (c.start >= leadEnd || !wide(c)) continue
    const towns = new Map<string, Claim>()
    for (const t of eligible) if (t.start > c.start && t.type === c.type && fine(t) && t.place!.known === 'stated' && (c.place === null || t.place!.country === c.place.country) && meets(c, t)) towns.set(t.place!.name, t)
    if (towns.size === 1) c.place = { ...[...towns.values()][0]!.place!, known: 'implied' }
  }
}

function meets(a: Claim, b: Claim): boolean {
  if (!a.date?.to || !b.date?.to) return true
  return (a.date.from ?? a.date.to) <= b.date.to && (b.date.from ?? b.date.to) <= a.date.to
}

/** Attacks told as violence at close hand once are so wherever the report tells of the same day again without a weapon. */
export function alignViolence(claims: readonly Claim[]): void {
  const days = new Set(claims.filter((c) => c.type === 'violence_against_civilians' && c.date?.written != null && c.date.from === c.date.to).map((c) => c.date!.to))
  for (const c of claims) if (c.type === 'strike' && c.weapons.length === 0 && c.date?.written != null && c.date.from === c.date.to && days.has(c.date.to)) c.type = 'violence_against_civilians'
}
