// Verbs of saying in a sentence: is this one used to say something, who is its subject, and where does what was said begin.
import { FLAG_POSSESSIVE, TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_WORD } from '../../../model/document.ts'
import { ADVERB, AUXILIARY, BE, BODY, CHANNEL, CONJOINT, CUE, DEFINITE, DETERMINER, FORM_BASE, FORM_ING, FORM_PARTICIPLE, FORM_PAST, FORM_THIRD, FRAME_ADDRESSEE, FRAME_BELIEVE, FRAME_CLAUSE, FRAME_COUNT, FRAME_QUOTE, FRAME_INFINITIVE, FRAME_OBJECT, FRAME_PAPER, MODIFIER, NEGATIVE, NOUN, OWN, PAPER, PEOPLE, PLURAL, PREPOSITION, PRONOUN, RELATIVE, ROLE, SAID_IN, SUBORDINATOR, TIME, type SpeechVerb, type SpeechVerbForm } from '../../../languages/speech.ts'
import { channelWithin, isAbsolute, nominal, phraseAfter, phraseBefore, SPEAKER, type SpeakerPhrase } from './noun-phrases.ts'
import { NAME, type SpeechTable } from './words.ts'

/** Who the subject is: a phrase, the speaker of the cue before, or the subject of the sentence. */
export type Subject = { kind: 'phrase'; phrase: SpeakerPhrase } | { kind: 'same' }

export interface Cue {
  verb: SpeechVerb
  first: number
  last: number
  subject: Subject
  /** before: "X said"; after: "said X"; agent: "was confirmed by X"; participle: ", adding"; quoted: "X as saying". */
  order: 'before' | 'after' | 'agent' | 'participle' | 'quoted'
  /** Where the clause of the cue begins: its subject, or the cue itself. */
  clauseFirst: number
  /** Where what follows the cue and its adjuncts begins. */
  right: number
  /** A colon stands right before `right`. */
  colon: boolean
  /** "that" stands right before `right`. */
  that: boolean
  channel: string | null
}

/** "reports show": the head is a thing written, told by more than the bare word. */
function written(table: SpeechTable, phrase: SpeakerPhrase): boolean {
  const { bits } = table
  for (let i = phrase.coreFirst; i < phrase.coreLast; i++) {
    if (i > phrase.coreFirst && (bits[i]! & PREPOSITION) !== 0) return false
    if ((bits[i]! & PAPER) !== 0 && (bits[i]! & BODY) === 0) return i > phrase.coreFirst && (bits[i - 1]! & DETERMINER) === 0
  }
  return false
}

const MODALS: ReadonlySet<string> = new Set(['will', 'would', 'can', 'could', 'may', 'might', 'must', 'should', 'shall', "'ll", "'d"])

const mark = (table: SpeechTable, i: number): string => table.tokens.lower[i] ?? ''
const isDash = (word: string): boolean => word === '-' || word === '–' || word === '—'

/** The verb of saying that begins at token `i`, by its longest phrase. */
function verbAt(table: SpeechTable, i: number, ceiling: number): SpeechVerbForm | null {
  const { lower } = table.tokens
  for (const form of table.lexicon.verbsAt(lower[i]!)) {
    const { rest } = form
    if (i + rest.length >= ceiling && rest.length > 0) continue
    let k = 0
    while (k < rest.length && lower[i + 1 + k] === rest[k]) k++
    if (k === rest.length) return form
  }
  return null
}

