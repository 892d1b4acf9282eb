// The store over any SQL engine that kysely speaks to, and a place for bytes.
import type { Kysely } from 'kysely'
import type { Fetch } from '../../model/fetch.ts'
import type { Incident } from '../../model/incident.ts'
import type { LogEntry, LogHead } from '../../model/log.ts'
import type { ResolveIndex, ResolveNeighbours } from '../../model/resolve-index.ts'
import { arrivalId, reportId, sha256, statedRecord } from '../identity.ts'
import type { Accounts } from '../accounts.ts'
import { StoreError, type Appended, type Appending, type Arrival, type FoundIncident, type FoundReport, type IncidentBasis, type IncidentVoice, type IndexBasis, type Kept, type KeptFetch, type KeptLogEntry, type KeptReading, type KeptText, type Reading, type StaleReport, type StatedRecord, type Store, type StoreCounts, type TroubleRecord, type VersionSummary } from '../store.ts'
import { faultOfSystem } from '../system-faults.ts'
import { append, entriesAbout, readHead, stateOf, toEntry, toKeptEntry } from './keep-log.ts'
import { keepReading } from './keep-reading.ts'
import * as lookups from './lookups.ts'
import { readingsOf, textsOf } from './readings.ts'
import { SUMMARY_COLUMNS, toFetch, toSummary, toTrouble } from './rows.ts'
import { markHolders } from './put-incidents.ts'
import { SqlResolveIndex } from './resolve-index.ts'
import { SqlAccounts } from './sql-accounts.ts'
import { beginIndex, markStale, settleIncidents, staleReports, upToDate } from './staleness.ts'
import { readBasis, readIncidentMark, readIndexBasis, readRevision } from './state.ts'
import type { Tables } from './tables.ts'

/** Where bytes are put: a folder on the disk, or nowhere that lasts. */
export interface BytesPlace {
  write(hash: string, bytes: Uint8Array): Promise<void>
  read(hash: string): Promise<Uint8Array | null>
  size(hash: string): Promise<number | null>
}

/** What an engine brings. `reader` sees what is committed while `writer` is in a transaction; null: the store is open for reading alone. */
export interface SqlEngine {
  folder: string | null
  reader: Kysely<Tables>
  writer: Kysely<Tables> | null
  bytes: BytesPlace
}

const PAGE = 200
const ID_PREFIX = /^[0-9a-f]{4,16}$/
const INCIDENT_PREFIX_LENGTH = 4

export class SqlStore implements Store {
  readonly folder: string | null
  readonly accounts: Accounts
  readonly #reader: Kysely<Tables>
  readonly #writer: Kysely<Tables> | null
  readonly #bytes: BytesPlace

