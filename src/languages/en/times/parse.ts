// Finds time expressions in a sentence, left to right, the longest at each token; what they mean is told later.
import { FLAG_HYPHEN, TOKEN_NUMBER } from '../../../model/document.ts'
import { amountAt, hyphenedAt } from './amounts.ts'
import { dateAt } from './calendar-dates.ts'
import { clockAt } from './clock.ts'
import { expression, type Expression, type Made } from './expression.ts'
import { IN_TIME, SAYING, isAllCaps, isCapital, isWord, textAt, valueAt, wordAt, ZONES, type Line } from './line.ts'
import { modified } from './modified.ts'
import { partOfDay } from './parts-of-day.ts'
import { fullDate, pointing } from './pointing.ts'
import { repeated } from './repeated.ts'
import { afterThe } from './the.ts'
import { warDay, warStart } from './war-phrases.ts'
import { APPROX, ARTICLE, DEICTIC, DEMONSTRATIVE, DIGITS, EARLY, EDGE, entryOf, ERA, isSecond, LATE, MID, MONTH, NOTHING, NUMBER, numberAt, ORDINAL, PART, PHRASE, QUANTITY, SEASON, SEQUENCE, UNIT, VAGUE, WEEKDAY, type Phrase, type TimeWord } from './words.ts'

/** Of two readings that begin at the same token, the longer; the first where they are as long. */
const longer = (a: Made, b: Made): Made => (!a ? b : !b || b.last <= a.last ? a : b)

/** Fixed expressions that begin at token `i`. */
function phraseAt(line: Line, i: number, word: TimeWord): Made {
  const said = i + 1 < line.last && isSecond(line.tokens, i + 1) ? phraseOf(line, i, word.phrases!.get(line.lower[i + 1]!)) : null
  return said ?? (word.alone ? phraseOf(line, i, word.phrases!.get('')) : null)
}

function phraseOf(line: Line, i: number, phrases: readonly Phrase[] | undefined): Made {
  if (phrases === undefined) return null
  for (const { rest, kind, value, history } of phrases) {
    let k = 0
    while (k < rest.length && textAt(line, i + 1 + k) === rest[k]) k++
    if (k < rest.length) continue
    const made = fixedOf(line, i, i + 1 + k, kind, value)
    if (made) return { ...made, history }
  }
  return null
}

function fixedOf(line: Line, first: number, last: number, kind: string, value: string): Made {
  switch (kind) {
    case 'reference':
      if (isLoose(line, first, last) && (!['at', 'for', 'of', 'until'].includes(textAt(line, first - 1)) || ['of', 'when', 'that', 'he', 'she', 'they', 'it'].includes(textAt(line, last)))) return null
      if (last === first + 1 && !isWord(line, last) && ['former', 'recent', 'current', 'present', 'future', 'date'].includes(textAt(line, first)) && textAt(line, first) !== 'future' && textAt(line, first - 1) !== 'to' && textAt(line, first) !== 'present') return null
      if (textAt(line, first) === 'date' && textAt(line, first - 1) !== 'to') return null
      if (textAt(line, first) === 'present' && !['until', 'to', 'at'].includes(textAt(line, first - 1))) return null
      if (textAt(line, first + 1) === 'past' && last === first + 2 && (isWord(line, last) && !['and', 'but', 'have', 'had', 'has', 'to', 'as', 'it', 'he', 'they', 'by', 'for', 'when', 'is', 'was'].includes(textAt(line, last)))) return null
      return expression(first, last, 'date', { is: 'fixed', value })
    case 'set':
      if (isCapital(line, first) && isCapital(line, last)) return null // "the Daily Post"
      return expression(first, last, 'set', { is: 'fixed', value })
    case 'open':
      if (isLoose(line, first, last) && !IN_TIME.has(textAt(line, first - 1))) return null
      return expression(first, last, 'date', { is: 'fixed', value: null })
    case 'clock': { const made = expression(first, last, 'time', { is: 'timeless' }); made.clock = value; return onDay(line, made) }
    case 'holiday': {
      if (textAt(line, last) === "'s" && textAt(line, last - 1) === 'year') return null // "the New Year's Eve"
      if (isCapital(line, first - 1) && first - 1 > line.first && isCapital(line, first)) return null // "Holocaust Remembrance Day"
      if (!isCapital(line, first) && !(textAt(line, first) === 'the' && textAt(line, last - 1) === 'year')) return null
      const text = textAt(line, first)
      if ((text === 'christmas' || text === 'easter' || text === 'new') && isCapital(line, last) && wordAt(line, last).part === '' || last === first + 2 && text === 'new' && textAt(line, first + 1) === 'year') return null
      const year = textAt(line, last) === ',' ? last + 1 : last
      const of = textAt(line, last) === 'of' ? last + 1 : year
      const digits = line.tokens.kind[of] === TOKEN_NUMBER && of < line.last ? Number(textAt(line, of)) : NaN
      if (digits >= 1000 && digits <= 2100) return expression(first, of + 1, 'date', { is: 'holiday', date: value, year: digits })
      const made = expression(first, last, 'date', { is: 'holiday', date: value, year: null })
      const part = wordAt(line, last).part
      return part === '' ? made : { ...made, last: last + 1, kind: 'time', dayPart: part }
    }
    default: return worded(line, first, last, value)
  }
}

