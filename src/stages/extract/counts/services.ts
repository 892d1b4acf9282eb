// Power, water, heat: how many are cut off from them.
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import { governor, objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import type { Search } from './finding.ts'
import { headWord, partOf } from './phrases.ts'
import { add } from './record.ts'

const SUPPLY: ReadonlySet<string> = new Set(['supply', 'supplies'])
const SERVICE = wordGroup('service')
const LEAVES: ReadonlySet<string> = new Set(['leave', 'remain', 'be', 'stay', 'plunge', 'go', 'live', 'trap', 'strand', 'survive', 'struggle', 'shiver', 'freeze', 'huddle', 'sit', 'spend', 'face', 'wake'])
const CUTS: ReadonlySet<string> = new Set(['cut', 'cut_off', 'interrupt', 'disrupt', 'knock_out', 'lose', 'disable'])

const FAILS: ReadonlySet<string> = new Set(['fail', 'go_out', 'go_off', 'stop', 'collapse', 'vanish', 'disappear', 'be_off', 'go'])
const OVER: ReadonlySet<string> = new Set(['in', 'for', 'to', 'across', 'out'])
const OUTAGES: ReadonlySet<string> = new Set(['outage', 'outages', 'blackout', 'blackouts', 'disruption', 'disruptions', 'cuts'])
const AFFECTS: ReadonlySet<string> = new Set(['affect', 'hit', 'leave', 'strike', 'touch', 'concern'])

/** Whether a noun is of supply that has failed. */
export const isOutage = (word: string): boolean => OUTAGES.has(word)

/** "outages affected 50,000 customers", "a blackout hit 30 villages": told by the failure itself. */
export function outage(s: Search, k: number): void {
  const { chunks } = s
  // "four million people face power cuts"
  const bears = chunks[k - 1]?.vg
  if (bears?.verb && BEARS.has(bears.verb.lemma) && !bears.passive) { for (const p of subjectOf(chunks, k - 1)) cutOff(s, p, k - 1, k); return }
  const vg = chunks[k + 1]?.vg
  // "blackouts were imposed in eight regions"
  if (!chunks[k]!.np!.number && vg?.verb && vg.passive && IMPOSED.has(vg.verb.lemma) && chunks[k + 2]?.kind === 'prep' && OVER.has(chunks[k + 2]!.word) && chunks[k + 3]?.np) { for (const p of objectsOf(chunks, k + 2)) cutOff(s, p, k + 1, k); return }
  if (chunks[k]!.np!.number || governor(chunks, k) !== null || !vg?.verb || vg.passive || !AFFECTS.has(vg.verb.lemma)) return
  for (const p of objectsOf(chunks, k + 1)) cutOff(s, p, k + 1, k)
}

const IMPOSED: ReadonlySet<string> = new Set(['impose', 'introduce', 'report', 'record', 'announce', 'declare'])
const BEARS: ReadonlySet<string> = new Set(['face', 'experience', 'suffer', 'endure'])

/** Whether a noun may be a service that people are cut off from. */
export const isService = (word: string): boolean => SERVICE.has(word) || SUPPLY.has(word)

/** Those who are without what chunk `at` names, told by the service at chunk `k`. */
function without(s: Search, at: number, k: number): void {
  const { chunks } = s
  // "without electricity remain 56 villages"
  const stays = chunks[k + 1]?.vg
  if (k <= 2 && stays && (stays.verb === null || LEAVES.has(stays.verb.lemma)) && chunks[k + 2]?.np?.number) { for (const p of objectsOf(chunks, k + 1)) cutOff(s, p, k + 1, k); return }
  for (let i = at - 2, steps = 0; i >= 0 && steps < 14; i--, steps++) {
    const c = chunks[i]!
    if (c.kind === 'stop' || c.kind === 'sub') return
    if (c.kind === 'vg' && c.vg!.verb && !LEAVES.has(c.vg!.verb.lemma)) return
    if (c.np?.number && chunks[i - 1]?.word === 'of' && chunks[i - 2]?.np?.number) continue // "12 members of one family"
    if (c.np?.number && s.found.some((f) => f.patient === i && f.measure === 'captured')) return // "detained 240 people without water or food"
    if (c.np?.number && cutOff(s, i, i, k)) return
  }
}

/** "were left without access to water", "have no access to power". */
function lackOfAccess(s: Search, access: number, k: number): void {
  const { chunks } = s
  if (chunks[access]!.np!.article === 'no' && chunks[access - 1]?.vg && !chunks[access - 1]!.vg!.modal) for (const p of subjectOf(chunks, access - 1)) cutOff(s, p, access - 1, k)
  else if (governor(chunks, access) === 'without') without(s, access, k)
}

/** "40,000 homes were left without power", "left millions without heat": told by the service that is missing. */
export function withoutService(s: Search, k: number): void {
  const { chunks, tokens } = s
  const np = chunks[k]!.np!
  if (np.number || !(SERVICE.has(headWord(tokens, np)) || (SUPPLY.has(headWord(tokens, np)) && np.units.some((u) => SERVICE.has(tokens.lower[u.first]!))))) return
  // "without access to water", "have no access to heat": the access is told of, and the service after "to"
  const access = chunks[k - 1]?.word === 'to' && chunks[k - 2]?.np != null && headWord(tokens, chunks[k - 2]!.np!) === 'access' ? k - 2 : -1
  if (access > 0) { lackOfAccess(s, access, k); return }
  if (np.article === 'no' && chunks[k - 1]?.vg && !chunks[k - 1]!.vg!.verb) { for (const p of subjectOf(chunks, k - 1)) cutOff(s, p, k - 1, k); return } // "have no heating"
  const prep = governor(chunks, k)
  if (prep === 'without') { without(s, k, k); return }
  const before = chunks[k - 1]?.vg
  if (prep === null && before?.verb?.lemma === 'lose' && !before.passive) { for (const p of subjectOf(chunks, k - 1)) cutOff(s, p, k - 1, k); return }
  // "power failed in 12 villages", "the lights went out in 5,000 homes"
  const fails = prep === null && chunks[k + 1]?.vg?.verb && FAILS.has(chunks[k + 1]!.vg!.verb!.lemma) ? k + 2 : -1
  if (fails > 0 && chunks[fails]?.kind === 'prep' && OVER.has(chunks[fails]!.word) && chunks[fails + 1]?.np) { for (const p of objectsOf(chunks, fails)) cutOff(s, p, k + 1, k); return }
  // "12 villages are cut off from gas"
  if (prep === 'from' && chunks[k - 2]?.vg?.verb?.sense !== undefined && CUTS.has(chunks[k - 2]!.vg!.verb!.lemma)) { for (const p of subjectOf(chunks, k - 2)) cutOff(s, p, k - 2, k); return }
  // "power was cut to 1,200 homes", "cut power to 1,200 homes"
  const verb = chunks[k + 1]?.vg?.passive ? k + 1 : k - 1
  if (prep !== null || !chunks[verb]?.vg?.verb || !CUTS.has(chunks[verb]!.vg!.verb!.lemma)) return
  const to = Math.max(k, verb) + 1
  if (chunks[to]?.kind === 'prep' && (chunks[to]!.word === 'to' || chunks[to]!.word === 'for' || (chunks[to]!.word === 'in' && chunks[verb]!.vg!.passive)) && chunks[to + 1]?.np) for (const p of objectsOf(chunks, to)) cutOff(s, p, verb, k)
}

function cutOff(s: Search, p: number, anchor: number, service: number): boolean {
  const { chunks, tokens } = s
  const np = chunks[p]!.np!, part = partOf(chunks, p)
  if (!np.number) return false
  const counted = np.counted ?? part?.counted ?? (np.head ? null : 'person')
  if (!counted) return false
  const word = headWord(tokens, np.head ? np : part ?? np)
  const of: Counted | null = counted === 'building' && word !== 'buildings' || counted === 'household' ? 'household' : PEOPLE.has(counted) ? 'person' : counted === 'settlement' || counted === 'region' || counted === 'building' || counted === 'facility' || counted === 'school' || counted === 'hospital' ? counted : null
  if (!of || !add(s, p, anchor, 'without', 'without-service', { of, measure: 'without_service' })) return false
  const f = s.found.at(-1)!
  f.last = Math.max(f.last, chunks[service]!.last)
  return true
}
