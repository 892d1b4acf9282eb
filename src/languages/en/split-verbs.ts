// Verbs whose sense lies in words beside them: "put 30 fighters out of action", "are in rebel hands", "lost its roof".
// The table is data (split-verbs.tsv).
import { readFileSync } from 'node:fs'
import type { Counted } from '../../model/claim.ts'
import { COUNTED, PEOPLE } from '../../model/claim.ts'
import { interned } from '../../text/vocabulary.ts'
import { saidGroup, wordGroup, type SaidGroup } from './count-words.ts'
import type { VerbSense } from './lexicon.ts'

/** Words in order, the last of them followed by a phrase whose head is in a group, or by the name of a place. */
export interface Tail {
  words: readonly string[]
  head: ReadonlySet<string> | 'place' | null
}

export interface SplitVerb {
  sense: string
  /** The patient is the subject of the active verb; else its object, or the subject of the passive. */
  ofSubject: boolean
  /** Only in the passive. */
  passive: boolean
  /** Only where the verb is negated: "have not been heard from". */
  negated: boolean
  /** The words beside the verb, any one of them; none where the verb alone says it of these kinds. */
  tails: readonly Tail[]
  /** What the patient is; null for anything. */
  kinds: ReadonlySet<Counted> | null
  /** Only with a number in words. */
  numbered: boolean
  /** Words of which the sentence must have one; null where none is asked. */
  needs: SaidGroup | null
}

const WEAPONS: readonly Counted[] = ['drone', 'missile', 'munition']
const CLASSES: Readonly<Record<string, readonly Counted[]>> = {
  people: [...PEOPLE], civil: [...PEOPLE].filter((kind) => kind !== 'combatant'), weapon: WEAPONS,
  thing: COUNTED.filter((kind) => !PEOPLE.has(kind) && !WEAPONS.includes(kind) && kind !== 'strike'),
  arms: ['tank', 'armoured_vehicle', 'vehicle', 'artillery', 'ship', 'aircraft', 'helicopter'],
  house: ['building', 'school', 'hospital', 'facility', 'household', 'settlement'],
}

const byLemma = new Map<string, SplitVerb[]>()
for (const line of readFileSync(new URL('split-verbs.tsv', import.meta.url), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue
  const [sense, patient, verbs, tails, kinds, needs] = line.split('\t') as [string, string, string, string, string, string]
  const named = kinds.replace('#', '')
  const row: SplitVerb = {
    sense: interned(sense), ofSubject: patient.startsWith('subject'), passive: patient === 'passive', negated: patient.endsWith('-not'), tails: tails === '-' ? [] : tails.split(' ').map(tailOf),
    kinds: named === '-' ? null : new Set(named.split('|').flatMap((kind) => CLASSES[kind] ?? [kind as Counted])), numbered: kinds.endsWith('#'), needs: needs === '-' ? null : saidGroup(needs),
  }
  for (const verb of verbs.split(' ')) byLemma.set(verb, [...(byLemma.get(verb) ?? []), row])
}

function tailOf(written: string): Tail {
  if (written === '-') return { words: [], head: null }
  const [words, head] = written.split('+') as [string, string | undefined]
  return { words: words === '' ? [] : words.split('_'), head: head === undefined ? null : head === 'PLACE' ? 'place' : wordGroup(head) }
}

/** The senses that words beside it can give a verb; of a verb of several words ("pull_out") also those of its first. */
export function splitVerbsOf(lemma: string): readonly SplitVerb[] {
  let found = known.get(lemma)
  if (found === undefined) {
    const end = lemma.indexOf('_')
    found = [...(byLemma.get(lemma) ?? []), ...(end > 0 ? byLemma.get(lemma.slice(0, end)) ?? [] : [])]
    known.set(lemma, found)
  }
  return found
}
const known = new Map<string, readonly SplitVerb[]>()

/** The same of a verb that the tables have, by the number of its lemma. */
export function splitsOf({ number, lemma }: VerbSense): readonly SplitVerb[] {
  const found = byNumber[number]
  if (found !== undefined) return found
  while (byNumber.length < number) byNumber.push(undefined)
  return (byNumber[number] = splitVerbsOf(lemma))
}
const byNumber: (readonly SplitVerb[] | undefined)[] = []
