// Talks, summits, visits, deals and sanctions told by their noun: "talks between A and B", "a meeting of …", "sanctions were
// imposed", where the sentence tells that they are held.
import type { TokenTable } from '../../model/document.ts'
import { actorsIn, sideIn } from '../../languages/en/actors.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { governor, objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import type { EventFinding } from './events.ts'
import { moodOf } from './mood.ts'

const HELD: ReadonlySet<string> = new Set(['hold', 'begin', 'start', 'resume', 'continue', 'stall', 'collapse', 'take', 'attend', 'host', 'impose', 'announce', 'lift', 'agree', 'convene', 'end', 'broker', 'come', 'enter', 'expire', 'lapse', 'unravel', 'mediate', 'break', 'fail', 'reach', 'discuss', 'open', 'sign', 'fly', 'travel', 'gather', 'join', 'mediate', 'lead', 'be', 'go', 'arrive', 'meet', 'call', 'face', 'approve', 'break_down', 'take_down', 'aim', 'expect', 'schedule', 'make', 'pay', 'conclude'])
/** An attempt at talks is news of them. */
const TRIES: ReadonlySet<string> = new Set(['try', 'seek', 'attempt', 'work', 'strive', 'struggle'])
/** What is agreed: what its text calls for or makes is no act. */
const PACTS = wordGroup('agreed_on'), TEXT_DOES: ReadonlySet<string> = new Set(['call', 'call_for', 'make', 'lead', 'aim', 'open', 'join', 'face', 'meet']), IS_MET: ReadonlySet<string> = new Set(['meet', 'face'])
const TALKS: ReadonlySet<string> = new Set(['talks', 'summit', 'negotiations', 'negotiation', 'meeting', 'sanctions', 'truce', 'ceasefire', 'cease-fire', 'armistice', 'deal', 'agreement', 'accord', 'treaty', 'package', 'visit', 'call', 'meetings', 'discussions', 'consultations', 'conversation', 'conversations'])

/** The talks that a sentence tells by their noun. `acts`: what it tells by a verb; `from`: its first token behind a dateline. */
export function findTalks(parsed: ParsedSentence, tokens: TokenTable, learned: ReadonlyMap<string, string>, from: number, acts: readonly EventFinding[]): EventFinding[] {
  const { chunks } = parsed
  const found: EventFinding[] = []
  for (let k = 0; k < chunks.length; k++) {
    const np = chunks[k]!.np
    if (!np?.head || (liesIn(acts, chunks[k]!) || liesIn(found, chunks[k]!))) continue
    const word = tokens.lower[np.head.last - 1]!
    if (np.event === 'diplomacy' ? !TALKS.has(word) : !(np.proper && NAMED_PACTS.has(word) && isSigned(chunks, k))) continue
    const at = heldAt(tokens, chunks, k, PACTS.has(word))
    if (at < 0 || isShunned(tokens, chunks, k) || isExpected(chunks, k)) continue
    const held = chunks[at]!
    if (isBackground(chunks, k, at) || at < k && held.vg!.verb?.lemma === 'come' && COMES_ALONG.has(governor(chunks, k) ?? '')) continue // "the pomp that comes with a state visit", "when it comes to sanctions"
    if (isOfPleas(tokens, chunks[k]!)) continue
    const mood = moodOf(tokens, chunks, at)
    if (mood === 'negated' || mood === 'hypothetical' && !TRIES.has(chunks[at - 1]?.vg?.verb?.lemma ?? '')) continue
    const nearest = holderOf(tokens, chunks, learned, at, k) ?? meets(tokens, chunks, k, Math.min(chunks.length - 1, k + 4), 0, learned) ?? (governor(chunks, k) === 'with' ? undefined : meets(tokens, chunks, 0, chunks.length - 1, from, learned)) // "with the truce holding, troops of X left"
    found.push({ type: 'diplomacy', sense: 'meet', sentence: parsed.index, anchor: k, first: Math.min(chunks[k]!.first, held.first), last: Math.max(chunks[k]!.last, held.last), by: nearest?.side ?? null, against: null, weapons: [], mood: 'real', nominal: true, definite: false, rule: 'talks-held' })
  }
  return found
}

