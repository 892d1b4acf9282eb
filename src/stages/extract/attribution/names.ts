// The people named in a report: every full name, the office that the words give it, and every later mention by a short form.
import { wordGroup } from '../../../languages/en/count-words.ts'
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_POSSESSIVE, TOKEN_WORD, type Sentence } from '../../../model/document.ts'
import { lexemeOf, VERB } from '../../../languages/en/lexicon.ts'
import { settingOf } from '../../locate/reader.ts'
import { BODY, CHANNEL, DETERMINER, FEMININE, HONORIFIC, MASCULINE, MODIFIER, PAPER, PARTICLE, PEOPLE, RANK, ROLE, SORT_FAMILY } from '../../../languages/speech.ts'
import { core, phraseAfter, YOUNGER } from './noun-phrases.ts'
import { isState, NAME, type SpeechTable } from './words.ts'

export interface Person {
  /** The fullest form in the report. */
  name: string
  role: string | null
  roleFirst: number
  roleLast: number
  /** 1 a woman, -1 a man, 0 untold. */
  gender: number
  /** true where an office, a rank or a title shows that the name is a person's. */
  sure: boolean
}

export interface Mention {
  first: number
  last: number
  person: Person
  sentence: number
}

export interface Names {
  mentions: Mention[]
  /** Index of the last mention that begins at or before a token; -1 if none. */
  before(token: number): number
  /** The person of a name's tokens: by last word, else by first. */
  find(first: number, last: number): Person | null
  /** The person whose family name is spelt almost like the token: a slip of the keys. */
  alike(token: number): Person | null
}

const LONGEST_NAME = 6
const SHORTEST_ALIKE = 6
const MOST_ALIKE = 40

/** The end of a run of name tokens that starts at `i`. */
export function nameRun(table: SpeechTable, i: number, ceiling: number): number {
  const { tokens, bits } = table
  let end = i
  while (end < ceiling && end < i + 14) {
    if (tokens.kind[end] !== TOKEN_WORD || (tokens.flags[end]! & FLAG_POSSESSIVE) !== 0) {
      if (tokens.lower[end] === '.' && end > i && (tokens.end[end - 1]! - tokens.start[end - 1]! === 1 || (bits[end - 1]! & RANK) !== 0) && end + 1 < ceiling && (bits[end + 1]! & NAME) !== 0) { end++; continue } // an initial
      break
    }
    if (end > i && YOUNGER.test(tokens.lower[end]!)) break // "X |Jr.|"
    if ((bits[end]! & NAME) !== 0) { end++; continue }
    if (end > i && tokens.end[end]! - tokens.start[end]! === 1 && (tokens.flags[end]! & FLAG_CAPITAL) !== 0 && end + 1 < ceiling && (bits[end + 1]! & NAME) !== 0) { end++; continue } // a middle initial that is a word too
    if ((bits[end]! & PARTICLE) !== 0 && end + 1 < ceiling && end > i && ((bits[end + 1]! & NAME) !== 0 || (end + 2 < ceiling && (bits[end + 1]! & PARTICLE) !== 0 && (bits[end + 2]! & NAME) !== 0))) { end++; continue }
    break
  }
  return end
}

/** "Name |King|": an office that is a family name too, behind a name that is none. */
function isFamilyName(table: SpeechTable, i: number): boolean {
  return (table.lexicon.sortOf(table.tokens.lower[i]!) & SORT_FAMILY) !== 0 && (table.bits[i - 1]! & NAME) !== 0 && (table.bits[i - 1]! & (ROLE | RANK | PEOPLE | BODY | MODIFIER)) === 0 && !isState(table, i - 1)
}

