// The evidence of a report: the bytes of each kept version, with the fetch that brought them.
import type { Store, VersionSummary } from '../../store/store.ts'
import type { Evidence } from './wacz.ts'

/** Of all versions, oldest first; bytes that two of them share stand once. */
export async function evidenceOf(store: Store, versions: readonly VersionSummary[]): Promise<Evidence[]> {
  const found: Evidence[] = [], seen = new Set<string>()
  for (const version of versions) {
    if (seen.has(version.sha256)) continue
    seen.add(version.sha256)
    const [bytes, kept, fetches] = await Promise.all([store.readBytes(version.sha256), store.report(version.id, version.version), store.fetches({ sha256: version.sha256 }, 1000)])
    if (bytes === null || kept === null) continue
    const { carried } = kept.record
    const fetch = carried === undefined ? fetches.at(-1) ?? null : null
    found.push({ url: fetch?.finalUrl ?? kept.report.url, title: version.title, at: fetch?.at ?? version.addedAt, bytes, type: carried === 'text' ? 'text/plain; charset=utf-8' : carried === 'html' || looksLikeMarkup(bytes) ? 'text/html' : 'text/plain', fetch })
  }
  return found
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1000)).toString('latin1').trimStart().startsWith('<')
}
