// A file becomes the reports that it holds: of an archive or a feed one by one; any other is a report itself.
import type { ReportRecord, Trouble } from '../../model/report.ts'
import { notText } from '../../sources/bytes/decode.ts'
import { looksLikeFeed, looksLikeOtherXml } from '../../sources/feed/sniff.ts'
import { loadFile, loadGiven } from '../../sources/folder/load.ts'
import { kindOf, type SourceKind } from '../../sources/kind.ts'
import { fileAt, fileOf, type SourceFile } from '../../sources/source-file.ts'

/** One report as it was found. `bytes`: of the record's file; null where the record carries its own text, or where trouble says why there are none. */
export interface Gathered {
  record: ReportRecord
  bytes: Uint8Array | null
  /** Where the bytes were read from, absolute. */
  path: string | null
  trouble: Trouble[]
  /** The bytes as they came where the report is not they but was taken out of them (a mail, a Word document, a feed, what was packed), or where they cannot be read: one array for all reports of a file. */
  original?: Uint8Array
}

/** The reports of a file of the disk. `name`: what messages call it. */
export async function* openedFile(record: ReportRecord, path: string, name: string): AsyncGenerator<Gathered> {
  const file = await fileAt(path, record, name)
  const kind = file === null ? null : await kindOf(file)
  if (kind === null || file === null) yield* feedOrReport({ record, path, ...await loadFile(path, name) })
  else yield* ofKind(kind, file)
}

/** The reports of bytes that are there already. */
export async function* opened(gathered: Gathered): AsyncGenerator<Gathered> {
  const { record, bytes, path } = gathered
  const file = bytes === null ? null : fileOf(bytes, record, path)
  const kind = file === null ? null : await kindOf(file)
  if (kind !== null && file !== null) yield* ofKind(kind, file)
  else yield* feedOrReport(file?.packed === true ? { record, path, ...await loadGiven(bytes!, file.name) } : gathered)
}

/** The reports of a file that came as bytes, under the name that it was given. */
export async function* openedBytes(name: string, bytes: Uint8Array): AsyncGenerator<Gathered> {
  const record = { file: name }, file = fileOf(bytes, record, null), kind = await kindOf(file)
  if (kind === null) yield* feedOrReport({ record, path: null, ...await loadGiven(bytes, name) })
  else yield* ofKind(kind, file)
}

async function* ofKind(kind: SourceKind, file: SourceFile): AsyncGenerator<Gathered> {
  for await (const part of kind.open(file)) {
    const { record, bytes, trouble, original } = part, what = bytes === null ? null : notText(bytes)
    if (original !== undefined) yield { record, bytes, path: file.path, trouble, original }
    else if (what !== null) yield { record, bytes: null, path: file.path, trouble: [...trouble, { code: 'not_text', message: `${record.url ?? record.id ?? file.name} is ${what}, not text` }], original: bytes! }
    else yield* feedOrReport({ record, bytes, path: file.path, trouble })
  }
}

async function* feedOrReport(gathered: Gathered): AsyncGenerator<Gathered> {
  const { record, bytes, path } = gathered
  if (bytes === null) { yield gathered; return }
  const original = gathered.original ?? bytes
  if (!looksLikeFeed(bytes)) { yield looksLikeOtherXml(bytes) ? { record, bytes: null, path, trouble: [{ code: 'not_a_feed', message: `${record.file ?? record.url ?? 'the file'} is XML, but neither a feed nor a page` }], original } : gathered; return }
  const { feedEntries } = await import('../../sources/feed/entries.ts') // a run without feeds does not wait for their reader
  const { records, trouble } = feedEntries(record, bytes)
  for (const entry of records) yield { record: entry, bytes: null, path, trouble: [], original }
  if (trouble.length > 0) yield { record, bytes: null, path, trouble, original }
}
