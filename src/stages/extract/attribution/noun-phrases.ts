// Noun phrases of speakers, read backwards from a verb of saying or forwards from a mark such as "according to".
import { FLAG_POSSESSIVE, FLAG_SPACE_BEFORE, TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_WORD } from '../../../model/document.ts'
import { ADVERB, AUXILIARY, BODY, CHANNEL, CONJOINT, CUE, DEFINITE, DETERMINER, LISTENER, MODIFIER, NOUN, OWN, PAPER, PARTICLE, PEOPLE, PREPOSITION, PRONOUN, RANK, RELATIVE, ROLE, SAID_IN, SORT_POSTPOSED, SUBORDINATOR, TIME, VERB } from '../../../languages/speech.ts'
import { ABSOLUTE, ATTACHES, AUTHOR, AUTHORED, BELONGS, BY, EFFECT, HE, OBLIQUE, OF, OWNS, QUOTES, SHE, THEY } from '../../../languages/speech-uses.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { isState, NAME, type SpeechTable } from './words.ts'

/** A speaker as written: the whole phrase, its core without apposition, and the apposition. Tokens, last excluded. */
export interface SpeakerPhrase {
  first: number
  last: number
  coreFirst: number
  coreLast: number
  /** Apposition after or before the core; both 0 if none. */
  besideFirst: number
  besideLast: number
}

const LONGEST = 26
const LONGEST_APPOSITION = 36
export const SPEAKER = ROLE | PEOPLE | BODY | PAPER
const STOPS = SUBORDINATOR | RELATIVE | AUXILIARY | PRONOUN | OWN | CONJOINT
/** Words that can stand inside a noun phrase before its head. */
const INSIDE = NAME | SPEAKER | MODIFIER | NOUN | PARTICLE | RANK | CHANNEL | LISTENER

/** true for a token that can stand in a noun phrase (not a determiner or a preposition). */
export function nominal(table: SpeechTable, i: number): boolean {
  const { tokens } = table
  const kind = tokens.kind[i]
  if (kind === TOKEN_NUMBER) return true
  if (kind !== TOKEN_WORD) return false
  if ((tokens.flags[i]! & FLAG_POSSESSIVE) !== 0) return true
  const bits = table.bits[i]!
  if ((bits & INSIDE) !== 0) return true
  if ((bits & TIME) !== 0) return false
  // "the disputed region", "a condemned man"
  if ((bits & CUE) !== 0 && i > 0 && i + 1 < tokens.count && (table.bits[i - 1]! & DETERMINER) !== 0 && table.lexicon.isPast(tokens.lower[i]!) && (table.bits[i + 1]! & (NOUN | PEOPLE | BODY | ROLE | NAME)) !== 0 && (table.bits[i + 1]! & (CUE | VERB | DETERMINER)) === 0) return true
  return (bits & (STOPS | PREPOSITION | DETERMINER | VERB | ADVERB | CUE)) === 0
}

/** A preposition before a phrase with its own verb: "with officials warning". */
export const isAbsolute = (table: SpeechTable, i: number): boolean => (table.uses[i]! & ABSOLUTE) !== 0

const phrase = (first: number, last: number): SpeakerPhrase => ({ first, last, coreFirst: first, coreLast: last, besideFirst: 0, besideLast: 0 })

const isMark = (table: SpeechTable, i: number, mark: string): boolean => table.tokens.lower[i] === mark
const isDash = (table: SpeechTable, i: number): boolean => { const m = table.tokens.lower[i]; return m === '–' || m === '—' || m === '-' || m === '--' }

