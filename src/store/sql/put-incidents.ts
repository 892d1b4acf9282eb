// Putting computed incidents in place of those before. Ids are never taken away: those that went lead to where their claims are.
import type { Transaction } from 'kysely'
import type { ResolveChanges } from '../../model/resolve-index.ts'
import { succession } from '../succession.ts'
import type { Tables } from './tables.ts'

const ROWS_AT_ONCE = 500

/** Writes incidents that came or changed, and says of those that went where their claims are now. */
export async function putIncidents(db: Transaction<Tables>, { gone, put }: ResolveChanges['incidents']): Promise<void> {
  const touched = new Set<string>(put.flatMap(({ incident }) => incident.claims))
  const ids = [...gone, ...put.map(({ incident }) => incident.id)]
  for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
    for (const { claim } of await db.selectFrom('incident_claim').innerJoin('incident', 'incident.id', 'incident_claim.incident').select('claim').where('incident.state', '=', 'current').where('incident', 'in', ids.slice(at, at + ROWS_AT_ONCE)).execute()) touched.add(claim)
  }
  for (let at = 0; at < gone.length; at += ROWS_AT_ONCE) await db.updateTable('incident').set({ state: 'gone', successor: null, listed: null }).where('id', 'in', gone.slice(at, at + ROWS_AT_ONCE)).where('state', '=', 'current').execute()
  for (let at = 0; at < put.length; at += ROWS_AT_ONCE) await write(db, put.slice(at, at + ROWS_AT_ONCE))
  await lead(db, [...touched])
}

/** Says anew of incidents that went, and had any of these claims, where they lead to. */
async function lead(db: Transaction<Tables>, claims: readonly string[]): Promise<void> {
  const went = new Map<string, string | null>()
  for (let at = 0; at < claims.length; at += ROWS_AT_ONCE) {
    for (const { id, successor } of await db.selectFrom('incident_claim').innerJoin('incident', 'incident.id', 'incident_claim.incident').select(['incident.id', 'incident.successor']).distinct()
      .where('incident.state', '!=', 'current').where('incident_claim.claim', 'in', claims.slice(at, at + ROWS_AT_ONCE)).execute()) went.set(id, successor)
  }
  const ids = [...went.keys()]
  for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
    const had = new Map<string, string[]>(ids.slice(at, at + ROWS_AT_ONCE).map((id) => [id, []]))
    for (const row of await db.selectFrom('incident_claim').selectAll().where('incident', 'in', [...had.keys()]).execute()) had.get(row.incident)!.push(row.claim)
    const current = new Map<string, string>(), all = [...new Set([...had.values()].flat())]
    for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
      for (const row of await db.selectFrom('incident_claim').innerJoin('incident', 'incident.id', 'incident_claim.incident').select(['claim', 'incident.id']).where('incident.state', '=', 'current').where('claim', 'in', all.slice(from, from + ROWS_AT_ONCE)).execute()) current.set(row.claim, row.id)
    }
    for (const [id, successor] of succession(had, current)) {
      if (went.get(id) !== successor) await db.updateTable('incident').set({ state: successor === null ? 'gone' : 'alias', successor }).where('id', '=', id).execute()
    }
  }
}

async function write(db: Transaction<Tables>, put: ResolveChanges['incidents']['put']): Promise<void> {
  const rows = put.map(({ incident, listed }) => ({ id: incident.id, state: 'current', successor: null, type: incident.type, day: incident.date?.from ?? incident.date?.to ?? null, listed, body: JSON.stringify(incident) }))
  await db.insertInto('incident').values(rows).onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({ state: row.ref('excluded.state'), successor: row.ref('excluded.successor'), type: row.ref('excluded.type'), day: row.ref('excluded.day'), listed: row.ref('excluded.listed'), body: row.ref('excluded.body') }))).execute()
  await db.deleteFrom('incident_claim').where('incident', 'in', rows.map((row) => row.id)).execute()
  const claims = put.flatMap(({ incident }) => [...new Set(incident.claims)].map((claim) => ({ incident: incident.id, claim })))
  for (let at = 0; at < claims.length; at += ROWS_AT_ONCE) await db.insertInto('incident_claim').values(claims.slice(at, at + ROWS_AT_ONCE)).execute()
}
