// Passwords: hashed with argon2id, with the parameters beside the hash, so that they can be raised later.
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'

/** What a hash costs. */
export interface PasswordCost {
  memoryKiB: number
  passes: number
  lanes: number
}

/** RFC 9106, section 4, the second recommended choice: 64 MiB, 3 passes, 4 lanes. */
export const PASSWORD_COST: PasswordCost = { memoryKiB: 65_536, passes: 3, lanes: 4 }

const SALT_BYTES = 16
const TAG_BYTES = 32
const VERSION = 19
/** A hash that asks for more than this is not of our making. */
const MOST_KIB = 1_048_576

/** Characters of a password: fewer are guessed, more are nobody's. */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 1000

/** What can be the matter with a password, in words. */
export const PASSWORD_FAULTS = {
  short: `A password has ${SHORTEST_PASSWORD} characters at least; four words that do not belong together are good.`, long: `A password has ${LONGEST_PASSWORD} characters at most.`,
  repeats: 'That password is a few characters again and again.', name: 'That password is little more than the account\'s name.',
} as const

/** Why a password cannot be taken; null where it can. */
export function weaknessOf(password: string, account: string): keyof typeof PASSWORD_FAULTS | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return 'short'
  if (length > LONGEST_PASSWORD) return 'long'
  if (new Set(password).size < 5) return 'repeats'
  return password.toLowerCase().replaceAll(account, '').length < SHORTEST_PASSWORD / 2 ? 'name' : null
}

/** The same, a sentence. */
export function passwordFault(password: string, account: string): string | null {
  const weakness = weaknessOf(password, account)
  return weakness === null ? null : PASSWORD_FAULTS[weakness]
}

/** A new hash as a PHC string ("$argon2id$v=19$m=…,t=…,p=…$salt$hash"). */
export async function hashPassword(password: string, cost: PasswordCost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return written(cost, salt, await derive(password, salt, cost))
}

/** Whether the password is the hash's. False for a hash that cannot be read. */
export async function passwordFits(password: string, hash: string): Promise<boolean> {
  const read = readHash(hash)
  if (read === null) return false
  const found = await derive(password, read.salt, read.cost)
  return found.length === read.tag.length && timingSafeEqual(found, read.tag)
}

/** A hash that no password has, made in no time: to look at where there is no account, so that it takes as long as where there is one. */
export function hashOfNobody(cost: PasswordCost = PASSWORD_COST): string {
  return written(cost, randomBytes(SALT_BYTES), randomBytes(TAG_BYTES))
}

/** Whether a hash was made with other parameters than these. */
export function costsOther(hash: string, cost: PasswordCost = PASSWORD_COST): boolean {
  const found = readHash(hash)?.cost
  return found === undefined || found.memoryKiB !== cost.memoryKiB || found.passes !== cost.passes || found.lanes !== cost.lanes
}

const plain = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

function written({ memoryKiB, passes, lanes }: PasswordCost, salt: Buffer, tag: Buffer): string {
  return `$argon2id$v=${VERSION}$m=${memoryKiB},t=${passes},p=${lanes}$${plain(salt)}$${plain(tag)}`
}

function readHash(hash: string): { cost: PasswordCost, salt: Buffer, tag: Buffer } | null {
  const found = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/.exec(hash)
  if (found === null) return null
  const cost = { memoryKiB: Number(found[1]), passes: Number(found[2]), lanes: Number(found[3]) }
  return cost.memoryKiB > MOST_KIB ? null : { cost, salt: Buffer.from(found[4]!, 'base64'), tag: Buffer.from(found[5]!, 'base64') }
}

/** The same letters typed on different keyboards are the same password (NFKC, as NIST SP 800-63B asks). */
function derive(password: string, salt: Buffer, { memoryKiB, passes, lanes }: PasswordCost): Promise<Buffer> {
  const parameters: Argon2Parameters = { message: Buffer.from(password.normalize('NFKC')), nonce: salt, parallelism: lanes, tagLength: TAG_BYTES, memory: memoryKiB, passes }
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => { if (error === null) resolve(tag); else reject(error) })
  })
}
