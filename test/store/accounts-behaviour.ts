// What every store does with accounts, whatever engine is under it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AccountChange } from '../../src/model/account.ts'
import { checkChain } from '../../src/review/chain.ts'
import type { Budget, NewSession, Try } from '../../src/store/accounts.ts'
import type { Store } from '../../src/store/store.ts'
import type { StoreEngine } from './behaviour.ts'

const HOUR = 3_600_000
const add = (account: string, role: 'reader' | 'analyst' | 'editor' | 'admin' = 'admin'): AccountChange => ({ change: 'add', account, role, password: `$hash-of-${account}`, mustChange: false })
const session = (id: string, account: string, more: Partial<NewSession> = {}): NewSession => ({ id, token: `token-${id}`, account, address: '192.0.2.1', agent: 'Browser', at: 1000, device: { id: `device-${id}`, before: null, token: `device-token-${id}` }, ...more })
const password = (account: string, keep: { session?: string, device?: string } = {}): AccountChange => ({ change: 'password', account, password: '$other', mustChange: false, keepSession: keep.session ?? null, keepDevice: keep.device ?? null })

export function describeAccounts(name: string, open: () => Promise<StoreEngine>): void {
  describe(`accounts: ${name}`, () => {
    let engine: StoreEngine, store: Store
    beforeEach(async () => { engine = await open(); store = engine.store })
    afterEach(() => engine.drop())
    const change = (one: AccountChange, by = 'ada') => store.accounts.change(one, by)
    const opened = async (one: NewSession): Promise<void> => { expect(await store.accounts.openSession(one, `$hash-of-${one.account}`)).toBe(true) }
    const log = async (): Promise<object[]> => { const all = []; for await (const entry of store.log()) all.push({ by: entry.by, what: entry.what, body: entry.body }); return all }

    test('an account comes back, and the log says who made it, without its secrets', async () => {
      expect(await store.accounts.any()).toBe(false)
      expect(await change(add('ada'), 'root')).toMatchObject({ done: true, endedSessions: [] })
      expect(await store.accounts.any()).toBe(true)
      expect(await store.accounts.find('ada')).toMatchObject({ name: 'ada', role: 'admin', disabled: false, mustChange: false, totp: false, password: '$hash-of-ada', totpSecret: null })
      expect(await store.accounts.find('bo')).toBeNull()
      expect(await log()).toEqual([{ by: 'root', what: 'account', body: { change: 'add', account: 'ada', role: 'admin' } }])
      const found = []
      for await (const entry of store.log({ about: ['account ada'] })) found.push(entry.seq)
      expect(found).toEqual([1])
    })

    const refused: [why: string, before: AccountChange[], asked: AccountChange, refusal: string][] = [
      ['a name that is taken', [add('ada')], add('ada'), 'exists'],
      ['a first account that could not run the desk', [], add('ada', 'editor'), 'first_admin'],
      ['a role for nobody', [add('ada')], { change: 'role', account: 'bo', role: 'reader' }, 'no_such_account'],
      ['the role it has', [add('ada')], { change: 'role', account: 'ada', role: 'admin' }, 'nothing_to_do'],
      ['the only admin becomes a reader', [add('ada'), add('bo', 'editor')], { change: 'role', account: 'ada', role: 'reader' }, 'last_admin'],
      ['the only admin is disabled', [add('ada')], { change: 'disable', account: 'ada' }, 'last_admin'],
      ['the only admin who is not disabled', [add('ada'), add('bo'), { change: 'disable', account: 'bo' }], { change: 'disable', account: 'ada' }, 'last_admin'],
      ['disabled twice', [add('ada'), add('bo'), { change: 'disable', account: 'bo' }], { change: 'disable', account: 'bo' }, 'nothing_to_do'],
      ['enabled where it is', [add('ada')], { change: 'enable', account: 'ada' }, 'nothing_to_do'],
      ['codes off where there are none', [add('ada')], { change: 'totp_off', account: 'ada' }, 'nothing_to_do'],
      ['a session that is not there', [add('ada')], { change: 'revoke', account: 'ada', session: 'none' }, 'no_such_session'],
    ]
    test.each(refused)('refused, and nothing in the log: %s', async (_why, before, asked, refusal) => {
      for (const one of before) expect(await change(one)).toMatchObject({ done: true })
      expect(await change(asked)).toEqual({ done: false, why: refusal })
      expect(await log()).toHaveLength(before.length)
    })

    test('the chain holds over changes of accounts, and nothing of a secret stands in the log', async () => {
      for (const one of [add('ada'), add('bo', 'reader'), { change: 'role', account: 'bo', role: 'editor' }, password('bo'), { change: 'totp_on', account: 'bo', secret: 'JBSWY3DPEHPK3PXP', recovery: ['h1', 'h2'], step: 7 }, { change: 'totp_off', account: 'bo' }, { change: 'disable', account: 'bo' }, { change: 'enable', account: 'bo' }] satisfies AccountChange[]) expect((await change(one)).done).toBe(true)
      expect(await checkChain(store.keptLog())).toMatchObject({ faults: [], head: { seq: 8 } })
      const text = JSON.stringify(await log())
      for (const secret of ['$hash', '$other', 'JBSWY', 'h1']) expect(text).not.toContain(secret)
    })

    test('a role is what it is now, for a session that is open', async () => {
      await change(add('ada')); await change(add('bo', 'editor'))
      await opened(session('s1', 'bo'))
      expect((await store.accounts.session('token-s1'))!.account.role).toBe('editor')
      await change({ change: 'role', account: 'bo', role: 'reader' })
      expect((await store.accounts.session('token-s1'))!.account.role).toBe('reader')
      expect(await store.accounts.session('token-s2')).toBeNull()
    })

    test('sessions are listed, seen, ended; one that ended lets nobody in', async () => {
      await change(add('ada'))
      await opened(session('s1', 'ada'))
      await opened(session('s2', 'ada', { at: 2000 }))
      await store.accounts.seeSession('s1', 5000)
      await store.accounts.seeSession('s1', 4000)
      expect((await store.accounts.sessions('ada')).map(({ id, seenAt }) => [id, seenAt])).toEqual([['s1', 5000], ['s2', 2000]])
      await store.accounts.endSession('s1')
      expect([await store.accounts.session('token-s1'), await store.accounts.sessionOf('s1'), (await store.accounts.sessionOf('s2'))?.account.name]).toEqual([null, null, 'ada'])
      expect(await change({ change: 'revoke', account: 'ada', session: 's2' })).toMatchObject({ done: true, endedSessions: ['s2'] })
      expect(await store.accounts.sessions()).toEqual([])
    })

    test('another\'s session is not revoked under one\'s own name', async () => {
      await change(add('ada')); await change(add('bo'))
      await opened(session('s1', 'ada'))
      expect(await change({ change: 'revoke', account: 'bo', session: 's1' })).toEqual({ done: false, why: 'no_such_session' })
      expect(await store.accounts.sessionOf('s1')).not.toBeNull()
    })

    test('a new password ends the other sessions and forgets the other devices', async () => {
      await change(add('ada'))
      for (const id of ['s1', 's2', 's3']) await opened(session(id, 'ada'))
      const changed = await change(password('ada', { session: 's1', device: 'device-s1' }))
      expect(changed).toMatchObject({ done: true, endedSessions: ['s2', 's3'] })
      expect((await store.accounts.sessions()).map(({ id }) => id)).toEqual(['s1'])
      expect([await store.accounts.device('device-token-s1', 'ada'), await store.accounts.device('device-token-s2', 'ada')]).toEqual(['device-s1', null])
    })

    test('whoever is disabled is out at once', async () => {
      await change(add('ada')); await change(add('bo'))
      await opened(session('s1', 'bo'))
      expect(await change({ change: 'disable', account: 'bo' })).toMatchObject({ endedSessions: ['s1'] })
      expect([await store.accounts.sessionOf('s1'), await store.accounts.session('token-s1')]).toEqual([null, null])
    })

    test('no session begins under a password that was changed meanwhile, nor under a disabled account', async () => {
      await change(add('ada')); await change(add('bo'))
      await change(password('ada'))
      await change({ change: 'disable', account: 'bo' })
      expect([await store.accounts.openSession(session('s1', 'ada'), '$hash-of-ada'), await store.accounts.openSession(session('s2', 'bo'), '$hash-of-bo')]).toEqual([false, false])
      expect([await store.accounts.sessions(), await store.accounts.device('device-token-s1', 'ada')]).toEqual([[], null])
    })

    test('a device\'s cookie changes with every sign-in, and stays one device for each account', async () => {
      await change(add('ada')); await change(add('bo'))
      await opened(session('s1', 'ada', { device: { id: 'd', before: null, token: 'first' } }))
      expect([await store.accounts.device('first', 'ada'), await store.accounts.device('first', 'bo')]).toEqual(['d', null])
      await opened(session('s2', 'bo', { device: { id: 'd2', before: 'first', token: 'second' } }))
      expect([await store.accounts.device('first', 'ada'), await store.accounts.device('second', 'ada'), await store.accounts.device('second', 'bo')]).toEqual([null, 'd', 'd2'])
    })

    test('what nobody came back to is forgotten', async () => {
      await change(add('ada'))
      for (const [id, at] of [['old', 1000], ['new', 9000]] as const) await opened(session(id, 'ada', { at }))
      await store.accounts.forgetBefore({ seen: 5000, created: 0, device: 5000 })
      expect((await store.accounts.sessions()).map(({ id }) => id)).toEqual(['new'])
      expect(await store.accounts.device('device-token-old', 'ada')).toBeNull()
    })

    test('a time step is taken once, and none before it; a recovery code once', async () => {
      await change(add('ada'))
      await store.accounts.keepPendingTotp('ada', 'PENDING')
      expect((await store.accounts.find('ada'))!.totpPending).toBe('PENDING')
      await change({ change: 'totp_on', account: 'ada', secret: 'PENDING', recovery: ['h1', 'h2'], step: 10 })
      expect(await store.accounts.find('ada')).toMatchObject({ totp: true, totpSecret: 'PENDING', totpPending: null })
      expect([await store.accounts.takeTotpStep('ada', 10), await store.accounts.takeTotpStep('ada', 11), await store.accounts.takeTotpStep('ada', 11), await store.accounts.takeTotpStep('ada', 9)]).toEqual([false, true, false, false])
      expect([await store.accounts.takeRecoveryCode('ada', 'h1'), await store.accounts.takeRecoveryCode('ada', 'h1'), await store.accounts.takeRecoveryCode('bo', 'h2')]).toEqual([true, false, false])
      expect(await store.accounts.recoveryCodesLeft('ada')).toBe(1)
    })

    test('a hash is replaced only where it is still that one', async () => {
      await change(add('ada'))
      await store.accounts.rehash('ada', '$stale', '$wrong')
      await store.accounts.rehash('ada', '$hash-of-ada', '$better')
      expect((await store.accounts.find('ada'))!.password).toBe('$better')
    })

    describe('tries', () => {
      const one = (at: number, more: Partial<Try> = {}): Try => ({ at, step: 'password', account: 'ada', address: '192.0.2.1', device: null, ...more })
      const budgets = (most: number): Budget[] => [{ by: 'account', key: 'ada', step: 'password', most }, { by: 'address', key: '192.0.2.1', step: 'password', most: most + 2 }]
      const take = (at: number, more: Partial<Try> = {}, within = budgets(3)) => store.accounts.takeTry(one(at, more), within, HOUR)

      test('as many as the budget has within an hour, then when there is room again', async () => {
        for (const at of [1000, 2000, 3000]) expect(await take(at)).toHaveProperty('seq')
        expect(await take(4000)).toEqual({ againAt: 1000 + HOUR })
        expect(await take(1000 + HOUR)).toHaveProperty('seq')
        expect(await take(1001 + HOUR)).toEqual({ againAt: 2000 + HOUR })
      })

      test('one that was right, or was not looked at, does not count', async () => {
        const [a, b] = [await take(1000), await take(1000)]
        if (!('seq' in a) || !('seq' in b)) throw new Error('there was room')
        await store.accounts.settleTry(a.seq, 'right')
        await store.accounts.settleTry(b.seq, 'dropped')
        for (const at of [1, 2, 3]) expect(await take(1000 + at)).toHaveProperty('seq')
        expect(await take(1010)).toHaveProperty('againAt')
      })

      test('a known device is counted apart, for its account alone', async () => {
        const device = { device: 'd' }, own: Budget[] = [{ by: 'device', key: 'd', account: 'ada', step: 'password', most: 1 }]
        for (const at of [1, 2, 3]) await take(at)
        expect(await take(4)).toHaveProperty('againAt')
        expect(await take(5, device, own)).toHaveProperty('seq')
        expect(await take(6, device, own)).toEqual({ againAt: 5 + HOUR })
        expect(await take(7, { ...device, account: 'bo' }, [{ ...own[0]!, account: 'bo' }])).toHaveProperty('seq')
        expect(await take(1 + HOUR, {}, budgets(3))).toHaveProperty('seq')
      })

      test('an address is counted over all names, codes apart from passwords', async () => {
        for (let i = 0; i < 5; i++) expect(await take(i, { account: `name-${i}` }, [{ by: 'address', key: '192.0.2.1', step: 'password', most: 5 }])).toHaveProperty('seq')
        expect(await take(9, { account: 'other' }, budgets(3))).toEqual({ againAt: HOUR })
        expect(await take(9, { step: 'code' }, [{ by: 'account', key: 'ada', step: 'code', most: 1 }])).toHaveProperty('seq')
      })

      test('of many at once no more get through than there is room for', async () => {
        const taken = await Promise.all(Array.from({ length: 40 }, () => take(50)))
        expect(taken.filter((got) => 'seq' in got)).toHaveLength(3)
      })
    })

    test('all of it is there when the store is opened again', async ({ skip }) => {
      if (engine.reopen === null) return skip('nothing outlives it')
      await change(add('ada'))
      await opened(session('s1', 'ada'))
      await store.accounts.takeTry({ at: 1, step: 'password', account: 'ada', address: 'a', device: null }, [], HOUR)
      const again = await engine.reopen()
      expect((await again.accounts.session('token-s1'))?.account.name).toBe('ada')
      expect(await again.accounts.takeTry({ at: 2, step: 'password', account: 'ada', address: 'a', device: null }, [{ by: 'account', key: 'ada', step: 'password', most: 1 }], HOUR)).toEqual({ againAt: 1 + HOUR })
    })
  })
}
