// The record as a table.
import type { ExportFormat } from '../chronology.ts'
import { cell, lines } from './lines.ts'
import { COLUMNS, exportRows } from './rows.ts'

const ROWS_AT_ONCE = 1000

export const format: ExportFormat = {
  name: 'csv',
  summary: 'a row for each value of each voice, with the exact words',
  ending: 'csv',
  *write(chronology) {
    yield lines([COLUMNS])
    let rows: unknown[][] = []
    for (const row of exportRows(chronology)) {
      rows.push(COLUMNS.map((column) => cell(row[column])))
      if (rows.length === ROWS_AT_ONCE) { yield lines(rows); rows = [] }
    }
    if (rows.length > 0) yield lines(rows)
  },
}
