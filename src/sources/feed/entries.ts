// A feed file (RSS, Atom, RDF, JSON Feed) as report records, one an entry. Entities declared in the file are not expanded.
import { parseFeed } from 'feedsmith'
import type { ReportRecord, Trouble } from '../../model/report.ts'
import { charsetOf, decode } from '../bytes/decode.ts'
import { entryElements, resolved, type EntryElement } from './elements.ts'

/** The most entries that are taken from one feed file. */
const MOST_ENTRIES = 20_000

/** An entry of any format, as far as a report needs it. */
interface Entry {
  id: string | null
  url: string | null
  title: string | null
  published: string | null
  html: string | null
  text: string | null
}

/**
 * The entries of a feed in the feed's order. What the record of the file states (outlet, language) holds for each entry;
 * an entry states its own day, title and address. A file that is no feed after all is trouble `bad_feed`.
 */
export function feedEntries(record: ReportRecord, bytes: Uint8Array): { records: ReportRecord[]; trouble: Trouble[] } {
  const { text, trouble } = decode(bytes, charsetOf(record.type))
  const name = record.file ?? record.id ?? 'the feed'
  const plainly = entryElements(text, MOST_ENTRIES).map((elements) => entryOf(elements, record.url ?? null))
  let told: { outlet: string | null; language: string | null; entries: Entry[] }
  try {
    told = unified(parseFeed(text, { maxItems: MOST_ENTRIES }))
    // what one way of reading leaves out, the other gives
    if (told.entries.length === plainly.length) told.entries = told.entries.map((entry, i) => completed(entry, plainly[i]!))
  } catch (error) {
    if (plainly.length === 0) return { records: [], trouble: [...trouble, { code: 'bad_feed', message: `${name} could not be read as a feed: ${error instanceof Error ? error.message : String(error)}` }] }
    told = { outlet: null, language: null, entries: plainly }
  }
  const { outlet, language, entries } = told
  const given = { outlet: record.outlet ?? outlet ?? undefined, language: record.language ?? language ?? undefined }
  const records = entries.map((entry, i): ReportRecord => ({
    id: entry.id ?? entry.url ?? `${record.id ?? record.file ?? 'entry'}#${i + 1}`,
    ...(entry.url === null ? {} : { url: entry.url }),
    ...(entry.title === null ? {} : { title: entry.title }),
    ...withDay(isoDate(entry.published) ?? record.published),
    ...(given.outlet === undefined ? {} : { outlet: given.outlet }),
    ...(given.language === undefined ? {} : { language: given.language }),
    ...(entry.html === null ? { text: entry.text ?? entry.title ?? '' } : { html: asPage(entry.title, entry.html) }),
  }))
  if (records.length === 0) trouble.push({ code: 'empty_feed', message: `${name} is a feed without entries` })
  return { records, trouble }
}

/** Names of elements for each part of an entry, the best first; with a prefix where another vocabulary's is meant. */
const TITLES = ['title', 'dc:title', 'media:title', 'itunes:title']
const DAYS = ['published', 'pubdate', 'issued', 'date', 'created', 'updated', 'modified', 'lastmod']
const BODIES = ['content', 'encoded', 'body', 'fullitem', 'description', 'summary', 'abstract', 'tagline', 'subtitle']

/** Prefixes that feeds usually give the standard vocabularies; those of others that borrow their names. */
const VOCABULARY: ReadonlySet<string> = new Set(['', 'rss', 'r', 'atom', 'a', 'content', 'dc', 'dcterms', 'xhtml']), FOREIGN: ReadonlySet<string> = new Set(['media', 'itunes'])

/** An entry by the names of its elements. */
function entryOf(elements: readonly EntryElement[], address: string | null): Entry {
  const first = (names: readonly string[]): EntryElement | undefined => {
    for (const wanted of names) {
      const fits = (e: EntryElement): boolean => e.content !== '' && (wanted.includes(':') ? `${e.prefix}:${e.name}` === wanted : e.name === wanted && !FOREIGN.has(e.prefix))
      const own = elements.find((e) => fits(e) && VOCABULARY.has(e.prefix)) ?? elements.find(fits)
      if (own) return own
    }
    return undefined
  }
  const links = elements.filter((e) => e.name === 'link' && (e.attributes['rel'] ?? 'alternate') === 'alternate')
  const link = links.find((e) => e.attributes['href'] !== undefined || e.content !== '')
  const guid = first(['guid', 'id'])
  const permanent = guid?.name === 'guid' && guid.attributes['isPermaLink'] !== 'false' && /^https?:/i.test(guid.content) ? guid : undefined
  const at = link?.attributes['href'] ?? (link?.content || undefined) ?? permanent?.content ?? elements.find((e) => e.name === 'a')?.attributes['href']
  const content = first(BODIES) ?? first(['itunes:summary', 'media:description'])
  return { id: guid?.content ?? null, url: at === undefined ? null : resolved(at, link?.base ?? address), title: first(TITLES)?.content ?? null, published: first(DAYS)?.content ?? null, ...body(content?.content ?? null) }
}

