// Frames: a verb with the kinds of subject or object that make it tell an incident ("lost power", "raised the flag").
// The table is data (frames.tsv); it is compiled once to one list of frames a verb.
import { readFileSync } from 'node:fs'
import type { TokenTable } from '../../model/document.ts'
import { interned, WordColumn } from '../../text/vocabulary.ts'
import { plural, type VerbSense } from './lexicon.ts'

export interface Frame {
  rule: string
  type: string
  /** Classes that the object may have; ["-"] any or none, ["none"] no object at all. */
  object: readonly string[]
  subject: readonly string[]
  /** Prepositions of which one opens a phrase after the verb; null where the frame asks for none. */
  towards: ReadonlySet<string> | null
}

const table = (name: string): string[][] => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))

const classes = new Map<string, Set<string>>()
for (const [name, list] of table('noun-classes.tsv')) for (const written of list!.split(' ')) {
  const [one, many] = written.split(':') as [string, string | undefined]
  for (const form of [one, many ?? plural(one)]) {
    const known = classes.get(form) ?? new Set()
    known.add(name!)
    classes.set(form, known)
  }
}

const incidents = new Map<string, Frame[]>(), diplomacy = new Map<string, Frame[]>()
for (const [rule, type, verbs, object, subject, , towards] of table('frames.tsv')) for (const lemma of verbs!.split(' ')) {
  const frames = type === 'diplomacy' ? diplomacy : incidents
  const list = frames.get(lemma) ?? []
  list.push({ rule: interned(rule!), type: interned(type!), object: object!.split('|'), subject: subject!.split('|'), towards: towards ? new Set(towards.split('|')) : null })
  frames.set(lemma, list)
}

/** By the number of the lemma. */
const ofIncidents: (readonly Frame[] | undefined)[] = [], ofActs: (readonly Frame[] | undefined)[] = []

/** The frames of a verb by its lemma, in the table's order: those of diplomacy, or those of every other type. */
export function framesOf({ number, lemma }: VerbSense, ofDiplomacy: boolean): readonly Frame[] {
  const known = ofDiplomacy ? ofActs : ofIncidents
  const found = known[number]
  if (found !== undefined) return found
  while (known.length < number) known.push(undefined)
  return (known[number] = (ofDiplomacy ? diplomacy : incidents).get(lemma) ?? NONE)
}
const NONE: readonly Frame[] = []
const NO_CLASS: ReadonlySet<string> = new Set()

/** The classes of a noun by its lower-cased last word or, of a phrase, by its words joined with "_". */
export const classesOf = (noun: string): ReadonlySet<string> => classes.get(noun) ?? NO_CLASS

const SOME = 1, OPENS = 2
const firsts = new Set([...classes.keys()].filter((noun) => noun.includes('_')).map((noun) => noun.slice(0, noun.indexOf('_'))))
/** Whether a word has a class, or opens a phrase that has one: most do neither. */
const classed = new WordColumn((word) => (classes.has(word) ? SOME : 0) | (firsts.has(word) ? OPENS : 0))

/** Whether the noun of tokens `first`–`last` is of a class: by all its words, or by the last. */
export function isOfClass(tokens: TokenTable, first: number, last: number, name: string): boolean {
  if (last - first > 1 && (classed.at(tokens, first) & OPENS) !== 0 && classesOf(tokens.lower.slice(first, last).join('_')).has(name)) return true
  return (classed.at(tokens, last - 1) & SOME) !== 0 && classesOf(tokens.lower[last - 1]!).has(name)
}

/** Whether a word alone can make a sentence worth reading for incidents. */
const TELLING = new Set(['service', 'traffic', 'flag', 'control', 'force', 'gear', 'regard', 'permission', 'bar', 'complaint', 'ruler', 'protester', 'fortification', 'sonic_boom'])
const telling = new Set<string>()
for (const [word, set] of classes) for (const name of set) if (TELLING.has(name) && !/^(light|water|line|bus|system|service|signal|network|connection|route|unit|division|column|people|supply|ship|car|leave|concern|support|protest|appeal|block|approval|hope|optimism|worry|opposition|appreciation|confidence|interest|desire|determination|commitment|government|president|king|queen|premier)s?$/.test(word)) telling.add(word)
export const tellsOfFrames = (word: string): boolean => telling.has(word)
