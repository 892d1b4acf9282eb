// Harm told by its count alone ("six people were killed in a market in Aden"): an incident of its own where no event of the
// report stands at its place and day, of the kind that the report tells of around it.
import { PEOPLE, type Claim, type Measure } from '../../model/claim.ts'
import type { Doer } from './doers.ts'
import { setOf } from './place-memory.ts'

/** Kinds of incident that kill and wound. */
const HARMFUL: ReadonlySet<string> = new Set(['strike', 'explosion', 'ground_combat', 'violence_against_civilians'])
const HARM: ReadonlySet<Measure> = new Set<Measure>(['killed', 'injured', 'casualties', 'damaged', 'destroyed'])
/** Measures that only one kind of incident has. */
const OWN: Partial<Record<Measure, string>> = { released: 'capture_or_exchange', intercepted: 'interception', launched: 'strike', struck: 'strike', captured: 'capture_or_exchange' }
/** So far before and after (UTF-16 units) an event tells of what kind the harm is. */
const REACH = 1500

/** Where and when incidents of each type were told. */
class Told {
  readonly #byType = new Map<string, Set<string>>()

  add(type: string, at: string): void {
    const known = this.#byType.get(type)
    if (known === undefined) this.#byType.set(type, setOf(at))
    else known.add(at)
  }

  has(type: string, at: string): boolean {
    return this.#byType.get(type)?.has(at) === true
  }

  any(at: string): boolean {
    for (const known of this.#byType.values()) if (known.has(at)) return true
    return false
  }
}

/** Gives counts that no event tells their incident type, in the order of the text. `doers`: who did what a count tells, where its clause says so. Returns the claims that got one. */
export function incidentsOfCounts(claims: readonly Claim[], doers: ReadonlyMap<Claim, Doer>): Claim[] {
  const made: Claim[] = []
  if (!claims.some(mayTell)) return made
  const told = new Told(), tally = new Map<string, number>()
  const at = (c: Claim): string => `${c.place?.name ?? ''}|${c.date?.from ?? ''}|${c.date?.to ?? ''}`
  for (const c of claims) {
    if (c.type === null) continue
    told.add(c.type, at(c))
    if (HARMFUL.has(c.type)) tally.set(c.type, (tally.get(c.type) ?? 0) + 1)
  }
  const usual = [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  const next: (Claim | null)[] = new Array<Claim | null>(claims.length).fill(null)
  let ahead: Claim | null = null
  for (let i = claims.length - 1; i >= 0; i--) { next[i] = ahead; if (claims[i]!.type !== null && HARMFUL.has(claims[i]!.type!)) ahead = claims[i]! }
  let before: Claim | null = null
  for (let i = 0; i < claims.length; i++) {
    const c = claims[i]!
    if (c.type !== null) { if (HARMFUL.has(c.type)) before = c; continue }
    if (!mayTell(c)) continue
    const q = c.quantities[0]!, here = at(c)
    const own = q.measure === 'captured' && !PEOPLE.has(q.of) ? undefined : OWN[q.measure] ?? (q.measure === 'killed' || q.measure === 'injured' ? atCloseHand(c) : undefined)
    if (c.rule === 'strikes-counted' && told.has('ground_combat', here)) continue // "repelled six attacks"
    if (c.place!.precision === 'country' || (own === undefined ? told.any(here) : told.has(own, here))) continue
    const type = own ?? (HARM.has(q.measure) ? kindFrom(before, c, REACH) ?? kindFrom(next[i]!, c, REACH / 2) ?? onFoot(c, doers.get(c)) ?? usual : null)
    if (type === null) continue
    c.type = type
    made.push(c)
    told.add(type, here)
  }
  return made
}

const CLOSE: ReadonlySet<string> = new Set(['small_arms', 'knife'])
const BY_HAND = /\b(?:shot dead|shot and killed|gunned down|murdered|stabbed|beheaded|hacked|lynched)\b/

/** "two traders were shot dead": no bomb did it, whatever else the report tells. */
function atCloseHand({ weapons, quantities, quote }: Claim): string | undefined {
  if (quantities[0]!.of === 'combatant' || !BY_HAND.test(quote) || weapons.some((w) => !CLOSE.has(w))) return undefined
  return 'violence_against_civilians'
}

/** "security forces killed five militants", "the RSF killed 40 people": armed men did it, with no word of anything that reaches far. */
function onFoot({ quantities, weapons }: Claim, doer: Doer | undefined): string | null {
  const { measure, of } = quantities[0]!
  if (doer?.armed !== true || weapons.some((w) => !CLOSE.has(w)) || measure !== 'killed' && measure !== 'injured' && measure !== 'casualties' || !PEOPLE.has(of)) return null
  return of === 'combatant' ? 'ground_combat' : 'violence_against_civilians'
}

/** A count of one day at a place that is said, without an event of its own. */
const mayTell = ({ type, quantities: [q], stance, place }: Claim): boolean => type === null && q !== undefined && !q.cumulative && stance !== 'denied' && place !== null && place.known === 'stated'

/** The kind of an event near enough, in the same post. */
function kindFrom(event: Claim | null, c: Claim, reach: number): string | null {
  return event !== null && event.post === c.post && Math.abs(event.start - c.start) < reach ? event.type : null
}
