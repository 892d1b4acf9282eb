// Applies the filters to all rows, and counts what each would leave without itself.
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
/** All bits: more than any one filter could make good. */
const NEVER = 0xffff

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

/** A column at a time, for all rows. `withWords`: 1 for rows that hold the words of `text`, null where it is not asked for. Running totals are events only where that kind is asked for. */
export function filterRows(table: Table, filters: Filters, withWords: Uint8Array | null): Filtered {
  const { columns, names } = table, { size } = table, fails = failuresOf(table, filters, withWords), found = new Int32Array(size), { day } = columns
  let chosen = 0, undated = 0
  for (let i = 0; i < size; i++) if (fails[i] === 0) { found[chosen++] = i; if (day[i] === NO_DAY) undated++ }
  return { places: found.slice(0, chosen), undated, days: daysOf(columns, names, fails), facets: facetsOf(table, fails) }
}

/** Of each row a bit for each dimension whose filter it does not pass; NEVER where it counts for nothing whatever else it passes. */
function failuresOf(table: Table, filters: Filters, withWords: Uint8Array | null): Uint16Array {
  const { columns, names, size } = table, fails = new Uint16Array(size), { day, kind, place, country, by, against, weapons, agreement, review } = columns, none = names.names.length
  const mark = (column: Int32Array | Uint8Array, lets: Passes, bit: number): void => {
    if (lets === null) return
    for (let i = 0; i < size; i++) { const value = column[i]!; if (lets[value < 0 ? none : value] === 0) fails[i]! |= bit }
  }
  const markVoice = (sort: 'claimants' | 'outlets', name: string | undefined, bit: number): void => {
    if (name === undefined) return
    const having = new Uint8Array(size), number = names.known(name)
    if (number >= 0) for (const i of table.rowsOf(sort, number)) having[i] = 1
    for (let i = 0; i < size; i++) if (having[i] === 0) fails[i]! |= bit
  }
  if (withWords !== null) for (let i = 0; i < size; i++) if (withWords[i] === 0) fails[i] = NEVER
  mark(kind, passes(names, filters.kind) ?? allBut(names, TOTAL_KIND), BIT.kind)
  const side = passes(names, one(filters.side))
  if (side !== null) for (let i = 0; i < size; i++) if (side[by[i]! < 0 ? none : by[i]!] === 0 && side[against[i]! < 0 ? none : against[i]!] === 0) fails[i]! |= BIT.side
  mark(weapons, passesLists(names, filters.weapon), BIT.weapon)
  if (filters.place !== undefined) {
    const named = filters.place.toLowerCase(), inCountry = /^[A-Z]{2}$/.test(filters.place)
    mark(inCountry ? country : place, inCountry ? passes(names, [filters.place]) : passing(names.names, (name) => name.toLowerCase() === named), BIT.place)
  }
  markVoice('claimants', filters.claimant, BIT.claimant)
  markVoice('outlets', filters.outlet, BIT.outlet)
  mark(agreement, passesWords(AGREEMENTS, filters.agreement), BIT.agreement)
  mark(review, passesWords(REVIEWS, filters.review), BIT.review)
  const from = dayNumber(filters.from), to = dayNumber(filters.to)
  if (from !== null || to !== null) for (let i = 0; i < size; i++) if (day[i] === NO_DAY || (from !== null && day[i]! < from) || (to !== null && day[i]! > to)) fails[i]! |= BIT.time
  const measure = filters.measure ?? (filters.least === undefined ? null : 'killed'), least = filters.least ?? 0
  if (measure !== null) { const highest = table.highest(measure); for (let i = 0; i < size; i++) if (highest[i]! < 0 || highest[i]! < least) fails[i]! |= BIT.counts }
  if (filters.within !== undefined) for (let i = 0; i < size; i++) if (!inside(columns, i, filters.within)) fails[i]! |= BIT.within
  return fails
}

