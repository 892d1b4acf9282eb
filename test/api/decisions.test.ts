import { createServer, type Server } from 'node:http'
import { createApp } from '../../src/api/app.ts'
import type { Desk } from '../../src/api/desk.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DraftAnswer, PlacesAnswer, VoiceStateAnswer } from '../../src/api/routes/drafts.ts'
import { RAISED, type MovedAnswer, type QueueAnswer, type TakenAnswer } from '../../src/api/routes/decisions.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { IntakeAnswer } from '../../src/api/routes/intake.ts'
import type { ListedAnswer } from '../../src/api/routes/overview.ts'
import type { VoicesAnswer } from '../../src/api/routes/record.ts'
import type { ReportAnswer } from '../../src/api/routes/report.ts'
import { NEEDS, PRESSING } from '../../src/review/needs.ts'
import { loopbackDoor } from '../fetcher/web.ts'
import { serveForTest, type ServedDesk } from './served.ts'

let desk: ServedDesk
beforeAll(async () => { desk = await serveForTest({ samples: true, door: loopbackDoor() }) }, 120_000)
afterAll(async () => { expect(desk.faults).toEqual([]); await desk.drop() })

const json = async <Answer>(path: string): Promise<Answer> => { const answer = await desk.get(path); expect(answer.status, `${path} ${answer.status === 200 ? '' : await answer.clone().text()}`).toBe(200); return await answer.json() as Answer }
const incident = (id: string): Promise<IncidentAnswer> => json(`/api/incidents/${id}`)
const post = (body: object): Promise<Response> => desk.post('/api/decisions', JSON.stringify(body), { 'content-type': 'application/json' })
const decided = async (body: object): Promise<TakenAnswer> => { const answer = await post(body); expect(answer.status, await answer.clone().text()).toBe(200); return await answer.json() as TakenAnswer }
const seen = ({ id, state }: { id: string, state: string }) => ({ incident: id, state })
const queue = (query = ''): Promise<QueueAnswer> => json(`/api/queue?limit=500&${query}`)
/** An incident of some claims that nobody has decided on. */
async function fresh(claims: number, not: readonly string[] = []): Promise<IncidentAnswer> {
  const { rows } = await json<ListedAnswer>('/api/incidents?review=unreviewed&limit=500')
  for (const row of rows) if (row.claims >= claims && !not.includes(row.id)) { const one = await incident(row.id); if (one.decisions.length === 0 && one.claims.length >= claims) return one }
  throw new Error('the samples have no such incident')
}

describe('voices', () => {
  test('tell the grade that people gave them, until it is taken back', async () => {
    const voices = (): Promise<VoicesAnswer> => json('/api/voices'), { claimants: [first] } = await voices()
    expect(first!.grade).toBeNull()
    const voice = { sort: 'claimant', name: first!.name }, { state } = await json<VoiceStateAnswer>(`/api/voice?sort=claimant&name=${encodeURIComponent(first!.name)}`)
    const { id } = await decided({ kind: 'grade_source', on: [], voice, grade: 'D', state, reason: null })
    expect((await voices()).claimants.filter(({ grade }) => grade !== null)).toMatchObject([{ name: first!.name, grade: 'D' }])
    await decided({ kind: 'undo', on: [], decision: id, state: await desk.store.stateOf(`decision ${id}`), reason: null })
    expect((await voices()).claimants[0]!.grade).toBeNull()
  })
})

