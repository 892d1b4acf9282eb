// How fast `extract` reads many reports in so many threads, from a cold start, as the command does: gathering, reading and the printed lines, with the compiled code that the command keeps.
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
