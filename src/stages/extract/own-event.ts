// What a counted effect belongs to: an event of its sentence, or the whole country; and what words only point to.
import type { DateRange } from '../../model/claim.ts'
import type { LocatedMention, TokenTable } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Finding } from './counts.ts'
import { HARMFUL } from './event-types.ts'
import type { EventFinding } from './events.ts'
import type { PlaceSource } from './to-place.ts'

/** Counts that a national body gives for the whole country: regions hit, salvos launched and shot down. */
export function isNationwide(f: Finding): boolean {
  return f.of === 'region' || ((f.measure === 'launched' || f.measure === 'intercepted') && f.value >= 10)
}

/** The event of a sentence that a counted effect belongs to: the one whose words it shares, else the nearest. */
export function nearestEvent(events: readonly EventFinding[], f: Finding): EventFinding | null {
  let best: EventFinding | null = null, least = Infinity
  for (const e of events) {
    if (e.type === 'diplomacy') continue // what is said of it harms nobody
    const gap = e.anchor === f.anchor ? -1 : e.first >= f.last ? e.first - f.last : e.last <= f.first ? f.first - e.last : 0
    if (gap < least) { least = gap; best = e }
  }
  return best
}

const WARS = wordGroup('war_itself')
const BY_WHICH: ReadonlySet<string> = new Set(['when', 'with', 'after'])

/** "The war began on 7 October, when gunmen stormed the border posts": whether the beginning of a war is another event that its sentence tells. */
export function isTheOther({ lower }: TokenTable, e: EventFinding, events: readonly EventFinding[]): boolean {
  if (e.rule !== 'frame-war-begins') return false
  let war = false
  for (let t = e.first; t < e.last; t++) if (WARS.has(lower[t]!)) war = true
  if (!war) return false
  return events.some((other) => {
    if (other === e || other.first < e.last || other.first - e.last > OTHER_WITHIN || !HARMFUL.has(other.type) || other.mood !== 'real' && other.mood !== 'passing') return false
    for (let t = e.last; t < other.first; t++) if (BY_WHICH.has(lower[t]!)) return true
    return false
  })
}
/** So many tokens behind the beginning of a war stands what it began with. */
const OTHER_WITHIN = 16

/** Fighting spoken of without a day is background where its place stands in another clause or is a whole region. */
export function pointsAway(e: EventFinding, source: PlaceSource, place: LocatedMention | null, day: DateRange | null): boolean {
  if (e.type === 'ground_combat') return e.nominal && e.definite && source === 'sentence' && e.anniversary === undefined || day?.written == null && ((source === 'sentence' && !e.happens) || (place?.precision === 'region' && !e.happens))
  return (e.type === 'strike' || e.type === 'territory_change') && e.nominal && e.definite && source === 'sentence'
}

/** Whether a sentence has told an event of the place (`told`: by place, the days said, null for none) already, and not only on other days that it says. */
export function isToldHere(told: ReadonlyMap<string, ReadonlySet<string | null>> | undefined, place: string, day: DateRange | null): boolean {
  const days = told?.get(place)
  return days !== undefined && (day?.written == null || days.has(null) || days.has(day.from))
}
