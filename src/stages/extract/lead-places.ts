// A report tells its news twice: first where it was roughly ("in the north of the country"), then with the town. What
// the lead puts in a wide place was in the one finer place that the sentences after it tell the same news of.
import { PEOPLE, type Claim, type Place } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { distanceBetweenKm } from '../../geo/distance.ts'
import { dayStart } from '../../time/days.ts'
import { OVER_A_DAY } from './borrowed-days.ts'
import { areInTwoRegions, type Regions } from './regions.ts'
import { placeByWhen } from './when-clauses.ts'
import { byOther, familiesOf, firstFrom, isFine, OTHERS, PART, within } from './finer-places.ts'

/** So many sentences at the head of a report or post are its lead. */
const LEAD = 2
/** So many sentences behind them tell the news again. */
const TOLD_WITHIN = 6
/** Words that open other news. */
const OTHER_NEWS: ReadonlySet<string> = new Set(['separately', 'elsewhere', 'meanwhile', 'also', 'another', 'previously', 'earlier'])
const PASSED: ReadonlySet<string> = new Set(['minutes', 'hours', 'days', 'weeks', 'later']), ONWARDS: ReadonlySet<string> = new Set(['after', 'later', 'earlier', 'before', ',']), APART: ReadonlySet<string> = new Set(['another', 'separate', 'other'])

/** Where sentences begin that open other news ("Hours after the attack,", "In a separate raid"), as offsets in order. */
export function otherNews({ tokens: { lower }, sentences }: Document): number[] {
  const opens = ({ first }: Document['sentences'][number]): boolean => OTHER_NEWS.has(lower[first]!) || PASSED.has(lower[first]!) && ONWARDS.has(lower[first + 1] ?? '') || lower[first] === 'in' && (APART.has(lower[first + 1] ?? '') || lower[first + 1] === 'a' && APART.has(lower[first + 2] ?? ''))
  return sentences.filter(opens).map(({ start }) => start)
}
/** Passages before the lead. */
const NOT_TOLD: ReadonlySet<string> = new Set(['headline', 'byline', 'dateline'])
/** A place farther from the middle of a region is not in it. */
const REGION_KM = 350
/** Counted over a whole land in one sentence, whatever a town had of it. */
const OF_A_LAND: ReadonlySet<string> = new Set(['launched', 'intercepted', 'suppressed', 'struck'])

const TOWNS = wordGroup('towns'), SITES = wordGroup('site')

/** Moves what leads put in a region or country to the one place in it that is told of the same news behind them. */
export function placeLeads(claims: readonly Claim[], headings: readonly Claim[], { tokens, sentences, report }: Document, parsed: readonly ParsedSentence[], regions: Regions): void {
  const { passages } = report
  placeByWhen(claims, report.text, regions, sentenceAt)
  let post: number | undefined
  for (let i = 0; i < sentences.length; i++) {
    const s = sentences[i]!
    if (s.post === post || s.passage >= 0 && NOT_TOLD.has(passages[s.passage]!.kind)) continue
    post = s.post
    // a line that holds no more than the date or a name is none of the lead
    let last = i
    for (let told = isShort(tokens.lower, s) ? 0 : 1; told < LEAD && last + 1 < sentences.length && sentences[last + 1]!.post === post; last++) if (!isShort(tokens.lower, sentences[last + 1]!)) told++
    const until = sentences[Math.min(sentences.length, last + 1 + TOLD_WITHIN) - 1]!.end
    const own = post >= 0 ? post : null
    const lead: Claim[] = []
    for (let k = firstFrom(claims, s.start); k < claims.length && claims[k]!.start < sentences[last]!.end; k++) if (claims[k]!.post === own && isWideNews(claims[k]!)) lead.push(claims[k]!)
    const done = new Set<Claim>()
    for (const first of lead) if (!done.has(first)) for (const c of placeLead(first, lead, until, own)) done.add(c)
  }

  /** Puts a lead's claim and those that tell its news in their one finer place; gives back all of them. */
  function placeLead(first: Claim, lead: readonly Claim[], until: number, own: number | null): readonly Claim[] {
    const wide = first.place!, families = new Set(familiesOf(first))
    const told = lead.filter((c) => c.place!.name === wide.name && isSameNews(c, first) && familiesOf(c).some((f) => families.has(f)))
    if (speaksOfSeveral(parsed[sentenceAt(first.start)]!, tokens.lower)) return told
    const finer = toldAgain(claims, told, until, own, (at) => OTHER_NEWS.has(tokens.lower[sentences[sentenceAt(at)]!.first]!), followsOn, regions)
    if (finer === null) return told
    for (const c of told) c.place = { ...finer, known: 'implied' }
    for (const c of own === null ? headings : []) if (c.place?.name === wide.name && isWideNews(c) && familiesOf(c).some((f) => families.has(f))) c.place = { ...finer, known: 'implied' }
    return told
  }

  /** "The attack came hours after a car bomb in the capital killed five": what stands behind is other news. */
  function followsOn(offset: number): boolean {
    for (let i = sentences[sentenceAt(offset)]!.first + 1; tokens.start[i]! < offset; i++) if (tokens.lower[i] === 'after' && SPANS.has(tokens.lower[i - 1]!)) return true
    return false
  }

  /** The sentence that an offset lies in. */
  function sentenceAt(offset: number): number {
    let low = 0, high = sentences.length - 1
    while (low < high) { const middle = (low + high) >> 1; if (sentences[middle]!.end <= offset) low = middle + 1; else high = middle }
    return low
  }
}

