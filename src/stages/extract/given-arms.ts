// Tanks and guns that one state sends: to its own front they move, to a land that another one attacks they are given.
import type { TokenTable } from '../../model/document.ts'
import { ARMED_GROUPS, sideIn } from '../../languages/en/actors.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { isArmy } from './verb-types.ts'

export const GIVES: ReadonlySet<string> = new Set(['send', 'ship', 'transfer', 'move', 'dispatch'])
const GEAR: ReadonlySet<string> = new Set(['tank', 'armoured_vehicle', 'artillery', 'helicopter', 'aircraft'])
/** So many chunks behind the verb it is said to whom. */
const REACH = 9

/** Whether a phrase is of men, or of what drives by itself and is not fired. */
export const movesItself = (tokens: TokenTable, c: Chunk): boolean => c.np !== null && (isArmy(tokens, c) || c.np.counted === 'combatant' || c.np.counted !== null && GEAR.has(c.np.counted))

/** Whether the phrases at `list` are of tanks, guns and aircraft alone. */
export const isGear = (chunks: readonly Chunk[], list: readonly number[]): boolean => list.length > 0 && list.every((i) => { const counted = chunks[i]!.np!.counted; return counted !== null && GEAR.has(counted) })

/** "has sent tanks |to Ukraine|": whether the arms of `e` go to the side that the report tells is attacked, from a state that is no party of its war. */
export function isGivenTo(tokens: TokenTable, chunks: readonly Chunk[], { anchor, by }: { anchor: number, by: string | null }, { attacker, attacked }: { attacker: string | null, attacked: string | null }): boolean {
  if (by === null || attacked === null || by === attacked || by === attacker || ARMED_GROUPS.has(by)) return false
  for (let j = anchor + 1; j + 1 < chunks.length && j < anchor + REACH; j++) {
    const c = chunks[j]!
    if (c.kind === 'vg' || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel') return false
    if (c.kind === 'prep' && c.word === 'to' && chunks[j + 1]!.np?.head != null && sideIn(tokens, chunks[j + 1]!.first, chunks[j + 1]!.last) === attacked) return true
  }
  return false
}
