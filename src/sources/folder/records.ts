// Report records, one JSON object a line, from a stream of bytes.
import type { ReportRecord, Trouble } from '../../model/report.ts'
import { LARGEST_FILE } from './load.ts'

export interface RecordLine {
  /** Counted from 1. */
  line: number
  record: ReportRecord | null
  trouble: Trouble | null
  /** The line as it came, where it is broken. */
  given?: Uint8Array
}

const FIELDS = ['id', 'file', 'html', 'text', 'url', 'published', 'outlet', 'language', 'title', 'type', 'fetched', 'modified'] as const

/** A value as a report record, or in words what is wrong with it. A number as id is its digits; null is absent. */
export function toRecord(value: unknown): ReportRecord | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'expected an object'
  const record: ReportRecord = {}
  for (const field of FIELDS) {
    const given = (value as Record<string, unknown>)[field]
    if (given === undefined || given === null) continue
    if (typeof given === 'string') record[field] = given
    else if (field === 'id' && typeof given === 'number') record.id = String(given)
    else return `"${field}" should be a string, not ${Array.isArray(given) ? 'a list' : typeof given}`
  }
  if (record.file === undefined && record.html === undefined && record.text === undefined) return 'expected one of "file", "html" and "text"'
  return record
}

/** The lines of a stream as bytes without their ends; null for one that is longer than a report may be. */
async function* lines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [], size = 0, over = false
  for await (const piece of stream) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    let at = 0
    while (at < chunk.length) {
      const end = chunk.indexOf(10, at)
      const part = chunk.subarray(at, end < 0 ? chunk.length : end)
      size += part.length
      if (size > LARGEST_FILE) { over = true; parts = [] }
      if (!over) parts.push(part)
      if (end < 0) break
      yield over ? null : Buffer.concat(parts)
      parts = []; size = 0; over = false
      at = end + 1
    }
  }
  if (over) yield null
  else if (size > 0) yield Buffer.concat(parts)
}

/** Reads records; empty lines are passed over, a broken one is trouble `not_a_record` and the rest goes on. */
export async function* records(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<RecordLine> {
  let line = 0
  const broken = (message: string, given: Uint8Array): RecordLine => ({ line, record: null, trouble: { code: 'not_a_record', message: `line ${line}: ${message}` }, given })
  for await (const bytes of lines(stream)) {
    line++
    if (bytes === null) { yield { line, record: null, trouble: { code: 'too_large', message: `line ${line} is longer than ${LARGEST_FILE / 1024 / 1024} MiB, the most that is read` } }; continue }
    const text = bytes.toString('utf8').replace(/^\ufeff/, '').trim()
    if (text === '') continue
    let value: unknown
    try { value = JSON.parse(text) } catch { yield broken('not JSON', bytes); continue }
    const record = toRecord(value)
    yield typeof record === 'string' ? broken(record, bytes) : { line, record, trouble: null }
  }
}
