// Kills runs of `add` and `watch` at random moments, five hundred times by rule, and after that a tenth as often the
// writing of an archive: node bench/kills.ts [--kills N] [--json]
// Exit code: 0 nothing was lost, doubled, damaged or forgotten; 1 something was, and it is named.
import { parseArgs } from 'node:util'
import { KILLED_RUNS, killOften, openKilling } from '../test/fetcher/killing.ts'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '500' }, json: { type: 'boolean', default: false } } })
const KEEPING = KILLED_RUNS.filter((run) => run !== 'archive')
const kills = Number(values.kills), killing = await openKilling()
let faults = 0
try {
  for (const run of KILLED_RUNS) {
    const each = Math.ceil(run === 'archive' ? kills / 10 : kills / KEEPING.length)
    const seen = await killOften(killing, run, each, (n) => { if (process.stderr.isTTY) process.stderr.write(`\r${run}: ${n} of ${each} kills`) })
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
    const wrong = [...seen.lost, ...seen.doubled, ...seen.damaged, ...seen.forgotten]
    faults += wrong.length
    if (values.json) console.log(JSON.stringify({ run, ...seen }))
    else console.log(`${run.padEnd(8)} ${seen.kills} kills  ${seen.heard} ${run === 'archive' ? 'archives said to be written' : 'reports said to be kept'}  ${seen.lost.length} lost  ${seen.doubled.length} doubled  ${seen.damaged.length} damaged  ${seen.forgotten.length} forgotten${wrong.map((one) => `\n  ${one}`).join('')}`)
  }
} finally {
  killing.close()
}
process.exitCode = faults === 0 && kills > 0 ? 0 : 1
