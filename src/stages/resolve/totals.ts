// Running totals: what a claimant counts over longer than a day or night. They are no incident's figures.
import type { Claim } from '../../model/claim.ts'
import { voiceName } from '../../languages/en/body-names.ts'
import { dayOf, daysOf } from './day.ts'
import type { Voiced } from './input.ts'
import { levelOf, placeKey } from './place-relation.ts'
import type { Teller, Telling, Told } from './telling.ts'

const EVENT_DAYS = 7

/** true for a claim that only gives running totals, or counts over more than a week. */
export function isTotal(claim: Claim): boolean {
  if (claim.quantities.length === 0 || !claim.quantities.every((quantity) => quantity.cumulative)) return false
  if (claim.type === null) return true
  const from = dayOf(claim.date?.from), to = dayOf(claim.date?.to)
  return from === null || to === null || to - from > EVENT_DAYS
}

/** What the running totals of one claimant, place and day are found by. An outlet's own voice is the outlet. */
export function totalName({ claims, place, days, teller }: Told): string {
  return `${voiceName(claims[0]!.claim.claimant?.name ?? teller.outlet ?? teller.key)}\u0000${placeKey(place) ?? ''}\u0000${days?.to ?? ''}`
}

/** A running total as a telling of its own. */
export function totalTelling(voiced: Voiced, teller: Teller): Telling {
  const { claim } = voiced
  return {
    id: claim.id, teller, claims: [voiced], type: null, place: claim.place, placeKey: placeKey(claim.place), level: levelOf(claim.place), days: daysOf(claim.date, teller.published),
    by: claim.by, against: claim.against, weapons: new Set(claim.weapons), hours: 0, another: false, counts: [], words: new Map(), harmed: [], headline: false, decided: [], apartFrom: new Set(), main: false,
  }
}
