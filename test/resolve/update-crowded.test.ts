// The same law where everything is crowded: lists and pieces so small that their rules change with nearly every report.
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { resolve } from '../../src/stages/resolve/index.ts'
import { batchesOf, close, inBatches } from './close-reports.ts'

vi.mock('../../src/stages/resolve/crowds.ts', () => ({ MOST_MARKED: 3, MOST_BLOCKED: 2, HUBS: 1, MOST_COMPARED: 4, PIECE_HUBS: 2 }))

describe('crowded reports that come one after the other', () => {
  it('give the incidents of all of them at once, byte for byte', async () => {
    await fc.assert(fc.asyncProperty(close.chain((inputs) => fc.tuple(fc.constant(inputs), batchesOf(inputs.length))), async ([inputs, batches]) => {
      expect(await inBatches(inputs, batches)).toBe(JSON.stringify(resolve(inputs)))
    }), { numRuns: 1500 })
  }, 120_000)
})
