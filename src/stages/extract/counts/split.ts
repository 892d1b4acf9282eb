// Counts that verbs take up together with words beside them: "put 30 fighters out of action", "are in rebel hands".
import { PEOPLE } from '../../../model/claim.ts'
import type { Chunk, NounPhrase } from '../../../languages/en/chunks.ts'
import { objectsOf, subjectOf } from '../../../languages/en/clauses.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { splitsOf, splitVerbsOf, type SplitVerb, type Tail } from '../../../languages/en/split-verbs.ts'
import { subsetsAfter } from '../../../languages/en/subsets.ts'
import type { Search } from './finding.ts'
import { headWord, listAfter, ONE, partOf, saidNearby, tellsRole, WEAPONS } from './phrases.ts'
import { add } from './record.ts'

/** How many phrases after the verb or its object the words may stand. */
const REACH = 6
const PARTICLES: ReadonlySet<string> = new Set(['in', 'behind', 'up', 'off', 'down', 'out', 'over'])
const COLLECTIVE = wordGroup('collective')
const HOMELAND = wordGroup('homeland'), PART = wordGroup('part_of_thing'), HOSTAGES = wordGroup('hostage')
const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", 'not'])
const HAS: ReadonlySet<string> = new Set(['have', 'has', 'had'])
const GETS: ReadonlySet<string> = new Set(['get', 'gets', 'got', 'getting', 'gotten'])

/** The lemma of a verb group that no sense was found for, "get", "have" and "be" among them; "" where no table has the verb. */
function lemmaOf(s: Search, k: number): string {
  const c = s.chunks[k]!
  const last = s.tokens.lower[c.last - 1]!
  if (GETS.has(last)) return 'get'
  if (BE.has(last)) return 'be'
  if (HAS.has(last)) return 'have'
  return plainLemma(last)
}

/** A verb that no table has, by its ending: "streamed" is "stream". */
function plainLemma(word: string): string {
  const stem = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : ''
  if (stem === '') return ''
  if (splitVerbsOf(stem).length > 0) return stem
  return splitVerbsOf(stem + 'e').length > 0 ? stem + 'e' : stem.slice(0, -1)
}

