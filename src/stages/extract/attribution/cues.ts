// Verbs of saying in a sentence: is this one used to say something, who is its subject, and where does what was said begin.
import { TOKEN_CLOSE_QUOTE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_WORD } from '../../../model/document.ts'
import { ADVERB, AUXILIARY, BE, BODY, CHANNEL, CONJOINT, CUE, DEFINITE, DETERMINER, FORM_BASE, FORM_ING, FORM_PARTICIPLE, FORM_PAST, FORM_THIRD, FRAME_ADDRESSEE, FRAME_ANY, FRAME_BELIEVE, FRAME_CLAUSE, FRAME_COUNT, FRAME_INFINITIVE, FRAME_INVERTS, FRAME_OBJECT, FRAME_PAPER, FRAME_PASSIVE, FRAME_SUGGESTS, FRAME_TOLD, MODIFIER, NEGATIVE, NOUN, OWN, PAPER, PEOPLE, PLURAL, PREPOSITION, PRONOUN, RELATIVE, ROLE, SAID_IN, TIME, type SpeechVerb, type SpeechVerbForm } from '../../../languages/speech.ts'
import { AS, AUTHOR, AUTHORED, BY, EFFECT, GOES, INTRODUCES, MANNER, MODAL, OF, QUOTES, THEY, TO, WHO } from '../../../languages/speech-uses.ts'
import { isAbsolute, nominal, phraseAfter, phraseBefore, speakerly, type SpeakerPhrase } from './noun-phrases.ts'
import { readTail } from './tail.ts'
import { isState, NAME, type SpeechTable } from './words.ts'

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
  /** Reports of what is said are denied. */
  denies?: boolean
}

/** "reports show": the head is a thing written, told by more than the bare word. */
function written(table: SpeechTable, phrase: SpeakerPhrase): boolean {
  const { bits } = table
  for (let i = phrase.coreFirst; i < phrase.coreLast; i++) {
    if (i > phrase.coreFirst && (bits[i]! & PREPOSITION) !== 0) return false
    if ((bits[i]! & PAPER) !== 0 && (bits[i]! & BODY) === 0) return i > phrase.coreFirst && (bits[i - 1]! & DETERMINER) === 0 || i + 1 < phrase.last && (table.uses[i + 1]! & (AUTHORED | AUTHOR)) !== 0
  }
  return false
}

const mark = (table: SpeechTable, i: number): string => table.tokens.lower[i] ?? ''
const isDash = (word: string): boolean => word === '-' || word === '–' || word === '—' || word === '--'

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

const UPON = /^(?:responsibility|credit|liability)$/
const LIVES = /^(?:lives|life|victims)$/

/** "claimed responsibility for", "claimed 26 lives": nothing is said by these words; but "said that 26 victims had died". */
function takesUpon({ tokens: { lower } }: SpeechTable, end: number, last: number, claims: boolean): boolean {
  for (let i = end; i < last && i < end + 5; i++) {
    if (i < end + 3 && UPON.test(lower[i]!) || claims && lower[i - 1] !== "'s" && LIVES.test(lower[i]!)) return true
    if (lower[i] === ',' || lower[i] === 'that' || lower[i] === 'in') return false
  }
  return false
}

