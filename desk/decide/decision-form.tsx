// The frame of every form: its fields, the reason, what is in the way, and what others decided meanwhile.
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { DecisionRequest } from '../../src/model/decision.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { ask } from '../ask.ts'
import { inWords } from '../in-words.ts'
import { texts } from '../texts/texts.ts'
import { openForm } from './open-form.ts'
import { movedBy, take } from './taking.ts'

/** Values of the form by name. */
export type Values = { one(name: string): string, all(name: string): string[] }

export interface FormFrame {
  submit: string
  /** `needed`: nobody decides this without saying why. */
  reason: 'asked' | 'needed' | 'none'
  /** The incidents that it is on, as they were seen; read again when somebody else was first. */
  on: readonly IncidentAnswer[]
  /** The request, or what is missing, a sentence. */
  build(values: Values, on: readonly IncidentAnswer[], reason: string | null): DecisionRequest | string
  children?: ComponentChildren
}

export function DecisionForm({ submit, reason, on: first, build, children }: FormFrame) {
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false), [trouble, setTrouble] = useState<string | null>(null), [again, setAgain] = useState<readonly IncidentAnswer[] | null>(null)
  const on = again === null ? first : first.map((one) => again.find(({ id }) => id === one.id) ?? one)
  const onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const data = new FormData(form.current!), one = (name: string): string => String(data.get(name) ?? '').trim()
    const request = build({ one, all: (name) => data.getAll(name).map(String) }, on, one('reason') || null)
    if (typeof request === 'string') { setTrouble(request); return }
    setBusy(true)
    try {
      await take(request)
      openForm(null)
    } catch (error) {
      const moved = movedBy(error)
      if (moved !== null) setAgain(await Promise.all([...new Set(first.map(({ id }) => id))].map((id) => ask<IncidentAnswer>(`/api/incidents/${id}`))).catch(() => null))
      setTrouble(inWords(error))
    } finally {
      setBusy(false)
    }
  }
  return <form ref={form} onSubmit={(event) => { void onSubmit(event) }} autocomplete="off" onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.current!.requestSubmit() } }}>
    {trouble !== null && <p class="note" role="alert">{trouble}</p>}
    {children}
    {reason !== 'none' && <label class="why">{reason === 'needed' ? texts.decide.reasonNeeded : texts.decide.reason}<textarea name="reason" rows={2} maxLength={10_000} required={reason === 'needed'} /></label>}
    <p class="actions"><button type="submit" class="main" disabled={busy}>{again === null ? submit : texts.decide.allTheSame}</button> <span class="quiet">{texts.decide.by}</span></p>
  </form>
}
