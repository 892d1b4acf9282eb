// The finest place of an event holds for all that is told of it: the lead puts an attack in the north of a country, and a
// later sentence says in which town.
import type { Claim, Place } from '../../model/claim.ts'
import type { LocatedMention } from '../../model/document.ts'
import { countryName } from '../../gazetteer/countries.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { groupFrom } from './direct-place.ts'
import { dayStart } from '../../time/days.ts'
import { eventTypeOf, HARMFUL } from './event-types.ts'
import { areInTwoRegions, type Regions } from './regions.ts'

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
const HARMED_IN: ReadonlySet<string> = new Set(['in', 'by', 'during', 'from'])
const HARMS: ReadonlySet<string> = new Set(['kill', 'injure'])
const DOES: ReadonlySet<string> = new Set(['stage', 'carry_out', 'carry', 'launch', 'mount', 'conduct', 'commit', 'perpetrate'])
/** The attack on a place that began, lasted or left something behind. */
const TO: ReadonlySet<string> = new Set(['on', 'in', 'at', 'near', 'against', 'outside'])
const GOES: ReadonlySet<string> = new Set(['begin', 'start', 'last', 'go_on', 'continue', 'end', 'happen', 'occur', 'come', 'leave', 'take', 'take_place'])
const REACH = 12
const WHERE: ReadonlySet<string> = new Set(['where']), HAPPENED: ReadonlySet<string> = new Set(['happen', 'occur', 'take_place', 'take', 'unfold'])
const WHEN: ReadonlySet<string> = new Set(['when', 'as'])

