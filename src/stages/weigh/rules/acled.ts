// The most conservative number, after ACLED.
import type { Rule, Standing } from '../rule.ts'

/** ACLED's numbers for vague words, by what the guide of annotation makes of them: dozens 12, tens (and several) 10, hundreds 100. */
function conservative(one: Standing): number {
  if (one.bound !== 'vague') return one.value
  if (one.value === 24) return 12
  if (one.value === 20) return 10
  if (one.value === 200) return 100
  return one.value >= 2000 ? one.value / 2 : one.value
}

/**
 * ACLED Codebook (2023, "Fatalities") and "FAQs: ACLED fatality methodology": only deaths are counted; where sources differ
 * the most conservative is taken until better confirmed; "dozens" is recorded as 12, "tens" as 10, "hundreds" as 100. A vague number
 * is used for low and high alone: Dateline never makes one the best figure.
 */
export const acled: Rule = (standing, { measure }) => {
  if (measure !== 'killed') return { low: null, best: null, high: null }
  const asserted = standing.filter((one) => one.stance === 'asserted')
  const choices = asserted.length > 0 ? asserted : standing
  const firm = choices.filter((one) => one.bound !== 'vague')
  return {
    low: Math.min(...choices.map(conservative)),
    best: firm.length > 0 ? Math.min(...firm.map(conservative)) : null,
    high: Math.max(...standing.map(conservative)),
  }
}
