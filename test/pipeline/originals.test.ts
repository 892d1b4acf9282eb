// Whatever a report came in is kept as it came, under its SHA-256, and the report names it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gazetteerFolder } from '../../src/gazetteer/build.ts'
import { openGazetteer, type OpenGazetteer } from '../../src/gazetteer/open.ts'
import { addReports, rereadReports, type Added } from '../../src/pipeline/add-reports.ts'
import { evidenceOf } from '../../src/pipeline/archive/evidence.ts'
import { sha256 } from '../../src/store/identity.ts'
import { openMemoryStore, openSqliteStore } from '../../src/store/sqlite/open.ts'
import type { Store } from '../../src/store/store.ts'
import { runHere } from '../cli/run-dateline.ts'
import { BROKEN_DOCX, CHAT, CHAT_PAGE, DOCX, FEED, LINE, LOCK, MULTI, PAGE, pdf, SAVED, WACZ, WARC } from '../sources/made-containers.ts'

let gazetteer: OpenGazetteer, folder: string
beforeAll(() => { gazetteer = openGazetteer({ folder: gazetteerFolder(process.env) }); folder = mkdtempSync(join(tmpdir(), 'dateline-originals-')) })
afterAll(() => { gazetteer.close(); rmSync(folder, { recursive: true, force: true }) })

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function added(store: Store, ...files: string[]): Promise<Added[]> {
  const found: Added[] = []
  for await (const one of addReports(store, { files }, { raw: false, gazetteer })) found.push(one)
  return found
}

