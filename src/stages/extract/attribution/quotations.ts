// Quotations: where the quotation marks of a report open and close, and which quotation goes on from which.
import { FLAG_SENTENCE_START, FLAG_SPACE_BEFORE, TOKEN_CLOSE_QUOTE, TOKEN_OPEN_QUOTE, TOKEN_WORD, type Document, type TokenTable } from '../../../model/document.ts'

/** Tokens `first` (after the mark) to `last` (the closing mark, or where the quotation breaks off). */
export interface Quotation {
  first: number
  last: number
  closed: boolean
  /** The quotation that this one goes on from (its mark was never closed), or -1. */
  from: number
  /** The quotation that goes on from this one, or -1. */
  next: number
}

export interface Quotations {
  list: Quotation[]
  /** Per token: 1 + the index of its quotation, 0 outside. */
  at: Int32Array
}

const UNCLOSED_SENTENCES = 8
const CONTINUES_WITHIN_LINES = 4

function single(mark: string): boolean {
  return mark === "'" || mark === '‘' || mark === '’' || mark === '‹' || mark === '›'
}

/**
 * Pairs the marks in one pass. A mark still open at the end of a line goes on where one of the next lines opens with a
 * mark of its kind again (each paragraph of a long quotation re-opens); else it ends with its line. An opening mark at the
 * head of a sentence inside an open quotation re-opens it too: paragraphs that were run together.
 */
export function findQuotations(document: Document): Quotations {
  const { tokens, sentences } = document
  const list: Quotation[] = []
  const at = new Int32Array(tokens.count)
  let open = -1 // index of the open quotation
  let openSingle = false, depth = 0
  let pending = -1, pendingUntil = -1 // a quotation broken off at the end of a line
  let paragraph = -1
  const end = (last: number, closed: boolean): void => {
    const q = list[open]!
    q.last = last
    q.closed = closed
    for (let i = q.first; i < last; i++) at[i] = open + 1
    open = -1
    depth = 0
  }
  const begin = (first: number, from: number): void => {
    if (from >= 0) list[from]!.next = list.length
    open = list.length
    list.push({ first, last: first, closed: false, from, next: -1 })
  }
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s]!
    const fresh = sentence.paragraph !== paragraph
    if (fresh) {
      if (open >= 0) {
        const single = openSingle
        const broken = open
        end(Math.min(sentence.first, brokenEnd(document, list[open]!.first)), false)
        if (single) discard(list[broken]!, at)
        else { pending = broken; pendingUntil = sentence.paragraph + CONTINUES_WITHIN_LINES }
      }
      paragraph = sentence.paragraph
    }
    for (let i = sentence.first; i < sentence.last; i++) {
      const kind = tokens.kind[i]
      if (kind === TOKEN_OPEN_QUOTE) {
        const isSingle = single(tokens.lower[i]!)
        if (open < 0) {
          const goesOn = pending >= 0 && !isSingle && i === sentence.first && fresh && sentence.paragraph < pendingUntil
          begin(i + 1, goesOn ? pending : -1)
          pending = -1
          openSingle = isSingle
        } else if (isSingle === openSingle) {
          if ((tokens.flags[i]! & FLAG_SENTENCE_START) !== 0 && !isSingle && depth === 0) {
            const from = open
            end(i, false)
            begin(i + 1, from)
          } else depth++
        } else if (openSingle) { // what looked like a single opening mark was an apostrophe
          const wrong = open
          end(i, false)
          discard(list[wrong]!, at)
          begin(i + 1, -1)
          openSingle = false
        }
      } else if (kind === TOKEN_CLOSE_QUOTE && open < 0 && opensGlued(tokens, i)) {
        begin(i + 1, -1)
        pending = -1
        openSingle = false
      } else if (kind === TOKEN_CLOSE_QUOTE && open >= 0 && single(tokens.lower[i]!) === openSingle) {
        if (depth > 0) depth--
        else end(i, true)
      }
    }
  }
  if (open >= 0) {
    const last = open
    end(Math.min(tokens.count, brokenEnd(document, list[open]!.first)), false)
    if (openSingle) discard(list[last]!, at)
  }
  return { list, at }
}

/** A mark that is never closed holds only so many sentences: the rest of a page is not one person's words. */
function brokenEnd(document: Document, first: number): number {
  const { sentences, tokens } = document
  const s = tokens.sentence[Math.min(first, tokens.count - 1)]!
  return sentences[Math.min(s + UNCLOSED_SENTENCES, sentences.length) - 1]?.last ?? tokens.count
}

/** A straight mark glued between a stop and a word ("attack.\"The") opens. */
function opensGlued(tokens: TokenTable, i: number): boolean {
  if (tokens.lower[i] !== '"' || i === 0 || i + 1 >= tokens.count) return false
  const before = tokens.lower[i - 1]
  return (before === '.' || before === ':' || before === '?' || before === '!') && tokens.kind[i + 1] === TOKEN_WORD && (tokens.flags[i + 1]! & FLAG_SPACE_BEFORE) === 0
}

function discard(quotation: Quotation, at: Int32Array): void {
  for (let i = quotation.first; i < quotation.last; i++) at[i] = 0
  quotation.last = quotation.first
}
