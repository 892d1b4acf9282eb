// What each voice said, how often it was later revised or stood against others, and the running totals that were told.
import type { Counted, Measure } from '../../model/claim.ts'
import type { Incident, Saying } from '../../model/incident.ts'
import { dayNumber } from '../../site/day-columns.ts'
import type { Row } from './row.ts'

/** A claimant or an outlet. */
export interface Voice {
  name: string
  incidents: number
  /** Figures it gave, those of them it replaced later, and those where the voices do not agree. */
  figures: number
  revised: number
  disputed: number
  denied: number
  first: string | null
  last: string | null
}

/** A total as one voice told it on one day. */
export interface TotalPoint {
  incident: string
  claim: string
  claimant: string
  measure: Measure
  of: Counted
  place: string
  day: string
  value: number
  bound: Saying['bound']
  quote: string
  report: string
}

type Tallied = Omit<Voice, 'name'>

/** Counts along while incidents are read. */
export class Tally {
  readonly #claimants = new Map<string, Tallied>()
  readonly #outlets = new Map<string, Tallied>()
  readonly totals: TotalPoint[] = []

  add(incident: Incident, row: Row): void {
    for (const claimant of row.claimants) seen(this.#claimants, claimant, row)
    for (const outlet of row.outlets) seen(this.#outlets, outlet, row)
    for (const figure of incident.figures) {
      const apart = figure.low !== null && figure.high !== null && figure.low !== figure.high
      for (const saying of figure.says) {
        said(saying.claimant === null ? undefined : this.#claimants.get(saying.claimant), saying, apart)
        said(saying.outlet == null ? undefined : this.#outlets.get(saying.outlet), saying, apart)
        if (!saying.cumulative || saying.bound === 'vague') continue
        const day = incident.date?.to ?? saying.published?.slice(0, 10)
        if (day == null || dayNumber(day) === null) continue
        this.totals.push({ incident: incident.id, claim: saying.claim, claimant: saying.claimant ?? saying.outlet ?? saying.report, measure: figure.measure, of: figure.of, place: row.place ?? '', day, value: saying.value, bound: saying.bound, quote: saying.quote, report: saying.report })
      }
    }
  }

  voices(): { claimants: Voice[], outlets: Voice[] } {
    const list = (known: ReadonlyMap<string, Tallied>): Voice[] => [...known].map(([name, voice]) => ({ name, ...voice })).sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1))
    return { claimants: list(this.#claimants), outlets: list(this.#outlets) }
  }
}

function seen(known: Map<string, Tallied>, name: string, row: Row): void {
  let voice = known.get(name)
  if (voice === undefined) known.set(name, voice = { incidents: 0, figures: 0, revised: 0, disputed: 0, denied: 0, first: null, last: null })
  voice.incidents++
  const day = row.to ?? row.from
  if (day === null) return
  if (voice.first === null || day < voice.first) voice.first = day
  if (voice.last === null || day > voice.last) voice.last = day
}

function said(voice: Tallied | undefined, saying: Saying, apart: boolean): void {
  if (voice === undefined) return
  voice.figures++
  if (saying.superseded_by !== null) voice.revised++
  if (apart) voice.disputed++
  if (saying.stance === 'denied') voice.denied++
}
