// One number (or one person or thing) and what happened to it, taken down as a finding where it counts something.
import { PEOPLE, type Counted, type Measure, type Note } from '../../../model/claim.ts'
import type { TokenTable } from '../../../model/document.ts'
import type { Chunk } from '../../../languages/en/chunks.ts'
import { measureOf, PEOPLE_SENSES } from '../../../languages/en/measures.ts'
import { moodOf } from '../mood.ts'
import type { Finding, Search } from './finding.ts'
import { afterOf, headWord, joined, ONE, partOf } from './phrases.ts'
import { named, ofArmedGroup, personReference, roleOf } from './references.ts'

const COLLECTIVE: ReadonlySet<string> = new Set(['total', 'number', 'group', 'family', 'string', 'series', 'barrage', 'wave', 'salvo', 'crew', 'team', 'flurry', 'volley', 'fleet', 'swarm', 'convoy', 'couple', 'pair'])
/** What only people suffer, so that a noun unknown to the tables is read as people. */
const SUFFERED: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'evacuate', 'rescue', 'displace'])
const ANIMALS: ReadonlySet<string> = new Set(['dog', 'dogs', 'cat', 'cats', 'cow', 'cows', 'sheep', 'horse', 'horses', 'animal', 'animals', 'cattle', 'pig', 'pigs', 'bird', 'birds', 'livestock', 'goat', 'goats', 'camel', 'camels', 'chicken', 'chickens'])

/** What is known of a finding from how it is told. */
interface Told {
  /** A part of a whole told in the same sentence. */
  subset?: boolean
  of?: Counted
  measure?: Measure
  /** "the bridge": a thing told of with "the" counts as one. */
  allowThe?: boolean
}

/** Takes down that `sense`, told at chunk `anchor`, happened to the phrase at chunk `patient`; false where that counts nothing. */
export function add(s: Search, patient: number, anchor: number, sense: string, rule: string, options: Told = {}): boolean {
  const { chunks, tokens } = s
  // "a total of 54 drones", "a family of seven": the number stands in the phrase after "of"
  if (!chunks[patient]!.np!.number && COLLECTIVE.has(headWord(tokens, chunks[patient]!.np!))) {
    const inner = afterOf(chunks, patient)
    if (inner < 0 || !chunks[inner]!.np!.number) return false
    patient = inner
  }
  const c = chunks[patient]!, np = c.np!
  if (np.article === 'no') return false
  const mood = moodOf(tokens, chunks, anchor)
  const part = partOf(chunks, patient)
  let of: Counted | null = options.of ?? np.counted ?? (np.number && part ? part.counted : null)
  if (part && np.counted === null && part.counted) of = options.of ?? part.counted
  of = joined(chunks, patient, of)
  const number = np.number
  let value: number, implicit = false, single: Finding['single'] = null
  if (number) {
    if (number.masked) { s.context.notes.push(noteOf(tokens, c, 'counts', `${number.masked}: not a count`)); return false }
    value = number.value
    if (value === 1 && !np.head && !part && sense !== 'kill' && sense !== 'die' && sense !== 'injure') return false // "one" for somebody told before
  } else {
    // no number in words: "a hospital was hit", "another was killed", a person by name
    const reference = personReference(np, sense, tokens)
    const the = np.article === 'the' && !np.plural && (sense === 'intercept' || options.allowThe === true)
    if (!(ONE.has(np.article) && !np.plural) && !reference && !the && !(named(np) && (sense === 'hit' || sense === 'damage' || sense === 'destroy'))) return false
    if (!of && reference) of = roleOf(np) ?? (reference === 'pronoun' ? s.context.lastPeople ?? 'person' : 'person')
    single = reference ?? (the ? 'definite' : 'indefinite')
    if (sense === 'displace' || sense === 'flee' || of === 'strike' || of === 'settlement' || of === 'region' || of === 'munition' && sense !== 'intercept') return false // "an attack", "a city": nothing is counted
    if (chunks[anchor]!.vg?.verb?.lemma === 'target' && !chunks[anchor]!.vg!.passive) return false // aimed at, not said to be hit
    value = 1
    implicit = true
  }
  // a noun that no table knows is a person where only people suffer it ("three anaesthetists were killed")
  if (!of && np.head && np.head.tag === 'noun' && !np.head.lexeme && SUFFERED.has(sense) && (number || /(er|or|ist|ian|ant|ent|ee|man|woman)$/.test(headWord(tokens, np))) && !ANIMALS.has(headWord(tokens, np))) of = 'person'
  if (!of) {
    if (!np.elided && !(number && !np.head)) return false
    of = PEOPLE_SENSES.has(sense) ? (s.parsed.index - s.context.peopleSentence <= 1 ? s.context.lastPeople : null) ?? 'person' : s.context.lastThing
    if (!of) return false
  }
  if (of === 'munition' && /^targets?$/.test(headWord(tokens, np.head ? np : part ?? np)) && (sense === 'hit' || sense === 'attack' || sense === 'bomb' || sense === 'shell')) of = 'facility'
  if (of === 'person' && !options.of && ofArmedGroup(np, part, tokens)) of = 'combatant'
  const measure = options.measure ?? measureOf(sense, of)
  if (!measure) return false
  if (number && s.usedNumbers.has(number.numberFirst) && !sharesNumber(s.found, number.numberFirst, measure)) return false
  if (mood === 'negated' || mood === 'hypothetical') { s.context.notes.push(noteOf(tokens, c, 'mood', `${mood}: not something that happened`)); return false }
  const anchorChunk = chunks[anchor]!
  const first = Math.min(c.first, anchorChunk.first), last = Math.max(c.last, anchorChunk.last)
  const words: Pick<Finding, 'numberFirst' | 'numberLast'> = number ? { numberFirst: number.first, numberLast: number.last } : { numberFirst: c.first, numberLast: Math.min(c.last, c.first + 6) }
  const base = { measure, of, first, last, ...words, sentence: s.parsed.index, anchor, patient, sense, mood, implicit, single, subset: options.subset ?? false, rule }
  if (number?.high) {
    s.found.push({ ...base, value, bound: 'at_least' }, { ...base, value: number.high, bound: 'at_most' })
  } else s.found.push({ ...base, value, bound: number?.bound ?? 'exact' })
  if (number) s.usedNumbers.add(number.numberFirst)
  s.usedChunks.add(patient)
  // what is left out later stands for the whole that was counted, not for a part or for one person
  if (!PEOPLE.has(of)) s.context.lastThing = of
  else if (!options.subset && !implicit && of !== 'child') { s.context.lastPeople = of; s.context.peopleSentence = s.parsed.index }
  else if (of === 'child' && !options.subset && !implicit) s.context.lastPeople = null
  s.context.lastSense = sense
  return true
}

const noteOf = (tokens: TokenTable, c: Chunk, rule: string, note: string): Note => ({ start: tokens.start[c.first]!, end: tokens.end[c.last - 1]!, rule, note })

/** One number may be told by two verbs ("40 drones launched … were shot down"): one finding a measure. */
function sharesNumber(found: readonly Finding[], numberFirst: number, measure: Measure): boolean {
  return !found.some((f) => f.numberFirst <= numberFirst && f.numberLast > numberFirst && f.measure === measure)
}
