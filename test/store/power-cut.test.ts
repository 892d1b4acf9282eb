// The power goes at a moment: what was said to be kept is there when it comes back. With the guards taken away it is not,
// which shows that these tests can fail.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import type { BlobFiles } from '../../src/store/blob-folder.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { StoreError } from '../../src/store/store.ts'
import { pageText } from '../fetcher/web.ts'
import { keep, madeClaim, madeReport } from './made.ts'
import { callsOf, canTrace, saysSomething, TracedDisk, TRACING } from './traced-disk.ts'

const REPORTS = 5

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-power-'))
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

/** What a folder's store holds: reports as "ID.VERSION", and what is wrong with bytes. Nothing where there is no store that opens. */
async function holds(data: string): Promise<{ kept: string[], faults: unknown[] }> {
  const kept: string[] = [], faults: unknown[] = []
  try {
    const store = await openSqliteStore(data, { access: 'read' })
    for await (const { id, version } of store.reports({ all: true })) kept.push(`${id}.${version}`)
    for await (const fault of store.verifyBytes()) faults.push(fault)
    await store.close()
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
  }
  return { kept, faults }
}

describe.skipIf(!canTrace())('a real run, by its system calls (skipped where strace is not installed or not allowed)', () => {
  /** Adds reports under strace; gives what it said line by line, and its calls. */
  async function traced(data: string, before: readonly string[]): Promise<{ said: string[], calls: string[] }> {
    const trace = `${data}.trace`
    const child = spawn('strace', [...TRACING, '-o', trace, process.execPath, '--disable-warning=ExperimentalWarning', ...before, join(PROJECT, 'src/cli/main.ts'), 'add', '--json', '--data', data], { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, NO_COLOR: '1' } })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      // more could come on its standard input, so it is killed before it tidies the database's log away
      if (out.split('\n').length <= REPORTS) return
      try { process.kill(Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()), 'SIGKILL') } catch { /* it ended by itself */ }
    })
    for (let n = 0; n < REPORTS; n++) child.stdin.write(`${JSON.stringify({ id: `report-${n}`, text: pageText(n) })}\n`)
    await new Promise((resolve) => { child.on('close', resolve) })
    const said = out.split('\n').slice(0, -1).map((line) => { const { id, version } = JSON.parse(line) as { id: string, version: number }; return `${id}.${version}` })
    return { said, calls: [...callsOf(readFileSync(trace, 'utf8'))] }
  }

  it.each([['flushed', [], true], ['not flushed: the guards are taken away', ['--import', join(import.meta.dirname, 'fixtures/without-guard.ts')], false]] as const)('%s', async (name, before, safe) => {
    const data = join(folder, name.slice(0, 3)), { said, calls } = await traced(data, before)
    expect(said.length).toBe(REPORTS)
    const disk = new TracedDisk(), lost: number[] = []
    let lines = 0
    for (const call of calls) {
      disk.take(call)
      if (!saysSomething(call) || lines === said.length) continue
      lines++
      const after = join(folder, `${name.slice(0, 3)}-${lines}`)
      disk.after(data, after)
      const { kept, faults } = await holds(after)
      lost.push(said.slice(0, lines).filter((line) => !kept.includes(line)).length)
      if (safe) expect(faults).toEqual([])
    }
    expect(lost).toEqual(said.map((_, n) => (safe ? 0 : n + 1)))
  }, 120_000)
})

describe('bytes', () => {
  /** A disk that forgets what was not flushed: `cut` leaves such files empty. */
  function forgetful(honest: boolean): { files: BlobFiles, cut(): Promise<void> } {
    const unflushed = new Set<string>()
    const open: typeof files.open = async (path, flags, mode) => {
      const handle = await files.open(path, flags, mode), name = String(path)
      if (flags === 'r') return handle
      unflushed.add(name)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => { if (!honest) return; await sync(); unflushed.delete(name) }
      return handle
    }
    const rename: typeof files.rename = async (from, to) => { await files.rename(from, to); if (unflushed.delete(String(from))) unflushed.add(String(to)) }
    return { files: { ...files, open, rename }, async cut() { for (const path of unflushed) await files.truncate(path) } }
  }

  it.each([['flushed before they are said to be there', true, 0], ['not flushed: the guard is taken away', false, 1]] as const)('%s', async (_name, honest, lost) => {
    const data = join(folder, `bytes-${String(honest)}`), disk = forgetful(honest)
    const store = await openSqliteStore(data, { access: 'write', files: disk.files })
    await store.keepBytes(Buffer.from('a report'))
    await store.close()
    await disk.cut()
    expect((await holds(data)).faults.length).toBe(lost)
  })
})

it('the database\'s log cut at any byte gives the reports before that place, each whole', async () => {
  const data = join(folder, 'log'), store = await openSqliteStore(data, { access: 'write' }), kept: string[] = []
  for (let n = 0; n < 6; n++) {
    const { id, version } = await keep(store, madeReport({ key: `log-${n}`, doc: `log-${n}`, text: `Report ${n}.` }), [madeClaim(`log-${n}`)])
    kept.push(`${id}.${version}`)
  }
  const log = join(data, 'store.sqlite-wal'), size = statSync(log).size, seen = new Set<number>()
  for (let step = 0; step <= 24; step++) {
    const after = join(folder, `log-${step}`), cut = step === 24 ? size : Math.floor(Math.random() * size)
    await files.cp(join(data, 'blobs'), join(after, 'blobs'), { recursive: true })
    copyFileSync(join(data, 'store.sqlite'), join(after, 'store.sqlite'))
    copyFileSync(log, join(after, 'store.sqlite-wal'))
    truncateSync(join(after, 'store.sqlite-wal'), cut)
    const found = await holds(after)
    expect(found.faults).toEqual([])
    expect(found.kept.sort(), `cut at ${cut} of ${size}`).toEqual(kept.slice(0, found.kept.length).sort())
    seen.add(found.kept.length)
  }
  await store.close()
  expect(seen.has(6)).toBe(true)
}, 60_000)
