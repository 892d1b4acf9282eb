// A report's sentences as phrases: numbers, classes and phrases of each, in one pass.
import { FLAG_CAPITAL, TOKEN_NUMBER, type Document, type TokenTable } from '../../model/document.ts'
import { sideOfWord } from './actors.ts'
import { chunk, type Chunk } from './chunks.ts'
import { wordGroup } from './count-words.ts'
import { tellsOfFrames } from './frames.ts'
import { lexemeOf } from './lexicon.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { findNumbers, isNumberWord, type NumberSpan } from './numbers.ts'
import { tagUnits, type Unit } from './tag.ts'

export interface ParsedSentence {
  index: number
  chunks: Chunk[]
  numbers: NumberSpan[]
}

/**
 * Whether a sentence has a word of the conflict: of harm, attack or an event, people or things counted beside a number
 * or a name, a war and a time, or an act of a state beside its name. Others are left unparsed.
 */
function speaksOfConflict(tokens: TokenTable, first: number, last: number, taken: Uint8Array): boolean {
  let counted = false, numbered = false, war = false, timed = false, acts = false, state = false
  for (let i = first; i < last; i++) {
    const says = WORDS.at(tokens, i)
    if ((says & TELLS) !== 0) return true
    if ((says & COUNTED) !== 0) counted = true
    if ((says & NUMBERS) !== 0 || tokens.kind[i] === TOKEN_NUMBER) numbered = true
    if ((says & WAR) !== 0) war = true
    if (taken[i] === 1) timed = true
    if ((says & ACTS) !== 0) acts = true
    else if ((says & STATE) !== 0 && (tokens.flags[i]! & FLAG_CAPITAL) !== 0) state = true
    if (counted && numbered || war && timed || acts && state) return true
  }
  return false
}

/** Whose coming and going is an act between states. */
const ENVOYS: ReadonlySet<string> = new Set(['ambassador', 'ambassadors', 'embassy', 'embassies', 'diplomat', 'diplomats', 'envoy', 'envoys', 'consulate', 'delegation', 'negotiators', 'mediators', 'headed', 'travelled', 'traveled'])
/** What a town stands under, told with no other word of the conflict. */
const HEMMED_IN: ReadonlySet<string> = new Set(['blockade', 'encirclement', 'fell', 'falls', 'fallen', 'intervened', 'intervenes', 'intervention', 'descended', 'descends', 'slid', 'spiralled', 'spiraled', 'degenerated'])
/** What armed groups claim of an attack told before. */
const OWNED = wordGroup('owned_deed')
/** What becomes of rulers, told with no other word of the conflict. */
const TOPPLED: ReadonlySet<string> = new Set(['toppled', 'overthrew', 'overthrown', 'overthrow', 'ousted', 'ouster', 'deposed', 'unseated', 'dethroned', 'dictator'])
/** What states give each other and what their councils vote on, told with no other word of the conflict. */
const GIVEN: ReadonlySet<string> = new Set(['aid', 'package', 'packages', 'assistance', 'resolution', 'resolutions', 'veto', 'vetoed', 'vetoes', 'warrant', 'warrants'])

/** What is told of with its time alone ("the Gaza war in 2014"). */
const WARS = wordGroup('war_called'), PACTS = wordGroup('named_pact')
/** What those who flee do, told of people by their country's name alone. */
const FLOWS: ReadonlySet<string> = new Set(['poured', 'pouring', 'streamed', 'streaming', 'trekked', 'crossed', 'crossing', 'arrived', 'arriving', 'abandoned'])

const GOES_ON: ReadonlySet<string> = new Set(['risen', 'rose', 'rises', 'climbed', 'climbs', 'reached', 'stood', 'stands', 'grown', 'grew', 'jumped', 'were', 'was', 'others', 'more', 'headed', 'went', 'gone', 'arrived', 'crossed'])

/** What states do, told with the name of one and no other word of the conflict. */
const STATE_ACTS: ReadonlySet<string> = wordGroup('state_act')

const TELLS = 1, COUNTED = 2, NUMBERS = 4, FOLLOWS = 8, WAR = 16, ACTS = 32, STATE = 64
/** What a word says of its sentence. */
const WORDS = new WordColumn((word) => {
  const lexeme = lexemeOf(word)
  const tells = tellsOfFrames(word) || ENVOYS.has(word) || HEMMED_IN.has(word) || TOPPLED.has(word) || OWNED.has(word) || GIVEN.has(word) || word === 'incident' || (lexeme !== undefined && (lexeme.conflict || lexeme.event !== null || lexeme.weapon !== null))
  return (tells ? TELLS : 0) | (lexeme !== undefined && lexeme.counted !== null || FLOWS.has(word) ? COUNTED : 0) | (isNumberWord(word) ? NUMBERS : 0) | (GOES_ON.has(word) ? FOLLOWS : 0) | (WARS.has(word) || PACTS.has(word) ? WAR : 0) | (STATE_ACTS.has(word) ? ACTS : sideOfWord(word) !== null ? STATE : 0)
})

/** Whether a short sentence goes on about numbers told right before it: "It has risen to 52." */
function goesOn(tokens: TokenTable, first: number, last: number): boolean {
  if (last - first > 30) return false
  for (let i = first; i < last; i++) if ((WORDS.at(tokens, i) & FOLLOWS) !== 0) return true
  return false
}

/** Parses every sentence that can tell something, in steps: numbers, classes of words, phrases. `taken` marks tokens of time expressions, `apart` has what a sentence is about that is no war. */
export function* parsing(document: Document, taken: Uint8Array, apart: readonly (string | null)[] = []): Generator<void, ParsedSentence[], void> {
  const { tokens, sentences } = document
  const parsed: ParsedSentence[] = []
  let before = false
  for (let index = 0; index < sentences.length; index++) {
    const { first, last } = sentences[index]!
    const told = apart[index] == null, speaks = told && speaksOfConflict(tokens, first, last, taken)
    parsed.push({ index, numbers: speaks || (told && before && goesOn(tokens, first, last)) ? findNumbers(tokens, first, last, taken) : UNREAD, chunks: NO_CHUNKS })
    before = speaks
  }
  yield
  const units: Unit[][] = []
  for (let index = 0; index < sentences.length; index++) {
    const { numbers } = parsed[index]!, { first, last } = sentences[index]!
    units.push(numbers === UNREAD ? NO_UNITS : tagUnits(tokens, first, last, numbers, taken))
  }
  yield
  for (let index = 0; index < sentences.length; index++) if (units[index] !== NO_UNITS) parsed[index]!.chunks = chunk(tokens, units[index]!)
  return parsed
}
const UNREAD: NumberSpan[] = [], NO_UNITS: Unit[] = [], NO_CHUNKS: Chunk[] = []
