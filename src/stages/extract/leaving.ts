// Who leaves: forces that give up ground, forces that go home from a land where they did not fight for it, and states that
// leave treaties or call envoys home.
import type { LocatedMention, TokenTable } from '../../model/document.ts'
import { countryName, countryOf } from '../../gazetteer/countries.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { governor } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isOfClass } from '../../languages/en/frames.ts'

const ROUND: ReadonlySet<string> = new Set(['surround', 'encircle'])
/** Rules by which somebody leaves a place. */
const LEAVES: ReadonlySet<string> = new Set(['verb-withdraw', 'noun-territory_change', 'frame-pulls-out', 'frame-drives-out'])
const LEAVING = wordGroup('leaving')

/** The classes of what is withdrawn, and of what is left, where ground is given up. */
const GROUND: readonly string[] = ['force', 'gear', 'arms', 'presence', 'site', 'settlement', 'post', 'front', 'ground']
const NO_GROUND: readonly string[] = ['pact', 'matter', 'complaint', 'civilian', 'hostage', 'claimed']

const OF_WAR = wordGroup('of_war'), CONTESTS = wordGroup('contest')

const isOf = (tokens: TokenTable, { np }: Chunk, classes: readonly string[]): boolean => np?.head != null && classes.some((name) => isOfClass(tokens, np.head!.first, np.head!.last, name))
/** "withdrew its ambassador", but not "its naval assets". */
const isNoGround = (tokens: TokenTable, c: Chunk): boolean => (isOf(tokens, c, NO_GROUND) && !isOf(tokens, c, GROUND) || c.np?.head != null && CONTESTS.has(tokens.lower[c.np.head.last - 1]!)) && !c.np!.units.some((u) => OF_WAR.has(tokens.lower[u.first]!))

/** "withdrew from the treaty", "withdrew its ambassador", "abandoned the hostages": whether the verb at `k` gives up no ground. */
export function givesUpNoGround(tokens: TokenTable, chunks: readonly Chunk[], k: number, objects: readonly number[]): boolean {
  for (const p of objects) if (isNoGround(tokens, chunks[p]!)) return true
  for (let j = k + 1; j < chunks.length && j < k + 4; j++) {
    const c = chunks[j]!
    if (c.np && (governor(chunks, j) === 'from' || governor(chunks, j) === 'of')) return isNoGround(tokens, c)
    if (c.kind !== 'prep' && c.kind !== 'np' && c.kind !== 'adv') return false
  }
  return false
}

const BORDER = wordGroup('border_line')

/** "withdrew some of its troops |from the border with Chad|": whether the forces that the words at `k` tell of leave a border, and no ground. */
export function leavesBorder(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  for (let j = k + 1; j < chunks.length && j < k + 7; j++) {
    const c = chunks[j]!
    if (c.np && governor(chunks, j) === 'from') return BORDER.has(tokens.lower[c.last - 1]!)
    if (c.kind !== 'prep' && c.kind !== 'np' && c.kind !== 'adv') return false
  }
  return false
}

/**
 * The state whose forces go home from a whole land that is not theirs, where they were guests ("France withdrew its soldiers
 * from Chad"): a movement of forces, and no ground that changes hands. Null where those who leave fight the land in this war.
 */
export function guestWhoLeaves({ rule, by, against, nominal, first, last }: { rule: string, by: string | null, against: string | null, nominal: boolean, first: number, last: number }, lemma: string, tokens: TokenTable, place: LocatedMention, war: { attacker: string | null, attacked: string | null }): string | null {
  if (place.precision !== 'country') return null
  if (rule === 'frame-surround') return by !== null && countryOf(by) !== null && by !== countryName(place.country) && ROUND.has(lemma) ? by : null // "has encircled Eritrea": a land is not besieged
  if (!LEAVES.has(rule)) return null
  const who = nominal || rule === 'frame-drives-out' ? against ?? by : by
  if (nominal) { let leaves = false; for (let t = Math.max(first, last - LONGEST); t < last; t++) if (LEAVING.has(tokens.lower[t]!)) leaves = true; if (!leaves) return null }
  const land = countryName(place.country)
  if (who === null || who === land || countryOf(who) === null) return null
  return who === war.attacker && land === war.attacked || who === war.attacked && land === war.attacker ? null : who
}
/** So many tokens at most the words of a withdrawal have, up to who leaves. */
const LONGEST = 8
