// Which tellings are worth comparing: those that share a place, a telling word or a number on a day. No pass over all pairs.
import type { Telling } from './telling.ts'

/** A key that more tellings share than this tells little: each is then compared with its neighbours in order only. */
const CROWDED = 48
const NEIGHBOURS = 12
const MOST_DAYS = 4
const TELLING_WEIGHT = 0.6

/** The days a telling is looked for under: those it is about and the one after, of a long span its end. */
function daysToIndex(telling: Telling): number[] {
  if (!telling.days) return []
  const { from, to } = telling.days
  const days: number[] = []
  for (let day = Math.max(from, to - MOST_DAYS + 1); day <= to + 1; day++) days.push(day)
  return days
}

function keysOf(telling: Telling): string[] {
  const keys: string[] = []
  for (const day of daysToIndex(telling)) {
    if (telling.level >= 3) {
      keys.push(`p ${telling.placeKey} ${day}`)
      const { lat, lon } = telling.place!
      if (lat !== null && lon !== null) for (const shiftLat of [0, 0.5]) for (const shiftLon of [0, 0.5]) keys.push(`g ${Math.floor(lat * 4 + shiftLat)} ${Math.floor(lon * 4 + shiftLon)} ${shiftLat}${shiftLon} ${day}`)
    } else keys.push(`r ${telling.placeKey} ${telling.type} ${day}`)
    keys.push(`d ${telling.place?.country ?? ''} ${day}`, `d * ${day}`)
    for (const count of telling.counts) keys.push(`c ${count.measure} ${count.family} ${count.value} ${day}`)
    for (const [word, weight] of telling.words) if (weight >= TELLING_WEIGHT) keys.push(`w ${word} ${day}`)
  }
  return keys
}

/** Pairs of indices (lower first) worth comparing, each once, in order. Near-linear: every key gives each telling at most `CROWDED` partners. */
export function candidatePairs(tellings: readonly Telling[]): [number, number][] {
  const index = new Map<string, number[]>()
  tellings.forEach((telling, i) => {
    for (const key of new Set(keysOf(telling))) {
      const list = index.get(key)
      if (list) list.push(i)
      else index.set(key, [i])
    }
  })
  const seen = new Set<number>()
  const pairs: [number, number][] = []
  for (const list of index.values()) {
    const reach = list.length > CROWDED ? NEIGHBOURS : list.length
    for (let i = 0; i < list.length; i++) for (let j = i + 1; j < Math.min(list.length, i + 1 + reach); j++) {
      const a = list[i]!, b = list[j]!
      const key = a * tellings.length + b
      if (seen.has(key)) continue
      seen.add(key)
      pairs.push([a, b])
    }
  }
  return pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1])
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
