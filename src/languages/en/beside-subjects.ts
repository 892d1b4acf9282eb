// What may stand between a subject and its verb: an age, a name, a relative clause, a remark between dashes.
import { PEOPLE } from '../../model/claim.ts'
import type { Chunk } from './chunks.ts'

/** What stands behind the phrase that it describes. */
export const LOYAL: ReadonlySet<string> = new Set(['loyal', 'allied', 'faithful', 'close', 'hostile', 'opposed', 'sympathetic'])

/** The participle right behind a counted phrase ("two men |working| for") whose preposition governs the names joined to the one at `i`, or -1. */
export function participleOver(chunks: readonly Chunk[], i: number): number {
  if (chunks[i - 1]?.kind !== 'conj' || !chunks[i - 2]?.np || chunks[i - 2]!.np!.number || chunks[i - 3]?.kind !== 'prep') return -1
  const vg = chunks[i - 4]?.vg, whole = chunks[i - 5]?.np
  return vg?.ing && !vg.progressive && vg.verb?.sense === 'common' && whole?.number && whole.counted ? i - 4 : -1
}

/** "ten men |suspected of helping| the rebels", "|believed to be| rebels": the phrase before what the verb at `b` ends, or -1. */
export function suspectedBefore(chunks: readonly Chunk[], b: number): number {
  const vg = chunks[b]?.vg, before = chunks[b - 1]
  const at = vg?.ing === true && before?.kind === 'prep' && chunks[b - 2]?.vg?.bare ? b - 3 : vg?.infinitive === true && (before?.vg?.bare === true || before?.vg?.ing === true && !before.vg.progressive || before?.word === 'about') ? b - 2 : -1
  return at >= 0 && chunks[at]!.np !== null ? at : -1
}

/** "Name Surname", "the monk Name": who a participle set off by a mark may be of. */
export const namesPerson = (np: NonNullable<Chunk['np']>): boolean => np.number === null && np.event === null && (np.units.filter((u) => u.tag === 'proper').length >= 2 || np.counted !== null || np.units.some((u) => u.lexeme?.counted != null && PEOPLE.has(u.lexeme.counted))) && np.units.every((u) => !u.demonym || np.counted !== null)

/** Whether a verb stands before the phrase at `i` in its sentence. */
export function toldBefore(chunks: readonly Chunk[], i: number): boolean {
  if (i >= 0 && chunks[i]!.vg && !chunks[i]!.vg!.ing) return true // "205 people were killed, including 18 civilians, and |913| injured"
  for (let j = i - 1, least = Math.max(0, i - 20); j >= least && chunks[j]!.kind !== 'stop' && chunks[j]!.kind !== 'sub'; j--) if (chunks[j]!.vg && !chunks[j]!.vg!.ing) return true
  for (let j = i + 1; j < i + 4 && j < chunks.length; j++) { if (chunks[j]!.kind === 'comma') break; if (chunks[j]!.vg) return true } // "26 people were killed in X, including …"
  return false
}

/** "three men who fought with the marines were captured": whether the phrase at `i` ends a relative clause right before. */
export function relatedBefore(chunks: readonly Chunk[], i: number): boolean {
  return i >= 3 && chunks[i - 2]!.kind === 'vg' && !chunks[i - 2]!.vg!.passive && chunks[i - 3]!.kind === 'rel'
}

/** Whether the phrase at `a` is a bare age set beside a name: "Name Surname, 24,". */
export function isAge(chunks: readonly Chunk[], a: number): boolean {
  const np = chunks[a]!.np!
  const who = a >= 2 ? chunks[a - 2]!.np : null
  return who !== null && np.number !== null && !np.head && np.number.value < 120 && chunks[a + 1]?.kind !== 'prep' && chunks[a - 1]!.kind === 'comma' && (who.proper || who.article === 'a' || who.article === 'an')
}

