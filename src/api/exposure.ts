// Where the desk can be reached, under which names, and whether that is safe: decided before it begins to listen.
import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'

/** What is asked for. */
export interface Wanted {
  /** What to listen on; undefined: this machine alone. */
  host: string | undefined
  /** PEM */
  tls: { cert: string, key: string } | null
  /** The address that a reverse proxy answers to; null without one. */
  publicUrl: string | null
  /** Addresses of that proxy. */
  proxies: readonly string[]
  localWithoutSignIn: boolean
  /** Whether there are accounts. */
  accounts: boolean
}

/** How the desk is reached. */
export interface Exposure {
  /** The address to listen on. */
  bind: string
  tls: { cert: string, key: string } | null
  /** Whether other machines can reach it, themselves or through a proxy. */
  beyond: boolean
  /** Addresses of proxies whose word is taken for who asks; null: nothing comes through a proxy. */
  proxies: readonly string[] | null
  /** The names it answers to ("localhost:4180"), each with the origin that a page of it has. */
  places(port: number): ReadonlyMap<string, string>
  /** What to open, for people. */
  url(port: number): string
}

/** Why it is not safe, and what to do next. */
export interface Unsafe {
  message: string
  next: string
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]', '*'])
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'] as const

export const isLoopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address)

/** Decides. A name that is no name is told as Unsafe, too. */
export function exposureOf({ host, tls, publicUrl, proxies, localWithoutSignIn, accounts }: Wanted): Exposure | Unsafe {
  const asked = (host ?? 'localhost').toLowerCase(), shown = asked.replace(/[^\x20-\x7e]/g, '?')
  if (!LOOPBACK.has(asked) && !EVERYWHERE.has(asked) && isIP(bare(asked)) === 0 && !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(asked)) return { message: `"${shown}" is no name or address of a machine.`, next: 'Name one with --host, or leave it out to serve this machine alone.' }
  const listensBeyond = !LOOPBACK.has(asked), beyond = listensBeyond || publicUrl !== null
  const where = listensBeyond ? `under "${shown}"` : `under "${publicUrl ?? shown}"`
  if (beyond && !accounts) return { message: `The desk cannot be served ${where}: beyond this machine it needs accounts, and there are none.`, next: `Make one with "dateline account add NAME --role admin", or ${listensBeyond ? 'leave --host out and open it on this machine' : 'take "public_url" out of the settings'}; to reach it from another machine without accounts, tunnel to it (ssh -L 4180:localhost:4180 THIS-MACHINE).` }
  if (beyond && localWithoutSignIn) return { message: 'The settings say that nobody need sign in at this machine ("local_without_sign_in"), which is for a desk that no other machine can reach.', next: 'Set it to false in settings.json, or serve this machine alone.' }
  if (listensBeyond && tls === null && publicUrl === null) return { message: `The desk is not served ${where} in the open: passwords and the record would cross the network for all to read.`, next: 'Give it a certificate (--tls-cert FILE --tls-key FILE), or put a reverse proxy before it and name its address in settings.json ("serve": {"public_url": "https://…"}).' }
  const named = tls === null ? [] : namesOf(tls.cert)
  if (listensBeyond && tls !== null && EVERYWHERE.has(asked) && named.length === 0 && publicUrl === null) return { message: 'The certificate names no machine, so it is not known under which name the desk answers.', next: 'Name it with --host NAME instead of every address.' }
  const own = [...LOOPBACK_NAMES, ...(listensBeyond && !EVERYWHERE.has(asked) ? [isIP(bare(asked)) === 6 ? `[${bare(asked)}]` : asked] : []), ...named]
  const scheme = tls === null ? 'http' : 'https', byItself = scheme === 'http' ? 80 : 443
  const best = listensBeyond ? own.find((name) => !(LOOPBACK_NAMES as readonly string[]).includes(name)) ?? 'localhost' : 'localhost'
  const at = (name: string, port: number): string => `${scheme}://${name}${port === byItself ? '' : `:${port}`}`
  return {
    bind: EVERYWHERE.has(asked) ? (asked === '::' || asked === '[::]' ? '::' : '0.0.0.0') : LOOPBACK.has(asked) ? (asked.includes('::1') ? '::1' : '127.0.0.1') : bare(asked),
    tls, beyond, proxies: publicUrl === null ? null : proxies,
    places(port) {
      const places = new Map<string, string>()
      // plain HTTP from another machine comes through the proxy, under the proxy's name
      for (const name of scheme === 'http' ? LOOPBACK_NAMES : new Set(own)) for (const spelled of port === byItself ? [name, `${name}:${port}`] : [`${name}:${port}`]) places.set(spelled, at(name, port))
      if (publicUrl !== null) places.set(new URL(publicUrl).host, new URL(publicUrl).origin)
      return places
    },
    url: (port) => `${publicUrl === null ? at(best, port) : new URL(publicUrl).origin}/`,
  }
}

const bare = (address: string): string => address.replace(/^\[|\]$/g, '')

/** Names and addresses that a certificate is for; those with a star are left out. Throws where it is no certificate. */
function namesOf(cert: string): string[] {
  const alternatives = new X509Certificate(cert).subjectAltName ?? ''
  return alternatives.split(', ').flatMap((one) => {
    const [, sort, name] = /^(DNS|IP Address):(.+)$/.exec(one) ?? []
    if (name === undefined || name.includes('*')) return []
    return [sort === 'IP Address' && isIP(name) === 6 ? `[${shortened(name)}]` : name.toLowerCase()]
  })
}

/** An IPv6 address as browsers write it. */
const shortened = (address: string): string => new URL(`http://[${address}]`).hostname.slice(1, -1)

/** When a certificate ends. Throws where it is none, or does not belong to the key. */
export function certificateEnds(tls: { cert: string, key: string }): Date {
  createSecureContext(tls)
  return new Date(new X509Certificate(tls.cert).validTo)
}
