// English time expressions: found over the token table, resolved to TIMEX3 values and whole days.
import type { DatedMention, Document, TokenTable } from '../../model/document.ts'
import { isoDay } from '../../time/days.ts'
import { beginningOf, entriesOf } from './times/chronicle.ts'
import type { Expression } from './times/expression.ts'
import { splitJoined, type SplitLine } from './times/joined.ts'
import type { Line } from './times/line.ts'
import { expressionsIn, signalBefore } from './times/parse.ts'
import { resolve } from './times/resolve.ts'
import type { Standpoint, Told } from './times/standpoint.ts'
import { isLongAgo, happensAgain, isAhead, isOver, isHistory, isPlanned, moves, isAfterSince, isInserted, isMeasuredAgainst, tellsEarlier, tellsWhich } from './times/telling.ts'
import { warsOf } from './times/wars.ts'

/** "a day after they attacked on 7 October": the day stands within this many tokens. */
const BESIDE = 12

/** A sentence this many sentences on still lies near what was told. */
const NEAR_SENTENCES = 2

/** The expressions of a document before their days are told: `ends` of each sentence in `all`; `split`: lines whose joined words were cut. */
export interface TimesSaid {
  all: Expression[]
  ends: number[]
  split: Map<number, SplitLine>
}

/** The time expressions of a document, as they are said. */
export function timesSaid({ tokens, sentences }: Document): TimesSaid {
  const all: Expression[] = [], ends: number[] = []
  const split = new Map<number, SplitLine>()
  for (let s = 0; s < sentences.length; s++) {
    const { first, last } = sentences[s]!
    const cut = splitJoined(tokens, first, last)
    if (cut) split.set(s, cut)
    expressionsIn(cut?.line ?? { tokens, lower: tokens.lower, first, last }, all)
    ends.push(all.length)
  }
  return { all, ends, split }
}

/**
 * The time expressions of a document, in text order and without overlaps. Days are counted from the report's day of
 * publication, or from the day of the live-blog post that the sentence stands in; `from` and `to` are null where the text
 * leaves the days open.
 */
export function findTimes(document: Document): DatedMention[] {
  return daysTold(document, timesSaid(document))
}

/** The same from what is said already (`timesSaid`). */
export function daysTold(document: Document, { all, ends, split }: TimesSaid): DatedMention[] {
  const { tokens, sentences, report } = document
  const published = isoDay(report.published)
  const history = isHistory(all, published)
  const wars = warsOf(tokens, published)
  const mentions: DatedMention[] = []
  const entries = history ? null : entriesOf(document, inDocument({ all, ends, split }))
  let entry: Told | null = entries === null ? null : beginningOf(entries, all, published)
  let told: Told | null = null, toldIn = -99, toldPost = -2
  let aside: { told: Told | null; toldIn: number } | null = null
  let at = 0
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s]!
    if (aside !== null) { ({ told, toldIn } = aside); aside = null }
    if (sentence.post !== toldPost && !history) { told = null; toldPost = sentence.post }
    if (at >= ends[s]!) continue
    const post = sentence.post >= 0 ? isoDay(report.posts[sentence.post]?.time) : null
    const cut = split.get(s)
    const opens = entries !== null && entries[s]! >= 0 && (s === 0 || entries[s] !== entries[s - 1]) ? entries[s]! : -1
    if (entries !== null && entries[s]! < 0 && mentions.length > 0 && s > 0 && entries[s - 1]! >= 0) entry = null
    const line: Line = cut?.line ?? { tokens, lower: tokens.lower, first: sentence.first, last: sentence.last }
    for (; at < ends[s]!; at++) {
      const said = all[at]!
      if (said.history && !history) continue
      const signal = signalBefore(line, said, at > 0 && all[at - 1]!.last <= said.first && at > (ends[s - 1] ?? 0) ? all[at - 1]!.last : line.first)
      const over = signal === 'until' && isOver(line, said.first)
      const standpoint: Standpoint = { published: post ?? published, history, told: !history && told !== null && happensAgain(line, said.first) ? null : told, ahead: !history && !over && isAhead(line, said.first), near: s - toldIn <= NEAR_SENTENCES, bounding: signal === 'by' || signal === 'until' && !over, since: signal === 'since' && line.lower[said.first - 1] !== 'since' && line.lower[said.first - 2] !== 'since', planned: isPlanned(line, said.first, said.last), wars, beside: null }
      const beside = said.base.is === 'span' && said.base.aside !== undefined && at + 1 < ends[s]! ? all[at + 1]! : null
      if (beside && beside.first - said.last <= BESIDE && (beside.base.is === 'day' || beside.base.is === 'weekday')) standpoint.beside = resolve(beside, standpoint).to
      // an entry goes on from the one before, and what it tells from its own time
      if (entry !== null && said.base.is !== 'year') {
        standpoint.near = standpoint.entry = true
        if (at === opens || told === null || s - toldIn > NEAR_SENTENCES || told.year !== entry.year) standpoint.told = entry
      }
      const found = resolve(said, standpoint)
      if (said.base.is === 'war' && found.value === null) continue
      if (!history && said.base.is === 'day' && found.to !== null) wars.note(line, said.first, found.to)
      const start = line.tokens.start[said.first]!, end = line.tokens.end[said.last - 1]!
      mentions.push({
        first: cut ? cut.origin[said.first]! : said.first, last: cut ? cut.origin[said.last - 1]! + 1 : said.last, start, end, written: tokens.text.slice(start, end), value: found.value, kind: said.kind, from: found.from, to: found.to,
        known: found.known, anchor: found.anchor === 'published' && post !== null ? 'post' : found.anchor, signal,
      })
      // what a count or a state goes back to ("killed since 7 October") is where the telling stands in its own sentence alone
      if (found.told && !history && aside === null && (signal === 'since' || standpoint.since || isMeasuredAgainst(line.lower, line.first, said.first) || tellsWhich(line, said) || tellsEarlier(line, said.first) || isLongAgo(said) || isAfterSince(line, said.first) || told !== null && found.told.year < told.year && isInserted(line, said.first))) aside = { told, toldIn }
      if (at === opens && found.told) entry = found.told
      if (found.told && (!history || !told || moves(said, found.told, told, line, signal))) { told = found.told; toldIn = s }
    }
  }
  return mentions
}

/** The expressions by the tokens of the document: those of a line that was cut apart count from its own beginning. */
function inDocument({ all, ends, split }: TimesSaid): readonly { first: number, last: number, kind: string }[] {
  if (split.size === 0) return all
  const spans: { first: number, last: number, kind: string }[] = []
  for (let s = 0; s < ends.length; s++) {
    const origin = split.get(s)?.origin
    for (let at = spans.length; at < ends[s]!; at++) {
      const { first, last, kind } = all[at]!
      spans.push(origin === undefined ? all[at]! : { first: origin[first]!, last: origin[last - 1]! + 1, kind })
    }
  }
  return spans
}

const AGED = /-(?:year|month|week|day)-olds?$/

/** Marks the tokens that time expressions take, for the parser; an age that may stand for a person ("a 16-year-old") is left to it. */
export function takenByTimes(tokens: TokenTable, times: readonly DatedMention[]): Uint8Array {
  const taken = new Uint8Array(tokens.count)
  for (const t of times) if (!(t.last - t.first === 1 && AGED.test(tokens.lower[t.first]!))) taken.fill(1, t.first, t.last)
  return taken
}
