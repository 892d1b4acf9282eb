// Kills runs at random moments and looks at what they left: `kill -9`, again and again, of command lines that add
// files, add web pages, watch, and write archives. The short form is kills.test.ts, the long one bench/kills.ts.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '../../src/store/identity.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { keep, madeReport } from '../store/made.ts'
import { feed, openWeb, page, pageText, type Web } from './web.ts'

/** `files`: `dateline add FOLDER`. `add`: web pages one after the other. `watch`: two feeds on two hosts, side by side. `archive`: the evidence of a report into a file. */
export const KILLED_RUNS = ['files', 'add', 'watch', 'archive'] as const
export type KilledRun = (typeof KILLED_RUNS)[number]

/** What some kills showed. All but `kills`, `heard` and `kept` have to be empty. */
export interface KillsSeen {
  kills: number
  /** Lines by which runs said that a report is kept. */
  heard: number
  /** Versions found in the stores. */
  kept: number
  /** Said to be kept and not there. */
  lost: string[]
  /** A page that was kept twice, or as a second version of itself. */
  doubled: string[]
  /** Bytes that are missing or differ. */
  damaged: string[]
  /** Pages whose fetch says that it was read, and that are no report. */
  forgotten: string[]
}

const PAGES = 40
/** After the start, in which the program loads, and after the first report. */
const LATEST_MS = { start: 1500, kept: 400 } as const
/** For a run that says nothing: it hangs, or the machine does. */
const PATIENCE_MS = 60_000
/** A store with everything in it is no test: a new one after so many kills. */
const KILLS_A_STORE = 5

export interface Killing { web: readonly [Web, Web], folder: string, close(): void }

/** Two hosts on loopback, each with a feed of half of the pages, and a folder with the same as files. */
export async function openKilling(): Promise<Killing> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-kills-'))
  mkdirSync(join(folder, 'files'))
  for (let n = 0; n < PAGES; n++) writeFileSync(join(folder, 'files', `report-${n}.txt`), pageText(n))
  const half = async (from: number): Promise<Web> => {
    const web: Web = await openWeb((request, response) => {
      const url = request.url ?? ''
      if (url === '/feed') { response.writeHead(200, { 'Content-Type': 'application/rss+xml', ETag: '"1"' }).end(feed(web.origin, PAGES / 2, from)); return true }
      const n = /^\/page\/(\d+)$/.exec(url)?.[1]
      if (n === undefined) return false
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page(Number(n)))
      return true
    })
    return web
  }
  const web = [await half(0), await half(PAGES / 2)] as const
  return { web, folder, close() { for (const one of web) one.close(); rmSync(folder, { recursive: true, force: true }) } }
}

/** The arguments of a run into a store. */
function commandOf({ web, folder }: Killing, run: KilledRun, data: string): string[] {
  if (run === 'files') return ['add', '--json', '--data', data, join(folder, 'files')]
  if (run === 'add') return ['add', '--json', '--data', data, ...web.flatMap(({ origin }, at) => Array.from({ length: PAGES / 2 }, (_, n) => `${origin}/page/${n + at * PAGES / 2}`))]
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'watch.json'), JSON.stringify({ sources: web.map(({ origin }) => ({ url: `${origin}/feed`, kind: 'feed' })) }))
  return ['watch', '--json', '--data', data]
}

/** Runs until `killAfterMs` after its start, or after it first said that something is kept; gives what it said. */
function runAndKill(command: readonly string[], killAfterMs: number, from: 'start' | 'kept'): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'fixtures/with-loopback.ts'), ...command], { stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NO_COLOR: '1', ...(process.env.DATELINE_CACHE === undefined ? {} : { DATELINE_CACHE: process.env.DATELINE_CACHE }) } })
  let out = '', timer: NodeJS.Timeout | undefined
  const killIn = (ms: number): void => { clearTimeout(timer); timer = setTimeout(() => { child.kill('SIGKILL') }, ms) }
  let armed = from === 'start'
  killIn(armed ? killAfterMs : PATIENCE_MS)
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
    // a watch that has everything already says only that it waits
    if (armed || (saidIn(out).length === 0 && !out.includes('"event":"waiting"'))) return
    armed = true
    killIn(killAfterMs)
  })
  return new Promise((resolve) => { child.on('close', () => { clearTimeout(timer); resolve(out) }) })
}