describe('the queue', () => {
  test('worst first, each with its reasons in words, and the counts are what choosing a reason gives', async () => {
    const all = await queue()
    expect(all.total).toBeGreaterThan(5)
    expect(all.rows[0]!.needs[0]!.why).toBe('contested')
    const worst = all.rows.map((row) => NEEDS.indexOf(row.needs[0]!.why))
    expect(worst).toEqual(worst.toSorted((a, b) => a - b))
    for (const row of all.rows) for (const { words } of row.needs) expect(words.length).toBeGreaterThan(5)
    for (const { why, count } of all.counts) expect((await queue(`why=${why}`)).total, why).toBe(count)
    expect((await queue(`why=${PRESSING.join(',')}`)).total).toBe(all.total)
  })

  test('by pages, and under the filters of the overview', async () => {
    const all = await queue('why=unreviewed'), ids = all.rows.map(({ id }) => id), paged: string[] = []
    for (let offset = 0; offset < ids.length; offset += 7) paged.push(...(await json<QueueAnswer>(`/api/queue?why=unreviewed&limit=7&offset=${offset}`)).rows.map(({ id }) => id))
    expect(paged).toEqual(ids)
    const strikes = await queue('why=unreviewed&kind=strike')
    expect(strikes.rows.map(({ id }) => id)).toEqual(all.rows.filter(({ kind }) => kind === 'strike').map(({ id }) => id))
    expect(all.rows.every(({ kind }) => kind !== 'total')).toBe(true)
  })

  test('a reason that is none is told', async () => { expect((await desk.get('/api/queue?why=haste')).status).toBe(400) })

  test('accepted, published, withdrawn, reopened: what waits for whom', async () => {
    const one = await fresh(1)
    const waits = async (why: string): Promise<boolean> => (await queue(`why=${why}`)).rows.some(({ id }) => id === one.id)
    expect(await waits('unreviewed')).toBe(true)
    const refused = await post({ kind: 'publish', on: [seen(one)], reason: null })
    expect([refused.status, (await refused.json() as { error: string }).error]).toEqual([409, 'not_accepted'])
    expect(await decided({ kind: 'accept', on: [seen(one)], reason: null })).toMatchObject({ by: 'Olena', incidents: [one.id] })
    expect([await waits('unreviewed'), await waits('unpublished')]).toEqual([false, true])
    await decided({ kind: 'publish', on: [seen(await incident(one.id))], reason: 'The morgue confirms it.' })
    expect(await waits('unpublished')).toBe(false)
    await decided({ kind: 'withdraw', on: [seen(await incident(one.id))], reason: null })
    await decided({ kind: 'reopen', on: [seen(await incident(one.id))], reason: null })
    expect(await waits('unreviewed')).toBe(true)
    expect((await incident(one.id)).decisions.map(({ words }) => words.split(' ')[0])).toEqual(['accepted', 'published', 'withdrew', 'reopened'])
  })
})

