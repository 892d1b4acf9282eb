// How a text tells time: a history or news, looking back or ahead, going on or aside.
import type { Expression } from './expression.ts'
import { AHEAD, ARRANGED, CLOSED_CLASS, isWord, SAYING, textAt, type Line } from './line.ts'
import type { Told } from './standpoint.ts'
import { WordColumn } from '../../../text/vocabulary.ts'

const SAYS = 1, COMES = 2, IS_ARRANGED = 4
const sorts = new WordColumn((word) => (SAYING.has(word) ? SAYS : 0) | (AHEAD.has(word) ? COMES : 0) | (ARRANGED.has(word) ? IS_ARRANGED : 0))

/** Whether a text tells of a past that is over: most of its years lie well before the day of writing, and few of its days are told from it. */
export function isHistory(expressions: readonly Expression[], published: string | null): boolean {
  const now = published === null ? null : Number(published.slice(0, 4))
  let past = 0, recent = 0, deictic = 0
  for (const { base } of expressions) {
    if (base.is === 'weekday' || base.is === 'shift' && base.from === 'published' && base.unit === 'D') deictic++
    const year = base.is === 'year' ? base.year : (base.is === 'day' || base.is === 'month' || base.is === 'season') && typeof base.year === 'number' ? base.year : null
    if (year === null || year <= -10000) continue
    if (now === null || year < now - 1) past++
    else recent++
  }
  return past >= 5 && past > recent && past > deictic * 3
}

/** Tokens before an expression within which words of what is to come are about it. */
const AHEAD_REACH = 10

/** Whether a noun of something arranged stands within three tokens before the time of tokens `i`–`last` ("the summit in August") or right behind it ("a March 5 truce"). */
export const isPlanned = (line: Line, i: number, last: number): boolean => { if (last < line.last && (sorts.at(line.tokens, last) & IS_ARRANGED) !== 0) return true; for (let k = i - 1; k >= line.first && k >= i - 3; k--) if ((sorts.at(line.tokens, k) & IS_ARRANGED) !== 0) return true; return false }

/** Whether words of what is to come stand before token `i`, with no verb of saying between. */
export function isAhead(line: Line, i: number): boolean {
  for (let k = i - 1; k >= line.first && k >= i - AHEAD_REACH; k--) {
    const sort = sorts.at(line.tokens, k)
    if ((sort & SAYS) !== 0) return false
    if ((sort & COMES) !== 0 && (line.tokens.lower[k] !== 'set' || ARRANGES.has(textAt(line, k + 1)))) return true
  }
  return false
}
/** After "set" they tell of what is to come: "set for Sunday", "set to begin"; "set fire to" does not. */
const ARRANGES: ReadonlySet<string> = new Set(['for', 'to'])

const ENDED = new WordColumn((word) => (PAST.has(word) || word.endsWith('ed') ? 1 : 0))
const PAST: ReadonlySet<string> = new Set(['was', 'were', 'had', 'did', 'led', 'held', 'ran', 'kept', 'stood', 'sat', 'fought', 'went', 'wrote', 'taught', 'became', 'spent'])

/** Whether what lasts "until" a time is told as over: a verb of the past before it, and none of the present or of what is to come. */
export function isOver(line: Line, i: number): boolean {
  for (let k = i - 2; k >= line.first && k >= i - AHEAD_REACH; k--) {
    const sort = sorts.at(line.tokens, k)
    if ((sort & (SAYS | COMES)) !== 0 || PUT_OFF.has(line.tokens.lower[k]!) || GOES_ON.has(line.tokens.lower[k]!)) return false
    if (ENDED.at(line.tokens, k) !== 0) return !GOES_ON.has(line.tokens.lower[k - 1] ?? '')
  }
  return false
}
/** What was put off or prolonged lasts. */
const PUT_OFF: ReadonlySet<string> = new Set(['extended', 'postponed', 'delayed', 'adjourned', 'prolonged', 'renewed', 'closed', 'suspended', 'deferred', 'barred', 'banned', 'remanded', 'vowed', 'agreed', 'pledged', 'promised', 'ordered', 'allowed'])
const GOES_ON: ReadonlySet<string> = new Set(['is', 'are', 'be', 'been', 'being', 'has', 'have', 'will', 'would', 'to', 'runs', 'lasts'])

/** A year this far from the telling is mentioned by the way. */
const ASIDE_YEARS = 2

