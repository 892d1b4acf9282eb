import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainIncident, explainKept, explanationLines, resolve, strength } from '../../src/stages/resolve/index.ts'
import { close, inBatches } from './close-reports.ts'
import { IndexInMemory } from '../../bench/index-in-memory.ts'
import { PLACES, claim, on, report } from './made.ts'

const strike = { type: 'strike', place: PLACES.velm, date: on('2031-03-02'), weapons: ['drone'] }
const inputs = [
  report('a', '2031-03-02', [claim('a1', { ...strike, quote: 'the cannery was hit', counts: [{ measure: 'killed', value: 7 }] })]),
  report('b', '2031-03-03', [claim('b1', { ...strike, quote: 'seven died at the cannery', counts: [{ measure: 'killed', value: 7 }] })]),
  report('c', '2031-03-02', [claim('c1', { ...strike, weapons: ['missile'], quote: 'a bridge was hit' })]),
  report('d', '2031-03-02', [claim('d1', { ...strike, place: PLACES.osk, quote: 'far away' })]),
]

describe('why claims are one incident', () => {
  const explained = explainIncident(inputs, 'a1')!
  it('says what they share, the strongest reason first', () => {
    expect(explained.claims).toEqual(['a1', 'b1'])
    expect(explained.together).toHaveLength(1)
    const [tie] = explained.together
    expect(tie!.reasons[0]).toMatchObject({ part: 'place', says: 'the same place: Velm' })
    expect(tie!.reasons.map(({ says }) => says)).toEqual(expect.arrayContaining(['both say the day: 2031-03-02', 'both say 7 killed', 'the same weapon: drone', 'shared words: canne…']))
    expect(tie!.score).toBeCloseTo(tie!.reasons.reduce((sum, { score }) => sum + score, 0))
  })
  it('names the nearest that was kept apart, and why', () => {
    expect(explained.apart.map(({ incident }) => incident)).toEqual(['c1'])
    expect(explained.apart[0]!.reasons[0]).toMatchObject({ part: 'weapons', says: expect.stringContaining('different weapons') })
  })
  it('is found by any of its claims', () => expect(explainIncident(inputs, 'b1')!.claims).toEqual(['a1', 'b1']))
  it('is null for a claim that nobody makes', () => expect(explainIncident(inputs, 'nothing')).toBeNull())
  it('puts it into lines', () => {
    const lines = explanationLines(explained)
    expect(lines[0]).toBe('2 claims told 2 times.')
    expect(lines[1]).toContain('surely one event')
    expect(lines[2]).toMatch(/^Kept apart: c “a bridge was hit”: .*different weapons/)
    expect(explanationLines(explainIncident(inputs, 'd1')!)).toEqual(['1 claim, told once.', 'Nothing else came near.'])
  })
  it('scores have words', () => {
    expect([9, 2, 0, -1, -4, -100].map(strength)).toEqual(['surely one event', 'very likely one event', 'more likely one event than not', 'rather not one event', 'very likely not one event', 'cannot be one event'])
  })
})

describe('the explanation from what was kept', () => {
  it('is that of a look at everything', async () => {
    await fc.assert(fc.asyncProperty(close, async (inputs) => {
      const index = new IndexInMemory()
      await inBatches(inputs, [inputs.map((_, i) => i)], undefined, index)
      for (const { id, kind } of resolve(inputs)) {
        const kept = await explainKept(index, id)
        if (kind === 'total') { expect(kept).toBeNull(); continue }
        const whole = explainIncident(inputs, id)!
        expect({ claims: kept!.claims, together: kept!.together }).toEqual({ claims: whole.claims, together: whole.together })
        expect(kept!.apart.map(({ incident, score }) => [incident, score])).toEqual(whole.apart.map(({ incident, score }) => [incident, score]))
      }
    }), { numRuns: 200 })
  }, 60_000)
})
