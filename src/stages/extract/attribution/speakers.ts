// From the words for a speaker to the speaker: short names, pronouns and definite descriptions to the fullest form in the report.
import { FLAG_ALL_CAPS, FLAG_POSSESSIVE, TOKEN_WORD } from '../../../model/document.ts'
import { BODY, CUE, DEFINITE, DETERMINER, FEMININE, FRAME_NAMES, HONORIFIC, MASCULINE, MODIFIER, PAPER, PEOPLE, PLURAL, PREPOSITION, PRONOUN, RANK, RELATIVE, ROLE, SAID_IN, SORT_GENERIC, SORT_HAZY, SORT_HEARSAY, SORT_IMAGE, SORT_MINOR, SORT_SHOWN, SORT_STATEMENT, TIME } from '../../../languages/speech.ts'
import { AS, AUTHOR, AUTHORED, BELONGS, HE, IT, OBLIQUE, OF, OWNS, SHE, THEY } from '../../../languages/speech-uses.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { Bodies } from './bodies.ts'
import { Memory, type Heard, type Kind } from './heard.ts'
import { nameRun, personStart, type Names, type Person } from './names.ts'
import { phraseAfter, SPEAKER, type SpeakerPhrase } from './noun-phrases.ts'
import type { Speaker } from './speaker.ts'
import { isState, NAME, type SpeechTable } from './words.ts'

/** What an armed group is called without its name, where a newspaper or an agency is none. */
const BEARS_ARMS = wordGroup('armed_body')
/** What is said of a paper, not of its author: "a |new| UN report". */
const OF_PAPER = wordGroup('of_paper'), YEAR = /^(?:19|20)\d\d$/
const AREAS: ReadonlySet<string> = new Set(['oblast', 'region', 'province', 'governorate', 'krai', 'county'])
/** So many sentences on, a body spoken of in general is named. */
const NAMED_SOON = 2

/** Resolves speakers in the order of the text and remembers them. */
export class Speakers {
  private readonly table: SpeechTable
  private readonly names: Names
  private readonly memory: Memory
  private readonly bodies: Bodies

  constructor(table: SpeechTable, names: Names) {
    this.table = table
    this.names = names
    this.memory = new Memory(table, names)
    this.bodies = new Bodies(table)
  }

  /** The speaker of a phrase; null where nobody in particular is named ("reports say"). */
  resolve(phrase: SpeakerPhrase): Speaker | null {
    const heard = this.read(phrase)
    if (!heard) return null
    this.memory.keep(heard)
    return heard.speaker
  }

  private text(first: number, last: number): string {
    const { tokens } = this.table
    return last > first ? tokens.text.slice(tokens.start[first]!, tokens.end[last - 1]!) : ''
  }

  private words(first: number, last: number): string[] {
    return this.table.tokens.lower.slice(first, last)
  }

  private holdsName(first: number, last: number): boolean {
    for (let i = first; i < last; i++) if ((this.table.bits[i]! & NAME) !== 0) return true
    return false
  }

  /** The same speaker, told by the words of `phrase`. */
  private again(heard: Heard, phrase: SpeakerPhrase, sentence: number): Heard {
    return { ...heard, sentence, speaker: { ...heard.speaker, channel: null, written: this.text(phrase.first, phrase.last), first: phrase.first, last: phrase.last } }
  }