/** Reads the cue at token `i` of a sentence `first`–`last`; null where the word is not used to say something. */
export function readCue(table: SpeechTable, i: number, first: number, last: number): Cue | null {
  const { tokens, bits } = table
  const form = verbAt(table, i, last)
  if (!form || (bits[i]! & NAME) !== 0) return null
  const { verb } = form
  const end = i + 1 + form.rest.length
  let j = i - 1, be = false, have = false, negative = false
  const { forms } = form
  while (j >= first) {
    const b = bits[j]!, word = tokens.lower[j]!
    if ((b & NEGATIVE) !== 0) { negative = true; j-- } else if ((b & AUXILIARY) !== 0) {
      if (MODALS.has(word)) return null
      if ((b & BE) !== 0) be = true
      else have = true
      j--
    } else if ((b & ADVERB) !== 0 && (b & (NAME | PRONOUN | OWN | RELATIVE | DETERMINER)) === 0) j--
    else break
  }
  if (negative) return null
  if (mark(table, j) === 'to' && j >= first) {
    if (j - 2 < first || mark(table, j - 1) !== 'on' || !/^(go|goes|went|gone)$/.test(mark(table, j - 2))) return null // "went on to explain"
    j -= 3
    while (j >= first && (bits[j]! & (AUXILIARY | ADVERB)) !== 0 && (bits[j]! & (NAME | PRONOUN)) === 0) j--
    return finite(table, i, end, j, first, last, verb, FORM_PAST, true)
  }
  const ing = (forms & FORM_ING) !== 0 && (forms & (FORM_PAST | FORM_BASE | FORM_THIRD)) === 0
  if (ing) return participle(table, i, end, j, first, last, verb, be)
  if (be) {
    if (have || (forms & (FORM_PARTICIPLE | FORM_PAST)) !== 0) return agent(table, i, end, last, verb)
    return null
  }
  return finite(table, i, end, j, first, last, verb, forms, have)
}

function finite(table: SpeechTable, i: number, end: number, before: number, first: number, last: number, verb: SpeechVerb, forms: number, have: boolean): Cue | null {
  const { tokens, bits } = table
  const noun = (bits[i]! & (NOUN | PAPER | CHANNEL | PEOPLE | BODY | ROLE)) !== 0 && (forms & (FORM_BASE | FORM_THIRD)) !== 0 && (forms & FORM_PAST) === 0
  let j = skipAdjunct(table, before, first)
  const tail = readTail(table, end, last, verb)
  const make = (subject: Subject, order: Cue['order'], clauseFirst: number, t = tail): Cue => ({ verb, first: i, last: end, subject, order, clauseFirst, right: t.right, colon: t.colon, that: t.that, channel: t.channel })
  if (j >= first && (bits[j]! & PRONOUN) !== 0) return make({ kind: 'phrase', phrase: { first: j, last: j + 1, coreFirst: j, coreLast: j + 1, besideFirst: 0, besideLast: 0 } }, 'before', j)
  if (j >= first && (bits[j]! & OWN) !== 0 && (bits[j]! & NAME) === 0) return null
  if (tokens.lower[end] === 'by' && !have) return null
  if (end < last && (forms & FORM_PARTICIPLE) !== 0 && !have && reduced(table, end, verb)) return null
  if (j >= first && (bits[j]! & RELATIVE) !== 0 && (tokens.lower[j] === 'who' || tokens.lower[j] === 'which')) {
    const comma = j - 1 >= first && mark(table, j - 1) === ',' ? j - 1 : j
    const phrase = phraseBefore(table, comma, first)
    return phrase ? make({ kind: 'phrase', phrase }, 'before', j) : null
  }
  const edge = j < first || mark(table, j) === ',' || isDash(mark(table, j)) || tokens.kind[j] === TOKEN_CLOSE_QUOTE || mark(table, j) === ')'
  if (edge && j < i - 1 - 3) return null
  if (edge && (verb.frames & FRAME_CLAUSE) !== 0 && !noun || edge && noun && (forms & FORM_THIRD) !== 0) {
    const inverted = phraseAfter(table, end, last)
    if (inverted && j >= first && inversion(table, inverted, last, verb, tokens.kind[j] === TOKEN_CLOSE_QUOTE || j - 1 >= first && tokens.kind[j - 1] === TOKEN_CLOSE_QUOTE)) {
      const t = readTail(table, inverted.last, last, verb)
      return make({ kind: 'phrase', phrase: inverted }, 'after', i, t)
    }
  }
  if (j < first) return null
  if ((bits[j]! & CONJOINT) !== 0 && (bits[j]! & NAME) === 0) return noun && (forms & FORM_PAST) === 0 ? null : make({ kind: 'same' }, 'before', j)
  let phrase = phraseBefore(table, j + 1, first)
  if (phrase && phrase.first > first && isAbsolute(table, phrase.first - 1)) phrase = null // "X, with the sheriff's office said"
  if ((verb.frames & FRAME_PAPER) !== 0 && !(phrase && written(table, phrase))) return null
  if (!phrase) {
    if (mark(table, j) === ',' && (forms & FORM_PAST) !== 0) return make({ kind: 'same' }, 'before', j)
    if ((bits[j]! & (DETERMINER | PREPOSITION | MODIFIER)) !== 0 && (bits[j]! & (NAME | TIME)) === 0) return null
    const subject = clauseSubject(table, first, i)
    return subject && !noun ? make({ kind: 'phrase', phrase: subject }, 'before', subject.first) : null
  }
  if (noun && !verbLike(table, phrase, end, last, forms)) return null
  if (!speakerly(table, phrase) && verb.lemma !== 'say' && verb.lemma !== 'tell' && !tail.colon && !(tail.that && (bits[phrase.coreFirst]! & DEFINITE) !== 0 && !SUGGESTS.test(verb.lemma))) return null
  return make({ kind: 'phrase', phrase }, 'before', phrase.first)
}

