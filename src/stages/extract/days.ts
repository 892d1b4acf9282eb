// When: the day of a finding, from the time words of its clause or sentence, from what was told before in the same item,
// else the day of publication.
import { crossesClause, isOfOlderFigure, isOfVerbBefore, leadsClause } from './clause-times.ts'
import { FLAG_POSSESSIVE, TOKEN_WORD, type DatedMention, type Document } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isNumberWord } from '../../languages/en/numbers.ts'
import { isAside, timesOfClause } from './asides.ts'
import { isCompared } from './compared.ts'
import type { Calendar } from './calendar.ts'
import { isOwnTime } from './past-spans.ts'
import type { DateRange } from '../../model/claim.ts'
import { dayStart } from '../../time/days.ts'

/** So long before publication news is set on a day. */
const NEWS_DAYS = 7

/** "Troops set out at dawn on Sunday. They killed six …": the one day of a sentence that itself tells nothing is that of the next of its paragraph. */
export function setDay(calendar: Calendar, sentence: number): void {
  const told = calendar.bySentence[sentence]!, { published } = calendar
  if (published === null) return
  let day: DatedMention | null = null
  for (const t of told) {
    if (t.kind !== 'date' && t.kind !== 'time' || t.from === null || t.to === null) continue
    if (calendar.spoken.has(t) || t.signal !== 'on' && t.signal !== null || t.from !== t.to || day !== null && day.from !== t.from) return
    day = t
  }
  if (day === null || day.to! > published || dayStart(published) - dayStart(day.to!) > NEWS_DAYS * 864e5) return
  calendar.set = day
  calendar.setSentence = sentence
}

const usable = (t: DatedMention): boolean => t.to !== null && t.kind !== 'set' && t.signal !== 'until' && t.signal !== 'before'

/** What is known of the words whose day is asked for. */
export interface Asked {
  /** The token of the verb or noun that tells it. */
  at?: number
  /** Whether a time of the sentence is of another event. */
  skips?: ((t: DatedMention) => boolean) | null
  /** It is an act of words itself, which has the day of the words. */
  said?: boolean
  /** Whether a time is none for what is told so. */
  bars?: ((t: DatedMention) => boolean) | null
}
const NOTHING_ELSE: Asked = {}

