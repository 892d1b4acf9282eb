// "A drone assault", "an assault with missiles": an assault by what flies is a strike, by men it is fighting on the ground.
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'

/** What is asked of an event, and changed in it. */
interface Told { type: string; anchor: number; campaign?: boolean }

const ASSAULTS: ReadonlySet<string> = new Set(['assault', 'assaults', 'onslaught', 'onslaughts'])
const ON_FOOT = wordGroup('on_foot')
const FLIES: ReadonlySet<string> = new Set(['drone', 'missile', 'rocket', 'bomb'])

/** Makes assaults told with drones or missiles, and without men or armour, strikes; one told beside the strike that it was is left out. */
export function settleAssaults(tokens: TokenTable, chunks: readonly Chunk[], found: Told[]): void {
  for (let i = found.length - 1; i >= 0; i--) {
    const e = found[i]!
    if (e.type !== 'ground_combat' || !tellsAssault(tokens, chunks, e) || !isFromAir(tokens, chunks)) continue
    if (found.some((other) => other.type === 'strike')) found.splice(i, 1)
    else { e.type = 'strike'; e.campaign = false }
  }
}

/** Whether the words of an event are of an assault. */
function tellsAssault({ lower }: TokenTable, chunks: readonly Chunk[], { anchor }: Told): boolean {
  for (let k = anchor; k <= anchor + 1 && k < chunks.length; k++) if (chunks[k]!.np !== null && ASSAULTS.has(lower[chunks[k]!.last - 1]!)) return true
  return false
}

/** Whether a sentence tells of drones or missiles, and of nobody who comes on foot or in armour. */
function isFromAir({ lower }: TokenTable, chunks: readonly Chunk[]): boolean {
  let flies = false
  for (const { np, first, last } of chunks) {
    if (np === null) continue
    if (np.weapons.some((w) => FLIES.has(w)) || np.counted === 'drone' || np.counted === 'missile') flies = true
    for (let t = first; t < last; t++) if (ON_FOOT.has(lower[t]!)) return false
  }
  return flies
}
