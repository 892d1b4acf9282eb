// "In the Kharkiv region, a man was killed when shells hit a market in Kivsharivka": whom a sentence puts in a region or a
// district was where its own clause behind "when" says that it was hit.
import type { Claim } from '../../model/claim.ts'
import { isFine } from './finer-places.ts'
import { areInTwoRegions, type Regions } from './regions.ts'

const HARMED: ReadonlySet<string> = new Set(['killed', 'injured', 'casualties'])
const WHEN = /\b(?:when|after)\b/u
/** So many claims behind one may be of its sentence. */
const BESIDE = 8

/** Moves the harmed of a region to the one town of it that the rest of their sentence tells the attack of. Claims are in the order of the text. */
export function placeByWhen(claims: readonly Claim[], text: string, regions: Regions, sentenceAt: (offset: number) => number): void {
  for (let i = 0; i < claims.length; i++) {
    const claim = claims[i]!, { place } = claim
    if (place === null || place.known !== 'stated' || place.precision !== 'region' && place.precision !== 'district' || !claim.quantities.some((q) => HARMED.has(q.measure) && !q.cumulative)) continue
    const sentence = sentenceAt(claim.start)
    let town: Claim | null = null, name: string | null = null, several = false
    for (let k = i + 1; k < Math.min(claims.length, i + BESIDE) && sentenceAt(claims[k]!.start) === sentence; k++) {
      const other = claims[k]!
      if (other.place === null || other.place.name === place.name) continue
      if (!isFine(other.place.precision) || other.place.known !== 'stated' || other.place.precision === 'district' || name !== null && name !== other.place.name) several = true
      name ??= other.place.name
      if (other.type === 'strike' && WHEN.test(text.slice(claim.end, other.end))) town ??= other
    }
    if (town !== null && !several && town.place!.country === place.country && !areInTwoRegions(regions, place, town.place)) claim.place = { ...town.place!, known: 'implied' }
  }
}
