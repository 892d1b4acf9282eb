import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import type { Post } from '../../src/model/report.ts'
import { resolve, type ResolveInput } from '../../src/stages/resolve/index.ts'
import { PLACES, claim, on, report, type Told } from './made.ts'

const groups = (inputs: ResolveInput[]): string[] => resolve(inputs).map((incident) => incident.claims.join('+')).sort()
const strike = { type: 'strike', place: PLACES.velm, date: on('2031-03-02') } as const
/** One report for each claim, of outlets of their own, published on the day after. */
const told = (...claims: Told[]): ResolveInput[] => claims.map((one, i) => report(`r${i}`, '2031-03-03', [claim(`c${i}`, one)]))
const at = (written: string): Claim['date'] => ({ ...on('2031-03-02')!, written })
/** A report in which each sentence or clause tells a strike on the same town and day. */
function one(text: string): ResolveInput {
  const ends = [...text.matchAll(/[.;] ?/g)].map(({ index }) => index)
  return report('r', '2031-03-03', ends.map((end, i) => { const start = i === 0 ? 0 : text.indexOf(' ', ends[i - 1]) + 1; return claim(`r${i}`, { ...strike, quote: text.slice(start, end), start, end }) }), { text })
}
const killed = (value: number, more: object = {}) => ({ measure: 'killed' as const, value, ...more })

describe('claims of one event', () => {
  const rows: { why: string, inputs: ResolveInput[], expected: string[] }[] = [
    { why: 'the same kind, town and day in two reports', inputs: told(strike, strike), expected: ['c0+c1'] },
    { why: 'another town', inputs: told(strike, { ...strike, place: PLACES.osk }), expected: ['c0', 'c1'] },
    { why: 'another stated day', inputs: told(strike, { ...strike, date: on('2031-03-01') }), expected: ['c0', 'c1'] },
    { why: 'a day not stated goes with the publication', inputs: told(strike, { ...strike, date: null }), expected: ['c0+c1'] },
    { why: 'a day worked out to be the publication’s says no more', inputs: told(strike, { ...strike, date: { from: '2031-03-03', to: '2031-03-03', written: null, known: 'implied' } }), expected: ['c0+c1'] },
    { why: 'overnight is the evening before and the day', inputs: told(strike, { ...strike, date: on('2031-03-01', '2031-03-02') }), expected: ['c0+c1'] },
    { why: 'what was shot down is told apart from what was hit', inputs: told(strike, { ...strike, type: 'interception' }), expected: ['c0', 'c1'] },
    { why: 'a strike and a blast can be one', inputs: told({ ...strike, quote: 'the cannery wall fell' }, { ...strike, type: 'explosion', quote: 'the cannery blew up' }), expected: ['c0+c1'] },
    { why: 'missiles and drones are told apart', inputs: told({ ...strike, weapons: ['missile'] }, { ...strike, weapons: ['drone'] }), expected: ['c0', 'c1'] },
    { why: 'sixteen missiles are missiles, though no weapon is named beside', inputs: told({ ...strike, type: 'interception', counts: [{ measure: 'intercepted', of: 'missile', value: 16 }] }, { ...strike, type: 'interception', counts: [{ measure: 'intercepted', of: 'drone', value: 16 }] }), expected: ['c0', 'c1'] },
    { why: 'shells and rockets are told of one attack', inputs: told({ ...strike, weapons: ['artillery'] }, { ...strike, weapons: ['rocket'] }), expected: ['c0+c1'] },
    { why: 'two sides blamed for one strike', inputs: told({ ...strike, by: 'North', counts: [killed(7)] }, { ...strike, by: 'South', counts: [killed(7)] }), expected: ['c0+c1'] },
    { why: 'a bare count joins the strike it speaks of', inputs: [report('a', '2031-03-02', [claim('a1', strike), claim('a2', { place: PLACES.velm, start: 50, counts: [killed(3)] })])], expected: ['a1+a2'] },
    { why: 'a bare count in a district joins the strike on its town', inputs: [report('a', '2031-03-02', [claim('a1', strike), claim('a2', { place: PLACES.port, start: 50, counts: [killed(3)] })])], expected: ['a1+a2'] },
    { why: 'a bare count elsewhere does not', inputs: [report('a', '2031-03-02', [claim('a1', strike), claim('a2', { place: PLACES.osk, start: 50, counts: [killed(3)] })])], expected: ['a1', 'a2'] },
    { why: 'what was shot down counts for the interception', inputs: [report('a', '2031-03-02', [claim('a1', { ...strike, type: 'interception' }), claim('a2', { ...strike, start: 9 }), claim('a3', { place: PLACES.velm, start: 50, counts: [{ measure: 'intercepted', of: 'drone', value: 9 }] })])], expected: ['a1+a3', 'a2'] },
    { why: 'a bare count of another report joins by place, day and number', inputs: told({ ...strike, counts: [killed(17)] }, { place: PLACES.velm, date: on('2031-03-02'), counts: [killed(17)] }), expected: ['c0+c1'] },
    { why: 'a report that knows only the region, by a rare number', inputs: told({ ...strike, quote: 'shells on the cannery', counts: [killed(17)] }, { ...strike, place: PLACES.region, quote: 'shells on a cannery', counts: [killed(17)] }), expected: ['c0+c1'] },
    { why: 'one report tells a strike on the town and one on the region', inputs: [report('a', '2031-03-02', [claim('a1', strike), claim('a2', { ...strike, place: PLACES.region, start: 9 })])], expected: ['a1', 'a2'] },
    { why: 'one report tells of two days', inputs: [report('a', '2031-03-02', [claim('a1', strike), claim('a2', { ...strike, date: on('2031-03-01'), start: 9 })])], expected: ['a1', 'a2'] },
    { why: 'background months ago joins the event it speaks of', inputs: [report('a', '2031-03-03', [claim('a1', strike)]), report('b', '2031-06-10', [claim('b1', { ...strike, date: on('2031-06-09') }), claim('b2', { ...strike, start: 90 })])], expected: ['a1+b2', 'b1'] },
    { why: 'morning and evening of one day', inputs: told({ ...strike, date: at('Sunday morning') }, { ...strike, date: at('Sunday evening') }), expected: ['c0', 'c1'] },
    { why: 'a night runs into the early morning', inputs: told({ ...strike, date: at('Sunday night') }, { ...strike, date: at('early on Sunday') }), expected: ['c0+c1'] },
    { why: 'who tells no hour goes with any', inputs: told({ ...strike, date: at('at 4pm on Sunday') }, strike), expected: ['c0+c1'] },
    { why: 'one report tells a second strike', inputs: [one('A strike hit Velm. A second strike hit Velm.')], expected: ['r0', 'r1'] },
    { why: 'one report says that it was hit again', inputs: [one('A strike hit Velm. It was struck again.')], expected: ['r0', 'r1'] },
    { why: 'a second clause of one sentence', inputs: [one('A strike hit Velm; another drone strike followed.')], expected: ['r0', 'r1'] },
    { why: 'what goes on about the second strike is of it', inputs: [one('A strike hit Velm. A second strike hit Velm. The second strike hit a pier.')], expected: ['r0', 'r1+r2'] },
    { why: 'a second day of strikes is no second strike', inputs: [one('A strike hit Velm. The strike came on the second day.')], expected: ['r0+r1'] },
    { why: 'the same town in talks is no strike', inputs: told(strike, { ...strike, type: 'diplomacy' }), expected: ['c0', 'c1'] },
  ]
  it.each(rows)('$why', ({ inputs, expected }) => expect(groups(inputs)).toEqual(expected))
})

