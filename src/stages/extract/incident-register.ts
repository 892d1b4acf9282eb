// What a report has told so far: a sentence that goes on about an event, without a place or day of its own, joins it
// instead of telling a new one.
import type { DateRange, Measure } from '../../model/claim.ts'
import type { LocatedMention } from '../../model/document.ts'
import { HARMFUL } from './event-types.ts'
import { dayStart } from '../../time/days.ts'
import type { PlaceSource } from './place-ranking.ts'

interface Told {
  type: string
  place: LocatedMention | null
  date: DateRange | null
  post: number
  sentence: number
  by: string | null
}

const SUITS: Partial<Record<Measure, ReadonlySet<string>>> = {
  captured: new Set(['capture_or_exchange', 'territory_change', 'violence_against_civilians']),
  released: new Set(['capture_or_exchange']),
  launched: new Set(['strike', 'interception']),
  intercepted: new Set(['interception', 'strike']),
  suppressed: new Set(['interception']),
  struck: new Set(['strike', 'explosion']),
}

/** Whether a count of a measure can belong to an event of a type. */
export function suitsMeasure(type: string, measure: Measure): boolean {
  return (SUITS[measure] ?? HARMFUL).has(type)
}

/** Types that tell of one happening in other words: an explosion where a strike is told is that strike. */
const KIN: Readonly<Record<string, string>> = { explosion: 'strike' }

export class IncidentRegister {
  readonly #told: Told[] = []

  /**
   * The place and day of an event or of a count that belongs to one. A place that was not said joins the last event of the
   * type in the same item, a day that was not said takes the day of the event at the same place. null: it tells nothing
   * new (`keep` false), so that no incident is made of it. `by`: whose forces move, where they do.
   */
  settle(type: string, place: LocatedMention | null, source: PlaceSource, date: DateRange | null, post: number, sentence: number, keep: boolean, by: string | null = null): { place: LocatedMention | null; date: DateRange | null } | null {
    const stated = source === 'clause' || source === 'sentence'
    const dayStated = date?.written != null
    const kin = KIN[type]
    for (let i = this.#told.length - 1; i >= 0; i--) {
      const t = this.#told[i]!
      if (t.post !== post && (!stated || !dayStated)) { if (t.post !== post) continue }
      if (!dayStated && sentence - t.sentence > 1 && isBackground(t.date, date)) continue
      if (kin === t.type && (t.place?.name === place?.name || !stated) && (!dayStated || sameDays(t.date, date) || !isApart(t.date, date))) return keep ? { place: t.place, date: t.date } : null
      if (t.type !== type || by !== null && t.by !== null && t.by !== by) continue // another's forces are other forces
      if (t.place?.name === place?.name) {
        if (dayStated && t.date?.written == null && sameDays(t.date, date)) t.date = date // said now
        if (!dayStated || sameDays(t.date, date)) return keep ? { place: t.place, date: t.date } : null
        if (t.date?.written == null && t.post === post) { t.date = date; return { place, date } }
      } else if (!stated && !dayStated && type !== 'diplomacy') return keep ? { place: t.place, date: t.date } : null
    }
    this.#told.push({ type, place, date, post, sentence, by })
    return { place, date }
  }
}

const DAY = 864e5
/** "a series of attacks last month": what is told over so many days is no one event that the report goes on about. */
const LONG_DAYS = 8

/** Whether the days of something told are a long time that the day at hand lies outside of. */
function isBackground(told: DateRange | null, date: DateRange | null): boolean {
  if (told?.from == null || told.to === null || date?.to == null) return false
  return dayStart(told.to) - dayStart(told.from) > LONG_DAYS * DAY && (date.to > told.to || date.to < told.from)
}

/** Whether two days said lie more than a day apart. */
function isApart(told: DateRange | null, date: DateRange | null): boolean {
  if (told?.from == null || told.to === null || date?.from == null || date.to === null) return false
  return dayStart(date.from) - dayStart(told.to) > DAY || dayStart(told.from) - dayStart(date.to) > DAY
}

function sameDays(a: DateRange | null, b: DateRange | null): boolean {
  return (a?.from ?? null) === (b?.from ?? null) && (a?.to ?? null) === (b?.to ?? null)
}
