import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCorpus } from '../../bench/made-corpus.ts'
import { resolve, updateIncidents } from '../../src/stages/resolve/index.ts'
import { IndexInMemory } from '../../bench/index-in-memory.ts'
import { batchesOf, close, inBatches } from './close-reports.ts'

describe('reports that come one after the other', () => {
  it('give the incidents of all of them at once, byte for byte, in any order, any batches and any repetition', async () => {
    await fc.assert(fc.asyncProperty(close.chain((inputs) => fc.tuple(fc.constant(inputs), batchesOf(inputs.length))), async ([inputs, batches]) => {
      expect(await inBatches(inputs, batches)).toBe(JSON.stringify(resolve(inputs)))
    }), { numRuns: 1500 })
  }, 120_000)
})

describe('what people decided', () => {
  it('holds in any order and any batches, and what changes of it concerns the claims it names', async () => {
    const claimOf = fc.nat(13).map((i) => `c${i}`)
    const decided = fc.record({ together: fc.array(fc.tuple(claimOf, claimOf), { maxLength: 3 }), apart: fc.array(fc.tuple(claimOf, claimOf), { maxLength: 3 }), removed: fc.array(claimOf, { maxLength: 2 }) })
    await fc.assert(fc.asyncProperty(close.chain((inputs) => fc.tuple(fc.constant(inputs), batchesOf(inputs.length))), decided, decided, async ([inputs, batches], before, after) => {
      const index = new IndexInMemory()
      await inBatches(inputs, batches, before, index)
      expect(index.list()).toBe(JSON.stringify(resolve(inputs, { decisions: before })))
      const named = new Set([before, after].flatMap(({ together, apart, removed }) => [...together.flat(), ...apart.flat(), ...removed]))
      await updateIncidents(index, inputs.filter(({ claims }) => claims.some(({ id }) => named.has(id))).map((input) => ({ key: input.key, inputs: [input] })), { decisions: after })
      expect(index.list()).toBe(JSON.stringify(resolve(inputs, { decisions: after })))
    }), { numRuns: 500 })
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