describe('headlines alone', () => {
  const headline = (name: string, published: string, title: string, claims: Told[] = []): ResolveInput => report(name, published, claims.map((one, i) => claim(`${name}${i}`, { quote: title, ...one })), { title, text: title })
  const together = (...inputs: ResolveInput[]): string[][] => resolve(inputs).map((incident) => incident.reports)
  it('of one day find each other by their words', () => {
    expect(together(headline('a', '2031-03-02', 'Ferry pier burns in Osk, harbour master says', [{ type: 'strike', place: PLACES.country }]), headline('b', '2031-03-02', 'Harbour ferry pier in flames after raid', [{ type: 'strike', place: PLACES.country }]))).toEqual([['a', 'b']])
  })
  it('a headline in which nothing was found joins, and makes no incident of its own', () => {
    expect(together(headline('a', '2031-03-02', 'Ferry pier burns in Osk', [{ type: 'strike', place: PLACES.country }]), headline('b', '2031-03-02', 'Ferry pier still smoking'))).toEqual([['a', 'b']])
    expect(together(headline('a', '2031-03-02', 'Ferry pier burns in Osk'), headline('b', '2031-03-02', 'Ferry pier still smoking'))).toEqual([])
  })
  it('an article in which nothing was found joins nothing', () => {
    expect(together(headline('a', '2031-03-02', 'Ferry pier burns in Osk', [{ type: 'strike', place: PLACES.country }]), report('b', '2031-03-02', [], { title: 'Ferry pier still smoking', text: 'Ferry pier still smoking\nIt smoked all day.' }))).toEqual([['a']])
  })
  it('on the talks stand with those on the deaths, and do not name the kind', () => {
    const [incident] = resolve([headline('a', '2031-03-02', 'Shells hit Osk pier', [{ type: 'strike', place: PLACES.country }]), headline('b', '2031-03-02', 'Envoys argue over Osk pier', [{ type: 'diplomacy', place: PLACES.country }]), headline('c', '2031-03-02', 'Envoys leave after Osk pier raid', [{ type: 'diplomacy', place: PLACES.country }])])
    expect(incident).toMatchObject({ type: 'strike', reports: ['a', 'b', 'c'] })
  })
  it('of soldiers of two sides are of two events', () => {
    const soldier = { place: PLACES.country, counts: [killed(1, { of: 'combatant' as const })] }
    expect(together(headline('a', '2031-03-02', 'Iranian soldier killed in the hills', [soldier]), headline('b', '2031-03-02', 'Rebel fighter killed in the hills', [soldier]))).toEqual([['a'], ['b']])
  })
})