/** "the time", "this time", "the period": a time only behind "at", "by", "during"; else a turn of phrase. */
const isLoose = (line: Line, first: number, last: number): boolean => last === first + 2 && ['the', 'this', 'that'].includes(textAt(line, first)) && ['time', 'period', 'moment'].includes(textAt(line, last - 1))

function worded(line: Line, first: number, last: number, value: string): Made {
  const shift = (n: number): Expression => expression(first, last, 'date', { is: 'shift', unit: 'D', n, from: 'published' })
  if (value === 'day-before-yesterday') return shift(-2)
  if (value === 'day-after-tomorrow') return shift(2)
  if (value === 'tonight') return { ...shift(0), kind: 'time', dayPart: 'NI' }
  if (value === 'pre-dawn') {
    const day = dateAt(line, last, true, []) ?? (textAt(line, last) === 'hours' && (textAt(line, last + 1) === 'of' || textAt(line, last + 1) === 'on') ? fullDate(line, last + 2, true, []) : null)
    if (day && (day.base.is === 'weekday' || day.base.is === 'day')) return { ...day, first, kind: 'time', dayPart: 'MO' }
    return { ...expression(first, textAt(line, last) === 'hours' ? last + 1 : last, 'time', { is: 'timeless' }), dayPart: 'MO' }
  }
  // overnight, with the day or the pair of days it belongs to
  const at = ['on', 'into', 'to'].includes(textAt(line, last)) ? last + 1 : textAt(line, last) === 'from' ? last + 1 : last
  const day = dateAt(line, at, true, [])
  if (day && (day.base.is === 'weekday' || day.base.is === 'day')) {
    const second = textAt(line, last) === 'from' && textAt(line, day.last) === 'to' ? dateAt(line, day.last + 1, true, []) : null
    if (second) return { ...day, first, last: second.last, kind: 'time', dayPart: 'NI', spill: 'after' }
    return { ...day, first, kind: 'time', dayPart: 'NI', spill: textAt(line, last) === 'from' ? 'after' : 'before' }
  }
  return { ...shift(0), kind: 'time', dayPart: 'NI', spill: 'before' }
}

/** An hour told again in brackets is no longer than this: "(1400 GMT)", "(11:30 p.m. Eastern time)". */
const IN_BRACKETS = 7

/** Behind the same hour told by another clock: "5 a.m. (0400 GMT)", "5 a.m. local time"; `at` where nothing of the kind stands. */
function behindZone(line: Line, at: number): number {
  let i = textAt(line, at) === 'local' ? at + 1 : at
  if (i > at && textAt(line, i) === 'time') i++
  if (textAt(line, i) !== '(') return i
  for (let end = i + 1; end < line.last && end - i <= IN_BRACKETS; end++) if (textAt(line, end) === ')') return clockAt(line, i + 1) !== null || textAt(line, end - 1) === 'time' ? end + 1 : i
  return i
}

