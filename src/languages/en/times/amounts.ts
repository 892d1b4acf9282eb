// Amounts of time: "three months", "more than two and a half years", "ten-day", "18 years old", and what stands behind them:
// "ago", "later", "before", "into the war".
import { TOKEN_NUMBER } from '../../../model/document.ts'
import { expression, type Expression } from './expression.ts'
import { BEFORE_LENGTH, ADJECTIVES, CLOSED, COUNTED, digitsAt, isCapital, isWord, textAt, WAR_NOUNS, wordAt, type Line } from './line.ts'
import { ARTICLE, MONTH, NUMBER, numberWord, ORDINAL, PART, SEQUENCE, UNIT, VAGUE, WEEKDAY } from './words.ts'

/** A number that may count units: null is an open one. */
export interface Amount {
  n: number | null
  end: number
}

/** A joined word longer than this is no amount. */
const LONGEST_WORD = 40
/** Words of a number, at most. */
const LONGEST_NUMBER = 6

/** A number in digits or words from token `i` on. */
function numberAt(line: Line, i: number): Amount | null {
  if (i >= line.last) return null
  const text = line.lower[i]!
  const word = wordAt(line, i)
  if ((word.roles & ARTICLE) !== 0) {
    const next = textAt(line, i + 1)
    if (next === 'few') return { n: null, end: i + 2 }
    if (next === 'couple') return { n: 2, end: textAt(line, i + 2) === 'of' ? i + 3 : i + 2 }
    if (next === 'dozen') return { n: 12, end: i + 2 }
    if (next === 'hundred' || next === 'thousand') return { n: wordAt(line, i + 1).number, end: i + 2 }
    if (next === 'half' && wordAt(line, i + 2).unit !== '') return { n: 0.5, end: i + 2 }
    if (next === 'good' && textAt(line, i + 2) === 'many') return { n: null, end: i + 3 }
    return { n: 1, end: i + 1 }
  }
  if (line.tokens.kind[i] === TOKEN_NUMBER) {
    const value = decimal(text)
    if (Number.isNaN(value)) return null
    if (textAt(line, i + 1) === 'and' && textAt(line, i + 2) === 'a' && textAt(line, i + 3) === 'half') return { n: value + 0.5, end: i + 4 }
    return { n: value, end: i + 1 }
  }
  if (text === 'half') {
    if ((wordAt(line, i + 1).roles & ARTICLE) !== 0 && wordAt(line, i + 2).unit !== '') return { n: 0.5, end: i + 2 }
    return null
  }
  if ((word.roles & VAGUE) !== 0) return text === 'some' && !wordAt(line, i + 1).plural ? null : { n: null, end: i + 1 }
  if (text === 'dozens' || text === 'hundreds' || text === 'thousands' || text === 'scores') return textAt(line, i + 1) === 'of' ? { n: null, end: i + 2 } : null
  let value = numberWord(text)
  if (Number.isNaN(value)) return null
  let at = i + 1
  for (let words = 0; words < LONGEST_NUMBER; words++) {
    const next = textAt(line, at)
    if (next === 'hundred' || next === 'thousand' || next === 'dozen') { value *= wordAt(line, at).number; at++; continue }
    const more = numberWord(next === 'and' && value >= 100 ? textAt(line, at + 1) : next)
    if (value >= 20 && value % 10 === 0 && more >= 1 && (more < 10 || value >= 100 && more < 100)) { value += more; at += next === 'and' ? 2 : 1; continue }
    break
  }
  if (textAt(line, at) === 'and') { // "two and a half", "two and half"
    const half = textAt(line, at + 1) === 'a' ? at + 2 : at + 1
    if (textAt(line, half) === 'half') return { n: value + 0.5, end: half + 1 }
  }
  return { n: value, end: at }
}

/** A number of units from token `i` on; of a range ("three to six months") the higher. */
export function quantityAt(line: Line, i: number): Amount | null {
  const amount = numberAt(line, i)
  const joiner = amount ? textAt(line, amount.end) : ''
  if (!amount || amount.n === null || joiner !== 'to' && joiner !== 'or' && joiner !== '-' && joiner !== '–') return amount
  const range = numberAt(line, amount.end + 1)
  const unit = range ? wordAt(line, range.end) : null
  return range && unit && range.n !== null && range.n > amount.n && (unit.roles & UNIT) !== 0 && unit.plural ? range : amount
}

function decimal(text: string): number {
  if (text.length > 9 || text.includes(':')) return NaN
  return Number(text.includes(',') ? text.replaceAll(',', '') : text)
}