  private read(phrase: SpeakerPhrase): Heard | null {
    const { tokens, bits, uses } = this.table
    let { coreFirst: first } = phrase
    const { coreLast: last } = phrase
    const sentence = tokens.sentence[first]!
    if (last - first === 1 && ((bits[first]! & PRONOUN) !== 0 || (uses[first]! & OBLIQUE) !== 0 && (uses[first]! & (HE | SHE | THEY)) !== 0)) return this.pronoun(phrase, sentence)
    if (last - first === 1 && (this.table.lexicon.sortOf(tokens.lower[first]!) & SORT_HAZY) !== 0 && (this.table.lexicon.sortOf(tokens.lower[last] ?? '') & SORT_HEARSAY) !== 0) return null // "Unconfirmed reports spoke of"
    if (this.isArea(first, last)) return null
    const definite = (bits[first]! & DEFINITE) !== 0 && (bits[first]! & NAME) === 0
    const determined = (bits[first]! & DETERMINER) !== 0 && (bits[first]! & NAME) === 0
    const owner = determined && last - first > 1 ? this.owner(first, sentence) : null
    while (first < last - 1 && (bits[first]! & DETERMINER) !== 0 && (bits[first]! & NAME) === 0) first++
    const of = this.rankedOf(first, last)
    if (of > 0) {
      const ranked = this.personIn(first, of)
      if (ranked) return this.asPerson(phrase, ranked.person, ranked.first, ranked.last, first, sentence)
    }
    const named = this.personIn(first, last)
    if (named) return this.asPerson(phrase, named.person, named.first, named.last, first, sentence)
    const beside = this.personBeside(phrase)
    if (beside) return this.asPerson(phrase, this.names.find(beside.first, beside.last), beside.first, beside.last, first, sentence, true)
    return this.asThing(phrase, first, last, definite, determined, sentence, owner)
  }

  /** "Kharkiv Oblast recorded 20 deaths": where they were, nobody who says so. */
  private isArea(first: number, last: number): boolean {
    const { tokens, bits } = this.table
    if (last - first < 2 || !AREAS.has(tokens.lower[last - 1]!)) return false
    for (let i = first; i < last - 1; i++) if ((bits[i]! & NAME) === 0 && !(i === first && (bits[i]! & DETERMINER) !== 0)) return false
    return true
  }

  /** "Colonel |X| of the army", "Lt. Col. |X| from the border guard": the preposition after a name with its rank; 0 where there is none. */
  private rankedOf(first: number, last: number): number {
    const { bits, uses } = this.table
    if ((bits[first]! & RANK) === 0) return 0
    for (let i = first + 2; i < last - 1; i++) if ((bits[i]! & PREPOSITION) !== 0 && (bits[i]! & NAME) === 0) return (uses[i]! & BELONGS) !== 0 && (bits[i - 1]! & NAME) !== 0 ? i : 0
    return 0
  }

  /** "his office", "her family": the one who is meant. */
  private owner(at: number, sentence: number): string | null {
    const use = this.table.uses[at]!
    if ((use & OWNS) === 0 || (use & (HE | SHE)) === 0) return null
    const found = this.memory.person(at, sentence, (use & SHE) !== 0 ? 1 : -1)
    return found ? ('speaker' in found ? found.speaker.name : found.name) : null
  }

  /** A name beside the phrase: "Kyiv's mayor, |X|", "one woman, known as |X|". */
  private personBeside(phrase: SpeakerPhrase): { first: number; last: number } | null {
    const { tokens, bits, uses, lexicon } = this.table
    let at = phrase.besideFirst
    if (phrase.besideLast <= at) return null
    if ((uses[at + 1]! & AS) !== 0 || (bits[at]! & CUE) !== 0 && (lexicon.verbsAt(tokens.lower[at]!)[0]?.verb.frames ?? 0) & FRAME_NAMES) { while (at < phrase.besideLast && (bits[at]! & NAME) === 0 && at < phrase.besideFirst + 4) at++ }
    if (at >= phrase.besideLast || (bits[at]! & NAME) === 0) return null
    const last = nameRun(this.table, at, phrase.besideLast)
    const first = last === at + 1 ? at : personStart(this.table, at, last)
    if (first >= last) return null
    for (let i = phrase.besideFirst; i < last - 1; i++) if (tokens.lower[i] === ',') return null
    return last === phrase.besideLast || tokens.lower[last] === ',' || tokens.lower[last] === '(' ? { first, last } : null
  }

