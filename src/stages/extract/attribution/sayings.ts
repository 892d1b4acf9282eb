// What was said: the range of tokens that each cue attributes, sentence by sentence, and the quotations that run on.
import type { Stance } from '../../../model/claim.ts'
import { TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_PUNCTUATION, TOKEN_WORD } from '../../../model/document.ts'
import { ADVERB, AUXILIARY, CONJOINT, CUE, DETERMINER, FRAME_ADDRESSEE, FRAME_BELIEVE, FRAME_CLAUSE, FRAME_COUNT, FRAME_PAPER, NOUN, PAPER, PREPOSITION, PRONOUN, RELATIVE, SUBORDINATOR, VERB } from '../../../languages/speech.ts'
import { fitsFrame, readCue, readTail, speakerly, type Cue } from './cues.ts'
import { findNames } from './names.ts'
import { phraseAfter, phraseBefore, SPEAKER } from './noun-phrases.ts'
import { findQuotations, type Quotations } from './quotations.ts'
import type { Speaker } from './speaker.ts'
import { Speakers } from './speakers.ts'
import { unchecked } from './unchecked.ts'
import { NAME, type SpeechTable } from './words.ts'

/** Words said, with what the attribution needs. */
export interface Said {
  first: number
  last: number
  speaker: Speaker
  cue: string
  cueFirst: number
  direct: boolean
  stance: Stance | null
  rule: string
  /** Goes on with words said before: no statement of its own. */
  continues: boolean
  /** Makes its speaker the claimant; false for a mere reaction ("condemned a strike that killed ten"). */
  asserts: boolean
}

interface How {
  first: number
  last: number
  stance: Stance | null
  asserts: boolean
  /** false where an opinion is told, not words. */
  statement?: boolean
}

const LEAST_FRAGMENT = 6 // tokens of a quotation inside a sentence of nobody's that must be somebody's
const CUES_A_SENTENCE = 40
const LONGEST = 3000 // tokens
const REACTIONS: ReadonlySet<string> = new Set(['condemn', 'welcome', 'hail', 'praise', 'denounce', 'criticise', 'criticize', 'slam', 'blast', 'decry', 'deplore', 'applaud', 'thank', 'express', 'reject', 'dismiss', 'call for', 'call on', 'demand', 'urge', 'ask', 'order', 'instruct', 'vow', 'pledge', 'promise', 'threaten', 'agree', 'offer', 'appeal', 'call', 'describe', 'label', 'brand', 'dub', 'liken', 'compare', 'characterise', 'characterize', 'expect', 'hope', 'know', 'understand', 'consider', 'blame'])

/** Finds all that is said in a document. */
export function findSpeech(table: SpeechTable): { said: Said[]; quotations: Quotations } {
  const quotations = findQuotations(table.document)
  const speakers = new Speakers(table, findNames(table))
  const reader = new SentenceReader(table, quotations, speakers)
  for (let s = 0; s < table.document.sentences.length; s++) reader.read(s)
  reader.runOn()
  return { said: reader.said, quotations }
}

class SentenceReader {
  readonly said: Said[] = []
  private readonly table: SpeechTable
  private readonly quotations: Quotations
  private readonly speakers: Speakers
  /** Per quotation: the index + 1 of the words said that hold it. */
  private readonly holder: Int32Array
  /** The last index of `said` by the end of each sentence. */
  private readonly saidBy: Int32Array

  constructor(table: SpeechTable, quotations: Quotations, speakers: Speakers) {
    this.table = table
    this.quotations = quotations
    this.speakers = speakers
    this.holder = new Int32Array(quotations.list.length)
    this.saidBy = new Int32Array(table.document.sentences.length)
  }

