// Where the held are: a report that says once "the hostages in Mocoa", "held in Mocoa" means the same people by "the 40
// hostages" elsewhere, wherever those stand who speak of them.
import type { Claim } from '../../model/claim.ts'
import type { LocatedMention, TokenTable } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { placeOf } from './told-place.ts'

const HOSTAGES = wordGroup('hostage')
/** What people are where they are kept. */
const KEPT: ReadonlySet<string> = new Set(['held', 'captive', 'hostage', 'captivity', 'kept', 'imprisoned'])
/** Rules by which people are counted who are still held. */
const STILL: ReadonlySet<string> = new Set(['held', 'hostages', 'holding', 'in-captivity'])
const REACH = 4

/** The place that the report says most that people are held in; null where it says none, or two as often. */
function whereHeld(tokens: TokenTable, mentions: readonly LocatedMention[]): LocatedMention | null {
  const times = new Map<string, { said: number; mention: LocatedMention }>()
  for (const mention of mentions) {
    if (mention.use !== 'literal' || !isIn(tokens.lower, mention.first)) continue
    const known = times.get(mention.name)
    if (known) known.said++
    else times.set(mention.name, { said: 1, mention })
  }
  const [most, next] = [...times.values()].sort((a, b) => b.said - a.said)
  return most !== undefined && most.said > (next?.said ?? 0) ? most.mention : null
}

/** "hostages held in", "the captives still in". */
function isIn(lower: readonly string[], at: number): boolean {
  const to = lower[at - 1] === 'the' ? at - 2 : at - 1
  if (lower[to] !== 'in' && lower[to] !== 'inside') return false
  for (let i = to - 1; i >= 0 && i >= to - REACH; i--) if (KEPT.has(lower[i]!) || HOSTAGES.has(lower[i]!)) return true
  return false
}

/** Puts those still held, whose own words name no such place, where the report says that people are held. */
export function placeHeld(claims: readonly Claim[], tokens: TokenTable, mentions: readonly LocatedMention[]): void {
  const held = claims.filter((c) => c.quantities.some((q) => q.measure === 'captured') && STILL.has(c.rule) && c.place?.known !== 'stated')
  if (held.length === 0) return
  const where = whereHeld(tokens, mentions)
  if (where !== null) for (const c of held) c.place = placeOf(where, 'before')
}
