// Counts that a whole war is the cause of.
import type { LocatedMention, TokenTable } from '../../model/document.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import type { Finding } from './counts.ts'
import { groupFrom } from './direct-place.ts'
import { INSIDE, prepositionBefore } from './scene.ts'

const WARS = wordGroup('war_itself')
const KNOWN_WAR: ReadonlySet<string> = new Set(['the', 'this', 'that'])

/** "the war has killed 14,000 people", with no place of its own: a count for all of the war. `groups`: the places of its sentence. */
export function ofTheWar(tokens: TokenTable, p: ParsedSentence, f: Finding, groups: readonly LocatedMention[][]): boolean {
  const vg = p.chunks[f.anchor]?.vg
  if (!vg || vg.passive) return false
  const subject = subjectOf(p.chunks, f.anchor)[0]
  const np = subject === undefined ? null : p.chunks[subject]!.np
  if (!np?.head || !KNOWN_WAR.has(np.article) || !WARS.has(tokens.lower[np.head.last - 1]!)) return false
  const own = groupFrom(groups, p.chunks[subject!]!.first)
  return own === undefined || own[0]!.first >= p.chunks[f.anchor]!.first && (!INSIDE.has(prepositionBefore(tokens.lower, own[0]!.first)) || p.chunks.some((c, k) => k > f.anchor && c.vg !== null && !c.vg.ing && !c.vg.bare && c.last <= own[0]!.first))
}
