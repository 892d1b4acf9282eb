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

/** ISO days, first to last, and of each kind how many on each of them. */
export interface Days {
  days: readonly string[]
  kinds: readonly string[]
  counts: readonly (readonly number[])[]
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

function binned({ days, kinds, counts }: Days, step: Step, rank: (kind: string) => number): Column[] {
  const order = kinds.map((_, i) => i).sort((a, b) => rank(kinds[a]!) - rank(kinds[b]!))
  const columns: Column[] = []
  /** The days from one place in the list until before another make a column. */
  const add = (start: number, first: number, end: number): void => {
    const column: Column = { from: isoDay(start), to: isoDay(nextOf(start, step) - 1), silent: 0, kinds: [], count: 0, x: 0, width: 0 }
    for (const i of order) {
      let sum = 0
      for (let at = first; at < end; at++) sum += counts[i]![at]!
      if (sum > 0) { column.kinds.push([kinds[i]!, sum]); column.count += sum }
    }
    columns.push(column)
  }
  const addSilence = (from: number, until: number): void => { columns.push({ from: isoDay(from), to: isoDay(until), silent: until - from + 1, kinds: [], count: 0, x: 0, width: 0 }) }
  let before: number | null = null
  for (let first = 0, end = 0; first < days.length; first = end) {
    const start = startOf(dayNumber(days[first]!), step), next = nextOf(start, step)
    for (end = first + 1; end < days.length && dayNumber(days[end]!) < next;) end++
    if (before !== null) {
      const silent: number[] = []
      let at = nextOf(before, step)
      while (at < start && silent.length <= LONGEST_SILENCE) { silent.push(at); at = nextOf(at, step) }
      if (silent.length > LONGEST_SILENCE) addSilence(silent[0]!, start - 1)
      else for (const one of silent) add(one, first, first)
    }
    add(start, first, end)
    before = start
  }
  return columns
}
