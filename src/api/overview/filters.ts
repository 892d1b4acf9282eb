// The filters of the overview, as they stand in an address.
import { z } from 'zod'

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
