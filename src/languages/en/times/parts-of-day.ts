// Parts of the day with the day they belong to: "the night of 3 May", "the early hours of Sunday", "the evening before".
import { dateAt } from './calendar-dates.ts'
import { type Expression, expression, type Made } from './expression.ts'
import { type Line, textAt, wordAt } from './line.ts'
import { pointing } from './pointing.ts'
import { PART } from './words.ts'

/** A part of the day at token `i`, with the day it belongs to: "night of 3 May", "morning hours of Sunday", "evening before". */
export function partOfDay(line: Line, i: number, first: number): Made {
  const word = wordAt(line, i)
  const hours = textAt(line, i) === 'hours'
  let at = i + 1
  if (!hours && (textAt(line, at) === 'hours' || textAt(line, at) === 'hour') && (word.roles & PART) !== 0) at++
  const value = hours ? 'MO' : word.part
  if (value === '') return null
  const joins = textAt(line, at)
  if (joins === 'of' || joins === 'on') {
    const further: Expression[] = []
    const the = textAt(line, at + 1) === 'the' ? 1 : 0
    const said = dateAt(line, at + 1 + the, true, further) ?? (the ? null : pointing(line, at + 1, false, at + 1))
    if (said && (said.base.is === 'day' || said.base.is === 'weekday' || said.base.is === 'holiday' || said.base.is === 'shift' && said.base.unit === 'D')) {
      const made: Expression = { ...said, first, kind: 'time', dayPart: value, spill: value === 'NI' ? 'after' : null }
      const next = further[0]
      if ((wordAt(line, said.last).roles & PART) !== 0 && said.base.is === 'weekday') made.last = said.last + 1 // "the early hours of Thursday morning"
      if (next && value === 'NI' && next.base.is === 'day' && said.base.is === 'day' && next.base.month === said.base.month && next.base.day === said.base.day + 1) made.last = next.last
      return made
    }
    if (hours) return null
  }
  if (joins === 'from' && value === 'NI') { // "the night from Saturday to Sunday"
    const one = dateAt(line, at + 1, true, [])
    const two = one && (textAt(line, one.last) === 'to' || textAt(line, one.last) === 'into') ? dateAt(line, one.last + 1, true, []) : null
    if (one && two) return { ...one, first, last: two.last, kind: 'time', dayPart: 'NI', spill: 'after' }
  }
  if (hours) return first < i ? { ...expression(first, at, 'time', { is: 'timeless' }), dayPart: 'MO' } : null
  const made = expression(first, at, 'time', { is: 'timeless' })
  made.dayPart = value
  if (joins === 'before' || joins === 'after') {
    if (textAt(line, at + 1) === 'last') return null
    made.base = { is: 'shift', unit: 'D', n: joins === 'before' ? -1 : 1, from: 'told' }
    made.last = at + 1
  }
  return made
}
