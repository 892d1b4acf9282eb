// The English words that rules look at, compiled once from the tables beside this file: every inflected form and every
// phrase of several words leads to one Lexeme.
import { readFileSync } from 'node:fs'
import type { Counted } from '../../model/claim.ts'
import type { TokenTable } from '../../model/document.ts'
import { COUNTED } from '../../model/claim.ts'
import { interned } from '../../text/vocabulary.ts'

export const DET = 1, ADJ = 4, NOUN = 8, PRON = 32, VERB = 64, AUX = 128, MODAL = 256, PREP = 512, CONJ = 1024, SUB = 2048, ADV = 4096, NEG = 16384, REL = 32768
export const BASE = 1, THIRD = 2, PAST = 4, PARTICIPLE = 8, ING = 16

/** What a verb does: its sense, and where the one it happens to stands in an active clause. */
export interface VerbSense {
  sense: string
  patient: 'object' | 'subject' | 'none'
  lemma: string
  /** The number of the lemma: what tables have of it is found by this. */
  number: number
}

const lemmas = new Map<string, number>()
const lemmaOf: string[] = []

/** A sense of a verb, its lemma numbered. */
export function verbSense(sense: string, patient: VerbSense['patient'], lemma: string): VerbSense {
  let number = lemmas.get(lemma)
  if (number === undefined) lemmas.set(lemma, (number = lemmas.size))
  return { sense, patient, lemma: lemmaOf[number] ??= interned(lemma), number }
}

export interface Lexeme {
  /** Bit set of word classes it can have. */
  tags: number
  /** Verb forms it can be, as a bit set. */
  forms: number
  verbs: VerbSense[]
  /** The kind of people or things it counts. */
  counted: Counted | null
  plural: boolean
  /** The sense of an event noun ("strike", "siege"), one of those in events.tsv. */
  event: string | null
  /** A weapon's kind ("drone"). */
  weapon: string | null
  /** It can be a verb of the conflict, alone or as the first word of a phrase. */
  conflict: boolean
}

const table = (name: string): string[][] => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))
/** A table whose first two cells name what code asks for. */
const named = (name: string): string[][] => table(name).map(([first, second, ...rest]) => [interned(first!), interned(second!), ...rest])

const words = new Map<string, Lexeme>()
/** Phrases by their first word, longest first; `rest` are the words that follow. */
const phrases = new Map<string, Phrase[]>()

function entry(form: string): Lexeme {
  const blank = (): Lexeme => ({ tags: 0, forms: 0, verbs: [], counted: null, plural: false, event: null, weapon: null, conflict: false })
  if (!form.includes('_')) {
    let found = words.get(form)
    if (!found) words.set(form, (found = blank()))
    return found
  }
  const [first, ...rest] = form.split('_') as [string, ...string[]]
  let list = phrases.get(first)
  if (!list) phrases.set(first, (list = []))
  let found = list.find((p) => p.rest.length === rest.length && p.rest.every((w, i) => w === rest[i]))
  if (!found) { found = { rest, lexeme: blank() }; list.push(found); list.sort((a, b) => b.rest.length - a.rest.length) }
  return found.lexeme
}

const vowel = /[aeiou]/
/** Regular inflection of a verb: [third person, past, -ing]. */
function inflect(lemma: string): [string, string, string] {
  const third = /(s|x|z|ch|sh|o)$/.test(lemma) ? lemma + 'es' : /[^aeiou]y$/.test(lemma) ? lemma.slice(0, -1) + 'ies' : lemma + 's'
  if (/e$/.test(lemma)) return [third, lemma + 'd', /(ee|ye|oe)$/.test(lemma) ? lemma + 'ing' : lemma.slice(0, -1) + 'ing']
  if (/[^aeiou]y$/.test(lemma)) return [third, lemma.slice(0, -1) + 'ied', lemma + 'ing']
  const doubles = /^(kidnap|worship|commit|submit|permit|occur|refer|expel|compel|repel|control|patrol|begin|prefer|transfer|admit|regret|rebut|deter|recur|incur|concur|confer|propel|rebel|acquit|emit|omit|abet|entrap|unplug)$|^(qu|[^aeiou])*[aeiou][^aeiouwxy]$/
  if (doubles.test(lemma)) { const d = lemma + lemma.at(-1)!; return [third, d + 'ed', d + 'ing'] }
  if (/[^aeiou]el$/.test(lemma) && vowel.test(lemma)) return [third, lemma + 'led', lemma + 'ling']
  return [third, lemma + 'ed', lemma + 'ing']
}

