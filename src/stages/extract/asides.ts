// Clauses inserted into a sentence, and the times that are theirs alone: "Crimea, which Russia annexed in 2014, was hit on
// Tuesday", "the town, taken in May,", "the peninsula that Moscow seized in 2014", "the towns it lost last year".
import type { DatedMention, TokenTable } from '../../model/document.ts'
import { dayStart } from '../../time/days.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { begunBehindTime } from './ground-lost.ts'

/** An inserted clause by its tokens. */
export interface Aside {
  first: number
  last: number
  /** Set off by commas, so that what stands behind it is of the clause around it. */
  apart: boolean
  /** It tells more of an event or a time ("the attack, which came on Sunday, killed six"): its times are the sentence's, too. */
  ofEvent: boolean
  /** Its times are never those of the clause around it. */
  past: boolean
}

/** What befell people dates them wherever else the sentence speaks of them ("the bodies of two men who were killed in 2014"). */
const BEFALLS: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'capture', 'displace'])
const HEARD: ReadonlySet<string> = new Set(['say', 'threaten', 'call_on', 'announce', 'accuse'])
/** What a clause that tells more of an event says of it, whatever the event is called. */
const HAPPENS: ReadonlySet<string> = new Set(['happen', 'occur', 'take_place', 'begin', 'start', 'come', 'break_out', 'follow', 'last', 'end'])

/** The times that stand in inserted clauses, each with its clause. */
export function asidesOf(times: readonly (readonly DatedMention[])[], parsed: readonly ParsedSentence[], tokens: TokenTable): ReadonlyMap<DatedMention, Aside> {
  const found = new Map<DatedMention, Aside>()
  for (const { index, chunks } of parsed) {
    const told = times[index]!
    if (told.length === 0 || chunks.length === 0) continue
    for (let k = 1; k < chunks.length; k++) {
      const aside = asideAt(chunks, k, tokens)
      if (aside !== null) for (const t of told) if (t.first >= aside.first && t.first < aside.last && !found.has(t)) found.set(t, aside)
    }
  }
  return found
}

/** So long before publication a time is background. */
const PAST_DAYS = 30

/**
 * Of the times of a sentence those that what token `at`, or what ends before token `last`, tells can have: inside an inserted clause its own, outside
 * of it those of the sentence; a clause's recent day is the sentence's, too, where that tells none.
 */
export function timesOfClause(here: readonly DatedMention[], asides: ReadonlyMap<DatedMention, Aside>, at: number, last: number, published: string | null): readonly DatedMention[] {
  if (!here.some((t) => asides.has(t))) return here
  const own = here.filter((t) => { const aside = asides.get(t); return aside !== undefined && (aside.first <= at && at < aside.last || aside.first < last && last <= aside.last) })
  if (own.length > 0) return own
  const others = here.some((t) => !asides.has(t))
  return here.filter((t) => {
    const aside = asides.get(t)
    return aside === undefined || !aside.past && !(others && (aside.apart || isBackground(t, published))) && (aside.ofEvent || !isBackground(t, published))
  })
}

/** Whether a time of an inserted clause is one that what comes next is not told to go on from. */
export const isAside = (t: DatedMention, asides: ReadonlyMap<DatedMention, Aside>, published: string | null): boolean => asides.has(t) && !asides.get(t)!.ofEvent && isBackground(t, published)

const isBackground = ({ to }: DatedMention, published: string | null): boolean => to === null || published === null || dayStart(published) - dayStart(to) > PAST_DAYS * 864e5

const PLANS: ReadonlySet<string> = new Set(['plan', 'pledge', 'promise', 'vow', 'schedule', 'intend', 'slate'])
/** What opens a phrase about another event ("to destroy them following the May attack"). */
const BEHIND_IT: ReadonlySet<string> = new Set(['after', 'following', 'since', 'before', 'until'])
const ARRANGED: ReadonlySet<string> = new Set(['schedule', 'plan', 'slate'])