  read(s: number): void {
    const { table } = this
    const { tokens, bits, document } = table
    const { first, last } = document.sentences[s]!
    const before = this.said.length
    let cues = 0, leftFrom = first
    for (let i = first; i < last && cues < CUES_A_SENTENCE; i++) {
      if ((bits[i]! & CUE) === 0) {
        if (tokens.lower[i] === ':' && i + 1 < last) this.colon(i, first, last, before)
        continue
      }
      const mark = table.lexicon.sourceMarkAt(tokens.lower, i)
      if (mark > 0) {
        const end = this.source(i, mark, first, last, before, leftFrom)
        if (end > 0) { cues++; leftFrom = end; i = Math.max(i, end - 1) }
        continue
      }
      const cue = readCue(table, i, first, last)
      if (!cue) continue
      const end = this.cue(cue, first, last, before, leftFrom)
      if (end > 0) { cues++; leftFrom = end; i = Math.max(i, cue.last - 1) }
    }
    if (this.said.length === before && s > 0) this.carry(s)
    this.saidBy[s] = this.said.length
  }

  /** A sentence that only parts a number said in the one before ("Of those, two …", "Four were …") is the same speaker's. */
  private carry(s: number): void {
    const { document, tokens, lexicon } = this.table
    const sentence = document.sentences[s]!, previous = document.sentences[s - 1]!
    if (sentence.paragraph !== previous.paragraph || this.quotations.at[sentence.first]! > 0) return
    const until = this.saidBy[s - 1]!, from = s > 1 ? this.saidBy[s - 2]! : 0
    if (until === from || !lexicon.partAt(tokens, sentence.first, sentence.last)) return
    const last = this.said[until - 1]!
    if (last.asserts && !last.direct) this.said.push({ ...last, first: sentence.first, last: sentence.last, continues: true, rule: 'part-of-number' })
  }

  private text(first: number, last: number): string {
    const { tokens } = this.table
    return tokens.text.slice(tokens.start[first]!, tokens.end[last - 1]!)
  }

  private add(first: number, last: number, speaker: Speaker, cue: How, direct: boolean, rule: string, continues = false): void {
    last = Math.min(last, first + LONGEST)
    const { tokens } = this.table
    while (last > first && tokens.kind[last - 1] === TOKEN_PUNCTUATION && (tokens.lower[last - 1] === '.' || tokens.lower[last - 1] === ',')) last--
    if (last <= first) return
    this.said.push({ first, last, speaker, cue: this.text(cue.first, cue.last), cueFirst: cue.first, direct, stance: cue.stance, rule, continues: continues || cue.statement === false, asserts: cue.asserts })
    const index = this.said.length
    for (let q = this.quotations.at[first]! > 0 ? this.quotations.at[first]! - 1 : this.firstQuotation(first, last); q >= 0 && q < this.quotations.list.length && this.quotations.list[q]!.first < last + 1; q++) this.holder[q] = index
  }

  /** The first quotation that begins in a range, by its opening mark; -1 if none. */
  private firstQuotation(first: number, last: number): number {
    const { tokens } = this.table
    for (let i = first; i < last; i++) if (tokens.kind[i] === TOKEN_OPEN_QUOTE || this.quotations.at[i]! > 0) { const q = this.quotations.at[Math.min(i + 1, last - 1)]!; if (q > 0) return q - 1 }
    return -1
  }

  /** Follows a quotation through the paragraphs that re-open it: the token after its last word. */
  private endOf(quotation: number): number {
    const { list } = this.quotations
    let q = quotation
    while (list[q]!.next >= 0) q = list[q]!.next
    return list[q]!.last
  }

  private startOf(quotation: number): number {
    const { list } = this.quotations
    let q = quotation
    while (list[q]!.from >= 0) q = list[q]!.from
    return list[q]!.first
  }

