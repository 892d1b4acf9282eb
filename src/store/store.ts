// What is kept, and how it is asked for. Every engine (the embedded one, a server's later) gives this interface and passes
// the same tests (test/store/behaviour.ts). Nothing here says how anything is stored.
import type { Claim, Statement } from '../model/claim.ts'
import type { Fetch } from '../model/fetch.ts'
import type { Incident } from '../model/incident.ts'
import type { LogEntry, LogHead, NewLogEntry } from '../model/log.ts'
import type { Report, ReportRecord, Trouble } from '../model/report.ts'
import type { ResolveIndex, ResolveNeighbours } from '../model/resolve-index.ts'
import type { Accounts } from './accounts.ts'

/** What a report's record stated, without the bodies: those are kept as bytes. `carried`: the bytes are the record's own `html` or `text`, as UTF-8. `original`: the SHA-256 of the kept bytes that the report was taken out of (a mail, a Word document, a feed), where it is not they themselves. */
export type StatedRecord = Omit<ReportRecord, 'html' | 'text'> & { carried?: 'html' | 'text' | undefined, original?: string | undefined }

/** One reading of one report, to be kept. Its bytes are kept first, by `keepBytes`. */
export interface Reading {
  sha256: string
  record: StatedRecord
  /** Where the bytes came from on this machine, for people; null for standard input. */
  path: string | null
  raw: boolean
  /** Names the program and rules that read it: another engine's readings are read again, not taken for a new version. */
  engine: string
  report: Report
  claims: readonly Claim[]
  statements: readonly Statement[]
}

/** `unchanged`: this version was known. `reread`: the same version, read by other rules, gave other claims or text. */
export type Outcome = 'new' | 'unchanged' | 'new_version' | 'reread'

export interface Kept {
  what: Outcome
  /** The report's id: 16 hex digits, from its key. */
  id: string
  key: string
  doc: string
  /** Counted from 1. */
  version: number
  claims: number
}

/** A version of a report in short. */
export interface VersionSummary {
  id: string
  key: string
  doc: string
  version: number
  versions: number
  current: boolean
  sha256: string
  raw: boolean
  engine: string
  title: string | null
  outlet: string | null
  published: string | null
  claims: number
  addedAt: string
}

/** A kept version as it was read. */
export interface KeptText {
  summary: VersionSummary
  record: StatedRecord
  path: string | null
  report: Report
}

/** A kept version with its reading. */
export interface KeptReading extends KeptText {
  claims: Claim[]
  statements: Statement[]
}

/** Bytes that came and were read as a version of a report. The same version may come in other bytes, and from elsewhere. */
export interface Arrival {
  version: number
  sha256: string
  record: StatedRecord
  path: string | null
  /** ISO. */
  at: string
}

/** A report that could not be read, or not wholly: kept until the report is read. */
export interface TroubleRecord extends Trouble {
  doc: string
  path: string | null
  sha256: string | null
  firstAt: string
  lastAt: string
  times: number
  /** When a report of that name was read after all; null: still unread. */
  settledAt: string | null
}

/** An incident asked for by any id it ever had. */
export interface FoundIncident {
  /** As last computed; for `gone`, as it was when it was last seen. */
  incident: Incident
  /** `alias`: the id asked for was joined into this incident. `gone`: no claim of it is found any more. */
  as: 'current' | 'alias' | 'gone'
}

/** What the kept incidents were computed from. They are stale where `revision` is not the store's. */
export interface IncidentBasis {
  revision: number
  /** Hash of settings and rules that went into them. */
  rules: string
}

/** An entry to be appended to the log. Subjects are "incident ID", "claim ID", "decision NUMBER" or any other text that starts with a word of its own. */
export interface Appending extends NewLogEntry {
  /** What it was made on: refused where one has another state by now. An incident's claims become subjects. */
  basedOn: readonly { subject: string, state: string }[]
  /** What else it is about. */
  subjects: readonly string[]
  /** true: what incidents there are depends on it. */
  shapes: boolean
}

/** Something that changed since a person looked at it. */
export interface Moved {
  subject: string
  /** As it is now. */
  state: string
  /** The incident that stands for it now, where it is one; null where its claims are gone. */
  incident: string | null
  /** What was decided about it meanwhile, oldest first; empty where reports changed it. */
  since: LogEntry[]
}

/** `appended: false`: nothing was kept. */
export type Appended = { appended: true, entry: LogEntry } | { appended: false, moved: Moved[] }

