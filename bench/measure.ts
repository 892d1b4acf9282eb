// Timing of one contender in a process of its own, so that none pays for another's memory or warm-up.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What ./dateline starts Node with (docs/decisions/0011-side-by-side.md). */
export const LAUNCH_FLAGS: readonly string[] = readFileSync(new URL('../src/cli/node-flags.txt', import.meta.url), 'utf8').trim().split(' ')

export interface Measured {
  name: string
  /** Megabytes (10⁶ bytes of UTF-8) a second, of the median pass. */
  megabytesPerSecond: number
  /** The same by processor time (all threads of the process): what a machine that is busy with other things still tells. */
  megabytesPerCpuSecond: number
  /** Highest resident memory of the process, in megabytes. */
  residentMegabytes: number
  /** Seconds until the first text was through: loading, building tables. */
  loadSeconds: number
  passes: number
}

const SHORTEST_SECONDS = 4
const FEWEST_PASSES = 3

/** A reader of single texts as one of all of them. */
export function oneByOne(load: () => Promise<(text: string) => unknown>): () => Promise<(texts: readonly string[]) => void> {
  return async () => {
    const read = await load()
    return (texts) => { for (const text of texts) read(text) }
  }
}

/** Runs `read` over all texts until the time is enough; the first pass warms up and is not counted. */
export async function measure(name: string, load: () => Promise<(texts: readonly string[]) => void>, texts: readonly string[], bytes: number): Promise<Measured> {
  const began = performance.now()
  const read = await load()
  read(texts.slice(0, 1))
  const loadSeconds = (performance.now() - began) / 1000
  const warm = performance.now()
  read(texts)
  const passes: number[] = []
  const usage = process.cpuUsage()
  for (let total = 0; passes.length < FEWEST_PASSES || (total < SHORTEST_SECONDS && performance.now() - warm < 60_000);) {
    const start = performance.now()
    read(texts)
    const seconds = (performance.now() - start) / 1000
    passes.push(seconds)
    total += seconds
  }
  const { user, system } = process.cpuUsage(usage)
  passes.sort((a, b) => a - b)
  return { name, megabytesPerSecond: bytes / 1e6 / passes[passes.length >> 1]!, megabytesPerCpuSecond: bytes * passes.length / (user + system), residentMegabytes: process.resourceUsage().maxRSS / 1000, loadSeconds, passes: passes.length }
}

/** Runs this script again for one contender alone, with the flags of Node that it runs with, and gives what it measured. */
export function measureApart(script: string, name: string, args: readonly string[], flags: readonly string[] = []): Measured {
  const measured = runApart<unknown>(script, name, args, flags)
  if (!isMeasured(measured)) throw new Error(`measuring ${name} printed something else`)
  return measured
}

/** The same, whatever JSON it prints. */
export function runApart<Printed>(script: string, name: string, args: readonly string[], flags: readonly string[]): Printed {
  const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...flags, script, ...args, '--only', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 })
  if (ran.status !== 0) throw new Error(`measuring ${name} failed`)
  return JSON.parse(ran.stdout) as Printed
}

function isMeasured(value: unknown): value is Measured {
  return typeof value === 'object' && value !== null && 'name' in value && 'megabytesPerSecond' in value && 'residentMegabytes' in value
}
