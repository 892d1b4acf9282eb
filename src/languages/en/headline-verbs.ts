// Verbs of headlines, which stand without the articles that would tell them from nouns: "Israel bombs school in X", "blast
// hits market", "number of wounded rises to 21".
import type { TokenTable } from '../../model/document.ts'
import { CONJ, PREP, SUB, type Lexeme } from './lexicon.ts'

/** What is asked of a unit of a sentence. */
interface Word {
  first: number
  tag: string
  lexeme: Lexeme | undefined
  number: object | null
}

const RISES: ReadonlySet<string> = new Set(['rises', 'climbs', 'grows', 'jumps', 'increases', 'rise', 'climb'])
const HITS: ReadonlySet<string> = new Set(['hits', 'strikes', 'bombs', 'shells', 'attacks', 'kills', 'wounds', 'injures', 'damages', 'destroys', 'targets', 'raids', 'storms', 'seizes', 'captures'])

/** "rises to 21", at unit `u`. */
export function risesTo({ lower }: TokenTable, units: readonly Word[], u: number): boolean {
  return units[u] !== undefined && RISES.has(lower[units[u].first]!) && units[u + 1] !== undefined && lower[units[u + 1]!.first] === 'to' && (units[u + 2]?.number != null || units[u + 3]?.number != null)
}

/** "Israel |bombs| school in X", "blast |hits| market": a name, a weapon or an attack before the verb at unit `u`, and one thing behind it with which the clause ends or a preposition goes on. */
export function hitsInHeadline({ lower }: TokenTable, units: readonly Word[], u: number): boolean {
  const before = units[u - 1]
  if (!HITS.has(lower[units[u]!.first]!) || before === undefined || before.tag !== 'proper' && !(before.tag === 'noun' && before.lexeme !== undefined && !before.lexeme.plural && (before.lexeme.weapon !== null || before.lexeme.event !== null))) return false
  const thing = isThing(units[u + 1]) ? u + 1 : units[u + 1]?.tag === 'noun' && units[u + 1]!.lexeme !== undefined && isThing(units[u + 2]) ? u + 2 : -1
  const after = units[thing + 1]
  return thing > 0 && (after === undefined || after.tag === 'punct' || ((after.lexeme?.tags ?? 0) & (PREP | CONJ | SUB)) !== 0)
}

const isThing = (word: Word | undefined): boolean => word?.lexeme?.counted != null && word.lexeme.event === null && word.tag === 'noun' && word.lexeme.weapon === null