  /** The personal name that closes a phrase: "Russian Foreign Minister |Sergey Lavrov|". */
  private personIn(first: number, last: number): { person: Person | null; first: number; last: number } | null {
    const { tokens, bits } = this.table
    let runFirst = last
    while (runFirst > first && last - runFirst < 12) {
      const i = runFirst - 1
      if ((tokens.flags[i]! & FLAG_POSSESSIVE) !== 0) break
      if ((bits[i]! & NAME) !== 0) { runFirst = i; continue }
      const above = Math.max(first, i - 1)
      if (tokens.kind[i] === TOKEN_WORD && (bits[above]! & NAME) !== 0 && nameRun(this.table, above, last) === last) { runFirst = above; continue }
      if (tokens.lower[i] === '.' && i - 1 >= first && (bits[i - 1]! & NAME) !== 0) { runFirst = i - 1; continue }
      break
    }
    if (runFirst >= last) return null
    const start = personStart(this.table, runFirst, last)
    if (start >= last || isState(this.table, last - 1)) return null
    if (start > first && start === runFirst && (bits[start - 1]! & PREPOSITION) !== 0 && (bits[start - 1]! & NAME) === 0) return null // "Observatory for |Human Rights|"
    if (start > first + 2 && (bits[start - 1]! & (ROLE | RANK)) === 0 && (bits[start - 2]! & PREPOSITION) !== 0 && (bits[start - 3]! & BODY) !== 0) return null // "Government of |National Unity|"
    const office = start > first && (bits[start - 1]! & (ROLE | RANK | PEOPLE)) !== 0
    const person = this.names.find(start, last) ?? (last - start === 1 ? this.names.alike(start) : null)
    return person || office ? { person, first: start, last } : null
  }

  private asPerson(phrase: SpeakerPhrase, person: Person | null, first: number, last: number, from: number, sentence: number, beside = false): Heard {
    const { tokens, bits, lexicon } = this.table
    let role = person?.role ?? null
    if (beside) role = this.text(from, phrase.coreLast)
    else if (first > from && !(first - from === 1 && (bits[from]! & HONORIFIC) !== 0)) role = this.text(from, first)
    else if (phrase.besideLast > phrase.besideFirst && (bits[phrase.besideFirst]! & RELATIVE) === 0) role = this.besideText(phrase) ?? role
    if (person && person.role === null && role !== null) person.role = role
    let gender = person?.gender ?? 0
    for (let i = phrase.first; i < phrase.last; i++) {
      if ((bits[i]! & FEMININE) !== 0) gender = 1
      else if ((bits[i]! & MASCULINE) !== 0) gender = -1
    }
    if (person) { person.sure = true; if (gender !== 0) person.gender = gender }
    const side = lexicon.sideIn(tokens, phrase.first, phrase.last) ?? (person && person.roleLast > person.roleFirst ? lexicon.sideIn(tokens, person.roleFirst, person.roleLast) : null)
    const speaker: Speaker = { name: person?.name ?? this.text(first, last), role, channel: null, side, written: this.text(phrase.first, phrase.last), first: phrase.first, last: phrase.last, named: true }
    // "the news outlet |Name of It|"
    const body = first > from && (bits[first - 1]! & (ROLE | RANK | PEOPLE)) === 0 && (lexicon.sortOf(tokens.lower[first - 1]!) & SORT_GENERIC) !== 0
    return { speaker, kind: body ? 'either' : 'person', plural: false, gender, head: tokens.lower[last - 1]!, sentence, words: [], person }
  }

  private besideText(phrase: SpeakerPhrase): string | null {
    let { besideFirst: first } = phrase
    if ((this.table.bits[first]! & DETERMINER) !== 0) first++
    const text = this.text(first, phrase.besideLast)
    return text === '' || /^\d/.test(text) ? null : text
  }