/** "before a conference in Berlin on Sunday", "ahead of talks on Friday": the day of what is to be, by the chunk of its time. */
function isAheadOf(chunks: readonly Chunk[], at: number, lower: readonly string[]): boolean {
  let meets = false
  for (let k = at - 1; k >= 0 && k > at - AHEAD_REACH; k--) {
    const { np, kind, word, first } = chunks[k]!
    if (kind === 'prep' && (word === 'before' || word === 'of' && lower[first - 1] === 'ahead' || word === 'to' && lower[first - 1] === 'prior')) return meets
    if (np !== null) { if (np.event === 'diplomacy' || np.head !== null && MEETS.has(lower[np.head.last - 1]!)) meets = true }
    else if (kind !== 'prep' && word !== TIME && kind !== 'adv') return false
  }
  return false
}
const AHEAD_REACH = 9
const MEETS: ReadonlySet<string> = new Set(['conference', 'vote', 'election', 'elections', 'visit', 'talks'])

/** The times for which something is only planned: "elections it had pledged to hold in February", "a visit scheduled for 20 December". */
export function plannedTimes(times: readonly (readonly DatedMention[])[], parsed: readonly ParsedSentence[], { lower }: TokenTable): ReadonlySet<DatedMention> {
  const found = new Set<DatedMention>()
  for (const { index, chunks } of parsed) for (const t of times[index]!) {
    const at = chunks.findIndex((c) => c.first <= t.first && t.first < c.last)
    if (isAheadOf(chunks, at, lower)) { found.add(t); continue }
    for (let k = at - 1; k >= 0 && k > at - 6; k--) {
      const { vg, kind } = chunks[k]!
      if (kind === 'comma' || kind === 'stop' || kind === 'sub' || kind === 'rel' || kind === 'prep' && BEHIND_IT.has(chunks[k]!.word)) break
      if (!vg) continue
      if (vg.infinitive && !vg.perfect ? PLANS.has(chunks[k - 1]?.vg?.verb?.lemma ?? chunks[k - 1]?.word ?? '') : (vg.bare || vg.passive) && ARRANGED.has(vg.verb?.lemma ?? '') && (chunks[k + 1]?.word === 'for' || chunks[k + 1]?.word === 'on' || chunks[k + 1]?.word === 'in')) found.add(t)
      break
    }
  }
  return found
}

/** The clause that chunk `k` opens inside another; null where it opens none. */
function asideAt(chunks: readonly Chunk[], k: number, tokens: TokenTable): Aside | null {
  const c = chunks[k]!, apart = chunks[k - 1]!.kind === 'comma'
  // "killed nine people, |a year after rebels seized the town|": the time of what came before
  if (apart && c.word === TIME && (chunks[k + 1]?.word === 'after' || chunks[k + 1]?.word === 'before') && chunks.slice(0, k).some((one) => one.vg !== null && !one.vg.ing)) return { first: c.first, last: tokens.end.length, apart, ofEvent: false, past: true }
  const head = chunks[apart ? k - 2 : k - 1]
  if (head === undefined || head.np === null && head.word !== TIME) return null
  const state = apart && c.kind === 'prep' ? stateSince(chunks, k) : -1
  if (state > 0) return { first: c.first, last: chunks[state]!.first, apart, ofEvent: false, past: true }
  let verb = -1
  if (c.kind === 'rel' || c.kind === 'sub' && c.word === (apart ? 'where' : 'that')) {
    if (c.word === 'that' && (apart || isHeard(chunks, k))) return null
    for (let j = k + 1; j < chunks.length && j < k + 8; j++) { const { kind, vg } = chunks[j]!; if (vg) { verb = j; break } if (kind === 'stop' || kind === 'sub') return null }
  } else if (c.vg !== null && apart && c.vg.bare && (chunks[k + 1]?.kind === 'prep' || chunks[k + 1]?.word === TIME) && c.vg.verb !== null) verb = k
  else if (!apart && opensContact(chunks, k)) verb = k + 1
  else if (!apart && (heldBefore(chunks, k) || madeBefore(chunks, k, tokens))) verb = k
  if (verb < 0) return null
  const held = !apart && heldBefore(chunks, verb), past = held || !apart && madeBefore(chunks, verb, tokens)
  const end = held ? verb + (chunks[verb + 1]!.word === TIME ? 2 : 3) : endOf(chunks, verb)
  const { vg } = chunks[verb]!
  return { first: past && !held ? head.first : c.first, last: end < chunks.length ? chunks[end]!.first : tokens.end.length, apart, ofEvent: head.np === null || head.np.event !== null || HAPPENS.has(vg!.verb?.lemma ?? '') || !apart && BEFALLS.has(vg!.verb?.sense ?? ''), past }
}

