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
  if (published === null) return
  const told = new Map<string, Map<string, Claim['date']>>()
  for (const c of claims) {
    if (c.date?.written == null || c.date.from === null || c.date.to === null || c.type === 'diplomacy' || c.quantities.some((q) => q.cumulative)) continue
    if (dayStart(c.date.to) - dayStart(c.date.from) > DAY || dayStart(published) - dayStart(c.date.to) > NEWS_DAYS * DAY || c.date.to > published) continue
    for (const key of keysOf(c)) {
      const days = told.get(key) ?? new Map<string, Claim['date']>()
      days.set(`${c.date.from}|${c.date.to}`, c.date)
      told.set(key, days)
    }
  }
  if (told.size === 0) return
  for (const c of claims) {
    if (c.date === null || c.date.written !== null || c.date.to !== published || c.type === 'diplomacy' || c.quantities.some((q) => q.cumulative)) continue
    for (const key of keysOf(c)) {
      const days = told.get(key)
      if (!days) continue
      if (days.size === 1) { const [day] = days.values(); c.date = { from: day!.from, to: day!.to, written: null, known: 'implied' } }
      break
    }
  }
}

/** What a claim shares with those of the same event: its kind of incident and a place finer than a country, or its count. */
function keysOf(c: Claim): string[] {
  const fine = c.place !== null && c.place.precision !== 'country'
  const post = c.post ?? ''
  return [...c.quantities.map((q) => `${post}|${q.measure}|${q.value}`), ...(c.type === null || !fine ? [] : [`${post}|${c.type}|${c.place!.name}`]), ...(fine ? [`${post}|${c.place!.name}`] : [])]
}
