// CSV as RFC 4180 has it: CRLF, quoted where needed, UTF-8 without a mark. What a spreadsheet would take for a formula gets
// an apostrophe before it (OWASP, "CSV injection"), so that outside text stays text when the file is opened.
import Papa from 'papaparse'

/** What a cell may hold. */
export type Value = string | number | boolean | null

/** Spaces, quotes and full-width forms before or of the sign do not keep every spreadsheet from calculating. */
const FORMULA = /^[\s"'\u200b\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** Rows as lines, each ended. */
export function lines(rows: readonly (readonly unknown[])[]): string {
  return Papa.unparse(rows.map((row) => [...row]), { newline: '\r\n', escapeFormulae: FORMULA }) + '\r\n'
}

/** Null characters would end the text in some readers. */
export function cell(value: Value): Value {
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value
}
