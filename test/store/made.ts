// Reports, claims and incidents made for the store's tests.
import type { Claim } from '../../src/model/claim.ts'
import type { Incident } from '../../src/model/incident.ts'
import type { Report } from '../../src/model/report.ts'
import { sha256 } from '../../src/store/identity.ts'
import type { Kept, Reading, Store } from '../../src/store/store.ts'

export function madeReport(fields: Partial<Report> = {}): Report {
  return {
    key: 'reports/one.txt', doc: 'one', url: null, title: null, outlet: null, language: 'en', kind: 'article', published: '2031-04-02',
    text: 'Two people were killed in Varnograd.', passages: [], posts: [], removed: [], captions: [], credits: [], trouble: [], ...fields,
  }
}

export function madeClaim(id: string, fields: Partial<Claim> = {}): Claim {
  return {
    id, also: [], type: 'strike', quote: 'Two people were killed', start: 0, end: 22, post: null, claimant: null, stance: 'asserted', place: null, date: null,
    by: null, against: null, weapons: [], quantities: [], contested: false, rule: 'made', ...fields,
  }
}

export function madeIncident(id: string, claims: string[], day: string | null = '2031-04-02'): Incident {
  return {
    id, type: 'strike', place: null, date: day === null ? null : { from: day, to: day, written: null }, by: null, against: null, weapons: [], figures: [],
    agreement: 'single', origins: 1, part_of: null, claims, reports: ['one'], review: 'unreviewed',
  }
}

/** Keeps the report's text as its bytes, then the reading. */
export async function keep(store: Store, report: Report, claims: readonly Claim[] = [], more: Partial<Reading> = {}): Promise<Kept> {
  const bytes = new TextEncoder().encode(more.sha256 ?? report.text)
  await store.keepBytes(bytes)
  return store.keepReading({ record: { file: report.key }, path: `/made/${report.key}`, raw: false, engine: 'engine-1', report, claims, statements: [], ...more, sha256: sha256(bytes) })
}
