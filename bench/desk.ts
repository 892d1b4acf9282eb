// How fast the desk answers over a made record of any size (bench/made-record.ts).
//   node bench/desk.ts [--incidents N] [--claims N] [--folder DIR] [--asks N] [--json]
// The record is made in DIR where it is not there yet, and stays. The server runs in a process of its own, whose memory is told.
import { fork } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeRecord } from './made-record.ts'
import { LAUNCH_FLAGS } from './measure.ts'

const { values } = parseArgs({ options: { incidents: { type: 'string', default: '100000' }, claims: { type: 'string', default: '1000000' }, folder: { type: 'string' }, asks: { type: 'string', default: '60' }, json: { type: 'boolean', default: false }, serve: { type: 'boolean', default: false } } })
const incidents = Number(values.incidents), claims = Number(values.claims), asks = Number(values.asks)
const folder = values.folder ?? join(tmpdir(), `dateline-made-${incidents}-${claims}`)

const residentMegabytes = (): number => Math.round(Number(/VmHWM:\s*(\d+)/.exec(existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '')?.[1] ?? process.memoryUsage().rss / 1024) / 1000)

if (values.serve) {
  const [{ serveDesk }, { openSqliteStore }, { readTowns }, { gazetteerFile }, { openGazetteer }, { buildDesk }, { cacheFolder }] = await Promise.all([import('../src/api/serve.ts'), import('../src/store/sqlite/open.ts'), import('../src/api/towns.ts'), import('../src/gazetteer/build.ts'), import('../src/gazetteer/open.ts'), import('../src/api/build-desk.ts'), import('../src/cli/cache-folder.ts')])
  const store = await openSqliteStore(folder, { access: 'read' })
  const began = performance.now()
  const served = await serveDesk({ store, gazetteer: openGazetteer(), towns: readTowns(gazetteerFile()), pages: await buildDesk(cacheFolder(process.env)), port: 0, version: '0', readOnly: true, fault: (error) => { throw error } })
  process.on('message', () => { process.send!({ resident: residentMegabytes() }) })
  process.send!({ url: served.url, warmSeconds: (performance.now() - began) / 1000 })
} else {
  if (!existsSync(join(folder, 'store.sqlite'))) {
    mkdirSync(folder, { recursive: true })
    const began = performance.now()
    await makeRecord(folder, { incidents, claims })
    if (!values.json) console.log(`made ${incidents} incidents and ${claims} claims in ${Math.round((performance.now() - began) / 1000)} s (${folder})`)
  }
  const child = fork(import.meta.filename, ['--serve', '--folder', folder], { execArgv: [...LAUNCH_FLAGS] }) // as the launcher starts it
  const message = (): Promise<{ url: string, warmSeconds: number, resident: number }> => new Promise((resolve, reject) => { child.once('message', (value) => { resolve(value as never) }); child.once('exit', () => { reject(new Error('the server ended')) }) })
  const { url, warmSeconds } = await message()
  const origin = url.replace(/\/$/, ''), rows: Record<string, { median: number, p95: number, worst: number }> = {}
  const timed = async (path: string): Promise<number> => { const began = performance.now(); const answer = await fetch(origin + path); await answer.arrayBuffer(); if (!answer.ok) throw new Error(`${path}: ${answer.status}`); return performance.now() - began }
  const { rows: listed } = await (await fetch(`${origin}/api/incidents?limit=500`)).json() as { rows: { id: string, place: string }[] }
  const kinds = ['strike', 'explosion', 'unrest', 'diplomacy'], words = ['drone', 'market', 'killed', 'missile fell', 'mayor', 'injured near', 'spokesman']
  const paths: Record<string, (i: number) => string> = {
    'overview, no filter': () => '/api/overview?', 'overview, another filter each': (i) => `/api/overview?kind=${kinds[i % 4]}&from=2029-0${1 + i % 9}-01&least=${i}`, 'overview, one place': (i) => `/api/overview?place=${encodeURIComponent(listed[i % 500]!.place)}`,
    'list, far down': (i) => `/api/incidents?offset=${i * 1500}&limit=100`, 'map, another filter each': (i) => `/api/map?kind=${kinds[i % 4]}&least=${i}&box=22,44,41,53&zoom=${4 + i % 6}`, 'map, panned': (i) => `/api/map?box=${22 + i % 15},44,${28 + i % 15},53&zoom=7`,
    'incident': (i) => `/api/incidents/${listed[i * 7 % 500]!.id}`, 'report': (i) => `/api/reports/made-${i * 37 % Math.floor(claims / 20)}`, 'search': (i) => `/api/search?text=${encodeURIComponent(`${words[i % words.length]} ${listed[i % 500]!.place.slice(0, 4)}`)}`, 'search, one common word': (i) => `/api/search?text=${words[i % 3]}`,
    'overview, common words': (i) => `/api/overview?text=${encodeURIComponent(`${words[i % words.length]} ${i}`)}`, 'voices': () => '/api/voices',
    'voices, by name': (i) => `/api/voices?text=${encodeURIComponent(listed[i % 500]!.place.slice(0, 3))}`, 'tallies': () => '/api/tallies', 'alerts': (i) => `/api/overview?kind=air_raid_alert,infrastructure_disruption&from=2029-0${1 + i % 9}-01`,
    'changes, the last hour': () => `/api/changes?since=${new Date(Date.now() - 3_600_000).toISOString()}`, 'changes, since ever': () => '/api/changes?since=2020-01-01T00:00:00.000Z',
    'search, a place and a number': (i) => `/api/search?text=${encodeURIComponent(`${listed[i * 3 % 500]!.place} ${i}`)}`, 'search, as one types': (i) => `/api/search?text=${'missile'.slice(0, 1 + i % 7)}`,
    'queue, no filter': () => '/api/queue', 'queue, another filter each': (i) => `/api/queue?why=unreviewed&kind=${kinds[i % 4]}&least=${i}&offset=${i * 10}`,
  }
  await timed('/api/overview?')
  for (const [name, path] of Object.entries(paths)) {
    const times: number[] = []
    for (let i = 0; i < asks; i++) times.push(await timed(path(i)))
    times.sort((a, b) => a - b)
    rows[name] = { median: times[times.length >> 1]!, p95: times[Math.ceil(times.length * 0.95) - 1]!, worst: times.at(-1)! }
  }
  child.send('resident')
  const { resident } = await message()
  child.kill()
  const round = (n: number): number => Math.round(n * 10) / 10
  if (values.json) console.log(JSON.stringify({ incidents, claims, warmSeconds, residentMegabytes: resident, milliseconds: rows }))
  else {
    console.log(`warm after ${round(warmSeconds)} s, ${resident} MB resident at most`)
    for (const [name, { median, p95, worst }] of Object.entries(rows)) console.log(`${name.padEnd(32)} median ${round(median)} ms, 95th percentile ${round(p95)} ms, worst ${round(worst)} ms`)
  }
}
