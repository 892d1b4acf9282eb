// Sentence by sentence: each cue of saying, its speaker, and the range of tokens that it attributes.
import { FLAG_POSSESSIVE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_PUNCTUATION, TOKEN_WORD } from '../../../model/document.ts'
import { ADVERB, AUXILIARY, BE, CONJOINT, DETERMINER, CUE, FRAME_ACCOUNT, FRAME_ADDRESSEE, FRAME_BELIEVE, FRAME_CLAUSE, FRAME_COUNT, FRAME_OBJECT, FRAME_PAPER, FRAME_REACTION, MODIFIER, NOUN, PAPER, PEOPLE, PREPOSITION, PRONOUN, RELATIVE, ROLE, SORT_ANSWERABLE, SORT_LABEL, SORT_MANNER, SUBORDINATOR, VERB } from '../../../languages/speech.ts'
import { AS, BY, CONTRAST, HOW, OF, POINTS, QUOTES, RELATES, THAT, TO, WHAT } from '../../../languages/speech-uses.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { readCue, type Cue } from './cues.ts'
import { fitsFrame } from './frames.ts'
import { headed } from './headlines.ts'
import { findNames } from './names.ts'
import { phraseAfter, phraseBefore, SPEAKER, speakerly, type SpeakerPhrase } from './noun-phrases.ts'
import { findQuotations, type Quotations } from './quotations.ts'
import { adjunctOnly, antecedent, clauseEnds, clauseStart, contentEnd, goesOn, isClause, leftOf, onlyPoints, quoteFrom } from './ranges.ts'
import { relay } from './relay.ts'
import { addPrevious, carryParts, runOn } from './run-on.ts'
import { Gathered, type How, type Said } from './said.ts'
import { readReckoning, readSource } from './sources.ts'
import type { Speaker } from './speaker.ts'
import { Speakers } from './speakers.ts'
import { unchecked } from './unchecked.ts'
import { NAME, type SpeechTable } from './words.ts'

const CUES_A_SENTENCE = 40
/** A headline's last words, behind its dash. */
const TAIL = 7
const SENTENCES_CHECKED = 2 // after a claim, for words that nobody could check it
/** So many tokens behind "that" stands whose deed it was. */
const ANSWERS_WITHIN = 6
/** A subject has few words. */
const CLAUSE_WITHIN = 7
/** So many tokens behind a verb that denies stands the deed that it denies; what opens whom it befell. */
const DEED_WITHIN = 4
const OUTLETS = wordGroup('outlet_word'), DEEDS = wordGroup('deed_denied'), OF_DEED: ReadonlySet<string> = new Set(['of', 'on', 'against'])

/** Finds all that is said in a document, in steps. */
export function* findingSpeech(table: SpeechTable): Generator<void, { said: Said[]; quotations: Quotations }, void> {
  const quotations = findQuotations(table.document)
  yield
  const gathered = new Gathered(table, quotations)
  const reader = new SentenceReader(gathered, new Speakers(table, findNames(table)))
  yield
  for (let s = 0; s < table.document.sentences.length; s++) reader.read(s)
  runOn(gathered)
  relay(gathered)
  return { said: gathered.list, quotations }
}

class SentenceReader {
  private readonly table: SpeechTable
  private readonly gathered: Gathered
  private readonly speakers: Speakers
  /** The sentence read, and what was said when it began. */
  private first = 0
  private last = 0
  private before = 0
  /** Where words can begin that stand before their speaker: after the cue before. */
  private leftFrom = 0

  constructor(gathered: Gathered, speakers: Speakers) {
    this.table = gathered.table
    this.gathered = gathered
    this.speakers = speakers
  }