/** "was boycotting a meeting": it may go on without whom the sentence tells of. */
const isShunned = (tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean => chunks[k - 1]?.vg != null && SHUNS.has(tokens.lower[chunks[k - 1]!.vg!.main]!)
const SHUNS: ReadonlySet<string> = new Set(['boycott', 'boycotts', 'boycotted', 'boycotting', 'skip', 'skipped', 'skipping', 'shun', 'shunned', 'shunning', 'snub', 'snubbed', 'snubbing'])

/** "under a deal brokered by Kenya", "the delay in signing the deal", "may soon fly in for talks": what is told of by the way or only thought of. */
function isBackground(chunks: readonly Chunk[], k: number, at: number): boolean {
  const vg = chunks[at]!.vg!
  if (vg.modal !== null && MAYBE.has(vg.modal) && !vg.perfect) return true
  const before = chunks[at - 1]
  if (at < k && vg.ing && !vg.progressive && before?.kind === 'prep' && SPOKEN_OF.has(before.word) && (before.word !== 'in' || chunks[at - 2]?.np != null)) return true
  if (at < k || !vg.bare || vg.perfect || !DONE_TO.has(vg.verb?.lemma ?? '')) return false
  for (let j = at + 1; j < Math.min(chunks.length, at + WHEN_WITHIN); j++) {
    const c = chunks[j]!
    if (c.word === TIME || c.kind === 'prep' && (c.word === 'in' || c.word === 'at')) return false
    if (c.vg || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel') break
  }
  if (governor(chunks, k) !== null) return true
  for (let j = 0; j < chunks.length; j++) { const other = chunks[j]!.vg; if (j !== at && other && !other.bare && !other.infinitive && !other.ing) return true }
  return false
}
const MAYBE: ReadonlySet<string> = new Set(['may', 'might', 'could']), SPOKEN_OF: ReadonlySet<string> = new Set(['in', 'to', 'for', 'about', 'on', 'regarding', 'concerning'])
/** What is done to talks: told of them without "were", it says which are meant. */
const DONE_TO: ReadonlySet<string> = new Set(['broker', 'mediate', 'impose', 'announce', 'convene', 'host', 'lead', 'sign', 'agree', 'reach', 'approve', 'hold', 'conclude', 'schedule'])
const COMES_ALONG: ReadonlySet<string> = new Set(['with', 'to', 'from'])
/** So many phrases behind a participle its day or place stands. */
const WHEN_WITHIN = 7

/** "a plea deal": of a court. */
function isOfPleas(tokens: TokenTable, c: Chunk): boolean {
  for (let t = c.first; t < c.last; t++) if (tokens.lower[t] === 'plea') return true
  return false
}

/** "talks hosted by Kenya were expected to begin": not held yet. */
function isExpected(chunks: readonly Chunk[], k: number): boolean {
  for (let j = k + 1; j < Math.min(chunks.length, k + HELD_BEHIND); j++) {
    const { vg, kind } = chunks[j]!
    if (kind === 'stop' || kind === 'comma') return false
    if (vg?.passive && !vg.bare && AWAITED.has(vg.verb?.lemma ?? '') && subjectOf(chunks, j).includes(k)) return true
  }
  return false
}
const AWAITED: ReadonlySet<string> = new Set(['expect', 'plan', 'schedule', 'propose'])

/** So far from a noun of talks its verb may stand: more where those who talk are told between. */
const HELD_BEHIND = 7, HELD_BEYOND = 13

/** "is": nothing but "be", which tells of talks only where or when they are ("are in Geneva", "are under way"), not what they are like. */
const isMere = (tokens: TokenTable, { first, last }: Chunk): boolean => MERE.has(tokens.lower[first]!) && (last - first === 1 || READY.has(tokens.lower[last - 1]!))
const READY: ReadonlySet<string> = new Set(['willing', 'unwilling', 'ready', 'prepared', 'likely', 'unlikely', 'keen', 'eager', 'reluctant'])
const MERE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', "'s", "'re"]), STANDS: ReadonlySet<string> = new Set(['in', 'at', 'on', 'under', 'underway', 'over', 'part', 'held', 'between'])

/** "was", "had", "were adjourned": a form of "be" or "have"; a verb of no table without one tells nothing of talks. */
function isFinite(tokens: TokenTable, { first, last }: Chunk): boolean {
  for (let i = first; i < last; i++) if (OWN.has(tokens.lower[i]!)) return true
  return false
}
const OWN: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'has', 'have', 'had', "'s", "'re", 'stalled', 'convened', 'adjourned'])

/** What opens a clause about another time ("the first visit since the war began"). */
const ELSEWHERE: ReadonlySet<string> = new Set(['since', 'until'])

