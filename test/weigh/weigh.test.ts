import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import type { Figure, Incident } from '../../src/model/incident.ts'
import { countedOnce, matrixOf } from '../../src/model/matrix.ts'
import type { Post } from '../../src/model/report.ts'
import { weigh, type RuleName, type WeighedClaim } from '../../src/stages/weigh/index.ts'
import { claim, type Told } from '../resolve/made.ts'

type Said = Omit<Told, 'post'> & { outlet?: string, published?: string, report?: string, post?: Post }

/** Claims said one after the other, of one incident. */
function voices(said: readonly Said[]): WeighedClaim[] {
  return said.map(({ outlet = 'Harbour Post', published = '2031-03-02', report = outlet, post, ...told }, i) => ({
    claim: claim(`c${i}`, told), report, key: report, published, outlet, post: post ?? null, origin: outlet.toLowerCase(),
  }))
}
const killed = (value: number, more: object = {}): Claim['quantities'][number] => ({ measure: 'killed', of: 'person', value, bound: 'exact', cumulative: false, start: 0, end: 1, ...more })
const figure = (said: readonly Said[], rule: RuleName = 'ucdp', measure = 'killed', of = 'person'): Figure => weigh(voices(said), { rule }).figures.find((one) => one.measure === measure && one.of === of)!
const range = ({ low, best, high }: Figure): (number | null)[] => [low, best, high]

describe('low, best and high', () => {
  const rows: { why: string, said: Said[], rule?: RuleName, expected: (number | null)[] }[] = [
    { why: 'one voice', said: [{ counts: [killed(3)] }], expected: [3, 3, 3] },
    { why: 'two voices that differ', said: [{ counts: [killed(3)] }, { outlet: 'Hill Radio', counts: [killed(5)] }], expected: [3, 3, 5] },
    { why: 'what more origins say is best', said: [{ counts: [killed(3)] }, { outlet: 'Hill Radio', counts: [killed(5)] }, { outlet: 'Coast News', counts: [killed(5)] }], expected: [3, 5, 5] },
    { why: 'later reporting weighs more', said: [{ counts: [killed(3)] }, { outlet: 'Hill Radio', published: '2031-03-05', counts: [killed(6)] }], expected: [3, 6, 6] },
    { why: 'at least raises low', said: [{ counts: [killed(4, { bound: 'at_least' })] }], expected: [4, 4, 4] },
    { why: 'at most is no low', said: [{ counts: [killed(2)] }, { outlet: 'Hill Radio', counts: [killed(9, { bound: 'at_most' })] }], expected: [2, 2, 9] },
    { why: 'a vague number is never best', said: [{ counts: [killed(24, { bound: 'vague' })] }], expected: [24, null, null] },
    { why: 'beside a number a vague one moves nothing', said: [{ counts: [killed(31)] }, { outlet: 'Hill Radio', counts: [killed(24, { bound: 'vague' })] }], expected: [31, 31, 31] },
    { why: 'unconfirmed moves only high', said: [{ counts: [killed(2)] }, { outlet: 'Hill Radio', stance: 'unconfirmed', counts: [killed(7)] }], expected: [2, 2, 7] },
    { why: 'unconfirmed alone is all there is', said: [{ stance: 'unconfirmed', counts: [killed(7)] }], expected: [7, 7, 7] },
    { why: 'denied counts for nothing', said: [{ counts: [killed(2)] }, { outlet: 'Hill Radio', stance: 'denied', counts: [killed(7)] }], expected: [2, 2, 2] },
    { why: 'a running total is no figure of one strike', said: [{ counts: [killed(2)] }, { outlet: 'Hill Radio', counts: [killed(900, { cumulative: true })] }], expected: [2, 2, 2] },
    { why: 'acled takes the most conservative', rule: 'acled', said: [{ counts: [killed(3)] }, { outlet: 'Hill Radio', counts: [killed(5)] }, { outlet: 'Coast News', counts: [killed(5)] }], expected: [3, 3, 5] },
    { why: 'acled makes dozens 12, and still no best', rule: 'acled', said: [{ counts: [killed(24, { bound: 'vague' })] }], expected: [12, null, 12] },
    { why: 'acled makes hundreds 100', rule: 'acled', said: [{ counts: [killed(200, { bound: 'vague' })] }], expected: [100, null, 100] },
    { why: 'airwars gives minimum and maximum, and leaves best to the reader', rule: 'airwars', said: [{ counts: [killed(3)] }, { outlet: 'Hill Radio', counts: [killed(5)] }], expected: [3, null, 5] },
  ]
  it.each(rows)('$why', ({ said, rule, expected }) => expect(range(figure(said, rule))).toEqual(expected))

  it('acled counts deaths alone', () => {
    expect(range(figure([{ counts: [killed(3, { measure: 'injured' })] }], 'acled', 'injured'))).toEqual([null, null, null])
  })
  it('the rule is said beside the figure', () => {
    expect(figure([{ counts: [killed(3)] }], 'airwars').rule).toBe('airwars')
  })
})

