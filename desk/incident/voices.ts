// The voices of an incident in the order in which they first speak, each with a hue of equal weight.
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { hueOf } from '../words.ts'

export type FigureAnswer = IncidentAnswer['figures'][number]
export type SayingAnswer = FigureAnswer['says'][number]
export type ClaimAnswer = IncidentAnswer['claims'][number]

export interface Voices {
  hue(claimant: string | null): string
  claim(id: string): ClaimAnswer | undefined
  /** The claimant, else the outlet, else the report. */
  name(saying: SayingAnswer): string
}

export function voicesOf(incident: IncidentAnswer): Voices {
  const claims = new Map(incident.claims.map((claim) => [claim.id, claim]))
  const order: string[] = []
  for (const figure of incident.figures) for (const say of figure.says) if (say.claimant !== null && !order.includes(say.claimant)) order.push(say.claimant)
  for (const claim of incident.claims) if (claim.claimant !== null && !order.includes(claim.claimant.name)) order.push(claim.claimant.name)
  return {
    hue: (claimant) => hueOf(order, claimant),
    claim: (id) => claims.get(id),
    name: (say) => say.claimant ?? say.outlet ?? claims.get(say.claim)?.report.outlet ?? claims.get(say.claim)?.report.doc ?? '',
  }
}
