// Single people told one by one: shot by somebody, or on another day than the one before ("… and on 19 April the major").
import { PEOPLE } from '../../../model/claim.ts'
import { TIME, type Chunk } from '../../../languages/en/chunks.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { saidGroup, wordGroup } from '../../../languages/en/count-words.ts'
import type { CountRule, Search } from './finding.ts'
import { headWord, ONE, sentenceHas } from './phrases.ts'
import { add } from './record.ts'
import { personReference } from './references.ts'

const SURVIVES = saidGroup('survives')
const AT: ReadonlySet<string> = new Set(['at', 'into', 'towards', 'toward', 'over', 'up'])
/** What came of it is told in the next clause. */
const OUTCOMES: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'miss', 'casualties'])
/** So many phrases behind the verb what came of it may stand. */
const REACH = 9

/** Whether the phrase at `p` tells of one person. */
function isOne({ chunks, tokens }: Search, p: number): boolean {
  const np = chunks[p]!.np!
  if (np.number !== null || np.plural) return false
  return personReference(np, 'kill', tokens) !== null || ONE.has(np.article) && (np.counted !== null ? PEOPLE.has(np.counted) : np.elided && np.article === 'a')
}

/** "militiamen shot the postmaster", "a girl who was shot in her home": one person who is shot is dead, where nothing says that they live. */
export function shotOne(s: Search, k: number): void {
  const { chunks } = s, vg = chunks[k]!.vg!
  if (vg.verb?.lemma !== 'shoot' || AT.has(chunks[k + 1]?.word ?? '') || vg.modal !== null || vg.bare && isFootage(s, k) || sentenceHas(s, SURVIVES) || livesOn(s) || s.found.some((f) => f.anchor === k)) return
  for (let i = k + 1; i < chunks.length && i < k + REACH && chunks[i]!.kind !== 'stop'; i++) if (OUTCOMES.has(chunks[i]!.vg?.verb?.sense ?? '')) return
  for (let i = k - 1; i >= 0 && i > k - REACH && chunks[i]!.kind !== 'stop' && !(chunks[i]!.kind === 'conj' && vg.bare && i === k - 2); i--) if (OUTCOMES.has(chunks[i]!.vg?.verb?.sense ?? '')) return // "was found dead, shot in a field"
  const objects = objectsOf(chunks, k)
  for (const p of vg.passive || (vg.bare && objects.length === 0) ? subjectOf(chunks, k) : objects) if (isOne(s, p)) add(s, p, k, 'kill', 'split-verb')
}

/** "when a video, apparently |shot| in a cellar, appeared": what is filmed. */
function isFootage({ tokens, chunks }: Search, k: number): boolean {
  let at = k - 1
  while (at > 0 && SET_APART.has(chunks[at]!.kind)) at--
  const np = chunks[at]?.np
  return np != null && FOOTAGE.has(headWord(tokens, np))
}
const FOOTAGE = wordGroup('carries_words'), SET_APART: ReadonlySet<string> = new Set(['comma', 'dash', 'open', 'adv'])

const SURVIVED = wordGroup('survives_it')
const THAT_ONE: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her', 'his'])
/** So many words behind the sentence it may be told, and so many behind who it is told of. */
const TOLD_WITHIN = 45, OF_THEM_WITHIN = 8

/** "He is being treated", "doctors said she will recover": what follows says that whoever was shot lives. */
function livesOn({ tokens: { lower }, chunks }: Search): boolean {
  const end = chunks[chunks.length - 1]!.last
  let of = -1
  for (let i = end; i < lower.length && i < end + TOLD_WITHIN; i++) {
    if (THAT_ONE.has(lower[i]!)) of = i
    else if (lower[i] === '.') of = -1
    else if (of >= 0 && i - of <= OF_THEM_WITHIN && SURVIVED.has(lower[i]!)) return true
  }
  return false
}

/** "on 18 March they hanged the ensign Name, and on 19 April the major": those who suffered the same on another day, told without the verb, behind the phrase at `p`. */
export function onAnotherDay(s: Search, p: number, k: number, sense: string, rule: CountRule): void {
  const { chunks } = s
  let i = Math.max(p, k) + 1
  while (chunks[i]?.kind === 'prep' && chunks[i + 1]?.np) i += 2 // "in the market"
  for (let told = 0; told < MOST_DAYS; told++) {
    const behind = i
    while (isJoint(chunks[i])) i++
    if (i === behind || chunks[i]?.kind !== 'prep' || chunks[i + 1]?.word !== TIME) return
    const at = chunks[i + 2]?.kind === 'comma' ? i + 3 : i + 2, np = chunks[at]?.np
    let end = at + 1
    while (chunks[end]?.kind === 'prep' && chunks[end + 1]?.np) end += 2
    if (!np || hasVerb(chunks, end) || !(isOne(s, at) || np.number !== null && !np.number.masked && np.counted !== null && PEOPLE.has(np.counted))) return
    add(s, at, k, sense, rule)
    i = end
  }
}
const MOST_DAYS = 12

/** Whether whoever stands before the phrase at `i` does or says something: ", the mayor, Name, said". */
function hasVerb(chunks: readonly Chunk[], i: number): boolean {
  for (; i < chunks.length && chunks[i]!.kind !== 'stop' && chunks[i]!.kind !== 'conj'; i++) if (chunks[i]!.vg || chunks[i]!.kind === 'rel') return true
  return false
}

const isJoint = (c: Chunk | undefined): boolean => c !== undefined && (c.kind === 'comma' || c.kind === 'conj' || c.word === ';')
