// Whether an event noun is told to happen ("clashes broke out", "saw heavy fighting"), or only spoken of ("the war was a reminder").
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'

/** Senses of verbs that tell what an event did. */
export const HARMS: ReadonlySet<string> = new Set(['kill', 'injure', 'displace', 'destroy', 'damage'])
const SEES: ReadonlySet<string> = new Set(['see', 'witness', 'experience', 'suffer', 'endure', 'face', 'come_under'])
const SCENES: ReadonlySet<string> = new Set(['scene', 'site', 'centre', 'center', 'focus', 'epicentre', 'epicenter', 'theatre', 'theater', 'heart'])
const STARTS: ReadonlySet<string> = new Set(['launch', 'carry_out', 'conduct', 'complete', 'continue', 'renew', 'press', 'wage', 'expand', 'escalate', 'ramp_up', 'open', 'begin', 'start', 'resume', 'intensify', 'step_up', 'mount'])
const HAPPENS: ReadonlySet<string> = new Set(['break_out', 'break', 'erupt', 'rage', 'continue', 'begin', 'start', 'resume', 'intensify', 'report', 'flare', 'spread', 'go', 'take', 'be', 'escalate', 'occur', 'unfold', 'last', 'reach', 'enter', 'engulf', 'grip', 'drag_on', 'grind_on', 'near', 'rumble_on', 'go_on', 'spill_over', 'move'])

/** Whether the event noun at `k` happens by its verb at `verb` (null: none governs it) or by what is said to see it. */
export function isToldToHappen(tokens: TokenTable, chunks: readonly Chunk[], k: number, verb: number | null): boolean {
  if (verb !== null) {
    const vg = chunks[verb]!.vg!
    if (verb < k ? STARTS.has(vg.verb?.lemma ?? 'be') : HAPPENS.has(vg.verb?.lemma ?? 'be') && !isCalled(tokens, chunks, verb) && !isOfOther(tokens, chunks, k, verb) || HARMS.has(vg.verb?.sense ?? '') && !vg.passive) return true
  }
  return sceneOf(tokens, chunks, k)
}

/** "the invasion was a stark reminder", "these attacks are war crimes": a judgement of an event told before. */
function isCalled(tokens: TokenTable, chunks: readonly Chunk[], verb: number): boolean {
  const { vg } = chunks[verb]!
  if (vg!.verb !== null && vg!.verb.lemma !== 'be' || vg!.passive || vg!.progressive) return false
  let at = verb + 1
  while (chunks[at]?.kind === 'quote' || chunks[at]?.kind === 'adv') at++
  const np = chunks[at]?.np
  return np != null && np.number === null && np.pronoun === null && (np.head === null ? np.article === 'a' || np.article === 'an' : !PRESENT_STATE.has(tokens.lower[np.head.last - 1]!))
}
/** "the lesson of the siege is", "recognition of the annexation remains": the verb says it of another thing, that the phrase at `k` only belongs to. */
function isOfOther(tokens: TokenTable, chunks: readonly Chunk[], k: number, verb: number): boolean {
  const head = chunks[k - 1]?.word === 'of' ? chunks[k - 2]?.np?.head : null
  return head != null && subjectOf(chunks, verb).includes(k - 2) && IDEAS.has(tokens.lower[head.last - 1]!)
}
const IDEAS = wordGroup('thought_of')
/** What is said of an event that goes on. */
const PRESENT_STATE: ReadonlySet<string> = new Set(['underway', 'way', 'course', 'day', 'week', 'month', 'year', 'swing', 'progress'])

/** "has been the scene of fierce fighting", "saw heavy fighting" (but no "explosion of interest"): what is told of happens. */
function sceneOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  for (let j = k - 1; j >= 0 && j >= k - 3; j--) { const vg = chunks[j]!.vg; if (vg) { if (SEES.has(vg.verb?.lemma ?? '') && !vg.passive) return !(chunks[k]!.np?.event === 'explosion' && chunks[k + 1]?.word === 'of'); break } }
  const head = chunks[k - 1]?.word === 'of' ? chunks[k - 2]?.np?.head : null
  return head != null && SCENES.has(tokens.lower[head.last - 1]!) && chunks[k - 3]?.kind !== 'stop'
}
