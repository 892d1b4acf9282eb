// Days as columns: thin bars for alerts, outages and what lasted, incidents stacked by kind, running totals beneath.
import type { Chronology, Entry } from './chronology.ts'
import { columnOf, dayColumns, dayNumber, nearestColumn, type Column } from './day-columns.ts'
import { escapeHtml } from './escape.ts'
import { kindClass, kindMarkAt, kindRank } from './kinds.ts'
import { totalsPanels, totalsSeries } from './running-totals.ts'
import { agreementWords, counted, dayParts, kindOf, longDay, monthWords, rangeWords, sentenceParts } from './words.ts'

const ROOM = 470
const ROOMY = 34
const TALLEST = 135
const BAR = 5
const MOST_LANES = 8
const HEAD = 38
const BAR_KINDS = new Set(['air_raid_alert', 'infrastructure_disruption'])

const lasting = (entry: Entry): boolean => {
  const from = dayNumber(entry.incident.date?.from)
  const to = dayNumber(entry.incident.date?.to)
  return from !== null && to !== null && to - from > 1
}

/** The drawing, scrolled sideways where it is wider than its room; '' where no incident has a day. */
export function timeline(chronology: Chronology): string {
  const dated = chronology.entries.filter((entry) => (entry.day !== null || entry.long) && entry.incident.kind !== 'total')
  const series = totalsSeries(chronology)
  if (dated.length === 0 && series.length === 0) return '<p class="empty">No incident has a day that could be told: a timeline would stand here.</p>'
  const columns = dayColumns([
    // what is told for a longer time does not stretch the axis: its bar ends at the edge
    ...dated.flatMap((entry) => (entry.long ? [] : BAR_KINDS.has(entry.incident.type ?? '') || lasting(entry) ? [entry.incident.date?.from ?? null, entry.day] : [entry.day])),
    ...series.flatMap((panel) => panel.lines.flatMap((line) => line.points.map((point) => point.day))),
  ], ROOM)
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const bars = lanes(dated.filter((entry) => BAR_KINDS.has(entry.incident.type ?? '') || lasting(entry)), columns)
  const stacked = dated.filter((entry) => !lasting(entry) && !BAR_KINDS.has(entry.incident.type ?? ''))
  const perDay = new Map<number, Entry[]>()
  for (const entry of stacked) {
    const column = columnOf(columns, entry.day)
    const list = perDay.get(column)
    if (list) list.push(entry)
    else perDay.set(column, [entry])
  }
  const broad = columns.find((c) => c.silent === 0)?.width ?? 0
  const pitch = broad >= ROOMY ? 15 : 11
  const across = Math.max(1, Math.floor((broad - 2) / pitch))
  const grid: Grid = { pitch, across, rows: Math.floor(TALLEST / pitch) }
  const tallest = Math.max(1, ...[...perDay.values()].map((list) => Math.min(grid.rows, Math.ceil(list.length / across))))
  const barsTop = HEAD + 4
  const floor = barsTop + bars.height + 6 + tallest * pitch + 4
  const totals = totalsPanels(series, columns, floor + 14, width)
  const height = floor + 2 + totals.height

  let lettered = -Infinity
  const drawn = columns.map((column, i) => {
    const month = column.silent === 0 && (i === 0 || column.day.endsWith('-01') || column.day.slice(0, 7) !== columns[i - 1]?.day.slice(0, 7)) && column.x - lettered > 64
    if (month) lettered = column.x
    return columnMarks(column, perDay.get(i) ?? [], floor, height, grid, month)
  }).join('')
  const words = `Timeline, ${counted(dated.length, 'incident')} from ${rangeWords({ from: chronology.first, to: chronology.last })}`
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(words)}. Each day is a link to its incidents in the list."><svg class="timeline" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${drawn}<line class="axis" x1="0" x2="${width}" y1="${floor}" y2="${floor}"/>${barsMarkup(bars, barsTop)}${totals.markup}</svg></div>`
}

