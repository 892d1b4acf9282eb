// Every fetch as it went: what was asked for, what came back, and the hash of the bytes. Appended to; only `read` changes.
import { sql, type Kysely } from 'kysely'

export const name = 'fetches'

export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema.createTable('fetch')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('sha256', 'text', (column) => column.references('bytes.sha256'))
    .addColumn('trouble', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('read', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('fetch_by_url').on('fetch').columns(['url', 'seq']).execute()
  await schema.createIndex('fetch_by_sha256').on('fetch').column('sha256').execute()
  await schema.createIndex('fetch_unread').on('fetch').columns(['read', 'seq']).execute()
  await sql`create trigger fetch_no_delete before delete on fetch begin select raise(abort, 'fetches are appended to and never deleted'); end`.execute(db)
  await sql`create trigger fetch_no_change before update of seq, url, at, status, sha256, trouble, body on fetch begin select raise(abort, 'fetches are appended to and never edited'); end`.execute(db)
}