describe('what a report came in', () => {
  it.each<[why: string, name: string, bytes: Uint8Array | string, reports: number, itself: boolean]>([
    ['a mail', 'a.eml', MULTI, 1, false],
    ['a saved page with all its parts', 'a.mhtml', SAVED, 1, false],
    ['a Word document', 'a.docx', DOCX, 1, false],
    ['a PDF', 'a.pdf', pdf(LINE), 1, false],
    ['Telegram, as JSON', 'result.json', JSON.stringify(CHAT), 2, false],
    ['Telegram, as pages', 'messages.html', CHAT_PAGE, 2, false],
    ['a feed', 'feed.xml', FEED, 2, false],
    ['a packed page', 'a.html.gz', gzipSync(PAGE), 1, false],
    ['a packed text', 'a.txt.gz', gzipSync(LINE), 1, false],
    ['a packed feed', 'feed.xml.gz', gzipSync(FEED), 2, false],
    ['a packed mail', 'b.eml.gz', gzipSync(MULTI), 1, false],
    ['a packed PDF', 'b.pdf.gz', gzipSync(pdf(LINE)), 1, false],
    ['a page is its own original', 'a.html', PAGE, 1, true],
    ['a text is its own original', 'a.txt', LINE, 1, true],
  ])('%s', async (_why, name, bytes, reports, itself) => {
    const store = await openMemoryStore(), path = file(name, bytes), hash = sha256(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
    const first = await added(store, path)
    expect(first.map(({ what }) => what)).toEqual(Array.from({ length: reports }, () => 'new'))
    for (const { id } of first) {
      const kept = await store.report(id!)
      expect(itself ? kept!.summary.sha256 : kept!.record.original).toBe(hash)
      expect(kept!.record.original === undefined).toBe(itself)
    }
    expect(Buffer.from((await store.readBytes(hash))!).equals(Buffer.from(bytes as Uint8Array))).toBe(true)
    expect((await added(store, path)).map(({ what }) => what)).toEqual(Array.from({ length: reports }, () => 'unchanged'))
    await store.close()
  })

  it.each<[why: string, name: string, bytes: Uint8Array | string]>([['a web archive: the page is kept with what the record says of it', 'a.warc', WARC], ['a packed web archive: the same', 'a.wacz', WACZ]])('%s', async (_why, name, bytes) => {
    const store = await openMemoryStore(), path = file(name, bytes), [one] = await added(store, path), kept = await store.report(one!.id!)
    expect(kept!.record).toMatchObject({ url: 'https://o.example/harbour', fetched: '2031-05-06T10:00:00Z', type: 'text/html' })
    expect(kept!.record.original).toBeUndefined()
    expect(kept!.record.archived).toEqual({
      archive: name.endsWith('.wacz') ? `${path}: archive/data.warc.gz` : path, status: 200, headers: [['content-type', 'text/html']],
      record: expect.arrayContaining([['warc-type', 'response'], ['warc-date', '2031-05-06T10:00:00Z'], ['warc-ip-address', '192.0.2.7']]),
    })
    // what is archived again says what the server said
    const [evidence] = await evidenceOf(store, await store.versions(one!.id!))
    expect(evidence).toMatchObject({ url: 'https://o.example/harbour', at: '2031-05-06T10:00:00.000Z', answer: { status: 200, headers: [['content-type', 'text/html']], address: '192.0.2.7' } })
    expect(Buffer.from((await store.readBytes(kept!.summary.sha256))!).toString()).toBe(PAGE)
    await store.close()
  })

  it.each<[why: string, name: string, bytes: Uint8Array | string, code: string]>([
    ['a line of a manifest that is no record', 'broken.jsonl', '{"text": "Two people were killed', 'not_a_record'],
    ['a document without words', 'b.docx', BROKEN_DOCX, 'bad_document'],
    ['a document that is cut', 'c.docx', DOCX.subarray(0, 200), 'bad_document'],
    ['a packed archive that is cut', 'c.wacz', WACZ.subarray(0, 100), 'bad_zip'],
    ['a PDF that is cut', 'c.pdf', '%PDF-1.4 and no more', 'bad_pdf'],
    ['a locked PDF', 'd.pdf', pdf(LINE, LOCK), 'encrypted'],
    ['a page whose packing is broken', 'd.html.gz', gzipSync(PAGE).subarray(0, 40), 'broken_gzip'],
    ['a page that is a bomb', 'e.html.gz', gzipSync(Buffer.alloc(20_000_000, 32)), 'too_large'],
    ['a picture by the name of a text', 'f.txt', Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'), 'not_text'],
    ['XML that is neither feed nor page', 'g.xml', '<?xml version="1.0"?><plan><step>one</step></plan>', 'not_a_feed'],
    ['an export of Telegram\'s without words', 'result.json', JSON.stringify({ ...CHAT, messages: [] }), 'empty_archive'],
  ])('%s cannot be read, is kept, and the trouble names it', async (_why, name, bytes, code) => {
    const store = await openMemoryStore(), [one] = await added(store, file(name, bytes)), hash = sha256(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
    expect(one!.what).toBe('unread')
    expect((await store.troubles()).map(({ code: found, sha256: kept }) => [found, kept])).toEqual([[code, hash]])
    expect(await store.hasBytes(hash)).toBe(true)
    await store.close()
  })

  it('a page of an archive that was not archived whole is kept as it was archived', async () => {
    const cut = gzipSync(PAGE).subarray(0, 60), head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'
    const store = await openMemoryStore()
    await added(store, file('cut.warc', Buffer.concat([Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://o.example/cut\r\nWARC-Date: 2031-05-06T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${head.length + cut.length}\r\n\r\n${head}`), cut, Buffer.from('\r\n\r\n')])))
    expect((await store.troubles())[0]).toMatchObject({ code: 'page_cut', sha256: sha256(cut) })
    await store.close()
  })

  it('the same page out of two archives is one version; both arrivals are kept, and evidence of each', async () => {
    const store = await openMemoryStore(), later = WARC.replace('2031-05-06T10:00:00Z', '2031-05-07T10:00:00Z')
    const [one] = await added(store, file('first.warc', WARC)), [two] = await added(store, file('second.warc', later))
    expect([one!.what, two!.what]).toEqual(['new', 'unchanged'])
    expect((await store.arrivals(one!.id!)).map(({ record }) => record.archived!.archive.split('/').at(-1))).toEqual(['first.warc', 'second.warc'])
    await store.close()
  })

  it('a feed that comes again with the same entries is kept, and its entries are not read again', async () => {
    const store = await openMemoryStore(), path = file('again.xml', FEED)
    await added(store, path)
    const later = FEED.replace('</channel>', '<!-- later --></channel>')
    writeFileSync(path, later)
    expect((await added(store, path)).map(({ what }) => what)).toEqual(['unchanged', 'unchanged'])
    expect(await store.hasBytes(sha256(later))).toBe(true)
    await store.close()
  })

  it('reading again keeps the name of what it came in; an archive of the evidence holds it', async () => {
    const store = await openMemoryStore(), [one] = await added(store, file('c.eml', MULTI))
    for await (const _ of rereadReports(store, gazetteer));
    const kept = await store.report(one!.id!)
    expect(kept!.record.original).toBe(sha256(Buffer.from(MULTI)))
    const evidence = await evidenceOf(store, await store.versions(one!.id!))
    expect(evidence.map(({ type }) => type)).toEqual(['message/rfc822', 'text/html; charset=utf-8'])
    expect(Buffer.from(evidence[0]!.bytes).toString()).toBe(MULTI)
    await store.close()
  })
})

it('the report and the check of everything name it', async () => {
  const data = join(folder, 'data'), path = file('d.eml', MULTI), hash = sha256(Buffer.from(MULTI))
  await runHere(['add', '--data', data, path])
  const name = '<1@lantern.example>'
  expect((await runHere(['report', '--data', data, name])).out).toContain(hash)
  expect(JSON.parse((await runHere(['report', '--data', data, '--json', name])).out)).toMatchObject({ record: { original: hash } })
  expect((await runHere(['verify', '--data', data])).code).toBe(0)
  writeFileSync(join(data, 'blobs', hash.slice(0, 2), hash), 'something else')
  const checked = await runHere(['verify', '--data', data])
  expect(checked.code).toBe(1)
  expect(checked.out).toContain(`${hash}: the bytes of ${name} version 1`)
  const store = await openSqliteStore(data, { access: 'read' })
  await expect(store.readBytes(hash)).rejects.toThrow('no longer those')
  await store.close()
})
