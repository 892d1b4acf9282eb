// Whose people are whose: the report itself tells it once ("Ukrainian President …", "… , the Israeli defence minister"),
// and the surname stands for the side from then on.
import { FLAG_CAPITAL, type TokenTable } from '../../model/document.ts'
import { sideIn } from '../../languages/en/actors.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'

export const OFFICE = /^(president|premier|minister|chancellor|king|emir|chief|secretary|spokesman|spokeswoman|spokesperson|commander|general|colonel|admiral|leader|ambassador|envoy|governor|mayor|official|officials|head|adviser|aide|lawmaker|senator|mp|speaker|prince|sultan|pm|representative|diplomat|dictator|ruler|congressman|congresswoman|negotiator|negotiators|authorities|government|army|military|ministry|police|forces|troops|intelligence)$/

const offices = new WordColumn((word) => (OFFICE.test(word) ? 1 : 0))

/** Whether an office stands between two tokens: most phrases have none, and need not be looked into. */
function namesOffice(tokens: TokenTable, first: number, last: number): boolean {
  return offices.next(tokens, first, last) < last
}

/** Surnames (lower case) and the side that the report gives them. */
export function learnSides(tokens: TokenTable, parsed: readonly ParsedSentence[]): Map<string, string> {
  const learned = new Map<string, string>()
  const teach = (token: number, side: string): void => {
    const word = tokens.lower[token]!
    if (word.length > 2 && (tokens.flags[token]! & FLAG_CAPITAL) !== 0 && sideIn(tokens, token, token + 1) === null && !learned.has(word)) learned.set(word, side)
  }
  for (const { chunks } of parsed) {
    if (chunks.length === 0 || !namesOffice(tokens, chunks[0]!.first, chunks.at(-1)!.last)) continue
    for (let k = 0; k < chunks.length; k++) {
      const np = chunks[k]!.np
      if (!np || !namesOffice(tokens, chunks[k]!.first, chunks[k]!.last)) continue
      const office = np.units.find((u) => u.last - u.first === 1 && offices.at(tokens, u.first) === 1)
      if (!office) continue
      const side = sideIn(tokens, chunks[k]!.first, office.first) ?? (chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np ? sideIn(tokens, chunks[k + 2]!.first, chunks[k + 2]!.last) : null)
      if (!side) continue
      const name = np.units.at(-1)!
      if (name.tag === 'proper' && name.first > office.first) teach(name.last - 1, side)
      else {
        // set beside the name: "Name, the Ukrainian governor", "the Ukrainian governor, Name,"
        const before = k > 1 && chunks[k - 1]!.kind === 'comma' ? chunks[k - 2]!.np : null
        if (before?.proper && before.units.length >= 2) teach(before.units.at(-1)!.last - 1, side)
        const after = chunks[k + 1]?.kind === 'comma' ? chunks[k + 2]?.np : null
        if (after?.proper && after.units.length >= 2) teach(after.units.at(-1)!.last - 1, side)
      }
    }
  }
  return learned
}