/** An entry with what it lacks, or has only in another coding, taken from its plain reading. */
function completed(entry: Entry, plainly: Entry): Entry {
  const bare = entry.html === null && entry.text === null
  const coded = (given: string | null, other: string | null): string | null => (given === null || (other !== null && given !== other && isBase64(given)) ? other : given)
  return {
    id: entry.id ?? plainly.id, url: plainly.url !== null && (entry.url === null || !/^[a-z][a-z0-9+.-]*:/i.test(entry.url)) ? plainly.url : entry.url, title: coded(entry.title, plainly.title), published: entry.published ?? plainly.published,
    ...(bare || (entry.text !== null && isBase64(entry.text)) ? { html: plainly.html, text: plainly.text } : { html: entry.html, text: entry.text }),
  }
}

const isBase64 = (text: string): boolean => text.length >= 8 && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text)

const withDay = (published: string | undefined): { published?: string } => (published === undefined ? {} : { published })

type Feed = ReturnType<typeof parseFeed<string>>

function unified(feed: Feed): { outlet: string | null; language: string | null; entries: Entry[] } {
  if (feed.format === 'atom') {
    return {
      outlet: plain(feed.feed.title), language: null,
      entries: (feed.feed.entries ?? []).map((e) => ({
        id: plain(e.id), url: plain((e.links ?? []).find((l) => !l.rel || l.rel === 'alternate')?.href), title: plain(e.title),
        published: plain(e.published) ?? plain(e.updated), ...body(plain(e.content) ?? plain(e.summary)),
      })),
    }
  }
  if (feed.format === 'json') {
    return {
      outlet: plain(feed.feed.title), language: plain(feed.feed.language),
      entries: (feed.feed.items ?? []).map((e) => ({
        id: plain(e.id), url: plain(e.url), title: plain(e.title), published: plain(e.date_published), html: plain(e.content_html), text: plain(e.content_text) ?? plain(e.summary),
      })),
    }
  }
  if (feed.format === 'rdf') {
    return {
      outlet: plain(feed.feed.title), language: plain(feed.feed.dc?.languages?.[0]),
      entries: (feed.feed.items ?? []).map((e) => ({ id: plain(e.link), url: plain(e.link), title: plain(e.title), published: plain(e.dc?.dates?.[0]), ...body(plain(e.content?.encoded) ?? plain(e.description)) })),
    }
  }
  return {
    outlet: plain(feed.feed.title), language: plain(feed.feed.language),
    entries: (feed.feed.items ?? []).map((e) => ({
      id: plain(e.guid), url: plain(e.link), title: plain(e.title), published: plain(e.pubDate) ?? plain(e.dc?.dates?.[0]), ...body(plain(e.content?.encoded) ?? plain(e.description)),
    })),
  }
}

/** A text of the feed, however its format wraps it; null for none. */
function plain(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  if (value !== null && typeof value === 'object' && 'value' in value) return plain((value as { value: unknown }).value)
  return null
}

function body(content: string | null): { html: string | null; text: string | null } {
  if (content === null) return { html: null, text: null }
  return /<[a-z!/]/i.test(content) || /&[a-z#]/i.test(content) ? { html: content, text: null } : { html: null, text: content }
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))

/** An entry's markup as the page that it was cut from would have it: a heading over its body. */
function asPage(title: string | null, html: string): string {
  const heading = title === null ? '' : `<h1>${escaped(title)}</h1>`
  return `<!doctype html><html><head>${title === null ? '' : `<title>${escaped(title)}</title>`}</head><body><article>${heading}${html}</article></body></html>`
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ZONES: Readonly<Record<string, string>> = { gmt: 'Z', ut: 'Z', utc: 'Z', z: 'Z', est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00' }

/** A feed's date as ISO in the zone that it states, so that its day stays the writer's own (RFC 822 and RFC 3339); undefined for any other. */
export function isoDate(date: string | null): string | undefined {
  if (date === null) return undefined
  const text = date.trim().slice(0, 60)
  const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i.exec(text)
  if (iso) return text.replace(' ', 'T')
  const mail = /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3})[a-z]{0,6} (\d{4}|\d\d)(?: (\d\d):(\d\d)(?::(\d\d))?(?: ?([a-z]{1,5}|[+-]\d{4}))?)?/i.exec(text)
  if (!mail) return undefined
  const month = MONTHS.indexOf((mail[2] ?? '').toLowerCase()) + 1
  const day = Number(mail[1])
  if (month === 0 || day < 1 || day > 31) return undefined
  const year = (mail[3] ?? '').length === 2 ? Number(mail[3]) + (Number(mail[3]) < 70 ? 2000 : 1900) : Number(mail[3])
  const two = (n: number | string): string => String(n).padStart(2, '0')
  const whole = `${year}-${two(month)}-${two(day)}`
  if (mail[4] === undefined) return whole
  const zone = mail[7] ?? ''
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : ZONES[zone.toLowerCase()] ?? 'Z'
  return `${whole}T${mail[4]}:${mail[5]}:${mail[6] ?? '00'}${offset}`
}
