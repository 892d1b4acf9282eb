// From the words for a speaker to the speaker: short names, pronouns and definite descriptions to the fullest form in the report.
import { FLAG_ALL_CAPS, FLAG_POSSESSIVE, TOKEN_WORD } from '../../../model/document.ts'
import { BODY, DEFINITE, DETERMINER, FEMININE, HONORIFIC, MASCULINE, MODIFIER, PAPER, PEOPLE, PLURAL, PREPOSITION, PRONOUN, RANK, RELATIVE, ROLE, TIME } from '../../../languages/speech.ts'
import { nameRun, personStart, type Names, type Person } from './names.ts'
import { phraseAfter, SPEAKER, type SpeakerPhrase } from './noun-phrases.ts'
import { NAME, type SpeechTable } from './words.ts'

/** Who speaks. `name` is the fullest form in the report; `side` the state or group that the words place the speaker in. */
export interface Speaker {
  name: string
  role: string | null
  channel: string | null
  side: string | null
  written: string
  first: number
  last: number
  /** true for a proper name; false for "officials", "a doctor". */
  named: boolean
}

type Kind = 'person' | 'people' | 'body' | 'paper'

interface Heard {
  speaker: Speaker
  kind: Kind
  plural: boolean
  gender: number
  head: string
  sentence: number
  /** The phrase's own lower-cased words, for later shorter forms. */
  words: string[]
}

const MEMORY = 60 // how many earlier speakers a short form may go back to
const HEARSAY: ReadonlySet<string> = new Set(['reports', 'report', 'figures', 'documents', 'accounts', 'rumours', 'rumors'])

/** Resolves speakers in the order of the text and remembers them. */
export class Speakers {
  private readonly table: SpeechTable
  private readonly names: Names
  private readonly heard: Heard[] = []
  /** Full forms of bodies in the report by last word, from a first pass. */
  private readonly bodies: Map<string, BodyForm[]>

  constructor(table: SpeechTable, names: Names) {
    this.table = table
    this.names = names
    this.bodies = bodyForms(table)
  }

  /** The last speaker heard, if any. */
  last(): Speaker | null {
    return this.heard.at(-1)?.speaker ?? null
  }

  /** The speaker of a phrase; null where nobody in particular is named ("reports say"). */
  resolve(phrase: SpeakerPhrase): Speaker | null {
    const heard = this.read(phrase)
    if (!heard) return null
    this.heard.push(heard)
    if (this.heard.length > 4 * MEMORY) this.heard.splice(0, 2 * MEMORY)
    return heard.speaker
  }

  private text(first: number, last: number): string {
    const { tokens } = this.table
    return last > first ? tokens.text.slice(tokens.start[first]!, tokens.end[last - 1]!) : ''
  }

  private read(phrase: SpeakerPhrase): Heard | null {
    const { table } = this
    const { tokens, bits } = table
    let { coreFirst: first, coreLast: last } = phrase
    const sentence = tokens.sentence[first]!
    if (last - first === 1 && ((bits[first]! & PRONOUN) !== 0 || tokens.lower[first] === 'him' || tokens.lower[first] === 'them')) return this.pronoun(phrase, sentence)
    const definite = (bits[first]! & DEFINITE) !== 0
    const determined = (bits[first]! & DETERMINER) !== 0 && (bits[first]! & NAME) === 0
    while (first < last - 1 && (bits[first]! & DETERMINER) !== 0 && (bits[first]! & NAME) === 0) first++
    // a name at the end of the phrase
    const named = this.personIn(first, last)
    if (named) return this.asPerson(phrase, named.person, named.first, named.last, first, sentence)
    // a name beside it
    if (phrase.besideLast > phrase.besideFirst && (bits[phrase.besideFirst]! & NAME) !== 0) {
      const runLast = nameRun(table, phrase.besideFirst, phrase.besideLast)
      const runFirst = personStart(table, phrase.besideFirst, runLast)
      if (runFirst < runLast && runLast === this.coreEnd(phrase.besideFirst, phrase.besideLast)) {
        const person = this.names.find(runFirst, runLast)
        return this.asPerson(phrase, person, runFirst, runLast, first, sentence, true)
      }
    }
    return this.asThing(phrase, first, last, definite, determined, sentence)
  }

