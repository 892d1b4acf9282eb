// A browser's saved page as a report record.
import PostalMime from 'postal-mime'
import type { ReportRecord } from '../../model/report.ts'
import { parseDate } from '../page/dates.ts'

/** The page, its address and when it was saved; null where there is no page in it. Throws where it is past reading. */
export async function savedPage(bytes: Uint8Array): Promise<ReportRecord | null> {
  const { html, headers } = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxRfc822NestingDepth: 0 })
  if (!html) return null
  const header = (name: string): string | undefined => headers.find(({ key }) => key === name)?.value
  const url = header('snapshot-content-location'), fetched = parseDate(header('date'))
  const end = html.search(/<\/html\s{0,9}>/i) // frames stand after the page itself
  return { html: end < 0 ? html : html.slice(0, end + 7), ...(url ? { url } : {}), ...(fetched === null ? {} : { fetched }) }
}
