import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, notText } from '../../src/sources/bytes/decode.ts'

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
  test('any text as UTF-8 comes back; any bytes give some text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\ufeff\ufffd]/.test(text)), (text) => { expect(decode(utf8(text)).text).toBe(text) }))
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => { expect(typeof decode(bytes).text).toBe('string') }))
  })
})

test.each<[string, number[], RegExp]>([
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], /PDF/], ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], /PNG/], ['a packed file', [0x50, 0x4b, 3, 4, 1], /ZIP/], ['noise', [1, 2, 3, 4, 5, 6, 7, 8, 200, 201, 1, 2], /binary/],
])('%s is no text', (_why, bytes, what) => expect(notText(Uint8Array.from(bytes))).toMatch(what))
