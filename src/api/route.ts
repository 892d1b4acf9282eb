// A route as it is declared: what it takes, what it answers and who may call it. The application, the description at /api
// and the tests are all made from the declarations, so that none of them can be forgotten.
import type { Context } from 'hono'
import type { z } from 'zod'
import type { Desk } from './desk.ts'

/** Roles in rising order; each may do what those before it may. */
export const ROLES = ['reader', 'analyst', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** What a handler is given: inputs checked against their schemas, and the desk's state. */
export interface Ask<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  desk: Desk
  context: Context
}

interface Declared<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  method: 'get' | 'post'
  /** Below the root, parameters as ":name". */
  path: `/${string}`
  role: Role
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

/** A route whose answer is not JSON: kept bytes, events, the description itself. */
export interface RawRoute<Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> extends Declared<Params, Query, Body> {
  /** The media type of the answer. */
  answers: string
  respond(ask: Ask<z.output<Params>, z.output<Query>, z.output<Body>>): Promise<Response> | Response
}

/** Any declared route, its types forgotten. */
export type Route = Declared<z.ZodType, z.ZodType, z.ZodType> & ({ answer: z.ZodType, handle: (ask: Ask<never, never, never>) => unknown } | { answers: string, respond: (ask: Ask<never, never, never>) => Promise<Response> | Response })

/** Declares a route that answers JSON, keeping its types together. */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(declared: JsonRoute<Params, Query, Body, Answer>): Route {
  return declared as unknown as Route
}

/** Declares a route that answers something else. */
export function rawRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(declared: RawRoute<Params, Query, Body>): Route {
  return declared as unknown as Route
}

/** Trouble of the asker's making: told with its status, a code and a sentence. */
export class AskError extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 503
  readonly code: string
  readonly next: string

  constructor(status: AskError['status'], code: string, message: string, next = '') {
    super(message)
    this.name = 'AskError'
    this.status = status
    this.code = code
    this.next = next
  }
}