  private coreEnd(first: number, last: number): number {
    for (let i = first; i < last; i++) if (this.table.tokens.lower[i] === ',') return i
    return last
  }

  /** The personal name that closes a phrase: "Russian Foreign Minister |Sergey Lavrov|". */
  private personIn(first: number, last: number): { person: Person | null; first: number; last: number } | null {
    const { table } = this
    const { tokens, bits } = table
    let runFirst = last
    while (runFirst > first && last - runFirst < 12) {
      const i = runFirst - 1
      if ((tokens.flags[i]! & FLAG_POSSESSIVE) !== 0) break
      if ((bits[i]! & NAME) !== 0) { runFirst = i; continue }
      if (tokens.kind[i] === TOKEN_WORD && nameRun(table, Math.max(first, i - 1), last) === last && (bits[Math.max(first, i - 1)]! & NAME) !== 0) { runFirst = Math.max(first, i - 1); continue }
      if (tokens.lower[i] === '.' && i - 1 >= first && (bits[i - 1]! & NAME) !== 0) { runFirst = i - 1; continue }
      break
    }
    if (runFirst >= last) return null
    const start = personStart(table, runFirst, last)
    if (start >= last) return null
    const person = this.names.find(start, last)
    const size = last - start
    const state = table.lexicon.stateOf(tokens.lower[last - 1]!) !== null
    if (state) return null
    if (person) return { person, first: start, last }
    const office = start > first && (bits[start - 1]! & (ROLE | RANK | PEOPLE)) !== 0
    if (office || size === 1 && start === first && false) return { person: null, first: start, last }
    return null
  }

  private asPerson(phrase: SpeakerPhrase, person: Person | null, first: number, last: number, from: number, sentence: number, beside = false): Heard {
    const { tokens, bits } = this.table
    const name = person?.name ?? this.text(first, last)
    let role = person?.role ?? null
    if (beside) role = this.text(from, phrase.coreLast)
    else if (first > from && !(first - from === 1 && (bits[from]! & HONORIFIC) !== 0)) role = this.text(from, first)
    else if (phrase.besideLast > phrase.besideFirst && (bits[phrase.besideFirst]! & RELATIVE) === 0) role = this.besideText(phrase)
    if (person && person.role === null && role !== null) person.role = role
    let gender = person?.gender ?? 0
    for (let i = phrase.first; i < phrase.last; i++) {
      if ((bits[i]! & FEMININE) !== 0) gender = 1
      else if ((bits[i]! & MASCULINE) !== 0) gender = -1
    }
    if (person && gender !== 0) { person.gender = gender; person.sure = true }
    const { lexicon } = this.table
    const side = lexicon.sideIn(tokens, phrase.first, phrase.last) ?? (person && person.roleLast > person.roleFirst ? lexicon.sideIn(tokens, person.roleFirst, person.roleLast) : null)
    const speaker: Speaker = { name, role, channel: null, side, written: this.text(phrase.first, phrase.last), first: phrase.first, last: phrase.last, named: true }
    return { speaker, kind: 'person', plural: false, gender, head: tokens.lower[last - 1]!, sentence, words: [] }
  }

  private besideText(phrase: SpeakerPhrase): string | null {
    const { bits } = this.table
    let { besideFirst: first } = phrase
    if ((bits[first]! & DETERMINER) !== 0) first++
    const text = this.text(first, phrase.besideLast)
    return text === '' || /^\d/.test(text) ? null : text
  }

