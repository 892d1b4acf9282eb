// Times counted from the first day of a war: "the start of the war", "day 20 of the invasion", and lengths laid along one.
import { dateAt } from './calendar-dates.ts'
import { type Expression, expression, type Made } from './expression.ts'
import { CLOSED_CLASS, digitsAt, isCapital, isWord, type Line, textAt, WAR_NOUNS } from './line.ts'

/** The noun of "the war", "the American invasion", "this siege": its token, or -1. */
export function warNoun(line: Line, i: number): number {
  const text = textAt(line, i)
  if (text !== 'the' && text !== 'this' && text !== 'its' && !isCapital(line, i)) return -1
  for (let at = text === 'the' || text === 'this' || text === 'its' ? i + 1 : i; at < i + 5 && isWord(line, at); at++) {
    if (WAR_NOUNS.has(textAt(line, at))) return at
    if (CLOSED_CLASS.has(textAt(line, at))) return -1
  }
  return -1
}

/** A length takes along what it is laid along: "the first two months" + "of 1939", "the first three years" + "of the war". */
export function along(line: Line, said: Expression): Expression {
  if (said.base.is !== 'span' || textAt(line, said.last) !== 'of') return said
  const at = said.last + 1
  const date = dateAt(line, at, true, [])
  if (date && date.base.is !== 'weekday') return { ...said, last: date.last, within: date }
  const noun = warNoun(line, at)
  if (noun < 0) return said
  return { ...said, last: noun + 1, base: said.base.is === 'span' ? { ...said.base, of: textAt(line, noun) } : said.base }
}

/** "the war" behind "the start of": the day the war began. */
export function warStart(line: Line, i: number, first: number): Made {
  let at = i
  if (textAt(line, at) !== 'the' && textAt(line, at) !== 'this' && textAt(line, at) !== 'its' && textAt(line, at) !== 'their' && !isCapital(line, at)) return null
  at++
  for (let k = 0; k < 4 && isWord(line, at); k++, at++) {
    const text = textAt(line, at)
    if (WAR_NOUNS.has(text)) return expression(first, at + 1, 'date', { is: 'war', noun: text, unit: 'D', n: 0 })
    if (text === 'of' || text === 'in') return null
  }
  return null
}

/** "day 20 of the invasion", "the 20th day of the war" is found behind "the". */
export function warDay(line: Line, i: number): Made {
  if (textAt(line, i) !== 'day') return null
  const n = digitsAt(line, i + 1, 4)
  if (n < 1 || textAt(line, i + 2) !== 'of') return null
  for (let k = i + 3; k < i + 7 && isWord(line, k); k++) if (WAR_NOUNS.has(textAt(line, k))) return expression(i, k + 1, 'date', { is: 'war', noun: textAt(line, k), unit: 'D', n: n - 1 })
  return null
}
