// Where the desk may be reached, under which names, and what is not served.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addressKey, askerAddress } from '../../src/api/asker-address.ts'
import { certificateEnds, exposureOf, type Exposure, type Wanted } from '../../src/api/exposure.ts'
import { PasswordGate } from '../../src/api/password-gate.ts'
import { AskError } from '../../src/api/route.ts'
import { PASSWORD, serveForTest } from './served.ts'

const wanted = (more: Partial<Wanted> = {}): Wanted => ({ host: undefined, tls: null, publicUrl: null, proxies: ['127.0.0.1', '::1'], localWithoutSignIn: false, accounts: true, ...more })
const folder = mkdtempSync(join(tmpdir(), 'dateline-tls-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

/** A certificate for desk.test, 192.0.2.7 and localhost; null where this machine cannot make one. */
function madeCertificate(): { cert: string, key: string } | null {
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=desk.test', '-addext', 'subjectAltName=DNS:desk.test,DNS:*.wild.test,IP:192.0.2.7,DNS:localhost', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')], { stdio: 'ignore' })
    return { cert: readFileSync(join(folder, 'cert.pem'), 'utf8'), key: readFileSync(join(folder, 'key.pem'), 'utf8') }
  } catch { return null }
}
const TLS = madeCertificate()
if (TLS === null) process.stderr.write('SKIPPED: openssl is not here, so nothing is served over TLS.\n')

describe('what is served', () => {
  const rows: [why: string, more: Partial<Wanted>, unsafe: RegExp | null][] = [
    ['this machine alone, without accounts', { accounts: false }, null],
    ['this machine alone, with accounts', {}, null],
    ['this machine, with everybody let in who sits at it', { localWithoutSignIn: true }, null],
    ['every address, without accounts', { host: '0.0.0.0', accounts: false }, /needs accounts/],
    ['every address of the newer kind', { host: '::', accounts: false }, /needs accounts/],
    ['a name, without accounts', { host: 'desk.test', accounts: false }, /needs accounts/],
    ['a proxy, without accounts', { publicUrl: 'https://desk.test', accounts: false }, /needs accounts/],
    ['every address, in the open', { host: '0.0.0.0' }, /in the open/],
    ['another machine\'s address, in the open', { host: '192.0.2.7' }, /in the open/],
    ['behind a proxy', { publicUrl: 'https://desk.test' }, null],
    ['behind a proxy on another machine', { host: '0.0.0.0', publicUrl: 'https://desk.test' }, null],
    ['behind a proxy, with everybody let in who seems to sit here', { publicUrl: 'https://desk.test', localWithoutSignIn: true }, /local_without_sign_in/],
    ['no name at all', { host: 'a b' }, /no name or address/],
    ['a name that would be a page', { host: '<b>' }, /no name or address/],
  ]
  test.each(rows)('%s', (_why, more, unsafe) => {
    const found = exposureOf(wanted(more))
    if (unsafe === null) expect(found).toHaveProperty('bind')
    else { expect('message' in found ? found.message : 'served').toMatch(unsafe); expect('next' in found && found.next.length).toBeGreaterThan(10) }
  })

  test('the names it answers to, each with its origin', () => {
    const places = (more: Partial<Wanted>, port = 4180) => Object.fromEntries((exposureOf(wanted(more)) as Exposure).places(port))
    expect(places({})).toEqual({ 'localhost:4180': 'http://localhost:4180', '127.0.0.1:4180': 'http://127.0.0.1:4180', '[::1]:4180': 'http://[::1]:4180' })
    expect(places({}, 80)).toMatchObject({ localhost: 'http://localhost', 'localhost:80': 'http://localhost' })
    const behind = places({ host: '0.0.0.0', publicUrl: 'https://desk.test/' })
    expect(behind['desk.test']).toBe('https://desk.test')
    expect(Object.keys(behind).filter((name) => !/localhost|127|::1|desk\.test/.test(name))).toEqual([])
  })

  test.skipIf(TLS === null)('with a certificate: the names it is for, without those with a star', () => {
    const exposure = exposureOf(wanted({ host: '0.0.0.0', tls: TLS })) as Exposure, places = exposure.places(443)
    expect([places.get('desk.test'), places.get('192.0.2.7'), [...places.keys()].some((name) => name.includes('wild'))]).toEqual(['https://desk.test', 'https://192.0.2.7', false])
    expect([exposure.beyond, exposure.bind, exposure.url(8443)]).toEqual([true, '0.0.0.0', 'https://desk.test:8443/'])
    expect(certificateEnds(TLS!).getTime()).toBeGreaterThan(Date.now())
    expect(() => certificateEnds({ cert: 'none', key: 'none' })).toThrow(/PEM|no start line|certificate/i)
  })

  test.skipIf(TLS === null)('over TLS one signs in, browsers are told to come back over TLS alone, and plain HTTP gets nothing', async () => {
    const desk = await serveForTest({ accounts: { ada: 'admin' }, exposure: exposureOf(wanted({ host: '127.0.0.1', tls: TLS })) as Exposure })
    const ask = (method: string, path: string, headers: Record<string, string>, body = ''): Promise<{ status: number, headers: Record<string, unknown>, body: string }> => new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port: desk.port, path, method, ca: TLS!.cert, servername: 'localhost', headers: { host: `localhost:${desk.port}`, ...headers } }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => { text += chunk }).on('end', () => { resolve({ status: answer.statusCode!, headers: answer.headers, body: text }) })
      })
      asking.on('error', reject).end(body)
    })
    try {
      const session = await ask('GET', '/api/session', {})
      expect(session.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
      const { token } = JSON.parse(session.body) as { token: string }
      const signIn = (origin: string) => ask('POST', '/api/sign-in', { origin, 'x-dateline-token': token, 'content-type': 'application/json' }, JSON.stringify({ name: 'ada', password: PASSWORD }))
      expect([(await signIn(`https://localhost:${desk.port}`)).status, (await signIn(`http://localhost:${desk.port}`)).status]).toEqual([200, 403])
      await expect(desk.get('/api/session')).rejects.toThrow('fetch failed')
    } finally { await desk.drop() }
  })
})