/** Irregular verbs that head phrases and plain entries alike. */
const IRREGULAR = new Map<string, [string, string]>(Object.entries({
  shoot: ['shot', 'shot'], keep: ['kept', 'kept'], build: ['built', 'built'], take: ['took', 'taken'], bring: ['brought', 'brought'], send: ['sent', 'sent'], fall: ['fell', 'fallen'], lose: ['lost', 'lost'],
  be: ['was', 'been'], go: ['went', 'gone'], leave: ['left', 'left'], give: ['gave', 'given'], lay: ['laid', 'laid'], hold: ['held', 'held'], come: ['came', 'come'],
  find: ['found', 'found'], fight: ['fought', 'fought'], withdraw: ['withdrew', 'withdrawn'], win: ['won', 'won'], retake: ['retook', 'retaken'], seek: ['sought', 'sought'],
  blow: ['blew', 'blown'], break: ['broke', 'broken'], tear: ['tore', 'torn'], beat: ['beat', 'beaten'], drive: ['drove', 'driven'], wear: ['wore', 'worn'],
  overrun: ['overran', 'overrun'], dig: ['dug', 'dug'], ring: ['rang', 'rung'], mow: ['mowed', 'mown'], rise: ['rose', 'risen'], cut: ['cut', 'cut'], say: ['said', 'said'],
  tell: ['told', 'told'], think: ['thought', 'thought'], write: ['wrote', 'written'], meet: ['met', 'met'], feel: ['felt', 'felt'], burn: ['burned', 'burnt'], cast: ['cast', 'cast'], become: ['became', 'become'],
}))

function addVerb(written: string, sense: string, patient: VerbSense['patient']): void {
  const [lemma, irregular] = written.split(':') as [string, string | undefined]
  const [head, ...tail] = lemma.split('_') as [string, ...string[]]
  const suffix = tail.length > 0 ? '_' + tail.join('_') : ''
  const [third, regularPast, regularIng] = inflect(head)
  const own = irregular?.split(',') as [string, string] | undefined
  const [past, participle] = own ?? IRREGULAR.get(head) ?? [regularPast, regularPast]
  const ing = head === 'be' ? 'being' : head === 'lie' ? 'lying' : head === 'die' ? 'dying' : head === 'tie' ? 'tying' : regularIng
  const forms: [string, number][] = head === 'be'
    ? [['be', BASE], ['is', THIRD], ['are', THIRD], ['was', PAST], ['were', PAST], ['been', PARTICIPLE], ['being', ING]]
    : [[head, BASE], [third, THIRD], [past, PAST], [participle, PARTICIPLE], [ing, ING], ...(irregular || IRREGULAR.has(head) ? [] : [[regularPast, PAST | PARTICIPLE] as [string, number]])]
  if (head === 'burn') forms.push(['burnt', PAST | PARTICIPLE], ['burned', PAST | PARTICIPLE])
  for (const [form, bit] of forms) {
    const lexeme = entry(form + suffix)
    lexeme.tags |= VERB
    lexeme.forms |= bit
    if (sense !== 'common' && sense !== 'say' && sense !== 'be') { lexeme.conflict = true; if (suffix) entry(form).conflict = true }
    if (!lexeme.verbs.some((v) => v.sense === sense)) {
      // a sense of the conflict goes before a common one
      if (sense === 'common' || sense === 'say' || sense === 'be') lexeme.verbs.push(verbSense(sense, patient, lemma))
      else lexeme.verbs.splice(lexeme.verbs.findIndex((v) => v.sense === 'common') >= 0 ? lexeme.verbs.findIndex((v) => v.sense === 'common') : lexeme.verbs.length, 0, verbSense(sense, patient, lemma))
    }
  }
}

/** The plural of a noun or noun phrase, by the regular rules. */
export function plural(noun: string): string {
  const parts = noun.split('_')
  const of = parts.indexOf('of')
  const at = of > 0 ? of - 1 : parts.length - 1
  const word = parts[at]!
  parts[at] = /(s|x|z|ch|sh)$/.test(word) ? word + 'es' : /[^aeiou]y$/.test(word) ? word.slice(0, -1) + 'ies' : word.endsWith('man') && word !== 'human' && word !== 'german' ? word.slice(0, -3) + 'men' : word + 's'
  return parts.join('_')
}

