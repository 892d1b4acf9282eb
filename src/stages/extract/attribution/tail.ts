// What may stand between a verb of saying and what was said: whom it was told, where and when.
import { FLAG_POSSESSIVE, FLAG_SPACE_BEFORE, TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_WORD } from '../../../model/document.ts'
import { ADVERB, AUXILIARY, CHANNEL, CUE, DETERMINER, FRAME_ABOUT, FRAME_DENIES, FRAME_INFINITIVE, FRAME_TOLD, MODIFIER, PREPOSITION, PRONOUN, SAID_IN, SORT_CHARGE, SUBORDINATOR, TIME, type SpeechVerb } from '../../../languages/speech.ts'
import { ABOUT, AS, ATTACHES, AUTHOR, AUTHORED, BY, LATE, OBLIQUE, OF, THAT, TO } from '../../../languages/speech-uses.ts'
import { channelWithin, phraseAfter } from './noun-phrases.ts'
import { isState, NAME, type SpeechTable } from './words.ts'

/** The end of an address on the web. */
const ADDRESS = /^(?:com|org|net|info|tv)$/
const MOST_STEPS = 12

/** What stands between a verb of saying and what was said, read. */
export interface Tail {
  /** Where what follows begins. */
  right: number
  colon: boolean
  that: boolean
  channel: string | null
  /** Reports of what follows are denied. */
  denies?: boolean
}

/** Reads from token `at`, right after the verb. */
export function readTail(table: SpeechTable, at: number, last: number, verb: SpeechVerb): Tail {
  const { tokens, bits, uses } = table
  let i = at, channel: string | null = null
  const text = (from: number, to: number): string => tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!)
  const denied = (verb.frames & FRAME_DENIES) !== 0 ? behindCharge(table, at, last) : 0
  if (denied > 0) return { right: denied, colon: false, that: true, channel: null, denies: true }
  let told = (verb.frames & FRAME_TOLD) !== 0
  for (let steps = 0; i < last && steps < MOST_STEPS; steps++) {
    const b = bits[i]!, use = uses[i]!
    if ((use & THAT) !== 0) return { right: i + 1, colon: false, that: true, channel }
    if (tokens.lower[i] === ':') return { right: i + 1, colon: true, that: false, channel }
    if (tokens.kind[i] === TOKEN_OPEN_QUOTE) break
    const set = i === at && tokens.lower[i] === ',' ? behindInsertion(table, i, last) : 0
    if (set > 0) { i = set; continue }
    const closed = i > at && tokens.lower[i] === '(' ? behindDate(table, i, last) : 0
    if (closed > 0) { i = closed; continue }
    if (told) {
      told = false
      const phrase = phraseAfter(table, i, last)
      if (phrase) {
        let to = phrase.coreLast
        if (tokens.lower[to] === '.' && ADDRESS.test(tokens.lower[to + 1] ?? '') && (tokens.flags[to]! & FLAG_SPACE_BEFORE) === 0) to += 2 // "told News.com that"
        if ((bits[to - 1]! & NAME) !== 0 && (!isState(table, to - 1))) {
          let from = i
          while (from < to - 1 && (bits[from]! & DETERMINER) !== 0 && (bits[from]! & NAME) === 0) from++
          let until = from
          while (until < to && (tokens.flags[until]! & FLAG_POSSESSIVE) === 0) until++
          channel = text(from, until)
        }
        i = to
        continue
      }
      if ((use & OBLIQUE) !== 0) { i++; continue }
    }
    if ((b & SAID_IN) !== 0 && (b & NAME) === 0) {
      const next = timeOrChannel(table, i + 1, last)
      if (next) {
        if (next.channel) channel = next.channel
        i = next.last
        // "in a statement posted on its website"
        if (next.channel && i + 2 < last && (uses[i]! & AUTHORED) !== 0 && (bits[i + 1]! & SAID_IN) !== 0) {
          const where = timeOrChannel(table, i + 2, last)?.last ?? phraseAfter(table, i + 2, last)?.last
          if (where !== undefined) i = where
        }
        continue
      }
      if ((use & TO) !== 0 && i + 1 < last && (verb.frames & FRAME_INFINITIVE) === 0) {
        const phrase = phraseAfter(table, i + 1, last)
        if (phrase && (bits[phrase.coreLast - 1]! & NAME) !== 0) { channel ??= text(phrase.coreFirst, phrase.coreLast); i = phrase.coreLast; continue }
      }
      break
    }
    if ((b & TIME) !== 0 && (b & (PREPOSITION | DETERMINER | SUBORDINATOR)) === 0) { i++; continue }
    if ((use & LATE) !== 0 && i + 1 < last && (bits[i + 1]! & (TIME | SAID_IN)) !== 0 && (bits[i + 1]! & CHANNEL) === 0) { i++; continue }
    if ((b & ADVERB) !== 0 && (b & (DETERMINER | PREPOSITION | SUBORDINATOR | PRONOUN)) === 0 && i + 1 < last && ((uses[i + 1]! & THAT) !== 0 || (bits[i + 1]! & (SAID_IN | TIME)) !== 0 && (bits[i + 1]! & DETERMINER) === 0)) { i++; continue }
    if ((use & ABOUT) !== 0 && (verb.frames & FRAME_ABOUT) !== 0) {
      i++
      if (i + 1 >= last || tokens.kind[i + 1] !== TOKEN_WORD && (bits[i]! & PRONOUN) !== 0) return { right: last, colon: false, that: false, channel } // "informed about it"
      break
    }
    if (tokens.lower[i] === ',' && i + 1 < last && i > at && tokens.kind[i + 1] === TOKEN_OPEN_QUOTE) { i++; continue }
    break
  }
  return { right: i, colon: false, that: false, channel }
}

