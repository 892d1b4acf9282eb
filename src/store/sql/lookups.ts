// What a reader of single incidents and reports looks up: claims with their reports, voices, arrivals, words.
import { sql, type Kysely } from 'kysely'
import type { Incident } from '../../model/incident.ts'
import type { Arrival, FoundReport, IncidentVoice, VersionSummary } from '../store.ts'
import { SUMMARY_COLUMNS, toRecord, toSummary } from './rows.ts'
import type { Tables } from './tables.ts'

/** What one statement is given at once. */
const CLAIMS_AT_ONCE = 500

function summaries(db: Kysely<Tables>) {
  return db.selectFrom('version').innerJoin('report', 'report.id', 'version.report').select([...SUMMARY_COLUMNS, 'report.key', 'report.current'])
    .select((of) => of.selectFrom('version as other').whereRef('other.report', '=', 'version.report').select(({ fn }) => fn.countAll().as('n')).$asScalar().$notNull().as('versions'))
}

/** Who speaks of these incidents: a row for each claim and version of it. */
export async function incidentVoices(db: Kysely<Tables>, ids: readonly string[]): Promise<IncidentVoice[]> {
  const { rows } = await sql<IncidentVoice>`select ic.incident, json_extract(c.body, '$.claimant.name') as claimant, v.outlet, v.doc as report
    from incident_claim ic join claim c on c.id = ic.claim join version v on v.id = c.version where ic.incident in (${sql.join(ids)})`.execute(db)
  return rows
}

/** All that came of a report, version by version, oldest first. */
export async function arrivals(db: Kysely<Tables>, id: string): Promise<Arrival[]> {
  const rows = await db.selectFrom('arrival').innerJoin('version', 'version.id', 'arrival.version')
    .select(['version.number', 'arrival.sha256', 'arrival.record', 'arrival.path', 'arrival.arrived_at'])
    .where('version.report', '=', id).orderBy('version.number').orderBy('arrival.arrived_at').orderBy('arrival.id').execute()
  return rows.map((row) => ({ version: row.number, sha256: row.sha256, record: toRecord(row.record), path: row.path, at: row.arrived_at }))
}

/** Ids of incidents written under a later mark, whatever their state. */
export async function incidentsSince(db: Kysely<Tables>, mark: number, most: number): Promise<string[]> {
  return (await db.selectFrom('incident').select('id').where('changed', '>', mark).limit(most).execute()).map(({ id }) => id)
}