const TAG = { DET, PRON, PREP, CONJ, SUB, AUX, MODAL, NEG, REL, ADV }
for (const [tag, list] of table('closed-class.tsv')) for (const word of list!.split(' ')) entry(word).tags |= TAG[tag as keyof typeof TAG]
for (const [sense, patient, list] of named('verbs.tsv')) for (const verb of list!.split(' ')) addVerb(verb, sense!, patient as VerbSense['patient'])
for (const [, kind, list] of named('nouns.tsv')) {
  if (kind === '-') {
    for (const noun of list!.split(' ')) { entry(noun).tags |= NOUN; const many = entry(plural(noun)); many.tags |= NOUN; many.plural = true }
    continue
  }
  if (!COUNTED.includes(kind as Counted)) throw new Error(`nouns.tsv: ${kind} is not a counted kind`)
  for (const written of list!.split(' ')) {
    const [singular, irregular] = written.split(':') as [string, string | undefined]
    const one = entry(singular), many = entry(irregular ?? plural(singular))
    one.tags |= NOUN; one.counted ??= kind as Counted
    many.tags |= NOUN; many.counted ??= kind as Counted
    if (many !== one) many.plural = true
    if (/(^|_)(people|troops|personnel|police|staff)$/.test(singular) || (many === one && singular === 'aircraft')) one.plural = true
  }
}
/** Counted kinds that are weapons by themselves. */
const ARMS: ReadonlyMap<string, string | null> = new Map([['missile', 'missile'], ['drone', 'drone'], ['helicopter', 'aircraft'], ['tank', 'tank'], ['armoured_vehicle', 'armoured_vehicle'], ['munition', null], ['artillery', null]])
/** A phrase counts what its last word counts ("guided missiles" as "missiles"), unless the tables say otherwise. */
function countAsLast(form: string, lexeme: Lexeme): void {
  if (!form.includes('_') || lexeme.counted !== null) return
  const last = words.get(form.slice(form.lastIndexOf('_') + 1))
  if (last === undefined || last.counted === null) return
  lexeme.counted = last.counted
  lexeme.plural ||= last.plural
}

for (const [sense, weapon, list] of named('events.tsv')) for (const noun of list!.split(' ')) for (const form of [noun, plural(noun)]) {
  const lexeme = entry(form)
  lexeme.tags |= NOUN
  lexeme.event ??= sense!
  if (weapon !== '-') lexeme.weapon ??= weapon!
  if (form !== noun) lexeme.plural = true
  countAsLast(form, lexeme)
}
for (const [kind, list] of named('weapons.tsv')) for (const word of list!.split(' ')) for (const form of /(s|ing|ed|aircraft)$/.test(word) ? [word] : [word, plural(word)]) {
  const lexeme = entry(form)
  lexeme.weapon ??= kind!
  if (lexeme.tags === 0) lexeme.tags = NOUN
  countAsLast(form, lexeme)
}
// "neptune missile", "fpv drone": a phrase is the weapon that its last word is; "orlan", "t-80": a model is of its kind
for (const list of phrases.values()) for (const { rest, lexeme } of list) if (lexeme.counted !== null && ARMS.has(lexeme.counted)) lexeme.weapon ??= lexeme.counted === 'artillery' && /^guns?$/.test(rest.at(-1)!) ? 'artillery' : words.get(rest.at(-1)!)?.weapon ?? ARMS.get(lexeme.counted)!
for (const [word, lexeme] of words) if (lexeme.counted !== null && word !== 'projectile' && word !== 'projectiles') lexeme.weapon ??= ARMS.get(lexeme.counted) ?? null
// nouns of harm, and words that tell of it by themselves, make a sentence one of the conflict
for (const [noun] of table('nominals.tsv')) entry(noun!).conflict = true
for (const word of ['toll', 'death_toll', 'dead', 'missing', 'homeless', 'stuck', 'trapped', 'lives', 'casualties', 'electricity', 'heating', 'body', 'corpse', 'corpses']) entry(word).conflict = true
for (const word of table('adjectives.tsv').flatMap(([list]) => list!.split(' '))) entry(word).tags |= ADJ

/** The entry of a single lower-cased word. */
export const lexemeOf = (word: string): Lexeme | undefined => words.get(word)

/** A phrase of several words: those that follow its first. */
interface Phrase {
  rest: string[]
  lexeme: Lexeme
}

/** What the lexicon has for a word by itself and as the first of phrases, by the word's number (text/vocabulary.ts): looked up once a word. */
export interface Known {
  lexeme: Lexeme | undefined
  phrases: readonly Phrase[] | undefined
}
const NOTHING: Known = { lexeme: undefined, phrases: undefined }
const known: (Known | undefined)[] = []

/** What the lexicon has for the word at token `i`. */
export function knownAt(tokens: TokenTable, i: number): Known {
  const number = tokens.word[i]!
  const seen = known[number]
  if (seen !== undefined && number !== 0) return seen
  const word = tokens.lower[i]!
  const lexeme = words.get(word), list = phrases.get(word)
  const made = lexeme === undefined && list === undefined ? NOTHING : { lexeme, phrases: list }
  if (number !== 0) {
    while (known.length <= number) known.push(undefined)
    known[number] = made
  }
  return made
}

/** The entry of the word at token `i`. */
export const lexemeAt = (tokens: TokenTable, i: number): Lexeme | undefined => knownAt(tokens, i).lexeme

/** The longest of the phrases of a word at token `i` that ends before `last`. */
export function longestPhrase(list: readonly Phrase[], { lower }: TokenTable, i: number, last: number): Phrase | null {
  const second = lower[i + 1]
  for (let p = 0; p < list.length; p++) {
    const phrase = list[p]!, { rest } = phrase
    if (rest[0] !== second || i + rest.length >= last) continue
    let k = 1
    while (k < rest.length && lower[i + 1 + k] === rest[k]) k++
    if (k === rest.length) return phrase
  }
  return null
}