/** So many tokens stand between a verb that denies and what is denied. */
const TO_CHARGE = 7

/** "(as fake) the rebels' claims that": the token behind "that"; 0 where no report of something stands at token `i`. */
function behindCharge(table: SpeechTable, i: number, last: number): number {
  const { tokens, bits, uses, lexicon } = table
  for (let k = i; k + 1 < last && k < i + TO_CHARGE; k++) {
    if (tokens.kind[k] !== TOKEN_WORD || (bits[k]! & (SUBORDINATOR | CUE | AUXILIARY)) !== 0 && (lexicon.sortOf(tokens.lower[k]!) & SORT_CHARGE) === 0 && (uses[k]! & AS) === 0) return 0
    if ((lexicon.sortOf(tokens.lower[k]!) & SORT_CHARGE) === 0) continue
    if ((uses[k + 1]! & (THAT | OF)) !== 0) return k + 2
    // "claims by the rebels that"
    if ((uses[k + 1]! & (BY | AUTHOR)) === 0) continue
    const whose = phraseAfter(table, k + 2, last)
    if (whose !== null && (uses[whose.last] ?? 0) & THAT) return whose.last + 1
  }
  return 0
}

/** ", without evidence, to have": the token behind a clause set in, where what was said goes on there; 0 where it does not. */
function behindInsertion({ tokens, bits, uses }: SpeechTable, i: number, last: number): number {
  for (let k = i + 1; k + 1 < last && k < i + LONGEST_INSERTION && (bits[k]! & CUE) === 0; k++) if (tokens.lower[k] === ',') return (uses[k + 1]! & (THAT | TO)) !== 0 ? k + 1 : 0
  return 0
}
const LONGEST_INSERTION = 10

/** "on Saturday (Jan 8)" is so long at most. */
const DATE_IN_BRACKETS = 6

/** The token behind a date in brackets that open at token `i`; 0 where they hold something else. */
function behindDate({ tokens, bits }: SpeechTable, i: number, last: number): number {
  let dated = false
  for (let k = i + 1; k < last && k <= i + DATE_IN_BRACKETS; k++) {
    if (tokens.lower[k] === ')') return dated ? k + 1 : 0
    if ((bits[k]! & TIME) !== 0) dated = true
    else if (tokens.kind[k] === TOKEN_WORD && (bits[k]! & (CHANNEL | PREPOSITION)) === 0 && k > i + 1 && !dated) return 0
  }
  return 0
}

/** A day or a channel after its preposition: the token after it. */
function timeOrChannel(table: SpeechTable, at: number, last: number): { last: number; channel: string | null } | null {
  const { tokens, bits, uses } = table
  const end = channelWithin(table, at, last)
  if (end > 0) {
    let to = end
    // "an interview with Fox News", "a message on Telegram"
    let name = end - 1
    for (let k = at; k < end; k++) if ((bits[k]! & NAME) !== 0 && (bits[k]! & CHANNEL) !== 0) name = k
    let channel = tokens.text.slice(tokens.start[name]!, tokens.end[name]!)
    if (to < last && (uses[to]! & ATTACHES) !== 0) {
      const time = (bits[to + 1]! & TIME) !== 0
      const phrase = time ? null : phraseAfter(table, to + 1, last)
      if (phrase && (bits[phrase.coreLast - 1]! & NAME) !== 0) {
        channel = tokens.text.slice(tokens.start[phrase.coreFirst]!, tokens.end[phrase.coreLast - 1]!)
        to = phrase.coreLast
      }
    }
    return { last: to, channel }
  }
  let i = at
  while (i < last && i < at + 7 && (tokens.kind[i] === TOKEN_NUMBER || (bits[i]! & TIME) !== 0 || (bits[i]! & DETERMINER) !== 0 && (bits[i + 1]! & (TIME | MODIFIER)) !== 0 || (uses[i]! & LATE) !== 0 && (bits[i]! & DETERMINER) === 0)) i++
  let time = false
  for (let k = at; k < i; k++) if ((bits[k]! & TIME) !== 0) time = true
  return time ? { last: i, channel: null } : null
}