  read(s: number): void {
    const { table, gathered } = this
    const { tokens, bits, document, lexicon } = table
    const { first, last } = document.sentences[s]!
    this.first = this.leftFrom = first
    this.last = last
    this.before = gathered.list.length
    let cues = 0
    for (let i = first; i < last && cues < CUES_A_SENTENCE; i++) {
      if ((bits[i]! & CUE) === 0) {
        if (tokens.kind[i] === TOKEN_PUNCTUATION && i + 1 < last) { if (tokens.lower[i] === ':') this.colon(i); else if (last - i < TAIL) this.headline(i) }
        else if ((tokens.flags[i]! & FLAG_POSSESSIVE) !== 0) {
          const end = readReckoning(gathered, this.speakers, i, { first, last, before: this.before, leftFrom: this.leftFrom })
          if (end > 0) { cues++; this.leftFrom = end; i = end - 1 }
        }
        continue
      }
      const mark = lexicon.sourceMarkAt(tokens.lower, i)
      const cue = mark > 0 ? null : readCue(table, i, first, last)
      const end = mark > 0 ? readSource(gathered, this.speakers, i, mark, first, last, this.before, this.leftFrom) : cue ? this.cue(cue) : 0
      if (end === 0) continue
      cues++
      this.leftFrom = end
      i = Math.max(i, cue ? cue.last - 1 : end - 1)
    }
    if (gathered.list.length === this.before && s > 0) carryParts(gathered, s)
    gathered.by[s] = gathered.list.length
  }

  /** A cue's words; the token after the cue and its adjuncts, 0 if it attributes nothing. */
  private cue(cue: Cue): number {
    const { table, last } = this
    if (!this.counts(cue)) return 0
    const how = this.howOf(cue)
    const nextQuote = quoteFrom(table, cue.right, last)
    const behind = this.wordsBefore(cue, how, nextQuote)
    if (behind >= 0 || cue.order === 'after') return Math.max(0, behind)
    if (cue.order === 'agent') return this.byAgent(cue, how)
    return this.wordsAfter(cue, how, nextQuote)
  }

  /** Pronouns and left-out subjects inside a quotation are the quoted speaker's own telling; a reaction told within other words is no cue. */
  private counts(cue: Cue): boolean {
    const { table, gathered } = this
    const { at } = gathered.quotations
    const quote = at[cue.first]!
    const pronoun = this.isPronounSubject(cue)
    if (quote > 0 && pronoun) return false
    if (quote > 0 && cue.subject.kind === 'same' && !(gathered.list.length > this.before && at[gathered.list.at(-1)!.cueFirst] === quote)) return false
    return !(this.isEnclosed(cue) && (cue.verb.frames & FRAME_REACTION) !== 0 && pronoun && (table.uses[cue.clauseFirst - 1]! & WHAT) === 0)
  }

  private isPronounSubject(cue: Cue): boolean {
    return cue.subject.kind === 'phrase' && cue.subject.phrase.coreLast - cue.subject.phrase.coreFirst === 1 && (this.table.bits[cue.subject.phrase.coreFirst]! & PRONOUN) !== 0
  }

  /** The cue stands within words said by another. */
  private isEnclosed(cue: Cue): boolean {
    const { list } = this.gathered
    return list.length > this.before && list.at(-1)!.last > cue.first
  }

  /** "…; the army put its losses at seven", "…, while the army puts them at nine": a voice of its own beside the one before. */
  private answers(cue: Cue): boolean {
    const { tokens, uses } = this.table
    const at = cue.clauseFirst - 1
    return cue.subject.kind === 'phrase' && !this.isPronounSubject(cue) && at > this.first && (tokens.lower[at] === ';' || (uses[at]! & CONTRAST) !== 0 && tokens.lower[at - 1] === ',')
  }

  private howOf(cue: Cue): How {
    const { table } = this
    const { frames } = cue.verb, stance = cue.denies === true ? 'denied' : cue.verb.stance
    const enclosed = this.isEnclosed(cue)
    const opinion = (frames & FRAME_BELIEVE) !== 0
    let asserts = stance !== 'denied' || this.deniesFact(cue)
    if ((frames & FRAME_REACTION) !== 0 && cue.denies !== true && !((frames & FRAME_ACCOUNT) !== 0 && ((table.uses[cue.right] ?? 0) & HOW) !== 0 || (frames & FRAME_ACCOUNT) !== 0 && this.isPaper(cue))) asserts = false
    if ((frames & FRAME_COUNT) !== 0 && enclosed && !this.answers(cue)) asserts = false
    if (opinion && (enclosed || cue.subject.kind === 'same' || this.isPronounSubject(cue))) asserts = false
    const checked = stance !== 'claimed' ? stance : unchecked(table, table.tokens.sentence[cue.first]!, SENTENCES_CHECKED) ? 'unconfirmed' : null
    return { first: cue.first, last: cue.last, stance: checked, asserts, statement: !opinion }
  }