describe('an incident', () => {
  it('takes what most say, the finest place and the stated day', () => {
    const [incident] = resolve([
      ...told({ ...strike, by: 'North', weapons: ['drone'], counts: [killed(17)], quote: 'the cannery burned' }, { ...strike, by: 'North', date: null, weapons: [], counts: [killed(17)], quote: 'the cannery burned' }, { ...strike, place: PLACES.region, counts: [killed(17)], quote: 'the cannery burned' }),
    ])
    expect(incident).toMatchObject({ id: 'c0', type: 'strike', place: { name: 'Velm' }, date: { from: '2031-03-02', to: '2031-03-02', written: '2031-03-02' }, by: 'North', weapons: ['drone'], origins: 3, agreement: 'corroborated', reports: ['r0', 'r1', 'r2'], review: 'unreviewed' })
  })
  it('names first the reports of which it is the main incident', () => {
    const background = report('a', '2031-03-02', [claim('a1', { ...strike, place: PLACES.osk }), claim('a2', { ...strike, start: 80 })])
    const incidents = resolve([background, report('b', '2031-03-03', [claim('b1', strike)])])
    expect(incidents.map((incident) => incident.reports)).toEqual([['a'], ['b', 'a']])
  })
  it('comes last where no report is mainly about it', () => {
    const incidents = resolve([report('a', '2031-03-03', [claim('a1', { ...strike, date: on('2031-03-03') }), claim('a2', { ...strike, place: PLACES.osk, date: on('2030-01-01'), start: 80 })])])
    expect(incidents.map((incident) => incident.id)).toEqual(['a1', 'a2'])
  })
})

describe('running totals', () => {
  it('stand under their claimant and day, apart from events', () => {
    const total = (value: number, who: string, day: string): Told => ({ place: PLACES.country, date: { from: '2031-01-01', to: day, written: 'so far' }, who, counts: [killed(value, { cumulative: true })] })
    const incidents = resolve(told(total(6000, 'General Staff of North', '2031-03-02'), total(6000, 'general staff of North', '2031-03-02'), total(6200, 'General Staff of North', '2031-03-03'), total(900, 'South', '2031-03-02'), { ...strike, counts: [killed(2)] }))
    expect(incidents.map(({ kind, claims, figures }) => [kind ?? 'event', claims.join('+'), figures[0]!.best])).toEqual([['event', 'c4', 2], ['total', 'c0+c1', 6000], ['total', 'c3', 900], ['total', 'c2', 6200]])
  })
})

describe('a live blog', () => {
  const post = (id: string, supersedes: string | null = null): Post => ({ id, author: null, heading: null, time: null, modified: null, supersedes, start: 0, end: 1 })
  it('an earlier version of a post stands with the later one, whatever day it calls today', () => {
    const posts = [post('new', 'old'), post('old')]
    const incidents = resolve([report('blog', '2031-03-03', [
      claim('n1', { ...strike, post: 0, counts: [killed(3)] }),
      claim('o1', { ...strike, post: 1, start: 500, date: on('2031-03-03'), counts: [killed(2)] }),
    ], { posts })])
    expect(incidents).toHaveLength(1)
    expect(incidents[0]!.figures[0]).toMatchObject({ low: 3, best: 3, high: 3 })
    expect(incidents[0]!.figures[0]!.says.map(({ value, superseded_by }) => [value, superseded_by])).toEqual([[3, null], [2, 'n1']])
  })
})

