// The application: routes as declared, behind the guard, and the pages.
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { z } from 'zod'
import { StoreError } from '../store/store.ts'
import type { Desk } from './desk.ts'
import { guard, withHeaders } from './guard.ts'
import { openApi } from './openapi.ts'
import type { DeskFiles } from './pages.ts'
import { AskError, rawRoute, ROLES, type Role, type Route } from './route.ts'
import { ROUTES } from './routes.ts'

const LARGEST_BODY = 128 * 1024 * 1024

export interface AppOptions {
  hosts: () => ReadonlySet<string>
  pages: DeskFiles
  /** The role of who asks. Without accounts there is one local analyst, who may do everything. */
  roleOf?: (context: Context) => Role
  /** Check answers against their schemas, too: for tests. */
  checkAnswers?: boolean
  /** Called with what is a fault of ours. */
  fault?: (error: unknown) => void
  routes?: readonly Route[]
}

/** Makes the application over a desk. */
export function createApp(desk: Desk, options: AppOptions): Hono {
  const app = new Hono()
  const routes = options.routes ?? ROUTES
  app.onError((error, context) => troubleAnswer(error, context, options.fault))
  app.use(withHeaders)
  app.use(guard(options.hosts, desk.token))
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: () => { throw new AskError(413, 'too_large', 'That is more than can be taken at once (128 MiB).', 'Use "dateline add" for it.') } }))
  const packed = compress()
  app.use((context, next) => (context.req.path === '/api/events' || context.req.path.endsWith('/bytes') ? next() : packed(context, next)))

  const all: Route[] = [...routes]
  all.push(rawRoute({ method: 'get', path: '/api', role: 'reader', summary: 'This description', answers: 'application/json', respond: ({ context }) => context.json(openApi(all, desk.version)) }))
  for (const route of all) app.on(route.method, route.path, (context) => answer(route, context, desk, options))
  app.all('/api/*', () => { throw new AskError(404, 'no_such_route', 'There is no such route.', 'GET /api describes all there are.') })
  app.get('*', (context) => options.pages.answer(context.req.path))
  return app
}

async function answer(route: Route, context: Context, desk: Desk, options: AppOptions): Promise<Response> {
  const role = options.roleOf?.(context) ?? 'admin'
  if (ROLES.indexOf(role) < ROLES.indexOf(route.role)) throw new AskError(403, 'not_allowed', `This is for the role "${route.role}" and above.`)
  const ask = {
    params: checked(route.params, context.req.param(), 'the address'), query: checked(route.query, context.req.query(), 'the address'),
    body: route.body === undefined ? undefined : checked(route.body, await jsonBody(context), 'what was sent'), desk, context,
  } as never
  if (!('answer' in route)) return route.respond(ask)
  const value = await route.handle(ask)
  if (value === null) throw new AskError(404, 'not_there', 'There is nothing of that name here.')
  return context.json((options.checkAnswers === true ? route.answer.parse(value) : value) as object)
}

function checked(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (schema === undefined) return {}
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AskError(400, 'not_understood', `Something in ${where} is not as expected: ${z.prettifyError(parsed.error).slice(0, 400)}`)
}

async function jsonBody(context: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) throw new AskError(415, 'not_json', 'JSON is expected.')
  return context.req.json().catch(() => { throw new AskError(400, 'not_json', 'What was sent is not JSON.') })
}

function troubleAnswer(error: unknown, context: Context, fault: AppOptions['fault']): Response {
  if (error instanceof AskError) return context.json({ error: error.code, message: error.message, next: error.next }, error.status)
  if (error instanceof StoreError) return context.json({ error: error.fault, message: error.message, next: error.next }, error.fault === 'ambiguous' ? 409 : 503)
  fault?.(error)
  return context.json({ error: 'fault', message: 'This is a fault of Dateline.', next: 'The terminal in which it runs says more.' }, 500)
}
