// Acts of states told by a name or a noun alone: "the Treaty of Lausanne (1923)", "Canada's decision to halt", "the resolution
// adopted on 2 March", "the envoy's trip to Juba", "after talks in Doha".
import { FLAG_CAPITAL, type TokenTable } from '../../model/document.ts'
import { actorsIn } from '../../languages/en/actors.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { governor } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { demonymOf } from '../../languages/en/demonyms.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import type { EventFinding } from './events.ts'

const PACT = 1, RULING = 2, DECISION = 4, JOURNEY = 8, GATHERING = 16
const groups: readonly (readonly [ReadonlySet<string>, number])[] = [[wordGroup('named_pact'), PACT], [wordGroup('ruling'), RULING], [wordGroup('decision'), DECISION], [wordGroup('journey'), JOURNEY], [wordGroup('talks'), GATHERING]]
const KINDS = new WordColumn((word) => groups.reduce((kinds, [words, kind]) => kinds | (words.has(word) ? kind : 0), 0))

/** So many phrases behind its noun stand the day, the place and the author of an act. */
const WITHIN = 9
/** What a noun stands behind that tells of something past. */
const PAST: ReadonlySet<string> = new Set(['after', 'following', 'during', 'since', 'at'])
const FOLLOWS: ReadonlySet<string> = new Set(['followed', 'follows', 'coincided'])
const RESUMED: ReadonlySet<string> = new Set(['resumption', 'start', 'end', 'collapse', 'failure', 'breakdown', 'opening', 'round', 'rounds', 'outcome', 'result', 'conclusion'])
const TO_COME: ReadonlySet<string> = new Set(['before', 'ahead', 'for', 'until', 'to', 'about', 'on'])
const WHOSE: ReadonlySet<string> = new Set(['of', 'by', 'from'])

/** The acts that a sentence names. `told`: what it tells already. */
export function findNamedActs(parsed: ParsedSentence, tokens: TokenTable, learned: ReadonlyMap<string, string>, placeAt: Uint8Array, told: readonly EventFinding[]): EventFinding[] {
  const { chunks } = parsed
  const found: EventFinding[] = []
  for (let k = 0; k < chunks.length; k++) {
    const np = chunks[k]!.np
    const kind = np?.head ? KINDS.at(tokens, np.head.last - 1) || numbered(tokens, np.head.first, np.head.last) : 0
    if (kind === 0 || told.some((e) => e.first <= chunks[k]!.first && e.last >= chunks[k]!.last)) continue
    const act = (kind & PACT) !== 0 ? pactAt(tokens, chunks, k, placeAt) : null
    const made = act ?? ((kind & RULING) !== 0 ? rulingAt(tokens, chunks, k, learned) : null) ?? ((kind & DECISION) !== 0 ? decisionAt(tokens, chunks, k, learned) : null) ?? ((kind & JOURNEY) !== 0 ? journeyAt(tokens, chunks, k, learned, placeAt) : null) ?? ((kind & GATHERING) !== 0 ? gatheringAt(tokens, chunks, k, learned, placeAt) : null)
    if (made === null || chunks[k]!.np!.article === 'no') continue
    found.push({ type: 'diplomacy', sense: made.sense, sentence: parsed.index, anchor: k, first: chunks[k]!.first, last: made.last, by: made.by, against: null, weapons: [], mood: 'real', nominal: true, definite: false, rule: made.rule })
  }
  return found
}

/** "the resolution ES-10": its number stands behind it. */
const numbered = (tokens: TokenTable, first: number, last: number): number => (first > 0 && last - first === 1 && /\d/.test(tokens.lower[first]!) ? KINDS.at(tokens, first - 1) & RULING : 0)

interface Named {
  sense: string
  rule: string
  last: number
  by: string | null
}

/** "the Treaty of Lausanne (1923)", "the Oslo Accords of 1993": a pact by its name, with its year. */
function pactAt(tokens: TokenTable, chunks: readonly Chunk[], k: number, placeAt: Uint8Array): Named | null {
  const head = chunks[k]!.np?.head
  if (head == null) return null
  if ((tokens.flags[head.last - 1]! & FLAG_CAPITAL) === 0 && !namesPlace(chunks[k]!, placeAt)) return null // "an agreement of 1993": no name
  let j = k + 1
  if (chunks[j]?.word === 'of' && chunks[j + 1]?.np?.proper) j += 2
  const year = (chunks[j]?.kind === 'open' || chunks[j]?.kind === 'prep' && (chunks[j]!.word === 'of' || chunks[j]!.word === 'in')) && chunks[j + 1]?.word === TIME ? j + 1 : -1
  return year < 0 ? null : { sense: 'agree', rule: 'named-pact', last: chunks[year]!.last, by: null }
}

