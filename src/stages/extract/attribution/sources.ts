// "According to X": what X says stands before, after, or on both sides.
import { TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_PUNCTUATION, TOKEN_WORD } from '../../../model/document.ts'
import { ADVERB, AUXILIARY, BODY, CONJOINT, CUE, DETERMINER, MODIFIER, OWN, PAPER, PREPOSITION, PRONOUN, SAID_IN, SORT_RECKONING, SUBORDINATOR, TIME } from '../../../languages/speech.ts'
import { AUTHOR, BY, OBLIQUE } from '../../../languages/speech-uses.ts'
import { phraseAfter, phraseBefore, speakerly, type SpeakerPhrase } from './noun-phrases.ts'
import { afterMarks, goesOn, onlyPoints } from './ranges.ts'
import { addPrevious } from './run-on.ts'
import type { Gathered } from './said.ts'
import type { Speaker } from './speaker.ts'
import type { Speakers } from './speakers.ts'
import { readTail } from './tail.ts'
import { NAME, type SpeechTable } from './words.ts'

const NO_VERB = { lemma: '', frames: 0, stance: null } as const

/** "according to preliminary data": nobody's. */
const VAGUE = /^(?:the )?(?:preliminary|initial|first|latest|available|early) (?:data|information|figures|estimates)$/

/** Reads the mark of `size` tokens at token `i`. The token after the source, 0 where nobody is named. `before`: the words said when the sentence began. */
export function readSource(gathered: Gathered, speakers: Speakers, i: number, size: number, first: number, last: number, before: number, leftFrom: number): number {
  const { table } = gathered
  const { tokens, bits, uses } = table
  const phrase = reckoner(table, phraseAfter(table, i + size, last), last)
  if (!phrase || !speakerly(table, phrase) && (bits[phrase.coreFirst]! & PRONOUN) === 0 && (uses[phrase.coreFirst]! & OBLIQUE) === 0) return 0
  if (size === 1 && tokens.lower[i] === 'per' && (bits[phrase.coreLast - 1]! & (NAME | BODY)) === 0) return 0 // "per head"
  if (VAGUE.test(tokens.lower.slice(phrase.coreFirst, phrase.coreLast).join(' '))) return 0
  let end = paperEnd(table, phrase.last, phrase.coreLast - 1, last)
  const tail = readTail(table, end, last, NO_VERB)
  const speaker = speakers.resolve(phrase)
  if (!speaker) return 0
  if (tail.right > end && !tail.that) end = tail.right
  if (size === 1 && tokens.lower[i - 1] !== ',' && !opensClause(table, i, first)) return 0
  return around(gathered, { first: i, last: i + size, end, speaker: { ...speaker, channel: tail.channel ?? speaker.channel } }, { first, last, before, leftFrom })
}

/** "according to an agency tally", "to health ministry figures", "to a count by the army": who reckons. */
function reckoner(table: SpeechTable, phrase: SpeakerPhrase | null, last: number): SpeakerPhrase | null {
  if (phrase === null || phrase.coreLast !== phrase.last || phrase.coreLast - phrase.coreFirst < 2) return phrase
  if (phrase.coreLast - phrase.coreFirst === 2 && (table.lexicon.sortOf(table.tokens.lower[phrase.coreLast - 1]!) & SORT_RECKONING) !== 0 && (table.uses[phrase.last]! & BY) !== 0) {
    const author = phraseAfter(table, phrase.last + 1, last)
    if (author !== null && speakerly(table, author)) return author
  }
  const who = phrase.coreLast - 2
  if ((table.lexicon.sortOf(table.tokens.lower[who + 1]!) & SORT_RECKONING) === 0 || (table.bits[who]! & (NAME | BODY)) === 0 || (table.bits[who]! & MODIFIER) !== 0) return phrase
  const trimmed = { ...phrase, coreLast: who + 1 }
  return speakerly(table, trimmed) ? trimmed : phrase
}

/** "by the ministry's count", "on Moscow's figures": the possessive at token `i`, and what stands around. The token after the mark, 0 where it is none. */
export function readReckoning(gathered: Gathered, speakers: Speakers, i: number, { first, last, before, leftFrom }: Around): number {
  const { table } = gathered
  const { tokens, bits, lexicon } = table
  let noun = i + 1
  while (noun < last && noun < i + 4 && (lexicon.sortOf(tokens.lower[noun]!) & SORT_RECKONING) === 0 && (bits[noun]! & (OWN | MODIFIER)) !== 0) noun++
  if (noun >= last || (lexicon.sortOf(tokens.lower[noun]!) & SORT_RECKONING) === 0) return 0
  const phrase = phraseBefore(table, i, first)
  if (!phrase || phrase.first <= first - 1 || !speakerly(table, phrase)) return 0
  const mark = phrase.first - 1
  if (mark < first || (bits[mark]! & SAID_IN) === 0 || (bits[mark]! & NAME) !== 0) return 0
  // "in the army's account of the battle" tells of an account; at the end or the head of the clause it is a source
  const after = noun + 1 >= last || tokens.kind[noun + 1] === TOKEN_PUNCTUATION
  if (!after || tokens.lower[mark - 1] !== ',' && !opensClause(table, mark, first)) return 0
  const speaker = speakers.resolve(phrase)
  return speaker ? around(gathered, { first: mark, last: mark + 1, end: noun + 1, speaker }, { first, last, before, leftFrom }) : 0
}