  /** A cue's words; the token after the cue and its adjuncts, 0 if it attributes nothing. */
  private cue(cue: Cue, first: number, last: number, before: number, leftFrom: number): number {
    const { table } = this
    const { tokens } = table
    const inQuote = this.quotations.at[cue.first]!
    if (inQuote > 0 && cue.subject.kind === 'phrase' && cue.subject.phrase.coreLast - cue.subject.phrase.coreFirst === 1 && tokens.lower[cue.subject.phrase.coreFirst] !== undefined && this.isPronoun(cue.subject.phrase.coreFirst)) return 0
    if (inQuote > 0 && cue.subject.kind === 'same' && !(this.said.length > before && this.quotations.at[this.said.at(-1)!.cueFirst] === inQuote)) return 0
    const { verb } = cue
    const opinion = (verb.frames & FRAME_BELIEVE) !== 0
    const enclosed = this.said.length > before && this.said.at(-1)!.last > cue.first
    if (enclosed && REACTIONS.has(verb.lemma) && cue.subject.kind === 'phrase' && this.isPronoun(cue.subject.phrase.coreFirst) && tokens.lower[cue.clauseFirst - 1] !== 'what') return 0
    const how: How = { first: cue.first, last: cue.last, stance: verb.stance === 'claimed' ? (unchecked(table, tokens.sentence[cue.first]!, 2) ? 'unconfirmed' : null) : verb.stance, asserts: (verb.stance !== 'denied' || this.deniesFact(cue, last)) && (!REACTIONS.has(verb.lemma) || verb.lemma === 'describe' && (tokens.lower[cue.right] === 'how' || this.isPaper(cue))) && !((verb.frames & FRAME_COUNT) !== 0 && enclosed) && !(opinion && (enclosed || cue.subject.kind === 'same' || this.isPronoun(cue.subject.phrase.coreFirst))), statement: !opinion }
    const nextQuote = this.quoteFrom(cue.right, last)
    // what was said stands before: "…," X said / said X
    const edge = cue.order === 'after' ? cue.first : cue.subject.kind === 'phrase' ? cue.subject.phrase.first : -1
    const afterCue = cue.right
    const ends = this.clauseEnds(afterCue, last) || !cue.that && !cue.colon && edge > first && this.adjunctOnly(afterCue, last) && this.isClause(leftFrom, edge)
    if (edge > first && (cue.order === 'after' || cue.order === 'before' && cue.subject.kind === 'phrase')) {
      const left = this.leftOf(edge, first, leftFrom)
      if (left && (cue.order === 'after' || ends || left.quoted && tokens.kind[afterCue] !== TOKEN_OPEN_QUOTE && !cue.that && !cue.colon && (left.adjacent || !fitsFrame(table, cue, last, nextQuote)) || (left.comma && tokens.lower[afterCue] === ','))) {
        if ((verb.frames & (FRAME_CLAUSE | FRAME_ADDRESSEE)) !== 0 || left.quoted && (verb.frames & (FRAME_COUNT | FRAME_PAPER)) === 0) {
          const speaker = this.speakerOf(cue, before)
          if (!speaker) return cue.order === 'after' || ends ? afterCue : 0
          const parenthesis = !left.quoted && left.comma && tokens.lower[afterCue] === ',' && cue.order !== 'after' && this.goesOn(afterCue + 1, last)
          this.add(left.first, parenthesis ? last : left.last, speaker, how, left.quoted && left.whole, left.quoted ? 'quotation-then-speaker' : parenthesis ? 'speaker-in-parenthesis' : 'words-then-speaker')
          // “A,” he said, “B.”
          if (left.quoted && nextQuote >= 0 && nextQuote <= afterCue + 2) {
            const q = this.quotations.at[nextQuote + 1]!
            if (q > 0) this.add(nextQuote, this.endOf(q - 1), speaker, how, true, 'quotation-goes-on', true)
          }
          return afterCue
        }
      }
    }
    if (cue.order === 'after') return 0
    if (cue.order === 'agent') {
      const speaker = this.speakerOf(cue, before)
      if (!speaker || cue.first - leftFrom < 2) return 0
      if ((verb.frames & FRAME_ADDRESSEE) !== 0) { // "was told by X that"
        if (this.goesOn(cue.right, last) && tokens.kind[cue.right] === TOKEN_WORD) this.add(cue.right, last, speaker, how, false, 'told-by-speaker')
        return cue.right
      }
      const from = this.clauseStart(cue.first, leftFrom)
      if (this.onlyPoints(from, cue.first)) { this.addPrevious(cue.first, speaker, how); return cue.right }
      this.add(from, this.goesOn(cue.right, last) && tokens.lower[cue.right] === 'to' ? last : cue.first, speaker, how, false, 'said-by-speaker')
      return cue.right
    }
    // what was said stands after
    if (cue.colon && cue.right >= last) return this.colonAtEnd(cue, before, last, how)
    const asSaid = tokens.lower[cue.right] === ',' && cue.clauseFirst > first && tokens.lower[cue.clauseFirst - 1] === 'as' && this.goesOn(cue.right + 1, last)
    if (!asSaid && !fitsFrame(table, cue, last, nextQuote)) return 0
    const speaker = this.speakerOf(cue, before)
    if (!speaker) return 0
    this.cut(cue.clauseFirst, before, cue, speaker)
    let end = last
    let at = cue.right
    if (at < last && tokens.lower[at] === ',') at++
    let direct = false
    if (at < last && tokens.kind[at] === TOKEN_OPEN_QUOTE) direct = true
    // a quotation that begins in this sentence and runs on
    const running = this.runningQuotation(at, last)
    if (running >= 0) end = Math.max(end, this.endOf(running))
    else end = this.contentEnd(cue, at, last, first)
    if (direct && cue.colon) {
      const q = this.quotations.at[at + 1]!
      if (q > 0) end = this.endOf(q - 1)
    }
    const relative = cue.subject.kind === 'phrase' && cue.clauseFirst - 1 > first && (table.bits[cue.clauseFirst - 1]! & RELATIVE) !== 0 && tokens.lower[cue.clauseFirst - 2] !== ',' && ANTECEDENT.test(tokens.lower[cue.clauseFirst - 1]!)
    if (relative) { const antecedent = this.antecedent(cue.clauseFirst - 1, first); if (antecedent < cue.clauseFirst - 1) this.add(antecedent, cue.clauseFirst - 1, speaker, how, false, 'relative-clause', true) }
    this.add(at, end, speaker, how, direct, cue.order === 'participle' || cue.subject.kind === 'same' ? 'same-speaker' : cue.colon ? 'speaker-colon' : cue.order === 'quoted' ? 'quoted-as-saying' : 'speaker-then-words')
    return cue.right
  }

