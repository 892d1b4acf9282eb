// What a counted effect belongs to: an event of its sentence, or the whole country.
import type { Finding } from './counts.ts'
import type { EventFinding } from './events.ts'

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
