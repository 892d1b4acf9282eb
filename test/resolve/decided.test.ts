import { describe, expect, it } from 'vitest'
import { resolve, type Decided, type ResolveInput } from '../../src/stages/resolve/index.ts'
import { PLACES, claim, on, report } from './made.ts'

const strike = { type: 'strike', place: PLACES.velm, date: on('2031-03-02') } as const
const elsewhere = { ...strike, place: PLACES.osk }
const lone = (...told: object[]): ResolveInput[] => told.map((one, i) => report(`r${i}`, '2031-03-03', [claim(`c${i}`, one)]))
const groups = (inputs: ResolveInput[], decisions: Decided): string[] => resolve(inputs, { decisions }).map((incident) => incident.claims.join('+')).sort()

describe('what people decided holds whatever the texts say', () => {
  const rows: { why: string, inputs: ResolveInput[], decisions: Decided, expected: string[] }[] = [
    { why: 'nothing decided', inputs: lone(strike, strike), decisions: {}, expected: ['c0+c1'] },
    { why: 'two towns told as one', inputs: lone(strike, elsewhere), decisions: { together: [['c0', 'c1']] }, expected: ['c0+c1'] },
    { why: 'what is told like one of them comes along', inputs: lone(strike, elsewhere, elsewhere), decisions: { together: [['c1', 'c0']] }, expected: ['c0+c1+c2'] },
    { why: 'a chain of pairs', inputs: lone(strike, elsewhere, { ...strike, date: on('2031-01-02') }), decisions: { together: [['c2', 'c1'], ['c0', 'c2']] }, expected: ['c0+c1+c2'] },
    { why: 'one event split in two', inputs: lone(strike, strike), decisions: { apart: [['c0', 'c1']] }, expected: ['c0', 'c1'] },
    { why: 'two claims of one report split', inputs: [report('a', '2031-03-02', [claim('a1', strike), claim('a2', { ...strike, start: 40 })])], decisions: { apart: [['a2', 'a1']] }, expected: ['a1', 'a2'] },
    { why: 'a third joins one of the two, never both', inputs: lone(strike, strike, strike), decisions: { apart: [['c0', 'c1']], together: [['c2', 'c1']] }, expected: ['c0', 'c1+c2'] },
    { why: 'a claim moved', inputs: lone(strike, strike, elsewhere), decisions: { apart: [['c0', 'c1']], together: [['c1', 'c2']] }, expected: ['c0', 'c1+c2'] },
    { why: 'of a contradiction the joining holds', inputs: lone(strike, strike), decisions: { apart: [['c0', 'c1']], together: [['c0', 'c1']] }, expected: ['c0+c1'] },
    { why: 'a removed claim is in no incident', inputs: lone(strike, strike), decisions: { removed: ['c0'] }, expected: ['c1'] },
    { why: 'a claim that nobody makes any more', inputs: lone(strike, elsewhere), decisions: { together: [['c0', 'gone']], apart: [['gone', 'c1']], removed: ['gone'] }, expected: ['c0', 'c1'] },
    { why: 'a claim that is gone still ties two that are not', inputs: lone(strike, elsewhere), decisions: { together: [['c0', 'gone'], ['gone', 'c1']] }, expected: ['c0+c1'] },
  ]
  it.each(rows)('$why', ({ inputs, decisions, expected }) => {
    expect(groups(inputs, decisions)).toEqual(expected)
    const turned: Decided = { ...decisions, together: [...decisions.together ?? []].reverse().map(([a, b]) => [b, a] as const), apart: [...decisions.apart ?? []].reverse().map(([a, b]) => [b, a] as const) }
    expect(groups([...inputs].reverse(), turned)).toEqual(expected)
  })
})
