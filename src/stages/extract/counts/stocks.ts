// Numbers that stand, rise or stay: tolls, the displaced, the besieged, hostages held; and parts told by "are".
import { PEOPLE } from '../../../model/claim.ts'
import type { TokenTable } from '../../../model/document.ts'
import type { Chunk, NounPhrase } from '../../../languages/en/chunks.ts'
import { governor, objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import type { Search } from './finding.ts'
import { headWord, partOf } from './phrases.ts'
import { add } from './record.ts'

const SIEGE: ReadonlySet<string> = new Set(['besieged', 'siege', 'encircled', 'surrounded', 'trapped', 'basement', 'basements', 'cellar', 'cellars', 'bunker', 'bunkers', 'bombed-out', 'bombed', 'blockaded', 'steelworks', 'ruins'])
const UPROOTED: ReadonlySet<string> = new Set(['camp', 'camps', 'shelter', 'shelters', 'buses', 'home', 'homes', 'refugee', 'refugees', 'fighting', 'bombardment', 'border', 'exodus', 'tent', 'tents'])
const HOSTAGES: ReadonlySet<string> = new Set(['hostage', 'hostages', 'captive', 'captives', 'prisoner', 'prisoners', 'detainee', 'detainees'])

/** "took 250 others hostage", "taking 251 people as hostages", "111 hostages were taken". */
export function taken(s: Search, k: number): void {
  const { chunks, tokens } = s
  const { vg } = chunks[k]!
  for (const p of vg!.passive ? subjectOf(chunks, k) : objectsOf(chunks, k)) {
    const part = partOf(chunks, p)
    const own = HOSTAGES.has(headWord(tokens, chunks[p]!.np!)) || (part !== null && HOSTAGES.has(headWord(tokens, part)))
    let after = false
    for (let i = p + 1; i < Math.min(chunks.length, p + 6) && !after; i++) {
      if (chunks[i]!.kind === 'vg' || chunks[i]!.kind === 'stop' || chunks[i]!.kind === 'comma') break
      after = chunks[i]!.np !== null && HOSTAGES.has(headWord(tokens, chunks[i]!.np!)) || /hostages?|captive|prisoners?/.test(tokens.lower[chunks[i]!.last - 1]!)
    }
    if (own || after) add(s, p, k, 'capture', 'taken-hostage')
  }
}

/** "the death toll has risen to 23", "the number of displaced people climbed to 6.2 million". */
export function level(s: Search, k: number): void {
  const { chunks, tokens } = s
  const subject = subjectOf(chunks, k).at(-1)
  if (subject === undefined) return
  const sense = levelSense(tokens, chunks, subject)
  if (!sense) return
  for (let i = k + 1; i < Math.min(chunks.length, k + 8); i++) {
    const c = chunks[i]!
    if (c.kind === 'stop' || (c.kind === 'vg' && !c.vg!.infinitive)) return
    if (c.kind === 'np' && c.np!.number && !c.np!.number.masked && c.np!.counted !== 'strike') {
      const prep = governor(chunks, i)
      if (prep === null || /^(to|at|by|over|past)$/.test(prep)) add(s, i, k, sense, 'level', { of: c.np!.counted && PEOPLE.has(c.np!.counted) ? c.np!.counted : 'person' })
    }
  }
}

/** "almost 7,000 people left the towns", "12,000 people have arrived at the camp", "live in camps": the moved count as displaced. */
export function moved(s: Search, k: number): void {
  const { chunks, tokens } = s
  const all = chunks.some((c) => c.np?.head && UPROOTED.has(headWord(tokens, c.np)))
  if (!all) return
  for (const p of subjectOf(chunks, k)) {
    const np = chunks[p]!.np!
    const counted = np.counted ?? partOf(chunks, p)?.counted
    if (np.number && np.number.value >= 10 && counted && PEOPLE.has(counted) && counted !== 'combatant') add(s, p, k, 'displace', 'moved-away')
  }
}

/** "about 900 civilians remain in the basements", "107 people are left in the besieged town": those who cannot leave count as trapped. */
export function besieged(s: Search, k: number): void {
  const { chunks } = s
  if (!besiegedHere(s)) return
  for (const p of subjectOf(chunks, k)) {
    const np = chunks[p]!.np!
    const counted = np.counted ?? partOf(chunks, p)?.counted
    if (np.number && np.number.value >= 5 && counted && PEOPLE.has(counted)) add(s, p, k, 'trap', 'besieged')
  }
}

export function besiegedHere(s: Search): boolean {
  const { chunks, tokens } = s
  for (let i = chunks[0]!.first; i < chunks.at(-1)!.last; i++) if (SIEGE.has(tokens.lower[i]!)) return true
  return false
}

/** "forced 60,000 people from their homes". */
export function driven(s: Search, k: number): void {
  const { chunks, tokens } = s
  const patients = chunks[k]!.vg!.passive ? subjectOf(chunks, k) : objectsOf(chunks, k)
  for (let i = k + 1; i < Math.min(chunks.length, k + 9); i++) {
    if (chunks[i]!.kind === 'stop' || chunks[i]!.kind === 'comma') return
    if (chunks[i]!.kind === 'prep' && (chunks[i]!.word === 'from' || chunks[i]!.word === 'of') && chunks[i + 1]?.np && /^(homes?|houses|villages?|lands?)$/.test(headWord(tokens, chunks[i + 1]!.np!))) { for (const p of patients) add(s, p, k, 'displace', 'driven-from-home'); return }
  }
}

/** "101 hostages are still being held", "109 hostages remain". */
export function held(s: Search, k: number): void {
  const { chunks, tokens } = s
  const { vg } = chunks[k]!
  if (!vg!.passive && !(vg!.verb!.lemma !== 'hold') && objectsOf(chunks, k).length > 0) return // "held talks"
  for (const p of subjectOf(chunks, k)) {
    const np = chunks[p]!.np!, part = np.head ? null : partOf(chunks, p)
    const hostage = HOSTAGES.has(headWord(tokens, part ?? np))
    if (hostage || (vg!.verb!.lemma === 'hold' && (vg!.passive || vg!.bare) && (np.counted && PEOPLE.has(np.counted) || part?.counted && PEOPLE.has(part.counted) || np.proper || np.elided))) add(s, p, k, 'capture', 'held')
  }
}

/** "18 of them are residential buildings", "two of the dead were children", "12 were women". */
export function copular(s: Search, k: number): void {
  const { chunks, tokens } = s
  const subject = subjectOf(chunks, k).at(-1)
  const object = objectsOf(chunks, k)[0]
  if (subject === undefined) return
  const np = chunks[subject]!.np!
  const under = chunks[k + 1]?.word === 'under' || chunks[k + 1]?.word === 'beneath' ? chunks[k + 2]?.np : null
  if (np.number && under && /^(rubble|debris|ruins|wreckage)$/.test(headWord(tokens, under))) { add(s, subject, k, 'trap', 'under-rubble'); return }
  // "remains in captivity", "is in detention"
  const held = chunks[k + 1]?.word === 'in' ? chunks[k + 2]?.np : null
  if (held && /^(captivity|detention|custody|prison|jail)$/.test(headWord(tokens, held))) { add(s, subject, k, 'capture', 'in-captivity'); return }
  if (!np.number || np.head) return
  const of = partOf(chunks, subject)
  const harm = of?.head ? partHarm(tokens, of) : null
  const sense = harm ?? (of?.pronoun === 'them' || of?.pronoun === 'whom' || !of ? s.context.lastSense : null)
  if (!sense || object === undefined || chunks[object]!.np!.counted === null) return
  if (add(s, subject, k, sense, 'part-is', { of: chunks[object]!.np!.counted!, subset: true })) { const f = s.found.at(-1)!; f.last = Math.max(f.last, chunks[object]!.last) }
}

/** What a level counts: a death toll, the number of wounded or displaced people; null for other stocks. */
function levelSense(tokens: TokenTable, chunks: readonly Chunk[], i: number): string | null {
  const words = (c: Chunk): string => { let s = ''; for (let t = c.first; t < c.last; t++) s += ' ' + tokens.lower[t]!; return s }
  const own = words(chunks[i]!)
  if (/ (toll|deaths|fatalities)\b/.test(own)) return 'kill'
  if (/ injuries\b/.test(own)) return 'injure'
  if (/ casualties\b/.test(own)) return 'casualties'
  if (!/ (number|total|figure|count)\b/.test(own) && !/ (displaced|refugees)\b/.test(own)) return null
  let text = own
  for (let k = i + 1; k < Math.min(chunks.length, i + 5) && chunks[k]!.kind !== 'stop'; k++) text += words(chunks[k]!)
  if (/ (dead|deaths|killed|fatalities|victims)\b/.test(text)) return 'kill'
  if (/ (injured|wounded|injuries)\b/.test(text)) return 'injure'
  if (/ (displaced|refugees|displacement)\b/.test(text)) return 'displace'
  if (/ (missing)\b/.test(text)) return 'miss'
  if (/ (hostages|captives|prisoners)\b/.test(text)) return 'capture'
  return null
}

function partHarm(tokens: TokenTable, np: NounPhrase): string | null {
  const word = np.head ? tokens.lower[np.head.last - 1]! : ''
  return /^(dead|victims?|killed|deaths|fatalities)$/.test(word) ? 'kill' : /^(wounded|injured)$/.test(word) ? 'injure' : null
}