/** The day told for tokens `first`–`last` of a sentence. `asked`: what else is known of what is told. */
export function dayFor(document: Document, calendar: Calendar, sentence: number, first: number, last: number, { at = last - 1, skips = null, bars = null, said = false }: Asked = NOTHING_ELSE): { date: DateRange | null; mention: DatedMention | null } {
  // what happened did not happen after it was printed
  const posted = postDay(document, document.sentences[sentence]!.post), { published } = calendar
  const printed = posted !== null && (published === null || posted > published) ? posted : published
  const all = (calendar.bySentence[sentence] ?? []).filter((t) => usable(t) && t.signal !== 'since' && !isOfOlderFigure(document.tokens, t, at) && !(t.from !== null && printed !== null && t.from > printed) && !(t.from !== t.to && isCompared(document.tokens.lower, document.sentences[sentence]!.first, t.first)) && !calendar.planned.has(t) && !onlySays(calendar.bySentence[sentence]!, t, document.tokens.lower, at) && (bars === null || !bars(t)))
  const here = timesOfClause(all, calendar.asides, at, last, published)
  let best: DatedMention | null = null, bestScore = Infinity, anySkipped: boolean | null = null
  const { lower } = document.tokens, other = (t: DatedMention): boolean => t.first > at && leadsClause(lower, t.first) || crossesClause(lower, calendar.doing, Math.min(t.first, at), Math.max(t.first, at))
  const saidHere = calendar.spoken.size > 0 && here.some((t) => calendar.spoken.has(t) && !other(t))
  const others = !said && calendar.spoken.size > 0 && here.some((t) => !calendar.spoken.has(t) && !(saidHere && other(t)))
  for (const t of here) {
    if (others && calendar.spoken.has(t)) continue
    if (here.length > 1 && describes(document, t) && (last <= t.first || first > t.last + DESCRIBED)) continue
    const width = t.from && t.to ? (dayStart(t.to) - dayStart(t.from)) / 864e5 : 400
    if (width > 300 && datesPact(document.tokens.lower, t)) continue
    if (skips !== null && (skips(t) || width > 40 && (anySkipped ??= here.some(skips)))) continue // nor does a long time date it then
    let score = t.first >= last ? t.first - last : t.last <= first ? first - t.last + 2 : t.last <= at && isOfVerbBefore(calendar.doing, first, t.first) ? at - t.last + OF_ANOTHER : 0
    if (width > 40 && !isOwnTime(document.tokens.lower, calendar.doing, first, last, t)) score += 20
    if (here.length > 1 && other(t)) score += OF_ANOTHER_CLAUSE
    // "Thursday's mass strike": whatever other day stands near
    if (t.last >= first - 1 && t.last < last && (document.tokens.flags[t.last]! & FLAG_POSSESSIVE) !== 0) score = -1
    if (score < bestScore) { bestScore = score; best = t }
  }
  if (best && best.from !== best.to) { const day = here.find((t) => t.kind === 'date' && t.from !== null && t.from === t.to && t.from >= best!.from! && t.to <= best!.to! && !calendar.spoken.has(t) && !other(t)); if (day) best = day } // "in late February …, on February 24"
  // "a rocket hit X on Saturday. Officials said on Sunday that six had died in the attack": the day told before, not that of the words
  if (best && calendar.spoken.has(best) && calendar.last && !calendar.spoken.has(calendar.last) && goesOn(document, calendar, sentence) && precedes(calendar.last, best) && pointsBack(document, sentence)) return { date: { ...rangeOf(calendar.last), written: null, known: 'implied' }, mention: null }
  if (best) {
    const between = spanBetween(here, document.tokens.lower)
    const date = between !== null && best.from !== null && between.from! <= best.from && best.from <= between.to! ? between : rangeOf(best)
    if (date !== null && calendar.accused.has(best)) calendar.saidOn.add(date)
    if (date !== null && calendar.spoken.has(best)) calendar.spokenOn.add(date)
    return { date, mention: best }
  }
  const s = document.sentences[sentence]!
  if (calendar.set !== null && calendar.setSentence === sentence - 1 && document.sentences[sentence - 1]!.paragraph === s.paragraph) {
    calendar.last = calendar.set
    calendar.lastSentence = sentence
    return { date: { ...rangeOf(calendar.set), written: null, known: 'implied' }, mention: null }
  }
  const from = calendar.lastSentence < 0 ? null : document.sentences[calendar.lastSentence]!
  const entry = calendar.entries?.[sentence] ?? null
  if (entry !== null && (from === null || from.paragraph !== s.paragraph || calendar.entries![calendar.lastSentence] !== entry)) return { date: { ...rangeOf(entry), written: null, known: 'implied' }, mention: null }
  if (calendar.last && !(calendar.lastSentence === sentence && bars?.(calendar.last) === true) && from && from.post === s.post && !(from.passage !== s.passage && isSpan(calendar.last, calendar.published)) && sentence - calendar.lastSentence <= 5 && (!isPast(calendar) || (from.paragraph === s.paragraph && sentence - calendar.lastSentence <= PAST_SENTENCES))) {
    const r = rangeOf(calendar.last)
    return { date: { ...r, written: null, known: 'implied' }, mention: null }
  }
  const day = posted ?? published
  return { date: day ? { from: day, to: day, written: null, known: 'implied' } : null, mention: null }
}

/** So much farther is a time that another verb of the same subject has ("visited Kampala on Sunday and |met| the envoys on Tuesday"). */
const OF_ANOTHER = 4

