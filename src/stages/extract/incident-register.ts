// What a report has told so far: a sentence that goes on about an event, without a place or day of its own, joins it
// instead of telling a new one.
import type { DateRange, Measure } from '../../model/claim.ts'
import type { LocatedMention } from '../../model/document.ts'
import type { PlaceSource } from './place-ranking.ts'

interface Told {
  type: string
  place: LocatedMention | null
  date: DateRange | null
  post: number
}

const SUITS: Partial<Record<Measure, ReadonlySet<string>>> = {
  captured: new Set(['capture_or_exchange', 'territory_change', 'violence_against_civilians']),
  released: new Set(['capture_or_exchange']),
  launched: new Set(['strike', 'interception']),
  intercepted: new Set(['interception', 'strike']),
  suppressed: new Set(['interception']),
  struck: new Set(['strike', 'explosion']),
}
const HARM: ReadonlySet<string> = new Set(['strike', 'ground_combat', 'explosion', 'violence_against_civilians', 'interception'])

/** Whether a count of a measure can belong to an event of a type. */
export function suitsMeasure(type: string, measure: Measure): boolean {
  return (SUITS[measure] ?? HARM).has(type)
}

/** Types that tell of one happening in other words: an explosion where a strike is told is that strike. */
const KIN: Readonly<Record<string, string>> = { explosion: 'strike' }

export class IncidentRegister {
  readonly #told: Told[] = []

  /**
   * The place and day of an event or of a count that belongs to one. A place that was not said joins the last event of the
   * type in the same item, a day that was not said takes the day of the event at the same place. null: it tells nothing
   * new (`keep` false), so that no incident is made of it.
   */
  settle(type: string, place: LocatedMention | null, source: PlaceSource, date: DateRange | null, post: number, keep: boolean): { place: LocatedMention | null; date: DateRange | null } | null {
    const stated = source === 'clause' || source === 'sentence'
    const dayStated = date?.written != null
    const kin = KIN[type]
    for (let i = this.#told.length - 1; i >= 0; i--) {
      const t = this.#told[i]!
      if (t.post !== post && (!stated || !dayStated)) { if (t.post !== post) continue }
      if (kin === t.type && (t.place?.name === place?.name || !stated)) return keep ? { place: t.place, date: t.date } : null
      if (t.type !== type) continue
      if (t.place?.name === place?.name) {
        if (!dayStated || sameDays(t.date, date)) return keep ? { place: t.place, date: t.date } : null
        if (t.date?.written == null && t.post === post) { t.date = date; return { place, date } }
      } else if (!stated && !dayStated && type !== 'diplomacy') return keep ? { place: t.place, date: t.date } : null
    }
    this.#told.push({ type, place, date, post })
    return { place, date }
  }
}

function sameDays(a: DateRange | null, b: DateRange | null): boolean {
  return (a?.from ?? null) === (b?.from ?? null) && (a?.to ?? null) === (b?.to ?? null)
}
