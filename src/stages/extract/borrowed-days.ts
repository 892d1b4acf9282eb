// A day told once holds for the whole report: the lead tells an attack without its day, and a later sentence says "on Saturday".
import type { Claim, DateRange } from '../../model/claim.ts'
import type { AttackDay } from './attack-days.ts'
import { dayStart } from '../../time/days.ts'

const DAY = 864e5
/** News is of the days before it is printed. */
const NEWS_DAYS = 7
/** So many times as often as any other a day is told that a report is about. */
const MAIN = 3
/** So few of a place are no count that a report tells twice by its number alone. */
const SMALL = 3

/**
 * Gives claims of news whose day was not said (`saidOn`: only the day on which somebody was accused of it; `spokenOn`: only that on which it was said; `attackDays`: of attacks called by their day, or said to have been on it) the one day that the report says of the same count or the same place; where it
 * says several, that of the one day which an article is about, for its counts; else the day stays as it was worked out.
 */
export function borrowDays(claims: readonly Claim[], published: string | null, saidOn: WeakSet<DateRange>, spokenOn: WeakSet<DateRange>, attackDays: readonly AttackDay[]): void {
  if (published === null) return
  takeAttackDay(claims, spokenOn, attackDays)
  if (!claims.some((c) => mayBorrow(c, published, saidOn))) return
  const told = new Map<string, Map<string, Claim['date']>>()
  const tolls = claims.filter((c) => COMPARED.has(c.rule) && c.date?.written != null)
  const dated = claims.filter((c) => isDatedNews(c, published) && !tolls.some((t) => t.date!.written === c.date!.written && Math.abs(t.start - c.start) < BESIDE)) // "up from yesterday's toll of three" dates nothing else
  if (dated.length === 0) return
  for (const c of dated) {
    const on = `${c.date!.from}|${c.date!.to}`
    for (const key of keysOf(c)) {
      const days = told.get(key)
      if (days === undefined) told.set(key, new Map([[on, c.date]]))
      else days.set(on, c.date)
    }
  }
  const round = roundUpDay(dated), main = round ?? mainDay(dated)
  for (const c of claims) {
    if (!mayBorrow(c, published, saidOn)) continue
    const said = saidOn.has(c.date!)
    const days = keysOf(c).map((key) => [...told.get(key)?.values() ?? []].filter((day) => !said || !saidOn.has(day!))).find((found) => found.length > 0)
    const only = days?.length === 1 ? days[0] : undefined
    const day = only ?? (c.post === null && (c.quantities.length > 0 || round !== null) && !said ? main : null)
    if (day) c.date = { from: day.from, to: day.to, written: null, known: 'implied' }
  }
}

/** Rules of figures that a newer one is measured against, and so near beside them the others of the same toll stand. */
const COMPARED: ReadonlySet<string> = new Set(['toll-at', 'as-before']), BESIDE = 120

/** News of one day or night whose day the report says. */
function isDatedNews({ date, type, quantities }: Claim, published: string): boolean {
  if (date?.written == null || date.from === null || date.to === null || type === 'diplomacy' || quantities.some((q) => q.cumulative)) return false
  return dayStart(date.to) - dayStart(date.from) <= DAY && dayStart(published) - dayStart(date.to) <= NEWS_DAYS * DAY && date.to <= published
}

/** News of the day of publication, or of the day on which somebody was accused of it, for want of another. */
const mayBorrow = ({ date, type, quantities }: Claim, published: string, saidOn: WeakSet<DateRange>): boolean => date !== null && (date.written === null && date.to === published && (date.from === null || dayStart(published) - dayStart(date.from) <= DAY) || saidOn.has(date)) && type !== 'diplomacy' && !quantities.some((q) => q.cumulative)

/** What a claim shares with those of the same event: its kind of incident and a place finer than a country, or its count. */
function keysOf(c: Claim): string[] {
  const fine = c.place !== null && c.place.precision !== 'country'
  const post = c.post ?? '', keys: string[] = []
  for (const q of c.quantities) keys.push(`${post}|${q.measure}|${q.value}${q.value <= SMALL ? `|${c.place?.name ?? ''}` : ''}`) // one or two fall everywhere
  if (!fine) return keys
  if (c.type !== null) keys.push(`${post}|${c.type}|${c.place!.name}`)
  keys.push(`${post}|${c.place!.name}`)
  return keys
}

/** UTF-16 units of a report in which it says what day it rounds up. */
const HEAD = 800
/** "over the past day", "in the last 24 hours": all that happened in a land, told region by region. */
export const OVER_A_DAY = /\b(?:past|last|previous) (?:day|24 hours|twenty-four hours)\b/iu

/** The day that a report which rounds one up says at its head; null for any other report. */
const roundUpDay = (told: readonly Claim[]): Claim['date'] => told.find((c) => c.start < HEAD && OVER_A_DAY.test(c.date!.written!))?.date ?? null

/** The one day that a report is about: told at least three times, and three times as often as any other; null where there is none. */
function mainDay(told: readonly Claim[]): Claim['date'] {
  const times = new Map<string, { told: number; date: NonNullable<Claim['date']> }>()
  for (const { date } of told) {
    const on = `${date!.from}|${date!.to}`, known = times.get(on)
    if (known) known.told++
    else times.set(on, { told: 1, date: date! })
  }
  const [most, next] = [...times.values()].sort((a, b) => b.told - a.told)
  return most !== undefined && most.told >= MAIN && most.told >= MAIN * (next?.told ?? 0) ? most.date : null
}

/** Days before it was told on which an attack is still the news. */
const FRESH_DAYS = 3

/** So many UTF-16 units before the sentence that says when an attack was, it is told. */
const TOLD_BEFORE = 1500

/** "… killed 11 people, officials said Friday" and below "in Thursday's attack": where the report speaks of one day's attack, what has the day of its telling alone is of that day. */
function takeAttackDay(claims: readonly Claim[], spokenOn: WeakSet<DateRange>, attackDays: readonly AttackDay[]): void {
  const day = attackDays[0]?.day
  if (day?.to == null || day.from !== day.to || attackDays.some(({ day: { from, to } }) => from !== day.from || to !== day.to)) return
  for (const c of claims) {
    const { date } = c
    if (!attackDays.some(({ upTo }) => upTo === Infinity || c.start < upTo && upTo - c.start < TOLD_BEFORE)) continue
    if (date?.to == null || c.post !== null || c.type === 'diplomacy' || c.quantities.some((q) => q.cumulative)) continue
    if (date.from !== date.to) {
      // "an attack this week", and below "carried out the attack on Monday"
      if (date.written !== null && date.from !== null && date.from <= day.from! && day.to <= date.to && dayStart(date.to) - dayStart(date.from) <= NEWS_DAYS * DAY) c.date = { ...day, written: null, known: 'implied' }
      continue
    }
    if (!spokenOn.has(date)) continue
    const later = (dayStart(date.to) - dayStart(day.to)) / DAY
    if (later > 0 && later <= FRESH_DAYS) c.date = { ...day, written: null, known: 'implied' }
  }
}
