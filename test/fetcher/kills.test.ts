// Killed at random moments: nothing that was said to be kept is lost, nothing doubled, and all bytes are whole.
// The long form: DATELINE_KILLS=500 ./dateline test test/fetcher/kills.test.ts
import { spawn } from 'node:child_process'
import * as files from 'node:fs/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlobFiles } from '../../src/store/blob-folder.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { feed, openWeb, page, type Web } from './web.ts'

const KILLS = Number(process.env.DATELINE_KILLS ?? 4)
const PAGES = 40
const LATEST_MS = 600

let web: Web, folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-kills-'))
  web = await openWeb((request, response) => {
    const url = request.url ?? ''
    if (url === '/feed') { response.writeHead(200, { 'Content-Type': 'application/rss+xml', ETag: '"1"' }).end(feed(web.origin, PAGES)); return true }
    const n = /^\/page\/(\d+)$/.exec(url)?.[1]
    if (n === undefined) return false
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(page(Number(n)))
    return true
  })
})
afterAll(() => { web.close(); rmSync(folder, { recursive: true, force: true }) })

/** Runs until `killAfterMs` after it is ready, or after it first said that something is kept; what it said. */
function collect(data: string, mode: string, killAfterMs: number, from: 'ready' | 'kept'): Promise<string[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'fixtures/collecting.ts'), data, mode, web.origin, String(PAGES)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = '', timer: NodeJS.Timeout | undefined
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => { out += chunk; if (from === 'kept' && !/^(?!ready$).+$/m.test(out)) return; timer ??= setTimeout(() => { child.kill('SIGKILL') }, killAfterMs) })
  return new Promise((resolve) => { child.on('close', () => { clearTimeout(timer); resolve(out.split('\n').slice(0, -1).filter((line) => line !== 'ready')) }) })
}

describe.each(['add', 'watch'])('%s', (mode) => {
  it(`killed ${Math.ceil(KILLS / 2)} times`, async () => {
    let data = join(folder, `${mode}-0`)
    const said = new Set<string>()
    let heard = 0
    for (let n = 0; n < KILLS / 2; n++) {
      // a store with everything in it is no test: a new one from time to time
      if (n % 5 === 0) { data = join(folder, `${mode}-${n}`); said.clear() }
      for (const line of await collect(data, mode, Math.random() * LATEST_MS, n % 2 === 0 ? 'kept' : 'ready')) { said.add(line); heard++ }
      const store = await openSqliteStore(data, { access: 'write' })
      const kept: string[] = [], faults: unknown[] = []
      for await (const { id, version } of store.reports({ all: true })) kept.push(`${id}.${version}`)
      for await (const fault of store.verifyBytes()) faults.push(fault)
      await store.close()
      expect(faults).toEqual([])
      expect([...said].filter((line) => !kept.includes(line))).toEqual([])
      expect(kept.filter((line) => !line.endsWith('.1'))).toEqual([]) // the same page is never a second version
      expect(new Set(kept).size).toBe(kept.length)
      expect(kept.length).toBeLessThanOrEqual(PAGES)
    }
    expect(heard).toBeGreaterThan(0)
  }, 60_000 + KILLS * 10_000)
})

describe('a power cut', () => {
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

  it.each([['flushed before it is said to be there', true, 0], ['not flushed: the guard is removed', false, 1]])('%s', async (name, honest, lost) => {
    const data = join(folder, `cut-${String(honest)}-${name.length}`), disk = forgetful(honest)
    const store = await openSqliteStore(data, { access: 'write', files: disk.files })
    await store.keepBytes(Buffer.from('a report'))
    await store.close()
    await disk.cut()
    const after = await openSqliteStore(data, { access: 'read' })
    const faults: unknown[] = []
    for await (const fault of after.verifyBytes()) faults.push(fault)
    await after.close()
    expect(faults.length).toBe(lost)
  })
})
