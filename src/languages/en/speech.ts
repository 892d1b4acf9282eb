// English for the attribution of speech, compiled from the tables beside this file.
import { readFileSync } from 'node:fs'
import * as S from '../speech.ts'
import type { Hedge, SpeechLexicon, SpeechVerb, SpeechVerbForm, SpeechWord } from '../speech.ts'
import * as U from '../speech-uses.ts'
import { actorsIn, ARMED_GROUPS, sideIn } from './actors.ts'
import { sideOf } from './demonyms.ts'
import { partAt } from './speech-parts.ts'
import { ADJ, ADV, lexemeOf, NOUN, plural, PREP, SUB, VERB } from './lexicon.ts'

const table = (name: string): string[][] => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))

const own = new Map<string, number>()
interface Phrase { rest: string[]; classes: number }
const phrases = new Map<string, Phrase[]>()

function put(written: string, classes: number): void {
  const [first, ...rest] = written.split('_') as [string, ...string[]]
  if (rest.length === 0) { own.set(first, (own.get(first) ?? 0) | classes); return }
  let list = phrases.get(first)
  if (!list) phrases.set(first, (list = []))
  const known = list.find((p) => p.rest.join(' ') === rest.join(' '))
  if (known) known.classes |= classes
  else { list.push({ rest, classes }); list.sort((a, b) => b.rest.length - a.rest.length) }
}

const NOUN_CLASS: Record<string, number> = { role: S.ROLE, people: S.PEOPLE, body: S.BODY, paper: S.PAPER, rank: S.RANK, honorific: S.HONORIFIC | S.RANK, image: S.PAPER }
const sorts = new Map<string, number>()
const sort = (word: string, bit: number): void => { sorts.set(word, (sorts.get(word) ?? 0) | bit) }
for (const [kind, list] of table('speaker-nouns.tsv')) {
  const classes = NOUN_CLASS[kind!]
  if (classes === undefined) throw new Error(`speaker-nouns.tsv: no class ${kind}`)
  for (const written of list!.split(' ')) {
    const [singular, irregular] = written.split(':') as [string, string | undefined]
    put(singular, classes)
    if (kind === 'image') for (const form of [singular, plural(singular)]) sort(form, S.SORT_IMAGE)
    if (kind !== 'rank' && kind !== 'honorific') put(irregular ?? plural(singular), classes | S.PLURAL)
  }
}
const SORT: Record<string, number> = { generic: S.SORT_GENERIC, armed: S.SORT_ARMED, anybody: S.SORT_ANYBODY, minor: S.SORT_MINOR, statement: S.SORT_STATEMENT, study: S.SORT_STUDY, hearsay: S.SORT_HEARSAY, hazy: S.SORT_HAZY, reckoning: S.SORT_RECKONING, manner: S.SORT_MANNER, label: S.SORT_LABEL, family: S.SORT_FAMILY, postposed: S.SORT_POSTPOSED, shown: S.SORT_SHOWN, measure: S.SORT_MEASURE, national: S.SORT_NATIONAL, charge: S.SORT_CHARGE, answerable: S.SORT_ANSWERABLE, work: S.SORT_WORK }
for (const [kind, list] of table('speaker-sorts.tsv')) {
  const bit = SORT[kind!]
  if (bit === undefined) throw new Error(`speaker-sorts.tsv: no sort ${kind}`)
  for (const word of list!.split(' ')) sort(word, bit)
}

const uses = new Map<string, number>()
const USE: Record<string, number> = { of: U.OF, belongs: U.BELONGS, attaches: U.ATTACHES, by: U.BY, author: U.AUTHOR, to: U.TO, as: U.AS, that: U.THAT, how: U.HOW, what: U.WHAT, who: U.WHO, relates: U.RELATES, modal: U.MODAL, absolute: U.ABSOLUTE, introduces: U.INTRODUCES, manner: U.MANNER, contrast: U.CONTRAST, points: U.POINTS, quotes: U.QUOTES, late: U.LATE, about: U.ABOUT, effect: U.EFFECT, authored: U.AUTHORED, numeral: U.NUMERAL, oblique: U.OBLIQUE, she: U.SHE, he: U.HE, they: U.THEY, it: U.IT, owns: U.OWNS, there: U.THERE, goes: U.GOES }
for (const [kind, list] of table('speech-uses.tsv')) {
  const bit = USE[kind!]
  if (bit === undefined) throw new Error(`speech-uses.tsv: no use ${kind}`)
  for (const word of list!.split(' ')) uses.set(word, (uses.get(word) ?? 0) | bit)
}

