// Claims put together: ids that survive re-runs, and the same thing said twice as one claim with both its spans.
import { hash } from 'node:crypto'
import { distanceBetweenKm } from '../../geo/distance.ts'
import { PEOPLE, type Claim, type Counted, type Place } from '../../model/claim.ts'
import type { TokenTable } from '../../model/document.ts'
import type { Post, Report } from '../../model/report.ts'
import { areInTwoRegions, type Regions } from './regions.ts'

const NO_REGIONS: Regions = new Map()

const DROPPED = 1, BETWEEN = 0
/** What becomes of an ASCII character: a letter in lower case or a digit, nothing, or the space between words. */
const FOLDED = new Uint8Array(128)
for (let code = 0; code < 128; code++) FOLDED[code] = /[a-z0-9]/i.test(String.fromCharCode(code)) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : code === 0x27 || code === 0x60 ? DROPPED : BETWEEN
const letters = Buffer.alloc(2048)

/** Words without case, accents and marks. */
function fold(s: string): string {
  let n = 0, spaced = false
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i)
    if (code < 0x20 || code > 0x7e || n > 2045) return foldAny(s)
    const to = FOLDED[code]!
    if (to === BETWEEN) { spaced = n > 0; continue }
    if (to === DROPPED) continue
    if (spaced) { letters[n++] = 0x20; spaced = false }
    letters[n++] = to
  }
  return letters.toString('latin1', 0, n)
}

const foldAny = (s: string): string => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’'`ʼ]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/**
 * A claim's id: a hash of the report's key, the post's key, the folded words and what they say. Offsets and the
 * extractor's version are no part of it, so that it survives a re-run and a change of the page's furniture.
 */
export function claimId(report: Report, claim: Omit<Claim, 'id'>): string {
  const says = claim.quantities.map((q) => `${q.measure}:${q.of}:${q.value}:${q.bound}`).join(',')
  const post = claim.post === null ? '' : report.posts[claim.post]!.id
  const place = claim.quantities.length > 0 ? '' : claim.place?.name ?? ''
  return hash('sha256', `${report.key}\0${post}\0${fold(claim.quote)}\0${claim.quantities.length > 0 ? says : claim.type ?? ''}\0${place}`).slice(0, 20)
}

/** What a claim says, without its words and its id. */
export type ClaimParts = Omit<Claim, 'id' | 'also' | 'quote' | 'start' | 'end' | 'post'>

/** Words longer than this (UTF-16 units) are no quote. */
const LONGEST_QUOTE = 600

/** The claim whose words are the tokens from `first` to `last` (excluded), in post `post` (-1: none); null where they are too many to quote. */
export function claimOf(report: Report, tokens: TokenTable, first: number, last: number, post: number, { type, claimant, stance, place, date, by, against, weapons, quantities, contested, rule }: ClaimParts): Claim | null {
  const start = tokens.start[first]!, end = tokens.end[last - 1]!
  if (end - start > LONGEST_QUOTE) return null
  const claim: Claim = { id: '', also: [], quote: report.text.slice(start, end), start, end, post: post >= 0 ? post : null, type, claimant, stance, place, date, by, against, weapons, quantities, contested, rule }
  claim.id = claimId(report, claim)
  return claim
}

const family = (of: Counted): string => (PEOPLE.has(of) ? 'people' : of === 'munition' ? 'missile' : of)
/** How exactly a kind of people is told: a child or a soldier says more than a person. */
const exactness = (of: Counted): number => (of === 'person' ? 0 : 1)

/**
 * The same number for the same thing by the same voice is one claim: the later saying becomes a span of `also`. A saying
 * without a place or without a voice of its own joins one that has it, where nothing else differs.
 */
export function mergeSayings(claims: readonly Claim[], posts: readonly Post[] = [], regions: Regions = NO_REGIONS): Claim[] {
  const item = postChains(posts)
  const kept: Claim[] = []
  const byKey = new Map<string, Claim[]>()
  for (const claim of claims) {
    const q = claim.quantities[0]
    if (!q) { kept.push(claim); continue }
    const key = `${q.measure}|${family(q.of)}|${q.value}`
    const list = byKey.get(key)
    const twin = list?.find((other) => sameSaying(other, claim, item, regions))
    if (twin) {
      twin.also.push({ start: claim.start, end: claim.end })
      const t = twin.quantities[0]!
      if (exactness(q.of) > exactness(t.of)) t.of = q.of
      if (t.bound === 'exact' && q.bound !== 'exact' && q.bound !== 'vague') t.bound = q.bound
      continue
    }
    if (list) list.push(claim)
    else byKey.set(key, [claim])
    kept.push(claim)
  }
  return kept
}

