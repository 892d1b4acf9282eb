// Numbers told by what was told before them: the toll that one rose from, "it had been four", "the police counted 60 more".
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import { NOMINAL_SENSE, PEOPLE_SENSES } from '../../../languages/en/measures.ts'
import { TIME, type Chunk } from '../../../languages/en/chunks.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import type { Finding, Search } from './finding.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { headWord, ONE } from './phrases.ts'
import { add } from './record.ts'

const IN: ReadonlySet<string> = new Set(['in', 'near', 'around', 'outside', 'at', 'over', 'above', 'across', 'inside', 'within'])
const HOMELAND = wordGroup('homeland')

const MOVED: ReadonlySet<string> = new Set(['up', 'down', 'rising', 'rose', 'risen', 'climbed', 'climbing', 'increased', 'increasing', 'grew', 'grown', 'jumped', 'revised', 'soared', 'fell', 'fallen', 'dropped', 'lowered', 'raised', 'raising', 'lowering', 'doubled', 'tripled', 'bringing', 'taking'])
/** How many phrases before "from" the words that something rose may stand. */
const REACH = 8

/** "two deaths and nine injuries, up from one and four on Friday", "rose from 18 to 23": the numbers before, of what the sentence tells now. */
export function roseFrom(s: Search): void {
  const { chunks, tokens } = s
  if (s.found.length === 0) return
  const level = s.found.some((f) => f.rule === 'level')
  for (let i = 0; i + 1 < chunks.length; i++) {
    if (chunks[i]!.kind !== 'prep' || chunks[i]!.word !== 'from') continue
    const np = chunks[i + 1]!.np
    if (!np?.number || np.number.masked || np.head || np.number.value < 1 || !(movedBefore(s, i, tokens.lower) || (level && tokens.lower[chunks[i]!.first - 1] === ','))) continue
    const told = measuresTold(s.found)
    if (told.length === 0) return
    put(s, i + 1, told[0]!)
    // "from 38 and 60": the second for the second measure
    const second = chunks[i + 2]?.kind === 'conj' ? chunks[i + 3]?.np : null
    if (second?.number && !second.head && told[1]) put(s, i + 3, told[1])
    return
  }
}

function movedBefore(s: Search, at: number, lower: readonly string[]): boolean {
  for (let i = at - 1, steps = 0; i >= 0 && steps < REACH; i--, steps++) {
    const c = s.chunks[i]!
    for (let t = c.first; t < c.last; t++) if (MOVED.has(lower[t]!)) return true
    if (c.kind === 'stop' || c.kind === 'comma') break
  }
  return false
}

/** The first finding of each measure of people, in order. */
function measuresTold(found: readonly Finding[]): Finding[] {
  const list: Finding[] = []
  for (const f of found) if (PEOPLE.has(f.of) && !f.subset && !f.implicit && !list.some((g) => g.measure === f.measure)) list.push(f)
  return list
}

const put = (s: Search, i: number, like: Finding): boolean => add(s, i, like.anchor < 0 ? i : like.anchor, like.sense, 'as-before', { of: like.of })

const COUNTS: ReadonlySet<string> = new Set(['count', 'log', 'record', 'register', 'list', 'report', 'tally', 'document'])
/** Whose figure of the same is a number alone. */
const SAYS: ReadonlySet<string> = new Set(['say', 'claim', 'admit', 'acknowledge', 'confirm', 'announce', 'estimate', 'give', 'cite'])
const IT: ReadonlySet<string> = new Set(['it', 'this', 'that'])

/** What the report told last of people, where it was told in this sentence or the one before. */
function toldLast(s: Search): { sense: string; of: Counted | null } | null {
  const { lastSense, lastPeople, peopleSentence } = s.context
  return lastSense !== null && PEOPLE_SENSES.has(lastSense) && s.parsed.index - peopleSentence <= 1 ? { sense: lastSense, of: lastPeople } : null
}

/** "a group that tracks arrests counted 60": the harm that the clause before the verb names. */
function namedBefore(s: Search, k: number): { sense: string; of: Counted | null } | null {
  for (let i = k - 1, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const c = s.chunks[i]!
    if (c.kind === 'stop') return null
    const sense = c.np?.head && !c.np.number ? NOMINAL_SENSE.get(headWord(s.tokens, c.np)) : undefined
    if (sense === 'capture' && c.np!.plural) return { sense, of: 'person' }
  }
  return null
}

