// The WACZ that is written, held against the specification (WACZ 1.1.1) by a checker of our own that reads it as others do:
// from its description, in place, by offset.
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { WARCParser } from 'warcio'
import { describe, expect, it } from 'vitest'
import { writeWacz, type Evidence } from '../../src/pipeline/archive/wacz.ts'

const at = (day: number): string => `2031-05-0${day}T10:00:00.000Z`
const page = (verb: string): Uint8Array => Buffer.from(`<html><head><title>Ferry</title></head><body><h1>Ferry struck</h1><p>A ferry was ${verb} at the quay of Port Ellery.</p></body></html>`)
const fetched = (day: number, bytes: Uint8Array, url = 'https://news.example/ferry?b=2&a=1'): Evidence => ({
  url, title: 'Ferry struck', at: at(day), bytes, type: 'text/html',
  answer: { status: 200, headers: [['Content-Type', 'text/html; charset=utf-8'], ['Content-Encoding', 'gzip'], ['ETag', '"1"']], address: '192.0.2.1' },
})
const EVIDENCE: Evidence[] = [fetched(6, page('struck')), fetched(7, page('hit')), fetched(6, page('sunk'), 'https://a.example/'), { url: null, title: null, at: at(8), bytes: Buffer.from('A text that was pasted: «Гаага».'), type: 'text/plain; charset=utf-8', answer: null }]
const written = (evidence = EVIDENCE): Promise<Uint8Array> => writeWacz(evidence, { title: 'Ferry struck', software: 'Dateline' })

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString()
const lines = (bytes: Uint8Array | undefined): string[] => text(bytes).split('\n').filter((line) => line !== '')

/** How each member of a zip file is packed, by its central directory: 0 stored, 8 deflated. */
function methods(zip: Uint8Array): Map<string, number> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength), found = new Map<string, number>()
  for (let at = view.getUint32(zip.length - 22 + 16, true); view.getUint32(at, true) === 0x02014b50; at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)) found.set(text(zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))), view.getUint16(at + 10, true))
  return found
}

/** What of the specification a WACZ breaks; empty for nothing. */
async function faults(wacz: Uint8Array): Promise<string[]> {
  const found: string[] = [], files = unzipSync(wacz), packed = methods(wacz)
  const check = (holds: boolean, what: string): void => { if (!holds) found.push(what) }
  const description = JSON.parse(text(files['datapackage.json'])) as { profile: string, wacz_version: string, created: string, resources: { name: string, path: string, hash: string, bytes: number }[] }
  check(description.profile === 'data-package' && description.wacz_version === '1.1.1' && !Number.isNaN(Date.parse(description.created)), 'the description has no profile, version or time')
  const digest = JSON.parse(text(files['datapackage-digest.json'])) as { path: string, hash: string }
  check(digest.path === 'datapackage.json' && digest.hash === sha256(files['datapackage.json']!), 'the digest is not that of the description')
  const listed = new Set(description.resources.map(({ path }) => path))
  for (const name of Object.keys(files)) check(listed.has(name) || name.startsWith('datapackage'), `${name} is not listed`)
  for (const { name, path, hash, bytes } of description.resources) check(files[path] !== undefined && path.endsWith(`/${name}`) && hash === sha256(files[path]) && bytes === files[path].length, `${path} is not what the description says`)
  for (const folder of ['archive/', 'indexes/', 'pages/']) check([...listed].some((path) => path.startsWith(folder)), `there is no ${folder}`)
  for (const [name, method] of packed) check(!/\.gz$/.test(name) || method === 0, `${name} is packed twice`)

  const [head, ...pages] = lines(files['pages/pages.jsonl']).map((line) => JSON.parse(line) as Record<string, string>)
  check(head?.['format'] === 'json-pages-1.0' && head['id'] === 'pages', 'pages.jsonl has no head')
  const index = lines(files['indexes/index.cdxj'])
  check(index.join('\n') === [...index].sort().join('\n'), 'the index is not in order')
  const indexed = new Set<string>()
  let covered = 0
  for (const line of index) {
    const [, timestamp, json] = /^\S+ (\d{14}) (\{.*\})$/.exec(line) ?? []
    if (json === undefined) { found.push(`no line of an index: ${line}`); continue }
    const { url, filename, offset, length, mime, digest: payload } = JSON.parse(json) as Record<string, string>
    const warc = files[`archive/${filename}`]!, member = warc.subarray(Number(offset), Number(offset) + Number(length))
    covered += member.length
    indexed.add(`${url} ${timestamp}`)
    let record = null
    try { gunzipSync(member); record = await WARCParser.parse([member]) } catch { /* told below */ }
    if (record === null) { found.push(`${url} is not where the index says`); continue }
    const body = await record.readFully(true)
    check(record.warcTargetURI === url && record.warcDate?.replace(/\D/g, '').slice(0, 14) === timestamp, `${url}: another record stands there`)
    check(record.warcPayloadDigest === sha256(body) && record.warcPayloadDigest.endsWith(String(payload)), `${url}: its digest is not that of its bytes`)
    check((record.httpHeaders?.headers.get('content-type') ?? record.warcHeaders.headers.get('content-type') ?? '').startsWith(String(mime)), `${url}: another kind`)
  }
  for (const { url, ts } of pages) check(indexed.has(`${url} ${ts!.replace(/\D/g, '').slice(0, 14)}`), `the page ${url} of ${ts} has no record`)
  const all = files['archive/data.warc.gz']!
  let records = 0
  for await (const record of new WARCParser([all])) { await record.readFully(false); records++ }
  check(records === index.length + 1 && covered < all.length, 'the archive has more or fewer records than the index and its head')
  return found
}

