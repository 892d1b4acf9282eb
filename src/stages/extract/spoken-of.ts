// Deeds that a clause only speaks of: told in general, wished for, helped with or set as a task. None of them happened by
// being said.
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { skippable, subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'

/** Nouns of what is still to be done ("a demand is that the army withdraws"), and of what is thought of ("the prospect of X sending"). */
const TASKS = wordGroup('task'), OPEN = wordGroup('help')
/** So many phrases behind a deed that is a subject stands the verb of what is said of it. */
const REACH = 12
/** What is said of a deed in general. */
const JUDGES: ReadonlySet<string> = new Set(['be', 'require', 'mean', 'help', 'take', 'remain', 'become', 'make', 'need', 'prove', 'seem', 'cost'])
const OPENERS: ReadonlySet<string> = new Set(['that', 'because', 'if', 'but', 'and'])
const AIDS: ReadonlySet<string> = new Set(['assist', 'help', 'support', 'aid', 'back', 'join'])
/** Before a verb of helping: it is not done yet. */
const WILLING: ReadonlySet<string> = new Set(['to', 'will', 'would', 'should', 'must', 'could', 'can', 'may', 'might'])
/** So many tokens before a deed stands who is asked or helped to do it. */
const GOVERNED = 6
const STOPS: ReadonlySet<string> = new Set(['stop', 'cease', 'quit', 'end'])
const TASKED: ReadonlySet<string> = new Set(['task', 'tasked', 'tasks', 'tasking', 'entrusted', 'entrust', 'entrusts'])

/** Whether the verb group at `k` tells a deed in general, or one that is wished for. */
export function isSpokenOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const vg = chunks[k]!.vg!
  if (vg.ing) return !vg.progressive && (isJudged(chunks, k) || isThoughtOf(tokens, chunks, k))
  return !vg.infinitive && !vg.modal && !vg.past && !vg.bare && !vg.passive && !vg.perfect && isTheTask(tokens, chunks, k)
}

/** "Striking the airfields is the only way", "insists that forcing them out would not be just": a deed that is the subject of a judgement. */
function isJudged(chunks: readonly Chunk[], k: number): boolean {
  let at = k - 1
  while (at >= 0 && chunks[at]!.kind === 'quote') at--
  if (at >= 0 && chunks[at]!.kind !== 'stop' && !((chunks[at]!.kind === 'sub' || chunks[at]!.kind === 'rel' || chunks[at]!.kind === 'conj') && OPENERS.has(chunks[at]!.word))) return false
  let related = false
  for (let j = k + 1; j < chunks.length && j < k + REACH; j++) {
    const { kind, vg, word } = chunks[j]!
    if (kind === 'rel' || kind === 'sub' && word === 'that') { related = true; continue }
    if (kind === 'comma' || kind === 'stop' || kind === 'sub' || kind === 'dash') return false
    if (vg === null || vg.infinitive || vg.ing && !vg.progressive) continue
    if (related) { related = false; continue }
    return j > k + 1 && !vg.passive && !vg.progressive && (vg.verb === null || JUDGES.has(vg.verb.lemma) || vg.modal !== null)
  }
  return false
}

/** "the prospect of Kenya sending troops", "tasked his men with taking the town", "to assist X in repelling". */
function isThoughtOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const before = chunks[k - 1]
  if (before === undefined) return false
  if (before.vg !== null) return STOPS.has(before.vg.verb?.lemma ?? '') && (before.vg.infinitive || before.vg.modal !== null || k === 1) // "must stop bombing the town"
  if (before.kind === 'prep') {
    if (before.word !== 'with' && before.word !== 'in') return false
    for (let t = before.first - 1, least = Math.max(1, before.first - GOVERNED); t >= least; t--) {
      const word = tokens.lower[t]!
      if (before.word === 'with' ? TASKED.has(word) : AIDS.has(word) && WILLING.has(tokens.lower[t - 1]!)) return true
      if (word === ',' || word === '.') return false
    }
    return false
  }
  if (before.np === null) return false
  let at = k - 1
  while (at > 0 && (chunks[at]!.np !== null || chunks[at]!.kind === 'conj')) at--
  const head = chunks[at]!.word === 'of' ? chunks[at - 1]?.np?.head : null
  return head != null && OPEN.has(tokens.lower[head.last - 1]!)
}

/** "a key demand of the rebels is that the army withdraws": what has still to be done. */
function isTheTask(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  let at = k - 1
  while (at > 0 && (chunks[at]!.np !== null || skippable(chunks[at]!))) at--
  if (chunks[at]?.word !== 'that' || chunks[at - 1]?.vg == null) return false
  const be = chunks[at - 1]!.vg!
  if (be.verb !== null && be.verb.lemma !== 'be' && be.verb.lemma !== 'remain') return false
  return subjectOf(chunks, at - 1).some((p) => { const head = chunks[p]!.np?.head; return head != null && TASKS.has(tokens.lower[head.last - 1]!) })
}

/** "was hired to help Mozambique fight", "to help |fight| the army": the verb of helping before a plain verb, or -1. */
export function helpedBy(tokens: TokenTable, chunks: readonly Chunk[], k: number): number {
  const vg = chunks[k]!.vg!
  if (vg.past || vg.bare || vg.ing || vg.modal !== null || vg.passive || vg.perfect || tokens.lower[vg.main] !== vg.verb?.lemma) return -1
  let at = k - 1
  while (at > 0 && (chunks[at]!.np !== null || skippable(chunks[at]!))) at--
  return at >= 0 && k - at < 4 && chunks[at]!.vg !== null && HELPS.has(tokens.lower[chunks[at]!.vg!.main]!) ? at : -1
}
const HELPS: ReadonlySet<string> = new Set(['help', 'helps', 'helping', 'see', 'let', 'make', 'have', 'watch'])

/** "Had the alliance attacked earlier", "Were the rebels to attack": a condition without its "if". */
export function isInverted({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const at = chunks[0]!.kind === 'quote' ? 1 : 0, opener = chunks[at]
  if (k < at + 2 || k > at + 5 || opener?.vg == null || opener.last - opener.first !== 1 || opener.vg.verb !== null) return false
  if (lower[opener.first] !== 'had' && lower[opener.first] !== 'were' || lower[chunks.at(-1)!.first] === '?') return false
  for (let j = at + 1; j < k; j++) if (chunks[j]!.vg !== null || chunks[j]!.kind === 'comma') return false
  return chunks[at + 1]!.np !== null && (lower[opener.first] === 'had' || chunks[k]!.vg!.infinitive)
}
