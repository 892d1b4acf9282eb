// Questions about the tokens of one document that place rules ask again and again.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_HYPHEN, FLAG_POSSESSIVE, FLAG_SPACE_BEFORE, TOKEN_NUMBER, TOKEN_WORD, type Document, type Sentence, type TokenTable } from '../../model/document.ts'
import { NOT_NAME } from '../../languages/en/place-words.ts'
import { wordOf } from './words.ts'

const ARTICLE = /^(?:al|el|ad|ar|as|at|az|an|ash|ez|es|er|ed|et|ul|bin|bint|ibn)[-'’]\p{Lu}/u

/** Whether a token could be part of a name: capitalised, or an Arabic name behind its article ("al-Bab"). */
export function nameLike(tokens: TokenTable, i: number): boolean {
  if (tokens.kind[i] !== TOKEN_WORD) return false
  const flags = tokens.flags[i]!
  if ((flags & FLAG_CAPITAL) !== 0) return true
  return (flags & FLAG_HYPHEN) !== 0 && ARTICLE.test(tokens.text.slice(tokens.start[i]!, tokens.start[i]! + 8))
}

/** Whether two neighbouring tokens have nothing but space between them. */
export function adjacent(tokens: TokenTable, i: number): boolean {
  return i + 1 < tokens.count && tokens.kind[i] === TOKEN_WORD && tokens.kind[i + 1] === TOKEN_WORD && (tokens.flags[i + 1]! & FLAG_SPACE_BEFORE) !== 0 && tokens.sentence[i] === tokens.sentence[i + 1]
}

/** Whether the token is "'s" or "'" of possession. */
export function possessive(tokens: TokenTable, i: number): boolean {
  return i < tokens.count && (tokens.flags[i]! & FLAG_POSSESSIVE) !== 0
}

/** How a sentence is set: capitals tell names in ordinary ones only. */
export type Setting = 'ordinary' | 'title' | 'capitals'

/** A sentence most of whose longer words are capitalised is set as a title; all in capitals, `capitals`. */
export function settingOf(tokens: TokenTable, sentence: Sentence): Setting {
  let long = 0, capital = 0, caps = 0
  for (let i = sentence.first; i < sentence.last; i++) {
    if (tokens.kind[i] !== TOKEN_WORD || tokens.end[i]! - tokens.start[i]! < 4) continue
    long++
    if ((tokens.flags[i]! & FLAG_CAPITAL) !== 0) capital++
    if ((tokens.flags[i]! & FLAG_ALL_CAPS) !== 0) caps++
    if (long > 40) break
  }
  if (long >= 3 && caps / long > 0.7) return 'capitals'
  const end = tokens.lower[sentence.last - 1]!, stopped = end === '.' || end === '!' || end === '?' // titles have no full stop
  if (capital / long > (stopped ? 0.9 : 0.7) && long >= (stopped ? 7 : 4)) return 'title'
  return 'ordinary'
}

/** true where the first word of its sentence or line is at `i`: its capital says nothing. */
export function startsSentence(document: Document, i: number): boolean {
  const { tokens, sentences } = document
  const sentence = sentences[tokens.sentence[i]!]
  if (sentence === undefined || sentence.first === i) return true
  const before = tokens.kind[i - 1]
  return before !== TOKEN_WORD && before !== TOKEN_NUMBER && (sentence.first === i - 1 || tokens.lower[i - 1] === ':' || tokens.lower[i - 1] === '•')
}

/** The token before `i` where only a space parts them; -1 otherwise. */
export function wordBefore(tokens: TokenTable, i: number): number {
  return i > 0 && adjacent(tokens, i - 1) ? i - 1 : -1
}

/** The token after `i` where only a space parts them; -1 otherwise. */
export function wordAfter(tokens: TokenTable, i: number): number {
  return adjacent(tokens, i) ? i + 1 : -1
}

/** Whether the token is set in capitals throughout ("KYIV", "IDF"). */
export function allCapitals(tokens: TokenTable, i: number): boolean {
  return (tokens.flags[i]! & FLAG_ALL_CAPS) !== 0
}

/** The classes of a token's word (see place-words). */
export function classOf(tokens: TokenTable, i: number): number {
  return wordOf(tokens, i).bits
}

/** Whether the capital at `i` belongs to a weekday, pronoun or the like. */
export function isNoName(tokens: TokenTable, i: number): boolean {
  return (classOf(tokens, i) & NOT_NAME) !== 0
}
