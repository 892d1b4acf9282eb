// Reports read in several processes: the same lines in the same order as in one.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gazetteerFolder } from '../../src/gazetteer/build.ts'
import { openGazetteer, type OpenGazetteer } from '../../src/gazetteer/open.ts'
import type { Sources } from '../../src/pipeline.ts'
import { readLines, type LineOptions } from '../../src/pipeline/readers/read-lines.ts'
import { Readers } from '../../src/pipeline/readers/readers.ts'
import { ReadingProcess } from '../../src/pipeline/readers/reading-process.ts'
import { runHere } from '../cli/run-dateline.ts'

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url))
let gazetteer: OpenGazetteer
beforeAll(() => { gazetteer = openGazetteer({ folder: gazetteerFolder(process.env) }) })
afterAll(() => { gazetteer.close() })

async function linesOf(sources: Sources, options: Partial<LineOptions> = {}): Promise<string[]> {
  const lines: string[] = []
  for await (const { line } of readLines(sources, { raw: false, mentions: true, gazetteer, compiled: null, ...options })) lines.push(line)
  return lines
}

async function* records(count: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i++) yield Buffer.from(`${JSON.stringify({ id: String(i), published: '2031-05-06', text: `${i + 2} people were killed in Kherson on Monday, the governor said. `.repeat(1 + (i * 7) % 40) })}\n`)
}
const docOf = (line: string): string => (JSON.parse(line) as { doc: string }).doc

