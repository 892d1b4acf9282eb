// The pass over all rows that applies the filters, and counts what each would leave without itself.
import { dayNumber, isoDay } from '../../site/day-columns.ts'
import type { Filters } from './filters.ts'
import type { Names } from './names.ts'
import { AGREEMENTS, NO_DAY, REVIEWS, STANDINGS, TOTAL_KIND } from './row.ts'
import type { Columns, Table } from './table.ts'

/** What values are counted for, each under all the other filters. */
export const FACETS = ['kind', 'side', 'weapon', 'place', 'claimant', 'outlet', 'agreement', 'review'] as const
export type Facet = (typeof FACETS)[number]
const DIMENSIONS = [...FACETS, 'time', 'counts', 'within'] as const
type Dimension = (typeof DIMENSIONS)[number]
const BIT = Object.fromEntries(DIMENSIONS.map((name, i) => [name, 1 << i])) as Record<Dimension, number>

export interface Filtered {
  /** Places of the chosen in the table. */
  places: Int32Array
  /** How many of them stand under no single day. */
  undated: number
  /** Per day (days since 1970) and kind, whatever days are chosen. */
  days: Map<number, Map<string, number>>
  facets: Record<Facet, Map<string, number>>
}

/** Which names, or lists or words by number, a filter lets through; null lets all through. The last place is that of none. */
type Passes = Uint8Array | null

/** One pass over all rows. `withWords`: 1 for rows that hold the words of `text`, null where it is not asked for. Running totals are events only where that kind is asked for. */
export function filterRows(table: Table, filters: Filters, withWords: Uint8Array | null): Filtered {
  const { columns, names } = table, counts = new Counts(columns, names), found = new Int32Array(table.size), { day, kind, place, country, by, against, weapons, claimants, outlets, agreement, review } = columns
  const kinds = passes(names, filters.kind) ?? allBut(names, TOTAL_KIND), side = passes(names, one(filters.side))
  const armed = passesLists(names, filters.weapon), said = passes(names, one(filters.claimant)), printed = passes(names, one(filters.outlet))
  const agrees = passesWords(AGREEMENTS, filters.agreement), judged = passesWords(REVIEWS, filters.review)
  const from = dayNumber(filters.from), to = dayNumber(filters.to), named = filters.place?.toLowerCase()
  const inCountry = filters.place !== undefined && /^[A-Z]{2}$/.test(filters.place)
  const where = named === undefined ? null : inCountry ? passes(names, [filters.place!]) : passing(names.names, (name) => name.toLowerCase() === named)
  const measure = filters.measure ?? (filters.least === undefined ? null : 'killed'), least = filters.least ?? 0, highest = measure === null ? null : table.highest(measure), none = names.names.length
  let chosen = 0, undated = 0

  for (let i = 0; i < table.size; i++) {
    if (withWords !== null && withWords[i] === 0) continue
    let fails = 0
    if (kinds[kind[i]!] === 0) fails |= BIT.kind
    if (side !== null && side[by[i]! < 0 ? none : by[i]!] === 0 && side[against[i]! < 0 ? none : against[i]!] === 0) fails |= BIT.side
    if (armed !== null && armed[weapons[i]!] === 0) fails |= BIT.weapon
    if (where !== null) { const at = inCountry ? country[i]! : place[i]!; if (where[at < 0 ? none : at] === 0) fails |= BIT.place }
    if (said !== null && !anyOf(claimants, i, said)) fails |= BIT.claimant
    if (printed !== null && !anyOf(outlets, i, printed)) fails |= BIT.outlet
    if (agrees !== null && agrees[agreement[i]!] === 0) fails |= BIT.agreement
    if (judged !== null && judged[review[i]!] === 0) fails |= BIT.review
    if ((from !== null || to !== null) && (day[i] === NO_DAY || (from !== null && day[i]! < from) || (to !== null && day[i]! > to))) fails |= BIT.time
    if (highest !== null && (highest[i]! < 0 || highest[i]! < least)) fails |= BIT.counts
    // what has failed twice counts for nothing, whatever else it fails
    if (filters.within !== undefined && (fails & (fails - 1)) === 0 && !inside(columns, i, filters.within)) fails |= BIT.within
    if (fails === 0) { found[chosen++] = i; if (day[i] === NO_DAY) undated++ }
    if ((fails & (fails - 1)) === 0) counts.add(i, fails)
  }
  return { places: found.slice(0, chosen), undated, days: counts.days(), facets: counts.facets() }
}

/** Counts a row for what it fails alone, or for everything where it fails nothing; by numbers, told as names at the end. */
class Counts {
  readonly #columns: Columns
  readonly #names: Names
  readonly #by: Record<'kind' | 'side' | 'place' | 'claimant' | 'outlet', Int32Array>
  readonly #weapons: Int32Array
  readonly #words = { agreement: new Int32Array(AGREEMENTS.length), review: new Int32Array(REVIEWS.length) }
  readonly #days = new Map<number, Map<string, number>>()
  #day = NO_DAY
  #kind = -1
  #run = 0

  constructor(columns: Columns, names: Names) {
    this.#columns = columns
    this.#names = names
    const counts = (): Int32Array => new Int32Array(names.names.length)
    this.#by = { kind: counts(), side: counts(), place: counts(), claimant: counts(), outlet: counts() }
    this.#weapons = new Int32Array(names.lists.length)
  }