  /** Where the clause of the verb at `at` begins, not before `floor`: after a comma, "where", "that". */
  private clauseStart(at: number, floor: number): number {
    const { tokens, bits } = this.table
    for (let i = at - 2; i > floor; i--) if (tokens.lower[i] === ',' || (bits[i]! & (RELATIVE | SUBORDINATOR)) !== 0 && (bits[i]! & (NAME | PREPOSITION)) === 0) return i + 1
    return floor
  }

  /** "|39 hostages who| the army says are dead": the noun phrase that a relative clause hangs on. */
  private antecedent(relative: number, first: number): number {
    const { tokens, bits } = this.table
    let i = relative
    while (i > first && (tokens.kind[i - 1] === TOKEN_NUMBER || tokens.kind[i - 1] === TOKEN_WORD && (bits[i - 1]! & (SUBORDINATOR | RELATIVE | AUXILIARY | VERB | CUE | CONJOINT)) === 0)) i--
    return i
  }

  /** What was said ends with its sentence, or before: at the comma after "what it called X", at ", as …" of the outlet's own. */
  private contentEnd(cue: Cue, at: number, last: number, first: number): number {
    const { tokens, bits } = this.table
    const what = cue.clauseFirst > first && tokens.lower[cue.clauseFirst - 1] === 'what'
    const opener = cue.clauseFirst - 1
    const subordinate = cue.order === 'before' && opener >= first && (bits[opener]! & SUBORDINATOR) !== 0 && (bits[opener]! & (NAME | CONJOINT)) === 0 && tokens.lower[opener] !== 'but' && tokens.lower[opener] !== 'that' && this.afterMarks(first, opener + 1) === opener
    for (let i = at + 2; i < last - 2; i++) {
      if (tokens.lower[i] !== ',' || this.quotations.at[i]! > 0) continue
      if (what || subordinate) return i
      if (tokens.lower[i + 1] === 'as' && tokens.lower[i + 2] !== 'well') return i
    }
    return last
  }

  private isPronoun(i: number): boolean {
    const word = this.table.tokens.lower[i]
    return word === 'he' || word === 'she' || word === 'they' || word === 'it'
  }

