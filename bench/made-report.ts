// A made corpus's report as a reading gives it.
import type { Report } from '../src/model/report.ts'
import type { ResolveInput } from '../src/stages/resolve/index.ts'

/** The report of what resolve is handed. */
export function reportOf({ report, key, published, outlet, url, title, text = '', posts }: ResolveInput): Report {
  return { key, doc: report, url, title, outlet, language: 'en', kind: 'article', published, text, passages: [], posts: [...posts], removed: [], captions: [], credits: [], trouble: [] }
}
