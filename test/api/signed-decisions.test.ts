// Decisions of people who signed in: under their own names, within their roles, two of them where the settings ask it; and
// that nothing secret, and no text of a source, is told to the logs or kept as it was typed.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { ListedAnswer } from '../../src/api/routes/overview.ts'
import { PASSWORD, serveForTest, type ServedDesk, type SignedInFor } from './served.ts'

let desk: ServedDesk, ids: string[]
const people: Record<string, SignedInFor> = {}
beforeAll(async () => {
  desk = await serveForTest({ samples: true, accounts: { ada: 'admin', edi: 'editor', eva: 'editor', ana: 'analyst', rea: 'reader' }, settings: { review: { two_people: true } } })
  for (const name of ['ada', 'edi', 'eva', 'ana', 'rea']) people[name] = await desk.as(name)
  ids = (await (await people.ada!.get('/api/incidents?limit=50')).json() as ListedAnswer).rows.map(({ id }) => id)
}, 120_000)
afterAll(async () => { await desk.drop() })

/** The status, and the code of what was refused. */
async function decide(who: string, kind: string, id: string, more: object = {}): Promise<[number, string | undefined]> {
  const { state } = await (await people.ada!.get(`/api/incidents/${id}`)).json() as IncidentAnswer
  const answer = await people[who]!.post('/api/decisions', { kind, on: [{ incident: id, state }], reason: null, ...more })
  return [answer.status, ((await answer.json()) as { error?: string }).error]
}

describe('decisions', () => {
  test('carry the name of the account, whatever is sent', async () => {
    expect(await decide('ana', 'note', ids[0]!, { text: 'Asked the hospital.' })).toEqual([200, undefined])
    expect((await decide('ana', 'note', ids[0]!, { text: 'As another.', by: 'ada' }))[0]).toBe(400)
    const { decisions } = await (await people.rea!.get(`/api/incidents/${ids[0]}`)).json() as IncidentAnswer
    expect(decisions.map(({ by }) => by)).toEqual(['ana'])
  })

  test('readers take none, analysts all but publishing, editors publish', async () => {
    expect(await decide('rea', 'accept', ids[1]!)).toEqual([403, 'not_allowed'])
    expect(await decide('ana', 'accept', ids[1]!)).toEqual([200, undefined])
    expect(await decide('ana', 'publish', ids[1]!)).toEqual([403, 'not_allowed'])
    expect(await decide('edi', 'publish', ids[1]!)).toEqual([200, undefined])
    expect(await decide('ana', 'withdraw', ids[1]!)).toEqual([403, 'not_allowed'])
  })

  test('nobody publishes what they accepted themselves, not even an admin', async () => {
    for (const [who, id, other] of [['edi', ids[2]!, 'eva'], ['ada', ids[3]!, 'edi']] as const) {
      expect(await decide(who, 'accept', id)).toEqual([200, undefined])
      expect(await decide(who, 'publish', id)).toEqual([409, 'own_decision'])
      expect(await decide(other, 'publish', id)).toEqual([200, undefined])
    }
  })

  test('accepting once more does not make room for oneself', async () => {
    expect(await decide('edi', 'accept', ids[4]!)).toEqual([200, undefined])
    expect(await decide('ana', 'accept', ids[4]!)).toEqual([409, 'nothing_to_do'])
    expect(await decide('edi', 'publish', ids[4]!)).toEqual([409, 'own_decision'])
  })
})

describe('what is told to nobody', () => {
  test('logs have no password, no code, no cookie, no token, no text of a source', async () => {
    const told: string[] = []
    const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')].map((spy) => spy.mockImplementation((chunk) => { told.push(String(chunk)); return true }))
    const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name).mockImplementation((...words) => { told.push(words.map(String).join(' ')) }))
    const ana = people.ana!, source = 'Nine people were sheltering in the cellar of the school, the witness said.', post = (path: string, body: string, type = 'application/json') => desk.post(path, body, { 'content-type': type, cookie: ana.cookie })
    try {
      await desk.as('ana', { password: `${PASSWORD} wrong` })
      await desk.as(PASSWORD)
      await post('/api/sign-in', `{"name":"ana","password":"${PASSWORD}`)
      await post('/api/sign-in', `password=${PASSWORD}`, 'text/plain')
      await ana.post('/api/accounts/ana/password', { current: PASSWORD, next: { deep: PASSWORD } })
      await ana.post('/api/intake/text', { text: source, outlet: 'x'.repeat(500) })
      await ana.post('/api/intake/text', { text: source })
      await desk.idle()
      await ana.get(`/api/search?text=${encodeURIComponent(source)}`)
      // a fault of ours while a secret is at hand
      const broken = vi.spyOn(desk.store.accounts, 'takeTry').mockRejectedValue(new Error('the disk is on fire'))
      expect((await desk.as('ana')).answer.status).toBe(500)
      broken.mockRestore()
    } finally { for (const spy of [...spies, ...consoles]) spy.mockRestore() }
    const all = `${told.join('\n')}\n${desk.faults.map((fault) => (fault instanceof Error ? `${fault.message} ${fault.stack}` : String(fault))).join('\n')}`
    expect(desk.faults).toHaveLength(1)
    for (const secret of [PASSWORD, 'sheltering in the cellar', ...ana.cookie.split('; ').map((one) => one.split('=')[1]!)]) expect(all).not.toContain(secret)
  })

  test('the store has no password and no cookie as it was', () => {
    const bytes = readdirSync(desk.folder).filter((name) => name.startsWith('store.sqlite')).map((name) => readFileSync(join(desk.folder, name)))
    expect(bytes.some((one) => one.includes('$argon2id$'))).toBe(true)
    for (const secret of [PASSWORD, ...Object.values(people).flatMap(({ cookie }) => cookie.split('; ').map((one) => one.split('=')[1]!))]) expect(bytes.some((one) => one.includes(secret))).toBe(false)
  })
})
