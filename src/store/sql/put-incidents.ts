// Putting computed incidents in place of those before. Ids are never taken away: those that went lead to where their claims are.
import type { Kysely } from 'kysely'
import type { ListedIncident, ResolveChanges } from '../../model/resolve-index.ts'
import { succession } from '../succession.ts'
import { asked, run } from './asked.ts'
import { indexIncidents } from './index-words.ts'
import { raiseIncidentMark } from './state.ts'
import type { Tables } from './tables.ts'

const AMONG = 'in (select value from json_each(?))'
// no condition on the state in these: it would be looked up by, and nearly all incidents are current
const CLAIMS = 'select incident.id, incident.state, incident.successor, incident_claim.claim from incident_claim join incident on incident.id = incident_claim.incident where'

interface Row {
  id: string
  state: string
  successor: string | null
  claim: string
}

/** Writes incidents that came or changed, and says of those that went where their claims are now. */
export async function putIncidents(db: Kysely<Tables>, { gone, put }: ResolveChanges['incidents']): Promise<void> {
  const ids = [...gone, ...put.map(({ incident }) => incident.id)]
  if (ids.length === 0) return
  const mark = await raiseIncidentMark(db)
  const before = Map.groupBy(await asked<Row>(db, `${CLAIMS} incident_claim.incident ${AMONG}`, [JSON.stringify(ids)]), ({ id }) => id)
  if (gone.length > 0) await run(db, `update incident set state = 'gone', successor = null, listed = null, changed = ? where id ${AMONG}`, [mark, JSON.stringify(gone)])
  for (const one of put) await write(db, one, mark, before.get(one.incident.id) ?? [])
  await indexIncidents(db, put.map(({ incident }) => incident.id))
  const touched = new Set(put.flatMap(({ incident }) => incident.claims))
  for (const rows of before.values()) for (const { claim } of rows) touched.add(claim)
  await lead(db, [...touched])
}

async function write(db: Kysely<Tables>, { incident, listed }: ListedIncident, mark: number, before: readonly Row[]): Promise<void> {
  const { id, type, date } = incident
  await run(db, `insert into incident (id, state, successor, type, day, listed, body, changed) values (?, 'current', null, ?, ?, ?, ?, ?)
    on conflict (id) do update set state = 'current', successor = null, type = excluded.type, day = excluded.day, listed = excluded.listed, body = excluded.body, changed = excluded.changed`, [id, type, date?.from ?? date?.to ?? null, listed, JSON.stringify(incident), mark])
  const had = new Set(before.map(({ claim }) => claim)), has = new Set(incident.claims)
  const gone = [...had].filter((claim) => !has.has(claim)), come = [...has].filter((claim) => !had.has(claim))
  if (gone.length > 0) await run(db, `delete from incident_claim where incident = ? and claim ${AMONG}`, [id, JSON.stringify(gone)])
  if (come.length > 0) await run(db, 'insert into incident_claim (incident, claim) select ?, value from json_each(?)', [id, JSON.stringify(come)])
}

/** Says anew of incidents that went, and had any of these claims, where they lead to. */
async function lead(db: Kysely<Tables>, claims: readonly string[]): Promise<void> {
  const rows = await asked<Row>(db, `${CLAIMS} incident_claim.claim ${AMONG}`, [JSON.stringify(claims)])
  const went = new Map(rows.filter(({ state }) => state !== 'current').map(({ id, successor }) => [id, successor]))
  if (went.size === 0) return
  const had = new Map<string, string[]>([...went.keys()].map((id) => [id, []])), current = new Map<string, string>()
  for (const { id, claim } of await asked<Row>(db, `${CLAIMS} incident_claim.incident ${AMONG}`, [JSON.stringify([...went.keys()])])) had.get(id)!.push(claim)
  for (const { id, state, claim } of await asked<Row>(db, `${CLAIMS} incident_claim.claim ${AMONG}`, [JSON.stringify([...new Set([...had.values()].flat())])])) if (state === 'current') current.set(claim, id)
  const now = succession(had, current)
  for (const [id, successor] of went) {
    const next = now.get(id)!
    if (next !== successor) await run(db, 'update incident set state = ?, successor = ? where id = ?', [next === null ? 'gone' : 'alias', next, id])
  }
}

/** Says that the incidents which hold any claim of these reports have changed, whether or not they were written: who speaks of them may have. */
export async function markHolders(db: Kysely<Tables>, reports: readonly string[]): Promise<void> {
  const mark = await raiseIncidentMark(db)
  await run(db, `update incident set changed = ? where id in (select incident_claim.incident from version join claim on claim.version = version.id join incident_claim on incident_claim.claim = claim.id where version.report ${AMONG})`, [mark, JSON.stringify(reports)])
}
