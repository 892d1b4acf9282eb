// Which place lies in which, as a gazetteer knows it.
import type { Place } from '../../model/claim.ts'
import type { Gazetteer, GazetteerPlace } from '../../model/gazetteer.ts'
import { levelOf, type Containment } from './place-relation.ts'

/** Tells by first-order divisions: a settlement lies in the region that bears its division. Null where the gazetteer does not know one of the two. */
export function containmentOf(gazetteer: Gazetteer): Containment {
  const known = new Map<string, GazetteerPlace | null>()
  const find = (place: Place): GazetteerPlace | null => {
    if (!place.gazetteerId) return null
    const cached = known.get(place.gazetteerId)
    if (cached !== undefined) return cached
    const found = gazetteer.lookup(place.name).find(({ id }) => id === place.gazetteerId) ?? gazetteer.lookup(place.written).find(({ id }) => id === place.gazetteerId) ?? null
    known.set(place.gazetteerId, found)
    return found
  }
  return {
    within(inner, outer) {
      if (levelOf(outer) !== 2) return null
      const one = find(inner), region = find(outer)
      if (!one?.admin1 || !region?.admin1 || one.country !== region.country) return null
      return one.admin1 === region.admin1
    },
  }
}
