// What a word may be by its own letters: a participle, a manner, a people, a state.
import type { TokenTable } from '../../model/document.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { demonymOf } from './demonyms.ts'

const NOMINAL_ING = /^(morning|evening|meeting|spring|during|king|thing|nothing|something|anything|everything|wing|being|string|ring|housing|clothing|training|funding|briefing|warning|hearing|feeling|beginning|ceiling|wedding|painting|building|understanding|standing|lightning|outing)s?$/
const ADJECTIVAL = /(al|ic|ive|ous|ful|less|able|ible|ary|ish|ese|ian|ical|ern)$/
const STATE = new Set(['dead', 'stuck', 'injured', 'wounded', 'missing', 'homeless', 'unaccounted', 'displaced', 'stranded', 'trapped', 'destroyed', 'damaged', 'captured', 'killed', 'downed', 'collapsed', 'arrested', 'hurt'])

export const DEMONYM = 1, ENDS_LY = 2, MANNER = 4, ENDS_ED = 8, ENDS_ING = 16, PAST_LIKE = 32, ING_LIKE = 64, LIKE_ADJECTIVE = 128, TELLS_STATE = 256, BASE_AUX = 512, TO_AUX = 1024
/** What a word by its own letters may be; a verb has a vowel before its ending, as "wing", "string" and "shed" have not. */
export const LOOKS = new WordColumn((word) =>
  (demonymOf(word) !== null ? DEMONYM : 0) | (word.endsWith('ly') ? ENDS_LY : 0) | (/[^aeiou]ly$|[a-z]{4}ily$|[a-z]{3}[^aeiou]ely$/.test(word) ? MANNER : 0) | (/[aeiouy].*ed$/.test(word) ? ENDS_ED : 0) | (/[aeiouy].*ing$/.test(word) && !NOMINAL_ING.test(word) ? ENDS_ING : 0)
  | (word.length > 4 && /[aeiouy].*ed$/.test(word) ? PAST_LIKE : 0) | (word.length > 4 && /[aeiouy].*ing$/.test(word) && !NOMINAL_ING.test(word) ? ING_LIKE : 0) | (ADJECTIVAL.test(word) ? LIKE_ADJECTIVE : 0) | (STATE.has(word) ? TELLS_STATE : 0)
  | (/^(do|does|did|don't|doesn't|didn't)$/.test(word) ? BASE_AUX : 0) | (/^(have|be|not|get)$/.test(word) ? TO_AUX : 0))

/** Words that lead a preposition behind them ("next |to|"), and those that one before them makes one with ("on |board| the boat", "on |top| of"). */
const LEADS: ReadonlyMap<string, string> = new Map([['close', 'to'], ['next', 'to'], ['adjacent', 'to'], ['ahead', 'of'], ['together', 'with']])

/** Whether the word at token `i` is part of a preposition of several words, and no noun or verb of its own. */
export function joinsPreposition({ lower }: TokenTable, i: number): boolean {
  const word = lower[i]!
  if (word === 'board' || word === 'top') return lower[i - 1] === 'on' && (word === 'top' ? lower[i + 1] === 'of' : lower[i + 1] === 'a' || lower[i + 1] === 'the' || lower[i + 1] === 'their' || lower[i + 1] === 'his')
  const led = LEADS.get(word)
  return led !== undefined && lower[i + 1] === led
}
