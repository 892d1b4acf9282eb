// Adding: texts that were pasted, files that were dropped.
import { z } from 'zod'
import type { Incoming, Intake, IntakeState } from '../intake.ts'
import { AskError, rawRoute, route, type Route } from '../route.ts'
import { TROUBLE } from '../schemas/shared.ts'

export const INTAKE_STATE = z.object({
  id: z.string(), name: z.string(), state: z.enum(['fetching', 'waiting', 'reading', 'read', 'failed']), trouble: TROUBLE.nullable(),
  added: z.array(z.object({ doc: z.string(), what: z.enum(['new', 'unchanged', 'new_version', 'reread', 'unread']), id: z.string().nullable(), version: z.number().nullable(), claims: z.number(), trouble: z.array(TROUBLE) })),
})
export const INTAKE = z.object({ able: z.boolean(), fetches: z.boolean().describe('addresses are fetched here'), pieces: z.array(INTAKE_STATE) })

/** Characters of one text that is pasted. */
const LONGEST_TEXT = 2_000_000
export const PASTED = z.object({
  text: z.string().min(1).max(LONGEST_TEXT), outlet: z.string().trim().max(300).optional(), url: z.string().trim().max(2000).optional(), published: z.string().trim().max(40).optional(), title: z.string().trim().max(1000).optional(),
})

const LOOKS_LIKE_PAGE = /^\s*<(?:!doctype html|html|head|body|article)\b/i

function able({ intake }: { intake: Intake | null }): Intake {
  if (intake === null) throw new AskError(503, 'read_only', { what: 'add' }, 'Nothing can be added: the folder of the record cannot be written to.', 'Start the desk on a folder that can, with --data DIR.')
  return intake
}

function taken(intake: Intake, pieces: readonly Incoming[]): { able: true, fetches: boolean, pieces: IntakeState[] } {
  const states = intake.take(pieces)
  if (states === null) throw new AskError(503, 'too_many', { what: 'waiting' }, 'Too much is waiting to be read.', 'Wait until some of it is read, then add the rest.')
  return { able: true, fetches: intake.fetches, pieces: states }
}

export const INTAKE_ROUTES: readonly Route[] = [
  route({ method: 'get', path: '/api/intake', role: 'reader', summary: 'What was added from desks of late, and how far it is', answer: INTAKE, handle: ({ desk }) => ({ able: desk.intake !== null, fetches: desk.intake?.fetches === true, pieces: [...desk.intake?.recent ?? []] }) }),
  route({
    method: 'post', path: '/api/intake/text', role: 'analyst', summary: 'Read and keep a text or a page that was pasted', body: PASTED, answer: INTAKE,
    handle({ body: { text, ...stated }, desk }) {
      const given = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined && value !== ''))
      const page = LOOKS_LIKE_PAGE.test(text)
      const id = given.url === undefined ? `pasted-${new Date().toISOString().replace(/[^0-9]/g, '').slice(0, 17)}` : undefined
      const record = { ...(id === undefined ? {} : { id }), ...given, ...(page ? { html: text } : { text }) }
      const name = stated.title || text.trim().split('\n', 1)[0]!.slice(0, 120)
      return taken(able(desk), [{ name: page ? stated.title || stated.url || 'a page' : name, gathered: [{ record, bytes: null, path: null, trouble: [] }] }])
    },
  }),
  route({
    method: 'post', path: '/api/intake/link', role: 'analyst', summary: 'Fetch an address through the one door to the network, keep what came and read it', body: z.object({ url: z.string().trim().min(1).max(8192) }), answer: INTAKE,
    handle({ body: { url }, desk }) {
      const intake = able(desk)
      if (!intake.fetches) throw new AskError(503, 'no_door', {}, 'Addresses are not fetched here.', 'Save the page and add the file, or use "dateline add URL".')
      if (!/^https?:\/\//i.test(url)) throw new AskError(400, 'no_address', {}, 'This is no address of the web: it must begin with http:// or https://.', 'Copy the whole address of the page.')
      return taken(intake, [{ name: url, url }])
    },
  }),
  rawRoute({
    method: 'post', path: '/api/intake/files', role: 'analyst', summary: 'Read and keep files (multipart/form-data, any number of parts named "file")', answers: 'application/json',
    async respond({ context, desk }) {
      const intake = able(desk)
      if (!/^multipart\/form-data\b/i.test(context.req.header('content-type') ?? '')) throw new AskError(415, 'not_files', {}, 'Files are expected, as a form sends them.')
      const form = await context.req.formData().catch(() => { throw new AskError(400, 'not_files', {}, 'The files did not arrive whole.', 'Add them again.') })
      const files = form.getAll('file').filter((part) => part instanceof File)
      if (files.length === 0) throw new AskError(400, 'no_files', {}, 'No file arrived.', 'Choose files, or drop them on the page.')
      const pieces = await Promise.all(files.map(async (file): Promise<Incoming> => ({ name: file.name, gathered: intake.opened(plainName(file.name), new Uint8Array(await file.arrayBuffer())) })))
      return context.json(INTAKE.parse(taken(intake, pieces)))
    },
  }),
]

/** The last part of a name that a browser gave, for it is data and names no folder here. */
function plainName(name: string): string {
  return name.split(/[/\\]/).at(-1)!.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'file'
}

export type IntakeAnswer = z.output<typeof INTAKE>
export type IntakeStateAnswer = z.output<typeof INTAKE_STATE>