/** Reads the cue at token `i` of a sentence `first`–`last`; null where the word is not used to say something. */
export function readCue(table: SpeechTable, i: number, first: number, last: number): Cue | null {
  const { bits, uses } = table
  const form = verbAt(table, i, last)
  if (!form || (bits[i]! & NAME) !== 0) return null
  const { verb } = form
  const end = i + 1 + form.rest.length
  if (takesUpon(table, end, last, verb.lemma === 'claim')) return null
  const { lower } = table.tokens
  if (verb.lemma === 'identify' && lower[end] === 'as') return null // "a man identified as Name Surname"
  if (lower[i] === 'states' && lower[i - 2] === 'and' && lower[end] !== 'that') return null // "in Kogi, Katsina and Niger states"
  let j = i - 1, be = false, have = false, negative = false
  const { forms } = form
  while (j >= first) {
    const b = bits[j]!
    if ((b & NEGATIVE) !== 0) { negative = true; j-- } else if ((b & AUXILIARY) !== 0) {
      if ((uses[j]! & MODAL) !== 0) return null
      if ((b & BE) !== 0) be = true
      else have = true
      j--
    } else if ((b & ADVERB) !== 0 && (b & (NAME | PRONOUN | OWN | RELATIVE | DETERMINER)) === 0) j--
    else break
  }
  if (negative) return null
  if (j >= first && (uses[j]! & TO) !== 0) {
    if (j - 2 < first || (uses[j - 2]! & GOES) === 0) return null // "went on to explain"
    j -= 3
    while (j >= first && (bits[j]! & (AUXILIARY | ADVERB)) !== 0 && (bits[j]! & (NAME | PRONOUN)) === 0) j--
    return finite(table, i, end, j, first, last, verb, FORM_PAST, true)
  }
  const ing = (forms & FORM_ING) !== 0 && (forms & (FORM_PAST | FORM_BASE | FORM_THIRD)) === 0
  if (ing) return participle(table, i, end, j, first, last, verb, be)
  if (be) {
    if (verb.lemma === 'claim' && end < last && (uses[end]! & BY) !== 0 && table.tokens.lower[j] !== 'it') return null // "the attack was claimed by the group": it was theirs
    if (have || (forms & (FORM_PARTICIPLE | FORM_PAST)) !== 0) return agent(table, i, end, last, verb)
    return null
  }
  return finite(table, i, end, j, first, last, verb, forms, have)
}

function finite(table: SpeechTable, i: number, end: number, before: number, first: number, last: number, verb: SpeechVerb, forms: number, have: boolean): Cue | null {
  const { tokens, bits, uses } = table
  const noun = (bits[i]! & (NOUN | PAPER | CHANNEL | PEOPLE | BODY | ROLE)) !== 0 && (forms & (FORM_BASE | FORM_THIRD)) !== 0 && (forms & FORM_PAST) === 0
  let j = skipAdjunct(table, before, first)
  const inserted = j < before && j >= first && (bits[j]! & (AUXILIARY | BE)) === AUXILIARY && (uses[j]! & MODAL) === 0 // "|has| in a statement said"
  if (inserted) j--
  const tail = readTail(table, end, last, verb)
  const make = (subject: Subject, order: Cue['order'], clauseFirst: number, t = tail): Cue => ({ verb, first: i, last: end, subject, order, clauseFirst, right: t.right, colon: t.colon, that: t.that, channel: t.channel, denies: t.denies === true })
  if (j >= first && (bits[j]! & PRONOUN) !== 0) return make({ kind: 'phrase', phrase: { first: j, last: j + 1, coreFirst: j, coreLast: j + 1, besideFirst: 0, besideLast: 0 } }, 'before', j)
  if (j >= first && (bits[j]! & OWN) !== 0 && (bits[j]! & NAME) === 0) return null
  if (end < last && (uses[end]! & BY) !== 0 && !have && !(end + 1 < last && (bits[end + 1]! & CHANNEL) !== 0)) return null // "said by telephone" is told by nobody else
  if (end < last && (forms & FORM_PARTICIPLE) !== 0 && !have && reduced(table, end, verb)) return null
  if (j >= first && (bits[j]! & RELATIVE) !== 0 && (uses[j]! & WHO) !== 0) {
    const comma = j - 1 >= first && mark(table, j - 1) === ',' ? j - 1 : j
    const phrase = phraseBefore(table, comma, first)
    return phrase ? make({ kind: 'phrase', phrase }, 'before', j) : null
  }
  const edge = j < first || mark(table, j) === ',' || isDash(mark(table, j)) || tokens.kind[j] === TOKEN_CLOSE_QUOTE || mark(table, j) === ')'
  if (edge && j < i - 1 - 3 && !inserted) return null
  if (edge && (verb.frames & FRAME_CLAUSE) !== 0 && !noun || edge && noun && (forms & FORM_THIRD) !== 0) {
    const inverted = phraseAfter(table, end, last)
    if (inverted && j >= first && inversion(table, inverted, last, verb, tokens.kind[j] === TOKEN_CLOSE_QUOTE || j - 1 >= first && tokens.kind[j - 1] === TOKEN_CLOSE_QUOTE)) {
      const t = readTail(table, inverted.last, last, verb)
      return make({ kind: 'phrase', phrase: inverted }, 'after', i, t)
    }
  }
  if (j < first) return null
  const told = describedByClause(table, j, first)
  if (told && !noun) return make({ kind: 'phrase', phrase: told }, 'before', told.first)
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
  if (!speakerly(table, phrase) && (verb.frames & (FRAME_ANY | FRAME_TOLD)) === 0 && !tail.colon && !(tail.that && (bits[phrase.coreFirst]! & DEFINITE) !== 0 && (verb.frames & FRAME_SUGGESTS) === 0)) return null
  return make({ kind: 'phrase', phrase }, 'before', phrase.first)
}