  private asThing(phrase: SpeakerPhrase, first: number, last: number, definite: boolean, determined: boolean, sentence: number, owner: string | null): Heard | null {
    const { tokens, bits, uses, lexicon } = this.table
    const headAt = this.headOf(first, last)
    const head = tokens.lower[headAt]!, headBits = bits[headAt]!
    if ((headBits & PAPER) !== 0 && (headBits & (BODY | ROLE)) === 0) return this.asPaper(phrase, first, last, headAt, definite, sentence)
    const plural = (headBits & PLURAL) !== 0
    const kind: Kind = (headBits & (ROLE | PEOPLE)) !== 0 && (headBits & BODY) === 0 ? (plural ? 'people' : 'person') : 'body'
    const sideless = kind === 'body' && (headBits & (SPEAKER | NAME)) === NAME && lexicon.sideIn(tokens, first, last) === null
    const bare = last === first + 1, capital = (headBits & NAME) !== 0
    const words = this.words(first, headAt + 1)
    if (!owner && (definite || capital && bare && (headBits & SPEAKER) !== 0) && kind !== 'people' || !owner && definite && kind === 'people') {
      const known = kind === 'person' ? this.memory.holder(first, headAt, last, phrase.first) : null
      if (known) return this.asPerson(phrase, known, phrase.coreFirst, phrase.coreLast, phrase.coreLast, sentence)
      const earlier = last === headAt + 1 ? this.memory.described(words, head, kind, capital) : null
      if (earlier) return this.again(earlier, phrase, sentence)
      if (kind === 'person' && (headBits & ROLE) !== 0 && (lexicon.sortOf(head) & SORT_MINOR) === 0) {
        const own = (uses[phrase.coreFirst]! & OWNS) === 0 || capital
        const unplaced = (own ? this.memory.unplaced(phrase.first, sentence) : null) ?? this.memory.namedNext(sentence)
        if (unplaced) return this.asPerson(phrase, unplaced, phrase.coreFirst, phrase.coreLast, phrase.coreLast, sentence)
      }
    }
    if (kind === 'person' && !definite && !owner) {
      const known = !determined && headAt > first ? this.memory.holder(first, headAt, last, phrase.first) : determined && (headBits & ROLE) !== 0 ? this.memory.namedNext(sentence) : null
      if (known) return this.asPerson(phrase, known, phrase.coreFirst, phrase.coreLast, phrase.coreLast, sentence)
    }
    // "a monitoring group said. … The Name of Some Observatory said"
    const next = kind === 'body' && !owner && determined && !definite && !capital && (lexicon.sortOf(head) & SORT_GENERIC) !== 0 && !this.holdsName(first, last) ? this.namedSoon(sentence) : null
    // "the group said" of an armed group that the sentence names
    const group = kind === 'body' && definite && !owner && bare && !capital && BEARS_ARMS.has(head) ? lexicon.groupIn(tokens, this.table.document.sentences[sentence]!.first, phrase.first) : null
    // "its government": that of the state whose body spoke
    const land = kind === 'body' && (uses[phrase.coreFirst]! & (OWNS | IT)) === (OWNS | IT) && !capital ? this.memory.thing()?.speaker.side ?? null : null
    const side = land ?? lexicon.sideIn(tokens, phrase.first, phrase.last)
    let name = next?.name ?? group ?? (land !== null ? `${land} ${this.text(first, last)}` : this.text(first, last))
    if (owner) name = lexicon.ownedBy(owner, name)
    else if (capital && last === headAt + 1 && (bare || (tokens.flags[headAt]! & FLAG_ALL_CAPS) !== 0 || !(headBits & SPEAKER))) {
      const full = this.bodies.expand(headAt)
      if (full) {
        const whole = full.toLowerCase().split(' ')
        name = bare ? this.bodies.fullest(whole, whole.length > 2 && (lexicon.wordOf(whole[1]!).uses & OF) !== 0 ? 0 : whole.length - 1, phrase.first, null, true) ?? full : `${this.text(first, headAt)} ${full}`
      }
    }
    if (!owner && (headBits & BODY) !== 0 && name === this.text(first, last)) name = (headAt > first || definite ? this.bodies.fullest(this.words(first, last), headAt - first, phrase.first, side, false) : null) ?? this.longer(first, last, side, phrase.first) ?? name
    let gender = 0
    for (let i = first; i < last; i++) if ((bits[i]! & FEMININE) !== 0) gender = 1; else if ((bits[i]! & MASCULINE) !== 0) gender = -1
    const speaker: Speaker = { name, role: (headBits & ROLE) !== 0 ? this.text(first, last) : null, channel: null, side, written: this.text(phrase.first, phrase.last), first: phrase.first, last: phrase.last, named: capital || this.holdsName(first, last) }
    return { speaker, kind: sideless && !determined && (tokens.flags[headAt]! & FLAG_ALL_CAPS) === 0 ? 'either' : kind, plural, gender: gender || (sideless ? lexicon.genderOf(tokens.lower[first]!) : 0), head, sentence, words: next?.words ?? words, person: null }
  }

