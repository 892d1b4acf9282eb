import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charsetOf, decode, notText } from '../../src/sources/bytes/decode.ts'

const ENGLISH = 'Two people were killed in the town, the mayor said.'
const RUSSIAN = 'Губернатор области сообщил о двух погибших в результате обстрела города.'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const wide = (text: string, bytes: 2 | 4, little: boolean): Uint8Array => {
  const made = new DataView(new ArrayBuffer(text.length * bytes))
  for (let i = 0; i < text.length; i++) {
    if (bytes === 2) made.setUint16(i * 2, text.charCodeAt(i), little)
    else made.setUint32(i * 4, text.charCodeAt(i), little)
  }
  return new Uint8Array(made.buffer)
}
/** One-byte Cyrillic, by the rows of windows-1251 or koi8-r. */
const oneByte = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding), byteOf = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte)
  return Uint8Array.from([...text].map((char) => byteOf.get(char)!))
}

describe('encodings', () => {
  test.each<[why: string, bytes: Uint8Array, text: string, encoding: string, trouble: string[]]>([
    ['UTF-8', utf8(RUSSIAN), RUSSIAN, 'utf-8', []],
    ['UTF-8 with a mark', utf8('\ufeff' + ENGLISH), ENGLISH, 'utf-8', []],
    ['UTF-16, little end first, with a mark', wide('\ufeff' + RUSSIAN, 2, true), RUSSIAN, 'utf-16le', []],
    ['UTF-16, big end first, with a mark', wide('\ufeff' + ENGLISH, 2, false), ENGLISH, 'utf-16be', []],
    ['UTF-16 without a mark', wide(ENGLISH, 2, true), ENGLISH, 'utf-16le', []],
    ['UTF-32 with a mark', wide('\ufeff' + ENGLISH, 4, true), ENGLISH, 'utf-32le', []],
    ['UTF-32 without a mark', wide(ENGLISH, 4, false), ENGLISH, 'utf-32be', []],
    ['a declared charset', Uint8Array.from([...utf8('<meta charset="windows-1251"><p>'), ...oneByte(RUSSIAN, 'windows-1251')]), `<meta charset="windows-1251"><p>${RUSSIAN}`, 'windows-1251', []],
    ['an XML declaration', Uint8Array.from([...utf8('<?xml version="1.0" encoding="koi8-r"?>'), ...oneByte(RUSSIAN, 'koi8-r')]), `<?xml version="1.0" encoding="koi8-r"?>${RUSSIAN}`, 'koi8-r', []],
    ['windows-1251 undeclared', oneByte(RUSSIAN, 'windows-1251'), RUSSIAN, 'windows-1251', ['guessed_charset']],
    ['koi8-r undeclared', oneByte(RUSSIAN, 'koi8-r'), RUSSIAN, 'koi8-r', ['guessed_charset']],
    ['windows-1252 undeclared', oneByte('The mayor said “two” were killed – in a café.', 'windows-1252'), 'The mayor said “two” were killed – in a café.', 'windows-1252', ['guessed_charset']],
    ['a wrong declaration', utf8(`<meta charset="windows-1251"><p>${RUSSIAN}`), `<meta charset="windows-1251"><p>${RUSSIAN}`, 'utf-8', []],
    ['a declaration that nobody knows', Uint8Array.from([...utf8('<meta charset="x-made-up"><p>'), ...oneByte(RUSSIAN, 'windows-1251')]), `<meta charset="x-made-up"><p>${RUSSIAN}`, 'windows-1251', ['wrong_charset', 'guessed_charset']],
    ['a damaged byte in UTF-8', Uint8Array.from([...utf8(RUSSIAN), 0xff, ...utf8(RUSSIAN)]), `${RUSSIAN}\ufffd${RUSSIAN}`, 'utf-8', ['invalid_bytes']],
    ['nothing', new Uint8Array(), '', 'utf-8', []],
  ])('%s', (_why, bytes, text, encoding, trouble) => {
    const decoded = decode(bytes)
    expect(decoded.text).toBe(text)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.trouble.map((one) => one.code)).toEqual(trouble)
    expect(notText(bytes)).toBeNull()
  })
  const POLISH = 'Władze Łodzi: „Źle się dzieje”.'.replace('„', '"').replace('”', '"')
  const meta = (label: string): Uint8Array => utf8(`<meta charset="${label}">`)
  test.each<[why: string, served: string | null, bytes: Uint8Array, text: string, encoding: string, trouble: string[]]>([
    ['the server alone says it', 'iso-8859-2', oneByte(POLISH, 'iso-8859-2'), POLISH, 'iso-8859-2', []],
    ['the server beats the page', 'iso-8859-2', Uint8Array.from([...meta('windows-1251'), ...oneByte(POLISH, 'iso-8859-2')]), `<meta charset="windows-1251">${POLISH}`, 'iso-8859-2', []],
    ['a mark beats the server', 'iso-8859-2', utf8(`\ufeff${POLISH}`), POLISH, 'utf-8', []],
    ['a mark of UTF-16 beats the server', 'utf-8', wide(`\ufeff${POLISH}`, 2, true), POLISH, 'utf-16le', []],
    ['valid UTF-8 is UTF-8, whatever the server calls it', 'iso-8859-1', utf8(POLISH), POLISH, 'utf-8', []],
    ['the page, where nobody knows what the server says', 'x-made-up', Uint8Array.from([...meta('iso-8859-2'), ...oneByte(POLISH, 'iso-8859-2')]), `<meta charset="iso-8859-2">${POLISH}`, 'iso-8859-2', ['wrong_charset']],
    ['the page, where the bytes are not the UTF-8 that the server calls them', 'utf-8', Uint8Array.from([...meta('windows-1251'), ...oneByte(RUSSIAN, 'windows-1251')]), `<meta charset="windows-1251">${RUSSIAN}`, 'windows-1251', []],
    ['damaged UTF-8 that the server calls so is not read as what the page says', 'utf-8', Uint8Array.from([...meta('windows-1251'), ...utf8(RUSSIAN), 0xff]), `<meta charset="windows-1251">${RUSSIAN}\ufffd`, 'utf-8', ['invalid_bytes']],
    ['seven bits, told by the label alone', 'ISO-2022-JP', Uint8Array.from([0x1b, 0x24, 0x42, 0x45, 0x6c, 0x35, 0x7e, 0x1b, 0x28, 0x42]), '東京', 'iso-2022-jp', []],
    ['the same escapes without a label are left', null, Uint8Array.from([...utf8('a'), 0x1b, 0x24, 0x42]), 'a\u001b$B', 'utf-8', []],
  ])('%s', (_why, served, bytes, text, encoding, trouble) => {
    const decoded = decode(bytes, served)
    expect(decoded.text).toBe(text)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.trouble.map((one) => one.code)).toEqual(trouble)
  })
  test.each<[string | undefined, string | null]>([['text/html; charset=koi8-r', 'koi8-r'], ['text/html;charset="UTF-8"', 'UTF-8'], ['text/html', null], [undefined, null], ['text/html; charset=', null]])('the charset of %s', (type, charset) => { expect(charsetOf(type)).toBe(charset) })
  test('any text as UTF-8 comes back; any bytes give some text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\ufeff\ufffd]/.test(text)), (text) => { expect(decode(utf8(text)).text).toBe(text) }))
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => { expect(typeof decode(bytes).text).toBe('string') }))
  })
})

test.each<[string, number[], RegExp]>([
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], /PDF/], ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], /PNG/], ['a packed file', [0x50, 0x4b, 3, 4, 1], /ZIP/], ['noise', [1, 2, 3, 4, 5, 6, 7, 8, 200, 201, 1, 2], /binary/],
])('%s is no text', (_why, bytes, what) => expect(notText(Uint8Array.from(bytes))).toMatch(what))
