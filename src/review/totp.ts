// One-time codes by time (RFC 6238 over RFC 4226), as every authenticator app makes them: SHA-1, six digits, 30 seconds.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const STEP_MS = 30_000
const DIGITS = 6
const SECRET_BYTES = 20
/** A phone's clock may be half a minute off. */
const STEPS_AROUND = 1
const RECOVERY_CODES = 10
const RECOVERY_BYTES = 10

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding. */
export function base32(bytes: Uint8Array): string {
  let text = '', held = 0, bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31]!
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31]! : text
}

/** The bytes of base32, however it is spaced; null where it is none. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = []
  let held = 0, bits = 0
  for (const letter of text.toUpperCase().replace(/[\s=-]/g, '')) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) { bits -= 8; bytes.push((held >>> bits) & 255); held &= (1 << bits) - 1 }
  }
  return Uint8Array.from(bytes)
}

/** A new key, base32. */
export const newTotpSecret = (): string => base32(randomBytes(SECRET_BYTES))

/** The time step of a moment (milliseconds since 1970). */
export const stepAt = (now: number): number => Math.floor(now / STEP_MS)

/** RFC 4226: the code of a counter. */
export function hotp(key: Uint8Array, counter: number, digits = DIGITS, algorithm = 'sha1'): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac(algorithm, key).update(message).digest()
  const offset = mac.at(-1)! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The time step that a code is of, around a moment; null where it is none's. All steps are compared, whichever fits. */
export function totpStep(secret: string, code: string, now: number): number | null {
  const key = fromBase32(secret), typed = Buffer.from(code.replace(/\s/g, ''))
  if (key === null || typed.length !== DIGITS) return null
  let found: number | null = null
  for (let step = stepAt(now) - STEPS_AROUND; step <= stepAt(now) + STEPS_AROUND; step++) {
    if (timingSafeEqual(Buffer.from(hotp(key, step)), typed)) found = step
  }
  return found
}

/** The address that an authenticator app takes. */
export function otpauth(secret: string, account: string, issuer = 'Dateline'): string {
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`
}

/** Codes for whoever lost the phone, each of 80 random bits, in groups of four letters; and their hashes. */
export function newRecoveryCodes(): { codes: string[], hashes: string[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(RECOVERY_BYTES)).toLowerCase().replace(/(.{4})(?=.)/g, '$1-'))
  return { codes, hashes: codes.map((code) => recoveryHash(code)!) }
}

/** The hash of a recovery code however it is spaced; null where it cannot be one. SHA-256 will do: 80 random bits are not guessed. */
export function recoveryHash(code: string): string | null {
  const bare = code.toLowerCase().replace(/[\s-]/g, '')
  return /^[a-z2-7]{16}$/.test(bare) ? createHash('sha256').update(`recovery code ${bare}`).digest('hex') : null
}
