// Asking the server, and asking again when the record has changed.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SessionAnswer } from '../src/api/routes/frame.ts'

/** What the server said was wrong: a sentence, and what to do next. */
export class Refused extends Error {
  readonly status: number
  readonly next: string
  /** All that the answer told. */
  readonly told: Readonly<Record<string, unknown>>

  constructor(status: number, message: string, next: string, told: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.next = next
    this.told = told
  }
}

/** Asks for JSON. Throws Refused, or the browser's error where the server does not answer. */
export async function ask<Answer>(path: string, options: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(path, options)
  if (answer.ok) return await answer.json() as Answer
  const told = await answer.json().catch(() => ({})) as { message?: string, next?: string }
  throw new Refused(answer.status, told.message ?? answer.statusText, told.next ?? '', told)
}

let session: SessionAnswer | null = null

/** Asked once, before anything is drawn. */
export async function openSession(): Promise<SessionAnswer> {
  session = await ask<SessionAnswer>('/api/session')
  return session
}

/** The session; only after it was opened. */
export function theSession(): SessionAnswer {
  if (session === null) throw new Error('the session is not open yet')
  return session
}

/** Sends what changes something, with the token that other pages do not have. */
export function send<Answer>(path: string, body: FormData | object): Promise<Answer> {
  const headers: Record<string, string> = { 'x-dateline-token': theSession().token }
  if (!(body instanceof FormData)) headers['content-type'] = 'application/json'
  return ask<Answer>(path, { method: 'POST', headers, body: body instanceof FormData ? body : JSON.stringify(body) })
}

const whenRecordChanges = new Set<() => void>()

/** Calls every open question again. */
export function recordChanged(): void {
  for (const again of whenRecordChanges) again()
}

export interface Asked<Answer> {
  /** The last answer; it stays while a newer one is on its way. */
  answer: Answer | null
  error: Refused | Error | null
  waiting: boolean
}

/** Asks `path` (null: nothing), again when it changes and when the record does. An older answer never replaces a newer one. */
export function useAsk<Answer>(path: string | null): Asked<Answer> {
  const [state, set] = useState<Asked<Answer> & { path: string | null }>({ answer: null, error: null, waiting: path !== null, path: null })
  const latest = useRef(0)
  useEffect(() => {
    if (path === null) { set({ answer: null, error: null, waiting: false, path }); return }
    const run = (): void => {
      const mine = ++latest.current
      ask<Answer>(path).then(
        (answer) => { if (mine === latest.current) set({ answer, error: null, waiting: false, path }) },
        (error: unknown) => { if (mine === latest.current) set((before) => ({ answer: before.path === path ? before.answer : null, error: error as Error, waiting: false, path })) },
      )
    }
    set((before) => ({ ...before, waiting: true }))
    run()
    whenRecordChanges.add(run)
    return () => { latest.current++; whenRecordChanges.delete(run) }
  }, [path])
  return state
}
