// The parts of a whole that a sentence counts: "including two children", "(two women and a boy)", "five of whom were hurt badly".
import type { Chunk } from './chunks.ts'
import { ENDS, LONGEST_LIST, skippable, speaksNext } from './clauses.ts'

/** What opens a remark on those counted. */
const SETS_APART: ReadonlySet<string> = new Set(['comma', 'dash', 'open'])
const SINGLE: ReadonlySet<string> = new Set(['a', 'an', 'another'])

/** Indexes of noun phrases that a subset word opens after `i`: "including two children and a nurse". */
export function subsetsAfter(chunks: readonly Chunk[], i: number, verb = -1): number[] {
  const whole = chunks[i]!.np?.number
  if (whole != null && whole.value > 1) { const all = addingUp(chunks, i, whole.value); if (all.length > 0) return all }
  let j = i + 1
  for (let steps = 0; steps < 14 && j < chunks.length; steps++, j++) {
    const c = chunks[j]!
    if (j === verb) continue
    // ", five of them seriously", ", 20 of whom were children"
    if (c.np?.number && !c.np.head && isApart(chunks, j) && chunks[j + 1]?.word === 'of' && (chunks[j + 2]?.np?.pronoun === 'them' || chunks[j + 2]?.kind === 'rel' || chunks[j + 2]?.np?.pronoun === 'those' && chunks[j + 3]?.word === 'being')) return finiteAfter(chunks, j + 3) ? [] : [j]
    // ", a child among them"
    if (c.np && SETS_APART.has(chunks[j - 1]!.kind) && chunks[j + 1]?.kind === 'prep' && chunks[j + 1]!.word === 'among' && chunks[j + 2]?.np?.pronoun === 'them') return [j]
    // "900 families, or about 4,000 people,"
    if (c.kind === 'conj' && c.word === 'or' && j <= i + 2 && chunks[i]!.np?.number && chunks[j + 1]?.np?.number && chunks[j + 1]!.np!.counted && !chunks[j + 1]!.np!.number!.masked && ENDS.has(chunks[j + 2]?.kind ?? 'stop')) return [j + 1]
    if (c.kind === 'open' && j === i + 1 && chunks[i]!.np?.number) { const list = bracketed(chunks, j); if (list.length > 0) return list }
    if (c.kind === 'prep' && (c.word === 'including')) return withoutName(chunks, listFrom(chunks, j + 1))
    if (c.kind === 'prep' && (c.word === 'among' || c.word === 'amongst') && chunks[j + 1]?.np?.pronoun === 'them') return listFrom(chunks, j + 2)
    // "420 cases – 380 men, 36 women and four boys": a list of numbers set after a mark
    if ((c.kind === 'dash' || (c.kind === 'stop' && c.word === ':')) && chunks[i]!.np?.number && chunks[j + 1]?.np?.head && (chunks[j + 1]!.np!.number ? !chunks[j + 1]!.np!.number!.masked : SINGLE.has(chunks[j + 1]!.np!.article))) { const list = listFrom(chunks, j + 1).filter((p) => !sharesNumber(chunks, p)); return list.length > 1 && list.every((p) => chunks[p]!.np!.number !== null || SINGLE.has(chunks[p]!.np!.article)) && !tellsWho(chunks, i, list) ? list : [] }
    if (c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel') return []
    if (c.kind === 'vg' && c.vg!.verb?.sense === 'say' && chunks[j + 1]?.kind === 'comma' && chunks[j - 2]?.kind === 'comma') continue // ", he said, four of them …"
    if (c.kind === 'conj' && verb >= 0 && j > verb && chunks[j + 1]?.np?.number && (chunks[j + 1]!.np!.elided || !chunks[j + 1]!.np!.head)) return [] // "was killed and eleven others, including …, were injured"
    if (c.kind === 'vg' && c.vg!.verb !== null && c.vg!.verb.sense !== 'common') return [] // another telling begins
  }
  return []
}

/** ", |two of them children|", ", with |two of them| children". */
const isApart = (chunks: readonly Chunk[], j: number): boolean => SETS_APART.has(chunks[chunks[j - 1]!.word === 'with' && j > 1 ? j - 2 : j - 1]!.kind)

/** "three people (two women and a boy)", "900 families (4,000 people)": what the remark opened at `open` counts, where it is nothing but counts. */
function bracketed(chunks: readonly Chunk[], open: number): number[] {
  const list: number[] = []
  for (let k = open + 1; k < chunks.length && k < open + LONGEST_LIST; k++) {
    const c = chunks[k]!
    if (c.kind === 'close') return list
    if (c.kind === 'comma' || c.kind === 'conj' || c.kind === 'adv' || (c.kind === 'prep' && c.word === 'including' && k === open + 1)) continue
    if (!c.np?.counted || !(c.np.number ? c.np.number.masked === null : SINGLE.has(c.np.article))) return []
    list.push(k)
  }
  return []
}

/** "14 people in the towns of X and Y (nine men and five women)": the parts in brackets some way behind a whole to which they add up. */
function addingUp(chunks: readonly Chunk[], i: number, whole: number): number[] {
  for (let j = i + 2; j < chunks.length && j < i + LONGEST_WAY; j++) {
    const { kind, vg } = chunks[j]!
    if (kind === 'stop' || kind === 'sub' || kind === 'rel' || kind === 'dash' || vg !== null) return []
    if (kind !== 'open') continue
    const list = bracketed(chunks, j)
    let sum = 0
    for (const p of list) sum += chunks[p]!.np!.number?.value ?? 1
    return list.length > 1 && sum === whole ? list : []
  }
  return []
}
/** So many chunks behind the whole its parts in brackets may open, with a list of places between them. */
const LONGEST_WAY = 30

/** "five soldiers and policemen": the second has the number of the first. */
const sharesNumber = (chunks: readonly Chunk[], p: number): boolean => { const { number, plural, counted } = chunks[p]!.np!; return number === null && plural && counted !== null && chunks[p - 1]!.kind === 'conj' && chunks[p - 2]?.np?.number != null }

/** "two hostages – an American and an Australian": as many people as were counted, told by who they are. */
const tellsWho = (chunks: readonly Chunk[], whole: number, list: readonly number[]): boolean => list.length === chunks[whole]!.np!.number!.value && list.every((p) => chunks[p]!.np!.number === null && (chunks[p]!.np!.counted === 'person' || chunks[p]!.np!.counted === null))

/** Verbs that tell only who the part are, not what became of them: "seven of whom belonged to one family". */
const TELLS_ORIGIN: ReadonlySet<string> = new Set(['belong', 'come', 'work', 'live', 'serve', 'study', 'hold'])

/** A verb group of its own within the next two phrases: the part has its own telling. */
function finiteAfter(chunks: readonly Chunk[], i: number): boolean {
  while (i < chunks.length && skippable(chunks[i]!)) i++
  const vg = chunks[i]?.vg
  if (vg?.verb === null && chunks[i]!.word === 'being' && chunks[i + 1]?.np) return false // "with two of them being children"
  if (vg?.verb === null && !vg.negated && vg.modal === null && chunks[i + 1]?.word === 'in' && chunks[i + 2]?.np?.number === null) return false // "800,000 of whom are in the north"
  return vg != null && !(vg.verb !== null && TELLS_ORIGIN.has(vg.verb.lemma))
}

/** "including a soldier, Name Surname of the joint force": the name tells who the one before it is. */
function withoutName(chunks: readonly Chunk[], list: number[]): number[] {
  if (list.length !== 2) return list
  const role = chunks[list[0]!]!.np!, name = chunks[list[1]!]!.np!
  return SINGLE.has(role.article) && !role.plural && !role.proper && role.number === null && name.proper && name.number === null && chunks[list[1]! - 1]!.kind === 'comma' ? [list[0]!] : list
}

function listFrom(chunks: readonly Chunk[], from: number): number[] {
  const list: number[] = []
  let j = from
  while (j < chunks.length && list.length < LONGEST_LIST) {
    while (j < chunks.length && (skippable(chunks[j]!) || chunks[j]!.kind === 'comma' || (chunks[j]!.kind === 'conj' && list.length > 0))) j++
    if (j >= chunks.length || chunks[j]!.kind !== 'np' || (list.length > 0 && speaksNext(chunks, j))) break
    let after = j + 1
    while (after < chunks.length && (skippable(chunks[after]!) || (chunks[after]!.kind === 'prep' && chunks[after]!.word !== 'including' && chunks[after + 1]?.kind === 'np'))) after += chunks[after]!.kind === 'prep' ? 2 : 1
    if (list.length > 0 && after < chunks.length && chunks[after]!.kind === 'vg' && !chunks[after]!.vg!.ing && (!chunks[after]!.vg!.bare || (after === j + 1 && chunks[j]!.np!.elided && chunks[j - 1]!.kind === 'conj'))) break // ", including a priest, and 17 wounded"
    list.push(j)
    j = after
    if (j < chunks.length && chunks[j]!.kind !== 'comma' && chunks[j]!.kind !== 'conj') break
  }
  return list
}