/** So many tokens a clause about a speaker may have. */
const MOST_TOLD = 14

/** "|a rescuer| who reached the site told reporters": the speaker with a clause of its own that ends at token `at`; null where there is none. */
function describedByClause(table: SpeechTable, at: number, first: number): SpeakerPhrase | null {
  const { tokens, bits, uses } = table
  for (let i = at; i > first && at - i < MOST_TOLD; i--) {
    if (tokens.kind[i] !== TOKEN_WORD && tokens.kind[i] !== TOKEN_NUMBER || (bits[i]! & CONJOINT) !== 0) return null
    if ((uses[i]! & WHO) === 0 || (bits[i]! & RELATIVE) === 0 || at - i < 2) continue
    if ((bits[i + 1]! & (DETERMINER | PRONOUN | NAME)) !== 0) return null // "39 hostages who the army says"
    const phrase = phraseBefore(table, i, first)
    return phrase && tokens.lower[i - 1] !== ',' && (bits[phrase.coreLast - 1]! & PRONOUN) === 0 && speakerly(table, phrase) ? phrase : null
  }
  return null
}

/** A word that may be a noun too ("reports", "claims") is the verb where its subject agrees and no verb follows. */
function verbLike(table: SpeechTable, phrase: SpeakerPhrase, end: number, last: number, forms: number): boolean {
  const { tokens, bits, uses } = table
  let head = phrase.coreLast - 1
  for (let i = phrase.coreFirst + 1; i < head; i++) if ((bits[i]! & PREPOSITION) !== 0 && (bits[i]! & NAME) === 0) { head = (uses[i - 1]! & AUTHORED) !== 0 && i - 2 >= phrase.coreFirst ? i - 2 : i - 1; break } // "|figures| compiled by the army"
  const next = end < last ? bits[end]! : 0
  if (end < last && tokens.kind[end] === TOKEN_WORD && ((next & (AUXILIARY | CUE)) !== 0 && (next & (NAME | DETERMINER)) === 0 || (uses[end]! & OF) !== 0)) return false
  if (!speakerly(table, phrase)) return false
  if (isState(table, head) && (bits[head]! & MODIFIER) !== 0) return false
  const plural = (bits[head]! & PLURAL) !== 0 || phrase.first < phrase.coreFirst
  const joined = hasConjoint(table, phrase)
  if ((forms & FORM_THIRD) !== 0) return !plural
  return plural || joined || (uses[head]! & THEY) !== 0
}

/** "confirmed killed", "believed to be", "feared dead", "named as": said of what stands before, by nobody. */
function reduced(table: SpeechTable, end: number, verb: SpeechVerb): boolean {
  const use = table.uses[end]!
  return (use & EFFECT) !== 0 && (verb.frames & FRAME_PASSIVE) !== 0 || verb.lemma === 'name' && table.tokens.lower[end] === 'as' || (use & TO) !== 0 && ((verb.frames & FRAME_ADDRESSEE) !== 0 || (verb.frames & FRAME_INFINITIVE) === 0)
}

