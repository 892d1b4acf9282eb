// Sending decisions, and the incident that is in sight, as the person who decides has seen it.
import type { DecisionRequest } from '../../src/model/decision.ts'
import type { MovedAnswer, TakenAnswer } from '../../src/api/routes/decisions.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { go, here, toIncident } from '../address.ts'
import { recordChanged, Refused, send } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { announce } from './announce.tsx'

export type SeenIncident = Pick<IncidentAnswer, 'id' | 'state'>

/** How a decision names an incident. */
export const seen = ({ id, state }: SeenIncident): { incident: string, state: string } => ({ incident: id, state })

let inSight: { asked: string, incident: IncidentAnswer } | null = null

/** Says which incident its pane shows, under the id that it was asked for by. */
export function nowInSight(asked: string, incident: IncidentAnswer): void {
  inSight = { asked, incident }
  for (const see of seeing) see(incident)
}

const seeing = new Set<(incident: IncidentAnswer) => void>()

/** Calls `see` with every incident that comes into sight, the present one first; gives what ends it. */
export function whenInSight(see: (incident: IncidentAnswer) => void): () => void {
  seeing.add(see)
  const now = incidentInSight()
  if (now !== null) see(now)
  return () => { seeing.delete(see) }
}

/** The incident that is opened, as its pane shows it; null while it is being read. */
export function incidentInSight(): IncidentAnswer | null {
  const { incident } = here().opened
  return incident !== undefined && inSight?.asked === incident ? inSight.incident : null
}

const LONGEST_WAIT_MS = 10_000

/** The same, awaited where its pane is still reading it: after a decision of one's own the next key must not be told of that decision. Null where nothing is opened, or it does not come. */
export function incidentSoonInSight(): Promise<IncidentAnswer | null> {
  const now = incidentInSight()
  if (now !== null || here().opened.incident === undefined) return Promise.resolve(now)
  return new Promise((resolve) => {
    const done = (incident: IncidentAnswer | null): void => { clearTimeout(timer); leave(); resolve(incident) }
    const timer = setTimeout(() => { done(null) }, LONGEST_WAIT_MS)
    const leave = whenInSight(() => { const incident = incidentInSight(); if (incident !== null) done(incident) })
  })
}

let wentInto: { from: string, to: string } | null = null

/** true: a decision of one's own has just made the one incident of the other. */
export const becameBy = (from: string, to: string): boolean => wentInto !== null && wentInto.from === from && wentInto.to === to

/** Sends a decision. Throws Refused where it was not taken. What is opened follows an incident that went into another. */
export async function take(request: DecisionRequest): Promise<TakenAnswer> {
  const taken = await send<TakenAnswer>('/api/decisions', request)
  announce(texts.decide.taken(texts.decided(taken.told, taken.words)))
  const opened = here().opened.incident
  if (opened !== undefined && (request.kind === 'undo' || request.on.some(({ incident }) => incident === opened)) && taken.incidents.length > 0 && !taken.incidents.includes(opened)) {
    wentInto = { from: opened, to: taken.incidents[0]! }
    go(toIncident(wentInto.to), true)
  }
  inSight = null // until its pane has read what the decision made of it
  recordChanged()
  return taken
}

/** What others decided meanwhile; null where the trouble is another. */
export function movedBy(error: unknown): MovedAnswer[] | null {
  return error instanceof Refused && error.told?.error === 'moved' ? error.told.moved : null
}
