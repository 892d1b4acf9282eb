// A file that is there whole or not at all.
import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const FLUSH_LENGTH = 1 << 16

/** Writes the pieces beside `path`, flushes them and moves them into its place. Where anything fails, what was there before stays, and nothing else is left. Throws the file system's errors. */
export async function writeWhole(path: string, pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}`)
  try {
    const file = await open(beside, 'wx')
    try {
      let waiting = ''
      for await (const piece of pieces) {
        if (typeof piece !== 'string') { await file.writeFile(waiting); waiting = ''; await file.writeFile(piece); continue }
        waiting += piece
        if (waiting.length >= FLUSH_LENGTH) { await file.writeFile(waiting); waiting = '' }
      }
      await file.writeFile(waiting)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}
