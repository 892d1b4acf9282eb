// What one report tells of one event: its claims of the same kind, place and time taken together.
import { PEOPLE, type Claim, type Counted, type Measure, type Place } from '../../model/claim.ts'
import { byText, type ResolveInput, type Sources, type Voiced } from './input.ts'
import { daysOf, gap, type Days } from './day.ts'
import { levelOf, placeKey, relate, type Containment } from './place-relation.ts'
import { isTotal } from './totals.ts'
import { publisherOf } from '../weigh/origins.ts'
import { harmedIn } from './harmed.ts'
import type { Count, Telling } from './telling.ts'
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
}

const familyOf = (of: Counted): Counted => (PEOPLE.has(of) ? 'person' : of)

/** The days of a claim: said, else those of its post, else of its report. */
export function claimDays(claim: Claim, input: ResolveInput): Days | null {
  const post = claim.post === null ? undefined : input.posts[claim.post]
  return daysOf(claim.date, post?.time ?? input.published)
}

/** Groups a report's claims of events into tellings, in the order of the text. Running totals are left out. A report without claims tells by its title alone. */
export function tellingsOf(sources: Sources, containment?: Containment): Telling[] {
  const tellings: Telling[] = []
  const byReport: Voiced[][] = sources.reports.map(() => [])
  for (const voiced of sources.claims) byReport[voiced.report]!.push(voiced)
  for (let report = 0; report < byReport.length; report++) {
    const input = sources.reports[report]!
    const claims = byReport[report]!.filter((voiced) => !isTotal(voiced.claim)).sort((a, b) => a.claim.start - b.claim.start || byText(a.claim.id, b.claim.id))
    const drafts = draftsOf(claims, input, containment)
    const main = mainDraft(drafts)
    drafts.forEach((draft, i) => tellings.push(finish(draft, input, report, i === main)))
    if (byReport[report]!.length === 0 && input.title) tellings.push(finish({ claims: [], type: null, place: null, days: daysOf(null, input.published), by: null, against: null, weapons: new Set() }, input, report, true))
  }
  return tellings
}

function draftsOf(claims: readonly Voiced[], input: ResolveInput, containment?: Containment): Draft[] {
  const drafts: Draft[] = []
  const bare: { voiced: Voiced, after: number }[] = []
  for (const voiced of claims) {
    const { claim } = voiced
    if (claim.type === null) { bare.push({ voiced, after: drafts.length }); continue }
    const days = claimDays(claim, input)
    const home = drafts.find((draft) => draft.type === claim.type && agrees(draft, claim, days, containment, false))
    if (home) join(home, voiced, days)
    else drafts.push(draftOf(voiced, days))
  }
  const typed = drafts.length
  for (const { voiced, after } of bare) {
    const days = claimDays(voiced.claim, input)
    const home = homeOf(voiced.claim, days, drafts, typed, after, containment)
    if (home) join(home, voiced, days)
    else drafts.push(draftOf(voiced, days))
  }
  return drafts
}

/** The event that a bare count speaks of: the nearest told before it whose kind, place and time allow it, else the nearest after. */
function homeOf(claim: Claim, days: Days | null, drafts: readonly Draft[], typed: number, after: number, containment?: Containment): Draft | undefined {
  const wanted = claim.quantities.map((quantity) => TYPE_OF_MEASURE[quantity.measure]).find((types) => types !== undefined)
  const order: Draft[] = []
  for (let i = Math.min(after, typed) - 1; i >= 0; i--) order.push(drafts[i]!)
  for (let i = after; i < typed; i++) order.push(drafts[i]!)
  const fits = (draft: Draft): boolean => samePost(draft, claim) && agrees(draft, claim, days, containment, true)
  if (wanted) for (const type of wanted) { const found = order.find((draft) => draft.type === type && fits(draft)); if (found) return found }
  const harmless = order.find((draft) => !wanted && draft.type !== 'diplomacy' && draft.type !== 'air_raid_alert' && draft.type !== 'deployment' && fits(draft))
  if (harmless) return harmless
  for (let i = typed; i < drafts.length; i++) if (fits(drafts[i]!)) return drafts[i]
  return undefined
}

const samePost = (draft: Draft, claim: Claim): boolean => draft.claims.some((other) => other.claim.post === claim.post)

/** A district or site of a town is told apart from the town; a bare count there may still be the town's. */
function agrees(draft: Draft, claim: Claim, days: Days | null, containment: Containment | undefined, finer: boolean): boolean {
  const place = relate(draft.place, claim.place, containment)
  if (place !== 'same' && place !== 'unknown' && !(finer && place === 'holds' && levelOf(draft.place) >= 3)) return false
  if (draft.days && days && gap(draft.days, days) > (draft.days.said && days.said ? 0 : 1)) return false
  if (draft.by !== null && claim.by !== null && draft.by !== claim.by) return false
  if (draft.weapons.size > 0 && claim.weapons.length > 0 && !claim.weapons.some((weapon) => draft.weapons.has(weapon))) return false
  return true
}

function draftOf(voiced: Voiced, days: Days | null): Draft {
  const { claim } = voiced
  return { claims: [voiced], type: claim.type, place: claim.place, days, by: claim.by, against: claim.against, weapons: new Set(claim.weapons) }
}

function join(draft: Draft, voiced: Voiced, days: Days | null): void {
  const { claim } = voiced
  draft.claims.push(voiced)
  draft.place ??= claim.place
  draft.by ??= claim.by
  draft.against ??= claim.against
  if (days && (!draft.days || (days.said && !draft.days.said))) draft.days = days
  else if (days && draft.days && days.said && draft.days.said) draft.days = { from: Math.max(draft.days.from, days.from), to: Math.min(draft.days.to, days.to), said: true }
  for (const weapon of claim.weapons) draft.weapons.add(weapon)
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

function finish(draft: Draft, input: ResolveInput, report: number, main: boolean): Telling {
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
  for (const { measure, of, value } of counts) if ((measure === 'killed' || measure === 'injured') && PEOPLE.has(of)) harmed.push({ measure, of, whose: null, value })
  for (const { measure, of, value } of harmed) if (value !== null && !counts.some((count) => count.measure === measure && count.family === 'person')) counts.push({ measure, of, family: 'person', value, bound: 'exact' })
  return { id, report, publisher: publisherOf(input), harmed, claims: draft.claims, type: draft.type, place: draft.place, placeKey: placeKey(draft.place), level: levelOf(draft.place), days: draft.days, by: draft.by, against: draft.against, weapons: draft.weapons, counts, words, main }
}

const REACH = 160

/** A claim's quote with what stands around it in its sentence. */
function around(claim: Claim, text: string | undefined): string {
  if (!text || text.slice(claim.start, claim.end) !== claim.quote) return claim.quote
  const before = text.slice(Math.max(0, claim.start - REACH), claim.start), after = text.slice(claim.end, claim.end + REACH)
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')), to = /\n|\. /.exec(after)?.index ?? after.length
  return before.slice(from + 1) + claim.quote + after.slice(0, to)
}
