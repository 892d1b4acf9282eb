// Bytes to text: a byte order mark, then what the server and the page call it, then what the bytes themselves show. Nothing here throws.
import type { Trouble } from '../../model/report.ts'

export interface Decoded {
  text: string
  /** The WHATWG name of the encoding that was used. */
  encoding: string
  trouble: Trouble[]
}

const MARK = '\ufffd'
const HEAD = 4096

/** Magic numbers of what is no text, as hex, with the name a person knows it by. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['25504446', 'a PDF'], ['504b0304', 'a ZIP or Office file'], ['504b0506', 'a ZIP file'], ['1f8b', 'gzip inside gzip'], ['89504e47', 'a PNG image'], ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'], ['7f454c46', 'a program'], ['4d5a9000', 'a program'], ['377abcaf', 'a 7z archive'], ['52617221', 'a RAR archive'], ['425a68', 'a bzip2 file'], ['fd377a58', 'an xz file'],
  ['28b52ffd', 'a zstd file'], ['d0cf11e0', 'an old Office file'], ['53514c69746520666f726d6174', 'an SQLite database'], ['0061736d', 'a program'], ['cafebabe', 'a program'], ['4f676753', 'an Ogg file'], ['494433', 'an MP3 file'],
]

/** What the bytes are instead of text, in words ("a PDF"), or null where they may be text. */
export function notText(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('hex')
  for (const [magic, what] of MAGIC) if (head.startsWith(magic)) return what
  if (wideEncoding(bytes) !== null) return null
  const end = Math.min(bytes.length, 65536)
  let control = 0
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  }
  return end > 0 && control > end / 50 ? 'binary data' : null
}

/** UTF-16 and UTF-32, with a mark or by where the zero bytes stand; null for encodings of one byte and more. */
function wideEncoding(bytes: Uint8Array): string | null {
  const [a = -1, b = -1, c = -1, d = -1] = bytes
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  const end = Math.min(bytes.length, HEAD) & ~3
  if (end < 4) return null
  const zero = [0, 0, 0, 0]
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zero[i & 3]!++
  const quarter = end / 4, most = quarter * 0.9, few = quarter * 0.1
  const [z0, z1, z2, z3] = zero as [number, number, number, number]
  if (z1 > most && z2 > most && z3 > most && z0 < few) return 'utf-32le'
  if (z0 > most && z1 > most && z2 > most && z3 < few) return 'utf-32be'
  const half = quarter * 0.5 // text of another script has zero bytes only for spaces and marks, which Latin text has everywhere
  if (z1 > half && z3 > half && z0 < few && z2 < few) return 'utf-16le'
  if (z0 > half && z2 > half && z1 < few && z3 < few) return 'utf-16be'
  return null
}

function decode32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length & ~3)
  const parts: string[] = []
  let codes: number[] = []
  for (let i = 0; i < view.byteLength; i += 4) {
    const code = view.getUint32(i, little)
    if (i === 0 && code === 0xfeff) continue
    codes.push(code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code)
    if (codes.length === 4096) { parts.push(String.fromCodePoint(...codes)); codes = [] }
  }
  parts.push(String.fromCodePoint(...codes))
  return parts.join('')
}

/** The charset an XML declaration or a meta element names within the first bytes, if any. */
function declared(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1')
  const xml = /^\s{0,8}<\?xml[^>]{0,200}?encoding\s{0,4}=\s{0,4}["']([\w:.-]{2,40})["']/i.exec(head)
  if (xml) return xml[1]!
  for (let at = head.search(/<meta/i), n = 0; at >= 0 && n < 60; n++) {
    const close = head.indexOf('>', at)
    const tag = head.slice(at, close < 0 ? head.length : close)
    const found = /charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w:.-]{2,40})/i.exec(tag)
    if (found) return found[1]!
    const next = head.slice(at + 5).search(/<meta/i)
    at = next < 0 ? -1 : at + 5 + next
  }
  return null
}

function decoder(label: string, fatal: boolean): TextDecoder | null {
  try { return new TextDecoder(label, { fatal }) } catch { return null }
}

function strictly(bytes: Uint8Array, label: string): string | null {
  try { return decoder(label, true)?.decode(bytes) ?? null } catch { return null }
}