/** A clock time takes along the day that stands right beside it: "5 a.m. on Tuesday", "9:34 p.m., March 19". */
function onDay(line: Line, clock: Expression): Expression {
  let at = behindZone(line, clock.last)
  const apart = textAt(line, at) === 'on' || at > clock.last
  if (textAt(line, at) === ',' || textAt(line, at) === 'on') at++
  const the = textAt(line, at) === 'the' ? 1 : 0
  const day = dateAt(line, at + the, true, []) ?? (the === 0 ? pointing(line, at, false, at) : null)
  if (!day || !(day.base.is === 'day' || day.base.is === 'weekday' || day.base.is === 'shift' && day.base.unit === 'D') || day.kind === 'duration') return clock
  // the day behind "on" is told for itself too
  const last = apart ? clock.last : day.last
  const zone = !apart && clock.zone === '' && isAllCaps(line, last) ? ZONES.get(textAt(line, last)) : undefined
  return { ...day, first: clock.first, last: zone === undefined ? last : last + 1, kind: 'time', clock: clock.clock, zone: zone ?? clock.zone, dayPart: '' }
}

/** A date takes along a clock time right behind it: "May 8 1:00AM". */
function atClock(line: Line, date: Expression): Expression {
  if (date.base.is !== 'day' && date.base.is !== 'weekday' || date.clock !== '') return date
  const clock = clockAt(line, date.last)
  return clock ? { ...date, last: clock.last, kind: 'time', clock: clock.clock, zone: clock.zone } : date
}

/** So many softening words may stand one behind another ("only just over a week"). */
const SOFTENERS = 2

/** "about a week", "more than two years", "around March 1981": softening words and what they soften. */
function softened(line: Line, i: number, word: TimeWord, depth = 0): Made {
  if (depth > SOFTENERS) return null
  for (const rest of word.approx) {
    let k = 0
    while (k < rest.length && textAt(line, i + 1 + k) === rest[k]) k++
    if (k < rest.length) continue
    const at = i + 1 + rest.length
    if (valueAt(line, at) === NOTHING) continue
    const more = wordAt(line, at)
    if ((more.roles & APPROX) !== 0) { const inner = softened(line, at, more, depth + 1); if (inner) return { ...inner, first: i } }
    const amount = amountAt(line, at, i)
    if (amount) return amount
    if (rest.length === 0 && ['about', 'around', 'approximately', 'roughly', 'circa'].includes(textAt(line, i))) {
      const date = dateAt(line, at, true, [])
      if (date && (date.base.is === 'year' && textAt(line, i) !== 'over' || date.base.is === 'month' && textAt(line, i) !== 'about' || date.base.is === 'day' && textAt(line, i) !== 'about')) return { ...date, first: i }
    }
    const the = textAt(line, at) === 'the' ? 1 : 0
    const pointed = the ? pointing(line, at + 1, true, at) : pointing(line, at, false, at)
    if (pointed && pointed.kind === 'duration') return textAt(line, i) === 'over' ? null : { ...pointed, first: i }
  }
  return null
}

/** A bare plural unit is a length of open size: "for weeks". */
function bareUnits(line: Line, i: number, word: TimeWord): Made {
  const text = textAt(line, i)
  if (!word.plural) {
    // "month's end"
    if (textAt(line, i + 1) === "'s" && textAt(line, i + 2) === 'end') return { ...expression(i, i + 3, 'date', { is: 'shift', unit: word.unit, n: 0, from: 'told' }), part: 'end' }
    return null
  }
  if (word.unit === 'S' || word.unit === 'MIN' || word.unit === 'Q' || word.unit === 'N' || word.unit === 'WE') return null
  const before = textAt(line, i - 1)
  if (before === 'working' || before === 'opening') return null
  const made = amountBehind(line, i, word)
  return text === '' ? null : made
}

function amountBehind(line: Line, i: number, word: TimeWord): Made {
  const next = textAt(line, i + 1)
  const unit = word.unit === 'F' ? 'W' : word.unit
  if (next === 'later' || next === 'afterwards') return expression(i, i + 2, 'date', { is: 'shift', unit, n: Infinity, from: 'told' })
  if (next === 'earlier' || next === 'before' && !isWord(line, i + 2)) return expression(i, i + 2, 'date', { is: 'shift', unit, n: -Infinity, from: 'told' })
  if (next === 'ago') return expression(i, i + 2, 'date', { is: 'shift', unit, n: -Infinity, from: 'published' })
  return expression(i, i + 1, 'duration', { is: 'span', unit, n: null, window: null })
}

