// English time expressions: found over the token table, resolved to TIMEX3 values and whole days.
import type { DatedMention, Document } from '../../model/document.ts'
import { isoDay } from '../../time/days.ts'
import type { Expression } from './times/expression.ts'
import { splitJoined, type SplitLine } from './times/joined.ts'
import type { Line } from './times/line.ts'
import { expressionsIn, signalBefore } from './times/parse.ts'
import { resolve } from './times/resolve.ts'
import type { Standpoint, Told } from './times/standpoint.ts'
import { warsOf } from './times/wars.ts'

/** A sentence this many sentences on still lies near what was told. */
const NEAR_SENTENCES = 2

/** Words that tell of what is to come, when they stand before a time ("will meet on Friday"). */
const AHEAD = new Set(['will', 'scheduled', 'planned', 'expected', 'due', 'upcoming', 'shall', "'ll", 'slated', 'plans', 'until', 'till', 'deadline', 'set'])
const AHEAD_REACH = 10
/** Verbs of saying end the reach: "will" before "said on Tuesday" is not about Tuesday. */
const SAYING = new Set(['said', 'says', 'told', 'announced', 'reported', 'wrote', 'added', 'warned', 'claimed', 'confirmed', 'was', 'were', 'had', 'killed', 'began', 'after'])

/** Whether a text tells of a past that is over: most of its years lie well before the day of writing, and few of its days are told from it. */
function isHistory(expressions: readonly Expression[], published: string | null): boolean {
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

/**
 * The time expressions of a document, in text order and without overlaps. Days are counted from the report's day of
 * publication, or from the day of the live-blog post that the sentence stands in; `from` and `to` are null where the text
 * leaves the days open.
 */
export function findTimes(document: Document): DatedMention[] {
  const { tokens, sentences, report } = document
  const published = isoDay(report.published)
  const all: Expression[] = []
  const ends: number[] = []
  const split = new Map<number, SplitLine>()
  for (let s = 0; s < sentences.length; s++) {
    const { first, last } = sentences[s]!
    const cut = splitJoined(tokens, first, last)
    if (cut) split.set(s, cut)
    expressionsIn(cut?.line ?? { tokens, lower: tokens.lower, first, last }, all)
    ends.push(all.length)
  }
  const history = isHistory(all, published)
  const wars = warsOf(tokens, published)
  const mentions: DatedMention[] = []
  let told: Told | null = null, toldIn = -99, toldPost = -2
  let at = 0
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s]!
    const post = sentence.post >= 0 ? isoDay(report.posts[sentence.post]?.time) : null
    const cut = split.get(s)
    const line: Line = cut?.line ?? { tokens, lower: tokens.lower, first: sentence.first, last: sentence.last }
    if (sentence.post !== toldPost && !history) { told = null; toldPost = sentence.post }
    for (; at < ends[s]!; at++) {
      const said = all[at]!
      if (said.history && !history) continue
      const signal = signalBefore(line, said.first)
      const standpoint: Standpoint = { published: post ?? published, history, told, ahead: !history && isAhead(line.lower, line.first, said.first), near: s - toldIn <= NEAR_SENTENCES, bounding: signal === 'by' || signal === 'until', planned: isPlanned(line, said.first), wars }
      const found = resolve(said, standpoint)
      if (said.base.is === 'war' && found.value === null) continue
      if (!history && said.base.is === 'day' && found.to !== null) wars.note(line, said.first, found.to)
      const start = line.tokens.start[said.first]!, end = line.tokens.end[said.last - 1]!
      mentions.push({
        first: cut ? cut.origin[said.first]! : said.first, last: cut ? cut.origin[said.last - 1]! + 1 : said.last, start, end, written: tokens.text.slice(start, end), value: found.value, kind: said.kind, from: found.from, to: found.to,
        known: found.known, anchor: found.anchor === 'published' && post !== null ? 'post' : found.anchor, signal,
      })
      if (found.told && (!history || !told || moves(said, found.told, told, line, signal))) { told = found.told; toldIn = s }
    }
  }
  return mentions
}

/** Nouns of what is arranged beforehand; right before a month or day they make the nearest one likely. */
const ARRANGED = new Set(['summit', 'election', 'elections', 'vote', 'referendum', 'conference', 'deadline'])
const isPlanned = (line: Line, i: number): boolean => { for (let k = i - 1; k >= line.first && k >= i - 3; k--) if (ARRANGED.has(line.lower[k]!)) return true; return false }

function isAhead(lower: readonly string[], first: number, i: number): boolean {
  for (let k = i - 1; k >= first && k >= i - AHEAD_REACH; k--) {
    if (SAYING.has(lower[k]!)) return false
    if (AHEAD.has(lower[k]!)) return true
  }
  return false
}

/** A year this far from the telling is mentioned by the way. */
const ASIDE_YEARS = 2

/** Whether a history goes on from a time just told, or only looks aside: at a year far off, at the end of what lasted "until" another. */
function moves(said: Expression, to: Told, from: Told, line: Line, signal: string | null): boolean {
  if ((signal === 'until' || signal === 'since') && to.year !== from.year) return false
  if (said.base.is !== 'year') return true
  if (to.year === from.year) return from.month === 0
  const head = said.first - line.first <= 2
  return head || from.month === 0 || Math.abs(to.year - from.year) <= ASIDE_YEARS
}
