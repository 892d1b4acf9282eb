// Server-sent events: what another desk or process adds appears here by itself.
import { useLayoutEffect, useState } from 'preact/hooks'
import type { IntakeStateAnswer } from '../src/api/routes/intake.ts'
import { openSession, recordChanged, signedOut } from './ask.ts'

let revision = -1
let connected = true
const listeners = new Set<() => void>()
const intake = new Map<string, IntakeStateAnswer>()

const tell = (): void => { for (const one of listeners) one() }

let source: EventSource | null = null

/** Listens no more. */
export function stopListening(): void {
  source?.close()
  source = null
}

/** Listens from now on; the browser connects again by itself. */
export function listen(): void {
  stopListening()
  source = new EventSource('/api/events')
  source.addEventListener('signed_out', () => { signedOut(true) })
  source.addEventListener('open', () => { if (!connected) { connected = true; tell() } })
  source.addEventListener('error', () => { if (connected) { connected = false; tell() }; if (source?.readyState === EventSource.CLOSED) void refused() })
  source.addEventListener('record', (event) => {
    const { revision: now } = JSON.parse(event.data as string) as { revision: number }
    if (revision >= 0 && now !== revision) recordChanged()
    revision = now
  })
  source.addEventListener('intake', (event) => {
    const state = JSON.parse(event.data as string) as IntakeStateAnswer
    intake.set(state.id, state)
    tell()
  })
}

/** The server would not let us listen: perhaps nobody is signed in any more; else it is tried again. */
async function refused(): Promise<void> {
  const session = await openSession().catch(() => null)
  if (session !== null && session.name === null) signedOut(true)
  else setTimeout(() => { if (source !== null) listen() }, 2000)
}

/** Whether the server answers, and what is being added. */
export function useLive(): { connected: boolean, intake: ReadonlyMap<string, IntakeStateAnswer> } {
  const [, draw] = useState(0)
  useLayoutEffect(() => {
    const again = (): void => { draw((n) => n + 1) }
    listeners.add(again)
    return () => { listeners.delete(again) }
  }, [])
  return { connected, intake }
}
