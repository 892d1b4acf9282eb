// Weapons and strikes as what is counted: "two missiles hit a plant", "attacked with five drones", "the fifth time it was hit".
import type { Chunk } from '../../../languages/en/chunks.ts'
import { moodOf } from '../mood.ts'
import type { NumberSpan } from '../../../languages/en/numbers.ts'
import type { Search } from './finding.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { ordinalValue } from '../../../languages/en/ordinals.ts'
import { afterOf, headWord, ONE, partOf, WEAPONS } from './phrases.ts'
import { add } from './record.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'

const STRIKING: ReadonlySet<string> = new Set(['hit', 'attack', 'shell', 'bomb'])

/** "two missiles hit a plant": the weapon is counted too. */
export function weaponSubject(s: Search, k: number, sense: string): boolean {
  const { chunks } = s
  if (sense !== 'hit' && sense !== 'attack') return false
  let any = false
  for (const p of subjectOf(chunks, k)) {
    const np = chunks[p]!.np!
    const counted = np.counted ?? (np.number ? partOf(chunks, p)?.counted : null)
    if (np.number?.value === 1 && !np.counted) continue // "one of the missiles"
    if (counted && WEAPONS.has(counted) && np.number) any = add(s, p, k, sense, 'weapon-hits', { measure: /^(hit|strike|slam|crash|smash|tear)/.test(chunks[k]!.vg!.verb!.lemma) ? 'struck' : 'launched' }) || any
    else if (counted === 'strike' && np.number) any = add(s, p, k, sense, 'strikes-hit', { measure: 'launched' }) || any
  }
  return any
}

/** "attacked with five drones", "used two missiles": the weapons count as launched. */
export function withWeapons(s: Search, k: number): void {
  const { chunks } = s
  for (let i = k + 1; i < Math.min(chunks.length - 1, k + 8); i++) {
    const c = chunks[i]!
    if (c.kind === 'vg' || c.kind === 'stop') return
    if (chunks[k]!.vg!.verb!.lemma !== 'use' && !(c.kind === 'prep' && c.word === 'with')) continue
    const from = c.kind === 'np' ? i : i + 1
    if (chunks[from]?.kind !== 'np') continue
    for (let j = from; j < chunks.length && (chunks[j]!.kind === 'np' || chunks[j]!.kind === 'conj' || chunks[j]!.kind === 'comma'); j++) {
      const np = chunks[j]!.np
      if (np && (np.counted === 'missile' || np.counted === 'drone' || np.counted === 'munition') && (np.number || (ONE.has(np.article) && chunks[k]!.vg!.verb!.lemma !== 'use'))) add(s, j, k, 'launch', 'attack-with-weapons', { measure: 'launched' })
    }
    return
  }
}


const CARRIES_ARMS: ReadonlySet<string> = new Set(['aircraft', 'helicopter', 'drone', 'artillery', 'ship'])

/** "the plane bombed twice": whether the past form at `k`, which no object stands behind, tells what its subject did and not what befell it. */
export function strikesItself(chunks: readonly Chunk[], k: number, sense: string): boolean {
  if (sense !== 'bomb' && sense !== 'shell' || chunks[k]!.vg!.passive || chunks[k + 1]?.np != null || chunks[k + 1]?.word === 'by') return false
  const subjects = subjectOf(chunks, k)
  return subjects.length > 0 && subjects.every((p) => CARRIES_ARMS.has(chunks[p]!.np!.counted ?? ''))
}

/** The senses of verbs whose times are counted. */
const isTimed = (sense: string): boolean => sense === 'hit' || sense === 'attack' || sense === 'shell' || sense === 'bomb' || sense === 'launch'

