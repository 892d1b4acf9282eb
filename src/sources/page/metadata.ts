// Title, outlet, language, canonical address and publication date, as the page's head and marks state them.
import type { DateSource } from '../../model/report.ts'
import { parseDate, urlDate, wordedDate } from './dates.ts'
import type { LdArticle } from './json-ld.ts'
import type { Page } from './tree.ts'

export interface Metadata {
  title: string | null
  outlet: string | null
  authors: string[]
  description: string | null
  language: string | null
  canonical: string | null
  published: string | null
  publishedFrom: DateSource | null
  modified: string | null
  modifiedFrom: DateSource | null
}

const DATE_NAMES = ['article:published_time', 'og:article:published_time', 'og:published_time', 'article:published', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'cxenseparse:publishtime', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'dc.date', 'dc.date.created', 'dcterms.issued', 'pubdate', 'publishdate', 'publish-date', 'publish_date', 'publication_date', 'article.published', 'article_date_original', 'date_published', 'originalpublicationdate', 'ptime', 'rnews:datepublished', 'citation_publication_date', 'bt:pubdate', 'displaydate', 'date', 'timestamp', 'article.created', 'created', 'vr:published_time', 'shareaholic:article_published_time', 'last-modified', 'article:modified_time', 'og:updated_time']
const LONGEST_PRINTED = 90
const LATE_NAMES = new Set(['last-modified', 'article:modified_time', 'og:updated_time'])

/** The metas of a page by lower-case name, property or itemprop; of several the first. */
export function metas(page: Page): Map<string, string> {
  const found = new Map<string, string>()
  for (let i = 0; i < page.count; i++) {
    if (page.tag[i] !== 'meta') continue
    const attributes = page.attributes[i]
    const content = attributes?.['content']?.trim()
    if (!content) continue
    for (const key of ['property', 'name', 'itemprop'] as const) {
      const name = attributes![key]?.toLowerCase()
      if (name !== undefined && name !== '' && !found.has(name)) found.set(name, content)
    }
  }
  return found
}

const clean = (text: string | null | undefined): string | null => {
  const bare = (text ?? '').replace(/\s+/g, ' ').trim()
  return bare === '' ? null : bare
}

interface Dated { published: string; from: DateSource }

/** `<time>` elements and their kind, those that call themselves published before those that only stand first. */
function timeElement(page: Page, heading: number): string | null {
  let near: string | null = null, far: string | null = null
  for (let i = 0; i < page.count; i++) {
    const attributes = page.attributes[i]
    if (attributes === null || attributes === undefined) continue
    const property = attributes['itemprop']
    if (page.tag[i] !== 'time' && property !== 'datePublished') continue
    const date = parseDate(attributes['datetime'] ?? attributes['content'] ?? attributes['title'])
    if (date === null) continue
    if (property === 'datePublished' || attributes['pubdate'] !== undefined || /publish/i.test(attributes['class'] ?? '')) return date
    if (heading >= 0 && i > heading) near ??= date
    far ??= date
  }
  return near ?? far
}

const UPDATED = /\b(?:updated|modified|edited|revised|last (?:changed|update))\b/i

/** The date that stands for readers near the headline: a short text that is little more than a date. */
function printedDate(words: readonly string[]): string | null {
  for (const late of [false, true]) for (const text of words) {
    if (UPDATED.test(text) !== late) continue // a day of an update only for want of another
    const date = text.length <= LONGEST_PRINTED && !text.endsWith('.') ? wordedDate(text) ?? parseDate(text) : null
    if (date !== null) return date
  }
  return null
}

/**
 * A time stated in UTC may name another day than the one printed for readers, which is the publisher's own: where they
 * are one day apart the printed one is meant.
 */
function ownDay(dated: Dated | null, words: readonly string[]): Dated | null {
  if (dated === null || !/T.*(?:Z|[+-]00:00)$/.test(dated.published)) return dated
  const printed = printedDate(words)
  if (printed === null || Math.abs(Date.parse(printed.slice(0, 10)) - Date.parse(dated.published.slice(0, 10))) !== 86_400_000) return dated
  return { published: printed, from: dated.from }
}