describe('wholes, parts and links', () => {
  const of = (inputs: ResolveInput[], id: string) => resolve(inputs).find((incident) => incident.claims.includes(id))!
  const country = { ...strike, place: PLACES.country }
  it('a wave over the country has its towns as parts', () => {
    const inputs = told({ ...country, counts: [{ measure: 'launched', of: 'missile', value: 40 }] }, { ...strike, weapons: ['missile'], counts: [killed(2)] })
    expect(of(inputs, 'c1').part_of).toBe('c0')
    expect(of(inputs, 'c0').part_of).toBeNull()
    expect(of(inputs, 'c0').figures.map(({ measure }) => measure)).toEqual(['launched'])
  })
  it('what one report tells of country and town is whole and part', () => {
    const inputs = [report('a', '2031-03-02', [claim('a1', country), claim('a2', { ...strike, start: 60 })])]
    expect(of(inputs, 'a2').part_of).toBe('a1')
  })
  it('of what nobody tells together nothing is part', () => {
    expect(of(told(country, { ...strike, counts: [killed(2)] }), 'c1').part_of).toBeNull()
  })
  it('a wave of drones does not hold what a missile hit', () => {
    expect(of(told({ ...country, counts: [{ measure: 'launched', of: 'drone', value: 40 }] }, { ...strike, weapons: ['missile'] }), 'c1').part_of).toBeNull()
  })
  it('missiles shot down over a town are no part of a night of drones, though aircraft helped to shoot them down', () => {
    const shot = (of: 'drone' | 'missile', value: number) => ({ type: 'interception', by: 'South', counts: [{ measure: 'intercepted' as const, of, value }] })
    const wave = { ...shot('drone', 16), place: PLACES.country, date: strike.date, weapons: ['aircraft'] }
    expect(of(told(wave, { ...shot('missile', 16), place: PLACES.velm, date: strike.date }), 'c1').part_of).toBeNull()
    expect(of(told(wave, { ...shot('drone', 3), place: PLACES.velm, date: strike.date }), 'c1').part_of).toBe('c0')
  })
  it('an interception belongs to the strike it met, a strike to the alert, a blackout to the strike before it', () => {
    const inputs = told({ ...strike, by: 'North', weapons: ['drone'] }, { ...strike, type: 'interception', by: 'South', against: 'North', weapons: ['drone'] }, { ...strike, type: 'air_raid_alert' }, { ...strike, type: 'infrastructure_disruption', date: on('2031-03-03') })
    expect(of(inputs, 'c1').links).toEqual([{ as: 'interception_of', incident: 'c0' }, { as: 'under_alert', incident: 'c2' }])
    expect(of(inputs, 'c0').links).toEqual([{ as: 'under_alert', incident: 'c2' }])
    expect(of(inputs, 'c3').links).toEqual([{ as: 'caused_by', incident: 'c0' }])
  })
})

describe('order, batches and repetition', () => {
  it('do not matter', () => {
    const place = fc.constantFrom(...Object.values(PLACES), null)
    const made = fc.record({
      type: fc.constantFrom('strike', 'interception', 'explosion', null), place, weapons: fc.constantFrom<string[]>([], ['drone'], ['missile']),
      day: fc.constantFrom(null, '2031-03-01', '2031-03-02', '2031-03-03'), by: fc.constantFrom(null, 'North', 'South'), value: fc.integer({ min: 1, max: 4 }), counted: fc.boolean(), cumulative: fc.boolean(), who: fc.constantFrom(undefined, 'the mayor', 'Arno Belk'),
    })
    const reports = fc.array(fc.record({ published: fc.constantFrom('2031-03-02', '2031-03-03', null), claims: fc.array(made, { maxLength: 4 }), title: fc.constantFrom(null, 'Market hall burns in harbour', 'Bridge struck twice') }), { maxLength: 9 })
    fc.assert(fc.property(reports, fc.integer(), (drawn, seed) => {
      const inputs = drawn.map((one, i) => report(`r${i}`, '', one.claims.map((made, k) => claim(`c${i}.${k}`, { type: made.type, place: made.place, weapons: made.weapons, by: made.by, start: k * 10, date: made.day ? on(made.day) : null, counts: made.counted ? [killed(made.value, { cumulative: made.cumulative })] : [], ...(made.who === undefined ? {} : { who: made.who }) })), { published: one.published, title: one.title, ...(one.title === null ? {} : { text: one.title }) }))
      const shuffled = [...inputs, ...inputs.filter((_, i) => (i + seed) % 3 === 0)].map((input, i) => ({ input, at: Math.sin(i * 12.9898 + seed) })).sort((a, b) => a.at - b.at).map(({ input }) => input)
      const expected = resolve(inputs)
      expect(JSON.stringify(resolve(shuffled))).toBe(JSON.stringify(expected))
      expect(expected.flatMap((incident) => incident.claims).sort()).toEqual(inputs.flatMap((input) => input.claims.map((one) => one.id)).sort())
    }), { numRuns: 300 })
  })
})