  /** "denied killing three", "denied that …"; not "denied responsibility for the attack that killed three". */
  private deniesFact(cue: Cue, last: number): boolean {
    const { tokens, bits } = this.table
    return cue.that || cue.right < last && ((bits[cue.right]! & PRONOUN) !== 0 || tokens.lower[cue.right]!.endsWith('ing') && (bits[cue.right]! & NOUN) === 0 || tokens.lower[cue.right] === 'having')
  }

  /** The subject is a thing written: "the indictment describes". */
  private isPaper(cue: Cue): boolean {
    return cue.subject.kind === 'phrase' && (this.table.bits[cue.subject.phrase.coreLast - 1]! & PAPER) !== 0
  }

  private colonAtEnd(cue: Cue, before: number, last: number, how: How): number {
    const { tokens } = this.table
    if (last >= tokens.count || tokens.kind[last] !== TOKEN_OPEN_QUOTE) return 0
    const q = this.quotations.at[last + 1]!
    if (q === 0) return 0
    const speaker = this.speakerOf(cue, before)
    if (!speaker) return 0
    this.add(last, this.endOf(q - 1), speaker, how, true, 'speaker-colon')
    return cue.right
  }

  /** Ends the words of earlier cues of the sentence where a new clause with its own speaker begins. */
  private cut(clauseFirst: number, before: number, cue: Cue, speaker: Speaker): void {
    const { tokens, bits } = this.table
    let edge = clauseFirst
    const joined = edge > 0 ? edge - 1 : 0
    const same = cue.subject.kind === 'same'
    let coordinated = same || tokens.lower[joined] === ';' || tokens.lower[joined] === ','
    if (!same) {
      const b = bits[joined]!
      if ((b & CONJOINT) !== 0 || tokens.lower[joined] === 'while' || tokens.lower[joined] === 'whereas' || tokens.lower[joined] === 'although' || tokens.lower[joined] === 'though' || tokens.lower[joined] === 'but') {
        coordinated = true
        edge = joined
        if (edge > 0 && tokens.lower[edge - 1] === ',') edge--
      } else if ((b & ADVERB) !== 0 && tokens.lower[joined - 1] === ',') coordinated = true
    }
    if (!coordinated) return
    for (let k = before; k < this.said.length; k++) {
      const s = this.said[k]!
      if (s.first < edge && s.last > edge && s.cueFirst < cue.first) {
        if (tokens.lower[edge] === ',' && same && s.speaker.name !== speaker.name) continue
        s.last = edge
        while (s.last > s.first && tokens.kind[s.last - 1] === TOKEN_PUNCTUATION) s.last--
      }
    }
  }

  private speakerOf(cue: Cue, before: number): Speaker | null {
    let speaker: Speaker | null = null
    if (cue.subject.kind === 'phrase') speaker = this.speakers.resolve(cue.subject.phrase)
    else if (this.said.length > before) speaker = this.said.at(-1)!.speaker
    else speaker = this.sentenceSubject(cue)
    if (!speaker) return null
    return { ...speaker, channel: cue.channel ?? speaker.channel }
  }

  /** The subject of the sentence, for a verb without its own: "X posted pictures and said". */
  private sentenceSubject(cue: Cue): Speaker | null {
    const { table } = this
    const { tokens, bits, document } = table
    const sentence = document.sentences[tokens.sentence[cue.first]!]!
    let start = sentence.first
    while (start < cue.first && (tokens.kind[start] !== TOKEN_WORD || (bits[start]! & (CONJOINT | ADVERB)) !== 0 && (bits[start]! & NAME) === 0)) start++
    const phrase = phraseAfter(table, start, cue.first)
    if (!phrase) return null
    for (let i = phrase.coreFirst; i < phrase.coreLast; i++) if ((bits[i]! & (SPEAKER | NAME)) !== 0 && (bits[i]! & PAPER) === 0 || this.isPronoun(i)) return this.speakers.resolve(phrase)
    return null
  }

  /** Nothing but punctuation follows. */
  private clauseEnds(at: number, last: number): boolean {
    const { tokens } = this.table
    for (let i = at; i < last; i++) {
      if (tokens.kind[i] === TOKEN_WORD || tokens.kind[i] === TOKEN_OPEN_QUOTE || tokens.lower[i] === ':' || tokens.lower[i] === ',') return false
      if (tokens.kind[i] !== TOKEN_PUNCTUATION && tokens.kind[i] !== TOKEN_CLOSE_QUOTE) return false
    }
    return true
  }

