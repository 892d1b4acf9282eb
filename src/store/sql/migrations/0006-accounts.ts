// Accounts, who is signed in, devices that were signed in before, and tries to sign in. Secrets are kept as hashes, but for
// the keys of one-time codes, which cannot be.
import { sql, type Kysely } from 'kysely'

export const name = 'accounts'

export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema.createTable('account')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull().check(sql`role in ('reader', 'analyst', 'editor', 'admin')`))
    .addColumn('password', 'text', (column) => column.notNull())
    .addColumn('must_change', 'integer', (column) => column.notNull())
    .addColumn('disabled', 'integer', (column) => column.notNull())
    .addColumn('totp_secret', 'text')
    .addColumn('totp_pending', 'text')
    .addColumn('totp_step', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await sql`create trigger account_no_delete before delete on account begin select raise(abort, 'accounts are disabled and never deleted'); end`.execute(db)

  await schema.createTable('recovery_code')
    .addColumn('account', 'text', (column) => column.notNull().references('account.name'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('code_of_account', ['account', 'hash'])
    .execute()

  await schema.createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('account', 'text', (column) => column.notNull().references('account.name'))
    .addColumn('device', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('address', 'text')
    .addColumn('agent', 'text')
    .execute()
  await schema.createIndex('session_by_account').on('session').columns(['account', 'created_at']).execute()

  await schema.createTable('device')
    .addColumn('token', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('account.name'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('device_of_account', ['token', 'account'])
    .execute()
  await schema.createIndex('device_by_account').on('device').column('account').execute()

  await schema.createTable('sign_in')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('device', 'text')
    .addColumn('good', 'integer', (column) => column.notNull())
    .execute()
  for (const by of ['account', 'address', 'device'] as const) await schema.createIndex(`sign_in_by_${by}`).on('sign_in').columns([by, 'at']).execute()
  await schema.createIndex('sign_in_by_time').on('sign_in').column('at').execute()
}