/** Days with how many of each kind, of what fails nothing but the days that are chosen. */
function daysOf({ day, kind }: Columns, { names }: Names, fails: Uint16Array): Filtered['days'] {
  const days: Filtered['days'] = new Map()
  let run = 0, ofDay = NO_DAY, ofKind = -1
  const close = (): void => {
    if (run === 0) return
    const kinds = days.get(ofDay) ?? new Map<string, number>(), name = names[ofKind]!
    days.set(ofDay, kinds.set(name, (kinds.get(name) ?? 0) + run))
    run = 0
  }
  // rows come by day and kind: a run of them is counted at once
  for (let i = 0; i < fails.length; i++) {
    if ((fails[i]! & ~BIT.time) !== 0 || day[i] === NO_DAY) continue
    if (day[i] !== ofDay || kind[i] !== ofKind) { close(); ofDay = day[i]!; ofKind = kind[i]! }
    run++
  }
  close()
  return days
}

/** How often each value occurs among what fails nothing but its own filter; by numbers, told as names at the end. */
function facetsOf(table: Table, fails: Uint16Array): Filtered['facets'] {
  const { columns, names: { names, lists }, size } = table, { by, against } = columns
  const counted = (column: Int32Array | Uint8Array, values: number, bit: number): Int32Array => {
    const counts = new Int32Array(values), others = ~bit
    for (let i = 0; i < size; i++) if ((fails[i]! & others) === 0 && column[i]! >= 0) counts[column[i]!]!++
    return counts
  }
  // lists are long: those of the fewer rows are gone through, and taken from those of all where they are of what is left out
  const countedVoices = (sort: 'claimants' | 'outlets', bit: number): Int32Array => {
    const others = ~bit, of = columns[sort]
    let left = 0
    for (let i = 0; i < size; i++) if ((fails[i]! & others) !== 0) left++
    if (left * 2 > size) {
      const counts = new Int32Array(names.length)
      for (let i = 0; i < size; i++) if ((fails[i]! & others) === 0) countAll(of, i, counts, 1)
      return counts
    }
    const counts = new Int32Array(names.length)
    counts.set(table.timesOf(sort))
    for (let i = 0; i < size; i++) if ((fails[i]! & others) !== 0) countAll(of, i, counts, -1)
    return counts
  }
  const named = (counts: Int32Array, words: readonly string[] = names): Map<string, number> => {
    const told = new Map<string, number>()
    for (let i = 0; i < counts.length; i++) if (counts[i]! > 0) told.set(words[i]!, counts[i]!)
    return told
  }
  const side = counted(by, names.length, BIT.side), weapon = new Int32Array(names.length)
  for (let i = 0; i < size; i++) if ((fails[i]! & ~BIT.side) === 0 && against[i]! >= 0 && against[i] !== by[i]) side[against[i]!]!++
  counted(columns.weapons, lists.length, BIT.weapon).forEach((count, i) => { if (count > 0) for (const name of lists[i]!) weapon[name]! += count })
  return {
    kind: named(counted(columns.kind, names.length, BIT.kind)), side: named(side), place: named(counted(columns.place, names.length, BIT.place)), weapon: named(weapon),
    claimant: named(countedVoices('claimants', BIT.claimant)), outlet: named(countedVoices('outlets', BIT.outlet)),
    agreement: named(counted(columns.agreement, AGREEMENTS.length, BIT.agreement), AGREEMENTS), review: named(counted(columns.review, REVIEWS.length, BIT.review), REVIEWS),
  }
}

function countAll({ starts, lengths, line: { numbers } }: Columns['claimants'], i: number, counts: Int32Array, by: 1 | -1): void {
  for (let at = starts[i]!, end = at + lengths[i]!; at < end; at++) counts[numbers[at]!]! += by
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

/** ISO days, first to last, and of each kind how many on each of them. */
export function dayCounts(of: Filtered['days']): { days: string[], kinds: string[], counts: number[][] } {
  const days = [...of].sort(([a], [b]) => a - b), kinds = [...new Set(days.flatMap(([, counts]) => [...counts.keys()]))].sort()
  return { days: days.map(([number]) => isoDay(number)), kinds, counts: kinds.map((kind) => days.map(([, counts]) => counts.get(kind) ?? 0)) }
}
