// Which decisions still stand as they were meant, and which a person should look at again: after a better extractor, after new
// reports, after other decisions.
import type { TakenDecision } from '../model/decision.ts'
import { inForce, neededClaims, undoneBy } from './in-force.ts'
import { changeSince, homeOf, type IncidentOfClaim } from './overlay.ts'

/** The causes for which a decision needs another look. */
export const LOOK_CAUSES = ['claims_gone', 'claims_changed', 'not_one', 'not_apart', 'words_gone', 'found_by_itself'] as const

/** Why a decision needs another look. */
export interface Look {
  why: (typeof LOOK_CAUSES)[number]
  /** Ids of the claims concerned. */
  claims: string[]
}

export interface Standing {
  taken: TakenDecision
  state: 'holds' | 'undone' | 'look'
  /** The undoing, of one that was undone. */
  undoneBy: number | null
  looks: Look[]
}

/** What the record holds now. */
export interface Found {
  /** Claims that are found in reports now, by people's decisions or by the machine. */
  exists(claim: string): boolean
  incidentOf: IncidentOfClaim
  /** The claims of a current incident. */
  claimsOf(incident: string): readonly string[]
  /** true: the machine finds the claim without the person who added it. */
  byMachine(claim: string): boolean
}

/** How each decision stands, oldest first. */
export function standingOf(taken: readonly TakenDecision[], found: Found): Standing[] {
  const undone = undoneBy(taken), holding = new Set(inForce(taken).map(({ id }) => id))
  const later = laterShaping(taken.filter(({ id }) => holding.has(id)))
  return taken.toSorted((a, b) => a.id - b.id).map((one) => {
    const undoing = undone.get(one.id)
    if (undoing !== undefined) return { taken: one, state: 'undone', undoneBy: undoing.id, looks: [] }
    const looks = one.decision.kind === 'undo' ? [] : looksOf(one, found, later)
    return { taken: one, state: looks.length > 0 ? 'look' : 'holds', undoneBy: null, looks }
  })
}

/** For each claim the newest decision that says which incident it is of: an older one is not asked any more. */
function laterShaping(taken: readonly TakenDecision[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>()
  for (const { id, decision } of taken) {
    const shaped = decision.kind === 'merge' ? decision.on.flatMap(({ claims }) => claims) : decision.kind === 'split' ? decision.claims : decision.kind === 'move' || decision.kind === 'reject_claim' ? [decision.claim] : []
    for (const claim of shaped) newest.set(claim, id)
  }
  return newest
}

function looksOf(taken: TakenDecision, found: Found, later: ReadonlyMap<string, number>): Look[] {
  const { decision } = taken, looks: Look[] = []
  const gone = neededClaims(decision).filter((claim) => !found.exists(claim) && !rejectedSince(claim, taken, later))
  if (decision.kind === 'add_claim') {
    if (gone.length > 0) looks.push({ why: 'words_gone', claims: gone })
    else if (found.byMachine(decision.claim.id)) looks.push({ why: 'found_by_itself', claims: [decision.claim.id] })
    return looks
  }
  if (gone.length > 0) looks.push({ why: 'claims_gone', claims: gone })
  const mine = (claims: readonly string[]): string[] => claims.filter((claim) => found.incidentOf(claim) !== undefined && (later.get(claim) ?? 0) <= taken.id)
  switch (decision.kind) {
    case 'accept': case 'publish': {
      const home = homeOf(decision.on[0]!.claims, found.incidentOf)
      const change = home === null ? null : changeSince({ claims: [...found.claimsOf(home)] }, taken)
      if (change !== null && (change.came.length > 0 || gone.length === 0)) looks.push({ why: 'claims_changed', claims: [...change.came, ...change.went] })
      break
    }
    case 'merge': {
      const claims = mine(decision.on.flatMap((on) => on.claims))
      if (new Set(claims.map(found.incidentOf)).size > 1) looks.push({ why: 'not_one', claims })
      break
    }
    case 'split': {
      const out = new Set(decision.claims), incidents = new Set(mine(decision.claims).map(found.incidentOf))
      const back = mine(decision.on[0]!.claims).filter((claim) => !out.has(claim) && incidents.has(found.incidentOf(claim)))
      if (back.length > 0) looks.push({ why: 'not_apart', claims: back })
      break
    }
    case 'move': {
      const home = mine([decision.claim]).map(found.incidentOf)[0], to = decision.on[1]!.claims
      if (home !== undefined && to.some((claim) => found.incidentOf(claim) !== undefined) && !to.some((claim) => found.incidentOf(claim) === home)) looks.push({ why: 'not_one', claims: [decision.claim] })
      break
    }
  }
  return looks
}

/** A claim that somebody rejected later is gone because they said so. */
function rejectedSince(claim: string, taken: TakenDecision, later: ReadonlyMap<string, number>): boolean {
  return (later.get(claim) ?? 0) > taken.id
}
