// Counted effects: which numbers of a sentence (and which single people and things) are killed, hurt, launched, shot down …
// One finding for each; who says it, where and when come later.
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { Marks, type CountContext, type Finding, type Search } from './counts/finding.ts'
import { isNoCaptivity } from './counts/no-captivity.ts'
import { roseFrom } from './counts/earlier.ts'
import { bareCounts, nounCounts } from './counts/nouns.ts'
import { opensLosses } from './counts/losses.ts'
import { verbCounts } from './counts/verbs.ts'
import { ordinals } from './counts/weapons.ts'

export type { CountContext, Finding } from './counts/finding.ts'

// what one sentence's search uses is let go before the next begins: the same serve all
const usedNumbers = new Marks(), usedChunks = new Marks()

const unasked = (): number[] => [-1, -1, -1] // one for each of LANES

/** Finds every counted effect of one sentence, in order. */
export function findCounts(parsed: ParsedSentence, context: CountContext): Finding[] {
  const { chunks } = parsed
  if (chunks.length === 0) return []
  usedNumbers.clear()
  usedChunks.clear()
  const s: Search = { parsed, chunks, tokens: context.tokens, context, found: [], usedNumbers, usedChunks, said: unasked(), nearby: unasked(), attack: null, collision: null }
  for (let k = 0; k < chunks.length; k++) {
    const c = chunks[k]!
    if (c.kind === 'vg') verbCounts(s, k)
    else if (c.kind === 'np') nounCounts(s, k)
  }
  for (let k = 0; k < chunks.length; k++) if (chunks[k]!.kind === 'np' && !s.usedChunks.has(k)) bareCounts(s, k)
  ordinals(s)
  roseFrom(s)
  opensLosses(s)
  const { found } = s
  if (found.length === 0) return found
  levelsFirst(found)
  return found.filter((f, i) => !isNoCaptivity(context.tokens, chunks, f) && !toldOtherwise(f, found.length <= BESIDE ? found : found.slice(Math.max(0, i - BESIDE), i + BESIDE), chunks))
}

const HURT_OR_UPROOTED: ReadonlySet<string> = new Set(['injured', 'displaced', 'missing', 'trapped'])

/** Findings of one number or one verb stand so near each other. */
const BESIDE = 12

/** "The number killed |has risen to 812|, 52 of them nurses": a toll stands before its parts, which are counted over what it is. */
function levelsFirst(found: Finding[]): void {
  const at = found.findIndex((f) => f.rule === 'level'), level = found[at]
  if (level === undefined) return
  const part = found.findIndex((f, i) => i < at && f.subset && f.measure === level.measure && f.numberFirst > level.numberFirst)
  if (part >= 0) found.splice(part, 0, ...found.splice(at, 1))
}

/** Verbs that tell how captivity began, not that it lasts. */
const TAKES: ReadonlySet<string> = new Set(['abduct', 'kidnap', 'seize', 'snatch', 'capture', 'take_hostage', 'take_captive', 'take_prisoner', 'arrest', 'detain', 'round_up'])

/** "three nurses abducted in May were freed": two things told, where the first has words of its own. */
function taking({ anchor }: Finding, chunks: readonly Chunk[]): boolean {
  const verb = anchor < 0 ? null : chunks[anchor]!.vg?.verb
  return verb != null && TAKES.has(verb.lemma) && (!chunks[anchor]!.vg!.bare || chunks[anchor + 1]?.kind === 'prep' || chunks[anchor + 1]?.word === TIME)
}

/** One site told with "the" that was hit so many times, and what became of people whom the sentence goes on to tell more of. */
function toldOtherwise(f: Finding, found: readonly Finding[], chunks: readonly Chunk[]): boolean {
  if (f.measure === 'struck' && f.single === 'definite') return found.some((g) => g.anchor === f.anchor && g.of === 'strike' && g.measure === 'struck')
  if (f.measure === 'injured' && found.some((g) => g !== f && g.measure === 'killed' && ((g.anchor === f.anchor && g.patient === f.patient) || (!f.implicit && g.numberFirst === f.numberFirst)))) return true // "was fatally struck", "three of those injured died"
  if (f.measure === 'trapped' && !f.implicit && found.some((g) => g !== f && g.numberFirst === f.numberFirst && g.measure === 'killed')) return true // "the killing of three caught in the crossfire"
  if (f.measure === 'damaged' && f.implicit && found.some((g) => g.patient === f.patient && g.measure === 'struck')) return true // "caught fire after being hit"
  if (f.measure === 'intercepted' && f.rule === 'split-verb' && found.some((g) => g.measure === 'killed' && !g.implicit && g.numberFirst === f.numberFirst)) return true // "of the five gunmen, four were neutralised"
  if (f.measure === 'destroyed' && f.sense === 'lose' && found.some((g) => g.numberFirst === f.numberFirst && g.measure === 'suppressed')) return true // "12 drones were lost from radar"
  if (f.measure === 'launched' && f.sense === 'explode' && found.some((g) => g.patient === f.patient && g.measure === 'intercepted')) return true // "a drone shot down there exploded"
  if (f.measure === 'casualties' && !f.implicit && found.some((g) => g !== f && g.numberFirst === f.numberFirst && (g.measure === 'killed' || g.measure === 'injured'))) return true // "among the casualties are six children who were killed"
  if (f.measure === 'captured' && f.subset && found.some((g) => g !== f && g.numberFirst === f.numberFirst && g.measure === 'killed')) return true // "30 are still held, including four who were killed"
  if (f.measure === 'displaced' && found.some((g) => g !== f && g.numberFirst === f.numberFirst && g.measure === 'evacuated')) return true
  if (f.measure === 'trapped' && f.sense === 'shelter' && found.some((g) => g !== f && g.numberFirst === f.numberFirst && g.measure === 'displaced')) return true
  if (f.rule === 'harmed-noun' && f.measure === 'captured' && found.some((g) => g !== f && g.patient === f.patient && g.measure === 'released')) return true // "handed back a captured lieutenant"
  if (f.implicit || (f.rule !== 'harmed-noun' && (f.measure !== 'captured' || f.rule === 'agent-verb-count' || taking(f, chunks)))) return false
  return found.some((g) => g !== f && g.numberFirst === f.numberFirst && (f.rule === 'harmed-noun' ? (g.measure === 'killed' && HURT_OR_UPROOTED.has(f.measure)) || (g.measure === 'released' && (f.measure === 'captured' || f.measure === 'missing')) || (g.measure === 'killed' && f.measure === 'captured') || (g.measure === 'injured' && f.measure === 'displaced') : g.measure === 'released'))
}
