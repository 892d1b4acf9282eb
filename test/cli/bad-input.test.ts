// Input that nobody would write on purpose: each has its own clear record or error, and the rest of the run is unharmed.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import { runHere, runProcess, type Ran } from './run-dateline.ts'

const GOOD = 'Two people were killed in Kharkiv on Tuesday, officials said.'
const ROOT = process.getuid?.() === 0
let folder: string
const at = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-bad-'))
  writeFileSync(at('good.txt'), GOOD)
  writeFileSync(at('empty.txt'), '')
  writeFileSync(at('spaces.txt'), ' \n\t\n\u00a0\n')
  mkdirSync(at('folder'))
  writeFileSync(at('binary.txt'), Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))
  writeFileSync(at('picture.html'), Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(500)]))
  writeFileSync(at('invalid.txt'), Buffer.concat([Buffer.from(GOOD), Buffer.from([0x20, 0xff, 0xc3, 0x28, 0x2e])]))
  writeFileSync(at('marked.txt'), Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(GOOD)]))
  writeFileSync(at('utf16le.txt'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOOD, 'utf16le')]))
  writeFileSync(at('utf16be.txt'), Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(GOOD, 'utf16le').swap16()]))
  writeFileSync(at('deep.html'), `<html><body>${'<div>'.repeat(50_000)}<p>${GOOD}</p>${'</div>'.repeat(50_000)}</body></html>`)
  writeFileSync(at('cut.txt.gz'), gzipSync(GOOD.repeat(1000)).subarray(0, 60))
  symlinkSync(at('loop.txt'), at('loop.txt'))
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

interface Line { doc: string, text: string, claims: { quote: string, start: number, end: number }[], trouble: { code: string, message: string }[] }
const lines = ({ out }: Ran): Line[] => out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line)

