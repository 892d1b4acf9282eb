// Days of events by what their clause tells: what goes on, and times that are of another event of the sentence.
import type { DateRange } from '../../model/claim.ts'
import { FLAG_POSSESSIVE, type DatedMention, type Document } from '../../model/document.ts'
import { dayStart } from '../../time/days.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { ordinalOf } from '../../languages/en/times/years.ts'
import { behindAim } from './mood.ts'
import type { Calendar } from './calendar.ts'
import { describes, goingOnSince } from './days.ts'
import type { EventFinding } from './events.ts'

/** The days of an event that has gone on since a time or for a length of days; null for one that is over, and for acts of states. */
export function goingOn(document: Document, calendar: Calendar, { chunks, index }: ParsedSentence, e: EventFinding, begun: DateRange | null): DateRange | null {
  if (e.type === 'diplomacy' && e.rule !== 'talks-held') return null
  const entered = e.nominal ? begunBy(document, chunks, e.anchor, begun?.to ?? null) : null
  if (entered !== null) return { from: entered, to: begun!.to, written: begun!.written, known: begun!.known }
  if (e.rule === 'war-of-time' || e.rule === 'war-since') return goingOnSince(document, calendar, index, e.first, e.last, begun?.to ?? null, e.nominal)
  const lasted = e.nominal && e.type === 'ground_combat' && begun?.to != null ? lengthBehind(document, calendar, chunks, e, index) : null
  if (lasted !== null) return { from: new Date(dayStart(begun!.to!) - (lasted.days - 1) * 864e5).toISOString().slice(0, 10), to: begun!.to, written: lasted.written, known: 'implied' }
  const verb = chunks[e.anchor]!.vg ? chunks[e.anchor]! : e.type === 'diplomacy' && chunks[e.anchor - 1]?.vg ? chunks[e.anchor - 1]! : e.nominal ? verbOf(chunks, e.anchor) : chunks[e.anchor - 2] ?? null
  return verb?.vg?.perfect ? goingOnSince(document, calendar, index, verb.first, verb.last, begun?.to ?? null) : null
}

/** "the siege of the town, which has lasted over 50 days": how many days an event has lasted; null where its sentence does not say so in days or weeks. */
function lengthBehind({ tokens }: Document, calendar: Calendar, chunks: readonly Chunk[], e: EventFinding, sentence: number): { days: number; written: string } | null {
  for (let j = e.anchor + 1; j + 1 < chunks.length && j <= e.anchor + ENTERED_WITHIN + 2; j++) {
    const { kind, vg } = chunks[j]!
    if (kind === 'stop') return null
    if (vg === null) continue
    if (!vg.perfect || vg.negated || vg.modal !== null || !LASTS.has(vg.verb?.lemma ?? '')) return null
    const t = calendar.bySentence[sentence]!.find((one) => one.kind === 'duration' && one.first >= chunks[j]!.last && one.first - chunks[j]!.last < 2 + (tokens.lower[chunks[j]!.last] === 'for' ? 1 : 0))
    const found = /^P(\d+)([DW])$/.exec(t?.value ?? '')
    const days = found === null ? 0 : Number(found[1]) * (found[2] === 'W' ? 7 : 1)
    return days < 2 ? null : { days, written: t!.written }
  }
  return null
}
const LASTS: ReadonlySet<string> = new Set(['last', 'rage', 'go_on', 'continue', 'drag_on'])

const LENGTHS: Readonly<Record<string, number>> = { day: 1, week: 7 }

/** "the battle for the town entered its 26th day": the day on which the event at `k` began, where its sentence counts its days or weeks up to `until`; null where it does not. */
function begunBy({ tokens }: Document, chunks: readonly Chunk[], k: number, until: string | null): string | null {
  if (until === null) return null
  for (let j = behindAim(chunks, k) ?? k + 1; j < chunks.length && j <= k + ENTERED_WITHIN; j++) {
    const { vg, kind } = chunks[j]!
    if (kind === 'stop' || kind === 'comma') return null
    if (!vg) continue
    const object = chunks[j + 1]?.np
    if (vg.verb?.lemma !== 'enter' || vg.modal !== null || vg.negated || object?.head == null) return null
    const length = LENGTHS[tokens.lower[object.head.last - 1]!] ?? 0, which = ordinalOf(tokens.lower[object.head.first - 1] ?? '')
    return length > 0 && which > 1 ? new Date(dayStart(until) - (which - 1) * length * 864e5).toISOString().slice(0, 10) : null
  }
  return null
}
const ENTERED_WITHIN = 5

/** The verb that a noun is the subject of, where it stands near behind it. */
function verbOf(chunks: readonly Chunk[], k: number): Chunk | null {
  for (let j = k + 1; j < Math.min(chunks.length, k + 4); j++) if (chunks[j]!.vg) return subjectOf(chunks, j).includes(k) ? chunks[j]! : null
  return null
}

const MONTH_DAYS = 25

