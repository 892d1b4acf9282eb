// The evidence of a report: the bytes of each kept version, with the fetch that brought them.
import type { Fetch } from '../../model/fetch.ts'
import type { Store, VersionSummary } from '../../store/store.ts'
import type { Evidence } from './wacz.ts'

/** Of all versions, oldest first: what each was taken out of, where it was, and its own bytes; bytes that two of them share stand once. */
export async function evidenceOf(store: Store, versions: readonly VersionSummary[]): Promise<Evidence[]> {
  const found: Evidence[] = [], seen = new Set<string>()
  const kept = async (sha256: string): Promise<{ bytes: Uint8Array, fetch: Fetch | null } | null> => {
    if (seen.has(sha256)) return null
    seen.add(sha256)
    const [bytes, fetches] = await Promise.all([store.readBytes(sha256), store.fetches({ sha256 }, 1000)])
    return bytes === null ? null : { bytes, fetch: fetches.at(-1) ?? null }
  }
  for (const version of versions) {
    const reading = await store.report(version.id, version.version)
    if (reading === null) continue
    const { carried, original } = reading.record
    const came = original === undefined ? null : await kept(original)
    if (came !== null) found.push({ url: came.fetch?.finalUrl ?? null, title: version.title, at: came.fetch?.at ?? version.addedAt, bytes: came.bytes, type: typeOf(came.bytes), fetch: came.fetch })
    const own = await kept(version.sha256)
    if (own === null) continue
    const fetch = carried === undefined ? own.fetch : null
    found.push({ url: fetch?.finalUrl ?? reading.report.url, title: version.title, at: fetch?.at ?? version.addedAt, bytes: own.bytes, type: carried === 'text' ? 'text/plain; charset=utf-8' : carried === 'html' ? 'text/html; charset=utf-8' : typeOf(own.bytes), fetch })
  }
  return found
}

/** A media type for bytes that came without one. */
function typeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('latin1').trimStart()
  if (head.startsWith('%PDF-')) return 'application/pdf'
  if (head.startsWith('PK\u0003\u0004')) return 'application/zip'
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(head)) return 'application/xml'
  if (/^[\w-]{1,40}: /.test(head) && /^(?:MIME-Version|Message-ID|Received|Return-Path):/im.test(head)) return 'message/rfc822'
  return head.startsWith('<') ? 'text/html' : 'text/plain'
}
