// The time axis: a column for each day, week or month, and a narrow break for a longer silence.
const MS_PER_DAY = 86_400_000
/** Silent columns in a row that are drawn as they are; more become a break. */
const LONGEST_SILENCE = 4
const BREAK_WIDTH = 22
const LEAST_WIDTH = 5
const MOST_WIDTH = 120

export type Step = 'day' | 'week' | 'month'

export interface Column {
  /** First and last day, ISO. */
  from: string
  to: string
  /** Days of silence that a break stands for; 0 for a column. */
  silent: number
  kinds: [kind: string, count: number][]
  count: number
  x: number
  width: number
}

export const dayNumber = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / MS_PER_DAY
export const isoDay = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10)

const startOf = (day: number, step: Step): number => {
  if (step === 'day') return day
  if (step === 'week') return day - ((day + 3) % 7 + 7) % 7 // weeks begin on Monday; day 0 was a Thursday
  return dayNumber(`${isoDay(day).slice(0, 7)}-01`)
}
const nextOf = (start: number, step: Step): number => {
  if (step !== 'month') return start + (step === 'day' ? 1 : 7)
  const [year, month] = isoDay(start).split('-').map(Number) as [number, number]
  return Date.UTC(year, month, 1) / MS_PER_DAY
}

/** How many of each kind, day by day. */
export interface Days {
  kinds: readonly string[]
  days: readonly { day: string, counts: readonly number[] }[]
}

/** Columns of the finest step that fits the room, in pixels. */
export function columnsOf(days: Days, room: number, rank: (kind: string) => number): { columns: Column[], step: Step } {
  for (const step of ['day', 'week', 'month'] as const) {
    if (step === 'day' && days.days.length * LEAST_WIDTH > room) continue // sooner than by making them all
    const bins = binned(days, step, rank)
    const shown = bins.filter((bin) => bin.silent === 0).length, breaks = bins.length - shown
    const width = Math.floor((room - breaks * BREAK_WIDTH) / Math.max(1, shown))
    if (width < LEAST_WIDTH && step !== 'month') continue
    let x = 0
    for (const bin of bins) {
      bin.x = x
      bin.width = bin.silent > 0 ? BREAK_WIDTH : Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width))
      x += bin.width
    }
    return { columns: bins, step }
  }
  return { columns: [], step: 'day' }
}

function binned({ kinds, days }: Days, step: Step, rank: (kind: string) => number): Column[] {
  const sums = new Map<number, number[]>(), order = kinds.map((_, i) => i).sort((a, b) => rank(kinds[a]!) - rank(kinds[b]!))
  for (const { day, counts } of days) {
    const start = startOf(dayNumber(day), step), known = sums.get(start)
    if (known === undefined) sums.set(start, [...counts])
    else for (let i = 0; i < counts.length; i++) known[i]! += counts[i]!
  }
  const columns: Column[] = []
  const add = (start: number, silentUntil: number | null): void => {
    const counts = sums.get(start) ?? [], to = silentUntil ?? nextOf(start, step) - 1
    columns.push({ from: isoDay(start), to: isoDay(to), silent: silentUntil === null ? 0 : to - start + 1, kinds: order.flatMap((i) => (counts[i] ?? 0) > 0 ? [[kinds[i]!, counts[i]!]] : []), count: counts.reduce((sum, n) => sum + n, 0), x: 0, width: 0 })
  }
  let before: number | null = null
  for (const start of [...sums.keys()].sort((a, b) => a - b)) {
    if (before !== null) {
      const silent: number[] = []
      let at = nextOf(before, step)
      while (at < start && silent.length <= LONGEST_SILENCE) { silent.push(at); at = nextOf(at, step) }
      if (silent.length > LONGEST_SILENCE) add(silent[0]!, start - 1)
      else for (const one of silent) add(one, null)
    }
    add(start, null)
    before = start
  }
  return columns
}
