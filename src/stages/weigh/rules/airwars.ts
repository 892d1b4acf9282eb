// Minimum, maximum and grade, after Airwars.
import { foldPlaceName } from '../../../geo/fold.ts'
import { sideOf } from '../../../languages/en/demonyms.ts'
import type { HarmGrade } from '../../../model/incident.ts'
import type { Rule, Standing, Weighing } from '../rule.ts'

/**
 * Airwars, "Methodology: civilian casualties" (airwars.org/about/methodology): the minimum and maximum that sources give,
 * and a grade of the alleged harm: confirmed (the side that did it accepts it), fair (two or more sources, nobody disputing
 * it), weak (one source), contested (competing accounts of who did it or whether it was done; numbers that differ are its
 * minimum and maximum), discounted (those harmed were combatants). Whether a source is credible is a person's grade and is
 * not worked out. A vague number is no minimum or maximum where another is said; best is left to the reader.
 */
export const airwars: Rule = (standing, weighing) => {
  const firm = standing.filter((one) => one.bound !== 'vague')
  const values = (firm.length > 0 ? firm : standing).map((one) => one.value)
  return { low: Math.min(...values), best: null, high: firm.length > 0 ? Math.max(...values) : null, grade: gradeOf(standing, weighing) }
}

function gradeOf(standing: readonly Standing[], { measure, disputed, claims }: Weighing): HarmGrade | null {
  if (measure !== 'killed' && measure !== 'injured' && measure !== 'casualties') return null
  if (standing.every((one) => one.of === 'combatant')) return 'discounted'
  if (disputed) return 'contested'
  if (claims.some((claim) => claim.stance === 'asserted' && claim.by !== null && speaksFor(claim.claimant?.name ?? null, claim.by))) return 'confirmed'
  return new Set(standing.map((one) => one.origin)).size >= 2 ? 'fair' : 'weak'
}

/** A claimant speaks for a side when it bears its name or its people's: "Ukraine's air force", "the Russian ministry". */
function speaksFor(claimant: string | null, side: string): boolean {
  if (claimant === null) return false
  if (` ${foldPlaceName(claimant)} `.includes(` ${foldPlaceName(side)} `)) return true
  return claimant.split(/[^\p{L}-]+/u).some((word) => sideOf(word)?.name === side)
}
