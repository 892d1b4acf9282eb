// The place that an event's own clause puts it in: what is struck or taken by its name ("shelled Aden"), or the phrase
// that follows in the clause ("a raid on a depot in Aden").
import type { LocatedMention } from '../../model/document.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { governor, subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { rank } from './scene.ts'

/** Prepositions whose phrase says where something happens to whom it happens. */
const PUTS: ReadonlySet<string> = new Set(['in', 'on', 'at', 'near', 'over', 'into', 'against', 'across', 'around', 'inside', 'outside', 'within', 'of', 'throughout', 'off', 'above'])
const REACH = 14
/** "the withdrawal of Kenyan soldiers from Kismayo" */
const LEAVING = wordGroup('leaving')
/** What an offensive is begun to do to a place. */
const OBJECTIVES: ReadonlySet<string> = new Set(['retake', 'take', 'capture', 'recapture', 'seize', 'liberate', 'free', 'encircle', 'besiege', 'storm', 'conquer', 'occupy', 'reclaim', 'regain', 'wrest', 'win_back', 'surround', 'overrun', 'clear', 'take_control', 'take_over'])

/** The chunk that stands before a time ("an offensive |in April| to take"). */
function behindTime(chunks: readonly Chunk[], at: number): number {
  let i = at
  while (i > 0 && (chunks[i]!.word === TIME || chunks[i]!.kind === 'prep' && chunks[i + 1]?.word === TIME)) i--
  return i
}

/** What strikes do to the place that stands behind. */
const HITS: ReadonlySet<string> = new Set(['target', 'hit', 'strike', 'rock', 'pound'])