/** Units and their count joined by a hyphen: "ten-day", "24-hour", "month-long", "18-month-old", "half-century". */
export function hyphenedAt(line: Line, i: number): Expression | null {
  const text = textAt(line, i)
  if (text.length > LONGEST_WORD) return null
  const parts = text.split('-')
  if (parts.length > 6) return null
  let last = parts.length - 1
  const old = parts[last] === 'old' || parts[last] === 'olds', long = parts[last] === 'long'
  if (old || long) last--
  const unit = unitOf(parts[last] ?? '')
  if (!unit || last < 0) return null
  const { unit: code, plural } = unit
  if (last === 0) return long || old ? expression(i, i + 1, 'duration', { is: 'span', unit: code, n: plural ? null : 1, window: null }) : null
  const counted = parts.slice(0, last)
  if (counted.at(-1) === 'half' && counted.length > 2) { // "two-and-a-half-year"
    const whole = value(counted[0]!)
    return Number.isNaN(whole) ? null : expression(i, i + 1, 'duration', { is: 'span', unit: code, n: whole + 0.5, window: null })
  }
  const n = counted.length === 1 ? value(counted[0]!) : numberWord(counted.join('-'))
  if (counted.length === 1 && counted[0] === 'multi') return expression(i, i + 1, 'duration', { is: 'span', unit: code, n: null, window: null })
  return Number.isNaN(n) ? null : expression(i, i + 1, 'duration', { is: 'span', unit: code, n, window: null })
}
const value = (text: string): number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : numberWord(text))

const UNIT_WORDS = new Map<string, { unit: string; plural: boolean }>()
for (const [code, words] of Object.entries({ S: 'second seconds', MIN: 'minute minutes min', H: 'hour hours hr', D: 'day days', N: 'night nights', W: 'week weeks', M: 'month months', Y: 'year years', DE: 'decade decades', CE: 'century centuries' })) for (const [k, word] of words.split(' ').entries()) UNIT_WORDS.set(word, { unit: code, plural: k === 1 })
const unitOf = (text: string): { unit: string; plural: boolean } | undefined => UNIT_WORDS.get(text)

/** A unit of time, after at most one adjective ("two bloody weeks"): its token, or -1. */
function unitFrom(line: Line, i: number, single: boolean): number {
  if ((wordAt(line, i).roles & UNIT) !== 0) return i
  const between = wordAt(line, i)
  if (!isWord(line, i) || isCapital(line, i)) return -1
  if ((between.roles & (MONTH | WEEKDAY | PART | ARTICLE | ORDINAL | NUMBER)) !== 0 && textAt(line, i) !== 'further') return -1
  const text = textAt(line, i)
  if (COUNTED.has(text) || CLOSED.has(text)) return -1
  for (let k = i + 1; k <= i + (text === 'more' || (between.roles & (VAGUE | SEQUENCE)) !== 0 ? 2 : 1); k++) {
    const word = wordAt(line, k)
    if ((word.roles & UNIT) !== 0 && (single ? !word.plural : word.plural) && word.unit !== 'S') return single && !ADJECTIVES.has(text) ? -1 : k
  }
  return -1
}
const LATER = new Set(['later', 'afterwards', 'afterward', 'thereafter'])
const EARLIER = new Set(['earlier', 'previously', 'prior', 'beforehand'])

/** What a unit of nights, fortnights and weekends is counted in. */
export function counted(unit: string, n: number | null): { unit: string; n: number | null } {
  if (unit === 'N') return { unit: 'D', n }
  if (unit === 'F') return { unit: 'W', n: n === null ? null : n * 2 }
  return { unit, n }
}

/**
 * An amount of time from token `i` on. `from`: where its softening words began ("more than"); `rate` tells whether
 * "a day" is one to every day.
 */
export function amountAt(line: Line, i: number, from: number): Expression | null {
  const amount = quantityAt(line, i)
  if (!amount) return null
  const article = (wordAt(line, i).roles & ARTICLE) !== 0 && amount.n === 1
  const at = unitFrom(line, amount.end, amount.n === 1 && textAt(line, i) !== 'one' || amount.n === 0.5)
  if (at < 0) return null
  const word = wordAt(line, at)
  if (amount.n !== null && amount.n > 1 && !word.plural && !(amount.n < 1000 && at === amount.end && (isWord(line, at + 1) || line.tokens.kind[i] === TOKEN_NUMBER))) return null
  if (word.unit === 'S' && article && textAt(line, at + 1) !== 'later' && textAt(line, at + 1) !== 'ago') return null
  if (word.unit === 'Q') return null
  let { unit, n } = counted(word.unit, amount.n)
  let end = at + 1
  if (textAt(line, end) === 'and' && textAt(line, end + 1) === 'a' && textAt(line, end + 2) === 'half' && n !== null) { n += 0.5; end += 3 } // "a year and a half"
  return behind(line, from, end, unit, n, article && from === i)
}

