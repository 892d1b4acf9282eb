// Taking a decision: seen, checked and appended. Of two people who decide on one incident at once the second is told.
import { claimSubject, decisionSubject, incidentSubject, voiceSubject, type Decision, type DecisionRequest, type SeenIncident, type TakenDecision } from '../model/decision.ts'
import type { Claim } from '../model/claim.ts'
import type { Incident } from '../model/incident.ts'
import { refusalOf, type Refusal } from '../review/check.ts'
import { claimsOf, decisionOf, shapesIncidents } from '../review/in-force.ts'
import { headLine } from '../review/chain.ts'
import { ADDED_BY_HAND } from '../review/claims.ts'
import { claimId } from '../stages/extract/claims.ts'
import { appendLine } from '../store/head-file.ts'
import type { Moved, Store } from '../store/store.ts'
import { reviewedIncident, sourcesOf, takenDecisions } from './review.ts'

export interface DecideOptions {
  /** Who decides. */
  by: string
  /** true: who accepted an incident may not be who publishes it. */
  twoPeople?: boolean
  /** A file outside of the store to which the log's new head is written. */
  headFile?: string | null
}

/** What became of it. `moved`: somebody else was first, or reports came in; nothing was kept. `headTrouble`: the decision is kept, and why its head could not be written elsewhere. */
export type Decided =
  | { what: 'taken', taken: TakenDecision, headTrouble: string | null }
  | { what: 'refused', refusal: Refusal }
  | { what: 'moved', moved: Moved[] }

/** Takes a decision whose shape was checked (DECISION_REQUEST). Incidents must be up to date, or it is told of what they were. */
export async function decide(store: Store, request: DecisionRequest, options: DecideOptions): Promise<Decided> {
  const seen = await seenIncidents(store, request)
  if ('refusal' in seen) return { what: 'refused', refusal: seen.refusal }
  const filled = await filledIn(store, request, seen.on)
  if ('refusal' in filled) return { what: 'refused', refusal: filled.refusal }
  const { decision } = filled
  const refusal = refusalOf(decision, await aroundOf(store, decision, seen.incidents, options))
  const basedOn = decision.on.map(({ incident, state }) => ({ subject: incidentSubject(incident), state }))
  if (decision.kind === 'undo') basedOn.push({ subject: decisionSubject(decision.decision), state: decision.state })
  if (decision.kind === 'grade_source') basedOn.push({ subject: voiceSubject(decision.voice), state: decision.state })
  if (refusal !== null) {
    // what was decided meanwhile explains it better
    const moved = await movedSince(store, basedOn)
    return moved.length > 0 ? { what: 'moved', moved } : { what: 'refused', refusal }
  }
  const appended = await store.append({ by: options.by, what: 'decision', body: decision, basedOn, subjects: await subjectsOf(store, decision), shapes: shapesIncidents(decision) })
  if (!appended.appended) return { what: 'moved', moved: appended.moved }
  const { entry } = appended
  const headTrouble = options.headFile ? await appendLine(options.headFile, headLine(entry, entry.at)).then(() => null, (error: unknown) => (error instanceof Error ? error.message : String(error))) : null
  return { what: 'taken', taken: { id: entry.seq, by: entry.by, at: entry.at, decision }, headTrouble }
}

const refused = (code: Refusal['code'], particulars: Refusal['particulars'], message: string, next = ''): { refusal: Refusal } => ({ refusal: { code, message, next, particulars } })

/** The incidents of a request as they stand, each with its claims. */
async function seenIncidents(store: Store, { on }: DecisionRequest): Promise<{ on: SeenIncident[], incidents: Incident[] } | { refusal: Refusal }> {
  const seen: SeenIncident[] = [], incidents: Incident[] = []
  for (const { incident: asked, state } of on) {
    const found = await store.incident(asked)
    if (found === null) return refused('moved_on', { incident: asked, because: 'unknown' }, `There is no incident ${asked}.`, '"dateline incidents" lists them.')
    if (found.as === 'gone') return refused('moved_on', { incident: asked, because: 'gone' }, `No claim of incident ${asked} is found any more.`)
    seen.push({ incident: found.incident.id, state, claims: [...found.incident.claims].sort() })
    incidents.push(found.incident)
  }
  return { on: seen, incidents: await Promise.all(incidents.map((incident) => reviewedIncident(store, incident, (claims) => store.incidentsOfClaims(claims)))) }
}

