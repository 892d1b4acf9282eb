// Brings a database to the schema of this program, one numbered migration after the other, each whole or not at all.
import { sql, type Kysely } from 'kysely'
import { StoreError } from '../store.ts'
import * as first from './migrations/0001-reports-claims-incidents.ts'
import * as second from './migrations/0002-log.ts'
import * as third from './migrations/0003-neighbours.ts'
import * as fourth from './migrations/0004-words.ts'
import * as fifth from './migrations/0005-fetches.ts'
import * as sixth from './migrations/0006-accounts.ts'
import * as seventh from './migrations/0007-arrivals.ts'
import * as eighth from './migrations/0008-changed-incidents.ts'
import type { Tables } from './tables.ts'

/** A step of the schema. Once released it is never edited: a later one follows it. */
export interface Migration {
  name: string
  up(db: Kysely<never>): Promise<void>
}

/** In order; the first is number 1. */
export const MIGRATIONS: readonly Migration[] = [first, second, third, fourth, fifth, sixth, seventh, eighth]

/** The number of the last migration done; 0 for a database without any. */
export async function schemaNumber(db: Kysely<Tables>): Promise<number> {
  const tables = await db.introspection.getTables()
  if (!tables.some((table) => table.name === 'migration')) return 0
  const row = await db.selectFrom('migration').select(({ fn }) => fn.max('number').as('last')).executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** Refuses a schema that a later program made. */
export function refuseTooNew(number: number, where: string, migrations: readonly Migration[] = MIGRATIONS): void {
  if (number <= migrations.length) return
  throw new StoreError('too_new', `The store in ${where} was written by a newer Dateline (its schema is number ${number}, this program knows up to ${migrations.length}).`, 'Use that newer Dateline, or another folder with --data DIR. Nothing was changed.')
}

/** Runs what is missing; two programs at once do it one after the other. `where` names the store in errors. */
export async function migrate(db: Kysely<Tables>, where: string, migrations: readonly Migration[] = MIGRATIONS): Promise<number> {
  for (;;) {
    const done = await schemaNumber(db)
    refuseTooNew(done, where, migrations)
    if (done === migrations.length) return done
    const step = migrations[done]!
    await db.transaction().execute(async (transaction) => {
      await sql`create table if not exists migration (number integer primary key, name text not null, done_at text not null)`.execute(transaction)
      const last = await transaction.selectFrom('migration').select(({ fn }) => fn.max('number').as('last')).executeTakeFirst()
      if (Number(last?.last ?? 0) !== done) return // another program did it meanwhile
      await step.up(transaction as unknown as Kysely<never>)
      await transaction.insertInto('migration').values({ number: done + 1, name: step.name, done_at: new Date().toISOString() }).execute()
    })
  }
}