/** So few tokens are a date or a name. */
const SHORT = 6
const isShort = (lower: readonly string[], { first, last }: { first: number; last: number }): boolean => last - first < SHORT && !ENDS.has(lower[last - 1]!)
const ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '”'])

const SEVERAL: ReadonlySet<string> = new Set(['several', 'multiple', 'various', 'many'])

/** "when mosques in Mali were shelled", "several towns": no one place. */
function speaksOfSeveral({ chunks }: ParsedSentence, lower: readonly string[]): boolean {
  return chunks.some(({ np, first }) => np !== null && np.plural && np.head !== null && (SEVERAL.has(lower[first]!) && (np.counted === null || !PEOPLE.has(np.counted)) || TOWNS.has(lower[np.head.last - 1]!) || SITES.has(lower[np.head.last - 1]!.replace(/s$/, ''))))
}

/** The one finer place that claims behind a lead tell its news of; null where they tell it of several, or of parts of it. */
function toldAgain(claims: readonly Claim[], told: readonly Claim[], until: number, post: number | null, opensOther: (offset: number) => boolean, followsOn: (offset: number) => boolean, regions: Regions): Place | null {
  const first = told[0]!, wide = first.place!, families = new Set(told.flatMap(familiesOf))
  const counted = told.some((t) => t.quantities.length > 0), overDay = told.some((t) => OVER_A_DAY.test(t.date?.written ?? ''))
  let finer: Place | null = null, same = false
  for (let i = firstFrom(claims, first.end); i < claims.length && claims[i]!.start < until; i++) {
    const c = claims[i]!
    if (c.post !== post) break
    if (told.includes(c)) continue
    if (opensOther(c.start)) break
    if (followsOn(c.start)) continue
    if (c.place === null || !isFiner(c.place, wide) || !familiesOf(c).some((f) => families.has(f)) || !isSameNews(c, first) || c.quantities.some((q) => q.cumulative)) continue
    const equal = told.some((t) => countsSame(t, c))
    if (OTHERS.test(c.quote) || byOther(c, told) || !within(c.place.country, wide) || !isNear(c.place, wide) || wide.precision === 'region' && areInTwoRegions(regions, c.place, wide) || !(c.place.name === finer?.name && (same || equal)) && isPart(c, told)) return null
    if (finer !== null && finer.name !== c.place.name) return null
    if (c.place.known !== 'stated') continue
    if (equal) same = true
    if (told.some((t) => isAlike(t, c))) finer = c.place
    else if (finer === null) return null
  }
  return counted && overDay && !same ? null : finer
}

/** The same number of the same, "13 people were injured". */
const countsSame = (a: Claim, b: Claim): boolean => a.quantities.some((x) => b.quantities.some((y) => x.measure === y.measure && x.value === y.value))

/** A town for a region or a land; a named region for a part of a land. */
function isFiner(place: Place, wide: Place): boolean {
  return isFine(place.precision) || place.precision === 'region' && wide.precision === 'region' && PART.test(wide.name) && !PART.test(place.name)
}

const BLASTS: ReadonlySet<string> = new Set(['strike', 'explosion'])

/** Of one type, or counting the same. */
function isAlike(a: Claim, b: Claim): boolean {
  return a.type !== null && (a.type === b.type || BLASTS.has(a.type) && BLASTS.has(b.type ?? '')) || a.quantities.some((x) => b.quantities.some((y) => x.measure === y.measure))
}

/** Fewer of the same than the lead counts: a town's part. */
function isPart(c: Claim, told: readonly Claim[]): boolean {
  return c.quantities.some((q) => told.some((t) => t.quantities.some((whole) => whole.measure === q.measure && whole.of === q.of && q.value < whole.value)))
}

/** One day, or one within the other's span; a day that no words say is some day of the news: the day it was printed, or a few before. */
function isSameNews(a: Claim, b: Claim): boolean {
  const x = a.date, y = b.date
  if (x?.to == null || y?.to == null) return true
  if (x.written != null && y.written != null) return (x.from ?? x.to) <= y.to && (y.from ?? y.to) <= x.to
  return Math.abs(dayStart(x.to) - dayStart(y.to)) <= NEWS_DAYS * 864e5
}
const NEWS_DAYS = 4
const SPANS: ReadonlySet<string> = new Set(['minutes', 'hours', 'day', 'days', 'week', 'weeks', 'month', 'months'])

function isNear(place: Place, wide: Place): boolean {
  const km = wide.precision === 'region' ? distanceBetweenKm(place, wide) : null
  return km === null || km <= REGION_KM
}

function isWideNews(c: Claim): boolean {
  return (c.place?.precision === 'country' || c.place?.precision === 'region') && c.type !== 'deployment' && familiesOf(c).length > 0 && !c.quantities.some((q) => q.cumulative || OF_A_LAND.has(q.measure))
}