  /** "denied killing three", "denied that …", "denied the bombing of a theatre"; not "denied responsibility for the attack that killed three". */
  private deniesFact(cue: Cue): boolean {
    const { tokens, bits, uses, lexicon } = this.table
    if (cue.that && cue.denies !== true) for (let i = cue.right; i < this.last && i < cue.right + ANSWERS_WITHIN; i++) if ((lexicon.sortOf(tokens.lower[i]!) & SORT_ANSWERABLE) !== 0) return false // "denied that it was behind the strike"
    return cue.that || this.deniesDeed(cue.right) || this.deniesClause(cue.right) || cue.right < this.last && ((bits[cue.right]! & PRONOUN) !== 0 || lexicon.isIng(tokens.lower[cue.right]!) && cue.right + 1 < this.last && tokens.kind[cue.right + 1] !== TOKEN_PUNCTUATION && (uses[cue.right + 1]! & OF) === 0)
  }

  /** "denied the shelling of a school", "denied any attack on the town": what is denied is a deed by its noun. */
  private deniesDeed(at: number): boolean {
    const { lower } = this.table.tokens
    for (let i = at; i + 1 < this.last && i < at + DEED_WITHIN; i++) if (DEEDS.has(lower[i]!)) return OF_DEED.has(lower[i + 1]!)
    return false
  }

  /** "denied its forces had shelled the town", "denies the jet was lost": a clause without "that". */
  private deniesClause(at: number): boolean {
    const { tokens, bits, uses, lexicon } = this.table
    for (let i = at; i < this.last && i < at + CLAUSE_WITHIN; i++) {
      const b = bits[i]!
      if ((uses[i]! & THAT) !== 0 || tokens.kind[i] !== TOKEN_WORD && tokens.kind[i] !== TOKEN_NUMBER || (b & (PREPOSITION | SUBORDINATOR | RELATIVE | CONJOINT)) !== 0 && (b & (DETERMINER | NAME)) === 0) return false
      if (i > at && ((b & (AUXILIARY | VERB)) !== 0 || (b & NAME) === 0 && (bits[i - 1]! & (DETERMINER | MODIFIER)) === 0 && lexicon.isPast(tokens.lower[i]!))) return true
    }
    return false
  }

  /** The subject is a thing written: "the indictment describes". */
  private isPaper(cue: Cue): boolean {
    return cue.subject.kind === 'phrase' && (this.table.bits[cue.subject.phrase.coreLast - 1]! & PAPER) !== 0
  }

  /** "…," X said; "…," said X; "Russia, X said, has …". The token after the cue; -1 where the words do not stand before it. */
  private wordsBefore(cue: Cue, how: How, nextQuote: number): number {
    const { table, gathered, first, last } = this
    const { tokens } = table
    const { verb, right } = cue
    // "…, the agency quoted a doctor as saying."
    const relayed = cue.order === 'quoted' && clauseEnds(table, right, last) ? phraseBefore(table, cue.clauseFirst, first) : null
    if (cue.order !== 'after' && !relayed && !(cue.order === 'before' && cue.subject.kind === 'phrase')) return -1
    const edge = cue.order === 'after' ? cue.first : relayed ? relayed.first : cue.subject.kind === 'phrase' ? cue.subject.phrase.first : -1
    if (edge <= first) return -1
    const left = leftOf(gathered, edge, first, this.leftFrom)
    if (!left || (verb.frames & (FRAME_CLAUSE | FRAME_ADDRESSEE)) === 0 && !(left.quoted && (verb.frames & (FRAME_COUNT | FRAME_PAPER)) === 0)) return -1
    const bare = !cue.that && !cue.colon
    const cited = bare && tokens.lower[right] !== ',' ? this.citedAt(right) : null // "the agency reported |citing the governor|"
    const ends = clauseEnds(table, cited === null ? right : cited.last, last) || bare && adjunctOnly(table, right, last) && isClause(table, this.leftFrom, edge)
    const quoted = left.quoted && bare && tokens.kind[right] !== TOKEN_OPEN_QUOTE && (left.adjacent || !fitsFrame(table, cue, last, nextQuote))
    const between = left.comma && tokens.lower[right] === ','
    if (cue.order !== 'after' && !ends && !quoted && !between) return -1
    const speaker = this.speakerOf(cue)
    if (!speaker) return cue.order === 'after' || ends ? right : 0
    const parenthesis = !left.quoted && between && cue.order !== 'after' && goesOn(table, right + 1, last)
    gathered.add(left.first, parenthesis ? last : left.last, speaker, how, left.quoted && left.whole, left.quoted ? 'quotation-then-speaker' : parenthesis ? 'speaker-in-parenthesis' : 'words-then-speaker')
    // “A,” he said, “B.”
    if (left.quoted && nextQuote >= 0 && nextQuote <= right + 2) {
      const q = gathered.quotations.at[nextQuote + 1]!
      if (q > 0) gathered.add(nextQuote, gathered.endOf(q - 1), speaker, how, true, 'quotation-goes-on', true)
    }
    return right
  }

