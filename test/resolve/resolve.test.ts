import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolve, type ResolveInput } from '../../src/stages/resolve/index.ts'
import { PLACES, claim, on, report } from './made.ts'

const groups = (inputs: ResolveInput[]): string[] => resolve(inputs).map((incident) => incident.claims.join('+')).sort()
const strike = { type: 'strike', place: PLACES.velm, date: on('2031-03-02') } as const

describe('claims of one event', () => {
  const rows: { inputs: ResolveInput[], expected: string[], why: string }[] = [
    { why: 'the same kind, town and day in two reports', expected: ['a1+b1'], inputs: [report('a', '2031-03-02', [claim('a1', strike)]), report('b', '2031-03-03', [claim('b1', strike)])] },
    { why: 'another town', expected: ['a1', 'b1'], inputs: [report('a', '2031-03-02', [claim('a1', strike)]), report('b', '2031-03-02', [claim('b1', { ...strike, place: PLACES.osk })])] },
    { why: 'another day', expected: ['a1', 'b1'], inputs: [report('a', '2031-03-02', [claim('a1', strike)]), report('b', '2031-03-05', [claim('b1', { ...strike, date: on('2031-03-05') })])] },
    { why: 'what was shot down is told apart from what was hit', expected: ['a1', 'a2'], inputs: [report('a', '2031-03-02', [claim('a1', strike), claim('a2', { ...strike, type: 'interception', start: 50 })])] },
    { why: 'a bare count joins the strike it speaks of', expected: ['a1+a2'], inputs: [report('a', '2031-03-02', [claim('a1', strike), claim('a2', { place: PLACES.velm, start: 50, counts: [{ measure: 'killed', value: 3 }] })])] },
    { why: 'missiles and drones on one town are told apart', expected: ['a1', 'b1'], inputs: [report('a', '2031-03-02', [claim('a1', { ...strike, weapons: ['missile'] }), claim('b1', { ...strike, weapons: ['drone'], start: 9 })])] },
  ]
  it.each(rows)('$why', ({ inputs, expected }) => expect(groups(inputs)).toEqual(expected))
})

describe('order, batches and repetition', () => {
  it('do not matter', () => {
    const place = fc.constantFrom(...Object.values(PLACES), null)
    const made = fc.record({
      type: fc.constantFrom('strike', 'interception', 'explosion', null), place, weapons: fc.constantFrom<string[]>([], ['drone'], ['missile']),
      day: fc.constantFrom(null, '2031-03-01', '2031-03-02', '2031-03-03'), by: fc.constantFrom(null, 'North', 'South'), value: fc.integer({ min: 1, max: 4 }), counted: fc.boolean(), cumulative: fc.boolean(),
    })
    const reports = fc.array(fc.record({ published: fc.constantFrom('2031-03-02', '2031-03-03', null), claims: fc.array(made, { maxLength: 4 }), title: fc.constantFrom(null, 'Market hall burns in harbour', 'Bridge struck twice') }), { maxLength: 9 })
    fc.assert(fc.property(reports, fc.integer(), (drawn, seed) => {
      const inputs = drawn.map((one, i) => report(`r${i}`, one.published ?? '', one.claims.map((told, k) => claim(`c${i}.${k}`, { type: told.type, place: told.place, weapons: told.weapons, by: told.by, start: k * 10, date: told.day ? on(told.day) : null, counts: told.counted ? [{ measure: 'killed', value: told.value, cumulative: told.cumulative }] : [] })), { published: one.published, title: one.title }))
      const shuffled = [...inputs, ...inputs.filter((_, i) => (i + seed) % 3 === 0)].map((input, i) => ({ input, at: Math.sin(i * 12.9898 + seed) })).sort((a, b) => a.at - b.at).map(({ input }) => input)
      const expected = resolve(inputs)
      expect(JSON.stringify(resolve(shuffled))).toBe(JSON.stringify(expected))
      expect(expected.flatMap((incident) => incident.claims).sort()).toEqual(inputs.flatMap((input) => input.claims.map((one) => one.id)).sort())
    }), { numRuns: 300 })
  })
})
