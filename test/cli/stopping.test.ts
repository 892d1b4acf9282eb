// A watch that is asked to stop, and one that is killed: what it said is kept, and the next start goes on from there.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { feed, openWeb, page, type Web } from '../fetcher/web.ts'
import { runHere } from './run-dateline.ts'

const PAGES = 12, HELD_AT = 5 // as many are had before the page that is held

let web: Web, folder: string, held: (() => void)[] = [], holding = true
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-stopping-'))
  web = await openWeb((request, response) => {
    const url = request.url ?? ''
    if (url === '/feed') { response.writeHead(200, { 'Content-Type': 'application/rss+xml' }).end(feed(web.origin, PAGES)); return true }
    const n = /^\/page\/(\d+)$/.exec(url)?.[1]
    if (n === undefined) return false
    const answer = (): void => { response.writeHead(200, { 'Content-Type': 'text/html' }).end(page(Number(n))) }
    if (holding && Number(n) === HELD_AT) held.push(answer) // the round is in the middle now, and stays there
    else answer()
    return true
  })
})
afterAll(() => { web.close(); rmSync(folder, { recursive: true, force: true }) })

interface Line { event: string, what?: string, id?: string | null, version?: number | null }

/** Runs a watch, sends the signal when the page that is held is asked for; what it said and how it ended. */
async function watchUntil(data: string, signal: NodeJS.Signals | null, ...more: string[]): Promise<{ code: number | null, ended: NodeJS.Signals | null, lines: Line[], err: string }> {
  held = []
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../fetcher/fixtures/with-loopback.ts'), 'watch', '--json', '--data', data, ...more], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
  let out = '', err = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => { out += chunk })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => { err += chunk })
  const poll = signal === null ? undefined : setInterval(() => { if (held.length > 0) { clearInterval(poll); child.kill(signal) } }, 5)
  const [code, ended] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => { child.on('close', (...how) => { resolve(how) }) })
  clearInterval(poll)
  return { code, ended, lines: out.split('\n').slice(0, -1).filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line), err }
}

const addedIn = (lines: readonly Line[]): string[] => lines.flatMap((line) => (line.event === 'added' ? [`${line.id}.${line.version} ${line.what}`] : []))

async function keptIn(data: string): Promise<string[]> {
  const store = await openSqliteStore(data, { access: 'read' }), found: string[] = []
  for await (const { id, version } of store.reports({ all: true })) found.push(`${id}.${version}`)
  await store.close()
  return found
}

describe.skipIf(process.platform === 'win32').each<[signal: NodeJS.Signals, code: number | null]>([['SIGTERM', 130], ['SIGINT', 130], ['SIGKILL', null]])('%s in the middle of a round', (signal, code) => {
  it('loses nothing that was said, and the next start goes on', async () => {
    const data = join(folder, signal)
    mkdirSync(data)
    writeFileSync(join(data, 'watch.json'), JSON.stringify({ sources: [{ url: `${web.origin}/feed`, kind: 'feed' }] }))
    holding = true
    const first = await watchUntil(data, signal)
    expect(first.code).toBe(code)
    expect(first.err).not.toMatch(/fault of Dateline/)
    const said = addedIn(first.lines)
    expect(said.length).toBe(HELD_AT)
    expect((await keptIn(data)).sort()).toEqual(said.map((line) => line.split(' ')[0]!).sort())

    holding = false
    const asked = (): string[] => web.asked.filter((path) => path !== '/robots.txt'), before = asked().length
    // the feed itself is not due for a quarter of an hour; what it named is
    const next = await watchUntil(data, null, '--once')
    expect(next.code).toBe(0)
    expect(asked().slice(before)).toEqual(Array.from({ length: PAGES - HELD_AT }, (_, n) => `/page/${n + HELD_AT}`))
    expect(addedIn(next.lines).length).toBe(PAGES - HELD_AT)
    expect(addedIn(next.lines).every((line) => line.endsWith(' new'))).toBe(true)
    expect((await keptIn(data)).length).toBe(PAGES)
    expect((await runHere(['verify', '--data', data])).code).toBe(0)
  }, 60_000)
})
