// Where what was said begins and ends, told by the words around it.
import { FLAG_POSSESSIVE, TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_PUNCTUATION, TOKEN_WORD } from '../../../model/document.ts'
import { ADVERB, AUXILIARY, CHANNEL, CONJOINT, CUE, DETERMINER, MODIFIER, NOUN, PREPOSITION, PRONOUN, RELATIVE, SORT_MEASURE, SUBORDINATOR, VERB } from '../../../languages/speech.ts'
import { AS, MANNER, POINTS, THAT, TO, WHAT } from '../../../languages/speech-uses.ts'
import type { Cue } from './cues.ts'
import type { Gathered } from './said.ts'
import { NAME, type SpeechTable } from './words.ts'

/** What news comes after. */
const COMES = /^(?:comes?|came|follow(?:s|ed)?)$/

/** "Just a few minutes after": so many words tell how long after. */
const MOST_MEASURE = 4

/** Nothing but closing marks follows. */
export function clauseEnds(table: SpeechTable, at: number, last: number): boolean {
  const { tokens } = table
  for (let i = at; i < last; i++) {
    if (tokens.kind[i] === TOKEN_CLOSE_QUOTE) continue
    if (tokens.lower[i] === ';') return true
    if (tokens.kind[i] !== TOKEN_PUNCTUATION || tokens.lower[i] === ':' || tokens.lower[i] === ',') return false
  }
  return true
}

/** What follows is only where, when or how it was said: "he said in Geneva", "it said without adding places", "he said in an update to figures given before". */
export function adjunctOnly(table: SpeechTable, at: number, last: number): boolean {
  const { tokens, bits, uses } = table
  if (at >= last || (bits[at]! & (PREPOSITION | SUBORDINATOR)) === 0 || (bits[at]! & (DETERMINER | PRONOUN | NAME)) !== 0 || (uses[at]! & THAT) !== 0) return false
  // what hangs on the message is of the message
  let hangs = at > 0 && (bits[at - 1]! & CHANNEL) !== 0
  if ((uses[at]! & TO) !== 0 && !hangs) return false
  const subordinate = (bits[at]! & SUBORDINATOR) !== 0 || (uses[at]! & MANNER) !== 0
  for (let i = at; i < last; i++) {
    if (tokens.kind[i] === TOKEN_OPEN_QUOTE || tokens.lower[i] === ':') return false
    if (tokens.lower[i] === ',') hangs = false
    if (!subordinate && (bits[i]! & (hangs ? AUXILIARY : AUXILIARY | CUE)) !== 0 && (bits[i]! & NOUN) === 0) return false
  }
  return true
}

/** A clause stands there: it has a verb and does not open with a preposition. */
export function isClause(table: SpeechTable, first: number, last: number): boolean {
  const { tokens, bits, lexicon } = table
  let i = first
  while (i < last && tokens.kind[i] !== TOKEN_WORD && tokens.kind[i] !== TOKEN_NUMBER) i++
  if (i >= last || (bits[i]! & (PREPOSITION | SUBORDINATOR)) !== 0 && (bits[i]! & (DETERMINER | NAME)) === 0) return false
  for (; i < last; i++) if (tokens.kind[i] === TOKEN_WORD && ((bits[i]! & (AUXILIARY | VERB)) !== 0 || (bits[i]! & NAME) === 0 && tokens.lower[i]!.length > 4 && lexicon.isPast(tokens.lower[i]!))) return true
  return false
}

/** Two words or more follow. */
export function goesOn(table: SpeechTable, at: number, last: number): boolean {
  let words = 0
  for (let i = at; i < last && words < 2; i++) if (table.tokens.kind[i] === TOKEN_WORD) words++
  return words >= 2
}

/** The first opening mark among the next tokens; -1 if none. */
export function quoteFrom(table: SpeechTable, at: number, last: number): number {
  for (let i = at; i < last && i < at + 16; i++) if (table.tokens.kind[i] === TOKEN_OPEN_QUOTE) return i
  return -1
}

/** The first token from `at` that is no mark and no "and". */
export function afterMarks(table: SpeechTable, at: number, last: number): number {
  const { tokens, bits } = table
  let i = at
  while (i < last && (tokens.kind[i] === TOKEN_PUNCTUATION || (bits[i]! & CONJOINT) !== 0 && (bits[i]! & NAME) === 0)) i++
  return i
}

/** Where the clause of the verb at `at` begins, not before `floor`: after a comma, "where", "that". */
export function clauseStart(table: SpeechTable, at: number, floor: number): number {
  const { tokens, bits } = table
  for (let i = at - 2; i > floor; i--) if (tokens.lower[i] === ',' || (bits[i]! & (RELATIVE | SUBORDINATOR)) !== 0 && (bits[i]! & (NAME | PREPOSITION)) === 0) return i + 1
  return floor
}

