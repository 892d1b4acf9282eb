// Files that hold reports, one or many, in a form of their own. Each kind is a folder beside this file with a `kind.ts`,
// which is all that is loaded until a file is of that kind.
import { existsSync, readdirSync } from 'node:fs'
import type { ReportRecord, Trouble } from '../model/report.ts'
import type { SourceFile } from './source-file.ts'

/** A report in a file of some kind. `bytes`: null where the record carries its own text, or where trouble says why there are none. */
export interface Part {
  record: ReportRecord
  bytes: Uint8Array | null
  trouble: Trouble[]
  /** The file as it came, where the record's own text was taken out of it, or could not be: one array for all parts. Absent: the bytes are what came. */
  original?: Uint8Array
}

/** What a folder's `kind.ts` exports as `kind`. */
export interface SourceKind {
  /** Names that a file of this kind usually has: those are looked at in folders. */
  names: RegExp
  /** Whether a file is of this kind, by its first bytes; by its name only where they cannot tell. */
  is(file: SourceFile): boolean | Promise<boolean>
  /** The reports in it, in its order, lazily. Faults of the file are trouble, never a throw. */
  open(file: SourceFile): AsyncIterable<Part>
}

const HERE = new URL('./', import.meta.url)
let loaded: Promise<readonly SourceKind[]> | null = null

/** All kinds there are, in the alphabet's order of their folders. */
export function sourceKinds(): Promise<readonly SourceKind[]> {
  loaded ??= Promise.all(readdirSync(HERE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/kind.ts`, HERE))).map((entry) => entry.name).sort()
    .map(async (name) => {
      const { kind } = await import(new URL(`${name}/kind.ts`, HERE).href) as { kind?: SourceKind }
      if (kind === undefined) throw new Error(`src/sources/${name}/kind.ts does not export a kind`)
      return kind
    }))
  return loaded
}

/** The kind that a file is of; null where it is a report itself. */
export async function kindOf(file: SourceFile): Promise<SourceKind | null> {
  for (const kind of await sourceKinds()) if (await kind.is(file)) return kind
  return null
}

/** A part that is nothing but trouble with the file, whose bytes are kept where they are at hand. */
export function partInTrouble(record: ReportRecord, code: string, message: string, original?: Uint8Array | null): Part {
  return { record, bytes: null, trouble: [{ code, message }], ...(original == null ? {} : { original }) }
}
