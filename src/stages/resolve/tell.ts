// What one report tells of one event: its claims of the same kind, place and time taken together.
import { PEOPLE, type Claim, type Counted, type Measure, type Place } from '../../model/claim.ts'
import { UNDECIDED, type Decisions } from './decided.ts'
import { hoursClash, hoursIn, hoursOfBoth, tellsAnother, type Hours } from './hours.ts'
import { byText, type ResolveInput, type Source, type Voiced } from './input.ts'
import { daysOf, gap, type Days } from './day.ts'
import { levelOf, placeKey, relate, type Containment } from './place-relation.ts'
import { isTotal, totalTelling } from './totals.ts'
import { tracesOf } from '../weigh/origins.ts'
import { harmedIn } from './harmed.ts'
import { WITHOUT_HARM, type Count, type Teller, type Telling } from './telling.ts'
import { wordsOf } from './words.ts'

/** Kinds of event whose counts these are, first choice first. */
const TYPE_OF_MEASURE: Partial<Record<Measure, readonly string[]>> = {
  intercepted: ['interception', 'strike'], suppressed: ['interception'], launched: ['strike', 'interception'],
  captured: ['capture_or_exchange', 'territory_change', 'violence_against_civilians', 'ground_combat'], released: ['capture_or_exchange'],
  without_service: ['infrastructure_disruption', 'strike'],
}

interface Draft {
  claims: Voiced[]
  type: string | null
  place: Place | null
  days: Days | null
  by: string | null
  against: string | null
  weapons: Set<string>
  hours: Hours
  /** Told as one more attack on the same place. */
  another: boolean
}

/** Kinds of which a place may see several in a day. */
const ATTACKS: ReadonlySet<string> = new Set(['strike', 'explosion'])

const familyOf = (of: Counted): Counted => (PEOPLE.has(of) ? 'person' : of)

/** The days of a claim: said, else those of its post, else of its report. */
export function claimDays(claim: Claim, input: ResolveInput): Days | null {
  const post = claim.post === null ? undefined : input.posts[claim.post]
  return daysOf(claim.date, post?.time ?? input.published)
}

/** What a report tells: of events, and of running totals. */
export interface Tellings {
  events: Telling[]
  totals: Telling[]
}

/**
 * What the versions of one report tell (the latest first, as `versionsOf` gives them), each in the order of its text. A headline
 * without claims of an event tells by its words alone; an article in which nothing was found tells of nothing.
 */
export function tellingsOf(sources: readonly Source[], containment?: Containment, decisions: Decisions = UNDECIDED): Tellings {
  const events: Telling[] = [], totals: Telling[] = []
  for (const { input, version, claims: voiced } of sources) {
    const teller = tellerOf(input, version)
    for (const one of voiced) if (isTotal(one.claim)) totals.push(totalTelling(one, teller))
    const claims = voiced.filter((one) => !isTotal(one.claim)).sort((a, b) => a.claim.start - b.claim.start || byText(a.claim.id, b.claim.id))
    const drafts = draftsOf(claims, input, decisions, containment)
    const main = mainDraft(drafts)
    drafts.forEach((draft, i) => events.push(finish(draft, input, teller, i === main, decisions)))
    if (drafts.length === 0 && isHeadline(input)) events.push(finish({ claims: [], type: null, place: null, days: daysOf(null, input.published), by: null, against: null, weapons: new Set(), hours: 0, another: false }, input, teller, true, decisions))
  }
  return { events, totals }
}

function tellerOf(input: ResolveInput, version: number): Teller {
  const { report, outlet, title } = input
  return { ...tracesOf(input), id: `${input.key}\u0000${version}`, report, outlet, title }
}

function draftsOf(claims: readonly Voiced[], input: ResolveInput, decisions: Decisions, containment?: Containment): Draft[] {
  const drafts: Draft[] = []
  const parted = (draft: Draft, claim: Claim): boolean => { const apart = decisions.apartFrom(claim.id); return apart.size > 0 && draft.claims.some((other) => apart.has(other.claim.id)) }
  const later = repeatedIn(claims, input)
  const placed = new Map<string, Draft>()
  const put = (voiced: Voiced, days: Days | null, home: Draft | undefined): void => {
    let draft = home
    if (draft) join(draft, voiced, days)
    else drafts.push(draft = draftOf(voiced, days))
    placed.set(voiced.claim.id, draft)
  }
  const bare: { voiced: Voiced, after: number }[] = []
  const old: Voiced[] = []
  for (const voiced of claims) {
    const { claim } = voiced
    if (later.has(claim.id)) { old.push(voiced); continue }
    if (claim.type === null) { bare.push({ voiced, after: drafts.length }); continue }
    const days = claimDays(claim, input)
    const alike = drafts.filter((draft) => draft.type === claim.type && agrees(draft, claim, days, containment, false) && !parted(draft, claim))
    const another = ATTACKS.has(claim.type) && tellsAnother(around(claim, input.text, ';'))
    put(voiced, days, bestDraft(another ? alike.filter((draft) => draft.another) : alike, claim, days))
    if (another) placed.get(claim.id)!.another ||= placed.get(claim.id)!.claims.length === 1
  }
  const typed = drafts.length
  for (const { voiced, after } of bare) {
    const days = claimDays(voiced.claim, input)
    put(voiced, days, homeOf(voiced.claim, days, drafts, typed, after, parted, containment))
  }
  // what an earlier version of a post says stands with what the later one makes of it, whatever day it calls "today"
  for (const voiced of old) {
    const draft = placed.get(later.get(voiced.claim.id)!)
    if (draft && !parted(draft, voiced.claim)) draft.claims.push(voiced)
    else put(voiced, claimDays(voiced.claim, input), undefined)
  }
  return drafts
}

