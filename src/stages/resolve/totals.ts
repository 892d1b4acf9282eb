// Running totals: what a claimant counts over longer than a day or night. They are no incident's figures.
import type { Claim } from '../../model/claim.ts'
import { foldPlaceName } from '../../geo/fold.ts'
import { dayOf, daysOf, type Days } from './day.ts'
import type { Sources, Voiced } from './input.ts'
import { levelOf, placeKey } from './place-relation.ts'
import type { Telling } from './telling.ts'

const EVENT_DAYS = 7

/** true for a claim that only gives running totals, or counts over more than a week. */
export function isTotal(claim: Claim): boolean {
  if (claim.quantities.length === 0 || !claim.quantities.every((quantity) => quantity.cumulative)) return false
  if (claim.type === null) return true
  const from = dayOf(claim.date?.from), to = dayOf(claim.date?.to)
  return from === null || to === null || to - from > EVENT_DAYS
}

/** Running totals as groups of tellings: one for each claimant, place and day. An outlet's own voice is the outlet. */
export function totalsOf(sources: Sources): Telling[][] {
  const groups = new Map<string, Telling[]>()
  for (const voiced of sources.claims) {
    const { claim } = voiced
    if (!isTotal(claim)) continue
    const input = sources.reports[voiced.report]!
    const voice = foldPlaceName(claim.claimant?.name ?? input.outlet ?? input.key)
    const days = daysOf(claim.date, input.published)
    const key = `${voice}\u0000${placeKey(claim.place) ?? ''}\u0000${days?.to ?? ''}`
    const telling = tellingOf(voiced, days)
    const known = groups.get(key)
    if (known) known.push(telling)
    else groups.set(key, [telling])
  }
  return [...groups.values()]
}

function tellingOf(voiced: Voiced, days: Days | null): Telling {
  const { claim } = voiced
  return {
    id: claim.id, report: voiced.report, publisher: '', claims: [voiced], type: null, place: claim.place, placeKey: placeKey(claim.place), level: levelOf(claim.place), days,
    by: claim.by, against: claim.against, weapons: new Set(claim.weapons), counts: [], words: new Map(), harmed: [], decided: [], apartFrom: new Set(), headline: false, main: false,
  }
}
