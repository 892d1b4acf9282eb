// What it costs to refuse each of the answers that are made to fill the memory or never to end: each asked for by a process of
// its own, the server in another; and by how much that process's memory grew beyond what one ordinary page takes.
//   node bench/bombs.ts [--json]
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker, isMainThread } from 'node:worker_threads'

interface Refused { code: string | null, ms: number, residentMegabytes: number }

/** The most memory that this process held, in megabytes; `getrusage` would give that of the process that began it where it was more. Linux alone tells. */
const most = (): number => Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024 / 1e6

const { values } = parseArgs({ options: { ask: { type: 'string' }, json: { type: 'boolean', default: false } } })
if (values.ask !== undefined) {
  // nothing of the server is loaded here: its bombs take memory of their own
  const { fetchOnce } = await import('../src/fetcher/fetch.ts')
  const began = performance.now(), { trouble } = await fetchOnce(values.ask, { fetcher: 'dateline bench', mayConnect: () => true, limits: { totalMs: 1800 } })
  console.log(JSON.stringify({ code: trouble?.code ?? null, ms: performance.now() - began, residentMegabytes: most() } satisfies Refused))
  process.exit(0)
}
if (!isMainThread) {
  const [{ parentPort }, { openBombs }] = await Promise.all([import('node:worker_threads'), import('../test/fetcher/bombs.ts')])
  const bombs = await openBombs(), plain = createServer((_request, response) => { response.end('<p>An ordinary page.</p>') })
  await new Promise<void>((resolve) => { plain.listen(0, '127.0.0.1', resolve) })
  parentPort!.postMessage([bombs.origin, `http://127.0.0.1:${(plain.address() as AddressInfo).port}`])
} else {
  const server = new Worker(fileURLToPath(import.meta.url)), [origin, plain] = await new Promise<[string, string]>((resolve) => { server.once('message', resolve) })
  const ask = (url: string): Refused => JSON.parse(spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--ask', url], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).stdout) as Refused
  const { BOMBS } = await import('../test/fetcher/bombs.ts'), ordinary = ask(`${plain}/`)
  let wrong = 0
  if (!values.json) console.log('                                    refused as         seconds  MB more than an ordinary page')
  for (const [i, [name, , code]] of BOMBS.entries()) {
    const refused = ask(`${origin}/${i}`), more = refused.residentMegabytes - ordinary.residentMegabytes
    if (refused.code !== code || refused.ms > 2000 || more > 100) wrong++
    if (values.json) console.log(JSON.stringify({ name, ...refused, more }))
    else console.log(`${name.padEnd(36)}${(refused.code ?? 'not refused').padEnd(19)}${(refused.ms / 1000).toFixed(2).padStart(7)}${more.toFixed(0).padStart(10)}`)
  }
  await server.terminate()
  process.exitCode = wrong === 0 ? 0 : 1
}