  /** What follows is only where, when or how it was said: "he said in Geneva", "it said without adding places". */
  private adjunctOnly(at: number, last: number): boolean {
    const { tokens, bits } = this.table
    if (at >= last || (bits[at]! & (PREPOSITION | SUBORDINATOR)) === 0 || (bits[at]! & (DETERMINER | PRONOUN | NAME)) !== 0 || tokens.lower[at] === 'that' || tokens.lower[at] === 'if' || tokens.lower[at] === 'to') return false
    const subordinate = (bits[at]! & SUBORDINATOR) !== 0 || tokens.lower[at] === 'without'
    for (let i = at; i < last; i++) {
      if (tokens.kind[i] === TOKEN_OPEN_QUOTE || tokens.lower[i] === ':') return false
      if (!subordinate && (bits[i]! & (AUXILIARY | CUE)) !== 0 && (bits[i]! & NOUN) === 0) return false
    }
    return true
  }

  /** A clause stands there: it has a verb and does not open with a preposition. */
  private isClause(first: number, last: number): boolean {
    const { tokens, bits } = this.table
    let i = first
    while (i < last && tokens.kind[i] !== TOKEN_WORD && tokens.kind[i] !== TOKEN_NUMBER) i++
    if (i >= last || (bits[i]! & (PREPOSITION | SUBORDINATOR)) !== 0 && (bits[i]! & (DETERMINER | NAME)) === 0) return false
    for (; i < last; i++) if (tokens.kind[i] === TOKEN_WORD && ((bits[i]! & (AUXILIARY | VERB)) !== 0 || (bits[i]! & NAME) === 0 && tokens.lower[i]!.length > 4 && tokens.lower[i]!.endsWith('ed'))) return true
    return false
  }

  private goesOn(at: number, last: number): boolean {
    let words = 0
    for (let i = at; i < last && words < 3; i++) if (this.table.tokens.kind[i] === TOKEN_WORD) words++
    return words >= 2
  }

  private quoteFrom(at: number, last: number): number {
    for (let i = at; i < last && i < at + 16; i++) if (this.table.tokens.kind[i] === TOKEN_OPEN_QUOTE) return i
    return -1
  }

  /** The quotation that begins in `at`–`last` and ends after `last`; -1 if none. */
  private runningQuotation(at: number, last: number): number {
    const q = last > at ? this.quotations.at[last - 1]! : 0
    if (q === 0) return -1
    const quotation = this.quotations.list[q - 1]!
    return quotation.first > at && (quotation.last >= last || quotation.next >= 0) ? q - 1 : quotation.first === at + 1 ? q - 1 : -1
  }

  /** What stands before a speaker that follows: from where, to where, and whether it is quoted. */
  private leftOf(edge: number, first: number, leftFrom: number): { first: number; last: number; quoted: boolean; whole: boolean; comma: boolean; adjacent: boolean } | null {
    const { tokens } = this.table
    let end = edge - 1
    let comma = false, dash = false
    if (tokens.lower[end] === ',') { comma = true; end-- } else if (tokens.lower[end] === '-' || tokens.lower[end] === '–' || tokens.lower[end] === '—') { dash = true; end-- }
    if (end < first) return null
    if (tokens.kind[end] === TOKEN_CLOSE_QUOTE && end > 0) {
      const q = this.quotations.at[end - 1]!
      if (q > 0) {
        const start = this.startOf(q - 1)
        const quotation = this.quotations.list[q - 1]!
        const head = quotation.first - 1
        const whole = head <= Math.max(first, leftFrom) || quotation.first <= first
        if (whole) return { first: start, last: end, quoted: true, whole: true, comma, adjacent: true }
        return { first: Math.max(first, leftFrom), last: end, quoted: true, whole: false, comma, adjacent: comma || tokens.lower[end - 1] === ',' }
      }
    }
    if (!comma && !dash) return null
    const from = this.afterMarks(Math.max(first, leftFrom), end)
    if (end + 1 - from < 1 || end === from && (dash || tokens.lower[edge] === undefined)) return null
    return { first: from, last: end + 1, quoted: false, whole: false, comma, adjacent: false }
  }