/** The noun phrase that ends right before token `end`, not reaching left of `floor`; null where no speaker can be read there. */
export function phraseBefore(table: SpeechTable, end: number, floor: number): SpeakerPhrase | null {
  const closer = end - 1
  if (closer < floor) return null
  if (isMark(table, closer, ')')) return beforeBracket(table, end, floor)
  if (isMark(table, closer, ',') || isDash(table, closer)) {
    const beside = withApposition(table, closer, floor)
    return beside && (unclosed(table, beside, closer, floor) ?? beside) // "Name Surname, owner of the firm, a contractor, said"
  }
  const found = core(table, end, floor)
  return found && (unclosed(table, found, end, floor) ?? found)
}

/** "…”, Name Surname, spokesman for the network told": an apposition that no comma closes; null where it is none. */
function unclosed(table: SpeechTable, found: SpeakerPhrase, end: number, floor: number): SpeakerPhrase | null {
  const { tokens, bits } = table
  const comma = found.first - 1
  if (comma - 2 < floor || !isMark(table, comma, ',') || (bits[found.coreFirst]! & (ROLE | PEOPLE)) === 0 || (bits[found.coreFirst]! & NAME) !== 0) return null
  let first = comma
  while (first > floor && (bits[first - 1]! & NAME) !== 0 && (bits[first - 1]! & (ROLE | BODY)) === 0) first--
  if (comma - first < 2 || first > floor && !isMark(table, first - 1, ',') && tokens.kind[first - 1] !== TOKEN_CLOSE_QUOTE) return null
  return { first, last: end, coreFirst: first, coreLast: comma, besideFirst: found.coreFirst, besideLast: end }
}

/** "X, the mayor of Y, |said" and "Y's mayor, X, |said" ; also between dashes. */
function withApposition(table: SpeechTable, closer: number, floor: number): SpeakerPhrase | null {
  const { tokens, bits } = table
  const dash = isDash(table, closer)
  const limit = Math.max(floor, closer - LONGEST_APPOSITION)
  for (let i = closer - 1; i > limit; i--) {
    const opener = dash ? isDash(table, i) : isMark(table, i, ',')
    if (tokens.kind[i] === TOKEN_OPEN_QUOTE || tokens.kind[i] === TOKEN_CLOSE_QUOTE) { if (!dash && i < closer - 12) return null; continue }
    if (!opener) continue
    const inside = i + 1
    if (inside >= closer) continue
    const head = bits[inside]!
    const before = beforeBracket(table, i, floor)
    if (!before) continue
    const named = (head & NAME) !== 0 && (head & RELATIVE) === 0
    const describes = (head & (DETERMINER | RELATIVE | ROLE | PEOPLE | MODIFIER | BODY)) !== 0 || tokens.kind[inside] === TOKEN_NUMBER || isState(table, inside) || (inside + 1 < closer && (tokens.flags[inside + 1]! & FLAG_POSSESSIVE) !== 0)
    const belongs = tokens.lower[inside] === 'from' && (bits[before.coreLast - 1]! & NAME) !== 0 // "X, from the army's press office, said"
    const doing = tokens.lower[inside] === 'while' && table.lexicon.isIng(tokens.lower[inside + 1]!)
    const participle = doing || tokens.kind[inside] === TOKEN_WORD && table.lexicon.isParticiple(tokens.lower[inside]!)
    // "the Emergency Rooms, or ERR, said"
    const otherwise = (head & CONJOINT) !== 0 && closer - inside === 2 && (bits[inside + 1]! & NAME) !== 0
    if (!named && !describes && !participle && !otherwise && !belongs) continue
    return { first: before.first, last: closer, coreFirst: before.coreFirst, coreLast: before.coreLast, besideFirst: inside, besideLast: closer }
  }
  return null
}

/** The phrase that ends before `end`, a bracket such as "(IDF)" counted into it. */
function beforeBracket(table: SpeechTable, end: number, floor: number): SpeakerPhrase | null {
  if (end - 1 < floor || !isMark(table, end - 1, ')')) return core(table, end, floor)
  for (let i = end - 2; i > floor && i > end - 8; i--) if (isMark(table, i, '(')) {
    const before = core(table, i, floor)
    return before && { ...before, last: end, coreLast: end }
  }
  return null
}

