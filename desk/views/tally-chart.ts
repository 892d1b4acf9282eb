// Draws totals with uPlot, loaded only when tallies are seen. The list below each chart says the same to who cannot see it.
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { TalliesAnswer } from '../../src/api/routes/record.ts'
import { briefDay, grouped, hueOf } from '../words.ts'

type Panel = TalliesAnswer['panels'][number]
type Point = Panel['lines'][number]['points'][number]

const HEIGHT = 170
const SECOND = 1000
const DAY = 86_400

/** Draws a panel into an element; gives what takes it away again. `open` is called with the point that is clicked. */
export function drawTallies(box: HTMLElement, panel: Panel, names: readonly string[], open: (point: Point) => void): () => void {
  const days = [...new Set(panel.lines.flatMap((line) => line.points.map((point) => point.day)))].sort()
  const times = days.map((day) => Date.parse(`${day}T00:00:00Z`) / SECOND)
  // of several totals of one day the last is drawn; all of them are listed
  const rows = panel.lines.map((line) => { const byDay = new Map(line.points.map((point) => [point.day, point])); return days.map((day) => byDay.get(day) ?? null) })
  const draw = (): uPlot => {
    const style = getComputedStyle(box), ink = style.getPropertyValue('--quiet').trim(), rule = style.getPropertyValue('--rule').trim()
    const axis: uPlot.Axis = { stroke: ink, grid: { stroke: rule, width: 1 }, ticks: { stroke: rule, width: 1 }, font: `11px ${style.fontFamily}` }
    return new uPlot({
      width: box.clientWidth, height: HEIGHT, legend: { show: false }, cursor: { y: false, points: { size: 9 } }, tzDate: (seconds) => uPlot.tzDate(new Date(seconds * SECOND), 'Etc/UTC'), padding: [10, 36, 0, 0],
      axes: [{ ...axis, incrs: [1, 2, 7, 14, 30, 91, 182, 365, 730].map((days) => days * DAY), space: 64, values: (_plot, values) => values.map((value) => briefDay(new Date(value * SECOND).toISOString())) }, { ...axis, size: 62, values: (_plot, values) => values.map((value) => grouped(value)) }],
      series: [{}, ...panel.lines.map((line): uPlot.Series => ({ label: line.claimant, stroke: colourOf(box, hueOf(names, line.claimant)), width: 2, spanGaps: true, points: { show: true, size: 6, fill: style.getPropertyValue('--paper').trim() }, paths: uPlot.paths.stepped!({ align: 1 }) }))],
    }, [times, ...rows.map((row) => row.map((point) => point?.value ?? null))], box)
  }
  let plot = draw()
  const onClick = (): void => {
    const { idx, top } = plot.cursor
    if (idx == null || top == null) return
    let nearest: Point | null = null, best = Infinity
    for (const row of rows) {
      const point = row[idx]
      if (point == null) continue
      const away = Math.abs(plot.valToPos(point.value, 'y') - top)
      if (away < best) { best = away; nearest = point }
    }
    if (nearest !== null) open(nearest)
  }
  box.addEventListener('click', onClick)
  const again = (): void => { plot.destroy(); plot = draw() }
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', again)
  const watch = new ResizeObserver(() => { if (box.clientWidth !== plot.width && box.clientWidth > 0) plot.setSize({ width: box.clientWidth, height: HEIGHT }) })
  watch.observe(box)
  return () => { watch.disconnect(); dark.removeEventListener('change', again); box.removeEventListener('click', onClick); plot.destroy() }
}

function colourOf(box: HTMLElement, hue: string): string {
  const probe = document.createElement('i')
  probe.className = `spot-hue ${hue}`
  box.append(probe)
  const { backgroundColor } = getComputedStyle(probe)
  probe.remove()
  return backgroundColor
}
