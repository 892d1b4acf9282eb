// The evidence of a report: the bytes of all that came of it, with what the server said that they came from.
import { headerOf, type Archived, type Fetch } from '../../model/fetch.ts'
import type { Store, VersionSummary } from '../../store/store.ts'
import type { Answered, Evidence } from './wacz.ts'

/** Of all versions, oldest first: what each was taken out of, where it was, and its own bytes; bytes that came twice stand once, as they came first. */
export async function evidenceOf(store: Store, versions: readonly VersionSummary[]): Promise<Evidence[]> {
  const found: Evidence[] = [], seen = new Set<string>(), [first] = versions
  if (first === undefined) return found
  const kept = async (sha256: string): Promise<{ bytes: Uint8Array, fetch: Fetch | null } | null> => {
    if (seen.has(sha256)) return null
    seen.add(sha256)
    const [bytes, fetches] = await Promise.all([store.readBytes(sha256), store.fetches({ sha256 }, 1000)])
    return bytes === null ? null : { bytes, fetch: fetches.at(-1) ?? null }
  }
  for (const { version, sha256, at, record } of await store.arrivals(first.id)) {
    const { carried, original, archived } = record, title = versions.find((one) => one.version === version)?.title ?? null
    const came = original === undefined ? null : await kept(original)
    if (came !== null) found.push({ url: came.fetch?.finalUrl ?? null, title, at: came.fetch?.at ?? at, bytes: came.bytes, type: typeOf(came.bytes), answer: came.fetch })
    const own = await kept(sha256)
    if (own === null) continue
    const fetch = carried === undefined ? own.fetch : null
    found.push({
      url: fetch?.finalUrl ?? record.url ?? null, title, at: fetch?.at ?? timeOf(record.fetched) ?? at, bytes: own.bytes,
      type: carried === 'text' ? 'text/plain; charset=utf-8' : carried === 'html' ? 'text/html; charset=utf-8' : typeOf(own.bytes), answer: fetch ?? answerIn(archived),
    })
  }
  return found
}

/** The answer that a record of somebody else's archive holds. */
function answerIn(archived: Archived | undefined): Answered | null {
  if (archived?.status == null) return null
  return { status: archived.status, headers: archived.headers, address: headerOf({ headers: archived.record }, 'warc-ip-address') ?? null }
}

const timeOf = (text: string | undefined): string | null => (text === undefined || Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString())

/** A media type for bytes that came without one. */
function typeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('latin1').trimStart()
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'application/gzip'
  if (head.startsWith('%PDF-')) return 'application/pdf'
  if (head.startsWith('PK\u0003\u0004')) return 'application/zip'
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(head)) return 'application/xml'
  if (/^[\w-]{1,40}: /.test(head) && /^(?:MIME-Version|Message-ID|Received|Return-Path):/im.test(head)) return 'message/rfc822'
  return head.startsWith('<') ? 'text/html' : 'text/plain'
}
