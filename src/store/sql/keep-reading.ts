// Keeping one reading: what of it is new is decided and written in one transaction.
import type { Transaction } from 'kysely'
import { arrivalId, asOf, contentHash, oldestFirst, reportId, statedRecord } from '../identity.ts'
import type { Kept, Outcome, Reading } from '../store.ts'
import { toBody } from './rows.ts'
import { raiseRevision } from './state.ts'
import type { Tables } from './tables.ts'

/** Claims a statement inserts at once: SQLite takes 32,766 values in one, PostgreSQL 65,535. */
const ROWS_AT_ONCE = 500

/**
 * Writes the reading. The same content under the same key is the same version, whichever of its versions it is; other
 * content is a new version, unless it is the same arrival read by another engine: then the version is what is now read.
 */
export async function keepReading(db: Transaction<Tables>, reading: Reading, now: string): Promise<Kept> {
  const { report } = reading
  const id = reportId(report.key), arrival = arrivalId(reading), content = contentHash(report)
  const known = await db.selectFrom('report').select(['id', 'current']).where('id', '=', id).executeTakeFirst()
  if (known === undefined) await db.insertInto('report').values({ id, key: report.key, current: null, added_at: now }).execute()

  const versions = await db.selectFrom('version').select(['id', 'number', 'content_hash', 'engine']).where('report', '=', id).orderBy('number').execute()
  const arrived = await db.selectFrom('arrival').select('version').where('id', '=', arrival).executeTakeFirst()
  const same = versions.find((version) => version.content_hash === content) ?? versions.find((version) => version.id === arrived?.version && version.engine !== reading.engine)
  const number = same?.number ?? (versions.at(-1)?.number ?? 0) + 1
  const version = same?.id ?? `${id}.${number}`

  let what: Outcome = versions.length === 0 ? 'new' : 'new_version'
  if (same === undefined) await insertVersion(db, version, number, reading, content, now)
  else {
    what = 'unchanged'
    if (same.engine !== reading.engine) {
      const before = await findings(db, version)
      await db.updateTable('version').set({ ...readColumns(reading, content), engine: reading.engine }).where('id', '=', version).execute()
      await db.deleteFrom('claim').where('version', '=', version).execute()
      await db.deleteFrom('statement').where('version', '=', version).execute()
      await insertFindings(db, version, reading)
      if (same.content_hash !== content || before !== await findings(db, version)) what = 'reread'
    }
  }
  if (arrived === undefined) await db.insertInto('arrival').values({ id: arrival, version, sha256: reading.sha256, record: JSON.stringify(statedRecord(reading.record)), path: reading.path, arrived_at: now }).execute()
  await db.updateTable('trouble').set({ settled_at: now }).where('doc', '=', report.doc).where('settled_at', 'is', null).execute()
  if (what !== 'unchanged') {
    const all = await db.selectFrom('version').select(['id', 'number', 'as_of']).where('report', '=', id).execute()
    const current = oldestFirst(all, (one) => ({ number: one.number, asOf: one.as_of === null ? null : Number(one.as_of) })).at(-1)!
    await db.updateTable('report').set({ current: current.id }).where('id', '=', id).execute()
    const revision = await raiseRevision(db)
    await db.insertInto('stale_report').values({ report: id, revision, published: report.published ?? '' }).onConflict((conflict) => conflict.column('report').doUpdateSet({ revision })).execute()
  }
  return { what, id, key: report.key, doc: report.doc, version: number, claims: reading.claims.length }
}

function readColumns(reading: Reading, content: string) {
  const { report } = reading
  return {
    doc: report.doc, content_hash: content, as_of: asOf(report), kind: report.kind, title: report.title, outlet: report.outlet, language: report.language,
    published: report.published, url: report.url, text: report.text, body: toBody(report), claims: reading.claims.length,
  }
}

async function insertVersion(db: Transaction<Tables>, version: string, number: number, reading: Reading, content: string, now: string): Promise<void> {
  await db.insertInto('version').values({
    id: version, report: reportId(reading.report.key), number, sha256: reading.sha256, engine: reading.engine, raw: reading.raw ? 1 : 0,
    record: JSON.stringify(statedRecord(reading.record)), path: reading.path, added_at: now, ...readColumns(reading, content),
  }).execute()
  await insertFindings(db, version, reading)
}

async function insertFindings(db: Transaction<Tables>, version: string, reading: Reading): Promise<void> {
  const claims = reading.claims.map((claim, position) => ({ version, position, id: claim.id, type: claim.type, stance: claim.stance, body: JSON.stringify(claim) }))
  for (let at = 0; at < claims.length; at += ROWS_AT_ONCE) await db.insertInto('claim').values(claims.slice(at, at + ROWS_AT_ONCE)).execute()
  const statements = reading.statements.map((statement, position) => ({ version, position, speaker: statement.speaker, body: JSON.stringify(statement) }))
  for (let at = 0; at < statements.length; at += ROWS_AT_ONCE) await db.insertInto('statement').values(statements.slice(at, at + ROWS_AT_ONCE)).execute()
}

async function findings(db: Transaction<Tables>, version: string): Promise<string> {
  const claims = await db.selectFrom('claim').select('body').where('version', '=', version).orderBy('position').execute()
  const statements = await db.selectFrom('statement').select('body').where('version', '=', version).orderBy('position').execute()
  return JSON.stringify([claims, statements])
}