/** Claims of superseded posts, with the claim of the later version that says the same of the same. */
function repeatedIn(claims: readonly Voiced[], input: ResolveInput): Map<string, string> {
  const later = new Map<string, string>()
  if (!input.posts.some((post) => post.supersedes !== null)) return later
  const successor = new Map<string, number>()
  input.posts.forEach((post, i) => { if (post.supersedes !== null) successor.set(post.supersedes, i) })
  const byPost = new Map<number, Claim[]>()
  for (const { claim } of claims) if (claim.post !== null) byPost.set(claim.post, [...byPost.get(claim.post) ?? [], claim])
  for (const { claim } of claims) {
    const post = claim.post === null ? undefined : input.posts[claim.post]
    const next = post && successor.get(post.id)
    if (next === undefined || next === claim.post) continue
    const same = byPost.get(next)?.filter((other) => other.type === claim.type && what(other) === what(claim)) ?? []
    const twin = same.find((other) => (other.claimant?.name ?? null) === (claim.claimant?.name ?? null) && other.quantities[0]?.value === claim.quantities[0]?.value) ?? same[0]
    if (twin) later.set(claim.id, twin.id)
  }
  return later
}

const what = (claim: Claim): string => claim.quantities.map(({ measure, of }) => `${measure} ${of}`).join()

/** Of drafts that a claim may belong to: the one told of the same stated days, of the same post, with the same weapons; of equals the last. */
function bestDraft(drafts: readonly Draft[], claim: Claim, days: Days | null): Draft | undefined {
  let best: Draft | undefined, most = -1
  for (const draft of drafts) {
    const rank = (draft.days?.said && days?.said ? 4 : 0) + (samePost(draft, claim) ? 2 : 0) + (weaponsOf(claim).some((weapon) => draft.weapons.has(weapon)) ? 1 : 0)
    if (rank >= most) { best = draft; most = rank }
  }
  return best
}

/** The event that a bare count speaks of: the nearest told before it whose kind, place and time allow it, else the nearest after. */
function homeOf(claim: Claim, days: Days | null, drafts: readonly Draft[], typed: number, after: number, parted: (draft: Draft, claim: Claim) => boolean, containment?: Containment): Draft | undefined {
  const wanted = claim.quantities.map((quantity) => TYPE_OF_MEASURE[quantity.measure]).find((types) => types !== undefined)
  const order: Draft[] = []
  for (let i = Math.min(after, typed) - 1; i >= 0; i--) order.push(drafts[i]!)
  for (let i = after; i < typed; i++) order.push(drafts[i]!)
  const fits = (draft: Draft): boolean => samePost(draft, claim) && agrees(draft, claim, days, containment, true) && !parted(draft, claim)
  if (wanted) for (const type of wanted) { const found = order.find((draft) => draft.type === type && fits(draft)); if (found) return found }
  const attack = wanted ? undefined : order.find((draft) => !WITHOUT_HARM.has(draft.type!) && fits(draft))
  if (attack) return attack
  for (let i = typed; i < drafts.length; i++) if (fits(drafts[i]!)) return drafts[i]
  return undefined
}

const samePost = (draft: Draft, claim: Claim): boolean => draft.claims.some((other) => other.claim.post === claim.post)

/** A district or site of a town is told apart from the town; a bare count there may still be the town's. */
function agrees(draft: Draft, claim: Claim, days: Days | null, containment: Containment | undefined, finer: boolean): boolean {
  const place = relate(draft.place, claim.place, containment)
  const allowed = place === 'same' || place === 'unknown' || (finer && ((place === 'holds' && levelOf(draft.place) >= 3) || (place === 'within' && claim.place?.known === 'implied' && isBeside(draft, claim))))
  if (!allowed) return false
  if (draft.days && days && !sameDays(draft.days, days)) return false
  if (hoursClash(draft.hours, hoursIn(claim.date?.written ?? null))) return false
  if (draft.by !== null && claim.by !== null && draft.by !== claim.by) return false
  const weapons = weaponsOf(claim)
  return draft.weapons.size === 0 || weapons.length === 0 || weapons.some((weapon) => draft.weapons.has(weapon))
}

const BESIDE = 300

/** A count whose place was worked out as no more than the country is of what is told right beside it. */
const isBeside = (draft: Draft, claim: Claim): boolean => draft.claims.some(({ claim: other }) => other.post === claim.post && Math.abs(other.start - claim.start) <= BESIDE)