/** An entry with its body as the JSON text that was hashed. */
export type KeptLogEntry = Omit<LogEntry, 'body' | 'what'> & { body: string, what: string }

/** What the index of resolve was made under: rules (a hash) and decisions, as a text of the pipeline's own. */
export interface IndexBasis {
  rules: string
  decided: string
}

/** A report whose incidents are not up to date, as of a revision. */
export interface StaleReport {
  id: string
  key: string
  revision: number
}

export interface StoreCounts {
  reports: number
  versions: number
  claims: number
  statements: number
  incidents: number
  trouble: number
  bytes: number
}

/** One claim of an incident as it counts for who speaks of it. `claimant` null: the outlet's own voice. `report`: the doc. */
export interface IncidentVoice {
  incident: string
  claimant: string | null
  outlet: string | null
  report: string
}

/** A report that holds the words searched for. */
export interface FoundReport {
  summary: VersionSummary
  text: string
}

/** A fetch as it was kept. `read`: nothing of it is left to be read. */
export interface KeptFetch extends Fetch {
  /** Goes up in the order of keeping. */
  seq: number
  read: boolean
}

export interface Store {
  /** Absolute path of the data folder; null for a store in memory. */
  readonly folder: string | null
  /** Who may do what, and who is signed in. */
  readonly accounts: Accounts

  /** Keeps bytes under their SHA-256; when it resolves they are on the disk and the store says so. Gives the hash, lower-case hex. */
  keepBytes(bytes: Uint8Array): Promise<string>
  /** Whether bytes of that hash are kept; they are not read. */
  hasBytes(sha256: string): Promise<boolean>
  /** The kept bytes, checked against their hash; null where there are none. StoreError `damaged` where they differ. */
  readBytes(sha256: string): Promise<Uint8Array | null>
  /** Hashes everything kept again. Yields what is missing or differs; `seen` counts along. */
  verifyBytes(seen?: (count: number, total: number) => void): AsyncIterable<{ sha256: string, fault: 'missing' | 'differs' }>

  /** Keeps a fetch whose bytes are kept; gives its number. */
  keepFetch(fetch: Fetch): Promise<number>
  /** Says that what was fetched has been read, or needs no reading. */
  fetchRead(seq: number): Promise<void>
  /** Fetches of a URL, or those that gave these bytes, newest first, at most so many. */
  fetches(of: { url: string } | { sha256: string }, most: number): Promise<KeptFetch[]>
  /** Fetches with bytes that nobody has read yet, oldest first. */
  unreadFetches(): Promise<KeptFetch[]>

  /** The version that these very bytes and this record gave when read by this engine; null: they are to be read. */
  alreadyKept(asked: { sha256: string, record: StatedRecord, path: string | null, raw: boolean, engine: string }): Promise<Kept | null>
  /** Keeps one reading whole or not at all. */
  keepReading(reading: Reading): Promise<Kept>
  keepTrouble(trouble: { doc: string, path: string | null, sha256: string | null, record: StatedRecord } & Trouble): Promise<void>
  /** Trouble not settled, oldest first; all of it with `settled`. */
  troubles(options?: { settled?: boolean }): Promise<TroubleRecord[]>

  /** Current versions by key order; every version, oldest first, with `all`. */
  reports(options?: { all?: boolean }): AsyncIterable<VersionSummary>
  /** As `reports`, with their readings. */
  readings(options?: { all?: boolean }): AsyncIterable<KeptReading>
  /** Current versions by key order, without what was found in them. */
  texts(): AsyncIterable<KeptText>
  /** A report by doc, key or a prefix of its id of four digits or more; `version` absent: the current one. StoreError `ambiguous` where several fit. */
  report(asked: string, version?: number): Promise<KeptReading | null>
  /** All versions of a report, oldest first. */
  versions(id: string): Promise<VersionSummary[]>
  /** All that came of a report, version by version, oldest first. */
  arrivals(id: string): Promise<Arrival[]>