/** The mark that opens a remark set between dashes whose last phrase is at `i`, or -1. */
export function dashBefore(chunks: readonly Chunk[], i: number): number {
  for (let k = i, steps = 0; k > 0 && steps < 6; k--, steps++) {
    if (chunks[k]!.kind === 'dash') return chunks[k - 1]!.np ? k : -1
    if (chunks[k]!.kind === 'vg' || chunks[k]!.kind === 'stop') return -1
  }
  return -1
}

/** What a phrase of place or of time stands behind. */
const WHERE: ReadonlySet<string> = new Set(['from', 'in', 'at', 'near', 'outside', 'inside', 'around', 'on', 'of'])

/** "111 people from the strip |who| were detained": the people that "who" takes up, over the place that the phrase at `a` names; `a` itself where that may be somebody. */
export function peopleBehind(chunks: readonly Chunk[], a: number): number {
  for (let at = a, steps = 0; steps < 2 && at >= 2; at -= 2, steps++) {
    const np = chunks[at]!.np
    if (np === null || np.number !== null || np.pronoun !== null || np.counted !== null && PEOPLE.has(np.counted) || chunks[at - 1]!.kind !== 'prep' || !WHERE.has(chunks[at - 1]!.word) || chunks[at - 1]!.word === 'of' && np.proper) return a
    const whole = chunks[at - 2]!.np
    if (whole?.counted && PEOPLE.has(whole.counted)) return at - 2
  }
  return a
}

const OPENERS: ReadonlySet<string> = new Set(['after', 'before', 'when', 'while', 'since', 'because'])

/** "25 worshippers abducted on Sunday after their church was attacked |were freed|": the participle behind which the clause that ends with the verb at `i` was opened, or -1. */
export function behindOpener(chunks: readonly Chunk[], i: number): number {
  if (chunks[i]!.vg?.infinitive === true && chunks[i - 1]?.word === 'about') return chunks[i - 2]?.np ? i - 2 : -1 // "people about to leave |were killed|"
  let k = i - 1
  if (!chunks[k]?.np || chunks[k]!.np!.number) return -1
  k--
  if (!OPENERS.has(chunks[k]?.word ?? '')) return -1
  k--
  for (let steps = 0; steps < 6 && k > 0 && (chunks[k]!.kind === 'adv' || chunks[k]!.kind === 'prep' || chunks[k]!.np && chunks[k - 1]!.kind === 'prep'); steps++) k--
  return k > 0 && chunks[k]!.vg?.bare === true && chunks[k - 1]!.np?.number ? k : -1
}

/** "three workers and two technicians who were abducted": both, where the phrase at `a` is the second of two counted groups of people. */
export function countedPair(chunks: readonly Chunk[], a: number): number[] {
  const counts = (i: number): boolean => { const np = chunks[i]?.np; return np?.number != null && !np.number.masked && np.counted !== null && PEOPLE.has(np.counted) }
  return counts(a) && counts(a - 2) && chunks[a]!.np!.plural && chunks[a - 1]!.word === 'and' && (a < 3 || chunks[a - 3]!.kind === 'stop' || chunks[a - 3]!.kind === 'vg') ? [a - 2, a] : [a]
}

const OF_ONES_OWN: ReadonlySet<string> = new Set(['his', 'her', 'their', 'the'])

/** "the mayor, his wife, |Anna|, and a guard", "the priest, |Name Surname|, seized in May, was freed": the list without names set between marks behind whom they name. */
export function withoutNames(chunks: readonly Chunk[], list: number[]): number[] {
  if (list.length < 2) return list
  const named = counted(chunks, list)
  if (named !== null) return named
  const without = list.filter((i, at) => {
    const np = chunks[i]!.np!, role = at > 0 && list[at - 1] === i - 2 ? chunks[i - 2]!.np! : null
    return role === null || !np.proper || np.number !== null || np.counted !== null || role.proper || role.plural || role.number !== null || !OF_ONES_OWN.has(role.article) || chunks[i - 1]!.kind !== 'comma' || chunks[i + 1]?.kind !== 'comma' || chunks[i + 2]?.kind === 'np'
  })
  return without.length === 1 ? [list.at(-1)!] : without // of a role and a name alone the name is kept
}

