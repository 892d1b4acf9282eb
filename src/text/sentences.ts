// Sentences over a token table. A sentence never crosses a line of the text or a passage; a full stop glued to the next
// word ("shells.The city") ends one too, and a stop inside quotation marks takes the closing mark along.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_SENTENCE_START, FLAG_SPACE_BEFORE, TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_PUNCTUATION, TOKEN_WORD, type Document, type Sentence, type TokenTable } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import { tokenize } from './tokens.ts'

/** Words before a full stop that do not end a sentence; a language hands its own in. */
export interface StopWords {
  abbreviations: ReadonlySet<string>
}

function closes(tokens: TokenTable, i: number): boolean {
  const word = tokens.lower[i]
  return tokens.kind[i] === TOKEN_CLOSE_QUOTE || word === ')' || word === ']'
}

function endsHere(tokens: TokenTable, i: number, stops: StopWords): boolean {
  const mark = tokens.lower[i]!
  if (mark === '!' || mark === '?' || mark === '…') {
    const next = nextAfterClosers(tokens, i)
    return next >= tokens.count || (tokens.flags[next]! & FLAG_CAPITAL) !== 0 || tokens.kind[next] !== TOKEN_WORD || mark !== '…'
  }
  if (mark !== '.') return false
  const next = nextAfterClosers(tokens, i)
  if (next >= tokens.count) return true
  if (tokens.lower[next] === '.') return false // an ellipsis typed as points goes on to its last
  const before = i > 0 ? tokens.lower[i - 1]! : ''
  const glued = (tokens.flags[next]! & FLAG_SPACE_BEFORE) === 0 && next === i + 1
  const capital = (tokens.flags[next]! & FLAG_CAPITAL) !== 0
  if (i > 0 && tokens.kind[i - 1] === TOKEN_WORD && (tokens.flags[i]! & FLAG_SPACE_BEFORE) === 0) {
    if (stops.abbreviations.has(before)) return false
    const short = tokens.end[i - 1]! - tokens.start[i - 1]! === 1
    if (short && (tokens.flags[i - 1]! & FLAG_CAPITAL) !== 0 && before !== 'i' && capital) return false // an initial
  }
  if (glued) return capital && tokens.kind[next] === TOKEN_WORD && (tokens.flags[next]! & FLAG_ALL_CAPS) === 0 && before.length > 2
  return capital || tokens.kind[next] === TOKEN_NUMBER || tokens.kind[next] === TOKEN_OPEN_QUOTE || tokens.kind[next] !== TOKEN_WORD || next > i + 1
}

function nextAfterClosers(tokens: TokenTable, i: number): number {
  let next = i + 1
  while (next < tokens.count && closes(tokens, next)) next++
  return next
}

/** No sentence of a report is this long, in tokens: what runs on, a list that never ends or words without a stop, is cut at its next comma, or so many tokens on. */
const LONGEST = 2000, SLACK = 400
/** Marks that open an entry of a list. */
const BULLETS: ReadonlySet<string> = new Set(['•', '▪', '▫', '■', '□', '●', '◆', '◾', '◽', '➡', '➤', '►', '▶', '🔹', '🔸', '🔺', '🔻', '🔴', '🟡', '⚪', '❗', '‼', '✅', '❌', '⚡'])
const PAUSES: ReadonlySet<string> = new Set([',', ';', ':'])

/** An offset that no text reaches. */
const NEVER = 2 ** 31 - 1

/** Makes a report ready for reading by rules: tokens, and the sentences of each passage (of each line where passages are absent). */
export function toDocument(report: Report, stops: StopWords): Document {
  const tokens = tokenize(report.text)
  const sentences: Sentence[] = []
  const { passages, posts } = report
  let passage = 0, post = 0, first = 0, paragraph = 0, newline = -1
  const close = (last: number): void => {
    if (last <= first) return
    const start = tokens.start[first]!
    while (passage < passages.length && passages[passage]!.end <= start) passage++
    while (post < posts.length && posts[post]!.end <= start) post++
    const inPassage = passage < passages.length && passages[passage]!.start <= start ? passage : -1
    const inPost = post < posts.length && posts[post]!.start <= start ? post : -1
    tokens.sentence.fill(sentences.length, first, last)
    tokens.flags[first]! |= FLAG_SENTENCE_START
    sentences.push({ first, last, start, end: tokens.end[last - 1]!, passage: inPassage, post: inPost, paragraph })
    first = last
  }
  let boundary = 0 // next passage edge to respect
  const edges: number[] = []
  for (const p of passages) { edges.push(p.start, p.end) }
  edges.sort((a, b) => a - b)
  const { count, start, end, kind } = tokens
  let edge = edges.length > 0 ? edges[0]! : NEVER
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      const at = start[i]!, from = end[i - 1]!
      let broken = false
      while (edge <= at) { if (edge >= from) broken = true; boundary++; edge = boundary < edges.length ? edges[boundary]! : NEVER }
      if (!broken && at > from) {
        if (newline < from) { newline = report.text.indexOf('\n', from); if (newline < 0) newline = NEVER }
        broken = newline < at && boundary % 2 === 0 // a passage over several lines was wrapped by hand
      }
      if (broken) { close(i); paragraph++ }
    }
    if (i > first && kind[i] === TOKEN_PUNCTUATION && BULLETS.has(tokens.lower[i]!)) close(i) // several on one line
    if (i - first >= LONGEST && (PAUSES.has(tokens.lower[i - 1]!) || i - first >= LONGEST + SLACK)) close(i)
    if (i >= first && kind[i] === TOKEN_PUNCTUATION && endsHere(tokens, i, stops)) {
      let last = nextAfterClosers(tokens, i)
      // closing marks on a later line belong to that line
      while (last > i + 1 && report.text.slice(tokens.end[i]!, tokens.start[last - 1]!).includes('\n')) last--
      close(last)
      i = last - 1
    }
  }
  close(tokens.count)
  return { report, tokens, sentences }
}
