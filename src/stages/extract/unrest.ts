// Unrest: protests, risings and coups, and how rulers fall. What has the same words and is none: a ministry's protest, a
// demonstration of arms, an industrial revolution, a firm's takeover.
import type { TokenTable } from '../../model/document.ts'
import { TIME, type Chunk, type NounPhrase } from '../../languages/en/chunks.ts'
import { sideIn } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isOfClass } from '../../languages/en/frames.ts'

const OF_WORDS = wordGroup('protest_of_words'), LODGES = wordGroup('lodges_protest'), SHOWS = wordGroup('shows'), NO_RISING = wordGroup('no_rising'), FAIRS = wordGroup('fair'), KINDS = wordGroup('unrest_kind')
const OFFICERS = wordGroup('seizes_power'), BUSINESS = wordGroup('business'), CROWDS = wordGroup('crowd_noun'), ANGRY = wordGroup('protest_said'), VOTED = wordGroup('voted_out'), VOTERS = wordGroup('votes_out'), BALLOTS = wordGroup('ballot'), RULED = wordGroup('ruled_without_land'), LAW = wordGroup('law_force'), SPORT = wordGroup('sport')
/** So many chunks behind a revolution the year of it is said. */
const YEAR_WITHIN = 4
/** What crowds do that is no protest by itself. */
const GATHERS: ReadonlySet<string> = new Set(['shout', 'throw', 'hold', 'chant', 'block', 'burn'])

/** The last word of the noun of a phrase. */
export const last = (tokens: TokenTable, { np }: Chunk): string => (np!.head ? tokens.lower[np!.head.last - 1]! : '')
/** Whether a word of a phrase is one of such. */
export function has(tokens: TokenTable, np: NounPhrase, words: ReadonlySet<string>): boolean {
  for (const u of np.units) if (words.has(tokens.lower[u.first]!)) return true
  return false
}

/** Whether the phrase at `k`, which names a protest, a demonstration, a coup or a rising, tells of no unrest. */
export function isNoUnrest(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const np = chunks[k]!.np!, noun = last(tokens, chunks[k]!), of = chunks[k + 1]?.word === 'of' ? chunks[k + 2] : undefined
  if (np.head?.lexeme?.event !== 'unrest' && !KINDS.has(noun)) return true // "riot police", "protest leaders"
  if (has(tokens, np, NO_RISING) || chunks[k + 1]?.word === 'in' && chunks[k + 2]?.np != null && has(tokens, chunks[k + 2]!.np!, NO_RISING) || chunks[k - 1]?.word === 'of' && isSpan(tokens, chunks[k - 2])) return true // "decades of unrest"
  switch (noun) {
    case 'protest': return has(tokens, np, OF_WORDS) || LODGES.has(chunks[k - 1]?.vg?.verb?.lemma ?? '') || chunks[k - 1]?.word === 'of' && chunks[k - 2]?.np != null && OF_WORDS.has(last(tokens, chunks[k - 2]!)) || chunks[k - 1]?.word === 'under'
    case 'demonstration': case 'demonstrations': return has(tokens, np, SHOWS) || of?.np != null && !CROWDS.has(last(tokens, of)) || chunks.slice(k + 1, k + 4).some((c) => c.np !== null && FAIRS.has(last(tokens, c)))
    case 'unrest': return POINTS.has(np.article) && chunks[k + 1]?.kind !== 'prep' // "the unrest gave them their chance"
    case 'revolution': return !isDated(tokens, chunks, k)
    default: return false
  }
}

const POINTS: ReadonlySet<string> = new Set(['the', 'this', 'that'])
const SPANS: ReadonlySet<string> = new Set(['decades', 'years', 'decade', 'history'])
const isSpan = (tokens: TokenTable, c: Chunk | undefined): boolean => c !== undefined && (c.word === TIME || SPANS.has(tokens.lower[c.last - 1]!))

/** "the revolution of 1979", "the 2011 revolution": a rising of its year. */
export function isDated(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  for (let t = chunks[k]!.first; t < chunks[k]!.last; t++) if (/^(1[5-9]|20)\d\d$/.test(tokens.lower[t]!)) return true
  for (let i = k + 1; i < chunks.length && i <= k + YEAR_WITHIN && chunks[i]!.kind !== 'stop' && chunks[i]!.kind !== 'vg'; i++) if (chunks[i]!.word === TIME) return true
  return false
}