  private asThing(phrase: SpeakerPhrase, first: number, last: number, definite: boolean, determined: boolean, sentence: number): Heard | null {
    const { table } = this
    const { tokens, bits, lexicon } = table
    let headAt = first
    // the head stands before the first preposition
    for (let i = first; i < last; i++) {
      if ((bits[i]! & PREPOSITION) !== 0 && (bits[i]! & NAME) === 0 && i > first) break
      headAt = i
    }
    const head = tokens.lower[headAt]!
    const headBits = bits[headAt]!
    if ((headBits & PAPER) !== 0 && (headBits & (BODY | ROLE)) === 0) return this.asPaper(phrase, first, last, headAt, definite, sentence)
    const kind: Kind = (headBits & (ROLE | PEOPLE)) !== 0 && (headBits & BODY) === 0 ? ((headBits & PLURAL) !== 0 ? 'people' : 'person') : 'body'
    const bare = headAt === first && last === headAt + 1
    const capital = (bits[headAt]! & NAME) !== 0
    if (definite || capital && bare && (headBits & SPEAKER) !== 0) {
      const known = kind === 'person' ? this.holder(first, headAt, phrase.first) : null
      if (known) return this.asPerson(phrase, known, phrase.coreFirst, phrase.coreLast, phrase.coreLast, sentence)
      const earlier = this.earlier(first, headAt, last, kind, bare)
      if (earlier) return { ...earlier, speaker: { ...earlier.speaker, channel: null, written: this.text(phrase.first, phrase.last), first: phrase.first, last: phrase.last }, sentence }
    }
    if (kind === 'person' && !definite && !determined && headAt > first) {
      const known = this.holder(first, headAt, phrase.first)
      if (known) return this.asPerson(phrase, known, phrase.coreFirst, phrase.coreLast, phrase.coreLast, sentence)
    }
    let name = this.text(first, last)
    const single = last - first === 1 && (tokens.flags[first]! & FLAG_ALL_CAPS) !== 0 || last - first === 1 && capital
    if (single) name = this.expanded(first) ?? name
    else if (definite || last === headAt + 1) name = this.fullest(first, headAt, last, definite, phrase.first) ?? name
    const speaker: Speaker = { name, role: (headBits & ROLE) !== 0 ? name : null, channel: null, side: lexicon.sideIn(tokens, phrase.first, phrase.last), written: this.text(phrase.first, phrase.last), first: phrase.first, last: phrase.last, named: capital || this.holdsName(first, last) }
    let gender = 0
    for (let i = first; i < last; i++) if ((bits[i]! & FEMININE) !== 0) gender = 1; else if ((bits[i]! & MASCULINE) !== 0) gender = -1
    return { speaker, kind, plural: (headBits & PLURAL) !== 0, gender, head, sentence, words: this.wordsOf(first, headAt + 1) }
  }

  private wordsOf(first: number, last: number): string[] {
    const words: string[] = []
    for (let i = first; i < last; i++) words.push(this.table.tokens.lower[i]!)
    return words
  }

  private holdsName(first: number, last: number): boolean {
    for (let i = first; i < last; i++) if ((this.table.bits[i]! & NAME) !== 0) return true
    return false
  }

