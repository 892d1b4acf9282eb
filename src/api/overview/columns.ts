// What filters, counts and maps look at of every row, as columns of numbers: a pass over them goes through memory in one line,
// where a pass over the rows themselves would jump about in it.
import { AGREEMENTS, REVIEWS, type Row, type RowNumbers } from './row.ts'

/** The day of a row that has none. */
export const NO_DAY = -0x8000_0000

/** By place in the list of rows. Names and lists of names by their number among those that rows share; -1 for none. */
export interface Columns {
  day: Int32Array
  kind: Int32Array
  place: Int32Array
  country: Int32Array
  by: Int32Array
  against: Int32Array
  weapons: Int32Array
  claimants: Int32Array
  outlets: Int32Array
  spot: Int32Array
  /** Place in AGREEMENTS and REVIEWS. */
  agreement: Uint8Array
  review: Uint8Array
  /** NeedBits. */
  needs: Uint8Array
  /** The highest value of a measure among a row's figures, -1 where it has none of it; made when a measure is first asked for. */
  highest(measure: string): Float64Array
}

/** A row with its numbers, as it was made. */
export interface NumberedRow {
  row: Row
  numbers: RowNumbers
}

export function columnsOf(all: readonly NumberedRow[]): Columns {
  const column = (of: (one: NumberedRow) => number): Int32Array => Int32Array.from(all, of)
  const highest = new Map<string, Float64Array>()
  return {
    day: column(({ row }) => row.day ?? NO_DAY), kind: column(({ numbers }) => numbers.kind), place: column(({ numbers }) => numbers.place), country: column(({ numbers }) => numbers.country), by: column(({ numbers }) => numbers.by), against: column(({ numbers }) => numbers.against),
    weapons: column(({ numbers }) => numbers.weapons), claimants: column(({ numbers }) => numbers.claimants), outlets: column(({ numbers }) => numbers.outlets), spot: column(({ numbers }) => numbers.spot),
    agreement: Uint8Array.from(all, ({ row }) => AGREEMENTS.indexOf(row.agreement)), review: Uint8Array.from(all, ({ row }) => REVIEWS.indexOf(row.review)), needs: Uint8Array.from(all, ({ row }) => row.needs),
    highest(measure) {
      let known = highest.get(measure)
      if (known === undefined) highest.set(measure, known = Float64Array.from(all, ({ row }) => row.figures.reduce((most, figure) => (figure.measure === measure ? Math.max(most, figure.high ?? figure.best ?? 0) : most), -1)))
      return known
    },
  }
}
