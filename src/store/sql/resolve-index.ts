// The index of resolve over SQL, within one transaction.
import { sql, type Transaction } from 'kysely'
import type { Incident } from '../../model/incident.ts'
import type { KeptEntry, KeptNode, KeptTelling, ListedIncident, ListedNode, ResolveChanges, ResolveIndex } from '../../model/resolve-index.ts'
import { putIncidents } from './put-incidents.ts'
import type { Tables } from './tables.ts'

const AT_ONCE = 500
const EVERYBODY = 1_000_000_000

/** Gives what `ask` gives for each part of a list short enough for one statement. */
async function inParts<Asked, Row>(asked: readonly Asked[], ask: (part: Asked[]) => Promise<Row[]>): Promise<Row[]> {
  if (asked.length === 0) return []
  if (asked.length <= AT_ONCE) return ask([...asked])
  const rows: Row[] = []
  for (let at = 0; at < asked.length; at += AT_ONCE) for (const row of await ask(asked.slice(at, at + AT_ONCE))) rows.push(row)
  return rows
}

const NODE = ['name', 'hash', 'piece', 'lean', 'incident', 'body'] as const
const toNode = (row: KeptNode & { hash: number | string | bigint }): KeptNode => ({ ...row, hash: Number(row.hash) })

export class SqlResolveIndex implements ResolveIndex {
  readonly #db: Transaction<Tables>

