import { describe, expect, it } from 'vitest'
import { score, type GivenClaim, type GoldFact, type GoldIncident } from '../../../src/cli/eval/score.ts'
import { sameClaimant, sameDays, samePlace, sameSide, type Days } from '../../../src/cli/eval/same.ts'

const gold: GoldFact = { doc: 'a', measure: 'killed', of: 'person', value: 3, bound: 'exact', claimant: 'Olena Hrytsai', stance: 'asserted', place: 'Sumarivka', date: ['2031-03-04', '2031-03-04'], cumulative: false, quote: 'three people died' }
const TEXT = 'In Sumarivka three people died, Olena Hrytsai said.'
const claim: GivenClaim = {
  type: 'strike', quote: 'three people died', start: 13, end: 30, claimant: { name: 'Olena Hrytsai' }, stance: 'asserted', place: { name: 'Sumarivka' }, date: { from: '2031-03-04', to: '2031-03-04' },
  by: null, against: null, weapons: [], quantities: [{ measure: 'killed', of: 'person', value: 3, bound: 'exact', cumulative: false, start: 13, end: 18 }],
}
const given = (...claims: GivenClaim[]): { doc: string, text: string, claims: GivenClaim[] }[] => [{ doc: 'a', text: TEXT, claims }]

describe('facts', () => {
  it('right in every attribute', () => {
    const { score: made, misses } = score([gold], [], given(claim))
    expect(made).toMatchObject({ facts: { f1: 1 }, complete: { right: 1, f1: 1 }, ungrounded: 0, documents: { gold: 1, read: 1 } })
    expect(misses).toEqual([])
  })
  const wrong: [why: string, change: Partial<GivenClaim>, attribute: string][] = [
    ['another voice', { claimant: { name: 'the ministry' } }, 'claimant'],
    ['no voice where one is named', { claimant: null }, 'claimant'],
    ['denied', { stance: 'denied' }, 'stance'],
    ['another place', { place: { name: 'Lozove' } }, 'place'],
    ['a week later', { date: { from: '2031-03-11', to: '2031-03-11' } }, 'date'],
    ['a hedge over a month', { date: { from: '2031-03-01', to: '2031-03-31' } }, 'date'],
    ['civilians for persons is found, not right', { quantities: [{ ...claim.quantities[0]!, of: 'civilian' }] }, 'of'],
    ['at least', { quantities: [{ ...claim.quantities[0]!, bound: 'at_least' }] }, 'bound'],
    ['a running total', { quantities: [{ ...claim.quantities[0]!, cumulative: true }] }, 'cumulative'],
  ]
  it.each(wrong)('found, but: %s', (_why, change, attribute) => {
    const { score: made, misses } = score([gold], [], given({ ...claim, ...change }))
    expect(made.facts.f1).toBe(1)
    expect(made.complete.f1).toBe(0)
    expect(misses).toMatchObject([{ kind: 'wrong_attributes', wrong: [{ attribute }] }])
  })
  it.each([
    ['another number', { quantities: [{ ...claim.quantities[0]!, value: 4 }] }],
    ['another measure', { quantities: [{ ...claim.quantities[0]!, measure: 'injured' }] }],
    ['another kind of thing', { quantities: [{ ...claim.quantities[0]!, of: 'drone' }] }],
  ])('neither found nor true: %s', (_why, change) => {
    const { score: made, misses } = score([gold], [], given({ ...claim, ...change }))
    expect(made.facts.f1).toBe(0)
    expect(misses.map((miss) => miss.kind)).toEqual(['missed_fact', 'invented_fact'])
  })
  it.each([
    ['a quote that is not the text at its span', { quote: 'three men died' }],
    ['a number outside of its claim', { quantities: [{ ...claim.quantities[0]!, start: 3, end: 8 }] }],
  ])('counted as invented: %s', (_why, change) => {
    const { score: made } = score([gold], [], given({ ...claim, type: null, ...change }))
    expect(made).toMatchObject({ ungrounded: 1, facts: { got: 0, precision: 0, recall: 0 } })
  })
  it('of two that could be meant, the one that agrees more is taken', () => {
    const twice: GoldFact[] = [{ ...gold, claimant: null }, gold]
    const { score: made } = score(twice, [], given(claim, { ...claim, claimant: null }))
    expect(made.complete.right).toBe(2)
  })
  it('an annotated report that was not read counts as missed, and one that nobody annotated not at all', () => {
    const { score: made } = score([gold], [], [{ doc: 'b', claims: [claim] }])
    expect(made).toMatchObject({ documents: { gold: 1, read: 0 }, facts: { recall: 0, got: 0 } })
  })
})

