// Counted effects: which numbers of a sentence (and which single people and things) are killed, hurt, launched, shot down …
// One finding for each; who says it, where and when come later.
import type { ParsedSentence } from '../../languages/en/parse.ts'
import type { CountContext, Finding, Search } from './counts/finding.ts'
import { bareCounts, nounCounts } from './counts/nouns.ts'
import { verbCounts } from './counts/verbs.ts'
import { ordinals } from './counts/weapons.ts'

export type { CountContext, Finding } from './counts/finding.ts'

/** Finds every counted effect of one sentence, in order. */
export function findCounts(parsed: ParsedSentence, context: CountContext): Finding[] {
  const { chunks } = parsed
  if (chunks.length === 0) return []
  const s: Search = { parsed, chunks, tokens: context.tokens, context, found: [], usedNumbers: new Set(), usedChunks: new Set(), has: new Map(), attack: null }
  for (let k = 0; k < chunks.length; k++) {
    const c = chunks[k]!
    if (c.kind === 'vg') verbCounts(s, k)
    else if (c.kind === 'np') nounCounts(s, k)
  }
  for (let k = 0; k < chunks.length; k++) if (chunks[k]!.kind === 'np' && !s.usedChunks.has(k)) bareCounts(s, k)
  ordinals(s)
  return s.found
}
