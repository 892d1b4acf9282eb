// A text that is reporting already: kept to the letter, its lines as passages.
import type { Passage, Report, ReportRecord, Trouble } from '../../model/report.ts'
import { languageOf, languageTag } from './language.ts'
import { docName, reportKey } from './naming.ts'

/** The report of a text taken exactly as it is; `published`: its day, where the record states one that can be. */
export function rawReport(record: ReportRecord, text: string, trouble: Trouble[], published: string | null): Report {
  const passages: Passage[] = []
  const title = record.title?.trim() ?? null
  let at = 0
  while (at < text.length) {
    let to = text.indexOf('\n', at)
    if (to < 0) to = text.length
    let start = at, end = to
    while (start < end && text.charCodeAt(start) <= 32) start++
    while (end > start && text.charCodeAt(end - 1) <= 32) end--
    if (end > start) passages.push({ kind: passages.length === 0 && title !== null && text.slice(start, end) === title ? 'headline' : 'paragraph', start, end })
    at = to + 1
  }
  return {
    key: reportKey(record, null), doc: docName(record), url: record.url ?? null, title, outlet: record.outlet ?? null,
    language: languageTag(record.language) ?? languageOf(text), kind: 'article', published,
    text, passages, posts: [], removed: [], captions: [], credits: [], trouble: text.trim() === '' && trouble.length === 0 ? [{ code: 'no_text', message: 'nothing to read was found' }] : trouble,
  }
}
