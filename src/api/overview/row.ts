// An incident as lists, map and timeline need it.
import type { Figure, Incident } from '../../model/incident.ts'
import type { NeedBits } from '../../review/needs.ts'

/** Kinds that are no incident type: a count that no event carries, and a running total. */
export const FIGURES_ALONE = 'figures'
export const TOTAL_KIND = 'total'
/** The day of a row that has none. */
export const NO_DAY = -0x8000_0000

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
  from: string | null
  to: string | null
  place: string | null
  /** Two letters of the country, null where it was not told. */
  country: string | null
  /** `point`: lat and lon are set. `area`: a region or a country. `untold`: named, but which or where cannot be told. */
  standing: Standing
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
  claims: number
  reports: number
  /** Why it wants a person's look; 0: it does not. */
  needs: NeedBits
}

export const STANDINGS = ['point', 'area', 'untold', 'none'] as const
export type Standing = (typeof STANDINGS)[number]
export const AGREEMENTS = ['single', 'corroborated', 'contested', 'denied'] as const satisfies readonly Incident['agreement'][]
export const REVIEWS = ['unreviewed', 'accepted', 'published'] as const satisfies readonly Incident['review'][]