/** Cuts offices, ranks and bodies off the front of a run: where the personal name begins, `last` if there is none. */
export function personStart(table: SpeechTable, first: number, last: number): number {
  const { bits } = table
  if (table.tokens.lower[first] === 'radio' && last - first > 2 || table.tokens.lower[first - 1] === 'radio' && (table.tokens.flags[first - 1]! & FLAG_CAPITAL) !== 0) return last // "Radio Free Asia"
  let start = first
  for (let i = first; i < last; i++) {
    if (i > first && i === last - 1 && i === start + 1 && isFamilyName(table, i)) break
    // "Hassan |Sheikh| Mohamud": a title that is a name behind a given name
    if ((bits[i]! & RANK) !== 0 && i > start && i + 1 < last && table.lexicon.genderOf(table.tokens.lower[i - 1]!) !== 0) continue
    if ((bits[i]! & (ROLE | RANK | PEOPLE)) !== 0 || isShortForm(table, i) && last - i > 2 && !isShortForm(table, i + 1)) start = i + 1 // "the head of the RMA |Name Surname|"
    else if ((bits[i]! & (BODY | PAPER | CHANNEL)) !== 0) start = last - i > 2 && last - first > 3 ? i + 1 : last
  }
  while (start < last && table.tokens.kind[start] !== TOKEN_WORD) start++
  // "Prime Minister of Great Britain |Boris Johnson|": a state before a whole name
  const { lower } = table.tokens
  if (last - start > 3 && table.lexicon.stateOf(`${lower[start]!} ${lower[start + 1]!}`) !== null) return start + 2
  return last - start > 2 && isState(table, start) ? start + 1 : start
}

/** A body by its initials. */
const isShortForm = ({ tokens }: SpeechTable, i: number): boolean => (tokens.flags[i]! & FLAG_ALL_CAPS) !== 0 && tokens.end[i]! - tokens.start[i]! > 1

/** Reads all names of a document in one pass. */
export function findNames(table: SpeechTable): Names {
  const { tokens, bits, document } = table
  const byLast = new Map<string, Person[]>(), byFirst = new Map<string, Person[]>()
  const begins: string[] = []
  const runs: { first: number; last: number; sentence: number }[] = []
  const lookup = (first: number, last: number): Person | null => {
    const final = tokens.lower[last - 1]!
    const list = byLast.get(final)
    if (list) return list.length === 1 ? list[0]! : nearest(list, tokens.text.slice(tokens.start[first]!, tokens.end[last - 1]!))
    return last - first === 1 && (!final.endsWith('s') || table.lexicon.genderOf(final) !== 0) ? byFirst.get(final)?.[0] ?? null : null
  }
  for (let s = 0; s < document.sentences.length; s++) {
    const sentence = document.sentences[s]!
    for (let i = sentence.first; i < sentence.last; i++) {
      if ((bits[i]! & NAME) === 0) continue
      const end = nameRun(table, i, sentence.last)
      const start = personStart(table, i, end)
      if (start < end && end - start <= LONGEST_NAME) {
        runs.push({ first: start, last: end, sentence: s })
        if (end - start > 1 && !impersonal(table, start, end, sentence.first) && !isDeed(start, sentence)) register(start, end, i, sentence.first, sentence.last)
      }
      i = end - 1
    }
  }
  /** "Russian Forces |Shell Nikopol|": in a title a deed has its capital, too. */
  function isDeed(at: number, sentence: Sentence): boolean {
    const lexeme = lexemeOf(tokens.lower[at]!)
    return lexeme !== undefined && lexeme.conflict && (lexeme.tags & VERB) !== 0 && settingOf(tokens, sentence) === 'title'
  }
  function register(first: number, last: number, runFirst: number, floor: number, ceiling: number): void {
    const name = tokens.text.slice(tokens.start[first]!, tokens.end[last - 1]!)
    const key = tokens.lower[last - 1]!
    let list = byLast.get(key)
    if (!list) {
      byLast.set(key, (list = []))
      if (key.length >= SHORTEST_ALIKE) begins.push(key)
    }
    let person = list.find((p) => p.name === name)
    if (!person) {
      if (list.length > 20) return
      const gender = table.lexicon.genderOf(tokens.lower[first]!)
      person = { name, role: null, roleFirst: 0, roleLast: 0, gender, sure: gender !== 0 }
      list.push(person)
      const given = tokens.lower[first]!
      const same = byFirst.get(given)
      if (same) { if (same.length < 20) same.push(person) } else byFirst.set(given, [person])
    }
    if (person.role === null) describe(person, first, last, runFirst, floor, ceiling)
  }
  function describe(person: Person, first: number, last: number, runFirst: number, floor: number, ceiling: number): void {
    const give = (from: number, to: number): boolean => {
      let holds = 0
      while (from < to && ((bits[from]! & DETERMINER) !== 0 && (bits[from]! & (NAME)) === 0)) from++
      for (let i = from; i < to; i++) {
        holds |= bits[i]!
        if ((bits[i]! & FEMININE) !== 0) person.gender = 1
        else if ((bits[i]! & MASCULINE) !== 0) person.gender = -1
      }
      if ((holds & (ROLE | RANK | PEOPLE)) === 0) return false
      person.sure = true
      if (to - from === 1 && (bits[from]! & HONORIFIC) !== 0) return true
      person.role = tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!)
      person.roleFirst = from
      person.roleLast = to
      return true
    }
    // "Moscow Mayor X", "the mayor X"
    if (first > floor) {
      const before = core(table, first, floor)
      if (before && before.coreFirst < first && give(before.coreFirst, first)) return
      if (runFirst < first && give(runFirst, first)) return
    }
    // "X, the mayor of Y,"
    if (last + 1 < ceiling && (tokens.lower[last] === ',' || tokens.lower[last] === '–' || tokens.lower[last] === '—' || tokens.lower[last] === '--')) {
      const after = phraseAfter(table, last + 1, ceiling)
      if (after && give(after.coreFirst, after.coreLast)) return
    }
    // "Kyiv's mayor, X,"
    if (first - 1 > floor && tokens.lower[first - 1] === ',') {
      const before = core(table, first - 1, floor)
      if (before && (bits[first - 2]! & (ROLE | PEOPLE)) !== 0 && give(before.coreFirst, first - 1)) return
    }
  }
  const byStart = new Map<string, [string, Person][]>()
  for (const key of begins) {
    const start = key.slice(0, 3), same = byStart.get(start)
    if (!same) byStart.set(start, [[key, byLast.get(key)![0]!]])
    else if (same.length < MOST_ALIKE) same.push([key, byLast.get(key)![0]!])
  }
  const mentions: Mention[] = []
  const indexAt = new Int32Array(tokens.count).fill(-1)
  for (const run of runs) {
    const person = lookup(run.first, run.last)
    if (!person) continue
    const earlier = run.first - 1
    if (earlier >= 0 && (bits[earlier]! & HONORIFIC) !== 0) {
      person.sure = true
      if ((bits[earlier]! & FEMININE) !== 0) person.gender = 1
      else if ((bits[earlier]! & MASCULINE) !== 0) person.gender = -1
    }
    indexAt[run.first] = mentions.length
    mentions.push({ first: run.first, last: run.last, sentence: run.sentence, person })
  }
  let last = -1
  for (let i = 0; i < indexAt.length; i++) { if (indexAt[i]! >= 0) last = indexAt[i]!; indexAt[i] = last }
  return { mentions, before: (token) => (token < 0 ? -1 : indexAt[Math.min(token, indexAt.length - 1)] ?? -1), find: lookup, alike: (token) => alike(byStart, tokens.lower[token]!) }
}

