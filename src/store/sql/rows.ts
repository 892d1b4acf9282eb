// Rows as the values that the store gives out.
import type { Selectable } from 'kysely'
import type { Fetch } from '../../model/fetch.ts'
import type { Report } from '../../model/report.ts'
import type { KeptFetch, StatedRecord, TroubleRecord, VersionSummary } from '../store.ts'
import type { TroubleTable, VersionTable } from './tables.ts'

/** The columns of a version that its summary needs. */
export const SUMMARY_COLUMNS = ['version.id as version_id', 'version.report', 'version.number', 'version.doc', 'version.sha256', 'version.raw', 'version.engine', 'version.title', 'version.outlet', 'version.published', 'version.claims', 'version.added_at'] as const

export type SummaryRow = Pick<Selectable<VersionTable>, 'report' | 'number' | 'doc' | 'sha256' | 'raw' | 'engine' | 'title' | 'outlet' | 'published' | 'claims' | 'added_at'> & { version_id: string, key: string, current: string | null, versions: number | string | bigint }

export function toSummary(row: SummaryRow): VersionSummary {
  return {
    id: row.report, key: row.key, doc: row.doc, version: row.number, versions: Number(row.versions), current: row.current === row.version_id,
    sha256: row.sha256, raw: row.raw === 1, engine: row.engine, title: row.title, outlet: row.outlet, published: row.published, claims: row.claims, addedAt: row.added_at,
  }
}

type ReportBody = Omit<Report, 'text'> & { text?: string }

/** The report as JSON, without its text: that is a column of its own, unless it holds half a surrogate pair, which no UTF-8 column can. */
export function toBody(report: Report): string {
  const { text, ...body } = report
  return JSON.stringify((text.isWellFormed() ? body : { ...body, text }) satisfies ReportBody)
}

export function toReport(text: string, body: string): Report {
  return { text, ...(JSON.parse(body) as ReportBody) }
}

export function toRecord(record: string): StatedRecord {
  return JSON.parse(record) as StatedRecord
}

export function toTrouble(row: Selectable<TroubleTable>): TroubleRecord {
  return { code: row.code, message: row.message, doc: row.doc, path: row.path, sha256: row.sha256, firstAt: row.first_at, lastAt: row.last_at, times: row.times, settledAt: row.settled_at }
}

/** A fetch as it was kept. */
export function toFetch(row: { seq: number, read: number, body: string }): KeptFetch {
  return { ...JSON.parse(row.body) as Fetch, seq: Number(row.seq), read: row.read === 1 }
}
