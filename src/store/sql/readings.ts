// Kept versions with what was read in them.
import type { Kysely } from 'kysely'
import type { Claim, Statement } from '../../model/claim.ts'
import type { KeptReading, KeptText, VersionSummary } from '../store.ts'
import { toRecord, toReport } from './rows.ts'
import type { Tables } from './tables.ts'

const idOf = ({ id, version }: VersionSummary): string => `${id}.${version}`

/** The reports of these versions, in their order. */
export async function textsOf(db: Kysely<Tables>, summaries: readonly VersionSummary[]): Promise<KeptText[]> {
  const rows = new Map((await db.selectFrom('version').select(['id', 'text', 'body', 'record', 'path']).where('id', 'in', summaries.map(idOf)).execute()).map((row) => [row.id, row]))
  return summaries.map((summary) => {
    const row = rows.get(idOf(summary))!
    return { summary, record: toRecord(row.record), path: row.path, report: toReport(row.text, row.body) }
  })
}

/** The same with what was found in each. */
export async function readingsOf(db: Kysely<Tables>, summaries: readonly VersionSummary[]): Promise<KeptReading[]> {
  const ids = summaries.map(idOf), texts = await textsOf(db, summaries)
  const claims = new Map<string, Claim[]>(ids.map((id) => [id, []])), statements = new Map<string, Statement[]>(ids.map((id) => [id, []]))
  for (const row of await db.selectFrom('claim').select(['version', 'body']).where('version', 'in', ids).orderBy('version').orderBy('position').execute()) claims.get(row.version)!.push(JSON.parse(row.body) as Claim)
  for (const row of await db.selectFrom('statement').select(['version', 'body']).where('version', 'in', ids).orderBy('version').orderBy('position').execute()) statements.get(row.version)!.push(JSON.parse(row.body) as Statement)
  return texts.map((text, i) => ({ ...text, claims: claims.get(ids[i]!)!, statements: statements.get(ids[i]!)! }))
}
