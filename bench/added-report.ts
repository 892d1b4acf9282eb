// What one more report costs in a store that holds many: made corpora (bench/made-corpus.ts) of growing size, of the same
// density, are kept and brought up to date as `dateline add` does; then a program of its own, as `dateline watch` is one,
// adds reports one at a time, so that its memory is that of adding and not of making the corpus.
//   node bench/added-report.ts [--claims N,N,…] [--added N] [--folder DIR] [--check] [--json]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Gazetteer } from '../src/model/gazetteer.ts'
import { computeIncidents, refreshIncidents } from '../src/pipeline/refresh-incidents.ts'
import type { ResolveInput } from '../src/stages/resolve/index.ts'
import { DEFAULT_SETTINGS_KEPT } from '../src/store/settings.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import type { Store } from '../src/store/store.ts'
import { makeCorpus } from './made-corpus.ts'
import { reportOf } from './made-report.ts'

const CLAIMS_A_REPORT = 2.13
const REPORTS_AN_INCIDENT = 20
const INCIDENTS_A_DAY = 14
/** Made places are in no gazetteer. */
const gazetteer: Gazetteer = { lookup: () => [] }

const { values } = parseArgs({ options: { into: { type: 'string' }, claims: { type: 'string', default: '10000,100000' }, added: { type: 'string', default: '200' }, folder: { type: 'string', default: tmpdir() }, check: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } })

/** `bytes`: hash of bytes kept before, so that what only fills the store costs no file. */
async function keep(store: Store, input: ResolveInput, bytes?: string): Promise<void> {
  const sha256 = bytes ?? await store.keepBytes(Buffer.from(input.text!))
  await store.keepReading({ sha256, record: { id: input.report }, path: null, raw: true, engine: 'bench', report: reportOf(input), claims: input.claims, statements: [] })
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

/** Adds the reports that stand beside the store, one at a time, and prints what that took. */
async function addInto(folder: string): Promise<void> {
  const last = JSON.parse(readFileSync(join(folder, ADDED), 'utf8')) as ResolveInput[]
  const store = await openSqliteStore(folder, { access: 'write' })
  const times: number[] = [], refreshing: number[] = [], processor: number[] = []
  for (const input of last) {
    const start = performance.now(), before = process.cpuUsage()
    await keep(store, input)
    const written = performance.now()
    await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, gazetteer)
    times.push(performance.now() - start)
    const { user, system } = process.cpuUsage(before)
    processor.push((user + system) / 1000)
    refreshing.push(performance.now() - written)
  }
  await store.close()
  for (const list of [times, refreshing, processor]) list.sort((a, b) => a - b)
  console.log(JSON.stringify({ medianMs: quantile(times, 0.5), p95Ms: quantile(times, 0.95), slowestMs: times.at(-1)!, refreshMedianMs: quantile(refreshing, 0.5), processorMedianMs: quantile(processor, 0.5), mostResidentMegabytes: Math.round(process.resourceUsage().maxRSS / 1000) } satisfies Added))
}

interface Added {
  medianMs: number
  p95Ms: number
  slowestMs: number
  refreshMedianMs: number
  processorMedianMs: number
  mostResidentMegabytes: number
}

const ADDED = 'added.json'

if (values.into !== undefined) await addInto(values.into)
else for (const asked of values.claims.split(',').map(Number)) {
  const added = Number(values.added), reports = Math.round(asked / CLAIMS_A_REPORT) + added, incidents = Math.max(20, Math.round(reports / REPORTS_AN_INCIDENT))
  const corpus = makeCorpus({ incidents, reports, seed: 9, days: Math.max(3, Math.round(incidents / INCIDENTS_A_DAY)) })
  const folder = mkdtempSync(join(values.folder, 'dateline-bench-'))
  try {
    const store = await openSqliteStore(folder, { access: 'write' })
    writeFileSync(join(folder, ADDED), JSON.stringify(corpus.inputs.splice(-added)))
    const began = performance.now()
    const bytes = await store.keepBytes(Buffer.from('made'))
    for (const input of corpus.inputs) await keep(store, input, bytes)
    const kept = performance.now(), cpu = process.cpuUsage()
    await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, gazetteer)
    const used = process.cpuUsage(cpu), cpuSeconds = (used.user + used.system) / 1e6
    const { claims } = await store.counts(), brought = performance.now()
    await store.close()
    const run = spawnSync(process.execPath, [import.meta.filename, '--into', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    if (run.status !== 0) throw new Error(`adding failed (${run.status ?? run.signal})`)
    const row = {
      claims, reports: reports - added, keepSeconds: (kept - began) / 1000, resolveSeconds: (brought - kept) / 1000, claimsPerCpuSecond: Math.round(claims / cpuSeconds),
      ...JSON.parse(run.stdout) as Added, storeMegabytes: Math.round(statSync(join(folder, 'store.sqlite')).size / 1e6),
    }
    if (values.json) console.log(JSON.stringify(row))
    else console.log(`${row.claims} claims of ${row.reports} reports: kept in ${row.keepSeconds.toFixed(0)} s, brought up to date in ${row.resolveSeconds.toFixed(0)} s (${row.claimsPerCpuSecond} claims per second of processor); one more report ${row.medianMs.toFixed(1)} ms at the median (${row.refreshMedianMs.toFixed(1)} of it for the incidents; ${row.processorMedianMs.toFixed(1)} of processor), 95 of 100 within ${row.p95Ms.toFixed(1)}, slowest ${row.slowestMs.toFixed(1)}; at most ${row.mostResidentMegabytes} MB resident while adding, store ${row.storeMegabytes} MB`)
    if (values.check) {
      const all = await openSqliteStore(folder, { access: 'read' }), listed = []
      const computed = JSON.stringify(await computeIncidents(all, DEFAULT_SETTINGS_KEPT, gazetteer))
      for await (const incident of all.incidents()) listed.push(incident)
      console.log(computed === JSON.stringify(listed) ? 'the same as everything at once' : 'NOT the same as everything at once')
      await all.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
