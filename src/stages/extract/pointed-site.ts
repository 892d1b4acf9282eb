// Which of the places told before a sentence points back to by its kind: "on the base" is the one that was called a base.
import type { Document, LocatedMention, TokenTable } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import type { Scene } from './scene.ts'

const SITES = wordGroup('site'), KINDS = wordGroup('site_kind')
const A_SITE = 1, ITS_KIND = 2
const sorts = new WordColumn((word) => (SITES.has(word) ? A_SITE : 0) | (KINDS.has(word) ? ITS_KIND : 0))
const PUTS: ReadonlySet<string> = new Set(['on', 'at', 'in', 'inside', 'outside'])
/** So many sentences back a place is still called by its kind alone. */
const BACK = 5

/** The word by which a sentence points to a site: "on the base", "at the military base"; null where it points to none. */
function pointedIn(tokens: TokenTable, first: number, last: number): string | null {
  const { lower } = tokens
  for (let i = sorts.next(tokens, first + 2, last); i < last; i = sorts.next(tokens, i + 1, last)) {
    if ((sorts.at(tokens, i) & A_SITE) === 0) continue
    const at = (sorts.at(tokens, i - 1) & ITS_KIND) !== 0 ? i - 2 : i - 1
    if (lower[at] === 'the' && PUTS.has(lower[at - 1]!) && lower[i + 1] !== 'of') return lower[i]!
  }
  return null
}

/** Whether a report calls a place by a kind: "Taji base", "the Taji military base". */
function isCalled(lower: readonly string[], { last }: LocatedMention, word: string): boolean {
  return lower[last - 1] === word || lower[last] === word || lower[last + 1] === word && KINDS.has(lower[last]!)
}

/** The one place told shortly before a sentence that it points to by its kind; null where it points to none, or where several are of that kind. */
export function siteToldBefore({ tokens, sentences }: Document, scene: Scene, sentence: number): LocatedMention | null {
  const { first, last, post } = sentences[sentence]!
  const word = pointedIn(tokens, first, last)
  if (word === null) return null
  let found: LocatedMention | null = null
  for (let s = sentence - 1; s >= 0 && sentence - s <= BACK && sentences[s]!.post === post; s--) for (const m of scene.bySentence[s] ?? []) {
    if (m.use !== 'literal' || !isCalled(tokens.lower, m, word)) continue
    if (found !== null && found.name !== m.name) return null
    found = m
  }
  return found
}
