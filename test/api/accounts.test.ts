// Signing in over HTTP: cookies, sessions, roles that change, tries and their limits, what is told and what is not.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NewPasswordAnswer, NewTotpAnswer, OneAccountAnswer, RecoveryAnswer } from '../../src/api/routes/accounts.ts'
import type { SessionAnswer } from '../../src/api/routes/frame.ts'
import { TRIES } from '../../src/api/sign-in.ts'
import { checkChain } from '../../src/review/chain.ts'
import { fromBase32, hotp, stepAt } from '../../src/review/totp.ts'
import { PASSWORD, serveForTest, type ServedDesk, type SignedInFor } from './served.ts'

const MINUTE = 60_000, HOUR = 60 * MINUTE
let desk: ServedDesk, clock = Date.UTC(2031, 4, 6, 9)
const ACCOUNTS = { ada: 'admin', edi: 'editor', ana: 'analyst', rea: 'reader' } as const
const serve = (settings: object = {}) => serveForTest({ accounts: ACCOUNTS, settings, now: () => clock })
const sessionOf = async (one: SignedInFor) => (await (await one.get('/api/session')).json()) as SessionAnswer
const status = async (answer: Promise<Response>): Promise<number> => (await answer).status
const code = (secret: string, step = stepAt(clock)): string => hotp(fromBase32(secret)!, step)

