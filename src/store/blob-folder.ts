// Bytes as files under their SHA-256: blobs/ab/abcdef…, so that `sha256sum` and any backup can read them without Dateline.
// A file is written beside its place, flushed, renamed into it, and its folder flushed: what has the name is whole.
import { randomBytes } from 'node:crypto'
import * as files from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from './identity.ts'
import { flushFolder, makeFolder } from './make-folder.ts'
import { StoreError } from './store.ts'
import { faultOfSystem } from './system-faults.ts'

/** The calls that the folder makes, so that a test can hand in a disk that is full. */
export type BlobFiles = Pick<typeof files, 'mkdir' | 'open' | 'rename' | 'rm' | 'readFile' | 'readdir' | 'stat'>

const STALE_MS = 3_600_000
const SHA256 = /^[0-9a-f]{64}$/

export class BlobFolder {
  readonly path: string
  readonly #files: BlobFiles
  readonly #made = new Set<string>()

  constructor(path: string, using: BlobFiles = files) {
    this.path = path
    this.#files = using
  }

  /** Where bytes of that hash lie. */
  place(hash: string): string {
    if (!SHA256.test(hash)) throw new TypeError(`not a SHA-256: ${hash}`)
    return join(this.path, hash.slice(0, 2), hash)
  }

  /** Writes and flushes; nothing is left behind where it fails. */
  async write(hash: string, bytes: Uint8Array): Promise<void> {
    const place = this.place(hash)
    const incoming = join(this.path, 'incoming')
    const beside = join(incoming, `${process.pid}-${randomBytes(6).toString('hex')}`)
    try {
      await this.#folder(incoming)
      await this.#folder(join(this.path, hash.slice(0, 2)))
      const file = await this.#files.open(beside, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await this.#files.rename(beside, place)
      await flushFolder(join(this.path, hash.slice(0, 2)), this.#files)
    } catch (error) {
      await this.#files.rm(beside, { force: true }).catch(() => undefined)
      throw faultOfSystem(error, `keep bytes in ${this.path}`)
    }
  }

  /** null where there are none; StoreError `damaged` where they are no longer what their name says. */
  async read(hash: string): Promise<Uint8Array | null> {
    let bytes: Uint8Array
    try {
      bytes = await this.#files.readFile(this.place(hash))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw faultOfSystem(error, `read kept bytes in ${this.path}`)
    }
    if (sha256(bytes) !== hash) throw new StoreError('damaged', `The bytes kept as ${hash} are no longer those.`, 'Bring that file back from a backup; `dateline doctor` says what else is wrong.')
    return bytes
  }

  /** The size in bytes, null where there are none. */
  async size(hash: string): Promise<number | null> {
    const found = await this.#files.stat(this.place(hash)).catch(() => null)
    return found === null ? null : Number(found.size)
  }

  /** Takes away what a run that was killed left half-written an hour ago or earlier. */
  async sweep(): Promise<void> {
    const incoming = join(this.path, 'incoming')
    const names = await this.#files.readdir(incoming).catch(() => [] as string[])
    for (const name of names) {
      const path = join(incoming, name)
      const found = await this.#files.stat(path).catch(() => null)
      if (found !== null && Date.now() - Number(found.mtimeMs) > STALE_MS) await this.#files.rm(path, { force: true }).catch(() => undefined)
    }
  }

  async #folder(path: string): Promise<void> {
    if (this.#made.has(path)) return
    await makeFolder(path, this.#files)
    this.#made.add(path)
  }
}