/** A word that may be a noun too ("reports", "claims") is the verb where its subject agrees and no verb follows. */
function verbLike(table: SpeechTable, phrase: SpeakerPhrase, end: number, last: number, forms: number): boolean {
  const { tokens, bits } = table
  const head = phrase.coreLast - 1
  const next = end < last ? bits[end]! : 0
  if (end < last && tokens.kind[end] === TOKEN_WORD && ((next & (AUXILIARY | CUE)) !== 0 && (next & (NAME | DETERMINER)) === 0 || tokens.lower[end] === 'of')) return false
  if (!speakerly(table, phrase)) return false
  if (table.lexicon.stateOf(tokens.lower[head]!) !== null && (bits[head]! & MODIFIER) !== 0) return false
  const plural = (bits[head]! & PLURAL) !== 0 || phrase.first < phrase.coreFirst
  const joined = hasConjoint(table, phrase)
  if ((forms & FORM_THIRD) !== 0) return !plural
  return plural || joined || tokens.lower[head] === 'they'
}

const SUGGESTS = /^(suggest|indicate|imply|reveal|signal|confirm|hint|underline|underscore|find|show|acknowledge|affirm|assess)$/
const REPORTED = /^(confirm|report|fear|believe|suspect|verify|think|document|record|declare|register|identify)$/
const EFFECT = /^(dead|killed|missing|injured|wounded|hurt|destroyed|damaged|captured|detained|arrested|lost|drowned|safe|alive|trapped|kidnapped|displaced)$/

/** "confirmed killed", "believed to be", "feared dead": said of what stands before, by nobody. */
function reduced(table: SpeechTable, end: number, verb: SpeechVerb): boolean {
  const word = table.tokens.lower[end]!
  return EFFECT.test(word) && REPORTED.test(verb.lemma) || word === 'to' && ((verb.frames & FRAME_ADDRESSEE) !== 0 || (verb.frames & FRAME_INFINITIVE) === 0 && verb.lemma !== 'claim')
}

function hasConjoint(table: SpeechTable, phrase: SpeakerPhrase): boolean {
  for (let i = phrase.coreFirst; i < phrase.coreLast; i++) if ((table.bits[i]! & CONJOINT) !== 0) return true
  return false
}

/** The head of the phrase (before its first preposition) is a name or a word for a speaker. */
export function speakerly(table: SpeechTable, phrase: SpeakerPhrase): boolean {
  const { bits } = table
  let head = phrase.coreFirst
  for (let i = phrase.coreFirst; i < phrase.coreLast; i++) {
    if (i > phrase.coreFirst && (bits[i]! & PREPOSITION) !== 0 && (bits[i]! & NAME) === 0 || table.tokens.lower[i] === '(') break
    head = i
  }
  return (bits[head]! & (SPEAKER | NAME)) !== 0
}