  private afterMarks(at: number, last: number): number {
    const { tokens, bits } = this.table
    let i = at
    while (i < last && (tokens.kind[i] === TOKEN_PUNCTUATION || (bits[i]! & CONJOINT) !== 0 && (bits[i]! & NAME) === 0)) i++
    return i
  }

  /** "according to X": what X says stands before, after, or on both sides. The token after X, 0 if nobody is named. */
  private source(i: number, size: number, first: number, last: number, before: number, leftFrom: number): number {
    const { table } = this
    const { tokens, bits } = table
    const phrase = phraseAfter(table, i + size, last)
    if (!phrase || !speakerly(table, phrase) && (bits[phrase.coreFirst]! & PRONOUN) === 0 && !OBLIQUE.test(tokens.lower[phrase.coreFirst]!)) return 0
    let end = this.paperEnd(phrase.last, phrase.coreLast - 1, last)
    const tail = readTail(table, end, last, NO_VERB)
    const speaker = this.speakers.resolve(phrase)
    if (!speaker) return 0
    if (tail.right > end && !tail.that) end = tail.right
    const how = { first: i, last: i + size, stance: null, asserts: true }
    const named = { ...speaker, channel: tail.channel ?? speaker.channel }
    let left = i - 1
    const opens = left < first || this.afterMarks(first, i) >= i || (bits[left]! & (CONJOINT | SUBORDINATOR)) !== 0 || tokens.lower[left] === ',' && left - 1 >= first && ((bits[left - 1]! & (CONJOINT | SUBORDINATOR)) !== 0 && (bits[left - 1]! & NAME) === 0)
    if (size === 1 && !opens && tokens.lower[left] !== ',') return 0
    if (opens) {
      let from = end
      if (tokens.lower[from] === ',') from++
      if (this.goesOn(from, last)) {
        const running = this.runningQuotation(from, last)
        this.add(from, running >= 0 ? Math.max(last, this.endOf(running)) : last, named, how, false, 'source-then-words')
        return from
      }
      // a broken fragment: the next sentence of the line is what the source says
      const sentences = table.document.sentences
      const s = tokens.sentence[i]!
      const next = sentences[s + 1]
      if (next && next.paragraph === sentences[s]!.paragraph && left < first) this.add(next.first, next.last, named, how, false, 'source-then-words')
      return end
    }
    while (left > first && (tokens.kind[left] === TOKEN_PUNCTUATION)) left--
    let from = this.afterMarks(Math.max(first, leftFrom), left + 1)
    const open = this.said.length > before ? this.said.at(-1)! : null
    if (open && open.last > i && open.first <= i) from = Math.max(from, open.first)
    const quote = tokens.kind[left] === TOKEN_CLOSE_QUOTE ? this.quotations.at[left - 1]! : 0
    if (quote > 0 && this.quotations.list[quote - 1]!.first <= from + 1) from = this.startOf(quote - 1)
    const both = tokens.lower[i - 1] === ',' && tokens.lower[end] === ',' && this.verbSoon(end + 1, last)
    if (left + 1 - from < 1) return 0
    if (this.onlyPoints(from, left + 1)) { this.addPrevious(i, named, how); return end }
    this.add(from, both ? last : left + 1, named, how, false, 'words-then-source')
    return end
  }

  /** "data confirmed by the bureau": the words of the author belong to the source. */
  private paperEnd(end: number, head: number, last: number): number {
    const { table } = this
    const { tokens, bits } = table
    if ((bits[head]! & PAPER) === 0) return end
    for (let i = end; i < last && i < end + 5; i++) if (tokens.lower[i] === 'by' || tokens.lower[i] === 'from') { if (i === end) return end; const author = phraseAfter(table, i + 1, last); return author ? author.last : end }
    return end
  }

