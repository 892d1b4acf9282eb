// The place that the clause of a count puts it in, in a sentence of several places: "two were killed in a strike on Aden",
// "19 in Gatama and 11 in Korede", "fired nine rockets from Rafah at Sderot".
import type { LocatedMention } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import type { Finding } from './counts/finding.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import { directPlace, groupFrom } from './direct-place.ts'
import { INSIDE, rank, type Scene } from './scene.ts'

/** Verbs of those harmed that share what stands behind the last of them: "30 were killed and 27 hurt in X". */
const HARMS: ReadonlySet<string> = new Set(['kill', 'injure', 'casualties', 'capture', 'abduct', 'destroy', 'damage'])

/** Where the clause of a count puts it, before token `before` where another count's part begins there; null where it names no place. */
export function placeOfHarm(scene: Scene, { chunks, index }: ParsedSentence, f: Finding, before: number | null, lower: readonly string[]): { places: LocatedMention[]; source: 'clause' } | null {
  const groups = scene.groups(index)
  const places = groups.length === 0 ? null : placeOfCount(chunks, f, groups.filter(([m]) => { const { origin, filed } = scene.traits(m!); return !origin && !filed && (before === null || m!.first < before) }), lower)
  return places && { places, source: 'clause' }
}

/** The places of the count's own clause; null where it names none. `groups` are those of its sentence in which something may have happened. */
function placeOfCount(chunks: readonly Chunk[], f: Finding, groups: readonly LocatedMention[][], lower: readonly string[]): LocatedMention[] | null {
  const counted = f.patient
  if (counted > 0 && (chunks[counted - 1]!.kind === 'conj' || chunks[counted + 1]?.word === 'each' || f.rule === 'share' && chunks[counted - 1]!.kind === 'stop' || chunks[counted - 1]!.word === 'including' || chunks[counted - 1]!.kind === 'comma' && chunks[counted]!.np?.elided === true)) {
    const at = chunks[counted + 1]?.word === 'each' ? counted + 2 : chunks[counted + 1]?.word === 'of' && WHOLE_TOLD.has(chunks[counted + 2]?.np?.pronoun ?? chunks[counted + 2]?.word ?? '') ? counted + 3 : counted + 1 // "40 |of them| in Goma"
    const group = chunks[at]?.kind === 'prep' && INSIDE.has(chunks[at]!.word) && chunks[at + 1]?.np ? groupFrom(groups, chunks[at + 1]!.first) : undefined
    if (group && group[0]!.last <= chunks[at + 1]!.last) return group
  }
  if (f.anchor < 0 || chunks[f.anchor]!.vg === null) return null
  const own = placeBehind(chunks, f, groups, lower) ?? placeOfSubject(chunks, f, groups) ?? placeOfAttackThat(chunks, f.anchor, groups) ?? placeOfDeed(chunks, f.anchor, groups, lower)
  return own ?? finestBeforeWhere(chunks, f.anchor, groups)
}

/** "47 were shot down, 22 of them over Bryansk", "of the 18 shot down, 12 were over Bryansk": the token behind which places are of the part of a count alone; null where it has no such part. */
export function partElsewhere(lower: readonly string[], found: readonly Finding[], f: Finding): number | null {
  for (const g of found) if (g.numberFirst > f.numberLast && (lower[g.numberLast] === 'of' && WHOLE_TOLD.has(lower[g.numberLast + 1] ?? '') && INSIDE.has(lower[g.numberLast + 2] ?? '') || g.rule === 'share' && g.anchor === f.anchor || g.rule === 'subset' && g.anchor === f.anchor && !f.subset && lower[g.numberFirst - 1] === 'including' && INSIDE.has(lower[g.numberLast] ?? ''))) return g.numberLast
  return null
}

/** "two each in Andriivka and Lyman": whether a count is of each of the places behind it. */
export const isOfEach = (lower: readonly string[], chunks: readonly Chunk[], f: Finding): boolean => lower[f.numberLast] === 'each' || lower[chunks[f.patient]!.last] === 'each'

const WHOLE_TOLD: ReadonlySet<string> = new Set(['them', 'whom', 'which', 'those', 'these'])

/** What stands right behind the verb of a count, or behind what it counts. */
function placeBehind(chunks: readonly Chunk[], f: Finding, groups: readonly LocatedMention[][], lower: readonly string[]): LocatedMention[] | null {
  const anchor = lastOfThose(chunks, f.anchor)
  let at = anchor + 1
  while (chunks[at]?.kind === 'adv') at++
  if (at === f.patient) at++ // "fired |nine rockets| from Rafah at Sderot", "killed |12 troops| in an ambush in Mali"
  const behind = behindParts(chunks, at)
  if (behind > 0) return directPlace(chunks, behind, groups, lower)
  if (chunks[at]?.kind !== 'prep') return null
  return directPlace(chunks, anchor, groups, lower)
}

/** "killed ten people, |including two children,| in Aden": the comma behind the parts that stand at chunk `at`, where a phrase of place follows; 0 where there are none. */
function behindParts(chunks: readonly Chunk[], at: number): number {
  if (chunks[at]?.kind !== 'comma' || chunks[at + 1]?.word !== 'including') return 0
  for (let k = at + 2; k + 2 < chunks.length && k < at + PARTS_WITHIN; k++) {
    if (chunks[k]!.kind === 'comma') { if (chunks[k + 1]!.kind === 'prep' && AT.has(chunks[k + 1]!.word)) return k }
    else if (chunks[k]!.kind === 'stop' || chunks[k]!.kind === 'sub') return 0
  }
  return 0
}
const PARTS_WITHIN = 10

