import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { opened, type Gathered } from '../../src/stages/gather/open.ts'
import { read } from '../../src/stages/read/index.ts'

const PAGE = '<!doctype html><html><head><title>Harbour under fire</title></head><body><article><h1>Harbour under fire</h1><p>Two people were killed at the harbour of Port Ellery on Monday, the mayor said.</p></article></body></html>'
const bytesOf = (text: string): Buffer => Buffer.from(text)

/** A record as archivers write it. */
function record(headers: Record<string, string>, block: Uint8Array): Buffer {
  const head = Object.entries({ 'WARC-Date': '2031-05-06T10:00:00Z', 'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>', ...headers, 'Content-Length': String(block.length) }).map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.concat([bytesOf(`WARC/1.0\r\n${head}\r\n`), block, bytesOf('\r\n\r\n')])
}
function response(url: string, { headers = 'Content-Type: text/html; charset=utf-8', body = bytesOf(PAGE) as Uint8Array, status = '200 OK' } = {}): Buffer {
  return record({ 'WARC-Type': 'response', 'WARC-Target-URI': url, 'Content-Type': 'application/http; msgtype=response' }, Buffer.concat([bytesOf(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), body]))
}
const INFO = record({ 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' }, bytesOf('software: made by a test\r\n'))

async function gathered(bytes: Uint8Array, file = 'a.warc'): Promise<Gathered[]> {
  const all: Gathered[] = []
  for await (const one of opened({ record: { file }, bytes, path: null, trouble: [] })) all.push(one)
  return all
}
const codes = (all: Gathered[]): string[] => all.flatMap(({ trouble }) => trouble.map(({ code }) => code))
const urls = (all: Gathered[]): (string | undefined)[] => all.filter(({ trouble }) => trouble.length === 0).map(({ record: { url } }) => url)
const chunked = (body: string): Buffer => bytesOf(`${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`)
const U = 'http://o.example/1'

describe('records of an archive', () => {
  test.each<[why: string, archive: Buffer, urls: string[], codes: string[]]>([
    ['a page', Buffer.concat([INFO, response(U)]), [U], []],
    ['a page on any line of an archive packed record by record', Buffer.concat([gzipSync(INFO), gzipSync(response(U)), gzipSync(response(`${U}2`))]), [U, `${U}2`], []],
    ['an archive packed as a whole', gzipSync(Buffer.concat([INFO, response(U)])), [U], []],
    ['a chunked page', response(U, { headers: 'Content-Type: text/html\r\nTransfer-Encoding: chunked', body: chunked(PAGE) }), [U], []],
    ['a packed page', response(U, { headers: 'Content-Type: text/html\r\nContent-Encoding: gzip', body: gzipSync(PAGE) }), [U], []],
    ['brotli', response(U, { headers: 'Content-Type: text/html\r\nContent-Encoding: br', body: brotliCompressSync(PAGE) }), [U], []],
    ['a page stored unpacked under the old header', response(U, { headers: 'Content-Type: text/html\r\nContent-Encoding: gzip' }), [U], []],
    ['a resource', record({ 'WARC-Type': 'resource', 'WARC-Target-URI': U, 'Content-Type': 'text/html' }, bytesOf(PAGE)), [U], []],
    ['an address in angle brackets, as wget wrote them', response(`<${U}>`), [U], []],
    ['a text', response(U, { headers: 'Content-Type: text/plain', body: bytesOf('Two people were killed on Monday.') }), [U], []],
    ['requests, images, redirects, missing pages and rules for robots are no reports', Buffer.concat([record({ 'WARC-Type': 'request', 'WARC-Target-URI': U, 'Content-Type': 'application/http; msgtype=request' }, bytesOf('GET / HTTP/1.1\r\n\r\n')), response(`${U}.png`, { headers: 'Content-Type: image/png' }), response(U, { status: '301 Moved' }), response(U, { status: '404 Not Found' }), response('http://o.example/robots.txt', { headers: 'Content-Type: text/plain' }), response(`${U}3`)]), [`${U}3`], []],
    ['nothing to read', INFO, [], ['empty_archive']],
    ['a page that is a bomb', Buffer.concat([response(U, { headers: 'Content-Type: text/html\r\nContent-Encoding: gzip', body: gzipSync(Buffer.alloc(20_000_000, 32)) }), response(`${U}2`)]), [`${U}2`], ['too_large']],
    ['a page that was not archived whole', Buffer.concat([response(U, { headers: 'Content-Type: text/html\r\nContent-Encoding: gzip', body: gzipSync(PAGE).subarray(0, 60) }), response(`${U}2`)]), [`${U}2`], ['page_cut']],
    ['the older form', bytesOf('filedesc://a.arc 0.0.0.0 20140216050221 text/plain 75\n'), [], ['old_archive']],
    ['a head without an end', Buffer.concat([response(U), bytesOf(`WARC/1.0\r\nX: ${'x'.repeat(3_000_000)}`)]), [U], ['archive_cut']],
    ['a record that is longer than it says', Buffer.concat([bytesOf(response(U).toString().replace(/(\r\nContent-Length: )\d+/, '$1150')), response(`${U}2`)]), [U, `${U}2`], ['bad_archive']],
    ['bytes that are no record between two', Buffer.concat([response(U), bytesOf('no record\r\n\r\n'), response(`${U}2`)]), [U, `${U}2`], ['bad_archive']],
  ])('%s', async (_why, archive, expected, trouble) => {
    const all = await gathered(archive)
    expect(urls(all)).toEqual(expected)
    expect(codes(all)).toEqual(trouble)
  })

  test('a page is read with its address and the time it was fetched, which is no word on when it was published', async () => {
    const [one] = await gathered(response(U))
    const report = read(one!.record, one!.bytes, { raw: false })
    expect(report).toMatchObject({ url: U, title: 'Harbour under fire', fetched: '2031-05-06T10:00:00Z', published: null, trouble: [] })
    expect(report.text).toContain('Two people were killed at the harbour')
    expect(Buffer.from(one!.bytes!).toString()).toBe(PAGE)
  })

  test('the charset that it was served as is believed', async () => {
    const [one] = await gathered(response(U, { headers: 'Content-Type: text/html; charset=windows-1251', body: Buffer.concat([bytesOf('<p>'), Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2]), bytesOf(' 2031</p>')]) }))
    expect(read(one!.record, one!.bytes, { raw: false }).text).toBe('Привіт 2031')
  })
})

