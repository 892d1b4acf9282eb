// The index of resolve over SQL: to be written to within one transaction. Its statements are few, short and asked with every report: they are
// written out, and lists go in as one JSON parameter, so that each is prepared once.
import type { Kysely } from 'kysely'
import type { Incident } from '../../model/incident.ts'
import type { KeptEntry, KeptNode, KeptTelling, ListedIncident, ListedNode, ResolveChanges, ResolveIndex } from '../../model/resolve-index.ts'
import { asked, run } from './asked.ts'
import { putIncidents } from './put-incidents.ts'
import type { Tables } from './tables.ts'

const EVERYBODY = 1_000_000_000
const NODES = 'select name, hash, piece, lean, incident, body from resolve_node where'
const AMONG = 'in (select value from json_each(?))'
const list = (values: readonly (string | number)[]): string => JSON.stringify(values)

export class SqlResolveIndex implements ResolveIndex {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) { this.#db = db }

  tellingsOfReports(keys: readonly string[]): Promise<KeptTelling[]> {
    return asked(this.#db, `select id, report, node, body, compared from resolve_telling where report ${AMONG}`, [list(keys)])
  }

  tellingsOfNodes(names: readonly string[]): Promise<KeptTelling[]> {
    return asked(this.#db, `select id, report, node, body, compared from resolve_telling where node ${AMONG}`, [list(names)])
  }

  nodes(names: readonly string[]): Promise<KeptNode[]> {
    return asked(this.#db, `${NODES} name ${AMONG}`, [list(names)])
  }

  nodesByHash(hashes: readonly number[]): Promise<KeptNode[]> {
    return asked(this.#db, `${NODES} hash ${AMONG}`, [list(hashes)])
  }

  nodesOfPieces(pieces: readonly string[]): Promise<KeptNode[]> {
    return asked(this.#db, `${NODES} piece ${AMONG}`, [list(pieces)])
  }

  nodesLeaningOn(names: readonly string[]): Promise<KeptNode[]> {
    return asked(this.#db, `${NODES} lean ${AMONG}`, [list(names)])
  }

  nodesOfIncidents(ids: readonly string[]): Promise<KeptNode[]> {
    return asked(this.#db, `${NODES} incident ${AMONG}`, [list(ids)])
  }

  async listed(keys: readonly number[], most: number): Promise<Map<number, ListedNode[]>> {
    const found = new Map<number, ListedNode[]>()
    if (keys.length === 0) return found
    // one statement for all lists, and of each no more than is asked for: a list may be of any length
    const rows = await asked<{ key: number, members: string }>(this.#db, `select sought.value as key,
      (select json_group_array(json_array(hash, flags)) from (select hash, flags from resolve_list where resolve_list.key = sought.value order by hash limit ?)) as members
      from json_each(?) as sought`, [Math.min(most, EVERYBODY), list(keys)])
    for (const { key, members } of rows) found.set(key, (JSON.parse(members) as [number, number][]).map(([hash, flags]) => ({ hash, flags })))
    return found
  }

  async incidents(ids: readonly string[]): Promise<ListedIncident[]> {
    const rows = await asked<{ state: string, body: string, listed: string | null }>(this.#db, `select state, body, listed from incident where id ${AMONG}`, [list(ids)])
    return rows.filter(({ state }) => state === 'current').map(({ body, listed }) => ({ incident: JSON.parse(body) as Incident, listed: listed ?? '' }))
  }

  entries(incidents: readonly string[]): Promise<KeptEntry[]> {
    return asked(this.#db, `select incident, body from resolve_entry where incident ${AMONG}`, [list(incidents)])
  }

  async entriesUnder(keys: readonly number[]): Promise<Map<number, KeptEntry[]>> {
    const found = new Map<number, KeptEntry[]>(keys.map((key) => [key, []]))
    if (keys.length === 0) return found
    const rows = await asked<{ key: number, incident: string }>(this.#db, `select key, incident from resolve_entry_key where key ${AMONG} and seeks = 0`, [list(keys)])
    const entries = new Map((await this.entries([...new Set(rows.map(({ incident }) => incident))])).map((entry) => [entry.incident, entry]))
    for (const { key, incident } of rows) found.get(key)!.push(entries.get(incident)!)
    return found
  }

  async incidentsSeeking(keys: readonly number[]): Promise<string[]> {
    if (keys.length === 0) return []
    return (await asked<{ incident: string }>(this.#db, `select distinct incident from resolve_entry_key where key ${AMONG} and seeks = 1`, [list(keys)])).map(({ incident }) => incident)
  }

  async put({ tellings, nodes, lists, incidents, entries }: Partial<ResolveChanges>): Promise<void> {
    const db = this.#db
    if (tellings) {
      if (tellings.gone.length > 0) await run(db, `delete from resolve_telling where id ${AMONG}`, [list(tellings.gone)])
      for (const { id, report, node, body, compared } of tellings.put) await run(db, 'insert or replace into resolve_telling (id, report, node, body, compared) values (?, ?, ?, ?, ?)', [id, report, node, body, compared])
    }
    if (nodes) {
      if (nodes.gone.length > 0) await run(db, `delete from resolve_node where name ${AMONG}`, [list(nodes.gone)])
      for (const { name, hash, piece, lean, incident, body } of nodes.put) await run(db, 'insert or replace into resolve_node (name, hash, piece, lean, incident, body) values (?, ?, ?, ?, ?, ?)', [name, hash, piece, lean, incident, body])
    }
    if (lists && lists.gone.length > 0) await run(db, 'delete from resolve_list where (key, hash) in (select value ->> 0, value ->> 1 from json_each(?))', [JSON.stringify(lists.gone.map(({ key, hash }) => [key, hash]))])
    if (lists && lists.put.length > 0) await run(db, 'insert or replace into resolve_list (key, hash, flags) select value ->> 0, value ->> 1, value ->> 2 from json_each(?)', [JSON.stringify(lists.put.map(({ key, hash, flags }) => [key, hash, flags]))])
    if (entries) await this.#putEntries(entries)
    if (incidents) await putIncidents(db, incidents)
  }

  async #putEntries({ gone, put }: ResolveChanges['entries']): Promise<void> {
    if (gone.length + put.length === 0) return
    const before = list([...gone, ...put.map(({ incident }) => incident)])
    await run(this.#db, `delete from resolve_entry where incident ${AMONG}`, [before])
    await run(this.#db, `delete from resolve_entry_key where incident ${AMONG}`, [before])
    for (const { incident, body } of put) await run(this.#db, 'insert into resolve_entry (incident, body) values (?, ?)', [incident, body])
    const keys = put.flatMap(({ incident, under, seeks }) => [...under.map((key) => [key, 0, incident]), ...seeks.map((key) => [key, 1, incident])])
    await run(this.#db, 'insert or ignore into resolve_entry_key (key, seeks, incident) select value ->> 0, value ->> 1, value ->> 2 from json_each(?)', [JSON.stringify(keys)])
  }
}
