import { describe, expect, test } from 'vitest'
import { ACCOUNT_NAME } from '../../src/review/account-name.ts'
import { costsOther, hashOfNobody, hashPassword, PASSWORD_COST, passwordFault, passwordFits } from '../../src/review/password.ts'

/** As cheap as it gets, for everything but the one test of what is really used. */
const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 }

describe('hashes', () => {
  test('the parameters are RFC 9106\'s second choice, and stand in the hash', async () => {
    const hash = await hashPassword('correct horse battery')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect([await passwordFits('correct horse battery', hash), await passwordFits('correct horse batterY', hash)]).toEqual([true, false])
  })

  test('a hash of other parameters is still known, and is seen to be older', async () => {
    const hash = await hashPassword('correct horse battery', CHEAP)
    expect(await passwordFits('correct horse battery', hash)).toBe(true)
    expect([costsOther(hash), costsOther(hash, CHEAP), costsOther(hashOfNobody()), costsOther('none')]).toEqual([true, false, false, true])
  })

  test('a hash made elsewhere is read: the reference program\'s own', async () => {
    // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1, from the tests of the reference implementation
    expect(await passwordFits('password', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc')).toBe(true)
  })

  test('the same password twice gives two hashes; accents typed in two ways are one', async () => {
    expect(await hashPassword('x', CHEAP)).not.toBe(await hashPassword('x', CHEAP))
    expect(await passwordFits('Zürich am See 42', await hashPassword('Zu\u0308rich am See 42', CHEAP))).toBe(true)
  })

  test.each(['', '$', '$argon2id$v=19$m=99999999,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA', '$argon2id$v=19$m=2000000,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA', '$scrypt$x', `${hashOfNobody(CHEAP)} `])('nothing fits what is no hash: "%s"', async (hash) => {
    expect(await passwordFits('x', hash)).toBe(false)
  })

  test('nobody\'s hash fits nothing, and costs what another costs', async () => {
    const nobody = hashOfNobody(CHEAP)
    expect(await passwordFits('', nobody)).toBe(false)
    expect(hashOfNobody().split('$').slice(0, 4)).toEqual((await hashPassword('x', PASSWORD_COST)).split('$').slice(0, 4))
  })
})

test.each([
  ['correct horse battery', null], ['eleven char', /12 characters/], ['', /12 characters/], ['x'.repeat(1001), /1000/], ['aaaaaaaaaaaaaaa', /again and again/], ['mara.lindqvist1', /name/], ['mara.lindqvist', /name/],
  ['абвгдежзийкл', null], ['🙂🙃😀😁😂🤣😃😄😅😆😉😊', null],
])('"%s" as a password', (password, fault) => {
  const found = passwordFault(password, 'mara.lindqvist')
  if (fault === null) expect(found).toBeNull()
  else expect(found).toMatch(fault)
})

test.each([['Ada', 'ada'], [' ada ', 'ada'], ['m.lindqvist-2', 'm.lindqvist-2'], ['a', null], ['', null], ['-a', null], ['a-', null], ['a b', null], ['аda', null], ['a/b', null], ['x'.repeat(41), null], ['<b>x</b>', null]])('"%s" as a name', (typed, kept) => {
  const parsed = ACCOUNT_NAME.safeParse(typed)
  expect(parsed.success ? parsed.data : null).toBe(kept)
})