/** "a resolution adopted by the Council on 2 March", "the order of the court of 26 January 2024": with whose it is and its day. */
function rulingAt(tokens: TokenTable, chunks: readonly Chunk[], k: number, learned: ReadonlyMap<string, string>): Named | null {
  let by = actorsIn(tokens, chunks[k]!.first, chunks[k]!.last, learned)[0]?.side ?? null
  for (let j = k + 1; j < Math.min(chunks.length, k + WITHIN); j++) {
    const c = chunks[j]!
    if (c.kind === 'stop' && c.word !== '/' || c.kind === 'sub' || c.kind === 'rel' || c.vg && !c.vg.bare) return null
    if (c.word === TIME && by === null && WHOSE.has(chunks[k + 1]!.word)) by = actorsIn(tokens, chunks[k + 2]!.first, c.first, learned)[0]?.side ?? null // "of the International Court of Justice"
    if (c.word === TIME) return by === null ? null : { sense: 'agree', rule: 'named-ruling', last: c.last, by }
    if (c.np && by === null && WHOSE.has(governor(chunks, j) ?? '')) by = actorsIn(tokens, c.first, c.last, learned)[0]?.side ?? null
  }
  return null
}

/** "Canada's decision to halt", "the announcement by Norway on Friday": what a state decides or makes known. */
function decisionAt(tokens: TokenTable, chunks: readonly Chunk[], k: number, learned: ReadonlyMap<string, string>): Named | null {
  if (TO_COME.has(governor(chunks, k) ?? '')) return null
  const own = chunks[k]!.np!.units.some((u) => u.tag === 'poss') ? actorsIn(tokens, chunks[k]!.first, chunks[k]!.last, learned)[0]?.side ?? null : null
  const whose = WHOSE.has(chunks[k + 1]?.word ?? '') && chunks[k + 2]?.np ? k + 2 : -1
  const by = own ?? (whose > 0 ? actorsIn(tokens, chunks[whose]!.first, chunks[whose]!.last, learned)[0]?.side ?? null : null)
  let end = whose > 0 && own === null ? whose : k
  while (chunks[end + 1]?.word === 'of' && chunks[end + 2]?.np) end += 2 // "of the House of Representatives"
  const next = chunks[end + 1]
  if (by === null || next === undefined) return null
  return next.vg?.infinitive && next.vg.verb !== null || next.kind === 'prep' && (next.word === 'to' || next.word === 'on') || next.word === TIME ? { sense: 'announce', rule: 'named-decision', last: next.last, by } : null
}

/** "the French minister's visit to Beirut": who went where. */
function journeyAt(tokens: TokenTable, chunks: readonly Chunk[], k: number, learned: ReadonlyMap<string, string>, placeAt: Uint8Array): Named | null {
  const to = chunks[k + 2]
  if (TO_COME.has(governor(chunks, k) ?? '') || !chunks[k]!.np!.units.some((u) => u.tag === 'poss') || chunks[k + 1]?.kind !== 'prep' || !to?.np || placeAt[to.last - 1] !== 1) return null
  const who = actorsIn(tokens, chunks[k]!.first, chunks[k]!.last, learned)[0], by = who?.side ?? null
  if (who !== undefined && demonymOf(tokens.lower[who.first]!) !== null && STATESMEN.next(tokens, chunks[k]!.first, chunks[k]!.last) >= chunks[k]!.last) return null // "the Danish singer's visit"
  return by === null || chunks[k + 3]?.vg?.modal ? null : { sense: 'travel', rule: 'named-visit', last: to.last, by }
}

/** Whether a sentence names a state besides where they met, or those who speak for one: "after talks in Milan, the designer showed" is no act of states. */
function ofStates(tokens: TokenTable, chunks: readonly Chunk[], learned: ReadonlyMap<string, string>, where: Chunk): boolean {
  const first = chunks[0]!.first, { last } = chunks[chunks.length - 1]!
  return STATESMEN.next(tokens, first, last) < last || actorsIn(tokens, first, last, learned).some((actor) => actor.last <= where.first || actor.first >= where.last)
}
const NEGOTIATORS = wordGroup('negotiator'), STATESMEN = new WordColumn((word) => (NEGOTIATORS.has(word) ? 1 : 0))

/** "after talks between the two in Doha", "the resumption of talks in Jeddah": where those who talk met. */
function gatheringAt(tokens: TokenTable, chunks: readonly Chunk[], k: number, learned: ReadonlyMap<string, string>, placeAt: Uint8Array): Named | null {
  const prep = governor(chunks, k)
  const over = chunks[k - 2]?.np?.head
  if (!(prep !== null && PAST.has(prep)) && !(prep === 'of' && over && RESUMED.has(tokens.lower[over.last - 1]!)) && !FOLLOWS.has(tokens.lower[chunks[k]!.first - 1] ?? '')) return null
  let by: string | null = actorsIn(tokens, chunks[k]!.first, chunks[k]!.last, learned)[0]?.side ?? null
  for (let j = k + 1; j < Math.min(chunks.length, k + WITHIN); j++) {
    const c = chunks[j]!
    if (c.vg || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel') return null
    if (!c.np) continue
    if (HELD_AT.has(governor(chunks, j) ?? '') && placeAt[c.last - 1] === 1) return by === null && !ofStates(tokens, chunks, learned, c) ? null : { sense: 'meet', rule: 'talks-told', last: c.last, by }
    by ??= actorsIn(tokens, c.first, c.last, learned)[0]?.side ?? null
  }
  return null
}
const HELD_AT: ReadonlySet<string> = new Set(['in', 'at'])

/** "the Minsk accords": a town within the phrase. */
function namesPlace({ first, last }: Chunk, placeAt: Uint8Array): boolean {
  for (let t = first; t < last; t++) if (placeAt[t] === 1) return true
  return false
}
