// What a reader remembers of the speakers so far, and whom a pronoun or a definite description means.
import { FLAG_POSSESSIVE, TOKEN_CLOSE_QUOTE, TOKEN_PUNCTUATION } from '../../../model/document.ts'
import { BODY, CUE, DETERMINER, MODIFIER, NOUN, PREPOSITION, RANK, ROLE, SORT_ANYBODY, SORT_ARMED, SORT_GENERIC, SORT_MINOR, SORT_NATIONAL, SORT_STUDY, SORT_WORK, SUBORDINATOR } from '../../../languages/speech.ts'
import type { Mention, Names, Person } from './names.ts'
import { NAME, type SpeechTable } from './words.ts'
import type { Speaker } from './speaker.ts'

/** `either`: a bare name that the words do not tell to be a person's or a body's. */
export type Kind = 'person' | 'people' | 'body' | 'paper' | 'either'

export interface Heard {
  speaker: Speaker
  kind: Kind
  plural: boolean
  /** 1 a woman, -1 a man, 0 untold. */
  gender: number
  head: string
  sentence: number
  /** The phrase's own lower-cased words up to its head, for later shorter forms; empty for a person by name. */
  words: string[]
  person: Person | null
}

const MOST_OFFICE = 12 // tokens of office and rank before a name
const MEMORY = 60 // how many earlier speakers a short form may go back to
const NEARBY = 3 // sentences in which a bare name comes before a person further back
const BACK = 12 // how many sentences a pronoun may go back

/** Bodies that keep watch over a war: "the monitor" is one of these. */
const WATCHES: ReadonlySet<string> = new Set(['monitor', 'watchdog', 'observatory', 'monitors'])

/** Speakers heard so far, latest last. */
export class Memory {
  readonly heard: Heard[] = []
  private readonly table: SpeechTable
  private readonly names: Names

  constructor(table: SpeechTable, names: Names) {
    this.table = table
    this.names = names
  }

  keep(heard: Heard): void {
    this.heard.push(heard)
    if (this.heard.length > 4 * MEMORY) this.heard.splice(0, 2 * MEMORY)
  }

  private find(most: number, fits: (heard: Heard) => boolean): Heard | null {
    for (let k = this.heard.length - 1; k >= 0 && k >= this.heard.length - most; k--) if (fits(this.heard[k]!)) return this.heard[k]!
    return null
  }

  /** "it" */
  thing(): Heard | null {
    return this.find(MEMORY, (h) => (h.kind === 'body' || h.kind === 'paper' || h.kind === 'either') && (!h.plural || (this.table.lexicon.sortOf(h.head) & SORT_ARMED) !== 0))
  }

  /** "they" */
  many(): Heard | null {
    const plural = this.find(MEMORY, (h) => h.plural)
    if (plural) return plural
    const last = this.heard.at(-1)
    return last && (last.kind !== 'person' || last.gender === 0 && !last.speaker.named) ? last : null
  }

  /** "he", "she" at token `at`: a speaker or a subject of this sentence, then of those before. */
  person(at: number, sentence: number, gender: number): Heard | Person | null {
    const { document } = this.table
    const { post } = document.sentences[sentence]!
    let k = this.heard.length - 1
    const fits = (h: Heard): boolean => h.kind === 'person' && h.gender !== -gender
    const mayFit = (h: Heard): boolean => h.kind === 'either' && h.gender !== -gender
    for (let s = sentence; s >= 0 && s > sentence - BACK; s--) {
      if (document.sentences[s]!.post !== post && s < sentence - 1) break
      while (k >= 0 && this.heard[k]!.sentence > s) k--
      for (let j = k; j >= 0 && this.heard[j]!.sentence === s; j--) if (fits(this.heard[j]!)) return this.heard[j]!
      // "X was killed in the raid, he said": whoever spoke before, if somebody did
      const subject = s === sentence && this.closesWords(at) && this.find(1, (h) => fits(h) && h.sentence < sentence && h.sentence >= sentence - NEARBY) ? null : this.subjectOf(s, at, gender)
      if (subject) return subject
      if (s === sentence - NEARBY) for (let j = this.heard.length - 1; j >= 0 && this.heard[j]!.sentence >= s; j--) if (this.heard[j]!.sentence < sentence && mayFit(this.heard[j]!)) return this.heard[j]!
    }
    for (let j = this.heard.length - 1; j >= 0 && this.heard[j]!.sentence >= sentence - NEARBY; j--) if (this.heard[j]!.sentence < sentence && mayFit(this.heard[j]!)) return this.heard[j]!
    for (let j = k; j >= 0 && j > k - BACK; j--) if (fits(this.heard[j]!)) return this.heard[j]!
    return null
  }

