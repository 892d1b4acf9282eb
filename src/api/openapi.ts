// The description of the API, made from the routes' own schemas (OpenAPI 3.1).
import { z } from 'zod'
import { REFUSALS } from './refusals.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return json
}

function parameters(route: Route): Json[] {
  const of = (schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] => {
    if (schema === undefined) return []
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>, required?: string[] }
    return Object.entries(properties).map(([name, { description, ...property }]) => ({ name, in: where, required: where === 'path' || required.includes(name), ...(description === undefined ? {} : { description }), schema: property }))
  }
  return [...of(route.params, 'path'), ...of(route.query, 'query')]
}

const REFUSAL: Json = { oneOf: Object.entries(REFUSALS).map(([code, particulars]) => schemaOf(z.object({ error: z.literal(code), message: z.string(), next: z.string(), ...particulars.shape }), 'output')) }
const TROUBLE: Json = { description: 'What was wrong with the request: a code, its particulars, and both as a sentence with what to do next', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } }

/** The whole description. `x-role`: the least role that may call the route; `x-others`: on another's things; `x-raises`: for values of a field. */
export function openApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    const content = 'answer' in route ? { 'application/json': { schema: schemaOf(route.answer, 'output') } } : { [route.answers]: { schema: { type: 'string' } } }
    ;(paths[path] ??= {})[route.method] = {
      summary: route.summary, 'x-role': route.role, ...(route.own === undefined ? {} : { 'x-others': route.own.others }), ...(route.raises === undefined ? {} : { 'x-raises': route.raises }), parameters: parameters(route),
      ...(route.body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }),
      responses: { 200: { description: 'As asked', content }, 400: TROUBLE, 401: TROUBLE, 403: TROUBLE, 404: TROUBLE },
    }
  }
  return { openapi: '3.1.0', info: { title: 'Dateline', version, description: 'The record of a war\'s reporting: incidents, figures, who says so, in which words.' }, paths, components: { schemas: { Refusal: REFUSAL } } }
}
