// What a new report's neighbours are found by, so that incidents are brought up to date without a pass over everything.
import { sql, type Kysely } from 'kysely'

export const name = 'neighbours of reports'

/** Adds the tables; every report is to be looked at anew. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema.createTable('stale_report')
    .addColumn('report', 'text', (column) => column.primaryKey().references('report.id'))
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('published', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('stale_report_by_day').on('stale_report').columns(['published', 'report']).execute()

  await schema.createTable('resolve_telling')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report', 'text', (column) => column.notNull())
    .addColumn('node', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('compared', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('resolve_telling_by_report').on('resolve_telling').column('report').execute()
  await schema.createIndex('resolve_telling_by_node').on('resolve_telling').column('node').execute()

  await schema.createTable('resolve_node')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'bigint', (column) => column.notNull())
    .addColumn('piece', 'text', (column) => column.notNull())
    .addColumn('lean', 'text')
    .addColumn('incident', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('resolve_node_by_hash').on('resolve_node').column('hash').execute()
  await schema.createIndex('resolve_node_by_piece').on('resolve_node').column('piece').execute()
  await schema.createIndex('resolve_node_by_incident').on('resolve_node').column('incident').execute()
  await schema.createIndex('resolve_node_by_lean').on('resolve_node').column('lean').execute()

  await schema.createTable('resolve_list')
    .addColumn('key', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'bigint', (column) => column.notNull())
    .addColumn('flags', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('node_of_list', ['key', 'hash'])
    .modifyEnd(sql`without rowid`)
    .execute()

  await schema.createTable('resolve_entry')
    .addColumn('incident', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await schema.createTable('resolve_entry_key')
    .addColumn('key', 'bigint', (column) => column.notNull())
    .addColumn('seeks', 'integer', (column) => column.notNull())
    .addColumn('incident', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('key_of_entry', ['key', 'seeks', 'incident'])
    .modifyEnd(sql`without rowid`)
    .execute()
  await schema.createIndex('resolve_entry_key_by_incident').on('resolve_entry_key').column('incident').execute()

  await schema.alterTable('incident').addColumn('listed', 'text').execute()
  await schema.createIndex('incident_by_list').on('incident').columns(['state', 'listed', 'id']).execute()
  await schema.createIndex('incident_by_successor').on('incident').column('successor').execute()
  await sql`delete from state where name in ('incident_basis', 'incident_order')`.execute(db)
}
