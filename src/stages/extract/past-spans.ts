// "In March 2022 jets bombed a theatre. About 300 people were killed.": a month or a year of the past is gone on about for a sentence or two.
import type { DateRange } from '../../model/claim.ts'
import type { DatedMention, Document } from '../../model/document.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { dayStart } from '../../time/days.ts'
import type { Calendar } from './calendar.ts'
import { crossesClause } from './clause-times.ts'

/** So long before publication it is background, so long it is at least, longer than a day that is carried, and at most. */
const PAST_DAYS = 30, LEAST_DAYS = 9, MOST_DAYS = 366
/** So many sentences of its paragraph go on about it. */
const GOES_ON = 2

/** Keeps a month or a year of the past that a sentence was dated by. */
export function noteSpan(calendar: Calendar, t: DatedMention, sentence: number): void {
  const { published } = calendar
  if (published === null || t.kind === 'duration' || t.from === null || t.to === null || t.signal === 'since') return
  const days = (dayStart(t.to) - dayStart(t.from)) / 864e5
  if (days < LEAST_DAYS || days > MOST_DAYS || dayStart(published) - dayStart(t.to) <= PAST_DAYS * 864e5) return
  calendar.span = t
  calendar.spanSentence = sentence
}

/** The month or year told before that what the chunk `anchor` tells in the simple past goes on about, in a sentence without a time; null where it does not. */
export function spanGoneOn({ sentences }: Document, calendar: Calendar, { index, chunks }: ParsedSentence, anchor: number): DateRange | null {
  const { span, spanSentence, lastSentence } = calendar
  if (span === null || index <= spanSentence || index - spanSentence > GOES_ON || lastSentence > spanSentence || calendar.bySentence[index]!.length > 0) return null
  const now = sentences[index]!, then = sentences[spanSentence]!
  if (now.post !== then.post || now.paragraph !== then.paragraph) return null
  let told = chunks[anchor]?.vg
  for (let k = anchor; told?.ing === true && !told.progressive && k >= 0; k--) if (chunks[k]!.vg && !chunks[k]!.vg!.ing) told = chunks[k]!.vg // "a bomb struck the house, |killing| 29"
  if (told == null || !told.past || told.perfect || told.progressive || told.modal !== null || told.infinitive) return null
  for (let k = anchor - 1; told.bare && k >= 0 && k > anchor - 4; k--) if (chunks[k]!.vg?.perfect) return null // "has damaged or |sunk|"
  return { from: span.from, to: span.to, written: null, known: 'implied' }
}

/** "|In 2014|, the land was plunged into a crisis. The army began …": keeps the month or year that opens a sentence which tells nothing else. */
export function noteOpening({ tokens, sentences }: Document, calendar: Calendar, sentence: number): void {
  const t = calendar.bySentence[sentence]![0]
  if (t !== undefined && t.kind === 'date' && (t.signal === null || t.signal === 'in' || t.signal === 'during') && t.first - sentences[sentence]!.first <= OPENS_WITHIN && tokens.lower[t.last] !== ':' && !calendar.spoken.has(t)) noteSpan(calendar, t, sentence)
}
const OPENS_WITHIN = 3

/** So many tokens behind what is told its own time stands, and what tells more of it behind that. */
const OWN_WITHIN = 6, MORE_WITHIN = 3
const MORE: ReadonlySet<string> = new Set(['that', 'which', 'who', 'killing', 'wounding', 'injuring'])

/** "the explosion of a depot |in 2014| that killed two": a long time that stands right behind what is told, or right before what tells more of it. */
export function isOwnTime(lower: readonly string[], doing: Uint8Array, first: number, last: number, t: DatedMention): boolean {
  if (t.last <= first) return first - t.last <= MORE_WITHIN && MORE.has(lower[t.last]!)
  if (t.first < last || t.first - last > OWN_WITHIN) return false
  for (let i = first; i < t.first; i++) if (lower[i] === ',' || doing[i] === 1) return false
  return true
}

const HAVE: ReadonlySet<string> = new Set(['has', 'have', "'ve", '’ve'])

/**
 * "|Nine have died|, and a truce was signed in May": what is so by now has no time of another clause behind it; null where the
 * verb of tokens `first`–`last` is no present perfect.
 */
export function timesApart({ tokens: { lower } }: Document, calendar: Calendar, first: number, last: number): ((t: DatedMention) => boolean) | null {
  for (let i = first; i < last; i++) if (HAVE.has(lower[i]!)) return (t) => t.first > last && crossesClause(lower, calendar.doing, last - 1, t.first)
  return null
}
