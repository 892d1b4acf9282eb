// Values as they are written on the command line.
import type { Place } from '../model/claim.ts'
import { UserError } from './command.ts'
import { nearest } from './nearest.ts'
import { safe } from './terminal.ts'

/** Finds the place of that name or gazetteer id; null for "none". */
export type PlaceFinder = (asked: string) => Promise<Place | null>

/** "none" is null. */
export const textFrom = (value: string): string | null => (value === 'none' ? null : value)

/** "drone, missile"; "none" is no weapon. */
export const listFrom = (value: string): string[] => (value === 'none' ? [] : value.split(',').map((one) => one.trim()).filter((one) => one !== ''))

/** "2031-05-06", "2031-05-06..2031-05-07", "none". */
export function daysFrom(value: string): { from: string, to: string } | null {
  if (value === 'none') return null
  const found = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/.exec(value)
  if (found === null) throw new UserError(`"${safe(value)}" is no day.`, 'Write 2031-05-06, or 2031-05-06..2031-05-07 for several.')
  return { from: found[1]!, to: found[2] ?? found[1]! }
}

/** "3" is low, best and high; "2..4" low and high without a best; "2..3..4" all three. */
export function valuesFrom(value: string): [number, number, number] {
  const parts = value.split('..').map((part) => (/^\d{1,12}(?:\.\d{1,6})?$/.test(part) ? Number(part) : NaN))
  if (parts.length > 3 || parts.some(Number.isNaN)) throw new UserError(`"${safe(value)}" is no number.`, 'Write 3, or 2..3..4 for low, best and high.')
  const [low, second = low!, third = second] = parts as [number, number?, number?]
  return parts.length === 2 ? [low, low, second] : [low, second, third]
}

/** The value where it is one of those there are. */
export function oneOf<Value extends string>(value: string, values: readonly Value[], what: string): Value {
  if ((values as readonly string[]).includes(value)) return value as Value
  const meant = nearest(value, values)
  throw new UserError(`${what} cannot be "${safe(value)}".`, `${meant === null ? '' : `Did you mean ${meant}? `}It is one of: ${values.join(', ')}.`)
}
