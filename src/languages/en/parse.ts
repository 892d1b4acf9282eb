// A report's sentences as phrases: numbers, classes and phrases of each, in one pass.
import type { Document, TokenTable } from '../../model/document.ts'
import { chunk, type Chunk } from './chunks.ts'
import { tellsOfFrames } from './frames.ts'
import { lexemeAt } from './lexicon.ts'
import { findNumbers, type NumberSpan } from './numbers.ts'
import { tagUnits } from './tag.ts'

export interface ParsedSentence {
  index: number
  chunks: Chunk[]
  numbers: NumberSpan[]
}

/** Whether a sentence has a word of the conflict: of harm, attack, people or things counted, events. Others are left unparsed. */
function speaksOfConflict(tokens: TokenTable, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const lexeme = lexemeAt(tokens, i)
    if ((lexeme && (lexeme.conflict || lexeme.counted !== null || lexeme.event !== null)) || tellsOfFrames(tokens.lower[i]!)) return true
  }
  return false
}

const GOES_ON: ReadonlySet<string> = new Set(['risen', 'rose', 'rises', 'climbed', 'climbs', 'reached', 'stood', 'stands', 'grown', 'grew', 'jumped', 'were', 'was', 'others', 'more'])

/** Whether a short sentence goes on about numbers told right before it: "It has risen to 52." */
function goesOn(lower: readonly string[], first: number, last: number): boolean {
  if (last - first > 30) return false
  for (let i = first; i < last; i++) if (GOES_ON.has(lower[i]!)) return true
  return false
}

/** Parses every sentence that can tell something. `taken` marks tokens of time expressions. */
export function parse(document: Document, taken: Uint8Array): ParsedSentence[] {
  const { tokens } = document
  let before = false
  return document.sentences.map((sentence, index) => {
    const speaks = speaksOfConflict(tokens, sentence.first, sentence.last)
    const parsed = speaks || (before && goesOn(tokens.lower, sentence.first, sentence.last))
    before = speaks
    if (!parsed) return { index, numbers: [], chunks: [] }
    const numbers = findNumbers(tokens, sentence.first, sentence.last, taken)
    return { index, numbers, chunks: chunk(tokens, tagUnits(tokens, sentence.first, sentence.last, numbers, taken)) }
  })
}
