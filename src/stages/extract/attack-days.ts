// The days by which a report calls an attack, or on which it says that the attack was: "Thursday's attack", "the attack
// happened late on Friday", "carried out the attack on Monday".
import { FLAG_POSSESSIVE, type DatedMention, type TokenTable } from '../../model/document.ts'
import type { DateRange } from '../../model/claim.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { TIME } from '../../languages/en/chunks.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { eventTypeOf, HARMFUL } from './event-types.ts'

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that'])
const HAPPENED: ReadonlySet<string> = new Set(['happen', 'occur', 'take_place', 'unfold', 'begin', 'start', 'come'])
const DONE: ReadonlySet<string> = new Set(['stage', 'carry_out', 'carry', 'launch', 'mount', 'conduct', 'perpetrate'])
/** What an attack that was told before does where the sentence goes on about it ("the raids hit the harbour"). */
const FALLS: ReadonlySet<string> = new Set(['hit', 'strike', 'target', 'rock', 'rip', 'tear', 'go_off'])
/** "the same day": whatever day was told before. */
const POINTS_BACK: ReadonlySet<string> = new Set(['same', 'that', 'next', 'following', 'previous'])
/** What an attack is called once it was told. */
const CALLED = wordGroup('attack_called')
/** A verb's own time stands within so many tokens behind it ("took place at the market on Monday"). */
const REACH = 7

/** A day that an attack has, and the offset up to which what was told before is of it: from anywhere where the report calls the attack by its day. */
export interface AttackDay { day: DateRange; upTo: number; told: DatedMention }

/** The days that a sentence gives attacks; `times`: those told in it, `spoken`: the days of saying among them. */
export function attackDaysIn({ chunks }: ParsedSentence, tokens: TokenTable, times: readonly DatedMention[], spoken: ReadonlySet<DatedMention>): AttackDay[] {
  const found: AttackDay[] = []
  for (const t of times) {
    if (t.from === null || t.to === null) continue
    const day = { from: t.from, to: t.to, written: t.written, known: t.known }
    if ((tokens.flags[t.last]! & FLAG_POSSESSIVE) !== 0) { if (chunks.some(({ first, np }) => isHarm(np?.event) && first >= t.first && first <= t.last + 1)) found.push({ day, upTo: Infinity, told: t }) }
    else if (!spoken.has(t) && t.from === t.to && t.signal !== 'since' && !tokens.lower.slice(t.first, t.last).some((word) => POINTS_BACK.has(word)) && (isOfAttack(chunks, t, tokens.lower) || opensWithAttack(chunks) || isOfOpening(chunks, t))) found.push({ day, upTo: tokens.start[chunks[0]!.first]!, told: t })
  }
  return found
}

const isHarm = (event: string | null | undefined): boolean => event != null && HARMFUL.has(eventTypeOf(event) ?? '')

/** Whether a time stands behind the verb that says that the attack, told before, happened or was carried out. */
function isOfAttack(chunks: ParsedSentence['chunks'], t: DatedMention, lower: readonly string[]): boolean {
  let at = -1
  for (let k = 0; k < chunks.length && chunks[k]!.last <= t.first; k++) at = k
  for (let k = at; k >= 0 && t.first - chunks[k]!.last <= REACH; k--) {
    const vg = chunks[k]!.vg
    if (vg === null) { if (lower[chunks[k]!.first] === ',' || chunks[k]!.kind === 'sub' || chunks[k]!.kind === 'rel') return false; continue }
    if (vg.negated || vg.modal !== null || vg.verb === null) return false
    const lemma = vg.verb.lemma === 'take' && chunks[k + 1]?.word === 'place' ? 'take_place' : vg.verb.lemma
    if (DONE.has(lemma) && (!vg.passive || vg.bare)) {
      const np = (chunks[k + 1]?.word === 'out' ? chunks[k + 2] : chunks[k + 1])?.np
      if (np != null) return DEFINITE.has(np.article) && isHarm(np.event)
    }
    return (HAPPENED.has(lemma) || DONE.has(lemma) && vg.passive) && subjectIsAttack(chunks, k, lower)
  }
  return false
}

/** "The ambush near X Thursday was one of the worst": the time stands in the phrase of the attack that opens the sentence. */
function isOfOpening(chunks: ParsedSentence['chunks'], t: DatedMention): boolean {
  const np = chunks[0]?.np
  if (np == null || !isHarm(np.event) || !DEFINITE.has(np.article)) return false
  if (chunks[1]?.vg != null && t.first === chunks[1].first) return true // "The ambush Thursday was"
  for (let k = 1; k < chunks.length && chunks[k]!.first < t.last; k++) if (chunks[k]!.first >= t.first) return chunks[k + 1]?.vg != null; else if (chunks[k]!.kind !== 'prep' && chunks[k]!.np === null && chunks[k]!.word !== TIME) return false
  return false
}

/** "The attacks hit territory in and around X and Y on Sunday": the sentence is about the attack told before, its day is the attack's. */
function opensWithAttack(chunks: ParsedSentence['chunks']): boolean {
  const np = chunks[0]?.np, vg = chunks[1]?.vg
  return np != null && isHarm(np.event) && DEFINITE.has(np.article) && vg != null && !vg.negated && !vg.passive && vg.modal === null && FALLS.has(vg.verb?.lemma ?? '')
}

/** "the attack", "the strike in the town of X, near the border,": what the verb is said of. */
function subjectIsAttack(chunks: ParsedSentence['chunks'], verb: number, lower: readonly string[]): boolean {
  for (let k = verb - 1; k >= 0; k--) {
    if (chunks[k]!.vg !== null) return false
    const np = chunks[k]!.np
    if (np === null) continue
    if (isHarm(np.event) || np.head !== null && CALLED.has(lower[np.head.last - 1]!)) return DEFINITE.has(np.article)
  }
  return false
}
