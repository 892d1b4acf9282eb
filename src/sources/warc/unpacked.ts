// The plain bytes of an archive, member by member, with what there is before a cut.
import { createGunzip } from 'node:zlib'

/** Small steps: a bomb grows a thousandfold at most, and is seen after each. */
const STEP = 16 * 1024

/** How an unpacking ended; null while it goes on and where it ended well. */
export interface Ending { fault: string | null }

/** Unpacks gzip of one or many members. What comes before a cut or a broken place is given; the rest is said in `ending`. */
export async function* unpacked(packed: AsyncIterable<Uint8Array>, ending: Ending): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  let ready: Buffer[] = [], fault: Error | null = null
  gunzip.on('data', (piece: Buffer) => { ready.push(piece) })
  gunzip.on('error', (error) => { fault = error })
  const step = (write: (done: () => void) => void): Promise<void> => new Promise<void>((resolve) => {
    gunzip.once('error', () => resolve())
    write(resolve)
  }).then(() => { gunzip.removeAllListeners('error').on('error', (error) => { fault = error }) })
  try {
    for await (const piece of packed) {
      for (let at = 0; at < piece.length && fault === null; at += STEP) {
        await step((done) => gunzip.write(piece.subarray(at, at + STEP), () => done()))
        const plain = ready
        ready = []
        yield* plain
      }
      if (fault !== null) break
    }
    if (fault === null) await step((done) => { gunzip.once('end', done); gunzip.end() })
    yield* ready
    if (fault !== null) ending.fault = (fault as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? 'the file ends in the middle' : `its packing is broken (${(fault as Error).message})`
  } finally {
    gunzip.destroy()
  }
}
