// Whether an address that a person, a feed or a redirect names may be asked for at all, before any name is looked up.
import { isIP } from 'node:net'
import type { Trouble } from '../model/report.ts'
import type { AddressPolicy } from './address.ts'

const LONGEST_URL = 8192
/** Names that never lead out (RFC 6761, RFC 6762, RFC 7686, RFC 8375, RFC 9476 and ICANN's "internal"). */
const INNER_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|private|corp|home|lan|onion|alt|test|invalid|example|home\.arpa)$/
const LOWEST_FREE_PORT = 1024

const refused = (code: string, message: string): Trouble => ({ code, message })

/** The URL in its one spelling, without fragment; or why it is not asked for. Odd spellings of addresses are read as a browser reads them. */
export function urlAsked(text: string, mayConnect: AddressPolicy): { url: URL } | { trouble: Trouble } {
  const shown = text.slice(0, 200)
  if (text.length > LONGEST_URL) return { trouble: refused('bad_address', `the address ${shown}… is longer than ${LONGEST_URL} characters`) }
  let url: URL
  try { url = new URL(text) } catch { return { trouble: refused('bad_address', `${shown} is not an address`) } }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { trouble: refused('bad_address', `${shown} is neither http nor https`) }
  if (url.username !== '' || url.password !== '') return { trouble: refused('bad_address', `an address with a user name or password in it is not asked for`) }
  if (url.port !== '' && Number(url.port) < LOWEST_FREE_PORT && url.port !== '80' && url.port !== '443') return { trouble: refused('bad_address', `port ${url.port} of ${shown} is no port for pages`) }
  url.hash = ''
  const host = hostOf(url)
  if (isIP(host) !== 0) return mayConnect(host) ? { url } : { trouble: refused('address_refused', `${host} is not an address out in the open`) }
  const name = host.replace(/\.$/, '')
  if (!name.includes('.') || INNER_NAMES.test(name) || name.endsWith('.')) return { trouble: refused('address_refused', `${host.slice(0, 200)} is not a name out in the open`) }
  return { url }
}

/** The host without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname
}
