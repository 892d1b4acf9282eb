// Datelines: "KYIV, Aug. 20 (Agency) –", "Beirut, Lebanon CNN —". They tell where and when a report was written, not where
// and when something happened.
import { FLAG_CAPITAL, type Document, type TokenTable } from '../../model/document.ts'

const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '--', ':'])
const BETWEEN: ReadonlySet<string> = new Set([',', '.', '(', ')', '/', '|', 'and', '&'])
const LONGEST = 16
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?$/
/** An agency or a town in capitals. */
const CAPITALS = /^\p{Lu}{2,}$/u

/** The first token after the dateline that a sentence opens with; the sentence's own first where it has none. */
export function afterDateline({ tokens, sentences }: Document, sentence: number): number {
  const { first, last } = sentences[sentence]!
  if (first >= last || (tokens.flags[first]! & FLAG_CAPITAL) === 0) return first
  let marked = false
  for (let i = first; i < last && i - first < LONGEST; i++) {
    const word = tokens.lower[i]!
    if (i > first && DASHES.has(word)) return marked && (word !== ':' || CAPITALS.test(written(tokens, first))) ? i + 1 : first
    if (MONTH.test(word) || word === '(' || CAPITALS.test(written(tokens, i))) marked = true
    else if (!BETWEEN.has(word) && !/^\d/.test(word) && (tokens.flags[i]! & FLAG_CAPITAL) === 0) return first
  }
  return first
}

function written(tokens: TokenTable, i: number): string {
  return tokens.text.slice(tokens.start[i]!, tokens.end[i]!)
}