/** What follows an amount tells whether it is a length, an age, or a way to a day. */
function behind(line: Line, from: number, end: number, unit: string, n: number | null, rate: boolean): Expression | null {
  const next = textAt(line, end)
  const shift = (way: number, to: number, anchor: 'published' | 'told'): Expression => expression(from, to, unit === 'H' || unit === 'MIN' || unit === 'S' ? 'time' : 'date', { is: 'shift', unit, n: way * (n ?? Infinity), from: anchor })
  if (next === 'ago') return anniversary(line, from, end + 1, unit, n) ?? shift(-1, end + 1, 'published')
  if (next === 'from' && textAt(line, end + 1) === 'now') return shift(1, end + 2, 'published')
  if (next === 'hence') return shift(1, end + 1, 'published')
  if (LATER.has(next) || next === 'on' && n !== null && closes(line, end + 1)) return shift(1, end + 1, 'told')
  if (EARLIER.has(next)) return textAt(line, end + 1) === 'to' ? expression(from, end, 'duration', { is: 'span', unit, n, window: null }) : shift(-1, end + 1, 'told')
  if ((next === 'before' || next === 'after') && closes(line, end + 1)) return shift(next === 'before' ? -1 : 1, end + 1, 'told')
  if (next === 'before' || next === 'after') {
    const noun = warFrom(line, end + 1)
    if (noun !== null) return expression(from, end, 'duration', { is: 'span', unit, n, window: null, of: noun, aside: next })
    if (from > line.first) return expression(from, end, 'duration', { is: 'span', unit, n, window: null, aside: next })
  }
  if (next === 'into') {
    const noun = textAt(line, end + 2) === 'full-scale' ? end + 3 : end + 2
    const at = WAR_NOUNS.has(textAt(line, noun)) ? noun : WAR_NOUNS.has(textAt(line, noun + 1)) ? noun + 1 : -1
    if (at > 0) return expression(from, at + 1, n === null ? 'duration' : 'date', n === null ? { is: 'span', unit, n, window: null } : { is: 'war', noun: textAt(line, at), unit, n })
  }
  if (next === 'old') return expression(from, end + 1, 'duration', { is: 'span', unit, n, window: null })
  if (next === 'of' && textAt(line, end + 1) === 'age') return expression(from, end + 2, 'duration', { is: 'span', unit, n, window: null })
  if (next === 'long') return expression(from, end + 1, 'duration', { is: 'span', unit, n, window: null })
  return expression(from, end, rate && isRate(line, from) ? 'set' : 'duration', { is: 'span', unit, n, window: null })
}

/** "two years ago today", "a year ago this week", "a year ago on Monday": the same day, week or month of an earlier year; `at` stands behind "ago". */
function anniversary(line: Line, from: number, at: number, unit: string, n: number | null): Expression | null {
  if (n === null || unit !== 'Y' && unit !== 'M' && unit !== 'DE') return null
  const said = (last: number, same: 'D' | 'W' | 'M', weekday = 0): Expression => expression(from, last, 'date', { is: 'shift', unit, n: -n, from: 'published', same, weekday })
  if (textAt(line, at) === 'today') return said(at + 1, 'D')
  if (textAt(line, at) === 'this') {
    const of = wordAt(line, at + 1)
    return (of.roles & UNIT) !== 0 && !of.plural && (of.unit === 'W' || of.unit === 'M') ? said(at + 2, of.unit) : null
  }
  const day = wordAt(line, textAt(line, at) === 'on' ? at + 1 : at)
  return (day.roles & WEEKDAY) !== 0 && day.weekday > 0 ? said(textAt(line, at) === 'on' ? at + 2 : at + 1, 'D', day.weekday) : null
}

/** "the (full-scale) invasion", "the war began", "Russia invaded": the noun of the war that stands right from token `i` on, else null. */
function warFrom(line: Line, i: number): string | null {
  for (let at = i; at < i + 4 && isWord(line, at); at++) {
    const text = textAt(line, at)
    if (text === 'invaded') return 'invasion'
    if (WAR_NOUNS.get(text) === 'whole') return text
    if (text === 'a' || text === 'an' || text === 'another') return null
  }
  return null
}

/** Nothing that "before" or "after" could belong to follows. */
function closes(line: Line, i: number): boolean {
  if (i >= line.last) return true
  const text = textAt(line, i)
  return !isWord(line, i) && line.tokens.kind[i] !== TOKEN_NUMBER || text === 'and' || text === 'but'
}

/** "a day" behind a noun or number is one to each ("100 shells a day"). */
function isRate(line: Line, i: number): boolean {
  if (i - 1 < line.first) return false
  const before = textAt(line, i - 1)
  return !BEFORE_LENGTH.has(before) && (isWord(line, i - 1) || digitsAt(line, i - 1, 12) >= 0)
}
