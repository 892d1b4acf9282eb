// From reports to the record and back to their words, through the commands.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import type { Incident } from '../../src/model/incident.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { runHere, runProcess, type Around, type Ran } from './run-dateline.ts'

let folder: string, data: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-keeping-'))
  data = join(folder, 'data')
  const texts = {
    first: 'Two people were killed and seven were injured in a missile strike on Kharkiv on Tuesday, the mayor, Ihor Terekhov, said.',
    second: 'A missile hit an apartment block in Kharkiv on Tuesday, killing two people, the regional governor said. Officials said the search went on.',
    third: 'Air defence shot down 14 drones over Odesa overnight, the air force said.',
  }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.txt`), `${text}\n`)
  writeFileSync(join(folder, 'manifest.jsonl'), Object.keys(texts).map((name) => `${JSON.stringify({ file: `${name}.txt`, published: '2031-04-02', outlet: `The ${name}`, language: 'en' })}\n`).join(''))
  expect((await run('add', '--manifest', join(folder, 'manifest.jsonl'))).code).toBe(0)
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const run = (command: string, ...args: string[]): Promise<Ran> => runHere([command, '--data', data, ...args])
const values = <Value>({ out }: Ran): Value[] => out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Value)

describe('the record', () => {
  it('is said to be there on first use, and has settings that can be read', async () => {
    const other = join(folder, 'other')
    const ran = await runHere(['add', join(folder, 'first.txt')], { env: { DATELINE_DATA: other } })
    expect(ran.err).toContain(other)
    expect(ran.out).toMatch(/^new +first +\d+ claims?\n1 new\. The record now: 1 report, /)
    expect(JSON.parse(readFileSync(join(other, 'settings.json'), 'utf8'))).toMatchObject({ version: 1 })
  })

  it('lists the same incidents as the manifest alone gives, and the same each time', async () => {
    const kept = await run('incidents', '--json')
    expect(kept.code).toBe(0)
    expect(values(kept).length).toBeGreaterThan(1)
    expect(await runHere(['incidents', '--json', '--manifest', join(folder, 'manifest.jsonl')])).toEqual(kept)
    expect(await run('incidents', '--json')).toEqual(kept)
  })

  it('is the same in whatever order the reports came', async () => {
    const other = join(folder, 'backwards'), rows = readFileSync(join(folder, 'manifest.jsonl'), 'utf8').trim().split('\n')
    writeFileSync(join(folder, 'backwards.jsonl'), rows.toReversed().join('\n'))
    await runHere(['add', '--data', other, '--manifest', join(folder, 'backwards.jsonl')])
    expect(await runHere(['incidents', '--json', '--data', other])).toEqual(await run('incidents', '--json'))
    for (const as of ['csv', 'geojson', 'html']) expect((await runHere(['export', '--as', as, '--title', 'x', '--data', other])).out).toBe((await run('export', '--as', as, '--title', 'x')).out)
  })

  it('adding once more changes nothing', async () => {
    const before = await run('incidents', '--json')
    const ran = await run('add', '--json', '--manifest', join(folder, 'manifest.jsonl'))
    expect(values<{ what: string }>(ran).map(({ what }) => what)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(await run('incidents', '--json')).toEqual(before)
  })

  it('each incident leads to its words: by id, by the beginning of it, for people and programs', async () => {
    for (const incident of values<Incident>(await run('incidents', '--json'))) {
      const [found] = values<{ id: string, words: { quote: string, report: string, start: number, end: number }[] }>(await run('incident', incident.id.slice(0, 10), '--json'))
      expect(found!.id).toBe(incident.id)
      expect(found!.words).toHaveLength(incident.claims.length)
      const [asked] = values<{ why: { claims: string[] } | null }>(await run('incident', incident.id, '--why', '--json'))
      expect(asked!.why?.claims ?? null).toEqual(incident.kind === 'total' ? null : incident.claims)
      const shown = await run('incident', incident.id)
      for (const { quote, report, start, end } of found!.words) {
        const [read] = values<{ text: string }>(await run('report', report, '--json'))
        expect(read!.text.slice(start, end)).toBe(quote)
        expect(shown.out).toContain(quote)
      }
    }
  })

  it('shows a report with its claims marked and numbered', async () => {
    const { out, code } = await run('report', 'first')
    expect(code).toBe(0)
    expect(out).toMatch(/⟦[^⟧]*killed[^⟧]*⟧/)
    expect(out).toContain('[1]')
    expect(out).toContain('Ihor Terekhov')
    const coloured = await runHere(['report', '--data', data, 'first'], { env: { FORCE_COLOR: '1' } })
    expect(coloured.out).not.toContain('⟦')
    expect(coloured.out.replace(/\u001b\[[0-9;]*m/g, '')).toContain('on Kharkiv on Tuesday')
  })

  it.each([['report', 'nothing'], ['incident', 'ffffffff'], ['report', '']])('%s "%s" that is not there is said, with what to do', async (command, id) => {
    const ran = await run(command, id)
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toMatch(/There is no .*\n.*\w/)
  })

  it('is asked for in words where there is none', async () => {
    const ran = await runHere(['incidents', '--data', join(folder, 'never')])
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('dateline add')
  })
})

describe('a report that changed', () => {
  it('is a new version; the old one stays, and ids that were shown still lead somewhere', async () => {
    const own = join(folder, 'versions'), file = join(folder, 'changing.txt')
    const add = async (text: string): Promise<{ what: string, version: number }> => {
      writeFileSync(file, text)
      return values<{ what: string, version: number }>(await runHere(['add', '--data', own, '--json', file]))[0]!
    }
    const incidentIds = async (): Promise<string[]> => values<Incident>(await runHere(['incidents', '--data', own, '--json'])).map(({ id }) => id)
    expect(await add('Two people were killed in a strike on Kharkiv on 2 April 2031, officials said.\n')).toMatchObject({ what: 'new', version: 1 })
    const shown = await incidentIds()
    expect(await add('Three people were killed in a strike on Kharkiv on 2 April 2031, officials said.\n')).toMatchObject({ what: 'new_version', version: 2 })
    shown.push(...await incidentIds())
    expect((await runHere(['report', '--data', own, 'changing'])).out).toContain('Three people')
    expect((await runHere(['report', '--data', own, 'changing', '--version', '1'])).out).toContain('Two people')
    expect((await runHere(['report', '--data', own, 'changing', '--version', '3'])).code).toBe(2)
    expect(await add('Two people were killed in a strike on Kharkiv on 2 April 2031, officials said.\n')).toMatchObject({ what: 'unchanged', version: 1 })
    expect(shown.length).toBeGreaterThan(1)
    for (const id of shown) expect((await runHere(['incident', '--data', own, id])).code).toBe(0)
  })
})

describe('reports that other rules read', () => {
  it('are read again with --reread, from their kept bytes, records with their own text too', async () => {
    const own = join(folder, 'reread')
    const records = `{"id":"carried","text":"Two people were killed in Kharkiv on 2 April 2031.","published":"2031-04-02"}\n{"id":"page","html":"<html><body><article><h1>Night</h1><p>Two people were killed in Kharkiv on 2 April 2031.</p></article></body></html>"}\n`
    await runHere(['add', '--data', own], { stdin: records })
    await runHere(['add', '--data', own, '--raw', join(folder, 'third.txt')])
    const before = await runHere(['incidents', '--data', own, '--json'])
    const store = await openSqliteStore(own, { access: 'write' })
    for await (const reading of store.readings()) await store.keepReading({ ...reading, sha256: reading.summary.sha256, raw: reading.summary.raw, engine: 'an earlier one', claims: [], statements: [] })
    await store.close()
    expect((await runHere(['incidents', '--data', own, '--json'])).out).toBe('')
    const ran = await runHere(['add', '--data', own, '--reread', '--json'])
    expect(values<{ doc: string, what: string }>(ran).map(({ doc, what }) => [doc, what]).toSorted()).toEqual([['carried', 'reread'], ['page', 'reread'], ['third', 'reread']])
    expect(await runHere(['incidents', '--data', own, '--json'])).toEqual(before)
    expect((await runHere(['add', '--data', own, '--reread'])).out).toMatch(/^Nothing to read was found/)
  })
})

describe('runs that meet or stop', { timeout: 60_000 }, () => {
  const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `${JSON.stringify({ id: `r${i}`, text: `${i + 2} people were killed in Kharkiv on 2 April 2031, officials said. ${'Rain fell on the city all day. '.repeat(40)}` })}\n`)
  const start = (args: string[], around: Around = {}): Promise<Ran> => runProcess(args, around)

  it('two at once: every report once, both end well', async () => {
    const own = join(folder, 'both'), records = many(40).join('')
    const [one, two] = await Promise.all([start(['add', '--data', own, '--json'], { stdin: records }), start(['add', '--data', own, '--json'], { stdin: records })])
    expect([one.code, two.code, one.err.includes('fault'), two.err.includes('fault')]).toEqual([0, 0, false, false])
    const outcomes = [...values<{ what: string }>(one), ...values<{ what: string }>(two)].map(({ what }) => what)
    expect(outcomes.filter((what) => what === 'new')).toHaveLength(40)
    expect(outcomes.filter((what) => what === 'unchanged')).toHaveLength(40)
  })

  it('SIGINT: the report at hand is finished, what was kept is said, the same command goes on', async () => {
    const own = join(folder, 'stopped'), records = many(2000)
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(PROJECT, 'src/cli/main.ts'), 'add', '--data', own, '--json'], { stdio: 'pipe' })
    let out = '', err = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => { err += chunk })
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (out === '') child.kill('SIGINT')
      out += chunk
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(records.join(''))
    const code = await new Promise((resolve) => { child.on('close', resolve) })
    expect(code).toBe(130)
    const told = values<{ doc: string }>({ out, err, code: 130 })
    expect(err).toContain(`${told.length} new: all of it is kept`)
    const again = await start(['add', '--data', own, '--json'], { stdin: records.slice(0, told.length + 3).join('') })
    expect(values<{ what: string }>(again).map(({ what }) => what)).toEqual([...Array.from({ length: told.length }, () => 'unchanged'), 'new', 'new', 'new'])
  })

  it('kill -9: the same command goes on, nothing twice and nothing half', async () => {
    const own = join(folder, 'killed'), records = many(2000)
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(PROJECT, 'src/cli/main.ts'), 'add', '--data', own, '--json'], { stdio: ['pipe', 'pipe', 'ignore'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      if (out.split('\n').length > 12) child.kill('SIGKILL')
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(records.join(''))
    await new Promise((resolve) => { child.on('close', resolve) })
    const told = out.split('\n').length - 1
    const again = values<{ what: string }>(await start(['add', '--data', own, '--json'], { stdin: records.slice(0, told + 30).join('') })).map(({ what }) => what)
    expect(again.slice(0, told).every((what) => what === 'unchanged')).toBe(true)
    expect(again).toHaveLength(told + 30)
    const ids = values<Incident>(await start(['incidents', '--data', own, '--json'])).flatMap(({ claims }) => claims)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('verify', () => {
  it('finds bytes that were changed, and names their report', async () => {
    const own = join(folder, 'verified')
    await runHere(['add', '--data', own, join(folder, 'first.txt'), join(folder, 'second.txt')])
    expect(await runHere(['verify', '--data', own])).toEqual({ code: 0, out: 'All 2 are as they were kept.\nNobody has decided anything yet.\n', err: '' })
    const [{ sha256 }] = values<{ sha256: string }>(await runHere(['report', '--data', own, 'first', '--json'])) as [{ sha256: string }]
    writeFileSync(join(own, 'blobs', sha256.slice(0, 2), sha256), 'something else')
    const ran = await runHere(['verify', '--data', own, '--json'])
    expect(ran.code).toBe(1)
    expect(values(ran)).toEqual([{ sha256, fault: 'differs', reports: ['first version 1'] }])
    expect((await runHere(['verify', '--data', own])).out).toContain('of first version 1 are no longer those')
  })
})

describe('explain', () => {
  it('says by which rule each claim was found', async () => {
    const ran = await runHere(['explain', '--json', join(folder, 'first.txt')])
    const sentences = values<{ text: string, claims: { rule: string, quote: string }[] }>(ran)
    expect(sentences.flatMap(({ claims }) => claims).length).toBeGreaterThan(1)
    for (const { text, claims } of sentences) for (const claim of claims) { expect(text).toContain(claim.quote); expect(claim.rule).not.toBe('') }
    const shown = await runHere(['explain', join(folder, 'first.txt')])
    expect(shown.code).toBe(0)
    expect(shown.out).toContain(sentences.flatMap(({ claims }) => claims)[0]!.rule)
  })

  it('shows control characters of outside text to nobody', async () => {
    mkdirSync(join(folder, 'hostile'))
    writeFileSync(join(folder, 'hostile', 'h.txt'), 'Two people were killed in \u001b[31mKharkiv\u202e on Tuesday.\n')
    copyFileSync(join(folder, 'hostile', 'h.txt'), join(folder, 'hostile', 'copy.txt'))
    await run('add', join(folder, 'hostile', 'h.txt'))
    for (const ran of [await runHere(['explain', join(folder, 'hostile', 'h.txt')]), await run('report', 'h')]) {
      expect(ran.code).toBe(0)
      expect(ran.out).not.toMatch(/[\u001b\u202e]/)
    }
  })
})
