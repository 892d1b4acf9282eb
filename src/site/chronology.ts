// What a page says more than once, worked out once: numbers and anchors of incidents, claims by id, hues of voices.
import type { Claim, Quantity } from '../model/claim.ts'
import type { Figure, Incident, Saying } from '../model/incident.ts'
import type { Report } from '../model/report.ts'
import { dayNumber } from './day-columns.ts'
import { anchor } from './escape.ts'
import { kindRank } from './kinds.ts'
import { kindOf } from './words.ts'

/** A report as the page prints it, with the claims found in it (spans are into `report.text`). */
export interface ChronologyReport {
  report: Report
  claims: readonly Claim[]
  /** true for a version that a later one of the same report replaced; it is printed marked as such. */
  superseded?: boolean
}

/** An incident with its running number on the page, its fragment and the day that it is listed under. */
export interface Entry {
  incident: Incident
  number: number
  fragment: string
  day: string | null
  /** It is told for longer than a week and stands under no day. */
  long: boolean
}

/** A report with its fragment. */
export interface Source extends ChronologyReport {
  fragment: string
}

/** A claim with the report it stands in and its fragment. */
export interface Standing {
  claim: Claim
  source: Source
  fragment: string
}

export interface Chronology {
  entries: Entry[]
  sources: Source[]
  claims: ReadonlyMap<string, Standing>
  /** Entries that a claim is a part of. */
  entriesOfClaim: ReadonlyMap<string, Entry[]>
  entryOfIncident: ReadonlyMap<string, Entry>
  sourceOfDoc: ReadonlyMap<string, Source>
  /** First and last day that an incident is listed under. */
  first: string | null
  last: string | null
  voices: number
  /** The class of a voice's hue; hues have equal weight and are given in the order of first speaking. */
  hue(claimant: string | null): string
}

const HUES = 8
const LONGEST = 7

const dayOf = (incident: Incident): string | null => incident.date?.to ?? incident.date?.from ?? null

/** An event told for longer than a week. A running total stands for its last day, however long it has been counting. */
function isLong(incident: Incident): boolean {
  const from = dayNumber(incident.date?.from)
  const to = dayNumber(incident.date?.to)
  return incident.kind !== 'total' && from !== null && to !== null && to - from > LONGEST
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Orders and numbers everything. Days first to last, undated last; within a day by kind, place, id. */
export function arrange(incidents: readonly Incident[], reports: readonly ChronologyReport[]): Chronology {
  const sources: Source[] = []
  const sourceOfDoc = new Map<string, Source>()
  const claims = new Map<string, Standing>()
  const taken = new Set<string>()
  const untaken = (fragment: string): string => {
    let free = fragment
    for (let n = 2; taken.has(free); n++) free = `${fragment}.v${n}`
    taken.add(free)
    return free
  }
  const inOrder = reports.toSorted((a, b) => compare(a.report.published ?? '', b.report.published ?? '') || compare(a.report.doc, b.report.doc))
  for (const given of inOrder) {
    const source: Source = { ...given, fragment: untaken(anchor('r', given.report.doc)) }
    sources.push(source)
    const known = sourceOfDoc.get(given.report.doc)
    if (!known || known.superseded) sourceOfDoc.set(given.report.doc, source)
    for (const claim of given.claims) {
      const standing = claims.get(claim.id)
      // A claim that a later version repeats stands at the version that holds now.
      if (!standing || standing.source.superseded) claims.set(claim.id, { claim, source, fragment: anchor('c', claim.id) })
    }
  }

  const last = (incident: Incident): string => (isLong(incident) ? '9998' : dayOf(incident) ?? '9999')
  const ordered = incidents.toSorted((a, b) => compare(last(a), last(b)) || kindRank(kindOf(a)) - kindRank(kindOf(b))
    || compare(a.place?.name ?? '~', b.place?.name ?? '~') || compare(a.id, b.id))
  const entries = ordered.map((incident, i): Entry => ({ incident, number: i + 1, fragment: untaken(anchor('i', incident.id)), day: isLong(incident) ? null : dayOf(incident), long: isLong(incident) }))
  const entriesOfClaim = new Map<string, Entry[]>()
  const hues = new Map<string, number>()
  for (const entry of entries) {
    for (const id of entry.incident.claims) {
      const list = entriesOfClaim.get(id)
      if (list) list.push(entry)
      else entriesOfClaim.set(id, [entry])
    }
    for (const figure of entry.incident.figures) {
      for (const saying of figure.says) if (saying.claimant !== null && !hues.has(saying.claimant)) hues.set(saying.claimant, hues.size)
    }
  }
  const days = entries.flatMap((entry) => entry.day ?? [])
  return {
    entries, sources, claims, entriesOfClaim, sourceOfDoc,
    entryOfIncident: new Map(entries.map((entry) => [entry.incident.id, entry])),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    voices: hues.size,
    hue: (claimant) => (claimant === null ? 'v-own' : `v-${(hues.get(claimant) ?? 0) % HUES}`),
  }
}

/** The number of a claim that a saying rests on: the same measure, thing and value. */
export function quantityOf(claim: Claim, figure: Pick<Figure, 'measure' | 'of'>, saying: Pick<Saying, 'value' | 'of'>): Quantity | null {
  const same = claim.quantities.filter((q) => q.value === saying.value && q.measure === figure.measure)
  return same.find((q) => q.of === (saying.of ?? figure.of)) ?? same[0] ?? null
}

/** The fragment of a claim's number in its report; the claim's own where the number is not found. */
export function numberFragment(standing: Standing, quantity: Quantity | null): string {
  const index = quantity ? standing.claim.quantities.indexOf(quantity) : -1
  return index < 0 ? standing.fragment : `${standing.fragment}.n${index}`
}

/** The words of the number itself ("Dozens", "three"). */
export function numberWords(standing: Standing, quantity: Quantity | null): string | null {
  return quantity ? standing.source.report.text.slice(quantity.start, quantity.end) || null : null
}
