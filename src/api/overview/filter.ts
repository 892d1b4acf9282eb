// The filters of the overview, as they stand in an address, and the pass over all rows that applies them.
import { z } from 'zod'
import { dayNumber, isoDay } from '../../site/day-columns.ts'
import { TOTAL_KIND, type Row, type Shared } from './row.ts'

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
  rows: Row[]
  /** Per day (days since 1970) and kind, whatever days are chosen. */
  days: Map<number, Map<string, number>>
  facets: Record<Facet, Map<string, number>>
}

/** Which of the shared names, or lists of names, a filter lets through; null lets all through. The last place is that of none. */
type Passes = Uint8Array | null

/** One pass over the rows. `withWords`: ids that hold the words of `text`, null where it is not asked for. Running totals are events only where that kind is asked for. */
export function filterRows(rows: readonly Row[], shared: Shared, filters: Filters, withWords: ReadonlySet<string> | null): Filtered {
  const counts = new Counts(shared), found: Row[] = []
  const kinds = passes(shared, filters.kind) ?? allBut(shared, TOTAL_KIND), side = passes(shared, filters.side === undefined ? undefined : [filters.side])
  const weapons = passesLists(shared, filters.weapon), claimants = passesLists(shared, filters.claimant === undefined ? undefined : [filters.claimant]), outlets = passesLists(shared, filters.outlet === undefined ? undefined : [filters.outlet])
  const agreements = setOf(filters.agreement), reviews = setOf(filters.review)
  const from = dayNumber(filters.from), to = dayNumber(filters.to)
  const place = filters.place?.toLowerCase(), country = filters.place !== undefined && /^[A-Z]{2}$/.test(filters.place) ? filters.place : null
  const places = place === undefined || country !== null ? null : Uint8Array.from([...shared.names.map((name) => (name.toLowerCase() === place ? 1 : 0)), 0])
  const measure = filters.measure ?? (filters.least === undefined ? null : 'killed'), least = filters.least ?? 0, none = shared.names.length

  for (const row of rows) {
    if (withWords !== null && !withWords.has(row.id)) continue
    const { at } = row
    let fails = 0
    if (kinds[at.kind] === 0) fails |= BIT.kind
    if (side !== null && side[at.by < 0 ? none : at.by] === 0 && side[at.against < 0 ? none : at.against] === 0) fails |= BIT.side
    if (weapons !== null && weapons[at.weapons] === 0) fails |= BIT.weapon
    if (places !== null ? places[at.place < 0 ? none : at.place] === 0 : country !== null && row.country !== country) fails |= BIT.place
    if (claimants !== null && claimants[at.claimants] === 0) fails |= BIT.claimant
    if (outlets !== null && outlets[at.outlets] === 0) fails |= BIT.outlet
    if (agreements !== null && !agreements.has(row.agreement)) fails |= BIT.agreement
    if (reviews !== null && !reviews.has(row.review)) fails |= BIT.review
    if (from !== null && !(row.day !== null && row.day >= from) || to !== null && !(row.day !== null && row.day <= to)) fails |= BIT.time
    if (measure !== null && !row.figures.some((figure) => figure.measure === measure && (figure.high ?? figure.best ?? 0) >= least)) fails |= BIT.counts
    if (filters.within !== undefined && !inside(row, filters.within)) fails |= BIT.within
    if (fails === 0) found.push(row)
    if ((fails & (fails - 1)) === 0) counts.add(row, fails)
  }
  return { rows: found, days: counts.days(), facets: counts.facets() }
}

/** Counts a row for what it fails alone, or for everything where it fails nothing; by numbers, told as names at the end. */
class Counts {
  readonly #shared: Shared
  readonly #names: Record<'kind' | 'side' | 'place', Int32Array>
  readonly #lists: Record<'weapon' | 'claimant' | 'outlet', Int32Array>
  readonly #words: Record<'agreement' | 'review', Map<string, number>> = { agreement: new Map(), review: new Map() }
  readonly #days = new Map<number, Map<string, number>>()
  #day: number | null = null
  #kind = ''
  #run = 0