export function core(table: SpeechTable, end: number, floor: number): SpeakerPhrase | null {
  const { tokens, bits } = table
  const head = end - 1
  if (tokens.kind[head] === TOKEN_CLOSE_QUOTE) return null
  // "X Jr., the mayor, said"
  if (isMark(table, head, '.') && head - 2 >= floor && YOUNGER.test(tokens.lower[head - 1]!)) { const named = core(table, head - 1, floor); return named && { ...named, last: end } }
  if ((bits[head]! & PRONOUN) !== 0) return phrase(head, end)
  if (!nominal(table, head) || (tokens.flags[head]! & FLAG_POSSESSIVE) !== 0) return null
  if (!canSpeak(table, head)) return null
  const limit = Math.max(floor, end - LONGEST)
  let first = head
  for (let i = head - 1; i >= limit; i--) {
    if ((bits[i]! & DETERMINER) !== 0 && tokens.kind[i] === TOKEN_WORD && !(bits[i]! & NAME)) { first = i; const above = attached(table, i, limit); if (above >= 0) { i = above + 1; continue } const before = i - 1 >= limit ? conjoined(table, i - 1, floor) : -1; if (before >= 0) first = before; break }
    if (tokens.kind[i] === TOKEN_NUMBER && i > limit && (bits[i - 1]! & TIME) !== 0) break // "On May 25 |the observers| said"
    if (nominal(table, i) || i + 1 === head && describesBody(table, i, limit)) { first = i; continue }
    if (isMark(table, i, '.') && i > limit && (bits[i - 1]! & RANK) !== 0) continue // "Gov. X"
    if ((bits[i]! & PREPOSITION) !== 0) { const above = attached(table, i + 1, limit); if (above < 0) break; first = above; i = above + 1; continue }
    if ((bits[i]! & CONJOINT) !== 0 || isMark(table, i, ',')) { const before = conjoined(table, i, floor); if (before < 0) break; first = before; break }
    break
  }
  // a preposition right before that leads to no speaker: keep what can stand alone
  if (first > floor && (bits[first - 1]! & PREPOSITION) !== 0 && (bits[first - 1]! & SUBORDINATOR) === 0 && !(bits[first]! & DETERMINER) && !isAbsolute(table, first - 1)) {
    let i = head
    while (i > first && !(bits[i - 1]! & NAME) && nominal(table, i - 1)) i--
    if ((bits[head]! & NAME) !== 0 && !(bits[head]! & SPEAKER) || i === first) return null
    first = i
  }
  while (first < head && (tokens.flags[first]! & FLAG_POSSESSIVE) !== 0) first++
  // "the army, while confirming |the attack|"
  const subject = doingBefore(table, first, floor)
  if (subject) return { ...subject, last: end }
  // "a doctor at a hospital treating |victims|"
  const verb = first - 1
  if (verb - 1 >= floor && (bits[verb]! & VERB) !== 0 && table.lexicon.isIng(tokens.lower[verb]!) && nominal(table, verb - 1)) {
    const whole = core(table, verb, Math.max(floor, end - LONGEST))
    if (whole && speakerly(table, whole)) return { ...whole, last: end }
  }
  // "a major stationed in |a nearby town|"
  const at = first - 1, past = first - 2
  if (past - 1 >= floor && (bits[head]! & (SPEAKER | NAME)) === 0 && (bits[at]! & PREPOSITION) !== 0 && (bits[past]! & VERB) !== 0 && table.lexicon.isParticiple(tokens.lower[past]!) && nominal(table, past - 1)) {
    const whole = core(table, past, Math.max(floor, end - LONGEST))
    if (whole && speakerly(table, whole)) return { ...whole, last: end }
  }
  // "a member of a group whose team was helping |people in the area|"
  const relative = relativeBefore(table, first, floor)
  if (relative > 0) {
    const whole = core(table, relative, Math.max(floor, end - LONGEST))
    if (whole && speakerly(table, whole)) return { ...whole, last: end }
  }
  const found = phrase(first, end)
  for (let i = first + 1; i + 1 < end; i++) if ((table.uses[i]! & QUOTES) !== 0 && (table.uses[i + 1]! & BY) !== 0) { found.coreLast = i; break }
  return found
}

