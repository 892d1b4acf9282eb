// What people decided, read from a store's log and laid over what the stages made: claims for resolve, incidents for readers.
import type { Claim } from '../model/claim.ts'
import { claimSubject, voiceSubject, type ClaimCorrection, type Evidence, type TakenDecision } from '../model/decision.ts'
import type { Incident } from '../model/incident.ts'
import type { Report } from '../model/report.ts'
import { claimDecisionsOf, decidedClaims, type ClaimDecisions } from '../review/claims.ts'
import { constraintsOf, type Constraints } from '../review/constraints.ts'
import { gradesOf } from '../review/grades.ts'
import { doubtsOf, type Doubts } from '../review/doubts.ts'
import { claimsOf, decisionOf, inForce } from '../review/in-force.ts'
import { byIncident, reviewed } from '../review/overlay.ts'
import { standingOf, type Standing } from '../review/standing.ts'
import type { KeptReading, Store, VersionSummary } from '../store/store.ts'

/** What of the decisions goes into which incidents there are. */
export interface Shaping {
  constraints: Constraints
  claims: ClaimDecisions
}

/** Decisions of the log, oldest first, undoings too. */
export async function takenDecisions(store: Store, options: { about?: readonly string[], shaping?: boolean } = {}): Promise<TakenDecision[]> {
  const taken: TakenDecision[] = []
  for await (const entry of store.log(options)) { const one = decisionOf(entry); if (one !== null) taken.push(one) }
  return taken
}

/** What resolve is handed of the decisions in force. */
export async function shapingOf(store: Store): Promise<Shaping> {
  const decisions = inForce(await takenDecisions(store, { shaping: true }))
  const targets = new Set(decisions.flatMap(({ decision }) => (decision.kind === 'move' || decision.kind === 'add_claim' ? decision.on.flatMap(({ claims }) => claims) : [])))
  const there = await store.claimsThere([...targets])
  const claims = claimDecisionsOf(decisions), added = new Set([...claims.added.values()].flat().map(({ id }) => id))
  return { constraints: constraintsOf(decisions, (claim) => there.has(claim) || added.has(claim)), claims }
}

/** Kept readings with added and corrected claims. */
export async function* decidedReadings(store: Store, options: { all?: boolean } = {}): AsyncGenerator<KeptReading> {
  const { claims: decided } = await shapingOf(store)
  for await (const reading of store.readings(options)) yield withDecidedClaims(reading, decided)
}

/** A reading with its added and corrected claims. */
export function withDecidedClaims<Reading extends { report: Report, claims: Claim[] }>(reading: Reading, decided: ClaimDecisions): Reading {
  const claims = decidedClaims(reading.report, reading.claims, decided)
  return claims === reading.claims ? reading : { ...reading, claims: [...claims] }
}

/** A claim as people left it, and the report that makes it. */
export interface ClaimSource {
  claim: Claim
  report: Report
  summary: VersionSummary
}

/** The sources of these claims; where several versions of a report make one, the current version. */
export async function sourcesOf(store: Store, ids: readonly string[]): Promise<Map<string, ClaimSource>> {
  const { claims: decided } = await shapingOf(store), wanted = new Set(ids), sources = new Map<string, ClaimSource>()
  const take = (reading: KeptReading): void => {
    const { claims, report, summary } = withDecidedClaims(reading, decided)
    for (const claim of claims) if (wanted.has(claim.id) && (summary.current || !sources.has(claim.id))) sources.set(claim.id, { claim, report, summary })
  }
  for await (const reading of store.readingsOf(ids)) take(reading)
  for (const [key, added] of decided.added) {
    if (!added.some(({ id }) => wanted.has(id) && !sources.has(id))) continue
    const reading = await store.report(key)
    if (reading !== null) take(reading)
  }
  return sources
}

/** Lays over an incident what was decided of it; gives it with the claims that those decisions name. */
export type Overlay = (incident: Incident) => { incident: Incident, decided: readonly string[] }

/** What was decided of all incidents, or, looked up for them alone, of some; `incidentsOf` says which current incident holds a claim. */
export async function overlayOf(store: Store, incidentsOf: IncidentsOf, some?: readonly Incident[]): Promise<Overlay> {
  const about = some === undefined ? {} : { about: [...new Set(some.flatMap((incident) => [...incident.claims.map(claimSubject), ...voicesIn(incident)]))] }
  const decisions = inForce(await takenDecisions(store, about))
  const homes = await homesOf(decisions, incidentsOf), grades = gradesOf(decisions)
  return (incident) => {
    const taken = homes.get(incident.id) ?? []
    return { incident: reviewed(incident, taken, grades), decided: [...new Set(taken.flatMap(({ decision }) => claimsOf(decision)))] }
  }
}

/** Incidents with what was decided of them. */
export async function* reviewedIncidents(store: Store, incidents: AsyncIterable<Incident> | Iterable<Incident>, incidentsOf: IncidentsOf): AsyncGenerator<Incident> {
  const overlay = await overlayOf(store, incidentsOf)
  for await (const incident of incidents) yield overlay(incident).incident
}