/** "|39 hostages who| the army says are dead": the noun phrase that a relative clause hangs on. */
export function antecedent(table: SpeechTable, relative: number, first: number): number {
  const { tokens, bits } = table
  let i = relative
  while (i > first && (tokens.kind[i - 1] === TOKEN_NUMBER || tokens.kind[i - 1] === TOKEN_WORD && (bits[i - 1]! & (SUBORDINATOR | RELATIVE | AUXILIARY | VERB | CUE | CONJOINT)) === 0)) i--
  return i
}

/** What was said ends with its sentence, or before: at the comma after "what it called X" or after a clause that opens the sentence, at ", as …" of the outlet's own. */
export function contentEnd(gathered: Gathered, cue: Cue, at: number, first: number, last: number): number {
  const { table, quotations } = gathered
  const { tokens, bits, uses } = table
  const opener = cue.clauseFirst - 1
  const what = opener >= first && (uses[opener]! & WHAT) !== 0
  const subordinate = cue.order === 'before' && opener >= first && (bits[opener]! & SUBORDINATOR) !== 0 && (bits[opener]! & (NAME | CONJOINT)) === 0 && (uses[opener]! & THAT) === 0 && opensSentence(table, first, opener)
  for (let i = at + 2; i < last - 2; i++) {
    if (tokens.lower[i] !== ',' || quotations.at[i]! > 0) continue
    if (what || subordinate || (uses[i + 1]! & AS) !== 0 && (bits[i + 2]! & ADVERB) === 0 || (bits[i + 1]! & RELATIVE) !== 0 && COMES.test(tokens.lower[i + 2]!)) return i // ", which come days after": the outlet goes on
  }
  return last
}

/** "After …", "Hours after …", "A day after …": whether a clause that begins at `opener` opens its sentence, be it with a measure of time. */
function opensSentence(table: SpeechTable, first: number, opener: number): boolean {
  const { tokens, bits } = table
  const from = afterMarks(table, first, opener + 1)
  if (from === opener) return true
  if (opener - from > MOST_MEASURE || (table.lexicon.sortOf(tokens.lower[opener - 1]!) & SORT_MEASURE) === 0) return false
  for (let i = from; i < opener - 1; i++) if (tokens.kind[i] !== TOKEN_NUMBER && (bits[i]! & (DETERMINER | ADVERB | MODIFIER)) === 0) return false
  return true
}

/** What stands before a speaker. */
export interface Left {
  first: number
  last: number
  quoted: boolean
  /** The quotation is all that stands there. */
  whole: boolean
  comma: boolean
  /** The quotation ends right at the speaker. */
  adjacent: boolean
}

/** What stands before a speaker at `edge` that follows it: from where, to where, and whether it is quoted; null where nothing can. */
export function leftOf(gathered: Gathered, edge: number, first: number, leftFrom: number): Left | null {
  const { table, quotations } = gathered
  const { tokens } = table
  const mark = tokens.lower[edge - 1]
  const comma = mark === ',', dash = mark === '-' || mark === '–' || mark === '—' || mark === '--'
  const end = comma || dash ? edge - 2 : edge - 1
  if (end < first) return null
  const floor = Math.max(first, leftFrom)
  if (tokens.kind[end] === TOKEN_CLOSE_QUOTE && end > 0 && quotations.at[end - 1]! > 0) {
    const q = quotations.at[end - 1]! - 1
    const quotation = quotations.list[q]!
    if (quotation.first - 1 <= floor) return { first: gathered.startOf(q), last: end, quoted: true, whole: true, comma, adjacent: true }
    return { first: floor, last: end, quoted: true, whole: false, comma, adjacent: comma || tokens.lower[end - 1] === ',' }
  }
  if (!comma && !dash) return null
  const from = afterMarks(table, floor, end)
  if (end < from || end === from && dash) return null
  return { first: from, last: end + 1, quoted: false, whole: false, comma, adjacent: false }
}

/** "This was", "That's", "It is": the words point back to the sentence before. */
export function onlyPoints(table: SpeechTable, first: number, last: number): boolean {
  const { tokens, bits, uses } = table
  let points = false
  for (let i = first; i < last; i++) {
    if (tokens.kind[i] !== TOKEN_WORD) continue
    if ((uses[i]! & POINTS) !== 0) points = true
    else if ((bits[i]! & (AUXILIARY | ADVERB)) === 0 && (tokens.flags[i]! & FLAG_POSSESSIVE) === 0) return false
  }
  return points
}
