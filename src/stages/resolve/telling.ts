// What one report tells of one event.
import type { Bound, Counted, Measure, Place } from '../../model/claim.ts'
import type { Days } from './day.ts'
import type { Harmed } from './harmed.ts'
import type { Traces } from '../weigh/origins.ts'
import type { Voiced } from './input.ts'
import type { Words } from './words.ts'

/** A number that can be compared with another's. People are one family; every kind of thing is its own. */
export interface Count {
  measure: Measure
  family: Counted
  of: Counted
  value: number
  bound: Bound
}

/** What is kept of a version of a report beside its claims. */
export interface Teller extends Traces {
  /** Names the version. */
  id: string
  /** What it is printed under (doc). */
  report: string
  outlet: string | null
  title: string | null
}

/** The claims of one report about one event, summed up for comparing. */
export interface Telling {
  /** The smallest id of its claims; of a report without claims, its key's. */
  id: string
  teller: Teller
  claims: Voiced[]
  type: string | null
  place: Place | null
  placeKey: string | null
  level: number
  days: Days | null
  by: string | null
  against: string | null
  weapons: ReadonlySet<string>
  /** Parts of the day (hours.ts); 0 where none is told. */
  hours: number
  /** Told as one more attack on its place. */
  another: boolean
  counts: Count[]
  words: Words
  harmed: readonly Harmed[]
  /** Names of what its claims are one incident with by decision. */
  decided: readonly string[]
  /** Claims that it is not one incident with by decision. */
  apartFrom: ReadonlySet<string>
  /** true for the telling that its report is mainly about. */
  main: boolean
  /** Its report is a headline and nothing else. */
  headline: boolean
}

/** What an incident is made of: a telling without what only comparing needs. */
export type Told = Omit<Telling, 'counts' | 'words' | 'harmed' | 'headline' | 'decided' | 'apartFrom' | 'hours' | 'another'>

/** Kinds that harm nobody by themselves: people killed and things destroyed are told of something else. */
export const WITHOUT_HARM: ReadonlySet<string> = new Set(['diplomacy', 'air_raid_alert', 'deployment', 'infrastructure_disruption'])
