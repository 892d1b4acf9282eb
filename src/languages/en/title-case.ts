// Lines whose words have capitals, as headlines have them.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, TOKEN_WORD, type TokenTable } from '../../model/document.ts'
import { WordSet } from '../../text/vocabulary.ts'

/** Fewer long words are no headline. */
const TITLE_WORDS = 4

/** "Suicide Bombing in Crowded Market Kills at Least 15": a line whose words have capitals, so that these tell no names. */
export function inTitleCase(tokens: TokenTable, first: number, last: number): boolean {
  let capital = 0, small = 0
  for (let i = first; i < last; i++) {
    const flags = tokens.flags[i]!
    if (tokens.kind[i] !== TOKEN_WORD || tokens.lower[i]!.length < 4 || (flags & FLAG_ALL_CAPS) !== 0) continue
    if ((flags & FLAG_CAPITAL) !== 0) capital++
    else if (!SMALL_IN_TITLES.has(tokens, i) && ++small * 5 >= capital + last - i) return false // however many capitals are still to come
  }
  return capital >= TITLE_WORDS && small * 5 < capital
}
/** What headlines in capitals leave small. */
const SMALL_IN_TITLES = new WordSet(['with', 'from', 'over', 'into', 'near', 'after', 'amid', 'least', 'more', 'than', 'that', 'their'])
