// The overview that is brought up to date by what changed alone shows what one that is read anew shows, whatever is added and decided.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import type { Desk } from '../../src/api/desk.ts'
import { readTowns } from '../../src/api/towns.ts'
import { gazetteerFile } from '../../src/gazetteer/build.ts'
import { readOverview } from '../../src/api/overview/overview.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { ListedAnswer } from '../../src/api/routes/overview.ts'
import { NEEDS } from '../../src/review/needs.ts'
import { serveForTest, type ServedDesk } from './served.ts'

let desk: ServedDesk
beforeAll(async () => { desk = await serveForTest({ samples: true }) }, 120_000)
afterAll(async () => { expect(desk.faults).toEqual([]); await desk.drop() })

const json = async <Answer>(path: string): Promise<Answer> => { const answer = await desk.get(path); expect(answer.status, path).toBe(200); return await answer.json() as Answer }
const seen = ({ id, state }: { id: string, state: string }) => ({ incident: id, state })
const asks = ['/api/overview?', '/api/incidents?limit=500', `/api/queue?limit=500&why=${NEEDS.join(',')}`, '/api/voices', '/api/tallies', '/api/map?box=-180,-80,180,80&zoom=3', '/api/overview?text=killed', '/api/overview?measure=killed&least=2', '/api/overview?kind=total', '/api/search?text=killed']

/** What the desk shows beside what an overview read anew shows. */
async function alike(after: string): Promise<void> {
  const fresh = await readOverview(desk.store)
  const app = createApp({ version: '0', token: 't', localName: 'x', store: desk.store, overview: () => fresh, gazetteer: desk.gazetteer, towns: readTowns(gazetteerFile()) } as unknown as Desk, { places: () => new Map([['localhost', 'http://localhost']]), pages: { answer: () => new Response() }, checkAnswers: true })
  const ids = (await json<ListedAnswer>('/api/incidents?limit=500')).rows.map(({ id }) => id)
  for (const path of [...asks, ...ids.slice(0, 6).map((id) => `/api/incidents/${id}`)]) {
    const kept = await json<Record<string, unknown>>(path), anew = await (await app.request(`http://localhost${path}`, { headers: { host: 'localhost' } })).json() as Record<string, unknown>
    expect(kept, `${path} after ${after}`).toEqual(anew)
  }
}

async function add(town: string, killed: number, voice: string): Promise<void> {
  const answer = await desk.post('/api/intake/text', JSON.stringify({ text: `${killed} killed in ${town}\n\n${town.toUpperCase()}, Ukraine - ${killed} people were killed when a Russian missile struck a bus in ${town} on 5 June 2031, the ${voice} said.`, published: '2031-06-05', outlet: `The ${voice} Post` }), { 'content-type': 'application/json' })
  expect(answer.status).toBe(200)
  await desk.idle()
}
async function decide(body: object): Promise<number> {
  const answer = await desk.post('/api/decisions', JSON.stringify(body), { 'content-type': 'application/json' })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json() as { id: number }).id
}
/** Incidents with as many claims, the latest first. */
async function some(claims: number): Promise<IncidentAnswer[]> {
  const { rows } = await json<ListedAnswer>('/api/incidents?limit=500')
  return await Promise.all(rows.filter((row) => row.claims >= claims).slice(0, 4).map(({ id }) => json<IncidentAnswer>(`/api/incidents/${id}`)))
}
const now = (one: IncidentAnswer): Promise<IncidentAnswer> => json(`/api/incidents/${one.id}`)

describe('the overview, kept up to date', () => {
  test('after reports, and after each kind of decision and its undoing', async () => {
    await alike('nothing')
    for (const [town, killed, voice] of [['Sumy', 5, 'mayor'], ['Sumy', 7, 'governor'], ['Izium', 2, 'mayor'], ['Sumy', 6, 'mayor']] as const) { await add(town, killed, voice); await alike(`a report on ${town}`) }
    const [one, other] = await some(2), taken: number[] = []
    const claim = one!.claims[0]!.id, voice = one!.claims.find(({ claimant }) => claimant !== null)!.claimant!.name
    const steps: [what: string, body: () => Promise<object>][] = [
      ['accepting', async () => ({ kind: 'accept', on: [seen(await now(one!))], reason: null })],
      ['correcting', async () => ({ kind: 'correct', on: [seen(await now(one!))], correction: { field: 'figure', value: { measure: 'killed', of: 'person', low: 40, best: 50, high: 60 } }, evidence: { source: 'the morgue' }, reason: 'It counted.' })],
      ['grading a voice', async () => ({ kind: 'grade_source', on: [], voice: { sort: 'claimant', name: voice }, grade: 'E', state: (await json<{ state: string }>(`/api/voice?sort=claimant&name=${encodeURIComponent(voice)}`)).state, reason: null })],
      ['grading a claim', async () => ({ kind: 'grade_information', on: [seen(await now(one!))], claim, grade: 5, reason: null })],
      ['splitting', async () => ({ kind: 'split', on: [seen(await now(one!))], claims: [claim], reason: 'It is another bus.' })],
      ['merging', async () => ({ kind: 'merge', on: [seen(await now(one!)), seen(await now(other!))], reason: 'They are one.' })],
      ['rejecting', async () => { const held = (await some(2))[0]!; return { kind: 'reject_claim', on: [seen(held)], claim: held.claims.at(-1)!.id, reason: 'It is of another day.' } }],
    ]
    for (const [what, body] of steps) { taken.push(await decide(await body())); await alike(what) }
    await add('Sumy', 9, 'prefect')
    await alike('a report on what was decided')
    for (const id of taken.reverse()) {
      const { decisions } = (await Promise.all((await some(1)).map(now))).find((held) => held.decisions.some((decision) => decision.id === String(id))) ?? { decisions: [] }
      const state = decisions.find((decision) => decision.id === String(id))?.state ?? await desk.store.stateOf(`decision ${id}`)
      await decide({ kind: 'undo', on: [], decision: id, state, reason: 'Not so.' })
      await alike(`undoing ${id}`)
    }
    expect(taken).toHaveLength(steps.length)
  }, 240_000)
})
