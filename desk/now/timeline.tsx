// Days as columns with incidents stacked by kind, alerts and outages as bars above, and a brush over them. The drawing is for
// the eye and the mouse; the same is had by keys, by the group's name and in the list.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { OverviewAnswer } from '../../src/api/routes/overview.ts'
import { go, setFilters, toIncident, type Address } from '../address.ts'
import { kindClass, kindRank, kindShape } from '../kind-mark.tsx'
import { texts } from '../texts/texts.ts'
import { dayRange, kindName, longDay, monthName, weekdayLetter } from '../words.ts'
import { columnsOf, dayNumber, type Column, type Step } from './columns.ts'

const HEAD = 42
const TALLEST = 108
const BAR = 4
/** Lanes of a kind; what finds none stands in the list all the same. */
const LANES = 2
const LANE_NAME = 11
const LANE_KINDS: readonly string[] = ['air_raid_alert', 'infrastructure_disruption']
const MARK = 11
const PERIOD_ROOM = 66

type Filters = Address['filters']

export function Timeline({ overview, filters }: { overview: OverviewAnswer, filters: Filters }) {
  const box = useRef<HTMLDivElement>(null)
  const room = useWidth(box)
  const { columns, step } = useMemo(() => columnsOf(overview.days, room, kindRank), [overview.days, room])
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const [at, setAt] = useState<number | null>(null)
  const chosen = drag === null ? rangeOf(columns, filters) : [Math.min(...drag), Math.max(...drag)] as const
  useEffect(() => { // the latest days are the ones that matter: they are in sight
    if (box.current !== null) box.current.scrollLeft = box.current.scrollWidth
  }, [columns.length, room])

  const choose = (from: number, to: number): void => {
    const [first, last] = [columns[Math.min(from, to)], columns[Math.max(from, to)]]
    if (first !== undefined && last !== undefined) setFilters({ from: first.from, to: last.to })
  }
  const clear = (): void => { setAt(null); if (filters.from !== undefined || filters.to !== undefined) setFilters({ from: '', to: '' }) }
  const onKey = (event: KeyboardEvent): void => {
    const last = columns.length - 1
    const now = at ?? (chosen === null ? last : chosen[1])
    const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: last }[event.key]
    if (event.key === 'Escape') { if (filters.from === undefined && filters.to === undefined) return; event.preventDefault(); event.stopPropagation(); clear(); return }
    if (to === undefined || columns.length === 0) return
    event.preventDefault()
    const next = Math.max(0, Math.min(last, at === null && chosen === null ? (event.key === 'Home' ? 0 : last) : to))
    setAt(next)
    if (event.shiftKey && chosen !== null) choose(next < now ? Math.min(next, chosen[0]) : chosen[0], next < now ? chosen[1] : Math.max(next, chosen[1]))
    else choose(next, next)
  }
  const columnAt = (event: PointerEvent): number => {
    const x = event.clientX - box.current!.querySelector('svg')!.getBoundingClientRect().left
    const found = columns.findIndex((column) => x < column.x + column.width)
    return found < 0 ? columns.length - 1 : found
  }
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType === 'touch' || (event.target as Element).closest('.bar') !== null) return
    const first = columnAt(event)
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
    setDrag([first, first])
  }
  const onUp = (event: PointerEvent): void => {
    if (drag === null) return
    const [from, to] = [drag[0], columnAt(event)]
    setDrag(null)
    const same = from === to && chosen !== null && filters.from === columns[from]?.from && filters.to === columns[to]?.to
    if (same) clear()
    else choose(from, to)
  }

  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const bars = useMemo(() => lanesOf(overview.bars, columns), [overview.bars, columns])
  const top = HEAD + bars.height, floor = top + TALLEST, height = floor + 3
  const most = Math.max(1, ...columns.map((column) => column.count))
  const words = chosen === null || columns.length === 0 ? '' : `${texts.now.days(longDay(columns[chosen[0]]!.from), longDay(columns[chosen[1]]!.to))}: ${columns.slice(chosen[0], chosen[1] + 1).reduce((sum, column) => sum + column.count, 0)}`
  return <div class="timeline" ref={box} tabIndex={0} role="group" aria-label={`${texts.now.timelineHelp} ${words}`} onKeyDown={onKey}
    onPointerDown={onDown} onPointerMove={(event) => { if (drag !== null) setDrag([drag[0], columnAt(event)]) }} onPointerUp={onUp} onPointerCancel={() => { setDrag(null) }}>
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {columns.map((column, i) => <ColumnMarks key={column.from} column={column} step={step} top={top} floor={floor} most={most} on={chosen !== null && i >= chosen[0] && i <= chosen[1]} some={chosen !== null} />)}
      {columns.map((column, i) => { const name = periodName(column, columns[i - 1], step); return name === null || columns.slice(0, i).some((other, n) => column.x - other.x < PERIOD_ROOM && periodName(other, columns[n - 1], step) !== null) ? null : <text key={column.from} class="month" x={Math.min(column.x + 2, width - PERIOD_ROOM)} y={11}>{name}</text> })}
      <line class="axis" x1={0} x2={width} y1={floor} y2={floor} />
      {bars.names.map(({ kind, y }) => <text key={kind} class="lane" x={2} y={HEAD + y}>{kindName(kind)}</text>)}
      {bars.bars.map(({ bar, x, width: wide, lane }) => <g key={bar.id} class={`bar ${kindClass(bar.kind)}`} onClick={() => { go(toIncident(bar.id)) }}><title>{texts.now.bar(kindName(bar.kind), bar.place ?? texts.placeNotTold, dayRange(bar))}</title><rect x={x} y={HEAD + lane} width={wide} height={BAR} rx={2} /></g>)}
      {chosen !== null && columns[chosen[0]] !== undefined && <rect class="brush" x={columns[chosen[0]]!.x + 0.5} y={1} width={Math.max(4, columns[chosen[1]]!.x + columns[chosen[1]]!.width - columns[chosen[0]]!.x - 1)} height={height - 2} rx={3} />}
    </svg>
  </div>
}

