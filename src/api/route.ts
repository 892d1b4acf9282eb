// A route as it is declared: what it takes, what it answers and who may call it. The application, the description at /api
// and the tests (every route by every role, on one's own things and on another's) are all made from the declarations, so
// that none of them can be forgotten.
import type { Context } from 'hono'
import type { z } from 'zod'
import { ROLES, type Role } from '../model/account.ts'
import { REFUSALS, type Particulars, type RefusalCode } from './refusals.ts'
import type { Desk } from './desk.ts'
import type { Who } from './who.ts'

export type { Who } from './who.ts'

/** What a handler is given: inputs checked against their schemas, who asks, and the desk's state. `Asker` is null where a route is open to whoever has not signed in. */
export interface Ask<Params, Query, Body, Asker extends Who | null = Who> {
  params: Params
  query: Query
  body: Body
  who: Asker
  /** What the asker's page sends along with whatever changes something. */
  token: string
  desk: Desk
  context: Context
}

/** A route about an account's own things. `param` names the part of the path that is the account; on another's, `others` is the least role; "nobody": it is its holder's alone. */
export interface OwnThings {
  param: string
  others: Role | 'nobody'
}

/** Values of a field of the body that take a higher role than the route's own. */
export interface Raises {
  field: string
  roles: Readonly<Record<string, Role>>
}

interface Declared<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Access extends Role | 'anyone' = Role> {
  method: 'get' | 'post'
  /** Below the root, parameters as ":name". */
  path: `/${string}`
  /** The least role that may call it; "anyone": also who has not signed in. */
  role: Access
  own?: OwnThings
  raises?: Raises
  /** One line for the description of the API. */
  summary: string
  params?: Params
  query?: Query
  body?: Body
}

/** A route that answers JSON. A handler gives null for "not there". */
export interface JsonRoute<Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> extends Declared<Params, Query, Body> {
  answer: Answer
  handle(ask: Ask<z.output<Params>, z.output<Query>, z.output<Body>>): Promise<z.input<Answer> | null> | z.input<Answer> | null
}

/** A route that answers JSON to whoever asks, signed in or not. */
export interface OpenRoute<Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> extends Declared<Params, Query, Body, 'anyone'> {
  answer: Answer
  handle(ask: Ask<z.output<Params>, z.output<Query>, z.output<Body>, Who | null>): Promise<z.input<Answer> | null> | z.input<Answer> | null
}

/** A route whose answer is not JSON: kept bytes, events, the description itself. */
export interface RawRoute<Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> extends Declared<Params, Query, Body> {
  /** The media type of the answer. */
  answers: string
  respond(ask: Ask<z.output<Params>, z.output<Query>, z.output<Body>>): Promise<Response> | Response
}

/** Any declared route, its types forgotten. */
export type Route = Declared<z.ZodType, z.ZodType, z.ZodType, Role | 'anyone'> & ({ answer: z.ZodType, handle: (ask: Ask<never, never, never>) => unknown } | { answers: string, respond: (ask: Ask<never, never, never>) => Promise<Response> | Response })

/** Declares a route that answers JSON, keeping its types together. */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(declared: JsonRoute<Params, Query, Body, Answer>): Route {
  return declared as unknown as Route
}

/** Declares a route that is open to whoever has not signed in. */
export function openRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(declared: OpenRoute<Params, Query, Body, Answer>): Route {
  return declared as unknown as Route
}

/** Declares a route that answers something else. */
export function rawRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(declared: RawRoute<Params, Query, Body>): Route {
  return declared as unknown as Route
}

/** Trouble of the asker's making: told with its status, a code with particulars, and a sentence. */
export class AskError<Code extends RefusalCode = RefusalCode> extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 503
  readonly code: Code
  readonly particulars: Particulars<Code>
  readonly next: string

  constructor(status: AskError['status'], code: Code, particulars: Particulars<Code>, message: string, next = '') {
    super(message)
    this.name = 'AskError'
    this.status = status
    this.code = code
    this.particulars = particulars
    this.next = next
  }

  /** The same of particulars that another room tells: they are checked. */
  static checked(status: AskError['status'], code: RefusalCode, particulars: object, message: string, next = ''): AskError {
    return new AskError(status, code, REFUSALS[code].parse(particulars), message, next)
  }
}

const rank = (role: Role): number => ROLES.indexOf(role)

/** The least role that may do what is asked; "anyone" where nobody need have signed in, "nobody" where no role will do. `body`: as it was sent, not checked yet. */
export function roleNeeded(route: Pick<Route, 'role' | 'own' | 'raises'>, asked: { name: string | null, params: Readonly<Record<string, string>>, body: unknown }): Role | 'anyone' | 'nobody' {
  const { role, own, raises } = route
  if (role === 'anyone') return role
  let needed = role
  if (own !== undefined && (asked.name === null || asked.params[own.param] !== asked.name)) {
    if (own.others === 'nobody') return 'nobody'
    if (rank(own.others) > rank(needed)) needed = own.others
  }
  if (raises !== undefined && typeof asked.body === 'object' && asked.body !== null) {
    const value = (asked.body as Record<string, unknown>)[raises.field]
    const raised = typeof value === 'string' && Object.hasOwn(raises.roles, value) ? raises.roles[value]! : needed
    if (rank(raised) > rank(needed)) needed = raised
  }
  return needed
}

/** Refuses whoever may not: 401 where nobody has signed in, 403 where the role is too low or the thing another's. */
export function refuseBelow(needed: Role | 'anyone' | 'nobody', who: Who | null): void {
  if (needed === 'anyone') return
  if (who === null) throw new AskError(401, 'sign_in', {}, 'Nobody has signed in.', 'Sign in.')
  if (needed === 'nobody') throw new AskError(403, 'not_yours', {}, 'Only the holder of the account may do this.')
  if (rank(who.role) < rank(needed)) throw new AskError(403, 'not_allowed', { needed, name: who.name, role: who.role, because: 'role' }, `This is for the role "${needed}" and above.`, `You are signed in as ${who.name} with the role "${who.role}"; an admin can change that.`)
}
