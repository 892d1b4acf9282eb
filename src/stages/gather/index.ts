// Files, folders, manifests and records on standard input become report records with their bytes, in the order given.
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { ReportRecord, Trouble } from '../../model/report.ts'
import { faultOf } from '../../sources/folder/load.ts'
import { records } from '../../sources/folder/records.ts'
import { walk } from '../../sources/folder/walk.ts'
import { sourceKinds } from '../../sources/kind.ts'
import { openedFile, type Gathered } from './open.ts'

export { opened, type Gathered } from './open.ts'

export interface GatherInputs {
  /** Files, folders (everything readable below them) and manifests (.jsonl, .ndjson). */
  files?: string[]
  manifest?: string
  /** Report records, one a line; a `file` in them is relative to the current folder. */
  stdin?: NodeJS.ReadableStream | AsyncIterable<Uint8Array | string>
}

const MANIFEST = /\.(?:jsonl|ndjson)(?:\.gz)?$/i
const failed = (name: string, trouble: Trouble, original?: Uint8Array): Gathered => ({ record: { id: name }, bytes: null, path: null, trouble: [trouble], ...(original === undefined ? {} : { original }) })

/** Gathers in input order: the files and folders, then the manifest, then standard input. What cannot be read is a record with trouble. */
export async function* gather(inputs: GatherInputs): AsyncGenerator<Gathered> {
  for (const file of inputs.files ?? []) yield* gatherPath(file)
  if (inputs.manifest !== undefined) yield* gatherManifest(inputs.manifest)
  if (inputs.stdin) yield* gatherRecords(inputs.stdin as AsyncIterable<Uint8Array | string>, process.cwd(), 'standard input')
}

/** The name by which a file is known: its path below the current folder, else its full path. */
function nameOf(path: string): string {
  const below = relative(process.cwd(), path)
  return (below === '' || below.startsWith('..') || isAbsolute(below) ? path : below).split(sep).join('/')
}

async function* gatherPath(file: string): AsyncGenerator<Gathered> {
  const path = resolve(file)
  let folder = false
  try { folder = (await stat(path)).isDirectory() } catch (error) { yield { record: { file: nameOf(path) }, bytes: null, path, trouble: [faultOf(error, file)] }; return }
  if (!folder) {
    if (MANIFEST.test(file)) yield* gatherManifest(file)
    else yield* openedFile({ file: nameOf(path) }, path, file)
    return
  }
  let empty = true
  for await (const found of walk(path, (await sourceKinds()).map((kind) => kind.names))) {
    empty = false
    if (found.trouble) yield { record: { file: nameOf(found.path) }, bytes: null, path: found.path, trouble: [found.trouble] }
    else yield* openedFile({ file: nameOf(found.path) }, found.path, nameOf(found.path))
  }
  if (empty) yield { record: { file: nameOf(path) }, bytes: null, path, trouble: [{ code: 'empty_folder', message: `${file} holds no reports (.txt, .md, .html, .htm, feeds as .xml, .rss, .atom, archives as .warc, .wacz, .mhtml, .eml, .docx, .pdf, or these with .gz)` }] }
}

async function* gatherManifest(manifest: string): AsyncGenerator<Gathered> {
  const path = resolve(manifest)
  try {
    const about = await stat(path)
    if (about.isDirectory()) { yield failed(manifest, { code: 'is_folder', message: `${manifest} is a folder, not a manifest` }); return }
    const stream = createReadStream(path)
    // a fault of the file reaches the reader through the stream that it reads
    const packed = /\.gz$/i.test(path) ? createGunzip() : null
    if (packed) stream.on('error', (error) => packed.destroy(error))
    yield* gatherRecords(packed ? stream.pipe(packed) : stream, dirname(path), basename(manifest))
  } catch (error) {
    yield failed(manifest, faultOf(error, manifest))
  }
}

async function* gatherRecords(stream: AsyncIterable<Uint8Array | string>, folder: string, name: string): AsyncGenerator<Gathered> {
  const root = await realpath(folder)
  for await (const { line, record, trouble, given } of records(stream)) {
    if (record === null) { yield failed(`${name}:${line}`, trouble!, given); continue }
    if (record.file === undefined || record.html !== undefined || record.text !== undefined) { yield { record, bytes: null, path: null, trouble: [] }; continue }
    yield* gatherListed(record, root)
  }
}

/** A file that a record names. A record is data, perhaps somebody else's: it reaches nothing outside its folder, not by a link either. */
async function* gatherListed(record: ReportRecord, root: string): AsyncGenerator<Gathered> {
  const file = record.file!
  const path = resolve(root, file)
  const inside = (there: string): boolean => there.startsWith(root.endsWith(sep) ? root : root + sep)
  const outside: Gathered = { record, bytes: null, path: null, trouble: [{ code: 'outside_folder', message: `"${file.slice(0, 120)}" leads outside the folder of its manifest and is not read` }] }
  if (file.includes('\0') || isAbsolute(file) || /^[a-z]:|^\\\\/i.test(file) || !inside(path)) { yield outside; return }
  try {
    if (!inside(await realpath(path))) { yield outside; return }
  } catch (error) {
    yield { record, bytes: null, path, trouble: [faultOf(error, file)] }
    return
  }
  yield* openedFile(record, path, file)
}
