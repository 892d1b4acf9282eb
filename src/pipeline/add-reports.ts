// Reports into a store: bytes first, then the reading, each report whole or not at all. A run that was stopped is begun
// again and goes on: what is kept already is recognised by its bytes and is not read twice.
import type { Gazetteer } from '../model/gazetteer.ts'
import type { ReportRecord, Trouble } from '../model/report.ts'
import type { Kept, Outcome, StatedRecord, Store } from '../store/store.ts'
import { gather } from '../stages/gather/index.ts'
import { engineName } from './engine-name.ts'
import { readAndExtract, type Gathered, type ReadOptions, type Sources } from '../pipeline.ts'

/** What became of one report. */
export interface Added {
  doc: string
  /** `unread`: only its bytes (where there are any) and the trouble are kept. */
  what: Outcome | 'unread'
  id: string | null
  version: number | null
  claims: number
  /** false: not all of it could be read, and `trouble` says why. */
  whole: boolean
  trouble: Trouble[]
}

/** Adds what the sources give, in order, and tells of each. Where `signal` is aborted it ends after the report at hand. StoreErrors end the run; what was told of is kept. */
export async function* addReports(store: Store, sources: Sources, options: ReadOptions, signal?: AbortSignal): AsyncGenerator<Added> {
  for await (const gathered of gather(sources)) {
    if (stopped(signal)) return
    yield await addGathered(store, gathered, options)
    if (stopped(signal)) return // before the next one's bytes are gathered
  }
}

const stopped = (signal: AbortSignal | undefined): boolean => signal?.aborted === true

/** Reads every kept version that another engine read, again, from its kept bytes. */
export async function* rereadReports(store: Store, gazetteer: Gazetteer, signal?: AbortSignal): AsyncGenerator<Added> {
  const engine = engineName()
  for await (const version of store.reports({ all: true })) {
    if (stopped(signal)) return
    if (version.engine === engine) continue
    const kept = await store.report(version.id, version.version)
    const bytes = await store.readBytes(version.sha256)
    if (kept === null || bytes === null) continue
    const { original, ...record } = kept.record
    yield await addGathered(store, asGathered(record, bytes, kept.path), { gazetteer, raw: version.raw }, original)
  }
}

/** What is kept of an arrival: its bytes, and its record without them. */
function asKept({ record, bytes }: Gathered): { record: StatedRecord, bytes: Uint8Array | null } {
  const { html, text, ...stated } = record
  if (bytes !== null) return { record: stated, bytes }
  if (html !== undefined) return { record: { ...stated, carried: 'html' }, bytes: Buffer.from(html) }
  if (text !== undefined) return { record: { ...stated, carried: 'text' }, bytes: Buffer.from(text) }
  return { record: stated, bytes: null }
}

function asGathered({ carried, ...record }: Omit<StatedRecord, 'original'>, bytes: Uint8Array, path: string | null): Gathered {
  if (carried === undefined) return { record, bytes, path, trouble: [] }
  const body: ReportRecord = { [carried]: Buffer.from(bytes).toString('utf8') }
  return { record: { ...record, ...body }, bytes: null, path, trouble: [] }
}

/** Originals that are kept already: one holds many reports. */
const keptOriginals = new WeakMap<Uint8Array, string>()

async function keepOriginal(store: Store, bytes: Uint8Array): Promise<string> {
  const known = keptOriginals.get(bytes)
  if (known !== undefined && await store.hasBytes(known)) return known
  const sha256 = await store.keepBytes(bytes)
  keptOriginals.set(bytes, sha256)
  return sha256
}

/** Keeps and reads one report that was gathered already; `original`: the hash of the kept bytes that it was taken out of. StoreErrors say what the store's surroundings refuse. */
export async function addGathered(store: Store, gathered: Gathered, options: ReadOptions, original?: string): Promise<Added> {
  const { path } = gathered, { raw } = options, { record: stated, bytes } = asKept(gathered)
  const engine = engineName()
  const from = original ?? (gathered.original === undefined ? undefined : await keepOriginal(store, gathered.original))
  const record: StatedRecord = from === undefined ? stated : { ...stated, original: from }
  const sha256 = bytes === null ? null : await store.keepBytes(bytes)
  if (sha256 !== null) {
    const known = await store.alreadyKept({ sha256, record, path, raw, engine })
    if (known !== null) return told(known, [], true)
  }
  const { report, extraction, read } = options.apart === undefined ? readAndExtract(gathered, options) : await options.apart.read(gathered, raw)
  if (read === 'nothing' || sha256 === null) {
    for (const trouble of report.trouble) await store.keepTrouble({ doc: report.doc, path, sha256: sha256 ?? from ?? null, record, ...trouble })
    return { doc: report.doc, what: 'unread', id: null, version: null, claims: 0, whole: false, trouble: report.trouble }
  }
  const kept = await store.keepReading({ sha256, record, path, raw, engine, report, claims: extraction.claims, statements: extraction.statements })
  return told(kept, report.trouble, read === 'whole')
}

function told({ doc, what, id, version, claims }: Kept, trouble: Trouble[], whole: boolean): Added {
  return { doc, what, id, version, claims, whole, trouble }
}