/** So far before a phrase a clause that ends with it begins. */
const RELATIVE_WITHIN = 12
/** "a resident |who| had fled from the army", read from "the army": the pronoun that opens the clause with a verb of its own before token `first`; 0 where none does. */
function relativeBefore(table: SpeechTable, first: number, floor: number): number {
  const { tokens, bits } = table
  let verb = false
  for (let i = first - 1; i > floor && first - i < RELATIVE_WITHIN; i--) {
    if (tokens.kind[i] !== TOKEN_WORD) return 0
    if (RELATIVES.has(tokens.lower[i]!)) return verb && nominal(table, i - 1) && (bits[i - 1]! & (CUE | VERB)) === 0 ? i : 0
    if ((bits[i]! & CUE) !== 0 && (bits[i]! & (VERB | AUXILIARY)) === 0) return 0
    if ((bits[i]! & (VERB | AUXILIARY)) !== 0 || table.lexicon.isPast(tokens.lower[i]!)) verb = true
  }
  return 0
}
const RELATIVES: ReadonlySet<string> = new Set(['who', 'whose', 'which'])

/** "a |monitoring| group": a participle between an article and a body or a speaker. */
function describesBody(table: SpeechTable, i: number, limit: number): boolean {
  const { tokens, bits } = table
  return (bits[i]! & VERB) !== 0 && i - 1 >= limit && (bits[i - 1]! & DETERMINER) !== 0 && (bits[i + 1]! & SPEAKER) !== 0 && table.lexicon.isIng(tokens.lower[i]!)
}

/** "|the army|, while confirming the attack, said": who does what is told in a clause of its own that ends before token `first`; null where there is none. */
function doingBefore(table: SpeechTable, first: number, floor: number): SpeakerPhrase | null {
  const { tokens, bits } = table
  const opener = first - 2
  if (opener - 2 < floor || tokens.lower[opener] !== 'while' || !table.lexicon.isIng(tokens.lower[opener + 1]!) || (bits[opener + 1]! & NAME) !== 0) return null
  return beforeBracket(table, isMark(table, opener - 1, ',') ? opener - 1 : opener, floor)
}

/** What a count does on others. */
const RESTS: ReadonlySet<string> = new Set(['based', 'relying', 'drawing'])

/** What stands behind a father's name borne by his son. */
export const YOUNGER = /^(?:jr|sr)$/
const IN_CHARGE: ReadonlySet<string> = new Set(['charge', 'command'])

