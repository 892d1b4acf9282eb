// What `extract` prints of a report: the contract's names in the contract's order.
import type { Extraction } from '../model/claim.ts'
import type { Report } from '../model/report.ts'

/** One line's value; `mentions` adds every place and time expression. */
export function reportLine(report: Report, extraction: Extraction, mentions: boolean): object {
  const { doc, key, title, outlet, language, kind, published, url, text, passages, posts, removed, captions, credits, byline, publishedFrom, fetched, modified, modifiedFrom, trouble } = report
  const { claims, statements, places, times } = extraction
  return {
    doc, title, outlet, language, kind, published, url, key, text, passages, posts, removed, captions, credits, claims, statements,
    ...(mentions ? { places: places.map(({ use, start, end, written, name, country, lat, lon, precision }) => ({ use, start, end, written, name, country, lat, lon, precision })), times: times.map(({ start, end, written, value }) => ({ start, end, written, value })) } : {}),
    ...(byline === undefined ? {} : { byline }), ...(publishedFrom == null ? {} : { published_from: publishedFrom }),
    ...(fetched === undefined ? {} : { fetched }), ...(modified === undefined ? {} : { modified, modified_from: modifiedFrom ?? 'record' }), trouble,
  }
}