function ColumnMarks({ column, step, top, floor, most, on, some }: { column: Column, step: Step, top: number, floor: number, most: number, on: boolean, some: boolean }) {
  const { x, width } = column, middle = x + width / 2
  if (column.silent > 0) return <g class="break"><title>{texts.now.silence(column.silent)}</title><path d={`M${middle - 2} ${top + 8}l4 8l-4 8l4 8l-4 8`} /><text x={middle} y={HEAD - 8}>{column.silent > 999 ? '…' : `${column.silent}d`}</text></g>
  const weekend = step === 'day' && [0, 6].includes((dayNumber(column.from) + 4) % 7)
  const marks = width >= 16 && most <= marksAcross(width) * Math.floor((TALLEST - 4) / (MARK + 1))
  return <g class={`column${on ? ' on' : some ? ' off' : ''}`}>
    <title>{texts.now.column(column.from === column.to ? longDay(column.from) : dayRange(column), column.count)}</title>
    <rect class={weekend ? 'field weekend' : 'field'} x={x} y={0} width={width} height={floor} />
    {step === 'day' && width >= 15 && <><text class="weekday" x={middle} y={26}>{weekdayLetter(column.from)}</text><text class="number" x={middle} y={38}>{Number(column.from.slice(8))}</text></>}
    {marks ? <Marks column={column} floor={floor} /> : <Stack column={column} floor={floor} most={most} />}
  </g>
}

const marksAcross = (width: number): number => Math.max(1, Math.floor((width - 2) / (MARK + 1)))

/** The month or year that begins with a column; null where none does. */
function periodName(column: Column, before: Column | undefined, step: Step): string | null {
  const length = step === 'day' ? 7 : 4
  if (column.silent > 0 || (before !== undefined && before.from.slice(0, length) === column.from.slice(0, length))) return null
  return step === 'day' ? monthName(column.from) : column.from.slice(0, 4)
}

function Marks({ column, floor }: { column: Column, floor: number }) {
  const pitch = MARK + 1, across = marksAcross(column.width)
  const kinds = column.kinds.flatMap(([kind, n]) => Array.from({ length: n }, () => kind))
  const wide = Math.min(across, kinds.length)
  return <>{kinds.map((kind, i) => {
    const x = column.x + column.width / 2 + (i % across - (wide - 1) / 2) * pitch - MARK / 2, y = floor - 2 - MARK - Math.floor(i / across) * pitch
    return <path key={i} class={kindClass(kind)} d={kindShape(kind)} fill-rule="evenodd" transform={`translate(${x} ${y}) scale(${MARK / 16})`} />
  })}</>
}

function Stack({ column, floor, most }: { column: Column, floor: number, most: number }) {
  let y = floor
  return <>{column.kinds.map(([kind, n]) => {
    const height = Math.max(1, n / most * (TALLEST - 4))
    y -= height
    return <rect key={kind} class={kindClass(kind)} x={column.x + 0.5} y={y} width={Math.max(1, column.width - 1)} height={height} />
  })}</>
}

function rangeOf(columns: readonly Column[], { from, to }: Filters): readonly [number, number] | null {
  if (from === undefined && to === undefined) return null
  const first = from === undefined ? 0 : columns.findIndex((column) => column.to >= from)
  let last = columns.length - 1
  if (to !== undefined) while (last >= 0 && columns[last]!.from > to) last--
  return first < 0 || last < first ? null : [first, last]
}

interface Lane { bar: OverviewAnswer['bars'][number], x: number, width: number, lane: number }
interface Lanes { bars: Lane[], names: { kind: string, y: number }[], height: number }

/** Alerts and outages, each kind in lanes of its own under its name, as few as do not overlap. `lane` and `y` are pixels below the head. */
function lanesOf(bars: OverviewAnswer['bars'], columns: readonly Column[]): Lanes {
  const all: Lanes = { bars: [], names: [], height: 2 }
  for (const kind of LANE_KINDS) {
    const { laid, lanes } = laneOf(bars.filter((bar) => bar.kind === kind), columns)
    if (lanes === 0) continue
    all.names.push({ kind, y: all.height + LANE_NAME - 3 })
    for (const one of laid) all.bars.push({ ...one, lane: all.height + LANE_NAME + one.lane * (BAR + 2) })
    all.height += LANE_NAME + lanes * (BAR + 2) + 2
  }
  return all
}

function laneOf(bars: OverviewAnswer['bars'], columns: readonly Column[]): { laid: Lane[], lanes: number } {
  const ends: number[] = [], laid: Lane[] = []
  const first = columns[0], last = columns.at(-1)
  if (first === undefined || last === undefined) return { laid: [], lanes: 0 }
  for (const bar of bars.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (bar.to < first.from || bar.from > last.to) continue
    const begin = columns.find((column) => column.to >= bar.from)!, end = columns.findLast((column) => column.from <= bar.to)!
    const x = begin.x + 1.5, to = Math.max(x + 4, end.x + end.width - 1.5)
    let lane = ends.findIndex((taken) => taken < x)
    if (lane < 0) lane = ends.length
    if (lane >= LANES) continue
    ends[lane] = to
    laid.push({ bar, x, width: to - x, lane })
  }
  return { laid, lanes: ends.length }
}

function useWidth(box: { current: HTMLElement | null }): number {
  const [width, set] = useState(900)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = (): void => { const { paddingLeft, paddingRight } = getComputedStyle(element); set(element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => { watch.disconnect() }
  }, [])
  return width
}

