import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { gather, type Gathered } from '../../src/stages/gather/index.ts'
import { opened } from '../../src/stages/gather/open.ts'
import { read } from '../../src/stages/read/index.ts'
import { CHAT, CHAT_PAGE, docx, DOCX, LINE, lines, LOCK, MAIL, MULTI, PAGE, pdf, SAVED, WACZ, WARC, zipped } from './made-containers.ts'

async function gathered(bytes: Uint8Array | string, file: string): Promise<Gathered[]> {
  const all: Gathered[] = []
  for await (const one of opened({ record: { file }, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes, path: null, trouble: [] })) all.push(one)
  return all
}

describe('what holds a report', () => {
  test.each<[why: string, bytes: Uint8Array | string, file: string, record: object, text: string]>([
    ['a mail with a page', MULTI, 'a.eml', { id: '<1@lantern.example>', title: 'Harbour under fire', outlet: 'The Lantern', published: '2031-05-06T23:30:00+03:00' }, LINE],
    ['a mail of plain text, whatever it is called', lines(MAIL, 'Content-Type: text/plain', '', LINE, ''), 'a.txt', { outlet: 'The Lantern' }, LINE],
    ['a saved page, without its frames', SAVED, 'a.mhtml', { url: 'https://o.example/harbour', fetched: '2031-05-06T10:00:00-00:00' }, LINE],
    ['a packed web archive', WACZ, 'a.wacz', { url: 'https://o.example/harbour', fetched: '2031-05-06T10:00:00Z' }, LINE],
    ['a packed web archive of another name', zipped({ 'archive/data.warc': strToU8(WARC) }), 'a.zip', { url: 'https://o.example/harbour' }, LINE],
    ['a Word document', DOCX, 'a.docx', { file: 'a.docx' }, LINE],
    ['a PDF', pdf(LINE), 'a.pdf', { file: 'a.pdf' }, LINE],
    ['a text that begins like a mail and is none', `From: the front\nDate: 6 May\n\n${LINE}`, 'a.txt', { file: 'a.txt' }, LINE],
    ['a page that writes of PDFs', PAGE.replace('Monday', 'Monday %PDF-1.4'), 'a.html', { file: 'a.html' }, 'Port Ellery'],
  ])('%s', async (_why, bytes, file, record, text) => {
    const all = await gathered(bytes, file)
    expect(all).toHaveLength(1)
    expect(all[0]!.trouble).toEqual([])
    expect(all[0]!.record).toMatchObject(record)
    const report = read(all[0]!.record, all[0]!.bytes, { raw: false })
    expect(report.text).toContain(text)
    expect(report.text).not.toContain('Nine')
  })
})

describe('Telegram: each message is a report, an edited one keeps its name', () => {
  test('result.json of a chat and of an account', async () => {
    const expected = [
      { id: 'telegram/77/2', text: 'Two people were killed at the harbour.', outlet: 'Harbour watch', published: '2031-05-06T10:00:00Z', modified: '2031-05-06T10:05:00Z' },
      { id: 'telegram/77/4', text: 'Three are hurt.', outlet: 'Port news, forwarded by Harbour watch', published: '2031-05-06T15:00:00' },
    ]
    expect((await gathered(JSON.stringify(CHAT), 'result.json')).map(({ record }) => record)).toEqual(expected)
    const account = { about: 'x', chats: { about: 'y', list: [CHAT] } }
    expect((await gathered(JSON.stringify(account), 'result.json')).map(({ record }) => record)).toEqual(expected)
  })
  test('messages.html', async () => {
    expect((await gathered(CHAT_PAGE, 'messages.html')).map(({ record }) => record)).toEqual([
      { id: 'telegram/Harbour watch/2', text: 'Two people were killed\nat the harbour & near it.', outlet: 'Harbour watch', published: '2031-05-06T13:00:00+03:00' },
      { id: 'telegram/Harbour watch/3', text: 'Three are hurt.', outlet: 'Port news, forwarded by Harbour watch', published: '2031-05-06T15:00:00+03:00' },
    ])
  })
})