describe('an archive cut at any byte', () => {
  const records = [INFO, response(U), response(`${U}2`, { headers: 'Content-Type: text/html\r\nTransfer-Encoding: chunked', body: chunked(PAGE) }), response(`${U}3`)]
  test.each([['plain', records], ['packed record by record', records.map((one) => gzipSync(one))]])('%s: gives every record before the cut and says that it stopped', { timeout: 30_000 }, async (_how, pieces) => {
    const whole = Buffer.concat(pieces), ends = pieces.map((_, i) => pieces.slice(0, i + 1).reduce((sum, piece) => sum + piece.length, 0))
    for (let cut = 10; cut < whole.length; cut++) {
      const all = await gathered(whole.subarray(0, cut)), found = urls(all)
      expect(found, `at ${cut}`).toEqual([U, `${U}2`, `${U}3`].slice(0, found.length))
      expect(found.length, `at ${cut}`).toBeGreaterThanOrEqual(ends.slice(1).filter((end) => end <= cut).length)
      if (!ends.includes(cut)) expect(codes(all), `at ${cut}`).toEqual(['archive_cut'])
    }
  })
})

const hostile = fileURLToPath(new URL('../../../shared/data/hostile/warc/', import.meta.url))
test.skipIf(!existsSync(hostile))('hostile archives neither throw nor hang, and each gives a page or a reason (skipped where ../shared is absent)', async () => {
  const names = readdirSync(hostile)
  expect(names).toHaveLength(16)
  for (const name of names) {
    const all = await gathered(readFileSync(hostile + name), name)
    expect(all.length, name).toBeGreaterThan(0)
    for (const { bytes, trouble } of all) expect(bytes !== null || trouble.length > 0, name).toBe(true)
  }
}, 20_000)
