// Events whose sentence tells them already by another word: a release by its count, a build-up by its noun.
import type { Chunk } from '../../languages/en/chunks.ts'
import type { Finding } from './counts.ts'
import type { EventFinding } from './events.ts'
import type { PlaceSource } from './to-place.ts'

/** What is taken as booty, where people are taken prisoner. */
export const GEAR: ReadonlySet<string> = new Set(['tank', 'armoured_vehicle', 'artillery', 'vehicle'])

/** Whether the sentence of an event tells it already. `ofLand`: it is placed in a country as a whole; `source`: how its place was found. */
export function isToldBeside(e: EventFinding, chunks: readonly Chunk[], events: readonly EventFinding[], counts: readonly Finding[], ofLand: boolean, source: PlaceSource): boolean {
  if (e.type === 'capture_or_exchange' && counts.some((f) => f.measure === 'captured' && f.anchor === e.anchor && GEAR.has(f.of))) return true // "1,400 tanks, of which 500 were captured"
  if (e.type === 'capture_or_exchange') return ofLand && counts.some((f) => f.measure === 'released' && f.anchor === e.anchor)
  if (e.type !== 'deployment') return false
  if (counts.some((f) => f.measure === 'released' && f.numberFirst >= e.first && f.numberFirst < e.last)) return true // "115 freed soldiers have returned"
  return chunks[e.anchor]!.vg?.ing === true && source !== 'clause' && events.some((o) => o !== e && o.type === 'deployment' && o.mood === 'real' && o.first <= e.first) // "a build-up along the border, amassing 190,000 troops"
}