  /** Whether a pronoun stands behind what was said. */
  private closesWords(at: number): boolean {
    const { tokens } = this.table
    return tokens.lower[at - 1] === ',' && tokens.kind[at + 2] === TOKEN_PUNCTUATION && tokens.lower[at + 2] !== ','
  }

  /** The first person named in sentence `s` before token `at` who may be meant by a pronoun. */
  private subjectOf(s: number, at: number, gender: number): Person | null {
    const { document, tokens, bits } = this.table
    const sentence = document.sentences[s]!
    const { mentions } = this.names
    let found: Person | null = null, owner: Person | null = null, unsure: Person | null = null
    let m = this.names.before(Math.min(at, sentence.last) - 1)
    for (let steps = 0; m >= 0 && steps < 30; m--, steps++) {
      const { first, last, person } = mentions[m]!
      if (first < sentence.first) break
      if (last > at || person.gender === -gender) continue
      if (((tokens.flags[last] ?? 0) & FLAG_POSSESSIVE) !== 0) { owner = person; continue }
      let before = first - 1
      while (before >= sentence.first && (bits[before]! & (ROLE | RANK | NAME | MODIFIER)) !== 0) before--
      if (before >= sentence.first && (bits[before]! & PREPOSITION) !== 0 && (bits[before]! & SUBORDINATOR) === 0) continue
      if (person.sure || first < sentence.first + 3) found = person
      else unsure = person
    }
    return found ?? (owner?.gender === gender ? owner : null) ?? unsure
  }

  /** The person whose office a description names: the one last mentioned before, else the first named after. */
  holder(first: number, headAt: number, last: number, at: number): Person | null {
    const { mentions } = this.names
    const m = this.names.before(at)
    for (let steps = 0, i = m; i >= 0 && steps < 200; i--, steps++) if (this.holds(mentions[i]!.person, first, headAt, last)) return mentions[i]!.person
    for (let steps = 0, i = m + 1; i < mentions.length && steps < 60; i++, steps++) if (this.holds(mentions[i]!.person, first, headAt, last)) return mentions[i]!.person
    return null
  }

  private holds(person: Person, first: number, headAt: number, last: number): boolean {
    const { tokens, bits, lexicon } = this.table
    if (person.roleLast <= person.roleFirst) return false
    const has = (word: string, state: string | null): boolean => {
      for (let j = person.roleFirst; j < person.roleLast; j++) if (tokens.lower[j] === word || state !== null && lexicon.stateOf(tokens.lower[j]!) === state) return true
      return false
    }
    if (!has(tokens.lower[headAt]!, null)) return false
    for (let i = headAt + 1; i < last; i++) { // "of Great Britain"
      const state = lexicon.stateOf(tokens.lower[i]!)
      if ((bits[i]! & NAME) !== 0 && !has(tokens.lower[i]!, state)) return false
    }
    for (let i = first; i < headAt; i++) {
      if ((tokens.flags[i]! & FLAG_POSSESSIVE) !== 0) continue
      const state = lexicon.stateOf(tokens.lower[i]!)
      if (!has(tokens.lower[i]!, state) && (state !== null || (bits[i]! & MODIFIER) === 0)) return false
    }
    return true
  }

  /** A person without a known office who was heard or named just before: "Johnson told … after the Prime Minister announced". */
  unplaced(at: number, sentence: number): Person | null {
    const last = this.find(1, (h) => h.person !== null && h.sentence >= sentence - 2)
    if (last?.person && last.person.role === null) return last.person
    const m = this.names.before(at - 1)
    const mention = this.names.mentions[m]
    return mention && mention.sentence >= sentence - 1 && mention.person.sure && mention.person.role === null ? mention.person : null
  }

  /** The one named at the head of the next sentence, who was not named before: "A top official has … . Foreign Minister X said". */
  namedNext(sentence: number): Person | null {
    const { document } = this.table
    const next = document.sentences[sentence + 1], here = document.sentences[sentence]!
    if (!next || next.post !== here.post || next.paragraph > here.paragraph + 1) return null
    const m = this.names.before(here.last - 1)
    const mention = this.names.mentions[m + 1]
    if (!mention || mention.first >= next.last || mention.first > next.first + 4 && !this.opensWithRole(mention, next.first) && !this.closes(m + 1, next.last)) return null
    for (let k = m, steps = 0; k >= 0 && steps < 200; k--, steps++) if (this.names.mentions[k]!.person === mention.person) return null
    return mention.person
  }

