// The few single values that a store holds.
import type { Kysely } from 'kysely'
import type { IncidentBasis, IndexBasis } from '../store.ts'
import type { Tables } from './tables.ts'

async function readState(db: Kysely<Tables>, name: string): Promise<string | null> {
  const row = await db.selectFrom('state').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

async function writeState(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db.insertInto('state').values({ name, value }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute()
}

export async function readRevision(db: Kysely<Tables>): Promise<number> {
  return Number(await readState(db, 'revision') ?? 0)
}

/** Within the transaction that changes what incidents are computed from; gives the new one. */
export async function raiseRevision(db: Kysely<Tables>): Promise<number> {
  const revision = await readRevision(db) + 1
  await writeState(db, 'revision', String(revision))
  return revision
}

const INCIDENT_MARK = 'incident_mark'

export async function readIncidentMark(db: Kysely<Tables>): Promise<number> {
  return Number(await readState(db, INCIDENT_MARK) ?? 0)
}

/** Within the transaction that writes incidents; gives the mark that they are written under. */
export async function raiseIncidentMark(db: Kysely<Tables>): Promise<number> {
  const mark = await readIncidentMark(db) + 1
  await writeState(db, INCIDENT_MARK, String(mark))
  return mark
}

export async function readBasis(db: Kysely<Tables>): Promise<IncidentBasis | null> {
  const value = await readState(db, 'incident_basis')
  return value === null ? null : JSON.parse(value) as IncidentBasis
}

export async function writeBasis(db: Kysely<Tables>, basis: IncidentBasis): Promise<void> {
  await writeState(db, 'incident_basis', JSON.stringify(basis))
}

export async function readIndexBasis(db: Kysely<Tables>): Promise<IndexBasis | null> {
  const value = await readState(db, 'index_basis')
  return value === null ? null : JSON.parse(value) as IndexBasis
}

export async function writeIndexBasis(db: Kysely<Tables>, basis: IndexBasis): Promise<void> {
  await writeState(db, 'index_basis', JSON.stringify(basis))
}