describe('what cannot be read says why', () => {
  test.each<[why: string, bytes: Uint8Array | string, file: string, code: string]>([
    ['a cut export', JSON.stringify(CHAT).slice(0, 300), 'result.json', 'bad_telegram'],
    ['an export without words', JSON.stringify({ ...CHAT, messages: [] }), 'result.json', 'empty_archive'],
    ['an archive that grows too much', zipped({ 'archive/data.warc': new Uint8Array(20_000_000) }), 'a.wacz', 'bad_zip'],
    ['an archive cut short', zipped({ 'archive/data.warc': strToU8(WARC) }).subarray(0, 200), 'a.wacz', 'bad_zip'],
    ['another zip file', zipped({ 'a.txt': strToU8('x') }), 'a.zip', 'not_text'],
    ['a document that grows too much', docx(new Uint8Array(60_000_000)), 'a.docx', 'bad_document'],
    ['a document that declares entities', docx(strToU8('<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>')), 'a.docx', 'bad_document'],
    ['a document that is no XML', docx(strToU8('no document')), 'a.docx', 'bad_document'],
    ['a PDF cut short', pdf(LINE).subarray(0, 30), 'a.pdf', 'bad_pdf'],
    ['a PDF without text', pdf(''), 'a.pdf', 'no_text'],
    ['a PDF with a password', pdf(LINE, LOCK), 'a.pdf', 'encrypted'],
  ])('%s', async (_why, bytes, file, code) => {
    const all = await gathered(bytes, file), [one] = all
    expect(all).toHaveLength(1)
    const trouble = one!.trouble.length > 0 ? one!.trouble : read(one!.record, one!.bytes, { raw: false }).trouble
    expect(trouble.map((each) => each.code)).toEqual([code])
  })
})

test.each<[file: string, bytes: Uint8Array]>([
  ['a.eml', strToU8(MULTI)], ['a.mhtml', strToU8(SAVED)], ['result.json', strToU8(JSON.stringify(CHAT))], ['messages.html', strToU8(CHAT_PAGE)],
  ['a.wacz', zipped({ 'archive/data.warc.gz': gzipSync(WARC) })], ['a.warc', strToU8(WARC)], ['a.docx', DOCX], ['a.pdf', pdf(LINE)],
])('%s with bytes changed and cut anywhere gives reports or reasons, and throws nothing', async (file, bytes) => {
  const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), to: fc.nat({ max: 255 }) })
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat({ max: bytes.length }), async (changes, cut) => {
    const broken = Uint8Array.from(bytes)
    for (const { at, to } of changes) broken[at] = to
    for (const one of await gathered(broken.subarray(0, cut === 0 ? undefined : cut), file)) expect(one.trouble.length > 0 || one.bytes !== null || (one.record.html ?? one.record.text) !== undefined).toBe(true)
  }), { numRuns: 60 })
}, 20_000)

test('in a folder each is found by its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-kinds-'))
  try {
    for (const [name, bytes] of Object.entries({ 'a.docx': DOCX, 'b.eml': MULTI, 'c.mhtml': SAVED, 'd.pdf': pdf(LINE), 'e.warc': WARC, 'result.json': JSON.stringify(CHAT), 'f.warc.gz': gzipSync(WARC), 'notes.json': '{}' })) writeFileSync(join(folder, name), bytes)
    let found = 0
    for await (const { trouble } of gather({ files: [folder] })) { expect(trouble).toEqual([]); found++ }
    expect(found).toBe(8)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const hostile = fileURLToPath(new URL('../../../shared/data/hostile/zip/', import.meta.url))
test.skipIf(!existsSync(hostile))('hostile zip files, called what they may be called, are refused and leave nothing behind (skipped where ../shared is absent)', async () => {
  const names = readdirSync(hostile), before = readdirSync('.')
  expect(names).toHaveLength(24)
  for (const name of names) {
    for (const ending of ['.zip', '.wacz', '.docx']) {
      for (const { bytes, record, trouble } of await gathered(readFileSync(hostile + name), name.replace(/\.zip$/, ending))) {
        expect(trouble.length > 0 ? trouble : read(record, bytes, { raw: false }).trouble, name + ending).not.toEqual([])
        expect(record.html ?? record.text, name + ending).toBeUndefined()
      }
    }
  }
  expect(readdirSync('.')).toEqual(before)
}, 20_000)