function hasConjoint(table: SpeechTable, phrase: SpeakerPhrase): boolean {
  for (let i = phrase.coreFirst; i < phrase.coreLast; i++) if ((table.bits[i]! & CONJOINT) !== 0) return true
  return false
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
  if (!quoted && (verb.frames & FRAME_OBJECT) !== 0 && (verb.frames & FRAME_INVERTS) === 0) return false
  const next = phrase.last
  if (next >= last) return true
  const b = bits[next]!
  if (tokens.kind[next] !== TOKEN_WORD) return true
  return (b & (TIME | SAID_IN | RELATIVE | CONJOINT | PREPOSITION)) !== 0
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
  const { tokens, bits, uses } = table
  const tail = readTail(table, end, last, verb)
  const make = (subject: Subject, order: Cue['order'], clauseFirst: number): Cue => ({ verb, first: i, last: end, subject, order, clauseFirst, right: tail.right, colon: tail.colon, that: tail.that, channel: tail.channel, denies: tail.denies === true })
  if (be) {
    const phrase = j >= first ? phraseBefore(table, j + 1, first) : null
    return phrase && speakerly(table, phrase) ? make({ kind: 'phrase', phrase }, 'before', phrase.first) : null
  }
  if (j >= first && (uses[j]! & AS) !== 0) {
    for (let q = j - 1; q >= first && q > j - 20; q--) {
      if ((uses[q]! & QUOTES) === 0) continue
      if (q === j - 1) {
        let k = q - 1
        while (k >= first && (bits[k]! & (AUXILIARY | ADVERB)) !== 0 && (bits[k]! & NAME) === 0) k--
        const phrase = k >= first ? phraseBefore(table, k + 1, first) : null
        if (!phrase) return null
        // "was quoted as saying by the agency": who handed it on is no part of what was said
        const by = end < last && (uses[end]! & BY) !== 0 ? phraseAfter(table, end + 1, last) : null
        return by ? { ...make({ kind: 'phrase', phrase }, 'before', phrase.first), ...readTail(table, by.last, last, verb) } : make({ kind: 'phrase', phrase }, 'before', phrase.first)
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
  if ((uses[j]! & MANNER) !== 0) return noun && !tail.that ? null : make({ kind: 'same' }, 'participle', j)
  if (!nominal(table, j)) return null
  const phrase = phraseBefore(table, j + 1, first)
  if (phrase && (bits[j]! & PAPER) !== 0 && (bits[j]! & BODY) === 0 && phrase.first > first) return make({ kind: 'same' }, 'participle', j) // "for a report detailing"
  if (!phrase || !speakerly(table, phrase) || phrase.first - 1 < first) return null
  if ((uses[phrase.first - 1]! & QUOTES) !== 0) return make({ kind: 'phrase', phrase }, 'quoted', phrase.first - 1) // "cited witnesses saying"
  return (uses[phrase.first - 1]! & INTRODUCES) !== 0 ? make({ kind: 'phrase', phrase }, 'before', phrase.first - 1) : null
}

/** "was confirmed (on Monday) by X", "was disclosed in a statement by X". */
function agent(table: SpeechTable, i: number, end: number, last: number, verb: SpeechVerb): Cue | null {
  const { tokens, bits, uses } = table
  if ((verb.frames & (FRAME_OBJECT | FRAME_ADDRESSEE | FRAME_COUNT | FRAME_BELIEVE)) === 0) return null
  let k = end
  const within = end < last && (bits[end]! & SAID_IN) !== 0 && (uses[end]! & BY) === 0 // "in a statement signed (on Monday) by X"
  while (k < last && k < end + (within ? 9 : 6) && ((bits[k]! & (ADVERB | TIME)) !== 0 || (bits[k]! & SAID_IN) !== 0 && (uses[k]! & BY) === 0 || tokens.kind[k] === TOKEN_NUMBER || within && ((bits[k]! & (CHANNEL | PAPER | DETERMINER)) !== 0 || (uses[k]! & AUTHORED) !== 0))) k++
  if (k >= last || (uses[k]! & BY) === 0) return null
  const phrase = phraseAfter(table, k + 1, last)
  if (!phrase || !speakerly(table, phrase)) return null
  return { verb, first: i, last: end, subject: { kind: 'phrase', phrase }, order: 'agent', clauseFirst: i, right: phrase.last, colon: false, that: false, channel: null }
}
