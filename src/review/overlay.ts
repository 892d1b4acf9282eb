// What was decided of incidents as such, laid over them: their review, corrected fields, what needs another look.
import type { Incident } from '../model/incident.ts'
import type { Decision, FigureValue, IncidentCorrection, TakenDecision } from '../model/decision.ts'
import { graded, type Grades } from './grades.ts'
import { claimsOf } from './in-force.ts'

/** Which current incident holds a claim. */
export type IncidentOfClaim = (claim: string) => string | undefined

const OF_INCIDENTS: ReadonlySet<Decision['kind']> = new Set(['accept', 'publish', 'withdraw', 'reopen', 'correct', 'note'])

/**
 * The incident that a decision on one incident is about today: the one that holds most of the claims it had; of equals the
 * one with the smallest id. Null where none of them is found any more.
 */
export function homeOf(claims: readonly string[], incidentOf: IncidentOfClaim): string | null {
  const held = new Map<string, number>()
  for (const claim of claims) {
    const incident = incidentOf(claim)
    if (incident !== undefined) held.set(incident, (held.get(incident) ?? 0) + 1)
  }
  let best: string | null = null, most = 0
  for (const [incident, count] of held) if (count > most || (count === most && best !== null && incident < best)) { best = incident; most = count }
  return best
}

/** Decisions in force by the incident that they are about today, oldest first; those about none are left out. */
export function byIncident(decisions: readonly TakenDecision[], incidentOf: IncidentOfClaim): Map<string, TakenDecision[]> {
  const all = new Map<string, TakenDecision[]>()
  const put = (incident: string, taken: TakenDecision): void => {
    const known = all.get(incident)
    if (known) known.push(taken)
    else all.set(incident, [taken])
  }
  for (const taken of decisions) {
    const { decision } = taken
    if (OF_INCIDENTS.has(decision.kind)) {
      const home = homeOf(decision.on[0]!.claims, incidentOf)
      if (home !== null) put(home, taken)
      continue
    }
    const homes = new Set(claimsOf(decision).map(incidentOf))
    for (const home of homes) if (home !== undefined) put(home, taken)
  }
  return all
}

/** The incident as people left it. `decisions` are those in force about it, oldest first. Gives the same incident where there are neither decisions nor grades. */
export function reviewed(ungraded: Incident, decisions: readonly TakenDecision[], grades: Grades): Incident {
  const incident = graded(ungraded, grades)
  if (decisions.length === 0) return incident
  let review: Incident['review'] = 'unreviewed', judged: TakenDecision | null = null
  let result: Incident = incident
  const corrected = new Set<string>()
  for (const taken of decisions) {
    const { decision } = taken
    switch (decision.kind) {
      case 'accept': review = review === 'published' ? 'published' : 'accepted'; judged = taken; break
      case 'publish': review = 'published'; judged = taken; break
      case 'withdraw': review = 'accepted'; judged = taken; break
      case 'reopen': review = 'unreviewed'; judged = null; break
      case 'correct':
        result = withCorrection(result, decision.correction, taken.id)
        corrected.add(decision.correction.field === 'figure' ? `${decision.correction.value.measure} ${decision.correction.value.of}` : decision.correction.field)
        break
    }
  }
  const changed = judged === null ? null : changeSince(incident, judged)
  return {
    ...result, review, decisions: decisions.map(({ id }) => id),
    ...(corrected.size === 0 ? {} : { corrected: [...corrected].sort() }),
    ...(changed === null ? {} : { changed_since: changed }),
  }
}

/** What an incident's claims became since a person judged it; null where they are the same. */
export function changeSince(incident: Pick<Incident, 'claims'>, { id, decision }: TakenDecision): NonNullable<Incident['changed_since']> | null {
  const then = new Set(decision.on.flatMap(({ claims }) => claims)), now = new Set(incident.claims)
  const came = incident.claims.filter((claim) => !then.has(claim)), went = [...then].filter((claim) => !now.has(claim))
  return came.length + went.length === 0 ? null : { decision: id, came, went }
}

function withCorrection(incident: Incident, correction: IncidentCorrection, decision: number): Incident {
  switch (correction.field) {
    case 'figure': return { ...incident, figures: withFigure(incident, correction.value, decision) }
    case 'date': return { ...incident, date: correction.value === null ? null : { ...correction.value, written: incident.date?.written ?? null, known: 'stated' } }
    default: return { ...incident, [correction.field]: correction.value }
  }
}

/** The voices stay beside the corrected number; a figure that nobody gave stands without voices. */
function withFigure(incident: Incident, { measure, of, low, best, high }: FigureValue, decision: number): Incident['figures'] {
  const value = { measure, of, low, best, high, rule: `decision ${decision}` }
  if (!incident.figures.some((figure) => figure.measure === measure && figure.of === of)) return [...incident.figures, { ...value, says: [] }]
  return incident.figures.map((figure) => (figure.measure === measure && figure.of === of ? { ...figure, ...value } : figure))
}
