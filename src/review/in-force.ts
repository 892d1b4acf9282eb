// Which decisions hold: all but those that were undone, an undoing being a decision like any other.
import type { LogEntry } from '../model/log.ts'
import type { Decision, TakenDecision } from '../model/decision.ts'
import { DECISION } from './schema.ts'

/** The decision of a log entry; null for entries of another sort. Throws where the log holds what no decision looks like. */
export function decisionOf(entry: LogEntry): TakenDecision | null {
  if (entry.what !== 'decision') return null
  const parsed = DECISION.safeParse(entry.body)
  if (!parsed.success) throw new Error(`entry ${entry.seq} of the log is no decision: ${parsed.error.issues[0]!.message}`)
  return { id: entry.seq, by: entry.by, at: entry.at, decision: parsed.data }
}

/** For each decision that was undone, the undoing that holds. Later ones speak first, so that who undoes an undoing brings a decision back. */
export function undoneBy(taken: readonly TakenDecision[]): Map<number, TakenDecision> {
  const undone = new Map<number, TakenDecision>()
  for (const one of taken.toSorted((a, b) => b.id - a.id)) {
    if (one.decision.kind !== 'undo' || undone.has(one.id) || undone.has(one.decision.decision)) continue
    undone.set(one.decision.decision, one)
  }
  return undone
}

/** The decisions that hold, oldest first, undoings left out. */
export function inForce(taken: readonly TakenDecision[]): TakenDecision[] {
  const undone = undoneBy(taken)
  return taken.filter(({ id, decision }) => decision.kind !== 'undo' && !undone.has(id)).toSorted((a, b) => a.id - b.id)
}

/** Every claim that a decision names, each once. */
export function claimsOf(decision: Decision): string[] {
  const named = new Set(decision.on.flatMap(({ claims }) => claims))
  if (decision.kind === 'split') for (const claim of decision.claims) named.add(claim)
  if (decision.kind === 'move' || decision.kind === 'reject_claim' || decision.kind === 'correct_claim' || decision.kind === 'grade_information') named.add(decision.claim)
  if (decision.kind === 'add_claim') named.add(decision.claim.id)
  return [...named]
}

/** The claims without which a decision is about nothing: the claim it names, else all of its incidents'. */
export function neededClaims(decision: Decision): string[] {
  switch (decision.kind) {
    case 'reject_claim': case 'correct_claim': case 'grade_information': return [decision.claim]
    case 'move': return [decision.claim, ...decision.on[1]!.claims]
    case 'add_claim': return [decision.claim.id]
    case 'grade_source': case 'undo': return []
    default: return decision.on.flatMap(({ claims }) => claims)
  }
}

/** true: what incidents there are, or what their claims say, depends on it. */
export function shapesIncidents({ kind }: Decision): boolean {
  return kind === 'merge' || kind === 'split' || kind === 'move' || kind === 'reject_claim' || kind === 'add_claim' || kind === 'correct_claim' || kind === 'undo'
}
