// The tallies of a store: running totals as people left them, of current versions and of what earlier ones said.
import type { Tally } from '../model/tally.ts'
import { talliesOf, type TalliedClaim } from '../stages/weigh/tally.ts'
import type { Store } from '../store/store.ts'
import { shapingOf, withDecidedClaims } from './review.ts'

/** Every running total kept, each claim once. */
export async function talliesOfStore(store: Store): Promise<Tally[]> {
  const { claims: decided, constraints } = await shapingOf(store)
  const removed = new Set(constraints.removed), found = new Map<string, TalliedClaim>()
  for await (const reading of store.readings({ all: true })) {
    const { report, claims, summary } = withDecidedClaims(reading, decided)
    const { doc, key, outlet, url, published } = report
    for (const claim of claims) {
      if (removed.has(claim.id) || !claim.quantities.some(({ cumulative }) => cumulative) || (found.has(claim.id) && !summary.current)) continue
      found.set(claim.id, { claim, report: { doc, key, outlet, url, published } })
    }
  }
  return talliesOf(found.values())
}
