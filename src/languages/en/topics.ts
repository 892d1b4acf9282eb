// What a whole report is about, by the words of topics.tsv: of war, or of sport, crime, the weather …
import { readFileSync } from 'node:fs'
import type { Document, TokenTable } from '../../model/document.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { ARMED_GROUPS, sideOfWord } from './actors.ts'
import { wordGroup } from './count-words.ts'

const WAR = 1, ARMS = 2, PLAIN = 4, HINT = 8
const SIGNS: Readonly<Record<string, number>> = { war: WAR, arms: ARMS, plain: PLAIN, hint: HINT }
/** Bits of a word's sign; the topic of a plain word or a hint stands above them, the topics that share a word of arms above that. */
const TOPIC_AT = 4, SHARED_AT = 8

const topics: string[] = []
const known = new Map<string, number>()
for (const line of readFileSync(new URL('topics.tsv', import.meta.url), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue
  const [sign, topic, words] = line.split('\t') as [string, string, string]
  let at = topics.indexOf(topic)
  if (at < 0 && (sign === 'plain' || sign === 'hint')) at = topics.push(topic) - 1
  for (const word of words.split(' ')) {
    const before = known.get(word) ?? 0
    if (sign !== 'shared') known.set(word, SIGNS[sign]! | Math.max(at, 0) << TOPIC_AT)
    else if ((before & ARMS) !== 0) known.set(word, before | 1 << SHARED_AT + at)
  }
}
/** The topics that share "killed": who is killed at a match was not killed by it. */
const DEATHLY = (known.get('killed') ?? 0) >> SHARED_AT
const FORCES = wordGroup('force_said'), BLOODLESS = wordGroup('bloodless'), SHELLED = wordGroup('has_shells')
const SPACE = wordGroup('spaceflight'), SPACEFLIGHT = new WordColumn((word) => (SPACE.has(word) ? 1 : 0))
const WORDS = new WordColumn((word) => known.get(word) ?? (ARMED_GROUPS.has(sideOfWord(word) ?? '') ? WAR : FORCES.has(word) ? ARMS : 0))

/** A report so long without a word of war is, by its length, one sign more of something else. */
const LONG = 60
/** Signs of something else that one report needs, one more where all are hints, and as many again for each word that an army at peace may have too. */
const FEWEST = 2
/** So many signs of a topic are enough for what it shares with war to be its own ("an explosion" of fireworks). */
const SURE = 3
/** A word of war in passing ("since the war"): a report may have one where so many signs are of something else, more of them where a multiple is. */
const IN_PASSING = 15, FOR_EACH = 30
/** So many signs of one topic, a plain word among them, make a paragraph one of its own in a report of war. */
const OWN = 3

/** What the words of a text say. */
interface Signs {
  war: number
  /** Words that an army at peace may have too, less those that the topic shares. */
  arms: number
  /** Signs of anything else: two for a plain word, one for a hint. */
  other: number
  topic: string
  /** All of them are hints. */
  hinted: boolean
  /** Of `other`, those of the topic, where a plain word is among them. */
  own: number
}

/** By topic: signs, and those of plain words; emptied for each text. */
const tally = new Int32Array(topics.length), plain = new Int32Array(topics.length)
/** Words of arms by the topics that share them. */
const shared = new Map<number, number>()

const AT_WAR: Signs = { war: 1, arms: 0, other: 0, topic: '', hinted: true, own: 0 }
/** `peaceful`: nothing more is counted once a word is of war. */
function signsOf(tokens: TokenTable, first: number, last: number, intoSpace: boolean, peaceful = false): Signs {
  let war = 0, arms = 0, other = 0, sure = 0
  tally.fill(0)
  plain.fill(0)
  shared.clear()
  for (let i = WORDS.next(tokens, first, last); i < last; i = WORDS.next(tokens, i + 1, last)) {
    const sign = WORDS.at(tokens, i)
    if ((sign & ARMS) !== 0) shared.set(sign >> SHARED_AT, (shared.get(sign >> SHARED_AT) ?? 0) + 1)
    else if ((sign & WAR) !== 0) { if (isOfWar(tokens.lower, i, intoSpace)) { if (peaceful) return AT_WAR; war++ } }
    else if (tokens.lower[i + 1] !== 'of' || topics[sign >> TOPIC_AT] !== 'nature') { // "a flood of people", "a storm of fire"
      const weight = (sign & PLAIN) !== 0 ? 2 : 1, topic = sign >> TOPIC_AT
      other += weight
      tally[topic]! += weight
      if (weight > 1) plain[topic]! += weight
      if (weight > 1 || tally[topic]! >= SURE) sure |= 1 << topic
    }
  }
  let most = 0, hinted = true
  for (let at = 0; at < topics.length; at++) { if (tally[at]! > tally[most]!) most = at; if (plain[at]! > 0) hinted = false }
  for (const [by, count] of shared) if ((by & sure) === 0) arms += by === DEATHLY && (DEATHLY & 1 << most) === 0 ? 2 * count : count
  return { war, arms, other, topic: topics[most]!, hinted, own: plain[most]! === 0 ? 0 : tally[most]! }
}

/** Whether a report is of something else than a war, by all of its words. */
function isApart({ war, arms, other, hinted }: Signs, length: number): boolean {
  const least = FEWEST * (1 + arms) + (hinted ? 1 : 0)
  return war === 0 ? other > 0 && other + Math.floor(length / LONG) >= least : other >= least && other >= (war === 1 ? IN_PASSING : war * FOR_EACH)
}

/**
 * What each sentence's report, or its paragraph alone, is about where that is no war ("sport", "an accident"); null where
 * it may be one. What is said of attacks, victories and the dead there is no part of a conflict.
 */
export function topicsApart({ tokens, sentences }: Document): (string | null)[] {
  const intoSpace = SPACEFLIGHT.next(tokens, 0, tokens.count) < tokens.count
  const whole = signsOf(tokens, 0, tokens.count, intoSpace)
  if (isApart(whole, tokens.count)) return sentences.map(() => whole.topic)
  const apart: (string | null)[] = []
  for (let from = 0, to = 0; from < sentences.length; from = to) {
    while (to < sentences.length && sentences[to]!.paragraph === sentences[from]!.paragraph) to++
    const { war, arms, topic, own } = whole.other < OWN ? whole : signsOf(tokens, sentences[from]!.first, sentences[to - 1]!.last, intoSpace, true)
    for (let i = from; i < to; i++) apart.push(war + arms === 0 && own >= OWN ? topic : null)
  }
  return apart
}

/** Whether words are of a match, a film or a trade and of no war: what states say or do about it is no act of theirs in one. */
export function isOfPlayOrTrade(tokens: TokenTable, first: number, last: number): boolean {
  const { war, arms, own, topic } = signsOf(tokens, first, last, false, true)
  return war + arms === 0 && own > 0 && (DEATHLY & 1 << topics.indexOf(topic)) === 0
}

/** Not "a price war", "shelling peas", nor a rocket where the report tells of space. */
function isOfWar(lower: readonly string[], i: number, intoSpace: boolean): boolean {
  const word = lower[i]!
  return word.startsWith('war') ? !BLOODLESS.has(lower[i - 1] ?? '') : word === 'shelling' || word === 'shelled' ? !SHELLED.has(lower[i + 1] ?? '') : !(intoSpace && word.startsWith('rocket'))
}