function columnMarks(column: Column, entries: readonly Entry[], floor: number, height: number, { pitch, across, rows }: Grid, lettered: boolean): string {
  const middle = column.x + column.width / 2
  if (column.silent > 0) {
    return `<g class="break"><title>${counted(column.silent, 'day')} without an incident</title><path d="M${middle} ${HEAD}v${height - HEAD}"/><text x="${middle}" y="${HEAD - 6}">${column.silent}d</text></g>`
  }
  const parts = dayParts(column.day)
  if (!parts) return ''
  const month = lettered ? `<text class="month" x="${column.x + 2}" y="11">${monthWords(column.day)}</text>` : ''
  const marks = entries.toSorted((a, b) => kindRank(kindOf(a.incident)) - kindRank(kindOf(b.incident))).slice(0, rows * across).map((entry, i) => {
    const row = Math.floor(i / across)
    const x = middle + ((i % across) - (Math.min(across, entries.length) - 1) / 2) * pitch
    return `<a class="pick" href="#${entry.fragment}" tabindex="-1" data-no="${entry.number}" aria-label="${label(entry)}"><title>${label(entry)}</title>${kindMarkAt(entry.incident.type, x, floor - pitch / 2 - 1 - row * pitch, pitch - 2)}</a>`
  }).join('')
  const more = entries.length > rows * across ? `<text class="more" x="${middle}" y="${floor - rows * pitch - 5}">+${entries.length - rows * across}</text>` : ''
  const name = `${longDay(column.day)}: ${counted(entries.length, 'incident')}`
  const weekday = `<text class="weekday" aria-hidden="true" x="${middle}" y="23">${parts.weekday.charAt(0)}</text>`
  const number = `<text x="${middle}" y="35">${parts.day}</text>`
  const head = entries.length > 0
    ? `<a class="day" href="#d-${column.day}" aria-label="${name}"><rect x="${column.x}" y="14" width="${column.width}" height="${HEAD - 14}"/>${number}</a>${weekday}`
    : `<g class="day">${number}</g>${weekday}`
  return `<g class="column" data-day="${column.day}"><rect class="field${parts.weekday.startsWith('S') ? ' weekend' : ''}" x="${column.x}" y="${HEAD}" width="${column.width}" height="${height - HEAD}"/>${month}${head}${marks}${more}</g>`
}

function label(entry: Entry): string {
  const { what, where } = sentenceParts(entry.incident)
  return escapeHtml(`${entry.number}. ${what} ${where}, ${rangeWords(entry.incident.date)}, ${agreementWords(entry.incident.agreement, 2).replace('two voices ', 'voices ')}`)
}

/** How marks are set in a column: the side of a cell, cells across, rows at most. */
interface Grid { pitch: number; across: number; rows: number }

interface Lanes {
  bars: { entry: Entry; x: number; width: number; lane: number }[]
  height: number
  /** Bars for which there was no lane; they are in the list all the same. */
  left: number
}

/** Bars put into as few lanes as do not overlap. */
function lanes(entries: readonly Entry[], columns: readonly Column[]): Lanes {
  const ends: number[] = []
  const bars: Lanes['bars'] = []
  const [first = '', last = ''] = [columns[0]?.day, columns.at(-1)?.day]
  let left = 0
  for (const entry of entries.toSorted((a, b) => (a.incident.date?.from ?? '').localeCompare(b.incident.date?.from ?? '') || a.number - b.number)) {
    const { date } = entry.incident
    const to = columns[nearestColumn(columns, date?.to ?? date?.from ?? null)]
    const from = columns[nearestColumn(columns, date?.from ?? date?.to ?? null)]
    if (!from || !to || (date?.to ?? last) < first || (date?.from ?? first) > last) continue
    const x = from.x + 2
    const end = to.x + to.width - 2
    let lane = ends.findIndex((taken) => taken < x)
    if (lane < 0) lane = ends.length
    if (lane >= MOST_LANES) {
      left++
      continue
    }
    ends[lane] = end
    bars.push({ entry, x, width: Math.max(4, end - x), lane })
  }
  return { bars, height: ends.length * (BAR + 3) + (left > 0 ? 12 : 0), left }
}

function barsMarkup({ bars, left }: Lanes, top: number): string {
  const more = left > 0 ? `<text class="left" x="2" y="${top + MOST_LANES * (BAR + 3) + 8}">and ${left} more that lasted, in the list</text>` : ''
  return more + bars.map(({ entry, x, width, lane }) => `<a class="pick bar ${kindClass(entry.incident.type)}" href="#${entry.fragment}" tabindex="-1" data-no="${entry.number}" aria-label="${label(entry)}"><title>${label(entry)}</title><rect x="${x}" y="${top + lane * (BAR + 3)}" width="${width}" height="${BAR}" rx="2"/></a>`).join('')
}
