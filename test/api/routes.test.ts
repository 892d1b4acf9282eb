import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import type { Desk } from '../../src/api/desk.ts'
import { openApi } from '../../src/api/openapi.ts'
import { ROUTES } from '../../src/api/routes.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { IntakeAnswer } from '../../src/api/routes/intake.ts'
import type { ListedAnswer, MappedAnswer, NowAnswer, OverviewAnswer } from '../../src/api/routes/overview.ts'
import type { FoundAnswer } from '../../src/api/routes/record.ts'
import type { ReportAnswer } from '../../src/api/routes/report.ts'
import { incidentSubject } from '../../src/model/decision.ts'
import { decide } from '../../src/pipeline/decide.ts'
import { serveForTest, type ServedDesk } from './served.ts'

let desk: ServedDesk
beforeAll(async () => { desk = await serveForTest({ samples: true }) }, 120_000)
afterAll(async () => { expect(desk.faults).toEqual([]); await desk.drop() })

const json = async <Answer>(path: string): Promise<Answer> => { const answer = await desk.get(path); expect(answer.status, path).toBe(200); return await answer.json() as Answer }

describe('routes', () => {
  test('every route that the application answers is declared, and states its role', () => {
    const pages = { answer: () => new Response() }
    const app = createApp({ version: '0', token: '' } as Desk, { places: () => new Map(), pages })
    const declared = new Set([...ROUTES.map((route) => `${route.method.toUpperCase()} ${route.path}`), 'GET /api'])
    const answered = app.routes.filter((route) => route.method !== 'ALL').map((route) => `${route.method} ${route.path}`).filter((route) => route !== 'GET /*')
    expect([...new Set(answered)].filter((route) => !declared.has(route))).toEqual([])
    expect(answered.length).toBe(declared.size)
  })

  test('the description names every route with its role and its schemas', async () => {
    const description = await json<{ paths: Record<string, Record<string, { 'x-role': string, responses: { 200: { content: object } } }>> }>('/api')
    for (const route of ROUTES) expect(description.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method]?.['x-role'], route.path).toBe(route.role)
    expect(JSON.stringify(openApi(ROUTES, '0'))).toContain('"supersededBy"')
  })
})

test('answers are packed for other machines alone', async () => {
  const pages = { answer: () => new Response() }, packing = async (near: boolean) => (await createApp({ version: '0', token: '', localName: 'x' } as Desk, { places: () => new Map([['localhost', 'http://localhost']]), pages, near }).request('http://localhost/api', { headers: { 'accept-encoding': 'gzip', host: 'localhost' } })).headers.get('content-encoding')
  expect([await packing(true), await packing(false)]).toEqual([null, 'gzip'])
  expect((await desk.get('/api/overview', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBeNull() // this one is served to its own machine
})

/** A request as no browser makes it: any header may be what it likes. */
function raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number, body: string }> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port: desk.port, path, method, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => { body += chunk }).on('end', () => { resolve({ status: answer.statusCode!, body }) })
    })
    asking.on('error', reject)
    asking.end(method === 'POST' ? '{"text":"x"}' : undefined)
  })
}

describe('who may ask', () => {
  const own = () => ({ host: `localhost:${desk.port}`, origin: `http://localhost:${desk.port}`, 'content-type': 'application/json' })
  const rows: [why: string, headers: () => Record<string, string>, method: string, status: number][] = [
    ['by its own name', () => ({ host: `localhost:${desk.port}` }), 'GET', 200],
    ['by its number', () => ({ host: `127.0.0.1:${desk.port}` }), 'GET', 200],
    ['a name that was made to point here', () => ({ host: `evil.example:${desk.port}` }), 'GET', 403],
    ['a name that begins like ours', () => ({ host: `localhost.evil.example:${desk.port}` }), 'GET', 403],
    ['another port', () => ({ host: 'localhost:1' }), 'GET', 403],
    ['another page, reading', () => ({ ...own(), origin: 'https://evil.example' }), 'GET', 403],
    ['another page without an origin, by what the browser says of it', () => ({ host: `localhost:${desk.port}`, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }), 'GET', 403],
    ['a link on another page may open the desk', () => ({ host: `localhost:${desk.port}`, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }), 'GET', 200],
    ['a page without an address', () => ({ ...own(), origin: 'null' }), 'POST', 403],
    ['our origin without the token', own, 'POST', 403],
    ['a token that is another', () => ({ ...own(), 'x-dateline-token': 'x'.repeat(32) }), 'POST', 403],
  ]
  test.each(rows)('%s', async (_why, headers, method, status) => {
    expect((await raw(method === 'POST' ? '/api/intake/text' : '/api/session', headers(), method)).status).toBe(status)
  })

  test('the token without an origin is refused, with it taken', async () => {
    const token = await desk.token(), { origin: _, ...without } = own()
    expect((await raw('/api/intake/text', { ...without, 'x-dateline-token': token }, 'POST')).status).toBe(403)
    expect((await desk.post('/api/intake/text', '{"text":""}', { 'content-type': 'application/json' })).status).toBe(400)
  })

  test('every answer carries the policy', async () => {
    for (const path of ['/', '/api/session', '/api/none', '/assets/none.js', '/search']) {
      const policy = (await desk.get(path)).headers.get('content-security-policy')
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).not.toContain('unsafe')
    }
  })

  test('a name that leads out of the built files is no file', async () => {
    for (const path of ['/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json']) expect((await raw(path, { host: `localhost:${desk.port}` })).body).not.toContain('"dependencies"')
  })
})

