// A tally for a terminal: what each claimant said on which day, side by side, and a drawing of it.
import { plot } from 'simple-ascii-chart'
import type { Tally, TallyLine, TallyPoint } from '../model/tally.ts'
import { counted, countedWord, dayWords, grouped, measureWord, placeWords, spokenValue } from '../site/words.ts'
import type { Io, Row } from './command.ts'
import { safe } from './terminal.ts'

const DAY_MS = 86_400_000
const MOST_LINES = 6
const COLOURS = ['ansiBlue', 'ansiYellow', 'ansiCyan', 'ansiMagenta', 'ansiGreen', 'ansiRed'] as const
const HEIGHT = 9

/** "Combatants killed, of Russia, Ukraine, somewhere in the country". */
export function tallyWords({ measure, of, whose, place }: Tally): string {
  const things = of.map((kind) => countedWord(kind, 2)).join(', ')
  return `${things.charAt(0).toUpperCase()}${things.slice(1)} ${measureWord(measure, of[0] ?? 'person')}${whose === null ? '' : `, of ${whose}`}${place === null ? '' : `, ${placeWords(place)}`}`
}

/** A line's name; what it counts where lines of one claimant differ in that. */
export function lineWords(line: TallyLine, tally: Tally): string {
  const twin = tally.lines.some((other) => other !== line && other.claimant === line.claimant)
  return `${line.claimant}${line.isOutlet ? ' (itself)' : ''}${twin ? `: ${[...new Set(line.points.map(({ of }) => countedWord(of, 2)))].join(', ')}` : ''}`
}

const BREAKS = { counts_other: 'counts another kind', other_beginning: 'counts from another day', fell: 'fell: corrected, or begun anew' } as const

/** "+1,200 in 4 days"; a break says what changed. */
export function changeWords({ change, days, break: broken, of, from }: TallyPoint): string {
  if (broken !== null) return `${BREAKS[broken]}${broken === 'counts_other' ? ` (${countedWord(of, 2)})` : broken === 'other_beginning' && from !== null ? ` (${dayWords(from)})` : ''}`
  if (change === null || days === null) return ''
  return `${change < 0 ? '−' : '+'}${grouped(Math.abs(change))} in ${counted(days, 'day')}`
}

/** Prints the tally: a row for each point, then side by side by day where several count it, then the drawing. */
export async function printTally(tally: Tally, io: Io, drawn: boolean): Promise<void> {
  await io.line(io.paint('bold', safe(tallyWords(tally))))
  const rows: Row[] = tally.lines.flatMap((line) => line.points.map((point, i): Row => [
    dayWords(point.day), i === 0 ? { text: lineWords(line, tally), style: 'bold' } : '', spokenValue(point.value, point.bound, null), { text: changeWords(point), ...(point.break === null ? {} : { style: 'yellow' as const }) },
    `“${point.quote}”`, { text: `${point.outlet ?? point.report}${point.also.length > 0 ? ` and ${counted(point.also.length, 'other report')}` : ''}`, style: 'dim' },
  ]))
  await io.table(rows, { head: ['day', 'according to', 'stood at', 'change', 'words', 'report'], align: ['left', 'left', 'right', 'left', 'left', 'left'], elastic: 4 })
  const both = sideBySide(tally)
  if (both.length > 0) {
    await io.line()
    await io.line(io.paint('dim', 'side by side, as last said on or before the day'))
    await io.table(both.map(({ day, values }) => [dayWords(day), ...values.map((value) => (value === null ? '' : spokenValue(value.value, value.bound, null)))]), { head: ['day', ...tally.lines.map((line) => lineWords(line, tally))], align: ['left', ...tally.lines.map(() => 'right' as const)] })
  }
  if (drawn) await printPlot(tally, io)
}

/** What each line stood at on each day that one of them moved; nothing where only one counts. */
export function sideBySide({ lines }: Tally): { day: string, values: (TallyPoint | null)[] }[] {
  if (lines.length < 2) return []
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ day }) => day)))].sort()
  return days.map((day) => ({ day, values: lines.map(({ points }) => points.findLast((point) => point.day <= day) ?? null) }))
}

async function printPlot(tally: Tally, io: Io): Promise<void> {
  const lines = tally.lines.filter(({ points }) => points.some(({ bound }) => bound !== 'vague')).slice(0, MOST_LINES)
  const data = lines.map(({ points }) => points.filter(({ bound }) => bound !== 'vague').map(({ day, value }): [number, number] => [Date.parse(day) / DAY_MS, value]))
  const days = data.flat().map(([day]) => day), first = Math.min(...days), last = Math.max(...days)
  if (data.flat().length < 3 || first === last) return
  const drawing = plot(data, {
    width: Math.min(72, Math.max(30, io.width - 16)), height: HEIGHT, customXAxisTicks: [first, last], ...(io.paint('bold', 'x') === 'x' ? {} : { color: COLOURS.slice(0, lines.length) }),
    formatter: (value, { axis }) => (axis === 'x' ? new Date(value * DAY_MS).toISOString().slice(0, 10) : grouped(Math.round(value))),
  })
  for (const line of drawing.split('\n')) if (line.trim() !== '') await io.line(line.trimEnd())
  for (const [i, line] of lines.entries()) await io.line(`  ${io.paint(PAINTS[i]!, '━')} ${safe(lineWords(line, tally))}`)
}

const PAINTS = ['blue', 'yellow', 'cyan', 'magenta', 'green', 'red'] as const
