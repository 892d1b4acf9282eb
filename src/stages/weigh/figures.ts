// Figures: for each measure and kind, every value with its voice, and low, best and high by the rule.
import { COUNTED, MEASURES, type Counted, type Measure } from '../../model/claim.ts'
import type { Figure, Saying } from '../../model/incident.ts'
import { isPeople, type Said } from './said.ts'
import type { Rule, Standing, Weighing } from './rule.ts'

/** Kinds of people that do not overlap: where a voice gives no whole, their sum is one. */
const DISJOINT: readonly Counted[] = ['civilian', 'combatant']

/** The rule's name, and what it may look at besides the values. */
export type RuleAbout = Omit<Weighing, 'measure' | 'of'> & { name: string }

interface Row {
  said: Said
  value: number
  bound: Said['bound']
  /** false: shown with the figure, and no value of it (a running total, a part of the whole). */
  counts: boolean
}

/** A part of a whole, those who died since and, but for totals, running totals are shown and count for nothing. */
const counts = (said: Said, total: boolean): boolean => said.quantity.cumulative === total && said.aside === null

/** Groups values into figures. `total` figures are of running totals: there cumulative values count, elsewhere they do not. */
export function figuresOf(all: readonly Said[], rule: Rule, about: RuleAbout, total: boolean): Figure[] {
  const groups = new Map<string, { measure: Measure, of: Counted, rows: Row[] }>()
  const put = (measure: Measure, of: Counted, row: Row): void => {
    const key = `${measure} ${of}`
    const group = groups.get(key) ?? { measure, of, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  for (const measure of new Set(all.map((said) => said.measure))) {
    const of = all.filter((said) => said.measure === measure)
    const people = of.filter((said) => isPeople(said.of))
    for (const said of of) put(measure, said.of, { said, value: said.value + (said.moved?.by ?? 0), bound: said.bound, counts: counts(said, total) })
    const kinds = new Set(people.map((said) => said.of))
    if (kinds.size > 1) for (const row of wholes(people, total)) put(measure, 'person', row)
  }
  return [...groups.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ measure, of, rows }) => figureOf(measure, of, rows, rule, about, total))
}

/** What befell people comes before what befell things, the gravest first, the whole before its parts. */
const rank = ({ measure, of }: { measure: Measure, of: Counted }): number => ((isPeople(of) ? 0 : MEASURES.length) + MEASURES.indexOf(measure)) * COUNTED.length + COUNTED.indexOf(of)

/** What voices that name only kinds of people say of people as a whole: disjoint kinds add up; of others the whole is at least as many. */
function wholes(people: readonly Said[], total: boolean): Row[] {
  const rows: Row[] = []
  const byVoice = Map.groupBy(people, ({ voice }) => `${voice.voice}\u0000${voice.of.key}`)
  for (const said of byVoice.values()) {
    if (said.some((one) => one.of === 'person')) continue
    const live = said.filter((one) => one.supersededBy === null && one.stance !== 'denied' && one.aside === null)
    const parts = DISJOINT.map((kind) => live.find((one) => one.of === kind && one.quantity.cumulative === total)).filter((one) => one !== undefined)
    if (parts.length === 2) {
      const bound = parts.find((one) => one.bound !== 'exact')?.bound ?? 'exact'
      rows.push({ said: parts[0]!, value: parts.reduce((sum, one) => sum + one.value + (one.moved?.by ?? 0), 0), bound, counts: true })
      continue
    }
    for (const one of said) rows.push({ said: one, value: one.value + (one.moved?.by ?? 0), bound: DISJOINT.includes(one.of) || one.bound === 'vague' ? one.bound : 'at_least', counts: counts(one, total) })
  }
  return rows
}

function figureOf(measure: Measure, of: Counted, rows: readonly Row[], rule: Rule, { name, ...about }: RuleAbout, total: boolean): Figure {
  const standing: Standing[] = rows
    .filter((row) => row.counts && row.said.supersededBy === null && row.said.stance !== 'denied')
    .map(({ said, value, bound }) => ({ value, bound, stance: said.stance, of: said.of, origin: said.voice.origin, published: said.at }))
  const weighed = standing.length === 0 ? { low: null, best: null, high: null } : rule(standing, { measure, of, ...about })
  return { measure, of, ...weighed, rule: name, says: rows.map((row) => sayingOf(row, of, total)) }
}

function sayingOf({ said, value, bound }: Row, of: Counted, total: boolean): Saying {
  const { claim, report, published, outlet } = said.voice.of
  const saying: Saying = {
    value: value - (said.moved?.by ?? 0), bound, stance: said.stance, cumulative: said.quantity.cumulative, claimant: claim.claimant?.name ?? null, claim: claim.id, report, published,
    quote: claim.quote, superseded_by: said.supersededBy, outlet, origin: said.voice.origin,
  }
  if (said.of !== of) saying.of = said.of
  if (said.aside !== null) saying.aside = said.aside
  else if (said.quantity.cumulative !== total) saying.aside = 'running_total'
  if (said.moved !== null) saying.moved = said.moved
  return saying
}