/** The places of events pointed back to, by the sentences that say where they happened. */
export function pointersIn(p: ParsedSentence, lower: readonly string[], groups: readonly LocatedMention[][], start: number, post: number | null): Pointer[] {
  const found: Pointer[] = []
  if (groups.length === 0) return found
  const { chunks } = p
  for (let k = 0; k + 1 < chunks.length; k++) {
    const np = chunks[k]!.np
    const incident = np?.head != null && lower[np.head.last - 1] === 'incident'
    if (np == null || np.event === null && !incident || !DEFINITE.has(np.article) || incident && tellsBefore(chunks, k)) continue
    const type = incident ? 'strike' : eventTypeOf(np.event!)
    // "the X district where the attack took place"
    if (type !== null && k > 1 && WHERE.has(chunks[k - 1]!.word) && chunks[k - 2]!.np !== null && HAPPENED.has(chunks[k + 1]!.vg?.verb?.lemma ?? '') && !chunks[k + 1]!.vg!.negated && chunks[k + 1]!.vg!.modal === null) {
      const group = groupFrom(groups, chunks[k - 2]!.first)
      if (group?.length === 1 && group[0]!.first < chunks[k - 1]!.first && isFine(group[0]!.precision)) { found.push({ type, place: group[0]!, start, post }); continue }
    }
    // "rebels staged the attack near X"
    const doing = k > 0 ? chunks[k - 1]!.vg : null
    if (type !== null && doing && !doing.negated && doing.modal === null && DOES.has(doing.verb?.lemma ?? '') && chunks[k + 1]!.kind === 'prep' && PUTS.has(chunks[k + 1]!.word) && chunks[k + 2]?.np) {
      const group = groupFrom(groups, chunks[k + 2]!.first)
      if (group?.length === 1 && isFine(group[0]!.precision)) { found.push({ type, place: group[0]!, start, post }); continue }
    }
    // "five women were among those killed in the shelling of X"
    if (type !== null && k > 1 && chunks[k - 1]!.kind === 'prep' && HARMED_IN.has(chunks[k - 1]!.word) && HARMS.has(chunks[k - 2]!.vg?.verb?.sense ?? '') && chunks[k + 1]!.kind === 'prep' && PUTS.has(chunks[k + 1]!.word) && chunks[k + 2]?.np) {
      const group = groupFrom(groups, chunks[k + 2]!.first)
      if (group?.length === 1 && isFine(group[0]!.precision)) { found.push({ type, place: group[0]!, start, post }); continue }
    }
    // "the attack on Kiremu district began on Tuesday"
    const own = chunks[k + 1]!.kind === 'prep' && TO.has(chunks[k + 1]!.word) ? chunks[k + 2] : undefined
    if (type !== null && own?.np && GOES.has(chunks[k + 3]?.vg?.verb?.lemma ?? '') && !chunks[k + 3]!.vg!.negated && chunks[k + 3]!.vg!.modal === null) {
      const group = groupFrom(groups, own.first)
      if (group?.length === 1 && group[0]!.last <= own.last && isFine(group[0]!.precision)) found.push({ type, place: group[0]!, start, post })
      continue
    }
    // "the attack happened", "the attack on Saturday was in X"
    let at = k + 1
    if (chunks[at]!.kind === 'prep' && chunks[at + 1]?.kind === 'adv') at++
    if (chunks[at]!.kind === 'adv') at++
    const vg = chunks[at]?.vg
    const is = vg != null && (vg.verb === null || vg.verb.sense === 'be')
    if (type === null || !vg || vg.negated || vg.modal !== null || !is && !HAPPENS.has(vg.verb?.lemma ?? '') && !(vg.passive && DOES.has(vg.verb?.lemma ?? ''))) continue // "the strike was carried out in X"
    let within = false, done = false
    for (let j = at + 1; j < Math.min(chunks.length, is ? at + 3 : k + REACH * (within ? 2 : 1)); j++) {
      const c = chunks[j]!
      // "the attack took place when gunmen stormed a post in X": what was done then was the attack
      if (!is && !within && WHEN.has(c.word) && (c.kind === 'sub' || c.kind === 'rel')) { within = true; continue }
      if (within && c.vg) { done = true; continue }
      if (c.vg || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel') break
      if (!c.np || within && !done) continue
      if (c.np.event !== null) break // "the attack comes days after a strike on X": another event's place
      const group = groupFrom(groups, c.first)
      if (!group || group[0]!.last > c.last) continue
      // what stands without such a word before it, or is itself wide, says no more than the report did
      if (chunks[j - 1]!.kind === 'prep' && PUTS.has(chunks[j - 1]!.word) && isFine(group[0]!.precision) && group.length === 1) found.push({ type, place: group[0]!, start, post }) // "hit X and Y": neither has it all
      break
    }
  }
  return found
}

/** "A bus fell into a river and |the incident| happened in X": whether a sentence tells something of its own before the phrase at `k`, which that speaks of. */
function tellsBefore(chunks: readonly Chunk[], k: number): boolean {
  for (let i = 0; i < k; i++) { const { np, vg } = chunks[i]!; if (np !== null ? np.event !== null : vg !== null && vg.verb?.sense !== 'say' && !LOOKS_ON.has(vg.verb?.lemma ?? '')) return true }
  return false
}
/** What people do about a place where something has happened: "police sealed off the district where the incident took place". */
const LOOKS_ON: ReadonlySet<string> = new Set(['visit', 'go', 'rush', 'arrive', 'reach', 'inspect', 'cordon', 'seal', 'flee', 'leave', 'evacuate'])

const A_TOWN = wordGroup('town')
const SITES = wordGroup('site')
const A_PART: ReadonlySet<string> = new Set(['district', 'neighbourhood', 'neighborhood', 'suburb', 'port'])
/** So many sentences on, a place left nameless is named. */
export const NAMED_WITHIN = 8

/** Weapons of which one is one attack: "killed by a bomb in the south". */
const PLANTED: ReadonlySet<string> = new Set(['bomb', 'mine'])

export const PART = /^(?:north|south|east|west|central)/

/** "three other drone attacks": not the one told before. */
export const OTHERS = /\b(?:an)?other\b|\bseparate(?:ly)?\b/i

/** "a village in the north", "an attack in northern Mali": whether a sentence leaves the place nameless that it tells of. */
export function leavesNameless({ chunks }: ParsedSentence, lower: readonly string[], groups: readonly LocatedMention[][]): { town: string | null; part: boolean; land: string | null } | null {
  let part = false, site = false
  for (let k = 0; k < chunks.length; k++) {
    const { np } = chunks[k]!
    if (np === null || np.plural || np.head === null || np.article !== 'a' && np.article !== 'an') continue
    if (SITES.has(lower[np.head.last - 1]!)) site = true
    if (np.event !== null ? HARMFUL.has(eventTypeOf(np.event) ?? '') : np.weapons.some((w) => PLANTED.has(w))) part = true
    // "a mainly Shia Baghdad neighbourhood": of a town that stands before it
    const own = A_PART.has(lower[np.head.last - 1]!) ? groupFrom(groups, chunks[k]!.first)?.[0] : undefined
    if (own !== undefined && own.last === np.head.first && own.precision === 'settlement') return { town: own.name, part: false, land: null }
    if (!A_TOWN.has(lower[np.head.last - 1]!) || A_PART.has(lower[np.head.last - 1]!) && (np.units.some((u) => u !== np.head && u.tag === 'noun') || chunks[k + 1]?.kind !== 'prep')) continue // "a shopping district" bears no name
    if (chunks[k - 1]?.kind === 'comma' && chunks[k - 2]?.np?.proper === true) continue // "X, a border town," has its name
    // "a village in X town": the place that it lies in, where that is a town itself
    const within = chunks[k + 1]?.word === 'in' && chunks[k + 2]?.np ? groupFrom(groups, chunks[k + 2]!.first) : undefined
    return { town: within !== undefined && within[0]!.precision === 'settlement' && within[0]!.first < chunks[k + 2]!.last ? within[0]!.name : null, part: false, land: null }
  }
  return (site && groups.length === 1 || part && groups.some(([head]) => PART.test(head!.name))) && groups.every(([head]) => head!.precision === 'region' || head!.precision === 'country') ? { town: null, part: true, land: site ? groups[0]![0]!.name : null } : null
}

/** A sentence that left a place nameless, by its offsets, and the end of the last sentence that may name it. */
export interface Nameless {
  start: number
  end: number
  until: number
  post: number | null
  /** The town that it is said to lie in. */
  town: string | null
  /** The land that it is said to lie in, where that is all that is said. */
  land: string | null
  /** A part of a country alone is told ("an attack in northern Mali"): only the one town that follows names it. */
  part: boolean
}

/** "a raid on a village in the north", and later "they stormed X": the first town that the same kind of thing is told of on the same day. */
export function nameNameless(claims: readonly Claim[], nameless: readonly Nameless[]): void {
  for (const one of nameless) {
    const from = firstFrom(claims, one.start)
    const told: Claim[] = []
    let name: Place | null = null, province: Place | null = null, provinces = 0, at = Infinity, families: ReadonlySet<string> | null = null
    for (let i = from; i < claims.length && claims[i]!.start < one.until; i++) {
      const c = claims[i]!
      if (c.post !== one.post) break
      const kinds = familiesOf(c)
      if (c.start < one.end) { if (kinds.length > 0 && (isWide(c.place) && (one.land === null || c.place === null || c.place.name === one.land) || one.town !== null && c.place?.name === one.town) && !c.quantities.some((q) => q.cumulative)) told.push(c); continue }
      if (told.length === 0) break
      families ??= new Set(told.flatMap(familiesOf))
      if (one.part && OTHERS.test(c.quote)) continue
      const same = c.place !== null && kinds.some((f) => families!.has(f)) && sameNews(c, told[0]!)
      // what goes on about the region that the nameless place lies in
      if (name === null && same && isWide(c.place) && c.place!.name === told[0]!.place?.name && !c.quantities.some((q) => q.cumulative)) { told.push(c); continue }
      // "an attack in northern Mali", and below "in the X region": finer than a quarter of the land
      if (one.part && same && c.place!.precision === 'region' && c.place!.known === 'stated' && c.place!.name !== province?.name && !PART.test(c.place!.name) && within(c.place!.country, told[0]!.place)) { province = c.place; provinces++ }
      if (one.part && name !== null && same && isFine(c.place!.precision) && c.place!.name !== name.name) { name = province = null; break }
      if (c.start >= at || c.place === null || !isFine(c.place.precision) || c.place.known !== 'stated' || !sameNews(c, told[0]!) || c.place.name === one.town || byOther(c, told) || !within(c.place.country, told[0]!.place) || !kinds.some((f) => families!.has(f))) continue
      if (one.part && c.quantities.some((q) => told.some((t) => t.quantities.some((whole) => whole.measure === q.measure && whole.of === q.of && q.value < whole.value)))) continue // a part of it
      name = c.place
      at = c.start
    }
    const finer = name ?? (provinces === 1 ? province : null)
    if (finer) for (const c of told) c.place = { ...finer, known: 'implied' }
  }
}

/** What one side does is not what was told of the other. */
export function byOther(c: Claim, told: readonly Claim[]): boolean {
  return c.by !== null && told.some((t) => t.by !== null) && told.every((t) => t.by === null || t.by !== c.by)
}

/** The index of the first claim that begins at an offset where a sentence begins, or later: claims come sentence by sentence. */
export function firstFrom(claims: readonly Claim[], start: number): number {
  let low = 0, high = claims.length
  while (low < high) { const middle = (low + high) >> 1; if (claims[middle]!.start < start) low = middle + 1; else high = middle }
  return low
}

/** News told without its day is of the day that it was printed, or the one before. */
export function sameNews(a: Claim, b: Claim): boolean {
  const x = dayOf(a), y = dayOf(b)
  return x === y || x !== null && y !== null && Math.abs(dayStart(x) - dayStart(y)) <= 864e5
}

const dayOf = (claim: Claim): string | null => claim.date?.to ?? null

export const isFine = (precision: string | null): boolean => precision === 'settlement' || precision === 'district' || precision === 'site'
const FAMILIES: Readonly<Record<string, string>> = {
  strike: 'harm', explosion: 'harm', ground_combat: 'harm', violence_against_civilians: 'harm', killed: 'harm', injured: 'harm', casualties: 'harm', struck: 'harm', damaged: 'harm', destroyed: 'harm', missing: 'harm', trapped: 'harm', rescued: 'harm',
  capture_or_exchange: 'taking', captured: 'taking',
}

export const familiesOf = (claim: Claim): string[] => [...(claim.type ? [FAMILIES[claim.type] ?? ''] : []), ...claim.quantities.map((q) => FAMILIES[q.measure] ?? '')].filter((f) => f !== '')

/** So many claims back from the sentence that says where their event was. */
const MOST_BACK = 60

/** Puts claims of a whole region or country at the finer place in it where a later sentence says that their event was. `others`: where other news begins, in order. */
export function refinePlaces(claims: readonly Claim[], pointers: readonly Pointer[], others: readonly number[], regions: Regions, place: (mention: LocatedMention) => Place): void {
  for (const pointer of pointers) {
    const family = FAMILIES[pointer.type], finer = place(pointer.place)
    if (family === undefined) continue
    let day: string | null | undefined, region: string | undefined
    const before = firstFrom(claims, pointer.start), since = others.findLast((offset) => offset <= pointer.start) ?? 0
    for (let i = before - 1; i >= 0 && before - i <= MOST_BACK; i--) {
      const claim = claims[i]!
      if (claim.start < since) break
      if (claim.post !== pointer.post || claim.type === 'deployment' || claim.quantities.some((q) => q.cumulative || isMany(q)) || !familiesOf(claim).includes(family)) continue
      if (day === undefined) day = dayOf(claim) // what it points to is told last before it
      if (dayOf(claim) !== day || !isWide(claim.place) || !within(pointer.place.country, claim.place) || claim.place?.precision === 'region' && areInTwoRegions(regions, claim.place, finer)) continue
      // of one region after another ("Sumy region: …", "Kherson region: …") it is in the last
      if (claim.place?.precision === 'region' && !PART.test(claim.place.name)) { if (region !== undefined && region !== claim.place.name) break; region = claim.place.name }
      claim.place = { ...finer, known: 'implied' }
    }
  }
}

/** "114 attacks", "500 shells": fired at a whole region. */
const isMany = ({ measure, value }: Claim['quantities'][number]): boolean => measure === 'launched' && value >= MANY
const MANY = 20

/** Characters about a count that a headline gives a town, in which what else is told of the same wide place is of the same event. */
const SAME_EVENT = 500

/**
 * "Bomber kills nine in Bannu", and below "a bomber killed nine policemen in the north-west": the count that the headline gives
 * a town is that town's, with all that is told beside it of the same wide place and day.
 */
export function takeHeadlinePlaces(claims: readonly Claim[], headings: readonly Claim[]): void {
  for (const heading of headings) {
    const { place, quantities: [count] } = heading
    if (count === undefined || count.cumulative || count.value < 2 || place === null || !isFine(place.precision) || place.known !== 'stated') continue
    const same = claims.find((c) => isWide(c.place) && c.place !== null && c.quantities.some((q) => q.measure === count.measure && q.value === count.value && !q.cumulative) && within(place.country, c.place))
    if (same === undefined) continue
    const wide = same.place!.name, day = dayOf(same), from = firstFrom(claims, same.start - SAME_EVENT)
    for (let i = from; i < claims.length && claims[i]!.start < same.start + SAME_EVENT; i++) {
      const c = claims[i]!
      if (c.post === same.post && c.place?.name === wide && dayOf(c) === day && !c.quantities.some((q) => q.cumulative) && familiesOf(c).length > 0) c.place = { ...place, known: 'implied' }
    }
  }
}

const isWide = (place: Place | null): boolean => place === null || place.precision === 'country' || place.precision === 'region'

export function within(country: string | null, wide: Place | null): boolean {
  return wide === null || country === null || wide.country === null || country === wide.country || countryName(country) === wide.name
}
