// What is asked of a process that reads reports and writes their lines, and what it answers.
import type { OpenOptions } from '../../gazetteer/open.ts'
import type { Gathered } from '../../pipeline.ts'

/** What a process is begun with. */
export interface Begun {
  gazetteer: OpenOptions
  /** Where compiled code is kept; null for nowhere. */
  compiled: string | null
  raw: boolean
  /** Every place and time expression in the line, not those of claims alone. */
  mentions: boolean
}

/** How to begin, asked once; then batch after batch to read. */
export type Ask = { begin: Begun } | { read: readonly Gathered[] }

/** A report as `extract` prints it: JSON without its newline. */
export interface ReportLine {
  line: string
  /** false: not all of it could be read, and the line says why. */
  whole: boolean
}

/** The lines of a batch in its order, or what kept it from being read. */
export type Reply = { lines: ReportLine[] } | { fault: string }
