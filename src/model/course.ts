// The course of what lasts: when an alert or an outage began and ended, each with the words that say so.

/** A moment as the report tells it. `at`: a TIMEX3 value ("2024-06-12T02:15", "2024-06-12TEV", "2024-06-12"); null where no time is told. */
export interface Moment {
  at: string | null
  quote: string
  start: number
  end: number
}

/** `lasted`: `at` is a length of time ("PT3H"). `partly`: service came back for some and not for all. */
export interface Course {
  began?: Moment
  ended?: Moment & { partly?: true }
  lasted?: Moment
}

/** A moment with the claim that tells it. */
export interface ToldMoment extends Moment {
  claim: string
  partly?: true
}

/** What every voice says of the course of an incident, in order of time told and claim. */
export interface ToldCourse {
  began: ToldMoment[]
  ended: ToldMoment[]
  lasted: ToldMoment[]
}

export const NOT_TOLD: ToldCourse = { began: [], ended: [], lasted: [] }