function publishedBy(page: Page, meta: ReadonlyMap<string, string>, data: LdArticle | null, url: string | null, heading: number, words: readonly string[]): Dated | null {
  const stated = parseDate(data?.published)
  if (stated !== null) return { published: stated, from: 'json_ld' }
  for (const name of DATE_NAMES) {
    if (LATE_NAMES.has(name)) continue
    const date = parseDate(meta.get(name))
    if (date !== null) return { published: date, from: 'meta' }
  }
  const element = timeElement(page, heading)
  if (element !== null) return { published: element, from: 'time_element' }
  const path = urlDate(url)
  if (path !== null) return { published: path, from: 'url' }
  const printed = printedDate(words)
  if (printed !== null) return { published: printed, from: 'text' }
  for (const name of LATE_NAMES) {
    const date = parseDate(meta.get(name))
    if (date !== null) return { published: date, from: 'meta' }
  }
  return null
}

const CHANGED_NAMES = ['article:modified_time', 'og:article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'dc.date.modified', 'lastmod', 'last-modified', 'date_modified', 'article.updated', 'revision_date']

/** When the page says that it was last changed, surest first: its data, its metas, a `<time>` that calls itself so. */
function changedBy(page: Page, meta: ReadonlyMap<string, string>, data: LdArticle | null): Dated | null {
  const stated = parseDate(data?.modified)
  if (stated !== null) return { published: stated, from: 'json_ld' }
  for (const name of CHANGED_NAMES) {
    const date = parseDate(meta.get(name))
    if (date !== null) return { published: date, from: 'meta' }
  }
  for (let i = 0; i < page.count; i++) {
    const attributes = page.attributes[i]
    if (attributes?.['itemprop'] !== 'dateModified' && !(page.tag[i] === 'time' && /\b(?:updated|modified)\b/i.test(attributes?.['class'] ?? ''))) continue
    const date = parseDate(attributes?.['datetime'] ?? attributes?.['content'])
    if (date !== null) return { published: date, from: 'time_element' }
  }
  return null
}

/** Reads the head. `meta`: its metas; `heading`: the headline's element, -1 for none; `near`: the short texts around it, where a date may stand in words. */
export function readMetadata(page: Page, meta: ReadonlyMap<string, string>, data: LdArticle | null, url: string | null, heading: number, near: readonly string[]): Metadata {
  let canonical: string | null = null, language: string | null = null
  for (let i = 0; i < page.count; i++) {
    if (page.tag[i] === 'link' && canonical === null && page.attributes[i]?.['rel']?.toLowerCase() === 'canonical') canonical = clean(page.attributes[i]!['href'])
    if (page.tag[i] === 'html' && language === null) language = clean(page.attributes[i]?.['lang'])
    if (page.tag[i] === 'body') break
  }
  const dated = ownDay(publishedBy(page, meta, data, url ?? canonical ?? clean(meta.get('og:url')), heading, near), near)
  const changed = changedBy(page, meta, data)
  const outlet = clean(meta.get('og:site_name')) ?? clean(data?.publisher) ?? clean(meta.get('application-name'))
  return {
    title: clean(data?.headline) ?? clean(meta.get('og:title')) ?? clean(meta.get('twitter:title')) ?? clean(page.title),
    outlet: outlet !== null && /^(?:https?:|www\.)/.test(outlet) ? null : outlet,
    authors: data?.authors ?? [],
    description: clean(meta.get('og:description')) ?? clean(meta.get('description')),
    language: language ?? clean(data?.language) ?? clean(meta.get('og:locale')) ?? clean(meta.get('language')),
    canonical: canonical ?? clean(meta.get('og:url')),
    published: dated?.published ?? null, publishedFrom: dated?.from ?? null, modified: changed?.published ?? null, modifiedFrom: changed?.from ?? null,
  }
}