  /** The body by name that speaks in the two sentences after `sentence`. */
  private namedSoon(sentence: number): { name: string; words: string[]; first: number } | null {
    const { sentences } = this.table.document
    const here = sentences[sentence]!
    let until = sentence
    while (until < sentence + NAMED_SOON && until + 1 < sentences.length && sentences[until + 1]!.post === here.post) until++
    return until === sentence ? null : this.bodies.firstNamed(here.last, sentences[until]!.last)
  }

  /** The head stands before the first preposition. */
  private headOf(first: number, last: number): number {
    const { tokens, bits } = this.table
    let headAt = first
    for (let i = first; i < last; i++) {
      if (i > first && ((bits[i]! & PREPOSITION) !== 0 && (bits[i]! & NAME) === 0 || ((this.table.uses[i]! & AUTHORED) !== 0 || (this.table.lexicon.sortOf(tokens.lower[i]!) & SORT_SHOWN) !== 0) && (bits[i - 1]! & PAPER) !== 0) || tokens.lower[i] === '(') break
      headAt = i
    }
    return headAt
  }

  private longer(first: number, last: number, side: string | null, at: number): string | null {
    const { tokens } = this.table
    let from = first
    if (isState(this.table, from)) from++
    if (from < last && (tokens.flags[from]! & FLAG_POSSESSIVE) !== 0) from++
    return from === first ? null : this.bodies.holding(this.words(from, last), side, at)
  }

  /** "a statement from X", "a Pentagon statement", "the report": the author where the words or the text before tell. */
  private asPaper(phrase: SpeakerPhrase, first: number, last: number, headAt: number, definite: boolean, sentence: number): Heard | null {
    const { table } = this
    const { tokens, bits, uses, lexicon } = table
    const until = table.document.sentences[sentence]!.last
    const head = tokens.lower[headAt]!
    const sort = lexicon.sortOf(head)
    const image = (sort & SORT_IMAGE) !== 0
    const mark = (heard: Heard): Heard => ({ ...heard, sentence, speaker: { ...heard.speaker, channel: heard.speaker.channel ?? head } })
    for (let i = headAt + 1; i < Math.min(until, headAt + 9); i++) {
      if ((lexicon.sortOf(tokens.lower[i]!) & SORT_SHOWN) !== 0) { last = Math.min(last, i); break } // "a report seen by the agency": who saw it did not write it
      if ((uses[i]! & AUTHOR) !== 0 && (bits[i]! & NAME) === 0 && (bits[i + 1]! & TIME) === 0) {
        const author = phraseAfter(table, i + 1, until)
        if (author && (sort & SORT_HEARSAY) !== 0 && tokens.lower[i] === 'from' && (bits[this.headOf(author.coreFirst, author.coreLast)]! & (ROLE | PEOPLE | BODY)) === 0) return null // "reports from the north"
        const heard = author && this.speaks(author) ? this.read(author) : null
        if (heard) return mark(heard)
        break
      }
      if (image && (bits[i]! & SAID_IN) !== 0) { const site = phraseAfter(table, i + 1, until); const heard = site && this.speaks(site) ? this.read(site) : null; if (heard) return mark(heard) }
      if (i >= last && (bits[i]! & (TIME | SAID_IN)) === 0 && (uses[i]! & AUTHORED) === 0) break
    }
    const plural = (bits[headAt]! & PLURAL) !== 0
    if ((!plural || definite) && headAt > first && this.holdsName(first, headAt)) {
      const possessive = (tokens.flags[headAt - 1]! & FLAG_POSSESSIVE) !== 0
      const end = possessive ? headAt - 1 : headAt
      while (first < end - 1 && (OF_PAPER.has(tokens.lower[first]!) || YEAR.test(tokens.lower[first]!)) && (bits[first]! & NAME) === 0) first++
      if (end > first && (possessive || (bits[end - 1]! & MODIFIER) === 0)) {
        const heard = this.read({ ...phrase, coreFirst: first, coreLast: end, besideFirst: 0, besideLast: 0 })
        if (heard) return mark(heard)
      }
    }
    if (image) return null
    if (definite && headAt === first && (sort & SORT_STATEMENT) !== 0) {
      const author = this.memory.author(head)
      if (author) return mark(this.again(author, phrase, sentence))
    }
    if ((sort & SORT_HEARSAY) !== 0 && !definite) {
      let hazy = true
      for (let i = first; i < headAt; i++) if ((lexicon.sortOf(tokens.lower[i]!) & SORT_HAZY) === 0) hazy = false
      if (hazy) return null
    }
    const speaker: Speaker = { name: this.text(first, last), role: null, channel: null, side: lexicon.sideIn(tokens, phrase.first, phrase.last), written: this.text(phrase.first, phrase.last), first: phrase.first, last: phrase.last, named: this.holdsName(first, last) }
    return { speaker, kind: 'paper', plural, gender: 0, head, sentence, words: this.words(first, headAt + 1), person: null }
  }

