// What a report has placed so far, and on which day: where a finding goes on about something told before, its place is
// that one's.
import type { DateRange } from '../../model/claim.ts'
import type { LocatedMention } from '../../model/document.ts'

export class PlaceMemory {
  readonly #ofKind = new Map<string, Set<string>>()
  /** By the day's beginning, then by its end. */
  readonly #onDay = new Map<string, Map<string | null, Set<string>>>()
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
    if (day?.written != null && day.from !== null) {
      const from = this.#onDay.get(day.from)
      if (from) keep(from, day.to, place)
      else { const made = new Map<string | null, Set<string>>(); keep(made, day.to, place); this.#onDay.set(day.from, made) }
    }
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
    return day?.written != null && day.from !== null ? this.#onDay.get(day.from)?.get(day.to) : undefined
  }

  times(place: string): number {
    return this.#times.get(place) ?? 0
  }

  /** How often the place most told was given. */
  get most(): number {
    return this.#most
  }
}

function keep<Key>(map: Map<Key, Set<string>>, key: Key, place: string): void {
  const known = map.get(key)
  if (known) known.add(place)
  else map.set(key, setOf(place))
}

/** A set of one; made of a list it would take several times as long. */
export function setOf(one: string): Set<string> {
  const made = new Set<string>()
  made.add(one)
  return made
}
