// Does the report say that something was not, or could not be, checked?
import { NEGATIVE, type SpeechLexicon } from '../../../languages/speech.ts'
import type { Document, TokenTable } from '../../../model/document.ts'
import { columnsOf } from './words.ts'

const REACH = 7 // tokens from the negative to "evidence", "verified"
const MOST_TOKENS = 400

/** The tokens that say so in sentence `s` or the `more` sentences after it; null if none do. */
export function uncheckedAt(document: Document, lexicon: SpeechLexicon, s: number, more: number): { first: number; last: number } | null {
  for (let at = s; at <= s + more && at < document.sentences.length; at++) {
    const sentence = document.sentences[at]!
    if (sentence.post !== document.sentences[s]!.post) return null
    const found = within(document.tokens, lexicon, sentence.first, Math.min(sentence.last, sentence.first + MOST_TOKENS))
    if (found) return found
  }
  return null
}

/** true where the report says so in sentence `s` or the `more` after it. */
export function unchecked(table: { document: Document; lexicon: SpeechLexicon }, s: number, more: number): boolean {
  return uncheckedAt(table.document, table.lexicon, s, more) !== null
}

function within(tokens: TokenTable, lexicon: SpeechLexicon, first: number, last: number): { first: number; last: number } | null {
  let negative = -1
  const { classes, hedges } = columnsOf(lexicon)
  for (let i = first; i < last; i++) {
    if ((classes.at(tokens, i) & NEGATIVE) !== 0) negative = i
    else if (negative >= 0 && i - negative <= REACH && hedges.at(tokens, i) !== 0 && lexicon.hedgeAt(tokens.lower, i)?.kind === 'check') return { first: negative, last: i + 1 }
  }
  return null
}