/** Which old one-byte encoding: Cyrillic text has most of its high bytes in the letters' rows, and in lower case. */
function oneByte(bytes: Uint8Array): string {
  const end = Math.min(bytes.length, 65536)
  let high = 0, letters = 0, lower1251 = 0, lowerKoi = 0
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!
    if (byte >= 0x80) {
      high++
      if (byte >= 0xe0) lower1251++
      else if (byte >= 0xc0) lowerKoi++
    } else if ((byte | 32) >= 0x61 && (byte | 32) <= 0x7a) letters++
  }
  if (high < letters * 0.5 || lower1251 + lowerKoi < high * 0.7) return 'windows-1252'
  return lowerKoi > lower1251 ? 'koi8-r' : 'windows-1251'
}

function count(text: string, mark: string): number {
  let n = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) n++
  return n
}

/** The charset that a media type names ("text/html; charset=koi8-r"), null where it names none. */
export function charsetOf(type: string | undefined): string | null {
  return /;\s{0,4}charset\s{0,4}=\s{0,4}["']?([\w:.-]{2,40})/i.exec(type?.slice(0, 400) ?? '')?.[1] ?? null
}

const ESCAPE = 0x1b
const UTF8 = /^(?:utf-?8|unicode-1-1-utf-8)$/i
/** Encodings of seven bits, whose bytes are valid UTF-8 too: there the label alone tells. */
const SEVEN_BITS = /^(?:csiso2022jp|iso-2022-jp)$/i

/**
 * Reads bytes as text. In order: a byte order mark; UTF-16/32 by its zero bytes; valid UTF-8, whatever it is called; the
 * charset that they were `served` as (HTTP's Content-Type), then the one that the page declares, where the bytes fit; UTF-8
 * with a few bad bytes; windows-1251, koi8-r or windows-1252. That is the order of browsers (WHATWG HTML, "determining the
 * character encoding") but for valid UTF-8, which text of another encoding is by chance alone. Bytes that cannot be read
 * become U+FFFD and trouble `invalid_bytes`; a label that the bytes contradict, or that nobody knows, becomes `wrong_charset`.
 */
export function decode(bytes: Uint8Array, served: string | null = null): Decoded {
  const trouble: Trouble[] = []
  const wide = wideEncoding(bytes)
  if (wide !== null) {
    const text = wide.startsWith('utf-32') ? decode32(bytes, wide === 'utf-32le') : decoder(wide, false)!.decode(bytes)
    const bad = count(text, MARK)
    if (bad > 0) trouble.push({ code: 'invalid_bytes', message: `${bad} places could not be read as ${wide} and stand as U+FFFD` })
    return { text, encoding: wide, trouble }
  }
  const labels = [{ label: served, whose: 'the server calls it' }, { label: declared(bytes), whose: 'the page calls itself' }]
  const plain = strictly(bytes, 'utf-8')
  if (plain !== null) {
    const label = bytes.includes(ESCAPE) ? labels.find((one) => one.label !== null)?.label ?? '' : ''
    const text = SEVEN_BITS.test(label) ? strictly(bytes, label) : null
    return text === null ? { text: plain, encoding: 'utf-8', trouble } : { text, encoding: 'iso-2022-jp', trouble }
  }
  for (const { label, whose } of labels) {
    if (label === null) continue
    if (UTF8.test(label)) { if (almostUtf8(bytes)) break; continue }
    const text = strictly(bytes, label)
    if (text !== null) return { text, encoding: decoder(label, false)!.encoding, trouble }
    trouble.push({ code: 'wrong_charset', message: `${whose} ${label}, but its bytes are not` })
  }
  if (almostUtf8(bytes)) {
    const text = decoder('utf-8', false)!.decode(bytes)
    trouble.push({ code: 'invalid_bytes', message: `${count(text, MARK)} places could not be read as utf-8 and stand as U+FFFD` })
    return { text, encoding: 'utf-8', trouble }
  }
  const encoding = oneByte(bytes)
  trouble.push({ code: 'guessed_charset', message: `not utf-8 and no charset declared that fits: read as ${encoding}` })
  return { text: decoder(encoding, false)!.decode(bytes), encoding, trouble }
}

/** A bad byte here and there among good sequences of two to four bytes is damaged UTF-8, not another encoding. */
function almostUtf8(bytes: Uint8Array): boolean {
  let high = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) high++
  return count(decoder('utf-8', false)!.decode(bytes), MARK) <= high * 0.25
}
