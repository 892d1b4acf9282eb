// Copies that run a page into one paragraph leave its pictures and link boxes between two sentences: "… on August 14. Jo
// Smith/Reuters Related article How the bridge fell In the town itself …". They are cut out where their end is certain;
// where it is not, the words stay.
import { furnitureTable } from '../../languages/furniture.ts'
import { agencyAt } from '../../sources/agencies.ts'
import { toLine, type Line } from './line.ts'

const LEAST_WORDS = 60
const REACH = 300
const LONGEST_BOX = 30
const LONGEST_HEADING = 11
const LONGEST_WITH_HEADINGS = 1_000_000 // characters
const LONGEST_BETWEEN = 1500 // characters
const MOST_BOXES = 1000 // a text with more is no copy of a page
const isUpper = (char: string | undefined): boolean => char !== undefined && char !== char.toLowerCase()
const ENDS = '.!?”"\')'

/** `from` to `to`: what is cut; `credit`: of these the credit's words; null if none. */
interface Cut { from: number; to: number; credit: { start: number; end: number } | null; box: { start: number; why: string } | null }

/** Where the words of a link box that begin at `from` end: before a word that can only open a sentence. -1 where that cannot be told. */
function boxEnd(text: string, from: number): number {
  const { openers } = furnitureTable()
  const window = text.slice(from, from + REACH)
  const clock = /^[^.]{3,200}? \d\d:\d\d - Source: \S+ ?/.exec(window)
  if (clock) return from + clock[0].length
  let at = 0, words = 0, capitals = 0, before = ''
  while (at < window.length && words < LONGEST_BOX) {
    let to = window.indexOf(' ', at)
    if (to < 0) return -1
    const word = window.slice(at, to)
    const bare = word.replace(/^[“"‘']+/, '')
    const open = !/[.!?:;,–—”"’'-]$/.test(before) // the word before is no place where a heading may begin a sentence
    if (words >= 4 && open && (openers.has(bare.replace(/[,’'].*$/, '')) || (/^[“"]/.test(word) && isUpper(bare[0])))) return capitals > words * 0.6 ? -1 : from + at
    if (isUpper(bare[0])) capitals++
    words++; before = word; at = to + 1
  }
  return -1
}

/** The credit that ends at `end`, back to the sentence before it: names only, at most six words. -1 if it is none. */
function creditBefore(text: string, end: number): number {
  let at = end, words = 0
  while (words < 7 && at > 0) {
    let start = at
    while (start > 0 && text[start - 1] !== ' ' && at - start < 60) start--
    const word = text.slice(start, at)
    if (ENDS.includes(word.at(-1) ?? ' ')) return words === 0 ? -1 : at + 1
    if (!isUpper(word[0]) && !/^(?:video|family|via|of|and|for|photo)$/.test(word)) return -1
    words++
    at = start - 1
  }
  return -1
}

/** From a slash on: the end of the agencies' names that follow it ("/AFP/Getty Images"), or -1. */
function agenciesEnd(text: string, slash: number): number {
  let at = slash, end = -1
  while (text[at] === '/') {
    const words = text.slice(at + 1, at + 50).split(/[ /]/)
    let length = agencyAt(words, 0)
    if (length === 0 && end >= 0 && words[0] === 'File') length = 1
    if (length === 0) break
    end = at + 1 + words.slice(0, length).join(' ').length
    at = end
  }
  if (end >= 0 && text.startsWith(' via Getty Images', end)) end += ' via Getty Images'.length
  return end
}

function cuts(text: string): Cut[] {
  const found: Cut[] = []
  for (const insert of furnitureTable().inserts) {
    for (let at = text.indexOf(insert.text), n = 0; at >= 0 && n < MOST_BOXES; at = text.indexOf(insert.text, at + 1), n++) {
      if (at > 0 && text[at - 1] !== ' ') continue
      const to = boxEnd(text, at + insert.text.length)
      if (to < 0) continue
      const credit = at > 0 ? creditBefore(text, at - 1) : -1
      found.push({ from: credit >= 0 ? credit : at, to, credit: credit >= 0 ? { start: credit, end: at - 1 } : null, box: { start: at, why: insert.why } })
    }
  }
  for (let slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
    const end = agenciesEnd(text, slash)
    if (end < 0) continue
    const start = creditBefore(text, end)
    const next = text.slice(end, end + 3)
    if (start >= 0 && (next === '' || (next[0] === ' ' && (isUpper(next[1]) || '“"‘'.includes(next[1]!))))) found.push({ from: start, to: Math.min(text.length, end + 1), credit: { start, end }, box: null })
    slash = end - 1
  }
  for (const { first, last, why } of furnitureTable().between) {
    for (let at = text.indexOf(first), n = 0; at >= 0 && n < MOST_BOXES; n++) {
      const end = text.indexOf(last, at)
      if (end < 0) break
      if (end - at <= LONGEST_BETWEEN) found.push({ from: at, to: end + last.length, credit: null, box: { start: at, why } })
      at = text.indexOf(first, end)
    }
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to)
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.'
const DATED = new RegExp(`(?:on |, )(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, )?(?:${MONTHS}) \\d{1,2}(?:, \\d{4})?)\\.(?: \\([^)]{2,80}\\))*$`)

/** Where the caption that ends at `end` begins; -1 if the sentence before a credit does not look like a caption: dated at its end, nothing quoted. */
function captionStart(text: string, end: number): number {
  const window = text.slice(Math.max(0, end - 400), end).trimEnd()
  if (!DATED.test(window)) return -1
  const body = window.replace(/(?: \([^)]{2,80}\))+$/, '')
  const breaks = /[.!?]["”’)]* (?=[A-Z“"‘])/g
  let start = -1
  for (let found = breaks.exec(body); found; found = breaks.exec(body)) if (!/\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec|Mr|Mrs|Dr|St|Gen|Lt|Col|Sgt)\.$/.test(body.slice(0, found.index + 1))) start = found.index + found[0].length
  if (start < 0 || /[“”"]/.test(body.slice(start))) return -1
  return end - window.length + start - (text.slice(0, end).length - text.slice(0, end).trimEnd().length)
}

/**
 * Headings that a copy ran into the paragraph: words without any mark between the end of a sentence and a word that can
 * only open one ("… officials said. Deaths in the south In the port of …"). Gives where they begin and end.
 */
function headings(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  if (text.length > LONGEST_WITH_HEADINGS) return found
  const { openers } = furnitureTable()
  let start = -1, words = 0, at = 0
  while (at < text.length) {
    let to = text.indexOf(' ', at)
    if (to < 0) to = text.length
    const word = text.slice(at, to)
    if (start >= 0) {
      if (words >= 2 && openers.has(word.replace(/[,’'].*$/, ''))) { found.push({ from: start, to: at - 1 }); start = -1 }
      else if (++words > LONGEST_HEADING || /[.!?,;:…–—“”"()/]/.test(word)) start = -1
    }
    if (/[.!?]["”’)]*$/.test(word)) { start = to + 1; words = 0; if (!isUpper(text[start]) && text[start] !== '‘') start = -1 }
    at = to + 1
  }
  return found
}

/** The line, or its parts where headings were run into it. */
function splitHeadings(line: Line): Line[] {
  if (line.why !== null || line.kind !== null || line.words.length < LEAST_WORDS) return [line]
  const made: Line[] = []
  let at = 0
  const add = (from: number, to: number, kind: Line['kind']): void => {
    const text = line.text.slice(from, to).trim()
    if (text !== '') made.push(toLine({ ...line.block, text, kind }))
  }
  for (const { from, to } of headings(line.text)) { add(at, from, null); add(from, to, 'subheading'); at = to }
  if (at === 0) return [line]
  add(at, line.text.length, null)
  return made
}

/** Cuts a long line at its inserts: link boxes out, credits, dated captions and headings as lines of their own. */
export function splitInserts(line: Line): Line[] {
  if (line.why !== null || line.kind !== null || line.words.length < LEAST_WORDS) return [line]
  const { text, block } = line
  const made: Line[] = []
  const add = (from: number, to: number, kind: Line['kind'], why: string | null): void => {
    const words = text.slice(from, to).trim()
    if (words === '') return
    const part = toLine({ ...block, text: words, kind })
    part.why = why
    made.push(part)
  }
  let at = 0
  for (const cut of cuts(text)) {
    if (cut.from < at) continue
    const caption = cut.credit ? captionStart(text, cut.from) : -1
    if (caption >= at) { add(at, caption, null, null); add(caption, cut.from, 'caption', null) } else add(at, cut.from, null, null)
    if (cut.credit) add(cut.credit.start, cut.credit.end, 'credit', null)
    if (cut.box) add(cut.box.start, cut.to, null, cut.box.why)
    at = cut.to
  }
  if (at === 0) return splitHeadings(line)
  add(at, text.length, null, null)
  return made.flatMap(splitHeadings)
}
