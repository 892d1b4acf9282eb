// Rows laid out in columns.
import type { Cell, Painter, Row, Style, TableOptions } from './io.ts'
import { cut, displayWidth, safe, wrap } from './terminal.ts'

const GAP = 2
const NARROWEST = 12

interface Laid {
  lines: string[]
  style: Style | readonly Style[] | null
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  return safe(typeof cell === 'object' ? cell.text : String(cell))
}

/** The rows as lines of text, each ended by a line end. `width` null: as wide as it takes, nothing cut or wrapped. */
export function layTable(rows: readonly Row[], options: TableOptions, width: number | null, paint: Painter): string {
  const head = options.head
  const texts = rows.map((row) => row.map(textOf))
  const count = Math.max(head?.length ?? 0, ...texts.map((row) => row.length), 0)
  if (count === 0) return ''
  const widths = Array.from({ length: count }, (_, i) => Math.max(displayWidth(head?.[i] ?? ''), ...texts.map((row) => displayWidth(row[i] ?? ''))))
  const elastic = options.elastic ?? widths.indexOf(Math.max(...widths))
  if (width !== null) {
    const total = widths.reduce((sum, w) => sum + w, 0) + GAP * (count - 1)
    if (total > width) widths[elastic] = Math.min(widths[elastic]!, Math.max(NARROWEST, widths[elastic]! - (total - width)))
  }
  const out: string[] = []
  const emit = (cells: Laid[]): void => {
    const height = Math.max(1, ...cells.map((cell) => cell.lines.length))
    for (let l = 0; l < height; l++) {
      const last = lastFilled(cells, l)
      let line = ''
      for (let i = 0; i <= last; i++) {
        const cell = cells[i]!, text = cell.lines[l] ?? ''
        const pad = ' '.repeat(Math.max(0, widths[i]! - displayWidth(text)))
        const painted = cell.style !== null && text !== '' ? paint(cell.style, text) : text
        line += options.align?.[i] === 'right' ? pad + painted : i === last ? painted : painted + pad
        if (i < last) line += ' '.repeat(GAP)
      }
      out.push(line + '\n')
    }
  }
  if (head !== undefined) emit(Array.from({ length: count }, (_, i) => ({ lines: [cut(head[i] ?? '', widths[i]!)], style: 'dim' as const })))
  rows.forEach((row, r) => emit(Array.from({ length: count }, (_, i) => {
    const text = texts[r]![i] ?? '', cell = row[i]
    const style = typeof cell === 'object' && cell !== null ? cell.style ?? null : null
    const lines = displayWidth(text) <= widths[i]! ? [text] : options.wrap === true && i === elastic ? wrap(text, widths[i]!) : [cut(text, widths[i]!)]
    return { lines, style }
  })))
  return out.join('')
}

function lastFilled(cells: readonly Laid[], line: number): number {
  for (let i = cells.length - 1; i > 0; i--) if ((cells[i]!.lines[line] ?? '') !== '') return i
  return 0
}
