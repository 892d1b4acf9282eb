// Answers that are made to fill the memory or to never end, and a server that gives them. The tests ask that each is refused
// in words (bombs.test.ts); what it costs is measured by bench/bombs.ts.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

const MIB = 1024 * 1024
const zeros = Buffer.alloc(60 * MIB)
const noise = (size: number): Buffer => { const made = Buffer.allocUnsafe(size); let x = 1; for (let i = 0; i < size; i++) { x = (x * 1103515245 + 12345) & 0x7fffffff; made[i] = x >> 16 }; return made }
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
const packed = (coding: string, bytes: Buffer) => (response: ServerResponse): void => { response.setHeader('Content-Encoding', coding); response.end(bytes) }
/** Its name, the answer, and the code of the trouble that it is to give. */
export const BOMBS: readonly [name: string, answer: (response: ServerResponse) => void, code: string][] = [
  ['gzip', packed('gzip', gzipSync(zeros, { level: 1 })), 'bomb'],
  ['deflate', packed('deflate', deflateSync(zeros, { level: 1 })), 'bomb'],
  ['deflate without header', packed('deflate', deflateRawSync(zeros, { level: 1 })), 'bomb'],
  ['br', packed('br', brotliCompressSync(zeros, quick)), 'bomb'],
  ['many members of gzip', packed('gzip', Buffer.concat(Array<Buffer>(60).fill(gzipSync(zeros.subarray(0, MIB))))), 'bomb'],
  ['gzip within gzip', packed('gzip, gzip', gzipSync(gzipSync(zeros, { level: 1 }))), 'odd_encoding'],
  ['a ratio just below, but too large', packed('gzip', gzipSync(Buffer.concat(Array.from({ length: 60 }, () => Buffer.concat([noise(MIB / 32), zeros.subarray(0, MIB * 31 / 32)]))), { level: 1 })), 'too_large'],
  ['a length that is too large', (response) => { response.setHeader('Content-Length', 16 * MIB); response.write('x') }, 'too_large'],
  ['no length, too large', (response) => { const piece = noise(MIB); const more = (): void => { while (!response.destroyed && response.write(piece)); response.once('drain', more) }; more() }, 'too_large'],
  ['endless gzip', (response) => { response.setHeader('Content-Encoding', 'gzip'); const gzip = createGzip(); gzip.pipe(response); const more = (): void => { if (!response.destroyed) { gzip.write(zeros.subarray(0, MIB)); setTimeout(more, 1) } }; more(); response.on('close', () => { gzip.destroy() }) }, 'bomb'],
  ['a broken gzip', packed('gzip', gzipSync('some text that is long enough to be cut').subarray(0, 30)), 'broken_encoding'],
  ['not gzip at all', packed('gzip', Buffer.from('hello')), 'broken_encoding'],
  ['no end of redirects', (response) => { response.writeHead(302, { Location: '/again' }).end() }, 'too_many_redirects'],
  ['no answer', () => { /* it hangs */ }, 'too_slow'],
  ['an answer drop by drop', (response) => { const drop = setInterval(() => { response.write('x') }, 50); response.on('close', () => { clearInterval(drop) }) }, 'too_slow'],
  ['another protocol', (response) => { response.socket!.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n') }, 'odd_answer'],
  ['no end of words before the answer', (response) => { const more = setInterval(() => { response.writeContinue() }, 20); response.on('close', () => { clearInterval(more) }) }, 'too_slow'],
  ['no end of a head', (response) => { response.socket!.write('HTTP/1.1 200 OK\r\n'); const more = setInterval(() => { response.socket?.write(`X: ${'x'.repeat(8000)}\r\n`) }, 5); response.on('close', () => { clearInterval(more) }) }, 'no_connection'],
  ['no end of trailers', (response) => { response.socket!.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n'); const more = setInterval(() => { response.socket?.write(`X: ${'x'.repeat(8000)}\r\n`) }, 5); response.on('close', () => { clearInterval(more) }) }, 'no_connection'],
  ['two lengths', (response) => { response.socket!.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\nhello') }, 'no_connection'],
  ['a length and pieces', (response) => { response.socket!.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n') }, 'no_connection'],
  ['unchanged, to a first question', (response) => { response.writeHead(304).end() }, 'http_status'],
  ['nothing', (response) => { response.socket!.destroy() }, 'no_connection'],
  ['an end that does not come', (response) => { response.setHeader('Content-Length', 100); response.write('x'); setTimeout(() => { response.destroy() }, 50) }, 'no_connection'],
]

/** Milliseconds that one fetch of a bomb may take. */
export const LONGEST_MS = 1800

/** A server on loopback whose /N gives the Nth. */
export async function openBombs(): Promise<{ origin: string, close(): void }> {
  const server = createServer((request, response) => { BOMBS[Number(/\d+/.exec(request.url ?? '')?.[0] ?? BOMBS.findIndex(([name]) => name === 'no end of redirects'))]![1](response) })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close() { server.closeAllConnections(); server.close() } }
}
