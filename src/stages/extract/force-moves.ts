// Movements and presence of forces that no verb of moving tells: "the stationing of 2,000 soldiers in X", "there are 90,000
// soldiers at the border with X", "its troop presence in X has grown", "the forces are preparing to attack X".
import type { TokenTable } from '../../model/document.ts'
import { actorsIn, sideIn } from '../../languages/en/actors.ts'
import { TIME } from '../../languages/en/chunks.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isOfClass } from '../../languages/en/frames.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import type { EventFinding } from './events.ts'
import { wholeOf } from './frame-matching.ts'
import { findFalls } from './ruler-falls.ts'
import { moodOf, type Mood } from './mood.ts'
import { openAhead, openBehind, OPEN_VERBS } from './not-yet.ts'

const MOVES = 1, STANDS = 2, GUARDS = 4
const moving = wordGroup('moving_of'), presence = wordGroup('presence_of'), guarding = wordGroup('guarding_of')
/** What a noun says of forces: that they move, that they are there, that they guard. */
const NOUNS = new WordColumn((word) => (moving.has(word) ? MOVES : 0) | (presence.has(word) ? STANDS : 0) | (guarding.has(word) ? GUARDS : 0))

const TOWARDS = wordGroup('towards'), BORDER = wordGroup('border_line'), MOVES_ON = wordGroup('moves_on'), WRECKED = wordGroup('wrecked'), OF_WAR = wordGroup('of_forces')
const FORCES: readonly string[] = ['force', 'vessel', 'gear', 'arms'], TROOPS: readonly string[] = ['force', 'vessel']
const LEFT_OPEN: ReadonlySet<string> = new Set(['authorise', 'authorize', 'approve', 'permit', 'allow', 'endorse', 'agree', 'order', 'request'])
const CHANGES: ReadonlySet<string> = new Set(['rise', 'grow', 'increase', 'expand', 'double', 'triple', 'swell', 'climb', 'jump', 'surge', 'fall', 'drop', 'shrink', 'decline', 'cut', 'reduce', 'halve', 'boost', 'strengthen', 'build_up', 'bolster', 'beef_up', 'mount'])
const STAYS: ReadonlySet<string> = new Set(['be', 'remain', 'stay', 'prepare', 'poise', 'concentrate', 'line_up', 'crowd']), KEEPS: ReadonlySet<string> = new Set(['keep', 'maintain', 'retain', 'field'])
const IS: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", '’s', '’re', 'isn\'t', 'aren\'t'])
const HAS: ReadonlySet<string> = new Set(['has', 'have', 'had'])
const BUILDS: ReadonlySet<string> = new Set(['strengthen', 'reinforce', 'increase', 'boost', 'beef_up', 'step_up', 'bolster', 'tighten', 'build_up'])
const READIES: ReadonlySet<string> = new Set(['prepare', 'gear_up', 'get_ready']), ATTACKS: ReadonlySet<string> = new Set(['attack', 'invade', 'storm', 'seize', 'hit']), BEGINS: ReadonlySet<string> = new Set(['start', 'begin', 'launch', 'mount'])
/** So many chunks behind the forces stands the place where they are. */
const REACH = 6

/** Rules that tell of forces in a land, or at it, of which nothing may say whose they are: they are not taken for its own. */
export const STANDS_AT_IT: ReadonlySet<string> = new Set(['frame-crosses-line', 'forces-arriving', 'forces-stand', 'presence-changes', 'ready-to-attack'])

