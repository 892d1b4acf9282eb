// What this process and those it started have used, read from /proc: nothing there (another system than Linux) is this process alone.
import { readdirSync, readFileSync } from 'node:fs'

const textOf = (path: string): string | null => {
  try { return readFileSync(path, 'utf8') } catch { return null }
}

/** Clock ticks of a second in /proc, as every Linux of today has them. */
const TICKS = 100

/** Processes under one, itself among them. */
function tree(pid: number | 'self'): (number | 'self')[] {
  let threads: string[]
  try { threads = readdirSync(`/proc/${pid}/task`) } catch { return [pid] }
  return [pid, ...threads.flatMap((thread) => (textOf(`/proc/${pid}/task/${thread}/children`) ?? '').split(' ').filter(Boolean).flatMap((child) => tree(Number(child))))]
}

/** Megabytes that all of them hold now. */
export function residentMegabytes(): number {
  const held = tree('self').map((pid) => Number(/^VmRSS:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`) ?? '')?.[1] ?? 0) / 1000)
  const sum = held.reduce((total, one) => total + one, 0)
  return sum > 0 ? sum : process.memoryUsage.rss() / 1e6
}

/** Seconds of processors that all of them have taken, those that have ended among them. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  // behind the name, which may hold anything: utime, stime, and the same of children that have ended, from the twelfth word on
  const ticks = (pid: number | 'self', ended: boolean): number => (textOf(`/proc/${pid}/stat`) ?? '').replace(/^.*\)/s, '').trim().split(' ').slice(ended ? 13 : 11, ended ? 15 : 13).reduce((sum: number, one) => sum + Number(one), 0) / TICKS
  return (user + system) / 1e6 + ticks('self', true) + tree('self').slice(1).reduce((sum: number, pid) => sum + ticks(pid, false), 0)
}
