// A report's sentences as phrases: numbers, classes and phrases of each, in one pass.
import type { Document } from '../../model/document.ts'
import { chunk, type Chunk } from './chunks.ts'
import { findNumbers, type NumberSpan } from './numbers.ts'
import { tagUnits } from './tag.ts'

export interface ParsedSentence {
  index: number
  chunks: Chunk[]
  numbers: NumberSpan[]
}

/** Parses every sentence. `taken` marks tokens of time expressions. */
export function parse(document: Document, taken: Uint8Array): ParsedSentence[] {
  const { tokens } = document
  return document.sentences.map((sentence, index) => {
    const numbers = findNumbers(tokens, sentence.first, sentence.last, taken)
    return { index, numbers, chunks: chunk(tokens, tagUnits(tokens, sentence.first, sentence.last, numbers, taken)) }
  })
}