/** "the town was bombed 200 times", "shelled the village twice": the times a place was struck are counted. */
export function timesStruck(s: Search, k: number): void {
  const { chunks, tokens } = s
  const vg = chunks[k]!.vg!
  if (!vg.verb || !isTimed(vg.verb.sense) || vg.negated || vg.modal) return
  const passive = vg.passive || vg.bare && !chunks[k + 1]?.np && !strikesItself(chunks, k, vg.verb.sense) || vg.verb.patient === 'subject'
  if (vg.verb.sense === 'launch' && vg.verb.lemma !== 'fire' && vg.verb.lemma !== 'shoot') return
  const end = clauseEnd(s, k)
  if (vg.adverbs.includes('twice') && tokens.lower[chunks[k]!.last] !== 'as') { let at = chunks[k]!.first; while (tokens.lower[at] !== 'twice') at++; times(s, k, 2, undefined, at, passive); return } // "twice attacked the village"
  for (let t = chunks[k]!.last; t < end; t++) {
    const word = tokens.lower[t]!
    const number = word === 'times' ? numberEndingAt(s, t) : undefined
    const value = word === 'twice' && tokens.lower[t + 1] !== 'as' ? 2 : number?.value ?? 0
    if (value < 2) continue
    const after = tokens.lower[t + 1]
    if (after === 'a' || after === 'per' || after === 'more' || after === 'as' || after === 'the' || after === 'daily') return
    times(s, k, value, number, t, passive)
    return
  }
}

/** Takes down how often what the verb group at `k` tells befell its patient; `t` is the last word that says so. */
function times(s: Search, k: number, value: number, number: NumberSpan | undefined, t: number, passive: boolean): void {
  const { chunks, tokens } = s
  // "fired 31 times at the district"
  const at = chunks[k + 1]?.np && tokens.lower[chunks[k + 1]!.last - 1] === 'times' && chunks[k + 2]?.kind === 'prep' && chunks[k + 3]?.np ? k + 3 : k + 1
  const patient = (passive || strikesItself(chunks, k, chunks[k]!.vg!.verb!.sense) ? subjectOf(chunks, k) : chunks[at]?.np ? [at] : chunks[k + 1]?.kind === 'prep' && chunks[k + 2]?.np ? [k + 2] : [])[0]
  const np = patient === undefined ? null : chunks[patient]!.np!
  if (!np || !(np.proper || np.pronoun === 'it' || np.counted)) return
  s.found.push({ measure: passive ? 'struck' : 'launched', of: 'strike', value, bound: number?.bound ?? 'exact', first: chunks[k]!.first, last: Math.max(chunks[k]!.last, t + 1), numberFirst: number?.first ?? t, numberLast: t + 1, sentence: s.parsed.index, anchor: k, patient: patient!, sense: 'hit', mood: moodOf(tokens, chunks, k), implicit: false, single: null, subset: false, rule: 'times-struck' })
}

