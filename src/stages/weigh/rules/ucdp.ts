// Low, best and high after the UCDP.
import type { Rule, Standing } from '../rule.ts'

const HALF_LIFE_DAYS = 1
const DAY = 86_400_000

/**
 * UCDP Georeferenced Event Dataset codebook (Högbladh, "UCDP GED Codebook", 23.1, sections on best, high and low estimates):
 * the low estimate is the lowest that a reliable source gives, the high the highest, and the best the one judged most
 * reliable, later and better-informed reporting before earlier, the more cautious of equals. Here: of values that are not
 * vague, the one with most independent origins, each halved in weight a day; of equals the lower. A bound counts as its value.
 */
export const ucdp: Rule = (standing) => {
  const asserted = standing.filter((one) => one.stance === 'asserted')
  const firm = (asserted.length > 0 ? asserted : standing).filter((one) => one.bound !== 'vague')
  const vague = standing.filter((one) => one.bound === 'vague')
  if (firm.length === 0) return { low: Math.min(...vague.map((one) => one.value)), best: null, high: null }
  const all = standing.filter((one) => one.bound !== 'vague')
  const lower = firm.filter((one) => one.bound !== 'at_most')
  return {
    low: lower.length > 0 ? Math.min(...lower.map((one) => one.value)) : null,
    best: bestOf(firm),
    high: Math.max(...all.map((one) => one.value)),
  }
}

/** The value with most weight; one that only bounds from above is taken where nothing else is said. */
function bestOf(firm: readonly Standing[]): number {
  const choices = firm.some((one) => one.bound !== 'at_most') ? firm.filter((one) => one.bound !== 'at_most') : firm
  const last = Math.max(...choices.map((one) => Date.parse(one.published) || 0))
  const weights = new Map<number, Map<string, number>>()
  for (const one of choices) {
    const age = last - (Date.parse(one.published) || 0)
    const weight = last === 0 ? 1 : 0.5 ** (Math.min(age, 30 * DAY) / (HALF_LIFE_DAYS * DAY))
    const origins = weights.get(one.value) ?? new Map<string, number>()
    origins.set(one.origin, Math.max(origins.get(one.origin) ?? 0, weight))
    weights.set(one.value, origins)
  }
  let best = 0, most = -1
  for (const value of [...weights.keys()].sort((a, b) => a - b)) {
    const weight = [...weights.get(value)!.values()].reduce((sum, one) => sum + one, 0)
    if (weight > most + 1e-9) { best = value; most = weight }
  }
  return best
}
