import { describe, expect, it } from 'vitest'
import { makeCorpus, randomFrom } from '../../bench/made-corpus.ts'
import { scoreMade } from '../../bench/made-score.ts'
import { resolve } from '../../src/stages/resolve/index.ts'

describe('an invented war of known truth', () => {
  it('is found again: claims put together, true numbers within low and high, copies never counted as corroboration', () => {
    for (const seed of [11, 12]) {
      const corpus = makeCorpus({ incidents: 120, reports: 1800, seed })
      const score = scoreMade(corpus, resolve(corpus.inputs))
      expect(score.f1).toBeGreaterThanOrEqual(0.95)
      expect(score.figures).toBeGreaterThan(60)
      expect(score.contained).toBeGreaterThanOrEqual(0.95)
      expect(score.overcounted).toBe(0)
    }
  })
  it('is the same for the same seed', () => {
    expect(makeCorpus({ incidents: 20, reports: 60, seed: 5 })).toEqual(makeCorpus({ incidents: 20, reports: 60, seed: 5 }))
  })
  it('gives the same incidents byte for byte in any order and with any part repeated', () => {
    const { inputs } = makeCorpus({ incidents: 40, reports: 400, seed: 13 })
    const expected = JSON.stringify(resolve(inputs))
    for (const seed of [1, 2, 3, 4, 5]) {
      const random = randomFrom(seed)
      const shuffled = [...inputs, ...inputs.filter(() => random() < 0.2)].map((input) => ({ input, at: random() })).sort((a, b) => a.at - b.at).map(({ input }) => input)
      expect(JSON.stringify(resolve(shuffled))).toBe(expected)
    }
  })
})
