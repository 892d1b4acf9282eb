// The filters of the overview, as they stand in an address, and the pass over all rows that applies them.
import { z } from 'zod'
import { dayNumber, isoDay } from '../../site/day-columns.ts'
import { TOTAL_KIND, type Row } from './row.ts'

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

/** One pass over the rows. `withWords`: ids that hold the words of `text`, null where it is not asked for. Running totals are events only where that kind is asked for. */
export function filterRows(rows: readonly Row[], filters: Filters, withWords: ReadonlySet<string> | null): Filtered {
  const found: Filtered = { rows: [], days: new Map(), facets: Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as Filtered['facets'] }
  const kinds = setOf(filters.kind), weapons = setOf(filters.weapon), agreements = setOf(filters.agreement), reviews = setOf(filters.review)
  const from = dayNumber(filters.from), to = dayNumber(filters.to)
  const place = filters.place?.toLowerCase(), country = filters.place !== undefined && /^[A-Z]{2}$/.test(filters.place) ? filters.place : null
  const measure = filters.measure ?? (filters.least === undefined ? null : 'killed'), least = filters.least ?? 0

  for (const row of rows) {
    if (withWords !== null && !withWords.has(row.id)) continue
    let fails = 0
    if (kinds === null ? row.kind === TOTAL_KIND : !kinds.has(row.kind)) fails |= BIT.kind
    if (filters.side !== undefined && row.by !== filters.side && row.against !== filters.side) fails |= BIT.side
    if (weapons !== null && !row.weapons.some((weapon) => weapons.has(weapon))) fails |= BIT.weapon
    if (place !== undefined && !(country === null ? row.place?.toLowerCase() === place : row.country === country)) fails |= BIT.place
    if (filters.claimant !== undefined && !row.claimants.includes(filters.claimant)) fails |= BIT.claimant
    if (filters.outlet !== undefined && !row.outlets.includes(filters.outlet)) fails |= BIT.outlet
    if (agreements !== null && !agreements.has(row.agreement)) fails |= BIT.agreement
    if (reviews !== null && !reviews.has(row.review)) fails |= BIT.review
    if (from !== null && !(row.day !== null && row.day >= from) || to !== null && !(row.day !== null && row.day <= to)) fails |= BIT.time
    if (measure !== null && !row.figures.some((figure) => figure.measure === measure && (figure.high ?? figure.best ?? 0) >= least)) fails |= BIT.counts
    if (filters.within !== undefined && !inside(row, filters.within)) fails |= BIT.within
    if (fails === 0) found.rows.push(row)
    if ((fails & (fails - 1)) === 0) count(found, row, fails)
  }
  return found
}

/** Counts a row for what it fails alone, or for everything where it fails nothing. */
function count({ days, facets }: Filtered, row: Row, fails: number): void {
  if (row.day !== null && (fails === 0 || fails === BIT.time)) {
    const kinds = days.get(row.day)
    if (kinds === undefined) days.set(row.day, new Map([[row.kind, 1]]))
    else kinds.set(row.kind, (kinds.get(row.kind) ?? 0) + 1)
  }
  const add = (facet: Facet, value: string | null): void => {
    if (value !== null && (fails === 0 || fails === BIT[facet])) facets[facet].set(value, (facets[facet].get(value) ?? 0) + 1)
  }
  add('kind', row.kind)
  add('side', row.by)
  if (row.against !== row.by) add('side', row.against)
  for (const weapon of row.weapons) add('weapon', weapon)
  add('place', row.place)
  for (const claimant of row.claimants) add('claimant', claimant)
  for (const outlet of row.outlets) add('outlet', outlet)
  add('agreement', row.agreement)
  add('review', row.review)
}

function inside(row: Row, [west, south, east, north]: readonly [number, number, number, number]): boolean {
  return row.standing === 'point' && row.lat >= south && row.lat <= north && (west <= east ? row.lon >= west && row.lon <= east : row.lon >= west || row.lon <= east)
}

const setOf = (values: readonly string[] | undefined): ReadonlySet<string> | null => (values === undefined || values.length === 0 ? null : new Set(values))

/** ISO days with their kinds, first to last. */
export function dayCounts(days: Filtered['days']): { day: string, kinds: Record<string, number> }[] {
  return [...days].sort(([a], [b]) => a - b).map(([number, kinds]) => ({ day: isoDay(number), kinds: Object.fromEntries(kinds) }))
}
