// Days as columns: thin bars for alerts, outages and what lasted, incidents stacked by kind, running totals beneath.
import type { Chronology, Entry } from './chronology.ts'
import { columnOf, dayColumns, dayNumber, type Column } from './day-columns.ts'
import { escapeHtml } from './escape.ts'
import { kindClass, kindMarkAt, kindRank } from './kinds.ts'
import { totalsPanels, totalsSeries } from './running-totals.ts'
import { agreementWords, counted, dayParts, kindOf, longDay, monthWords, rangeWords, sentenceParts } from './words.ts'

const ROOM = 470
const MARK = 13
const PITCH = 15
const HIGHEST = 9
const BAR = 5
const HEAD = 38
const BAR_KINDS = new Set(['air_raid_alert', 'infrastructure_disruption'])

const lasting = (entry: Entry): boolean => {
  const from = dayNumber(entry.incident.date?.from)
  const to = dayNumber(entry.incident.date?.to)
  return from !== null && to !== null && to - from > 1
}

/** The drawing, scrolled sideways where it is wider than its room; '' where no incident has a day. */
export function timeline(chronology: Chronology): string {
  const dated = chronology.entries.filter((entry) => entry.day !== null && entry.incident.kind !== 'total')
  const series = totalsSeries(chronology)
  if (dated.length === 0 && series.length === 0) return '<p class="empty">No incident has a day that could be told: a timeline would stand here.</p>'
  const columns = dayColumns([
    ...dated.flatMap((entry) => (BAR_KINDS.has(entry.incident.type ?? '') || lasting(entry) ? [entry.incident.date?.from ?? null, entry.day] : [entry.day])),
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
  const across = Math.max(1, Math.floor(((columns.find((c) => c.silent === 0)?.width ?? 22) - 4) / PITCH))
  const tallest = Math.max(1, ...[...perDay.values()].map((list) => Math.min(HIGHEST, Math.ceil(list.length / across))))
  const barsTop = HEAD + 4
  const floor = barsTop + bars.height + 6 + tallest * PITCH + 4
  const totals = totalsPanels(series, columns, floor + 14, width)
  const height = floor + 2 + totals.height

  const grid = columns.map((column) => columnMarks(column, perDay.get(columns.indexOf(column)) ?? [], floor, height, across)).join('')
  const words = `Timeline, ${counted(dated.length, 'incident')} from ${rangeWords({ from: chronology.first, to: chronology.last })}`
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(words)}. Each day is a link to its incidents in the list."><svg class="timeline" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${grid}<line class="axis" x1="0" x2="${width}" y1="${floor}" y2="${floor}"/>${barsMarkup(bars, barsTop)}${totals.markup}</svg></div>`
}

function columnMarks(column: Column, entries: readonly Entry[], floor: number, height: number, across: number): string {
  const middle = column.x + column.width / 2
  if (column.silent > 0) {
    return `<g class="break"><title>${counted(column.silent, 'day')} without an incident</title><path d="M${middle} ${HEAD}v${height - HEAD}"/><text x="${middle}" y="${HEAD - 6}">${column.silent}d</text></g>`
  }
  const parts = dayParts(column.day)
  if (!parts) return ''
  const first = column.x === 0 || parts.day === 1
  const month = first ? `<text class="month" x="${column.x + 2}" y="11">${monthWords(column.day)}</text>` : ''
  const marks = entries.toSorted((a, b) => kindRank(kindOf(a.incident)) - kindRank(kindOf(b.incident))).slice(0, HIGHEST * across).map((entry, i) => {
    const row = Math.floor(i / across)
    const x = middle + ((i % across) - (Math.min(across, entries.length) - 1) / 2) * PITCH
    return `<a class="pick" href="#${entry.fragment}" tabindex="-1" data-no="${entry.number}" aria-label="${label(entry)}"><title>${label(entry)}</title>${kindMarkAt(entry.incident.type, x, floor - PITCH / 2 - 1 - row * PITCH, MARK)}</a>`
  }).join('')
  const more = entries.length > HIGHEST * across ? `<text class="more" x="${middle}" y="${floor - HIGHEST * PITCH - 5}">+${entries.length - HIGHEST * across}</text>` : ''
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

interface Lanes { bars: { entry: Entry; x: number; width: number; lane: number }[]; height: number }

/** Bars put into as few lanes as do not overlap. */
function lanes(entries: readonly Entry[], columns: readonly Column[]): Lanes {
  const ends: number[] = []
  const bars: Lanes['bars'] = []
  for (const entry of entries.toSorted((a, b) => (a.incident.date?.from ?? '').localeCompare(b.incident.date?.from ?? '') || a.number - b.number)) {
    const to = columns[columnOf(columns, entry.day)]
    const from = columns[Math.max(0, columnOf(columns, entry.incident.date?.from ?? entry.day))]
    if (!from || !to) continue
    const x = from.x + 2
    const end = to.x + to.width - 2
    let lane = ends.findIndex((taken) => taken < x)
    if (lane < 0) lane = ends.length
    ends[lane] = end
    bars.push({ entry, x, width: Math.max(4, end - x), lane })
  }
  return { bars, height: ends.length * (BAR + 3) }
}

function barsMarkup({ bars }: Lanes, top: number): string {
  return bars.map(({ entry, x, width, lane }) => `<a class="pick bar ${kindClass(entry.incident.type)}" href="#${entry.fragment}" tabindex="-1" data-no="${entry.number}" aria-label="${label(entry)}"><title>${label(entry)}</title><rect x="${x}" y="${top + lane * (BAR + 3)}" width="${width}" height="${BAR}" rx="2"/></a>`).join('')
}
