// From which address somebody asks, and what of it tries to sign in are counted by.
import { isIP } from 'node:net'
import { AskError } from './route.ts'

const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-forwarded-host', 'x-real-ip', 'via'] as const

/**
 * The address of whoever asks. `peer`: who is at the other end of the connection. Without a proxy (`proxies` null) nothing may
 * come through one; with one, only the proxy and this machine may connect, and the last address that the proxy saw counts.
 */
export function askerAddress(peer: string | null, header: (name: string) => string | undefined, proxies: readonly string[] | null): string | null {
  if (proxies === null) {
    if (FORWARDED.some((name) => header(name) !== undefined)) throw new AskError(403, 'through_a_proxy', {}, 'This came through a proxy that the desk does not know of, and is refused.', 'Name its address in settings.json: "serve": {"public_url": "https://…"}, and make accounts.')
    return peer
  }
  const from = peer === null ? null : plain(peer)
  if (from === null) return null
  const known = proxies.includes(from)
  if (!known && !/^127\.|^::1$/.test(from)) throw new AskError(403, 'not_the_proxy', {}, 'The desk answers to its proxy alone.', 'Open the address of the proxy.')
  const last = header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return known && isIP(last) !== 0 ? plain(last) : from
}

const plain = (address: string): string => address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')

/** What tries are counted by: an IPv4 address, or the /64 of an IPv6 one, which is one household's or one machine's. */
export function addressKey(address: string | null): string {
  if (address === null) return 'unknown'
  const one = plain(address)
  if (isIP(one) !== 6) return one
  const [head = '', tail] = one.split('%')[0]!.split('::')
  const left = head === '' ? [] : head.split(':'), right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = tail === undefined ? left : [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right]
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group || '0', 16).toString(16)).join(':')}::/64`
}