describe('the case that docs/figures.md works through', () => {
  const said: Said[] = [{ who: 'the mayor', counts: [killed(3)] }, { outlet: 'Hill Radio', counts: [killed(5)] }, { outlet: 'Coast News', published: '2031-03-04', counts: [killed(5, { bound: 'at_least' })] }]
  const rows: [rule: RuleName, expected: (number | null)[], grade: string | null][] = [['ucdp', [3, 5, 5], null], ['acled', [3, 3, 5], null], ['airwars', [3, null, 5], 'fair']]
  it.each(rows)('%s', (rule, expected, grade) => { const one = figure(said, rule); expect([range(one), one.grade ?? null]).toEqual([expected, grade]) })
})

describe('airwars grades', () => {
  const rows: { why: string, said: Said[], expected: string | null }[] = [
    { why: 'one source', said: [{ counts: [killed(3)] }], expected: 'weak' },
    { why: 'two sources that agree', said: [{ counts: [killed(3)] }, { outlet: 'Hill Radio', counts: [killed(3)] }], expected: 'fair' },
    { why: 'rival blame', said: [{ by: 'North', counts: [killed(3)] }, { outlet: 'Hill Radio', by: 'South', counts: [killed(3)] }], expected: 'contested' },
    { why: 'the side that did it says so', said: [{ by: 'Iran', who: 'the Iranian army', counts: [killed(3)] }], expected: 'confirmed' },
    { why: 'two sources whose numbers differ: minimum and maximum, nobody disputing it', said: [{ counts: [killed(3)] }, { outlet: 'Hill Radio', counts: [killed(5)] }], expected: 'fair' },
    { why: 'denied by another', said: [{ counts: [killed(3)] }, { outlet: 'Hill Radio', who: 'the army', stance: 'denied' }], expected: 'contested' },
    { why: 'many outlets quoting one official', said: [{ who: 'the mayor', counts: [killed(3)] }, { outlet: 'Hill Radio', who: 'the mayor', counts: [killed(3)] }], expected: 'weak' },
    { why: 'soldiers alone', said: [{ counts: [killed(3, { of: 'combatant' })] }], expected: 'discounted' },
  ]
  it.each(rows)('$why: $expected', ({ said, expected }) => expect(weigh(voices(said), { rule: 'airwars' }).figures[0]!.grade).toBe(expected))
})

