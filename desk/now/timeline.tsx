// Days as columns with incidents stacked by kind, alerts and outages as bars above, and a brush over them. The drawing is for
// the eye and the mouse; the same is had by keys, by the group's name and in the list.
import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { OverviewAnswer } from '../../src/api/routes/overview.ts'
import { go, setFilters, toIncident, type Address } from '../address.ts'
import { kindClass, kindRank, kindShape } from '../kind-mark.tsx'
import { texts } from '../texts/texts.ts'
import { dayRange, grouped, kindName, longDay, monthName, weekdayLetter } from '../words.ts'
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
  const { columns, step } = useMemo(() => columnsOf(overview, room, kindRank), [overview, room])
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const [at, setAt] = useState<number | null>(null)
  const point = useRef<Point>(() => undefined), lanesRoom = useRef(0)
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
  const where = (event: MouseEvent): { x: number, y: number } => {
    const { left, top } = box.current!.querySelector('svg')!.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top - HEAD }
  }
  const columnAt = (event: MouseEvent): number => {
    const { x } = where(event), found = columns.findIndex((column) => x < column.x + column.width)
    return found < 0 ? columns.length - 1 : found
  }
  const laneAt = (event: MouseEvent): Lane | undefined => {
    const { x, y } = where(event)
    return drawing.lanes.find(({ lane, x: from, width: wide }) => x >= from && x <= from + wide && y >= lane - 1 && y <= lane + BAR + 1)
  }
  const onClick = (event: MouseEvent): void => {
    const bar = laneAt(event)?.bar
    if (bar === undefined) return
    if (bar.id !== null) go(toIncident(bar.id))
    else setFilters({ kind: bar.kind, from: bar.from, to: bar.to })
  }
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType === 'touch' || laneAt(event) !== undefined) return
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

  const drawing = useMemo(() => drawingOf(columns, overview.bars, step, lanesRoom), [columns, overview.bars, step])
  lanesRoom.current = Math.max(lanesRoom.current, drawing.top - HEAD)
  const { width, height } = drawing
  const words = chosen === null || columns.length === 0 ? '' : `${texts.now.days(longDay(columns[chosen[0]]!.from), longDay(columns[chosen[1]]!.to))}: ${columns.slice(chosen[0], chosen[1] + 1).reduce((sum, column) => sum + column.count, 0)}`
  return <div class="timeline" ref={box} tabIndex={0} role="group" aria-label={`${texts.now.timelineHelp} ${words}`} onKeyDown={onKey}
    onClick={onClick} onPointerDown={onDown} onPointerMove={(event) => { const over = columnAt(event); point.current(columns[over], drag === null ? laneAt(event) : undefined); if (drag !== null) setDrag([drag[0], over]) }} onPointerLeave={() => { point.current(undefined) }} onPointerUp={onUp} onPointerCancel={() => { setDrag(null) }}>
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {drawing.behind}
      <Pointed point={point} floor={drawing.floor} />
      <Stacks drawing={drawing} columns={columns} first={chosen?.[0] ?? 0} last={chosen?.[1] ?? columns.length - 1} />
      {drawing.before}
      {chosen !== null && columns[chosen[0]] !== undefined && <rect class="brush" x={columns[chosen[0]]!.x + 0.5} y={1} width={Math.max(4, columns[chosen[1]]!.x + columns[chosen[1]]!.width - columns[chosen[0]]!.x - 1)} height={height - 2} rx={3} />}
    </svg>
  </div>
}

interface Drawing {
  width: number
  height: number
  /** Where the tallest column ends, and where all begin. */
  top: number
  floor: number
  /** Incidents in the fullest column. */
  most: number
  lanes: readonly Lane[]
  /** What the columns stand before, and what stands before them: the same until other columns are drawn. */
  behind: VNode
  before: VNode
}

/** What does not change with the days that are chosen. `room`: pixels that the lanes have had: columns grow into what they have no use for, so that nothing below moves. */
function drawingOf(columns: readonly Column[], all: OverviewAnswer['bars'], step: Step, room: { current: number }): Drawing {
  const width = columns.reduce((sum, column) => sum + column.width, 0), bars = lanesOf(all, columns)
  const top = HEAD + bars.height, floor = HEAD + Math.max(room.current, bars.height) + TALLEST, weekends = columns.filter((column) => step === 'day' && column.silent === 0 && [0, 6].includes((dayNumber(column.from) + 4) % 7))
  return {
    width, height: floor + 3, top, floor, most: Math.max(1, ...columns.map((column) => column.count)), lanes: bars.bars,
    behind: <>
      {weekends.length > 0 && <path class="field weekend" d={weekends.map(({ x, width: wide }) => `M${x} 0h${wide}v${floor}h${-wide}z`).join('')} />}
      {columns.map((column) => column.silent > 0 ? <Break key={column.from} column={column} top={top} /> : step === 'day' && column.width >= 15 ? <g key={column.from}><text class="weekday" x={column.x + column.width / 2} y={26}>{weekdayLetter(column.from)}</text><text class="number" x={column.x + column.width / 2} y={38}>{Number(column.from.slice(8))}</text></g> : null)}
      {periodsOf(columns, step).map(({ name, x }) => <text key={x} class="month" x={Math.min(x + 2, width - PERIOD_ROOM)} y={11}>{name}</text>)}
    </>,
    before: <>
      <line class="axis" x1={0} x2={width} y1={floor} y2={floor} />
      {bars.names.map(({ kind, y }) => <text key={kind} class="lane" x={2} y={HEAD + y}>{kindName(kind)}</text>)}
      {LANE_KINDS.map((kind) => <path key={kind} class={`bar ${kindClass(kind)}`} d={bars.bars.map(({ bar, x, width: wide, lane }) => (bar.kind === kind ? `M${x} ${HEAD + lane}h${wide}v${BAR}h${-wide}z` : '')).join('')} />)}
    </>,
  }
}

