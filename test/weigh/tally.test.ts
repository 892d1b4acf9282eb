import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bound, Claim, Counted, Stance } from '../../src/model/claim.ts'
import type { Tally } from '../../src/model/tally.ts'
import { sideBySide } from '../../src/cli/tally-text.ts'
import { tallyCsv } from '../../src/exports/csv/tally.ts'
import { talliesOf, type TalliedClaim } from '../../src/stages/weigh/tally.ts'
import { madeClaim } from '../store/made.ts'

interface Told { who: string | null, day: string, value: number, of?: Counted, from?: string | null, bound?: Bound, quote?: string, outlet?: string, stance?: Stance, against?: string | null, cumulative?: boolean, published?: string }

/** "V WORDS" said of KOLVINO by somebody. */
function told(rows: readonly Told[]): TalliedClaim[] {
  return rows.map(({ who, day, value, of = 'combatant', from = null, bound = 'exact', outlet = 'Harbour Post', stance = 'asserted', against = null, cumulative = true, published = day, quote = `${value} soldiers were killed` }, i) => {
    const id = `claim-${String(i).padStart(3, '0')}`, end = String(value).length
    const claim: Claim = madeClaim(id, {
      quote, end: quote.length, type: null, stance, against, claimant: who === null ? null : { name: who, role: null, channel: null }, date: { from, to: day, written: null, known: 'stated' },
      place: { name: 'Kolvino', country: 'UA', lat: 50, lon: 30, precision: 'settlement', written: 'Kolvino', gazetteerId: 'own:kolvino' }, quantities: [{ measure: 'killed', of, value, bound, cumulative, start: 0, end }],
    })
    return { claim, report: { doc: `r${i}`, key: `r${i}`, outlet, url: null, published } }
  })
}
const points = (tallies: readonly Tally[]): string[] => tallies.flatMap(({ whose, lines }) => lines.flatMap((line) => line.points.map(({ day, value, change, break: broken }) => `${whose ?? '?'} ${line.claimant} ${day.slice(5)} ${value} ${broken ?? change ?? '-'}`)))
const KYIV = "Ukraine's General Staff", MOSCOW = "Russia's defence ministry"