/** The chunk of the verb that says that the talks at `k` are held; -1 for none. A pact is what is reached or broken: what it "calls for" is only its text. */
function heldAt(tokens: TokenTable, chunks: readonly Chunk[], k: number, pact: boolean): number {
  let at = -1
  const next = chunks[k + 1]
  let reach = next?.kind === 'prep' && (next.word === 'between' || next.word === 'with' || next.word === 'among') ? HELD_BEYOND : HELD_BEHIND
  for (let j = Math.max(0, k - 3); j < Math.min(chunks.length, k + reach); j++) {
    const c = chunks[j]!
    if (j === k && at >= 0 && !chunks[at]!.vg!.passive && objectsOf(chunks, at).includes(k)) return at // "convened a meeting to discuss"
    if (j > k && (c.kind === 'stop' || c.kind === 'sub' && c.word !== 'that' || c.kind === 'prep' && ELSEWHERE.has(c.word))) break
    if (j < k && c.kind === 'comma') at = -1 // of another clause
    const { vg } = c
    if (!vg) continue
    if (vg.negated || vg.bare && vg.verb?.lemma === 'aim' || !HELD.has(vg.verb === null ? isFinite(tokens, c) ? 'be' : '' : vg.verb.lemma.split('_')[0]!)) { if (j > k) reach = HELD_BEHIND; continue }
    if (isMere(tokens, c) && !(j > k && (STANDS.has(chunks[j + 1]?.word ?? '') || chunks[j + 1]?.word === TIME))) continue
    if (j > k && vg.ing && !vg.progressive && chunks[j - 1]!.kind === 'conj') continue // "of violating the truce and failing to"
    if (pact && vg.verb?.lemma === 'end' && !vg.passive && j > k && objectsOf(chunks, j).length > 0) continue // "the deal that ended the war"
    if (pact && j > k && vg.verb === null && !vg.passive && chunks[k]!.np!.article.startsWith('a')) continue // "a deal is far off"
    if (j > k && !vg.passive && NOT_OF_TALKS.has(vg.verb?.lemma ?? '')) continue // "a meeting to address what he called"
    if (pact && !vg.passive && (j > k ? TEXT_DOES : IS_MET).has(vg.verb?.lemma ?? '')) continue
    if (j > k && chunks[j - 1]!.kind === 'np' && clauseBetween(chunks, k, j)) continue
    at = j
    if (j > k) break
  }
  return at
}

const NOT_OF_TALKS: ReadonlySet<string> = new Set(['call', 'face'])

/** "just ahead of the talks, troops took two towns": a comma, then the subject of another clause. */
function clauseBetween(chunks: readonly Chunk[], k: number, j: number): boolean {
  if (governor(chunks, k) === null || subjectOf(chunks, j).includes(k)) return false
  for (let i = k + 1; i < j; i++) if (chunks[i]!.kind === 'comma') return true
  return false
}

/** "Putin had a call with Erdogan": who holds the talks that are the object of the verb at `at`. */
function holderOf(tokens: TokenTable, chunks: readonly Chunk[], learned: ReadonlyMap<string, string>, at: number, k: number): { side: string } | undefined {
  const vg = chunks[at]!.vg!
  if (at > k || vg.passive && !vg.bare || !objectsOf(chunks, at).includes(k)) return undefined
  const side = firstSide(tokens, chunks, learned, subjectOf(chunks, at))
  return side === null ? undefined : { side }
}

/** Who meets: the first side named in phrases `k`–`end` from token `from` on, not that of the house that it is held at ("at a French garrison"). */
function meets(tokens: TokenTable, chunks: readonly Chunk[], k: number, end: number, from: number, learned: ReadonlyMap<string, string>): { side: string } | undefined {
  for (let j = k; j <= end; j++) {
    if (chunks[j]!.kind === 'stop' || chunks[j]!.first < from || isPactByName(tokens, chunks[j]!) || governor(chunks, j) === 'at' || AIMED.has(governor(chunks, j) ?? '') && /^sanctions?$/.test(tokens.lower[(chunks[j - 2]?.last ?? 1) - 1]!) || governor(chunks, j) === 'in' && chunks[j]!.np?.proper === true && chunks[j]!.np!.units.length === 1) continue
    const side = actorsIn(tokens, chunks[j]!.first, chunks[j]!.last, learned)[0]
    if (side) return side
  }
  return undefined
}

/** "imposed sanctions |on| Russia": who is hit by them. */
const AIMED: ReadonlySet<string> = new Set(['on', 'against'])

/** "The Geneva Accords were signed": a pact by its name. */
const NAMED_PACTS = wordGroup('named_pact')
/** "Minsk II", "the Minsk Protocol": called after where it was made, by whomever. */
const isPactByName = ({ lower }: TokenTable, { np, first, last }: Chunk): boolean => np?.proper === true && last - first > 1 && (NAMED_PACTS.has(lower[last - 1]!) || ROMAN.test(lower[last - 1]!))
const ROMAN = /^(?:i{1,3}|iv|[1-4])$/
const SIGNS: ReadonlySet<string> = new Set(['sign', 'conclude', 'ratify', 'initial'])
const isSigned = (chunks: readonly Chunk[], k: number): boolean => chunks.slice(k + 1, k + HELD_BEHIND).some((c, at) => c.vg !== null && SIGNS.has(c.vg.verb?.lemma ?? '') && c.vg.passive && subjectOf(chunks, k + 1 + at).includes(k))
/** Of several that act together the first named ("US, Egyptian and Qatari mediators"). */
export function firstSide(tokens: TokenTable, chunks: readonly Chunk[], learned: ReadonlyMap<string, string>, subjects: readonly number[]): string | null {
  for (const i of subjects) {
    const side = sideIn(tokens, chunks[i]!.first, chunks[i]!.last, learned)
    if (side) return side
  }
  return null
}

/** Whether a phrase is part of what was found. */
function liesIn(found: readonly EventFinding[], c: Chunk): boolean {
  for (const f of found) if (f.first <= c.first && f.last >= c.last) return true
  return false
}