/** "on Monday night", "in a tweet" between the subject and the verb: the token before it. */
function skipAdjunct(table: SpeechTable, j: number, first: number): number {
  const { tokens, bits } = table
  if (j < first || (bits[j]! & (TIME | CHANNEL)) === 0 && tokens.kind[j] !== TOKEN_NUMBER) return j
  for (let i = j; i > first && i > j - 8; i--) {
    if ((bits[i]! & SAID_IN) !== 0 && (bits[i]! & (TIME | NAME)) === 0) return i - 1
    const b = bits[i]!
    if (tokens.kind[i] !== TOKEN_NUMBER && (b & (TIME | CHANNEL | DETERMINER | MODIFIER)) === 0) return (bits[j]! & TIME) !== 0 && (bits[j]! & CHANNEL) === 0 && i < j && tokens.kind[j] === TOKEN_WORD ? i : j
  }
  return j
}

/** ", said X" stands where the phrase after the verb ends the clause. */
function inversion(table: SpeechTable, phrase: SpeakerPhrase, last: number, verb: SpeechVerb, quoted: boolean): boolean {
  const { tokens, bits } = table
  if (!speakerly(table, phrase) && !((bits[phrase.coreFirst]! & PRONOUN) !== 0)) return false
  if (!quoted && (verb.frames & FRAME_OBJECT) !== 0 && verb.lemma !== 'say' && verb.lemma !== 'report' && verb.lemma !== 'confirm') return false
  const next = phrase.last
  if (next >= last) return true
  const b = bits[next]!
  if (tokens.kind[next] !== TOKEN_WORD) return true
  return (b & (TIME | SAID_IN | RELATIVE | CONJOINT)) !== 0 || tokens.lower[next] === 'as' || tokens.lower[next] === 'after' || (b & PREPOSITION) !== 0
}

/** The speaker at the head of the sentence, where no other verb stands between it and the cue. */
function clauseSubject(table: SpeechTable, first: number, cue: number): SpeakerPhrase | null {
  const { tokens, bits } = table
  let start = first
  while (start < cue && tokens.kind[start] !== TOKEN_WORD) start++
  while (start < cue && ((bits[start]! & (CONJOINT | ADVERB)) !== 0 && (bits[start]! & NAME) === 0 || mark(table, start) === ',')) start++
  const phrase = phraseAfter(table, start, cue)
  if (!phrase || !speakerly(table, phrase)) return null
  if (cue - phrase.last > 24) return null
  let relative = false
  for (let i = phrase.last; i < cue; i++) {
    if ((bits[i]! & RELATIVE) !== 0) relative = true
    if (mark(table, i) === ',' && i > phrase.last + 1) relative = false
    if (!relative && (bits[i]! & (AUXILIARY | CUE)) !== 0 && (bits[i]! & (NAME | NOUN)) === 0 && tokens.kind[i] === TOKEN_WORD && i < cue - 3) return null
    if (tokens.kind[i] === TOKEN_OPEN_QUOTE) return null
  }
  return phrase
}

