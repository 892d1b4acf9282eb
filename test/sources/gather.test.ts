// Files, folders, manifests and records on standard input, in order; what cannot be read is said and the run goes on.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gather, type Gathered, type GatherInputs } from '../../src/stages/gather/index.ts'
import { docName, reportKey } from '../../src/stages/read/naming.ts'

let folder: string
const at = (name: string): string => join(folder, name)
const all = async (inputs: GatherInputs): Promise<Gathered[]> => { const found: Gathered[] = []; for await (const one of gather(inputs)) found.push(one); return found }
const words = (one: Gathered | undefined): string | null => (one?.bytes ? new TextDecoder().decode(one.bytes) : null)
const codes = (found: Gathered[]): string[][] => found.map((one) => one.trouble.map((trouble) => trouble.code))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-gather-'))
  mkdirSync(at('in/deeper'), { recursive: true })
  mkdirSync(at('in/.hidden'))
  for (const [name, text] of [['in/b.txt', 'b'], ['in/a.html', '<p>a'], ['in/deeper/c.txt', 'c'], ['in/.hidden/d.txt', 'd'], ['in/picture.png', 'x'], ['in/notes.md', 'n'], ['outside.txt', 'secret']] as const) writeFileSync(at(name), text)
  writeFileSync(at('in/e.html.gz'), gzipSync('<p>e'))
  writeFileSync(at('bomb.txt.gz'), gzipSync(Buffer.alloc(8_000_000, 'a')))
  writeFileSync(at('cut.txt.gz'), gzipSync('some text that is cut').subarray(0, 15))
  writeFileSync(at('binary.txt'), Uint8Array.from({ length: 4000 }, (_, i) => i % 7))
  symlinkSync(at('outside.txt'), at('in/link.txt'))
  writeFileSync(at('in/manifest.jsonl'), ['{"file":"b.txt","published":"2031-05-06"}', '', '{"file":"deeper/c.txt","id":7}', 'no json', '{"text":"own words","url":null}', '{"file":"missing.txt"}', '{"file":"../outside.txt"}', '{"file":"/etc/hostname"}', '{"file":"link.txt"}', '{"file":"deeper"}', '[1]', '{"id":"x"}', '{"file":"b.txt","title":5}', '{"file":"e.html.gz"}'].join('\n'))
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

test('a folder: its texts and pages by name, then the folders in it; hidden ones and other files left alone', async () => {
  const found = await all({ files: [at('in')] })
  expect(found.map((one) => docName(one.record))).toEqual(['a', 'b', 'e', 'link', 'notes', 'c'])
  expect(found.map(words)).toEqual(['<p>a', 'b', '<p>e', 'secret', 'n', 'c'])
})

test('inputs come in the order given, each with its own trouble', async () => {
  const found = await all({ files: [at('in/b.txt'), at('nowhere.txt'), at('binary.txt'), at('bomb.txt.gz'), at('cut.txt.gz'), at('in/a.html')] })
  expect(codes(found)).toEqual([[], ['file_missing'], ['not_text'], ['too_large'], ['broken_gzip'], []])
  expect(found.map((one) => one.bytes === null)).toEqual([false, true, true, true, true, false])
})

test.skipIf(process.getuid?.() === 0)('a file without permission (skipped for the superuser, who may read everything)', async () => {
  writeFileSync(at('locked.txt'), 'x'); chmodSync(at('locked.txt'), 0)
  expect(codes(await all({ files: [at('locked.txt')] }))).toEqual([['no_permission']])
})

test('a manifest: its records in order; broken lines and files outside its folder are said', async () => {
  const found = await all({ manifest: at('in/manifest.jsonl') })
  expect(codes(found)).toEqual([[], [], ['not_a_record'], [], ['file_missing'], ['outside_folder'], ['outside_folder'], ['outside_folder'], ['is_folder'], ['not_a_record'], ['not_a_record'], ['not_a_record'], []])
  expect(found[0]!.record).toEqual({ file: 'b.txt', published: '2031-05-06' })
  expect(found[1]!.record.id).toBe('7')
  expect(found[2]!.record.id).toBe('manifest.jsonl:4')
  expect(found[3]).toMatchObject({ record: { text: 'own words' }, bytes: null, path: null })
  expect(words(found.at(-1))).toBe('<p>e')
})
test('a manifest that is not there', async () => {
  expect(codes(await all({ manifest: at('none.jsonl') }))).toEqual([['file_missing']])
})

describe('records on standard input', () => {
  const pipe = (...chunks: (string | Uint8Array)[]): Promise<Gathered[]> => all({ stdin: Readable.from(chunks) })
  test('cut anywhere, with any line end, with or without the last one', async () => {
    const bytes = new TextEncoder().encode('\ufeff{"id":"é1","text":"a"}\r\n{"id":"2","text":"b"}')
    for (const cut of [1, 9, 10, 11, 25, 26]) expect((await pipe(bytes.subarray(0, cut), bytes.subarray(cut))).map((one) => one.record.id)).toEqual(['é1', '2'])
  })
  test('a broken line is a record of its own', async () => {
    const found = await pipe('{"id":"1","text":"a"}\n{"id":\n{"id":"3","text":"c"}\n')
    expect(codes(found)).toEqual([[], ['not_a_record'], []])
    expect(found[1]!.record.id).toBe('standard input:2')
  })
  test('nothing', async () => expect(await pipe()).toEqual([]))
})

test.each([
  [{ id: 'n1', file: 'a/b.txt', url: 'https://o.example/x' }, 'n1', 'https://o.example/x'],
  [{ file: 'a/b.html.gz' }, 'b', 'a/b.html.gz'],
  [{ file: './a/.txt' }, '.txt', 'a/.txt'],
  [{ url: 'https://O.example/x/?utm_source=s&b=2&a=1#frag', text: 't' }, 'https://O.example/x/?utm_source=s&b=2&a=1#frag', 'https://o.example/x/?a=1&b=2'],
  [{ url: 'not an address', id: 'i' }, 'i', 'i'],
])('names: %j', (record, doc, key) => {
  expect(docName(record)).toBe(doc)
  expect(reportKey(record, null)).toBe(key)
})
