// How fast `extract` reads many reports in so many processes, as the command does: gathering, reading and the printed lines, with the compiled code that the command keeps.
import { Worker } from 'node:worker_threads'
import { compiledFolder } from '../src/cli/cache-folder.ts'
import { openGazetteer } from '../src/gazetteer/open.ts'
import { readLines } from '../src/pipeline/readers/read-lines.ts'
import { cpuSeconds, residentMegabytes } from './processes.ts'

async function* records(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const [id, text] of texts.entries()) yield Buffer.from(`${JSON.stringify({ id: String(id), text, published: '2031-05-06', language: 'en' })}\n`)
}

/** What reading in so many processes gave: `cold` from the start of the first to the last line of the first pass, tables and compiling included; `warm` of the second pass. */
export interface MeasuredJobs {
  name: string
  cold: number
  warm: number
  /** Of the second pass: megabytes a processor second of all processes. */
  warmPerCpuSecond: number
  /** Highest sum of the resident memory of all processes, looked at five times a second. */
  residentMegabytes: number
}

const LOOKED_AT_MS = 200

/** Two passes over all texts, one behind the other. Speeds in megabytes (10⁶ bytes of UTF-8) a second. */
export async function measureJobs(jobs: number, texts: readonly string[], bytes: number): Promise<MeasuredJobs> {
  const gazetteer = openGazetteer()
  let resident = 0, looked = 0
  const start = performance.now()
  let lines = 0, half = { at: 0, cpu: 0 }
  for await (const { whole } of readLines({ stdin: records([...texts, ...texts]) }, { raw: true, mentions: false, gazetteer, compiled: compiledFolder(process.env), jobs })) {
    if (!whole) throw new Error('a report was not read whole')
    if (performance.now() - looked > LOOKED_AT_MS) { resident = Math.max(resident, residentMegabytes()); looked = performance.now() }
    if (++lines === texts.length) half = { at: performance.now(), cpu: cpuSeconds() }
  }
  const end = performance.now(), cpu = cpuSeconds()
  gazetteer.close()
  return { name: `jobs:${jobs}`, cold: bytes / 1e3 / (half.at - start), warm: bytes / 1e3 / (end - half.at), warmPerCpuSecond: bytes / 1e6 / (cpu - half.cpu), residentMegabytes: resident }
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
