// How fast `extract` reads many reports in so many threads, from a cold start, as the command does: gathering, reading and the printed lines, with the compiled code that the command keeps.
import { Worker } from 'node:worker_threads'
import { compiledFolder } from '../src/cli/cache-folder.ts'
import { openGazetteer } from '../src/gazetteer/open.ts'
import { readLines } from '../src/pipeline/threads/read-lines.ts'
import type { Measured } from './measure.ts'

async function* records(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const [id, text] of texts.entries()) yield Buffer.from(`${JSON.stringify({ id: String(id), text, published: '2031-05-06', language: 'en' })}\n`)
}

/** One pass over all texts, threads and their tables included. */
export async function measureJobs(jobs: number, texts: readonly string[], bytes: number): Promise<Measured> {
  const began = performance.now()
  const gazetteer = openGazetteer()
  const loadSeconds = (performance.now() - began) / 1000
  const usage = process.cpuUsage(), start = performance.now()
  for await (const { whole } of readLines({ stdin: records(texts) }, { raw: true, mentions: false, gazetteer, compiled: compiledFolder(process.env), jobs })) if (!whole) throw new Error('a report was not read whole')
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(usage)
  gazetteer.close()
  return { name: `jobs:${jobs}`, megabytesPerSecond: bytes / 1e6 / seconds, megabytesPerCpuSecond: bytes / (user + system), residentMegabytes: process.resourceUsage().maxRSS / 1000, loadSeconds, passes: 1 }
}

const SPIN_MS = 1500
/** Counts rounds of plain arithmetic, which neither waits nor shares anything, for so many milliseconds. */
const SPIN = `const { parentPort } = require('node:worker_threads'); parentPort.once('message', (ms) => { const end = performance.now() + ms; let rounds = 0, x = 1; while (performance.now() < end) { for (let i = 0; i < 100_000; i++) x = (x * 31 + i) | 0; rounds++ } parentPort.postMessage({ rounds, x }) }); parentPort.postMessage(null)`

/** How many times as much plain arithmetic so many threads do as one: what the machine gives at the moment, above which nothing that reads can come. */
export async function machineGives(threads: number): Promise<number> {
  const rounds = async (count: number): Promise<number> => {
    const workers = Array.from({ length: count }, () => new Worker(SPIN, { eval: true }))
    const message = <Told>(worker: Worker): Promise<Told> => new Promise((resolve, reject) => { worker.once('message', resolve); worker.once('error', reject) })
    await Promise.all(workers.map((worker) => message(worker)))
    const done = workers.map((worker) => message<{ rounds: number }>(worker))
    for (const worker of workers) worker.postMessage(SPIN_MS)
    const sum = (await Promise.all(done)).reduce((total, told) => total + told.rounds, 0)
    await Promise.all(workers.map((worker) => worker.terminate()))
    return sum
  }
  const one = await rounds(1), many = await rounds(threads), again = await rounds(1)
  return many / ((one + again) / 2)
}
