// Decisions on a store: taken, told of, kept through a re-run by better rules.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Claim, Quantity } from '../../src/model/claim.ts'
import { claimSubject, incidentSubject, type DecisionRequest } from '../../src/model/decision.ts'
import type { Gazetteer } from '../../src/model/gazetteer.ts'
import type { Incident } from '../../src/model/incident.ts'
import { decide, type Decided } from '../../src/pipeline/decide.ts'
import { refreshIncidents } from '../../src/pipeline/refresh-incidents.ts'
import { decisionsStanding, reviewedIncidents, sourcesOf, casesOf } from '../../src/pipeline/review.ts'
import { DECISION_REQUEST } from '../../src/review/schema.ts'
import { DEFAULT_SETTINGS_KEPT } from '../../src/store/settings.ts'
import { openMemoryStore } from '../../src/store/sqlite/open.ts'
import type { Store } from '../../src/store/store.ts'
import { keep, madeClaim, madeReport } from '../store/made.ts'

const NO_GAZETTEER: Gazetteer = { lookup: () => [] }
const PLACES = { Varnograd: [48.1, 37.2], Osterfeld: [49.9, 36.1], Kolvino: [50.4, 30.5], Tarnova: [46.6, 32.6] } as const
type Town = keyof typeof PLACES

const killed = (value: number, at: number): Quantity => ({ measure: 'killed', of: 'person', value, bound: 'exact', cumulative: false, start: at, end: at + 3 })

function claimOf(id: string, town: Town, value: number, text: string): Claim {
  const quote = text.slice(0, text.indexOf('.')), [lat, lon] = PLACES[town]
  return madeClaim(id, { quote, start: 0, end: quote.length, place: { name: town, country: 'UA', lat, lon, precision: 'settlement', written: town, gazetteerId: `own:${town}`, known: 'stated' }, date: { from: '2031-04-02', to: '2031-04-02', written: '2 April', known: 'stated' }, quantities: [killed(value, 0)] })
}

/** A report that tells of one strike; its text has a second sentence that no rule found. */
const textOf = (town: Town): string => `Six people were killed in ${town} on 2 April. Nine more were hurt by glass.`
async function tell(store: Store, doc: string, town: Town, value: number, engine = 'engine-1', ids = [`${doc}-1`]): Promise<void> {
  const report = madeReport({ key: doc, doc, outlet: `${doc} Post`, text: textOf(town), published: '2031-04-03' })
  await keep(store, report, ids.map((id) => claimOf(id, town, value, report.text)), { engine, record: { file: doc } })
}

let store: Store
beforeEach(async () => {
  store = await openMemoryStore()
  await tell(store, 'aa', 'Varnograd', 6)
  await tell(store, 'bb', 'Varnograd', 7)
  await tell(store, 'cc', 'Osterfeld', 6)
  await tell(store, 'dd', 'Kolvino', 6)
  await tell(store, 'ee', 'Tarnova', 6)
  await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, NO_GAZETTEER)
})
afterEach(() => store.close())

type Asked = DecisionRequest extends infer One ? One extends DecisionRequest ? Omit<One, 'on' | 'reason'> & { reason?: string } : never : never

async function take(asked: Asked, ids: readonly string[], by = 'Ada'): Promise<Decided> {
  const on = await Promise.all(ids.map(async (incident) => ({ incident, state: await store.stateOf(incidentSubject(incident)) })))
  const decided = await decide(store, DECISION_REQUEST.parse({ reason: 'seen', ...asked, on }), { by })
  await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, NO_GAZETTEER)
  return decided
}
async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values) list.push(value)
  return list
}
const incidentsOf = (claims: readonly string[]) => store.incidentsOfClaims(claims)
const incidents = async (): Promise<Incident[]> => all(reviewedIncidents(store, store.incidents(), incidentsOf))
const groups = async (): Promise<string[]> => (await incidents()).map(({ claims }) => claims.join(' ')).sort()
const standing = async (): Promise<string[]> => (await decisionsStanding(store, incidentsOf)).map(({ taken, state, looks }) => `${taken.id} ${taken.decision.kind} ${[state, ...looks.map(({ why }) => why)].join(' ')}`)