  /** Goes up with every change of what incidents are computed from. */
  revision(): Promise<number>
  incidentBasis(): Promise<IncidentBasis | null>
  indexBasis(): Promise<IndexBasis | null>
  /** Empties the index of resolve: every report is stale, and no incident is current until it is put again. */
  beginIndex(basis: IndexBasis): Promise<void>
  /** Marks reports, by key and by what they claim, as stale under other decisions. */
  markStale(stale: { keys: readonly string[], claims: readonly string[] }, basis: IndexBasis): Promise<void>
  /** Reports that changed since their incidents were brought up to date, at most so many. */
  staleReports(most: number): Promise<StaleReport[]>
  /** All versions of these reports with their readings, by id and number. */
  readingsOfReports(ids: readonly string[]): Promise<KeptReading[]>
  /** The same without what was found in them, which is most of what is read. */
  textsOfReports(ids: readonly string[]): Promise<KeptText[]>
  /** Does the work whole or not at all; these reports are up to date then, unless they changed meanwhile. */
  resolving(reports: readonly StaleReport[], work: (index: ResolveIndex) => Promise<void>): Promise<void>
  /** What was near when incidents were last brought up to date. */
  neighbours(): ResolveNeighbours
  /** Says that the incidents are up to date under these rules; false where some report is stale, or the store has moved on from that revision. */
  settleIncidents(basis: IncidentBasis): Promise<boolean>
  /** Goes up whenever incidents are written, or who speaks of them may have changed. */
  incidentMark(): Promise<number>
  /** Ids of incidents written under a later mark, at most so many; those too that are not current any more. */
  incidentsSince(mark: number, most: number): Promise<string[]>
  /** Those of these that are current, in no order. */
  incidentsNamed(ids: readonly string[]): Promise<Incident[]>
  /** Current incidents in the order of their list. */
  incidents(): AsyncIterable<Incident>
  /** An incident by any id it ever had, or a prefix of four digits or more. StoreError `ambiguous` where several fit. */
  incident(asked: string): Promise<FoundIncident | null>
  /** The current incidents that claims of these reports, by their ids, are of. */
  incidentsOfReports(reports: readonly string[]): Promise<string[]>
  /** The current incident of each of these claims. */
  incidentsOfClaims(claims: readonly string[]): Promise<Map<string, string>>

  /** Claims by id or the beginning of one (four digits or more), added ones too, at most nine. */
  claimsLike(asked: string): Promise<string[]>
  /** The versions of reports that make one of these claims, with their readings. */
  readingsOf(claims: readonly string[]): AsyncIterable<KeptReading>
  /** Which of these claims some kept version of a report makes. */
  claimsThere(claims: readonly string[]): Promise<Set<string>>
  /** The state of a subject now, to be named when something is decided on it. It changes with an incident's claims and with every entry about it. */
  stateOf(subject: string): Promise<string>

  /** Appends to the log where nothing that the entry is based on has changed; looking and writing are one step. */
  append(entry: Appending): Promise<Appended>
  /** Entries, oldest first: all, or those about any of the subjects, or those that shape incidents. */
  log(options?: { about?: readonly string[], shaping?: boolean, after?: number }): AsyncIterable<LogEntry>
  /** All entries as they are kept, by number, for checking their hashes. */
  keptLog(): AsyncIterable<KeptLogEntry>
  /** The newest entry's number and hash as remembered beside the log; null before the first. */
  logHead(): Promise<LogHead | null>
  /** Who speaks of these incidents (at most some hundreds at once): a row for each claim and version of it. */
  incidentVoices(incidents: readonly string[]): Promise<IncidentVoice[]>
  /** Versions that arrived at or after an ISO moment, newest first. */
  arrivedSince(since: string, limit: number): Promise<VersionSummary[]>
  /** Reports that hold all of these words (in double quotes: as they stand; the last may be only begun), the latest first. */
  searchReports(words: string, limit: number): Promise<FoundReport[]>
  /** Ids of current incidents whose place, sides, voices or claims hold all of these words, the latest indexed first. */
  searchIncidents(words: string, limit: number): Promise<string[]>
  /** The same for all of them, by number, with those that are not current any more. */
  searchNumbers(words: string): Promise<number[]>
  /** The number that each of these incidents keeps for ever (at most some hundreds at once). */
  incidentNumbers(incidents: readonly string[]): Promise<Map<string, number>>

  counts(): Promise<StoreCounts>
  close(): Promise<void>
}

export type StoreFault = 'absent' | 'not_a_store' | 'too_new' | 'read_only' | 'no_permission' | 'full' | 'busy' | 'damaged' | 'ambiguous' | 'settings'

/** Trouble of the store's surroundings: a whole sentence, and what to do next. Bugs are thrown as they are. */
export class StoreError extends Error {
  readonly fault: StoreFault
  readonly next: string

  constructor(fault: StoreFault, message: string, next = '', cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.fault = fault
    this.next = next
  }
}