describe('the record', () => {
  test('counts by day add up to what is listed', async () => {
    const overview = await json<OverviewAnswer>('/api/overview'), listed = await json<ListedAnswer>('/api/incidents?limit=500')
    expect(overview.chosen).toBeGreaterThan(50)
    expect(listed.total).toBe(overview.chosen)
    expect(listed.rows).toHaveLength(overview.chosen)
    expect(overview.counts.flat().reduce((a, b) => a + b, overview.undated)).toBe(overview.chosen)
    for (const [i, kind] of overview.kinds.entries()) {
      const { chosen, undated } = await json<OverviewAnswer>(`/api/overview?kind=${kind}`)
      expect(overview.counts[i]!.reduce((a, b) => a + b, 0), kind).toBe(chosen - undated)
    }
  })

  test('every facet says how many are left when it is chosen', async () => {
    const overview = await json<OverviewAnswer>('/api/overview')
    for (const [facet, options] of Object.entries(overview.facets)) {
      for (const { value, count } of options.slice(0, 3)) {
        if (value.includes(',') || value === 'total') continue
        expect((await json<OverviewAnswer>(`/api/overview?${facet}=${encodeURIComponent(value)}`)).chosen, `${facet}=${value}`).toBe(count)
      }
    }
  })

  test('a map has every incident once: on a point or beside it', async () => {
    const overview = await json<OverviewAnswer>('/api/overview')
    for (const zoom of [0, 2, 4, 6, 9, 15]) {
      const map = await json<MappedAnswer>(`/api/map?box=-180,-90,180,90&zoom=${zoom}`)
      for (const { name, count, kinds } of [...map.clusters, ...map.areas]) expect(Object.values(kinds).reduce((sum, n) => sum + n, 0), `${name} at ${zoom}`).toBe(count)
      expect([...map.clusters, ...map.areas].reduce((sum, { count }) => sum + count, 0)).toBe(overview.chosen)
      expect(map.areas.every((area) => area.standing !== 'point')).toBe(true)
    }
  })

  test.each(['', 'kind=strike', 'text=drone', 'from=2031-01-01&least=1'])('what Now asks for at once is what is had one by one: %s', async (query) => {
    const [now, overview, listed, mapped] = await Promise.all([json<NowAnswer>(`/api/now?${query}&limit=7&box=-180,-90,180,90&zoom=3`), json<OverviewAnswer>(`/api/overview?${query}`), json<ListedAnswer>(`/api/incidents?${query}&limit=7`), json<MappedAnswer>(`/api/map?${query}&box=-180,-90,180,90&zoom=3`)])
    expect(now).toEqual({ overview, listed, mapped })
    expect((await json<NowAnswer>(`/api/now?${query}`)).mapped).toBeNull()
  })

  test('an incident gives every number with the words that say it', async () => {
    const { rows } = await json<ListedAnswer>('/api/incidents?limit=500')
    let numbers = 0
    for (const { id } of rows.slice(0, 40)) {
      const incident = await json<IncidentAnswer>(`/api/incidents/${id}`)
      const claims = new Map(incident.claims.map((claim) => [claim.id, claim]))
      for (const figure of incident.figures) for (const say of figure.says) { expect(claims.get(say.claim)?.sentence.words.length).toBeGreaterThan(0); numbers++ }
    }
    expect(numbers).toBeGreaterThan(20)
  })

  test('an incident says what was decided of it, and what was not', async () => {
    const { rows } = await json<ListedAnswer>('/api/incidents?limit=5')
    const [noted, other] = rows.map(({ id }) => id) as [string, string]
    expect((await json<IncidentAnswer>(`/api/incidents/${noted}`)).decisions).toEqual([])
    const taken = await decide(desk.store, { kind: 'note', on: [{ incident: noted, state: await desk.store.stateOf(incidentSubject(noted)) }], text: 'Ask the hospital <b>again</b>.', reason: 'Two numbers.' }, { by: 'Ada' })
    expect(taken.what).toBe('taken')
    expect((await json<IncidentAnswer>(`/api/incidents/${noted}`)).decisions).toMatchObject([{ by: 'Ada', reason: 'Two numbers.', standing: '' }])
    expect((await json<IncidentAnswer>(`/api/incidents/${other}`)).decisions).toEqual([])
  })

  test('a report\'s pieces are its text, and each claim\'s words are marked', async () => {
    const report = await json<ReportAnswer>('/api/reports/harbour-live-kharkiv')
    const kept = (await desk.store.report('harbour-live-kharkiv'))!
    const squeezed = (text: string): string => text.replace(/\s+/g, '')
    expect(squeezed(report.runs.flatMap((run) => run.pieces.map((piece) => piece.text)).join(''))).toBe(squeezed(kept.report.text))
    report.claims.forEach((claim, i) => {
      const marked = report.runs.flatMap((run) => run.pieces.filter((piece) => piece.claims.includes(i)).map((piece) => piece.text)).join('')
      expect(squeezed(marked)).toContain(squeezed(claim.quote))
    })
    expect(report.removed.length).toBeGreaterThan(0)
  })

  test('kept bytes come only as a file to save', async () => {
    const answer = await desk.get('/api/reports/compass-odesa/bytes')
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{16}\.bin"$/)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500)
  })

  test.each([['Kharkiv', true], ['khark', true], ['"glide bomb"', true], ['"bomb glide"', false], ['zzzzz', false], ['" OR zzzq NEAR(', false], ['-', false]] as const)('search for %s', async (text, some) => {
    const found = await json<FoundAnswer>(`/api/search?text=${encodeURIComponent(text)}`)
    expect(found.incidents.length + found.reports.length > 0).toBe(some)
  })

  test.each([['/api/incidents/nothing', 404], ['/api/incidents?limit=0', 400], ['/api/incidents?from=yesterday', 400], ['/api/map?box=1,2,3&zoom=1', 400], ['/api/changes?since=now', 400], ['/api/none', 404], ['/api/reports/none', 404]])('%s is told as trouble', async (path, status) => {
    const answer = await desk.get(path)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ message: expect.stringMatching(/\.|:/) })
  })
})

