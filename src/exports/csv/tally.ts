// Tallies as a table: a row for each point.
import type { Tally } from '../../model/tally.ts'
import { cell, lines, type Value } from './lines.ts'

const COLUMNS = ['tally', 'measure', 'of', 'place', 'country', 'whose', 'claimant', 'claimant_is_outlet', 'side', 'day', 'from', 'value', 'bound', 'change', 'days', 'break', 'quote', 'report', 'outlet', 'published', 'claim', 'said_also_by'] as const

/** The whole file. */
export function tallyCsv(tallies: readonly Tally[]): string {
  const rows = tallies.flatMap(({ id, measure, place, whose, lines: all }) => all.flatMap(({ claimant, isOutlet, side, points }) => points.map((point): Value[] => [
    id, measure, point.of, place?.name ?? null, place?.country ?? null, whose, claimant, isOutlet, side, point.day, point.from, point.value, point.bound, point.change, point.days, point.break,
    point.quote, point.report, point.outlet, point.published, point.claim, point.also.join(' '),
  ].map(cell))))
  return lines([COLUMNS]) + (rows.length > 0 ? lines(rows) : '')
}