const timeNames = new Set<string>()
const WORD_CLASS: Record<string, number> = { modifier: S.MODIFIER, channel: S.CHANNEL, 'said-in': S.SAID_IN | S.PREPOSITION, listener: S.LISTENER, particle: S.PARTICLE, time: S.TIME, conjoint: S.CONJOINT, subordinator: S.SUBORDINATOR, relative: S.RELATIVE, be: S.BE | S.AUXILIARY, auxiliary: S.AUXILIARY, pronoun: S.PRONOUN, own: S.OWN, negative: S.NEGATIVE, determiner: S.DETERMINER, definite: S.DEFINITE | S.DETERMINER, adverb: S.ADVERB, feminine: S.FEMININE, masculine: S.MASCULINE }
for (const [kind, list] of table('speech-words.tsv')) {
  if (kind === 'time-name') { for (const word of list!.split(' ')) timeNames.add(word); continue }
  const classes = WORD_CLASS[kind!]
  if (classes === undefined) throw new Error(`speech-words.tsv: no class ${kind}`)
  for (const word of list!.split(' ')) {
    put(word, classes)
    if (kind === 'channel' || kind === 'listener') put(plural(word), classes)
  }
}

const FRAME: Record<string, number> = { clause: S.FRAME_CLAUSE, object: S.FRAME_OBJECT, infinitive: S.FRAME_INFINITIVE, addressee: S.FRAME_ADDRESSEE, quote: S.FRAME_QUOTE, count: S.FRAME_COUNT, believe: S.FRAME_BELIEVE, paper: S.FRAME_PAPER, any: S.FRAME_ANY, told: S.FRAME_TOLD, reaction: S.FRAME_REACTION, account: S.FRAME_ACCOUNT, suggests: S.FRAME_SUGGESTS, passive: S.FRAME_PASSIVE, names: S.FRAME_NAMES, about: S.FRAME_ABOUT, inverts: S.FRAME_INVERTS, denies: S.FRAME_DENIES }
const verbs = new Map<string, SpeechVerbForm[]>()
for (const [list, frameList, stance] of table('speech-verbs.tsv')) {
  const forms = list!.split(' ')
  if (forms.length !== 5) throw new Error(`speech-verbs.tsv: ${list} has not five forms`)
  const verb: SpeechVerb = { lemma: forms[0]!.replaceAll('_', ' '), frames: frameList!.split(' ').reduce((sum, frame) => sum | FRAME[frame]!, 0), stance: stance === '-' ? null : (stance as SpeechVerb['stance']) }
  forms.forEach((written, at) => {
    const [first, ...rest] = written.split('_') as [string, ...string[]]
    let known = verbs.get(first)
    if (!known) verbs.set(first, (known = []))
    const same = known.find((v) => v.verb === verb && v.rest.join(' ') === rest.join(' '))
    if (same) same.forms |= 1 << at
    else { known.push({ verb, forms: 1 << at, rest }); known.sort((a, b) => b.rest.length - a.rest.length) }
  })
}
for (const first of [...verbs.keys(), 'according', 'citing', 'quoting', 'per']) own.set(first, (own.get(first) ?? 0) | S.CUE)

for (const first of phrases.keys()) own.set(first, (own.get(first) ?? 0) | S.OPENS_PHRASE)

