// People who leave where they live: who moved away, crossed a border, was driven from home.
import { PEOPLE } from '../../../model/claim.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { saidGroup, wordGroup } from '../../../languages/en/count-words.ts'
import type { Search } from './finding.ts'
import { headWord, partOf, sentenceHas } from './phrases.ts'
import { add } from './record.ts'

const UPROOTED = saidGroup('uprooted'), HOMELAND = wordGroup('homeland'), ANYONE = wordGroup('anyone'), HOME = wordGroup('home')
const OUT: ReadonlySet<string> = new Set(['leave', 'abandon', 'vacate', 'desert', 'cross', 'enter', 'reach', 'pour', 'stream', 'flow', 'emerge'])
const FORCES: ReadonlySet<string> = new Set(['force', 'compel', 'oblige'])
const INTO: ReadonlySet<string> = new Set(['into', 'to', 'from', 'for', 'in', 'at', 'over', 'across', 'through'])
/** What those do whose number the next sentences may go on about. */
const UPROOTS: ReadonlySet<string> = new Set(['displace', 'flee'])
/** So many of one people who leave do not travel. */
const MANY_LEAVE = 1000
/** So many who are removed from houses are no single arrests. */
const MANY_REMOVED = 100

/** "Two million have fled. Some 180,000 went to Kenya": whether the report has just told of people in flight. */
export const inFlight = (s: Search): boolean => UPROOTS.has(s.context.lastSense ?? '') && s.parsed.index - s.context.peopleSentence <= 1

/** "almost 7,000 people left the towns", "12,000 people have arrived at the camp", "live in camps": the moved count as displaced. */
export function moved(s: Search, k: number): void {
  const { chunks, tokens } = s
  const subjects = subjectOf(chunks, k)
  if (!subjects.some((p) => chunks[p]!.np!.number)) return
  const lemma = chunks[k]!.vg!.verb!.lemma
  const forced = lemma === 'leave' && chunks[k]!.vg!.infinitive && FORCES.has(chunks[k - 1]?.vg?.verb?.lemma ?? '') // "were forced to leave"
  const out = OUT.has(lemma) && (forced || leavesHome(s, k))
  const goesOn = !out && inFlight(s) && (leavesHome(s, k) || s.found.at(-1)?.measure === 'displaced') // "Two million fled. Some 180,000 went to Kenya."
  if (!out && !goesOn && (lemma === 'go' || !sentenceHas(s, UPROOTED))) return
  for (const p of subjects) {
    const np = chunks[p]!.np!, part = partOf(chunks, p)
    const counted = np.counted ?? part?.counted ?? ((out || goesOn) && np.elided && !part && (np.number?.value ?? 0) >= 100 ? 'person' : null)
    if (!np.number || np.number.value < 10 || !counted || !(PEOPLE.has(counted) || counted === 'household') || counted === 'combatant') continue
    if (out && (np.counted || part) && !ANYONE.has(headWord(tokens, np.counted ? np : part!)) && !((np.counted ? np : part!).head?.demonym && np.number.value >= MANY_LEAVE)) continue
    add(s, p, k, 'displace', 'moved-away')
  }
}

/** "left the country", "crossed into Poland", "have left Ukraine": out of where they lived, or over a border. */
function leavesHome(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  const at = chunks[k + 1]?.word === 'out' && chunks[k + 2]?.word === 'of' ? k + 2 : k + 1 // "poured out of the enclave"
  const next = chunks[at]
  const np = next?.kind === 'prep' && (INTO.has(next.word) || at > k + 1) ? chunks[at + 1]?.np : next?.np
  if (!np || np.number) return false
  return HOMELAND.has(headWord(tokens, np)) || (np.proper && np.article !== 'a' && np.event === null)
}

const OVER: ReadonlySet<string> = new Set(['across', 'over', 'into'])
const ABROAD = wordGroup('over_border'), FLED = saidGroup('fled_said')

/** "forced 60,000 people from their homes", "sent two million across the borders". */
export function driven(s: Search, k: number): void {
  const { chunks, tokens } = s
  const emptied = chunks[k]!.vg!.verb!.lemma === 'empty', removed = chunks[k]!.vg!.verb!.lemma === 'remove'
  for (let i = k + 1; i < Math.min(chunks.length - 1, k + 9); i++) {
    const c = chunks[i]!
    if (c.kind === 'stop' || c.kind === 'comma') return
    if (emptied) { // "emptied of 600 villagers"
      const np = c.kind === 'prep' && c.word === 'of' ? chunks[i + 1]!.np : null
      if (np?.number && np.counted && PEOPLE.has(np.counted)) { add(s, i + 1, k, 'displace', 'driven-from-home'); return }
      continue
    }
    if (c.kind !== 'prep' || (c.word !== 'from' && c.word !== 'of' && !OVER.has(c.word))) continue
    const np = chunks[i + 1]!.np
    if (!np || !(OVER.has(c.word) ? ABROAD : HOME).has(headWord(tokens, np))) continue
    for (const p of chunks[k]!.vg!.passive ? subjectOf(chunks, k) : objectsOf(chunks, k)) if (!OVER.has(c.word) || (chunks[p]!.np!.number && sentenceHas(s, FLED) && (chunks[p]!.np!.elided || ANYONE.has(headWord(tokens, chunks[p]!.np!))))) if (!removed || (chunks[p]!.np!.number?.value ?? 0) >= MANY_REMOVED) add(s, p, k, 'displace', 'driven-from-home')
    return
  }
}