/** And so much farther one behind a comma and a joint with a verb of its own ("took the town on Monday, and crowds fled on Tuesday"). */
const OF_ANOTHER_CLAUSE = 12
/** "On 13 May, some 18 days after it began, the army |took|": the day is said already; what began is of its own. */
function onlySays(told: readonly DatedMention[], t: DatedMention, lower: readonly string[], at: number): boolean {
  if (t.kind !== 'duration' || t.from === null || at < t.last || !told.some((u) => u !== t && u.kind === 'date' && u.from !== null && u.from === u.to && u.last <= t.first && t.first - u.last <= 3)) return false
  for (let i = t.last; i < at; i++) if (lower[i] === ',') return true
  return false
}

/** So many tokens on from a day that describes it, a noun still has that day. */
const DESCRIBED = 3
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'its', 'their', 'his', 'her'])

/** "a 14 February bombing": whether a day stands between an article and what was of that day. */
export function describes({ tokens }: Document, t: DatedMention): boolean {
  return ARTICLES.has(tokens.lower[t.first - 1] ?? '') && t.from === t.to && tokens.kind[t.last] === TOKEN_WORD && (tokens.flags[t.last]! & FLAG_POSSESSIVE) === 0 && !SMALL_WORDS.has(tokens.lower[t.last]!)
}
const SMALL_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'when', 'while', 'in', 'at', 'on', 'as', 'that', 'which', 'by', 'for', 'after', 'before', 'to', 'with', 'was', 'were', 'is', 'are', 'has', 'have', 'had', 'near', 'of', 'from'])

/** "we buried today 32 of them": not the day of the burial but the one told shortly before, of what killed them; null where none is. */
export function dayOfDeath(document: Document, calendar: Calendar, sentence: number): { date: DateRange; mention: null } | null {
  const { last, lastSentence, published } = calendar
  if (last === null || published === null || last.to === null || lastSentence < 0 || sentence - lastSentence > GOES_ON + 2 || document.sentences[lastSentence]!.post !== document.sentences[sentence]!.post) return null
  const days = (dayStart(published) - dayStart(last.to)) / 864e5
  return last.from === last.to && days >= 0 && days <= TOLD_WITHIN ? { date: { ...rangeOf(last), written: null, known: 'implied' }, mention: null } : null
}

/**
 * The day on which what ends at token `last` began, where it is said right after ("since the invasion began on 24 March").
 * `sinceOnly`: only where all of it stands after "since" ("since the attack on the town on 7 October"), which is not the
 * case of "the largest attack since March"; `behind`: what is so since then is told by its beginning ("the occupation since 1974").
 */
export function beginningFor(document: Document, calendar: Calendar, sentence: number, last: number, sinceOnly: boolean, behind = false): DateRange | null {
  const said = (calendar.bySentence[sentence] ?? []).find((t) => t.from !== null && t.kind !== 'set' && t.signal !== 'before' && t.signal !== 'until' && t.first >= last && t.first - last < 5 && (!sinceOnly || (t.signal === 'since' && (behind || !document.tokens.lower.slice(last, t.first).includes('since')))))
  if (said !== undefined && said.signal !== 'since' && said.from === said.to && isCarried(calendar, document.tokens.lower, said, sentence)) { calendar.last = said; calendar.lastSentence = sentence }
  if (said !== undefined && said.signal === 'from') { const all = spanBetween(calendar.bySentence[sentence]!.filter((t) => t.first >= said.first), document.tokens.lower); if (all !== null && all.from === said.from) return all } // "from 1998 to 2000"
  return said ? { from: said.from, to: said.signal === 'since' || said.to === null ? endOf(said.value, said.from) ?? said.from : said.to, written: said.written, known: said.known } : null
}

/** The last day of a month, a season or a year as TIMEX3 writes it, of a season by its first; null for anything else. */
function endOf(value: string | null, from: string | null): string | null {
  const found = value === null ? null : /^(\d{4})(?:-(\d\d|SP|SU|FA|WI))?$/.exec(value)
  if (found === null) return null
  const [, year, part] = found
  if (part !== undefined && SEASON.test(part)) return from === null ? null : new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + 2, 0)).toISOString().slice(0, 10)
  return new Date(Date.UTC(Number(year), Number(part ?? 12), 0)).toISOString().slice(0, 10)
}

