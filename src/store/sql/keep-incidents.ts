// Putting computed incidents in place of the last ones. Ids are never taken away: those that went become aliases.
import type { Transaction } from 'kysely'
import type { Incident } from '../../model/incident.ts'
import type { IncidentBasis } from '../store.ts'
import { succession } from '../succession.ts'
import { readRevision, writeBasis, writeOrder } from './state.ts'
import type { Tables } from './tables.ts'

const ROWS_AT_ONCE = 500

/** false, and nothing written, where the store has changed since the incidents were computed. */
export async function keepIncidents(db: Transaction<Tables>, incidents: Iterable<Incident>, basis: IncidentBasis): Promise<boolean> {
  if (await readRevision(db) !== basis.revision) return false
  const known = new Map<string, { state: string, successor: string | null, body: string }>()
  for (const row of await db.selectFrom('incident').select(['id', 'state', 'successor', 'body']).execute()) known.set(row.id, row)

  const current = new Set<string>(), incidentOfClaim = new Map<string, string>(), changed: Incident[] = []
  for (const incident of incidents) {
    current.add(incident.id)
    for (const claim of incident.claims) incidentOfClaim.set(claim, incident.id)
    const before = known.get(incident.id)
    if (before?.state !== 'current' || before.body !== JSON.stringify(incident)) changed.push(incident)
  }
  for (let at = 0; at < changed.length; at += ROWS_AT_ONCE) await write(db, changed.slice(at, at + ROWS_AT_ONCE))

  const went = [...known.keys()].filter((id) => !current.has(id))
  for (let at = 0; at < went.length; at += ROWS_AT_ONCE) {
    const claims = new Map<string, string[]>(went.slice(at, at + ROWS_AT_ONCE).map((id) => [id, []]))
    for (const row of await db.selectFrom('incident_claim').selectAll().where('incident', 'in', [...claims.keys()]).execute()) claims.get(row.incident)!.push(row.claim)
    for (const [id, successor] of succession(claims, incidentOfClaim)) {
      const before = known.get(id)!, state = successor === null ? 'gone' : 'alias'
      if (before.state !== state || before.successor !== successor) await db.updateTable('incident').set({ state, successor }).where('id', '=', id).execute()
    }
  }
  await writeOrder(db, [...current])
  await writeBasis(db, basis)
  return true
}

async function write(db: Transaction<Tables>, incidents: readonly Incident[]): Promise<void> {
  const rows = incidents.map((incident) => ({ id: incident.id, state: 'current', successor: null, type: incident.type, day: incident.date?.from ?? incident.date?.to ?? null, body: JSON.stringify(incident) }))
  await db.insertInto('incident').values(rows).onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({ state: row.ref('excluded.state'), successor: row.ref('excluded.successor'), type: row.ref('excluded.type'), day: row.ref('excluded.day'), body: row.ref('excluded.body') }))).execute()
  await db.deleteFrom('incident_claim').where('incident', 'in', rows.map((row) => row.id)).execute()
  const claims = incidents.flatMap((incident) => [...new Set(incident.claims)].map((claim) => ({ incident: incident.id, claim })))
  for (let at = 0; at < claims.length; at += ROWS_AT_ONCE) await db.insertInto('incident_claim').values(claims.slice(at, at + ROWS_AT_ONCE)).execute()
}