/** True where words beside the verb group at `k` give it a sense that counts something. */
export function splitVerb(s: Search, k: number): boolean {
  const { chunks } = s
  const vg = chunks[k]!.vg!
  if (vg.verb?.sense === 'injure' && vg.verb.lemma.includes('_')) return false // "were taken to hospital": nobody took them along
  const verbs = vg.verb ? splitsOf(vg.verb) : splitVerbsOf(lemmaOf(s, k))
  if (verbs.length === 0) return false
  let objects = objectsOf(chunks, k)
  // "let in 6,000", "left behind 15 tanks"
  if (objects.length === 0 && !vg.passive && chunks[k + 1]?.kind === 'prep' && PARTICLES.has(chunks[k + 1]!.word) && chunks[k + 2]?.np != null && (chunks[k + 2]!.np!.number !== null || ONE.has(chunks[k + 2]!.np!.article))) objects = listAfter(chunks, k + 2)
  // "searching for three people", "operated on 22 of the wounded": the preposition is the verb's own word beside it
  const through = objects.length === 0 && !vg.passive && chunks[k + 1]?.kind === 'prep' && chunks[k + 2]?.np?.number ? chunks[k + 1]!.word : null
  // "a group led away by soldiers": a bare participle with no object has its patient before it
  const active = !vg.passive && objects.length > 0
  for (const verb of verbs) {
    if (verb.negated !== vg.negated || (verb.negated && vg.modal !== null && verb.sense !== 'trap') || (verb.sense === 'trap' && verb.negated && vg.modal === null) || (verb.sense === 'release' && vg.ing && !vg.progressive)) continue
    const told = through !== null && !verb.ofSubject && takesWord(verb, through) ? listAfter(chunks, k + 2) : verb.ofSubject ? (vg.passive && !verb.negated && vg.verb !== null ? NONE : subjectOf(chunks, k)) : active && !verb.passive ? objects : vg.passive || (vg.bare && (!verb.passive || chunks[k + 1]?.word === 'by')) ? subjectOf(chunks, k) : NONE
    if (!suitsAny(s, told, verb) || (verb.sense === 'casualties' && (vg.verb?.lemma !== 'shoot' || toldOf(s, k) || s.tokens.lower[chunks[k]!.last] === 'at'))) continue
    if (verb.needs !== null && !saidNearby(s, verb.needs)) continue
    const end = verb.tails.length === 0 ? chunks[k]!.last : tailAfter(s, k, verb.ofSubject || !active ? k : told[0]!, verb)
    if (end < 0 || verb.sense === 'displace' && s.tokens.lower[end] === 'of' && NO_HOME.has(s.tokens.lower[end + 1] ?? '') || verb.sense === 'displace' && isHeld(s.tokens.lower, chunks[k]!.last, end)) continue
    const list = !verb.ofSubject && active && told.length === 1 ? listAfter(chunks, told[0]!) : told
    let any = false
    if (s.found.some((f) => f.anchor === k && (f.rule === 'one-by-one' || verb.sense === 'rescue' && f.measure === 'captured'))) continue // told together; "taken hostage off the coast"
    for (const p of list) if (suits(s, p, verb) && !(verb.sense === 'damage' && s.found.some((f) => f.anchor === k && f.patient === p && f.measure === 'destroyed')) && !tellsRole(s, p) && (verb.ofSubject || chunks[p]!.first < end || end <= chunks[told[0]!]!.first) && add(s, p, k, verb.sense === 'kill' && chunks[k + 2]?.word === 'or' && chunks[k + 3]?.vg?.verb?.sense === 'injure' ? 'casualties' : verb.sense, 'split-verb', { mood: verb.negated ? 'real' : null, ...(verb.sense === 'hit' && WEAPONS.has(chunks[p]!.np!.counted ?? 'person') ? { measure: 'struck' as const } : {}) })) {
      any = true
      const f = s.found.at(-1)!
      f.last = Math.max(f.last, end)
      for (const part of p < k ? [...subsetsAfter(chunks, p, k), ...subsetsAfter(chunks, k)] : subsetsAfter(chunks, p)) add(s, part, k, verb.sense, 'subset', { subset: true })
    }
    if (any) return true
  }
  return false
}

/** "shot and killed two", "were shot and died": what came of it is told behind. */
function toldOf(s: Search, k: number): boolean {
  if (s.found.some((f) => f.anchor === k)) return true
  for (let i = k + 1; i < Math.min(s.chunks.length, k + HARM_REACH) && s.chunks[i]!.kind !== 'stop'; i++) { const sense = s.chunks[i]!.vg?.verb?.sense; if (sense === 'kill' || sense === 'die' || sense === 'injure') return true }
  return false
}
const HARM_REACH = 9

const HELD = /-(?:controlled|held|occupied)$/

/** "living in the rebel-held settlements": at home, whoever holds it. */
function isHeld(lower: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (HELD.test(lower[i]!)) return true
  return false
}

/** "forced three million pupils out of class": what is no home. */
const NO_HOME: ReadonlySet<string> = new Set(['class', 'classes', 'school', 'work', 'office', 'power', 'business', 'jobs', 'control'])
const NONE: readonly number[] = []
const BODY = wordGroup('body')
/** What happens to the living only. */
const ALIVE: ReadonlySet<string> = new Set(['rescue', 'trap', 'miss', 'evacuate', 'injure', 'displace', 'release'])
/** Senses whose verbs take many a thing: a number alone is not read as what was told last. */
const SAYS_LITTLE: ReadonlySet<string> = new Set(['launch', 'seize'])
/** Fewer who cross a border are travellers. */
const FLIGHT = 20

/** "the bodies of two men", "three bodies". */
function isBody(s: Search, p: number): boolean {
  const { chunks, tokens } = s
  if (BODY.has(headWord(tokens, chunks[p]!.np!))) return true
  return p >= 2 && chunks[p - 1]!.word === 'of' && chunks[p - 2]!.np !== null && BODY.has(headWord(tokens, chunks[p - 2]!.np!))
}

/** Whether one word alone may stand behind the verb. */
function takesWord({ tails }: SplitVerb, word: string): boolean {
  for (const tail of tails) if (tail.head === null && tail.words.length === 1 && tail.words[0] === word) return true
  return false
}

