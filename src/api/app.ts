// The application: routes as declared, behind the guard, and the pages.
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { z } from 'zod'
import { StoreError } from '../store/store.ts'
import type { Desk } from './desk.ts'
import { guard, refuseWithoutToken, TOKEN_HEADER, withHeaders } from './guard.ts'
import { openApi } from './openapi.ts'
import type { RefusalCode } from './refusals.ts'
import type { DeskFiles } from './pages.ts'
import { AskError, rawRoute, refuseBelow, roleNeeded, type Route, type Who } from './route.ts'
import { ROUTES } from './routes.ts'

const LARGEST_BODY = 128 * 1024 * 1024
/** Of whoever has not signed in. */
const LARGEST_BODY_OF_ANYONE = 16 * 1024

export interface AppOptions {
  /** The names that it answers to, each with the origin of its pages. */
  places: () => ReadonlyMap<string, string>
  pages: DeskFiles
  /** Who asks, and the token that a page of theirs sends along; `who` null: nobody has signed in. Absent: whoever sits at this machine, who may do everything. */
  asker?: (context: Context) => Asker | Promise<Asker>
  /** Nobody but this machine asks: answers are not packed, which would only cost both ends time. */
  near?: boolean
  /** Check answers against their schemas, too: for tests. */
  checkAnswers?: boolean
  /** Called with what is a fault of ours. */
  fault?: (error: unknown) => void
  routes?: readonly Route[]
}

/** Who asks, and the token of their pages. */
export interface Asker {
  who: Who | null
  token: string
}

/** What is known of a request once it was looked at. */
interface Known {
  Variables: { asker: Asker }
}

/** Makes the application over a desk. */
export function createApp(desk: Desk, options: AppOptions): Hono<Known> {
  const app = new Hono<Known>()
  const routes = options.routes ?? ROUTES
  app.onError((error, context) => troubleAnswer(error, context, options.fault))
  app.use(withHeaders)
  app.use(guard(options.places))
  app.use('/api/*', async (context, next) => {
    const asker = options.asker === undefined ? localAsker(desk) : await options.asker(context)
    context.set('asker', asker)
    refuseWithoutToken(context.req.method, context.req.header(TOKEN_HEADER), asker)
    await next()
  })
  const [small, large] = [limit(LARGEST_BODY_OF_ANYONE, ''), limit(LARGEST_BODY, 'Use "dateline add" for it.')]
  app.use('/api/*', (context, next) => (context.get('asker').who === null ? small : large)(context, next))
  const packed = compress(), near = options.near === true
  app.use((context, next) => (near || context.req.path === '/api/events' || context.req.path.endsWith('/bytes') ? next() : packed(context, next)))

  const all: Route[] = [...routes]
  all.push(rawRoute({ method: 'get', path: '/api', role: 'reader', summary: 'This description', answers: 'application/json', respond: ({ context }) => context.json(openApi(all, desk.version)) }))
  for (const route of all) app.on(route.method, route.path, (context) => answer(route, context, desk, options))
  app.all('/api/*', () => { throw new AskError(404, 'no_such_route', {}, 'There is no such route.', 'GET /api describes all there are.') })
  app.get('*', (context) => options.pages.answer(context.req.path, /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')))
  return app
}

const limit = (maxSize: number, next: string): MiddlewareHandler => bodyLimit({ maxSize, onError: () => { throw new AskError(413, 'too_large', { bytes: maxSize }, `That is more than can be taken at once (${maxSize >= 1024 * 1024 ? `${maxSize / 1024 / 1024} MiB` : `${maxSize / 1024} KiB`}).`, next) } })

/** Whoever sits at this machine, where nobody need sign in. */
export const localAsker = (desk: Pick<Desk, 'localName' | 'token'>): Asker => ({ who: { name: desk.localName, role: 'admin', session: null, mustChange: false }, token: desk.token })

async function answer(route: Route, context: Context<Known>, desk: Desk, options: AppOptions): Promise<Response> {
  const { who, token } = context.get('asker'), asked = { name: who?.name ?? null, params: context.req.param() }
  refuseBelow(roleNeeded(route, { ...asked, body: undefined }), who)
  if (who?.mustChange === true && route.own === undefined && route.role !== 'anyone') throw new AskError(403, 'change_password', {}, 'A password of your own has to be chosen first.', 'Change it on the page of your account.')
  const sent = route.body === undefined ? undefined : await jsonBody(context)
  refuseBelow(roleNeeded(route, { ...asked, body: sent }), who)
  const params = checked(route.params, context.req.param(), 'address'), query = checked(route.query, context.req.query(), 'address'), body = route.body === undefined ? undefined : checked(route.body, sent, 'body')
  refuseBelow(roleNeeded(route, { name: asked.name, params: params as Record<string, string>, body }), who)
  const ask = { params, query, body, who, token, desk, context } as never
  if (!('answer' in route)) return route.respond(ask)
  const value = await route.handle(ask)
  if (value === null) throw new AskError(404, 'not_there', {}, 'There is nothing of that name here.')
  return context.json((options.checkAnswers === true ? route.answer.parse(value) : value) as object)
}

function checked(schema: z.ZodType | undefined, value: unknown, where: 'address' | 'body'): unknown {
  if (schema === undefined) return {}
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].filter((field) => field !== '')
  throw new AskError(400, 'not_understood', { where, fields }, `Something in ${where === 'body' ? 'what was sent' : 'the address'} is not as expected: ${z.prettifyError(parsed.error).slice(0, 400)}`)
}

async function jsonBody(context: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) throw new AskError(415, 'not_json', {}, 'JSON is expected.')
  return context.req.json().catch(() => { throw new AskError(400, 'not_json', {}, 'What was sent is not JSON.') })
}

function troubleAnswer(error: unknown, context: Context, fault: AppOptions['fault']): Response {
  if (error instanceof AskError) return context.json({ error: error.code, message: error.message, next: error.next, ...error.particulars }, error.status)
  if (error instanceof StoreError) return context.json({ error: `store_${error.fault}` satisfies RefusalCode, message: error.message, next: error.next }, error.fault === 'ambiguous' ? 409 : 503)
  fault?.(error)
  return context.json({ error: 'fault' satisfies RefusalCode, message: 'This is a fault of Dateline.', next: 'The terminal in which it runs says more.' }, 500)
}
