// Which first-level region the places of a report lie in: the same number in a town and in a region that the town is not in
// are two things told.
import type { Place } from '../../model/claim.ts'
import type { LocatedMention } from '../../model/document.ts'

/** The regions of a report's places, by their names; a name of two places is of none. */
export type Regions = ReadonlyMap<string, string>

/** The region of each place that the gazetteer puts in one. */
export function regionsOf(mentions: readonly LocatedMention[]): Regions {
  const regions = new Map<string, string>()
  for (const { name, country, place } of mentions) {
    if (place === null || country === null || place.admin1 === null || place.precision === 'country') continue
    const region = `${country}-${place.admin1}`, known = regions.get(name)
    if (known === undefined) regions.set(name, region)
    else if (known !== region) regions.set(name, '')
  }
  return regions
}

/** Whether two places are known to lie in two regions. */
export function areInTwoRegions(regions: Regions, a: Place | null, b: Place | null): boolean {
  const one = a === null ? undefined : regions.get(a.name), other = b === null ? undefined : regions.get(b.name)
  return one !== undefined && other !== undefined && one !== '' && other !== '' && one !== other
}
