// A report as a WACZ: its evidence in a form that any reader of web archives opens (WACZ 1.1.1, WARC 1.1, CDXJ). The same
// report gives the same bytes: times and ids come from what is kept.
import { createHash } from 'node:crypto'
import { zipSync, type Zippable } from 'fflate'
import { CDXIndexer, WARCRecord, WARCSerializer } from 'warcio'
import type { Fetch } from '../../model/fetch.ts'

/** What a server said that bytes came from. */
export type Answered = Pick<Fetch, 'status' | 'headers' | 'address'>

/** One kept answer or text, to be archived. */
export interface Evidence {
  /** null: what is archived never had a web address. */
  url: string | null
  title: string | null
  /** ISO. */
  at: string
  bytes: Uint8Array
  type: string
  /** As it was fetched, by Dateline or by whoever archived it; null: it was added from a file or a feed. */
  answer: Answered | null
}

const WARC_FILE = 'archive/data.warc.gz', INDEX_FILE = 'indexes/index.cdxj', PAGES_FILE = 'pages/pages.jsonl'
/** ZIP knows times from 1980 on. */
const ZIP_TIME = new Date(1980, 0, 1)
/** What held for the bytes on the way, not for those that are kept; and what a server calls as archives call their own. */
const OF_THE_WAY = /^(?:content-encoding|transfer-encoding|content-length|warc-.*)$/i

/** The file's bytes. `software` names what wrote it. */
export async function writeWacz(evidence: readonly Evidence[], { title, software }: { title: string, software: string }): Promise<Uint8Array> {
  const newest = evidence.map(({ at }) => at).sort().at(-1) ?? '1980-01-01T00:00:00Z'
  const pieces: Uint8Array[] = [await recordOf(WARCRecord.createWARCInfo({ filename: 'data.warc.gz', warcVersion: 'WARC/1.1', date: newest, warcHeaders: { 'WARC-Record-ID': recordId(`info ${newest} ${title}`) } }, { software, format: 'WARC File Format 1.1' }))]
  for (const one of evidence) pieces.push(await recordOf(recordFor(one)))
  const warc = Buffer.concat(pieces)
  const files: Record<string, Uint8Array> = { [WARC_FILE]: warc, [INDEX_FILE]: Buffer.from(await indexOf(warc)), [PAGES_FILE]: Buffer.from(pagesOf(evidence)) }
  const description = Buffer.from(`${JSON.stringify({
    profile: 'data-package', wacz_version: '1.1.1', title, software, created: newest,
    resources: Object.entries(files).map(([path, bytes]) => ({ name: path.split('/').at(-1), path, hash: hashOf(bytes), bytes: bytes.length })),
  }, null, 2)}\n`)
  const digest = Buffer.from(`${JSON.stringify({ path: 'datapackage.json', hash: hashOf(description) })}\n`)
  const zipped: Zippable = {}
  // the archive is read in place, by offset: it is not packed twice
  for (const [path, bytes] of Object.entries({ ...files, 'datapackage.json': description, 'datapackage-digest.json': digest })) zipped[path] = [bytes, { level: path === WARC_FILE ? 0 : 6, mtime: ZIP_TIME }]
  return zipSync(zipped)
}

const hashOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
/** In one spelling, without spaces and line ends, which would be read as the archive's own words. */
function addressOf({ url, bytes }: Evidence): string {
  const address = url === null ? null : URL.parse(url)
  return address !== null && /^https?:$/.test(address.protocol) ? address.href : `urn:sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

function recordFor(one: Evidence): WARCRecord {
  const { answer, at, bytes } = one, url = addressOf(one), id = recordId(`${url} ${at} ${hashOf(bytes)}`)
  if (answer === null) return WARCRecord.create({ url, date: at, type: 'resource', warcVersion: 'WARC/1.1', warcHeaders: { 'Content-Type': one.type, 'WARC-Record-ID': id } }, [bytes])
  // kept unpacked: the way's own headers stay under a name that says so, as other archivers do
  const headers = [...answer.headers.map(([name, value]): [string, string] => [OF_THE_WAY.test(name) ? `X-Archive-Orig-${name}` : name, value]), ['Content-Length', String(bytes.length)] as [string, string]]
  const warcHeaders: Record<string, string> = { 'WARC-Record-ID': id, ...(answer.address === null ? {} : { 'WARC-IP-Address': answer.address }) }
  return WARCRecord.create({ url, date: at, type: 'response', warcVersion: 'WARC/1.1', httpHeaders: headers, statusline: `HTTP/1.1 ${answer.status ?? 200} ${answer.status === 200 ? 'OK' : ''}`.trim(), warcHeaders, keepHeadersCase: true }, [bytes])
}

function recordOf(record: WARCRecord): Promise<Uint8Array> {
  return WARCSerializer.serialize(record, { gzip: true })
}

/** A UUID made from what the record holds, so that writing it again gives the same bytes. */
function recordId(of: string): string {
  const hex = createHash('sha256').update(of).digest('hex')
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}>`
}

async function indexOf(warc: Uint8Array): Promise<string> {
  const lines: string[] = []
  const indexer = new CDXIndexer({ format: 'cdxj' })
  const reader = (async function* (): AsyncGenerator<Uint8Array> { yield warc })()
  for await (const entry of indexer.iterIndex([{ filename: 'data.warc.gz', reader }])) {
    const { urlkey, timestamp, ...rest } = entry as Record<string, unknown>
    lines.push(`${String(urlkey)} ${String(timestamp)} ${JSON.stringify(rest)}\n`)
  }
  return lines.sort().join('')
}

function pagesOf(evidence: readonly Evidence[]): string {
  const rows = evidence.map((one, i) => ({ id: String(i + 1), url: addressOf(one), ts: one.at, ...(one.title === null ? {} : { title: one.title }) }))
  return [{ format: 'json-pages-1.0', id: 'pages', title: 'All pages' }, ...rows].map((row) => `${JSON.stringify(row)}\n`).join('')
}