/** The request with what the record knows: claims of incidents, the id of an added claim, the incident of a claim that was named alone. */
async function filledIn(store: Store, request: DecisionRequest, on: SeenIncident[]): Promise<{ decision: Decision } | { refusal: Refusal }> {
  if (request.kind === 'add_claim') {
    const kept = await store.report(request.report)
    if (kept === null) return refused('wrong_words', { because: 'no_report' }, `No report ${request.report} is kept.`)
    const { report } = kept, post = report.posts.findIndex(({ start, end }) => request.claim.start >= start && request.claim.start < end)
    const claim: Claim = { ...request.claim, post: post < 0 ? null : post, rule: ADDED_BY_HAND }
    const id = claimId(report, claim)
    if ((await store.claimsThere([id])).has(id)) return refused('nothing_to_do', { because: 'claim_found', claim: id }, `That claim is found already: ${id}.`, 'Correct it, or move it, where something about it is wrong.')
    return { decision: { ...request, on, report: report.key, claim: { ...claim, id } } }
  }
  if (on.length === 0 && (request.kind === 'reject_claim' || request.kind === 'correct_claim' || request.kind === 'grade_information')) {
    const holder = (await store.incidentsOfClaims([request.claim])).get(request.claim)
    if (holder !== undefined) return refused('not_its_claim', { claim: request.claim, because: 'unnamed', incident: holder }, `The claim is of incident ${holder}, which was not named with its state.`)
    if (!(await store.claimsThere([request.claim])).has(request.claim)) return refused('not_its_claim', { claim: request.claim, because: 'unknown' }, `There is no claim ${request.claim}.`)
  }
  return { decision: { ...request, on } as Decision }
}

async function aroundOf(store: Store, decision: Decision, incidents: readonly Incident[], { by, twoPeople = false }: DecideOptions) {
  const texts = new Map<string, string>(), claims = new Map<string, Claim>()
  const words = 'evidence' in decision && decision.evidence !== null && 'words' in decision.evidence ? decision.evidence.words : null
  for (const report of [words?.report, decision.kind === 'add_claim' ? decision.report : undefined]) {
    const kept = report === undefined ? null : await store.report(report)
    if (kept !== null) texts.set(report!, kept.report.text)
  }
  if (decision.kind === 'correct_claim') for (const [id, { claim }] of await sourcesOf(store, [decision.claim])) claims.set(id, claim)
  const about = decision.kind === 'undo' ? [decisionSubject(decision.decision)] : decision.on.flatMap((on) => on.claims).map(claimSubject)
  const taken = await takenDecisions(store, { about })
  if (decision.kind === 'undo') for await (const entry of store.log({ after: decision.decision - 1 })) {
    const one = entry.seq === decision.decision ? decisionOf(entry) : null
    if (one !== null) taken.unshift(one)
    break
  }
  return { by, incidents, taken, twoPeople, textOf: (report: string) => texts.get(report) ?? null, claimOf: (id: string) => claims.get(id) ?? null }
}

/** What an entry is about besides the incidents that it is on: an undoing is about all that the decision was about. */
async function subjectsOf(store: Store, decision: Decision): Promise<string[]> {
  const subjects = claimsOf(decision).map(claimSubject)
  if (decision.kind === 'grade_source') subjects.push(voiceSubject(decision.voice))
  if (decision.kind !== 'undo') return subjects
  subjects.push(decisionSubject(decision.decision))
  for await (const entry of store.log({ after: decision.decision - 1 })) {
    const target = decisionOf(entry)
    if (target !== null && target.id === decision.decision) subjects.push(...await subjectsOf(store, target.decision))
    break
  }
  return subjects
}

async function movedSince(store: Store, basedOn: readonly { subject: string, state: string }[]): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const { subject, state } of basedOn) {
    const now = await store.stateOf(subject)
    if (now === state) continue
    const seq = Number(/\.(\d{1,15})$/.exec(state)?.[1] ?? 0), id = subject.startsWith('incident ') ? subject.slice('incident '.length) : null
    const found = id === null ? null : await store.incident(id)
    const about = found === null ? [subject] : found.incident.claims.map(claimSubject), since = []
    for await (const entry of store.log({ about, after: seq })) since.push(entry)
    moved.push({ subject, state: now, incident: found?.as === 'gone' ? null : found?.incident.id ?? null, since })
  }
  return moved
}