function Break({ column, top }: { column: Column, top: number }) {
  const middle = column.x + column.width / 2
  return <g class="break"><path d={`M${middle - 2} ${top + 8}l4 8l-4 8l4 8l-4 8`} /><text x={middle} y={HEAD - 8}>{column.silent > 999 ? '…' : `${column.silent}d`}</text></g>
}

type Point = (column: Column | undefined, lane?: Lane) => void

/** What the pointer is over, and how much that is; drawn by itself, for it changes at every movement. */
function Pointed({ point, floor }: { point: { current: Point }, floor: number }) {
  const [over, set] = useState<{ column: Column | undefined, lane: Lane | undefined }>({ column: undefined, lane: undefined }), { column, lane } = over
  point.current = (toColumn, toLane) => { set((before) => (before.column === toColumn && before.lane === toLane ? before : { column: toColumn, lane: toLane })) }
  return <>
    {column !== undefined && <g class="pointed"><title>{column.silent > 0 ? texts.now.silence(column.silent) : texts.now.column(column.from === column.to ? longDay(column.from) : dayRange(column), column.count)}</title><rect x={column.x} y={0} width={column.width} height={floor} /></g>}
    {lane !== undefined && <g class="pointed bar"><title>{barWords(lane.bar)}</title><rect x={lane.x - 1} y={HEAD + lane.lane - 1} width={lane.width + 2} height={BAR + 2} /></g>}
  </>
}

const barWords = (bar: Lane['bar']): string => (bar.count === 1 ? texts.now.bar(kindName(bar.kind), bar.place ?? texts.placeNotTold, dayRange(bar)) : `${dayRange(bar)}: ${grouped(bar.count)} × ${kindName(bar.kind)}`)

/** Columns of incidents stacked by kind: a path for each kind, or a mark for each incident where there are few. What is not chosen is pale. */
function Stacks({ drawing: { top, floor, most }, columns, first, last }: { drawing: Drawing, columns: readonly Column[], first: number, last: number }) {
  const marks = columns.every(({ silent, width }) => silent > 0 || (width >= 16 && most <= marksAcross(width) * Math.floor((floor - top - 4) / (MARK + 1))))
  const stacks = useMemo(() => [columns.slice(0, first), columns.slice(first, last + 1), columns.slice(last + 1)].map((some) => marks ? some.map((column) => <Marks key={column.from} column={column} floor={floor} />) : stacked(some, floor, (floor - top - 4) / most)), [columns, first, last, marks, top, floor, most])
  return <>{stacks.map((some, i) => <g key={i} class={i === 1 ? 'stacks' : 'stacks off'}>{some}</g>)}</>
}

/** A path for each kind. `scale`: pixels for an incident. */
function stacked(columns: readonly Column[], floor: number, scale: number): VNode[] {
  const paths = new Map<string, string>()
  for (const { kinds, x, width } of columns) {
    let y = floor
    for (const [kind, n] of kinds) {
      const from = Math.round(y)
      y -= Math.max(1, n * scale)
      const top = Math.round(y), gap = from - top > 2 ? 1 : 0 // whole pixels, which need no smoothing, and a line of paper between kinds
      if (from > top) paths.set(kind, `${paths.get(kind) ?? ''}M${x + 1} ${top + gap}h${Math.max(1, width - 1)}V${from}h${-Math.max(1, width - 1)}z`)
    }
  }
  return [...paths].map(([kind, d]) => <path key={kind} class={kindClass(kind)} d={d} />)
}

const marksAcross = (width: number): number => Math.max(1, Math.floor((width - 2) / (MARK + 1)))

/** The months or years that begin with a column, as far as there is room for their names. */
function periodsOf(columns: readonly Column[], step: Step): { name: string, x: number }[] {
  const length = step === 'day' ? 7 : 4, named: { name: string, x: number }[] = []
  let before = ''
  for (const { from, silent, x } of columns) {
    const period = from.slice(0, length)
    if (silent === 0 && period !== before && x - (named.at(-1)?.x ?? -PERIOD_ROOM) >= PERIOD_ROOM) named.push({ name: step === 'day' ? monthName(from) : from.slice(0, 4), x })
    before = period
  }
  return named
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
    const begin = columns[firstOf(columns, (column) => column.to >= bar.from)]!, end = columns[firstOf(columns, (column) => column.from > bar.to) - 1]!
    const x = begin.x + 1.5, to = Math.max(x + 4, end.x + end.width - 1.5)
    let lane = ends.findIndex((taken) => taken < x)
    if (lane < 0) lane = ends.length
    if (lane >= LANES) continue
    ends[lane] = to
    laid.push({ bar, x, width: to - x, lane })
  }
  return { laid, lanes: ends.length }
}

/** The first column for which something holds that holds for all after it; their number where it holds for none. */
function firstOf(columns: readonly Column[], holds: (column: Column) => boolean): number {
  let from = 0, to = columns.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(columns[middle]!)) to = middle
    else from = middle + 1
  }
  return from
}

function useWidth(box: { current: HTMLElement | null }): number {
  const [width, set] = useState(() => Math.max(200, innerWidth - 40)) // mostly what it will be
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

