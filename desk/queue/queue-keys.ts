// The keys of the queue. They hold while nothing is typed and no form is open.
import { useLayoutEffect } from 'preact/hooks'
import { here } from '../address.ts'
import { theSession } from '../ask.ts'
import { announce } from '../decide/announce.tsx'
import { act, ACTION_KEYS, actionsFor, type Action } from '../decide/decide-bar.tsx'
import { openForm } from '../decide/open-form.ts'
import { incidentSoonInSight } from '../decide/taking.ts'
import { texts } from '../texts/texts.ts'

const BY_KEY: ReadonlyMap<string, keyof typeof ACTION_KEYS> = new Map(Object.entries(ACTION_KEYS).map(([action, key]) => [key, action as keyof typeof ACTION_KEYS]))

/** Whether keys go into a field. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio')

export function useQueueKeys(step: (by: 1 | -1) => void): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return
      const { key } = event, inList = (event.target as Element | null)?.closest?.('.queue-list') != null
      const by = key === 'j' || (inList && key === 'ArrowDown') ? 1 : key === 'k' || (inList && key === 'ArrowUp') ? -1 : null
      const action = BY_KEY.get(key)
      if (by === null && action === undefined && key !== '?') return
      event.preventDefault()
      if (by !== null) step(by)
      else if (action === undefined) openForm({ form: 'help' })
      else void actByKey(action)
    }
    addEventListener('keydown', onKey)
    return () => { removeEventListener('keydown', onKey) }
  })
}

async function actByKey(action: Action): Promise<void> {
  if (!theSession().decides) { announce(texts.queue.readOnly); return }
  const incident = await incidentSoonInSight()
  if (incident === null) { announce(here().opened.incident === undefined ? texts.queue.chooseFirst : texts.offline); return }
  if (!actionsFor(incident).includes(action)) { announce(texts.queue.cannot(texts.decide.does[action])); return }
  act(action, incident)
}
