// With which weapons: what one telling of an incident names goes for all of them; a strike without any takes those that the
// report names first for the same day.
import type { Claim } from '../../model/claim.ts'

const REMOTE: ReadonlySet<string> = new Set(['strike', 'interception'])
/** Things counted that are weapons themselves. */
const COUNTED_WEAPONS: Readonly<Record<string, string>> = { drone: 'drone', missile: 'missile' }

/** Settles the weapons of a report's incidents. */
export function settleWeapons(claims: readonly Claim[]): void {
  const byIncident = new Map<string, Set<string>>(), byDay = new Map<string, Set<string>>()
  const day = (c: Claim): string => `${c.type}|${c.date?.to ?? ''}|${c.by ?? ''}|${c.post ?? ''}`
  const incident = (c: Claim): string => `${c.type}|${c.place?.name ?? ''}|${c.date?.from ?? ''}|${c.date?.to ?? ''}`
  for (const c of claims) {
    if (!c.type) continue
    for (const q of c.quantities) {
      const weapon = COUNTED_WEAPONS[q.of]
      if (weapon && REMOTE.has(c.type) && (q.measure === 'launched' || q.measure === 'intercepted' || q.measure === 'suppressed') && !c.weapons.includes(weapon)) c.weapons = [...c.weapons, weapon].sort()
    }
    if (c.weapons.length === 0) continue
    const key = incident(c), known = byIncident.get(key) ?? new Set<string>()
    for (const w of c.weapons) known.add(w)
    byIncident.set(key, known)
    if (!REMOTE.has(c.type)) continue // asked by the day are those alone
    const on = day(c)
    if (!byDay.has(on)) byDay.set(on, known)
  }
  if (byIncident.size === 0) return
  for (const c of claims) {
    if (!c.type || !REMOTE.has(c.type)) continue
    const known = byIncident.get(incident(c)) ?? (c.weapons.length === 0 ? byDay.get(day(c)) : undefined)
    if (known) c.weapons = [...known].sort()
  }
}