  constructor(engine: SqlEngine) {
    this.folder = engine.folder
    this.#reader = engine.reader
    this.#writer = engine.writer
    this.#bytes = engine.bytes
    this.accounts = new SqlAccounts(engine.reader, (doing, work) => { const writer = this.#writing(); return this.#told(doing, () => writer.transaction().execute(work)) })
  }

  async keepBytes(bytes: Uint8Array): Promise<string> {
    const hash = sha256(bytes)
    const writer = this.#writing()
    const known = await this.#reader.selectFrom('bytes').select('size').where('sha256', '=', hash).executeTakeFirst()
    if (known !== undefined && await this.#bytes.size(hash) === bytes.byteLength) return hash
    await this.#bytes.write(hash, bytes)
    await this.#told('keep a report', () => writer.transaction().execute((db) => db.insertInto('bytes').values({ sha256: hash, size: bytes.byteLength, kept_at: now() }).onConflict((conflict) => conflict.doNothing()).execute()))
    return hash
  }

  async hasBytes(hash: string): Promise<boolean> {
    return await this.#reader.selectFrom('bytes').select('size').where('sha256', '=', hash).executeTakeFirst() !== undefined
  }

  readBytes(hash: string): Promise<Uint8Array | null> {
    return this.#bytes.read(hash)
  }

  async *verifyBytes(seen?: (count: number, total: number) => void): AsyncGenerator<{ sha256: string, fault: 'missing' | 'differs' }> {
    const total = Number((await this.#reader.selectFrom('bytes').select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n)
    let count = 0
    for (let after = ''; ;) {
      const rows = await this.#reader.selectFrom('bytes').select(['sha256', 'size']).where('sha256', '>', after).orderBy('sha256').limit(PAGE).execute()
      for (const row of rows) {
        let fault: 'missing' | 'differs' | null = null
        try {
          if (await this.#bytes.read(row.sha256) === null) fault = 'missing'
        } catch (error) {
          if (!(error instanceof StoreError) || error.fault !== 'damaged') throw error
          fault = 'differs'
        }
        seen?.(++count, total)
        if (fault !== null) yield { sha256: row.sha256, fault }
      }
      if (rows.length < PAGE) return
      after = rows.at(-1)!.sha256
    }
  }

  keepFetch(fetch: Fetch): Promise<number> {
    const { url, at, status, sha256: hash, trouble } = fetch
    const row = { url, at, status, sha256: hash, trouble: trouble?.code ?? null, body: JSON.stringify(fetch), read: hash === null ? 1 : 0 }
    const writer = this.#writing()
    return this.#told('keep a fetch', () => writer.transaction().execute(async (db) => Number((await db.insertInto('fetch').values(row).returning('seq').executeTakeFirstOrThrow()).seq)))
  }

  async fetchRead(seq: number): Promise<void> {
    const writer = this.#writing()
    await this.#told('keep a fetch', () => writer.transaction().execute((db) => db.updateTable('fetch').set({ read: 1 }).where('seq', '=', seq).execute()))
  }

  async fetches(of: { url: string } | { sha256: string }, most: number): Promise<KeptFetch[]> {
    const all = this.#reader.selectFrom('fetch').selectAll()
    const found = 'url' in of ? all.where('url', '=', of.url) : all.where('sha256', '=', of.sha256)
    return (await found.orderBy('seq', 'desc').limit(most).execute()).map(toFetch)
  }

  async unreadFetches(): Promise<KeptFetch[]> {
    return (await this.#reader.selectFrom('fetch').selectAll().where('read', '=', 0).orderBy('seq').execute()).map(toFetch)
  }

  async alreadyKept(asked: { sha256: string, record: StatedRecord, path: string | null, raw: boolean, engine: string }): Promise<Kept | null> {
    const row = await this.#reader.selectFrom('arrival').innerJoin('version', 'version.id', 'arrival.version').innerJoin('report', 'report.id', 'version.report')
      .select(['report.id', 'report.key', 'version.doc', 'version.number', 'version.claims'])
      .where('arrival.id', '=', arrivalId(asked)).where('version.engine', '=', asked.engine).executeTakeFirst()
    return row === undefined ? null : { what: 'unchanged', id: row.id, key: row.key, doc: row.doc, version: row.number, claims: row.claims }
  }

  keepReading(reading: Reading): Promise<Kept> {
    const writer = this.#writing()
    return this.#told('keep a report', () => writer.transaction().execute((db) => keepReading(db, reading, now())))
  }

  async keepTrouble(trouble: { doc: string, path: string | null, sha256: string | null, record: StatedRecord, code: string, message: string }): Promise<void> {
    const writer = this.#writing(), at = now()
    const { doc, code, message, path } = trouble
    const row = { id: sha256(JSON.stringify([doc, code, message, path])), doc, code, message, path, sha256: trouble.sha256, record: JSON.stringify(statedRecord(trouble.record)), first_at: at, last_at: at, times: 1, settled_at: null }
    await this.#told('keep a record of trouble', () => writer.transaction().execute((db) => db.insertInto('trouble').values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet((of) => ({ last_at: at, settled_at: null, sha256: row.sha256, times: of('trouble.times', '+', 1) }))).execute()))
  }

  async troubles(options: { settled?: boolean } = {}): Promise<TroubleRecord[]> {
    let query = this.#reader.selectFrom('trouble').selectAll().orderBy('first_at').orderBy('id')
    if (options.settled !== true) query = query.where('settled_at', 'is', null)
    return (await query.execute()).map(toTrouble)
  }

  async *reports(options: { all?: boolean } = {}): AsyncGenerator<VersionSummary> {
    for await (const page of this.#pages(options.all === true)) yield* page.map(toSummary)
  }

  async *readings(options: { all?: boolean } = {}): AsyncGenerator<KeptReading> {
    for await (const page of this.#pages(options.all === true)) yield* await this.#read(page.map(toSummary))
  }

  async *texts(): AsyncGenerator<KeptText> {
    for await (const page of this.#pages(false)) yield* await textsOf(this.#reader, page.map(toSummary))
  }

  async report(asked: string, version?: number): Promise<KeptReading | null> {
    const id = await this.#findReport(asked)
    if (id === null) return null
    const summaries = await this.versions(id)
    const found = summaries.find((summary) => version === undefined ? summary.current : summary.version === version)
    return found === undefined ? null : (await this.#read([found]))[0]!
  }

  async versions(id: string): Promise<VersionSummary[]> {
    const rows = await this.#summaries().where('version.report', '=', id).orderBy('version.number').execute()
    return rows.map(toSummary)
  }

  arrivals(id: string): Promise<Arrival[]> { return lookups.arrivals(this.#reader, id) }

  revision(): Promise<number> {
    return readRevision(this.#reader)
  }

  incidentBasis(): Promise<IncidentBasis | null> {
    return readBasis(this.#reader)
  }

  indexBasis(): Promise<IndexBasis | null> {
    return readIndexBasis(this.#reader)
  }

  beginIndex(basis: IndexBasis): Promise<void> {
    const writer = this.#writing()
    return this.#told('begin the incidents anew', () => writer.transaction().execute((db) => beginIndex(db, basis)))
  }

  markStale(stale: { keys: readonly string[], claims: readonly string[] }, basis: IndexBasis): Promise<void> {
    const writer = this.#writing()
    return this.#told('keep the incidents', () => writer.transaction().execute((db) => markStale(db, stale, basis)))
  }

  staleReports(most: number): Promise<StaleReport[]> {
    return staleReports(this.#reader, most)
  }

  async readingsOfReports(ids: readonly string[]): Promise<KeptReading[]> {
    if (ids.length === 0) return []
    return this.#read((await this.#summaries().where('version.report', 'in', ids).orderBy('version.report').orderBy('version.number').execute()).map(toSummary))
  }

  async textsOfReports(ids: readonly string[]): Promise<KeptText[]> {
    if (ids.length === 0) return []
    return textsOf(this.#reader, (await this.#summaries().where('version.report', 'in', ids).orderBy('version.report').orderBy('version.number').execute()).map(toSummary))
  }

  resolving(reports: readonly StaleReport[], work: (index: ResolveIndex) => Promise<void>): Promise<void> {
    const writer = this.#writing()
    return this.#told('keep the incidents', () => writer.transaction().execute(async (db) => {
      await work(new SqlResolveIndex(db))
      await markHolders(db, reports.map(({ id }) => id))
      await upToDate(db, reports)
    }))
  }

  neighbours(): ResolveNeighbours {
    return new SqlResolveIndex(this.#reader)
  }

  settleIncidents(basis: IncidentBasis): Promise<boolean> {
    const writer = this.#writing()
    return this.#told('keep the incidents', () => writer.transaction().execute((db) => settleIncidents(db, basis)))
  }

  async *incidents(): AsyncGenerator<Incident> {
    // Ids first: the list stays what it was when it was asked for, and bodies are fetched a page at a time.
    const ids = (await this.#reader.selectFrom('incident').select('id').where('state', '=', 'current').orderBy('listed').orderBy('id').execute()).map(({ id }) => id)
    for (let at = 0; at < ids.length; at += PAGE) {
      const page = ids.slice(at, at + PAGE)
      const bodies = new Map((await this.#reader.selectFrom('incident').select(['id', 'body']).where('id', 'in', page).execute()).map((row) => [row.id, row.body]))
      for (const id of page) {
        const body = bodies.get(id)
        if (body !== undefined) yield JSON.parse(body) as Incident
      }
    }
  }

  async incident(asked: string): Promise<FoundIncident | null> {
    let row = await this.#reader.selectFrom('incident').selectAll().where('id', '=', asked).executeTakeFirst()
    if (row === undefined && asked.length >= INCIDENT_PREFIX_LENGTH) {
      const rows = await this.#reader.selectFrom('incident').selectAll().where('id', '>=', asked).where('id', '<', `${asked}\u{10ffff}`).orderBy('id').limit(9).execute()
      const current = rows.filter((one) => one.state === 'current')
      const fitting = current.length > 0 ? current : rows
      if (fitting.length > 1) throw ambiguous('incidents', asked, fitting.map((one) => one.id))
      row = fitting[0]
    }
    if (row === undefined) return null
    if (row.state === 'alias' && row.successor !== null) {
      const successor = await this.#reader.selectFrom('incident').select('body').where('id', '=', row.successor).executeTakeFirstOrThrow()
      return { incident: JSON.parse(successor.body) as Incident, as: 'alias' }
    }
    return { incident: JSON.parse(row.body) as Incident, as: row.state === 'current' ? 'current' : 'gone' }
  }

  incidentsOfReports(reports: readonly string[]): Promise<string[]> { return lookups.incidentsOfReports(this.#reader, reports) }
  incidentsOfClaims(claims: readonly string[]): Promise<Map<string, string>> { return lookups.incidentsOfClaims(this.#reader, claims) }

  async claimsLike(asked: string): Promise<string[]> {
    if (asked.length < INCIDENT_PREFIX_LENGTH) return []
    const from = (table: 'claim' | 'incident_claim', column: 'id' | 'claim') => this.#reader.selectFrom(table).select(`${table}.${column} as id` as 'claim.id').distinct().where(`${table}.${column}` as 'claim.id', '>=', asked).where(`${table}.${column}` as 'claim.id', '<', `${asked}\u{10ffff}`).limit(9).execute()
    const ids = new Set([...await from('claim', 'id'), ...await from('incident_claim', 'claim')].map(({ id }) => id))
    return ids.has(asked) ? [asked] : [...ids].sort().slice(0, 9)
  }

  async *readingsOf(claims: readonly string[]): AsyncGenerator<KeptReading> {
    const versions = new Set<string>()
    for (let at = 0; at < claims.length; at += PAGE) {
      for (const { version } of await this.#reader.selectFrom('claim').select('version').distinct().where('id', 'in', claims.slice(at, at + PAGE)).execute()) versions.add(version)
    }
    const ids = [...versions].sort()
    for (let at = 0; at < ids.length; at += PAGE) yield* await this.#read((await this.#summaries().where('version.id', 'in', ids.slice(at, at + PAGE)).orderBy('report.key').orderBy('version.number').execute()).map(toSummary))
  }

  async claimsThere(claims: readonly string[]): Promise<Set<string>> {
    const there = new Set<string>()
    for (let at = 0; at < claims.length; at += PAGE) {
      for (const { id } of await this.#reader.selectFrom('claim').select('id').distinct().where('id', 'in', claims.slice(at, at + PAGE)).execute()) there.add(id)
    }
    return there
  }

  async stateOf(subject: string): Promise<string> {
    return (await stateOf(this.#reader, subject)).state
  }

  append(entry: Appending): Promise<Appended> {
    const writer = this.#writing()
    return this.#told('keep a decision', () => writer.transaction().execute((db) => append(db, entry, now())))
  }

  async *log(options: { about?: readonly string[], shaping?: boolean, after?: number } = {}): AsyncGenerator<LogEntry> {
    if (options.about !== undefined) yield* (await entriesAbout(this.#reader, options.about, options.after)).filter(({ seq }) => seq > (options.after ?? 0))
    else for await (const row of this.#logRows(options.after ?? 0, options.shaping === true)) yield toEntry(row)
  }

  async *keptLog(): AsyncGenerator<KeptLogEntry> {
    for await (const row of this.#logRows(-Infinity, false)) yield toKeptEntry(row)
  }

  logHead(): Promise<LogHead | null> {
    return readHead(this.#reader)
  }

  async *#logRows(after: number, shaping: boolean) {
    for (let last = after; ;) {
      let query = this.#reader.selectFrom('log').selectAll().orderBy('seq').limit(PAGE)
      if (last > -Infinity) query = query.where('seq', '>', last)
      if (shaping) query = query.where('shapes', '=', 1)
      const rows = await query.execute()
      yield* rows
      if (rows.length < PAGE) return
      last = rows.at(-1)!.seq
    }
  }
  incidentMark(): Promise<number> { return readIncidentMark(this.#reader) }
  incidentsSince(mark: number, most: number): Promise<string[]> { return lookups.incidentsSince(this.#reader, mark, most) }
  incidentsNamed(ids: readonly string[]): Promise<Incident[]> { return lookups.incidentsNamed(this.#reader, ids) }
  incidentVoices(incidents: readonly string[]): Promise<IncidentVoice[]> { return lookups.incidentVoices(this.#reader, incidents) }
  arrivedSince(since: string, limit: number): Promise<VersionSummary[]> { return lookups.arrivedSince(this.#reader, since, limit) }
  searchReports(words: string, limit: number): Promise<FoundReport[]> { return lookups.searchReports(this.#reader, words, limit) }
  searchIncidents(words: string, limit: number): Promise<string[]> { return lookups.searchIncidents(this.#reader, words, limit) }
  searchNumbers(words: string): Promise<number[]> { return lookups.searchNumbers(this.#reader, words) }
  incidentNumbers(incidents: readonly string[]): Promise<Map<string, number>> { return lookups.incidentNumbers(this.#reader, incidents) }

  async counts(): Promise<StoreCounts> {
    const count = async (table: 'report' | 'version' | 'claim' | 'statement'): Promise<number> => Number((await this.#reader.selectFrom(table).select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n)
    const bytes = await this.#reader.selectFrom('bytes').select(({ fn }) => fn.sum('size').as('n')).executeTakeFirstOrThrow()
    const incidents = await this.#reader.selectFrom('incident').select(({ fn }) => fn.countAll().as('n')).where('state', '=', 'current').executeTakeFirstOrThrow()
    const trouble = await this.#reader.selectFrom('trouble').select(({ fn }) => fn.countAll().as('n')).where('settled_at', 'is', null).executeTakeFirstOrThrow()
    return { reports: await count('report'), versions: await count('version'), claims: await count('claim'), statements: await count('statement'), incidents: Number(incidents.n), trouble: Number(trouble.n), bytes: Number(bytes.n ?? 0) }
  }

  async close(): Promise<void> {
    await this.#reader.destroy()
    if (this.#writer !== null && this.#writer !== this.#reader) await this.#writer.destroy()
  }

  #writing(): Kysely<Tables> {
    if (this.#writer === null) throw new TypeError('this store was opened for reading')
    return this.#writer
  }

  async #told<Result>(doing: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      throw faultOfSystem(error, `${doing} in ${this.folder ?? 'memory'}`)
    }
  }

  #summaries() {
    return this.#reader.selectFrom('version').innerJoin('report', 'report.id', 'version.report').select([...SUMMARY_COLUMNS, 'report.key', 'report.current'])
      .select((of) => of.selectFrom('version as other').whereRef('other.report', '=', 'version.report').select(({ fn }) => fn.countAll().as('n')).$asScalar().$notNull().as('versions'))
  }

  async *#pages(all: boolean) {
    for (let after = ''; ;) {
      let keys = this.#reader.selectFrom('report').select('key').where('key', '>', after).orderBy('key').limit(PAGE)
      if (after === '') keys = this.#reader.selectFrom('report').select('key').orderBy('key').limit(PAGE)
      const page = (await keys.execute()).map((row) => row.key)
      if (page.length === 0) return
      let query = this.#summaries().where('report.key', 'in', page).orderBy('report.key').orderBy('version.number')
      if (!all) query = query.whereRef('report.current', '=', 'version.id')
      yield await query.execute()
      after = page.at(-1)!
    }
  }

  #read(summaries: readonly VersionSummary[]): Promise<KeptReading[]> { return readingsOf(this.#reader, summaries) }

  async #findReport(asked: string): Promise<string | null> {
    const byKey = await this.#reader.selectFrom('report').select('id').where('id', 'in', [reportId(asked), asked]).executeTakeFirst()
    if (byKey !== undefined) return byKey.id
    const byDoc = await this.#reader.selectFrom('version').select('report').distinct().where('doc', '=', asked).orderBy('report').limit(9).execute()
    if (byDoc.length > 1) throw ambiguous('reports', asked, await this.#named(byDoc.map((row) => row.report)))
    if (byDoc.length === 1) return byDoc[0]!.report
    if (!ID_PREFIX.test(asked)) return null
    const byPrefix = await this.#reader.selectFrom('report').select('id').where('id', '>=', asked).where('id', '<', `${asked}g`).orderBy('id').limit(9).execute()
    if (byPrefix.length > 1) throw ambiguous('reports', asked, await this.#named(byPrefix.map((row) => row.id)))
    return byPrefix[0]?.id ?? null
  }

  /** "ID (KEY)" of each report. */
  async #named(ids: readonly string[]): Promise<string[]> {
    return (await this.#reader.selectFrom('report').select(['id', 'key']).where('id', 'in', ids).orderBy('id').execute()).map((row) => `${row.id} (${row.key})`)
  }
}

function now(): string {
  return new Date().toISOString()
}

function ambiguous(what: string, asked: string, ids: readonly string[]): StoreError {
  return new StoreError('ambiguous', `Several ${what} fit "${asked}": ${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ' and more' : ''}.`, 'Ask for one of them by its id.')
}