/** The phrase that ends right before token `at`, or one token before that; -1 where none does. Chunks stand in order. */
function phraseBefore(chunks: readonly Chunk[], at: number): number {
  let low = 0, high = chunks.length
  while (low < high) { const middle = (low + high) >> 1; if (chunks[middle]!.last < at - 1) low = middle + 1; else high = middle }
  for (let k = low; k < chunks.length && chunks[k]!.last <= at; k++) if (chunks[k]!.np !== null) return k
  return -1
}

/**
 * Whether a time of the sentence is of another event: a month or a year behind a participle ("an explosion near Crimea,
 * annexed in 2014"), a time right behind a noun of another clause ("talks are tense as it blamed them for the bombing in June").
 */
export function othersTimes(e: EventFinding, { chunks }: ParsedSentence, events: readonly EventFinding[]): (t: DatedMention) => boolean {
  if (e.nominal && e.definite && answersTo(e, chunks)) return (t) => t.first < e.first || t.first - e.last > OWN_TIME
  let aside = Infinity
  for (const { anchor: at } of events) if (at > e.anchor && chunks[at]!.first >= e.last && chunks[at]!.vg?.bare === true && chunks[at - 1]!.kind !== 'conj' && objectsOf(chunks, at).length === 0) { aside = chunks[at]!.first; break }
  return (t) => {
    if (t.first > aside && t.from !== null && t.to !== null && dayStart(t.to) - dayStart(t.from) > MONTH_DAYS * 864e5) return true
    if (t.first < e.last) return false
    const k = phraseBefore(chunks, t.first)
    if (k < 0 || chunks[k]!.np!.event === null || chunks[k]!.first < e.last) return false
    for (let j = k - 1; j > e.anchor && chunks[j]!.first >= e.last; j--) if (chunks[j]!.vg && !chunks[j]!.vg!.infinitive && !chunks[j]!.vg!.ing) return true
    return false
  }
}

/**
 * Whether a time of the sentence cannot be that of an act of a state: of words, what they tell ("said that it had hit the
 * port on Monday"); of others, what describes the event that they are about ("condemned Monday's attack", "the 7 October attack").
 */
export function notOfAct(e: EventFinding, document: Document, calendar: Calendar): ((t: DatedMention) => boolean) | null {
  if (e.type !== 'diplomacy' || e.nominal) return null
  if (e.sense === 'statement') return (t) => t.first >= e.first && t.last <= e.last && !calendar.spoken.has(t)
  const { flags, lower } = document.tokens
  if (e.sense === 'call_on') return (t) => t.first >= e.first && (CALLED_FOR.has(lower[t.first - 2] ?? '') && lower[t.first - 1] === 'on' || describes(document, t) || (flags[t.last]! & FLAG_POSSESSIVE) !== 0)
  return (t) => t.first >= e.first && (describes(document, t) || (flags[t.last]! & FLAG_POSSESSIVE) !== 0)
}

/** "…, when the army landed, followed by the fall of the town |the next day": whether a time of its own stands right behind what ends before token `last`. */
export const hasTimeBehind = (calendar: Calendar, sentence: number, last: number): boolean => (calendar.bySentence[sentence] ?? []).some((t) => t.from !== null && t.first >= last && t.first - last < BEHIND)
const BEHIND = 2

/** "On 26 March, the coalition began an air campaign": whether a day said is that of the beginning of a campaign itself, not one since which it goes on. */
export function isOwnDay(calendar: Calendar, { first }: { first: number }, sentence: number, e: EventFinding, day: DateRange | null): boolean {
  if (day?.written == null || day.from !== day.to) return false
  return (calendar.bySentence[sentence] ?? []).some((t) => t.written === day.written && t.signal !== 'since' && (t.last <= e.first && t.first - first <= OPENS_WITHIN || t.first >= e.first && t.first - e.last < BEHIND))
}
/** So many tokens from its beginning on a time opens a sentence. */
const OPENS_WITHIN = 2

/** What a state calls for on a day to come. */
const CALLED_FOR: ReadonlySet<string> = new Set(['meeting', 'summit', 'session', 'talks', 'conference', 'vote'])

/** So near behind an event's words stands its own time. */
const OWN_TIME = 2
const ANSWERS: ReadonlySet<string> = new Set(['retaliation', 'response', 'revenge', 'reprisal', 'reprisals', 'vengeance', 'answer', 'reaction'])

/** What sets an event beside the one that the sentence tells and dates. */
const ASIDE: ReadonlySet<string> = new Set(['despite', 'after', 'following', 'because', 'over', 'amid'])

/** "in retaliation for the |attack on the port|", "ships left on Monday despite the |strikes on the port|": an event before the one that the sentence dates. */
function answersTo(e: EventFinding, chunks: readonly Chunk[]): boolean {
  const prep = chunks[e.anchor - 1]
  return prep?.kind === 'prep' && ((prep.word === 'to' || prep.word === 'for') && ANSWERS.has(chunks[e.anchor - 2]?.word ?? '') || ASIDE.has(prep.word) || prep.word === 'of' && chunks[e.anchor - 2]?.word === 'because')
}
