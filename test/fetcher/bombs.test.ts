// Answers that are made to fill the memory or to never end: each is a record of trouble.
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchOnce, type Ground } from '../../src/fetcher/fetch.ts'

const MIB = 1024 * 1024
const zeros = Buffer.alloc(60 * MIB)
const noise = (size: number): Buffer => { const made = Buffer.allocUnsafe(size); let x = 1; for (let i = 0; i < size; i++) { x = (x * 1103515245 + 12345) & 0x7fffffff; made[i] = x >> 16 }; return made }
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
const packed = (coding: string, bytes: Buffer) => (response: ServerResponse): void => { response.setHeader('Content-Encoding', coding); response.end(bytes) }
const ROWS: [name: string, answer: (response: ServerResponse) => void, code: string][] = [
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
  ['an end that does not come', (response) => { response.setHeader('Content-Length', 100); response.write('x'); setTimeout(() => { response.destroy() }, 50) }, 'no_connection'],
]

let server: Server, at = ''
beforeAll(async () => {
  server = createServer((request, response) => { ROWS[Number(/\d+/.exec(request.url ?? '')?.[0] ?? 12)]![1](response) })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => { server.closeAllConnections(); server.close() })

describe('bombs and hangs', () => {
  const ground: Ground = { fetcher: 'dateline test', mayConnect: () => true, limits: { totalMs: 1800 } }
  it.each(ROWS.map(([name, , code], i) => [name, i, code] as const))('%s', async (_name, i, code) => {
    const answer = await fetchOnce(`${at}/${i}`, ground)
    expect(answer.trouble?.code).toBe(code)
    expect(answer.bytes).toBeNull()
  })
})