/** A preposition before `at` that hangs on a word for a speaker: the token of that word, else -1. */
function attached(table: SpeechTable, at: number, limit: number): number {
  const { tokens, bits, uses } = table
  const preposition = at - 1, above = at - 2
  if (above < limit || (bits[preposition]! & PREPOSITION) === 0) return -1
  if (tokens.kind[above] !== TOKEN_WORD) return -1
  const of = (uses[preposition]! & BELONGS) !== 0
  if ((bits[above]! & SPEAKER) !== 0) return above
  if (of && above - 2 >= limit && IN_CHARGE.has(tokens.lower[above]!) && tokens.lower[above - 1] === 'in' && (bits[above - 2]! & SPEAKER) !== 0) return above - 2 // "the officer in charge |of the region|"
  if (above > limit && (bits[above - 1]! & SPEAKER) !== 0 && (table.lexicon.sortOf(tokens.lower[above]!) & SORT_POSTPOSED) !== 0) return above - 1 // "a source close |to the group|"
  if (above > limit && (uses[above]! & QUOTES) !== 0 && (uses[preposition]! & BY) !== 0 && (bits[above - 1]! & (SPEAKER | NAME)) !== 0) return above - 1 // "a doctor quoted |by the agency|"
  if ((uses[above]! & AUTHORED) !== 0 && (uses[preposition]! & AUTHOR) !== 0 && above > limit && (bits[above - 1]! & PAPER) !== 0) return above - 1 // "figures compiled by the army"
  if (!nominal(table, above)) return -1
  if ((bits[above]! & NAME) !== 0) { // "the Islamic Movement |in X|"
    let start = above
    while (start > limit && (bits[start - 1]! & NAME) !== 0) start--
    if (start > limit && start < above && (bits[start - 1]! & DEFINITE) !== 0) return above
  }
  // "officials from the ministry of health |in Gaza|": what it hangs on hangs on a word for a speaker itself
  for (let i = above; i > limit && i > above - 5; i--) {
    const b = bits[i]!
    if ((b & PREPOSITION) !== 0 && (b & NAME) === 0) { if ((uses[i]! & BELONGS) !== 0 && (bits[i - 1]! & SPEAKER) !== 0) return i - 1; break }
    if (!nominal(table, i) && (b & DETERMINER) === 0) break
  }
  if (of && (bits[above]! & NAME) !== 0 && !(bits[above]! & PREPOSITION)) return above
  return -1
}

/** "A and |B said": the first token of A where A is a speaker at the head of a clause, else -1. */
function conjoined(table: SpeechTable, join: number, floor: number): number {
  let end = join
  if ((table.bits[join]! & CONJOINT) === 0) return -1
  if (end - 1 >= floor && isMark(table, end - 1, ',')) return -1
  const before = end > floor ? core(table, end, Math.max(floor, end - LONGEST)) : null
  if (!before || (table.bits[end - 1]! & PRONOUN) !== 0) return -1
  const left = before.first - 1
  if (left < floor) return before.first
  if ((table.bits[left]! & SUBORDINATOR) !== 0 || table.tokens.kind[left] === TOKEN_CLOSE_QUOTE || table.tokens.kind[left] === TOKEN_OPEN_QUOTE || isMark(table, left, ',') || isDash(table, left)) return before.first
  end = before.first
  return -1
}

/** Can the word end a speaker's phrase? A name, a person, a body, a paper, a nationality, an unknown plural. */
function canSpeak(table: SpeechTable, i: number): boolean {
  const bits = table.bits[i]!
  if ((bits & (NAME | SPEAKER)) !== 0) return true
  if (table.tokens.kind[i] === TOKEN_NUMBER || (bits & (TIME | ADVERB | VERB | CUE)) !== 0) return false
  if ((table.uses[i]! & EFFECT) !== 0 && i > 0 && (bits & MODIFIER) !== 0) return (table.bits[i - 1]! & DEFINITE) !== 0 // "relatives of the |dead|"
  return (bits & MODIFIER) === 0 || (bits & NOUN) !== 0
}

