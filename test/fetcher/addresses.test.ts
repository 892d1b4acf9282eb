// Addresses that must lead nowhere. A canary listens on loopback, on IPv4 and IPv6: it must hear nothing.
import { createSocket, type Socket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { createServer as createWeb } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { globallyRoutable } from '../../src/fetcher/address.ts'
import { fetchOnce, type Ground } from '../../src/fetcher/fetch.ts'

const NAMES: Readonly<Record<string, string[]>> = { 'inner.test-host.net': ['127.0.0.1'], 'inner6.test-host.net': ['::1'], 'mapped.test-host.net': ['::ffff:127.0.0.1'], 'both.test-host.net': ['93.184.215.14', '127.0.0.1'], 'nothing.test-host.net': [], 'news.test-host.net': ['127.0.0.1'] }
const ground: Ground = { fetcher: 'dateline test', resolve: async (name) => NAMES[name] ?? [], limits: { totalMs: 1500 } }
const ROWS = readFileSync(new URL('hostile-addresses.tsv', import.meta.url), 'utf8').split('\n').slice(1).filter((row) => row !== '').map((row) => row.split('\t') as [string, string])

let canary: Server, port = 0, heard = 0
beforeAll(async () => {
  canary = createServer((socket) => { heard++; socket.destroy() })
  await new Promise<void>((resolve) => { canary.listen(0, '::', resolve) })
  port = (canary.address() as AddressInfo).port
})
afterAll(() => { canary.close() })

describe('hostile addresses', () => {
  it('are at least sixty', () => { expect(ROWS.length).toBeGreaterThanOrEqual(60) })

  it.each(ROWS)('%s is refused: %s', async (address) => {
    const answer = await fetchOnce(address.replaceAll('PORT', String(port)), ground)
    expect(answer.trouble?.code).toMatch(/^(?:bad_address|address_refused|no_such_name)$/)
    expect(answer).toMatchObject({ status: null, bytes: null, address: null })
    expect(heard).toBe(0)
  })

  it.each(ROWS)('a redirect to %s leads nowhere: %s', async (address) => {
    const target = address.replaceAll('PORT', String(port))
    const web = createWeb((_request, response) => { response.writeHead(302, { Location: encodeURI(target).replaceAll('%25', '%').replaceAll('%5B', '[').replaceAll('%5D', ']') }).end() })
    await new Promise<void>((resolve) => { web.listen(0, '127.0.0.1', resolve) })
    const own = (web.address() as AddressInfo).port
    // the first hop alone may be on loopback: the policy is strict for all that follows
    let hops = 0
    const answer = await fetchOnce(`http://first.test-host.net:${own}/`, { ...ground, resolve: async (name) => (name === 'first.test-host.net' ? ['127.0.0.1'] : NAMES[name] ?? []), mayConnect: (ip) => (ip === '127.0.0.1' && hops++ < 2) || globallyRoutable(ip) })
    web.close()
    // an address without scheme or with odd slashes is taken relative to the page, and comes back to its host, which is closed by then
    expect(answer.bytes).toBeNull()
    expect(answer.trouble).not.toBeNull()
    expect(heard).toBe(0)
  })
})

describe('a name server that changes its answer', () => {
  let server: Socket, asked = 0
  beforeAll(async () => {
    server = createSocket('udp4', (query, from) => {
      // an A record: open at first, loopback from then on, never to be remembered
      const isA = query.readUInt16BE(query.indexOf(0, 12) + 1) === 1
      const question = query.subarray(12, query.indexOf(0, 12) + 5)
      const header = Buffer.from([query[0]!, query[1]!, 0x81, 0x80, 0, 1, 0, isA ? 1 : 0, 0, 0, 0, 0])
      const address = asked++ === 0 ? [203, 0, 114, 1] : [127, 0, 0, 1]
      server.send(isA ? Buffer.concat([header, question, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address])]) : Buffer.concat([header, question]), from.port, from.address)
    })
    await new Promise<void>((resolve) => { server.bind(0, '127.0.0.1', resolve) })
  })
  afterAll(() => { server.close() })

  it('leads to the canary neither at first nor later', async () => {
    const resolver = new Resolver()
    resolver.setServers([`127.0.0.1:${server.address().port}`])
    const rebinding: Ground = { ...ground, limits: { totalMs: 400 }, resolve: (name) => resolver.resolve4(name) }
    const first = await fetchOnce(`http://rebind.test-host.net:${port}/`, rebinding)
    expect(asked).toBe(1) // looked up once: what was checked is what is connected to
    expect(first.trouble?.code).toMatch(/^(?:too_slow|no_connection)$/)
    for (let i = 0; i < 5; i++) expect((await fetchOnce(`http://rebind.test-host.net:${port}/`, rebinding)).trouble?.code).toBe('address_refused')
    expect(heard).toBe(0)
  })

  it('would be heard by the canary without the policy', async () => {
    await fetchOnce(`http://inner.test-host.net:${port}/`, { ...ground, mayConnect: () => true })
    expect(heard).toBe(1)
  })
})

describe('what is out in the open', () => {
  it.each([['8.8.8.8', true], ['93.184.215.14', true], ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true], ['172.32.0.1', true], ['100.128.0.1', true], ['not an address', false], ['', false], ['::ffff:8.8.8.8', false]])('%s: %s', (address, open) => { expect(globallyRoutable(address)).toBe(open) })
})