  /** "Armed forces spokesman Brig. Gen. |X| said": nothing but offices, ranks and bodies between the sentence's first token and a name. */
  private opensWithRole({ first }: Mention, from: number): boolean {
    if (first > from + MOST_OFFICE) return false
    const { tokens, bits } = this.table
    for (let i = from; i < first; i++) if ((bits[i]! & (ROLE | RANK | BODY | MODIFIER | NAME | NOUN | DETERMINER)) === 0 && !(tokens.lower[i] === '.' && (bits[i - 1]! & RANK) !== 0)) return false
    return true
  }

  /** "…, |X| said.": a name alone and without an office that closes the sentence with a verb of saying. */
  private closes(m: number, last: number): boolean {
    const { tokens, bits } = this.table
    const { mentions } = this.names
    const { first, last: end, person } = mentions[m]!
    if (person.role !== null || tokens.lower[first - 1] !== ',' && tokens.kind[first - 1] !== TOKEN_CLOSE_QUOTE || ((bits[end] ?? 0) & CUE) === 0) return false
    return end + 2 >= last && (mentions[m + 1]?.first ?? last) >= last
  }

  /** An earlier speaker whom a definite description means: the same head with more words; "the group", "the official" also one told by another word. */
  described(words: readonly string[], head: string, kind: Kind, capital = false): Heard | null {
    const bare = words.length === 1
    const { lexicon } = this.table
    const sort = lexicon.sortOf(head)
    if (bare && kind === 'person' && (sort & SORT_ANYBODY) !== 0) {
      const last = this.heard.at(-1)
      if (last?.kind === 'person' && (last.head === head || (sort & SORT_MINOR) !== 0 || last.person === null)) return last
    }
    // "the army" beside the Rapid Support Forces or the Free Syrian Army is the state's
    const meant = (h: Heard): boolean => !bare || (sort & SORT_NATIONAL) === 0 || (h.speaker.side === null ? !h.speaker.named : !lexicon.isGroup(h.speaker.side))
    if (bare && (sort & SORT_ARMED) !== 0) {
      const armed = this.find(12, (h) => h.kind === 'body' && meant(h) && ((lexicon.sortOf(h.head) | lexicon.sortOf(h.speaker.name.slice(h.speaker.name.lastIndexOf(' ') + 1).toLowerCase())) & SORT_ARMED) !== 0)
      if (armed) return armed
    }
    const same = this.find(MEMORY, (h) => h.words.length >= words.length && meant(h) && words.every((w, i) => h.words[h.words.length - words.length + i] === w))
    if (same) return same
    if (capital && bare && kind === 'body') return null // "the Observatory": a name of its own
    if (bare && WATCHES.has(head)) { const watcher = this.find(12, (h) => h.kind === 'body' && WATCHES.has(h.head)); if (watcher) return watcher }
    if (kind === 'body' && (sort & SORT_GENERIC) !== 0 && words.slice(0, -1).every((w) => w.includes('-'))) return this.find(6, (h) => h.kind === 'body')
    // "the rights group", "the international organization": the body of no state that was named last
    if (kind === 'body' && (sort & SORT_GENERIC) !== 0 && words.slice(0, -1).every((w) => w.includes('-') || (lexicon.sortOf(w) & SORT_WORK) !== 0)) return this.find(3, (h) => h.kind === 'body' && h.speaker.named && (h.speaker.side === null || h.speaker.side === h.speaker.name && !lexicon.isGroup(h.speaker.side)) && (lexicon.sortOf(h.head) & SORT_ARMED) === 0)
    if (bare && kind === 'person' && (sort & SORT_ANYBODY) !== 0 && (sort & SORT_MINOR) !== 0) return this.find(4, (h) => h.kind === 'person')
    return null
  }

  /** Whom "the statement", "the report" goes back to. */
  author(head: string): Heard | null {
    const told = this.find(MEMORY, (h) => h.head === head || h.words.at(-1) === head)
    if (told) return told
    const last = this.heard.at(-1)
    if ((this.table.lexicon.sortOf(head) & SORT_STUDY) !== 0) return this.find(8, (h) => h.kind === 'body') ?? last ?? null
    return last ?? null
  }
}