/** One report that states two spans tells of two; an unstated day goes with any near it. */
function sameDays(a: Days, b: Days): boolean {
  if (a.said && b.said) return a.from === b.from && a.to === b.to
  return gap(a, b) <= 1
}

const WEAPONS_COUNTED: ReadonlySet<Counted> = new Set<Counted>(['drone', 'missile'])
const FIRED: ReadonlySet<Measure> = new Set<Measure>(['launched', 'intercepted', 'suppressed'])

/** The weapons that a claim names or counts. */
function weaponsOf(claim: Claim): string[] {
  const counted = claim.quantities.filter(({ measure, of }) => FIRED.has(measure) && WEAPONS_COUNTED.has(of)).map(({ of }) => of as string)
  return counted.length === 0 ? claim.weapons : [...new Set([...claim.weapons, ...counted])]
}

function draftOf(voiced: Voiced, days: Days | null): Draft {
  const { claim } = voiced
  return { claims: [voiced], type: claim.type, place: claim.place, days, by: claim.by, against: claim.against, weapons: new Set(weaponsOf(claim)), hours: hoursIn(claim.date?.written ?? null), another: false }
}

function join(draft: Draft, voiced: Voiced, days: Days | null): void {
  const { claim } = voiced
  draft.claims.push(voiced)
  draft.place ??= claim.place
  draft.by ??= claim.by
  draft.against ??= claim.against
  if (days && (!draft.days || (days.said && !draft.days.said))) draft.days = days
  else if (days && draft.days && days.said && draft.days.said) draft.days = { from: Math.max(draft.days.from, days.from), to: Math.min(draft.days.to, days.to), said: true }
  for (const weapon of weaponsOf(claim)) draft.weapons.add(weapon)
  draft.hours = hoursOfBoth(draft.hours, hoursIn(claim.date?.written ?? null))
}

/** What a report is mainly about: what it tells first; of what begins together, what it tells most of. */
function mainDraft(drafts: readonly Draft[]): number {
  let best = -1
  const start = (draft: Draft): number => draft.claims.reduce((least, voiced) => Math.min(least, voiced.claim.start), Infinity)
  drafts.forEach((draft, i) => {
    const other = drafts[best]
    if (!other || start(draft) < start(other) || (start(draft) === start(other) && draft.claims.length > other.claims.length)) best = i
  })
  return best
}

function finish(draft: Draft, input: ResolveInput, teller: Teller, main: boolean, decisions: Decisions): Telling {
  const words = new Map<string, number>()
  if (main && input.title) wordsOf(input.title, words)
  const counts: Count[] = []
  let id = draft.claims[0]?.claim.id ?? `report ${input.key}`
  for (const { claim } of draft.claims) {
    if (claim.id < id) id = claim.id
    wordsOf(around(claim, input.text), words)
    for (const { measure, of, value, bound, cumulative } of claim.quantities) if (!cumulative) counts.push({ measure, of, family: familyOf(of), value, bound })
  }
  // what a headline counts and no claim does is compared too, and shown nowhere
  const harmed = main && input.title ? harmedIn(input.title) : []
  for (const { measure, of, value } of counts) if ((measure === 'killed' || measure === 'injured') && PEOPLE.has(of) && !harmed.some((one) => one.measure === measure && one.of === of)) harmed.push({ measure, of, whose: null, value })
  for (const { measure, of, value } of harmed) if (value !== null && !counts.some((count) => count.measure === measure && count.family === 'person')) counts.push({ measure, of, family: 'person', value, bound: 'exact' })
  const decided = new Set<string>(), apartFrom = new Set<string>()
  for (const { claim } of draft.claims) {
    const group = decisions.groupOf(claim.id)
    if (group !== null) decided.add(group)
    for (const other of decisions.apartFrom(claim.id)) apartFrom.add(other)
  }
  return { id, decided: [...decided].sort(byText), apartFrom, teller, harmed, claims: draft.claims, type: draft.type, place: draft.place, placeKey: placeKey(draft.place), level: levelOf(draft.place), days: draft.days, by: draft.by, against: draft.against, weapons: draft.weapons, hours: draft.hours, another: draft.another, counts, words, main, headline: main && isHeadline(input) }
}

/** A report that is a headline and nothing else. */
const isHeadline = ({ title, text }: ResolveInput): boolean => title !== null && title.trim() !== '' && (text === undefined || text.trim() === title.trim())

const REACH = 160

/** A claim's quote with what stands around it in its sentence, or between two marks within it. */
function around(claim: Claim, text: string | undefined, mark = '. '): string {
  if (!text || text.slice(claim.start, claim.end) !== claim.quote) return claim.quote
  const before = text.slice(Math.max(0, claim.start - REACH), claim.start), after = text.slice(claim.end, claim.end + REACH)
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf(mark)), ends = ['\n', '. ', mark].map((end) => after.indexOf(end)).filter((at) => at >= 0)
  return before.slice(from + 1) + claim.quote + after.slice(0, Math.min(after.length, ...ends))
}
