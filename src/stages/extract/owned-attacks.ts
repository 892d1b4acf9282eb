// Which attack is meant by who owns to one, or is blamed for one: that of the words themselves, else the one told last before, else the one that a report goes on to.
import type { DatedMention, Document, LocatedMention } from '../../model/document.ts'
import type { Place } from '../../model/claim.ts'
import { ARMED_GROUPS } from '../../languages/en/actors.ts'
import { denialIn } from './contested.ts'
import type { Owned } from './responsibility.ts'
import { NEUTRAL, type Told, type War } from './sides.ts'
import { sentenceOf } from './told-again.ts'

const ATTACKS: ReadonlySet<string> = new Set(['strike', 'explosion', 'ground_combat', 'violence_against_civilians'])
/** So many sentences behind an attack words about it stand, before it at the head of a report, and so far on what a report opens with. */
const BEHIND = 4, AHEAD = 3, OPENS = 3
/** So many attacks are looked at for one that words fit. */
const LOOKED_AT = 24
/** Days that news is told after. */
const NEWS_FOR = 31, DAY = 86_400_000
/** So many sentences behind blame stands who denies it. */
const DENIED_WITHIN = 2

/** Whether an attack is where words put theirs: they name the place of it, or one that it may lie in. */
function isThere(places: readonly LocatedMention[], place: Place | null): boolean {
  if (places.length === 0 || place === null || places.some((m) => m.name === place.name)) return true
  const wide = isWide(place.precision), lands = places.filter((m) => wide || isWide(m.precision))
  return lands.length > 0 && lands.every((m) => m.country === null || place.country === null || m.country === place.country) && (wide || lands.length === places.length)
}
const isWide = (precision: string | null): boolean => precision === 'country' || precision === 'region' || precision === null

/** Gives the attacks that somebody owns to his side. */
export function settleOwned(told: readonly Told[], owned: readonly Owned[], document: Document, war: War): void {
  if (owned.length === 0) return
  const { sentences, tokens, report } = document, sentenceAt = sentenceOf(document), denied = new Map<number, boolean>()
  const attacks = told.filter(({ claim }) => claim.type !== null && ATTACKS.has(claim.type)).sort((a, b) => a.claim.start - b.claim.start)
  const key = ({ claim: { place, date } }: Told): string => `${place?.name ?? ''}|${date?.from ?? ''}|${date?.to ?? ''}`
  const alike = Map.groupBy(attacks, key)
  for (const one of owned) {
    const meant = attackOf(one)
    if (meant === undefined || meant.by !== null || meant.against === one.side || one.blamedBy !== null && !isTaken(one, meant)) continue
    if (isOld(meant.claim.date?.to ?? null)) meant.past = true
    for (const other of alike.get(key(meant))!) if (other.by === null) other.by = other.claim.by = one.side
  }

  function attackOf(one: Owned): Told | undefined {
    const { sentence, deed, side } = one, { start, end, post } = sentences[sentence]!
    const first = atOrBehind(start), next = atOrBehind(end)
    if (deed !== null) {
      const own = attacks[atOrBehind(tokens.start[deed.first]!)], isOfDeed = ({ claim }: Told): boolean => claim.start >= tokens.start[deed.first]! && claim.start < tokens.end[deed.last - 1]!
      if (own !== undefined && isOfDeed(own)) return one.another && !alike.get(key(own))!.every(isOfDeed) ? undefined : own // another, put where and when the one told was
    }
    if (one.another) return undefined
    for (let i = first; i < next && i < first + LOOKED_AT; i++) if (fits(one, attacks[i]!))  return attacks[i]
    const from = sentences[Math.max(0, sentence - BEHIND)]!.start, to = sentences[Math.min(sentences.length - 1, sentence + AHEAD)]!.end
    if (one.points || sentence < OPENS || one.times.length + one.places.length > 0) for (let i = first - 1; i >= 0 && i >= first - LOOKED_AT && attacks[i]!.claim.start >= from; i--) if (fits(one, attacks[i]!) && (one.points || attacks[i]!.land !== side)) return attacks[i]
    if (sentence >= OPENS) return undefined
    const ahead = attacks[next]
    return ahead !== undefined && ahead.claim.start < to && post === sentences[sentenceAt(ahead.claim.start)]!.post && ahead.land !== side && fits(one, ahead) ? ahead : undefined
  }

  /** Whether what words say of when and where an attack was may be said of one that is told. */
  function fits(one: Owned, { claim: { place, date } }: Told): boolean {
    const from = date?.from ?? null, to = date?.to ?? from
    return one.times.every((t) => ofDay(t, from, to, one.points)) && one.before.every((t) => ofDay(t, from, null, true)) && isThere(one.places, place)
  }

  /** Long before the report: no news of it. */
  function isOld(day: string | null): boolean {
    return day !== null && report.published !== null && Date.parse(report.published) - Date.parse(day) > NEWS_FOR * DAY
  }

  /** A time of the deed falls on the day of the attack; one of the words about it, or of "the attack", may be later. */
  function ofDay(t: DatedMention, from: string | null, to: string | null, later: boolean): boolean {
    if (t.to === null || t.kind === 'duration' || t.kind === 'set') return true
    if (from === null) return !isOld(t.to)
    return t.to >= from && (later || t.from === null || to === null || t.from <= to)
  }

  /** Blame is taken for the fact where authorities put it on armed men of their land, or somebody outside the war on a side of it; not where the other side does, or it is denied. */
  function isTaken({ side, sentence, blamedBy }: Owned, { land }: Told): boolean {
    const by = blamedBy!.side, { post } = sentences[sentence]!
    for (let s = sentence; s <= sentence + DENIED_WITHIN && s < sentences.length && sentences[s]!.post === post; s++) {
      if (!denied.has(s)) denied.set(s, denialIn(document, s))
      if (denied.get(s)) return false
    }
    if (ARMED_GROUPS.has(side)) return by === null || by === land || NEUTRAL.has(by)
    return by === null ? !blamedBy!.official : NEUTRAL.has(by) && by !== land && by !== war.attacker && by !== war.attacked
  }

  /** The number of the first attack at a character or behind it. */
  function atOrBehind(offset: number): number {
    let low = 0, high = attacks.length
    while (low < high) { const middle = (low + high) >> 1; if (attacks[middle]!.claim.start < offset) low = middle + 1; else high = middle }
    return low
  }
}
