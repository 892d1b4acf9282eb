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

export const AGREEMENTS = ['single', 'corroborated', 'contested', 'denied'] as const satisfies readonly Incident['agreement'][]
export const REVIEWS = ['unreviewed', 'accepted', 'published'] as const satisfies readonly Incident['review'][]

/** Where a row's kind, place, sides, weapons, voices and spot stand among the names and lists that rows share (Shared); -1 for none. */
export interface RowNumbers { kind: number, place: number, country: number, by: number, against: number, weapons: number, claimants: number, outlets: number, spot: number }

/** Names and lists of names that come again and again: kept once, each with its number, so that rows are counted by numbers. */
export class Shared {
  readonly names: string[] = []
  readonly lists: (readonly string[])[] = []
  readonly #names = new Map<string, number>()
  readonly #lists = new Map<string, number>()

  /** The number of a name; -1 for none. */
  at(text: string | null | undefined): number {
    if (text === null || text === undefined || text === '') return -1
    const known = this.#names.get(text)
    if (known !== undefined) return known
    this.#names.set(text, this.names.length)
    return this.names.push(text) - 1
  }

  /** The one copy of a name. */
  one(text: string): string { return this.names[this.at(text)] ?? text }

  maybe(text: string | null | undefined): string | null { return this.names[this.at(text)] ?? null }

  /** The number of a list, whatever order its names are in. */
  listAt(texts: Iterable<string>): number {
    const sorted = [...new Set(texts)].sort(), key = sorted.join('\u0000')
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    this.#lists.set(key, this.lists.length)
    return this.lists.push(sorted.map((text) => this.one(text))) - 1
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

/** The row of an incident and of who speaks of it, with its numbers. */
export function rowOf(incident: Incident, voices: readonly IncidentVoice[], shared: Shared): { row: Row, numbers: RowNumbers } {
  const { place } = incident
  const point = isPoint(place), standing = place === null ? 'none' : point ? 'point' : isUntold(place) ? 'untold' : 'area'
  const kind = kindOfIncident(incident), name = place?.name || place?.written
  const at: RowNumbers = {
    kind: shared.at(kind), place: shared.at(name), country: shared.at(place?.country), by: shared.at(incident.by), against: shared.at(incident.against), weapons: shared.listAt(incident.weapons),
    claimants: shared.listAt(voices.flatMap((voice) => voice.claimant ?? [])), outlets: shared.listAt(voices.flatMap((voice) => voice.outlet ?? [])),
    spot: shared.at(point ? `${place.lat}|${place.lon}` : `${standing}|${place?.country}|${name}`),
  }
  const row: Row = {
    id: incident.id, kind: shared.names[at.kind]!, day: listedDay(incident), from: shared.maybe(isoDay(incident.date?.from)), to: shared.maybe(isoDay(incident.date?.to)),
    place: shared.names[at.place] ?? null, country: shared.names[at.country] ?? null,
    standing, precision: shared.maybe(place?.precision),
    lat: point ? place.lat : NaN, lon: point ? place.lon : NaN,
    by: shared.names[at.by] ?? null, against: shared.names[at.against] ?? null, weapons: shared.lists[at.weapons]!,
    figures: incident.figures.slice(0, FIGURES_SHOWN).map((figure) => shortFigure(figure)),
    agreement: incident.agreement, origins: incident.origins, review: incident.review, partOf: incident.part_of, claims: incident.claims.length, reports: incident.reports.length,
    claimants: shared.lists[at.claimants]!, outlets: shared.lists[at.outlets]!,
    needs: incident.kind === 'total' ? 0 : needsOf(incident), toll: Math.round(tollOf(incident)),
  }
  return { row, numbers: at }
}

function shortFigure({ measure, of, low, best, high, says }: Figure): ShortFigure {
  return { measure, of, low, best, high, voices: new Set(says.filter((say) => say.superseded_by === null).map((say) => say.claimant ?? say.outlet ?? say.report)).size }
}