describe('a WACZ', () => {
  it('holds to the specification: described, hashed, indexed record by record, its pages listed', async () => {
    expect(await faults(await written())).toEqual([])
    expect(await faults(await written(EVIDENCE.slice(3)))).toEqual([])
  })
  it.each<[why: string, headers: [string, string][], url: string]>([
    ['names of headers that are an archive\'s own', [['WARC-Type', 'request'], ['Warc-X', 'a'], ['warc-x', 'b,,,c'], ['WARC-JSON-Metadata', '{}'], ['WARC-JSON-Metadata', '{}']], 'https://news.example/1'],
    ['names of the language', [['__proto__', 'x'], ['constructor', 'y']], 'https://news.example/2'],
    ['cookies by the dozen', Array.from({ length: 12 }, (_, n): [string, string] => ['Set-Cookie', `a${n}=b`]), 'https://news.example/3'],
    ['an address with line ends and spaces', [], 'https://news.example/4\r\nWARC-Type: request\r\nX: y z'],
    ['an address that is none', [], 'nowhere at all'],
    ['an address of another kind', [], 'javascript:alert(1)'],
  ])('takes whatever a server or a record says: %s', async (_why, headers, url) => {
    expect(await faults(await written([{ ...fetched(6, page('struck'), url), answer: { status: 200, headers: [['Content-Type', 'text/html'], ...headers], address: null } }]))).toEqual([])
  })
  it('gives every byte back by address and time', async () => {
    const files = unzipSync(await written())
    const bodies: string[] = []
    for await (const record of new WARCParser([files['archive/data.warc.gz']!])) if (record.warcType !== 'warcinfo') bodies.push(Buffer.from(await record.readFully(false)).toString())
    expect(bodies).toEqual(EVIDENCE.map(({ bytes }) => Buffer.from(bytes).toString()))
  })
  it.each<[why: string, break_: (files: Record<string, Uint8Array>) => void, expected: RegExp]>([
    ['a changed archive', (files) => { files['archive/data.warc.gz']![300]! ^= 1 }, /not what the description says/],
    ['a changed description', (files) => { files['datapackage.json'] = Buffer.from(text(files['datapackage.json']).replace('Ferry struck', 'Ferry sunk')) }, /digest is not that of the description/],
    ['a file that nobody lists', (files) => { files['pages/extra.jsonl'] = Buffer.from('{}\n') }, /not listed/],
    ['an index that points elsewhere', (files) => { files['indexes/index.cdxj'] = Buffer.from(text(files['indexes/index.cdxj']).replace(/"offset":\d+/, '"offset":5')) }, /not where the index says/],
    ['a page without a record', (files) => { files['pages/pages.jsonl'] = Buffer.from(text(files['pages/pages.jsonl']).replace('a.example', 'b.example')) }, /has no record/],
    ['an archive packed twice', () => {}, /packed twice/],
  ])('the checker sees %s', async (why, break_, expected) => {
    const files = Object.fromEntries(Object.entries(unzipSync(await written())).map(([name, bytes]) => [name, new Uint8Array(bytes)]))
    break_(files)
    const again = zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { level: why === 'an archive packed twice' || !name.endsWith('.gz') ? 6 : 0 }]])))
    expect((await faults(again)).join('\n')).toMatch(expected)
  })
})
