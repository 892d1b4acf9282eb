// How fast claims are resolved and weighed, and how near the truth, on made corpora of growing size (bench/made-corpus.ts).
//   node bench/resolve.ts [--claims N] [--steps N] [--added N] [--json]
// With --added, then what one more report costs in stores of these sizes (bench/added-report.ts).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { resolve } from '../src/stages/resolve/index.ts'
import { makeCorpus } from './made-corpus.ts'
import { scoreMade } from './made-score.ts'

/** Claims a report has on average in a made corpus, and reports an incident. */
const CLAIMS_A_REPORT = 2.1
const REPORTS_AN_INCIDENT = 20

const { values } = parseArgs({ options: { claims: { type: 'string', default: '100000' }, steps: { type: 'string', default: '3' }, added: { type: 'string' }, json: { type: 'boolean', default: false } } })
const most = Number(values.claims), steps = Number(values.steps)
if (!(most >= 1000) || !(steps >= 1)) throw new Error('--claims needs a number from 1000, --steps one from 1')

const rows = []
for (let step = steps - 1; step >= 0; step--) {
  const reports = Math.round(most / CLAIMS_A_REPORT / 4 ** step)
  const corpus = makeCorpus({ incidents: Math.max(20, Math.round(reports / REPORTS_AN_INCIDENT)), reports, seed: 7 })
  const began = process.cpuUsage(), wall = performance.now()
  const incidents = resolve(corpus.inputs)
  const used = process.cpuUsage(began)
  const cpuSeconds = (used.user + used.system) / 1e6
  const { claims, f1, contained, overcounted } = scoreMade(corpus, incidents)
  rows.push({ claims, reports, incidents: incidents.length, seconds: (performance.now() - wall) / 1000, cpuSeconds, claimsPerCpuSecond: Math.round(claims / cpuSeconds), residentMegabytes: Math.round(process.memoryUsage().rss / 1e6), pairwiseF1: f1, contained, overcounted })
  if (!values.json) {
    const { pairwiseF1, claimsPerCpuSecond, residentMegabytes } = rows.at(-1)!
    console.log(`${claims} claims of ${reports} reports → ${incidents.length} incidents: ${cpuSeconds.toFixed(1)} s of processor, ${claimsPerCpuSecond} claims/s, ${residentMegabytes} MB resident; pairwise F1 ${pairwiseF1.toFixed(3)}, true numbers within low and high ${contained.toFixed(3)}, origins overcounted ${overcounted}`)
  }
}
if (values.json) console.log(JSON.stringify(rows))
if (values.added !== undefined) spawnSync(process.execPath, [join(import.meta.dirname, 'added-report.ts'), '--claims', rows.map(({ claims }) => claims).join(), '--added', values.added, ...(values.json ? ['--json'] : [])], { stdio: 'inherit' })