function suitsAny(s: Search, list: readonly number[], verb: SplitVerb): boolean {
  for (let i = 0; i < list.length; i++) if (suits(s, list[i]!, verb)) return true
  return false
}

/** Whether the phrase at `p` is of the kinds that the row asks for; a number alone is of any. */
function suits(s: Search, p: number, verb: SplitVerb): boolean {
  const np = s.chunks[p]!.np!
  if (verb.numbered && !np.number && !COLLECTIVE.has(headWord(s.tokens, np))) return false
  if (verb.kinds === null) return true
  if (verb.sense === 'displace' && verb.ofSubject && (np.number?.value ?? FLIGHT) < FLIGHT) return false
  if ((verb.sense === 'damage' || verb.sense === 'destroy') && PART.has(headWord(s.tokens, np))) return true // "windows were blown out in six houses"
  if ((verb.sense === 'displace' || verb.sense === 'evacuate') && HOSTAGES.has(headWord(s.tokens, np))) return false // "took seven soldiers prisoner"
  const part = partOf(s.chunks, p)
  const kind = np.counted ?? part?.counted ?? null
  if (verb.sense === 'casualties' && kind === null) return false
  if (kind !== null) return verb.kinds.has(kind) && !(ALIVE.has(verb.sense) && isBody(s, p))
  // the number alone stands for what was told last
  if (np.head === null && np.number !== null && !part?.head) return verb.kinds.has('person') ? verb.sense !== 'displace' || verb.ofSubject || verb.needs !== null : (s.context.lastThing !== null && verb.kinds.has(s.context.lastThing) && !SAYS_LITTLE.has(verb.sense))
  const beside = s.chunks[p - 1]?.kind === 'comma' ? s.chunks[p - 2]?.np : null // "her husband, Ali,"
  return verb.kinds.has('person') && ((np.proper && (np.units.length > 1 || beside?.counted != null && PEOPLE.has(beside.counted) && !beside.plural && !beside.number)) || np.pronoun !== null)
}

/** The token after the words of `verb` that stand beside the verb group at `k` or follow the phrase at `from`; -1 where none do. */
function tailAfter(s: Search, k: number, from: number, verb: SplitVerb): number {
  const { chunks } = s
  const { main } = chunks[k]!.vg!
  const own = longestAt(s, k, main + 1, verb.tails)
  if (own >= 0) return own
  for (let i = from + 1, steps = 0; i < chunks.length && steps < REACH; i++, steps++) {
    const c = chunks[i]!
    const end = longestAt(s, i, c.first, verb.tails)
    if (end >= 0) return end
    if (c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel' || c.kind === 'vg' || (c.kind === 'comma' && chunks[i + 1]?.kind !== 'prep')) return -1
  }
  return -1
}

function longestAt(s: Search, chunk: number, token: number, tails: readonly Tail[]): number {
  let longest = -1
  for (const tail of tails) { const end = tailEnd(s, chunk, token, tail); if (end > longest) longest = end }
  return longest
}

function tailEnd(s: Search, chunk: number, token: number, tail: Tail): number {
  const { chunks, tokens } = s
  const { words, head } = tail
  for (let i = 0; i < words.length; i++) if (tokens.lower[token + i] !== words[i]) return -1
  const end = token + words.length
  if (head === null) return end
  let c = chunk
  while (c < chunks.length && c < chunk + 5 && chunks[c]!.last <= end) c++
  while (chunks[c]?.kind === 'quote' || chunks[c]?.kind === 'adv') c++
  const np = chunks[c]?.np
  if (!np) return -1
  return (head === 'place' ? isPlace(s, np) : head.has(headWord(tokens, np)) || hasWord(tokens.lower, chunks[c]!, head)) ? chunks[c]!.last : -1
}

const isPlace = (s: Search, np: NounPhrase): boolean => HOMELAND.has(headWord(s.tokens, np)) || np.counted === 'settlement' || np.counted === 'region' || (np.proper && np.event === null && !np.number && np.article !== 'a')

function hasWord(lower: readonly string[], c: Chunk, group: ReadonlySet<string>): boolean {
  // the head of a phrase with a tail of its own is its last word
  return group.has(lower[c.last - 1]!)
}