  /** "… was confirmed by X", "was told by X that …". */
  private byAgent(cue: Cue, how: How): number {
    const { table, gathered, last } = this
    const speaker = this.speakerOf(cue)
    if (!speaker || cue.first - this.leftFrom < 2) return 0
    const more = goesOn(table, cue.right, last)
    if ((cue.verb.frames & FRAME_ADDRESSEE) !== 0) {
      if (more && table.tokens.kind[cue.right] === TOKEN_WORD) gathered.add(cue.right, last, speaker, how, false, 'told-by-speaker')
      return cue.right
    }
    const from = clauseStart(table, cue.first, this.leftFrom)
    if (onlyPoints(table, from, cue.first)) addPrevious(gathered, cue.first, speaker, how)
    else gathered.add(from, more && (table.uses[cue.right]! & TO) !== 0 ? last : cue.first, speaker, how, false, 'said-by-speaker')
    return cue.right
  }

  /** "X said that …", "X: “…”", ", adding …". */
  private wordsAfter(cue: Cue, how: How, nextQuote: number): number {
    const { table, gathered, first, last } = this
    const { tokens, uses } = table
    if (cue.colon && cue.right >= last) return this.colonAtEnd(cue, how)
    const opener = cue.clauseFirst - 1
    const asSaid = tokens.lower[cue.right] === ',' && opener >= first && (uses[opener]! & AS) !== 0 && goesOn(table, cue.right + 1, last)
    // "The mayor disclosed this in a statement."
    if (cue.last < last && how.asserts && cue.verb.stance === null && (uses[cue.last]! & POINTS) !== 0 && (table.bits[cue.last]! & DETERMINER) !== 0 && (cue.verb.frames & (FRAME_CLAUSE | FRAME_OBJECT)) !== 0) {
      const behind = Math.max(cue.right, cue.last + 1)
      const upTo = this.handedOn(behind)
      const teller = upTo === behind || clauseEnds(table, behind, last) || adjunctOnly(table, behind, upTo) && !(cue.that && this.opensClause(behind)) ? this.speakerOf(cue) : null
      if (teller) { addPrevious(gathered, cue.first, teller, how); return behind }
    }
    const after = this.behindCited(cue)
    if (!asSaid && after === cue.right && !fitsFrame(table, cue, last, nextQuote)) return 0
    const speaker = this.speakerOf(cue)
    if (!speaker) return 0
    if (how.asserts) this.cut(cue, speaker)
    const at = after < last && tokens.lower[after] === ',' ? after + 1 : after
    const direct = at < last && tokens.kind[at] === TOKEN_OPEN_QUOTE
    const running = gathered.runningFrom(at, last)
    let end = running >= 0 ? Math.max(last, gathered.endOf(running)) : contentEnd(gathered, cue, at, first, last)
    const q = direct && cue.colon ? gathered.quotations.at[at + 1]! : 0
    if (q > 0) end = gathered.endOf(q - 1)
    // "39 hostages who the army says are dead"
    if (cue.subject.kind === 'phrase' && opener > first && (table.bits[opener]! & RELATIVE) !== 0 && (uses[opener]! & RELATES) !== 0 && tokens.lower[opener - 1] !== ',') {
      const from = antecedent(table, opener, first)
      if (from < opener) gathered.add(from, opener, speaker, how, false, 'relative-clause', true)
    }
    gathered.add(at, end, speaker, how, direct, cue.order === 'participle' || cue.subject.kind === 'same' ? 'same-speaker' : cue.colon ? 'speaker-colon' : cue.order === 'quoted' ? 'quoted-as-saying' : 'speaker-then-words')
    return cue.right
  }

  /** "The mayor wrote this on Facebook|, the agency reports|": where words behind token `at` end that say who hands them on; else the sentence's end. */
  private handedOn(at: number): number {
    const { tokens, bits } = this.table
    for (let i = this.last - 1; i >= at; i--) if (tokens.lower[i] === ',') return this.last - i <= TAIL && (bits[this.last - 2]! & CUE) !== 0 ? i : this.last
    return this.last
  }