const SEASON = /^[A-Z]/

/**
 * The days of an event told by how long it lasted ("three days of fighting", "a week of clashes"), up to the day that it is
 * told for; null where no such length of two days or more stands right before token `first`.
 */
export function lastingUpTo(document: Document, calendar: Calendar, sentence: number, first: number, day: DateRange | null): DateRange | null {
  if (day?.to == null || document.tokens.lower[first - 1] !== 'of') return null
  const length = (calendar.bySentence[sentence] ?? []).find((t) => t.kind === 'duration' && t.last === first - 1)
  const found = /^P(T)?(\d+)([DWH])$/.exec(length?.value ?? '')
  if (!found) return null
  const days = Number(found[2]) * (found[3] === 'W' ? 7 : found[3] === 'H' ? 1 / 24 : 1)
  if (days < 2 || OPENING.has(document.tokens.lower[length!.first - 1] ?? '') || OPENING.has(document.tokens.lower[length!.first + 1] ?? '') || OPENING.has(document.tokens.lower[length!.first] ?? '')) return null // "the first three days of the war": long over
  return { from: new Date(dayStart(day.to) - (Math.ceil(days) - 1) * 864e5).toISOString().slice(0, 10), to: day.to, written: length!.written, known: 'implied' }
}

const OPENING: ReadonlySet<string> = new Set(['first', 'opening', 'early'])

/** The days over which a harm at token `harmed` was done by an event that lasted so long ("three days of shelling have killed 12"); null for another harm. */
export function harmedOver(document: Document, calendar: Calendar, sentence: number, event: { first: number; last: number } | null, harmed: number, last: number): DateRange | null {
  const { lower } = document.tokens
  if (event === null || event.last > harmed || lower[event.first - 1] !== 'of' || event.first - document.sentences[sentence]!.first < 2) return null
  for (let i = event.last; i < harmed; i++) if (lower[i] === ',') return null
  return lastingUpTo(document, calendar, sentence, event.first, dayFor(document, calendar, sentence, harmed, last).date)
}

/** Verbs of what has been done since a time, or for so long, and is done still. */
const HAVE: ReadonlySet<string> = new Set(['has', 'have', "'ve", '’ve', "'s", '’s'])

/**
 * The days of what has gone on since a time ("have fought for the town since May", "since May the army has shelled it") or
 * for a length of days ("has raged for five days"), up to the day `until` that is told; null where the verb of tokens `first`–`last` is no present perfect
 * (save for what goes on `still`) or its sentence tells no such time.
 */
export function goingOnSince(document: Document, calendar: Calendar, sentence: number, first: number, last: number, until: string | null, still = false): DateRange | null {
  const { lower } = document.tokens
  if (until === null) return null
  let perfect = still
  for (let i = first; i < last; i++) if (HAVE.has(lower[i]!) || lower[i] === 'had' && lower[i + 1] === 'been' && lower[i + 2]?.endsWith('ing') === true) perfect = true
  if (!perfect) return null
  const start = document.sentences[sentence]!.first
  for (const t of calendar.bySentence[sentence] ?? []) {
    if (t.kind === 'duration' && lower[t.first - 1] === 'for' && t.first >= last && t.first - last < SINCE_WITHIN) {
      const found = /^P(\d+)([DW])$/.exec(t.value ?? '')
      const days = found === null ? 0 : Number(found[1]) * (found[2] === 'W' ? 7 : 1)
      if (days >= 2) return { from: new Date(dayStart(until) - (days - 1) * 864e5).toISOString().slice(0, 10), to: until, written: t.written, known: 'implied' }
    }
    if (t.from === null || t.from >= until || t.kind === 'set' || isCompared(lower, start, t.first)) continue
    const since = t.signal === 'since' || datesSince(lower, start, t.first)
    if (since && (t.first >= last ? t.first - last < SINCE_WITHIN : lower[start] === 'since')) return { from: t.from, to: until, written: t.written, known: t.known }
  }
  return null
}

