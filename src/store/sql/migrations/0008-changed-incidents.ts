// Which incidents were written since one last looked: whoever keeps them in memory reads only those again.
import type { Kysely } from 'kysely'

export const name = 'changed incidents'

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('incident').addColumn('changed', 'bigint', (column) => column.notNull().defaultTo(0)).execute()
  await db.schema.createIndex('incident_by_change').on('incident').columns(['changed', 'id']).execute()
}
