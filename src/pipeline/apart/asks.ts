// What is asked of the thread that reads, and what it answers.
import type { OpenOptions } from '../../gazetteer/open.ts'
import type { Gathered, ReadReport } from '../../pipeline.ts'

/** What the thread is begun with. */
export interface Begun {
  gazetteer: OpenOptions
  /** Where compiled code is kept; null for nowhere. */
  compiled: string | null
}

export type Ask =
  /** Opens what was gathered; `next` then gives the reports in it one by one. */
  | { what: 'open', gathered: Gathered }
  /** The same for a file that came as bytes under a name. */
  | { what: 'open_bytes', name: string, bytes: Uint8Array }
  | { what: 'next' }
  | { what: 'read', gathered: Gathered, raw: boolean }
  /** The addresses that a sitemap or a feed names. */
  | { what: 'named', kind: 'sitemap' | 'feed', url: string, bytes: Uint8Array }

export interface Answers {
  open: null
  open_bytes: null
  next: Gathered | null
  read: ReadReport
  named: string[]
}

export type Reply = { answer: Answers[Ask['what']] } | { fault: string }
