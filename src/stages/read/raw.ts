// A text that is reporting already: kept to the letter, its lines as passages.
import type { Passage, Report, ReportRecord, Trouble } from '../../model/report.ts'
import type { Block } from '../../sources/reading.ts'
import { paragraphEnds } from '../../sources/text/lines.ts'
import { looksLikeHeadline } from './headline.ts'
import { languageOf, languageTag } from './language.ts'
import { isByline } from './layout.ts'
import { toLine } from './line.ts'
import { docName, reportKey } from './naming.ts'

/** A headline and who wrote stand among so many lines. */
const HEAD_LINES = 6

interface Span { start: number; end: number }

/** The lines of a text that are not blank, and which stand together. */
function linesOf(text: string): { spans: Span[]; blocks: Block[] } {
  const spans: Span[] = [], blocks: Block[] = []
  let at = 0, stanza = 0
  while (at < text.length) {
    let to = text.indexOf('\n', at)
    if (to < 0) to = text.length
    let start = at, end = to
    while (start < end && text.charCodeAt(start) <= 32) start++
    while (end > start && text.charCodeAt(end - 1) <= 32) end--
    at = to + 1
    if (end === start) { stanza++; continue }
    spans.push({ start, end })
    blocks.push({ text: text.slice(start, end), kind: null, stanza, indent: 0, bullet: '', post: -1, linked: 0 })
  }
  return { spans, blocks }
}

/** The passages of a text: its lines, or what was wrapped by hand, with the headline and the byline above the rest. */
function passagesOf(text: string, title: string | null): Passage[] {
  const { spans, blocks } = linesOf(text)
  let from = 0
  const passages = paragraphEnds(blocks).map((end): Passage => {
    const passage: Passage = { kind: 'paragraph', start: spans[from]!.start, end: spans[end - 1]!.end }
    from = end
    return passage
  })
  const head = passages.slice(0, HEAD_LINES).map(({ start, end }, i) => toLine({ ...blocks[0]!, text: text.slice(start, end), stanza: i }))
  if (head.length > 0 && (title === null ? looksLikeHeadline(head, 0) : head[0]!.text === title)) passages[0]!.kind = 'headline'
  for (const [i, line] of head.entries()) if (passages[i]!.kind === 'paragraph' && isByline(line)) passages[i]!.kind = 'byline'
  return passages
}

/** The report of a text taken exactly as it is; `published`: its day, where the record states one that can be. */
export function rawReport(record: ReportRecord, text: string, trouble: Trouble[], published: string | null): Report {
  const title = record.title?.trim() ?? null
  return {
    key: reportKey(record, null), doc: docName(record), url: record.url ?? null, title, outlet: record.outlet ?? null,
    language: languageTag(record.language) ?? languageOf(text), kind: 'article', published,
    text, passages: passagesOf(text, title), posts: [], removed: [], captions: [], credits: [], trouble: text.trim() === '' && trouble.length === 0 ? [{ code: 'no_text', message: 'nothing to read was found' }] : trouble,
  }
}
