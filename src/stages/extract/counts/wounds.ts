// The hurt told by their wounds, by the care they are in, or by what was done to a part of them.
import { PEOPLE } from '../../../model/claim.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import type { Search } from './finding.ts'
import { afterOf, headWord, listAfter, ONE, partOf } from './phrases.ts'
import { add } from './record.ts'
import { personReference } from './references.ts'

const WOUNDS = wordGroup('wounds'), SEVERE = wordGroup('severe')
const SUFFERS: ReadonlySet<string> = new Set(['suffer', 'sustain', 'receive', 'get', 'have'])
const THROATS: ReadonlySet<string> = new Set(['throat', 'throats'])
const PARTS_OF_BODY = wordGroup('part_of_body'), SEVERS = wordGroup('severs')
const LOSABLE: ReadonlySet<string> = new Set(['leg', 'legs', 'arm', 'arms', 'hand', 'hands', 'foot', 'feet', 'eye', 'eyes', 'limb', 'limbs', 'sight', 'hearing'])
const NEEDS_NUMBER_OR_ONE = (s: Search, p: number): boolean => {
  const np = s.chunks[p]!.np!
  const of = np.counted ?? partOf(s.chunks, p)?.counted ?? (np.elided ? 'person' : null)
  return of !== null && PEOPLE.has(of) && (np.number !== null || ONE.has(np.article))
}

/** "five people suffered acute stress", "a teenager lost a hand", "they slit the throats of 15 men". */
export function wounds(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  if (vg.passive || !vg.verb) return
  // "another survived with burns"
  if (vg.verb.lemma === 'survive' && chunks[k + 1]?.word === 'with' && chunks[k + 2]?.np && WOUNDS.has(headWord(tokens, chunks[k + 2]!.np!))) {
    for (const p of subjectOf(chunks, k)) if (NEEDS_NUMBER_OR_ONE(s, p)) add(s, p, k, 'injure', 'wounds')
    return
  }
  const object = objectsOf(chunks, k)[0]
  if (object === undefined) return
  // "leaving six people in hospital"
  if (vg.verb.lemma === 'leave' && chunks[object + 1]?.word === 'in' && chunks[object + 2]?.np && headWord(tokens, chunks[object + 2]!.np!) === 'hospital') {
    if (NEEDS_NUMBER_OR_ONE(s, object)) add(s, object, k, 'injure', 'in-care')
    return
  }
  const word = headWord(tokens, chunks[object]!.np!)
  if (THROATS.has(word)) {
    const of = afterOf(chunks, object)
    if (of >= 0) for (const p of listAfter(chunks, of)) add(s, p, k, 'kill', 'throats')
    return
  }
  // "cut off the hands of 25 villagers", "amputated the arms of two boys"
  if (PARTS_OF_BODY.has(word) && SEVERS.has(vg.verb.lemma)) {
    const of = afterOf(chunks, object)
    if (of >= 0) for (const p of listAfter(chunks, of)) if (NEEDS_NUMBER_OR_ONE(s, p)) add(s, p, k, 'injure', 'wounds')
    return
  }
  const { lemma } = vg.verb
  if (!(SUFFERS.has(lemma) && WOUNDS.has(word)) && !(lemma === 'lose' && LOSABLE.has(word))) return
  const mortal = chunks[object]!.np!.units.some((u) => MORTAL.has(tokens.lower[u.first]!)) || (chunks[object + 1]?.np === null && tokens.lower[chunks[object + 1]!.first] === 'incompatible')
  for (const p of subjectOf(chunks, k)) if (NEEDS_NUMBER_OR_ONE(s, p) || lemma === 'lose' && personReference(chunks[p]!.np!, 'injure', tokens) !== null) add(s, p, k, mortal ? 'kill' : 'injure', 'wounds') // "she lost an arm"
}
/** Wounds that nobody lives with. */
const MORTAL: ReadonlySet<string> = new Set(['fatal', 'mortal', 'lethal'])

/** "six are in a critical condition", "ten of the wounded are in intensive care". */
export function inCare(s: Search, k: number, subject: number): boolean {
  return careFollows(s, k) && NEEDS_NUMBER_OR_ONE(s, subject) && add(s, subject, k, 'injure', 'in-care')
}

/** "13 people were taken to hospital, four in serious condition". */
export function partInCare(s: Search, k: number): boolean {
  return s.chunks[k - 1]?.kind === 'comma' && careFollows(s, k) && add(s, k, k, 'injure', 'in-care', { subset: true })
}

/** Whether "in a critical condition" or "in intensive care" follows chunk `k`. */
function careFollows({ chunks, tokens }: Search, k: number): boolean {
  const c = chunks[k + 1], np = chunks[k + 2]?.np
  if (c?.kind !== 'prep' || c.word !== 'in' || !np) return false
  const word = headWord(tokens, np)
  const condition = (word === 'condition' || word === 'state') && np.units.some((u) => SEVERE.has(tokens.lower[u.first]!))
  const care = word === 'care' && np.head !== null && tokens.lower[np.head.last - 2] === 'intensive'
  return condition || care
}