/** Adds to the events found in a sentence what its nouns and its plain verbs tell: forces that move and stand, rulers that fall. */
export function findMoves(parsed: ParsedSentence, tokens: TokenTable, placeAt: Uint8Array, found: EventFinding[]): void {
  const { chunks, index } = parsed
  findFalls(parsed, tokens, found)
  for (let k = 0; k < chunks.length; k++) {
    const { np, vg } = chunks[k]!
    const says = np?.head != null ? NOUNS.at(tokens, np.head.last - 1) : 0
    const told = says !== 0 ? movesOrStands(k, says) : vg !== null ? standing(k) : np?.number != null && chunks[k - 1]?.word === 'with' ? around(k) : null
    if (told === null) continue
    if (told.mood === 'possible') told.mood = 'hypothetical' // "may be cut to 300"
    const known = found.find((e) => e.anchor === told.anchor && e.type === 'deployment')
    if (known !== undefined) { known.definite = false; continue } // "the deployment of 300 men to X" says all of it
    if (!found.some((e) => e.type === 'deployment' && e.first <= told.last && told.first <= e.last)) found.push(finding(told))
  }

  /** The event as found; the forces stand in the chunks `from`–`to`. */
  function finding({ anchor, first, last, rule, mood, from, to, nominal }: Told): EventFinding {
    return { type: 'deployment', sense: 'deploy', sentence: index, anchor, first, last, by: whose(from, to), against: null, weapons: [], mood, nominal, definite: false, rule, begins: false, campaign: false, enters: false, pronounAgent: PRONOUNS.has(chunks[from]!.np!.article) || chunks[from]!.np!.pronoun !== null, happens: false, counter: false, raid: false }
  }

  /** The side that the phrases name, or the one named last before "its" and "their". */
  function whose(from: number, to: number): string | null {
    const { first, np } = chunks[from]!
    return sideIn(tokens, first, chunks[to]!.last) ?? (np !== null && PRONOUNS.has(np.article) ? actorsIn(tokens, chunks[0]!.first, first).at(-1)?.side ?? null : null)
  }

  /** What a noun tells: "the transfer of tanks to X", "its presence in X has grown". */
  function movesOrStands(k: number, says: number): Told | null {
    const of = chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np ? k + 2 : -1
    const forces = of > 0 && isOf(of, FORCES) ? of : -1
    if ((says & GUARDS) !== 0) return of > 0 && isBorder(of) && BUILDS.has(chunks[k - 1]?.vg?.verb?.lemma ?? '') ? { anchor: k - 1, first: chunks[k - 1]!.first, last: chunks[of]!.last, rule: 'border-guarded', mood: moodOf(tokens, chunks, k - 1), from: guard(k - 1), to: guard(k - 1), nominal: false } : null
    const named = forces > 0 ? forces : k
    const where = placeFrom(named + 1)
    if (where < 0) return null
    if ((says & STANDS) !== 0) {
      if (forces < 0 && !isMilitary(k) && !(isBorder(where) && PRONOUNS.has(chunks[k]!.np!.article))) return null
      let at = where + 1
      while (at < chunks.length && (chunks[at]!.kind === 'adv' || chunks[at]!.kind === 'prep' && chunks[at + 1]?.np != null && isBorder(where))) at += chunks[at]!.kind === 'adv' ? 1 : 2 // "at the border with Armenia are growing"
      const vg = chunks[at]?.vg
      const raises = chunks[k - 1]?.vg // "increased the number of battalions at the border"
      if (raises?.verb != null && !raises.passive && (CHANGES.has(raises.verb.lemma) || BUILDS.has(raises.verb.lemma))) return { anchor: k - 1, first: chunks[k - 1]!.first, last: chunks[named]!.last, rule: 'presence-changes', mood: moodOf(tokens, chunks, k - 1), from: guard(k - 1), to: guard(k - 1), nominal: false }
      return vg?.verb != null && CHANGES.has(vg.verb.lemma) && !vg.ing === !vg.progressive ? { anchor: k, first: chunks[k]!.first, last: chunks[at]!.last, rule: 'presence-changes', mood: moodOf(tokens, chunks, at), from: k, to: named, nominal: false } : null
    }
    if (forces < 0 && chunks[k]!.np!.event !== 'deployment') return null
    return leftOpen(k, where) ? null : { anchor: k, first: chunks[k]!.first, last: chunks[named]!.last, rule: 'move-of-forces', mood: moodOf(tokens, chunks, k), from: k, to: named, nominal: true }
  }

  /** "opposed the stationing of soldiers in X", "the transfer of tanks to X would take weeks": what is not so yet. */
  function leftOpen(k: number, where: number): boolean {
    const worries = chunks[k - 1]?.word === 'about' && (chunks[k]!.np!.article === 'the' || PRONOUNS.has(chunks[k]!.np!.article)) // "concerned about the transfer of tanks": it goes on
    if (!worries && openAhead(tokens, chunks, k) || openBehind(tokens, chunks, k) || NO_ARTICLE.has(chunks[k]!.np!.article)) return true
    for (const u of chunks[k]!.np!.units) if (PLANNED.has(tokens.lower[u.first]!)) return true
    const before = chunks[k - 1]?.kind === 'adv' ? k - 2 : k - 1, governs = chunks[before]?.vg
    if (governs?.verb != null && (OPEN_VERBS.test(governs.verb.lemma) || LEFT_OPEN.has(governs.verb.lemma) || isOpen(moodOf(tokens, chunks, before)))) return true
    const next = chunks[where + 1]?.vg
    return next != null && (isOpen(moodOf(tokens, chunks, where + 1)) || next.passive && (OPEN_VERBS.test(next.verb?.lemma ?? '') || LEFT_OPEN.has(next.verb?.lemma ?? '')))
  }

  /** What a plain verb tells: "90,000 soldiers are at the border with X", "has 1,200 men in X", "are preparing to attack X". */
  function standing(k: number): Told | null {
    const { vg, first } = chunks[k]!
    if (vg!.negated || vg!.modal !== null || vg!.infinitive) return null
    if (vg!.ing && !vg!.progressive) return arriving(k)
    const lemma = vg!.verb?.lemma ?? (HAS.has(tokens.lower[vg!.main]!) ? 'have' : IS.has(tokens.lower[vg!.main]!) ? 'be' : '')
    if (READIES.has(lemma)) {
      const next = chunks[k + 1]?.vg, before = subject(k), forces = before < 0 ? subjectOf(chunks, k)[0] ?? -1 : before
      if (next?.infinitive === true && forces >= 0 && (isOf(forces, TROOPS) || isOf(forces, FORCES)) && (ATTACKS.has(next.verb?.sense ?? '') || BEGINS.has(next.verb?.lemma ?? '') && chunks[k + 2]?.np?.event != null)) return { anchor: k + 1, first: chunks[forces]!.first, last: chunks[k + 1]!.last, rule: 'ready-to-attack', mood: moodOf(tokens, chunks, k), from: forces, to: forces, nominal: false }
    }
    const keeps = lemma === 'have' || KEEPS.has(lemma)
    if (!keeps && !STAYS.has(lemma)) return null
    let behind = k + 1
    while (chunks[behind]?.kind === 'adv') behind++
    const there = chunks[k - 1]?.word === 'there'
    const forces = keeps || there ? (chunks[behind]?.np ? behind : -1) : subject(k)
    if (forces < 0 || !isCounted(forces) && !(vg!.perfect && goesOnSince(k)) && !(LINGERS.has(lemma) && isBorder(k + 2)) || !isOf(forces, TROOPS) || keeps && sideIn(tokens, chunks[Math.max(0, k - 1)]!.first, chunks[k]!.first) === null) return null
    const whole = wholeOf(tokens, chunks, forces), end = Math.max(forces, whole)
    const where = placeFrom(keeps || there ? end + 1 : k + 1, true)
    if (where >= 0) return { anchor: k, first: Math.min(first, chunks[forces]!.first), last: Math.max(chunks[k]!.last, chunks[end]!.last), rule: 'forces-stand', mood: moodOf(tokens, chunks, k), from: keeps ? Math.max(0, k - 1) : forces, to: end, nominal: false }
    // "at the borders with X, where there are 90,000 soldiers"
    const opener = there ? k - 2 : -1
    if (opener < 0 || chunks[opener]?.word !== 'where') return null
    let before = opener - 1
    while (before > 0 && chunks[before]!.np === null) before--
    if (before > 1 && chunks[before - 1]!.kind === 'prep' && chunks[before - 2]?.np && isBorder(before - 2)) before -= 2
    return isBorder(before) ? { anchor: before, first: chunks[before]!.first, last: chunks[end]!.last, rule: 'forces-stand', mood: moodOf(tokens, chunks, k), from: forces, to: end, nominal: false } : null
  }

  /** Who guards: the subject of the verb, or of the one that it hangs on. */
  function guard(k: number): number {
    return subjectOf(chunks, chunks[k]!.vg!.infinitive && chunks[k - 1]?.vg ? k - 1 : k)[0] ?? k + 1
  }

  /** "with 130,000 troops along its borders": counted forces that a phrase puts somewhere. */
  function around(k: number): Told | null {
    const end = Math.max(k, wholeOf(tokens, chunks, k))
    if (!isOf(k, TROOPS) || placeFrom(end + 1, true) < 0) return null
    return { anchor: k, first: chunks[k]!.first, last: chunks[end]!.last, rule: 'forces-stand', mood: moodOf(tokens, chunks, k), from: k, to: end, nominal: false }
  }

  /** "signs of escalation, including new forces arriving at the border": forces that a phrase speaks of, and where they move. */
  function arriving(k: number): Told | null {
    if (k < 2 || chunks[k - 2]!.kind !== 'prep' || !chunks[k - 1]!.np || !MOVES_ON.has(chunks[k]!.vg!.verb?.lemma ?? '') || !isOf(k - 1, TROOPS) || placeFrom(k + 1) < 0) return null
    return { anchor: k, first: chunks[k - 1]!.first, last: chunks[k]!.last, rule: 'forces-arriving', mood: moodOf(tokens, chunks, k), from: k - 1, to: k - 1, nominal: false }
  }

  /** The phrase right before the verb, or the whole that it is a part of. */
  function subject(k: number): number {
    let i = k - 1
    while (i > 0 && chunks[i]!.kind === 'adv') i--
    if (chunks[i]?.np == null) return -1
    return chunks[i - 1]?.word === 'of' && chunks[i - 2]?.np != null && wholeOf(tokens, chunks, i - 2) === i ? i - 2 : i
  }

  function isOf(i: number, classes: readonly string[]): boolean {
    const whole = wholeOf(tokens, chunks, i), { np } = chunks[whole < 0 ? i : whole]!
    if (np?.head == null) return false
    for (const u of np.units) if (WRECKED.has(tokens.lower[u.first]!)) return false
    const { first, last } = np.head
    return classes.some((name) => isOfClass(tokens, first, last, name) || first > chunks[whole < 0 ? i : whole]!.first && isOfClass(tokens, first - 1, last, name)) // "battalion groups"
  }

  function isCounted(i: number): boolean {
    const { number, elided } = chunks[i]!.np!
    return number !== null || elided
  }

  /** "have been in X since May": forces without a number that have been there for long. */
  function goesOnSince(k: number): boolean {
    for (let j = k + 1; j + 1 < chunks.length && j < k + REACH; j++) if (chunks[j]!.kind === 'prep' && (chunks[j]!.word === 'since' || chunks[j]!.word === 'for') && chunks[j + 1]!.word === TIME) return true
    return false
  }

  /** "its military presence", "the French contingent": of forces by a word beside it, or by itself. */
  function isMilitary(k: number): boolean {
    for (let t = chunks[k]!.first; t < chunks[k]!.last; t++) if (OF_WAR.has(tokens.lower[t]!)) return true
    return false
  }

  function isBorder(i: number): boolean {
    return chunks[i]?.np?.head != null && BORDER.has(tokens.lower[chunks[i]!.last - 1]!)
  }

  /** The phrase, from chunk `from` on, that says where forces go or stand: a place or a border; -1 where none does, or (`first`) where another phrase says it first. */
  function placeFrom(from: number, first = false): number {
    for (let j = from; j < chunks.length && j < from + REACH; j++) {
      const c = chunks[j]!
      if (c.kind === 'vg' || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel' || c.kind === 'dash') return -1
      if (c.kind === 'prep' && TOWARDS.has(c.word) && chunks[j + 1]?.np && (placeAt[chunks[j + 1]!.last - 1] === 1 || isBorder(j + 1))) return j + 1
      if (first && c.kind === 'prep' && chunks[j + 1]?.np && !ON_THEIR_WAY.has(tokens.lower[chunks[j + 1]!.last - 1]!)) return -1
    }
    return -1
  }
}

interface Told {
  anchor: number
  first: number
  last: number
  rule: string
  mood: Mood
  from: number
  to: number
  nominal: boolean
}

const LINGERS: ReadonlySet<string> = new Set(['remain', 'stay'])
const ON_THEIR_WAY: ReadonlySet<string> = new Set(['way', 'alert', 'standby'])
const isOpen = (mood: Mood): boolean => mood === 'hypothetical' || mood === 'negated'
const PRONOUNS: ReadonlySet<string> = new Set(['its', 'their', 'our', 'his'])
const NO_ARTICLE: ReadonlySet<string> = new Set(['any', 'no'])
const PLANNED: ReadonlySet<string> = new Set(['planned', 'possible', 'potential', 'proposed', 'future', 'alleged', 'expected', 'feared', 'threatened'])