describe('extract', () => {
  const unread: [why: string, file: string, code: string][] = [
    ['an empty file', 'empty.txt', 'no_text'],
    ['nothing but spaces', 'spaces.txt', 'no_text'],
    ['an empty folder', 'folder', 'empty_folder'],
    ['a binary', 'binary.txt', 'not_text'],
    ['a picture named as a page', 'picture.html', 'not_text'],
    ['a file that is not there', 'missing.txt', 'file_missing'],
  ]
  it.each(unread)('%s is a line with trouble, and the report beside it is read', async (_why, file, code) => {
    const ran = await runHere(['extract', at(file), at('good.txt')])
    const [bad, good, ...more] = lines(ran)
    expect(more).toEqual([])
    expect(bad).toMatchObject({ doc: file.replace(/\..*$/, ''), text: '', claims: [], trouble: [{ code }] })
    expect(good!.claims.length).toBeGreaterThan(0)
    expect(ran).toMatchObject({ code: 1, err: '' })
  })

  it.each([['a packed file cut short', 'cut.txt.gz'], ['a link to itself', 'loop.txt']])('%s is a line with trouble', async (_why, file) => {
    const ran = await runHere(['extract', at(file), at('good.txt')])
    expect(lines(ran)).toMatchObject([{ text: '', trouble: [{}] }, { trouble: [] }])
    expect(ran.code).toBe(1)
  })

  const read: [why: string, file: string, trouble: number][] = [
    ['bytes that are not UTF-8: read, and the guess is said', 'invalid.txt', 1],
    ['a byte order mark', 'marked.txt', 0],
    ['UTF-16, little end first', 'utf16le.txt', 0],
    ['UTF-16, big end first', 'utf16be.txt', 0],
  ]
  it.each(read)('%s', async (_why, file, trouble) => {
    const ran = await runHere(['extract', at(file)])
    const [line] = lines(ran)
    expect(line!.text.startsWith(GOOD)).toBe(true)
    expect(line!.claims.length).toBeGreaterThan(0)
    for (const claim of line!.claims) expect(line!.text.slice(claim.start, claim.end)).toBe(claim.quote)
    expect(line!.trouble).toHaveLength(trouble)
    expect(ran.code).toBe(0)
  })

  it('a page nested 50,000 deep is read or said not to be, and the next one is read', async () => {
    const ran = await runHere(['extract', at('deep.html'), at('good.txt')])
    const [deep, good] = lines(ran)
    expect(deep!.text.includes(GOOD) || deep!.trouble.length > 0).toBe(true)
    expect(good!.claims.length).toBeGreaterThan(0)
  })

  it('one line of 50 MB: what was not looked through is said, and the memory stays bounded', { timeout: 60_000 }, async () => {
    writeFileSync(at('long.txt'), `${GOOD} ${'lorem ipsum '.repeat(50_000_000 / 12)}`)
    const ran = await runProcess(['extract', at('long.txt'), at('good.txt')], { script: join(PROJECT, 'test/cli/fixtures/with-peak.ts') })
    rmSync(at('long.txt'))
    const [long, good] = lines(ran)
    expect(long!.text.length).toBeGreaterThan(49_000_000)
    expect(long!.claims.length).toBeGreaterThan(0)
    expect(long!.trouble.map(({ code }) => code)).toEqual(['very_long'])
    expect(good!.claims.length).toBeGreaterThan(0)
    expect(ran.code).toBe(1)
    expect(Number(/peak (\d+) MB/.exec(ran.err)?.[1])).toBeLessThan(2500)
  })

  it('a manifest with every fault has a line for each, in order, and its good lines are read', async () => {
    const rows: [line: string, doc: string, code: string | null][] = [
      ['{"file":"good.txt","published":"2031-04-02"}', 'good', null],
      ['{"file":"missing.txt"}', 'missing', 'file_missing'],
      ['{"file":"good.txt"', 'faults.jsonl:3', 'not_a_record'],
      ['["good.txt"]', 'faults.jsonl:4', 'not_a_record'],
      ['null', 'faults.jsonl:5', 'not_a_record'],
      ['"good.txt"', 'faults.jsonl:6', 'not_a_record'],
      ['{"id":"bare"}', 'faults.jsonl:7', 'not_a_record'],
      ['{"file":"../outside.txt"}', 'outside', 'outside_folder'],
      ['{"file":"/etc/hostname"}', 'hostname', 'outside_folder'],
      ['{"file":"folder"}', 'folder', 'is_folder'],
      ['{"file":"empty.txt"}', 'empty', 'no_text'],
      ['{"id":"dated","text":"Rain fell.","published":"the day before"}', 'dated', 'bad_date'],
      [`{"id":"last","text":${JSON.stringify(GOOD)}}`, 'last', null],
    ]
    writeFileSync(at('faults.jsonl'), `\ufeff${rows.map(([line]) => line).join('\r\n')}`)
    const ran = await runHere(['extract', '--manifest', at('faults.jsonl')])
    expect(lines(ran).map((line) => [line.doc, line.trouble[0]?.code ?? null])).toEqual(rows.map(([, doc, code]) => [doc, code]))
    expect(ran.code).toBe(1)
  })

  it.each([['that is not there', 'none.jsonl'], ['that is a folder', 'folder']])('a manifest %s is a line with trouble', async (_why, name) => {
    const ran = await runHere(['extract', '--manifest', at(name)])
    expect(lines(ran)).toMatchObject([{ text: '', trouble: [{}] }])
    expect(ran.code).toBe(1)
  })

  it('standard input: records in, lines out; a broken one is said', async () => {
    const ran = await runHere(['extract', '--raw'], { stdin: `{"id":"a","text":${JSON.stringify(GOOD)}}\n{oops\n{"id":"b","text":${JSON.stringify(`  ${GOOD}\n`)}}` })
    expect(lines(ran).map(({ doc, text }) => [doc, text])).toEqual([['a', GOOD], ['standard input:2', ''], ['b', `  ${GOOD}\n`]])
    expect(ran.code).toBe(1)
  })

  it('an empty standard input gives nothing and is no trouble', async () => {
    expect(await runHere(['extract'], { stdin: '' })).toEqual({ code: 0, out: '', err: '' })
  })

  it('the same input gives the same bytes', async () => {
    const once = await runHere(['extract', '--mentions', at('good.txt'), at('utf16le.txt')])
    expect(await runHere(['extract', '--mentions', at('good.txt'), at('utf16le.txt')])).toEqual(once)
  })

  it.skipIf(!existsSync('/dev/full'))('standard output on a full disk is said', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(PROJECT, 'src/cli/main.ts'), 'extract', at('good.txt')], { stdio: ['ignore', full, 'pipe'] })
    let err = ''
    child.stderr!.setEncoding('utf8').on('data', (chunk: string) => { err += chunk })
    expect(await new Promise((resolve) => { child.on('close', resolve) })).toBe(1)
    expect(err).toContain('no space is left')
  })

  it('a file without permission is a line with trouble', async ({ skip }) => {
    if (ROOT) return skip('root may read everything')
    writeFileSync(at('closed.txt'), GOOD)
    chmodSync(at('closed.txt'), 0)
    const ran = await runHere(['extract', at('closed.txt'), at('good.txt')])
    expect(lines(ran)).toMatchObject([{ doc: 'closed', text: '', trouble: [{}] }, { doc: 'good', trouble: [] }])
    expect(ran.code).toBe(1)
  })
})

