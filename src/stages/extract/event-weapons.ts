// The weapons of events: those of the phrases that a verb governs, or of the sentence.
import type { Chunk } from '../../languages/en/chunks.ts'

/** What reaches far. */
export const REACHES: ReadonlySet<string> = new Set(['missile', 'drone', 'rocket', 'aircraft', 'artillery', 'bomb'])

/** Adds weapons that are not there yet. */
export function addAll(weapons: string[], more: readonly string[]): void {
  for (let i = 0; i < more.length; i++) if (!weapons.includes(more[i]!)) weapons.push(more[i]!)
}

/** "destroyed a tank": whether what undergoes a verb of a sense is struck, and no weapon of the strike. */
export const isStruckGear = (type: string, sense: string, { np }: Chunk): boolean => type === 'strike' && sense !== 'launch' && sense !== 'land' && np!.counted !== null && GEAR.has(np!.counted) || sense === 'attack' && np!.weapons.includes('mine')
const GEAR: ReadonlySet<string> = new Set(['tank', 'armoured_vehicle', 'artillery', 'aircraft', 'helicopter', 'vehicle', 'ship'])

/** "attacked a convoy and shot down a drone": what those who attack bring down is the other side's; `subject`: where the words of the attack begin, who does it. */
const isBroughtDown = (found: readonly { type: string; first: number; last: number }[], subject: number, c: Chunk): boolean => found.some((e) => e.type === 'interception' && e.first === subject && c.first >= e.first && c.first < e.last)

/** A strike or interception told without a weapon takes those that its sentence names. */
export function weaponsOfSentence(found: readonly { type: string; weapons: string[]; first: number; last: number }[], chunks: readonly Chunk[]): void {
  let all: Set<string> | null = null
  for (const e of found) {
    if (e.weapons.length > 0 || (e.type !== 'strike' && e.type !== 'interception')) continue
    if (!all) { all = new Set(); for (const c of chunks) if (c.np && !(e.type === 'strike' && isBroughtDown(found, e.first, c))) for (const w of c.np.weapons) if (REACHES.has(w)) all.add(w) }
    e.weapons = [...all].sort()
  }
}