/** The expression that begins at token `i`; further ones of the same list go to `further`. */
function expressionAt(line: Line, i: number, word: TimeWord | undefined, further: Expression[]): Made {
  const { tokens, lower } = line
  const text = lower[i]!
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) {
    const clock = clockAt(line, i)
    if (clock) return onDay(line, clock)
    if ((tokens.flags[i]! & FLAG_HYPHEN) !== 0) return hyphenedAt(line, i) ?? dateAt(line, i, false, further)
    const amount = amountAt(line, i, i)
    if (amount && (amount.last > i + 1)) return amount
    const date = fullDate(line, i, false, further)
    return date ? atClock(line, date) : null
  }
  if (!word) return (tokens.flags[i]! & FLAG_HYPHEN) !== 0 ? hyphenedAt(line, i) ?? dateAt(line, i, false, further) : null
  const { roles } = word
  let best: Made = (roles & PHRASE) !== 0 ? phraseAt(line, i, word) : null
  if (text === 'the' || text === 'a' || text === 'an') { // by far the most: most have nothing of a time behind them
    const next = valueAt(line, i + 1)
    if (text === 'the' ? next === NOTHING || next === QUANTITY : next <= 0 && (wordAt(line, i + 2).roles & UNIT) === 0) return best
  }
  if (text === 'the') return longer(best, afterThe(line, i + 1, i, further))
  if (text === 'every' || text === 'each' || text === 'per') return longer(best, repeated(line, i))
  if ((roles & APPROX) !== 0) best = longer(best, softened(line, i, word))
  if ((roles & (ARTICLE | NUMBER | VAGUE)) !== 0) {
    best = longer(best, amountAt(line, i, i))
    if (text === 'one' && (wordAt(line, i + 1).roles & PART) !== 0) best = longer(best, { ...expression(i, i + 2, 'time', { is: 'timeless' }), dayPart: wordAt(line, i + 1).part })
    if ((roles & NUMBER) !== 0) { const clock = clockAt(line, i); if (clock) best = longer(best, onDay(line, clock)) }
  }
  if ((roles & (DEICTIC | DEMONSTRATIVE | SEQUENCE)) !== 0) best = longer(best, pointing(line, i, false, i))
  if ((roles & (MONTH | WEEKDAY | SEASON | ORDINAL)) !== 0) {
    const date = fullDate(line, i, false, further)
    if (date) best = longer(best, atClock(line, date))
  }
  if ((roles & (EARLY | MID | LATE)) !== 0) best = longer(best, modified(line, i, i))
  if ((roles & EDGE) !== 0 && text !== 'dawn') best = longer(best, edgeAlone(line, i))
  if ((roles & PART) !== 0) best = longer(best, bareParts(line, i))
  if ((roles & UNIT) !== 0) best = longer(best, bareUnits(line, i, word))
  if ((roles & ERA) !== 0) best = longer(best, dateAt(line, i, false, further))
  if (text === 'day') best = longer(best, warDay(line, i))
  if (text === 'ca' || text === 'circa' || text === 'c') {
    const at = textAt(line, i + 1) === '.' ? i + 2 : i + 1
    const date = dateAt(line, at, true, [])
    if (date && date.base.is === 'year') best = longer(best, { ...date, first: i })
  }
  if (!best && (text === "'" || text === '’')) return dateAt(line, i, false, further)
  if (!best && (tokens.flags[i]! & FLAG_HYPHEN) !== 0) return hyphenedAt(line, i) ?? dateAt(line, i, false, further)
  return best
}

/** "end of March", "beginning of 1943" without "the". */
function edgeAlone(line: Line, i: number): Made {
  if (textAt(line, i + 1) !== 'of') return null
  return afterThe(line, i, i, [])
}

/** "morning", "at dawn", "by night": a part of a day that is not said. */
function bareParts(line: Line, i: number): Made {
  const text = textAt(line, i)
  if (text === 'dawn' || text === 'daybreak' || text === 'sunrise' || text === 'dusk' || text === 'sunset' || text === 'nightfall' || text === 'daylight') {
    const before = textAt(line, i - 1)
    if (!['at', 'before', 'by', 'until', 'since', 'after', 'from', 'around', 'till'].includes(before) || isCapital(line, i)) return null
  }
  if (isCapital(line, i) && i > line.first) return null
  return partOfDay(line, i, i)
}

