// The incident types: each a data file under events/ that says which senses of words tell it.
import { INCIDENTS } from '../../events/incident-types.ts'

const BY_SENSE = new Map<string, string>()
for (const type of INCIDENTS) for (const sense of type.senses) BY_SENSE.set(sense, type.type)

/** The incident type that a noun's sense tells; null where no type has the sense. */
export function eventTypeOf(sense: string): string | null {
  return BY_SENSE.get(sense) ?? null
}

/** Types that tell of harm done, or warded off, by arms. */
export const HARMFUL: ReadonlySet<string> = new Set(['strike', 'explosion', 'ground_combat', 'violence_against_civilians', 'interception'])
