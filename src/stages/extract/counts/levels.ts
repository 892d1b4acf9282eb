// Levels: a toll, a total or a number of something that rises to, stands at or is put at a figure.
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import type { TokenTable } from '../../../model/document.ts'
import type { Chunk, NounPhrase } from '../../../languages/en/chunks.ts'
import { lexemeOf } from '../../../languages/en/lexicon.ts'
import { actorsIn } from '../../../languages/en/actors.ts'
import { governor, objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { subsetsAfter } from '../../../languages/en/subsets.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { PEOPLE_SENSES } from '../../../languages/en/measures.ts'
import { WordColumn } from '../../../text/vocabulary.ts'
import type { Search } from './finding.ts'
import { headWord, listAfter } from './phrases.ts'
import { add } from './record.ts'

/** Verbs of a level, those that have it as their object marked true. */
const LEVEL: ReadonlyMap<string, boolean> = new Map([...'rise climb fall drop decline decrease dwindle reach stand grow increase jump soar exceed pass top surpass hit swell surge remain number total amount go near approach come double triple mount inch cross touch'.split(' ').map((w) => [w, false] as const), ...'put bring take raise push place revise lower cut update downgrade estimate'.split(' ').map((w) => [w, true] as const)])
/** What a total runs over may stand before its figure: "its losses since March to 40,000". */
const SPANS: ReadonlySet<string> = new Set(['since', 'in', 'over', 'during', 'for'])
const REACHING: ReadonlySet<string> = new Set(['to', 'at', 'by', 'over', 'past'])
const TOLL = wordGroup('toll'), INJURIES = wordGroup('injuries'), CASUALTIES = wordGroup('casualties'), STOCK = wordGroup('level'), DISPLACED = wordGroup('displaced'), DEAD = wordGroup('dead'), WOUNDED = wordGroup('wounded'), MISSING = wordGroup('missing'), HOSTAGES = wordGroup('hostage'), GOES_ON = wordGroup('toll_figure'), LOSSES = wordGroup('losses'), HOMELAND = wordGroup('homeland'), HOME = wordGroup('home')

const COUNTS_PEOPLE: ReadonlySet<string> = new Set(['capture', 'surrender', 'release', 'evacuate', 'rescue', 'trap', 'flee', 'displace', 'miss'])
const LEAVES: ReadonlySet<string> = new Set(['leave', 'cross'])
const THOSE: ReadonlySet<string> = new Set(['those', 'them'])
const TOTAL: ReadonlySet<string> = new Set(['total', 'tally', 'toll', 'number', 'count', 'figure'])

/** How many phrases behind the verb the figure may stand. */
const REACH = 13
const HIGHS: ReadonlySet<string> = new Set(['high', 'low', 'peak', 'record', 'total', 'maximum', 'height'])
const ARMY = wordGroup('forces')
/** A number alone that losses of an army come to is of men. */
const ARMY_LOSSES = 500

interface Level {
  sense: string
  of: Counted | null
  /** Only a number of people or of dead tells it. */
  ofDead?: boolean
  /** Its words name a side or an army. */
  ofSide?: boolean
}

/** Whether a verb, by its lemma, may tell a level. */
export const tellsLevel = (lemma: string): boolean => LEVEL.has(lemma)

/** "the death toll has risen to 23", "it brought the number of those killed to 300", "they put the toll at 18". */
export function level(s: Search, k: number): void {
  const { chunks } = s
  const vg = chunks[k]!.vg!
  const takesObject = vg.verb === null ? false : LEVEL.get(vg.verb.lemma)
  if (takesObject === undefined) return
  if (takesObject && !vg.passive && aheadOf(s, k)) return
  const found = takesObject && !vg.passive ? levelOfObject(s, k) : levelOfSubject(s, k)
  if (!found || (vg.verb === null && chunks[chunks[k + 1]?.kind === 'adv' ? k + 2 : k + 1]?.kind !== 'np')) return
  s.context.lastLevel = found.sense
  s.context.levelSentence = s.parsed.index
  for (let i = k + 1; i < Math.min(chunks.length, k + REACH); i++) {
    const c = chunks[i]!
    if (c.kind === 'stop') return
    if (c.kind === 'vg' && !c.vg!.infinitive && !(c.vg!.bare && takesObject)) {
      if (takesObject && chunks.slice(k, i).some((x) => x.kind === 'sub' || x.kind === 'prep' && x.word === 'since')) continue // "brought the number killed since the war began to 189"
      return
    }
    if (c.kind !== 'np' || !c.np!.number || c.np!.number.masked || c.np!.number.value < 2 || c.np!.counted === 'strike') continue
    const prep = governor(chunks, i)
    if (prep === 'by' && chunks[i + 1]?.word === 'to' && isFigure(chunks[i + 2]?.np)) continue // "fell by 400,000 to 9 million": what it came to
    if (prep === 'of' && HIGHS.has(s.tokens.lower[chunks[i - 2]!.last - 1]!)) {} // "reached a record high of 3,700"
    else if (prep !== null ? !REACHING.has(prep) : takesObject && s.tokens.lower[c.first] !== 'as') continue // "put the toll as high as 37"
    const own = c.np!.counted && PEOPLE.has(c.np!.counted) ? c.np!.counted : null
    if (found.ofDead && !own && chunks[i + 1]?.vg?.verb?.sense !== 'die' && chunks[i + 1]?.vg?.verb?.sense !== 'kill' && (c.np!.head || c.np!.number.value < ARMY_LOSSES || !found.ofSide)) continue // "its losses have passed 30,000"
    if (c.np!.head && !own && !s.tokens.lower[c.np!.head.first]!.startsWith('other')) continue // "rose by three points"
    if (add(s, i, k, found.sense, 'level', { of: own ?? found.of ?? 'person', cameTo: prep === 'by' })) for (const part of subsetsAfter(chunks, i)) add(s, part, k, found.sense, 'subset', { subset: true })
    if (prep !== 'to' && prep !== 'at') grownTo(s, i, k, found)
    // "put its losses at 900 troops, nine tanks and 40 drones"
    if (found.ofDead) for (const p of listAfter(chunks, i).slice(1)) add(s, p, k, 'lose', 'losses-are')
    return
  }
}

/** A number of people, or a number alone. */
const isFigure = (np: NounPhrase | null | undefined): boolean => np?.number != null && !np.number.masked && (np.head === null || np.counted !== null && PEOPLE.has(np.counted))

const COMES_TO: ReadonlySet<string> = new Set(['reach', 'stand', 'total', 'hit', 'number'])

/** "rose by 330,000 to stand at 1.8 million": what a level that grew by the number at `i` came to. */
function grownTo(s: Search, i: number, k: number, found: Level): void {
  const { chunks } = s
  for (let j = i + 1; j < Math.min(chunks.length, i + GROWN_WITHIN); j++) {
    const { kind, vg } = chunks[j]!
    if (kind === 'stop' || kind === 'sub' || kind === 'conj') return
    if (!vg) continue
    const at = chunks[j + 1]?.kind === 'prep' && REACHING.has(chunks[j + 1]!.word) ? j + 2 : j + 1
    const np = chunks[at]?.np
    if (vg.infinitive && COMES_TO.has(vg.verb?.lemma ?? '') && np && isFigure(np)) add(s, at, k, found.sense, 'level', { of: np.counted ?? found.of ?? 'person' })
    return
  }
}
const GROWN_WITHIN = 9

/** "brings to 193 the number of members killed": the figure stands before what it is of. */
function aheadOf(s: Search, k: number): boolean {
  const { chunks } = s
  if (chunks[k + 1]?.kind !== 'prep' || !REACHING.has(chunks[k + 1]!.word) || !chunks[k + 2]?.np?.number || chunks[k + 2]!.np!.head || !chunks[k + 3]?.np) return false
  const found = levelAt(s.tokens, chunks, k + 3)
  if (!found || found.ofDead) return false
  s.context.lastLevel = found.sense
  s.context.levelSentence = s.parsed.index
  return add(s, k + 2, k, found.sense, 'level', { of: found.of ?? 'person' })
}

function levelOfObject(s: Search, k: number): Level | null {
  const object = objectsOf(s.chunks, k)[0]
  if (object === undefined) return null
  const own = levelAt(s.tokens, s.chunks, object)
  // "lost 900 soldiers, taking its losses to 40,000": of soldiers, as told before
  if (own && own.of === null && own.sense === 'kill' && s.chunks[object]!.np!.article === 'its' && s.found.some((f) => f.measure === 'killed' && f.of === 'combatant')) return { ...own, of: 'combatant', ofDead: false }
  if (own?.ofDead) { const teller = subjectOf(s.chunks, k).at(-1); if (teller !== undefined && actorsIn(s.tokens, s.chunks[teller]!.first, s.chunks[teller]!.last).some((actor) => actor.side !== null)) own.ofSide = true } // "Russia puts losses at 2,300"
  if (own) return own.ofDead && s.found.some((f) => f.measure === 'killed' && f.of === 'combatant') ? { ...own, ofDead: false } : own
  // "an earlier toll had put the number at 30"
  const subject = subjectOf(s.chunks, k).at(-1)
  if (subject !== undefined && !s.chunks[object]!.np!.number && TOTAL.has(headWord(s.tokens, s.chunks[object]!.np!))) { const teller = levelAt(s.tokens, s.chunks, subject); if (teller && !teller.ofDead) return teller }
  // "two more died, bringing the total to nine": of what the sentence has just told
  const told = s.found.at(-1)
  return told && PEOPLE.has(told.of) && !s.chunks[object]!.np!.number && TOTAL.has(headWord(s.tokens, s.chunks[object]!.np!)) && s.chunks[object + 1]?.word !== 'of' ? { sense: told.sense, of: told.of } : null
}

function levelOfSubject(s: Search, k: number): Level | null {
  const { chunks, tokens } = s
  const subject = subjectOf(chunks, k).at(-1)
  const own = subject === undefined ? null : levelAt(tokens, chunks, subject)
  if (own) return own
  // a subject with a tail: "the number of people who have fled", "the toll from strikes on towns in the south"
  for (let i = k - 1, steps = 0; i >= 0 && steps < 12; i--, steps++) {
    const c = chunks[i]!
    if (c.kind === 'stop' || c.kind === 'sub' && c.word !== 'so') break // "so far"
    if (c.kind === 'np' && c.np!.head && (isLevelWord(headWord(tokens, c.np!)) || DEAD.has(headWord(tokens, c.np!)) && c.np!.units.some((u) => u.tag === 'poss')) && (governor(chunks, i) === null || c.np!.article === 'the')) {
      const found = levelAt(tokens, chunks, i)
      if (found) return found
    }
  }
  // "the figure stood at 40": what was told in the sentence before
  if (subject === undefined) return null
  const { np } = chunks[subject]!
  const word = np!.pronoun ?? headWord(tokens, np!)
  if (np!.number || !GOES_ON.has(word)) return null
  if (s.context.lastLevel !== null && s.parsed.index - s.context.levelSentence <= 1) return { sense: s.context.lastLevel, of: null }
  return s.context.lastSense !== null && TOTAL.has(word) && chunks[subject + 1]?.word !== 'of' && PEOPLE_SENSES.has(s.context.lastSense) && s.parsed.index - s.context.peopleSentence <= 2 ? { sense: s.context.lastSense, of: s.context.lastPeople } : null
}

const isLevelWord = (word: string): boolean => TOLL.has(word) || INJURIES.has(word) || CASUALTIES.has(word) || STOCK.has(word)

/** Words of which a phrase that is a level has one. */
const LEVEL_WORDS = [TOLL, INJURIES, LOSSES, CASUALTIES, STOCK, DISPLACED, THOSE, DEAD, WOUNDED, MISSING, new Set(['casualty'])]
const TELLS = new WordColumn((word) => (LEVEL_WORDS.some((words) => words.has(word)) ? 1 : 0))

/** What the phrase at `i` is a level of: a death toll, the number of wounded or displaced people; null for other stocks. */
function levelAt(tokens: TokenTable, chunks: readonly Chunk[], i: number): Level | null {
  let stock = false, of: Counted | null = null
  const c = chunks[i]!
  for (let t = TELLS.next(tokens, c.first, c.last); t < c.last; t = TELLS.next(tokens, t + 1, c.last)) {
    const word = tokens.lower[t]!
    if (TOLL.has(word)) return { sense: 'kill', of: peopleAfter(chunks, i) ?? kindOf(tokens, c.np!) }
    if (INJURIES.has(word)) return { sense: 'injure', of: null }
    if (LOSSES.has(word) && (chunks[i + 1]?.kind !== 'prep' || REACHING.has(chunks[i + 1]!.word) || SPANS.has(chunks[i + 1]!.word))) return { sense: 'kill', of: 'combatant', ofDead: true, ofSide: actorsIn(tokens, c.first, c.last).some((actor) => actor.side !== null) || c.np!.units.some((u) => ARMY.has(tokens.lower[u.first]!)) }
    if (CASUALTIES.has(word) || (word === 'casualty' && t < c.last - 1)) return { sense: 'casualties', of: kindOf(tokens, c.np!) }
    if (STOCK.has(word) || DISPLACED.has(word) || (THOSE.has(word) && t === c.last - 1) || ((c.np!.article === 'the' || c.np!.units.some((u) => u.tag === 'poss')) && t === c.last - 1 && !c.np!.number && (DEAD.has(word) || WOUNDED.has(word) || MISSING.has(word)))) stock = true
  }
  if (populationOfCamp(tokens, chunks, i)) return { sense: 'displace', of: null }
  if (!stock) return null
  let sense: string | null = null, thing: Counted | null = null, done: string | null = null
  for (let k = i; k < Math.min(chunks.length, i + 7); k++) {
    const x = chunks[k]!
    if (k > i && (x.kind === 'stop' || (x.kind === 'vg' && !x.vg!.bare && !x.vg!.ing && chunks[k - 1]!.kind !== 'rel'))) break
    if (x.np?.counted && PEOPLE.has(x.np.counted) && !x.np.number) { if (chunks[k - 1]?.word !== 'by') of ??= x.np.counted }
    else if (x.np?.counted && !x.np.number && k > i && chunks[k - 1]!.word === 'of') thing ??= x.np.counted
    if (x.vg?.verb && thing !== null && (x.vg.bare || chunks[k - 1]!.kind === 'rel') && DONE_TO_THINGS.has(x.vg.verb.sense)) done ??= x.vg.verb.sense
    if (x.vg?.verb && sense === null && chunks[k - 1]?.kind === 'rel' && LEAVES.has(x.vg.verb.lemma) && outOf(tokens, chunks, k + 1)) sense = 'displace' // "the number of people who have left the city"
    if (x.vg?.verb && k > i && sense === null && COUNTS_PEOPLE.has(x.vg.verb.sense) && !(x.vg.bare && chunks[k - 1]!.kind === 'comma')) sense = x.vg.verb.sense === 'surrender' || x.vg.verb.sense === 'capture' ? 'capture' : x.vg.verb.sense === 'flee' ? 'displace' : x.vg.verb.sense
    if (x.vg?.verb?.sense === 'release' && x.vg.bare && sense === 'capture' && k > i) sense = 'release' // "the number of hostages freed"
    if (x.vg?.verb?.sense === 'seize' && sense === null && of !== null) sense = 'capture' // "the number of staff seized by the group"
    for (let t = x.first; t < x.last; t++) {
      const word = senseOfWord(tokens.lower[t]!)
      // "the number of children killed or wounded" counts both together
      if (sense === null) sense = word
      else if ((sense === 'kill' && word === 'injure') || (sense === 'injure' && word === 'kill')) sense = 'casualties'
    }
  }
  if (sense === null && of === null && thing !== null && done !== null) return { sense: done, of: thing } // "the number of tanks destroyed"
  return sense === null ? null : { sense, of: of ?? kindOf(tokens, c.np!) }
}

/** What may have been done to things that a level counts. */
const DONE_TO_THINGS: ReadonlySet<string> = new Set(['launch', 'destroy', 'intercept', 'damage', 'hit', 'lose', 'seize', 'capture'])
const SOLDIERLY = wordGroup('soldierly')

/** "the civilian toll", "military casualties": the people that a word beside the toll names. */
function kindOf(tokens: TokenTable, np: NounPhrase): Counted | null {
  for (const { first } of np.units) if (tokens.lower[first] === 'civilian') return 'civilian'
  return np.units.some(({ first }) => SOLDIERLY.has(tokens.lower[first]!)) ? 'combatant' : null
}

/** "left the city", "crossed into Chad": out of where people lived. */
function outOf(tokens: TokenTable, chunks: readonly Chunk[], i: number): boolean {
  const np = (chunks[i]?.kind === 'prep' ? chunks[i + 1] : chunks[i])?.np
  return np != null && !np.number && (np.proper || HOMELAND.has(headWord(tokens, np)) || HOME.has(headWord(tokens, np)))
}

function populationOfCamp(tokens: TokenTable, chunks: readonly Chunk[], i: number): boolean {
  const { np } = chunks[i]!
  if (!np || headWord(tokens, np) !== 'population') return false
  const of = chunks[i + 1]?.word === 'of' ? chunks[i + 2]?.np : null
  return np.units.some((u) => tokens.lower[u.first] === 'camp') || (of != null && headWord(tokens, of) === 'camp')
}

function senseOfWord(word: string): string | null {
  if (DEAD.has(word)) return 'kill'
  if (WOUNDED.has(word)) return 'injure'
  if (DISPLACED.has(word)) return 'displace'
  if (MISSING.has(word)) return 'miss'
  if (word === 'kidnappings' || word === 'abductions') return 'capture'
  if (word === 'trapped' || word === 'stranded') return 'trap'
  return HOSTAGES.has(word) ? 'capture' : null
}

function peopleAfter(chunks: readonly Chunk[], i: number): Counted | null {
  const next = chunks[i + 1]?.kind === 'prep' ? chunks[i + 2]?.np : null
  return next?.counted && PEOPLE.has(next.counted) && !next.number ? next.counted : null
}

/** Whether one of the last findings is a level. */
function levelTold({ found }: Search): boolean {
  for (let i = found.length - 1, least = Math.max(0, i - 3); i >= least; i--) if (found[i]!.rule === 'level') return true
  return false
}

/** "rose to 17 and the number of wounded to 40": a second level that shares the verb of the first. */
export function secondLevel(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  if (chunks[k - 1]?.kind !== 'conj' || chunks[k]!.np!.number || !levelTold(s)) return false
  const found = levelAt(tokens, chunks, k)
  if (!found || found.ofDead) return false
  for (let i = k + 1; i + 1 < Math.min(chunks.length, k + 6); i++) {
    const c = chunks[i]!
    if (c.kind === 'stop' || c.kind === 'comma' || (c.vg && !c.vg.bare)) return false
    const np = c.kind === 'prep' && (c.word === 'to' || c.word === 'at') ? chunks[i + 1]!.np : null
    if (np?.number && !np.head && !np.number.masked) return add(s, i + 1, k, found.sense, 'level', { of: found.of ?? 'person' })
  }
  return false
}

/** "Number of soldiers wounded in the war: 12,350": a figure behind what it is of. */
export function labelledLevel(s: Search, k: number): boolean {
  let i = k - 1
  while (i > 0 && chunkGoesOn(s.chunks[i - 1]!)) i--
  const first = s.chunks[i]?.np
  if (first == null || first.number || !STOCK.has(headWord(s.tokens, first))) return false
  const found = levelAt(s.tokens, s.chunks, i)
  return found !== null && add(s, k, k, found.sense, 'label', { of: found.of ?? 'person' })
}

const chunkGoesOn = (c: Chunk): boolean => c.kind !== 'stop' && c.kind !== 'dash'

const FIGURES = wordGroup('figure')

/** "a body count of 300". */
const bodyCount = (tokens: TokenTable, c: Chunk): boolean => tokens.lower[c.last - 1] === 'bodycount' || (tokens.lower[c.last - 1] === 'count' && tokens.lower[c.last - 2] === 'body')

/** Whether a noun may be a toll. */
export const isToll = (word: string): boolean => FIGURES.has(word) || TOLL.has(word) || word === 'bodycount' || INJURIES.has(word) || CASUALTIES.has(word)

/** "a death toll of 15", "with injuries at 96". */
export function tollAt(s: Search, k: number): boolean {
  const { chunks, tokens } = s
  const np = chunks[k]!.np!
  const word = headWord(tokens, np)
  if (!np.number && FIGURES.has(word) && chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np?.number && chunks[k + 2]!.np!.elided) {
    // "a first count of 20 dead", "reports of nine wounded"
    const verb = chunks[k + 3]?.vg
    const harm = verb?.bare && (verb.verb?.sense === 'die' || verb.verb?.sense === 'injure') && chunks[k + 3]!.last - chunks[k + 3]!.first === 1 ? verb.verb.sense : null
    if (harm) return add(s, k + 2, k + 3, harm, 'toll-at')
  }
  const sense = TOLL.has(word) || bodyCount(tokens, chunks[k]!) ? 'kill' : INJURIES.has(word) ? 'injure' : CASUALTIES.has(word) ? 'casualties' : null
  if (!sense || np.number) return false
  s.context.lastLevel = sense
  s.context.levelSentence = s.parsed.index
  // "reported a much higher toll in Sumy — more than 2,000"
  let dash = k + 1
  while (chunks[dash]?.kind === 'prep' && chunks[dash + 1]?.np && !chunks[dash + 1]!.np!.number) dash += 2
  const beside = chunks[dash]?.kind === 'dash' ? chunks[dash + 1]?.np : null
  if (beside?.number && !beside.number.masked && !beside.head && beside.number.value > 1) return add(s, dash + 1, k, sense, 'toll-at', { of: np.units.some((u) => tokens.lower[u.first] === 'civilian') ? 'civilian' : 'person' })
  const at = chunks[k + 1]?.kind === 'quote' ? k + 3 : k + 2
  const prep = chunks[at - 1], next = chunks[at]?.np
  if (prep?.kind !== 'prep' || !next?.number || next.number.masked) return false
  if (prep.word !== 'at' && !(prep.word === 'of' && (word === 'toll' || word === 'count' || word === 'bodycount'))) return false
  if (next.head && !(next.counted && PEOPLE.has(next.counted))) return false
  if (!add(s, at, k, sense, 'toll-at', { of: next.counted ?? 'person' })) return false
  for (const p of listAfter(chunks, at).slice(1)) if (chunks[p]!.np!.number && chunks[p]!.np!.head) add(s, p, k, sense, 'toll-at', chunks[p]!.np!.counted ? {} : { of: 'person' })
  for (const part of subsetsAfter(chunks, at)) add(s, part, k, sense, 'subset', { subset: true })
  return true
}

const RANGES: ReadonlySet<string> = new Set(['range', 'ranges', 'ranged', 'ranging', 'vary', 'varies', 'varied', 'varying'])
/** How many words before the range the harm that it is of may stand. */
const HARM_BEFORE = 14

/** "estimates of the dead range from 200 to 500": what stands before "range" tells of what. */
export function ranged(s: Search, k: number): boolean {
  const { lower } = s.tokens
  const number = s.chunks[k]!.np!.number!
  const at = number.first - 2
  if (number.high === null || lower[number.first - 1] !== 'from' || !RANGES.has(lower[at] ?? '')) return false
  for (let t = at - 1, least = Math.max(s.chunks[0]!.first, at - HARM_BEFORE); t >= least && lower[t] !== ';' && lower[t] !== '.'; t--) {
    const word = lower[t]!
    const sense = TOLL.has(word) ? 'kill' : INJURIES.has(word) ? 'injure' : CASUALTIES.has(word) || word === 'casualty' ? 'casualties' : senseOfWord(word)
    if (sense !== null) return add(s, k, k, sense, 'level', { of: lexemeOf(lower[t - 1]!)?.counted === 'civilian' || lexemeOf(lower[t - 2] ?? '')?.counted === 'civilian' ? 'civilian' : 'person' })
  }
  return false
}
