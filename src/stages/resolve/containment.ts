// Which place lies in which, as a gazetteer knows it.
import { liesIn } from '../../gazetteer/containment.ts'
import type { Place } from '../../model/claim.ts'
import type { Gazetteer, GazetteerPlace } from '../../model/gazetteer.ts'
import type { Containment } from './place-relation.ts'

const KEPT = 50_000 // places remembered; then all are forgotten at once

/** Tells which place lies in which by the gazetteer's countries and divisions; null where it does not know one of the two, or cannot say. */
export function containmentOf(gazetteer: Gazetteer): Containment {
  const known = new Map<string, GazetteerPlace | null>()
  const find = (place: Place): GazetteerPlace | null => {
    if (!place.gazetteerId) return null
    const cached = known.get(place.gazetteerId)
    if (cached !== undefined) return cached
    const found = gazetteer.lookup(place.name).find(({ id }) => id === place.gazetteerId) ?? gazetteer.lookup(place.written).find(({ id }) => id === place.gazetteerId) ?? null
    if (known.size >= KEPT) known.clear()
    known.set(place.gazetteerId, found)
    return found
  }
  return {
    within(inner, outer) {
      const one = find(inner), other = find(outer)
      return one && other ? liesIn(one, other) : null
    },
  }
}
