// Which tellings are worth comparing: those that share a place, a telling word or a number on a day. No pass over all pairs.
import type { Telling } from './telling.ts'

/** A key that more share than this tells little: of a whole country's day less is needed than of a word or a number on it. */
const CROWDED = 48
const CROWDED_MARK = 256
/** At a crowded place each is compared with its neighbours in order. */
const NEIGHBOURS = 12
const MOST_DAYS = 4
const TELLING_WEIGHT = 0.6
const MOST_KEYS = 40

/** The days a telling is looked for under: those it is about and the one after, of a long span its end. */
function daysToIndex(telling: Telling): number[] {
  if (!telling.days) return []
  const { from, to } = telling.days
  const days: number[] = []
  for (let day = Math.max(from, to - MOST_DAYS + 1); day <= to + 1; day++) days.push(day)
  return days
}

/** What a telling shares with others of its place, and what with any telling whose place is not settled. */
function addKeys(telling: Telling, at: Set<string> | null, by: Set<string> | null): void {
  const country = telling.place?.country ?? ''
  for (const day of daysToIndex(telling)) {
    if (at && telling.level >= 3) {
      at.add(`p ${telling.placeKey} ${day}`)
      const { lat, lon } = telling.place!
      if (lat !== null && lon !== null) for (const shiftLat of [0, 0.5]) for (const shiftLon of [0, 0.5]) at.add(`g ${Math.floor(lat * 4 + shiftLat)} ${Math.floor(lon * 4 + shiftLon)} ${shiftLat}${shiftLon} ${day}`)
    }
    if (!by) continue
    if (telling.level < 3 && telling.placeKey !== null) by.add(`r ${telling.placeKey} ${telling.type} ${day}`)
    by.add(`d ${country} ${day}`)
    by.add(`d * ${day}`)
    for (const count of telling.counts) by.add(`c ${count.measure} ${count.family} ${count.value} ${day}`)
    if (by.size < MOST_KEYS) for (const [word, weight] of telling.words) if (weight >= TELLING_WEIGHT) by.add(`w ${word} ${day}`)
  }
}

/** What is told most of a region's or country's day, with which every other telling of it is compared. */
const HUBS = 8
/** Partners that a telling without a settled place is compared with: those it shares most and rarest with. */
const MOST_PARTNERS = 24

/**
 * Pairs of groups of tellings (indices, lower first) worth comparing, each once, in order. Two whose settlements are known are
 * compared only where these are the same or near. Near-linear: each group has a bounded number of partners.
 */
export function candidatePairs(tellings: readonly Telling[], groups: readonly (readonly number[])[]): [number, number][] {
  const places = new Map<string, number[]>(), marks = new Map<string, number[]>()
  const vague = new Map<number, Set<string>>()
  groups.forEach((members, group) => {
    const at = new Set<string>(), by = new Set<string>(), settled = tellings[members[0]!]!.level >= 3
    for (const i of members) addKeys(tellings[i]!, at, settled ? null : by)
    for (const key of at) list(places, key).push(group)
    if (settled) return
    vague.set(group, by)
    for (const key of by) list(marks, key).push(group)
  })
  // a settled telling is only looked for by what some other asks for
  if (vague.size > 0) groups.forEach((members, group) => {
    if (vague.has(group)) return
    const by = new Set<string>()
    for (const i of members) addKeys(tellings[i]!, null, by)
    for (const key of by) marks.get(key)?.push(group)
  })
  const partners: Set<number>[] = groups.map(() => new Set())
  const pair = (a: number, b: number): void => { partners[Math.min(a, b)]!.add(Math.max(a, b)) }
  for (const [key, found] of places) {
    if (found.length > CROWDED && key.startsWith('g')) continue
    const reach = found.length > CROWDED ? NEIGHBOURS : found.length
    for (let i = 0; i < found.length; i++) for (let j = i + 1; j < Math.min(found.length, i + 1 + reach); j++) pair(found[i]!, found[j]!)
  }
  const hubs = new Map<string, number[]>()
  const hubsOf = (key: string, found: readonly number[]): number[] => {
    let known = hubs.get(key)
    if (!known) hubs.set(key, known = found.length <= HUBS ? [...found] : [...found].sort((x, y) => groups[y]!.length - groups[x]!.length || x - y).slice(0, HUBS))
    return known
  }
  for (const [group, keys] of vague) {
    const common = new Map<number, number>()
    for (const key of keys) {
      const found = marks.get(key)!
      if (key.startsWith('r')) for (const hub of hubsOf(key, found)) if (hub !== group) pair(group, hub)
      if (found.length > (key.startsWith('d') ? CROWDED : CROWDED_MARK)) continue
      for (const other of found) if (other !== group) common.set(other, (common.get(other) ?? 0) + 1 / found.length)
    }
    const best = common.size <= MOST_PARTNERS ? [...common] : [...common].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, MOST_PARTNERS)
    for (const [other] of best) pair(group, other)
  }
  return partners.flatMap((others, a) => [...others].sort((x, y) => x - y).map((b): [number, number] => [a, b]))
}

function list(index: Map<string, number[]>, key: string): number[] {
  let found = index.get(key)
  if (!found) index.set(key, found = [])
  return found
}

/** How many tellings stand in each country on each day: what a shared day is worth. */
export class Crowd {
  readonly #counts = new Map<string, number>()

  constructor(tellings: readonly Telling[]) {
    for (const telling of tellings) {
      if (!telling.days || telling.days.to - telling.days.from > MOST_DAYS) continue
      for (let day = telling.days.from; day <= telling.days.to; day++) for (const country of [telling.place?.country ?? '', '*']) {
        const key = `${country} ${day}`
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
      }
    }
  }

  /** Other tellings of the pair's days and country, besides the two. */
  besides(a: Telling, b: Telling): number {
    const country = a.place?.country ?? b.place?.country ?? '*'
    const of = (telling: Telling): number => this.#counts.get(`${country} ${telling.days?.to ?? ''}`) ?? 0
    return Math.max(0, Math.max(of(a), of(b)) - 2)
  }
}
