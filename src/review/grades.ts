// The Admiralty grades that people gave: of sources and of information apart, never worked out from each other.
import { voiceSubject, type InformationGrade, type SourceGrade, type TakenDecision } from '../model/decision.ts'
import type { Incident, Saying } from '../model/incident.ts'

export interface Grades {
  /** By voiceSubject. */
  sources: ReadonlyMap<string, SourceGrade>
  /** By claim. */
  information: ReadonlyMap<string, InformationGrade>
}

/** Grades of decisions in force, oldest first: the newest of each voice and claim. */
export function gradesOf(decisions: readonly TakenDecision[]): Grades {
  const sources = new Map<string, SourceGrade>(), information = new Map<string, InformationGrade>()
  for (const { decision } of decisions) {
    if (decision.kind === 'grade_source') sources.set(voiceSubject(decision.voice), decision.grade)
    if (decision.kind === 'grade_information') information.set(decision.claim, decision.grade)
  }
  return { sources, information }
}

/** The incident with grades beside its sayings; the same where nobody graded anything. */
export function graded(incident: Incident, { sources, information }: Grades): Incident {
  if (sources.size === 0 && information.size === 0) return incident
  let any = false
  const one = (says: Saying): Saying => {
    const voice = says.claimant !== null ? voiceSubject({ sort: 'claimant', name: says.claimant }) : says.outlet ? voiceSubject({ sort: 'outlet', name: says.outlet }) : null
    const source = voice === null ? undefined : sources.get(voice), claim = information.get(says.claim)
    if (source === undefined && claim === undefined) return says
    any = true
    return { ...says, ...(source === undefined ? {} : { source_grade: source }), ...(claim === undefined ? {} : { information_grade: claim }) }
  }
  const figures = incident.figures.map((figure) => ({ ...figure, says: figure.says.map(one) }))
  return any ? { ...incident, figures } : incident
}
