// What was found in a report: claims and statements, each tied to the exact words that say it.
import type { Course } from './course.ts'

export const INCIDENT_TYPES = ['strike', 'interception', 'ground_combat', 'territory_change', 'violence_against_civilians', 'explosion', 'air_raid_alert', 'infrastructure_disruption', 'capture_or_exchange', 'deployment', 'diplomacy', 'unrest'] as const
/** The shipped incident types; a user's own type is any other identifier that a file under events/ declares. */
export type IncidentType = (typeof INCIDENT_TYPES)[number] | (string & {})

export const MEASURES = ['killed', 'injured', 'casualties', 'missing', 'captured', 'released', 'displaced', 'evacuated', 'rescued', 'trapped', 'launched', 'intercepted', 'suppressed', 'struck', 'damaged', 'destroyed', 'without_service'] as const
export type Measure = (typeof MEASURES)[number]

export const COUNTED = ['person', 'civilian', 'child', 'combatant', 'medic', 'journalist', 'drone', 'missile', 'munition', 'aircraft', 'helicopter', 'tank', 'armoured_vehicle', 'vehicle', 'artillery', 'ship', 'building', 'school', 'hospital', 'facility', 'settlement', 'region', 'household', 'strike'] as const
/** What a number counts: kinds of people and of things. */
export type Counted = (typeof COUNTED)[number]
export const PEOPLE: ReadonlySet<Counted> = new Set<Counted>(['person', 'civilian', 'child', 'combatant', 'medic', 'journalist'])

export const BOUNDS = ['exact', 'at_least', 'at_most', 'about', 'vague'] as const
export type Bound = (typeof BOUNDS)[number]

export type Stance = 'asserted' | 'denied' | 'unconfirmed'
export type Precision = 'site' | 'settlement' | 'district' | 'region' | 'country'

/** How a value is known: in words at a span, or worked out. */
export type Known = 'stated' | 'implied'

/** A number with its own words: `start`/`end` lie inside the claim's span. */
export interface Quantity {
  measure: Measure
  of: Counted
  value: number
  bound: Bound
  cumulative: boolean
  start: number
  end: number
}

/** Who says it. `name` is the fullest name given in the report. */
export interface Claimant {
  name: string
  role: string | null
  channel: string | null
}

/** A place as written and as resolved; null coordinates where it cannot be told: never a guess. */
export interface Place {
  name: string
  country: string | null
  lat: number | null
  lon: number | null
  precision: Precision | null
  written: string
  /** The gazetteer's own id where it was resolved ("geonames:703448", "country:UA", "region:UA-63"). */
  gazetteerId?: string | null
  known?: Known
}

/** Whole local civil days, both included. `from` null: the beginning was not said. `written` null: worked out, not said. */
export interface DateRange {
  from: string | null
  to: string | null
  written: string | null
  known?: Known
}

export interface Span {
  start: number
  end: number
}

/** What one voice says about one event, tied to the words that say it. */
export interface Claim {
  id: string
  also: Span[]
  type: IncidentType | null
  quote: string
  start: number
  end: number
  /** Index into the report's posts. */
  post: number | null
  /** null: the outlet's own voice. */
  claimant: Claimant | null
  stance: Stance
  place: Place | null
  date: DateRange | null
  by: string | null
  against: string | null
  weapons: string[]
  quantities: Quantity[]
  /** true where the report itself carries a denial or a contrary account of the event. */
  contested: boolean
  /** When an alert or an outage began and ended. Absent: not told, or another kind. */
  course?: Course
  /** The rule that found it, as `explain` names it. */
  rule: string
}

/** Somebody's words or their report, with the words that attribute them. */
export interface Statement {
  speaker: string
  role: string | null
  channel: string | null
  cue: string
  quote: string
  direct: boolean
  start: number
  end: number
}

/** `literal`: the place itself; `associative`: a demonym, an adjective, a capital that speaks for a state, part of a name. */
export interface PlaceMention {
  use: 'literal' | 'associative'
  start: number
  end: number
  written: string
  name: string
  country: string | null
  lat: number | null
  lon: number | null
  precision: Precision | null
}

/** A time expression; `value` as in TIMEX3, null if open. */
export interface TimeMention {
  start: number
  end: number
  written: string
  value: string | null
}

/** Something seen and left alone, and why; or a step of a finding: what `explain` prints. */
export interface Note {
  start: number
  end: number
  rule: string
  note: string
}

/** All that extraction gives for one report. */
export interface Extraction {
  claims: Claim[]
  statements: Statement[]
  places: PlaceMention[]
  times: TimeMention[]
  notes: Note[]
}
