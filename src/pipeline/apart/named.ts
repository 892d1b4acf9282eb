// The addresses that a list of pages names: a sitemap, or a feed whose links are followed.
import type { Trouble } from '../../model/report.ts'
import { feedEntries } from '../../sources/feed/entries.ts'
import { looksLikeFeed } from '../../sources/feed/sniff.ts'
import { loadGiven } from '../../sources/folder/load.ts'
import { namedUrls } from '../../sources/sitemap/named-urls.ts'

/** What a list names: pages, and of an index other lists. `trouble`: why it could not be looked through; null where it was. */
export interface Named { urls: string[], lists: string[], trouble: Trouble | null }

/** The newest first as far as the list says so, as they stand there; a list that is kept packed (sitemap.xml.gz) is unpacked. */
export async function namedIn(kind: 'sitemap' | 'feed', url: string, given: Uint8Array): Promise<Named> {
  const { bytes, trouble } = await loadGiven(given, url)
  if (bytes === null) return { urls: [], lists: [], trouble: trouble[0] ?? null }
  if (kind === 'sitemap') { const { pages, sitemaps } = namedUrls(bytes); return { urls: pages, lists: sitemaps, trouble: null } }
  return { urls: looksLikeFeed(bytes) ? feedEntries({ url }, bytes).records.flatMap((record) => record.url ?? []) : [], lists: [], trouble: null }
}