/** The type of a takeover: unrest where officers take power, none where a firm is bought; else ground that is taken. */
export function typeOfTakeover(tokens: TokenTable, chunks: readonly Chunk[], k: number, type: string | null): string | null {
  if (type !== 'territory_change' || !/^take-?overs?$/.test(last(tokens, chunks[k]!))) return type
  const np = chunks[k]!.np!, prep = chunks[k + 1]?.word, next = prep === 'by' || prep === 'of' ? chunks[k + 2] : undefined
  if (has(tokens, np, BUSINESS) || next?.np != null && has(tokens, next.np, BUSINESS)) return null
  return has(tokens, np, OFFICERS) || next?.np != null && (prep === 'by' ? has(tokens, next.np, OFFICERS) : last(tokens, next) === 'power') ? 'unrest' : type
}

/** "the people shouting in the street": whether the crowd whose doing the verb tells does not protest. */
export function isNoProtest(tokens: TokenTable, chunks: readonly Chunk[], k: number, agents: readonly number[]): boolean {
  if (!GATHERS.has(chunks[k]!.vg!.verb?.lemma ?? '') || !agents.every((p) => CROWDS.has(last(tokens, chunks[p]!)) || chunks[p]!.np!.elided)) return false
  for (let t = chunks[0]!.first, end = chunks.at(-1)!.last; t < end; t++) if (ANGRY.has(tokens.lower[t]!)) return false
  return true
}

/** "students clashed with the dean", "fans clashed with police after the match": whether a clash is no unrest. */
export function isNoRiot(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const against = chunks.slice(k + 1, k + 5).find((c, i, all) => c.np !== null && all[i - 1]?.word === 'with')
  if (against === undefined || !has(tokens, against.np!, LAW)) return true
  for (let t = chunks[0]!.first, end = chunks.at(-1)!.last; t < end; t++) if (SPORT.has(tokens.lower[t]!)) return true
  return false
}

/** "the government was toppled in a vote of no confidence": whether rulers are voted out of office, by what is said of the fall at `k`; `agents` topple. */
export function isVotedOut(tokens: TokenTable, chunks: readonly Chunk[], k: number, agents: readonly number[]): boolean {
  if (agents.some((i) => OFFICERS.has(last(tokens, chunks[i]!)) || isOfClass(tokens, chunks[i]!.last - 1, chunks[i]!.last, 'gunman'))) return false
  if (agents.some((i) => has(tokens, chunks[i]!.np!, VOTERS))) return true
  for (let i = k + 1; i < chunks.length; i++) {
    const { kind, np } = chunks[i]!
    if (kind === 'stop' || kind === 'rel' || kind === 'conj' && chunks[i + 1]?.vg != null) break
    if (np === null) continue
    if (KINDS.has(last(tokens, chunks[i]!))) return false // "in a coup"
    if (isByVote(tokens, chunks, i)) return true
  }
  for (let i = Math.max(0, k - LOST_WITHIN); i < k; i++) if (chunks[i]!.np !== null && LOSES.has(chunks[i - 1]?.vg?.verb?.lemma ?? '') && has(tokens, chunks[i]!.np!, VOTED)) return true // "lost a confidence vote and was toppled"
  return false
}
/** So many chunks before a fall a lost vote tells of it. */
const LOST_WITHIN = 8
const LOSES: ReadonlySet<string> = new Set(['lose', 'face']), BY: ReadonlySet<string> = new Set(['in', 'by', 'at', 'through', 'after', 'following', 'with'])

/** "in a vote", "after losing a vote of confidence", "at the polls", "in parliament", "when lawmakers voted": how rulers are voted out, by the phrase at `i`. */
function isByVote(tokens: TokenTable, chunks: readonly Chunk[], i: number): boolean {
  const np = chunks[i]!.np!, before = chunks[i - 1]!
  if (before.kind === 'prep' && BY.has(before.word)) return has(tokens, np, VOTED) || before.word !== 'after' && before.word !== 'following' && (has(tokens, np, BALLOTS) || VOTERS.has(last(tokens, chunks[i]!)))
  return LOSES.has(before.vg?.verb?.lemma ?? '') && has(tokens, np, VOTED) || has(tokens, np, VOTERS) && chunks[i + 1]?.vg?.verb?.lemma === 'vote'
}

/** "the president of the football federation", "the club's president": whether the one at `k` rules no land. */
export function rulesNoLand(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  if (has(tokens, chunks[k]!.np!, RULED)) return true
  const of = chunks[k + 1]?.word === 'of' ? chunks[k + 2] : undefined
  return of?.np != null && RULED.has(last(tokens, of)) && sideIn(tokens, of.first, of.last) === null
}

/** Whether a phrase names a ruler or a regime: "the dictator Name Surname", "President Surname". */
export function isRuler(tokens: TokenTable, { first, last: end }: Chunk): boolean {
  for (let t = first; t < end; t++) if (isOfClass(tokens, t, t + 1, 'ruler')) return true
  return false
}