/** ", adding that …", "with its minister warning …", "are warning …", "was quoted as saying …". */
function participle(table: SpeechTable, i: number, end: number, j: number, first: number, last: number, verb: SpeechVerb, be: boolean): Cue | null {
  const { tokens, bits } = table
  const tail = readTail(table, end, last, verb)
  const make = (subject: Subject, order: Cue['order'], clauseFirst: number): Cue => ({ verb, first: i, last: end, subject, order, clauseFirst, right: tail.right, colon: tail.colon, that: tail.that, channel: tail.channel })
  if (be) {
    const phrase = j >= first ? phraseBefore(table, j + 1, first) : null
    return phrase && speakerly(table, phrase) ? make({ kind: 'phrase', phrase }, 'before', phrase.first) : null
  }
  if (j >= first && tokens.lower[j] === 'as') {
    for (let q = j - 1; q >= first && q > j - 20; q--) {
      const word = tokens.lower[q]
      if (word !== 'quoted' && word !== 'cited' && word !== 'quotes' && word !== 'cites' && word !== 'quoting' && word !== 'citing') continue
      if (q === j - 1) {
        let k = q - 1
        while (k >= first && (bits[k]! & (AUXILIARY | ADVERB)) !== 0 && (bits[k]! & NAME) === 0) k--
        const phrase = k >= first ? phraseBefore(table, k + 1, first) : null
        return phrase ? make({ kind: 'phrase', phrase }, 'quoted', phrase.first) : null
      }
      const phrase = phraseAfter(table, q + 1, j)
      return phrase ? make({ kind: 'phrase', phrase }, 'quoted', q) : null
    }
    return null
  }
  if (j < first) return null
  const word = tokens.lower[j]!
  const noun = (bits[i]! & NOUN) !== 0
  if (word === ',' || isDash(word) || tokens.kind[j] === TOKEN_CLOSE_QUOTE || (bits[j]! & CONJOINT) !== 0 && !noun) return make({ kind: 'same' }, 'participle', j)
  if (word === 'by' || word === 'before' || word === 'after' || word === 'while' || word === 'without' || word === 'when') return noun && !tail.that ? null : make({ kind: 'same' }, 'participle', j)
  if (!nominal(table, j)) return null
  const phrase = phraseBefore(table, j + 1, first)
  if (phrase && (bits[j]! & PAPER) !== 0 && (bits[j]! & BODY) === 0 && phrase.first > first) return make({ kind: 'same' }, 'participle', j) // "for a report detailing"
  if (!phrase || !speakerly(table, phrase) || phrase.first - 1 < first) return null
  const introducer = tokens.lower[phrase.first - 1]
  return introducer === 'with' || introducer === 'despite' || introducer === 'amid' || introducer === 'after' || introducer === 'of' ? make({ kind: 'phrase', phrase }, 'before', phrase.first - 1) : null
}

/** "was confirmed (on Monday) by X". */
function agent(table: SpeechTable, i: number, end: number, last: number, verb: SpeechVerb): Cue | null {
  const { tokens, bits } = table
  let k = end
  while (k < last && k < end + 6 && ((bits[k]! & (ADVERB | TIME)) !== 0 || tokens.lower[k] === 'on' || tokens.kind[k] === TOKEN_NUMBER)) k++
  if (k >= last || tokens.lower[k] !== 'by' || verb.lemma === 'comment') return null
  const phrase = phraseAfter(table, k + 1, last)
  if (!phrase || !speakerly(table, phrase)) return null
  return { verb, first: i, last: end, subject: { kind: 'phrase', phrase }, order: 'agent', clauseFirst: i, right: phrase.last, colon: false, that: false, channel: null }
}

interface Tail {
  right: number
  colon: boolean
  that: boolean
  channel: string | null
}