/** The number that ends before token `t`; numbers stand in order. */
function numberEndingAt(s: Search, t: number): NumberSpan | undefined {
  const { numbers } = s.parsed
  let low = 0, high = numbers.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const end = numbers[middle]!.numberLast
    if (end === t) return numbers[middle]
    if (end < t) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

/** The token where the clause of the verb group at `k` ends. */
function clauseEnd(s: Search, k: number): number {
  for (let i = k + 1; i < s.chunks.length; i++) {
    const c = s.chunks[i]!
    if (c.kind === 'stop' || c.kind === 'vg' || c.kind === 'sub' || c.kind === 'rel' || c.kind === 'comma' || i > k + 9) return c.first
  }
  return s.chunks.at(-1)!.last
}

/** "the fifth time the school has been hit", "the third attack this week": an ordinal counts strikes. */
export function ordinals(s: Search): void {
  const { chunks, tokens } = s
  const { lower } = tokens
  const s0 = chunks[0]?.first ?? 0, s1 = chunks.at(-1)?.last ?? 0
  let at = 0
  for (let i = s0; i + 2 < s1; i++) {
    if (lower[i + 1] !== 'time' || lower[i - 1] !== 'the') continue
    const value = ordinalValue(lower[i]!)
    if (value === null) continue
    while (at < chunks.length && chunks[at]!.first <= i + 1) at++
    let k = at
    while (k < chunks.length && k < at + 12 && !STRIKING.has(chunks[k]!.vg?.verb?.sense ?? '')) k++
    if (k >= chunks.length || k >= at + 12) k = -1
    if (k < 0) continue
    const { vg } = chunks[k]!
    s.found.push({ measure: vg!.passive || vg!.verb?.patient === 'subject' ? 'struck' : 'launched', of: 'strike', value, bound: 'exact', first: i - 1, last: chunks[k]!.last, numberFirst: i, numberLast: i + 1, sentence: s.parsed.index, anchor: k, patient: k, sense: 'hit', mood: moodOf(tokens, chunks, k), implicit: false, single: null, subset: false, rule: 'ordinal' })
  }
}

/** "fired on nine villages" */
const FIRES: ReadonlySet<string> = new Set(['fire', 'shoot']), AIMED: ReadonlySet<string> = new Set(['on', 'at', 'upon'])
const ONTO: ReadonlySet<string> = new Set(['on', 'onto', 'into', 'in', 'inside', 'through'])

/** "dropped a bomb on a bakery", "fired three missiles into a tower": the target of what is launched or lands is struck. */
export function struckByFall(s: Search, k: number): void {
  const { chunks } = s
  const vg = chunks[k]!.vg!
  const falls = vg.senses.find((v) => v.sense === 'land') ?? vg.verb!
  const { sense } = falls
  if (sense !== 'launch' && sense !== 'land') return
  if (FIRES.has(vg.verb!.lemma) && !vg.passive && AIMED.has(chunks[k + 1]?.word ?? '') && chunks[k + 2]?.np?.counted === 'settlement') { struck(s, k + 2, k); return }
  const weapons = sense === 'land' || vg.passive ? subjectOf(chunks, k) : objectsOf(chunks, k)
  if (!weapons.some((p) => { const kind = chunks[p]!.np!.counted; return kind !== null && WEAPONS.has(kind) })) return
  if (sense === 'land' && /_(in|on)$/.test(vg.verb!.lemma) && chunks[k + 1]?.np) { struck(s, k + 1, k); return }
  const from = Math.max(k, ...(vg.passive || sense === 'land' ? [k] : weapons))
  for (let i = from + 1; i + 1 < Math.min(chunks.length, from + 4); i++) {
    const c = chunks[i]!
    if (c.kind === 'prep' && ONTO.has(c.word) && chunks[i + 1]!.np) { struck(s, i + 1, k); return }
    if (c.kind !== 'adv' && c.kind !== 'quote') return
  }
}

/** "a drone fired on a clinic": it is not what was fired, and what it fired on is struck. Several "drones fired on" a land are. */
export function droneFires(s: Search, k: number): boolean {
  const { chunks } = s
  const by = chunks[k - 1]?.np
  if (!by || by.counted !== 'drone' || by.plural || by.number || !ONE.has(by.article) || chunks[k]!.vg!.passive || chunks[k]!.vg!.verb!.lemma !== 'fire' || chunks[k + 1]?.word !== 'on' || !chunks[k + 2]?.np) return false
  struck(s, k + 2, k)
  return true
}

const PART = wordGroup('part_of_thing')

function struck(s: Search, target: number, k: number): void {
  // "in the yard of a school": a part is struck with its whole
  const whole = PART.has(headWord(s.tokens, s.chunks[target]!.np!)) ? afterOf(s.chunks, target) : -1
  if (whole >= 0) target = whole
  const kind = s.chunks[target]!.np!.counted
  if (kind === 'settlement' && s.chunks[target]!.np!.number) { add(s, target, k, 'hit', 'struck-by-fall'); return }
  if (kind === 'building' || kind === 'school' || kind === 'hospital' || kind === 'facility' || kind === 'ship' || kind === 'vehicle') add(s, target, k, 'hit', 'struck-by-fall')
}
