// The log of what people did: entries are appended, never edited, each bound to the one before by its hash.

/** An entry before it is appended. */
export interface NewLogEntry {
  /** Who did it. */
  by: string
  /** What sort of thing was done: a decision on incidents, an account changed, a setting changed. */
  what: 'decision' | 'account' | 'setting'
  /** What exactly, as JSON. */
  body: unknown
}

export interface LogEntry extends NewLogEntry {
  /** Counted from 1 without gaps. */
  seq: number
  /** ISO date-time. */
  at: string
  /** Hash of the entry before; of the first, LOG_BEGINNING. */
  previous: string
  /** SHA-256 of `chainText`, lower-case hex. */
  hash: string
}

/** The newest entry's number and hash: with it elsewhere, a log that was cut or rewritten is found out. */
export interface LogHead {
  seq: number
  hash: string
}

/** What stands for the hash of the entry before the first. */
export const LOG_BEGINNING = '0'.repeat(64)

/** The text whose SHA-256 is an entry's hash. `body` is the JSON text as it is kept, so that no program need write JSON alike. */
export function chainText(entry: { seq: number, at: string, by: string, what: string, body: string, previous: string }): string {
  return JSON.stringify([entry.seq, entry.at, entry.by, entry.what, entry.body, entry.previous])
}
