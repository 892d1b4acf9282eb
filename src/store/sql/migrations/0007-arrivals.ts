// What came of a report is asked for by its versions.
import type { Kysely } from 'kysely'

export const name = 'arrivals'

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.createIndex('arrival_by_version').on('arrival' as never).columns(['version', 'arrived_at'] as never[]).execute()
}
