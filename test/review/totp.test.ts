import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base32, fromBase32, hotp, newRecoveryCodes, newTotpSecret, otpauth, recoveryHash, stepAt, totpStep } from '../../src/review/totp.ts'

const KEYS = { sha1: '12345678901234567890', sha256: '12345678901234567890123456789012', sha512: '1234567890123456789012345678901234567890123456789012345678901234' }

describe('codes', () => {
  test.each(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map((code, counter) => [counter, code] as const))('RFC 4226, appendix D: counter %i gives %s', (counter, code) => {
    expect(hotp(Buffer.from(KEYS.sha1), counter)).toBe(code)
  })

  test.each([
    [59, '94287082', '46119246', '90693936'], [1_111_111_109, '07081804', '68084774', '25091201'], [1_111_111_111, '14050471', '67062674', '99943326'],
    [1_234_567_890, '89005924', '91819424', '93441116'], [2_000_000_000, '69279037', '90698825', '38618901'], [20_000_000_000, '65353130', '77737706', '47863826'],
  ] as const)('RFC 6238, appendix B: second %i', (second, sha1, sha256, sha512) => {
    for (const [algorithm, code] of [['sha1', sha1], ['sha256', sha256], ['sha512', sha512]] as const) expect(hotp(Buffer.from(KEYS[algorithm]), stepAt(second * 1000), 8, algorithm)).toBe(code)
  })

  const secret = base32(Buffer.from(KEYS.sha1)), now = 59_000
  test.each([
    ['the code of now', '287082', 1], ['the one before', '755224', 0], ['the next one', '359152', 2], ['spaced as apps show it', '287 082', 1],
    ['two steps off', '969429', null], ['another', '000000', null], ['too short', '28708', null], ['too long', '2870820', null], ['letters', 'abcdef', null], ['nothing', '', null], ['digits of another script', '٢٨٧٠٨٢', null],
  ])('%s', (_why, code, step) => {
    expect(totpStep(secret, code, now)).toBe(step)
  })
  test('a key that cannot be read fits nothing', () => { expect(totpStep('not base32!', '287082', now)).toBeNull() })
})

describe('base32', () => {
  test.each([['', ''], ['f', 'MY'], ['fo', 'MZXQ'], ['foo', 'MZXW6'], ['foob', 'MZXW6YQ'], ['fooba', 'MZXW6YTB'], ['foobar', 'MZXW6YTBOI']])('RFC 4648: "%s"', (text, coded) => {
    expect(base32(Buffer.from(text))).toBe(coded)
    expect(Buffer.from(fromBase32(coded)!).toString()).toBe(text)
  })
  test('gives back every bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => { expect(fromBase32(base32(bytes))).toEqual(bytes) }))
  })
  test('a new key has 160 bits, and no two are alike', () => {
    const keys = Array.from({ length: 50 }, newTotpSecret)
    expect(new Set(keys).size).toBe(50)
    expect(fromBase32(keys[0]!)).toHaveLength(20)
  })
})

test('the address for an app names issuer, account and key, escaped', () => {
  const address = new URL(otpauth('JBSWY3DP', 'a b?c', 'My desk'))
  expect([address.protocol, decodeURIComponent(address.pathname), address.searchParams.get('secret'), address.searchParams.get('issuer')]).toEqual(['otpauth:', '/My desk:a b?c', 'JBSWY3DP', 'My desk'])
})

test('recovery codes: ten, unlike, known again however they are typed, and not readable from their hashes', () => {
  const { codes, hashes } = newRecoveryCodes()
  expect(new Set(hashes).size).toBe(10)
  expect(codes[0]).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)
  expect(recoveryHash(` ${codes[0]!.toUpperCase().replaceAll('-', ' ')} `)).toBe(hashes[0])
  for (const none of ['', '123456', 'abcd', `${codes[0]}a`, 'abcd-efgh-ijkl-mno1']) expect(recoveryHash(none)).toBeNull()
})
