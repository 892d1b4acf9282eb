// An extraction scored against annotated reports, by the rules of docs/annotation.md. Pure.
import { asRange, placeName, sameClaimant, sameDays, samePlace, sameSide, type Days, type GivenPlace, type GoldPlace } from './same.ts'

/** One annotated counted effect. */
export interface GoldFact extends GoldPlace {
  doc: string
  measure: string
  of: string
  value: number
  bound: string
  claimant: string | null
  stance?: string | undefined
  date: Days
  cumulative: boolean
  quote: string
}

/** One annotated event. */
export interface GoldIncident extends GoldPlace {
  doc: string
  type: string
  date: Days
  by: string | null
  against: string | null
  weapon: readonly string[]
  quote: string
}

/** What of an extracted claim is scored: a line of `dateline extract` has it. */
export interface GivenClaim {
  type: string | null
  quote: string
  start: number
  end: number
  claimant: { name: string } | null
  stance: string
  place: GivenPlace | null
  date: Days
  by: string | null
  against: string | null
  weapons: readonly string[]
  quantities: readonly { measure: string, of: string, value: number, bound: string, cumulative: boolean, start: number, end: number }[]
}

/** One extracted report. `text` absent: quotes cannot be checked against it. */
export interface GivenReport {
  doc: string
  text?: string | undefined
  claims: readonly GivenClaim[]
}

export const ATTRIBUTES = ['of', 'bound', 'claimant', 'stance', 'place', 'date', 'cumulative'] as const
export type Attribute = (typeof ATTRIBUTES)[number]
export const SIDE_FIELDS = ['by', 'against', 'weapon'] as const
export type SideField = (typeof SIDE_FIELDS)[number]

export interface Rates {
  precision: number
  recall: number
  f1: number
}

/** Shares are 0 to 1, null where nothing was there to be right or wrong. */
export interface Score {
  documents: { gold: number, read: number }
  facts: Rates & { gold: number, got: number }
  /** Facts found with every attribute right. */
  complete: Rates & { right: number }
  /** Of the facts found, the share with that attribute right. */
  attributes: Record<Attribute, number | null>
  incidents: Rates & { gold: number, got: number } & Record<SideField, number | null>
  /** Claims and numbers whose words are not at their span: counted as invented. */
  ungrounded: number
}

/** One thing that went wrong: what, in which report, by the annotation (`gold`) or by the extraction (`given`). */
export interface Miss {
  kind: 'missed_fact' | 'invented_fact' | 'wrong_attributes' | 'missed_incident' | 'invented_incident'
  doc: string
  what: string
  quote: string
  wrong?: { attribute: Attribute, gold: unknown, given: unknown }[]
}

interface GivenFact {
  doc: string
  claim: GivenClaim
  quantity: GivenClaim['quantities'][number]
}

const LONGEST_QUOTE = 600
const LONGEST_NUMBER = 60
/** Kinds that are found, though not right, when one stands for the other. */
const FAMILY: Readonly<Record<string, string>> = { civilian: 'people', child: 'people', person: 'people', combatant: 'people', medic: 'people', journalist: 'people', munition: 'missile' }

const familyOf = (kind: string): string => FAMILY[kind] ?? kind

