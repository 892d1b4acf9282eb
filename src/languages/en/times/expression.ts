// What a time expression says before it is resolved: what it names, and what it leaves to be told from its surroundings.
import type { Part, Season } from '../../../time/timex.ts'

/** Which day an expression counts from: the day of writing, or the day last told. */
export type From = 'published' | 'told'

/** A year in words (negative: before Christ), or a number of years from the year of writing or the year last told; null: not said. */
export type YearSaid = number | { shift: number; from: From } | null

/** Which one of a repeated time (a Tuesday, a March, a winter): `near` without a word; the last, next or present one; the next or last from what was told. */
export type Which = 'near' | 'last' | 'next' | 'this' | 'told' | 'following' | 'previous'

export type Base =
  | { is: 'day'; year: YearSaid; month: number; day: number; weekday: number } // month 0: not said
  | { is: 'month'; year: YearSaid; month: number; which: Which }
  | { is: 'season'; year: YearSaid; season: Season; which: Which }
  | { is: 'year'; year: number }
  | { is: 'half'; year: YearSaid; of: 'H' | 'Q'; n: number }
  | { is: 'decade'; year: number } // any year of it
  | { is: 'century'; century: number } // 20: the twentieth; negative before Christ
  | { is: 'weekday'; weekday: number; which: Which }
  | { is: 'shift'; unit: string; n: number; from: From; same?: 'D' | 'W' | 'M'; weekday?: number } // n units on: "yesterday", "last week", "two days later"; infinite: an open number of them; `same`: the day, week or month so long before ("a year ago this week", "a year ago on Monday")
  | { is: 'span'; unit: string; n: number | null; window: 'past' | 'next' | 'first' | 'last' | null; of?: string; aside?: 'before' | 'after' } // a length of time, and the stretch it is laid along; `of`: the war it is the first or last of, or counted from; `aside`: "a day after …", with another event behind it
  | { is: 'holiday'; date: string; year: YearSaid }
  | { is: 'war'; noun: string; unit: string; n: number } // n units after the first day of the war, invasion, offensive …
  | { is: 'timeless' } // a clock time or a part of the day on a day not said
  | { is: 'fixed'; value: string | null }

export interface Expression {
  /** Tokens, `last` excluded. */
  first: number
  last: number
  kind: 'date' | 'time' | 'duration' | 'set'
  base: Base
  part: Part | null
  /** MO AF EV NI DT, where a part of the day is said. */
  dayPart: string
  /** "05:00"; "05" where minutes are open. */
  clock: string
  /** A zone written after the clock time, as an offset ("-05"), else "". */
  zone: string
  /** The night that begins on the evening before ("overnight") or goes on into the next day ("the night of 3 May"). */
  spill: 'before' | 'after' | null
  /** A season that only describes a noun ("winter wheat") tells no day. */
  describes: boolean
  /** Only an expression in a history; elsewhere it says nothing of a time. */
  history: boolean
  /** "earlier this month": the part that is over; "later this month": the part to come. */
  side: 'earlier' | 'later' | null
  /** What a length is laid along: "the first two months of 1939", "the last week of August". */
  within: Expression | null
  /** Which one of its kind within that: 2 for "the second week of March". */
  nth: number
}

/** A plain expression over tokens `first`–`last`. */
export const expression = (first: number, last: number, kind: Expression['kind'], base: Base): Expression => ({ first, last, kind, base, part: null, dayPart: '', clock: '', zone: '', spill: null, describes: false, history: false, side: null, within: null, nth: 1 })

/** A reading of some tokens, or null where they are no time expression. */
export type Made = Expression | null
