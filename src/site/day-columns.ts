// The time axis: a column for each day on which something happens or nearly so, a narrow break for a longer silence.
const MS_PER_DAY = 86_400_000
/** A silence longer than this many days becomes a break. */
const LONGEST_SILENCE = 3

export interface Column {
  /** ISO day; of a break, its first silent day. */
  day: string
  /** Days of silence that a break stands for; 0 for a day. */
  silent: number
  x: number
  width: number
}

/** Days since 1970 of an ISO day; null where it is none. */
export function dayNumber(iso: string | null | undefined): number | null {
  if (!iso || !/^\d{4}-\d{2}-\d{2}/.test(iso)) return null
  const ms = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(ms) ? null : ms / MS_PER_DAY
}

/** The ISO day of a number of days since 1970. */
export function isoDay(days: number): string {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Columns for the given ISO days, first to last. Widths in pixels: narrower the more days there are. */
export function dayColumns(days: Iterable<string | null>, room: number): Column[] {
  const wanted = [...new Set([...days].flatMap((day) => dayNumber(day) ?? []))].sort((a, b) => a - b)
  const raw: { day: number; silent: number }[] = []
  for (const day of wanted) {
    const last = raw.at(-1)
    const gap = last ? day - last.day - 1 : 0
    if (last && gap > LONGEST_SILENCE) raw.push({ day: last.day + 1, silent: gap })
    else for (let n = 1; n <= gap; n++) raw.push({ day: last ? last.day + n : day, silent: 0 })
    raw.push({ day, silent: 0 })
  }
  const shown = raw.filter((c) => c.silent === 0).length
  const gap = (silent: number): number => (silent < 100 ? 20 : 30)
  const breaks = raw.reduce((sum, c) => sum + (c.silent > 0 ? gap(c.silent) : 0), 0)
  const width = Math.max(22, Math.min(56, Math.floor((room - breaks) / Math.max(1, shown))))
  let x = 0
  return raw.map(({ day, silent }) => {
    const column = { day: isoDay(day), silent, x, width: silent > 0 ? gap(silent) : width }
    x += column.width
    return column
  })
}

/** Index of the column that a day stands in or falls into; -1 where it lies outside. */
export function columnOf(columns: readonly Column[], iso: string | null): number {
  const wanted = dayNumber(iso)
  if (wanted === null) return -1
  for (let low = 0, high = columns.length - 1; low <= high;) {
    const middle = (low + high) >> 1
    const column = columns[middle]
    const first = column ? dayNumber(column.day) ?? 0 : 0
    if (wanted < first) high = middle - 1
    else if (wanted > first + Math.max(0, (column?.silent ?? 0) - 1)) low = middle + 1
    else return middle
  }
  return -1
}

/** The same, and the first or the last column for a day outside. */
export function nearestColumn(columns: readonly Column[], iso: string | null): number {
  const found = columnOf(columns, iso)
  if (found >= 0 || iso === null) return found
  return iso < (columns[0]?.day ?? '') ? 0 : columns.length - 1
}
