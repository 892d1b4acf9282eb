// What is said in a document, gathered: each piece of words with its speaker, and which quotations they hold.
import type { Stance } from '../../../model/claim.ts'
import { TOKEN_OPEN_QUOTE, TOKEN_PUNCTUATION } from '../../../model/document.ts'
import type { Quotations } from './quotations.ts'
import type { Speaker } from './speaker.ts'
import type { SpeechTable } from './words.ts'

/** Words said. Tokens `first` to `last` (excluded). */
export interface Said {
  first: number
  last: number
  speaker: Speaker
  cue: string
  cueFirst: number
  direct: boolean
  stance: Stance | null
  rule: string
  /** Goes on with words said before, or is no statement: none of its own is made. */
  continues: boolean
  /** Makes its speaker the claimant; false for a mere reaction ("condemned a strike that killed ten"). */
  asserts: boolean
}

/** The words of a cue and what it does. */
export interface How {
  first: number
  last: number
  stance: Stance | null
  asserts: boolean
  /** false where an opinion is told, not words. */
  statement: boolean
}

const LONGEST = 3000 // tokens

/** The words said so far. */
export class Gathered {
  readonly list: Said[] = []
  readonly table: SpeechTable
  readonly quotations: Quotations
  /** Per quotation: 1 + the index of the words that hold it. */
  readonly holder: Int32Array
  /** The number of words said by the end of each sentence. */
  readonly by: Int32Array

  constructor(table: SpeechTable, quotations: Quotations) {
    this.table = table
    this.quotations = quotations
    this.holder = new Int32Array(quotations.list.length)
    this.by = new Int32Array(table.document.sentences.length)
  }

  /** Where the words of sentence `s` begin in the list: those of the sentences before end there. */
  from(s: number): number {
    return s > 0 ? this.by[s - 1]! : 0
  }

  /** Adds words; a full stop or a comma at their end is left out. */
  add(first: number, last: number, speaker: Speaker, how: How, direct: boolean, rule: string, continues = false): void {
    const { tokens } = this.table
    last = Math.min(last, first + LONGEST)
    while (last > first && tokens.kind[last - 1] === TOKEN_PUNCTUATION && (tokens.lower[last - 1] === '.' || tokens.lower[last - 1] === ',')) last--
    if (last <= first) return
    const cue = tokens.text.slice(tokens.start[how.first]!, tokens.end[how.last - 1]!)
    this.list.push({ first, last, speaker, cue, cueFirst: how.first, direct, stance: how.stance, rule, continues: continues || !how.statement, asserts: how.asserts })
    const { list } = this.quotations
    for (let q = this.firstQuotation(first, last); q >= 0 && q < list.length && list[q]!.first <= last; q++) this.holder[q] = this.list.length
  }

  /** A quotation that goes on with words said before. */
  goOn(held: number, first: number, last: number, quotation: number): void {
    this.list.push({ ...this.list[held]!, first, last, direct: true, continues: true, rule: 'quotation-goes-on', asserts: true })
    this.holder[quotation] = this.list.length
  }

  /** The first quotation that stands or begins in a range; -1 if none. */
  private firstQuotation(first: number, last: number): number {
    const { at } = this.quotations
    if (at[first]! > 0) return at[first]! - 1
    for (let i = first; i < last; i++) {
      if (this.table.tokens.kind[i] !== TOKEN_OPEN_QUOTE && at[i] === 0) continue
      const q = at[Math.min(i + 1, last - 1)]!
      if (q > 0) return q - 1
    }
    return -1
  }

  /** Follows a quotation through the paragraphs that re-open it: the token after its last word. */
  endOf(quotation: number): number {
    const { list } = this.quotations
    let q = quotation
    while (list[q]!.next >= 0) q = list[q]!.next
    return list[q]!.last
  }

  /** The first word of the quotation that this one goes on from. */
  startOf(quotation: number): number {
    const { list } = this.quotations
    let q = quotation
    while (list[q]!.from >= 0) q = list[q]!.from
    return list[q]!.first
  }

  /** The quotation that begins in `at`–`last` and goes on after `last`, or fills it; -1 if none. */
  runningFrom(at: number, last: number): number {
    const q = last > at ? this.quotations.at[last - 1]! : 0
    if (q === 0) return -1
    const quotation = this.quotations.list[q - 1]!
    return quotation.first > at && (quotation.last >= last || quotation.next >= 0) || quotation.first === at + 1 ? q - 1 : -1
  }
}
