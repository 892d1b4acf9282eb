// What is asked of a thread that reads reports and writes their lines, and what it answers.
import type { OpenOptions } from '../../gazetteer/open.ts'
import type { Gathered } from '../../pipeline.ts'

/** What a thread is begun with. */
export interface Begun {
  gazetteer: OpenOptions
  /** Where compiled code is kept; null for nowhere. */
  compiled: string | null
  raw: boolean
  /** Every place and time expression in the line, not those of claims alone. */
  mentions: boolean
}

/** A batch to read. */
export type Ask = readonly Gathered[]

/** A report as `extract` prints it: JSON without its newline. */
export interface ReportLine {
  line: string
  /** false: not all of it could be read, and the line says why. */
  whole: boolean
}

export type Reply = ReportLine[]
