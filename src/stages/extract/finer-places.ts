// The finest place of an event holds for all that is told of it: the lead puts an attack in the north of a country, and a
// later sentence says in which town.
import type { Claim, Place } from '../../model/claim.ts'
import type { LocatedMention } from '../../model/document.ts'
import { countryName } from '../../gazetteer/countries.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { groupFrom } from './direct-place.ts'
import { eventTypeOf } from './event-types.ts'

/** Where a sentence says that an event told before was: "the attack took place near X". Offsets are the sentence's. */
export interface Pointer {
  type: string
  place: LocatedMention
  start: number
  post: number | null
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that'])
const HAPPENS: ReadonlySet<string> = new Set(['happen', 'occur', 'take_place', 'take', 'unfold', 'begin', 'start', 'hit', 'strike', 'target', 'rock', 'come', 'go_off', 'rip', 'tear'])
const PUTS: ReadonlySet<string> = new Set(['in', 'on', 'at', 'near', 'outside', 'around', 'inside', 'within', 'of', 'close', 'through'])
const REACH = 12

/** The places of events pointed back to, by the sentences that say where they happened. */
export function pointersIn(p: ParsedSentence, groups: readonly LocatedMention[][], start: number, post: number | null): Pointer[] {
  const found: Pointer[] = []
  if (groups.length === 0) return found
  const { chunks } = p
  for (let k = 0; k + 1 < chunks.length; k++) {
    const np = chunks[k]!.np
    if (np?.event == null || !DEFINITE.has(np.article)) continue
    const type = eventTypeOf(np.event)
    const vg = chunks[k + 1]!.vg
    if (type === null || !vg || vg.negated || vg.modal !== null || !HAPPENS.has(vg.verb?.lemma ?? '')) continue
    for (let j = k + 2; j < Math.min(chunks.length, k + REACH); j++) {
      const c = chunks[j]!
      if (c.vg || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel') break
      if (!c.np) continue
      const group = groupFrom(groups, c.first)
      if (!group || group[0]!.last > c.last) continue
      // what stands without such a word before it, or is itself wide, says no more than the report did
      if (chunks[j - 1]!.kind === 'prep' && PUTS.has(chunks[j - 1]!.word) && isFine(group[0]!.precision)) found.push({ type, place: group[0]!, start, post })
      break
    }
  }
  return found
}

const isFine = (precision: string | null): boolean => precision === 'settlement' || precision === 'district' || precision === 'site'
const FAMILIES: Readonly<Record<string, string>> = {
  strike: 'harm', explosion: 'harm', ground_combat: 'harm', violence_against_civilians: 'harm', killed: 'harm', injured: 'harm', casualties: 'harm', struck: 'harm', damaged: 'harm', destroyed: 'harm', missing: 'harm', trapped: 'harm', rescued: 'harm',
  capture_or_exchange: 'taking', captured: 'taking',
}

const familiesOf = (claim: Claim): string[] => [...(claim.type ? [FAMILIES[claim.type] ?? ''] : []), ...claim.quantities.map((q) => FAMILIES[q.measure] ?? '')].filter((f) => f !== '')

/** Puts claims of a whole region or country at the finer place in it where a later sentence says that their event was. */
export function refinePlaces(claims: readonly Claim[], pointers: readonly Pointer[], place: (mention: LocatedMention) => Place): void {
  for (const pointer of pointers) {
    const family = FAMILIES[pointer.type]
    if (family === undefined) continue
    let day: string | null | undefined
    for (let i = claims.length - 1; i >= 0; i--) {
      const claim = claims[i]!
      if (claim.start >= pointer.start || claim.post !== pointer.post || claim.type === 'deployment' || claim.quantities.some((q) => q.cumulative) || !familiesOf(claim).includes(family)) continue
      if (day === undefined) day = claim.date?.to ?? null // what it points to is told last before it
      if ((claim.date?.to ?? null) === day && isWide(claim.place) && within(pointer.place.country, claim.place)) claim.place = { ...place(pointer.place), known: 'implied' }
    }
  }
}

const isWide = (place: Place | null): boolean => place === null || place.precision === 'country' || place.precision === 'region'

function within(country: string | null, wide: Place | null): boolean {
  return wide === null || country === null || wide.country === null || country === wide.country || countryName(country) === wide.name
}
