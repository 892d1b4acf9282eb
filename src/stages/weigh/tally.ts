// Tallies: running totals of all reports as lines over time, by what is counted, where and whose, and by who counts it.
import { PEOPLE, type Claim, type Counted, type Quantity } from '../../model/claim.ts'
import type { Tally, TallyLine, TallyPoint } from '../../model/tally.ts'
import { foldPlaceName } from '../../geo/fold.ts'
import { voiceName } from '../../languages/en/body-names.ts'
import { sideOf } from '../../languages/en/demonyms.ts'
import { voicesOf, type WeighedClaim } from './voices.ts'
import { publisherOf } from './origins.ts'

/** A claim with what a tally wants to know of its report. */
export interface TalliedClaim {
  claim: Claim
  report: { doc: string, key: string, outlet: string | null, url: string | null, published: string | null }
}

interface Counting {
  source: TalliedClaim
  quantity: Quantity
  day: string
  whose: string | null
}

/** Whose people or things a claim counts: the nationality told right after its number ("1,900 Ukrainian soldiers"), else whom the claim says they were taken from. */
function whoseOf({ against, quote, start }: Claim, quantity: Quantity): string | null {
  const after = quote.slice(quantity.end - start).split(/[.,;:]/)[0]!.split(/[^\p{L}-]+/u).filter((word) => word !== '').slice(0, WORDS_AFTER)
  for (const word of after) {
    const side = sideOf(word)
    if (side !== null) return side.name
  }
  return against
}
const WORDS_AFTER = 3

/** Kinds that a claimant may exchange for each other when it changes its categories: people, and what is driven or flown. */
function familyOf(of: Counted): string {
  if (PEOPLE.has(of)) return 'people'
  if (of === 'tank' || of === 'armoured_vehicle' || of === 'vehicle') return 'vehicles'
  if (of === 'aircraft' || of === 'helicopter') return 'aircraft'
  return of
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const placeName = (claim: Claim): string => (claim.place === null ? '' : claim.place.gazetteerId ?? foldPlaceName(claim.place.name || claim.place.written))

/** A claimant who counts one side's alone at a place means that side where it does not say. */
function withWhose(countings: readonly Counting[]): Map<string, Counting[]> {
  const voiceKey = ({ source: { claim, report }, quantity }: Counting): string => `${quantity.measure} ${familyOf(quantity.of)} ${placeName(claim)} ${voiceName(claim.claimant?.name ?? report.outlet ?? report.key)}`
  const known = new Map<string, Set<string>>()
  for (const counting of countings) {
    if (counting.whose === null) continue
    const sides = known.get(voiceKey(counting)) ?? new Set()
    known.set(voiceKey(counting), sides.add(counting.whose))
  }
  for (const counting of countings) {
    const sides = known.get(voiceKey(counting))
    if (counting.whose === null && sides?.size === 1) counting.whose = [...sides][0]!
  }
  return Map.groupBy(countings, ({ source: { claim }, quantity, whose }) => `${quantity.measure} ${familyOf(quantity.of)} ${placeName(claim)} ${whose ?? ''}`)
}

/** The tallies of all running totals, those with most points first. Denied ones are left out; the order of the claims does not matter. */
export function talliesOf(claims: Iterable<TalliedClaim>): Tally[] {
  const countings: Counting[] = []
  for (const source of claims) {
    const { claim, report } = source
    if (claim.stance === 'denied') continue
    for (const quantity of claim.quantities) {
      const day = claim.date?.to ?? report.published?.slice(0, 10)
      if (!quantity.cumulative || !day) continue
      countings.push({ source, quantity, day, whose: whoseOf(claim, quantity) })
    }
  }
  const points = (tally: Tally): number => tally.lines.reduce((sum, line) => sum + line.points.length, 0)
  return [...withWhose(countings)].flatMap(([key, thing]) => tallyOf(key, thing)).sort((a, b) => points(b) - points(a) || byText(a.id, b.id))
}

/** The tallies of one place and side: lines that count a kind in common are one, so that children are not held against soldiers. */
function tallyOf(key: string, countings: Counting[]): Tally[] {
  countings.sort((a, b) => byText(a.day, b.day) || byText(a.source.report.published ?? '', b.source.report.published ?? '') || byText(a.source.claim.id, b.source.claim.id) || a.quantity.start - b.quantity.start)
  const voices = voicesOf(countings.map(({ source }): WeighedClaim => {
    const { claim, report } = source, publisher = publisherOf(report)
    return { claim, report: report.doc, key: report.key, published: report.published, outlet: report.outlet, post: null, origin: publisher, publisher }
  }))
  const byVoice = Map.groupBy(countings.map((counting, i) => ({ counting, voice: voices[i]!.voice })), ({ voice }) => voice)
  const lines = [...byVoice.values()].flatMap((said) => linesOf(said.map(({ counting }) => counting)))
  const [{ source: { claim }, quantity: { measure }, whose }] = countings as [Counting]
  return inCommon(lines).map((together): Tally => {
    const kinds = new Map<Counted, number>()
    for (const { of } of together.flatMap(({ points }) => points)) kinds.set(of, (kinds.get(of) ?? 0) + 1)
    return {
      id: `${key} ${[...kinds.keys()].sort()[0]}`, measure, of: [...kinds].sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).map(([of]) => of), place: claim.place, whose,
      lines: together.sort((a, b) => b.points.length - a.points.length || byText(a.claimant, b.claimant) || byText(a.points[0]!.of, b.points[0]!.of)),
    }
  })
}