describe('what a later word of the same voice replaces', () => {
  const standing = (said: readonly Said[]): number[] => figure(said).says.filter((one) => one.superseded_by === null).map((one) => one.value)
  const post = (id: string, supersedes: string | null = null): Post => ({ id, author: null, heading: null, time: null, modified: null, supersedes, start: 0, end: 1 })
  const at = (time: string, more: Partial<Post> = {}): Post => ({ ...post(time), time: `2031-03-02T${time}:00Z`, ...more })
  const rows: { why: string, said: Said[], expected: number[] }[] = [
    { why: 'two deaths, then three, in one outlet', said: [{ counts: [killed(2)] }, { report: 'later', published: '2031-03-03', counts: [killed(3)] }], expected: [3] },
    { why: 'a printed version of a post', said: [{ post: post('new', 'old'), counts: [killed(3)] }, { post: post('old'), counts: [killed(2)] }], expected: [3] },
    { why: 'one official in two outlets', said: [{ who: 'Mayor Arno Belk', counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', who: 'Belk', counts: [killed(4)] }], expected: [4] },
    { why: 'one ministry in other words', said: [{ who: "Norland's defence ministry", counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', who: 'the Norland Ministry of Defence', counts: [killed(4)] }], expected: [4] },
    { why: 'one army by its proper name', said: [{ who: 'the Israeli military', counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', who: 'IDF', counts: [killed(4)] }], expected: [4] },
    { why: 'a ministry without its state, where one alone speaks', said: [{ who: 'the Ministry of Defence', counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', who: 'Russian Defense Ministry', counts: [killed(4)] }], expected: [4] },
    { why: 'a ministry without its state, where two speak', said: [{ who: 'the Ministry of Defence', counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', who: 'Russian Defense Ministry', counts: [killed(4)] }, { outlet: 'Coast News', published: '2031-03-03', who: 'Ukrainian Defence Ministry', counts: [killed(5)] }], expected: [2, 4, 5] },
    { why: 'a family name that two people bear', said: [{ who: 'Belk', counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', who: 'Arno Belk', counts: [killed(4)] }, { outlet: 'Coast News', published: '2031-03-03', who: 'Ida Belk', counts: [killed(5)] }], expected: [2, 4, 5] },
    { why: 'an abbreviation and the name that it is of', said: [{ who: 'NLF', counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', who: 'Norland Liberation Front', counts: [killed(4)] }], expected: [4] },
    { why: 'a spokesman and his body in other words', said: [{ who: 'the Russian Ministry of Defence', counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', who: 'Igor Belk', role: "Russia's defence ministry spokesman", counts: [killed(4)] }], expected: [4] },
    { why: 'another outlet replaces nothing', said: [{ counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', counts: [killed(3)] }], expected: [2, 3] },
    { why: 'a summary repeats an earlier number after a later one was told', said: [{ who: 'the mayor', post: at('10:00'), counts: [killed(3)] }, { who: 'the mayor', post: at('12:00'), counts: [killed(5)] }, { who: 'the mayor', post: at('13:00', { summary: true }), counts: [killed(3)] }], expected: [5] },
    { why: 'and without naming who said it', said: [{ who: 'the mayor', post: at('10:00'), counts: [killed(3)] }, { who: 'the mayor', post: at('12:00'), counts: [killed(5)] }, { post: at('13:00', { summary: true }), counts: [killed(3)] }], expected: [5] },
    { why: 'what only the summary says is said by it', said: [{ who: 'the mayor', post: at('10:00'), counts: [killed(3)] }, { who: 'the mayor', post: at('13:00', { summary: true }), counts: [killed(6)] }], expected: [6] },
    { why: 'dozens do not replace a number', said: [{ counts: [killed(31)] }, { report: 'later', published: '2031-03-03', counts: [killed(24, { bound: 'vague' })] }], expected: [31, 24] },
    { why: 'at least two takes nothing back from three', said: [{ counts: [killed(3)] }, { report: 'later', published: '2031-03-03', counts: [killed(2, { bound: 'at_least' })] }], expected: [3, 2] },
    { why: 'two numbers at one time both stand', said: [{ counts: [killed(2)] }, { report: 'other', counts: [killed(3)] }], expected: [2, 3] },
    { why: 'what is kept is marked by what replaced it, and counts no more', said: [{ counts: [killed(9)] }, { report: 'later', published: '2031-03-03', counts: [killed(3)] }], expected: [3] },
  ]
  it.each(rows)('$why', ({ said, expected }) => expect(standing(said)).toEqual(expected))

  it('a summary is no new voice: what it repeats is said by whom the post names, and by its own outlet where it is new', () => {
    const heard = [{ who: 'the mayor', post: at('10:00'), counts: [killed(3)] }, { outlet: 'Hill Radio', who: 'the mayor', counts: [killed(3)] }]
    const origins = (more: Said): number => weigh(voices([...heard, more])).origins
    expect(origins({ post: at('13:00', { summary: true }), counts: [killed(3)] })).toBe(1)
    expect(figure([...heard, { post: at('13:00', { summary: true }), counts: [killed(3)] }]).says.map(({ claim }) => claim)).toHaveLength(3)
  })

  it('keeps every value with its words', () => {
    const { says, high } = figure([{ counts: [killed(9)] }, { report: 'later', published: '2031-03-03', counts: [killed(3)] }])
    expect(says.map(({ value, superseded_by, quote }) => [value, superseded_by, quote])).toEqual([[9, 'c1', 'said in c0'], [3, null, 'said in c1']])
    expect(high).toBe(3)
  })
})

describe('the wounded who die', () => {
  const injured = (value: number): Claim['quantities'][number] => killed(value, { measure: 'injured' })
  const died = (value: number, quote: string, published = '2031-03-04'): Said => ({ who: 'the mayor', published, report: `died ${published} ${value}`, quote, counts: [killed(value)] })
  const first: Said = { who: 'the mayor', counts: [killed(3), injured(7)] }
  const rows: { why: string, said: Said[], dead: (number | null)[], hurt: (number | null)[] }[] = [
    { why: 'nobody died since', said: [first], dead: [3, 3, 3], hurt: [7, 7, 7] },
    { why: 'one moves from the injured to the dead', said: [first, died(1, 'one of the injured died')], dead: [4, 4, 4], hurt: [6, 6, 6] },
    { why: 'two, one after the other', said: [first, died(1, 'a woman died of her wounds'), died(1, 'a man died in hospital', '2031-03-05')], dead: [5, 5, 5], hurt: [5, 5, 5] },
    { why: 'the new toll has him in it', said: [first, died(1, 'one of the injured died'), { who: 'the mayor', published: '2031-03-04', report: 'toll', counts: [killed(4)] }], dead: [4, 4, 4], hurt: [6, 6, 6] },
    { why: 'injured counted anew are left as they are', said: [first, died(1, 'one of the injured died'), { who: 'the mayor', published: '2031-03-05', report: 'anew', counts: [injured(9)] }], dead: [4, 4, 4], hurt: [9, 9, 9] },
    { why: 'another voice\'s count is another\'s', said: [{ who: 'the governor', outlet: 'Hill Radio', counts: [killed(3), injured(7)] }, died(1, 'one of the injured died')], dead: [3, 3, 3], hurt: [7, 7, 7] },
    { why: 'died, of nobody counted before', said: [died(1, 'a man died of his wounds')], dead: [1, 1, 1], hurt: [] },
    { why: 'some of the wounded are no new number of wounded', said: [first, { who: 'the mayor', published: '2031-03-05', report: 'part', quote: 'two of those wounded', counts: [injured(2)] }], dead: [3, 3, 3], hurt: [7, 7, 7] },
    { why: 'a lower toll later, without such words, is a correction', said: [first, died(1, 'one person was killed')], dead: [1, 1, 1], hurt: [7, 7, 7] },
  ]
  it.each(rows)('$why', ({ said, dead, hurt }) => {
    const one = (measure: string): (number | null)[] => { const found = weigh(voices(said)).figures.find((each) => each.measure === measure); return found ? range(found) : [] }
    expect([one('killed'), one('injured')]).toEqual([dead, hurt])
  })
  it('values stay as they were said, marked with who says the rest', () => {
    const { figures } = weigh(voices([first, died(1, 'one of the injured died')]))
    expect(figures.map(({ measure, says }) => [measure, says.map(({ value, moved, aside }) => [value, moved?.by ?? null, moved?.claims ?? null, aside ?? null])])).toEqual([
      ['killed', [[3, 1, ['c1'], null], [1, null, null, 'died_since']]], ['injured', [[7, -1, ['c1'], null]]],
    ])
  })
})

it('what befell people comes first, the gravest before the rest, a whole before its parts, whatever order it was told in', () => {
  const counts = [killed(400, { measure: 'evacuated' }), killed(20, { measure: 'damaged', of: 'building' }), killed(9, { measure: 'injured' }), killed(1, { measure: 'destroyed', of: 'school' }), killed(2, { of: 'child' }), killed(5)]
  for (const told of [counts, counts.toReversed()]) expect(weigh(voices([{ who: 'the mayor', counts: told }])).figures.map(({ measure, of }) => `${measure} ${of}`)).toEqual(['killed person', 'killed child', 'injured person', 'evacuated person', 'damaged building', 'destroyed school'])
})

describe('the matrix of voices by figures', () => {
  it('a row a voice, a column a figure; rows of one origin count once', () => {
    const { figures } = weigh(voices([{ who: 'the mayor', counts: [killed(3), killed(7, { measure: 'injured' })] }, { outlet: 'Hill Radio', who: 'the mayor', counts: [killed(3)] }, { outlet: 'Coast News', counts: [killed(4)] }]))
    const matrix = matrixOf({ figures })
    expect(matrix.figures.map(({ measure }) => measure)).toEqual(['killed', 'injured'])
    expect(matrix.rows.map(({ voice, outlets, cells }) => [voice, outlets, cells.map((cell) => cell.map(({ value }) => value))])).toEqual([['Coast News', ['Coast News'], [[4], []]], ['the mayor', ['Harbour Post', 'Hill Radio'], [[3], [7]]]])
    expect(countedOnce(matrix)).toEqual([{ origin: 'says mayor', voices: ['the mayor'], outlets: ['Harbour Post', 'Hill Radio'] }])
  })
})

describe('kinds of people', () => {
  it('children among the dead are not added to them', () => {
    const said: Said[] = [{ counts: [killed(5), killed(2, { of: 'child' })] }]
    expect(range(figure(said))).toEqual([5, 5, 5])
    expect(range(figure(said, 'ucdp', 'killed', 'child'))).toEqual([2, 2, 2])
  })
  it('civilians and soldiers of one voice without a whole add up', () => {
    expect(range(figure([{ counts: [killed(2, { of: 'civilian' }), killed(3, { of: 'combatant' })] }]))).toEqual([5, 5, 5])
  })
  it('civilians of one voice stand beside the people of another', () => {
    const people = figure([{ counts: [killed(3)] }, { outlet: 'Hill Radio', who: 'the governor', counts: [killed(4, { of: 'civilian', bound: 'at_least' })] }])
    expect(range(people)).toEqual([3, 3, 4])
    expect(people.says.map(({ of }) => of ?? null)).toEqual([null, 'civilian'])
  })
  it('a kind that all count needs no other figure', () => {
    expect(weigh(voices([{ counts: [killed(2, { of: 'civilian' })] }])).figures.map(({ of }) => of)).toEqual(['civilian'])
  })
})

describe('agreement and origins', () => {
  const rows: { why: string, said: Said[], agreement: Incident['agreement'], origins: number }[] = [
    { why: 'one outlet', said: [{}], agreement: 'single', origins: 1 },
    { why: 'two outlets', said: [{}, { outlet: 'Hill Radio' }], agreement: 'corroborated', origins: 2 },
    { why: 'many outlets that quote one official', said: [{ who: 'the mayor' }, { outlet: 'Hill Radio', who: 'The mayor' }, { outlet: 'Coast News', who: 'the mayor' }], agreement: 'single', origins: 1 },
    { why: 'an outlet that names its source speaks from it', said: [{ who: 'the mayor' }, {}], agreement: 'single', origins: 1 },
    { why: 'a body and its spokesman', said: [{ who: 'the air force' }, { outlet: 'Hill Radio', who: 'Ivo Tarn', role: 'air force spokesman' }], agreement: 'single', origins: 1 },
    { why: 'an outlet that another quotes', said: [{ outlet: 'Reuters' }, { outlet: 'Hill Radio', who: 'Reuters' }], agreement: 'single', origins: 1 },
    { why: 'numbers that cannot both be true', said: [{ counts: [killed(2)] }, { outlet: 'Hill Radio', counts: [killed(6)] }], agreement: 'contested', origins: 2 },
    { why: 'at least two and six can both be true', said: [{ counts: [killed(2, { bound: 'at_least' })] }, { outlet: 'Hill Radio', counts: [killed(6)] }], agreement: 'corroborated', origins: 2 },
    { why: 'a lower number of an earlier day was true then', said: [{ counts: [killed(2)] }, { outlet: 'Hill Radio', published: '2031-03-03', counts: [killed(6)] }], agreement: 'corroborated', origins: 2 },
    { why: 'four civilians are not among three people', said: [{ counts: [killed(3)] }, { outlet: 'Hill Radio', counts: [killed(4, { of: 'civilian', bound: 'at_least' })] }], agreement: 'contested', origins: 2 },
    { why: 'three civilians may be among five people', said: [{ counts: [killed(5)] }, { outlet: 'Hill Radio', counts: [killed(3, { of: 'civilian' })] }], agreement: 'corroborated', origins: 2 },
    { why: 'soldiers and civilians are other people', said: [{ counts: [killed(3, { of: 'civilian' })] }, { outlet: 'Hill Radio', counts: [killed(9, { of: 'combatant' })] }], agreement: 'corroborated', origins: 2 },
    { why: 'vague and number agree', said: [{ counts: [killed(24, { bound: 'vague' })] }, { outlet: 'Hill Radio', counts: [killed(31)] }], agreement: 'corroborated', origins: 2 },
    { why: 'about forty and forty-one agree', said: [{ counts: [killed(40, { bound: 'about' })] }, { outlet: 'Hill Radio', counts: [killed(41)] }], agreement: 'corroborated', origins: 2 },
    { why: 'two sides blamed', said: [{ type: 'strike', by: 'North' }, { outlet: 'Hill Radio', type: 'strike', by: 'South' }], agreement: 'contested', origins: 2 },
    { why: 'the report itself carries a contrary account', said: [{ contested: true }], agreement: 'contested', origins: 1 },
    { why: 'asserted and denied', said: [{}, { outlet: 'Hill Radio', who: 'the army', stance: 'denied' }], agreement: 'contested', origins: 1 },
    { why: 'denied by all who speak of it', said: [{ who: 'the army', stance: 'denied' }], agreement: 'denied', origins: 1 },
    { why: 'unconfirmed and denied', said: [{ stance: 'unconfirmed' }, { outlet: 'Hill Radio', who: 'the army', stance: 'denied' }], agreement: 'denied', origins: 1 },
    { why: 'who denies it is no source of the outlet that asserts it', said: [{}, { who: 'the army', stance: 'denied' }], agreement: 'contested', origins: 1 },
    { why: 'running totals do not contradict a strike', said: [{ counts: [killed(2)] }, { outlet: 'Hill Radio', counts: [killed(900, { cumulative: true })] }], agreement: 'corroborated', origins: 2 },
  ]
  it.each(rows)('$why: $agreement, $origins', ({ said, agreement, origins }) => expect(weigh(voices(said))).toMatchObject({ agreement, origins }))

  it('shows the pair of sentences that makes it so', () => {
    const { disagreements } = weigh(voices([{ quote: 'two died', counts: [killed(2)] }, { outlet: 'Hill Radio', quote: 'six died', counts: [killed(6)] }]))
    expect(disagreements).toEqual([{ over: 'figure', measure: 'killed', of: 'person', claims: ['c0', 'c1'], quotes: ['two died', 'six died'] }])
  })
  it('does not depend on the order of claims', () => {
    const said = voices([{ counts: [killed(2)] }, { outlet: 'Hill Radio', counts: [killed(6)] }, { who: 'Belk', counts: [killed(3)] }, { outlet: 'Coast News', who: 'Mayor Arno Belk', counts: [killed(4)] }])
    expect(weigh([...said].reverse())).toEqual(weigh(said))
  })
})
