// A toll told again is the same toll: the lead gives it for a region or without a day, a later sentence names who says it,
// and one of them says where and when. A number that a report repeats of the same harm has one place, one day, one span.
import { PEOPLE, type Claim, type Place, type Quantity } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import { areInTwoRegions, type Regions } from './regions.ts'
import { dayStart } from '../../time/days.ts'
import { alignViolence } from './align-violence.ts'
import type { Calendar } from './calendar.ts'

const DAY = 864e5
/** Smaller numbers fall on different harms too easily to be known again. */
const LEAST = 4
/** A toll of one event is told for the days before it is printed. */
const NEWS_DAYS = 10

/** Those who are held at a time are others than those taken on a day. */
const STILL_HELD: ReadonlySet<string> = new Set(['held', 'hostages', 'holding', 'prison-holds', 'in-captivity'])

interface Told {
  claim: Claim
  quantity: Quantity
}

/** What a report says of its claims' sentences and days. */
interface Report {
  published: string | null
  /** Which regions its places lie in. */
  regions: Regions
  /** The sentence of an offset. */
  sentenceAt(offset: number): number
  /** "officials said on Saturday": whether the day of a claim is only that on which it was said. */
  isSpoken(claim: Claim): boolean
}

/** The sentence that an offset of the text lies in. */
export const sentenceOf = ({ sentences }: Document) => (at: number): number => {
  let low = 0, high = sentences.length
  while (low < high) { const middle = (low + high) >> 1; if (sentences[middle]!.end <= at) low = middle + 1; else high = middle }
  return low
}

function reportOf(document: Document, { bySentence, published, spoken }: Calendar, regions: Regions): Report {
  const sentenceAt = sentenceOf(document)
  const said = new Map<number, Set<string>>()
  const isSpoken = ({ start, date }: Claim): boolean => {
    if (date?.written == null) return false
    const at = sentenceAt(start)
    let words = said.get(at)
    if (words === undefined) said.set(at, words = new Set((bySentence[at] ?? []).filter((t) => spoken.has(t)).map((t) => t.written)))
    return words.has(date.written)
  }
  return { published, regions, sentenceAt, isSpoken }
}

/** Gives what an article tells again the kind, the place and the span of the telling that says them. Gives back what does the same for the days of tolls, once those are borrowed. */
export function alignTellings(claims: readonly Claim[], document: Document, calendar: Calendar, regions: Regions): () => void {
  if (document.report.kind !== 'article') return () => {}
  const report = reportOf(document, calendar, regions)
  const again = tollsOf(claims)
  const index = new Map(claims.map((claim, at) => [claim, at]))
  for (const told of again) {
    alignSpans(told, { claims, index }, report)
    alignPlaces(once(told), { claims, index }, report)
  }
  alignViolence(claims)
  return () => { for (const told of again) alignDays(once(told), report) }
}

/** Claims in the order of the text, and where each stands among them. */
interface Order {
  claims: readonly Claim[]
  index: ReadonlyMap<Claim, number>
}

/** So many claims before and after one may be of its sentence. */
const BESIDE = 12

/** The other claims of the sentence of one. */
function besides(claim: Claim, { claims, index }: Order, { sentenceAt }: Report): Claim[] {
  const at = index.get(claim)!, sentence = sentenceAt(claim.start)
  return claims.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).filter((other) => other !== claim && sentenceAt(other.start) === sentence)
}

const once = (told: readonly Told[]): Told[] => told.filter(({ quantity }) => !quantity.cumulative)

/** The tolls that are told more than once. */
function tollsOf(claims: readonly Claim[]): Told[][] {
  const tolls = new Map<string, Told[]>()
  for (const claim of claims) for (const quantity of claim.quantities) {
    if (quantity.value < LEAST || quantity.bound === 'vague' || STILL_HELD.has(claim.rule)) continue
    const key = `${claim.post ?? ''}|${quantity.measure}|${PEOPLE.has(quantity.of) ? 'people' : quantity.of}|${quantity.value}`
    const known = tolls.get(key)
    if (known) known.push({ claim, quantity })
    else tolls.set(key, [{ claim, quantity }])
  }
  return [...tolls.values()].filter((told) => told.length > 1)
}

const isFine = (place: Place | null): boolean => place !== null && (place.precision === 'settlement' || place.precision === 'district' || place.precision === 'site')
const isWide = (place: Place | null): boolean => place === null || place.precision === 'country' || place.precision === 'region'
const isDay = (c: Claim): boolean => c.date?.written != null && c.date.from !== null && c.date.to !== null && dayStart(c.date.to) - dayStart(c.date.from) <= DAY

