// CSV as RFC 4180 has it: CRLF, quoted where needed, UTF-8 without a mark. What a spreadsheet would take for a formula gets
// an apostrophe before it (OWASP, "CSV injection"), so that outside text stays text when the file is opened.
import Papa from 'papaparse'
import type { ExportFormat } from '../chronology.ts'
import { COLUMNS, exportRows, type ExportRow } from './rows.ts'

/** Spaces, quotes and full-width forms before or of the sign do not keep every spreadsheet from calculating. */
const FORMULA = /^[\s"'\u200b\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/
const ROWS_AT_ONCE = 1000

function lines(rows: readonly (readonly unknown[])[]): string {
  return Papa.unparse(rows.map((row) => [...row]), { newline: '\r\n', escapeFormulae: FORMULA }) + '\r\n'
}

/** Null characters would end the text in some readers. */
function cell(value: ExportRow[keyof ExportRow]): string | number | boolean | null {
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value
}

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
