// The filters of the overview, as they stand in an address, and the pass over all rows that applies them.
import { z } from 'zod'
import { dayNumber, isoDay } from '../../site/day-columns.ts'
import { NO_DAY, type Columns } from './columns.ts'
import { AGREEMENTS, REVIEWS, TOTAL_KIND, type Row, type Shared } from './row.ts'

const list = z.string().max(2000).transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== '')).optional()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional()

/** A rectangle in degrees as it stands in an address: west,south,east,north. */
export const BOX = z.string().transform((text, context): [number, number, number, number] => {
  const [west, south, east, north, ...more] = text.split(',').map(Number)
  if ([west, south, east, north].some((n) => n === undefined || !Number.isFinite(n)) || more.length > 0) { context.addIssue({ code: 'custom', message: 'expected west,south,east,north in degrees' }); return z.NEVER }
  return [west!, Math.max(-90, south!), east!, Math.min(90, north!)]
})

/** Every filter; several values of one are alternatives, several filters hold together. Names with a comma are written with %2C doubled as in any address. */
export const FILTERS = z.object({
  from: day.describe('first day, ISO'),
  to: day.describe('last day, ISO'),
  kind: list.describe('incident types, "figures" or "total"'),
  side: z.string().max(300).optional().describe('who did it or to whom'),
  weapon: list,
  place: z.string().max(300).optional().describe('name of a place, or a country as two letters'),
  claimant: z.string().max(300).optional(),
  outlet: z.string().max(300).optional(),
  agreement: list,
  review: list,
  measure: z.string().max(40).optional().describe('a measure that must have a figure'),
  least: z.coerce.number().min(0).max(1e9).optional().describe('the highest value of the measure (killed, where none is named) is at least this'),
  within: BOX.optional().describe('west,south,east,north: only points within'),
  text: z.string().max(400).optional().describe('words, searched for in place, sides, voices and claims'),
})

export type Filters = z.output<typeof FILTERS>

/** What values are counted for, each under all the other filters. */
export const FACETS = ['kind', 'side', 'weapon', 'place', 'claimant', 'outlet', 'agreement', 'review'] as const
export type Facet = (typeof FACETS)[number]
const DIMENSIONS = [...FACETS, 'time', 'counts', 'within'] as const
type Dimension = (typeof DIMENSIONS)[number]
const BIT = Object.fromEntries(DIMENSIONS.map((name, i) => [name, 1 << i])) as Record<Dimension, number>

export interface Filtered {
  /** Places of the chosen in the list of all rows. */
  places: Int32Array
  /** How many of them stand under no single day. */
  undated: number
  /** Per day (days since 1970) and kind, whatever days are chosen. */
  days: Map<number, Map<string, number>>
  facets: Record<Facet, Map<string, number>>
}

/** Which of the shared names, or lists of names, a filter lets through; null lets all through. The last place is that of none. */
type Passes = Uint8Array | null