describe('running totals as lines', () => {
  const rows: [why: string, told: Told[], expected: string[]][] = [
    ['nothing counted up', [{ who: KYIV, day: '2031-05-01', value: 3, cumulative: false }], []],
    ['the change between days', [{ who: KYIV, day: '2031-05-04', value: 700 }, { who: KYIV, day: '2031-05-01', value: 600 }], [`? ${KYIV} 05-01 600 -`, `? ${KYIV} 05-04 700 100`]],
    ['many outlets quoting one official are one point', [{ who: KYIV, day: '2031-05-01', value: 600 }, { who: KYIV, day: '2031-05-01', value: 600, outlet: 'Northern Ledger' }], [`? ${KYIV} 05-01 600 -`]],
    ['the last word on a day stands', [{ who: KYIV, day: '2031-05-01', value: 600, published: '2031-05-01T08:00:00Z' }, { who: KYIV, day: '2031-05-01', value: 610, published: '2031-05-01T18:00:00Z' }], [`? ${KYIV} 05-01 610 -`]],
    ['one body in other words is one line', [{ who: KYIV, day: '2031-05-01', value: 600 }, { who: 'the General Staff of the Armed Forces of Ukraine', day: '2031-05-02', value: 650, outlet: 'Northern Ledger' }], ['? the General Staff of the Armed Forces of Ukraine 05-01 600 -', '? the General Staff of the Armed Forces of Ukraine 05-02 650 50']],
    ['each side\'s losses are a thing of their own', [{ who: KYIV, day: '2031-05-01', value: 600, quote: '600 Russian soldiers' }, { who: MOSCOW, day: '2031-05-01', value: 900, quote: '900 Ukrainian soldiers' }], [`Russia ${KYIV} 05-01 600 -`, `Ukraine ${MOSCOW} 05-01 900 -`]],
    ['who counts one side\'s means that side where it is not said', [{ who: KYIV, day: '2031-05-01', value: 600, quote: '600 Russian soldiers' }, { who: KYIV, day: '2031-05-02', value: 650, quote: '650 have died' }], [`Russia ${KYIV} 05-01 600 -`, `Russia ${KYIV} 05-02 650 50`]],
    ['both say how many of one side: side by side', [{ who: KYIV, day: '2031-05-01', value: 600, quote: '600 Russian soldiers' }, { who: MOSCOW, day: '2031-05-02', value: 90, quote: '90 Russian soldiers' }], [`Russia ${MOSCOW} 05-02 90 -`, `Russia ${KYIV} 05-01 600 -`]],
    ['counting another kind from a day on is a break', [{ who: KYIV, day: '2031-05-01', value: 600 }, { who: KYIV, day: '2031-05-03', value: 900, of: 'person' }, { who: KYIV, day: '2031-05-04', value: 910, of: 'person' }], [`? ${KYIV} 05-01 600 -`, `? ${KYIV} 05-03 900 counts_other`, `? ${KYIV} 05-04 910 10`]],
    ['counting two kinds side by side is two things', [{ who: KYIV, day: '2031-05-01', value: 600 }, { who: KYIV, day: '2031-05-01', value: 30, of: 'child' }, { who: KYIV, day: '2031-05-02', value: 610 }, { who: KYIV, day: '2031-05-02', value: 31, of: 'child' }], [`? ${KYIV} 05-01 30 -`, `? ${KYIV} 05-02 31 1`, `? ${KYIV} 05-01 600 -`, `? ${KYIV} 05-02 610 10`]],
    ['counting from another day is a break', [{ who: KYIV, day: '2031-05-01', value: 600, from: '2031-01-01' }, { who: KYIV, day: '2031-05-03', value: 40, from: '2031-05-01' }], [`? ${KYIV} 05-01 600 -`, `? ${KYIV} 05-03 40 other_beginning`]],
    ['a beginning left out once is the one said before', [{ who: KYIV, day: '2031-05-01', value: 600, from: '2031-01-01' }, { who: KYIV, day: '2031-05-03', value: 640 }], [`? ${KYIV} 05-01 600 -`, `? ${KYIV} 05-03 640 40`]],
    ['a total that falls', [{ who: KYIV, day: '2031-05-01', value: 600 }, { who: KYIV, day: '2031-05-03', value: 580 }], [`? ${KYIV} 05-01 600 -`, `? ${KYIV} 05-03 580 fell`]],
    ['at least fewer says only less', [{ who: KYIV, day: '2031-05-01', value: 600 }, { who: KYIV, day: '2031-05-03', value: 500, bound: 'at_least' }], [`? ${KYIV} 05-01 600 -`, `? ${KYIV} 05-03 500 -100`]],
    ['nothing is worked out from a vague number', [{ who: KYIV, day: '2031-05-01', value: 600 }, { who: KYIV, day: '2031-05-03', value: 2000, bound: 'vague', quote: 'thousands' }], [`? ${KYIV} 05-01 600 -`, `? ${KYIV} 05-03 2000 -`]],
    ['what is denied is nobody\'s count', [{ who: KYIV, day: '2031-05-01', value: 600, stance: 'denied' }], []],
    ['an outlet in its own voice', [{ who: null, day: '2031-05-01', value: 600 }], ['? Harbour Post 05-01 600 -']],
  ]
  test.each(rows)('%s', (_why, all, expected) => { expect(points(talliesOf(told(all)))).toEqual(expected) })

  test('each point keeps its words, who else says so and what it replaced', () => {
    const [tally] = talliesOf(told([{ who: KYIV, day: '2031-05-01', value: 590 }, { who: KYIV, day: '2031-05-01', value: 600, published: '2031-05-02' }, { who: KYIV, day: '2031-05-01', value: 600, published: '2031-05-02', outlet: 'Ledger' }]))
    expect(tally!.lines[0]).toMatchObject({ claimant: KYIV, side: 'Ukraine', isOutlet: false, points: [{ quote: '600 soldiers were killed', claim: 'claim-001', also: ['claim-002'], replaced: [{ value: 590, claim: 'claim-000' }] }] })
  })

  test('side by side: what each stood at, as last said', () => {
    const [tally] = talliesOf(told([{ who: KYIV, day: '2031-05-01', value: 600, quote: '600 Russian soldiers' }, { who: KYIV, day: '2031-05-05', value: 700, quote: '700 Russian soldiers' }, { who: MOSCOW, day: '2031-05-03', value: 90, quote: '90 Russian soldiers' }]))
    expect(sideBySide(tally!).map(({ day, values }) => [day.slice(5), ...values.map((value) => value?.value ?? null)])).toEqual([['05-01', 600, null], ['05-03', 600, 90], ['05-05', 700, 90]])
  })

  test('as a table, formulas are text', () => {
    expect(tallyCsv(talliesOf(told([{ who: '=cmd()', day: '2031-05-01', value: 600 }])))).toContain("'=cmd()")
    expect(tallyCsv([]).split('\r\n')).toHaveLength(2)
  })

  test('law: the order of the claims does not matter, and every number is in one place', () => {
    const row = fc.record({ who: fc.constantFrom(KYIV, MOSCOW, null), day: fc.constantFrom('2031-05-01', '2031-05-02', '2031-05-05'), value: fc.integer({ min: 1, max: 9 }), of: fc.constantFrom<Counted>('combatant', 'person', 'child'), from: fc.constantFrom(null, '2031-01-01', '2031-04-01') })
    fc.assert(fc.property(fc.array(row, { maxLength: 10 }).chain((rows) => fc.tuple(fc.constant(told(rows)), fc.shuffledSubarray(told(rows), { minLength: rows.length }))), ([claims, shuffled]) => {
      const tallies = talliesOf(claims)
      expect(talliesOf(shuffled)).toEqual(tallies)
      const kept = tallies.flatMap(({ lines }) => lines.flatMap((line) => line.points.flatMap(({ claim, also, replaced }) => [claim, ...also, ...replaced.map((one) => one.claim)]))).sort()
      expect(kept).toEqual(claims.map(({ claim }) => claim.id).sort())
    }))
  })
})
