// By whom and against whom: what the clause says, else the pair of sides that the report itself tells most.
import type { Document, LocatedMention } from '../../model/document.ts'
import { actorsIn, ENEMY_WORDS } from '../../languages/en/actors.ts'
import type { EventFinding } from './events.ts'

/** The two sides a report is about: who mostly attacks, who is mostly attacked. */
export interface War {
  attacker: string | null
  attacked: string | null
}

const HOSTILE: ReadonlySet<string> = new Set(['strike', 'ground_combat', 'territory_change', 'interception', 'violence_against_civilians', 'explosion'])

/** Learns the pair from the events whose clause names a side, and from how often each side is named. */
export function warOf(document: Document, events: readonly EventFinding[], theatre: LocatedMention | null, countryName: (code: string) => string | null): War {
  const { tokens } = document
  const named = new Map<string, number>(), by = new Map<string, number>()
  for (const a of actorsIn(tokens, 0, tokens.count)) named.set(a.side, (named.get(a.side) ?? 0) + 1)
  for (const e of events) {
    if (!HOSTILE.has(e.type) || !e.by) continue
    by.set(e.by, (by.get(e.by) ?? 0) + (e.type === 'interception' ? 0 : 1))
  }
  const here = theatre?.country ? countryName(theatre.country) : null
  const top = (map: Map<string, number>, not: string | null): string | null => {
    let best: string | null = null, most = 0
    for (const [side, n] of map) if (side !== not && n > most) { best = side; most = n }
    return best
  }
  const attacker = top(by, here) ?? top(by, null)
  if (!attacker) return { attacker: null, attacked: null }
  const attacked = attacker !== here && here && named.has(here) ? here : top(new Map([...named].filter(([side]) => !NEUTRAL.has(side))), attacker)
  return { attacker, attacked }
}

const NEUTRAL: ReadonlySet<string> = new Set(['United Nations', 'European Union', 'NATO', 'African Union', 'United States', 'United Kingdom', 'France', 'Germany', 'China', 'Egypt', 'Qatar'])

/** Fills in the sides of an event from the war: what is told in the attacked country is by the attacker, and the reverse. */
export function completeSides(event: Pick<EventFinding, 'type' | 'by' | 'against'>, war: War, placeSide: string | null): { by: string | null; against: string | null } {
  let { by, against } = event
  const opposite = (side: string | null): string | null => (side === war.attacker ? war.attacked : side === war.attacked ? war.attacker : null)
  switch (event.type) {
    case 'interception':
      by ??= against ? opposite(against) : placeSide && (placeSide === war.attacked || placeSide === war.attacker) ? placeSide : war.attacked
      against = against && against !== by ? against : opposite(by)
      return { by, against }
    case 'air_raid_alert':
      return { by: null, against: placeSide }
    case 'strike': case 'ground_combat': case 'territory_change': case 'violence_against_civilians':
      if (!by && !against) {
        if (placeSide === war.attacked) return { by: war.attacker, against: war.attacked }
        if (placeSide === war.attacker) return { by: war.attacked, against: war.attacker }
        return { by: null, against: null }
      }
      by ??= opposite(against)
      against ??= opposite(by) ?? (placeSide !== by ? placeSide : null)
      return { by, against }
    case 'explosion':
      return { by, against: against ?? (placeSide !== by ? placeSide : null) }
    default:
      return { by, against }
  }
}

/** Whether a word of the span speaks of "the enemy": the side opposite to the speaker's. */
export function enemyOf(document: Document, first: number, last: number, speakerSide: string | null, war: War): string | null {
  for (let i = first; i < last; i++) if (ENEMY_WORDS.has(document.tokens.lower[i]!)) return speakerSide === war.attacker ? war.attacked : war.attacker
  return null
}
