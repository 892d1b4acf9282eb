// What a report has placed so far, and on which day: where a finding goes on about something told before, its place is
// that one's.
import type { DateRange } from '../../model/claim.ts'
import type { LocatedMention } from '../../model/document.ts'

export class PlaceMemory {
  readonly #ofKind = new Map<string, Set<string>>()
  readonly #onDay = new Map<string, Set<string>>()
  readonly #times = new Map<string, number>()
  #most = 0
  /** The place given last, and the sentence of the finding that it was given to. */
  last: string | null = null
  lastMention: LocatedMention | null = null
  lastSentence = -99

  /** Keeps where a finding of a kind (an incident type, a measure) was placed. */
  note(kind: string, day: DateRange | null, mention: LocatedMention, sentence: number): void {
    const place = mention.name
    keep(this.#ofKind, kind, place)
    const on = dayOf(day)
    if (on) keep(this.#onDay, on, place)
    const times = (this.#times.get(place) ?? 0) + 1
    this.#times.set(place, times)
    if (times > this.#most) this.#most = times
    this.last = place
    this.lastMention = mention
    this.lastSentence = sentence
  }

  /** Places that findings of a kind were given. */
  ofKind(kind: string): ReadonlySet<string> | undefined {
    return this.#ofKind.get(kind)
  }

  /** Places told for a day that is said in words; undefined where the day is only worked out, or nothing was told for it. */
  onDay(day: DateRange | null): ReadonlySet<string> | undefined {
    const on = dayOf(day)
    return on ? this.#onDay.get(on) : undefined
  }

  times(place: string): number {
    return this.#times.get(place) ?? 0
  }

  /** How often the place most told was given. */
  get most(): number {
    return this.#most
  }
}

function keep(map: Map<string, Set<string>>, key: string, place: string): void {
  const known = map.get(key)
  if (known) known.add(place)
  else map.set(key, new Set([place]))
}

const dayOf = (day: DateRange | null): string | null => (day?.written != null && day.from !== null ? `${day.from}|${day.to}` : null)
