// Claims as people left them: those that they added, those that they corrected. What was found is not touched: a corrected
// claim is another value under the same id, made anew whenever it is asked for.
import type { Claim } from '../model/claim.ts'
import type { ClaimCorrection, TakenDecision } from '../model/decision.ts'
import type { Report } from '../model/report.ts'

/** The rule that a claim carries which a person added. */
export const ADDED_BY_HAND = 'added by a person'

export interface ClaimDecisions {
  /** Added claims by the key of their report. */
  added: ReadonlyMap<string, readonly Claim[]>
  /** Corrections by claim, oldest first. */
  corrections: ReadonlyMap<string, readonly ClaimCorrection[]>
}

/** What decisions in force, oldest first, make of single claims. */
export function claimDecisionsOf(decisions: readonly TakenDecision[]): ClaimDecisions {
  const added = new Map<string, Claim[]>(), corrections = new Map<string, ClaimCorrection[]>()
  for (const { decision } of decisions) {
    if (decision.kind === 'add_claim') added.set(decision.report, [...added.get(decision.report) ?? [], decision.claim])
    if (decision.kind === 'correct_claim') corrections.set(decision.claim, [...corrections.get(decision.claim) ?? [], decision.correction])
  }
  return { added, corrections }
}

/** A report's claims with those added and with corrections. Gives the very array where nothing was decided of them. */
export function decidedClaims(report: Pick<Report, 'key' | 'text' | 'posts'>, claims: readonly Claim[], { added, corrections }: ClaimDecisions): readonly Claim[] {
  const more = added.get(report.key)
  const anyCorrected = corrections.size > 0 && (more !== undefined || claims.some((claim) => corrections.has(claim.id)))
  if (more === undefined && !anyCorrected) return claims
  const all = [...claims], there = new Set(claims.map((claim) => claim.id))
  for (const claim of more ?? []) {
    if (there.has(claim.id)) continue // the machine finds it now
    const placed = placeAgain(claim, report)
    if (placed !== null) all.push(placed)
  }
  return all.map((claim) => (corrections.get(claim.id) ?? []).reduce(corrected, claim))
}

/** An added claim where its words stand now: furniture around them may have come or gone. Null where they no longer stand in the text, or several times and at none of them as before. */
export function placeAgain(claim: Claim, report: Pick<Report, 'text' | 'posts'>): Claim | null {
  let at = claim.start
  if (report.text.slice(claim.start, claim.end) !== claim.quote) {
    at = report.text.indexOf(claim.quote)
    if (at < 0 || report.text.indexOf(claim.quote, at + 1) >= 0) return null
  }
  const by = at - claim.start, post = report.posts.findIndex(({ start, end }) => at >= start && at < end)
  return {
    ...claim, start: at, end: claim.end + by, also: [], post: post < 0 ? null : post,
    quantities: claim.quantities.map((one) => ({ ...one, start: one.start + by, end: one.end + by })),
  }
}

/** The claim with one field as a person set it. */
export function corrected(claim: Claim, correction: ClaimCorrection): Claim {
  switch (correction.field) {
    case 'quantity': {
      // an index behind the last adds a number that was missed
      const { index, value } = correction
      return { ...claim, quantities: [...claim.quantities.slice(0, index), ...(value === null ? [] : [value]), ...claim.quantities.slice(index + 1)] }
    }
    case 'date': return { ...claim, date: correction.value === null ? null : { ...correction.value, written: claim.date?.written ?? null, known: 'stated' } }
    default: return { ...claim, [correction.field]: correction.value }
  }
}