/** "ID.VERSION" of each whole line that says that a report is kept. */
function saidIn(out: string): string[] {
  return out.split('\n').slice(0, -1).flatMap((line) => {
    if (!line.startsWith('{')) return []
    const { id, version, whole } = JSON.parse(line) as { id?: string | null, version?: number | null, whole?: boolean }
    return whole === true && id != null ? [`${id}.${String(version)}`] : []
  })
}

/** Kills runs of one kind so many times; half of them soon after they begin, half after their first report. `seen` counts along. */
export async function killOften(killing: Killing, run: KilledRun, kills: number, seen: (kills: number) => void = () => {}): Promise<KillsSeen> {
  if (run === 'archive') return killArchiving(killing, kills, seen)
  const found: KillsSeen = { kills: 0, heard: 0, kept: 0, lost: [], doubled: [], damaged: [], forgotten: [] }
  const said = new Set<string>()
  let data = ''
  for (let n = 0; n < kills; n++) {
    if (n % KILLS_A_STORE === 0) {
      if (data !== '') rmSync(data, { recursive: true, force: true })
      data = join(killing.folder, `${run}-${n}`)
      said.clear()
    }
    const from = n % 2 === 0 ? 'kept' : 'start'
    for (const line of saidIn(await runAndKill(commandOf(killing, run, data), Math.random() * LATEST_MS[from], from))) { said.add(line); found.heard++ }
    await look(killing, data, said, n, found)
    seen(++found.kills)
  }
  return found
}

/** Bytes of the report that is archived: what is packed does not shrink, so that writing it takes its time. */
const ARCHIVED_BYTES = 8_000_000

/** Kills the writing of an archive so many times: under its name there is nothing, or all of it. `heard`: runs that said that it is written; `kept`: archives found. */
async function killArchiving({ folder }: Killing, kills: number, seen: (kills: number) => void): Promise<KillsSeen> {
  const found: KillsSeen = { kills: 0, heard: 0, kept: 0, lost: [], doubled: [], damaged: [], forgotten: [] }
  const data = join(folder, 'archived'), file = join(folder, 'archived.wacz')
  const store = await openSqliteStore(data, { access: 'write' })
  try {
    const original = await store.keepBytes(randomBytes(ARCHIVED_BYTES))
    await keep(store, madeReport(), [], { record: { file: 'reports/one.txt', original } })
  } finally {
    await store.close()
  }
  const command = ['archive', 'one', '--out', file, '--json', '--data', data], began = Date.now()
  await runAndKill(command, PATIENCE_MS, 'start')
  const took = Date.now() - began, whole = sha256(readFileSync(file))
  for (let n = 0; n < kills; n++) {
    rmSync(file, { force: true })
    const out = await runAndKill(command, took * (0.4 + 0.7 * Math.random()), 'start'), there = existsSync(file)
    if (out.includes('"records"')) found.heard++
    if (there) found.kept++
    if (there && sha256(readFileSync(file)) !== whole) found.damaged.push(`after kill ${n + 1}: ${file} is not whole`)
    if (out.includes('"records"') && !there) found.lost.push(`after kill ${n + 1}: ${file}`)
    seen(++found.kills)
  }
  return found
}

/** What the store holds after a kill. */
async function look(killing: Killing, data: string, said: ReadonlySet<string>, n: number, found: KillsSeen): Promise<void> {
  const store = await openSqliteStore(data, { access: 'write' }), at = (what: string): string => `after kill ${n + 1}: ${what}`
  try {
    const kept: string[] = [], texts = new Set<string>(), urls = new Set<string | null>()
    for await (const { summary, report } of store.readings({ all: true })) {
      kept.push(`${summary.id}.${summary.version}`)
      if (summary.version !== 1 || texts.has(report.text)) found.doubled.push(at(`${summary.doc} version ${summary.version}`))
      texts.add(report.text)
      urls.add(report.url)
    }
    for await (const { sha256, fault } of store.verifyBytes()) found.damaged.push(at(`${sha256} ${fault}`))
    for (const line of said) if (!kept.includes(line)) found.lost.push(at(line))
    for (const { origin } of killing.web) {
      for (let n = 0; n < PAGES; n++) {
        const url = `${origin}/page/${n}`, fetched = await store.fetches({ url }, 99)
        if (fetched.some(({ sha256, read }) => sha256 !== null && read) && !urls.has(url)) found.forgotten.push(at(url))
      }
    }
    found.kept += kept.length
  } finally {
    await store.close()
  }
}
