import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCorpus } from '../../bench/made-corpus.ts'
import { resolve, updateIncidents, type Decided, type ResolveInput } from '../../src/stages/resolve/index.ts'
import { IndexInMemory } from './index-in-memory.ts'
import { PLACES, claim, on, report } from './made.ts'

type Batches = readonly (readonly number[])[]

/** The incidents after these batches of reports, each report by its index; a report that comes again is told again. */
async function inBatches(inputs: readonly ResolveInput[], batches: Batches, decisions?: Decided): Promise<string> {
  const index = new IndexInMemory()
  for (const batch of batches) await updateIncidents(index, [...new Set(batch)].map((i) => ({ key: inputs[i]!.key, inputs: [inputs[i]!] })), decisions ? { decisions } : {})
  return index.list()
}

/** Every report at least once, some again, in any order and any batches. */
const batchesOf = (count: number): fc.Arbitrary<Batches> => fc.tuple(
  fc.shuffledSubarray(Array.from({ length: count }, (_, i) => i), { minLength: count, maxLength: count }),
  fc.array(fc.nat(count - 1), { maxLength: 6 }),
  fc.array(fc.integer({ min: 1, max: count }), { minLength: 1, maxLength: count }),
).map(([order, again, sizes]) => {
  const all = [...order, ...again], batches: number[][] = []
  for (let at = 0, i = 0; at < all.length; i++) { const size = sizes[i % sizes.length]!; batches.push(all.slice(at, at + size)); at += size }
  return batches
})

/** Reports that stand close: few places and days, so that everything is near everything. */
const close: fc.Arbitrary<ResolveInput[]> = fc.array(fc.record({
  day: fc.integer({ min: 1, max: 4 }), stated: fc.boolean(), place: fc.constantFrom(...Object.values(PLACES), null), type: fc.constantFrom('strike', 'explosion', 'interception', 'infrastructure_disruption', 'air_raid_alert', 'diplomacy', null),
  weapons: fc.subarray(['drone', 'missile'], { maxLength: 1 }), by: fc.constantFrom('North', 'South', null), value: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }), measure: fc.constantFrom('killed' as const, 'launched' as const, 'struck' as const),
  words: fc.constantFrom('the cannery burned', 'a school roof fell in', 'the pier was hit', 'ferry pier in flames'), headline: fc.boolean(), cumulative: fc.boolean(), again: fc.boolean(),
}), { minLength: 1, maxLength: 14 }).map((reports) => reports.map(({ day, stated, place, type, weapons, by, value, measure, words, headline, cumulative, again }, i) => {
  const one = claim(`c${i}`, { type, place, date: stated ? on(`2031-03-0${day}`) : null, weapons, by, quote: words, counts: value === null ? [] : [{ measure, value, cumulative, of: measure === 'launched' ? 'drone' : 'person' }] })
  const second = claim(`d${i}`, { type: 'strike', place: PLACES.country, start: 60, quote: 'missiles hit ten regions', date: on('2031-03-02'), counts: [{ measure: 'struck', of: 'region', value: 10 }] })
  return report(`r${i}`, `2031-03-0${day}`, headline && type === null && value === null ? [] : again ? [one, second] : [one], { title: words, ...(headline ? { text: words } : {}) })
}))

describe('reports that come one after the other', () => {
  it('give the incidents of all of them at once, byte for byte, in any order, any batches and any repetition', async () => {
    await fc.assert(fc.asyncProperty(close.chain((inputs) => fc.tuple(fc.constant(inputs), batchesOf(inputs.length))), async ([inputs, batches]) => {
      expect(await inBatches(inputs, batches)).toBe(JSON.stringify(resolve(inputs)))
    }), { numRuns: 1500 })
  }, 120_000)
})

describe('an invented war', () => {
  const rows = [
    { why: 'spread out', options: { incidents: 40, reports: 300, seed: 21 } },
    { why: 'few towns and days, so that lists are crowded', options: { incidents: 60, reports: 700, seed: 22, days: 4, settlements: 6 } },
  ]
  it.each(rows)('$why: report after report, in batches, changed and taken away, it is the same', async ({ options }) => {
    const { inputs } = makeCorpus(options)
    const expected = JSON.stringify(resolve(inputs))
    for (const size of [1, 7, 90]) {
      const index = new IndexInMemory()
      const order = inputs.map((input, i) => ({ input, at: (i * 7919 + size) % inputs.length })).sort((a, b) => a.at - b.at).map(({ input }) => input)
      for (let at = 0; at < order.length; at += size) await updateIncidents(index, order.slice(at, at + size).map((input) => ({ key: input.key, inputs: [input] })))
      expect(index.list() === expected).toBe(true)
      if (size === 1) continue
      const gone = order.filter((_, i) => i % 5 === 0), left = new Set(order.filter((_, i) => i % 5 !== 0))
      for (let at = 0; at < gone.length; at += size) await updateIncidents(index, gone.slice(at, at + size).map(({ key }) => ({ key, inputs: [] })))
      expect(index.list() === JSON.stringify(resolve(left))).toBe(true)
    }
  }, 240_000)
})
