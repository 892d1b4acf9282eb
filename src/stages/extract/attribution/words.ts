// The classes of every token of a document, looked up once.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_POSSESSIVE, FLAG_SENTENCE_START, TOKEN_NUMBER, TOKEN_PUNCTUATION, TOKEN_WORD, type Document, type TokenTable } from '../../../model/document.ts'
import { ADVERB, AUXILIARY, BODY, CONJOINT, CUE, DETERMINER, MODIFIER, NOUN, OPENS_PHRASE, OWN, PAPER, PEOPLE, PREPOSITION, PRONOUN, RELATIVE, ROLE, SUBORDINATOR, TIME, VERB, type SpeechLexicon } from '../../../languages/speech.ts'
import { WordColumn } from '../../../text/vocabulary.ts'

/** A token that is read as (part of) a name. Shares the bit set with the classes of languages/speech.ts. */
export const NAME = 1 << 30

/** A document with the speech classes of its tokens. */
export interface SpeechTable {
  document: Document
  tokens: TokenTable
  lexicon: SpeechLexicon
  bits: Int32Array
  /** The uses of languages/speech-uses.ts. */
  uses: Int32Array
  known: Columns
}

const GRAMMAR_WORD = DETERMINER | PREPOSITION | SUBORDINATOR | RELATIVE | CONJOINT | AUXILIARY | PRONOUN | OWN | TIME
const COMMON_WORD = GRAMMAR_WORD | ADVERB | VERB | CUE | MODIFIER | NOUN | ROLE | PEOPLE | BODY | PAPER

/** What one language says of words, by their numbers. */
export interface Columns {
  classes: WordColumn
  uses: WordColumn
  /** With a capital: TIMELY, OF_STATE. */
  capital: WordColumn
  /** 1 for a word that a hedge may begin with. */
  hedges: WordColumn
}
const TIMELY = 1, OF_STATE = 2
const columns = new WeakMap<SpeechLexicon, Columns>()

/** The columns of a language, filled as words are met. */
export function columnsOf(lexicon: SpeechLexicon): Columns {
  let known = columns.get(lexicon)
  if (!known) columns.set(lexicon, (known = {
    classes: new WordColumn((word) => lexicon.wordOf(word).classes),
    uses: new WordColumn((word) => lexicon.wordOf(word).uses),
    capital: new WordColumn((word) => (lexicon.isTimeName(word) ? TIMELY : 0) | (lexicon.stateOf(word) !== null ? OF_STATE : 0)),
    hedges: new WordColumn((word) => (lexicon.opensHedge(word) ? 1 : 0)),
  }))
  return known
}

/** "al-Wagaa", "el-Sisi", "ad-Din": a name that opens with an Arabic article. */
function withArticle({ lower, text, start }: TokenTable, i: number): boolean {
  const word = lower[i]!
  return word.length > 4 && word.charCodeAt(2) === HYPHEN && ARTICLE.test(word) && /\p{Lu}/u.test(text.charAt(start[i]! + 3))
}

/** "Shir |Jan| Durani": months that are given names, between two names. */
const MONTH_NAMES: ReadonlySet<string> = new Set(['jan', 'april', 'june', 'august'])
const HYPHEN = 45, ARTICLE = /^(?:al|el|ad|an|ar|as|at|az|ul)-/

/** Looks up every token's classes; a capital inside a sentence, or an unknown word that opens one, is a name. */
export function speechTable(document: Document, lexicon: SpeechLexicon): SpeechTable {
  const { tokens } = document
  const { count, kind, flags, lower } = tokens
  const bits = new Int32Array(count), uses = new Int32Array(count)
  const known = columnsOf(lexicon)
  for (let i = 0; i < count; i++) {
    const flag = flags[i]!
    if (kind[i] !== TOKEN_WORD || (flag & FLAG_POSSESSIVE) !== 0) continue
    let classes = known.classes.at(tokens, i)
    uses[i] = known.uses.at(tokens, i)
    // "the WHO says": an initialism that is spelled like a word of grammar
    if ((classes & RELATIVE) !== 0 && (flag & FLAG_ALL_CAPS) !== 0 && (lower[i - 1] === 'the' || ((flags[i + 1] ?? 0) & FLAG_ALL_CAPS) === 0 && (i === 0 || (flags[i - 1]! & FLAG_ALL_CAPS) === 0))) { bits[i] = NAME | BODY; uses[i] = 0; continue }
    if ((flag & FLAG_CAPITAL) === 0 && withArticle(tokens, i)) classes |= NAME
    if ((flag & FLAG_CAPITAL) !== 0) {
      const capital = known.capital.at(tokens, i)
      if ((capital & TIMELY) !== 0) classes |= TIME
      if ((classes & TIME) !== 0 && MONTH_NAMES.has(lower[i]!) && i > 0 && (bits[i - 1]! & NAME) !== 0 && i + 1 < count && kind[i + 1] === TOKEN_WORD && (flags[i + 1]! & (FLAG_CAPITAL | FLAG_POSSESSIVE)) === FLAG_CAPITAL) classes &= ~TIME
      if (opensClause(tokens, i)) { if ((classes & COMMON_WORD) === 0 || (capital & OF_STATE) !== 0) classes |= NAME }
      else if ((classes & GRAMMAR_WORD) === 0) classes |= NAME
    }
    bits[i]! |= classes
    if ((classes & OPENS_PHRASE) === 0) continue
    const phrase = lexicon.phraseAt(lower, i)
    if (!phrase || phrase.last > count) continue
    bits[phrase.last - 1]! |= phrase.classes
    // "Amnesty International said": a body's name that begins with an everyday word
    if ((phrase.classes & BODY) === 0 || (flag & flags[phrase.last - 1]! & FLAG_CAPITAL) === 0) continue
    bits[i] = bits[i]! & ~VERB | NAME
    // "Save the Children": a small word of grammar within it is of the name
    if (phrase.last - i < 3 || (known.classes.at(tokens, i + 1) & GRAMMAR_WORD) === 0) continue
    for (let k = i + 1; k < phrase.last; k++) bits[k]! |= NAME
    i = phrase.last - 1
  }
  return { document, tokens, lexicon, bits, uses, known }
}

/** true for a token whose word names a state or belongs to one. */
export const isState = (table: SpeechTable, i: number): boolean => (table.known.capital.at(table.tokens, i) & OF_STATE) !== 0

/** true for a token that begins a sentence or a quotation, where a capital says nothing. */
export function opensClause(tokens: TokenTable, i: number): boolean {
  if ((tokens.flags[i]! & FLAG_SENTENCE_START) !== 0 || i === 0) return true
  const before = tokens.kind[i - 1]!
  if (before === TOKEN_WORD || before === TOKEN_NUMBER) return false
  if (before === TOKEN_PUNCTUATION) {
    const mark = tokens.lower[i - 1]
    return mark !== ',' && mark !== '(' && mark !== '&' && mark !== '/' && mark !== '[' && mark !== '-'
  }
  return (tokens.flags[i - 1]! & FLAG_SENTENCE_START) !== 0 || (i > 1 && tokens.kind[i - 2] !== TOKEN_WORD)
}