  /** "a statement from X", "a Pentagon statement", "the report": the author where the words or the text before tell. */
  private asPaper(phrase: SpeakerPhrase, first: number, last: number, headAt: number, definite: boolean, sentence: number): Heard | null {
    const { table } = this
    const { tokens, bits } = table
    const until = table.document.sentences[sentence]!.last
    for (let i = headAt + 1; i < Math.min(until, headAt + 9); i++) {
      const word = tokens.lower[i]
      if ((word === 'by' || word === 'from' || word === 'of') && (bits[i]! & NAME) === 0) {
        const author = phraseAfter(table, i + 1, until)
        if (author && this.speaks(author)) { const heard = this.read(author); if (heard) return { ...heard, sentence } }
        break
      }
      if (i >= last && (bits[i]! & TIME) === 0 && word !== 'on' && word !== 'released' && word !== 'published' && word !== 'issued' && word !== 'confirmed' && word !== 'compiled' && word !== 'collected') break
    }
    if ((bits[headAt]! & PLURAL) === 0 || definite) {
      if (headAt > first && this.holdsName(first, headAt)) {
        let end = headAt
        if ((tokens.flags[end - 1]! & FLAG_POSSESSIVE) !== 0) end--
        if (end > first) { const heard = this.asThing({ ...phrase, coreFirst: first, coreLast: end }, first, end, false, false, sentence); if (heard && (bits[end - 1]! & MODIFIER) === 0 && table.lexicon.stateOf(tokens.lower[end - 1]!) === null || heard && (tokens.flags[headAt - 1]! & FLAG_POSSESSIVE) !== 0) return heard }
      }
      if (definite && headAt === first) {
        const author = this.heard.at(-1)
        if (author) return { ...author, speaker: { ...author.speaker, channel: tokens.lower[headAt]!, first: phrase.first, last: phrase.last, written: this.text(phrase.first, phrase.last) }, sentence }
      }
    }
    if (headAt === first && HEARSAY.has(tokens.lower[headAt]!) && !definite) return null
    const name = this.text(first, last)
    return { speaker: { name, role: null, channel: null, side: table.lexicon.sideIn(tokens, phrase.first, phrase.last), written: this.text(phrase.first, phrase.last), first: phrase.first, last: phrase.last, named: this.holdsName(first, last) }, kind: 'paper', plural: (bits[headAt]! & PLURAL) !== 0, gender: 0, head: tokens.lower[headAt]!, sentence, words: this.wordsOf(first, headAt + 1) }
  }

  private speaks(phrase: SpeakerPhrase): boolean {
    const { bits } = this.table
    for (let i = phrase.coreFirst; i < phrase.coreLast; i++) if ((bits[i]! & (NAME | ROLE | PEOPLE | BODY)) !== 0 && (bits[i]! & TIME) === 0) return true
    return false
  }

  private pronoun(phrase: SpeakerPhrase, sentence: number): Heard | null {
    const { table, names } = this
    const { tokens, document } = table
    const word = tokens.lower[phrase.coreFirst]!
    const at = phrase.coreFirst
    const as = (heard: Heard): Heard => ({ ...heard, speaker: { ...heard.speaker, channel: null, written: this.text(phrase.first, phrase.last), first: phrase.first, last: phrase.last }, sentence })
    if (word === 'it') {
      for (let k = this.heard.length - 1; k >= 0 && k >= this.heard.length - MEMORY; k--) {
        const heard = this.heard[k]!
        if ((heard.kind === 'body' || heard.kind === 'paper') && !heard.plural) return as(heard)
      }
      return null
    }
    if (word === 'they' || word === 'them') {
      for (let k = this.heard.length - 1; k >= 0 && k >= this.heard.length - MEMORY; k--) if (this.heard[k]!.plural) return as(this.heard[k]!)
      const last = this.heard.at(-1)
      return last && last.kind !== 'person' ? as(last) : null
    }
    const gender = word === 'she' || word === 'her' ? 1 : -1
    // the subject of this sentence, then speakers and subjects of those before
    const post = document.sentences[sentence]!.post
    let k = this.heard.length - 1
    for (let s = sentence; s >= 0 && s > sentence - 12; s--) {
      if (document.sentences[s]!.post !== post && s < sentence - 1) break
      while (k >= 0 && this.heard[k]!.sentence > s) k--
      for (let j = k; j >= 0 && this.heard[j]!.sentence === s; j--) {
        const heard = this.heard[j]!
        if (heard.kind === 'person' && heard.gender !== -gender) { if (heard.gender === 0) heard.gender = gender; return as(heard) }
      }
      const found = this.subjectOf(s, at, gender)
      if (found) return this.asPerson({ ...phrase }, found, at, at + 1, at + 1, sentence)
    }
    for (let j = k; j >= 0 && j > k - 12; j--) if (this.heard[j]!.kind === 'person' && this.heard[j]!.gender !== -gender) return as(this.heard[j]!)
    void names
    return null
  }

