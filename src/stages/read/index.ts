// Bytes to clean reporting with offsets. Never throws for bad input: what cannot be read is said as trouble.
import type { Report, ReportRecord, Trouble } from '../../model/report.ts'
import { charsetOf, decode, notText } from '../../sources/bytes/decode.ts'
import { readPage } from '../../sources/page/reading.ts'
import type { Reading } from '../../sources/reading.ts'
import { readText } from '../../sources/text/lines.ts'
import { assemble } from './assemble.ts'
import { markCaption } from './captions.ts'
import { splitInserts } from './inserts.ts'
import { isDay, markHeadline } from './headline.ts'
import { markParagraphs, removeByWords, removeEmptyHeadings, removeFootStack, removeHeadStack, removeLinkLists, removeShoutedLinks, removeVideoTitles } from './layout.ts'
import { languageOf, languageTag } from './language.ts'
import { toLine, type Line } from './line.ts'
import { findPosts } from './live-blog.ts'
import { docName, namedOriginal, reportKey } from './naming.ts'
import { rawReport } from './raw.ts'

export interface ReadOptions {
  /** The text is reporting already: `text` in the result is exactly the text given. A page is still read as a page. */
  raw: boolean
}

function published(record: ReportRecord): string | null {
  const text = record.published?.trim()
  if (!text) return null
  return /^\d{4}-\d\d-\d\d(?:T.+)?$/.test(text) && isDay(text.slice(0, 10)) ? text : null
}

interface Given { text: string; html: boolean; trouble: Trouble[] }

const looksLikeHtml = (text: string): boolean => /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 4096))

/** The text of a record and whether it is a page. */
function given(record: ReportRecord, bytes: Uint8Array | null): Given {
  if (bytes !== null) {
    const what = notText(bytes)
    if (what !== null) return { text: '', html: false, trouble: [{ code: 'not_text', message: `the file is ${what}, not text` }] }
    const { text, trouble } = decode(bytes, charsetOf(record.type))
    return { text, html: /\.x?html?(?:\.gz)?$/i.test(record.file ?? '') || /^(?:text\/html|application\/xhtml\+xml)\b/i.test(record.type ?? '') || looksLikeHtml(text), trouble }
  }
  if (record.html !== undefined) return { text: record.html, html: true, trouble: [] }
  if (record.text !== undefined) return { text: record.text, html: false, trouble: [] }
  return { text: '', html: false, trouble: record.file === undefined ? [{ code: 'no_content', message: 'the record has no text, html or file' }] : [] }
}

/**
 * Reads a report. The bytes are those of the record's file; without them its `html` or `text` is read. What the record
 * states (title, outlet, language, publication date) beats what the page says.
 */
export function read(record: ReportRecord, bytes: Uint8Array | null, options: ReadOptions): Report {
  const { text, html, trouble } = given(record, bytes)
  const badDate: Trouble[] = record.published && published(record) === null ? [{ code: 'bad_date', message: `published is not an ISO date: "${record.published.slice(0, 40)}"` }] : []
  if (options.raw && !html) {
    const report = rawReport(record, text, trouble, published(record))
    return { ...report, trouble: [...report.trouble, ...badDate] }
  }
  const reading = html ? readPage(text, record.url ?? null) : readText(text)
  const report = toReport(record, reading, html)
  if (report.text === '' && trouble.length === 0 && (bytes !== null || record.text !== undefined || record.html !== undefined)) trouble.push({ code: 'no_text', message: 'nothing to read was found' })
  report.trouble.unshift(...trouble, ...badDate)
  return report
}

/** When it was last changed, stated by the record or the page, and when it was fetched, which the record alone can know. */
function timesOf({ modified, fetched }: ReportRecord, reading: Reading): Pick<Report, 'modified' | 'modifiedFrom' | 'fetched'> {
  const isTime = (time: string | undefined): time is string => time !== undefined && isDay(time.slice(0, 10)) && !Number.isNaN(Date.parse(time))
  const changed: Pick<Report, 'modified' | 'modifiedFrom'> = isTime(modified) ? { modified, modifiedFrom: 'record' } : reading.modified !== null && reading.modifiedFrom !== null ? { modified: reading.modified, modifiedFrom: reading.modifiedFrom } : {}
  return { ...changed, ...(isTime(fetched) ? { fetched } : {}) }
}

/** The publication date and how it was learned: stated by the record, by the page, or in the text. */
function dayOf(stated: string | null, reading: Reading, inText: string | null): Pick<Report, 'published' | 'publishedFrom'> {
  if (stated !== null) return { published: stated, publishedFrom: 'record' }
  if (reading.published !== null) return { published: reading.published, publishedFrom: reading.publishedFrom }
  return { published: inText, publishedFrom: inText === null ? null : 'text' }
}

const LONGEST_BYLINE = 200 // characters

/** Who wrote it: named in the page's data, else in the first byline that names somebody. */
function bylineOf({ byline }: Reading, { text, passages }: Pick<Report, 'text' | 'passages'>): Pick<Report, 'byline'> {
  const printed = passages.filter(({ kind }) => kind === 'byline').map(({ start, end }) => text.slice(start, end)).find((words) => /\p{L}{2}/u.test(words) && !/\d{4}/.test(words))
  const named = byline ?? printed?.replace(/^by\s+/i, '') ?? null
  return named === null || named.length > LONGEST_BYLINE ? {} : { byline: named }
}

function toReport(record: ReportRecord, reading: Reading, html: boolean): Report {
  const outletGiven = record.outlet ?? reading.outlet
  let lines: Line[] = reading.blocks.map(toLine)
  let posts = reading.posts
  if (posts.length === 0) posts = findPosts(lines)
  lines = removeByWords(lines)
  removeLinkLists(lines)
  if (html) removeEmptyHeadings(lines)
  lines = lines.flatMap(splitInserts)
  const from = html ? 0 : removeHeadStack(lines, outletGiven)
  const headline = markHeadline(lines, from, record.title ?? reading.title)
  const outlet = outletGiven ?? headline.outlet
  if (!html) { removeFootStack(lines, outlet); removeVideoTitles(lines, headline.at) }
  removeShoutedLinks(lines, headline.at)
  for (const line of lines) if (line.why === null) markCaption(line)
  markParagraphs(lines, headline.at)
  const key = reportKey(record, reading.canonical), original = namedOriginal(reading.canonical, key, record.url ?? null)
  const made = assemble(lines, posts, key)
  return {
    key, doc: docName(record), url: record.url ?? reading.canonical, ...(original === null ? {} : { canonical: original }), title: headline.title, outlet,
    language: languageTag(record.language) ?? languageTag(reading.language) ?? languageOf(made.text),
    kind: made.posts.length >= 2 || reading.live ? 'live_blog' : 'article',
    ...dayOf(published(record), reading, headline.published), ...timesOf(record, reading), ...bylineOf(reading, made),
    ...made, removed: [...reading.removed, ...made.removed], trouble: [],
  }
}
