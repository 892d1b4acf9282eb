// The course of alerts and outages: a time belongs to the word of beginning or end that governs it, in the sentence that
// tells of the alert or outage and in the sentences that go on about it.
import { courseAt, namesLasting, type Lasting, type Phase } from '../../languages/en/course-words.ts'
import { WordSet } from '../../text/vocabulary.ts'
import type { Claim } from '../../model/claim.ts'
import type { Course, Moment } from '../../model/course.ts'
import type { Document, DatedMention } from '../../model/document.ts'

const LASTS: Readonly<Record<string, Lasting>> = { air_raid_alert: 'alert', infrastructure_disruption: 'outage' }
/** So many sentences after it may go on about it. */
const GOES_ON = 3
/** Before a word of the course: it has not come about. */
const OPEN = new WordSet(['will', 'would', 'could', 'should', 'may', 'might', 'can', 'must', 'not', "n't", 'never', 'no', 'yet', 'expected', 'expects', 'hopes', 'hoped', 'until', 'before', 'be', 'if', 'once', 'when', 'unless'])
const PARTLY = new WordSet(['partially', 'partly', 'some', 'half', 'most', 'gradually', 'parts'])
const BREAKS = new WordSet([',', ';', ':', 'and', 'but'])
const OPEN_REACH = 5

interface Told { phase: Phase; first: number; last: number }

/** Sets `course` on the claims of alerts and outages whose beginning, end or length the report tells. */
export function markCourses(claims: readonly Claim[], document: Document, times: readonly DatedMention[]): void {
  const { tokens, sentences } = document
  const lasting = claims.filter((claim) => claim.type !== null && claim.type in LASTS).sort((a, b) => a.start - b.start)
  if (lasting.length === 0) return
  const bySentence = Map.groupBy(times.filter(({ value }) => value !== null), ({ first }) => tokens.sentence[first]!)
  let next = 0, sentence = 0
  const own = lasting.map((claim) => { while (sentence + 1 < sentences.length && sentences[sentence + 1]!.start <= claim.start) sentence++; return sentence })
  for (const [i, claim] of lasting.entries()) {
    const of = LASTS[claim.type!]!, from = own[i]!
    next = Math.max(next, i + 1)
    while (next < lasting.length && (own[next]! <= from || lasting[next]!.type !== claim.type)) next++
    const end = Math.min(sentences.length, from + 1 + GOES_ON, next < lasting.length ? own[next]! : Infinity)
    const course: Course = {}
    for (let s = from; s < end && sentences[s]!.post === sentences[from]!.post; s++) tellCourse(course, s, of, s > from)
    if (Object.keys(course).length > 0) claim.course = course
  }

  function tellCourse(course: Course, s: number, of: Lasting, later: boolean): void {
    const { first, last } = sentences[s]!
    if (later && !goesOn(first, last, of)) return
    const told: Told[] = []
    for (let t = first; t < last; t++) {
      const words = courseAt(tokens, t, last, of)
      if (words === null) continue
      if (!isOpen(first, t)) told.push({ phase: words.phase, first: t, last: words.last })
      t = words.last - 1
    }
    if (told.length === 0) return
    for (const time of bySentence.get(s) ?? []) {
      const words = governing(told, time, isLength(time.value!))
      if (words === null) continue
      const { phase } = words
      if (phase === 'lasts') { if (isLength(time.value!)) course.lasted ??= moment(words, time) }
      else if (isLength(time.value!)) continue
      else if (phase === 'begin') { if (!later) course.began ??= moment(words, time) }
      else if (phase === 'end' && (course.ended === undefined || course.ended.at === null)) course.ended = ending(words, time, s)
    }
    // an end is told even where its hour is not
    const end = told.find(({ phase, first: at }) => phase === 'end' && !isLink(at))
    if (end && course.ended === undefined) course.ended = ending(end, null, s)
  }

  function goesOn(first: number, last: number, of: Lasting): boolean {
    for (let t = first; t < last; t++) if (namesLasting(tokens, t, of)) return true
    return false
  }

  /** "over", "until" and the like end something only with a time. */
  function isLink(at: number): boolean {
    return tokens.lower[at] === 'until' || tokens.lower[at] === 'till' || tokens.lower[at] === 'over' || tokens.lower[at] === 'returned'
  }

  function isOpen(first: number, at: number): boolean {
    for (let t = at - 1; t >= first && t >= at - OPEN_REACH; t--) {
      if (BREAKS.has(tokens, t)) return false
      if (OPEN.has(tokens, t) && !(tokens.lower[t] === 'no' && tokens.lower[t + 1] === 'longer')) return true
    }
    return false
  }

  function ending(words: Told, time: DatedMention | null, s: number): Course['ended'] {
    const { first, last } = sentences[s]!
    for (let t = Math.max(first, words.first - 6); t < Math.min(last, words.last + 6); t++) if (PARTLY.has(tokens, t)) return { ...moment(words, time), partly: true }
    return moment(words, time)
  }

  function moment(words: Told, time: DatedMention | null): Moment {
    const start = tokens.start[Math.min(words.first, time?.first ?? words.first)]!
    const end = tokens.end[Math.max(words.last, time?.last ?? words.last) - 1]!
    return { at: time?.value?.includes('X') === false ? time.value : null, quote: tokens.text.slice(start, end), start, end }
  }
}

const isLength = (value: string): boolean => value.startsWith('P') && !value.startsWith('PRESENT') && !value.startsWith('PAST')

/** The word that a time belongs to: the nearest before it, else the first after it. A length belongs to a word of lasting. */
function governing(told: readonly Told[], time: DatedMention, length: boolean): Told | null {
  let before: Told | null = null, after: Told | null = null
  for (const words of told) {
    if ((words.phase === 'lasts') !== length) continue
    if (words.last <= time.first) before = words
    else if (words.first >= time.last) after ??= words
  }
  return before ?? after
}