describe('add', () => {
  it('keeps what can be read, records the rest, and says so with its exit code', async () => {
    const data = at('data')
    const ran = await runHere(['add', '--data', data, '--json', at('good.txt'), at('empty.txt'), at('binary.txt'), at('missing.txt'), at('invalid.txt')])
    expect(ran.code).toBe(1)
    expect(ran.out.split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { what: string }).what)).toEqual(['new', 'unread', 'unread', 'unread', 'new'])
    expect((await runHere(['report', 'good', '--data', data, '--json'])).code).toBe(0)
    // once more: nothing changes, and what was not read is tried again
    const again = await runHere(['add', '--data', data, at('good.txt'), at('empty.txt')])
    expect(again.out).toMatch(/^unchanged +good\nnot read +empty/)
    expect(again.code).toBe(1)
  })

  it('a folder in the place of the settings, or settings that say something else, are refused in words', async () => {
    const data = at('settled')
    expect((await runHere(['add', '--data', data, at('good.txt')])).code).toBe(0)
    writeFileSync(join(data, 'settings.json'), '{"version": 1, "figures": {"rule": "mean"}}')
    const ran = await runHere(['incidents', '--data', data])
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('figures.rule')
    writeFileSync(join(data, 'settings.json'), '{"figures": {"rule": "ucdp"')
    expect((await runHere(['incidents', '--data', data])).err).toContain('are not JSON')
    writeFileSync(join(data, 'settings.json'), '{"figure": {}}')
    expect((await runHere(['incidents', '--data', data])).err).toContain('figure')
  })

  it('a data folder that is a file is refused in words', async () => {
    const ran = await runHere(['add', '--data', at('good.txt'), at('good.txt')])
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('--data')
  })
})

describe('export', () => {
  it('that cannot be written leaves what was there, and no half', async () => {
    const data = at('exported')
    await runHere(['add', '--data', data, at('good.txt')])
    for (const out of [join(folder, 'none', 'x.csv'), at('folder'), at('good.txt/x.csv')]) {
      const ran = await runHere(['export', '--as', 'csv', '--data', data, '--out', out])
      expect(ran.code).toBe(2)
      expect(ran.err).toContain('could not be written')
    }
    expect((await runHere(['export', '--as', 'csv', '--data', data, '--out', at('x.csv')])).code).toBe(0)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