describe('signed in', () => {
  beforeAll(async () => { desk = await serve() }, 120_000)
  afterAll(async () => { expect(desk.faults).toEqual([]); await desk.drop() })

  test('nobody reads anything without signing in, but the page itself', async () => {
    for (const path of ['/api/overview', '/api/incidents', '/api/events', '/api/search?text=x', '/api/accounts', '/api/accounts/ada', '/api']) expect(await status(desk.get(path)), path).toBe(401)
    const session = await (await desk.get('/api/session')).json() as SessionAnswer
    expect(session).toMatchObject({ name: null, role: null, revision: 0, account: false })
    expect(await status(desk.get('/'))).toBe(200)
  })

  test('the cookies are for this host, over TLS, for no script, and for no other page', async () => {
    const { answer } = await desk.as('ana')
    expect(answer.status).toBe(200)
    const cookies = answer.headers.getSetCookie()
    expect(cookies.map((one) => one.split('=')[0])).toEqual(['__Host-dateline', '__Host-dateline-device'])
    for (const cookie of cookies) {
      for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(part)
      expect(cookie).not.toMatch(/domain=/i)
    }
  })

  test('who is signed in is told with a token of their own', async () => {
    const [ana, edi] = [await desk.as(' ANA '), await desk.as('edi')]
    expect(await sessionOf(ana)).toMatchObject({ name: 'ana', role: 'analyst', account: true, mustChange: false })
    const [a, b] = [(await sessionOf(ana)).token, (await sessionOf(edi)).token]
    expect(a).not.toBe(b)
    expect(ana.cookie).not.toContain(a)
    expect(await status(ana.post('/api/intake/text', { text: '' }, { 'x-dateline-token': b }))).toBe(403)
    expect(await status(ana.post('/api/intake/text', { text: '' }, { 'x-dateline-token': await desk.token() }))).toBe(403)
    expect(await status(ana.post('/api/intake/text', { text: '' }, { origin: 'https://evil.example' }))).toBe(403)
    expect(await status(ana.post('/api/intake/text', { text: '' }))).toBe(400)
  })

  test('signing in is refused to another page, and without the page\'s token', async () => {
    for (const [name, value] of [['origin', 'https://evil.example'], ['x-dateline-token', 'x'], ['sec-fetch-site', 'cross-site']] as const) expect([401, 403], name).toContain((await desk.as('ana', { headers: { [name]: value } })).answer.status)
  })

  test('what is wrong is told alike, whether the account is there or not', async () => {
    const told = await Promise.all((['ana', 'nobody', 'a b', ''.padEnd(200, 'x')] as const).map(async (name) => { const { answer } = await desk.as(name, { password: 'wrong horse battery' }); return [answer.status, await answer.text()] }))
    expect(new Set(told.map(String)).size).toBe(1)
    expect(told[0]![0]).toBe(401)
  })

  test('a new session at every sign-in; the one before is over', async () => {
    const first = await desk.as('ana')
    const second = await desk.as('ana', { device: first.cookie })
    expect(second.cookie).not.toBe(first.cookie)
    expect([await status(first.get('/api/overview')), await status(second.get('/api/overview'))]).toEqual([401, 200])
  })

  test('signing out ends it', async () => {
    const ana = await desk.as('ana')
    const out = await ana.post('/api/sign-out', {})
    expect(out.headers.getSetCookie().join()).toMatch(/__Host-dateline=;.*Max-Age=0/)
    expect(await status(ana.get('/api/overview'))).toBe(401)
  })

  test('a change of role bites on the next request', async () => {
    const [ada, rea] = [await desk.as('ada'), await desk.as('rea')]
    expect(await status(rea.post('/api/intake/text', { text: '' }))).toBe(403)
    expect(await status(ada.post('/api/accounts/rea/role', { role: 'analyst' }))).toBe(200)
    expect(await status(rea.post('/api/intake/text', { text: '' }))).toBe(400) // past the role: what was sent is looked at
    expect(await status(ada.post('/api/accounts/rea/role', { role: 'reader' }))).toBe(200)
    expect(await status(rea.post('/api/intake/text', { text: '' }))).toBe(403)
    expect((await sessionOf(rea)).role).toBe('reader')
  })

  test('one\'s own things, and another\'s', async () => {
    const [ana, edi, ada] = [await desk.as('ana'), await desk.as('edi'), await desk.as('ada')]
    expect(await status(ana.get('/api/accounts/ana'))).toBe(200)
    for (const path of ['/api/accounts/edi', '/api/accounts/nobody', '/api/accounts']) expect(await status(ana.get(path)), path).toBe(403)
    const theirs = (await (await edi.get('/api/accounts/edi')).json() as OneAccountAnswer).sessions.find(({ own }) => own)!.id
    const { sessions } = await (await ada.get('/api/accounts/edi')).json() as OneAccountAnswer
    expect(sessions.find(({ id }) => id === theirs)).toMatchObject({ own: false, address: expect.stringContaining('127.0.0.1') })
    expect(await status(ana.post(`/api/accounts/edi/sessions/${theirs}/revoke`, {}))).toBe(403)
    expect(await status(ana.post(`/api/accounts/ana/sessions/${theirs}/revoke`, {}))).toBe(404)
    expect(await status(ada.post(`/api/accounts/edi/sessions/${theirs}/revoke`, {}))).toBe(200)
    expect(await status(edi.get('/api/overview'))).toBe(401)
  })

  test('whoever listens is cut off when the session is revoked, here or by another program', async () => {
    for (const by of ['here', 'elsewhere'] as const) {
      const [ana, ada] = [await desk.as('ana'), await desk.as('ada')]
      const reader = (await ana.get('/api/events')).body!.pipeThrough(new TextDecoderStream()).getReader()
      await reader.read()
      if (by === 'here') await ada.post('/api/accounts/ana/sessions/revoke', {})
      else await desk.store.accounts.change({ change: 'revoke', account: 'ana', session: null }, 'elsewhere')
      let heard = ''
      for (let next = await reader.read(); !next.done; next = await reader.read()) heard += next.value
      expect(heard).toContain('event: signed_out')
    }
  })

  test('a password is changed by whoever knows it, and every other session ends', async () => {
    const [here, there] = [await desk.as('edi'), await desk.as('edi')]
    expect(await status(here.post('/api/accounts/edi/password', { current: 'wrong horse battery', next: 'another horse battery' }))).toBe(403)
    expect(await status(here.post('/api/accounts/edi/password', { current: PASSWORD, next: 'short' }))).toBe(400)
    expect(await status(here.post('/api/accounts/edi/password', { current: PASSWORD }))).toBe(400)
    expect(await (await here.post('/api/accounts/edi/password', { current: PASSWORD, next: 'another horse battery' })).json()).toEqual({ password: null })
    expect([await status(here.get('/api/overview')), await status(there.get('/api/overview'))]).toEqual([200, 401])
    expect([(await desk.as('edi')).answer.status, (await desk.as('edi', { password: 'another horse battery' })).answer.status]).toEqual([401, 200])
    expect(await status(here.post('/api/accounts/edi/password', { current: 'another horse battery', next: PASSWORD }))).toBe(200)
  })

  test('a desk left open is not enough to guess the password', async () => {
    const ana = await desk.as('ana'), seen = new Set<number>()
    for (let i = 0; i <= TRIES.device; i++) seen.add(await status(ana.post('/api/accounts/ana/password', { current: `guess ${i}`, next: 'another horse battery' })))
    expect([...seen]).toEqual([403, 429])
    clock += HOUR
  })

  test('an account made at the desk begins with a password of its own choosing', async () => {
    const ada = await desk.as('ada')
    expect(await status(ada.post('/api/accounts', { account: 'ana', role: 'reader' }))).toBe(409)
    expect(await status(ada.post('/api/accounts', { account: 'no spaces', role: 'reader' }))).toBe(400)
    const { password } = await (await ada.post('/api/accounts', { account: 'new', role: 'admin' })).json() as NewPasswordAnswer
    const fresh = await desk.as('new', { password: password! })
    expect((await sessionOf(fresh)).mustChange).toBe(true)
    for (const path of ['/api/overview', '/api/accounts', '/api/events']) expect(await status(fresh.get(path)), path).toBe(403)
    expect(await status(fresh.get('/api/accounts/new'))).toBe(200)
    expect(await status(fresh.post('/api/accounts/new/password', { current: password, next: 'chosen by myself 7' }))).toBe(200)
    expect(await status(fresh.get('/api/overview'))).toBe(200)
    expect(await status(ada.post('/api/accounts/new/disable', {}))).toBe(200)
    expect(await status(fresh.get('/api/overview'))).toBe(401)
    expect((await desk.as('new', { password: 'chosen by myself 7' })).answer.status).toBe(401)
  })

  test('the only admin stays one', async () => {
    const ada = await desk.as('ada')
    expect(await status(ada.post('/api/accounts/ada/role', { role: 'reader' }))).toBe(409)
    expect(await status(ada.post('/api/accounts/ada/disable', {}))).toBe(409)
  })

  test('one-time codes: set up, asked for, good once; recovery codes likewise', async () => {
    const rea = await desk.as('rea'), wrong = { password: 'wrong horse battery' }
    expect(await status(rea.post('/api/accounts/rea/totp/begin', wrong))).toBe(403)
    const { secret } = await (await rea.post('/api/accounts/rea/totp/begin', { password: PASSWORD })).json() as NewTotpAnswer
    expect(await (await desk.as('rea')).answer.json()).toEqual({ what: 'in' }) // not confirmed yet
    expect(await status(rea.post('/api/accounts/rea/totp/confirm', { code: '000000' }))).toBe(403)
    const setUp = code(secret)
    const { codes } = await (await rea.post('/api/accounts/rea/totp/confirm', { code: setUp })).json() as RecoveryAnswer
    expect(codes).toHaveLength(10)

    const asked = await desk.as('rea')
    expect([await asked.answer.json(), asked.cookie]).toEqual([{ what: 'needs_code' }, ''])
    expect((await desk.as('rea', { code: setUp })).answer.status).toBe(401) // the code that confirmed it
    clock += 31_000
    const now = code(secret)
    expect((await desk.as('rea', { ...wrong, code: now })).answer.status).toBe(401)
    expect((await desk.as('rea', { code: now })).answer.status).toBe(200)
    expect((await desk.as('rea', { code: now })).answer.status).toBe(401) // the same again
    expect((await desk.as('rea', { code: codes[0]! })).answer.status).toBe(200)
    expect((await desk.as('rea', { code: codes[0]! })).answer.status).toBe(401)

    const [ana, ada] = [await desk.as('ana'), await desk.as('ada')]
    expect(await status(ana.post('/api/accounts/rea/totp/off', {}))).toBe(403)
    expect(await status(ada.post('/api/accounts/rea/totp/begin', { password: PASSWORD }))).toBe(403)
    expect(await status(ada.post('/api/accounts/rea/totp/off', {}))).toBe(200)
    expect((await desk.as('rea')).answer.status).toBe(200)
  })

  test('all of it stands in the log, whole, signed, and without a secret', async () => {
    const entries = []
    for await (const entry of desk.store.log()) entries.push(entry)
    expect((await checkChain(desk.store.keptLog(), [(await desk.store.logHead())!])).faults).toEqual([])
    expect(entries.filter(({ by }) => by === 'ada').length).toBeGreaterThan(4)
    const text = JSON.stringify(entries)
    for (const secret of [PASSWORD, 'chosen by myself', 'argon2', 'token']) expect(text).not.toContain(secret)
  })
})

