// A sentence as the tests of phrases look at it.
import { ABBREVIATIONS } from '../../../src/languages/en/abbreviations.ts'
import { chunk, type Chunk } from '../../../src/languages/en/chunks.ts'
import { findNumbers, type NumberSpan } from '../../../src/languages/en/numbers.ts'
import { tagUnits, type Unit } from '../../../src/languages/en/tag.ts'
import type { TokenTable } from '../../../src/model/document.ts'
import { toDocument } from '../../../src/text/sentences.ts'

export interface Parsed {
  tokens: TokenTable
  numbers: NumberSpan[]
  units: Unit[]
  chunks: Chunk[]
  written(first: number, last: number): string
}

export function parsed(text: string): Parsed {
  const { tokens } = toDocument({ key: 'k', doc: 'd', url: null, title: null, outlet: null, language: 'en', kind: 'article', published: null, text, passages: [], posts: [], removed: [], captions: [], credits: [], trouble: [] }, { abbreviations: ABBREVIATIONS })
  const none = new Uint8Array(tokens.count)
  const numbers = findNumbers(tokens, 0, tokens.count, none)
  const units = tagUnits(tokens, 0, tokens.count, numbers, none)
  return { tokens, numbers, units, chunks: chunk(tokens, units), written: (first, last) => text.slice(tokens.start[first]!, tokens.end[last - 1]!) }
}