  /** "announced that |if the truce holds,| it will", "that if need be it would be ready": what was said begins with a clause of its own, closed by a comma or with a second verb behind it. */
  private opensClause(at: number): boolean {
    if ((this.table.bits[at]! & SUBORDINATOR) === 0) return false
    let verbs = 0
    for (let i = at + 1; i < this.last; i++) if (this.table.tokens.lower[i] === ',' || (this.table.bits[i]! & AUXILIARY) !== 0 && ++verbs > 1) return true
    return false
  }

  private colonAtEnd(cue: Cue, how: How): number {
    const { gathered, last } = this
    const { tokens } = this.table
    const q = last < tokens.count && tokens.kind[last] === TOKEN_OPEN_QUOTE ? gathered.quotations.at[last + 1]! : 0
    const speaker = q > 0 ? this.speakerOf(cue) : null
    if (!speaker) return 0
    gathered.add(last, gathered.endOf(q - 1), speaker, how, true, 'speaker-colon')
    return cue.right
  }

  /** Ends the words of earlier cues of the sentence where a new clause with its own speaker begins. */
  private cut(cue: Cue, speaker: Speaker): void {
    const { tokens, bits, uses } = this.table
    const { list } = this.gathered
    const joined = Math.max(0, cue.clauseFirst - 1)
    const same = cue.subject.kind === 'same'
    let edge = cue.clauseFirst
    let coordinated = same || tokens.lower[joined] === ';' || tokens.lower[joined] === ','
    if (!same && ((bits[joined]! & CONJOINT) !== 0 || (uses[joined]! & CONTRAST) !== 0)) {
      coordinated = true
      edge = joined > 0 && tokens.lower[joined - 1] === ',' ? joined - 1 : joined
    } else if (!same && (bits[joined]! & ADVERB) !== 0 && tokens.lower[joined - 1] === ',') coordinated = true
    if (!coordinated) return
    for (let k = this.before; k < list.length; k++) {
      const s = list[k]!
      if (s.first >= edge || s.last <= edge || s.cueFirst >= cue.first || same && tokens.lower[edge] === ',' && s.speaker.name !== speaker.name) continue
      s.last = edge
      while (s.last > s.first && tokens.kind[s.last - 1] === TOKEN_PUNCTUATION) s.last--
    }
  }

  private speakerOf(cue: Cue): Speaker | null {
    const { list } = this.gathered
    const speaker = cue.subject.kind === 'phrase' ? this.citedBy(cue) ?? this.speakers.resolve(cue.subject.phrase) : list.length > this.before ? list.at(-1)!.speaker : this.sentenceSubject(cue)
    return speaker && { ...speaker, channel: cue.channel ?? speaker.channel }
  }

  /** "…, the newspaper reported, citing |the army|.", "The newspaper, citing |the army|, reported", "Citing |the army|, the newspaper reported": whoever an outlet has it from; null where it names nobody, or a person speaks. */
  private citedBy(cue: Cue): Speaker | null {
    if (cue.subject.kind !== 'phrase') return null
    const { bits } = this.table
    const { phrase } = cue.subject
    if (!OUTLETS.has(this.table.tokens.lower[phrase.coreLast - 1]!)) for (let i = phrase.coreFirst; i < phrase.coreLast; i++) if ((bits[i]! & (ROLE | PEOPLE | PRONOUN)) !== 0) return null
    const cited = this.citedAt(cue.right) ?? this.citedAt(phrase.coreLast) ?? this.citedAt(this.first)
    if (!cited || (cited.first < phrase.first && cited.last + 1 < phrase.first)) return null
    return speakerly(this.table, cited) && (bits[cited.coreLast - 1]! & PAPER) === 0 ? this.speakers.resolve(cited) : null
  }

  /** The phrase behind "citing" at the token `from`, or behind the comma there. */
  private citedAt(from: number): SpeakerPhrase | null {
    const { tokens, uses, lexicon } = this.table
    const at = from < this.last && tokens.lower[from] === ',' ? from + 1 : from
    if (at + 1 >= this.last || (uses[at]! & QUOTES) === 0 || !lexicon.isIng(tokens.lower[at]!)) return null
    const cited = phraseAfter(this.table, at + 1, this.last)
    // "citing |remarks by| the mayor": whose they are
    if (cited !== null && cited.last + 1 < this.last && ((this.table.bits[cited.coreLast - 1]! & (PAPER | NAME)) === PAPER || !speakerly(this.table, cited)) && (uses[cited.last]! & BY) !== 0) return phraseAfter(this.table, cited.last + 1, this.last) ?? cited
    return cited
  }