  constructor(shared: Shared) {
    this.#shared = shared
    const names = (): Int32Array => new Int32Array(shared.names.length), lists = (): Int32Array => new Int32Array(shared.lists.length)
    this.#names = { kind: names(), side: names(), place: names() }
    this.#lists = { weapon: lists(), claimant: lists(), outlet: lists() }
  }

  add(row: Row, fails: number): void {
    const { at } = row, { kind, side, place } = this.#names
    if (row.day !== null && (fails === 0 || fails === BIT.time)) {
      // rows come by day and kind: a run of them is counted at once
      if (row.day !== this.#day || row.kind !== this.#kind) { this.#closeRun(); this.#day = row.day; this.#kind = row.kind }
      this.#run++
    }
    if (fails === 0 || fails === BIT.kind) kind[at.kind]!++
    if (fails === 0 || fails === BIT.side) { if (at.by >= 0) side[at.by]!++; if (at.against >= 0 && at.against !== at.by) side[at.against]!++ }
    if ((fails === 0 || fails === BIT.place) && at.place >= 0) place[at.place]!++
    if (fails === 0 || fails === BIT.weapon) this.#lists.weapon[at.weapons]!++
    if (fails === 0 || fails === BIT.claimant) this.#lists.claimant[at.claimants]!++
    if (fails === 0 || fails === BIT.outlet) this.#lists.outlet[at.outlets]!++
    if (fails === 0 || fails === BIT.agreement) this.#words.agreement.set(row.agreement, (this.#words.agreement.get(row.agreement) ?? 0) + 1)
    if (fails === 0 || fails === BIT.review) this.#words.review.set(row.review, (this.#words.review.get(row.review) ?? 0) + 1)
  }

  #closeRun(): void {
    if (this.#day !== null && this.#run > 0) {
      const kinds = this.#days.get(this.#day) ?? new Map<string, number>()
      this.#days.set(this.#day, kinds.set(this.#kind, (kinds.get(this.#kind) ?? 0) + this.#run))
    }
    this.#run = 0
  }

  days(): Filtered['days'] {
    this.#closeRun()
    return this.#days
  }

  facets(): Filtered['facets'] {
    const named = (counts: Int32Array): Map<string, number> => {
      const told = new Map<string, number>()
      counts.forEach((count, i) => { if (count > 0) told.set(this.#shared.names[i]!, count) })
      return told
    }
    const listed = (counts: Int32Array): Map<string, number> => {
      const told = new Map<string, number>()
      counts.forEach((count, i) => { if (count > 0) for (const name of this.#shared.lists[i]!) told.set(name, (told.get(name) ?? 0) + count) })
      return told
    }
    const { kind, side, place } = this.#names, { weapon, claimant, outlet } = this.#lists
    return { kind: named(kind), side: named(side), place: named(place), weapon: listed(weapon), claimant: listed(claimant), outlet: listed(outlet), ...this.#words }
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

const allBut = (shared: Shared, one: string): Uint8Array => Uint8Array.from([...shared.names.map((name) => (name === one ? 0 : 1)), 1])

function inside(row: Row, [west, south, east, north]: readonly [number, number, number, number]): boolean {
  return row.standing === 'point' && row.lat >= south && row.lat <= north && (west <= east ? row.lon >= west && row.lon <= east : row.lon >= west || row.lon <= east)
}

const setOf = (values: readonly string[] | undefined): ReadonlySet<string> | null => (values === undefined || values.length === 0 ? null : new Set(values))

/** ISO days with their kinds, first to last. */
export function dayCounts(days: Filtered['days']): { day: string, kinds: Record<string, number> }[] {
  return [...days].sort(([a], [b]) => a - b).map(([number, kinds]) => ({ day: isoDay(number), kinds: Object.fromEntries(kinds) }))
}