/** One pass over all rows. `withWords`: 1 for rows that hold the words of `text`, null where it is not asked for. Running totals are events only where that kind is asked for. */
export function filterRows({ rows, columns, shared }: { rows: readonly Row[], columns: Columns, shared: Shared }, filters: Filters, withWords: Uint8Array | null): Filtered {
  const counts = new Counts(columns, shared), found = new Int32Array(rows.length), { day, kind, place, country, by, against, weapons, claimants, outlets, agreement, review } = columns
  const kinds = passes(shared, filters.kind) ?? allBut(shared, TOTAL_KIND), side = passes(shared, filters.side === undefined ? undefined : [filters.side])
  const armed = passesLists(shared, filters.weapon), said = passesLists(shared, filters.claimant === undefined ? undefined : [filters.claimant]), printed = passesLists(shared, filters.outlet === undefined ? undefined : [filters.outlet])
  const agrees = passesWords(AGREEMENTS, filters.agreement), judged = passesWords(REVIEWS, filters.review)
  const from = dayNumber(filters.from), to = dayNumber(filters.to), named = filters.place?.toLowerCase()
  const inCountry = filters.place !== undefined && /^[A-Z]{2}$/.test(filters.place)
  const where = named === undefined ? null : inCountry ? passes(shared, [filters.place!]) : Uint8Array.from([...shared.names.map((name) => (name.toLowerCase() === named ? 1 : 0)), 0])
  const measure = filters.measure ?? (filters.least === undefined ? null : 'killed'), least = filters.least ?? 0, highest = measure === null ? null : columns.highest(measure), none = shared.names.length
  let chosen = 0, undated = 0

  for (let i = 0; i < rows.length; i++) {
    if (withWords !== null && withWords[i] === 0) continue
    let fails = 0
    if (kinds[kind[i]!] === 0) fails |= BIT.kind
    if (side !== null && side[by[i]! < 0 ? none : by[i]!] === 0 && side[against[i]! < 0 ? none : against[i]!] === 0) fails |= BIT.side
    if (armed !== null && armed[weapons[i]!] === 0) fails |= BIT.weapon
    if (where !== null) { const at = inCountry ? country[i]! : place[i]!; if (where[at < 0 ? none : at] === 0) fails |= BIT.place }
    if (said !== null && said[claimants[i]!] === 0) fails |= BIT.claimant
    if (printed !== null && printed[outlets[i]!] === 0) fails |= BIT.outlet
    if (agrees !== null && agrees[agreement[i]!] === 0) fails |= BIT.agreement
    if (judged !== null && judged[review[i]!] === 0) fails |= BIT.review
    if ((from !== null || to !== null) && (day[i] === NO_DAY || (from !== null && day[i]! < from) || (to !== null && day[i]! > to))) fails |= BIT.time
    if (highest !== null && (highest[i]! < 0 || highest[i]! < least)) fails |= BIT.counts
    // what has failed twice counts for nothing, whatever else it fails
    if (filters.within !== undefined && (fails & (fails - 1)) === 0 && !inside(rows[i]!, filters.within)) fails |= BIT.within
    if (fails === 0) { found[chosen++] = i; if (day[i] === NO_DAY) undated++ }
    if ((fails & (fails - 1)) === 0) counts.add(i, fails)
  }
  return { places: found.slice(0, chosen), undated, days: counts.days(), facets: counts.facets() }
}

/** Counts a row for what it fails alone, or for everything where it fails nothing; by numbers, told as names at the end. */
class Counts {
  readonly #columns: Columns
  readonly #shared: Shared
  readonly #names: Record<'kind' | 'side' | 'place', Int32Array>
  readonly #lists: Record<'weapon' | 'claimant' | 'outlet', Int32Array>
  readonly #words = { agreement: new Int32Array(AGREEMENTS.length), review: new Int32Array(REVIEWS.length) }
  readonly #days = new Map<number, Map<string, number>>()
  #day = NO_DAY
  #kind = -1
  #run = 0

  constructor(columns: Columns, shared: Shared) {
    this.#columns = columns
    this.#shared = shared
    const names = (): Int32Array => new Int32Array(shared.names.length), lists = (): Int32Array => new Int32Array(shared.lists.length)
    this.#names = { kind: names(), side: names(), place: names() }
    this.#lists = { weapon: lists(), claimant: lists(), outlet: lists() }
  }

