// Parts of longer times: "early March", "late in 1942", "the end of the month", "the first half of 2008", "later that year".
import type { Part } from '../../../time/timex.ts'
import { expression, type Made } from './expression.ts'
import { type Line, ordinalAt, textAt, wordAt } from './line.ts'
import { partOfDay } from './parts-of-day.ts'
import { firstUnit, fullDate, pointing, quarter, yearOf } from './pointing.ts'
import { warStart } from './war-phrases.ts'
import { EARLY, EDGE, LATE, MID, PART, SEQUENCE, UNIT } from './words.ts'
import { centuryAt } from './years.ts'

/** "first half of 2008", "latter part of the year" (with its "the" already read). */
export function part(line: Line, i: number, first: number): Made {
  const made = quarter(line, i, first)
  if (made) return made
  const latter = textAt(line, i) === 'latter'
  const ordinal = latter ? 2 : ordinalAt(line, i)
  const noun = textAt(line, i + 1)
  if (noun !== 'half' && noun !== 'part' && noun !== 'days' && noun !== 'weeks' && noun !== 'months' && noun !== 'years' || textAt(line, i + 2) !== 'of') return null
  if (noun === 'half' && (ordinal === 1 || ordinal === 2)) {
    const year = yearOf(line, i + 2)
    if (year) return expression(first, year.end, 'date', { is: 'half', year: year.year, of: 'H', n: ordinal })
  }
  if (noun !== 'half' && noun !== 'part') return null
  const said = timeAfter(line, i + 3)
  return said ? { ...said, first, part: partSaid(noun === 'half', ordinal === 1 || (wordAt(line, i).roles & EARLY) !== 0) } : null
}

const partSaid = (half: boolean, first: boolean): Part => (half ? (first ? 'first half' : 'second half') : first ? 'start' : 'end')

/** A time that stands behind "the end of", "early in" and the like, with or without "the". */
function timeAfter(line: Line, i: number, depth = 0): Made {
  const said = fullDate(line, i, true, [])
  if (said) return said
  const the = textAt(line, i) === 'the'
  const at = the ? i + 1 : i
  const pointed = pointing(line, at, the, i)
  if (pointed) return pointed
  if (the) {
    const word = wordAt(line, at)
    const inner = fullDate(line, at, true, []) ?? modified(line, at, at, depth + 1) ?? centuryAt(line, at)
    if (inner) return { ...inner, first: i }
    if ((word.roles & UNIT) !== 0 && !word.plural && (word.unit === 'D' || word.unit === 'W' || word.unit === 'M' || word.unit === 'Y' || word.unit === 'DE' || word.unit === 'CE' || word.unit === 'WE')) return expression(i, at + 1, 'date', { is: 'shift', unit: word.unit, n: 0, from: 'told' })
    if ((word.roles & PART) !== 0) return partOfDay(line, at, i)
    if (word.ordinal > 0 && (wordAt(line, at + 1).roles & UNIT) !== 0 && !wordAt(line, at + 1).plural) return firstUnit(line, at + 1, wordAt(line, at + 1).unit, word.ordinal, i)
  }
  const month = wordAt(line, at)
  return month.month > 0 ? fullDate(line, at, true, []) : null
}

const EDGES: Record<string, Part | null> = { start: 'start', mid: 'mid', end: 'end', rest: null }

/** "beginning of 1943", "end of the month", "middle of summer", "month's end". */
export function edge(line: Line, i: number, first: number): Made {
  const word = wordAt(line, i)
  if ((word.roles & EDGE) === 0) return null
  let at = i + 1
  if (textAt(line, at) === 'of') at++
  else if (word.edge !== 'mid') return null
  const said = timeAfter(line, at)
  if (said) return { ...said, first, part: EDGES[word.edge] ?? null }
  if (word.edge !== 'start' || textAt(line, i) === 'turn') return null
  return warStart(line, at, first)
}

/** "late in the early 1990s": one part of a part is enough. */
const NESTED = 1

/** "early March", "late in 1942", "later that month", "early on Tuesday", "early hours of Sunday". */
export function modified(line: Line, i: number, first: number, depth = 0): Made {
  if (depth > NESTED) return null
  const word = wordAt(line, i)
  if ((word.roles & (EARLY | MID | LATE)) === 0) return null
  const value: Part = (word.roles & EARLY) !== 0 ? 'start' : (word.roles & MID) !== 0 ? 'mid' : 'end'
  let at = i + 1
  if (textAt(line, at) === 'hours' || textAt(line, at) === 'morning' && textAt(line, at + 1) === 'hours' || (wordAt(line, at).roles & PART) !== 0) {
    const made = partOfDay(line, textAt(line, at) === 'hours' || textAt(line, at + 1) === 'hours' ? at + (textAt(line, at) === 'hours' ? 0 : 1) : at, first)
    return made ? { ...made, first, dayPart: made.dayPart === '' ? 'MO' : made.dayPart } : null
  }
  if (textAt(line, at) === '-' ) at++
  if (textAt(line, at) === 'in' || textAt(line, at) === 'on') { if ((word.roles & MID) !== 0) return null; at++ }
  else if (textAt(line, at) === 'the' && (wordAt(line, at + 1).roles & SEQUENCE) === 0) return null
  const said = timeAfter(line, at, depth)
  if (!said || said.kind === 'duration' || said.kind === 'set') return null
  if (said.part !== null && said.first === at) return null
  if (word.comparative) {
    if (said.base.is === 'fixed' || said.base.is === 'timeless') return null
    return { ...said, first, side: value === 'start' ? 'earlier' : 'later' }
  }
  return { ...said, first, part: value }
}