  /** "reported, citing two officials,| that 12 people died": where the words told begin behind whoever an outlet has them from. */
  private behindCited(cue: Cue): number {
    const cited = this.citedAt(cue.right)
    return cited && this.table.tokens.lower[cited.last] === ',' ? cited.last : cue.right
  }

  /** The subject of the sentence, for a verb without its own: "X posted pictures and said". */
  private sentenceSubject(cue: Cue): Speaker | null {
    const { table } = this
    const { tokens, bits } = table
    let start = this.first
    while (start < cue.first && (tokens.kind[start] !== TOKEN_WORD || (bits[start]! & (CONJOINT | ADVERB)) !== 0 && (bits[start]! & NAME) === 0)) start++
    const phrase = phraseAfter(table, start, cue.first)
    if (!phrase) return null
    for (let i = phrase.coreFirst; i < phrase.coreLast; i++) if ((bits[i]! & (SPEAKER | NAME)) !== 0 && (bits[i]! & PAPER) === 0 || (bits[i]! & PRONOUN) !== 0) return this.speakers.resolve(phrase)
    return null
  }

  /** "The police are more cautious: …", "… (source: the ministry)". */
  private mannerColon(i: number): boolean {
    const { table, gathered, first, last } = this
    const { tokens, bits, lexicon } = table
    const sort = lexicon.sortOf(tokens.lower[i - 1] ?? '')
    const how = { first: i - 1, last: i, stance: null, asserts: true, statement: true }
    if ((sort & SORT_LABEL) !== 0) {
      const phrase = phraseAfter(table, i + 1, last), open = i - 2
      if (!phrase || open <= first || tokens.lower[open] !== '(' || !clauseEnds(table, phrase.last, last)) return false
      const speaker = this.speakers.resolve(phrase)
      if (speaker) gathered.add(Math.max(first, this.leftFrom), open, speaker, how, false, 'words-then-source')
      return speaker !== null
    }
    if ((sort & SORT_MANNER) === 0 || gathered.list.length > this.before) return false
    let be = i - 2
    while (be > first && (bits[be]! & (ADVERB | DETERMINER)) !== 0) be--
    if ((bits[be]! & BE) === 0) return false
    const phrase = phraseBefore(table, be, first)
    if (!phrase || phrase.first > first || !speakerly(table, phrase)) return false
    const speaker = this.speakers.resolve(phrase)
    if (speaker) gathered.add(i + 1, last, speaker, how, false, 'speaker-colon')
    return speaker !== null
  }

  /** "Monitor: 12 killed in raids", "12 killed in raids – governor", in a headline. */
  private headline(i: number): boolean {
    const { table, gathered, first, last } = this
    const found = gathered.list.length > this.before ? null : headed(table, i, first, last)
    const speaker = found && this.speakers.resolve(found.phrase)
    if (speaker) gathered.add(found!.first, found!.last, speaker, { first: i, last: i + 1, stance: null, asserts: true, statement: true }, false, 'speaker-colon')
    return speaker !== null
  }

  /** "X: “…”" without a verb. */
  private colon(i: number): void {
    const { table, gathered, first } = this
    const { tokens, bits } = table
    const { at } = gathered.quotations
    if (this.mannerColon(i) || this.headline(i)) return
    if (tokens.kind[i + 1] !== TOKEN_OPEN_QUOTE || at[i]! > 0 || gathered.list.length > this.before && gathered.list.at(-1)!.last > i) return
    const q = at[i + 2] ?? 0
    const phrase = q > 0 ? phraseBefore(table, i, first) : null
    if (!phrase || phrase.first > first) return
    const head = bits[phrase.coreLast - 1]!
    if ((head & (NAME | SPEAKER)) === 0 || (head & (NOUN | RELATIVE)) !== 0 && (head & NAME) === 0) return
    const speaker = this.speakers.resolve(phrase)
    if (speaker) gathered.add(i + 1, gathered.endOf(q - 1), speaker, { first: i, last: i + 1, stance: null, asserts: true, statement: true }, true, 'speaker-colon')
  }
}