describe('sessions end', () => {
  beforeAll(async () => { desk = await serve({ serve: { idle_minutes: 30, session_hours: 8 } }) }, 120_000)
  afterAll(async () => { expect(desk.faults).toEqual([]); await desk.drop() })

  test('when nobody used them', async () => {
    const ana = await desk.as('ana')
    clock += 29 * MINUTE
    expect(await status(ana.get('/api/overview'))).toBe(200)
    await expect.poll(async () => (await desk.store.accounts.sessions('ana'))[0]!.seenAt).toBe(clock)
    clock += 29 * MINUTE
    expect(await status(ana.get('/api/overview', { 'x-dateline-by-itself': '1' }))).toBe(200)
    clock += 2 * MINUTE
    expect(await status(ana.get('/api/overview'))).toBe(401)
  })

  test('when they have lasted long enough, used or not; what listens, too', async () => {
    const ana = await desk.as('ana')
    const reader = (await ana.get('/api/events')).body!.pipeThrough(new TextDecoderStream()).getReader()
    for (let at = 0; at < 8 * 60 - 20; at += 20) {
      clock += 20 * MINUTE
      expect(await status(ana.get('/api/overview'))).toBe(200)
      await expect.poll(async () => (await desk.store.accounts.sessions('ana'))[0]!.seenAt).toBe(clock)
    }
    clock += 20 * MINUTE
    expect(await status(ana.get('/api/overview'))).toBe(401)
    let heard = ''
    for (let next = await reader.read(); !next.done; next = await reader.read()) heard += next.value
    expect(heard).toContain('signed_out')
  })

  test('old ones are tidied away at a later sign-in', async () => {
    clock += 24 * HOUR
    await desk.as('edi')
    expect((await desk.store.accounts.sessions()).map(({ account }) => account)).toEqual(['edi'])
  })
})

