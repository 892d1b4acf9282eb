// An incident as lists, map and timeline need it: kept in memory for all incidents, so that any filter is one pass.
import type { DateRange } from '../../model/claim.ts'
import type { Figure, Incident } from '../../model/incident.ts'
import { needsOf, tollOf, type NeedBits } from '../../review/needs.ts'
import { isPoint, isUntold } from '../../site/words.ts'
import { dayNumber } from '../../site/day-columns.ts'
import type { IncidentVoice } from '../../store/store.ts'

/** Kinds that are no incident type: a count that no event carries, and a running total. */
export const FIGURES_ALONE = 'figures'
export const TOTAL_KIND = 'total'
/** What is told for longer than this many days stands under no single day. */
const LONGEST = 7
const FIGURES_SHOWN = 4

/** A figure in short. */
export interface ShortFigure {
  measure: Figure['measure']
  of: Figure['of']
  low: number | null
  best: number | null
  high: number | null
  voices: number
}

export interface Row {
  id: string
  kind: string
  /** Days since 1970 of the day that it is listed under; null: no day was told, or it lasted longer than a week. */
  day: number | null
  from: string | null
  to: string | null
  place: string | null
  /** Two letters of the country, null where it was not told. */
  country: string | null
  /** `point`: lat and lon are set. `area`: a region or a country. `untold`: named, but which or where cannot be told. */
  standing: 'point' | 'area' | 'untold' | 'none'
  precision: string | null
  lat: number
  lon: number
  by: string | null
  against: string | null
  weapons: readonly string[]
  figures: readonly ShortFigure[]
  agreement: Incident['agreement']
  origins: number
  review: Incident['review']
  partOf: string | null
  claims: number
  reports: number
  claimants: readonly string[]
  outlets: readonly string[]
  /** Why it wants a person's look; 0: it does not. */
  needs: NeedBits
  /** What it is ordered by among those of the same needs (review/needs.ts). */
  toll: number
}

/** Strings that come again and again are kept once. */
export class Strings {
  readonly #known = new Map<string, string>()
  readonly #lists = new Map<string, readonly string[]>()

  one(text: string): string {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    this.#known.set(text, text)
    return text
  }

  maybe(text: string | null | undefined): string | null {
    return text === null || text === undefined || text === '' ? null : this.one(text)
  }

  list(texts: Iterable<string>): readonly string[] {
    const sorted = [...new Set(texts)].sort(), key = sorted.join('\u0000')
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    const made = sorted.map((text) => this.one(text))
    this.#lists.set(key, made)
    return made
  }
}

/** The kind that an incident is filtered, drawn and listed as. */
export function kindOfIncident(incident: Incident): string {
  return incident.kind === 'total' ? TOTAL_KIND : incident.type ?? FIGURES_ALONE
}

function listedDay(incident: Incident): number | null {
  const from = dayNumber(incident.date?.from), to = dayNumber(incident.date?.to)
  if (incident.kind !== 'total' && from !== null && to !== null && to - from > LONGEST) return null
  return to ?? from
}

const isoDay = (day: DateRange['from'] | undefined): string | null => day?.slice(0, 10) ?? null

/** The row of an incident and of who speaks of it. */
export function rowOf(incident: Incident, voices: readonly IncidentVoice[], strings: Strings): Row {
  const { place } = incident
  const point = isPoint(place)
  return {
    id: incident.id, kind: strings.one(kindOfIncident(incident)), day: listedDay(incident), from: strings.maybe(isoDay(incident.date?.from)), to: strings.maybe(isoDay(incident.date?.to)),
    place: strings.maybe(place?.name || place?.written), country: strings.maybe(place?.country),
    standing: place === null ? 'none' : point ? 'point' : isUntold(place) ? 'untold' : 'area', precision: strings.maybe(place?.precision),
    lat: point ? place.lat : NaN, lon: point ? place.lon : NaN,
    by: strings.maybe(incident.by), against: strings.maybe(incident.against), weapons: strings.list(incident.weapons),
    figures: incident.figures.slice(0, FIGURES_SHOWN).map((figure) => shortFigure(figure)),
    agreement: incident.agreement, origins: incident.origins, review: incident.review, partOf: incident.part_of, claims: incident.claims.length, reports: incident.reports.length,
    claimants: strings.list(voices.flatMap((voice) => voice.claimant ?? [])), outlets: strings.list(voices.flatMap((voice) => voice.outlet ?? [])),
    needs: incident.kind === 'total' ? 0 : needsOf(incident), toll: tollOf(incident),
  }
}

function shortFigure({ measure, of, low, best, high, says }: Figure): ShortFigure {
  return { measure, of, low, best, high, voices: new Set(says.filter((say) => say.superseded_by === null).map((say) => say.claimant ?? say.outlet ?? say.report)).size }
}