function rates(right: number, gold: number, given: number): Rates {
  const precision = given > 0 ? right / given : 0, recall = gold > 0 ? right / gold : 0
  return { precision, recall, f1: precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
}

class Share {
  private right = 0
  private of = 0
  add(right: boolean): void { this.of++; if (right) this.right++ }
  get value(): number | null { return this.of > 0 ? this.right / this.of : null }
}

/** What of the reports is grounded in their own words, and how much is not. */
function grounded(reports: ReadonlyMap<string, GivenReport>, docs: Iterable<string>): { facts: GivenFact[], events: { doc: string, claim: GivenClaim }[], ungrounded: number } {
  const facts: GivenFact[] = [], events: { doc: string, claim: GivenClaim }[] = []
  let ungrounded = 0
  for (const doc of docs) {
    const report = reports.get(doc)
    if (report === undefined) continue
    const { text } = report
    for (const claim of report.claims) {
      const claimHolds = text === undefined || (claim.quote !== '' && claim.quote.length <= LONGEST_QUOTE && text.slice(claim.start, claim.end) === claim.quote)
      for (const quantity of claim.quantities) {
        const inside = quantity.start >= claim.start && quantity.end <= claim.end && quantity.end > quantity.start && quantity.end - quantity.start <= LONGEST_NUMBER
        if (claimHolds && (text === undefined || inside)) facts.push({ doc, claim, quantity })
        else ungrounded++
      }
      if (claim.type === null || claim.type === '') continue
      if (claimHolds) events.push({ doc, claim })
      else ungrounded++
    }
  }
  return { facts, events, ungrounded }
}

/** Each attribute of a found fact: right, wrong, or null where it is not scored. */
function judge(gold: GoldFact, { claim, quantity }: GivenFact): Record<Attribute, boolean | null> {
  const claimant = claim.claimant?.name ?? null
  return {
    of: gold.of === quantity.of,
    bound: gold.bound === quantity.bound,
    claimant: gold.claimant ? claimant !== null && sameClaimant(gold.claimant, claimant) : claimant === null,
    stance: (gold.stance ?? 'asserted') === claim.stance,
    place: samePlace(gold, claim.place),
    date: sameDays(gold.date, claim.date, gold.cumulative),
    cumulative: gold.cumulative === quantity.cumulative,
  }
}

interface Pair {
  gold: number
  given: number
  verdict: Record<Attribute, boolean | null>
  agreeing: number
}

/** Pairs of one report, measure, kind and value, the best agreeing taken first. */
function pairFacts(gold: readonly GoldFact[], given: readonly GivenFact[]): Pair[] {
  const key = (doc: string, measure: string, kind: string, value: number): string => JSON.stringify([doc, measure, familyOf(kind), value])
  const byKey = new Map<string, number[]>()
  given.forEach((fact, i) => {
    const at = key(fact.doc, fact.quantity.measure, fact.quantity.of, fact.quantity.value)
    const list = byKey.get(at)
    if (list === undefined) byKey.set(at, [i])
    else list.push(i)
  })
  const candidates: Pair[] = gold.flatMap((fact, g) => (byKey.get(key(fact.doc, fact.measure, fact.of, fact.value)) ?? []).map((i) => {
    const verdict = judge(fact, given[i]!)
    return { gold: g, given: i, verdict, agreeing: ATTRIBUTES.filter((attribute) => verdict[attribute] !== false).length }
  }))
  candidates.sort((a, b) => b.agreeing - a.agreeing || a.gold - b.gold || a.given - b.given)
  const goldTaken = new Set<number>(), givenTaken = new Set<number>()
  return candidates.filter((pair) => {
    if (goldTaken.has(pair.gold) || givenTaken.has(pair.given)) return false
    goldTaken.add(pair.gold); givenTaken.add(pair.given)
    return true
  })
}

const asAnnotated = (fact: GivenFact): Record<Attribute, unknown> => ({ of: fact.quantity.of, bound: fact.quantity.bound, claimant: fact.claim.claimant?.name ?? null, stance: fact.claim.stance, place: fact.claim.place?.name ?? null, date: daysOf(fact.claim.date), cumulative: fact.quantity.cumulative })
const daysOf = (days: Days): unknown => { const range = asRange(days); return range === null ? null : [range.from, range.to] }

/** Scores what was extracted. Reports without annotation are left out; annotated reports that were not read count as empty. */
export function score(goldFacts: readonly GoldFact[], goldIncidents: readonly GoldIncident[], given: Iterable<GivenReport>): { score: Score, misses: Miss[] } {
  const reports = new Map([...given].map((report) => [report.doc.replace(/\.[a-z]+$/, ''), report]))
  const docs = new Set([...goldFacts, ...goldIncidents].map((record) => record.doc))
  const { facts, events, ungrounded } = grounded(reports, docs)
  const misses: Miss[] = []

  const pairs = pairFacts(goldFacts, facts)
  const shares = { of: new Share(), bound: new Share(), claimant: new Share(), stance: new Share(), place: new Share(), date: new Share(), cumulative: new Share() }
  let whole = 0
  for (const pair of pairs) {
    const gold = goldFacts[pair.gold]!
    for (const attribute of ATTRIBUTES) { const verdict = pair.verdict[attribute]; if (verdict !== null) shares[attribute].add(verdict) }
    const wrong = ATTRIBUTES.filter((attribute) => pair.verdict[attribute] === false)
    if (wrong.length === 0) { whole++; continue }
    const answered = asAnnotated(facts[pair.given]!)
    misses.push({ kind: 'wrong_attributes', doc: gold.doc, what: factName(gold), quote: gold.quote, wrong: wrong.map((attribute) => ({ attribute, gold: gold[attribute] ?? null, given: answered[attribute] })) })
  }
  const foundGold = new Set(pairs.map((pair) => pair.gold)), usedGiven = new Set(pairs.map((pair) => pair.given))
  goldFacts.forEach((gold, i) => { if (!foundGold.has(i)) misses.push({ kind: 'missed_fact', doc: gold.doc, what: factName(gold), quote: gold.quote }) })
  facts.forEach((fact, i) => { if (!usedGiven.has(i)) misses.push({ kind: 'invented_fact', doc: fact.doc, what: factName(fact.quantity), quote: fact.claim.quote }) })

  const distinct = distinctEvents(events)
  const sides = { by: new Share(), against: new Share(), weapon: new Share() }
  const taken = new Set<number>()
  for (const gold of goldIncidents) {
    const at = distinct.findIndex(({ doc, claim }, i) => !taken.has(i) && doc === gold.doc && claim.type === gold.type && samePlace(gold, claim.place) && sameDays(gold.date, claim.date, false) !== false)
    if (at < 0) { misses.push({ kind: 'missed_incident', doc: gold.doc, what: eventName(gold.type, gold.place, gold.date), quote: gold.quote }); continue }
    taken.add(at)
    const { claim } = distinct[at]!
    sides.by.add(sameSide(gold.by, claim.by))
    sides.against.add(sameSide(gold.against, claim.against))
    const wanted = new Set(gold.weapon), got = new Set(claim.weapons)
    sides.weapon.add(wanted.size === got.size && [...wanted].every((weapon) => got.has(weapon)))
  }
  if (goldIncidents.length > 0) distinct.forEach(({ doc, claim }, i) => { if (!taken.has(i)) misses.push({ kind: 'invented_incident', doc, what: eventName(claim.type ?? '', claim.place?.name, claim.date), quote: claim.quote }) })

  const givenFacts = facts.length + ungrounded
  return {
    score: {
      documents: { gold: docs.size, read: [...docs].filter((doc) => reports.has(doc)).length },
      facts: { gold: goldFacts.length, got: facts.length, ...rates(pairs.length, goldFacts.length, givenFacts) },
      complete: { right: whole, ...rates(whole, goldFacts.length, givenFacts) },
      attributes: { of: shares.of.value, bound: shares.bound.value, claimant: shares.claimant.value, stance: shares.stance.value, place: shares.place.value, date: shares.date.value, cumulative: shares.cumulative.value },
      incidents: { gold: goldIncidents.length, got: distinct.length, ...rates(taken.size, goldIncidents.length, distinct.length), by: sides.by.value, against: sides.against.value, weapon: sides.weapon.value },
      ungrounded,
    },
    misses,
  }
}

const factName = (fact: { measure: string, of: string, value: number }): string => `${fact.measure} ${fact.of} ${fact.value}`

function eventName(type: string, place: string | null | undefined, days: Days): string {
  const range = asRange(days)
  return `${type} ${place ?? 'no place'} ${range === null ? 'no day' : range.from === range.to ? range.to : `${range.from ?? '…'} to ${range.to ?? '…'}`}`
}

/** The same event told in several claims of one report counts once. */
function distinctEvents(events: readonly { doc: string, claim: GivenClaim }[]): { doc: string, claim: GivenClaim }[] {
  const seen = new Set<string>()
  return events.filter(({ doc, claim }) => {
    const days = asRange(claim.date)
    const key = JSON.stringify([doc, claim.type, placeName(claim.place?.name), days?.from ?? '', days?.to ?? ''])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
