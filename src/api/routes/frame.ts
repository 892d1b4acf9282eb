// What a desk asks for first, and what it listens to.
import { createRequire } from 'node:module'
import { streamSSE } from 'hono/streaming'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import { MEASURES } from '../../model/claim.ts'
import { KIND_ORDER, kindShape } from '../../site/kinds.ts'
import { kindLabel, TOTAL } from '../../site/words.ts'
import type { News } from '../listeners.ts'
import { FIGURES_ALONE, TOTAL_KIND } from '../overview/row.ts'
import { ROLES } from '../../model/account.ts'
import { AskError, rawRoute, route, type Route } from '../route.ts'
import { MEASURE } from '../schemas/shared.ts'

export const SESSION = z.object({
  measures: z.array(MEASURE),
  version: z.string(), token: z.string(), name: z.string(), role: z.enum(ROLES), decides: z.boolean().describe('decisions can be taken here, by who asks'), revision: z.number(),
  kinds: z.array(z.object({ kind: z.string(), label: z.string(), shape: z.string() })).describe('in the order of stacks and legends; the shape fills a square of 16'),
})

const BEAT_MS = 20_000
let land: string | null = null

function landOutlines(): string {
  if (land === null) {
    const topology: Topology<{ land: GeometryCollection }> = createRequire(import.meta.url)('world-atlas/land-50m.json')
    land = JSON.stringify(feature(topology, topology.objects.land), (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value))
  }
  return land
}

export const FRAME_ROUTES: readonly Route[] = [
  route({
    method: 'get', path: '/api/session', role: 'reader', summary: 'Who asks, what it may do, and the vocabulary of kinds', answer: SESSION,
    handle: ({ desk, who }) => ({
      measures: [...MEASURES], version: desk.version, token: desk.token, name: who.name, role: who.role, decides: desk.decide !== null && ROLES.indexOf(who.role) >= ROLES.indexOf('analyst'), revision: desk.overview().revision,
      kinds: [...KIND_ORDER.map((kind) => ({ kind, label: kindLabel(kind), shape: kindShape(kind) })), { kind: FIGURES_ALONE, label: kindLabel(null), shape: kindShape(null) }, { kind: TOTAL_KIND, label: kindLabel(TOTAL), shape: kindShape(TOTAL) }],
    }),
  }),
  rawRoute({
    method: 'get', path: '/api/land', role: 'reader', summary: 'Outlines of land from Natural Earth, without any country, as GeoJSON', answers: 'application/geo+json',
    respond: () => new Response(landOutlines(), { headers: { 'content-type': 'application/geo+json', 'cache-control': 'max-age=86400' } }),
  }),
  rawRoute({
    method: 'get', path: '/api/events', role: 'reader', summary: 'What is new, as server-sent events: "record" when the record changed, "intake" when something is being added', answers: 'text/event-stream',
    respond({ context, desk }) {
      const queue: News[] = []
      let wake: () => void = () => undefined
      const tell = (news: News): void => { queue.push(news); wake() }
      if (!desk.listeners.add(tell)) throw new AskError(503, 'too_many', 'Too many desks are open at once.', 'Close one.')
      return streamSSE(context, async (stream) => {
        let gone = false
        stream.onAbort(() => { gone = true; wake() })
        try {
          await stream.writeSSE({ event: 'record', data: JSON.stringify({ revision: desk.overview().revision }) })
          while (!gone) {
            const next = queue.shift()
            if (next !== undefined) { await stream.writeSSE({ event: next.name, data: JSON.stringify(next.data) }); continue }
            const timer = setTimeout(() => { tell({ name: 'record', data: { revision: desk.overview().revision } }) }, BEAT_MS)
            await new Promise<void>((resolve) => { wake = resolve })
            clearTimeout(timer)
          }
        } finally {
          desk.listeners.remove(tell)
        }
      })
    },
  }),
]

export type SessionAnswer = z.output<typeof SESSION>