/** The places of the clause after the words at chunk `anchor`, the finest of those told; null where it tells none. */
export function directPlace(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][], lower: readonly string[], service = false): LocatedMention[] | null {
  let found: LocatedMention[] | null = null, wanted = -9
  for (let j = anchor + 1; j < Math.min(chunks.length, anchor + REACH); j++) {
    const c = chunks[j]!
    if (c.kind === 'vg' && c.vg!.infinitive && OBJECTIVES.has(c.vg!.verb?.lemma ?? '') && (chunks[behindTime(chunks, j - 1)]?.np?.event != null || j === anchor + 1)) { wanted = chunks[j]!.vg!.verb!.lemma === 'take_control' ? j + 1 : j; continue } // "an offensive to retake Kherson"
    if (c.kind === 'vg' && HITS.has(c.vg!.verb?.lemma ?? '') && !c.vg!.passive && !c.vg!.negated && (c.vg!.ing && chunks[j - 1]!.np?.event != null || chunks[j - 1]!.kind === 'rel' && chunks[j - 2]!.np?.event != null)) { wanted = j; continue } // "in a strike targeting Kherson", "in a raid that hit Kherson"
    if (c.kind === 'rel' && chunks[j - 1]!.np?.event != null && HITS.has(chunks[j + 1]?.vg?.verb?.lemma ?? '')) continue
    if (c.vg?.bare && isNamed(chunks, j, lower)) { wanted = chunks[j + 1]!.word === 'as' ? j + 1 : j; continue } // "hit an area known as X", "a village called X"
    if (c.kind === 'comma' && namesTown(chunks, j, lower)) continue // "shelled its main city, Stepanakert"
    if (c.kind === 'vg' || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel' || c.kind === 'comma' || c.kind === 'conj' || c.kind === 'dash') break
    if (!c.np) continue
    if (found !== null && c.np.event !== null && governor(chunks, j) === 'with') break // "the occupation of one region |with the capture| of its last town"
    const group = groupFrom(groups, c.first)
    if (!group || group[0]!.last > c.last) continue
    const prep = governor(chunks, j)
    if (prep === 'from' && (chunks[anchor]!.vg?.verb?.sense === 'withdraw' || LEAVING.has(lower[chunks[anchor]!.last - 1]!))) { found ??= group; continue } // "withdrew from Goma in eastern Congo"
    if (prep === 'with' && BEGINS.has(chunks[anchor]!.vg?.verb?.lemma ?? '') && group[0]!.first === c.first) { found ??= group; continue } // "the war began with Crimea"
    if (prep === 'to' && service) { found ??= group; continue } // "cut power to the plant"
    if (j === wanted + 1 && prep === 'as') return group
    if (prep === null ? j !== anchor + 1 && j !== wanted + 1 && !(chunks[j - 1]!.kind === 'comma' && (j === anchor + 3 || PUTS.has(governor(chunks, j - 2) ?? ''))) : !PUTS.has(prep)) continue
    if (found !== null && found[0]!.precision === 'settlement' && (prep === 'in' || prep === 'of') && isPartOfLand(lower, found[0]!.last, group[0]!.last)) continue // "the village of X in the district of Y", "X village in Y Township"
    // the land of a place that nobody has listed is a guess
    if (found === null || (rank(group[0]!) < rank(found[0]!) && (group[0]!.country === found[0]!.country || group[0]!.place === null && group[0]!.precision !== 'region'))) found = group
  }
  return found
}

const BEGINS: ReadonlySet<string> = new Set(['begin', 'start'])

const PARTS: ReadonlySet<string> = new Set(['district', 'township', 'county', 'municipality', 'commune', 'subdistrict'])

function isPartOfLand(lower: readonly string[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (PARTS.has(lower[i]!)) return true
  return false
}

/** "Ramla, capital of the province, was retaken", "The port of Aden fell": the place that the clause of the verb at `anchor` is said of, by the phrase that its subject opens with; null where that names none. */
export function subjectPlace(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][]): LocatedMention[] | null {
  const subject = subjectOf(chunks, anchor)[0]
  if (subject === undefined || subject >= anchor - 1 || chunks[subject + 1]?.kind !== 'comma') return null
  const group = groupFrom(groups, chunks[subject]!.first)
  return group !== undefined && group.length === 1 && group[0]!.last <= chunks[subject]!.last ? group : null
}

/** So far behind "where" its verb stands. */
const WHERE_REACH = 7

/** "the Donbas, |where| rebels had been fighting": the place right before the "where" of the clause of the verb at `anchor`; null where it is of another clause. */
export function placeBeforeWhere(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][]): LocatedMention[] | null {
  for (let j = anchor - 1; j > 0 && anchor - j <= WHERE_REACH; j--) {
    const { kind, word } = chunks[j]!
    if (kind === 'vg' || kind === 'stop' || kind === 'comma' || kind === 'conj' || kind === 'dash') return null
    if (kind !== 'sub' || word !== 'where') continue
    const before = chunks[chunks[j - 1]!.kind === 'comma' ? j - 2 : j - 1]
    const group = before?.np ? groupFrom(groups, before.first) : undefined
    return group !== undefined && group[0]!.last <= before!.last ? group : null
  }
  return null
}

const A_TOWN = wordGroup('town')
const NAMED: ReadonlySet<string> = new Set(['known', 'called', 'named', 'dubbed'])
/** Whether the participle at `i` gives a place's name. */
const isNamed = (chunks: readonly Chunk[], i: number, lower: readonly string[]): boolean => NAMED.has(lower[chunks[i]!.vg!.main]!) && chunks[i - 1]?.np != null && (chunks[i + 1]?.np?.proper === true || chunks[i + 1]?.word === 'as' && chunks[i + 2]?.np?.proper === true)

/** Whether the comma at `i` stands between a word for a town and its name ("its main city, Stepanakert"). */
function namesTown(chunks: readonly Chunk[], i: number, lower: readonly string[]): boolean {
  const head = chunks[i - 1]?.np?.head, next = chunks[i + 1]?.np
  return head != null && next?.proper === true && next.units.length <= 2 && (A_TOWN.has(lower[head.last - 1]!) || lower[head.last - 1] === 'capital')
}

