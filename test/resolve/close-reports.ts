// Reports that stand close to each other, in any order and any batches.
import fc from 'fast-check'
import { updateIncidents, type Decided, type ResolveInput } from '../../src/stages/resolve/index.ts'
import { IndexInMemory } from '../../bench/index-in-memory.ts'
import { PLACES, claim, on, report } from './made.ts'

export type Batches = readonly (readonly number[])[]

/** The incidents after these batches of reports, each report by its index; a report that comes again is told again. */
export async function inBatches(inputs: readonly ResolveInput[], batches: Batches, decisions?: Decided, index = new IndexInMemory()): Promise<string> {
  for (const batch of batches) await updateIncidents(index, [...new Set(batch)].map((i) => ({ key: inputs[i]!.key, inputs: [inputs[i]!] })), decisions ? { decisions } : {})
  return index.list()
}

/** Every report at least once, some again, in any order and any batches. */
export const batchesOf = (count: number): fc.Arbitrary<Batches> => fc.tuple(
  fc.shuffledSubarray(Array.from({ length: count }, (_, i) => i), { minLength: count, maxLength: count }),
  fc.array(fc.nat(count - 1), { maxLength: 6 }),
  fc.array(fc.integer({ min: 1, max: count }), { minLength: 1, maxLength: count }),
).map(([order, again, sizes]) => {
  const all = [...order, ...again], batches: number[][] = []
  for (let at = 0, i = 0; at < all.length; i++) { const size = sizes[i % sizes.length]!; batches.push(all.slice(at, at + size)); at += size }
  return batches
})

/** Reports that stand close: few places and days, so that everything is near everything. */
export const close: fc.Arbitrary<ResolveInput[]> = fc.array(fc.record({
  day: fc.integer({ min: 1, max: 4 }), stated: fc.boolean(), place: fc.constantFrom(...Object.values(PLACES), null), type: fc.constantFrom('strike', 'explosion', 'interception', 'infrastructure_disruption', 'air_raid_alert', 'diplomacy', null),
  weapons: fc.subarray(['drone', 'missile'], { maxLength: 1 }), by: fc.constantFrom('North', 'South', null), value: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }), measure: fc.constantFrom('killed' as const, 'launched' as const, 'struck' as const),
  words: fc.constantFrom('the cannery burned', 'a school roof fell in', 'the pier was hit', 'ferry pier in flames'), headline: fc.boolean(), cumulative: fc.boolean(), again: fc.boolean(),
}), { minLength: 1, maxLength: 14 }).map((reports) => reports.map(({ day, stated, place, type, weapons, by, value, measure, words, headline, cumulative, again }, i) => {
  const one = claim(`c${i}`, { type, place, date: stated ? on(`2031-03-0${day}`) : null, weapons, by, quote: words, counts: value === null ? [] : [{ measure, value, cumulative, of: measure === 'launched' ? 'drone' : 'person' }] })
  const second = claim(`d${i}`, { type: 'strike', place: PLACES.country, start: 60, quote: 'missiles hit ten regions', date: on('2031-03-02'), counts: [{ measure: 'struck', of: 'region', value: 10 }] })
  return report(`r${i}`, `2031-03-0${day}`, headline && type === null && value === null ? [] : again ? [one, second] : [one], { title: words, ...(headline ? { text: words } : {}) })
}))