describe('tries', () => {
  beforeEach(async () => { desk = await serve() }, 120_000)
  afterEach(async () => { expect(desk.faults).toEqual([]); await desk.drop() })
  const wrong = (name: string, device = '') => desk.as(name, { password: 'wrong horse battery', device })

  test('so many are looked at in an hour; whoever signed in from a device before still gets in', async () => {
    const known = await desk.as('ana')
    const seen: number[] = []
    for (let i = 0; i < TRIES.account + 10; i++) seen.push((await wrong('ana')).answer.status)
    expect([seen.filter((one) => one === 401).length, seen.filter((one) => one === 429).length]).toEqual([TRIES.account, 10])
    const { answer } = await desk.as('ana') // the right password, from nowhere known
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBe(3600)
    expect(await answer.json()).toMatchObject({ error: 'too_many_tries', again: new Date(clock + HOUR).toISOString(), message: expect.stringContaining('60 minutes') })
    expect((await desk.as('ana', { device: known.device })).answer.status).toBe(200)
    expect((await desk.as('edi', { device: known.device })).answer.status).toBe(200) // another account, the same address
    clock += HOUR
    expect((await desk.as('ana')).answer.status).toBe(200)
  })

  test('a name that is no account\'s runs out like one that is', async () => {
    for (const name of ['nobody', 'ana']) {
      const seen: number[] = []
      for (let i = 0; i < TRIES.account + 1; i++) seen.push((await wrong(name)).answer.status)
      expect(seen.indexOf(429), name).toBe(TRIES.account)
      clock += HOUR
    }
  })

  test('an address is limited over all names', async () => {
    const seen: number[] = []
    for (let i = 0; i < TRIES.address + 1; i++) seen.push((await wrong(`name${i}`)).answer.status)
    expect(seen.indexOf(429)).toBe(TRIES.address)
    expect((await desk.as('ana')).answer.status).toBe(429)
  })

  test('a device has its own, for the accounts that know it; a cookie that was made up has none', async () => {
    const known = await desk.as('ana')
    const seen: number[] = []
    for (let i = 0; i < TRIES.device + 1; i++) seen.push((await wrong('ana', known.device)).answer.status)
    expect(seen.indexOf(429)).toBe(TRIES.device)
    expect((await desk.as('ana')).answer.status).toBe(200) // as a stranger
    expect((await wrong('edi', known.device)).answer.status).toBe(401)
    for (let i = 0; i < TRIES.account; i++) await wrong('rea', `__Host-dateline-device=made-up-${i}`)
    expect((await wrong('rea', '__Host-dateline-device=made-up')).answer.status).toBe(429)
  })

  test('codes run out sooner than passwords', async () => {
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    await desk.store.accounts.change({ change: 'totp_on', account: 'ana', secret, recovery: [], step: 0 }, 'test')
    const known = await desk.as('ana', { code: code(secret) })
    const seen: number[] = []
    for (let i = 0; i < TRIES.code + 1; i++) seen.push((await desk.as('ana', { code: '000000' })).answer.status)
    expect(seen.indexOf(429)).toBe(TRIES.code)
    clock += 31_000
    expect((await desk.as('ana', { code: code(secret) })).answer.status).toBe(429)
    expect((await desk.as('ana', { code: code(secret), device: known.device })).answer.status).toBe(200)
  })

  test('many at once are looked at no more often', async () => {
    const seen = await Promise.all(Array.from({ length: 150 }, async () => (await wrong('ana')).answer.status))
    expect(seen.filter((one) => one === 401).length).toBeLessThanOrEqual(TRIES.account)
    expect(new Set(seen)).not.toContain(500)
  })
})

describe('without accounts', () => {
  test('one local analyst, until there is an account', async () => {
    const open = await serveForTest()
    try {
      expect(await (await open.get('/api/session')).json()).toMatchObject({ name: 'Olena', role: 'admin', account: false })
      expect((await open.as('ada')).answer.status).toBe(409)
      await open.store.accounts.change({ change: 'add', account: 'ada', role: 'admin', password: '$', mustChange: false }, 'elsewhere')
      expect((await open.get('/api/overview')).status).toBe(401)
    } finally { await open.drop() }
  })

  test('the settings may leave this machine as it was', async () => {
    const open = await serveForTest({ accounts: { ada: 'admin' }, settings: { serve: { local_without_sign_in: true } } })
    try { expect((await open.get('/api/overview')).status).toBe(200) } finally { await open.drop() }
  })

  test('what comes through a proxy that nobody named is refused', async () => {
    const open = await serveForTest()
    try { for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) expect((await open.get('/api/overview', { [name]: '192.0.2.1' })).status, name).toBe(403) } finally { await open.drop() }
  })
})
