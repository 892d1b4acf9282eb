// Words: what is kept can be searched. The index is SQLite's FTS5, without the texts: those stand in their tables already.
import { sql, type Kysely } from 'kysely'
import { indexIncidents } from '../index-words.ts'
import type { Tables } from '../tables.ts'

export const name = 'words'

const INCIDENTS_AT_ONCE = 500
const INDEX = sql.raw(`content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='3'`)

/** Adds the index of words over versions (kept by triggers) and incidents (kept by index-words.ts), fills it, and orders versions by arrival. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table report_words_of (id integer primary key, version text not null unique references version (id))`.execute(db)
  await sql`create virtual table report_words using fts5(title, body, ${INDEX})`.execute(db)
  await sql`create trigger version_words_new after insert on version begin
    insert into report_words_of (version) values (new.id);
    insert into report_words (rowid, title, body) select id, coalesce(new.title, ''), coalesce(new.outlet, '') || ' ' || new.text from report_words_of where version = new.id;
  end`.execute(db)
  await sql`create trigger version_words_changed after update of title, outlet, text on version begin
    insert or replace into report_words (rowid, title, body) select id, coalesce(new.title, ''), coalesce(new.outlet, '') || ' ' || new.text from report_words_of where version = new.id;
  end`.execute(db)
  await sql`insert into report_words_of (version) select id from version order by added_at, id`.execute(db)
  await sql`insert into report_words (rowid, title, body) select o.id, coalesce(v.title, ''), coalesce(v.outlet, '') || ' ' || v.text from report_words_of o join version v on v.id = o.version`.execute(db)

  await sql`create table incident_words_of (id integer primary key, incident text not null unique references incident (id))`.execute(db)
  await sql`create virtual table incident_words using fts5(words, ${INDEX})`.execute(db)
  const tables = db as unknown as Kysely<Tables>
  const incidents = await tables.selectFrom('incident').select('id').orderBy('id').execute()
  for (let at = 0; at < incidents.length; at += INCIDENTS_AT_ONCE) await indexIncidents(tables, incidents.slice(at, at + INCIDENTS_AT_ONCE).map(({ id }) => id))

  await sql`create index version_by_arrival on version (added_at, id)`.execute(db)
}