const GRAMMAR: [number, number][] = [[PREP, S.PREPOSITION], [SUB, S.SUBORDINATOR], [ADJ, S.MODIFIER], [NOUN, S.NOUN], [ADV, S.ADVERB]]
const words = new Map<string, SpeechWord>()
const KNOWN_WORDS = 100_000
function wordOf(word: string): SpeechWord {
  const known = words.get(word)
  if (known !== undefined) return known
  let bits = own.get(word) ?? 0
  const lexeme = lexemeOf(word)
  if (lexeme) {
    for (const [tag, bit] of GRAMMAR) if (lexeme.tags & tag) bits |= bit
    if (lexeme.tags & VERB && !(lexeme.tags & (NOUN | ADJ)) && !(bits & (S.CUE | S.ROLE | S.PEOPLE | S.BODY | S.PAPER | S.PREPOSITION))) bits |= S.VERB
    if (lexeme.counted && lexeme.tags & NOUN && PEOPLE_KINDS.has(lexeme.counted) && !(bits & (S.CUE | S.ROLE | S.BODY | S.CHANNEL))) bits |= S.PEOPLE | (lexeme.plural ? S.PLURAL : 0)
  }
  if (bits & (S.PREPOSITION | S.SUBORDINATOR | S.DETERMINER) && word !== 'past') bits &= ~S.ADVERB
  if ((bits & ~S.OPENS_PHRASE) === 0 && word.length > 4 && word.endsWith('ly')) bits |= S.ADVERB
  const made: SpeechWord = { classes: bits, uses: uses.get(word) ?? 0 }
  if (words.size >= KNOWN_WORDS) words.clear()
  if (word.length < 40) words.set(word, made)
  return made
}
const PEOPLE_KINDS: ReadonlySet<string> = new Set(['person', 'civilian', 'child', 'medic', 'journalist', 'combatant'])

const hedges = new Map<string, { rest: string[]; kind: Hedge['kind'] }[]>()
for (const [kind, list] of table('hedges.tsv')) for (const written of list!.split(' ')) {
  const [first, ...rest] = written.split('_') as [string, ...string[]]
  let known = hedges.get(first)
  if (!known) hedges.set(first, (known = []))
  known.push({ rest, kind: kind as Hedge['kind'] })
  known.sort((a, b) => b.rest.length - a.rest.length)
}

const bodies = new Map(table('bodies.tsv').map(([short, full]) => [short!.toLowerCase(), full!] as const))
const givenNames = new Map<string, number>()
for (const [kind, list] of table('given-names.tsv')) for (const name of list!.split(' ')) givenNames.set(name, kind === 'feminine' ? 1 : -1)
const states = new Map<string, string | null>()

function matches(lower: readonly string[], at: number, rest: readonly string[]): boolean {
  for (let k = 0; k < rest.length; k++) if (lower[at + 1 + k] !== rest[k]) return false
  return true
}

/** The English lexicon of speech. */
export const ENGLISH_SPEECH: SpeechLexicon = {
  wordOf,
  sortOf: (word) => sorts.get(word) ?? 0,
  isTimeName: (word) => timeNames.has(word),
  isParticiple: (word) => word.endsWith('ed') || word.endsWith('ing') || word === 'known',
  isPast: (word) => word.length > 2 && word.endsWith('ed'),
  isIng: (word) => word.endsWith('ing'),
  ownedBy: (owner, owned) => `${owner}'s ${owned}`,
  verbsAt: (word) => verbs.get(word) ?? [],
  phraseAt(lower, at) {
    const list = phrases.get(lower[at]!)
    if (list) for (const { rest, classes: bits } of list) if (matches(lower, at, rest)) return { last: at + 1 + rest.length, classes: bits }
    return null
  },
  opensHedge: (word) => hedges.has(word),
  hedgeAt(lower, at) {
    const list = hedges.get(lower[at]!)
    if (list) for (const { rest, kind } of list) if (matches(lower, at, rest)) return { kind, last: at + 1 + rest.length }
    return null
  },
  genderOf: (word) => givenNames.get(word) ?? 0,
  fullName: (short) => bodies.get(short.toLowerCase()) ?? null,
  stateOf(word) {
    const known = states.get(word)
    if (known !== undefined) return known
    const state = sideOf(word)?.name ?? null
    if (states.size >= KNOWN_WORDS) states.clear()
    states.set(word, state)
    return state
  },
  partAt,
  sideIn,
  isGroup: (side) => ARMED_GROUPS.has(side),
  groupIn: (tokens, first, last) => actorsIn(tokens, first, last).findLast(({ side }) => ARMED_GROUPS.has(side))?.side ?? null,
  sourceMarkAt(lower, at) {
    const word = lower[at]
    if (word === 'according' && lower[at + 1] === 'to') return 2
    if (word === 'citing' || word === 'quoting' || word === 'per' && lower[at - 1] === ',') return 1
    return 0
  },
}
