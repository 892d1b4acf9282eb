// Which words may be what was said after a verb of saying, by the frames of the verb.
import { TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_WORD } from '../../../model/document.ts'
import { AUXILIARY, DETERMINER, FRAME_ADDRESSEE, FRAME_ANY, FRAME_BELIEVE, FRAME_CLAUSE, FRAME_COUNT, FRAME_INFINITIVE, FRAME_NAMES, FRAME_OBJECT, FRAME_PAPER, FRAME_QUOTE, OWN, PREPOSITION, PRONOUN, RELATIVE, SUBORDINATOR } from '../../../languages/speech.ts'
import { ABSOLUTE, AS, ATTACHES, AUTHOR, BELONGS, BY, HOW, NUMERAL, THERE, TO } from '../../../languages/speech-uses.ts'
import type { Cue } from './cues.ts'
import type { SpeechTable } from './words.ts'

/** May what follows the verb be what was said, by the frames of the verb? */
export function fitsFrame(table: SpeechTable, cue: Cue, last: number, quoteWithin: number): boolean {
  const { tokens, bits, uses } = table
  const { verb, right } = cue
  if (cue.that || cue.colon) return true
  if (right >= last) return false
  if (tokens.kind[right] === TOKEN_OPEN_QUOTE) return true
  const b = bits[right]!, use = uses[right]!
  if ((verb.frames & FRAME_INFINITIVE) !== 0 && (use & TO) !== 0) return true
  if ((verb.frames & FRAME_ADDRESSEE) !== 0) return tokens.kind[right] === TOKEN_WORD && (use & BY) === 0
  if ((use & HOW) !== 0 && (verb.frames & (FRAME_CLAUSE | FRAME_OBJECT)) !== 0) return true
  if ((verb.frames & FRAME_QUOTE) !== 0) return quoteWithin >= 0 && quoteWithin < right + 12
  if ((verb.frames & FRAME_COUNT) !== 0) return number(table, right, last) || (verb.frames & FRAME_NAMES) !== 0 && asSoon(table, right, last)
  if ((verb.frames & FRAME_PAPER) !== 0) return (b & (PREPOSITION | SUBORDINATOR)) === 0
  if ((verb.frames & FRAME_BELIEVE) !== 0) return (b & PREPOSITION) === 0 && clauseFollows(table, right, last)
  if (tokens.kind[right] !== TOKEN_WORD && tokens.kind[right] !== TOKEN_NUMBER) return false
  if ((verb.frames & FRAME_ANY) !== 0) return true
  if ((verb.frames & FRAME_CLAUSE) !== 0 && clauseFollows(table, right, last)) return true
  if ((verb.frames & FRAME_OBJECT) !== 0) return (b & (SUBORDINATOR | RELATIVE)) === 0 && ((b & PREPOSITION) === 0 || (b & DETERMINER) !== 0)
  return quoteWithin >= 0 && quoteWithin < right + 12
}

function number(table: SpeechTable, at: number, last: number): boolean {
  for (let i = at; i < last && i < at + 12; i++) {
    if (table.tokens.kind[i] === TOKEN_NUMBER) return true
    if (i >= at + 6 && (table.tokens.kind[i] !== TOKEN_WORD || (table.bits[i]! & (AUXILIARY | RELATIVE)) !== 0)) return false // "put its losses over the past day at 900"
    if ((table.uses[i]! & NUMERAL) !== 0) return true
  }
  return false
}

/** "named one of the dead as X" */
function asSoon(table: SpeechTable, at: number, last: number): boolean {
  for (let i = at; i < last && i < at + 18; i++) if ((table.uses[i]! & AS) !== 0) return true
  return false
}

/** A noun phrase and then a verb: a clause, not an object. */
function clauseFollows(table: SpeechTable, at: number, last: number): boolean {
  const { tokens, bits, uses, lexicon } = table
  if ((bits[at]! & PRONOUN) !== 0 || (uses[at]! & THERE) !== 0 || (bits[at]! & OWN) !== 0) return true
  if ((bits[at]! & PREPOSITION) !== 0 && (bits[at]! & SUBORDINATOR) === 0 && ((uses[at]! & ATTACHES) === 0 || (uses[at]! & (BELONGS | TO | AUTHOR | ABSOLUTE)) !== 0)) return false
  for (let i = at; i < last && i < at + 24; i++) if ((bits[i]! & AUXILIARY) !== 0 || (i > at && tokens.kind[i] === TOKEN_WORD && lexicon.isPast(tokens.lower[i]!))) return true
  return false
}
