// A zip file read by its central directory, within limits. Nothing is ever written to disk, and an entry's name is no path here.
import { unzipSync } from 'fflate'
import type { SourceFile } from '../source-file.ts'

/** The largest zip file that is read, in bytes. */
export const LARGEST_ZIP = 512 * 1024 * 1024
const MOST_ENTRIES = 10_000
/** The most that a packed entry may unpack to, in bytes, and by how much it may grow. An entry that is not packed is only looked at where it lies. */
const LARGEST_ENTRY = 50 * 1024 * 1024
const LARGEST_RATIO = 100
const RATIO_MATTERS_FROM = 1024 * 1024

export interface Zip {
  names: string[]
  /** The file itself. */
  bytes: Uint8Array
  /** The bytes of an entry, or in words why there are none. */
  read(name: string): Uint8Array | string
}

/** A zip file that cannot be read: in words why, and its bytes where they are at hand. */
export interface BrokenZip { fault: string, bytes: Uint8Array | null }

const opened = new WeakMap<SourceFile, Promise<Zip | BrokenZip>>()

/** The zip file, or why it cannot be read. Read once, however many kinds ask. */
export function zipOf(file: SourceFile): Promise<Zip | BrokenZip> {
  const known = opened.get(file) ?? read(file)
  opened.set(file, known)
  return known
}

async function read(file: SourceFile): Promise<Zip | BrokenZip> {
  if (file.size > LARGEST_ZIP) return { fault: `it is larger than ${LARGEST_ZIP / 1024 / 1024} MiB, the most that is read of a zip file`, bytes: null }
  const pieces: Uint8Array[] = []
  let bytes: Buffer | null = null
  try {
    for await (const piece of file.stream()) pieces.push(piece)
    const whole = bytes = Buffer.concat(pieces), names: string[] = []
    unzipSync(whole, { filter({ name }) { if (names.push(name) > MOST_ENTRIES) throw new Error(`more than ${MOST_ENTRIES} entries`); return false } })
    return { names, bytes: whole, read: (name) => entry(whole, name) }
  } catch (error) {
    return { fault: `it is no zip file that can be read (${error instanceof Error ? error.message : String(error)})`, bytes }
  }
}

function entry(bytes: Uint8Array, wanted: string): Uint8Array | string {
  let refused: string | null = null, taken = false
  try {
    const found = unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        if (name !== wanted || taken) return false
        taken = true
        if (compression !== 0 && originalSize > LARGEST_ENTRY) refused = `it unpacks to more than ${LARGEST_ENTRY / 1024 / 1024} MiB`
        else if (compression !== 0 && originalSize > RATIO_MATTERS_FROM && originalSize > size * LARGEST_RATIO) refused = `it unpacks to more than ${LARGEST_RATIO} times its size`
        else if (size > bytes.length) refused = 'it says that it is larger than the file'
        return refused === null
      },
    })[wanted]
    return found ?? refused ?? 'it is not there'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
