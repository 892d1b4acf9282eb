// "The strike hit a school": an attack told before has the day on which it was told, not the one that the report spoke of last.
import type { Claim } from '../../model/claim.ts'
import { HARMFUL } from './event-types.ts'

/** So many claims back the attack was told. */
const BACK = 30

/** The day of the attack that a claim in the same land told last before `claim`; null where none did. */
export function dayToldBefore(claims: readonly Claim[], claim: Claim): Claim['date'] {
  const country = claim.place?.country ?? null
  if (country === null) return null
  let named: Claim['date'] = null
  for (let i = claims.length - 1, least = Math.max(0, i - BACK); i >= least; i--) {
    const told = claims[i]!
    if (told === claim || told.start >= claim.start || told.post !== claim.post || told.type === null || !HARMFUL.has(told.type) || told.date?.to == null || told.place?.country !== country || told.quantities.some((q) => q.cumulative)) continue
    if (told.place.name === claim.place!.name) return told.date
    named ??= told.date
  }
  return named
}
