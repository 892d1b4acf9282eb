// English sentences that part a number told in the sentence before: "Of those, two …", "Four were …". What adds to it
// ("another three", "two others") is as often the outlet's own.
import { TOKEN_NUMBER, type TokenTable } from '../../model/document.ts'
import { AUX, lexemeOf, NOUN, VERB } from './lexicon.ts'

const BOUND: ReadonlySet<string> = new Set(['at', 'least', 'about', 'around', 'some', 'nearly', 'almost', 'over', 'more', 'than', 'up', 'to', 'as', 'many', 'meanwhile', 'also', ',', 'however', 'only', 'just'])
const NUMERAL = /^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens|scores|hundreds|thousands|several)(-(one|two|three|four|five|six|seven|eight|nine))?$/
const SHARE = /^(most|many|some|half|all|none|both)$/
const OF = /^(those|these|them|that|whom|the)$/
const TOTAL = /^(number|total|dead|victims|wounded|injured|killed|casualties|figure|toll)$/

/** See SpeechLexicon.partAt. */
export function partAt(tokens: TokenTable, first: number, last: number): boolean {
  const { lower, kind } = tokens
  let i = first
  if (SHARE.test(lower[i]!) && lower[i + 1] === 'of' && OF.test(lower[i + 2] ?? '')) return true
  if (lower[i] === 'as' && lower[i + 1] === 'a' && lower[i + 2] === 'result' && lower[i + 3] === ',') return true // "As a result, two died"
  if (lower[i] === 'of') {
    if (!OF.test(lower[i + 1] ?? '')) return false
    return lower[i + 1] === 'those' || lower[i + 1] === 'these' || lower[i + 1] === 'them' || lower[i + 1] === 'whom' || TOTAL.test(lower[i + 2] ?? '')
  }
  while (i < last && i < first + 6 && BOUND.has(lower[i]!)) i++
  if (i >= last || kind[i] !== TOKEN_NUMBER && !NUMERAL.test(lower[i]!)) return false
  i++
  if (i >= last) return false
  if (lower[i] === 'of') return OF.test(lower[i + 1] ?? '')
  const tags = lexemeOf(lower[i]!)?.tags ?? 0
  return (tags & AUX) !== 0 || (tags & VERB) !== 0 && (tags & NOUN) === 0
}