describe('incidents', () => {
  const event: GoldIncident = { doc: 'a', type: 'strike', place: 'Sumarivka', date: ['2031-03-04', '2031-03-04'], by: 'Northland', against: null, weapon: ['drone'], quote: '' }
  it('type, place and day make it, sides and weapons are told apart', () => {
    const { score: made } = score([], [event], given({ ...claim, by: 'Northland', weapons: [] }))
    expect(made.incidents).toMatchObject({ f1: 1, by: 1, against: 1, weapon: 0 })
  })
  it('told in several claims it is one', () => {
    const { score: made } = score([], [event], given(claim, { ...claim, quote: 'people died', start: 19, quantities: [] }))
    expect(made.incidents).toMatchObject({ got: 1, f1: 1 })
  })
  it('of another type it is missed', () => {
    expect(score([], [event], given({ ...claim, type: 'explosion' })).misses).toMatchObject([{ kind: 'invented_fact' }, { kind: 'missed_incident' }, { kind: 'invented_incident' }])
  })
})

describe('what is the same', () => {
  it.each([
    ['Governor Olena Hrytsai', 'Hrytsai', true, 'a title and a short name'],
    ['Ministry of Defence', 'the defense ministry', true, 'two names of one body'],
    ['the regional military administration', 'the city military administration', true, 'half of the words'],
    ['Ministry of Health', 'Ministry of Energy', true, 'one of two words shared is half'],
    ['Ihor Lys', 'Petro Lysenko', false, 'a part of a word is no word'],
    ['Mr O', 'Ms O', true, 'titles do not tell apart'],
    ['officials', 'police', false, 'nothing shared'],
  ])('%s / %s: %s', (a, b, same) => { expect(sameClaimant(a, b)).toBe(same) })

  it.each([
    [{ place: 'Kiev' }, { name: 'Kyiv' }, true],
    [{ place: 'Sumarivka oblast' }, { name: 'Sumarivka region' }, true],
    [{ place: 'A', lat: 50, lon: 30 }, { name: 'B', lat: 50.1, lon: 30.1 }, true],
    [{ place: 'A', lat: 50, lon: 30 }, { name: 'B', lat: 51, lon: 30 }, false],
    [{ place: null }, null, true],
    [{ place: null }, { name: 'Kyiv' }, false],
    [{ place: 'Kyiv' }, null, false],
  ])('%j and %j: %s', (a, b, same) => { expect(samePlace(a, b)).toBe(same) })

  const days: [gold: Days, given: Days, total: boolean, same: boolean | null][] = [
    [['2031-03-04', '2031-03-05'], ['2031-03-05', '2031-03-05'], false, true],
    [['2031-03-04', '2031-03-04'], ['2031-03-05', '2031-03-05'], false, false],
    [['2031-03-01', '2031-03-31'], ['2031-03-10', '2031-03-10'], false, false],
    [[null, '2031-03-04'], ['2031-01-01', '2031-03-05'], true, true],
    [[null, '2031-03-04'], ['2031-01-01', '2031-03-08'], true, false],
    [null, ['2031-03-04', '2031-03-04'], false, null],
    [null, null, false, true],
    [['2031-03-04', '2031-03-04'], null, false, false],
  ]
  it.each(days)('%j and %j, a running total %s: %s', (a, b, total, same) => { expect(sameDays(a, b, total)).toBe(same) })

  it.each([['Russia', 'Russian forces', true], [null, null, true], [null, 'Russia', false]])('%s and %s: %s', (a, b, same) => { expect(sameSide(a, b)).toBe(same) })
})
