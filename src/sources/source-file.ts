// A file that may hold reports: its first bytes, to tell what it is, and ways to read on.
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { constants, gunzipSync } from 'node:zlib'
import type { ReportRecord } from '../model/report.ts'
import { loadBytes, unpackedWherePacked, type Loaded } from './folder/load.ts'

export interface SourceFile {
  /** What is stated of the file. */
  record: ReportRecord
  /** What messages call it. */
  name: string
  /** Where it lies; null for bytes that came another way. */
  path: string | null
  /** The first bytes, some 4 KiB, unpacked if they are packed. */
  head: Uint8Array
  /** true: gzip. */
  packed: boolean
  /** In bytes, as it lies there. */
  size: number
  /** The file as it lies there, from its beginning. */
  stream(): AsyncIterable<Uint8Array>
  /** All of it, unpacked, within the limits of a report. */
  bytes(): Promise<Loaded>
}

const HEAD_BYTES = 4096

function headOf(bytes: Uint8Array): { head: Uint8Array; packed: boolean } {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!packed) return { head: bytes, packed }
  try {
    return { head: gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2000 * HEAD_BYTES }).subarray(0, HEAD_BYTES), packed }
  } catch {
    return { head: new Uint8Array(0), packed }
  }
}

/** A file of the disk; null for folders, devices, and what cannot be read. */
export async function fileAt(path: string, record: ReportRecord, name: string): Promise<SourceFile | null> {
  try {
    const about = await stat(path)
    if (!about.isFile()) return null
    const handle = await open(path)
    let first: Buffer
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      first = buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
    return { record, name, path, ...headOf(first), size: about.size, stream: () => createReadStream(path), bytes: () => loadBytes(path, name) }
  } catch {
    return null
  }
}

/** Bytes that are there already, as they came. */
export function fileOf(bytes: Uint8Array, record: ReportRecord, path: string | null): SourceFile {
  const name = record.file ?? record.url ?? record.id ?? 'the file'
  return {
    record, name, path, ...headOf(bytes.subarray(0, HEAD_BYTES)), size: bytes.length,
    async *stream() { for (let at = 0; at < bytes.length; at += 65536) yield bytes.subarray(at, at + 65536) },
    bytes: () => unpackedWherePacked(bytes, name),
  }
}