/** What may stand between a verb of saying and what was said: whom it was told, where and when. */
export function readTail(table: SpeechTable, at: number, last: number, verb: SpeechVerb): Tail {
  const { tokens, bits } = table
  let i = at, channel: string | null = null
  const text = (from: number, to: number): string => tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!)
  let told = (verb.frames & FRAME_ADDRESSEE) !== 0 && verb.lemma !== 'warn' && verb.lemma !== 'urge' && verb.lemma !== 'ask' && verb.lemma !== 'order' && verb.lemma !== 'instruct'
  for (let steps = 0; i < last && steps < 12; steps++) {
    const word = tokens.lower[i]!
    const b = bits[i]!
    if (word === 'that' && !(told && steps === 0 && nominal(table, i + 1) && false)) { return { right: i + 1, colon: false, that: true, channel } }
    if (word === ':') return { right: i + 1, colon: true, that: false, channel }
    if (tokens.kind[i] === TOKEN_OPEN_QUOTE) break
    if (told) {
      told = false
      const phrase = phraseAfter(table, i, last)
      if (phrase) {
        const to = phrase.coreLast
        if ((bits[to - 1]! & NAME) !== 0 && tokens.lower[to - 1] !== 'reporters' && (table.lexicon.stateOf(tokens.lower[to - 1]!) === null)) {
          let from = i
          while (from < to - 1 && (bits[from]! & DETERMINER) !== 0 && (bits[from]! & NAME) === 0) from++
          let until = from
          while (until < to && (tokens.flags[until]! & FLAG_POSSESSIVE) === 0) until++
          channel = text(from, until)
        }
        i = to
        continue
      }
      if (word === 'him' || word === 'us' || word === 'me' || word === 'her' || word === 'them') { i++; continue }
    }
    if ((b & SAID_IN) !== 0 && (b & NAME) === 0) {
      const next = timeOrChannel(table, i + 1, last)
      if (next) { if (next.channel) channel = next.channel; i = next.last; continue }
      if (word === 'to' && i + 1 < last) {
        const phrase = phraseAfter(table, i + 1, last)
        if (phrase && (bits[phrase.coreLast - 1]! & (NAME | 0)) !== 0 && verb.lemma !== 'vow') { channel ??= text(phrase.coreFirst, phrase.coreLast); i = phrase.coreLast; continue }
      }
      break
    }
    if ((b & TIME) !== 0 && (b & (PREPOSITION | DETERMINER | SUBORDINATOR)) === 0) { i++; continue }
    if ((word === 'late' || word === 'early' || word === 'this' || word === 'last') && i + 1 < last && (bits[i + 1]! & (TIME | SAID_IN)) !== 0 && (bits[i + 1]! & CHANNEL) === 0) { i++; continue }
    if ((b & ADVERB) !== 0 && (b & (DETERMINER | PREPOSITION | SUBORDINATOR | PRONOUN)) === 0 && i + 1 < last && (tokens.lower[i + 1] === 'that' || (bits[i + 1]! & (SAID_IN | TIME)) !== 0 && (bits[i + 1]! & DETERMINER) === 0)) { i++; continue }
    if ((word === 'of' || word === 'about') && (verb.lemma === 'warn' || verb.lemma === 'inform')) {
      i++
      if (i + 1 >= last || tokens.kind[i + 1] !== TOKEN_WORD && (bits[i]! & PRONOUN) !== 0) return { right: last, colon: false, that: false, channel } // "informed about it"
      break
    }
    if (word === ',' && i + 1 < last && i > at) {
      if (tokens.kind[i + 1] === TOKEN_OPEN_QUOTE) { i++; continue }
    }
    break
  }
  return { right: i, colon: false, that: false, channel }
}

/** A day or a channel after its preposition: the token after it. */
function timeOrChannel(table: SpeechTable, at: number, last: number): { last: number; channel: string | null } | null {
  const { tokens, bits } = table
  const end = channelWithin(table, at, last)
  if (end > 0) {
    let to = end
    // "an interview with Fox News", "a message on Telegram"
    let name = end - 1
    for (let k = at; k < end; k++) if ((bits[k]! & NAME) !== 0 && (bits[k]! & CHANNEL) !== 0) name = k
    let channel = tokens.text.slice(tokens.start[name]!, tokens.end[name]!)
    if (to < last && (tokens.lower[to] === 'with' || tokens.lower[to] === 'to' || tokens.lower[to] === 'on' || tokens.lower[to] === 'in' || tokens.lower[to] === 'from')) {
      const time = (bits[to + 1]! & TIME) !== 0
      const phrase = time ? null : phraseAfter(table, to + 1, last)
      if (phrase && (bits[phrase.coreLast - 1]! & NAME) !== 0) {
        if (tokens.lower[to] !== 'in') channel = tokens.text.slice(tokens.start[phrase.coreFirst]!, tokens.end[phrase.coreLast - 1]!)
        to = phrase.coreLast
      }
    }
    return { last: to, channel }
  }
  let i = at
  while (i < last && i < at + 7 && (tokens.kind[i] === TOKEN_NUMBER || (bits[i]! & TIME) !== 0 || (bits[i]! & DETERMINER) !== 0 && (bits[i + 1]! & (TIME | MODIFIER)) !== 0 || tokens.lower[i] === 'late' || tokens.lower[i] === 'early')) i++
  let time = false
  for (let k = at; k < i; k++) if ((bits[k]! & TIME) !== 0) time = true
  return time ? { last: i, channel: null } : null
}

