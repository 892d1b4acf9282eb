// Running totals as step lines, one a claimant: what each said the total stood at, on the day it said so.
import type { Counted, Measure } from '../model/claim.ts'
import type { Figure, Saying } from '../model/incident.ts'
import { numberFragment, quantityOf, type Chronology } from './chronology.ts'
import { columnOf, dayNumber, type Column } from './day-columns.ts'
import { escapeHtml } from './escape.ts'
import { doorLabel, voicesOf } from './figure-line.ts'
import { countedWord, grouped, measureWord } from './words.ts'

const PANEL = 92
const GAP = 44
const NEAR = 24
const MOST_PANELS = 4

interface Point { day: string; value: number; href: string | null; label: string }
interface Line { claimant: string; hue: string; points: Point[] }
interface Panel { measure: Measure; of: Counted; place: string; lines: Line[] }

/** Totals that at least one claimant gave on two days or more, those with most points first; at most four. */
export function totalsSeries(chronology: Chronology): Panel[] {
  const panels = new Map<string, Panel>()
  for (const entry of chronology.entries) {
    for (const figure of entry.incident.figures) {
      if (!figure.says.some((saying) => saying.cumulative)) continue
      const place = entry.incident.place?.name ?? ''
      const key = `${figure.measure}|${figure.of}|${place}`
      const panel = panels.get(key) ?? { measure: figure.measure, of: figure.of, place, lines: [] }
      panels.set(key, panel)
      for (const voice of voicesOf(figure, chronology, 't')) {
        if (voice.saying.cumulative && voice.saying.bound !== 'vague') add(panel, figure, voice.saying, doorLabel(voice, figure), chronology)
      }
    }
  }
  const longest = (panel: Panel): number => Math.max(0, ...panel.lines.map((line) => line.points.length))
  const points = (panel: Panel): number => panel.lines.reduce((sum, line) => sum + line.points.length, 0)
  return [...panels.values()].filter((panel) => longest(panel) > 1).toSorted((a, b) => points(b) - points(a)).slice(0, MOST_PANELS)
}

function add(panel: Panel, figure: Figure, saying: Saying, label: string, chronology: Chronology): void {
  const standing = chronology.claims.get(saying.claim)
  const day = standing?.claim.date?.to ?? saying.published?.slice(0, 10)
  if (!day || dayNumber(day) === null) return
  const claimant = saying.claimant ?? standing?.source.report.outlet ?? saying.report
  let line = panel.lines.find((l) => l.claimant === claimant)
  if (!line) panel.lines.push(line = { claimant, hue: chronology.hue(saying.claimant), points: [] })
  if (line.points.some((p) => p.day === day && p.value === saying.value)) return
  line.points.push({ day, value: saying.value, href: standing ? `#${numberFragment(standing, quantityOf(standing.claim, figure, saying))}` : null, label })
  line.points.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.value - b.value))
}

/** The panels under each other from `top` on. A step up is drawn whole, a step down (a correction) dashed. */
export function totalsPanels(panels: readonly Panel[], columns: readonly Column[], top: number, width: number): { markup: string; height: number } {
  const markup = panels.map((panel, i) => drawn(panel, columns, top + i * (PANEL + GAP), width)).join('')
  return { markup, height: panels.length === 0 ? 0 : panels.length * (PANEL + GAP) + 14 }
}

function drawn(panel: Panel, columns: readonly Column[], top: number, width: number): string {
  const highest = Math.max(1, ...panel.lines.flatMap((line) => line.points.map((p) => p.value)))
  const floor = top + GAP - 10 + PANEL
  const y = (value: number): number => Math.round((floor - 16 - (value / highest) * (PANEL - 36)) * 10) / 10
  const x = (day: string): number => {
    const column = columns[columnOf(columns, day)]
    return column ? column.x + column.width / 2 : 0
  }
  const lines = panel.lines.map((line) => {
    const steps = line.points.slice(1).map((point, i) => {
      const before = line.points[i] ?? point
      return `<path class="step${point.value < before.value ? ' down' : ''}" d="M${x(before.day)} ${y(before.value)}H${x(point.day)}V${y(point.value)}"/>`
    }).join('')
    const dots = line.points.map((point) => {
      const px = x(point.day)
      const right = px > width - 40
      // a number under its point where another line's stands close above it
      const under = panel.lines.some((other) => other !== line && other.points.some((p) => p.day === point.day && y(p.value) < y(point.value) && y(point.value) - y(p.value) < NEAR))
      const mark = `<circle cx="${px}" cy="${y(point.value)}" r="4"/><text x="${px + (right ? -7 : 0)}" y="${y(point.value) + (under ? 15 : -8)}" class="${right ? 'end' : ''}">${grouped(point.value)}</text>`
      const label = escapeHtml(`${line.claimant}: ${point.label}`)
      return point.href ? `<a href="${point.href}" aria-label="${label}"><title>${label}</title>${mark}</a>` : `<g>${mark}</g>`
    }).join('')
    const last = line.points.at(-1)
    const tail = last ? `<path class="step rest" d="M${x(last.day)} ${y(last.value)}H${width}"/>` : ''
    return `<g class="line ${line.hue}">${steps}${tail}${dots}</g>`
  }).join('')
  const names = panel.lines.map((line, i) => `<tspan class="${line.hue}"${i > 0 ? ' dx="10"' : ''}>● </tspan><tspan>${escapeHtml(line.claimant)}</tspan>`).join('')
  const thing = `${countedWord(panel.of, 2)} ${measureWord(panel.measure, panel.of)}`
  return `<g class="totals" role="group" aria-label="${escapeHtml(`Running totals: ${thing}${panel.place ? `, ${panel.place}` : ''}`)}"><text class="title" x="2" y="${top + 8}">Running total: ${thing}${panel.place ? `, ${escapeHtml(panel.place)}` : ''}</text><text class="title" x="2" y="${top + 22}">${names}</text><line class="axis" x1="0" x2="${width}" y1="${floor}" y2="${floor}"/>${lines}</g>`
}
