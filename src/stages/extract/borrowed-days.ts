// A day told once holds for the whole report: the lead tells an attack without its day, and a later sentence says "on Saturday".
import type { Claim } from '../../model/claim.ts'
import { dayStart } from '../../time/days.ts'

const DAY = 864e5
/** News is of the days before it is printed. */
const NEWS_DAYS = 7

/**
 * Gives claims of news whose day was not said the one day that the report says of the same count or the same place; where it
 * says several, the day stays as it was worked out.
 */
export function borrowDays(claims: readonly Claim[], published: string | null): void {
  if (published === null || !claims.some((c) => mayBorrow(c, published))) return
  const told = new Map<string, Map<string, Claim['date']>>()
  for (const c of claims) {
    if (c.date?.written == null || c.date.from === null || c.date.to === null || c.type === 'diplomacy' || c.quantities.some((q) => q.cumulative)) continue
    if (dayStart(c.date.to) - dayStart(c.date.from) > DAY || dayStart(published) - dayStart(c.date.to) > NEWS_DAYS * DAY || c.date.to > published) continue
    const on = `${c.date.from}|${c.date.to}`
    for (const key of keysOf(c)) {
      const days = told.get(key)
      if (days === undefined) told.set(key, new Map([[on, c.date]]))
      else days.set(on, c.date)
    }
  }
  if (told.size === 0) return
  for (const c of claims) {
    if (!mayBorrow(c, published)) continue
    for (const key of keysOf(c)) {
      const days = told.get(key)
      if (!days) continue
      if (days.size === 1) { const [day] = days.values(); c.date = { from: day!.from, to: day!.to, written: null, known: 'implied' } }
      break
    }
  }
}

/** News of the day of publication for want of another. */
const mayBorrow = ({ date, type, quantities }: Claim, published: string): boolean => date !== null && date.written === null && date.to === published && type !== 'diplomacy' && !quantities.some((q) => q.cumulative)

/** What a claim shares with those of the same event: its kind of incident and a place finer than a country, or its count. */
function keysOf(c: Claim): string[] {
  const fine = c.place !== null && c.place.precision !== 'country'
  const post = c.post ?? '', keys: string[] = []
  for (const q of c.quantities) keys.push(`${post}|${q.measure}|${q.value}`)
  if (!fine) return keys
  if (c.type !== null) keys.push(`${post}|${c.type}|${c.place!.name}`)
  keys.push(`${post}|${c.place!.name}`)
  return keys
}
