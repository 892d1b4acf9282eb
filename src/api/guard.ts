// What every request must pass and every answer carries: no other page, no other host name, no script but ours.
import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { AskError } from './route.ts'

/** The header that carries the page's token on whatever changes something. */
export const TOKEN_HEADER = 'x-dateline-token'
/** The header of what a page asks by itself, nobody having used it: it keeps no session alive. */
export const BY_ITSELF_HEADER = 'x-dateline-by-itself'

const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "manifest-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ')

const HEADERS: readonly (readonly [string, string])[] = [
  ['content-security-policy', POLICY], ['x-content-type-options', 'nosniff'], ['referrer-policy', 'no-referrer'], ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'], ['cross-origin-resource-policy', 'same-origin'], ['permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
]

/** Headers on every answer, whatever becomes of the request. */
export const withHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of HEADERS) if (!context.res.headers.has(name)) context.res.headers.set(name, value)
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
}

/** A year: browsers that were here over TLS come back over TLS alone. */
const TLS_ALONE = 'max-age=31536000'

/** Refuses other host names, and what another page's script or form sends. `places` has the names that the desk answers to, each with the origin of its pages, and is asked each time: the port is known only when the server listens. A page elsewhere whose name was made to point here sends its own name and is refused. */
export function guard(places: () => ReadonlyMap<string, string>): MiddlewareHandler {
  return async (context, next) => {
    const own = places().get(context.req.header('host')?.toLowerCase() ?? '')
    if (own === undefined) throw new AskError(403, 'wrong_host', {}, 'This server does not answer to that name.', 'Open it under the address that it printed when it started.')
    const origin = context.req.header('origin')
    if (origin !== undefined && origin !== own) throw new AskError(403, 'wrong_origin', {}, 'This was asked by another page, and is refused.')
    const site = context.req.header('sec-fetch-site')
    const page = context.req.header('sec-fetch-mode') === 'navigate' && context.req.method === 'GET'
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !page) throw new AskError(403, 'wrong_origin', {}, 'This was asked by another page, and is refused.')
    if (changes(context.req.method) && origin === undefined) throw noToken()
    await next()
    if (own.startsWith('https:')) context.res.headers.set('strict-transport-security', TLS_ALONE)
  }
}

/** Refuses what changes something and comes without the token of a page that this server gave out. Where nobody is signed in (any more), that is said. */
export function refuseWithoutToken(method: string, sent: string | undefined, { who, token }: { who: object | null, token: string }): void {
  if (!changes(method)) return
  const [a, b] = [Buffer.from(sent ?? ''), Buffer.from(token)]
  if (a.length === b.length && timingSafeEqual(a, b)) return
  throw who === null ? new AskError(401, 'sign_in', {}, 'Nobody is signed in here, or no longer.', 'Sign in, then do it again.') : noToken()
}

const changes = (method: string): boolean => method !== 'GET' && method !== 'HEAD'
const noToken = (): AskError => new AskError(403, 'no_token', {}, 'This came without the token of an open desk, and is refused.', 'Load the desk anew and do it again.')