  add(i: number, fails: number): void {
    const columns = this.#columns, { kind, side, place, claimant, outlet } = this.#by, by = columns.by[i]!, against = columns.against[i]!, at = columns.place[i]!
    if (columns.day[i] !== NO_DAY && (fails === 0 || fails === BIT.time)) {
      // rows come by day and kind: a run of them is counted at once
      if (columns.day[i] !== this.#day || columns.kind[i] !== this.#kind) { this.#closeRun(); this.#day = columns.day[i]!; this.#kind = columns.kind[i]! }
      this.#run++
    }
    if (fails === 0 || fails === BIT.kind) kind[columns.kind[i]!]!++
    if (fails === 0 || fails === BIT.side) { if (by >= 0) side[by]!++; if (against >= 0 && against !== by) side[against]!++ }
    if ((fails === 0 || fails === BIT.place) && at >= 0) place[at]!++
    if (fails === 0 || fails === BIT.weapon) this.#weapons[columns.weapons[i]!]!++
    if (fails === 0 || fails === BIT.claimant) countAll(columns.claimants, i, claimant)
    if (fails === 0 || fails === BIT.outlet) countAll(columns.outlets, i, outlet)
    if (fails === 0 || fails === BIT.agreement) this.#words.agreement[columns.agreement[i]!]!++
    if (fails === 0 || fails === BIT.review) this.#words.review[columns.review[i]!]!++
  }

  #closeRun(): void {
    if (this.#run > 0) {
      const kinds = this.#days.get(this.#day) ?? new Map<string, number>(), kind = this.#names.names[this.#kind]!
      this.#days.set(this.#day, kinds.set(kind, (kinds.get(kind) ?? 0) + this.#run))
    }
    this.#run = 0
  }

  days(): Filtered['days'] {
    this.#closeRun()
    return this.#days
  }

  facets(): Filtered['facets'] {
    const named = (counts: Int32Array, words: readonly string[] = this.#names.names): Map<string, number> => {
      const told = new Map<string, number>()
      counts.forEach((count, i) => { if (count > 0) told.set(words[i]!, count) })
      return told
    }
    const weapon = new Int32Array(this.#names.names.length)
    this.#weapons.forEach((count, i) => { if (count > 0) for (const name of this.#names.lists[i]!) weapon[name]! += count })
    const { kind, side, place, claimant, outlet } = this.#by
    return { kind: named(kind), side: named(side), place: named(place), weapon: named(weapon), claimant: named(claimant), outlet: named(outlet), agreement: named(this.#words.agreement, AGREEMENTS), review: named(this.#words.review, REVIEWS) }
  }
}

function countAll({ starts, lengths, line: { numbers } }: Columns['claimants'], i: number, counts: Int32Array): void {
  for (let at = starts[i]!, end = at + lengths[i]!; at < end; at++) counts[numbers[at]!]!++
}

function anyOf({ starts, lengths, line: { numbers } }: Columns['claimants'], i: number, wanted: Uint8Array): boolean {
  for (let at = starts[i]!, end = at + lengths[i]!; at < end; at++) if (wanted[numbers[at]!] === 1) return true
  return false
}

const one = (value: string | undefined): string[] | undefined => (value === undefined ? undefined : [value])

function passing(words: readonly string[], lets: (word: string) => boolean): Uint8Array {
  const passed = new Uint8Array(words.length + 1)
  for (let i = 0; i < words.length; i++) if (lets(words[i]!)) passed[i] = 1
  return passed
}

function passes({ names }: Names, values: readonly string[] | undefined): Passes {
  const asked = setOf(values)
  return asked === null ? null : passing(names, (name) => asked.has(name))
}

function passesLists({ names, lists }: Names, values: readonly string[] | undefined): Passes {
  const asked = setOf(values)
  return asked === null ? null : Uint8Array.from(lists, (list) => (list.some((name) => asked.has(names[name]!)) ? 1 : 0))
}

function passesWords(words: readonly string[], values: readonly string[] | undefined): Passes {
  const asked = setOf(values)
  return asked === null ? null : passing(words, (word) => asked.has(word))
}

function allBut({ names }: Names, one: string): Uint8Array {
  const passed = passing(names, (name) => name !== one)
  passed[names.length] = 1
  return passed
}

const POINT = STANDINGS.indexOf('point')

function inside({ standing, lat, lon }: Columns, i: number, [west, south, east, north]: readonly [number, number, number, number]): boolean {
  return standing[i] === POINT && lat[i]! >= south && lat[i]! <= north && (west <= east ? lon[i]! >= west && lon[i]! <= east : lon[i]! >= west || lon[i]! <= east)
}

const setOf = (values: readonly string[] | undefined): ReadonlySet<string> | null => (values === undefined || values.length === 0 ? null : new Set(values))

/** ISO days, first to last, with how many of each of these kinds. */
export function dayCounts(days: Filtered['days']): { kinds: string[], days: { day: string, counts: number[] }[] } {
  const kinds = [...new Set([...days.values()].flatMap((counts) => [...counts.keys()]))].sort()
  return { kinds, days: [...days].sort(([a], [b]) => a - b).map(([number, counts]) => ({ day: isoDay(number), counts: kinds.map((kind) => counts.get(kind) ?? 0) })) }
}
