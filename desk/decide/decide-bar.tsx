// What can be decided of the incident in sight: the same by button as by key.
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { theSession } from '../ask.ts'
import { inWords } from '../in-words.ts'
import { texts } from '../texts/texts.ts'
import { announce } from './announce.tsx'
import { openForm, type IncidentForm } from './open-form.ts'
import { seen, take } from './taking.ts'

/** Each action with its key. */
export const ACTION_KEYS = { accept: 'a', correct: 'c', merge: 'm', split: 's', move: 'v', grade: 'g', note: 'n', publish: 'p', reject: 'x', undo: 'u' } as const
export type Action = keyof typeof ACTION_KEYS | 'withdraw' | 'reopen'

/** Accepting needs no form: it is taken at once, and can be taken back. Everything else opens its form. */
export function act(action: Action, incident: IncidentAnswer): void {
  if (action !== 'accept') { openForm({ form: action satisfies IncidentForm, incident }); return }
  take({ kind: 'accept', on: [seen(incident)], reason: null }).catch((error: unknown) => { announce(inWords(error)) })
}

/** Actions that make sense for it as it stands. */
export function actionsFor({ review, changed, claims, decisions }: IncidentAnswer): Action[] {
  const open = review === 'unreviewed' || changed !== null
  return [...(open ? ['accept' as const] : []), ...(review === 'accepted' || (review === 'published' && changed !== null) ? ['publish' as const] : []), 'correct', 'merge', ...(claims.length > 1 ? ['split' as const] : []), 'move', 'grade', 'note', 'reject',
    ...(review === 'published' ? ['withdraw' as const] : []), ...(review === 'unreviewed' ? [] : ['reopen' as const]), ...(decisions.some(({ undone, kind }) => !undone && kind !== 'undo') ? ['undo' as const] : [])]
}

export function DecideBar({ incident }: { incident: IncidentAnswer }) {
  if (!theSession().decides || incident.as === 'gone') return null
  return <div class="decide-bar" role="toolbar" aria-label={texts.decide.bar}>{actionsFor(incident).map((action) => <button key={action} type="button" class={action === 'accept' || action === 'publish' ? 'main small' : ''} onClick={() => { act(action, incident) }}>{texts.decide.does[action]}{action in ACTION_KEYS && <kbd aria-hidden="true">{ACTION_KEYS[action as keyof typeof ACTION_KEYS]}</kbd>}</button>)}</div>
}
