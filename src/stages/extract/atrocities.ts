// Harm to civilians told as a whole, with who did it: "atrocities committed by the army in X", "repressive measures by the
// junta", "have been blamed for human rights abuses". Without who did it, it is a matter of courts and speeches.
import type { TokenTable } from '../../model/document.ts'
import { sideIn } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { governor, subjectOf } from '../../languages/en/clauses.ts'
import { sideOfChunks } from './clause-sides.ts'
import { FORCES } from './verb-types.ts'
import { namesPlace, timeBehind } from './wars.ts'

/** What a clause tells of it: who did it, and the chunks that its words begin and end with. */
export interface AtrocityTold { first: number; last: number; by: string | null; /** A verb tells it. */ done: boolean }

const ATROCITIES = wordGroup('atrocity'), WRONGS = wordGroup('wrong')
const COMMITS: ReadonlySet<string> = new Set(['commit', 'perpetrate', 'carry_out', 'inflict'])
const CIVIL = wordGroup('done_to')
const BLAMES: ReadonlySet<string> = new Set(['blame'])
const REACH = 7

/** The harm that the phrase at `k` names, where its clause tells who did it; null where it does not. */
export function atrocityTold(tokens: TokenTable, chunks: readonly Chunk[], placeAt: Uint8Array, k: number): AtrocityTold | null {
  const np = chunks[k]!.np!
  if (!np.head || np.article === 'no' || np.article === 'any') return null
  const word = tokens.lower[np.head.last - 1]!
  if (!ATROCITIES.has(word) && !(WRONGS.has(word) && isAgainstPeople(tokens, chunks, k))) return null
  // "Serb atrocities", "its army's abuses"
  const own = sideIn(tokens, chunks[k]!.first, chunks[k]!.last)
  const vg = chunks[k - 1]?.vg
  if (vg != null && !vg.passive && !vg.infinitive && vg.modal === null && COMMITS.has(vg.verb?.lemma ?? '')) {
    const subjects = subjectOf(chunks, k - 1)
    return subjects.some((i) => isDoer(tokens, chunks[i]!)) ? { first: subjects[0]!, last: aimOf(tokens, chunks, k), by: sideOfChunks(tokens, chunks, subjects), done: true } : null
  }
  if (governor(chunks, k) === 'for') {
    const blamed = chunks[k - 2]?.vg
    if (blamed == null || !blamed.passive || blamed.modal !== null || !BLAMES.has(blamed.verb?.lemma ?? '')) return null
    const subjects = subjectOf(chunks, k - 2)
    const doer = subjects.length > 0 ? sideOfChunks(tokens, chunks, subjects) : null
    return { first: subjects[0] !== undefined && subjects[0] < k ? subjects[0] : k - 2, last: k, by: doer, done: true }
  }
  for (let j = k + 1; j < chunks.length && j < k + REACH; j++) {
    const c = chunks[j]!
    if (c.kind === 'stop' || c.kind === 'comma' || c.kind === 'sub' || c.kind === 'rel' || c.vg !== null && !(c.vg.bare && COMMITS.has(c.vg.verb?.lemma ?? ''))) break
    if (c.kind === 'prep' && c.word === 'by' && chunks[j + 1]?.np && isDoer(tokens, chunks[j + 1]!)) return { first: k, last: j + 1, by: sideIn(tokens, chunks[j + 1]!.first, chunks[j + 1]!.last), done: false }
    if (c.kind === 'prep' && c.word === 'of' && ATROCITIES.has(word) === false && chunks[j + 1]?.np && isDoer(tokens, chunks[j + 1]!)) return { first: k, last: aimOf(tokens, chunks, k), by: sideIn(tokens, chunks[j + 1]!.first, chunks[j + 1]!.last), done: false }
  }
  const time = word === 'genocide' ? timeBehind(chunks, k) : null
  if (time !== null && namesPlace(chunks, placeAt, k, time)) return { first: k, last: time - 2, by: own, done: false } // "the genocide in Rwanda in 1994"
  return own !== null && chunks[k + 1]?.word === 'against' && isCivil(tokens, chunks[k + 2]) ? { first: k, last: k + 2, by: own, done: false } : null
}

/** "crimes against civilians", "human rights abuses", "repressive measures": wrongs done to people. */
function isAgainstPeople(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const { np, first, last } = chunks[k]!
  for (let t = first; t < last; t++) if (RIGHTS.has(tokens.lower[t]!) && np!.head !== null && t < np!.head.last) return true
  for (let j = k + 1; j + 1 < chunks.length && j < k + 5; j++) {
    if (chunks[j]!.word === 'against' && isCivil(tokens, chunks[j + 1])) return true
    if (chunks[j]!.word === 'of' && chunks[j + 1]!.np && RIGHTS.has(tokens.lower[chunks[j + 1]!.last - 1]!)) return true
    if (chunks[j]!.kind !== 'prep' && chunks[j]!.kind !== 'np') return false
  }
  return false
}
const RIGHTS: ReadonlySet<string> = new Set(['rights', 'repressive', 'forcible', 'forced', 'sexual'])

const isCivil = (tokens: TokenTable, c: Chunk | undefined): boolean => c?.np?.head != null && CIVIL.has(tokens.lower[c.np.head.last - 1]!)

/** The chunk of whom it was done to, else that of the harm itself. */
const aimOf = (tokens: TokenTable, chunks: readonly Chunk[], k: number): number => (chunks[k + 1]?.word === 'against' && isCivil(tokens, chunks[k + 2]) ? k + 2 : k)

/** Who does it: a side, or armed men and rulers by their kind. */
function isDoer(tokens: TokenTable, c: Chunk): boolean {
  const head = c.np?.head
  if (head == null) return c.np?.pronoun === 'they'
  const word = tokens.lower[head.last - 1]!
  return FORCES.test(word) || DOERS.has(word) || sideIn(tokens, c.first, c.last) !== null
}
const DOERS = wordGroup('done_by')