/** "X, |under rebel control since May|, was shelled": the chunk of the comma behind how things have stood since a time, from its preposition; -1 where none is told. */
function stateSince(chunks: readonly Chunk[], k: number): number {
  let since = false
  for (let j = k + 1; j < chunks.length && j < k + STATE_REACH; j++) {
    const { kind, vg, word } = chunks[j]!
    if (kind === 'comma') return since ? j : -1
    if (vg !== null || kind === 'stop' || kind === 'rel') return -1
    if (word === 'since') since = true
  }
  return -1
}
const STATE_REACH = 10

/** "broke a truce |signed in Doha on 19 July|": when it was made. */
function madeBefore(chunks: readonly Chunk[], k: number, { lower }: TokenTable): boolean {
  const { vg } = chunks[k]!, what = chunks[k - 1]?.np
  return vg !== null && vg.bare && MADE.has(vg.verb?.lemma ?? chunks[k]!.word) && what?.head != null && (what.event === 'diplomacy' || PACTS.has(lower[what.head.last - 1]!)) && chunks.slice(0, k - 1).some((c) => c.vg !== null && !c.vg.infinitive)
}
const MADE = wordGroup('makes_pact'), PACTS = wordGroup('pact')

/** "released 40 pupils |abducted in May|", "freed two nurses who were |kidnapped last week|": when those were taken who are freed. */
function heldBefore(chunks: readonly Chunk[], k: number): boolean {
  const { vg } = chunks[k]!
  if (vg === null || vg.verb?.sense !== 'capture' || !vg.bare && !vg.passive || !(chunks[k + 1]?.word === TIME || chunks[k + 1]?.kind === 'prep' && chunks[k + 2]?.word === TIME)) return false
  let at = k - 1
  if (chunks[at]?.kind === 'rel') at--
  const freed = chunks[at]?.np ? chunks[at - 1]?.vg : null
  return freed != null && !freed.passive && (freed.verb?.sense === 'release' || freed.verb?.sense === 'rescue')
}

/** "told reporters |that", "said on Monday |that": words that are told, no clause about a thing. */
function isHeard(chunks: readonly Chunk[], k: number): boolean {
  for (let j = k - 1; j >= 0 && j > k - 5; j--) { const { vg, kind } = chunks[j]!; if (vg) return HEARD.has(vg.verb?.sense ?? 'say'); if (kind === 'comma' || kind === 'stop') return false }
  return false
}

/** "the peninsula |it seized in 2014": a clause right behind its noun, whose verb has no object of its own. */
function opensContact(chunks: readonly Chunk[], k: number): boolean {
  const own = chunks[k]!.np, vg = chunks[k + 1]?.vg
  if (own === null || vg == null || vg.passive || vg.bare && own.pronoun === null || vg.infinitive || vg.ing || vg.verb?.patient !== 'object') return false
  return (own.pronoun !== null || own.proper) && chunks[k - 1]!.np?.proper !== undefined && chunks[k - 1]!.np!.pronoun === null && (chunks[k + 2]?.word === TIME || chunks[k + 2]?.kind === 'prep' && chunks[k + 3]?.word === TIME)
}

/** The chunk at which the clause of the verb at `verb` ends. */
function endOf(chunks: readonly Chunk[], verb: number): number {
  let timed = false
  for (let j = verb + 1; j < chunks.length; j++) {
    const { kind, word, vg } = chunks[j]!
    if (kind === 'stop' || kind === 'dash' || kind === 'close') return j
    if (word === TIME) timed = true
    // the verb of the clause around it
    if (vg && !vg.ing && !vg.infinitive && !vg.bare && chunks[j - 1]!.kind !== 'conj' && chunks[j - 1]!.kind !== 'rel' && !subjectOf(chunks, j).some((i) => i > verb)) return j
    if (kind === 'comma' && begunBehindTime(chunks, verb) === j + 1) continue // "which Iraq began in 1990, a full-scale invasion"
    if (kind === 'comma' && (timed || chunks[j + 1]?.kind !== 'np' && chunks[j + 1]?.kind !== 'conj')) return j
  }
  return chunks.length
}