/** "heavy clashes continue over X", "fighting raged near X": the places behind the verb of an event that its noun names. */
export function placeBehindVerb(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][], lower: readonly string[]): LocatedMention[] | null {
  let verb = anchor + 1
  while (chunks[verb]?.kind === 'adv') verb++
  const vg = chunks[verb]?.vg
  if (vg == null || vg.negated || vg.passive || vg.infinitive || vg.ing || !GOES_ON.has(vg.verb?.lemma ?? '') && !HARROWS.has(vg.verb?.lemma ?? '')) return null
  if (HARROWS.has(vg.verb?.lemma ?? '')) return directPlace(chunks, verb, groups, lower)
  let at = verb + 1
  while (chunks[at]?.kind === 'adv') at++
  return chunks[at]?.kind === 'prep' && PUTS.has(chunks[at]!.word) ? directPlace(chunks, verb, groups, lower) : null
}
/** What fighting does to a land or a town. */
const HARROWS: ReadonlySet<string> = new Set(['ravage', 'engulf', 'grip', 'devastate', 'rock', 'consume', 'reach', 'hit', 'shake', 'displace', 'empty'])
const GOES_ON: ReadonlySet<string> = new Set(['continue', 'rage', 'break_out', 'erupt', 'begin', 'start', 'resume', 'intensify', 'occur', 'happen', 'take_place', 'unfold', 'go_on', 'flare', 'spread', 'escalate', 'persist'])

/** Rules by which a place is said to be in a state ("Sake is under rebel control"). */
const STATES: ReadonlySet<string> = new Set(['under-control', 'in-hands', 'under-siege', 'under-fire', 'without-service', 'noun-air_raid_alert'])

/** The place that is said to be in a state: the subject before its verb; null where the words tell of another thing. */
export function statedPlace(chunks: readonly Chunk[], { rule, anchor }: { rule: string, anchor: number }, groups: readonly LocatedMention[][]): LocatedMention[] | null {
  if (!STATES.has(rule)) return null
  const prep = governor(chunks, anchor)
  if (prep !== 'under' && prep !== 'in' && prep !== 'into' && prep !== 'without') return null
  let verb = anchor - 2
  while (verb > 0 && chunks[verb]!.kind === 'adv') verb--
  const subject = chunks[verb]?.vg ? subjectOf(chunks, verb)[0] : undefined
  if (subject === undefined) return null
  const group = groupFrom(groups, chunks[subject]!.first)
  return group && group[0]!.last <= chunks[subject]!.last ? group : null
}

/** "El Obeid has faced attacks", "Goma saw months of fighting": the place that undergoes the event whose noun is at `anchor`, by the subject of the verb before it. */
export function sufferingPlace(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][]): LocatedMention[] | null {
  let verb = anchor - 1
  while (verb > 0 && verb > anchor - 4 && (chunks[verb]!.word === 'of' || chunks[verb]!.word === TIME || chunks[verb]!.np !== null && chunks[verb + 1]!.word === 'of' || chunks[verb]!.vg?.bare && chunks[verb - 1]!.vg !== null)) verb-- // "suffered |repeated| raids"
  const vg = chunks[verb]?.vg
  if (vg == null || vg.passive || vg.negated || vg.modal !== null || !UNDERGOES.has(vg.verb?.lemma ?? '')) return null
  const subject = subjectOf(chunks, verb)[0]
  const group = subject === undefined ? undefined : groupFrom(groups, chunks[subject]!.first)
  return group !== undefined && group[0]!.last <= chunks[subject!]!.last ? group : null
}
const UNDERGOES: ReadonlySet<string> = new Set(['see', 'witness', 'experience', 'suffer', 'endure', 'face', 'come_under'])

/** The first group, in text order, that begins at token `from` or later. */
export function groupFrom(groups: readonly LocatedMention[][], from: number): LocatedMention[] | undefined {
  let low = 0, high = groups.length
  while (low < high) { const middle = (low + high) >> 1; if (groups[middle]![0]!.first < from) low = middle + 1; else high = middle }
  return groups[low]
}

/** "drove Israel |out of southern Lebanon|": the place that whoever is driven out by the verb at `anchor` has to leave. */
export function placeLeft(chunks: readonly Chunk[], anchor: number, groups: readonly LocatedMention[][]): LocatedMention[] | null {
  for (let j = anchor + 1; j + 1 < chunks.length && j < anchor + 8; j++) {
    const { kind, word } = chunks[j]!
    if (kind === 'vg' || kind === 'stop' || kind === 'sub' || kind === 'rel' || kind === 'comma') return null
    if (kind !== 'prep' || word !== 'from' && word !== 'of') continue
    const next = chunks[j + 1]!, group = next.np ? groupFrom(groups, next.first) : undefined
    if (group !== undefined && group[0]!.last <= next.last) return group
  }
  return null
}