/** A campaign begun so long before publication, and not said to be over, still goes on. */
const CAMPAIGN_DAYS = 45

/** And one begun so long before is over: "started the war" of 1939. */
const LONG_OVER = 5 * 365

/** The days of a campaign told by its beginning: up to publication, where it began long before; null where it did not. */
export function campaignFrom(calendar: Calendar, day: DateRange | null): DateRange | null {
  const { published } = calendar
  if (published === null || day?.from == null || day.to === null || dayStart(day.to) - dayStart(day.from) > CAMPAIGN_DAYS * 864e5) return null
  const ago = (dayStart(published) - dayStart(day.to)) / 864e5
  return ago > CAMPAIGN_DAYS && ago < LONG_OVER ? { ...day, to: published } : null
}

/** A longer time is no day that is gone on with. */
const CARRIED_DAYS = 8

/**
 * Whether the day of a sentence is that of what is told next, too: not one from which something goes on ("occupied since the
 * first day, from 24 February"), nor an earlier one told aside ("killed today, the latest of attacks that claimed six lives
 * over the weekend").
 */
export function isCarried(calendar: Calendar, lower: readonly string[], t: DatedMention, sentence: number): boolean {
  const { first, from, to, kind } = t
  if (isAside(t, calendar.asides, calendar.published)) return false
  if (kind === 'duration' || from === null || to === null || dayStart(to) - dayStart(from) > CARRIED_DAYS * 864e5) return false
  if (lower[first - 1] === 'from' && lower[first - 2] === ',') return false
  const { last, lastSentence } = calendar
  return last === null || lastSentence !== sentence || last.first >= first || last.to === null || to >= last.to
}

/** A day this long before publication is background; a sentence or two go on about it, not the report. */
const PAST_DAYS = 30, PAST_SENTENCES = 2

const PACTS: ReadonlySet<string> = wordGroup('pact')

/** "the 2015 nuclear deal": a year that only says which one is meant. */
function datesPact(lower: readonly string[], { first, last }: DatedMention): boolean {
  if (lower[first - 1] !== 'the' && lower[first - 1] !== 'a') return false
  for (let i = last; i < last + 5; i++) if (PACTS.has(lower[i] ?? '')) return true
  return false
}

/** "last week": days that are over, of which another paragraph is not told to go on. */
function isSpan({ from, to }: DatedMention, published: string | null): boolean {
  return from !== null && to !== null && published !== null && to < published && dayStart(to) - dayStart(from) >= SPAN_DAYS * 864e5
}
const SPAN_DAYS = 4

/** Whether the last day told lies long before publication. */
function isPast({ last, published }: Calendar): boolean {
  return published !== null && last!.to !== null && dayStart(published) - dayStart(last!.to) > PAST_DAYS * 864e5
}

function postDay(document: Document, post: number): string | null {
  const time = post >= 0 ? document.report.posts[post]?.time : null
  return time && /^\d{4}-\d\d-\d\d/.test(time) ? time.slice(0, 10) : null
}

/** The "when" of "since 7 October, when gunmen killed 1,200 people", with the day that it tells more of. */
export interface TimedClause { at: number; day: DateRange }

/** The clause of a sentence that tells more of a day, from its "when" on; null where there is none. */
export function timedClauseOf(document: Document, calendar: Calendar, sentence: number): TimedClause | null {
  const { lower } = document.tokens
  let found: TimedClause | null = null
  for (const t of calendar.bySentence[sentence] ?? []) {
    if ((t.kind !== 'date' && t.kind !== 'time') || t.from === null) continue
    const at = lower[t.last] === ',' ? t.last + 1 : t.last
    // "six people were killed on Wednesday when a shell hit a house": one event
    if (at === t.last && t.signal !== 'since' && isNews(t, calendar)) continue
    if (lower[at] === 'when') found = { at, day: { from: t.from, to: t.signal === 'since' || t.to === null ? endOf(t.value, t.from) ?? t.from : t.to, written: t.written, known: t.known } }
  }
  return found
}

