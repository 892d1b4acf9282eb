// What makes two arrivals the same report, the same version, the same trouble. Hashes are over readable JSON, so that any
// engine and any later program gives the same ones.
import { createHash } from 'node:crypto'
import type { Report } from '../model/report.ts'
import type { StatedRecord } from './store.ts'

/** SHA-256 of bytes or of a string's UTF-8, in lower-case hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** A report's id: 16 hex digits from its key. */
export function reportId(key: string): string {
  return sha256(`report\n${key}`).slice(0, 16)
}

/** Equal for two readings that tell a reader the same: text and what was learned of it, not the furniture around it. */
export function contentHash(report: Report): string {
  const { text, title, outlet, language, kind, published, url, passages, posts } = report
  // where a page holds a post, and by what it knows it, is the page's affair
  const told = posts.map(({ anchor: _anchor, pinned: _pinned, summary: _summary, ...post }) => post)
  return sha256(JSON.stringify([text, title, outlet, language, kind, published, url, passages, told]))
}

const RECORD_FIELDS = ['id', 'file', 'url', 'published', 'outlet', 'language', 'title', 'type', 'fetched', 'modified', 'archived', 'carried', 'original'] as const

/** The record in a fixed order of fields, unknown ones and bodies left out. */
export function statedRecord(record: StatedRecord): StatedRecord {
  return Object.fromEntries(RECORD_FIELDS.filter((field) => record[field] !== undefined && record[field] !== null).map((field) => [field, record[field]]))
}

/** Equal for two arrivals of the same bytes that can only be read alike: the key, too, comes from record or path; what they were taken out of (a feed, asked for again) does not matter. */
export function arrivalId(arrival: { sha256: string, record: StatedRecord, path: string | null, raw: boolean }): string {
  const { original: _, ...record } = arrival.record
  return sha256(JSON.stringify([arrival.sha256, statedRecord(record), arrival.path, arrival.raw]))
}

/**
 * The moment that a version tells of, milliseconds since 1970: the latest of its publication and of its posts' times. It
 * decides which version is current, so that versions may arrive in any order; null where the page gives no time at all.
 */
export function asOf(report: Report): number | null {
  let latest = -Infinity
  for (const time of [report.published, report.modified ?? null, ...report.posts.flatMap((post) => [post.time, post.modified])]) {
    const at = time === null ? NaN : Date.parse(time)
    if (at > latest) latest = at
  }
  return latest === -Infinity ? null : latest
}

/**
 * Versions of one report, oldest first: by what they tell of, and where that is equal in the order in which they came
 * (`number`). One that does not say what it tells of stands right after the latest before it. The last is the current one.
 */
export function oldestFirst<Version>(versions: readonly Version[], about: (version: Version) => { number: number, asOf: number | null }): Version[] {
  let latest = -Infinity
  return versions.map((version) => ({ version, ...about(version) }))
    .sort((a, b) => a.number - b.number)
    .map((one) => {
      latest = Math.max(latest, one.asOf ?? -Infinity)
      return { ...one, at: one.asOf ?? latest }
    })
    .sort((a, b) => (a.at === b.at ? a.number - b.number : a.at - b.at))
    .map(({ version }) => version)
}