  /** "This was", "That's", "It is": the words point back to the sentence before. */
  private onlyPoints(first: number, last: number): boolean {
    const { tokens, bits } = this.table
    let points = false
    for (let i = first; i < last; i++) {
      if (tokens.kind[i] !== TOKEN_WORD) continue
      if (POINTS.test(tokens.lower[i]!)) points = true
      else if ((bits[i]! & (AUXILIARY | ADVERB)) === 0 && tokens.lower[i] !== "'s") return false
    }
    return points
  }

  /** The sentence before is what was said. */
  private addPrevious(at: number, speaker: Speaker, how: How): void {
    const { document, tokens } = this.table
    const s = tokens.sentence[at]!
    const previous = document.sentences[s - 1]
    if (!previous || previous.post !== document.sentences[s]!.post) return
    const until = this.saidBy[s - 1]!, from = s > 1 ? this.saidBy[s - 2]! : 0
    if (until === from) this.add(previous.first, previous.last, speaker, how, false, 'said-of-sentence-before')
  }

  /** After a parenthesis: the verb of the sentence follows at once. */
  private verbSoon(at: number, last: number): boolean {
    const { bits } = this.table
    return at < last && (bits[at]! & (1 << 14)) !== 0
  }

  /** "X: “…”" without a verb. */
  private colon(i: number, first: number, last: number, before: number): void {
    const { table } = this
    const { tokens, bits } = table
    if (tokens.kind[i + 1] !== TOKEN_OPEN_QUOTE || this.quotations.at[i]! > 0 || this.said.length > before && this.said.at(-1)!.last > i) return
    const q = this.quotations.at[i + 2] ?? 0
    if (q === 0) return
    const phrase = phraseBefore(table, i, first)
    if (!phrase || phrase.first > first || (bits[phrase.coreLast - 1]! & (NAME | SPEAKER)) === 0 || (bits[phrase.coreLast - 1]! & (NOUN | RELATIVE)) !== 0 && (bits[phrase.coreLast - 1]! & (NAME)) === 0) return
    const speaker = this.speakers.resolve(phrase)
    if (speaker) this.add(i + 1, this.endOf(q - 1), speaker, { first: i, last: i + 1, stance: null, asserts: true }, true, 'speaker-colon')
    void last
  }

  /** Quotations that no cue holds: those that go on from one that is held, and those that stand right after one. */
  runOn(): void {
    const { tokens, document } = this.table
    const { list } = this.quotations
    for (let q = 0; q < list.length; q++) {
      const quotation = list[q]!
      if (this.holder[q]! > 0 || quotation.last - quotation.first < 3) continue
      const opener = quotation.first - 1
      const s = tokens.sentence[Math.max(0, opener)]!
      const sentence = document.sentences[s]!
      if (quotation.from >= 0) {
        const held = this.holder[quotation.from]!
        if (held > 0) this.goOn(held - 1, quotation.first, quotation.last, q)
        continue
      }
      const within = opener > sentence.first
      if (within && quotation.last - quotation.first < LEAST_FRAGMENT) continue
      const previous = s > 0 ? document.sentences[s - 1]! : null
      if (!previous || sentence.post !== previous.post && sentence.post >= 0) continue
      // the words said last, in the sentence before
      const until = this.saidBy[s - 1]!, from = s > 1 ? this.saidBy[s - 2]! : 0
      let held = until > from ? until : q > 0 && list[q - 1]!.last >= previous.first && this.holder[q - 1]! > 0 ? this.holder[q - 1]! : 0
      for (let back = 2; held === 0 && !within && back <= 4 && s - back > 0; back++) {
        if (document.sentences[s - back]!.post !== sentence.post) break
        const at = this.saidBy[s - back]!
        if (at > this.saidBy[s - back - 1]!) held = at
      }
      if (held > 0) this.goOn(held - 1, quotation.first, quotation.last, q)
    }
  }

  private goOn(held: number, first: number, last: number, q: number): void {
    const s = this.said[held]!
    this.said.push({ ...s, first, last, direct: true, continues: true, rule: 'quotation-goes-on', asserts: true })
    this.holder[q] = this.said.length
  }
}

const ANTECEDENT = /^(who|whom|which|that)$/
const POINTS = /^(this|that|it|which|that's|it's)$/
const OBLIQUE = /^(him|her|them)$/
const NO_VERB = { lemma: '', frames: 0, stance: null } as const