/** Whether a history goes on from a time just told, or only looks aside: at a year far off, at the end of what lasted "until" another. */
export function moves(said: Expression, to: Told, from: Told, line: Line, signal: string | null): boolean {
  if ((signal === 'until' || signal === 'since') && to.year !== from.year) return false
  if (said.base.is !== 'year') return true
  if (to.year === from.year) return from.month === 0
  const head = said.first - line.first <= 2
  return head || from.month === 0 || Math.abs(to.year - from.year) <= ASIDE_YEARS
}

/** What stands before a year that only tells which of its kind is meant. */
const OWNED: ReadonlySet<string> = new Set(['a', 'an', 'the', 'its', 'their', 'his', 'her', "'s", '’s'])

/** "broke a 2003 accord", "since the 2014 offensive": a year that tells which accord is meant; what is told next goes on from before. */
export const tellsWhich = (line: Line, { base, first, last }: Expression): boolean => (base.is === 'year' || base.is === 'decade') && OWNED.has(textAt(line, first - 1)) && isWord(line, last) && !CLOSED_CLASS.has(textAt(line, last))

/** So many tokens after its "which" a time of an inserted clause stands. */
const INSERTED_REACH = 16
const RELATIVES: ReadonlySet<string> = new Set(['which', 'who', 'whose', 'where', 'whom'])

/** "Varnia, which had fought a war from 1998 to 2000, sends troops": a time of a clause that tells more of whom the sentence is about. */
export function isInserted({ lower, first }: Line, i: number): boolean {
  for (let k = i - 1; k > first && k >= i - INSERTED_REACH; k--) {
    if (RELATIVES.has(lower[k]!)) return lower[k - 1] === ','
    if (lower[k] === ',') return false
  }
  return false
}

/** "at war since an uprising toppled its ruler in 2011": a time that something goes back to, over the verb of its own clause. */
export function isAfterSince({ lower, first }: Line, i: number): boolean {
  for (let k = i - 1; k >= first && k >= i - INSERTED_REACH; k--) {
    if (lower[k] === 'since') return true
    if (lower[k] === ',' || lower[k] === ';') return false
  }
  return false
}

/** So many tokens after "the latest in" the days of the earlier attacks stand. */
const LATEST_REACH = 16

/** "killed today, the latest in a string of attacks that left two dead over the weekend": what went before is told aside. */
export function tellsEarlier({ lower, first }: Line, i: number): boolean {
  for (let k = i - 1; k > first && k >= i - LATEST_REACH; k--) if (lower[k] === 'latest') return lower[k - 1] === 'the' && (lower[k + 1] === 'in' || lower[k + 1] === 'of')
  return false
}

/** "began 914 days ago": how long something has gone on, from which nothing is counted on. */
export const isLongAgo = ({ base }: Expression): boolean => base.is === 'shift' && base.unit === 'D' && base.from === 'published' && base.n < -LONG_AGO_DAYS
const LONG_AGO_DAYS = 45

/** "years ago and again in May": what happened again is of the present again. */
export const happensAgain = (line: Line, i: number): boolean => textAt(line, i - 1) === 'again' || textAt(line, i - 2) === 'again'

const LEVELS: ReadonlySet<string> = new Set(['percent', '%', 'cent', 'rise', 'rose', 'risen', 'increase', 'increased', 'drop', 'dropped', 'decrease', 'decreased', 'fall', 'fell', 'up', 'down', 'growth', 'grew', 'jump', 'jumped', 'surge', 'surged'])
const RISES: ReadonlySet<string> = new Set(['percent', '%', 'cent', 'rise', 'increase', 'decrease', 'growth', 'jump', 'surge'])
const BESIDE_TIME: ReadonlySet<string> = new Set(['in', 'the', 'that', 'those', 'for', 'of', 'during', 'same', 'period', 'figure', 'figures'])

/** "4 percent over 2029", "compared to 2029", "more than in the year before": whether a time is only what another is measured against. */
export function isMeasuredAgainst(lower: readonly string[], from: number, at: number): boolean {
  let i = at - 1
  while (i > from && at - i < 5 && BESIDE_TIME.has(lower[i]!)) i--
  if (i <= from) return false
  const word = lower[i]!, before = lower[i - 1]!
  if (word === 'than') return true
  if (word === 'to' || word === 'with') return before === 'compared' || before === 'comparison' || before === 'relative'
  if (word === 'from') return LEVELS.has(before)
  if (word === 'over') for (let k = i - 1; k >= from && k > i - 6; k--) if (RISES.has(lower[k]!)) return true
  return false
}