describe('from where', () => {
  const rows: [why: string, peer: string | null, headers: Record<string, string>, proxies: string[] | null, address: string | null | 'refused'][] = [
    ['straight', '192.0.2.1', {}, null, '192.0.2.1'],
    ['through a proxy that nobody named', '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, null, 'refused'],
    ['a proxy that says so in another way', '127.0.0.1', { via: '1.1 x' }, null, 'refused'],
    ['through the proxy', '127.0.0.1', { 'x-forwarded-for': '192.0.2.9' }, ['127.0.0.1'], '192.0.2.9'],
    ['the last that the proxy saw, not what the asker says before', '127.0.0.1', { 'x-forwarded-for': '10.0.0.1, 192.0.2.9' }, ['127.0.0.1'], '192.0.2.9'],
    ['the proxy in the other spelling', '::ffff:127.0.0.1', { 'x-forwarded-for': '2001:DB8::1' }, ['127.0.0.1'], '2001:db8::1'],
    ['no address', '127.0.0.1', { 'x-forwarded-for': 'unknown' }, ['127.0.0.1'], '127.0.0.1'],
    ['past the proxy, from elsewhere', '192.0.2.1', { 'x-forwarded-for': '127.0.0.1' }, ['10.0.0.2'], 'refused'],
    ['past the proxy, from this machine', '127.0.0.1', { 'x-forwarded-for': '192.0.2.9' }, ['10.0.0.2'], '127.0.0.1'],
  ]
  test.each(rows)('%s', (_why, peer, headers, proxies, address) => {
    const ask = (): string | null => askerAddress(peer, (name) => headers[name], proxies)
    if (address === 'refused') expect(ask).toThrow(AskError)
    else expect(ask()).toBe(address)
  })

  test.each([
    ['192.0.2.1', '192.0.2.1'], ['::ffff:192.0.2.1', '192.0.2.1'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:db8:1:2::9', '2001:db8:1:2::/64'], ['2001:db8::1', '2001:db8:0:0::/64'], ['::1', '0:0:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'], [null, 'unknown'],
  ])('%s is counted as %s', (address, key) => { expect(addressKey(address)).toBe(key) })
})

test('few are hashed at once; who is known comes first; too many are told', async () => {
  const gate = new PasswordGate(), order: string[] = []
  let running = 0, most = 0
  const work = (name: string) => async (): Promise<string> => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => { setTimeout(resolve, 1) })
    running--
    order.push(name)
    return name
  }
  const all = [...Array.from({ length: 60 }, (_, i) => gate.run(false, work(`stranger ${i}`))), gate.run(true, work('known'))]
  const got = await Promise.all(all)
  expect(most).toBe(2)
  expect(got.filter((one) => one === null)).toHaveLength(18)
  expect(order.indexOf('known')).toBeLessThan(4)
  await expect(gate.run(false, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await gate.run(false, work('after'))).toBe('after')
})
