// Which incident stands today for an id that was shown once.

/** Says, for each id of before, which incident of now holds its claims: the one with the smallest of them that is still found; null where none is. */
export function succession(before: ReadonlyMap<string, readonly string[]>, incidentOfClaim: ReadonlyMap<string, string>): Map<string, string | null> {
  const after = new Map<string, string | null>()
  for (const [id, claims] of before) {
    let smallest: string | null = null
    for (const claim of claims) if (incidentOfClaim.has(claim) && (smallest === null || claim < smallest)) smallest = claim
    after.set(id, smallest === null ? null : incidentOfClaim.get(smallest)!)
  }
  return after
}