/** May what follows the verb be what was said, by the frames of the verb? */
export function fitsFrame(table: SpeechTable, cue: Cue, last: number, quoteWithin: number): boolean {
  const { tokens, bits } = table
  const { verb, right } = cue
  if (cue.that || cue.colon) return true
  if (right >= last) return false
  if (tokens.kind[right] === TOKEN_OPEN_QUOTE) return true
  const b = bits[right]!
  const word = tokens.lower[right]!
  if ((verb.frames & FRAME_INFINITIVE) !== 0 && word === 'to') return true
  if ((verb.frames & FRAME_ADDRESSEE) !== 0) return tokens.kind[right] === TOKEN_WORD && word !== 'by'
  if (word === 'how' && (verb.frames & (FRAME_CLAUSE | FRAME_OBJECT)) !== 0) return true
  if ((verb.frames & FRAME_QUOTE) !== 0) return quoteWithin >= 0 && quoteWithin < right + 12
  if ((verb.frames & FRAME_COUNT) !== 0) return number(table, right, last) || (verb.lemma === 'identify' || verb.lemma === 'name') && asSoon(table, right, last)
  if ((verb.frames & FRAME_PAPER) !== 0) return (b & (PREPOSITION | SUBORDINATOR)) === 0
  if ((verb.frames & FRAME_BELIEVE) !== 0) return (b & PREPOSITION) === 0 && clauseFollows(table, right, last)
  if (tokens.kind[right] !== TOKEN_WORD && tokens.kind[right] !== TOKEN_NUMBER) return false
  if ((verb.frames & FRAME_CLAUSE) !== 0 && verb.lemma === 'say') return true
  if ((verb.frames & FRAME_CLAUSE) !== 0 && clauseFollows(table, right, last)) return true
  if ((verb.frames & FRAME_OBJECT) !== 0) return (b & (SUBORDINATOR | RELATIVE)) === 0 && ((b & PREPOSITION) === 0 || (b & DETERMINER) !== 0)
  return quoteWithin >= 0 && quoteWithin < right + 12
}

function number(table: SpeechTable, at: number, last: number): boolean {
  for (let i = at; i < last && i < at + 6; i++) {
    if (table.tokens.kind[i] === TOKEN_NUMBER) return true
    if ((table.bits[i]! & DETERMINER) !== 0 && /^(one|two|three|four|five|six|seven|eight|nine|ten|several|many|dozens|hundreds)$/.test(table.tokens.lower[i]!)) return true
  }
  return false
}

/** "named one of the dead as X" */
function asSoon(table: SpeechTable, at: number, last: number): boolean {
  for (let i = at; i < last && i < at + 18; i++) if (table.tokens.lower[i] === 'as') return true
  return false
}

/** A noun phrase and then a verb: a clause, not an object. */
function clauseFollows(table: SpeechTable, at: number, last: number): boolean {
  const { tokens, bits } = table
  if ((bits[at]! & PRONOUN) !== 0 || tokens.lower[at] === 'there' || (bits[at]! & OWN) !== 0) return true
  if ((bits[at]! & PREPOSITION) !== 0 && (bits[at]! & SUBORDINATOR) === 0 && tokens.lower[at] !== 'in' && tokens.lower[at] !== 'on' && tokens.lower[at] !== 'at') return false
  for (let i = at; i < last && i < at + 24; i++) if ((bits[i]! & AUXILIARY) !== 0 || (tokens.kind[i] === TOKEN_WORD && /ed$/.test(tokens.lower[i]!) && i > at)) return true
  return false
}
