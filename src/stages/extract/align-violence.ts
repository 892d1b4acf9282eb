// One day told twice in one report: the telling that says what kind of violence it was speaks for the one that does not.
import { ARMED_GROUPS } from '../../languages/en/actors.ts'
import type { Claim } from '../../model/claim.ts'

/** Attacks told as violence at close hand once are so wherever the report tells of the same day again without a weapon. */
export function alignViolence(claims: readonly Claim[]): void {
  const days = new Set(claims.filter((c) => c.type === 'violence_against_civilians' && c.date?.written != null && c.date.from === c.date.to).map((c) => c.date!.to))
  for (const c of claims) if (c.type === 'strike' && !c.quantities.some((q) => q.of === 'combatant') && c.weapons.length === 0 && (c.by === null || ARMED_GROUPS.has(c.by)) && c.date?.written != null && c.date.from === c.date.to && days.has(c.date.to)) c.type = 'violence_against_civilians'
}