/** The sentence of a mark, the words said when it began, and where words can begin that stand before a mark. */
interface Around {
  first: number
  last: number
  before: number
  leftFrom: number
}

/** A mark with its source; `end` is the token after both. */
interface Marked {
  first: number
  last: number
  end: number
  speaker: Speaker
}

/** Attributes what stands after a mark that opens a clause, else what stands before it. The token after the mark, 0 where nothing does. */
function around(gathered: Gathered, { first: i, last: markLast, end, speaker: named }: Marked, { first, last, before, leftFrom }: Around): number {
  const { table, quotations } = gathered
  const { tokens, bits, lexicon } = table
  const how = { first: i, last: markLast, stance: null, asserts: true, statement: true }
  const s = tokens.sentence[i]!
  let left = i - 1
  if (opensClause(table, i, first)) {
    const from = tokens.lower[end] === ',' ? end + 1 : end
    if (goesOn(table, from, last)) {
      const running = gathered.runningFrom(from, last)
      gathered.add(from, running >= 0 ? Math.max(last, gathered.endOf(running)) : last, named, how, false, 'source-then-words')
      return from
    }
    // a broken fragment: the next sentence of the line is what the source says
    const { sentences } = table.document
    const next = sentences[s + 1]
    if (next && next.paragraph === sentences[s]!.paragraph && left < first) gathered.add(next.first, next.last, named, how, false, 'source-then-words')
    return end
  }
  while (left > first && tokens.kind[left] === TOKEN_PUNCTUATION) left--
  let from = afterMarks(table, Math.max(first, leftFrom), left + 1)
  const open = gathered.list.length > before ? gathered.list.at(-1)! : null
  if (open && open.last > i && open.first <= i) from = Math.max(from, open.first)
  const quote = tokens.kind[left] === TOKEN_CLOSE_QUOTE ? quotations.at[left - 1]! : 0
  if (quote > 0 && quotations.list[quote - 1]!.first <= from + 1) from = gathered.startOf(quote - 1)
  if (left + 1 - from < 1) return 0
  if (onlyPoints(table, from, left + 1)) { addPrevious(gathered, i, named, how); return end }
  const parenthesis = tokens.lower[i - 1] === ',' && tokens.lower[end] === ',' && end + 1 < last && ((bits[end + 1]! & AUXILIARY) !== 0 || lexicon.isIng(tokens.lower[end + 1]!))
  gathered.add(from, parenthesis ? last : left + 1, named, how, false, 'words-then-source')
  return end
}

/** The mark stands at the head of a sentence or of a clause. */
function opensClause(table: SpeechTable, i: number, first: number): boolean {
  const { tokens, bits } = table
  const left = i - 1
  const joins = (at: number): boolean => at >= first && (bits[at]! & (CONJOINT | SUBORDINATOR)) !== 0
  return left < first || afterMarks(table, first, i) >= i || joins(left) || tokens.lower[left] === ',' && (joins(left - 1) && (bits[left - 1]! & NAME) === 0 || isAdjunct(table, first, left))
}

/** So many tokens has what is set before a sentence at most: "In addition,", "On the same day,". */
const LONGEST_ADJUNCT = 4

/** "In total, |according to X, 90 were freed": what stands before the comma at token `comma` is set before the sentence, and tells nothing by itself. */
function isAdjunct(table: SpeechTable, first: number, comma: number): boolean {
  const { tokens, bits } = table
  if (isSpan(table, first, comma)) return true
  if (comma - first > LONGEST_ADJUNCT || comma <= first || (bits[first]! & (PREPOSITION | SAID_IN | ADVERB | TIME)) === 0) return false
  for (let i = first; i < comma; i++) if (tokens.kind[i] !== TOKEN_WORD || (bits[i]! & (AUXILIARY | PRONOUN | CUE)) !== 0) return false
  return true
}

/** So many tokens has a span of time that opens a sentence at most. */
const LONGEST_SPAN = 18
const SPANS: ReadonlySet<string> = new Set(['between', 'from', 'since', 'during', 'on', 'in', 'over', 'as', 'by'])

/** "Between the afternoon of 15 April and 10:30 on 17 April": nothing but a time up to the token `end`. */
function isSpan({ tokens, bits }: SpeechTable, first: number, end: number): boolean {
  if (end - first > LONGEST_SPAN || !SPANS.has(tokens.lower[first]!)) return false
  for (let i = first; i < end; i++) if (tokens.kind[i] !== TOKEN_NUMBER && (tokens.kind[i] === TOKEN_WORD ? (bits[i]! & (TIME | PREPOSITION | DETERMINER | CONJOINT | SAID_IN)) === 0 && !OF_DAYS.has(tokens.lower[i]!) : tokens.lower[i] !== ':' && tokens.lower[i] !== ',')) return false
  return true
}
const OF_DAYS: ReadonlySet<string> = new Set(['afternoon', 'afternoons', 'morning', 'mornings', 'evening', 'noon', 'midnight', 'night', 'local', 'time', 'past', 'last', 'hours', 'days', 'weeks', 'months'])

/** "data confirmed by the bureau": the words of the author belong to the source. */
function paperEnd(table: SpeechTable, end: number, head: number, last: number): number {
  if ((table.bits[head]! & PAPER) === 0) return end
  for (let i = end + 1; i < last && i < end + 5; i++) if ((table.uses[i]! & AUTHOR) !== 0) return phraseAfter(table, i + 1, last)?.last ?? end
  return end
}
