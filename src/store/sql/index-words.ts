// The words by which an incident is found: its place, its sides, who speaks of it and in which words.
import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

const field = (path: string) => sql.raw(`coalesce(json_extract(i.body, '$.${path}'), '') || ' '`)

/** Indexes incidents whose body and claims have just been written. Within the transaction that wrote them. */
export async function indexIncidents(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const list = sql.join(ids)
  await sql`insert into incident_words_of (incident) select value from json_each(${JSON.stringify(ids)}) where true on conflict do nothing`.execute(db)
  await sql`insert or replace into incident_words (rowid, words)
    select o.id, ${field('type')} || ${field('place.name')} || ${field('place.written')} || ${field('by')} || ${field('against')} || coalesce((
      select group_concat(said, ' ') from (
        select json_extract(c.body, '$.quote') || ' ' || coalesce(json_extract(c.body, '$.claimant.name'), '') || ' ' || coalesce(json_extract(c.body, '$.claimant.role'), '') as said
        from incident_claim ic join claim c on c.id = ic.claim where ic.incident = i.id group by c.id)), '')
    from incident i join incident_words_of o on o.incident = i.id where i.id in (${list})`.execute(db)
}