/** So many days after an event officials still tell its toll. */
const TOLD_WITHIN = 4
const GOES_ON = 3

/** Whether the last day told stands shortly before a sentence, in the same item. */
function goesOn({ sentences }: Document, { lastSentence }: Calendar, sentence: number): boolean {
  return lastSentence >= 0 && lastSentence < sentence && sentence - lastSentence <= GOES_ON && sentences[lastSentence]!.post === sentences[sentence]!.post
}

const POINTED: ReadonlySet<string> = new Set(['attack', 'raid', 'strike', 'bombing', 'blast', 'explosion', 'assault', 'ambush', 'massacre', 'shelling', 'airstrike', 'shooting', 'clash', 'clashes'])

/** "in the attack": whether a sentence speaks of an event told before. */
function pointsBack({ tokens, sentences }: Document, sentence: number): boolean {
  const { first, last } = sentences[sentence]!
  for (let i = first + 1; i < last; i++) if (POINTED.has(tokens.lower[i]!) && (tokens.lower[i - 1] === 'the' || tokens.lower[i - 1] === 'this')) return true
  return false
}

/** Whether a day is shortly before that on which something was said. */
function precedes(told: DatedMention, spoken: DatedMention): boolean {
  if (told.from === null || told.to === null || spoken.to === null || dayStart(told.to) - dayStart(told.from) > 864e5) return false
  const days = (dayStart(spoken.to) - dayStart(told.to)) / 864e5
  return days > 0 && days <= TOLD_WITHIN
}

/** A day of the week before publication. */
function isNews({ from, to }: DatedMention, { published }: Calendar): boolean {
  return published !== null && from !== null && to !== null && dayStart(published) - dayStart(from) <= 8 * 864e5
}

const rangeOf = (t: DatedMention): DateRange => ({ from: t.from, to: t.to, written: t.written, known: t.known })

const BEGAN: ReadonlySet<string> = new Set(['erupted', 'began', 'begun', 'started'])

/** "the war, which broke out in April 2023, has killed": counted since its beginning. */
function beganBefore(lower: readonly string[], at: number): boolean {
  const verb = lower[at - 1] === 'in' || lower[at - 1] === 'on' ? at - 2 : at - 1
  return BEGAN.has(lower[verb] ?? '') || lower[verb] === 'out' && /^br(?:oke|oken)$/.test(lower[verb - 1] ?? '')
}

/** "since the war broke out in April 2023", "since fighting resumed last month": so many tokens before a time the word may stand. */
const SINCE_WITHIN = 10

/** Whether a time dates what stands after a "since" before it in the same clause. */
function datesSince(lower: readonly string[], from: number, at: number): boolean {
  for (let i = at - 1; i >= from && at - i <= SINCE_WITHIN; i--) {
    if (lower[i] === 'since') return true
    if (lower[i] === ',' || lower[i] === ';' || lower[i] === ':') return false
  }
  return false
}

/** "compared with 40 in the same months of 2029": the time of a figure that another is held against, which stands behind it; null where none does. */
export function comparedTime(document: Document, calendar: Calendar, sentence: number, first: number, last: number): DateRange | null {
  const { lower } = document.tokens
  if (!comparedBefore(lower, Math.max(document.sentences[sentence]!.first, first - COMPARED_WITHIN), first)) return null
  const behind = (calendar.bySentence[sentence] ?? []).find((t) => t.from !== null && t.to !== null && t.first >= last && t.first - last <= TIMED_WITHIN)
  return behind ? rangeOf(behind) : null
}
const COMPARED_WITHIN = 4, TIMED_WITHIN = 5

const HELD_AGAINST: ReadonlySet<string> = new Set(['compared', 'than', 'versus', 'against', 'unlike'])

