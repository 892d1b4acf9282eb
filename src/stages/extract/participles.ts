// Participles that name what is done, or say which thing is meant, and tell no event of their own.
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { governor } from '../../languages/en/clauses.ts'
import { sideIn } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isArmy, isUnnamedLand } from './verb-types.ts'

/** "an attack on police training", "were undergoing training": what is done is spoken of as a thing. */
export function isNounOfDoing(chunks: readonly Chunk[], k: number): boolean {
  const { vg } = chunks[k]!
  return vg!.ing && !vg!.progressive && chunks[k - 1] !== undefined && (chunks[k - 1]!.vg !== null || chunks[k - 1]!.np !== null && governor(chunks, k - 1) === 'on')
}

/** "withdraw from seized territory", "in occupied areas", "to integrate occupied parts": a participle before its noun says which is meant. */
export const standsBefore = (chunks: readonly Chunk[], k: number): boolean => STANDING.has(chunks[k]!.vg!.verb?.lemma ?? '') && (chunks[k - 1]?.kind === 'prep' && NOUN_PREPOSITIONS.has(chunks[k - 1]!.word) || isObject(chunks, k - 1)) && chunks[k]!.last - chunks[k]!.first === (chunks[k]!.word === 'out' ? 2 : 1) && chunks[k + 1]?.np != null && chunks[k + 1]!.np!.article === '' && chunks[k + 1]!.np!.number === null
/** Whether a verb that wants an object stands at `at`. */
function isObject(chunks: readonly Chunk[], at: number): boolean {
  const c = chunks[at]?.kind === 'adv' ? chunks[at - 1] : chunks[at] // "carrying out targeted killings"
  if (c?.vg != null) return c.vg.verb !== null && !c.vg.passive && !c.vg.bare && c.vg.verb.sense !== 'be'
  return c?.np != null && chunks[at - 1]?.word === 'to' && c.last - c.first === 1 && !c.np.proper && c.np.number === null // a verb of no table
}
const NOUN_PREPOSITIONS: ReadonlySet<string> = new Set(['from', 'of', 'in', 'into', 'to', 'on', 'at', 'with', 'for', 'over', 'across'])
/** What has been done to a thing for long, and says which it is; one that was freed is news. */
const STANDING: ReadonlySet<string> = new Set(['seize', 'occupy', 'capture', 'annex', 'besiege', 'blockade', 'bomb', 'shell', 'target'])

/** "in Irpin and other occupied territories": a participle before ground without a name, behind no noun of its own. */
export const isStandingOf = (tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean => STANDING.has(chunks[k]!.vg!.verb?.lemma ?? '') && isUnnamedLand(tokens, chunks[k + 1]!) && chunks[k + 1]!.np!.article === '' && !(chunks[k - 1]?.np?.head != null && chunks[k - 1]!.np!.event === null && isArmyOrSide(tokens, chunks[k - 1]!))
const isArmyOrSide = (tokens: TokenTable, c: Chunk): boolean => isArmy(tokens, c) || sideIn(tokens, c.first, c.last) !== null

const ABSTRACT = wordGroup('abstract_target'), BACKING = wordGroup('backing')
const BACKS: ReadonlySet<string> = new Set(['back', 'support', 'aid', 'help', 'assist', 'cover', 'accompany'])
const AIMED_AT: ReadonlySet<string> = new Set(['on', 'against'])

/** "a new attack on the economy", "attacked the judges' independence": nothing that is struck. */
export const isAbstract = (tokens: TokenTable, c: Chunk | undefined): boolean => c?.np?.head != null && ABSTRACT.has(tokens.lower[c.np.head.last - 1]!)

/** "a battle for freedom". */
const STRIVES: ReadonlySet<string> = new Set(['battle', 'battles', 'push', 'offensive', 'fighting'])

/** "fights for his survival", "a battle for the White House": what is striven for is no ground. */
export const strivesFor = (tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean => chunks[k + 1]?.word === 'for' && (isAbstract(tokens, chunks[k + 2]) || isOffice(tokens, chunks[k + 2]))
const OFFICES = wordGroup('office_sought')
const isOffice = ({ lower }: TokenTable, c: Chunk | undefined): boolean => c?.np?.head != null && (OFFICES.has(lower[c.last - 1]!) || lower[c.last - 1] === 'house' && lower[c.last - 2] === 'white')

/** "an attack on the economy": whether what the event noun at `k` is aimed at cannot be struck. */
export const isAimedAtIdea = (tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean => chunks[k + 1]?.kind === 'prep' && (AIMED_AT.has(chunks[k + 1]!.word) || chunks[k + 1]!.word === 'for' && STRIVES.has(tokens.lower[chunks[k]!.last - 1]!)) && (isAbstract(tokens, chunks[k + 2]) || chunks[k + 1]!.word === 'for' && isOffice(tokens, chunks[k + 2]))

/** "Kurdish forces, backed by air strikes, took the town", "with the help of coalition airstrikes": what the sentence tells is done by others. */
export function isBacking(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const prep = chunks[k - 1]
  if (prep?.kind !== 'prep') return false
  if (prep.word === 'by') return BACKS.has(chunks[k - 2]?.vg?.verb?.lemma ?? tokens.lower[chunks[k - 2]?.last ? chunks[k - 2]!.last - 1 : 0]?.replace(/ed$/, '') ?? '')
  const head = prep.word === 'of' || prep.word === 'from' ? chunks[k - 2]?.np?.head : null
  return head != null && BACKING.has(tokens.lower[head.last - 1]!) && chunks[k - 3]?.word === 'with'
}

/** "the most striking result", "so crushing a defeat": no deed but a degree. */
export const isOfDegree = ({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean => !chunks[k]!.vg!.progressive && (DEGREES.has(lower[chunks[k]!.first]!) || DEGREES.has(lower[chunks[k]!.first - 1] ?? '')) && chunks[k + 1]?.np != null
const DEGREES: ReadonlySet<string> = new Set(['most', 'more', 'less', 'least', 'very', 'so', 'too', 'quite', 'rather', 'particularly', 'especially', 'truly'])

/** "under the sky of |free| Sudan", "in |fight| after fight": a plain form behind a preposition is no verb. */
export function isNoVerb({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const vg = chunks[k]!.vg!
  return chunks[k - 1]?.kind === 'prep' && chunks[k - 1]!.word !== 'to' && !NOT_PREPOSITIONS.has(chunks[k - 1]!.word) && chunks[k]!.last - chunks[k]!.first === 1 && !vg.bare && !vg.past && !vg.ing && !vg.infinitive && vg.modal === null && lower[vg.main] === vg.verb?.lemma
}
const NOT_PREPOSITIONS: ReadonlySet<string> = new Set(['than', 'as', 'but', 'except', 'like', 'before', 'after', 'since', 'until', 'till', 'because'])
