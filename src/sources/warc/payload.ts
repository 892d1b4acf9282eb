// A record's body as the reader of the page would have had it: unchunked and unpacked, within limits.
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'

/** The largest page of an archive, unpacked, in bytes. */
export const LARGEST_PAGE = 50 * 1024 * 1024
/** A page that grows more than this many times is a trap. */
const LARGEST_RATIO = 100
const RATIO_MATTERS_FROM = 4 * 1024 * 1024

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>
const UNPACKERS: Readonly<Record<string, readonly Unpack[]>> = {
  gzip: [promisify(gunzip) as Unpack], 'x-gzip': [promisify(gunzip) as Unpack], deflate: [promisify(inflate) as Unpack, promisify(inflateRaw) as Unpack],
  br: [promisify(brotliDecompress) as Unpack], zstd: [promisify(zstdDecompress) as Unpack],
}

/** The pieces joined; null where they are more than a page may be. */
export async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > LARGEST_PAGE) return null
    kept.push(piece)
  }
  return kept.length === 1 ? kept[0]! : Buffer.concat(kept, size)
}

/** Undoes a Content-Encoding, the last first. Archivers store unpacked bodies under the old header: what is not packed is given as it is. */
export async function decoded(bytes: Uint8Array, encodings: string | null): Promise<Uint8Array | 'too_large' | 'cut'> {
  let plain = bytes
  for (const encoding of (encodings ?? '').toLowerCase().split(',').map((name) => name.trim()).reverse().slice(0, 3)) {
    for (const unpack of UNPACKERS[encoding] ?? []) {
      try {
        const grown = await unpack(plain, { maxOutputLength: LARGEST_PAGE })
        if (grown.length > RATIO_MATTERS_FROM && grown.length > plain.length * LARGEST_RATIO) return 'too_large'
        plain = grown
        break
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code === 'ERR_BUFFER_TOO_LARGE') return 'too_large'
        if (code === 'Z_BUF_ERROR' && plain.length > 0) return 'cut'
      }
    }
  }
  return plain
}
