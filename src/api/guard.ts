// What every request must pass and every answer carries: no other page, no other host name, no script but ours.
import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { AskError } from './route.ts'

/** The header that carries the page's token on whatever changes something. */
export const TOKEN_HEADER = 'x-dateline-token'

/** Names by which this server may be called. A page elsewhere whose name was made to point here sends its own name and is refused. */
export function allowedHosts(port: number): ReadonlySet<string> {
  const names = ['localhost', '127.0.0.1', '[::1]']
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])))
}

const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types default',
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

/** Refuses other host names, and what another page's script or form sends. `hosts` is asked each time: the port is known only when the server listens. */
export function guard(hosts: () => ReadonlySet<string>, token: string): MiddlewareHandler {
  const wanted = Buffer.from(token)
  return async (context, next) => {
    const host = context.req.header('host')?.toLowerCase()
    if (host === undefined || !hosts().has(host)) throw new AskError(403, 'wrong_host', 'This server answers to localhost alone.')
    const origin = context.req.header('origin')
    if (origin !== undefined && origin !== `http://${host}`) throw new AskError(403, 'wrong_origin', 'This was asked by another page, and is refused.')
    const site = context.req.header('sec-fetch-site')
    const page = context.req.header('sec-fetch-mode') === 'navigate' && context.req.method === 'GET'
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !page) throw new AskError(403, 'wrong_origin', 'This was asked by another page, and is refused.')
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      const sent = Buffer.from(context.req.header(TOKEN_HEADER) ?? '')
      if (origin === undefined || sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) throw new AskError(403, 'no_token', 'This came without the token of an open desk, and is refused.', 'Load the desk anew and do it again.')
    }
    await next()
  }
}
