// What a report is known by: its name in output, its key across versions, the ids of its posts.
import { createHash } from 'node:crypto'
import type { ReportRecord } from '../../model/report.ts'

const ENDINGS = /(?:\.(?:gz|txt|text|md|html?|xhtml|eml|mht|mhtml|docx|pdf))+$/i

/** SHA-256 of the parts, a line each, as the first `digits` hexadecimal digits. */
export function hash(parts: readonly string[], digits: number): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, digits)
}

/** A URL without fragment, tracking parameters and a closing slash, in lower-case host; null for what is no web address. */
export function canonicalUrl(url: string | null | undefined): string | null {
  if (!url) return null
  try {
    const parsed = new URL(url)
    if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null
    parsed.protocol = 'https:'
    parsed.hash = ''
    parsed.username = parsed.password = ''
    const drop = [...parsed.searchParams.keys()].filter((key) => /^(?:utm_|fbclid$|gclid$|mc_[ce]id$|ref$|src$|cmpid$|cmp$|ocid$|xtor$|srcref$|mod$|at_)/i.test(key))
    for (const key of drop) parsed.searchParams.delete(key)
    parsed.searchParams.sort()
    const text = parsed.toString()
    return text.endsWith('/') && parsed.search === '' ? text.slice(0, -1) : text
  } catch { return null }
}

/** The name a report is printed under: the record's id, else its file's name without endings, else its URL, else a hash of its text. */
export function docName(record: ReportRecord): string {
  if (record.id) return record.id
  if (record.file) {
    const name = record.file.split(/[\\/]/).at(-1)!
    return name.replace(ENDINGS, '') || name
  }
  return record.url || `text-${hash([record.html ?? record.text ?? ''], 16)}`
}

/** What a report is known by across its versions: its URL, else the page's own canonical one, else its id, else its path, else its text. */
export function reportKey(record: ReportRecord, canonical: string | null): string {
  return canonicalUrl(record.url) ?? pageKey(canonical) ?? (record.id || (record.file ? record.file.split('\\').join('/').replace(/^(?:\.\/)+/, '') : docName(record)))
}

/** The address of another report that a page names as its own canonical one; null where it names itself, or none. */
export function namedOriginal(canonical: string | null, key: string, url: string | null): string | null {
  const named = canonical === null ? null : pageKey(URL.parse(canonical, url ?? undefined)?.href ?? null)
  return named === key || named === canonicalUrl(url) ? null : named
}

/** A canonical URL that names a page; one that names only the site would make all its pages one report. */
function pageKey(url: string | null): string | null {
  const canonical = canonicalUrl(url)
  if (canonical === null) return null
  const { pathname, search } = new URL(canonical)
  return pathname.length > 1 || search !== '' ? canonical : null
}