/** For each post the first of its versions printed here: a post printed twice is one item. */
function postChains(posts: readonly Post[]): number[] {
  const byId = new Map(posts.map((p, i) => [p.id, i]))
  const first = posts.map((_, i) => i)
  for (const [i, p] of posts.entries()) { const older = p.supersedes === null ? undefined : byId.get(p.supersedes); if (older !== undefined && older !== i) first[older] = first[i]! }
  return first
}

/** "another six were freed" are others than the six before. */
const FURTHER = /\b(?:another|a further|an additional)\b/iu

const ALSO = /\balso\b/iu
/** So many fall on the same day in two towns; a greater toll told at two places is one, and one of them is mistaken. */
const FEW = 20
/** One event reaches no further. */
const APART_KM = 75

/** Whether two places are both said, none of them a whole country, and too far from each other for one event. */
function farApart(a: Place | null, b: Place | null): boolean {
  if (a === null || b === null || a.known !== 'stated' || b.known !== 'stated' || a.precision === 'country' || b.precision === 'country') return false
  const km = distanceBetweenKm(a, b)
  if (km !== null) return km > APART_KM
  return a.precision === 'region' && b.precision === 'region' && !sharesWord(a.name, b.name)
}

/** "northern Gaza" and "the Gaza Strip": one of them may lie in the other. */
const sharesWord = (a: string, b: string): boolean => { const words = new Set(fold(a).split(' ')); return fold(b).split(' ').some((word) => words.has(word) && !LAND.has(word)) }
const LAND: ReadonlySet<string> = new Set(['governorate', 'province', 'region', 'oblast', 'state', 'department', 'district', 'county', 'northern', 'southern', 'eastern', 'western', 'central', 'of', 'the'])

function sameSaying(a: Claim, b: Claim, item: readonly number[], regions: Regions): boolean {
  const x = a.quantities[0]!, y = b.quantities[0]!
  if ((a.claimant?.name ?? null) !== (b.claimant?.name ?? null)) return false
  if (a.post !== b.post && a.post !== null && b.post !== null && item[a.post] !== item[b.post]) return false
  if (x.of !== y.of && x.of !== 'person' && y.of !== 'person' && x.of !== 'combatant' && y.of !== 'combatant') return false
  if (x.value <= 3 && a.place && b.place && a.place.name !== b.place.name && a.place.known === 'stated' && b.place.known === 'stated' && a.place.precision !== 'country' && b.place.precision !== 'country') return false
  if (x.value === 1 && fold(a.quote) !== fold(b.quote)) return false
  if (x.value <= FEW && (farApart(a.place, b.place) || a.place?.known === 'stated' && b.place?.known === 'stated' && areInTwoRegions(regions, a.place, b.place))) return false
  if (x.of !== y.of && ALSO.test(b.quote)) return false // "two fighters were killed. Two villagers were also killed"
  if (FURTHER.test(b.quote) && !FURTHER.test(a.quote)) return false
  if (x.start !== y.start && a.start < b.end && b.start < a.end && (x.of === y.of || x.of !== 'person')) return false // "five soldiers and five gunmen were killed": two of one list
  return true
}

/** Claims of headings that the body does not make. */
export function unsaid(headings: readonly Claim[], body: readonly Claim[]): Claim[] {
  if (headings.length === 0) return []
  const values = new Set(headings.flatMap((c) => c.quantities.map((q) => q.value)))
  const facts = new Set<string>(), incidents = new Map<string, Set<string>>()
  for (const c of body) {
    for (const q of c.quantities) if (values.has(q.value)) facts.add(`${c.post ?? ''}|${q.measure}|${q.value}|${q.bound === 'vague'}`)
    if (c.type === null) continue
    const names = incidents.get(c.type), name = c.place?.name ?? ''
    if (names === undefined) incidents.set(c.type, new Set([name, wider(c)]))
    else names.add(name).add(wider(c))
  }
  const told = (c: Claim): boolean => {
    const names = incidents.get(c.type!)
    return names !== undefined && (names.has(c.place?.name ?? '') || (c.type === 'diplomacy' ? c.by !== null && c.place?.precision !== 'settlement' : c.place?.precision === 'country') && names.has(wider(c)))
  }
  return headings.filter((c) => (c.quantities.length > 0 ? !c.quantities.some((q) => facts.has(`${c.post ?? ''}|${q.measure}|${q.value}|${q.bound === 'vague'}`)) : c.type === null || !told(c)))
}

/** What a headline tells of a land or of who acts, the text tells of its towns and of where they act. */
const wider = ({ type, by, place }: Claim): string => (type === 'diplomacy' ? `by ${by ?? ''}` : `in ${place?.country ?? ''}`)
