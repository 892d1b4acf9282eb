// What it costs to list what reports changed, and the copies, in a store that holds many: made reports of two versions each,
// every tenth with another figure in the second; then again with ten times as many. In processor time.
//   node bench/changes.ts [--reports 2000,20000] [--folder /dev/shm] [--json]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Claim } from '../src/model/claim.ts'
import type { Report } from '../src/model/report.ts'
import { changesOfStore } from '../src/pipeline/changes/of-store.ts'
import { copiesOfStore } from '../src/pipeline/copies-of-store.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import type { Store } from '../src/store/store.ts'

const CLAIMS = 10, LATE = 100

/** The nth report as its first or second version tells it. */
function made(n: number, second: boolean): { report: Report, claims: Claim[] } {
  let text = ''
  const claims = Array.from({ length: CLAIMS }, (_, i): Claim => {
    const value = 2 + i + (second && i === 0 && n % 10 === 0 ? 1 : 0), quote = `${value} people were killed in quarter ${i} of town ${n}`, start = text.length
    text += `${quote}, the mayor said on day ${n * 7 % 365}${second ? ' and later' : ''}.\n`
    return {
      id: `${n}.${i}.${value}`, also: [], type: 'strike', quote, start, end: start + quote.length, post: null, claimant: { name: 'the mayor', role: null, channel: null }, stance: 'asserted', place: null, date: { from: '2031-05-06', to: '2031-05-06', written: null },
      by: null, against: null, weapons: [], quantities: [{ measure: 'killed', of: 'person', value, bound: 'exact', cumulative: false, start, end: start + String(value).length }], contested: false, rule: 'made',
    }
  })
  const report: Report = { key: `made/${n}`, doc: `made-${n}`, url: null, title: `Town ${n}`, outlet: `Outlet ${n % 50}`, language: 'en', kind: 'article', published: second ? '2031-05-07' : '2031-05-06', text, passages: [], posts: [], removed: [], captions: [], credits: [], trouble: [] }
  return { report, claims }
}

async function keep(store: Store, sha256: string, n: number, second: boolean): Promise<void> {
  await store.keepReading({ sha256, record: { id: `made-${n}`, ...(second ? { fetched: '2031-05-07T00:00:00Z' } : {}) }, path: null, raw: true, engine: 'bench', ...made(n, second), statements: [] })
}

async function measured<Value>(work: () => Promise<Value>): Promise<{ ms: number, value: Value }> {
  const from = process.cpuUsage(), value = await work(), { user, system } = process.cpuUsage(from)
  return { ms: (user + system) / 1000, value }
}

async function count(values: AsyncIterable<unknown>): Promise<number> {
  let n = 0
  for await (const _ of values) n++
  return n
}

const { values } = parseArgs({ options: { reports: { type: 'string', default: '2000,20000' }, folder: { type: 'string', default: tmpdir() }, json: { type: 'boolean', default: false } } })
if (!values.json) console.log(`  reports  changes  all, ms  a report, ms  of the last ${LATE}, ms  copies, ms  a report, ms  resident MB`)
for (const reports of values.reports.split(',').map(Number)) {
  const folder = mkdtempSync(join(values.folder, 'dateline-changes-'))
  const store = await openSqliteStore(folder, { access: 'write' })
  try {
    const bytes = await store.keepBytes(Buffer.from('made'))
    let since = ''
    for (const second of [false, true]) {
      for (let n = 0; n < reports; n++) {
        if (second && n === reports - LATE) { await new Promise((resolve) => setTimeout(resolve, 5)); since = new Date().toISOString() }
        await keep(store, bytes, n, second)
      }
    }
    const all = await measured(() => count(changesOfStore(store))), late = await measured(() => count(changesOfStore(store, { since }))), copies = await measured(() => copiesOfStore(store))
    const row = { reports, changes: all.value, allMs: all.ms, aReportMs: all.ms / reports, late: late.value, lateMs: late.ms, copiesMs: copies.ms, copiesAReportMs: copies.ms / reports, residentMegabytes: process.resourceUsage().maxRSS / 1000 }
    if (values.json) console.log(JSON.stringify(row))
    else console.log(`${String(reports).padStart(9)}${String(row.changes).padStart(9)}${row.allMs.toFixed(0).padStart(9)}${row.aReportMs.toFixed(2).padStart(14)}${row.lateMs.toFixed(0).padStart(21)}${row.copiesMs.toFixed(0).padStart(12)}${row.copiesAReportMs.toFixed(2).padStart(14)}${row.residentMegabytes.toFixed(0).padStart(13)}`)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
