// A report's sentences as phrases: numbers, classes and phrases of each, in one pass.
import { TOKEN_NUMBER, type Document, type TokenTable } from '../../model/document.ts'
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

/**
 * Whether a sentence has a word of the conflict: of harm, attack or an event, or people or things counted beside a number
 * or a name. Others are left unparsed.
 */
function speaksOfConflict(tokens: TokenTable, first: number, last: number): boolean {
  let counted = false, numbered = false
  for (let i = first; i < last; i++) {
    const lexeme = lexemeAt(tokens, i)
    if (lexeme) {
      if (lexeme.conflict || lexeme.event !== null || lexeme.weapon !== null) return true
      if (lexeme.counted !== null) counted = true
    }
    if (tellsOfFrames(tokens.lower[i]!) || ENVOYS.has(tokens.lower[i]!)) return true
    if (tokens.kind[i] === TOKEN_NUMBER || NUMBER_WORDS.has(tokens.lower[i]!)) numbered = true
    if (counted && numbered) return true
  }
  return false
}

/** Whose coming and going is an act between states. */
const ENVOYS: ReadonlySet<string> = new Set(['ambassador', 'ambassadors', 'embassy', 'embassies', 'diplomat', 'diplomats', 'envoy', 'envoys', 'consulate', 'delegation'])
const NUMBER_WORDS: ReadonlySet<string> = new Set(['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'dozen', 'dozens', 'scores', 'hundreds', 'thousands', 'millions', 'hundred', 'thousand', 'million', 'one', 'half'])

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