/** The noun phrase that starts at token `start` and ends before `ceiling`; null where none can be a speaker. */
export function phraseAfter(table: SpeechTable, start: number, ceiling: number): SpeakerPhrase | null {
  const { tokens, bits, uses } = table
  if (start >= ceiling) return null
  if ((bits[start]! & PRONOUN) !== 0) return phrase(start, start + 1)
  if ((uses[start]! & OBLIQUE) !== 0 && (uses[start]! & (HE | SHE | THEY)) !== 0 && ((uses[start]! & OWNS) === 0 || !nominal(table, start + 1))) return phrase(start, start + 1)
  const limit = Math.min(ceiling, start + LONGEST)
  let i = start, head = -1, bracketed = false
  while (i < limit) {
    if (tokens.kind[i] === TOKEN_OPEN_QUOTE || tokens.kind[i] === TOKEN_CLOSE_QUOTE) break
    if (i > start && isMark(table, i, '-') && i + 1 < limit && (tokens.flags[i + 1]! & FLAG_SPACE_BEFORE) === 0 && tokens.kind[i + 1] === TOKEN_WORD) { i++; continue } // "pro -Russian"
    if (bracketed) { if (isMark(table, i, ')')) bracketed = false; i++; continue }
    if (isMark(table, i, '(') && head >= 0) { bracketed = true; i++; continue }
    if (isMark(table, i, '.') && i > start && (bits[i - 1]! & RANK) !== 0 && i + 1 < limit && (bits[i + 1]! & NAME) !== 0) { i++; continue } // "Capt. X"
    if (head >= 0 && (bits[i]! & (TIME | CUE)) !== 0 && (bits[i]! & (NAME | SPEAKER | MODIFIER)) === 0) break
    if ((bits[i]! & DETERMINER) !== 0 && !(bits[i]! & NAME)) { if (head >= 0) break; i++; continue }
    if (head >= 0 && tokens.lower[i + 1] === 'on' && RESTS.has(tokens.lower[i]!)) break // "an agency tally |based on| official figures"
    if (head >= 0 && head === i - 1 && acts(table, i, limit)) break // "|The US| downplayed the move, saying"
    if (nominal(table, i)) {
      if (head < 0 || (tokens.flags[i]! & FLAG_POSSESSIVE) === 0) head = i
      i++
      continue
    }
    if (head >= 0 && (bits[i]! & PREPOSITION) !== 0 && continues(table, i, head, limit)) { i++; if ((bits[i]! & DETERMINER) !== 0) i++; continue }
    if (head >= 0 && (bits[i]! & CONJOINT) !== 0 && conjunct(table, i + 1, limit)) { i++; if ((bits[i]! & DETERMINER) !== 0) i++; continue }
    break
  }
  if (head < 0 || bracketed && !isMark(table, i - 1, ')')) return null
  const coreLast = isMark(table, i - 1, ')') ? i : head + 1
  const found = phrase(start, coreLast)
  const comma = coreLast
  if (comma < limit && (isMark(table, comma, ',') || isDash(table, comma))) appositionAfter(table, found, comma, ceiling)
  return found
}

/** A verb in the past that no table has, right behind a speaker and before what it is done to. */
function acts({ tokens, bits }: SpeechTable, i: number, limit: number): boolean {
  const word = tokens.lower[i]!
  return word.length > 5 && word.endsWith('ed') && (bits[i]! & (NAME | SPEAKER)) === 0 && (bits[i - 1]! & (NAME | SPEAKER)) !== 0 && i + 1 < limit && (bits[i + 1]! & (DETERMINER | PREPOSITION | ADVERB | PRONOUN)) !== 0
}

/** A preposition after the head that goes on with the phrase: "of X" always, "in X" and the like after a word for a speaker. */
function continues(table: SpeechTable, at: number, head: number, limit: number): boolean {
  const { bits, uses } = table
  let next = at + 1
  if (next >= limit) return false
  if ((bits[next]! & DETERMINER) !== 0 && !(bits[next]! & NAME)) next++
  if (next >= limit || !nominal(table, next) || (bits[next]! & TIME) !== 0) return false
  if ((bits[at]! & SUBORDINATOR) !== 0) return false
  if ((uses[at]! & OF) !== 0) return true
  if ((bits[head]! & SPEAKER) === 0) return false
  if ((bits[at]! & SAID_IN) !== 0 && channelWithin(table, next, limit) > 0) return false
  return (uses[at]! & ATTACHES) !== 0
}

/** A channel noun among the next few tokens of a noun phrase: the token after it, else 0. */
export function channelWithin(table: SpeechTable, at: number, limit: number): number {
  for (let i = at; i < limit && i < at + 8; i++) {
    if ((table.bits[i]! & CHANNEL) !== 0) {
      while (i + 1 < limit && ((table.bits[i + 1]! & CHANNEL) !== 0 || PARTS.has(table.tokens.lower[i + 1]!))) i++ // "his Telegram channel", "her Facebook page"
      return i + 1
    }
    if (!nominal(table, i) && (table.bits[i]! & (DETERMINER | TIME | ADVERB | OWN)) === 0) return 0
  }
  return 0
}

