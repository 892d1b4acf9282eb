// Decisions that need a person's look for what no incident tells of itself, each with the incidents at which one looks.
import type { Decision } from '../model/decision.ts'
import { claimsOf } from './in-force.ts'
import { homeOf, type IncidentOfClaim } from './overlay.ts'
import type { Standing } from './standing.ts'

/** Decisions that need another look, oldest first. */
export interface Doubts {
  /** By the current incident that they are in doubt at; by each of several. */
  at: ReadonlyMap<string, readonly Standing[]>
  /** Those of whose claims none is in an incident any more. */
  loose: readonly Standing[]
}

/** An incident that was judged says itself that it has changed since (`changed_since`); once it is gone only the decision does. */
const JUDGED: ReadonlySet<Decision['kind']> = new Set(['accept', 'publish'])
/** These took a judgement back: nothing stands by them that could be lost. */
const TAKEN_BACK: ReadonlySet<Decision['kind']> = new Set(['withdraw', 'reopen'])

/** The decisions among these that need another look. */
export function doubtsOf(standing: readonly Standing[], incidentOf: IncidentOfClaim): Doubts {
  const at = new Map<string, Standing[]>(), loose: Standing[] = []
  for (const one of standing) {
    const { taken: { decision }, state, looks } = one
    if (state !== 'look' || TAKEN_BACK.has(decision.kind)) continue
    const home = homeOf(claimsOf(decision), incidentOf)
    if (home === null) { loose.push(one); continue }
    if (JUDGED.has(decision.kind)) continue
    // where the claims in doubt still are, else where most of what it was about went
    const there = new Set(looks.flatMap(({ claims }) => claims.map(incidentOf)).filter((incident) => incident !== undefined))
    for (const incident of there.size > 0 ? there : [home]) {
      const known = at.get(incident)
      if (known === undefined) at.set(incident, [one])
      else known.push(one)
    }
  }
  return { at, loose }
}
