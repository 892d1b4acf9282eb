// The gazetteer's own tables: tab-separated text with a heading line, one row a line, lists inside a cell parted by ";".
import { readFileSync } from 'node:fs'

/** Reads a table beside this file's `data/` or any other URL; rows as objects by column. Throws, naming the line, where a row has another number of cells than the heading. */
export function readTable<Column extends string>(url: URL, columns: readonly Column[]): Record<Column, string>[] {
  const lines = readFileSync(url, 'utf8').split(/\r?\n/)
  const head = (lines[0] ?? '').split('\t')
  for (const column of columns) if (!head.includes(column)) throw new Error(`${url.pathname}: no column "${column}"`)
  const places = columns.map((column) => head.indexOf(column))
  const rows: Record<Column, string>[] = []
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t')
    if (cells.length !== head.length) throw new Error(`${url.pathname}:${i + 1}: ${cells.length} cells, expected ${head.length}`)
    const row = {} as Record<Column, string>
    columns.forEach((column, k) => { row[column] = cells[places[k]!]! })
    rows.push(row)
  }
  return rows
}

/** The entries of a list cell. */
export function cellList(cell: string): string[] {
  return cell === '' ? [] : cell.split(';')
}
