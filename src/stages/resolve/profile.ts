// What is compared to tell whether two tellings are of one event: a telling, or several taken together.
import type { Place } from '../../model/claim.ts'
import { gap, type Days } from './day.ts'
import type { Harmed } from './harmed.ts'
import { hoursOfBoth, type Hours } from './hours.ts'
import { placeKey } from './place-relation.ts'
import type { Count, Telling } from './telling.ts'
import { weightOfAll, type Words } from './words.ts'

/** What is compared: a telling, or several taken together. */
export interface Profile {
  types: ReadonlySet<string>
  places: readonly Place[]
  days: Days | null
  hours: Hours
  /** One more attack on its place; null where what was taken together tells both. */
  another: boolean | null
  by: ReadonlySet<string>
  against: ReadonlySet<string>
  weapons: ReadonlySet<string>
  counts: readonly Count[]
  words: Words
  wordsWeight: number
  harmed: readonly Harmed[]
  reports: ReadonlySet<string>
  /** By whom and when it was published, for one report alone. */
  bulletin: { publisher: string, day: number } | null
  /** A headline without its report: it names one side of what happened, a death, the fighting or the talks about it. */
  headline: boolean
  /** false: a title alone, without a claim or anybody harmed. */
  claimed: boolean
}

/** A telling as a profile. */
export function profileOf(telling: Telling): Profile {
  return {
    types: new Set(telling.type === null ? [] : [telling.type]), places: telling.place ? [telling.place] : [], days: telling.days, hours: telling.hours, another: telling.another,
    by: new Set(telling.by === null ? [] : [telling.by]), against: new Set(telling.against === null ? [] : [telling.against]),
    weapons: telling.weapons, counts: telling.counts, words: telling.words, wordsWeight: weightOfAll(telling.words), harmed: telling.harmed, reports: new Set([telling.teller.id]), bulletin: telling.days && !telling.days.said ? { publisher: telling.teller.publisher, day: telling.days.to } : null, headline: telling.headline, claimed: telling.claims.length > 0 || telling.harmed.length > 0 || telling.counts.length > 0,
  }
}

const joined = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> => (b.size === 0 ? a : a.size === 0 ? b : new Set([...a, ...b]))

/** Two profiles as one. Days narrow to what both allow, so that a chain of days does not grow together. */
export function together(a: Profile, b: Profile): Profile {
  let words: Words = a.words
  if (b.words.size > 0) {
    const all = new Map(a.words)
    addWords(all, b.words)
    words = all
  }
  return {
    types: joined(a.types, b.types), places: distinct(a.places, b.places, (place) => placeKey(place) ?? ''), days: narrowed(a.days, b.days), hours: hoursOfBoth(a.hours, b.hours), another: a.another === b.another ? a.another : null,
    by: joined(a.by, b.by), against: joined(a.against, b.against), weapons: joined(a.weapons, b.weapons),
    counts: distinct(a.counts, b.counts, (count) => `${count.measure} ${count.family} ${count.value} ${count.bound}`), words, wordsWeight: weightOfAll(words),
    harmed: distinct(a.harmed, b.harmed, (one) => `${one.measure} ${one.of} ${one.whose}`), reports: new Set([...a.reports, ...b.reports]), bulletin: a.bulletin && b.bulletin && a.bulletin.publisher === b.bulletin.publisher && a.bulletin.day === b.bulletin.day ? a.bulletin : null, headline: a.headline && b.headline, claimed: a.claimed || b.claimed,
  }
}

/** The profile of tellings that are one from the start. */
export function profileOfAll(tellings: readonly Telling[]): Profile {
  const words = new Map<string, number>()
  for (const telling of tellings) if (words.size < MOST_WORDS) addWords(words, telling.words)
  const reports = new Set(tellings.map((telling) => telling.teller.id))
  return { ...tellings.map((telling) => ({ ...profileOf(telling), words: NO_WORDS, wordsWeight: 0, reports: NO_REPORTS })).reduce(together), words, wordsWeight: weightOfAll(words), reports }
}

const NO_WORDS: Words = new Map()
const NO_REPORTS: ReadonlySet<string> = new Set()
/** What many voices say of one event soon repeats; more than this is not needed to know it again. */
const MOST = 24
const MOST_WORDS = 120

function addWords(all: Map<string, number>, more: Words): void {
  for (const [word, weight] of more) {
    const known = all.get(word)
    if (known === undefined ? all.size < MOST_WORDS : known < weight) all.set(word, weight)
  }
}

function distinct<T>(a: readonly T[], b: readonly T[], key: (one: T) => string): readonly T[] {
  if (b.length === 0) return a
  const seen = new Set(a.map(key)), all = [...a]
  for (const one of b) if (!seen.has(key(one)) && all.length < MOST) { seen.add(key(one)); all.push(one) }
  return all
}

function narrowed(a: Days | null, b: Days | null): Days | null {
  if (!a || !b) return a ?? b
  if (gap(a, b) === 0) return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to), said: a.said || b.said }
  if (a.said !== b.said) return a.said ? a : b
  return a.to <= b.to ? a : b
}