describe('reading in processes', () => {
  it('gives the lines that reading here gives', async () => {
    const here = await linesOf({ files: [SAMPLES] }, { jobs: 1 })
    expect(here.length).toBeGreaterThan(15)
    expect(await linesOf({ files: [SAMPLES] }, { jobs: 3 })).toEqual(here)
  }, 120_000)

  it('keeps the order of many of unlike length, and starts processes by itself once they are many', async () => {
    const here = await linesOf({ stdin: records(60) }, { jobs: 1 })
    expect(here.map(docOf)).toEqual(Array.from({ length: 60 }, (_, i) => String(i)))
    expect(await linesOf({ stdin: records(60) }, { jobs: 2 })).toEqual(here)
    expect(await linesOf({ stdin: records(60) }, { largeFrom: 8000 })).toEqual(here)
  }, 120_000)

  it('gives what is there while the next is awaited', async () => {
    let more: () => void = () => {}
    const asked = new Promise<void>((resolve) => { more = resolve })
    async function* halting(): AsyncGenerator<Uint8Array> { yield* records(2); await asked; yield* records(1) }
    const docs: string[] = []
    for await (const { line } of readLines({ stdin: halting() }, { raw: false, mentions: false, gazetteer, compiled: null, jobs: 2 })) { docs.push(docOf(line)); if (docs.length === 2) more() }
    expect(docs).toEqual(['0', '1', '0'])
  }, 120_000)

  it('what was gathered before gathering failed is not lost', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> { yield* records(3); throw new Error('the pipe is broken') }
    const lines = (jobs: number): Promise<string[]> => linesOf({ stdin: failing() }, { jobs }).catch((error: unknown) => [String(error)])
    expect(await lines(2)).toEqual(await lines(1))
  }, 120_000)

  it('a reader that stops is not waited for', async () => {
    for await (const { line } of readLines({ stdin: records(200) }, { raw: false, mentions: false, gazetteer, compiled: null, jobs: 2 })) { expect(docOf(line)).toBe('0'); break }
  }, 120_000)

  it('a report that its process breaks off over has the reason; those of its batch are read', async () => {
    await using readers = new Readers(1, { gazetteer: gazetteer.openedWith, compiled: null, raw: true, mentions: false }, { oldMb: 80 })
    const report = (id: string, times: number) => ({ record: { id, text: 'Two people were killed in Kherson on Monday, the governor said. '.repeat(times) }, bytes: null, path: null, trouble: [] })
    const lines = await readers.read([report('a', 1), report('b', 25_000), report('c', 1)])
    expect(lines.map(({ line, whole }) => [docOf(line), whole])).toEqual([['a', true], ['b', false], ['c', true]])
    expect(JSON.parse(lines[1]!.line)).toMatchObject({ trouble: [{ code: 'fault', message: expect.stringContaining('memory') as string }] })
  }, 240_000)

  it('a long report among short ones keeps its place', async () => {
    async function* mixed(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 12; i++) yield Buffer.from(`${JSON.stringify({ id: String(i), published: '2031-05-06', text: 'Three people were killed in Kherson on Monday, the governor said. '.repeat(i % 5 === 4 ? 7000 : 20) })}\n`)
    }
    const here = await linesOf({ stdin: mixed() }, { jobs: 1 })
    expect(await linesOf({ stdin: mixed() }, { jobs: 2 })).toEqual(here)
  }, 120_000)

  it('a process that was stopped from outside says so', async () => {
    const reader = new ReadingProcess({ gazetteer: gazetteer.openedWith, compiled: null, raw: true, mentions: false }, {})
    const batch = [{ record: { id: 'a', text: 'Two people were killed in Kherson.' }, bytes: null, path: null, trouble: [] }]
    expect(await reader.read(batch)).toMatchObject({ lines: [{ whole: true }] })
    await reader.end()
    expect(await reader.read(batch)).toEqual({ fault: 'it ended (SIGKILL)' })
    await reader.end() // once more changes nothing
  }, 120_000)

  it('a process goes on when the terminal interrupts, and ends with who asks', async () => {
    const reader = fork(fileURLToPath(new URL('../../src/pipeline/readers/reader.ts', import.meta.url)), { serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'] })
    const ended = once(reader, 'exit')
    const ask = async (): Promise<unknown> => { reader.send({ read: [{ record: { id: 'a', text: 'Two people were killed in Kherson.' }, bytes: null, path: null, trouble: [] }] }); return (await once(reader, 'message'))[0] }
    reader.send({ begin: { gazetteer: gazetteer.openedWith, compiled: null, raw: true, mentions: false } })
    expect(await ask()).toMatchObject({ lines: [{ whole: true }] })
    reader.kill('SIGINT')
    expect(await ask()).toMatchObject({ lines: [{ whole: true }] })
    reader.disconnect()
    expect(await ended).toEqual([0, null])
  }, 120_000)

  it('once closed they read nothing, and what waits is told', async () => {
    const readers = new Readers(1, { gazetteer: gazetteer.openedWith, compiled: null, raw: true, mentions: false })
    const batch = [{ record: { id: 'a', text: 'Two people were killed in Kherson.' }, bytes: null, path: null, trouble: [] }]
    const under = readers.read(batch), waiting = readers.read(batch)
    await readers.close()
    expect(await Promise.all([under, waiting, readers.read(batch)])).toEqual([[], [], []])
  })

  it('where no process can begin, each report has the reason', async () => {
    await using readers = new Readers(1, { gazetteer: { added: ['/no/such/table.sqlite'] }, compiled: null, raw: true, mentions: false })
    const batch = (id: string) => [{ record: { id, text: 'Two people were killed in Kherson.' }, bytes: null, path: null, trouble: [] }]
    const [first, second] = await Promise.all([readers.read(batch('a')), readers.read(batch('b'))])
    for (const [line, doc] of [[first![0]!, 'a'], [second![0]!, 'b']] as const) {
      expect(line.whole).toBe(false)
      expect(JSON.parse(line.line)).toMatchObject({ doc, claims: [], trouble: [{ code: 'fault', message: expect.stringContaining('the process that read it broke off') as string }] })
    }
  }, 120_000)
})

describe('extract --jobs', () => {
  it('prints the same', async () => {
    const one = await runHere(['extract', SAMPLES])
    expect(await runHere(['extract', '--jobs', '2', SAMPLES])).toEqual(one)
  }, 120_000)

  it('needs a whole number above 0', async () => {
    const ran = await runHere(['extract', '--jobs', '0', SAMPLES])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('--jobs needs a whole number from 1 to 64')
  })
})
