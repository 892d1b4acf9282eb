// A reading as the line that is printed of it.
import type { ReadReport } from '../../pipeline.ts'
import { reportLine } from '../report-line.ts'
import type { ReportLine } from './asks.ts'

export const lineOf = ({ report, extraction, read }: ReadReport, mentions: boolean): ReportLine => ({ line: JSON.stringify(reportLine(report, extraction, mentions)), whole: read === 'whole' })
