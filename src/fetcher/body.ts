// The bytes of an answer, decoded as they come, within limits.
import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { FetchFault } from './fault.ts'
import type { Limits } from './limits.ts'

/** Reads an answer to its end. FetchFault where it is larger than allowed, unpacks to too much, or is broken. */
export async function readBody(answer: IncomingMessage, limits: Limits): Promise<{ bytes: Uint8Array, wireBytes: number }> {
  const coding = (answer.headers['content-encoding'] ?? '').trim().toLowerCase()
  const said = Number(answer.headers['content-length'])
  if (said > limits.wireBytes) throw tooLarge(limits)
  const pieces: Buffer[] = []
  let wireBytes = 0, size = 0
  const take = (piece: Buffer): void => {
    size += piece.length
    if (size > limits.decodedBytes) throw new FetchFault('too_large', `it unpacks to more than ${mebibytes(limits.decodedBytes)} MiB, the most that is taken`)
    if (size > limits.ratioFromBytes && size > wireBytes * limits.ratio) throw new FetchFault('bomb', `it unpacks to more than ${limits.ratio} times its size`)
    pieces.push(piece)
  }
  const source = answer[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first = await source.next()
  const arriving = async function* (): AsyncGenerator<Buffer> {
    for (let next = first; next.done !== true; next = await source.next()) {
      wireBytes += next.value.length
      if (wireBytes > limits.wireBytes) throw tooLarge(limits)
      yield next.value
    }
  }
  const taking = async (unpacked: AsyncIterable<Buffer>): Promise<void> => { for await (const piece of unpacked) take(piece) }
  try {
    if (first.done === true || coding === '' || coding === 'identity') await taking(arriving())
    else await pipeline(arriving, unpacker(coding, first.value), taking)
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(?:Z_|ERR_.*BROTLI|ERR__ERROR|ERR_ZLIB)/.test(String(error.code))) throw new FetchFault('broken_encoding', `it could not be unpacked: ${error.message}`)
    throw error
  } finally {
    answer.destroy()
  }
  if (!answer.complete) throw new FetchFault('cut_off', 'the connection ended before the answer did')
  return { bytes: Buffer.concat(pieces, size), wireBytes }
}

/** Larger than Node's 16 KiB: each piece is a turn of the thread pool. */
const CHUNKS = { chunkSize: 128 * 1024 }

const mebibytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
const tooLarge = (limits: Limits): FetchFault => new FetchFault('too_large', `it is larger than ${mebibytes(limits.wireBytes)} MiB, the most that is taken`)

function unpacker(coding: string, first: Buffer): Transform {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip(CHUNKS)
  if (coding === 'br') return createBrotliDecompress(CHUNKS)
  // "deflate" is sent both with and without zlib's header
  if (coding === 'deflate') return (first[0]! & 0x0f) === 8 ? createInflate(CHUNKS) : createInflateRaw(CHUNKS)
  throw new FetchFault('odd_encoding', `it is packed as "${coding.slice(0, 40)}", which was not asked for`)
}