describe('adding', () => {
  test('a text becomes incidents, and who listens is told', async () => {
    const events = await desk.get('/api/events')
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader()
    const before = (await json<OverviewAnswer>('/api/overview')).chosen
    const text = 'Four killed in Izium\n\nIZIUM, Ukraine - Four people were killed when a Russian missile struck a market in Izium on Monday, the mayor, Petro Havrysh, said.'
    const answer = await desk.post('/api/intake/text', JSON.stringify({ text, outlet: 'The Lantern', published: '2031-05-19' }), { 'content-type': 'application/json' })
    expect(answer.status).toBe(200)
    expect((await answer.json() as IntakeAnswer).pieces[0]).toMatchObject({ name: 'Four killed in Izium' })
    await desk.idle()
    let heard = ''
    while (!heard.includes('"state":"read"')) heard += (await reader.read()).value ?? ''
    expect(heard).toContain('event: record')
    await reader.cancel()
    expect((await json<OverviewAnswer>('/api/overview')).chosen).toBeGreaterThan(before)
    expect((await json<ListedAnswer>('/api/incidents?place=Izium')).rows[0]?.figures[0]).toMatchObject({ measure: 'killed', best: 4 })
  })

  test('files: one is read, one that is none says why, a name leads nowhere', async () => {
    const form = new FormData()
    form.append('file', new File(['Two soldiers were killed in Kupiansk on Sunday, the army said.'], '../../etc/kupiansk.txt'))
    form.append('file', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2])], 'picture.png'))
    expect((await desk.post('/api/intake/files', form)).status).toBe(200)
    await desk.idle()
    const { pieces } = await json<IntakeAnswer>('/api/intake')
    expect(pieces.find((piece) => piece.name.endsWith('kupiansk.txt'))).toMatchObject({ state: 'read', added: [{ doc: 'kupiansk', what: 'new' }] })
    expect(pieces.find((piece) => piece.name === 'picture.png')).toMatchObject({ state: 'failed', trouble: { code: 'not_text', message: expect.stringContaining('not text') } })
  })

  test('what another program adds appears', async () => {
    const { keepReading } = { keepReading: desk.store.keepReading.bind(desk.store) }
    const bytes = Buffer.from('x')
    const sha256 = await desk.store.keepBytes(bytes)
    const before = (await json<OverviewAnswer>('/api/overview')).revision
    const report = { key: 'other', doc: 'other', url: null, title: null, outlet: null, language: 'en', kind: 'article' as const, published: null, text: 'x', passages: [], posts: [], removed: [], captions: [], credits: [], trouble: [] }
    await keepReading({ sha256, record: {}, path: null, raw: true, engine: 'e', report, claims: [], statements: [] })
    await expect.poll(async () => (await json<OverviewAnswer>('/api/overview')).revision, { timeout: 5000 }).toBeGreaterThan(before)
  })
})
