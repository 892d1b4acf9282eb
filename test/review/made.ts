// Decisions made for tests: incidents are named by their claims' first.
import type { Decision, SeenIncident, TakenDecision } from '../../src/model/decision.ts'

/** An incident as somebody saw it. */
export const seen = (...claims: string[]): SeenIncident => ({ incident: claims[0]!, state: 's', claims })

/** Decisions numbered from 1, by one person. */
export function taken(...decisions: (Decision extends infer One ? One extends Decision ? Omit<One, 'reason'> & { reason?: string | null } : never : never)[]): TakenDecision[] {
  return decisions.map((decision, i) => ({ id: i + 1, by: 'Ada', at: '2031-05-06T00:00:00Z', decision: { reason: null, ...decision } as Decision }))
}
