// Statements written out, for what is asked too often to be built anew each time.
import { CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Parameter = string | number | null

/** The rows of a statement. */
export async function asked<Row>(db: Kysely<Tables>, statement: string, parameters: readonly Parameter[]): Promise<Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(statement, [...parameters]))).rows
}

/** A statement that gives none. */
export async function run(db: Kysely<Tables>, statement: string, parameters: readonly Parameter[]): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(statement, [...parameters]))
}