/** "compared with the same months of 2023": what a total is held against. */
function comparedBefore(lower: readonly string[], from: number, at: number): boolean {
  for (let i = at - 1; i >= from && at - i <= SINCE_WITHIN; i--) if (HELD_AGAINST.has(lower[i]!) && !(lower[i] === 'than' && i + 1 < at && (isNumberWord(lower[i + 1]!) || /^\d/.test(lower[i + 1]!)))) return true // not "more than 40"
  return false
}

const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '--'])

/** "between July 1 and August 5", "from January to April", "24 February–6 April", "on Monday and Tuesday": the days from the first to the last; null where no two times are joined so. */
export function spanBetween(here: readonly DatedMention[], lower: readonly string[]): DateRange | null {
  for (let i = 0; i + 1 < here.length; i++) {
    const a = here[i]!, b = here[i + 1]!
    const opener = lower[a.first - 1] ?? lower[a.first], comma = lower[a.last] === ',' && (opener === 'from' || opener === 'between') ? 1 : 0 // "from March 1, 2022, to"
    const joint = b.first - a.last <= 1 + comma ? lower[a.last + comma] : null
    if (a.from === null || b.to === null || b.to < a.from || !(opener === 'between' && joint === 'and' || opener === 'from' && (joint === 'to' || joint === 'until') || joint !== null && (DASHES.has(joint) || joint === 'to' && a.from === a.to && b.from === b.to) && a.kind === 'date' && b.kind === 'date' || (opener === 'on' || opener === 'late') && joint === 'and' && isNextDay(a, b))) continue
    return { from: a.from, to: b.to, written: a.written, known: a.known }
  }
  return null
}

/** Whether a single day follows another. */
const isNextDay = (a: DatedMention, b: DatedMention): boolean => a.from === a.to && b.from === b.to && a.from !== null && b.from !== null && dayStart(b.from) - dayStart(a.from) === 864e5

/** "have been killed since the war began": a total that says of itself since when it counts. */
function countsSince(lower: readonly string[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (lower[i] === 'since') return true
  return false
}

/** The span of a running total: from what it counts since (null if unsaid) to the day it stands for. */
export function spanFor(document: Document, calendar: Calendar, sentence: number, first: number, apart: ((t: DatedMention) => boolean) | null = null): DateRange | null {
  const all = calendar.bySentence[sentence] ?? [], here = apart === null ? all : all.filter((t) => !apart(t))
  const { lower } = document.tokens
  const start = document.sentences[sentence]!.first
  const since = here.find((t) => t.from !== null && (t.signal === 'since' || t.last <= first && beganBefore(lower, t.first) || datesSince(lower, start, t.first)))
  const between = spanBetween(here, lower)
  if (between !== null) return between
  const published = postDay(document, document.sentences[sentence]!.post) ?? calendar.published
  // what the total stands for: a day that it is counted up to, a period that it fills, or a day close to publication
  const asOf = here.find((t) => t.to !== null && t !== since && t.signal !== 'since' && (since?.from == null || t.to >= since.from) && !comparedBefore(lower, start, t.first) && (t.kind === 'date' || t.kind === 'time' || t.kind === 'duration' && t.from !== null) && (t.signal === 'by' || t.signal === 'until' || t.signal === 'before' || (t.from !== null && t.from !== t.to && t.signal !== 'after') || (published !== null && Math.abs(dayStart(published) - dayStart(t.to)) <= 3 * 864e5)))
  const wide = asOf && asOf.from && asOf.to && asOf.from !== asOf.to
  if (since === undefined && asOf === undefined && calendar.covered !== null && !countsSince(lower, start, document.sentences[sentence]!.last)) return calendar.covered
  const to = asOf?.to ?? published
  if (!to) return since ? { from: since.from, to: null, written: since.written, known: since.known } : null
  return { from: since?.from ?? (wide ? asOf.from : null), to: published && to > published ? published : to, written: since?.written ?? asOf?.written ?? null, known: since || asOf ? 'stated' : 'implied' }
}
