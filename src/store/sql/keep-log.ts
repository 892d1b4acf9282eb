// Appending to the log: what an entry is based on is looked at in the same transaction, so that of two people who decide on
// one incident the second is told and nothing is overwritten.
import type { Kysely, Transaction } from 'kysely'
import { chainText, LOG_BEGINNING, type LogEntry, type LogHead } from '../../model/log.ts'
import { sha256 } from '../identity.ts'
import type { Appended, Appending, KeptLogEntry, Moved } from '../store.ts'
import { raiseRevision } from './state.ts'
import type { LogTable, Tables } from './tables.ts'

const AT_ONCE = 500

/** Appends, or says what has moved on since. */
export async function append(db: Transaction<Tables>, entry: Appending, now: string): Promise<Appended> {
  const moved: Moved[] = [], subjects = new Set(entry.subjects)
  for (const { subject, state } of entry.basedOn) {
    const today = await stateOf(db, subject)
    for (const claim of today.subjects) subjects.add(claim)
    if (today.state !== state) moved.push({ subject, state: today.state, incident: today.incident, since: await entriesAbout(db, today.subjects, seqIn(state)) })
  }
  if (moved.length > 0) return { appended: false, moved }

  const last = await lastEntry(db), { by, what } = entry
  const body = JSON.stringify(entry.body), seq = (last?.seq ?? 0) + 1, previous = last?.hash ?? LOG_BEGINNING
  const hash = sha256(chainText({ seq, at: now, by, what, body, previous }))
  await db.insertInto('log').values({ seq, at: now, by_whom: by, what, body, previous, hash, shapes: entry.shapes ? 1 : 0 }).execute()
  const rows = [...subjects].map((subject) => ({ subject, seq }))
  for (let at = 0; at < rows.length; at += AT_ONCE) await db.insertInto('log_subject').values(rows.slice(at, at + AT_ONCE)).execute()
  await db.insertInto('state').values({ name: HEAD, value: JSON.stringify({ seq, hash }) }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify({ seq, hash }) })).execute()
  if (entry.shapes) await raiseRevision(db)
  return { appended: true, entry: { seq, at: now, by, what, body: entry.body, previous, hash } }
}

const HEAD = 'log_head'

/** The head as it was when the last entry was appended, whatever became of the log. */
export async function readHead(db: Kysely<Tables>): Promise<LogHead | null> {
  const row = await db.selectFrom('state').select('value').where('name', '=', HEAD).executeTakeFirst()
  return row === undefined ? null : JSON.parse(row.value) as LogHead
}

async function lastEntry(db: Kysely<Tables>): Promise<LogHead | undefined> {
  return db.selectFrom('log').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

interface SubjectState {
  state: string
  /** The current incident's id, where the subject is one. */
  incident: string | null
  subjects: string[]
}

const INCIDENT = 'incident '

/** An incident's state says which claims it has and what was decided last about any of them; another subject's only the latter. */
export async function stateOf(db: Kysely<Tables>, subject: string): Promise<SubjectState> {
  if (!subject.startsWith(INCIDENT)) return { state: `.${await lastAbout(db, [subject])}`, incident: null, subjects: [subject] }
  const asked = subject.slice(INCIDENT.length)
  const row = await db.selectFrom('incident').select(['id', 'state', 'successor']).where('id', '=', asked).executeTakeFirst()
  const id = row?.state === 'current' ? row.id : row?.state === 'alias' ? row.successor : null
  if (id === null) return { state: 'gone', incident: null, subjects: [] }
  const claims = (await db.selectFrom('incident_claim').select('claim').where('incident', '=', id).orderBy('claim').execute()).map(({ claim }) => claim)
  const subjects = claims.map((claim) => `claim ${claim}`)
  return { state: `${sha256(`${id}\n${claims.join('\n')}`).slice(0, 12)}.${await lastAbout(db, subjects)}`, incident: id, subjects }
}

/** The newest entry that a state knew of. */
const seqIn = (state: string): number => Number(/\.(\d{1,15})$/.exec(state)?.[1] ?? 0)

async function lastAbout(db: Kysely<Tables>, subjects: readonly string[]): Promise<number> {
  let last = 0
  for (let at = 0; at < subjects.length; at += AT_ONCE) {
    const row = await db.selectFrom('log_subject').select(({ fn }) => fn.max('seq').as('seq')).where('subject', 'in', subjects.slice(at, at + AT_ONCE)).executeTakeFirst()
    last = Math.max(last, Number(row?.seq ?? 0))
  }
  return last
}

/** Entries about any of the subjects after a number, oldest first. */
export async function entriesAbout(db: Kysely<Tables>, subjects: readonly string[], after = 0): Promise<LogEntry[]> {
  const seqs = new Set<number>()
  for (let at = 0; at < subjects.length; at += AT_ONCE) {
    for (const { seq } of await db.selectFrom('log_subject').select('seq').distinct().where('subject', 'in', subjects.slice(at, at + AT_ONCE)).where('seq', '>', after).execute()) seqs.add(seq)
  }
  const wanted = [...seqs], entries: LogEntry[] = []
  for (let at = 0; at < wanted.length; at += AT_ONCE) entries.push(...(await db.selectFrom('log').selectAll().where('seq', 'in', wanted.slice(at, at + AT_ONCE)).execute()).map(toEntry))
  return entries.sort((a, b) => a.seq - b.seq)
}

export function toEntry(row: LogTable): LogEntry {
  return { ...toKeptEntry(row), what: row.what as LogEntry['what'], body: JSON.parse(row.body) as unknown }
}

export function toKeptEntry(row: LogTable): KeptLogEntry {
  return { seq: Number(row.seq), at: row.at, by: row.by_whom, what: row.what, body: row.body, previous: row.previous, hash: row.hash }
}