  /** The phrase can be an author: its head is a name or a word for a speaker. */
  private speaks(phrase: SpeakerPhrase): boolean {
    const bits = this.table.bits[this.headOf(phrase.coreFirst, phrase.coreLast)]!
    return (bits & (NAME | ROLE | PEOPLE | BODY)) !== 0 && (bits & TIME) === 0
  }

  /** The state or body that sentence `s` opens with, before token `at`; or the people, for a plural. */
  private subject(s: number, at: number, plural: boolean): Heard | null {
    const sentence = this.table.document.sentences[s]
    if (!sentence) return null
    let first = sentence.first
    while (first < sentence.last && this.table.tokens.kind[first] !== TOKEN_WORD) first++
    const phrase = phraseAfter(this.table, first, Math.min(sentence.last, at))
    if (!phrase) return null
    const head = this.headOf(phrase.coreFirst, phrase.coreLast)
    // "Armenia has not …", "Baku has not …"
    const state = isState(this.table, head) && (this.table.bits[head]! & MODIFIER) === 0 || (this.table.bits[head]! & NAME) !== 0 && phrase.coreLast === phrase.coreFirst + 1 && this.table.lexicon.sideIn(this.table.tokens, head, head + 1) !== null
    if (!(plural ? (this.table.bits[head]! & PLURAL) !== 0 && (this.table.bits[head]! & SPEAKER) !== 0 : state || (this.table.bits[head]! & BODY) !== 0)) return null
    const heard = this.read(phrase)
    return heard && (plural ? heard.plural : heard.kind === 'body' && !heard.plural) ? heard : null
  }

  private pronoun(phrase: SpeakerPhrase, sentence: number): Heard | null {
    const at = phrase.coreFirst
    const use = this.table.uses[at]!
    let found: Heard | Person | null
    if ((use & IT) !== 0) {
      found = this.memory.thing()
      if (!found || found.sentence < sentence - 1) found = this.subject(sentence, at, false) ?? this.subject(sentence - 1, at, false) ?? found
    }
    else if ((use & THEY) !== 0) {
      found = this.memory.many()
      if (!found || found.sentence < sentence - 2) found = this.subject(sentence, at, true) ?? this.subject(sentence - 1, at, true) ?? found
    }
    else {
      const gender = (use & SHE) !== 0 ? 1 : -1
      found = this.memory.person(at, sentence, gender)
      if (found && found.gender === 0) found.gender = gender
      if (found && 'person' in found && found.person && found.person.gender === 0) found.person.gender = gender
    }
    if (!found) return null
    return 'speaker' in found ? this.again(found, phrase, sentence) : this.asPerson(phrase, found, at, at + 1, at + 1, sentence)
  }
}
