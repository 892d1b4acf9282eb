// What a language tells the attribution of speech: classes of words as bits, verbs of saying, phrases. No words here.
import type { Stance } from '../model/claim.ts'
import type { TokenTable } from '../model/document.ts'

export const ROLE = 1 // an office that one person holds: "governor"
export const PEOPLE = 2 // somebody who speaks: "resident"
export const BODY = 4 // an institution: "ministry"
export const PAPER = 8 // a thing written or told: "statement"
export const RANK = 16 // a title before a name: "Rear Admiral"
export const HONORIFIC = 32 // "Mr"
export const CHANNEL = 64 // "Telegram", "interview"
export const LISTENER = 128 // people told: "reporters"
export const PARTICLE = 256 // inside names: "von", "al"
export const TIME = 512 // "Tuesday", "earlier"
export const CONJOINT = 1 << 10 // "and"
export const SUBORDINATOR = 1 << 11 // "that", "while"
export const RELATIVE = 1 << 12 // "who", "which"
export const BE = 1 << 13
export const AUXILIARY = 1 << 14
export const PRONOUN = 1 << 15 // "he", "it"
export const OWN = 1 << 16 // "I", "we"
export const NEGATIVE = 1 << 17
export const DETERMINER = 1 << 18
export const DEFINITE = 1 << 19
export const ADVERB = 1 << 20
export const FEMININE = 1 << 21
export const MASCULINE = 1 << 22
export const CUE = 1 << 23 // a form of a verb of saying, or the first word of one in several words
export const PREPOSITION = 1 << 24
export const VERB = 1 << 25 // any other word that can only be a verb
export const MODIFIER = 1 << 26 // an adjective
export const NOUN = 1 << 27 // any other noun known
export const PLURAL = 1 << 28
export const SAID_IN = 1 << 29 // the preposition before a channel or a day

export const OPENS_PHRASE = 1 << 31 // the first word of a phrase in the tables (bit 30 is the machinery's own)

export const FORM_BASE = 1, FORM_THIRD = 2, FORM_PAST = 4, FORM_PARTICIPLE = 8, FORM_ING = 16

export const FRAME_CLAUSE = 1 // what was said may be a clause
export const FRAME_OBJECT = 2 // or a noun phrase
export const FRAME_INFINITIVE = 4 // or an infinitive
export const FRAME_ADDRESSEE = 8 // somebody told stands first
export const FRAME_QUOTE = 16 // only with a quotation, or after what was said
export const FRAME_COUNT = 32 // a body keeps a tally
export const FRAME_BELIEVE = 64 // an opinion held
export const FRAME_PAPER = 128 // only said of a thing written or told: "reports show"
export const FRAME_ANY = 256 // anything may follow: "say"
export const FRAME_TOLD = 512 // the one told always comes first: "tell"
export const FRAME_REACTION = 1024 // says what the speaker thinks of something, and does not vouch for it: "condemn"
export const FRAME_ACCOUNT = 2048 // such a verb that vouches in an account: "described how", "the indictment describes"
export const FRAME_SUGGESTS = 4096 // a thing may be its subject: "the move suggests that"
export const FRAME_PASSIVE = 8192 // a bare participle before an effect: "confirmed killed"
export const FRAME_NAMES = 16384 // "named the dead as X"
export const FRAME_ABOUT = 32768 // "warned of", "informed about"
export const FRAME_DENIES = 131072 // reports of it: "dismissed claims that"
export const FRAME_INVERTS = 65536 // "…, confirmed the mayor"

export const SORT_GENERIC = 1, SORT_ARMED = 2, SORT_ANYBODY = 4, SORT_MINOR = 8, SORT_STATEMENT = 16, SORT_STUDY = 32, SORT_HEARSAY = 64, SORT_HAZY = 128, SORT_IMAGE = 256, SORT_RECKONING = 512, SORT_MANNER = 1024, SORT_LABEL = 2048, SORT_FAMILY = 4096, SORT_POSTPOSED = 8192, SORT_SHOWN = 16384, SORT_MEASURE = 32768, SORT_NATIONAL = 65536, SORT_CHARGE = 131072, SORT_ANSWERABLE = 262144, SORT_WORK = 524288

/** A verb of saying: its dictionary form, the frames it takes and the stance that it gives to what is said. */
export interface SpeechVerb {
  lemma: string
  frames: number
  /** `claimed`: unconfirmed where the report says that it was not checked. */
  stance: Stance | 'claimed' | null
}

/** A verb of saying found at a token: which form, and the token after it. */
export interface SpeechVerbForm {
  verb: SpeechVerb
  forms: number
  /** Words of the phrase after its first. */
  rest: readonly string[]
}

/** A word's classes and uses. */
export interface SpeechWord {
  classes: number
  uses: number
}

/** A hedge found at a token. */
export interface Hedge {
  kind: 'word' | 'near' | 'told' | 'modal' | 'check' | 'hearsay'
  last: number
}

/** One language's words for attribution. Words are lower-cased, with straight apostrophes. */
export interface SpeechLexicon {
  /** The classes of a word as a bit set, and its uses (speech-uses.ts) as another. */
  wordOf(word: string): SpeechWord
  /** The sorts of a speaker's noun, the SORT_ bits. */
  sortOf(word: string): number
  /** true for a word that names a time only with a capital: "May". */
  isTimeName(word: string): boolean
  /** Could an unknown word be a participle ("known", "based"), a past tense, an -ing form by its ending? */
  isParticiple(word: string): boolean
  isPast(word: string): boolean
  isIng(word: string): boolean
  /** "X's office" for an owner and what is owned. */
  ownedBy(owner: string, owned: string): string
  /** Verbs of saying that begin with this word, longest phrase first. */
  verbsAt(word: string): readonly SpeechVerbForm[]
  /** A noun phrase in the tables that starts at token `at`: its last token (excluded) and the classes of its head; null if none. */
  phraseAt(lower: readonly string[], at: number): { last: number; classes: number } | null
  /** true for a word that a hedge may begin with. */
  opensHedge(word: string): boolean
  /** The hedge at a token, if one starts there. */
  hedgeAt(lower: readonly string[], at: number): Hedge | null
  /** 1 for a given name that women bear, -1 for men's, 0 if unknown. */
  genderOf(word: string): number
  /** The full name that an abbreviation stands for. */
  fullName(short: string): string | null
  /** The state that a word (lower-cased) names or belongs to. */
  stateOf(word: string): string | null
  /** The state or armed group named first among tokens `first` to `last`. */
  sideIn(tokens: TokenTable, first: number, last: number): string | null
  /** true for a side that is an armed group, not a state. */
  isGroup(side: string): boolean
  /** The armed group named last between two tokens; null where none is. */
  groupIn(tokens: TokenTable, first: number, last: number): string | null
  /** true where tokens `first` to `last` open with a part of a number told before: "Of those, two …", "Four were …". */
  partAt(tokens: TokenTable, first: number, last: number): boolean
  /** "according to", "citing": the length of the phrase in tokens when a source is named right after it, else 0. `after`: the source follows and so may what it says. */
  sourceMarkAt(lower: readonly string[], at: number): number
}
