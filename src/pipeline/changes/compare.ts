// Claims of two wordings of one thing set beside each other: what came, what went, what says something else. By look-ups in
// order of likeness, never all pairs; where it cannot be told which became which, one went and another came.
import { PEOPLE, type Claim } from '../../model/claim.ts'
import type { ChangedClaim, ChangedField, ClaimChange } from '../../model/change.ts'

const fold = (text: string | null | undefined): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const list = (...parts: unknown[]): string => JSON.stringify(parts)

const figuresOf = ({ quantities }: Claim): unknown => quantities.map(({ measure, of, value, bound, cumulative }) => [measure, of, value, bound, cumulative])
const valuesOf = ({ quantities }: Claim): string => list(quantities.map(({ value, bound }) => [value, bound]))
const countedOf = ({ quantities }: Claim): string => list(quantities.map(({ measure, of, cumulative }) => [measure, of, cumulative]))
const claimantOf = ({ claimant }: Claim): string => fold(claimant?.name)
const placeOf = ({ place }: Claim): string => (place === null ? '' : place.gazetteerId ?? fold(place.name || place.written))
const daysOf = ({ date }: Claim): string => (date === null ? '' : list(date.from, date.to))
const sidesOf = ({ by, against }: Claim): string => list(fold(by), fold(against))
const weaponsOf = ({ weapons }: Claim): string => list([...weapons].sort())

/** Each thing that a claim can say, and how it is compared. */
const SAYS: readonly (readonly [ChangedField, (claim: Claim) => string])[] = [
  ['figure', valuesOf], ['counted', countedOf], ['claimant', claimantOf], ['stance', ({ stance }) => stance], ['type', ({ type }) => type ?? ''],
  ['place', placeOf], ['date', daysOf], ['sides', sidesOf], ['weapons', weaponsOf],
]

/** What is counted, broadly: people are people, whoever they are; an event without a number is known by its type. */
const kindOf = ({ quantities, type }: Claim): string => (quantities.length === 0 ? list(type) : list(quantities.map(({ measure, of, cumulative }) => [measure, PEOPLE.has(of) ? 'people' : of, cumulative])))

/** The words without their numbers: what stays where a figure is exchanged. */
function frameOf(claim: Claim): string {
  let words = '', at = claim.start
  for (const { start, end } of [...claim.quantities].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    words += `${claim.quote.slice(at - claim.start, start - claim.start)} # `
    at = end
  }
  return fold(words + claim.quote.slice(at - claim.start))
}

/** Ways to know a claim again, the surest first. `alone`: only where one on each side is known so. */
const LIKENESS: readonly { key: (claim: Claim) => string, alone: boolean }[] = [
  { key: (claim) => list(claim.type, figuresOf(claim), claimantOf(claim), claim.stance, placeOf(claim), daysOf(claim), sidesOf(claim), weaponsOf(claim)), alone: false },
  { key: (claim) => claim.id, alone: false },
  { key: (claim) => list(kindOf(claim), frameOf(claim), claimantOf(claim), placeOf(claim)), alone: false },
  { key: (claim) => list(kindOf(claim), claimantOf(claim), placeOf(claim), daysOf(claim)), alone: true },
  { key: (claim) => list(kindOf(claim), valuesOf(claim), placeOf(claim)), alone: true },
  { key: (claim) => list(kindOf(claim), valuesOf(claim), claimantOf(claim)), alone: true },
  { key: (claim) => list(kindOf(claim), claimantOf(claim), placeOf(claim)), alone: true },
  { key: (claim) => list(kindOf(claim), frameOf(claim)), alone: true },
]

/** The changes from one wording's claims to another's, in the order of the later wording, what went last. */
export function compareClaims(before: readonly Claim[], after: readonly Claim[]): ClaimChange[] {
  const became = new Map<Claim, Claim>()
  let left = [...before], open = [...after]
  for (const { key, alone } of LIKENESS) {
    if (left.length === 0 || open.length === 0) break
    const known = Map.groupBy(left, key), asked = Map.groupBy(open, key)
    for (const [words, claims] of asked) {
      const earlier = known.get(words) ?? []
      if (alone && (earlier.length !== 1 || claims.length !== 1)) continue
      for (let i = 0; i < Math.min(earlier.length, claims.length); i++) became.set(claims[i]!, earlier[i]!)
    }
    const gone = new Set(became.values())
    left = left.filter((claim) => !gone.has(claim))
    open = open.filter((claim) => !became.has(claim))
  }
  const changes: ClaimChange[] = []
  for (const claim of after) {
    const earlier = became.get(claim)
    if (earlier === undefined) { changes.push({ change: 'added', before: null, after: shown(claim), fields: [] }); continue }
    const fields = SAYS.filter(([, of]) => of(claim) !== of(earlier)).map(([field]) => field)
    if (fields.length > 0) changes.push({ change: 'changed', before: shown(earlier), after: shown(claim), fields })
  }
  for (const claim of left) changes.push({ change: 'dropped', before: shown(claim), after: null, fields: [] })
  return changes
}

function shown({ id, type, claimant, stance, place, date, by, against, weapons, quantities, quote }: Claim): ChangedClaim {
  return { id, type, claimant, stance, place, date, by, against, weapons, quantities, quote }
}