  constructor(db: Transaction<Tables>) { this.#db = db }

  tellingsOfReports(keys: readonly string[]): Promise<KeptTelling[]> {
    return inParts(keys, (part) => this.#db.selectFrom('resolve_telling').selectAll().where('report', 'in', part).execute())
  }

  tellingsOfNodes(names: readonly string[]): Promise<KeptTelling[]> {
    return inParts(names, (part) => this.#db.selectFrom('resolve_telling').selectAll().where('node', 'in', part).execute())
  }

  async nodes(names: readonly string[]): Promise<KeptNode[]> {
    return (await inParts(names, (part) => this.#db.selectFrom('resolve_node').select(NODE).where('name', 'in', part).execute())).map(toNode)
  }

  async nodesByHash(hashes: readonly number[]): Promise<KeptNode[]> {
    return (await inParts(hashes, (part) => this.#db.selectFrom('resolve_node').select(NODE).where('hash', 'in', part).execute())).map(toNode)
  }

  async nodesOfPieces(pieces: readonly string[]): Promise<KeptNode[]> {
    return (await inParts(pieces, (part) => this.#db.selectFrom('resolve_node').select(NODE).where('piece', 'in', part).execute())).map(toNode)
  }

  async nodesLeaningOn(names: readonly string[]): Promise<KeptNode[]> {
    return (await inParts(names, (part) => this.#db.selectFrom('resolve_node').select(NODE).where('lean', 'in', part).execute())).map(toNode)
  }

  async listed(keys: readonly number[], most: number): Promise<Map<number, ListedNode[]>> {
    const found = new Map<number, ListedNode[]>()
    if (keys.length === 0) return found
    // one statement for all lists, and of each no more than is asked for: a list may be of any length
    const { rows } = await sql<{ key: number, members: string | null }>`
      select asked.value as key, (select json_group_array(json_array(hash, flags)) from (select hash, flags from resolve_list where resolve_list.key = asked.value order by hash limit ${Math.min(most, EVERYBODY)})) as members
      from json_each(${JSON.stringify(keys)}) as asked`.execute(this.#db)
    for (const { key, members } of rows) found.set(Number(key), members === null ? [] : (JSON.parse(members) as [number, number][]).map(([hash, flags]) => ({ hash, flags })))
    return found
  }

  async incidents(ids: readonly string[]): Promise<ListedIncident[]> {
    const rows = await inParts(ids, (part) => this.#db.selectFrom('incident').select(['body', 'listed']).where('state', '=', 'current').where('id', 'in', part).execute())
    return rows.map(({ body, listed }) => ({ incident: JSON.parse(body) as Incident, listed: listed ?? '' }))
  }

  entries(incidents: readonly string[]): Promise<KeptEntry[]> {
    return inParts(incidents, (part) => this.#db.selectFrom('resolve_entry').selectAll().where('incident', 'in', part).execute())
  }

  async entriesUnder(keys: readonly number[]): Promise<Map<number, KeptEntry[]>> {
    const rows = await inParts(keys, (part) => this.#db.selectFrom('resolve_entry_key').select(['key', 'incident']).where('key', 'in', part).where('seeks', '=', 0).execute())
    const entries = new Map((await this.entries([...new Set(rows.map(({ incident }) => incident))])).map((entry) => [entry.incident, entry]))
    const found = new Map<number, KeptEntry[]>(keys.map((key) => [key, []]))
    for (const { key, incident } of rows) found.get(Number(key))!.push(entries.get(incident)!)
    return found
  }

  async incidentsSeeking(keys: readonly number[]): Promise<string[]> {
    const rows = await inParts(keys, (part) => this.#db.selectFrom('resolve_entry_key').select('incident').distinct().where('key', 'in', part).where('seeks', '=', 1).execute())
    return [...new Set(rows.map(({ incident }) => incident))]
  }

  async put({ tellings, nodes, lists, incidents, entries }: Partial<ResolveChanges>): Promise<void> {
    const db = this.#db
    if (tellings) {
      await inParts(tellings.gone, async (part) => { await db.deleteFrom('resolve_telling').where('id', 'in', part).execute(); return [] })
      await inParts(tellings.put, async (part) => { await db.insertInto('resolve_telling').values(part).onConflict((conflict) => conflict.column('id').doUpdateSet((of) => ({ report: of.ref('excluded.report'), node: of.ref('excluded.node'), body: of.ref('excluded.body') }))).execute(); return [] })
    }
    if (nodes) {
      await inParts(nodes.gone, async (part) => { await db.deleteFrom('resolve_node').where('name', 'in', part).execute(); return [] })
      await inParts(nodes.put, async (part) => { await db.insertInto('resolve_node').values(part).onConflict((conflict) => conflict.column('name').doUpdateSet((of) => ({ hash: of.ref('excluded.hash'), piece: of.ref('excluded.piece'), lean: of.ref('excluded.lean'), incident: of.ref('excluded.incident'), body: of.ref('excluded.body') }))).execute(); return [] })
    }
    if (lists) await this.#putLists(lists)
    if (entries) {
      await inParts([...entries.gone, ...entries.put.map(({ incident }) => incident)], async (part) => {
        await db.deleteFrom('resolve_entry').where('incident', 'in', part).execute()
        await db.deleteFrom('resolve_entry_key').where('incident', 'in', part).execute()
        return []
      })
      await inParts(entries.put, async (part) => { await db.insertInto('resolve_entry').values(part.map(({ incident, body }) => ({ incident, body }))).execute(); return [] })
      const keys = entries.put.flatMap(({ incident, under, seeks }) => [...under.map((key) => ({ key, seeks: 0, incident })), ...seeks.map((key) => ({ key, seeks: 1, incident }))])
      await inParts(keys, async (part) => { await db.insertInto('resolve_entry_key').values(part).onConflict((conflict) => conflict.doNothing()).execute(); return [] })
    }
    if (incidents) await putIncidents(db, incidents)
  }

  async #putLists({ gone, put }: ResolveChanges['lists']): Promise<void> {
    const pack = (rows: ResolveChanges['lists']['gone']): string => JSON.stringify(rows.map(({ key, hash }) => [key, hash]))
    if (gone.length > 0) await sql`delete from resolve_list where (key, hash) in (select value ->> 0, value ->> 1 from json_each(${pack(gone)}))`.execute(this.#db)
    if (put.length > 0) await sql`insert or replace into resolve_list (key, hash, flags) select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(put.map(({ key, hash, flags }) => [key, hash, flags]))})`.execute(this.#db)
  }
}
