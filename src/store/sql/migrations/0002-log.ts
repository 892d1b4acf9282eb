// The log of what people did. The database itself refuses to change or delete an entry; whoever gets around that is found
// out by the chain of hashes.
import { sql, type Kysely } from 'kysely'

export const name = 'log'

export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema.createTable('log')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by_whom', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull().check(sql`what in ('decision', 'account', 'setting')`))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('shapes', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('log_shaping').on('log').columns(['shapes', 'seq']).execute()
  await schema.createTable('log_subject')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull().references('log.seq'))
    .addPrimaryKeyConstraint('subject_of_entry', ['subject', 'seq'])
    .execute()
  for (const what of ['update', 'delete']) await sql`${sql.raw(`create trigger log_no_${what} before ${what} on log begin select raise(abort, 'the log is appended to and never edited'); end`)}`.execute(db)
}
