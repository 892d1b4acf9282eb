// One file's bytes, within limits, unpacked if packed. What goes wrong is trouble, never a throw.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Trouble } from '../../model/report.ts'
import { notText } from '../bytes/decode.ts'

/** The largest report that is read, unpacked, in bytes: 64 MiB. A page or a text of a report is a thousandth of it. */
export const LARGEST_FILE = 64 * 1024 * 1024
/** A packed file that grows more than this many times is a trap, not a report; pages grow five to twenty times. */
const LARGEST_RATIO = 200
const RATIO_MATTERS_FROM = 4 * 1024 * 1024

export interface Loaded {
  bytes: Uint8Array | null
  trouble: Trouble[]
  /** As they came, where that is not `bytes`: packed, or no text. Absent too where they are not at hand. */
  original?: Uint8Array
}

const refused = (code: string, message: string, original?: Uint8Array): Loaded => ({ bytes: null, trouble: [{ code, message }], ...(original === undefined ? {} : { original }) })
const unpack = promisify(gunzip) as (data: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>
const MEBIBYTE = 1024 * 1024

/** A fault of the file system as trouble, in plain words. */
export function faultOf(error: unknown, path: string): Trouble {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file_missing', message: `no such file: ${path}` }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'no_permission', message: `no permission to read ${path}` }
  if (code === 'EISDIR') return { code: 'is_folder', message: `${path} is a folder, not a report` }
  if (code === 'ELOOP') return { code: 'file_missing', message: `${path} is a link that leads in a circle` }
  if (code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') return { code: 'file_missing', message: `no such file: ${path.slice(0, 80)}…` }
  return { code: 'unreadable', message: `${path} could not be read: ${error instanceof Error ? error.message : String(error)}` }
}

async function readLimited(path: string): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_FILE) return null
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)
}

/** Reads a text; a `.gz`, or what begins as one, is unpacked. `name` is what messages call it. */
export async function loadFile(path: string, name: string = path): Promise<Loaded> {
  return textAlone(await loadBytes(path, name), name)
}

/** The same of bytes that are here already. */
export async function loadGiven(bytes: Uint8Array, name: string): Promise<Loaded> {
  if (bytes.length > LARGEST_FILE) return refused('too_large', `${name} is larger than ${LARGEST_FILE / MEBIBYTE} MiB, the most that is read`)
  return textAlone(await unpackedWherePacked(bytes, name), name)
}

function textAlone(loaded: Loaded, name: string): Loaded {
  const what = loaded.bytes === null ? null : notText(loaded.bytes)
  return what === null ? loaded : refused('not_text', `${name} is ${what}, not text`, loaded.original ?? loaded.bytes!)
}

/** Bytes of any kind as they are, or unpacked where they begin as gzip does. */
export async function unpackedWherePacked(given: Uint8Array, name: string): Promise<Loaded> {
  if (given[0] !== 0x1f || given[1] !== 0x8b) return { bytes: given, trouble: [] }
  const bytes = await unpacked(given, name)
  return bytes instanceof Uint8Array ? { bytes, trouble: [], original: given } : bytes
}

/** Reads a file of any kind as `loadFile` does. */
export async function loadBytes(path: string, name: string): Promise<Loaded> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) return refused('is_folder', `${name} is a folder, not a report`)
    if (!about.isFile() && !about.isFIFO()) return refused('not_a_file', `${name} is a device or socket, not a file`)
    const tooLarge = refused('too_large', `${name} is larger than ${LARGEST_FILE / MEBIBYTE} MiB, the most that is read`)
    if (about.size > LARGEST_FILE) return tooLarge
    const packed = await readLimited(path)
    return packed === null ? tooLarge : await unpackedWherePacked(packed, name)
  } catch (error) {
    return { bytes: null, trouble: [faultOf(error, name)] }
  }
}

async function unpacked(packed: Uint8Array, name: string): Promise<Uint8Array | Loaded> {
  try {
    const bytes = await unpack(packed, { maxOutputLength: LARGEST_FILE })
    if (bytes.length > RATIO_MATTERS_FROM && bytes.length > packed.length * LARGEST_RATIO) return refused('too_large', `${name} unpacks to ${Math.round(bytes.length / packed.length)} times its size: not a report`, packed)
    return bytes
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') return refused('too_large', `${name} unpacks to more than ${LARGEST_FILE / MEBIBYTE} MiB, the most that is read`, packed)
    return refused('broken_gzip', `${name} is a broken gzip file`, packed)
  }
}
