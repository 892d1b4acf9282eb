// What a desk asks for first, and what it listens to.
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { COUNTED, MEASURES } from '../../model/claim.ts'
import { KIND_ORDER, kindShape } from '../../site/kinds.ts'
import { kindLabel, TOTAL } from '../../site/words.ts'
import type { News } from '../listeners.ts'
import { FIGURES_ALONE, TOTAL_KIND } from '../overview/row.ts'
import { ROLES } from '../../model/account.ts'
import { AskError, openRoute, rawRoute, type Route } from '../route.ts'
import { COUNTED_THING, MEASURE } from '../schemas/shared.ts'

export const SESSION = z.object({
  measures: z.array(MEASURE), counted: z.array(COUNTED_THING),
  version: z.string(), token: z.string().describe('to be sent along as x-dateline-token with whatever changes something'), revision: z.number().describe('0 where nobody has signed in'),
  name: z.string().nullable().describe('null: nobody has signed in, and it is asked for'), role: z.enum(ROLES).nullable(), decides: z.boolean().describe('decisions can be taken here, by who asks'), account: z.boolean().describe('false: whoever sits at this machine, without an account'), mustChange: z.boolean().describe('a password of one\'s own has to be chosen first'),
  kinds: z.array(z.object({ kind: z.string(), label: z.string(), shape: z.string() })).describe('in the order of stacks and legends; the shape fills a square of 16'),
})

const BEAT_MS = 20_000
/** How often it is looked whether the session goes on. */
const LOOK_MS = 1000
export const FRAME_ROUTES: readonly Route[] = [
  openRoute({
    method: 'get', path: '/api/session', role: 'anyone', summary: 'Who asks, what it may do, and the vocabulary of kinds', answer: SESSION,
    handle: ({ desk, who, token }) => ({
      measures: [...MEASURES], counted: [...COUNTED], version: desk.version, token, revision: who === null ? 0 : desk.overview().revision, name: who?.name ?? null, role: who?.role ?? null, decides: who !== null && desk.decide !== null && ROLES.indexOf(who.role) >= ROLES.indexOf('analyst'), account: who !== null && who.session !== null, mustChange: who?.mustChange ?? false,
      kinds: [...KIND_ORDER.map((kind) => ({ kind, label: kindLabel(kind), shape: kindShape(kind) })), { kind: FIGURES_ALONE, label: kindLabel(null), shape: kindShape(null) }, { kind: TOTAL_KIND, label: kindLabel(TOTAL), shape: kindShape(TOTAL) }],
    }),
  }),
  rawRoute({
    method: 'get', path: '/api/events', role: 'reader', summary: 'What is new, as server-sent events: "record" when the record changed, "intake" when something is being added, "signed_out" when the session has ended', answers: 'text/event-stream',
    respond({ context, desk, who: { session } }) {
      const queue: News[] = []
      let wake: () => void = () => undefined, gone = false
      const tell = (news: News): void => { queue.push(news); wake() }
      const ended = (ids: readonly string[]): void => { if (session !== null && ids.includes(session)) { gone = true; wake() } }
      if (!desk.listeners.add(tell)) throw new AskError(503, 'too_many', { what: 'desks' }, 'Too many desks are open at once.', 'Close one.')
      desk.sessions.onEnded(ended)
      return streamSSE(context, async (stream) => {
        stream.onAbort(() => { gone = true; wake() })
        try {
          await stream.writeSSE({ event: 'record', data: JSON.stringify({ revision: desk.overview().revision }) })
          for (let beaten = Date.now(); !gone;) {
            // what another process revoked is noticed here, before anything more is told
            if (session !== null && !await desk.sessions.goesOn(session)) break
            const next = queue.shift()
            if (next !== undefined) { await stream.writeSSE({ event: next.name, data: JSON.stringify(next.data) }); continue }
            if (Date.now() - beaten >= BEAT_MS) { beaten = Date.now(); tell({ name: 'record', data: { revision: desk.overview().revision } }); continue }
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, LOOK_MS)
              wake = () => { clearTimeout(timer); resolve() }
            })
          }
        } finally {
          desk.listeners.remove(tell)
          desk.sessions.offEnded(ended)
        }
        if (!stream.aborted) await stream.writeSSE({ event: 'signed_out', data: '{}' })
      })
    },
  }),
]

export type SessionAnswer = z.output<typeof SESSION>