/** Words that stand before an expression and tell how it bounds what is said. */
const SIGNALS: Record<string, string> = { since: 'since', until: 'until', till: 'until', by: 'by', before: 'before', after: 'after', from: 'from', between: 'between', through: 'until', to: 'to', following: 'after' }

/** Tokens back to a "since" whose event a day dates ("since the army invaded the north on 24 February"). */
const SINCE_REACH = 10

/** Whether "since" stands some way before a day, with the event that it dates between; `from`: where the expression before ends. */
function sinceEvent(line: Line, first: number, from: number): boolean {
  for (let at = first - 1; at >= from && at >= first - SINCE_REACH; at--) {
    const text = textAt(line, at)
    if (text === 'since') return at < first - 1
    if (!isWord(line, at) && text !== "'" || SAYING.has(text) && text !== 'began') return false
  }
  return false
}

/** The signal word before an expression, or null. `from`: where the expression before it ends. */
export function signalBefore(line: Line, said: Expression, from: number): string | null {
  const { first, base } = said
  if ((base.is === 'day' || base.is === 'month' || base.is === 'year' || base.is === 'weekday' || base.is === 'season') && sinceEvent(line, first, from)) return 'since'
  let at = first - 1
  if (textAt(line, at) === 'the') at--
  const before = textAt(line, at)
  if (before === 'of' && textAt(line, at - 1) === 'as') return 'as of'
  if (before === 'to' && textAt(line, at - 1) === 'prior') return 'before'
  if (before === 'to' && textAt(line, at - 1) === 'up') return 'until'
  return Object.hasOwn(SIGNALS, before) ? SIGNALS[before]! : null
}

/** Every expression of a line, in order, none overlapping. */
export function expressionsIn(line: Line, into: Expression[]): void {
  const { tokens, last } = line
  const { flags } = tokens
  const further: Expression[] = []
  let i = line.first
  while (i < last) {
    const value = numberAt(tokens, i)
    if (value <= 0 && value !== DIGITS && (flags[i]! & FLAG_HYPHEN) === 0) { i++; continue }
    if (further.length > 0) further.length = 0
    const found = expressionAt(line, i, value > 0 ? entryOf(value) : undefined, further) ?? sinceWar(line, i)
    if (!found || found.last <= i || found.base.is === 'war' && found.base.n === 0 && isDated(line, found.last)) { i++; continue }
    add(line, into, found)
    i = found.last
    for (const one of further) if (one.first >= i) { add(line, into, one); i = one.last }
  }
}

const BETWEEN = new Set(['of', 'against', 'the', 'began', 'started'])

/** "the invasion in February 2022": the day itself is said. */
function isDated(line: Line, i: number): boolean {
  let at = i // "of the north", "began"
  while (at < i + 4 && isWord(line, at) && (isCapital(line, at) || BETWEEN.has(textAt(line, at)))) at++
  if (textAt(line, at) !== 'in' && textAt(line, at) !== 'on') return false
  const date = dateAt(line, textAt(line, at + 1) === 'early' || textAt(line, at + 1) === 'late' ? at + 2 : at + 1, true, [])
  return date !== null && (date.base.is === 'day' || date.base.is === 'month' || date.base.is === 'year')
}

/** Joiners of a range, whose ends share the year that stands behind the later ("from April to June 2021"). */
const RANGE = new Set(['to', 'and', 'or', '-', '–', '—', '/', 'until', 'till', 'through'])

function add(line: Line, into: Expression[], found: Expression): void {
  const { base } = found
  const before = into.at(-1)
  into.push(found)
  if (!before || (base.is !== 'month' && base.is !== 'day' && base.is !== 'season') || typeof base.year !== 'number') return
  const start = before.base
  if (start.is !== base.is || start.year !== null || start.is === 'day' && start.month === 0 || (start.is !== 'day' && start.which !== 'near')) return
  if (before.last < line.first || before.last + 1 !== found.first || !RANGE.has(textAt(line, before.last))) return
  const turns = start.is !== 'season' && base.is !== 'season' && start.month > base.month
  start.year = turns ? base.year - 1 : base.year
}

/** "since the invasion began", "since the full-scale war": the day the war started. */
function sinceWar(line: Line, i: number): Made {
  const before = textAt(line, i - 1)
  return textAt(line, i) === 'the' && before === 'since' ? warStart(line, i, i) : null
}