/** "and many more injured" */
const MORE: ReadonlySet<string> = new Set(['many', 'several', 'others', 'more', 'dozens', 'hundreds', 'scores'])

/** "30 were killed and 27 others were hurt in X": the last of verbs told together, which has the place of all. */
function lastOfThose(chunks: readonly Chunk[], anchor: number): number {
  let at = anchor
  for (;;) {
    const next = chunks[at + 1]?.kind === 'conj' ? at + 2 : -1
    if (next < 0 || chunks[next]?.np == null || chunks[next]!.np!.number === null && !MORE.has(chunks[next]!.word) || chunks[next + 1]?.vg == null) return at
    const vg = chunks[next + 1]!.vg!
    if (!HARMS.has(vg.verb?.sense ?? '') || vg.ing || vg.negated || !vg.passive && !vg.bare) return at
    at = next + 1
  }
}

/** "a roadside bomb in Mosul killed two", "an air strike on Homs wounded six": the place of the doer, where it has just one. */
function placeOfSubject(chunks: readonly Chunk[], f: Finding, groups: readonly LocatedMention[][]): LocatedMention[] | null {
  const vg = chunks[f.anchor]!.vg!
  if (f.rule !== 'agent-verb-count' || vg.ing || vg.bare || vg.passive) return null
  const subject = subjectOf(chunks, f.anchor)[0]
  if (subject === undefined || subject >= f.anchor || chunks[subject]!.np?.event == null && (chunks[subject]!.np?.weapons.length ?? 0) === 0) return null
  for (let j = subject + 1; j < f.anchor; j++) if (chunks[j]!.vg !== null || chunks[j]!.kind === 'rel' && j !== f.anchor - 1 || chunks[j]!.kind === 'sub' || chunks[j]!.kind === 'comma') return null
  const place = chunks[subject + 1]?.kind === 'prep' && AT.has(chunks[subject + 1]!.word) ? groupFrom(groups, chunks[subject + 1]!.last) : undefined
  return place !== undefined && place[0]!.first < chunks[f.anchor]!.first ? place : null
}
const AT: ReadonlySet<string> = new Set(['in', 'on', 'at', 'near', 'outside', 'against'])

/** "a bombing in Abyan |that killed| 16", "an attack on a base in Mosul which wounded six": the place of the event that the clause is set behind. */
function placeOfAttackThat(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][]): LocatedMention[] | null {
  const rel = chunks[anchor - 1], prep = chunks[anchor - 3]
  if (anchor < 4 || rel!.kind !== 'rel' && rel!.word !== 'that' || chunks[anchor - 2]!.np === null || prep!.kind !== 'prep' || !AT.has(prep!.word)) return null
  for (let i = anchor - 4; i >= 0 && i >= anchor - 6 && chunks[i]!.vg === null && chunks[i]!.kind !== 'comma'; i--) if (chunks[i]!.np?.event != null) return groupFrom(groups, chunks[anchor - 2]!.first) ?? null
  return null
}

/** "attacked Yelwa village in the Shendam area of Plateau State|, killing| two", "raided Yelwa |and killed| two": the place of the attack that those who killed carried out. */
function placeOfDeed(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][], lower: readonly string[]): LocatedMention[] | null {
  const own = chunks[anchor]!.vg!, before = chunks[anchor - 1]
  if (own.passive || own.infinitive || before === undefined || !(own.ing && !own.progressive ? before.kind === 'comma' || before.kind === 'conj' : before.kind === 'conj' && before.word === 'and')) return null
  for (let k = anchor - 2, least = Math.max(0, anchor - DEED_WITHIN); k >= least; k--) {
    const { kind, vg } = chunks[k]!
    if (kind === 'stop' || kind === 'sub' || kind === 'rel') return null
    if (vg === null || own.ing && vg.ing && !vg.progressive) continue // ", killing two, and wounding six"
    if (vg.passive || vg.negated || vg.modal !== null || !DEEDS.has(vg.verb?.sense ?? '')) return null
    const first = chunks[anchor]!.first
    return directPlace(chunks, k, groups.filter(([m]) => m!.first < first), lower)
  }
  return null
}
const DEED_WITHIN = 30
const DEEDS: ReadonlySet<string> = new Set(['attack', 'hit', 'bomb', 'shell', 'storm', 'invade'])

/** "and in Farah province, where they killed four": the place before the clause. */
function finestBeforeWhere(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][]): LocatedMention[] | null {
  const subject = subjectOf(chunks, anchor)[0] ?? anchor
  let at = Math.min(subject, anchor) - 1
  while (at > 0 && chunks[at]!.kind === 'adv') at--
  if (at < 1 || chunks[at]!.word !== 'where') return null
  const where = chunks[at]!.first
  let place: LocatedMention[] | null = null
  for (const group of groups) {
    if (group[group.length - 1]!.last > where) break
    // "in Dibis, located in Kirkuk province, where": the finer of two beside each other
    if (place === null || group[0]!.first - place[0]!.last > LIES_IN || rank(group[0]!) <= rank(place[0]!)) place = group
  }
  return place !== null && where - place[place.length - 1]!.last <= FROM_WHERE && chunks.every((c) => c.vg === null || c.vg.bare || c.first < place![0]!.first || c.first > where) ? place : null
}
const FROM_WHERE = 12
const LIES_IN = 7
