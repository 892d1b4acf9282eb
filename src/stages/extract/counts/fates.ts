// People told by what became of them in a noun or a verb of their fate: buried, fallen, not heard of.
import { PEOPLE } from '../../../model/claim.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { PEOPLE_SENSES } from '../../../languages/en/measures.ts'
import type { Search } from './finding.ts'
import { afterOf, headWord, partOf } from './phrases.ts'
import { add } from './record.ts'
import { membersOf } from './references.ts'

const BODY = wordGroup('body')
const FATE: ReadonlySet<string> = new Set(['fate', 'whereabouts'])
const UNDER: ReadonlySet<string> = new Set(['under', 'beneath', 'underneath'])
/** After "fell" these tell that nobody died: "fell back", "fell into captivity", "fell ill". */
const FALLS_ELSEWHERE: ReadonlySet<string> = new Set(['into', 'from', 'to', 'under', 'back', 'behind', 'ill', 'asleep', 'silent', 'out', 'short', 'off', 'over', 'victim', 'prey', 'below', 'by'])

const WORD_OF: ReadonlySet<string> = new Set(['word', 'news', 'trace', 'sign', 'contact'])
const SEARCH: ReadonlySet<string> = new Set(['search', 'searches'])
const HUNTED: ReadonlySet<string> = new Set(['suspects', 'gunmen', 'attackers', 'men', 'assailants', 'fugitives', 'militants', 'fighters'])
const BATTLE: ReadonlySet<string> = new Set(['battle', 'combat', 'action', 'fighting'])

/** Whether a noun tells of somebody's fate. */
export const isFate = (word: string): boolean => FATE.has(word) || WORD_OF.has(word) || SEARCH.has(word)

/** "the whereabouts of 80 villagers are not known". */
export function whereabouts(s: Search, k: number): void {
  const { chunks, tokens } = s
  const np = chunks[k]!.np!, word = headWord(tokens, np)
  // "no word from six of the crew", "the search for 11 people"
  const lost = (np.article === 'no' && WORD_OF.has(word)) || (SEARCH.has(word) && chunks[k + 1]?.word === 'for')
  if (lost && chunks[k + 1]?.kind === 'prep' && chunks[k + 2]?.np?.number) {
    const who = chunks[k + 2]!.np!, kind = who.counted ?? partOf(chunks, k + 2)?.counted ?? null
    if (kind !== null && PEOPLE.has(kind) && !HUNTED.has(headWord(tokens, who))) add(s, k + 2, k, 'miss', 'whereabouts', { mood: 'real' })
    return
  }
  if (!FATE.has(word)) return
  const of = afterOf(chunks, k)
  if (of < 0 || !chunks[of]!.np!.number) return
  if (chunks[of + 1]?.kind === 'rel' && (chunks[of + 2]?.vg?.verb?.sense === 'die' || chunks[of + 2]?.vg?.verb?.sense === 'kill')) return // "the fate of 11 who died"
  const counted = chunks[of]!.np!.counted ?? partOf(chunks, of)?.counted ?? null
  if (counted === null || PEOPLE.has(counted)) add(s, of, k, 'miss', 'whereabouts', counted ? {} : { of: 'person' })
}

const CONTACT: ReadonlySet<string> = new Set(['contact', 'touch', 'communication'])

/** "the group has lost contact with 30 villagers". */
export function contactLost(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  const object = vg.verb!.lemma !== 'lose' ? undefined : vg.passive ? subjectOf(chunks, k).at(-1) : objectsOf(chunks, k)[0]
  const at = vg.passive ? k : object ?? k // "contact was lost with 30 villagers"
  if (object === undefined || !CONTACT.has(headWord(tokens, chunks[object]!.np!)) || chunks[at + 1]?.word !== 'with') return
  const who = chunks[at + 2]?.np
  if (who && membersOf(who, tokens) > 0) add(s, at + 2, k, 'miss', 'whereabouts')
  else if (who?.number && (who.counted ?? partOf(chunks, at + 2)?.counted) && PEOPLE.has((who.counted ?? partOf(chunks, at + 2)!.counted)!)) add(s, at + 2, k, 'miss', 'whereabouts')
}

/** Whether a verb, by its lemma, may tell what became of people. */
export const tellsFate = (lemma: string): boolean => lemma === 'bury' || lemma === 'fall' || lemma === 'fall_in' || SAME_FATE.has(lemma)

const SAME_FATE = wordGroup('same_fate')
const ALIKE: ReadonlySet<string> = new Set(['same', 'similar'])

/** "two others suffered the same fate": as those told of last. */
function sameFate(s: Search, k: number): void {
  const { chunks, tokens, context } = s
  const object = objectsOf(chunks, k)[0], sense = context.lastSense
  if (object === undefined || sense === null || !PEOPLE_SENSES.has(sense) || s.parsed.index - (context.senseSentence ?? -9) > 1) return
  const np = chunks[object]!.np!
  if (headWord(tokens, np) === 'fate' && np.units.some((u) => ALIKE.has(tokens.lower[u.first]!))) for (const p of subjectOf(chunks, k)) add(s, p, k, sense, 'as-before')
}

/** "200 people are buried under the theatre", "the country buried 40 of its soldiers", "46,000 servicemen have fallen". */
export function buriedOrFallen(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  const { lemma } = vg.verb!
  const next = tokens.lower[chunks[k]!.last] ?? ''
  if (SAME_FATE.has(lemma)) sameFate(s, k)
  else if (lemma === 'bury') {
    const patients = vg.passive || objectsOf(chunks, k).length === 0 ? subjectOf(chunks, k) : objectsOf(chunks, k)
    for (const p of patients) {
      const np = chunks[p]!.np!
      const counted = np.counted ?? partOf(chunks, p)?.counted ?? (np.elided ? 'person' : null)
      if (np.number && counted && PEOPLE.has(counted) && !(BODY.has(headWord(tokens, np)) && UNDER.has(next))) add(s, p, k, UNDER.has(next) ? 'trap' : 'kill', 'buried')
    }
  } else if ((lemma === 'fall' && !FALLS_ELSEWHERE.has(next)) || (lemma === 'fall_in' && (BATTLE.has(next) || chunks[k + 1]?.np?.event != null))) {
    for (const p of subjectOf(chunks, k)) {
      const np = chunks[p]!.np!
      if (np.number && (np.counted ?? partOf(chunks, p)?.counted) === 'combatant') add(s, p, k, 'kill', 'fallen')
    }
  }
}
