// What a sentence speaks of without telling it: the event told already, set against others before it; what is done again and
// again; how things stand; people told by what once befell them.
import type { TokenTable } from '../../model/document.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { governor, objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import { classesOf } from '../../languages/en/frames.ts'
import { isShown } from './elsewhere.ts'
import { AT_CLOSE_HAND, isArmy } from './verb-types.ts'

/** "the largest such attack", "the second reported strike": a rank among others of its kind. */
const RANKS: ReadonlySet<string> = new Set(['largest', 'biggest', 'deadliest', 'worst', 'heaviest', 'fiercest', 'bloodiest', 'longest', 'deepest', 'latest', 'strongest', 'gravest', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'])
/** Verbs between an event and the rank that it has. */
const IS_RANKED: ReadonlySet<string> = new Set(['be', 'mark', 'become', 'represent', 'constitute', 'make', 'remain'])
/** Words for what is done again and again. */
const AGAIN: ReadonlySet<string> = new Set(['regularly', 'often', 'frequently', 'routinely', 'usually', 'sometimes', 'occasionally', 'periodically', 'habitually', 'typically', 'regular', 'occasional', 'frequent', 'sporadic', 'intermittent', 'periodic', 'routine', 'such'])
/** "has long supported", "has always refused": how a state has stood. */
const EVER: ReadonlySet<string> = new Set(['long', 'always', 'traditionally', 'historically'])
/** What is no news any more. */
const HABITS: ReadonlySet<string> = new Set(['occurrence', 'routine', 'reality', 'norm', 'commonplace', 'habit', 'feature', 'fact'])
/** What an attack does to a truce. */
const BREACHES: ReadonlySet<string> = new Set(['violate', 'break'])
/** Acts of words: in a relative clause they say whom the sentence speaks of. */
const WORDS: ReadonlySet<string> = new Set(['accuse', 'condemn', 'aid', 'call_on', 'threaten', 'reject', 'deny'])
/** So many phrases about a participle its sentence is looked through for what it tells. */
const REACH = 20
/** What has been done with forces that a sentence tells something else of. */
const GONE_TO: ReadonlySet<string> = new Set(['deploy', 'station', 'send', 'base', 'position', 'post', 'assign', 'assemble', 'mobilise', 'mobilize', 'call_up', 'garrison'])
/** What an event enters that goes on. */
const SPANS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year', 'phase', 'stage'])

/** What is asked of an event found in a sentence. */
interface Found {
  type: string
  sense: string
  rule: string
  anchor: number
  nominal: boolean
  enters?: boolean
  happens?: boolean
}

/** Whether a sentence only speaks of the event found in it. */
export function isInPassing(tokens: TokenTable, chunks: readonly Chunk[], e: Found): boolean {
  const own = chunks[e.anchor]!
  if (e.nominal && e.type === 'deployment' && isMetConvoy(tokens, chunks, e.anchor)) return true
  if (e.rule === 'fall-of' || e.rule === 'under-control' || e.rule === 'in-hands') return standsSo(tokens, chunks, e)
  if (e.nominal && (isKnownFor(tokens, chunks, e.anchor) || isAftermath(tokens, chunks, e.anchor) || e.happens !== true && isOfYears(tokens, chunks, e.anchor) || own.np!.article === '' && hasWord(tokens, own, SUNDRY) && !timeBehind(chunks, e.anchor))) return true
  if (e.nominal && e.type === 'territory_change' && chunks[e.anchor - 1]?.word === 'under' && !timeBehind(chunks, e.anchor)) return true // "lived under occupation"
  if (e.rule === 'frame-power-seized' && inRelative(chunks, e.anchor) && !timeBehind(chunks, e.anchor)) return true // "the rebels who seized power"
  if (!e.nominal && e.type !== 'diplomacy' && isOfAnyWho(tokens, chunks, e.anchor)) return true
  if (e.rule === 'verb-launch' && isDeparture(chunks, e.anchor)) return true
  if (e.nominal || e.rule === 'under-fire') return isRanked(tokens, chunks, e.anchor) || hasWord(tokens, own, AGAIN) || isHabit(tokens, chunks, e.anchor)
  const { vg } = own
  if (vg === null) return false
  if (vg.passive && subjectOf(chunks, e.anchor).some((p) => p < e.anchor && isOfAny(tokens, chunks, p, e.anchor))) return true
  if (e.type === 'diplomacy' && vg.adverbs.some((word) => EVER.has(word))) return true
  if (e.rule === 'frame-agree' && vg.ing && !vg.progressive && BREACHES.has(vg.verb?.lemma ?? '')) return true // "killed ten soldiers, violating a truce": done by the attack
  if (e.type === 'diplomacy') return WORDS.has(e.sense) && (inRelative(chunks, e.anchor) || vg.adverbs.some((word) => word === 'long' || AGAIN.has(word)))
  if (e.rule === 'frame-flies-over') return inRelative(chunks, e.anchor)
  if (e.rule === 'frame-holds') return (inRelative(chunks, e.anchor) || vg.bare || vg.ing) && !sinceWhen(chunks, e.anchor)
  if (e.enters === true && entersSpan(tokens, chunks, e.anchor)) return true
  if (e.rule === 'verb-capture' || e.rule === 'verb-release' || e.rule === 'frame-hostages-rescued') return isReduced(chunks, e.anchor)
  if ((e.type === 'strike' || e.type === 'ground_combat') && vg.bare && isOnShow(tokens, chunks, e.anchor)) return true // "a tank |hit| by the army went on display"
  if (e.rule === 'verb-withdraw' && leavesPact(tokens, chunks, e.anchor)) return true
  if (e.rule === 'verb-fight' && fightsWithWords(tokens, chunks, e.anchor) || e.rule === 'frame-war-begins' && isAtDebate(tokens, chunks, e.anchor + 1)) return true
  if (e.type === 'deployment' && GONE_TO.has(vg.verb?.lemma ?? '') && isReduced(chunks, e.anchor) && objectsOf(chunks, e.anchor).length === 0) return true // "the troops deployed in the north have begun a search"
  if (e.rule === 'verb-fight' && (vg.ing && !vg.progressive || inRelative(chunks, e.anchor) && !timeBehind(chunks, e.anchor))) return true // "the rebels |fighting| the army", "a militia which |is fighting| beside it": who they are
  if (vg.progressive && vg.adverbs.includes('increasingly')) return true
  return timeOfMany(tokens, chunks, e.anchor) || vg.adverbs.some((word) => AGAIN.has(word)) || chunks[e.anchor + 1]?.np != null && hasWord(tokens, chunks[e.anchor + 1]!, AGAIN)
}

/** "clashed with its neighbour at a meeting of the council": they quarrel; not "troops clashed in Goma during a meeting in Nairobi". */
function fightsWithWords(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  if (subjectOf(chunks, k).some((p) => isArmy(tokens, chunks[p]!))) return false
  let placed = false
  for (let i = k + 1; i < Math.min(chunks.length, k + REACH); i++) {
    const c = chunks[i]!, prep = chunks[i - 1]!
    if (c.kind === 'stop' || c.vg) return false
    if (c.np?.head && DEBATES.has(tokens.lower[c.np.head.last - 1]!) && prep.kind === 'prep' && AT.has(prep.word)) return !placed || !isPlaced(chunks, i + 2)
    placed ||= isPlaced(chunks, i)
  }
  return false
}
/** "clashes broke out in a session of parliament": deputies come to blows. */
const isAtDebate = (tokens: TokenTable, chunks: readonly Chunk[], prep: number): boolean => (chunks[prep]?.word === 'in' || chunks[prep]?.word === 'at') && chunks[prep + 1]?.np?.head != null && DEBATES.has(tokens.lower[chunks[prep + 1]!.last - 1]!)
/** "in Goma", "near Lachin": a place by its name. */
const isPlaced = (chunks: readonly Chunk[], i: number): boolean => chunks[i]?.np?.proper === true && (chunks[i - 1]!.word === 'in' || chunks[i - 1]!.word === 'near')

/** "a tank hit by the army |went on display|", "|exhibited| a drone hit over the town": whether the verb whose subject or object the participle at `k` describes shows it. */
function isOnShow({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  for (let i = k + 1; i < chunks.length; i++) {
    const { kind, vg } = chunks[i]!
    if (kind === 'stop' || kind === 'sub' || kind === 'rel') break
    if (vg === null || vg.bare || vg.infinitive || vg.ing && !vg.progressive) continue
    if (subjectOf(chunks, i).some((p) => p > k)) break // "a missile hit a house and its wreck was displayed"
    return isShown(lower, chunks[i]!.first, chunks[Math.min(chunks.length - 1, i + SHOWN_BEHIND)]!.last)
  }
  for (let i = k - 1; i >= 0; i--) {
    const { kind, vg, first, last } = chunks[i]!
    if (kind === 'stop' || kind === 'sub' || kind === 'rel') return false
    if (vg !== null) return isShown(lower, first, last)
  }
  return false
}
/** "went |on display|": so many phrases on. */
const SHOWN_BEHIND = 2

/** "withdrew from the treaty": no ground is left. */
function leavesPact(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const head = chunks[k + 1]?.kind === 'prep' && chunks[k + 1]!.word === 'from' ? chunks[k + 2]?.np?.head : null
  return head != null && classesOf(tokens.lower[head.last - 1]!).has('pact')
}
const DEBATES: ReadonlySet<string> = new Set(['meeting', 'session', 'summit', 'debate', 'talks', 'assembly', 'conference', 'hearing']), AT: ReadonlySet<string> = new Set(['at', 'during', 'in', 'over'])

/** "a tank that is hit on Friday is hit again on Sunday": what befalls a thing in general, told with "a" and in the present; `thing`: its phrase, `k`: the verb. */
export function isOfAny(tokens: TokenTable, chunks: readonly Chunk[], thing: number, k: number): boolean {
  return chunks[thing]!.np!.article.startsWith('a') && chunks[thing + 1]?.kind === 'rel' && isNow(tokens, chunks[thing + 2]) && (isNow(tokens, chunks[k]) || chunks[k]!.vg?.bare === true && chunks[k - 1]!.kind === 'conj')
}

/** "an army that advances on a town needs fuel": what anybody does in general. */
function isOfAnyWho(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const { vg, last, first } = chunks[k]!
  return vg !== null && chunks[k - 1]?.kind === 'rel' && chunks[k - 2]?.np != null && (chunks[k - 2]!.np!.article === 'a' || chunks[k - 2]!.np!.article === 'an') && last - first === 1 && !vg.past && !vg.bare && !vg.ing && vg.verb !== null && tokens.lower[vg.main] !== vg.verb.lemma && tokens.lower[vg.main]!.endsWith('s')
}

function isNow(tokens: TokenTable, c: Chunk | undefined): boolean {
  if (!c?.vg) return false
  for (let t = c.first; t < c.last; t++) if (PRESENT.has(tokens.lower[t]!)) return true
  return false
}
const PRESENT: ReadonlySet<string> = new Set(['is', 'gets'])

/** "exploded as an army convoy passed", "a convoy was attacked", "a UN convoy left": who was there when something else happened, or brought no forces. */
function isMetConvoy(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const own = chunks[k]!
  if (!CONVOYS.has(tokens.lower[own.last - 1]!)) return false
  if (AS.has(chunks[k - 1]?.word ?? '') || chunks[k - 1]?.kind === 'prep' && MET.has(chunks[k - 1]!.word) || bringsAid(tokens, own) || HARMS.has(chunks[k - 1]?.vg?.verb?.sense ?? '')) return true
  if (chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np && hasWord(tokens, chunks[k + 2]!, PEACEFUL)) return true // "a convoy of Red Cross vehicles"
  const next = chunks[k + 1]?.vg
  if (next?.ing === true && !next.progressive && LOADS.has(next.verb?.lemma ?? '')) return true // "a convoy carrying ore"
  return next != null && (next.passive || HARMS.has(next.verb?.sense ?? ''))
}

/** "an aid convoy", "two UN trucks": no forces. */
export const bringsAid = (tokens: TokenTable, c: Chunk): boolean => CARRIERS.has(tokens.lower[c.last - 1]!) && hasWord(tokens, c, PEACEFUL)

const CONVOYS: ReadonlySet<string> = new Set(['convoy', 'convoys']), CARRIERS: ReadonlySet<string> = new Set([...CONVOYS, 'truck', 'trucks', 'lorry', 'lorries', 'column', 'columns'])
const AS: ReadonlySet<string> = new Set(['as', 'when', 'while', 'after', 'before'])
/** "an attack on a convoy", "a bomb went off next to a convoy": something befell it. */
const MET: ReadonlySet<string> = new Set(['on', 'against', 'to', 'near', 'by', 'at', 'under', 'beside'])
const LOADS: ReadonlySet<string> = new Set(['carry', 'transport', 'deliver', 'bring'])
const PEACEFUL: ReadonlySet<string> = new Set(['un', 'cross', 'crescent', 'aid', 'relief', 'humanitarian', 'food', 'civilian', 'evacuation', 'bus', 'buses', 'coaches'])
const HARMS: ReadonlySet<string> = new Set(['kill', 'injure', 'destroy', 'damage', 'hit', 'attack', 'bomb', 'shell'])

/** "controlled by the rebels since 2014": how things stand, with the day since when. */
function sinceWhen(chunks: readonly Chunk[], k: number): boolean {
  for (let i = k + 1; i + 1 < chunks.length && i < k + 6; i++) {
    if (chunks[i]!.kind === 'prep' && chunks[i]!.word === 'since') return chunks[i + 1]!.word === TIME
    if (chunks[i]!.kind === 'vg' || chunks[i]!.kind === 'comma' || chunks[i]!.kind === 'stop') return false
  }
  return false
}

function hasWord(tokens: TokenTable, c: Chunk, words: ReadonlySet<string>): boolean {
  for (let t = c.first; t < c.last; t++) if (words.has(tokens.lower[t]!)) return true
  return false
}

/** "was the deadliest attack since May", "marking the biggest assault", "one of its deepest strikes". */
function isRanked(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  if (!hasWord(tokens, chunks[k]!, RANKS)) return false
  let at = k - 1
  if (chunks[at]?.kind === 'prep' && chunks[at]!.word === 'of' && chunks[at - 1]?.np?.elided) at -= 2 // "one of its deepest"
  if (chunks[at]?.kind === 'quote') at--
  const vg = chunks[at]?.vg
  return vg != null && (vg.verb === null || IS_RANKED.has(vg.verb.lemma))
}

/** "areas under rebel control", "remains in their hands", "during the fall of the town", "the fall of the town was a shock": how things stand, or when it was, without a day. */
function standsSo(tokens: TokenTable, chunks: readonly Chunk[], { anchor, rule }: Found): boolean {
  if (timeBehind(chunks, anchor)) return false
  if (rule === 'fall-of') return chunks[anchor - 1]?.kind === 'prep' ? WHILE.has(chunks[anchor - 1]!.word) : chunks[anchor]!.np!.article === 'the' && chunks[anchor - 1]?.vg == null && !TELLS.has(chunks[anchor + 3]?.vg?.verb?.lemma ?? '')
  const before = chunks[anchor - 2]
  if (before === undefined) return false
  return before.np !== null && before.np.head !== null && governor(chunks, anchor - 2) !== null || before.vg !== null && KEEPS.has(before.vg.verb?.lemma ?? tokens.lower[before.vg.main]!)
}
/** Who tells of a fall makes it news. */
const TELLS: ReadonlySet<string> = new Set(['announce', 'report', 'confirm', 'declare', 'claim', 'deny'])
const WHILE: ReadonlySet<string> = new Set(['during', 'since', 'until', 'before', 'of', 'about'])
const KEEPS: ReadonlySet<string> = new Set(['remain', 'remains', 'remained', 'stay', 'stays', 'stayed', 'fall', 'lie', 'lies'])

/** Whether a time stands shortly behind the chunk at `k` in its clause. */
function timeBehind(chunks: readonly Chunk[], k: number): boolean {
  for (let i = k + 1; i < chunks.length && i < k + TIME_WITHIN; i++) {
    if (chunks[i]!.word === TIME) return true
    if (chunks[i]!.kind === 'vg' || chunks[i]!.kind === 'comma' || chunks[i]!.kind === 'stop') return false
  }
  return false
}
const TIME_WITHIN = 8

/** "survivors of the massacre met", "those behind the attack": people of an event of some day before, told without it. */
export function isAftermath(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const prep = chunks[k - 1]
  if (prep?.kind !== 'prep' || !DEFINITE.has(chunks[k]!.np!.article) || timeBehind(chunks, k)) return false
  if (prep.word === 'behind') return true
  const head = prep.word === 'of' || prep.word === 'from' || prep.word === 'in' ? chunks[k - 2]?.np?.head : null
  return head != null && OF_PEOPLE.has(tokens.lower[head.last - 1]!)
}
const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those'])
const OF_PEOPLE = wordGroup('of_the_event')

/** "two years of fighting", "after months of the siege": what went on, in a sentence that tells something else. */
const isOfYears = ({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean => k > 1 && chunks[k - 1]!.word === 'of' && LONG.has(lower[chunks[k - 1]!.first - 1]!) && !timeBehind(chunks, k)
const LONG: ReadonlySet<string> = new Set(['years', 'year', 'months', 'month', 'decades', 'decade'])
/** "has carried out many attacks", "faces similar raids": what somebody did at other times. */
const SUNDRY: ReadonlySet<string> = new Set(['similar', 'many', 'numerous', 'previous', 'past', 'earlier'])

/** "missiles were launched from bombers over the sea": where they came from, with no word of where they went. */
function isDeparture(chunks: readonly Chunk[], k: number): boolean {
  if (!chunks[k]!.vg!.passive || chunks[k + 1]?.word !== 'from') return false
  for (let j = k + 2; j < chunks.length && chunks[j]!.kind !== 'stop'; j++) if (chunks[j]!.kind === 'prep' && GOES_TO.has(chunks[j]!.word) || chunks[j]!.vg !== null) return false
  return true
}
const GOES_TO: ReadonlySet<string> = new Set(['at', 'on', 'against', 'towards', 'toward', 'into', 'to', 'across'])

/** "responsible for carrying out attacks in X", "a frequent target for air raids": what somebody or something is known for, told with the bare noun of many. */
function isKnownFor(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const { np } = chunks[k]!
  if (np!.article !== '' || !np!.plural && !tokens.lower[chunks[k]!.last - 1]!.endsWith('ing') || np!.number !== null) return false
  let at = k - 1
  while (at > 0 && (chunks[at]!.vg?.ing === true && !chunks[at]!.vg!.progressive || (chunks[at]!.kind === 'conj' || chunks[at]!.kind === 'adv') && chunks[at - 1]!.vg !== null)) at--
  const prep = chunks[at]
  if (at < 1 || prep?.kind !== 'prep' || prep.word !== 'for' && prep.word !== 'of') return false
  const before = tokens.lower[prep.first - 1]!
  return prep.word === 'for' ? KNOWN_FOR.has(before) || at === k - 1 && TARGETS.has(before) : at === k - 1 && TARGETS.has(before)
}
const KNOWN_FOR: ReadonlySet<string> = new Set(['responsible', 'known', 'notorious', 'infamous', 'famous', 'wanted'])
const TARGETS: ReadonlySet<string> = new Set(['target', 'targets', 'object', 'victim', 'victims'])

/** "Drone attacks are a daily occurrence": what comes back, not what came. */
function isHabit(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const vg = chunks[k + 1]?.vg, np = chunks[k + 2]?.np
  return vg != null && (vg.verb === null || IS_RANKED.has(vg.verb.lemma)) && np?.head != null && HABITS.has(tokens.lower[np.head.last - 1]!)
}

/** "the third time it has struck the city". */
function timeOfMany(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  for (let i = k - 1; i >= 0 && i >= k - 4; i--) {
    const c = chunks[i]!
    if (c.kind === 'stop' || c.kind === 'comma' || c.kind === 'vg') return false
    for (let t = c.first; t + 1 < chunks[k]!.first && t < c.last; t++) if (RANKS.has(tokens.lower[t]!) && tokens.lower[t + 1] === 'time' && (t === 0 || tokens.lower[t - 1] !== 'for')) return true
  }
  return false
}

/** Whether "who", "which" or "that" opens the clause of the verb at `k`. */
function inRelative(chunks: readonly Chunk[], k: number): boolean {
  for (let i = k - 1; i >= 0 && i >= k - 4; i--) {
    const c = chunks[i]!
    if (c.kind === 'rel') return true
    if (c.kind === 'vg' || c.kind === 'stop' || c.kind === 'comma' || c.kind === 'sub') return false
  }
  return false
}

/** "the civilians detained": a participle that says which people are meant, in a sentence that tells something else, without a time. */
function isReduced(chunks: readonly Chunk[], k: number): boolean {
  const { vg } = chunks[k]!
  if (!vg!.bare || chunks[k - 1]?.np == null || chunks[k - 1]!.np!.number !== null) return false
  for (let i = k + 1; i < Math.min(chunks.length, k + 6); i++) {
    if (chunks[i]!.word === TIME) return false
    if (chunks[i]!.kind === 'stop' || chunks[i]!.kind === 'vg') break
  }
  for (let i = Math.max(0, k - REACH); i < Math.min(chunks.length, k + REACH); i++) {
    const other = chunks[i]!.vg
    if (other && i !== k && (i < k || !other.bare) && !other.infinitive && !other.ing) return true
  }
  return false
}

/** "the offensive entered a sixth day". */
function entersSpan(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const next = chunks[k + 1]
  return next !== undefined && (next.word === TIME || next.np !== null && SPANS.has(tokens.lower[next.last - 1]!))
}

/** "soldiers shot dead a man during a raid in Jenin", "detained six in raids": soldiers who came themselves; what they did there is told by the verb. */
export function isRaidOnFoot(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const { np, last } = chunks[k]!, prep = governor(chunks, k)
  if (!RAIDS.has(tokens.lower[last - 1]!) || np!.weapons.length > 0 || prep !== 'during' && prep !== 'in') return false
  for (let j = k - 1; j >= 0 && j > k - REACH; j--) {
    const { vg, kind } = chunks[j]!
    if (kind === 'stop') return false
    if (vg?.verb) return (AT_CLOSE_HAND.test(vg.verb.lemma) || vg.verb.sense === 'capture') && !vg.passive && subjectOf(chunks, j).some((p) => isArmy(tokens, chunks[p]!) || tokens.lower[chunks[p]!.last - 1] === 'police')
  }
  return false
}
const RAIDS: ReadonlySet<string> = new Set(['raid', 'raids'])