describe('decisions', () => {
  test('before any: incidents as the machine has them', async () => {
    expect(await groups()).toEqual(['aa-1 bb-1', 'cc-1', 'dd-1', 'ee-1'])
  })

  test('merge, and both ids lead to it; undo, and both are there again', async () => {
    await take({ kind: 'merge' }, ['aa-1', 'cc-1'])
    expect(await groups()).toEqual(['aa-1 bb-1 cc-1', 'dd-1', 'ee-1'])
    expect(await store.incident('cc-1')).toMatchObject({ as: 'alias', incident: { id: 'aa-1' } })
    await take({ kind: 'undo', decision: 1, state: await store.stateOf('decision 1') }, ['aa-1'])
    expect(await groups()).toEqual(['aa-1 bb-1', 'cc-1', 'dd-1', 'ee-1'])
    expect(await store.incident('cc-1')).toMatchObject({ as: 'current' })
    await take({ kind: 'undo', decision: 2, state: await store.stateOf('decision 2') }, ['aa-1'])
    expect(await groups()).toEqual(['aa-1 bb-1 cc-1', 'dd-1', 'ee-1'])
  })

  test('split, then move, then merge: each later one holds', async () => {
    await take({ kind: 'split', claims: ['bb-1'] }, ['aa-1'])
    expect(await groups()).toEqual(['aa-1', 'bb-1', 'cc-1', 'dd-1', 'ee-1'])
    await take({ kind: 'move', claim: 'bb-1' }, ['bb-1', 'dd-1'])
    expect(await groups()).toEqual(['aa-1', 'bb-1 dd-1', 'cc-1', 'ee-1'])
    await take({ kind: 'merge' }, ['aa-1', 'bb-1'])
    expect(await groups()).toEqual(['aa-1 bb-1 dd-1', 'cc-1', 'ee-1'])
  })

  test('a rejected claim is in no incident; a corrected one says what it was corrected to', async () => {
    await take({ kind: 'reject_claim', claim: 'bb-1', reason: 'of 2014' }, ['aa-1'])
    expect(await groups()).toEqual(['aa-1', 'cc-1', 'dd-1', 'ee-1'])
    await take({ kind: 'correct_claim', claim: 'aa-1', correction: { field: 'quantity', index: 0, value: { ...killed(5, 0), bound: 'at_least' } }, evidence: null, reason: 'misread' }, ['aa-1'])
    expect((await incidents()).find(({ id }) => id === 'aa-1')!.figures[0]).toMatchObject({ low: 5, says: [{ value: 5, bound: 'at_least' }] })
    expect((await sourcesOf(store, ['aa-1'])).get('aa-1')!.claim.quantities[0]!.value).toBe(5)
    expect((await all(casesOf(store, await decisionsStanding(store, incidentsOf)))).map((one) => (one as { case: string }).case)).toEqual(['wrong', 'corrected'])
  })

  test('a claim that was missed is added with its words, and belongs where it was given', async () => {
    const text = textOf('Varnograd'), quote = 'Nine more were hurt', start = text.indexOf(quote)
    const claim = { ...madeClaim('new'), type: null, quote, start, end: start + quote.length, quantities: [{ measure: 'injured' as const, of: 'person' as const, value: 9, bound: 'exact' as const, cumulative: false, start, end: start + 4 }] }
    const decided = await take({ kind: 'add_claim', report: 'aa', claim }, ['aa-1'])
    expect(decided).toMatchObject({ what: 'taken', taken: { decision: { report: 'aa', claim: { rule: 'added by a person' } } } })
    const id = decided.what === 'taken' && decided.taken.decision.kind === 'add_claim' ? decided.taken.decision.claim.id : ''
    expect(id).toMatch(/^[0-9a-f]{20}$/)
    const incident = (await incidents()).find(({ claims }) => claims.includes('aa-1'))!
    expect(incident.claims).toContain(id)
    expect(incident.figures.find(({ measure }) => measure === 'injured')).toMatchObject({ best: 9, says: [{ claim: id, quote }] })
    expect((await sourcesOf(store, [id])).get(id)!.report.key).toBe('aa')
    // furniture before the text moves the words, and the claim with them
    const moved = `By our reporters. ${text}`
    await keep(store, madeReport({ key: 'aa', doc: 'aa', outlet: 'aa Post', text: moved, published: '2031-04-03' }), [claimOf('aa-1', 'Varnograd', 6, text)], { engine: 'engine-2', record: { file: 'aa' }, sha256: text })
    await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, NO_GAZETTEER)
    expect((await sourcesOf(store, [id])).get(id)!.claim.start).toBe(moved.indexOf(quote))
  })

  test('of two who decide on one incident the second is told what the first decided; of unlike incidents both are taken', async () => {
    const state = await store.stateOf(incidentSubject('aa-1')), on = [{ incident: 'aa-1', state }]
    const results = await Promise.all([
      decide(store, { kind: 'accept', on, reason: null }, { by: 'Ada' }), decide(store, { kind: 'reopen', on, reason: null }, { by: 'Bo' }),
      decide(store, { kind: 'note', on, text: 'x', reason: null }, { by: 'Cem' }), decide(store, { kind: 'note', on: [{ incident: 'dd-1', state: await store.stateOf(incidentSubject('dd-1')) }], text: 'y', reason: null }, { by: 'Dana' }),
    ])
    const takenOn = (await all(store.log({ about: [claimSubject('aa-1')] })))
    expect(takenOn).toHaveLength(1)
    expect(results.filter(({ what }) => what === 'taken')).toHaveLength(2)
    for (const result of results.slice(0, 3)) if (result.what === 'moved') expect(result.moved[0]).toMatchObject({ incident: 'aa-1', since: [{ seq: takenOn[0]!.seq, by: takenOn[0]!.by }] })
    expect((await decide(store, { kind: 'accept', on, reason: null }, { by: 'Bo' })).what).toBe('moved')
  })

  test('two who undo one decision: the second is told', async () => {
    await take({ kind: 'accept' }, ['aa-1'])
    const state = await store.stateOf('decision 1'), undo = { kind: 'undo' as const, on: [], decision: 1, state, reason: null }
    expect((await Promise.all([decide(store, undo, { by: 'Ada' }), decide(store, undo, { by: 'Bo' })])).map(({ what }) => what).sort()).toEqual(['moved', 'taken'])
    expect((await incidents())[0]!.review).toBe('unreviewed')
  })

  test('after every claim was replaced by a re-run: decisions whose claims exist hold, the others are listed', async () => {
    await take({ kind: 'merge' }, ['aa-1', 'cc-1']) // 1: holds
    await take({ kind: 'accept' }, ['dd-1']) // 2: its claim will be gone
    await take({ kind: 'correct', correction: { field: 'type', value: 'explosion' }, evidence: null, reason: 'gas main' }, ['aa-1']) // 3: holds
    await take({ kind: 'split', claims: ['bb-1'] }, ['aa-1']) // 4: holds
    await take({ kind: 'reject_claim', claim: 'ee-1', reason: 'a drill' }, ['ee-1']) // 5: holds
    await take({ kind: 'publish' }, ['aa-1']) // refused: nobody accepted it
    await take({ kind: 'accept' }, ['aa-1']) // 6: a claim will come
    await take({ kind: 'note', text: 'ask again' }, ['bb-1']) // 7: holds
    const before = await incidents()
    for (const [doc, town, value, ids] of [['aa', 'Varnograd', 6, ['aa-1']], ['bb', 'Varnograd', 7, ['bb-1']], ['cc', 'Osterfeld', 6, ['cc-1', 'cc-2']], ['dd', 'Kolvino', 6, ['dd-9']], ['ee', 'Tarnova', 6, ['ee-1']]] as const) await tell(store, doc, town, value, 'engine-2', [...ids])
    for (const { summary } of await all(store.readings())) expect(summary.engine).toBe('engine-2')
    await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, NO_GAZETTEER)
    expect(await standing()).toEqual([
      '1 merge holds', '2 accept look claims_gone', '3 correct holds', '4 split holds', '5 reject_claim holds', '6 accept look claims_changed', '7 note holds',
    ])
    expect(await groups()).toEqual(['aa-1 cc-1 cc-2', 'bb-1', 'dd-9'])
    const after = await incidents()
    expect(after.find(({ id }) => id === 'aa-1')).toMatchObject({ type: 'explosion', review: 'accepted', changed_since: { decision: 6, came: ['cc-2'] } })
    expect(after.find(({ id }) => id === 'aa-1')!.decisions).toEqual(before.find(({ id }) => id === 'aa-1')!.decisions)
    expect(after.find(({ id }) => id === 'dd-9')!.review).toBe('unreviewed')
    // the claims back as they were: nothing was lost meanwhile
    await tell(store, 'dd', 'Kolvino', 6, 'engine-3')
    await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, NO_GAZETTEER)
    expect((await incidents()).find(({ id }) => id === 'dd-1')!.review).toBe('accepted')
  })
})