/** Whether a verb may tell a further count of what was told before. */
export const countsOn = (lemma: string): boolean => COUNTS.has(lemma) || SAYS.has(lemma) || lemma === 'put' || lemma === 'lower' || lemma === 'raise' || lemma === 'speak'

/** "the group counted 60 in the capital", "it had been 40 the day before", "he put it at six": a number alone, of what was told last. */
export function countedOn(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  if (vg.negated || vg.modal !== null || vg.infinitive) return
  const lemma = vg.verb?.lemma ?? (chunks[k]!.last - chunks[k]!.first <= 2 && !vg.passive ? 'be' : '')
  let at = -1
  if ((COUNTS.has(lemma) || (SAYS.has(lemma) && !vg.ing && s.found.length > 0)) && !vg.passive) at = objectsOf(chunks, k)[0] ?? -1
  else if (lemma === 'be' && vg.verb === null) {
    const subject = subjectOf(chunks, k).at(-1)
    if (subject === undefined || !IT.has(chunks[subject]!.np!.pronoun ?? headWord(tokens, chunks[subject]!.np!))) return
    at = objectsOf(chunks, k)[0] ?? -1
  } else if ((lemma === 'put' || lemma === 'lower' || lemma === 'raise') && !vg.passive) {
    const object = objectsOf(chunks, k)[0]
    if (object !== undefined && IT.has(chunks[object]!.np!.pronoun ?? chunks[object]!.word) && chunks[object]!.np!.units.length === 1 && chunks[object + 1]?.kind === 'prep' && (chunks[object + 1]!.word === 'at' || chunks[object + 1]!.word === 'to')) at = object + 2
  } else if (lemma === 'speak' && chunks[k + 1]?.word === 'of') at = chunks[k + 2]?.kind === 'quote' ? k + 3 : k + 2
  const np = at < 0 ? null : chunks[at]?.np
  if (!np?.number || np.head || np.number.masked || np.number.value < 2 || ONE.has(np.article)) return
  if (chunks[at + 1]?.word === 'of' || (chunks[at + 1]?.kind === 'vg' && (chunks[at + 1]!.vg!.bare || SAYS.has(lemma)))) return // "says two were taken to hospital": told by its own verb
  const told = namedBefore(s, k) ?? toldLast(s)
  if (told) add(s, at, k, told.sense, 'as-before', told.of ? { of: told.of } : {})
}

const CLAIMED: ReadonlySet<string> = new Set(['claim', 'report', 'announce', 'give', 'cite', 'count'])

/** "15 deaths, fewer than the 50 claimed by the rebels": another's figure of what the sentence has just told. */
export function claimedFigure(s: Search, k: number): boolean {
  const vg = s.chunks[k + 1]?.vg
  if (!vg?.bare || !CLAIMED.has(vg.verb?.lemma ?? '') || s.chunks[k]!.np!.article !== 'the' || s.chunks[k - 1]?.word !== 'than') return false
  const opens = s.chunks[0]!.np
  return asTold(s, k, opens !== null && FIGURES.has(headWord(s.tokens, opens))) // "That figure is higher than the 300 reported on Sunday"
}

/** Takes down a number alone as one of what the sentence told last of people or, where it only goes on about a figure, the one before it. */
function asTold(s: Search, k: number, goesOn: boolean): boolean {
  const like = s.found.findLast((f) => PEOPLE.has(f.of) && !f.subset && !f.implicit && f.patient < k)
  if (like) return add(s, k, like.anchor < 0 ? k : like.anchor, like.sense, 'as-before', { of: like.of })
  const told = goesOn ? toldLast(s) : null
  return told !== null && add(s, k, k, told.sense, 'as-before', told.of ? { of: told.of } : {})
}

const FIGURES = wordGroup('toll_figure')
const COMPARED: ReadonlySet<string> = new Set(['compared', 'against'])

const SAME_TIME: ReadonlySet<string> = new Set(['period', 'months', 'month', 'year', 'week', 'quarter', 'time', 'same', 'half'])