  /** The first person named in sentence `s` before token `at` who may be meant by a pronoun. */
  private subjectOf(s: number, at: number, gender: number): Person | null {
    const { document, tokens, bits } = this.table
    const sentence = document.sentences[s]!
    let m = this.names.before(Math.min(at, sentence.last) - 1)
    let found: Person | null = null
    const { mentions } = this.names
    for (let steps = 0; m >= 0 && steps < 30; m--, steps++) {
      const mention = mentions[m]!
      if (mention.first < sentence.first) break
      if (mention.last > at || mention.person.gender === -gender) continue
      if ((tokens.flags[mention.last] ?? 0) & FLAG_POSSESSIVE) continue
      const before = mention.first - 1
      if (before >= sentence.first && (bits[before]! & PREPOSITION) !== 0) continue
      if (mention.person.sure || mention.first < sentence.first + 3) found = mention.person
    }
    return found
  }

  /** The person whose office the description names: the one last mentioned before, else the first named after. */
  private holder(first: number, headAt: number, at: number): Person | null {
    const { tokens, lexicon } = this.table
    const head = tokens.lower[headAt]!
    const { mentions } = this.names
    const fits = (person: Person): boolean => {
      if (person.roleLast <= person.roleFirst) return false
      let hasHead = false
      for (let i = person.roleFirst; i < person.roleLast; i++) if (tokens.lower[i] === head) { hasHead = true; break }
      if (!hasHead) return false
      for (let i = first; i < headAt; i++) {
        if ((tokens.flags[i]! & FLAG_POSSESSIVE) !== 0) continue
        const word = tokens.lower[i]!
        let held = false
        const state = lexicon.stateOf(word)
        for (let j = person.roleFirst; j < person.roleLast; j++) if (tokens.lower[j] === word || state !== null && lexicon.stateOf(tokens.lower[j]!) === state) { held = true; break }
        if (!held && (this.table.bits[i]! & MODIFIER) === 0) return false
      }
      return true
    }
    let m = this.names.before(at)
    for (let steps = 0, i = m; i >= 0 && steps < 200; i--, steps++) if (fits(mentions[i]!.person)) return mentions[i]!.person
    for (let steps = 0, i = m + 1; i < mentions.length && steps < 60; i++, steps++) if (fits(mentions[i]!.person)) return mentions[i]!.person
    return null
  }

  /** An earlier speaker whom a definite description means: same head; "the official" also a person told by another word. */
  private earlier(first: number, headAt: number, last: number, kind: Kind, bare: boolean): Heard | null {
    const { tokens } = this.table
    const head = tokens.lower[headAt]!
    const words = this.wordsOf(first, headAt + 1)
    for (let k = this.heard.length - 1; k >= 0 && k >= this.heard.length - MEMORY; k--) {
      const heard = this.heard[k]!
      if (heard.kind === 'person' && kind === 'person' && bare && heard.words.length === 0 && (head === 'official' || head === 'spokesman' || head === 'spokeswoman' || head === 'spokesperson') && k === this.heard.length - 1) return heard
      if (heard.words.length === 0 || heard.words.length < words.length) continue
      const tail = heard.words.slice(heard.words.length - words.length)
      if (tail.every((w, i) => w === words[i])) return heard
    }
    if (bare && kind === 'body' && GENERIC_BODY.has(head)) for (let k = this.heard.length - 1; k >= 0 && k >= this.heard.length - 6; k--) if (this.heard[k]!.kind === 'body') return this.heard[k]!
    if (bare && kind === 'person' && head === 'official') for (let k = this.heard.length - 1; k >= 0 && k >= this.heard.length - 4; k--) if (this.heard[k]!.kind === 'person') return this.heard[k]!
    void last
    return null
  }

  private expanded(at: number): string | null {
    const { tokens, lexicon } = this.table
    const written = tokens.text.slice(tokens.start[at]!, tokens.end[at]!)
    const alias = this.bodies.get('(' + tokens.lower[at]!)
    return alias?.[0]?.text ?? lexicon.fullName(written)
  }

