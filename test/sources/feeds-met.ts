// What the public test feeds of feedparser expect, read from their leading comments, and what of it is met.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { parseDocument, DomUtils } from 'htmlparser2'
import { feedEntries } from '../../src/sources/feed/entries.ts'

const ZIP = fileURLToPath(new URL('../../../shared/data/hostile/feeds.zip', import.meta.url))
export const feedsAreThere = existsSync(ZIP)

/** What is expected of the first entry: `not bozo and entries[0]['title'] == '…'`, and the like for details and contents. */
const EXPECTS = /Expect:\s*not bozo and \(?entries\[0\]\[u?'(title|link|summary|published|updated|description|content|title_detail|summary_detail|published_parsed|updated_parsed)'\](?:\[0\])?(\[u?'value'\])? == (?:u?'((?:[^'\\]|\\.)*)'|u?"((?:[^"\\]|\\.)*)"|\(([\d, ]+)\))\s*$/m
const unescaped = (s: string): string => s.replace(/\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})/g, (_, u: string | undefined, x: string | undefined) => String.fromCharCode(parseInt(u ?? x!, 16))).replace(/\\n/g, '\n').replace(/\\(['"\\])/g, '$1')
/** Markup as its words: entities twice, since a feed escapes what is escaped already. */
const words = (markup: string): string => DomUtils.textContent(parseDocument(DomUtils.textContent(parseDocument(markup)))).replace(/\s+/g, ' ').trim()
const second = (date: string): number => Date.parse(date.length === 10 ? `${date}T00:00:00Z` : /Z|[+-]\d\d:\d\d$/.test(date) ? date : `${date}Z`)

function met(bytes: Uint8Array, [, field, value, single, double, tuple]: RegExpExecArray): boolean | null {
  if (/detail|content/.test(field!) && value === undefined) return null
  const wanted = tuple ?? unescaped(single ?? double ?? '')
  const first = feedEntries({ file: 'f.xml' }, bytes).records[0]
  if (field === 'link') return first?.url === wanted
  if (field!.startsWith('title')) return words(first?.title ?? '') === words(wanted)
  if (field === 'published' || field === 'updated') return first?.published !== undefined
  if (tuple !== undefined) {
    const [year, month, day, hour, minute, s] = tuple.split(',').map(Number) as [number, number, number, number, number, number]
    return first?.published !== undefined && second(first.published) === Date.UTC(year, month - 1, day, hour, minute, s)
  }
  const body = first?.html?.replace(/^[^]*?<article>(?:<h1>[^]*?<\/h1>)?/, '').replace(/<\/article>[^]*$/, '') ?? first?.text ?? ''
  return words(body) === words(wanted)
}

export interface FeedsMet {
  files: number
  /** Names of those over which reading threw. */
  threw: string[]
  /** Expectations on titles, links, dates and bodies of well-formed feeds, but those that test a sanitizer. */
  asked: number
  right: number
  missed: string[]
}

/** Reads every file and compares. */
export function feedsMet(): FeedsMet {
  const files = Object.entries(unzipSync(readFileSync(ZIP))).filter(([name]) => name.endsWith('.xml'))
  const found: FeedsMet = { files: files.length, threw: [], asked: 0, right: 0, missed: [] }
  for (const [name, bytes] of files) {
    try { feedEntries({ file: name }, bytes) } catch { found.threw.push(name) }
    if (!name.includes('wellformed/') || name.includes('/sanitize/')) continue
    const expected = EXPECTS.exec(new TextDecoder().decode(bytes.subarray(0, 4000)).split('-->')[0]!)
    const answer = expected ? met(bytes, expected) : null
    if (answer === null) continue
    found.asked++
    if (answer) found.right++
    else found.missed.push(name)
  }
  return found
}