/** "400 people were killed in May, compared with 250 in April", "against 90 a year before": the number of the same at another time. */
export function comparedWith(s: Search, k: number): boolean {
  const { chunks } = s
  const prep = chunks[k - 1]
  if (prep?.kind !== 'prep' || !(prep.word === 'against' || (prep.word === 'to' || prep.word === 'with') && COMPARED.has(chunks[k - 2]?.word ?? '')) || s.chunks[k]!.np!.number!.value < 2) return false
  const after = chunks[k + 1]
  return (after?.word === TIME || (after?.word === 'in' || after?.word === 'on' || after?.word === 'during' || after?.word === 'for' || after?.word === 'over') && (chunks[k + 2]?.word === TIME || chunks[k + 2]?.np != null && (chunks[k + 3]?.word === TIME || SAME_TIME.has(s.tokens.lower[chunks[k + 2]!.last - 1]!)))) && asTold(s, k, false)
}

/** "one state reported 59 deaths and the other 41": a number that shares the verb and what it is of with the clause before. */
export function gapped(s: Search, k: number): boolean {
  const { chunks } = s
  const who = chunks[k - 1]?.np, after = chunks[k + 1]?.kind
  if (!who?.proper || who.number || chunks[k - 2]?.kind !== 'conj' || (after !== undefined && after !== 'stop' && after !== 'comma') || s.chunks[k]!.np!.number!.value < 2) return false
  const like = s.found.at(-1)
  return like !== undefined && like.rule === 'harm-noun' && like.patient < k && add(s, k, like.anchor < 0 ? k : like.anchor, like.sense, 'as-before', { of: like.of })
}

const PLACED = wordGroup('share_place'), CARED: ReadonlySet<string> = new Set(['hospital', 'custody', 'captivity'])

/** "two |each| in", "three |of which were| over", "12 |were| over": how many phrases stand between a number at `k` and the preposition of its place; `is`: whether it is said to have been there. */
function beforePlace(chunks: readonly Chunk[], k: number): { at: number; is: boolean } {
  let at = k + 1
  if (chunks[at]?.word === 'each') at++
  if (chunks[at]?.word === 'of' && (chunks[at + 1]?.kind === 'rel' || chunks[at + 1]?.np?.pronoun === 'them')) at += 2
  const vg = chunks[at]?.vg
  return vg != null && vg.verb === null && !vg.negated && vg.modal === null ? { at: at + 1, is: true } : { at, is: false }
}

/** "killing two in Tyre and three in Sidon", "1,386 were detained, 480 of them here and 300 in the port", "a million fled, some 500,000 to Poland", "of the 18 shot down, 12 were over the port": a number alone with a place of its own. */
export function shareOf(s: Search, k: number): boolean {
  const { chunks } = s
  const { at, is } = beforePlace(chunks, k), prep = chunks[at]
  const before = chunks[k - 1]?.word === 'with' && !COMPARED.has(chunks[k - 2]?.word ?? '') ? 'comma' : chunks[k - 1]?.kind, to = prep?.word === 'to' || prep?.word === 'into', place = prep?.kind === 'prep' && (to || IN.has(prep.word) || prep.word === 'from') ? chunks[at + 1]?.np : null
  const onDay = before === 'conj' && (prep?.word === 'on' || prep?.word === 'in') && chunks[at + 1]?.word === TIME // "and three on Tuesday", "and 50 in May"
  if (!onDay && ((before !== 'conj' && before !== 'comma' && before !== 'stop') || !place || place.number || !(place.proper || (place.article === 'the' && (HOMELAND.has(headWord(s.tokens, place)) || PLACED.has(headWord(s.tokens, place) || s.tokens.lower[chunks[at + 1]!.last - 1]!))) || CARED.has(headWord(s.tokens, place))))) return false
  const after = chunks[at + 2]?.kind
  if (after === 'vg') return false
  const like = s.found.findLast((f) => f.patient < k && (is ? f.measure === 'intercepted' || f.measure === 'suppressed' || f.measure === 'launched' : to ? f.measure === 'displaced' || f.measure === 'evacuated' || f.measure === 'released' : PEOPLE.has(f.of) || f.measure === 'intercepted' || f.measure === 'launched') && !f.subset && !f.implicit)
  return like !== undefined && add(s, k, like.anchor < 0 ? k : like.anchor, like.sense, 'share', { of: like.of, subset: true })
}
