// The few single values that a store holds.
import type { Kysely } from 'kysely'
import type { IncidentBasis } from '../store.ts'
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

/** Within the transaction that changes what incidents are computed from. */
export async function raiseRevision(db: Kysely<Tables>): Promise<void> {
  await writeState(db, 'revision', String(await readRevision(db) + 1))
}

export async function readBasis(db: Kysely<Tables>): Promise<IncidentBasis | null> {
  const value = await readState(db, 'incident_basis')
  return value === null ? null : JSON.parse(value) as IncidentBasis
}

export async function writeBasis(db: Kysely<Tables>, basis: IncidentBasis): Promise<void> {
  await writeState(db, 'incident_basis', JSON.stringify(basis))
}

/** Ids of the current incidents in the order in which they were computed. */
export async function readOrder(db: Kysely<Tables>): Promise<string[]> {
  const value = await readState(db, 'incident_order')
  return value === null ? [] : JSON.parse(value) as string[]
}

export async function writeOrder(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  await writeState(db, 'incident_order', JSON.stringify(ids))
}