/** "Two men, Name Surname, 40, and Name Surname, 41, were hurt": the list without the names of those whom its first number counts; null where it names none of them. */
function counted(chunks: readonly Chunk[], list: readonly number[]): number[] | null {
  const all = chunks[list[0]!]!.np!
  if (all.number === null || all.counted === null || !PEOPLE.has(all.counted) || chunks[list[0]! + 1]?.kind !== 'comma') return null
  let at = 1, names = 0
  while (at < list.length && names < all.number.value) {
    const { proper, number, counted: kind } = chunks[list[at]!]!.np!
    if (proper && number === null && kind === null) names++
    else if (number?.masked !== 'an age') break
    at++
  }
  while (at < list.length && chunks[list[at]!]!.np!.number?.masked === 'an age') at++
  return names > 1 && (names === all.number.value || at === list.length) ? [list[0]!, ...list.slice(at)] : null
}

/** "attacked a town in Sofala, |central Mozambique|, killing two", ", |killing two|, and taking six": the verb whose subject did what the participle behind the comma at `i` tells, where place or participle stands between the commas; -1 for none. */
export function doneBefore(chunks: readonly Chunk[], p: number, i: number): number {
  const opens = chunks[p + 1]!
  if (opens.vg?.ing && !opens.vg.progressive) return p + 1
  if (i - p !== 2 || !opens.np?.proper || opens.np.number || !chunks[p - 1]?.np || chunks[p - 1]!.np!.number || chunks[p - 2]?.kind !== 'prep') return -1
  for (let k = p - 3, least = Math.max(0, p - FARTHEST_VERB); k >= least && chunks[k]!.kind !== 'stop'; k--) if (chunks[k]!.vg && !chunks[k]!.vg!.ing) return k
  return -1
}
const FARTHEST_VERB = 16

/** So far before the comma the verb before it stands. */
const THEN_REACH = 14

/** "captured one town, |then took| another": the verb before that shares its subject with the one at `k`; -1 where it has none. */
export function thenBefore(chunks: readonly Chunk[], k: number): number {
  const { vg, word } = chunks[k]!
  if (word !== 'then' || vg!.passive || vg!.ing || vg!.infinitive || !chunks[k + 1]?.np) return -1
  for (let p = k - 2, least = Math.max(0, k - THEN_REACH); p >= least; p--) {
    const { kind, vg: before } = chunks[p]!
    if (kind === 'stop' || kind === 'sub' || kind === 'rel') return -1
    if (before && !before.infinitive && !before.ing && (!before.bare || chunks[p + 1]?.np)) return p
  }
  return -1
}

/** "According to the mayor, Name Surname, |Russians| attacked": the subject without the name of the source before it. */
export function behindSource(chunks: readonly Chunk[], subjects: readonly number[]): readonly number[] {
  const last = subjects.at(-1)
  return subjects.length > 1 && last !== undefined && chunks[0]!.word === 'according' && chunks[last - 1]!.kind === 'comma' && !subjects.some((i) => chunks[i - 1]?.kind === 'conj') ? [last] : subjects
}

/** "20 people, |all of them men|, including two clerks, were seized": the chunk before the comma at `i`, and before a remark on who they all are. */
export function beforeSort(chunks: readonly Chunk[], i: number): number {
  let at = i
  while (at >= 0 && (chunks[at]!.kind === 'comma' || chunks[at]!.kind === 'dash')) at--
  if (!chunks[at]?.np?.plural || chunks[at - 1]?.np?.pronoun !== 'them' || chunks[at - 2]?.word !== 'of' || !chunks[at - 3]?.np || chunks[at - 3]!.np!.number || chunks[at - 4]?.kind !== 'comma') return at
  return at - 5
}
