// weigh: what the voices of one incident say together: its figures, how far they agree, and from how many independent origins.
import type { Incident } from '../../model/incident.ts'
import { agreementOf } from './agreement.ts'
import { figuresOf } from './figures.ts'
import type { Rule, RuleName } from './rule.ts'
import { acled } from './rules/acled.ts'
import { airwars } from './rules/airwars.ts'
import { ucdp } from './rules/ucdp.ts'
import { sayingsOf } from './sayings.ts'
import { voicesOf, type WeighedClaim } from './voices.ts'

export type { WeighedClaim } from './voices.ts'
export { RULES, type RuleName } from './rule.ts'

const RULE: Readonly<Record<RuleName, Rule>> = { ucdp, acled, airwars }

export interface WeighOptions {
  rule?: RuleName
  /** true for running totals: there the cumulative values are the figures. */
  total?: boolean
}

/** Weighs the claims of one incident. The order of the claims does not matter. */
export function weigh(claims: readonly WeighedClaim[], options: WeighOptions = {}): Pick<Incident, 'figures' | 'agreement' | 'origins' | 'disagreements'> {
  const { rule = 'ucdp', total = false } = options
  const ordered = [...claims].sort((a, b) => (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0))
  const voices = voicesOf(ordered)
  const sayings = sayingsOf(voices)
  const { agreement, origins, disagreements } = agreementOf(voices, sayings, total)
  const disputed = disagreements.some(({ over }) => over !== 'figure') || agreement === 'denied' || ordered.some(({ claim }) => claim.contested)
  const figures = figuresOf(sayings, RULE[rule], { name: rule, agreement, disputed, claims: ordered.map(({ claim }) => claim) }, total)
  return { figures, agreement, origins, disagreements }
}