  /** The fullest form of a body with the same last words. */
  private fullest(first: number, headAt: number, last: number, definite: boolean, at: number): string | null {
    const { tokens, bits } = this.table
    const forms = this.bodies.get(tokens.lower[headAt]!)
    if (!forms || (bits[headAt]! & BODY) === 0) return null
    if (headAt === first && !definite) return null
    const written = this.text(first, last)
    const words = this.wordsOf(first, headAt + 1)
    let best: BodyForm | null = null
    for (const form of forms) {
      if (form.words.length <= words.length) continue
      const tail = form.words.slice(form.words.length - words.length)
      if (!tail.every((w, i) => w === words[i])) continue
      if (!best || form.first <= at && (best.first > at || form.first > best.first) || best.first > at && form.first < best.first) best = form
    }
    return best && best.text.length > written.length ? best.text : null
  }
}

const GENERIC_BODY: ReadonlySet<string> = new Set(['group', 'organisation', 'organization', 'agency', 'body', 'charity', 'company', 'institution', 'institute', 'monitor', 'watchdog', 'outlet', 'newspaper', 'paper', 'broadcaster', 'channel', 'movement', 'militia', 'party', 'office', 'department', 'council', 'observatory'])

interface BodyForm {
  text: string
  words: string[]
  first: number
}

/** Every way in which the report names bodies, by last word; abbreviations in brackets under "(" and the letters. */
function bodyForms(table: SpeechTable): Map<string, BodyForm[]> {
  const { tokens, bits, document } = table
  const forms = new Map<string, BodyForm[]>()
  const add = (key: string, form: BodyForm): void => {
    const list = forms.get(key)
    if (!list) forms.set(key, [form])
    else if (list.length < 40 && !list.some((f) => f.text === form.text)) list.push(form)
  }
  for (const sentence of document.sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const abbreviation = tokens.lower[i] === '(' && i + 2 < sentence.last && tokens.lower[i + 2] === ')' && i > sentence.first
      if (!abbreviation && (bits[i]! & BODY) === 0) continue
      const end = abbreviation ? i : i + 1
      if (!abbreviation && end < sentence.last && (bits[end]! & NAME) !== 0 && (bits[i]! & NAME) !== 0) continue // goes on
      let first = end
      while (first > sentence.first && end - first < 10) {
        const before = first - 1
        const flags = tokens.flags[before]!
        if ((flags & FLAG_POSSESSIVE) !== 0) { if (before - 1 < sentence.first || (bits[before - 1]! & NAME) === 0 && (bits[before - 1]! & SPEAKER) === 0) break; first = before; continue }
        if ((bits[before]! & NAME) !== 0 || (bits[before]! & (BODY | MODIFIER | ROLE)) !== 0 && (bits[before]! & (TIME | DETERMINER | PREPOSITION)) === 0) { first = before; continue }
        if (tokens.kind[before] === TOKEN_WORD && (tokens.lower[before] === 'of' || tokens.lower[before] === 'for' || tokens.lower[before] === 'and') && before > sentence.first && (bits[before - 1]! & NAME) !== 0 && first < end && (bits[first]! & NAME) !== 0) { first = before; continue }
        if (tokens.kind[before] === TOKEN_WORD && tokens.lower[before]!.includes('-') && (bits[before]! & TIME) === 0) { first = before; continue }
        if (first < end && (bits[before]! & (TIME | DETERMINER | PREPOSITION)) === 0 && tokens.kind[before] === TOKEN_WORD && tokens.lower[before]!.length > 3 && !abbreviation && (bits[before]! & 0xffffff) === 0) { first = before; continue }
        break
      }
      while (first < end && (tokens.flags[first]! & FLAG_POSSESSIVE) !== 0) first++
      if (end - first < (abbreviation ? 2 : 2)) continue
      const words: string[] = []
      for (let k = first; k < end; k++) words.push(tokens.lower[k]!)
      const form: BodyForm = { text: tokens.text.slice(tokens.start[first]!, tokens.end[end - 1]!), words, first }
      if (abbreviation) add('(' + tokens.lower[i + 1]!, form)
      else add(tokens.lower[i]!, form)
    }
  }
  return forms
}
