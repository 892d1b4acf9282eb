// Asking the server, and asking again when the record has changed.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ToldRefusal } from '../src/api/refusals.ts'
import type { SessionAnswer } from '../src/api/routes/frame.ts'
import type { Role } from '../src/model/account.ts'

/** What the server said was wrong: a sentence, and what to do next. */
export class Refused extends Error {
  readonly status: number
  readonly next: string
  /** All that the answer told; null where it was not the desk's server that answered. */
  readonly told: ToldRefusal | null

  constructor(status: number, message: string, next: string, told: ToldRefusal | null = null) {
    super(message)
    this.status = status
    this.next = next
    this.told = told
  }
}

const ahead = new Map<string, Promise<Response>>()

/** Asks before anything has a use for it; whoever asks for the same first has the answer. */
export function askAhead(path: string): void {
  const answer = fetch(path)
  answer.catch(() => undefined)
  ahead.set(path, answer)
}

/** Asks for JSON. Throws Refused, or the browser's error where the server does not answer. */
export async function ask<Answer>(path: string, options: RequestInit = {}): Promise<Answer> {
  const known = ahead.get(path)
  ahead.delete(path)
  const answer = await (known ?? fetch(path, options))
  if (answer.ok) return await answer.json() as Answer
  if (answer.status === 401 && session?.name != null) signedOut(true)
  const told = await answer.json().catch(() => null) as ToldRefusal | null
  throw new Refused(answer.status, told?.message ?? answer.statusText, told?.next ?? '', told)
}

let session: SessionAnswer | null = null

/** Asked once, before anything is drawn. */
export async function openSession(): Promise<SessionAnswer> {
  const now = await ask<SessionAnswer>('/api/session')
  if (now.name === null || now.mustChange) ahead.clear() // what nobody may see was refused
  if (now.name === null) signedOut(true)
  else opened = now as OpenSession
  return session = now
}

/** A session of somebody: whoever signed in, or without accounts whoever sits at the machine. */
export type OpenSession = SessionAnswer & { name: string, role: Role }

/** The last one of somebody: what is still drawn in the moment of signing out goes by it. */
let opened: OpenSession | null = null

/** The session; only after it was opened by somebody. */
export function theSession(): OpenSession {
  if (opened === null) throw new Error('the session is not open yet')
  return opened
}

let whenSignedOut: (ended: boolean) => void = () => undefined

/** What is to be done when nobody is signed in any more. */
export function onSignedOut(tell: (ended: boolean) => void): void { whenSignedOut = tell }

/** Nobody is signed in any more. `ended`: not by signing out here. */
export function signedOut(ended: boolean): void {
  if (session?.name == null) return
  session = { ...session, name: null, role: null }
  whenSignedOut(ended)
}

/** Sends what changes something, with the token that other pages do not have. */
export function send<Answer>(path: string, body: FormData | object): Promise<Answer> {
  const headers: Record<string, string> = { 'x-dateline-token': session?.token ?? '' }
  if (!(body instanceof FormData)) headers['content-type'] = 'application/json'
  return ask<Answer>(path, { method: 'POST', headers, body: body instanceof FormData ? body : JSON.stringify(body) })
}

/** Says that nobody used the page for it: no session goes on because the record changes. */
export const BY_ITSELF: RequestInit = { headers: { 'x-dateline-by-itself': '1' } }

const whenRecordChanges = new Set<() => void>()

/** Calls every open question again. */
export function recordChanged(): void {
  for (const again of whenRecordChanges) again()
}

/** Calls whenever the record changes; gives what ends it. */
export function onRecordChange(again: () => void): () => void {
  whenRecordChanges.add(again)
  return () => { whenRecordChanges.delete(again) }
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
    const run = (byItself: boolean): void => {
      const mine = ++latest.current
      ask<Answer>(path, byItself ? BY_ITSELF : {}).then(
        (answer) => { if (mine === latest.current) set({ answer, error: null, waiting: false, path }) },
        (error: unknown) => { if (mine === latest.current) set((before) => ({ answer: before.path === path ? before.answer : null, error: error as Error, waiting: false, path })) },
      )
    }
    set((before) => ({ ...before, waiting: true }))
    run(false)
    const leave = onRecordChange(() => { run(true) })
    return () => { latest.current++; leave() }
  }, [path])
  return state
}