describe('deciding', () => {
  test('of two who saw the same the second is told what the first decided, and nothing is kept of it', async () => {
    const one = await fresh(1)
    await decided({ kind: 'note', on: [seen(one)], text: 'Ask the hospital.', reason: null })
    const second = await post({ kind: 'accept', on: [seen(one)], reason: null })
    expect(second.status).toBe(409)
    const told = await second.json() as { error: string, message: string, moved: MovedAnswer[] }
    expect(told).toMatchObject({ error: 'moved', moved: [{ incident: one.id, since: [{ by: 'Olena', words: expect.stringContaining('Ask the hospital.') }] }] })
    expect(told.message).toContain('Olena noted on')
    const now = await incident(one.id)
    expect([now.review, now.decisions.length, now.state]).toEqual(['unreviewed', 1, told.moved[0]!.state])
    await decided({ kind: 'accept', on: [seen(now)], reason: null })
  })

  test('without the page\'s token, or for another page, nothing is decided', async () => {
    const one = await fresh(1), body = JSON.stringify({ kind: 'accept', on: [seen(one)], reason: null }), type = { 'content-type': 'application/json' }
    expect((await fetch(`${desk.url}/api/decisions`, { method: 'POST', body, headers: { ...type, origin: desk.url } })).status).toBe(403)
    expect((await desk.post('/api/decisions', body, { ...type, origin: 'https://evil.example' })).status).toBe(403)
    expect((await desk.post('/api/decisions', body, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await incident(one.id)).review).toBe('unreviewed')
  })

  test('merge and undo: two are one, then two again, each under its id', async () => {
    const one = await fresh(1), other = await fresh(1, [one.id])
    const merged = await decided({ kind: 'merge', on: [seen(one), seen(other)], reason: 'One night, one depot.' })
    expect(merged.incidents).toHaveLength(1)
    const joined = await incident(other.id)
    expect(joined.claims.map(({ id }) => id).toSorted()).toEqual([...one.claims, ...other.claims].map(({ id }) => id).toSorted())
    const { state } = joined.decisions.find(({ id }) => id === String(merged.id))!
    await decided({ kind: 'undo', on: [], decision: merged.id, state, reason: null })
    expect((await incident(one.id)).claims).toHaveLength(one.claims.length)
    expect((await incident(other.id)).claims).toHaveLength(other.claims.length)
    expect((await post({ kind: 'undo', on: [], decision: merged.id, state, reason: null })).status).toBe(409)
  })

  test('split, move, reject, correct and grade', async () => {
    const one = await fresh(2), [first] = one.claims as [IncidentAnswer['claims'][number]]
    const split = await decided({ kind: 'split', on: [seen(one)], claims: [first.id], reason: 'Another street.' })
    const { rows } = await json<ListedAnswer>('/api/incidents?limit=500')
    const parts = await Promise.all(rows.map(({ id }) => incident(id)))
    const alone = parts.find(({ claims }) => claims.some(({ id }) => id === first.id))!, rest = parts.find(({ claims }) => claims.some(({ id }) => id === one.claims[1]!.id))!
    expect(alone.id).not.toBe(rest.id)
    expect(split.words).toContain('split 1 claim')
    await decided({ kind: 'move', on: [seen(alone), seen(rest)], claim: first.id, reason: null })
    const whole = (await json<IncidentAnswer>(`/api/incidents/${rest.id}`))
    expect(whole.claims.map(({ id }) => id)).toContain(first.id)
    const unsaid = await post({ kind: 'reject_claim', on: [seen(whole)], claim: first.id, reason: null })
    expect(unsaid.status).toBe(400)
    await decided({ kind: 'grade_information', on: [seen(whole)], claim: whole.claims[0]!.id, grade: 5, reason: null })
    await decided({ kind: 'reject_claim', on: [seen(await incident(whole.id))], claim: first.id, reason: 'It speaks of 2014.' })
    const left = await incident(whole.id)
    expect(left.claims.map(({ id }) => id)).not.toContain(first.id)
    await decided({ kind: 'correct', on: [seen(left)], correction: { field: 'by', value: 'Varnograd' }, evidence: null, reason: 'The communique names it.' })
    expect(await incident(left.id)).toMatchObject({ by: 'Varnograd', corrected: ['by'] })
    const shape = await post({ kind: 'correct', on: [seen(await incident(left.id))], correction: { field: 'figure', value: { measure: 'killed', of: 'person', low: 3, best: 2, high: 1 } }, evidence: { source: 'The morgue.' }, reason: 'x' })
    expect(shape.status).toBe(400)
  })

  test('a voice is graded on its state, and those it speaks for come into the queue', async () => {
    const { rows } = await json<ListedAnswer>('/api/incidents?review=unreviewed&measure=killed&limit=500')
    let name: string | null = null
    for (const { id } of rows) name ??= (await incident(id)).figures.flatMap(({ says }) => says.map(({ claimant }) => claimant)).find((one) => one !== null) ?? null
    const voice = await json<VoiceStateAnswer>(`/api/voice?sort=claimant&name=${encodeURIComponent(name!)}`)
    expect(voice.grade).toBeNull()
    const before = (await queue('why=low_grade')).total
    const body = { kind: 'grade_source', on: [], voice: { sort: 'claimant', name }, grade: 'E', state: voice.state, reason: 'Three of its counts were withdrawn.' }
    await decided(body)
    expect((await queue('why=low_grade')).total).toBeGreaterThan(before)
    expect((await post(body)).status).toBe(409)
    expect((await json<VoiceStateAnswer>(`/api/voice?sort=claimant&name=${encodeURIComponent(name!)}`)).grade).toBe('E')
  })

  test('what is published is for editors: neither reopening nor taking back leads around that', async () => {
    expect(RAISED).toEqual({ publish: 'editor', withdraw: 'editor' })
    const one = await fresh(1), { pages } = { pages: { answer: () => new Response() } }
    await decided({ kind: 'accept', on: [seen(one)], reason: null })
    const published = await decided({ kind: 'publish', on: [seen(await incident(one.id))], reason: null })
    const now = await incident(one.id), state = now.decisions.find(({ id }) => id === String(published.id))!.state
    const overview = { byId: (id: string) => (id === one.id ? { review: 'published' } : undefined) }
    const app = createApp({ version: '0', token: 't', localName: 'x', store: desk.store, overview: () => overview, decide: () => { throw new Error('not to be reached') } } as unknown as Desk, { places: () => new Map([['localhost', 'http://localhost']]), pages, asker: () => ({ who: { name: 'ada', role: 'analyst', session: 's', mustChange: false }, token: 't' }) })
    for (const body of [{ kind: 'reopen', on: [seen(now)], reason: null }, { kind: 'undo', on: [], decision: published.id, state, reason: null }]) {
      const answer = await app.request('http://localhost/api/decisions', { method: 'POST', headers: { host: 'localhost', origin: 'http://localhost', 'x-dateline-token': 't', 'content-type': 'application/json' }, body: JSON.stringify(body) })
      expect([answer.status, (await answer.json() as { error: string }).error]).toEqual([403, 'not_allowed'])
    }
  })
})

describe('claims by words', () => {
  const text = 'Quiet day in Izium\n\nIZIUM, Ukraine - The mayor, Petro Havrysh, said on Monday that four neighbours in Izium never came back from the cellar. The market was open.'
  let report: ReportAnswer
  beforeAll(async () => {
    await desk.post('/api/intake/text', JSON.stringify({ text, outlet: 'The Lantern', published: '2031-05-19', title: 'Quiet day' }), { 'content-type': 'application/json' })
    await desk.idle()
    const { pieces } = await json<IntakeAnswer>('/api/intake')
    report = await json<ReportAnswer>(`/api/reports/${pieces.find(({ name }) => name === 'Quiet day')!.added[0]!.id}`)
  })

  test('runs say where they stand in the text', async () => {
    const { report: { text: whole } } = (await desk.store.report(report.summary.id))!
    for (const run of report.runs) expect(whole.startsWith(run.pieces.map((piece) => piece.text).join(''), run.start)).toBe(true)
  })

  test('what the parts of the reading tell of the words is filled in; the rest stays open', async () => {
    const draft = await json<DraftAnswer>(`/api/reports/${report.summary.id}/draft?words=${encodeURIComponent('four neighbours in Izium never came back from the cellar')}`)
    expect(draft).toMatchObject({ quote: 'four neighbours in Izium never came back from the cellar', claimant: { name: 'Petro Havrysh' }, place: { name: 'Izium', country: 'UA' }, date: { from: '2031-05-19', to: '2031-05-19' }, numbers: [{ value: 4, bound: 'exact', measure: null }] })
    const opened = await json<DraftAnswer>(`/api/reports/${report.summary.id}/draft?words=${encodeURIComponent('The market was open.')}`)
    expect(opened).toMatchObject({ numbers: [], place: null, claimant: null })
  })

  test.each([['words that are not there', 'words=nothing of it', 400], ['words that stand twice', 'words=Izium', 400], ['no words', '', 400], ['beyond the end', 'start=1&end=99999', 400], ['backwards', 'start=9&end=3', 400]])('%s', async (_why, query, status) => {
    expect((await desk.get(`/api/reports/${report.summary.id}/draft?${query}`)).status).toBe(status)
  })

  test('added, it is a claim of the report and an incident; wrong, it is gone; both are cases', async () => {
    const draft = await json<DraftAnswer>(`/api/reports/${report.summary.id}/draft?words=${encodeURIComponent('four neighbours in Izium never came back from the cellar')}`)
    const [number] = draft.numbers as [DraftAnswer['numbers'][number]]
    const claim = { id: 'new', also: [], type: null, quote: draft.quote, start: draft.start, end: draft.end, post: null, claimant: draft.claimant, stance: draft.stance, place: draft.place, date: draft.date, by: null, against: null, weapons: [], contested: false, rule: '', quantities: [{ ...number, measure: 'killed', of: 'civilian', cumulative: false }] }
    const added = await decided({ kind: 'add_claim', on: [], report: draft.report, claim, reason: 'They are dead.' })
    const cases = async (file: string): Promise<Record<string, unknown>[]> => (await (await desk.get(`/api/cases/${file}`)).text()).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(await cases('cases.facts.jsonl')).toMatchObject([{ measure: 'killed', of: 'civilian', value: 4, quote: draft.quote, case: 'missed', reason: 'They are dead.' }])
    expect(await cases('cases.wrong.jsonl')).toMatchObject([{ case: 'wrong', reason: 'It speaks of 2014.' }]) // as it was called above
    expect([await cases('cases.incidents.jsonl'), (await cases('manifest.jsonl')).map(({ id }) => id)]).toEqual([[], expect.arrayContaining([report.summary.doc])])
    expect([(await desk.get('/api/cases/cases.facts.jsonl')).headers.get('content-disposition'), (await desk.get('/api/cases/log.jsonl')).status]).toEqual(['attachment; filename="cases.facts.jsonl"', 400])
    const now = await json<ReportAnswer>(`/api/reports/${report.summary.id}`)
    const there = now.claims.find(({ quote }) => quote === draft.quote)!
    expect(there).toMatchObject({ quantities: [{ measure: 'killed', of: 'civilian', value: 4 }], incident: expect.any(String) })
    const holder = await incident(there.incident!)
    expect(holder.figures[0]).toMatchObject({ measure: 'killed', best: 4 })
    await decided({ kind: 'undo', on: [], decision: added.id, state: holder.decisions.find(({ id }) => id === String(added.id))!.state, reason: null })
    expect((await json<ReportAnswer>(`/api/reports/${report.summary.id}`)).claims.map(({ quote }) => quote)).not.toContain(draft.quote)
  })
})

describe('places by name', () => {
  test('namesakes are offered, a country has no point, nothing is made up', async () => {
    const { places } = await json<PlacesAnswer>('/api/places?name=Izium')
    expect(places[0]).toMatchObject({ name: 'Izium', country: 'UA', precision: 'settlement', gazetteerId: expect.any(String) })
    expect((await json<PlacesAnswer>('/api/places?name=Ukraine')).places.filter(({ precision }) => precision === 'country')).toMatchObject([{ lat: null, lon: null }])
    expect((await json<PlacesAnswer>('/api/places?name=Zzyzxgrad')).places).toEqual([])
  })
})

describe('links', () => {
  let web: Server, address: string
  beforeAll(async () => {
    web = createServer((asked, answer) => {
      if (asked.url === '/robots.txt') { answer.end('User-agent: *\nDisallow: /private'); return }
      answer.setHeader('content-type', 'text/html; charset=utf-8')
      answer.end('<!doctype html><html lang="en"><head><title>Six killed in Sumy</title></head><body><article><h1>Six killed in Sumy</h1><p>SUMY, Ukraine - Six people were killed when a Russian missile struck a bus in Sumy on Monday, the mayor, Olha Savchuk, said. Two others were wounded, she said, and the road was closed for the rest of the day.</p></article></body></html>')
    })
    await new Promise<void>((resolve) => { web.listen(0, '127.0.0.1', resolve) })
    address = `http://127.0.0.1:${(web.address() as { port: number }).port}`
  })
  afterAll(() => { web.close() })
  const link = (url: string): Promise<Response> => desk.post('/api/intake/link', JSON.stringify({ url }), { 'content-type': 'application/json' })

  test('a page is fetched, kept and read', async () => {
    expect((await link(`${address}/six`)).status).toBe(200)
    await desk.idle()
    const { pieces } = await json<IntakeAnswer>('/api/intake')
    expect(pieces.find(({ name }) => name.endsWith('/six'))).toMatchObject({ state: 'read', added: [{ what: 'new', claims: expect.any(Number) }] })
    expect(await desk.store.fetches({ url: `${address}/six` }, 2)).toMatchObject([{ status: 200, read: true }])
  })

  test.each([
    ['what its robots.txt asks not to', () => `${address}/private/x`, /robots\.txt asks not to/],
    ['a name of this machine', () => 'http://localhost/x', /not a name out in the open/],
    ['an address of the inner network', () => 'http://10.0.0.1/x', /not an address out in the open/],
    ['a password in it', () => 'http://me:secret@news.example.org/', /user name or password/],
  ])('%s is refused in words', async (_why, url, words) => {
    const asked = url()
    expect((await link(asked)).status).toBe(200)
    await desk.idle()
    const { pieces } = await json<IntakeAnswer>('/api/intake')
    expect(pieces[0]).toMatchObject({ state: 'failed', trouble: { message: expect.stringMatching(words) } })
  })

  test('what is no address of the web is refused at once', async () => { for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'kharkiv']) expect((await link(url)).status).toBe(400) })
})
