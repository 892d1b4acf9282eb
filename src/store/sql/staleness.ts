// Which reports' incidents are up to date, and what they were computed under.
import type { Kysely, Transaction } from 'kysely'
import type { IncidentBasis, IndexBasis, StaleReport } from '../store.ts'
import { raiseIncidentMark, readRevision, writeBasis, writeIndexBasis } from './state.ts'
import type { Tables } from './tables.ts'

const AT_ONCE = 500

/** Empties the index of resolve; every report is stale, and no incident is current. */
export async function beginIndex(db: Transaction<Tables>, basis: IndexBasis): Promise<void> {
  for (const table of ['resolve_telling', 'resolve_node', 'resolve_list', 'resolve_entry', 'resolve_entry_key', 'stale_report'] as const) await db.deleteFrom(table).execute()
  await db.updateTable('incident').set({ state: 'gone', successor: null, listed: null, changed: await raiseIncidentMark(db) }).execute()
  const revision = await readRevision(db)
  await db.insertInto('stale_report').columns(['report', 'revision', 'published'])
    .expression((of) => of.selectFrom('report').innerJoin('version', 'version.id', 'report.current').select(['report.id', (on) => on.val(revision).as('revision'), (on) => on.fn.coalesce('version.published', on.val('')).as('published')])).execute()
  await writeIndexBasis(db, basis)
}

/** Marks reports, by key and by what any of their versions claims. */
export async function markStale(db: Transaction<Tables>, { keys, claims }: { keys: readonly string[], claims: readonly string[] }, basis: IndexBasis): Promise<void> {
  const reports = new Set<string>()
  for (let at = 0; at < keys.length; at += AT_ONCE) for (const { id } of await db.selectFrom('report').select('id').where('key', 'in', keys.slice(at, at + AT_ONCE)).execute()) reports.add(id)
  for (let at = 0; at < claims.length; at += AT_ONCE) {
    for (const { report } of await db.selectFrom('claim').innerJoin('version', 'version.id', 'claim.version').select('version.report').distinct().where('claim.id', 'in', claims.slice(at, at + AT_ONCE)).execute()) reports.add(report)
  }
  const revision = await readRevision(db), rows = [...reports].map((report) => ({ report, revision, published: '' }))
  for (let at = 0; at < rows.length; at += AT_ONCE) await db.insertInto('stale_report').values(rows.slice(at, at + AT_ONCE)).onConflict((conflict) => conflict.column('report').doUpdateSet({ revision })).execute()
  await writeIndexBasis(db, basis)
}

/** What was told at one time comes together: its neighbours are one another's. */
export async function staleReports(db: Kysely<Tables>, most: number): Promise<StaleReport[]> {
  const rows = await db.selectFrom('stale_report').innerJoin('report', 'report.id', 'stale_report.report').select(['report.id', 'report.key', 'revision']).orderBy('stale_report.published').orderBy('stale_report.report').limit(most).execute()
  return rows.map(({ id, key, revision }) => ({ id, key, revision: Number(revision) }))
}

/** Takes the marks away that no later change renewed. */
export async function upToDate(db: Transaction<Tables>, reports: readonly StaleReport[]): Promise<void> {
  for (const [revision, marked] of Map.groupBy(reports, (report) => report.revision)) {
    for (let at = 0; at < marked.length; at += AT_ONCE) await db.deleteFrom('stale_report').where('report', 'in', marked.slice(at, at + AT_ONCE).map(({ id }) => id)).where('revision', '<=', revision).execute()
  }
}

/** false, and nothing written, where some report is stale or the store has moved on. */
export async function settleIncidents(db: Transaction<Tables>, basis: IncidentBasis): Promise<boolean> {
  if (await readRevision(db) !== basis.revision || await db.selectFrom('stale_report').select('report').limit(1).executeTakeFirst() !== undefined) return false
  await writeBasis(db, basis)
  return true
}