/** The current incident of each of these claims, as Store.incidentsOfClaims gives it. */
export type IncidentsOf = (claims: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** What the entries of the log after a number are about: claims, and voices that were graded (voiceSubject); of undoings what they undo. */
export async function decidedSince(store: Store, seq: number): Promise<{ claims: Set<string>, voices: Set<string> }> {
  const about = { claims: new Set<string>(), voices: new Set<string>() }
  const add = async ({ decision, id }: TakenDecision): Promise<void> => {
    for (const claim of claimsOf(decision)) about.claims.add(claim)
    if (decision.kind === 'grade_source') about.voices.add(voiceSubject(decision.voice))
    if (decision.kind !== 'undo' || decision.decision >= id) return
    for await (const entry of store.log({ after: decision.decision - 1 })) {
      const undone = decisionOf(entry)
      if (undone !== null) await add(undone)
      break
    }
  }
  for await (const entry of store.log({ after: seq })) {
    const one = decisionOf(entry)
    if (one !== null) await add(one)
  }
  return about
}

async function homesOf(decisions: readonly TakenDecision[], incidentsOf: IncidentsOf): Promise<Map<string, TakenDecision[]>> {
  if (decisions.length === 0) return new Map()
  const held = await incidentsOf([...new Set(decisions.flatMap(({ decision }) => claimsOf(decision)))])
  return byIncident(decisions, (claim) => held.get(claim))
}

/** One incident with what was decided of it. */
export async function reviewedIncident(store: Store, incident: Incident, incidentsOf: IncidentsOf): Promise<Incident> {
  return (await overlayOf(store, incidentsOf, [incident]))(incident).incident
}

/** Whom a grade of a source would be about. */
function voicesIn(incident: Incident): string[] {
  const voices = incident.figures.flatMap(({ says }) => says.map(({ claimant, outlet }) => (claimant !== null ? voiceSubject({ sort: 'claimant', name: claimant }) : outlet ? voiceSubject({ sort: 'outlet', name: outlet }) : null)))
  return [...new Set(voices.filter((voice) => voice !== null))]
}

/** How decisions stand, oldest first: those about these claims, or all. */
export async function decisionsStanding(store: Store, incidentsOf: IncidentsOf, about?: readonly string[]): Promise<Standing[]> {
  const taken = await takenDecisions(store, about === undefined ? {} : { about: about.map(claimSubject) })
  const named = [...new Set(taken.flatMap(({ decision }) => claimsOf(decision)))]
  const homes = await incidentsOf(named), there = await store.claimsThere(named)
  const claims = new Map<string, readonly string[]>()
  for (const id of new Set(homes.values())) claims.set(id, (await store.incident(id))?.incident.claims ?? [])
  const added = await addedThere(store, taken)
  return standingOf(taken, {
    exists: (claim) => there.has(claim) || added.has(claim), incidentOf: (claim) => homes.get(claim),
    claimsOf: (incident) => claims.get(incident) ?? [], byMachine: (claim) => there.has(claim),
  })
}

/** Decisions that need another look for what no incident tells of itself, oldest first. Reads the whole log, and no incident. */
export async function decisionsInDoubt(store: Store, incidentsOf: IncidentsOf): Promise<Doubts> {
  const taken = await takenDecisions(store)
  if (taken.length === 0) return { at: new Map(), loose: [] }
  const named = [...new Set(taken.flatMap(({ decision }) => claimsOf(decision)))]
  const homes = await incidentsOf(named), there = await store.claimsThere(named), added = await addedThere(store, taken, homes)
  const incidentOf = (claim: string): string | undefined => homes.get(claim)
  return doubtsOf(standingOf(taken, { exists: (claim) => there.has(claim) || added.has(claim), incidentOf, claimsOf: () => [], byMachine: (claim) => there.has(claim) }), incidentOf)
}

/** Added claims whose words stand in their report today. `held`: claims that current incidents hold, for which no report need be read. */
async function addedThere(store: Store, taken: readonly TakenDecision[], held: ReadonlyMap<string, string> = new Map()): Promise<Set<string>> {
  const { added } = claimDecisionsOf(inForce(taken)), there = new Set<string>()
  for (const [key, claims] of added) {
    if (claims.every(({ id }) => held.has(id))) { for (const { id } of claims) there.add(id); continue }
    const reading = await store.report(key)
    if (reading === null) continue
    const found = new Set(decidedClaims(reading.report, [], { added: new Map([[key, claims]]), corrections: new Map() }).map(({ id }) => id))
    for (const { id } of claims) if (found.has(id)) there.add(id)
  }
  return there
}

/** A claim that a person added, rejected or corrected. `correction`: of one that was corrected, over `claim` as it was found. */
export interface Case {
  case: 'missed' | 'wrong' | 'corrected'
  decision: number
  by: string
  at: string
  reason: string | null
  /** The report's key. */
  report: string
  claim: Claim
  correction?: ClaimCorrection
  evidence?: Evidence | null
}

/** Claims that people added, rejected or corrected, each with its words and where they stand: what a reading should have found. */
export async function* casesOf(store: Store, standing: readonly Standing[]): AsyncGenerator<Case> {
  for (const { taken: { decision, by, at, id }, state } of standing) {
    if (state === 'undone') continue
    const about = { decision: id, by, at, reason: decision.reason }
    if (decision.kind === 'add_claim') yield { case: 'missed', ...about, report: decision.report, claim: decision.claim }
    if (decision.kind !== 'reject_claim' && decision.kind !== 'correct_claim') continue
    for await (const { report, claims } of store.readingsOf([decision.claim])) {
      const claim = claims.find((one) => one.id === decision.claim)
      if (claim === undefined) continue
      yield { case: decision.kind === 'reject_claim' ? 'wrong' : 'corrected', ...about, report: report.key, claim, ...(decision.kind === 'correct_claim' ? { correction: decision.correction, evidence: decision.evidence } : {}) }
      break
    }
  }
}