  add(i: number, fails: number): void {
    const columns = this.#columns, { kind, side, place } = this.#names, by = columns.by[i]!, against = columns.against[i]!, at = columns.place[i]!
    if (columns.day[i] !== NO_DAY && (fails === 0 || fails === BIT.time)) {
      // rows come by day and kind: a run of them is counted at once
      if (columns.day[i] !== this.#day || columns.kind[i] !== this.#kind) { this.#closeRun(); this.#day = columns.day[i]!; this.#kind = columns.kind[i]! }
      this.#run++
    }
    if (fails === 0 || fails === BIT.kind) kind[columns.kind[i]!]!++
    if (fails === 0 || fails === BIT.side) { if (by >= 0) side[by]!++; if (against >= 0 && against !== by) side[against]!++ }
    if ((fails === 0 || fails === BIT.place) && at >= 0) place[at]!++
    if (fails === 0 || fails === BIT.weapon) this.#lists.weapon[columns.weapons[i]!]!++
    if (fails === 0 || fails === BIT.claimant) this.#lists.claimant[columns.claimants[i]!]!++
    if (fails === 0 || fails === BIT.outlet) this.#lists.outlet[columns.outlets[i]!]!++
    if (fails === 0 || fails === BIT.agreement) this.#words.agreement[columns.agreement[i]!]!++
    if (fails === 0 || fails === BIT.review) this.#words.review[columns.review[i]!]!++
  }

  #closeRun(): void {
    if (this.#run > 0) {
      const kinds = this.#days.get(this.#day) ?? new Map<string, number>(), kind = this.#shared.names[this.#kind]!
      this.#days.set(this.#day, kinds.set(kind, (kinds.get(kind) ?? 0) + this.#run))
    }
    this.#run = 0
  }

  days(): Filtered['days'] {
    this.#closeRun()
    return this.#days
  }

  facets(): Filtered['facets'] {
    const named = (counts: Int32Array, names: readonly string[] = this.#shared.names): Map<string, number> => {
      const told = new Map<string, number>()
      counts.forEach((count, i) => { if (count > 0) told.set(names[i]!, count) })
      return told
    }
    const listed = (counts: Int32Array): Map<string, number> => {
      const told = new Map<string, number>()
      counts.forEach((count, i) => { if (count > 0) for (const name of this.#shared.lists[i]!) told.set(name, (told.get(name) ?? 0) + count) })
      return told
    }
    const { kind, side, place } = this.#names, { weapon, claimant, outlet } = this.#lists
    return { kind: named(kind), side: named(side), place: named(place), weapon: listed(weapon), claimant: listed(claimant), outlet: listed(outlet), agreement: named(this.#words.agreement, AGREEMENTS), review: named(this.#words.review, REVIEWS) }
  }
}

function passes(shared: Shared, values: readonly string[] | undefined): Passes {
  const asked = setOf(values)
  return asked === null ? null : Uint8Array.from([...shared.names.map((name) => (asked.has(name) ? 1 : 0)), 0])
}

function passesLists(shared: Shared, values: readonly string[] | undefined): Passes {
  const asked = setOf(values)
  return asked === null ? null : Uint8Array.from(shared.lists.map((list) => (list.some((name) => asked.has(name)) ? 1 : 0)))
}

function passesWords(words: readonly string[], values: readonly string[] | undefined): Passes {
  const asked = setOf(values)
  return asked === null ? null : Uint8Array.from(words, (word) => (asked.has(word) ? 1 : 0))
}

const allBut = (shared: Shared, one: string): Uint8Array => Uint8Array.from([...shared.names.map((name) => (name === one ? 0 : 1)), 1])

function inside(row: Row, [west, south, east, north]: readonly [number, number, number, number]): boolean {
  return row.standing === 'point' && row.lat >= south && row.lat <= north && (west <= east ? row.lon >= west && row.lon <= east : row.lon >= west || row.lon <= east)
}

const setOf = (values: readonly string[] | undefined): ReadonlySet<string> | null => (values === undefined || values.length === 0 ? null : new Set(values))

/** ISO days with their kinds, first to last. */
export function dayCounts(days: Filtered['days']): { day: string, kinds: Record<string, number> }[] {
  return [...days].sort(([a], [b]) => a - b).map(([number, kinds]) => ({ day: isoDay(number), kinds: Object.fromEntries(kinds) }))
}
