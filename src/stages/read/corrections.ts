// Notices in which an outlet says that it changed what it told before: "Correction:", "This article was amended on …".
import { noticePhrasesFrom, type NoticeKind, type NoticePhrase } from '../../languages/corrections.ts'
import type { Report } from '../../model/report.ts'

/** A notice with its words. `start` and `end` are null where it stands in what was taken out of the page. */
export interface Notice {
  kind: NoticeKind
  words: string
  start: number | null
  end: number | null
}

/** Characters of one notice that are shown: longer ones are whole articles. */
const LONGEST = 1200
/** A label is set off within so many characters: "Correction (May 6, 2031):". */
const LABEL_ROOM = 40
/** A bullet or a bracket before a label. */
const LONGEST_MARK = 2

interface Word { word: string, start: number, end: number }

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu), (match) => ({ word: match[0].toLowerCase().replace('’', '\''), start: match.index, end: match.index + match[0].length }))
}

/** Where a phrase that begins at a word ends (the index after its last word); -1 where it does not stand there. */
function endOf({ parts }: NoticePhrase, words: readonly Word[], at: number): number {
  let places = [at]
  for (const part of parts) {
    const next = new Set<number>()
    for (const place of places) {
      if ('gap' in part) for (let over = 0; over <= part.gap; over++) next.add(place + over)
      else if (part.any.has(words[place]?.word ?? '')) next.add(place + 1)
    }
    if (next.size === 0) return -1
    places = [...next]
  }
  return Math.min(...places)
}

/** Whether what follows a label sets it off: a colon or a dash, after a date at most; or nothing at all. */
function isSetOff(after: string): boolean {
  if (after.trim() === '') return true
  const room = after.slice(0, LABEL_ROOM), mark = /[:—–]|\s-\s/.exec(room)
  return mark !== null && (room.slice(0, mark.index).trim() === '' || /^\s*[,(]?[^:]*\d/.test(room.slice(0, mark.index)))
}

/** Where sentences begin in a passage. */
function sentencesOf(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/[.!?]["”’)\]]{0,2}\s+/g), (match) => match.index + match[0].length)]
}

interface Found { kind: NoticeKind, from: number, alone: boolean }

/** A notice that the head of a passage tells: a label that is set off, or an agency's word in brackets. */
function headed(text: string, words: readonly Word[]): Found | null {
  const lead = text.slice(0, words[0]!.start).trim()
  for (const phrase of noticePhrasesFrom(words[0]!.word)) {
    const end = phrase.where === 'label' || phrase.where === 'bracket' ? endOf(phrase, words, 0) : -1
    if (end < 0) continue
    const after = text.slice(words[end - 1]!.end)
    if (phrase.where === 'bracket' ? /[([]$/.test(lead) : lead.length <= LONGEST_MARK && isSetOff(after)) return { kind: phrase.kind, from: 0, alone: phrase.where === 'label' && !/[\p{L}\p{N}]/u.test(after) }
  }
  return null
}

/** The notice in a passage, from the sentence on in which it begins; null where there is none. `alone`: the passage is a label and no more. */
function noticeIn(text: string): Found | null {
  const words = wordsOf(text)
  if (words.length === 0) return null
  const labelled = headed(text, words)
  if (labelled !== null) return labelled
  const starts = sentencesOf(text)
  for (let w = 0, next = 0, from = 0; w < words.length; w++) {
    const begins = next < starts.length && words[w]!.start >= starts[next]!
    while (next < starts.length && words[w]!.start >= starts[next]!) from = starts[next++]!
    for (const phrase of noticePhrasesFrom(words[w]!.word)) {
      if (phrase.where === 'anywhere' || (phrase.where === 'opening' && begins)) if (endOf(phrase, words, w) >= 0) return { kind: phrase.kind, from, alone: false }
    }
  }
  return null
}

/** The notices of a report, in its order, then those that stand in what was taken out of the page. */
export function noticesIn({ text, passages, removed }: Pick<Report, 'text' | 'passages' | 'removed'>): Notice[] {
  const found: Notice[] = []
  for (let i = 0; i < passages.length; i++) {
    const { kind, start, end } = passages[i]!
    if (kind === 'headline') continue
    const notice = noticeIn(text.slice(start, end))
    if (notice === null) continue
    // a label on a line of its own is of what comes next
    const last = notice.alone && i + 1 < passages.length ? passages[++i]!.end : end
    found.push({ kind: notice.kind, start: start + notice.from, end: last, words: shortened(text.slice(start + notice.from, last)) })
  }
  for (const { text: words } of removed) {
    const notice = noticeIn(words)
    if (notice !== null && !notice.alone) found.push({ kind: notice.kind, start: null, end: null, words: shortened(words.slice(notice.from)) })
  }
  return found
}

function shortened(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim()
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain
}