/** Of several people with one family name: the one whose name holds the words. */
function nearest(list: readonly Person[], written: string): Person {
  let best = list[0]!
  for (const person of list) {
    if (person.name === written) return longest(list, person)
    if (person.sure && !best.sure) best = person
  }
  return best
}

function longest(list: readonly Person[], found: Person): Person {
  for (const person of list) if (person.name.length > found.name.length && person.name.startsWith(found.name.split(' ')[0]!)) return person
  return found
}

const SITES = wordGroup('named_site')

/** A run of capitals that is a place, a state's adjective with a thing, or a body. */
function impersonal(table: SpeechTable, first: number, last: number, floor: number): boolean {
  const { tokens, bits } = table
  if (isState(table, first) || isState(table, last - 1)) return true
  const before = first - 1
  if (before >= floor && (bits[before]! & DETERMINER) !== 0 && tokens.kind[before] === TOKEN_WORD) return true
  if (SITES.has(tokens.lower[last - 1]!)) return true // "the Palma Hotel"
  return (bits[last - 1]! & (BODY | PAPER | ROLE | PEOPLE)) !== 0 && !isFamilyName(table, last - 1)
}


function alike(byStart: ReadonlyMap<string, [string, Person][]>, word: string): Person | null {
  if (word.length < SHORTEST_ALIKE) return null
  for (const [known, person] of byStart.get(word.slice(0, 3)) ?? []) if (Math.abs(known.length - word.length) <= 2 && apart(known, word) <= 2) return person
  return null
}

/** Letters to change, add or drop to turn one word into the other. */
function apart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