/** What a channel is called behind its name. */
const PARTS = wordGroup('channel_part')

/** After "and": does another speaker follow (and not a clause)? */
function conjunct(table: SpeechTable, at: number, limit: number): boolean {
  const { tokens, bits, uses } = table
  let i = at
  if (i < limit && (bits[i]! & DETERMINER) !== 0) i++
  let speaks = false
  for (; i < limit; i++) {
    if (!nominal(table, i) && !((bits[i]! & PREPOSITION) !== 0 && (uses[i]! & BELONGS) !== 0 && speaks)) break
    if ((bits[i]! & (SPEAKER | NAME)) !== 0) speaks = true
  }
  if (!speaks) return false
  if (i >= limit) return true
  return tokens.kind[i] !== TOKEN_WORD || (bits[i]! & (TIME | PREPOSITION | ADVERB)) !== 0
}

/** ", the mayor of Y" or ", X" after a phrase. */
function appositionAfter(table: SpeechTable, found: SpeakerPhrase, comma: number, ceiling: number): void {
  const { bits, tokens } = table
  const inside = comma + 1
  if (inside >= ceiling) return
  const named = (bits[inside]! & NAME) !== 0
  const describes = (bits[inside]! & (DETERMINER | ROLE | PEOPLE | BODY | MODIFIER)) !== 0 || (inside + 1 < ceiling && (tokens.flags[inside + 1]! & FLAG_POSSESSIVE) !== 0)
  if (!named && !describes || named && isPaper(table, found)) return
  if (isState(table, inside) && tokens.lower[inside + 1] === ',' && (bits[found.coreLast - 1]! & (NAME | BODY)) !== 0) return // "according to the agency, Israel, Egypt and Jordan took": a list begins
  const beside = phraseAfter(table, inside, Math.min(ceiling, inside + LONGEST_APPOSITION))
  if (!beside) return
  let after = beside.coreLast
  while (after + 1 < ceiling && isMark(table, after, '.') && tokens.kind[after + 1] === TOKEN_WORD && (tokens.flags[after + 1]! & FLAG_SPACE_BEFORE) === 0) after += 2 // "by the governor, |Lantern.net| reports"
  if (after < ceiling && tokens.kind[after] === TOKEN_WORD && ((bits[after]! & (TIME | PREPOSITION | RELATIVE | SUBORDINATOR)) === 0 || (bits[after]! & ADVERB) !== 0)) return // a clause of its own: "the report, Name also lost"
  found.besideFirst = inside
  found.besideLast = beside.coreLast
  found.last = beside.coreLast
}

/** The phrase is something written: a name after "the report," begins what it says. */
const isPaper = (table: SpeechTable, { coreLast }: SpeakerPhrase): boolean => (table.bits[coreLast - 1]! & (PAPER | SPEAKER)) !== 0 && (table.bits[coreLast - 1]! & (ROLE | PEOPLE | BODY | NAME)) === 0

/** The head of the phrase (before its first preposition) is a name or a word for a speaker. */
export function speakerly(table: SpeechTable, phrase: SpeakerPhrase): boolean {
  const { bits } = table
  let head = phrase.coreFirst
  for (let i = phrase.coreFirst; i < phrase.coreLast; i++) {
    if (i > phrase.coreFirst && ((bits[i]! & PREPOSITION) !== 0 && (bits[i]! & NAME) === 0 || (table.uses[i]! & AUTHORED) !== 0) || table.tokens.lower[i] === '(') break
    head = i
  }
  return (bits[head]! & (SPEAKER | NAME)) !== 0
}
