// What is asked of the thread that reads, and what it answers.
import type { OpenOptions } from '../../gazetteer/open.ts'
import type { Gathered, ReadReport } from '../../pipeline.ts'
import type { Named } from './named.ts'

/** What the thread is begun with. */
export interface Begun {
  gazetteer: OpenOptions
  /** Where compiled code is kept; null for nowhere. */
  compiled: string | null
}

export type Ask =
  /** Opens what was gathered under a number; `next` then gives the reports in it one by one, without the first so many. */
  | { what: 'open', number: number, skip: number, gathered: Gathered }
  /** The same for a file that came as bytes under a name. */
  | { what: 'open_bytes', number: number, skip: number, name: string, bytes: Uint8Array }
  | { what: 'next', number: number }
  /** Nothing more is asked of what was opened under that number. */
  | { what: 'shut', number: number }
  | { what: 'read', gathered: Gathered, raw: boolean }
  /** The addresses that a sitemap or a feed names. */
  | { what: 'named', kind: 'sitemap' | 'feed', url: string, bytes: Uint8Array }

/** A part; `sameOriginal`: what it was taken out of is what the part before was, and is not sent again. */
export interface NextPart { gathered: Gathered, sameOriginal: boolean }

export interface Answers {
  open: null
  open_bytes: null
  /** `unknown`: nothing is open under that number, because the thread is another by now. */
  next: NextPart | null | 'unknown'
  shut: null
  read: ReadReport
  named: Named
}

export type Reply = { answer: Answers[Ask['what']] } | { fault: string }
