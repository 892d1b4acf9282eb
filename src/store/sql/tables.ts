// The tables as they are after the last migration. All keys are texts made from what they name, so that any SQL engine
// and any order of arrival gives the same ones; values that are looked into only by Dateline are JSON texts.
import type { Generated } from 'kysely'

export interface BytesTable {
  sha256: string
  size: number
  kept_at: string
}

export interface ReportTable {
  id: string
  key: string
  /** The current version's id. */
  current: string | null
  added_at: string
}

export interface VersionTable {
  /** REPORT.NUMBER */
  id: string
  report: string
  number: number
  doc: string
  sha256: string
  content_hash: string
  /** Milliseconds since 1970; what the version tells of, see identity.ts. */
  as_of: number | null
  engine: string
  raw: number
  kind: string
  title: string | null
  outlet: string | null
  language: string | null
  published: string | null
  url: string | null
  text: string
  /** JSON: the report without its text. */
  body: string
  /** JSON: what the record stated. */
  record: string
  path: string | null
  claims: number
  added_at: string
}

export interface ArrivalTable {
  id: string
  version: string
  sha256: string
  record: string
  path: string | null
  arrived_at: string
}

export interface ClaimTable {
  version: string
  position: number
  id: string
  type: string | null
  stance: string
  /** JSON: the whole claim. */
  body: string
}

export interface StatementTable {
  version: string
  position: number
  speaker: string
  body: string
}

export interface TroubleTable {
  id: string
  doc: string
  code: string
  message: string
  path: string | null
  sha256: string | null
  record: string
  first_at: string
  last_at: string
  times: number
  settled_at: string | null
}

export interface IncidentTable {
  id: string
  /** current, alias or gone */
  state: string
  /** The incident that holds an alias's claims. */
  successor: string | null
  type: string | null
  day: string | null
  /** What it is listed by; null where it is not current. */
  listed: string | null
  /** JSON: the incident as last computed under this id. */
  body: string
  /** The mark under which it, or who speaks of it, was last written. */
  changed: Generated<number>
}

/** The claims an incident had when it was last computed under that id. */
export interface IncidentClaimTable {
  incident: string
  claim: string
}

/** Reports whose incidents are not up to date. */
export interface StaleReportTable {
  report: string
  revision: number
  /** '' where it is not known. */
  published: string
}

/** The index of resolve: see model/resolve-index.ts. */
export interface ResolveTellingTable {
  id: string
  report: string
  node: string
  body: string
  compared: string
}

export interface ResolveNodeTable {
  name: string
  hash: number
  piece: string
  lean: string | null
  incident: string | null
  body: string
}

export interface ResolveListTable {
  key: number
  hash: number
  flags: number
}

export interface ResolveEntryTable {
  incident: string
  body: string
}

export interface ResolveEntryKeyTable {
  key: number
  /** 0: the entry is found under it; 1: the entry looks under it. */
  seeks: number
  incident: string
}

export interface StateTable {
  name: string
  value: string
}

export interface LogTable {
  /** Counted from 1 without gaps. */
  seq: number
  at: string
  by_whom: string
  what: string
  /** JSON, as it was hashed. */
  body: string
  previous: string
  hash: string
  /** 1: what incidents there are depends on it. */
  shapes: number
}

/** What an entry is about: "claim ID", "decision NUMBER", "voice …". */
export interface LogSubjectTable {
  subject: string
  seq: number
}

/** See model/fetch.ts. */
export interface FetchTable {
  /** Given by the engine, in the order of keeping. */
  seq: Generated<number>
  url: string
  at: string
  status: number | null
  sha256: string | null
  /** The trouble's code. */
  trouble: string | null
  /** JSON: the whole fetch. */
  body: string
  /** 1: its bytes have been read, or there is nothing to read. */
  read: number
}

/** See model/account.ts. */
export interface AccountTable {
  name: string
  role: string
  /** The password's hash, a PHC string. */
  password: string
  must_change: number
  disabled: number
  /** Base32. */
  totp_secret: string | null
  totp_pending: string | null
  /** The time step of the last code that was taken; none up to it is taken again. */
  totp_step: number
  created_at: string
}

export interface RecoveryCodeTable {
  account: string
  hash: string
}

/** Whoever is signed in. Times are milliseconds since 1970. */
export interface SessionTable {
  /** What it is called by; lets nobody in. */
  id: string
  /** SHA-256 of what the cookie holds. */
  token: string
  account: string
  /** The device's id. */
  device: string | null
  created_at: number
  seen_at: number
  address: string | null
  agent: string | null
}

/** A device from which somebody signed in to an account. */
export interface DeviceTable {
  /** SHA-256 of what its cookie holds. */
  token: string
  account: string
  /** The same while the cookie changes. */
  id: string
  used_at: number
}

/** One try to sign in that was looked at. */
export interface SignInTable {
  seq: Generated<number>
  at: number
  /** password or code */
  step: string
  /** A hash of the name that was given: it may be anything. */
  account: string
  address: string
  /** The id of a device that was signed in before; null: a stranger's. */
  device: string | null
  /** 1: it was right. */
  good: number
}

export interface MigrationTable {
  number: number
  name: string
  done_at: string
}

export interface Tables {
  bytes: BytesTable
  report: ReportTable
  version: VersionTable
  arrival: ArrivalTable
  claim: ClaimTable
  statement: StatementTable
  trouble: TroubleTable
  incident: IncidentTable
  incident_claim: IncidentClaimTable
  stale_report: StaleReportTable
  resolve_telling: ResolveTellingTable
  resolve_node: ResolveNodeTable
  resolve_list: ResolveListTable
  resolve_entry: ResolveEntryTable
  resolve_entry_key: ResolveEntryKeyTable
  state: StateTable
  log: LogTable
  log_subject: LogSubjectTable
  fetch: FetchTable
  account: AccountTable
  recovery_code: RecoveryCodeTable
  session: SessionTable
  device: DeviceTable
  sign_in: SignInTable
  migration: MigrationTable
}
