// Decisions that the record no longer follows come into the queue with their cause, and are worked off there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QueueAnswer } from '../../src/api/routes/decisions.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { refreshIncidents } from '../../src/pipeline/refresh-incidents.ts'
import { DEFAULT_SETTINGS_KEPT } from '../../src/store/settings.ts'
import type { Store } from '../../src/store/store.ts'
import { tellStrike } from '../store/told.ts'
import { serveForTest, type ServedDesk } from './served.ts'

/** A claim's or an incident's whole id. */
const whole = (short: string): string => short.padEnd(20, '0')
const NO_GAZETTEER = { lookup: () => [] }, TOWNS = ['Varnograd', 'Osterfeld', 'Kolvino', 'Tarnova'] as const
const told = async (store: Store, engine: string, ids: readonly (readonly string[])[]): Promise<void> => {
  for (const [i, town] of TOWNS.entries()) await tellStrike(store, `r${i}`, town, ids[i]!.map(whole), engine)
  await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, NO_GAZETTEER)
}

let desk: ServedDesk
beforeAll(async () => { desk = await serveForTest({ fill: (store) => told(store, 'engine-1', [['a1', 'a2'], ['b1'], ['c1'], ['d1', 'd2']]) }) }, 120_000)
afterAll(async () => { expect(desk.faults).toEqual([]); await desk.drop() })

const json = async <Answer>(path: string): Promise<Answer> => { const answer = await desk.get(path); expect(answer.status, path).toBe(200); return await answer.json() as Answer }
const incident = (id: string): Promise<IncidentAnswer> => json(`/api/incidents/${id}`)
const inDoubt = async (): Promise<string[]> => (await json<QueueAnswer>('/api/queue?why=another_look')).rows.flatMap(({ id, looks }) => looks.map(({ decision, causes }) => `${id.slice(0, 2)}: ${decision} ${causes.join()}`)).toSorted()
const changed = async (): Promise<string[]> => (await json<QueueAnswer>('/api/queue?why=changed')).rows.map(({ id }) => id.slice(0, 2))
const loose = async (): Promise<string[]> => (await json<QueueAnswer>('/api/queue')).loose.decisions.map(({ decision, kind, causes }) => `${decision} ${kind} ${causes.join()}`)
async function decide(body: object, ...ids: string[]): Promise<void> {
  const on = await Promise.all(ids.map(whole).map(async (id) => ({ incident: id, state: (await incident(id)).state })))
  const answer = await desk.post('/api/decisions', JSON.stringify({ on, reason: 'seen', ...body }), { 'content-type': 'application/json' })
  expect(answer.status, await answer.clone().text()).toBe(200)
}

test('after a re-run by other rules: each decision at its incident with its cause, those without one beside; judging and taking back clear them', async () => {
  await decide({ kind: 'note', text: 'Ask the hospital.' }, 'a1') // 1: one of its two claims will be gone
  await decide({ kind: 'accept' }, 'b1') // 2: its incident will be gone
  await decide({ kind: 'note', text: 'Ask the depot.' }, 'c1') // 3: holds
  await decide({ kind: 'accept' }, 'd1') // 4: will have changed, which the incident says itself
  await decide({ kind: 'note', text: 'Ask the mayor.' }, 'b1') // 5: gone with 2
  expect([await inDoubt(), await loose()]).toEqual([[], []])
  await told(desk.store, 'engine-2', [['a1'], ['b9'], ['c1'], ['d1']])
  // the desk looks while reports come in one by one: it is waited for until it has seen the last of them
  await expect.poll(async () => [await inDoubt(), await loose(), await changed()], { timeout: 20_000 }).toEqual([['a1: 1 claims_gone'], ['2 accept claims_gone', '5 note claims_gone'], ['d1']])
  const { rows, counts } = await json<QueueAnswer>('/api/queue?why=another_look')
  expect(rows[0]!.needs).toEqual([{ why: 'another_look', words: 'Decision 1: claims that it names are found no more (a2000000)' }, { why: 'unreviewed', words: 'Nobody has judged it yet' }])
  expect(counts.find(({ why }) => why === 'another_look')!.count).toBe(1)
  expect((await json<QueueAnswer>('/api/queue?why=changed')).loose.total).toBe(0)

  await decide({ kind: 'accept' }, 'a1')
  expect(await inDoubt()).toEqual([])
  const { decisions } = (await json<QueueAnswer>('/api/queue')).loose
  for (const { decision, state } of decisions) await decide({ kind: 'undo', decision, state })
  expect(await loose()).toEqual([])
}, 60_000)
