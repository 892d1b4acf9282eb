// The pages and texts of a web archive, each as a report with its address and the time it was fetched.
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio'
import type { Archived } from '../../model/fetch.ts'
import type { ReportRecord, Trouble } from '../../model/report.ts'
import { partInTrouble, type Part } from '../kind.ts'
import { decoded, joined, LARGEST_PAGE } from './payload.ts'
import type { SourceFile } from '../source-file.ts'
import { unpacked, type Ending } from './unpacked.ts'

/** Bytes in which a record's head must end. */
const LONGEST_HEAD = 1024 * 1024
/** Bytes between records: two line ends, after the last one too. */
const SEPARATOR = 4
const LINE_END = 10
const READ = /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|rss\+xml|atom\+xml|rdf\+xml|xml|feed\+json))\s*(?:;|$)/i
const MEBIBYTE = 1024 * 1024
/** Characters of all headers of a record that are kept: a hundred times the usual. */
const LONGEST_HEADERS = 256 * 1024

/**
 * Reads an archive record by record, keeping one at a time. A cut or broken archive gives every record before the place,
 * and trouble that says where it stopped (bytes of the unpacked archive).
 */
export async function* warcParts(file: Pick<SourceFile, 'record' | 'name' | 'packed' | 'stream'>): AsyncGenerator<Part> {
  const source = new PlainSource(file.stream(), file.packed)
  const reader = new AsyncIterReader(source.pieces(), null), parser = new WARCParser(reader, { keepHeadersCase: false })
  let pages = 0, stray = false, end = 0
  const stopped = (why: string): Part => partInTrouble(file.record, 'archive_cut', `${file.name}: ${why}; ${pages === 1 ? 'the page' : `the ${pages} pages`} before that ${pages === 1 ? 'was' : 'were'} read`)
  try {
    for (;;) {
      source.mayTake(LONGEST_HEAD)
      const record = await parser.parse()
      if (record === null) break
      source.mayTake(Infinity)
      const headed = record.warcHeader('content-length') !== null && record.warcContentLength >= 0 && record.warcType !== null
      if (!headed && source.ended) { yield stopped(`it stops at byte ${source.taken}, in the head of a record`); return }
      const between = end === 0 ? 0 : parser.offset - end // more than two line ends: the record before was longer than it said
      if (!stray && (between > SEPARATOR || !(headed && /^WARC\//i.test(record.warcHeaders.statusline)))) { stray = true; yield partInTrouble(file.record, 'bad_archive', `${file.name} holds something that is no record, before byte ${source.taken}: it was passed over`) }
      if (!headed) {
        if (await restOf(record) > 0) { yield stopped(`it stops at byte ${source.taken}, in a record without a head that tells what it is`); return }
        continue
      }
      const part = await pageOf(record, file.name)
      if (await restOf(record) > 0) { yield stopped(source.fault ?? `it stops at byte ${source.taken}, in the record of ${shortened(record.warcTargetURI ?? 'itself')}`); return }
      end = reader.getReadOffset()
      if (part !== null) { pages++; yield part }
    }
  } catch (error) {
    yield stopped(`it could not be read past byte ${source.taken} (${error instanceof Error ? error.message : String(error)})`)
    return
  }
  if (source.fault !== null) yield stopped(`${source.fault} at byte ${source.taken}`)
  else if (source.taken - end < SEPARATOR || source.last !== LINE_END) yield stopped(`it stops at byte ${source.taken}, after the last record that is whole`)
  else if (pages === 0) yield partInTrouble(file.record, 'empty_archive', `${file.name} holds no page and no text`)
}

/** The plain bytes of the archive, and how far they were taken. */
class PlainSource {
  taken = 0
  /** The byte taken last. */
  last = LINE_END
  ended = false
  readonly #ending: Ending = { fault: null }
  readonly #stream: AsyncIterable<Uint8Array>
  #may = Infinity

  constructor(stream: AsyncIterable<Uint8Array>, packed: boolean) {
    this.#stream = packed ? unpacked(stream, this.#ending) : stream
  }

  /** So many bytes more may be taken, a piece that is there already not counted. */
  mayTake(bytes: number): void { this.#may = bytes }

  /** Why the bytes ended early; null where they did not. */
  get fault(): string | null { return this.#ending.fault }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#stream) {
      if (this.#may <= 0) throw new Error('the head of a record has no end')
      this.#may -= piece.length
      this.taken += piece.length
      this.last = piece.at(-1) ?? this.last
      yield piece
    }
    this.ended = true
  }
}

/** Reads what is left of a record's body; gives how many bytes of it the archive does not have. */
async function restOf(record: WARCRecord): Promise<number> {
  const { _reader: reader } = record
  if (!(reader instanceof LimitReader)) return 0
  for await (const _ of reader); // its own skipping waits for ever where the archive is cut
  return Math.max(0, reader.limit)
}

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)

/** The report that a record holds; null for one that holds none (a request, an image, a redirect, a page that was not there). */
async function pageOf(record: WARCRecord, name: string): Promise<Part | null> {
  const { warcType, httpHeaders } = record
  const response = warcType === 'response' && httpHeaders !== null
  if (!response && warcType !== 'resource' && warcType !== 'conversion') return null
  const status = Number(httpHeaders?.statusCode ?? 200)
  const header = (of: string): string | null => httpHeaders?.headers.get(of) ?? null
  const type = (response ? header('content-type') : record.warcContentType) ?? ''
  const url = record.warcTargetURI ?? ''
  if (status < 200 || status > 299 || !READ.test(type.trim()) || /^https?:\/\/[^/]*\/robots\.txt$|^metadata:/i.test(url)) return null
  const body = await bodyOf(record, header)
  if (body instanceof Uint8Array && body.length === 0) return null
  const about: ReportRecord = { ...(url === '' ? {} : { url }), type: type.trim().slice(0, 200), ...(record.warcDate ? { fetched: record.warcDate.slice(0, 40) } : {}) }
  if (url === '') about.id = record.warcHeader('WARC-Record-ID')?.slice(0, 200) ?? name
  about.archived = archivedAs(record, name, response ? status : null)
  if (body instanceof Uint8Array) return { record: about, bytes: body, trouble: [] }
  return { record: about, bytes: null, trouble: [refusals(name)[body.refused]], ...(body.wire === null ? {} : { original: body.wire }) }
}

function archivedAs(record: WARCRecord, archive: string, status: number | null): Archived {
  let left = LONGEST_HEADERS
  const pairs = (headers: Iterable<[string, string]> | undefined): [string, string][] => [...headers ?? []].filter(([name, value]) => (left -= name.length + value.length) >= 0)
  return { archive, status, record: pairs(record.warcHeaders.headers), headers: pairs(record.httpHeaders?.headers) }
}

const refusals = (name: string): Record<'too_large' | 'cut', Trouble> => ({
  too_large: { code: 'too_large', message: `a page of ${name} is larger than ${LARGEST_PAGE / MEBIBYTE} MiB or packed more than 100:1, and is not read` },
  cut: { code: 'page_cut', message: `a page of ${name} was not archived whole: its packing ends in the middle` },
})

/** The body as the reader had it; or why not, with what was archived. */
async function bodyOf(record: WARCRecord, header: (of: string) => string | null): Promise<Uint8Array | { refused: 'too_large' | 'cut', wire: Uint8Array | null }> {
  const transfer = (header('transfer-encoding') ?? '').trim().toLowerCase()
  const wire = await joined(record.httpHeaders !== null && transfer === 'chunked' ? new AsyncIterReader(record._reader, null, true) : record._reader as AsyncIterable<Uint8Array>)
  if (wire === null) return { refused: 'too_large', wire }
  const body = await decoded(wire, header('content-encoding') ?? (transfer === 'chunked' ? null : transfer))
  return typeof body === 'string' ? { refused: body, wire } : body
}
