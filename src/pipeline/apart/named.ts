// The addresses that a list of pages names: a sitemap, or a feed whose links are followed.
import { feedEntries } from '../../sources/feed/entries.ts'
import { looksLikeFeed } from '../../sources/feed/sniff.ts'
import { namedUrls } from '../../sources/sitemap/named-urls.ts'

/** In the list's order, as they stand there. */
export function namedIn(kind: 'sitemap' | 'feed', url: string, bytes: Uint8Array): string[] {
  if (kind === 'sitemap') return namedUrls(bytes).pages
  return looksLikeFeed(bytes) ? feedEntries({ url }, bytes).records.flatMap((record) => record.url ?? []) : []
}