/** "so far we have confirmed 16 dead": no running total where the report gave it as the toll of one day. */
function alignSpans(told: readonly Told[], order: Order, report: Report): void {
  const { published, isSpoken } = report
  const news = told.filter(({ claim, quantity }) => !quantity.cumulative && isDay(claim) && (published === null || dayStart(published) - dayStart(claim.date!.to!) <= NEWS_DAYS * DAY))
  const one = news.find(({ claim }) => !isSpoken(claim)) ?? news[0]
  if (!one) return
  for (const { claim, quantity } of told) {
    if (!quantity.cumulative || claim.date?.from != null) continue
    // and so are its parts
    for (const part of [claim, ...besides(claim, order, report).filter((other) => other.rule === 'subset' && other.date?.from == null)]) {
      for (const q of part.quantities) q.cumulative = false
      part.date = { ...one.claim.date!, written: null, known: 'implied' }
      if (!isFine(part.place) && one.claim.place !== null) part.place = { ...one.claim.place, known: 'implied' }
    }
  }
}

/** The one day that is said of the toll. */
function alignDays(told: readonly Told[], { published, isSpoken }: Report): void {
  const days = new Map<string, Claim>()
  for (const { claim } of told) if (isDay(claim) && !isSpoken(claim)) days.set(`${claim.date!.from}|${claim.date!.to}`, claim)
  // else the day that one of the tellings goes on about
  if (days.size === 0) for (const { claim } of told) if (claim.date?.to != null && claim.date.written === null && claim.date.from === claim.date.to && claim.date.to !== published) days.set(claim.date.to, claim)
  if (days.size !== 1) return
  const [day] = days.values()
  for (const { claim } of told) if (claim !== day && (claim.date?.written == null || isSpoken(claim))) claim.date = { ...day!.date!, written: null, known: 'implied' }
}

const sameDay = (a: Claim, b: Claim): boolean => a.date?.to == null || b.date?.to == null || Math.abs(dayStart(a.date.to) - dayStart(b.date.to)) <= DAY

/** The one fine place that the toll is told at, inside the land of the others. */
function alignPlaces(told: readonly Told[], order: Order, report: Report): void {
  if (told.length < 2) return
  const said = oneOf(told.filter(({ claim }) => isFine(claim.place) && claim.place!.known === 'stated'))
  const wide = said === null ? oneOf(told.filter(({ claim }) => claim.place?.precision === 'region' && claim.place.known === 'stated')) : null
  // "12 were hurt in the region": told again where nothing says where, they were no more in the town told last
  if (wide !== null) { for (const { claim } of told) if (claim !== wide && isFine(claim.place) && sameDay(claim, wide) && claim.start > wide.start && claim.type === null && !areInTwoRegions(report.regions, claim.place, wide.place)) claim.place = { ...wide.place!, known: 'implied' }; return }
  const first = told.reduce((at, { claim }) => (isWide(claim.place) && claim.place?.known === 'stated' ? Math.min(at, claim.start) : at), Infinity)
  const fine = said ?? oneOf(told.filter(({ claim }) => isFine(claim.place) && (first === Infinity || claim.start > first))) // a headline's guess gives way to what the lead says
  if (fine === null) return
  for (const { claim } of told) {
    const { place } = claim
    if (claim === fine || place?.name === fine.place!.name || !sameDay(claim, fine) || claim.by !== null && fine.by !== null && claim.by !== fine.by) continue
    if (!isWide(place) && (said === null || place!.known === 'stated')) continue
    if (place?.precision === 'district' && fine.place!.precision === 'settlement') continue // a headline names the town alone
    if (place !== null && place.country !== null && fine.place!.country !== null && place.country !== fine.place!.country) continue
    if (areInTwoRegions(report.regions, place, fine.place)) continue // "eight in Donetsk … eight in the Kherson region"
    // what else the sentence tells of the region is of the same event
    if (isWide(place)) for (const other of besides(claim, order, report)) if (other.place !== null && other.place.name === place?.name && other.type !== 'diplomacy' && !other.quantities.some((q) => q.cumulative)) other.place = { ...fine.place!, known: 'implied' }
    claim.place = { ...fine.place!, known: 'implied' }
  }
}

/** The first of the tellings, where all are at one place. */
function oneOf(told: readonly Told[]): Claim | null {
  const first = told[0]?.claim ?? null
  return first !== null && told.every(({ claim }) => claim.place!.name === first.place!.name) ? first : null
}