/** Lines that count a kind in common, straight or by way of others. */
function inCommon(lines: readonly TallyLine[]): TallyLine[][] {
  let groups: { of: Set<Counted>, lines: TallyLine[] }[] = []
  for (const line of lines) {
    const of = new Set(line.points.map((point) => point.of)), touching = groups.filter((group) => !group.of.isDisjointFrom(of))
    groups = [...groups.filter((group) => !touching.includes(group)), { of: touching.reduce((all, group) => all.union(group.of), of), lines: [...touching.flatMap((group) => group.lines), line] }]
  }
  return groups.map((group) => group.lines)
}

/** One claimant's countings, in order: a line for each kind and beginning that it counts side by side; a kind or beginning that follows on another is the same line with a break. */
function linesOf(countings: readonly Counting[]): TallyLine[] {
  const series: TallyPoint[][] = []
  for (const { source: { claim, report }, quantity: { of, value, bound } } of countings) {
    const day = claim.date?.to ?? report.published!.slice(0, 10), from = claim.date?.from ?? null
    const same = series.findLast(([first]) => first!.of === of && (beginningOf(series, first!) === from || from === null || beginningOf(series, first!) === null))
    const point: TallyPoint = { day, from, of, value, bound, change: null, days: null, break: null, claim: claim.id, also: [], replaced: [], report: report.doc, outlet: report.outlet, published: report.published, quote: claim.quote }
    if (same === undefined) { series.push([point]); continue }
    const twin = same.find((one) => one.day === day)
    if (twin === undefined) same.push(point)
    else if (twin.value === value && twin.bound === bound) twin.also.push(claim.id)
    else Object.assign(twin, point, { replaced: [...twin.replaced, ...[twin.claim, ...twin.also].map((one) => ({ value: twin.value, bound: twin.bound, claim: one }))] }) // the last word on a day stands
  }
  const chains: TallyPoint[][] = []
  for (const points of series.sort((a, b) => byText(a[0]!.day, b[0]!.day))) {
    const before = chains.find((chain) => chain.at(-1)!.day < points[0]!.day)
    if (before === undefined) { chains.push([...points]); continue }
    points[0]!.break = before.at(-1)!.of === points[0]!.of ? 'other_beginning' : 'counts_other'
    before.push(...points)
  }
  const [{ source: { claim, report } }] = countings as [Counting]
  const claimant = claim.claimant === null ? report.outlet ?? report.doc : longestName(countings)
  return chains.map((points) => ({ claimant, isOutlet: claim.claimant === null, side: claim.claimant === null ? null : speaksFor(claimant), points: withChanges(points) }))
}

/** The first day that a series counts from, as far as any of its points says. */
function beginningOf(series: readonly TallyPoint[][], first: TallyPoint): string | null {
  return series.find(([one]) => one === first)!.find(({ from }) => from !== null)?.from ?? null
}

const longestName = (countings: readonly Counting[]): string => countings.map(({ source }) => source.claim.claimant?.name ?? '').sort((a, b) => b.length - a.length || byText(a, b))[0]!

/** The side that a claimant's name tells: "Russia's defence ministry", "the Ukrainian general staff". */
function speaksFor(claimant: string): string | null {
  for (const word of claimant.split(/[^\p{L}-]+/u)) {
    const side = word === '' ? null : sideOf(word)
    if (side !== null) return side.name
  }
  return null
}

const DAY_MS = 86_400_000

function withChanges(points: TallyPoint[]): TallyPoint[] {
  points.forEach((point, i) => {
    const before = points[i - 1]
    if (before === undefined) return
    point.days = Math.round((Date.parse(point.day) - Date.parse(before.day)) / DAY_MS)
    const firm = point.bound !== 'vague' && before.bound !== 'vague'
    // "at least" less than before only says less
    if (point.break === null && firm && point.value < before.value && point.bound !== 'at_least') point.break = 'fell'
    if (point.break === null && firm) point.change = point.value - before.value
  })
  return points
}