/** Those of these incidents that are current. */
export async function incidentsNamed(db: Kysely<Tables>, ids: readonly string[]): Promise<Incident[]> {
  // no condition on the state: nearly all incidents are current, and it would be looked up by
  const { rows } = await sql<{ state: string, body: string }>`select state, body from incident where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db)
  return rows.flatMap(({ state, body }) => (state === 'current' ? [JSON.parse(body) as Incident] : []))
}

/** The current incident of each of these claims. */
export async function incidentsOfClaims(db: Kysely<Tables>, claims: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let at = 0; at < claims.length; at += CLAIMS_AT_ONCE) {
    // no condition on the state, as above
    const { rows } = await sql<{ claim: string, id: string, state: string }>`select incident_claim.claim, incident.id, incident.state from incident_claim join incident on incident.id = incident_claim.incident
      where incident_claim.claim in (select value from json_each(${JSON.stringify(claims.slice(at, at + CLAIMS_AT_ONCE))}))`.execute(db)
    for (const row of rows) if (row.state === 'current') found.set(row.claim, row.id)
  }
  return found
}

/** The current incidents that claims of any version of these reports are of. */
export async function incidentsOfReports(db: Kysely<Tables>, reports: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string, state: string }>`select distinct incident.id, incident.state from version join claim on claim.version = version.id join incident_claim on incident_claim.claim = claim.id join incident on incident.id = incident_claim.incident
    where version.report in (select value from json_each(${JSON.stringify(reports)}))`.execute(db)
  return rows.flatMap(({ id, state }) => (state === 'current' ? [id] : []))
}

/** Versions that arrived at or after an ISO moment, newest first. */
export async function arrivedSince(db: Kysely<Tables>, since: string, limit: number): Promise<VersionSummary[]> {
  return (await summaries(db).where('version.added_at', '>=', since).orderBy('version.added_at', 'desc').orderBy('version.id', 'desc').limit(limit).execute()).map(toSummary)
}

/** The query as FTS5 takes it: every word must be there, words in double quotes as one phrase, the last word may be only begun, of more than a letter. null where there is no word. */
export function matchOf(words: string): string | null {
  const parts: string[] = []
  for (const [, phrase, word] of words.slice(0, 400).matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const found = (phrase ?? word ?? '').match(/[\p{L}\p{M}\p{N}]+/gu)
    if (found !== null) parts.push(`"${found.join(' ')}"${phrase === undefined ? '\u0000' : ''}`)
  }
  const last = parts.at(-1)
  if (last === undefined) return null
  // a letter begins half of all words, and takes ten times as long as two: it waits for the next one; a digit is a number
  const begun = /^"(.)"\u0000$/u.exec(last)?.[1]
  if (begun !== undefined) parts.splice(-1, 1, ...(/\p{L}/u.test(begun) && parts.length > 1 ? [] : [`"${begun}"`]))
  return parts.map((part, i) => part.replace('\u0000', begun === undefined && i === parts.length - 1 ? '*' : '')).join(' ')
}

/** Reports with these words, the latest to arrive first; of several versions of one report the current one where it has them. */
export async function searchReports(db: Kysely<Tables>, words: string, limit: number): Promise<FoundReport[]> {
  const match = matchOf(words)
  if (match === null) return []
  const { rows } = await sql<{ version: string }>`select o.version from (select rowid as id from report_words where report_words match ${match} order by rowid desc limit ${limit * 3}) w join report_words_of o on o.id = w.id`.execute(db)
  if (rows.length === 0) return []
  const found = new Map<string, FoundReport>()
  const versions = await summaries(db).select('version.text').where('version.id', 'in', rows.map((row) => row.version)).execute()
  for (const row of versions) {
    const summary = toSummary(row), known = found.get(summary.id)
    if (known === undefined || summary.current || (!known.summary.current && summary.version > known.summary.version)) found.set(summary.id, { summary, text: row.text })
  }
  return [...found.values()].sort((a, b) => (a.summary.addedAt < b.summary.addedAt ? 1 : -1)).slice(0, limit)
}

/** Numbers of all incidents with these words, those too that are not current any more. */
export async function searchNumbers(db: Kysely<Tables>, words: string): Promise<number[]> {
  const match = matchOf(words)
  if (match === null) return []
  // as one value: rows by the hundred thousand take their time
  const { rows: [all] } = await sql<{ numbers: string }>`select json_group_array(rowid) as numbers from incident_words where incident_words match ${match}`.execute(db)
  return JSON.parse(all!.numbers) as number[]
}

/** The numbers by which these incidents are indexed. */
export async function incidentNumbers(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ incident: string, id: number }>`select incident, id from incident_words_of where incident in (select value from json_each(${JSON.stringify(ids)}))`.execute(db)
  return new Map(rows.map(({ incident, id }) => [incident, Number(id)]))
}

/** Ids of current incidents with these words, the latest indexed first. */
export async function searchIncidents(db: Kysely<Tables>, words: string, limit: number): Promise<string[]> {
  const match = matchOf(words)
  if (match === null) return []
  const { rows } = await sql<{ incident: string }>`select o.incident from incident_words w join incident_words_of o on o.id = w.rowid join incident i on i.id = o.incident
    where incident_words match ${match} and i.state = 'current' order by w.rowid desc limit ${limit}`.execute(db)
  return rows.map((row) => row.incident)
}
