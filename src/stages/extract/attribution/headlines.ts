// Who says it in a headline, without a verb: "Monitor: 12 killed in raids", "12 killed in raids – governor".
import { FLAG_ALL_CAPS, TOKEN_OPEN_QUOTE, TOKEN_PUNCTUATION } from '../../../model/document.ts'
import { BODY, PAPER, PEOPLE, PREPOSITION, ROLE, TIME } from '../../../languages/speech.ts'
import { phraseAfter, phraseBefore, type SpeakerPhrase } from './noun-phrases.ts'
import { isClause } from './ranges.ts'
import { isState, NAME, type SpeechTable } from './words.ts'

/** Words of a speaker before the colon or behind the dash. */
const MOST_HEADED = 5
const HEADS: ReadonlySet<string> = new Set(['headline', 'subheading', 'post_heading', 'standfirst'])
const MARKS: ReadonlySet<string> = new Set([':', '-', '–', '—', '--'])

/** The speaker set off by the mark at token `i` of a sentence `first`–`last`, and the tokens told; null where it sets off none. */
export function headed(table: SpeechTable, i: number, first: number, last: number): { phrase: SpeakerPhrase; first: number; last: number } | null {
  const { tokens } = table
  if (!MARKS.has(tokens.lower[i]!)) return null
  const heading = isHeading(table, i)
  if (heading && tokens.lower[i] === ':' && i - first <= MOST_HEADED && tokens.kind[i + 1] !== TOKEN_OPEN_QUOTE && isClause(table, i + 1, last)) {
    const phrase = phraseBefore(table, i, first)
    if (phrase !== null && phrase.first <= first && speaks(table, phrase)) return { phrase, first: i + 1, last }
  }
  // at the end of a line that no full stop closes
  if (last - i - 1 > MOST_HEADED || i - first < MOST_HEADED - 2 || !heading && tokens.kind[last - 1] === TOKEN_PUNCTUATION || !endsLine(table, last)) return null
  const phrase = phraseAfter(table, i + 1, last)
  return phrase !== null && phrase.last === last && speaks(table, phrase) && isClause(table, first, i) ? { phrase, first, last: i } : null
}

function isHeading({ tokens, document }: SpeechTable, i: number): boolean {
  const { passage } = document.sentences[tokens.sentence[i]!]!
  return passage >= 0 && HEADS.has(document.report.passages[passage]!.kind)
}

/** Nothing stands behind token `last - 1` on its line. */
const endsLine = ({ tokens }: SpeechTable, last: number): boolean => last >= tokens.count || tokens.text.slice(tokens.end[last - 1]!, tokens.start[last]!).includes('\n')

/** An office, people or a body, or one that is written in capitals ("UN"): no place that a line opens with. */
function speaks(table: SpeechTable, { coreFirst, coreLast }: SpeakerPhrase): boolean {
  const { tokens, bits } = table
  const head = coreLast - 1, b = bits[head]!
  for (let t = coreFirst; t < coreLast; t++) if ((bits[t]! & (TIME | PREPOSITION)) !== 0 && (bits[t]! & NAME) === 0) return false
  if ((b & PAPER) !== 0) return false
  return (b & (BODY | PEOPLE | ROLE)) !== 0 || (b & NAME) !== 0 && (tokens.flags[head]! & FLAG_ALL_CAPS) !== 0 && !isState(table, head)
}
