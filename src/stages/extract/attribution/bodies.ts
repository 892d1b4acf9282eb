// The institutions of a report in every form that it names them, to give a short form ("the ministry", "MoD") its fullest.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_POSSESSIVE, TOKEN_PUNCTUATION, TOKEN_WORD } from '../../../model/document.ts'
import { BODY, CONJOINT, CUE, DETERMINER, MODIFIER, PREPOSITION, ROLE, SORT_GENERIC, TIME } from '../../../languages/speech.ts'
import { BELONGS } from '../../../languages/speech-uses.ts'
import { nominal, SPEAKER } from './noun-phrases.ts'
import { NAME, type SpeechTable } from './words.ts'

interface Form {
  text: string
  words: string[]
  /** Index in `words` of the head ("ministry" of "Ministry of Defence"). */
  head: number
  first: number
  post: number
  side: string | null
}

const MOST_FORMS = 40
const LONGEST_FORM = 10
/** "the Observatory for Human Rights in Ost said": so many tokens on its verb may stand. */
const SPEAKS_WITHIN = 7
/** Two letters are the beginnings of too much. */
const SHORTEST_INITIALS = 3

/** Looks forms of bodies up. */
export class Bodies {
  private readonly table: SpeechTable
  private readonly byHead = new Map<string, Form[]>()
  private lowered: string | null = null
  private readonly said = new Map<string, boolean>()
  /** Capitalised names of three words or more, by each of their words. */
  private readonly byWord = new Map<string, Form[]>()
  private readonly aliases = new Map<string, Form[]>()
  /** Capitalised names of three words or more, by the letters that their capitalised words begin with. */
  private readonly byInitials = new Map<string, Form[]>()
  /** Names of bodies that a word for any body may mean ("the group"), in the order of the text. */
  private readonly generic: Form[] = []

  constructor(table: SpeechTable) {
    this.table = table
    const { bits, tokens, document } = table
    for (let s = 0; s < document.sentences.length; s++) {
      const { first, last, post } = document.sentences[s]!
      for (let i = first; i < last; i++) {
        if ((bits[i]! & BODY) !== 0) this.read(i, first, last, post)
        else if (tokens.kind[i] === TOKEN_PUNCTUATION && i > first && tokens.lower[i] === '(') this.bracket(i, first, last, post)
      }
    }
  }

  private read(i: number, floor: number, ceiling: number, post: number): void {
    const { tokens, bits, uses, lexicon } = this.table
    let end = i + 1
    if (end < ceiling && (bits[end]! & (NAME | BODY)) !== 0 && (tokens.flags[end]! & FLAG_ALL_CAPS) === 0) return // the head comes later
    if (end < ceiling && nominal(this.table, end) && (bits[end]! & NAME) === 0 && (tokens.flags[end]! & FLAG_POSSESSIVE) === 0) return // "military operation"
    let first = i
    while (first > floor && i - first < LONGEST_FORM) {
      const before = first - 1, b = bits[before]!, word = tokens.lower[before]!
      if (tokens.kind[before] !== TOKEN_WORD) break
      if ((tokens.flags[before]! & FLAG_POSSESSIVE) !== 0) { if (before <= floor || (bits[before - 1]! & (NAME | SPEAKER)) === 0) break; first = before; continue }
      if ((b & NAME) !== 0) { first = before; continue }
      if (((b & CONJOINT) !== 0 || (uses[before]! & BELONGS) !== 0) && before > floor && (bits[before - 1]! & NAME) !== 0 && (bits[first]! & NAME) !== 0) { first = before; continue }
      if ((b & (TIME | DETERMINER | PREPOSITION)) !== 0 || !nominal(this.table, before)) break
      if ((b & (BODY | MODIFIER | ROLE)) !== 0 || word.includes('-') || first === i && word.length > 3) { first = before; continue }
      break
    }
    while (first < i && (tokens.flags[first]! & FLAG_POSSESSIVE) !== 0) first++
    // "Ministry of Public Health", "Office for the Coordination of Humanitarian Affairs"
    while (end + 1 < ceiling && end - i < LONGEST_FORM && (uses[end]! & BELONGS) !== 0) {
      let next = end + 1
      if ((bits[next]! & DETERMINER) !== 0) next++
      if (next >= ceiling || !nominal(this.table, next) || (bits[next]! & TIME) !== 0) break
      while (next < ceiling && next - i < LONGEST_FORM && nominal(this.table, next) && (bits[next]! & TIME) === 0 && ((bits[next]! & NAME) !== 0 || next === end + 1 || (bits[i]! & NAME) === 0)) next++
      end = next
    }
    const words: string[] = []
    for (let k = first; k < end; k++) words.push(tokens.lower[k]!)
    const form: Form = { text: tokens.text.slice(tokens.start[first]!, tokens.end[end - 1]!), words, head: i - first, first, post, side: lexicon.sideIn(tokens, first, end) }
    if (words.length > 1) keep(this.byHead, tokens.lower[i]!, form)
    if (words.length > 1 && (bits[i]! & NAME) !== 0 && (lexicon.sortOf(tokens.lower[i]!) & SORT_GENERIC) !== 0) this.generic.push(form)
    if (words.length > 2 && (bits[first]! & NAME) !== 0 && (bits[i]! & NAME) !== 0) {
      for (const word of words) keep(this.byWord, word, form)
      keep(this.byInitials, initialsOf(this.table, first, end), form)
    }
    // "(IDF)" or a bare "DSNS" after the name
    const bracket = end < ceiling && tokens.lower[end] === '('
    const or = tokens.lower[end] === ',' && tokens.lower[end + 1] === 'or' && tokens.lower[end + 3] === ',' // "the Arakan Army, or AA,"
    const short = bracket ? end + 1 : or ? end + 2 : end
    if (short < ceiling && words.length > 1 && isShort(this.table, short) && (or ? (bits[i]! & NAME) !== 0 : bracket ? tokens.lower[short + 1] === ')' : (bits[i]! & NAME) !== 0)) keep(this.aliases, tokens.lower[short]!, form)
  }

  /** "Name of Some Kind (NSK)": an abbreviation of a name that no table has as a body. */
  private bracket(open: number, floor: number, ceiling: number, post: number): void {
    const { tokens, bits, lexicon } = this.table
    if (open + 2 >= ceiling || tokens.lower[open + 2] !== ')' || !isShort(this.table, open + 1)) return
    const initial = tokens.lower[open + 1]![0]
    for (let first = open - 1; first >= floor && first > open - LONGEST_FORM; first--) {
      if (tokens.kind[first] !== TOKEN_WORD || (bits[first]! & DETERMINER) !== 0 && (bits[first]! & NAME) === 0) return
      if (tokens.lower[first]![0] !== initial || (bits[first]! & NAME) === 0 || first === open - 1) continue
      const words = tokens.lower.slice(first, open)
      keep(this.aliases, tokens.lower[open + 1]!, { text: tokens.text.slice(tokens.start[first]!, tokens.end[open - 1]!), words, head: words.length - 1, first, post, side: lexicon.sideIn(tokens, first, open) })
      return
    }
  }

  /** What an abbreviation stands for: as the report says, else as the language's table says. */
  expand(token: number): string | null {
    const { tokens, lexicon } = this.table
    const known = this.aliases.get(tokens.lower[token]!)
    const form = known?.findLast((f) => f.first <= token) ?? known?.[0]
    if (form) return form.text
    const full = lexicon.fullName(tokens.text.slice(tokens.start[token]!, tokens.end[token]!))
    if (full !== null && this.says(full)) return full
    // "the Rapid Support Forces …, the RSF said": nobody has put one beside the other
    return tokens.end[token]! - tokens.start[token]! >= SHORTEST_INITIALS && (tokens.flags[token]! & FLAG_ALL_CAPS) !== 0 ? this.byInitials.get(tokens.lower[token]!)?.[0]?.text ?? null : null
  }

  /** true where the report has the words of a full name somewhere. */
  private says(full: string): boolean {
    let known = this.said.get(full)
    if (known === undefined) this.said.set(full, (known = (this.lowered ??= this.table.tokens.text.toLowerCase()).includes(full.toLowerCase())))
    return known
  }

  /** The fullest form of the body whose words are given, for a mention at token `at`; null if there is none fuller. `near`: only forms before `at` in its post. */
  fullest(words: readonly string[], head: number, at: number, side: string | null, near: boolean): string | null {
    const forms = this.byHead.get(words[head]!)
    const post = this.table.document.sentences[this.table.tokens.sentence[at]!]?.post ?? -1
    let best: Form | null = null
    if (forms) for (const form of forms) {
      if (form.words.length <= words.length || near && (form.first > at || form.post !== post)) continue
      if (side !== null && form.side !== null && form.side !== side) continue
      if (!endsWith(form.words, form.head, words, head)) continue
      if (!best || rank(form, at, post) > rank(best, at, post)) best = form
    }
    return best?.text ?? null
  }

  /** The first body by name in tokens `from`–`until` that a verb of saying follows, which may be meant by a word for any such body; null where there is none. */
  firstNamed(from: number, until: number): { name: string; words: string[]; first: number } | null {
    const { bits, lexicon } = this.table
    for (const form of this.generic) {
      if (form.first < from) continue
      const end = form.first + form.words.length
      if (end > until) return null
      for (let i = end; i < Math.min(until, end + SPEAKS_WITHIN); i++) {
        if ((bits[i]! & CUE) !== 0 && lexicon.verbsAt(this.table.tokens.lower[i]!).length > 0) return { name: form.text, words: form.words.slice(0, form.head + 1), first: form.first }
        if (this.table.tokens.kind[i] === TOKEN_PUNCTUATION) break
      }
    }
    return null
  }

  /** A longer name of the same side that holds the words: "Ukraine's air force" → "Ukrainian Air Force Command". */
  holding(words: readonly string[], side: string | null, at: number): string | null {
    if (side === null || words.length < 2) return null
    let best: Form | null = null
    for (const form of this.byWord.get(words[0]!) ?? []) {
      if (form.side !== side || form.words[form.head] === words.at(-1)) continue
      const from = form.words.indexOf(words[0]!)
      if (!words.every((w, i) => form.words[from + i] === w)) continue
      if (!best || Math.abs(form.first - at) < Math.abs(best.first - at)) best = form
    }
    return best?.text ?? null
  }
}

/** The letters that the capitalised words of a name begin with, in small letters. */
function initialsOf({ tokens }: SpeechTable, first: number, last: number): string {
  let letters = ''
  for (let i = first; i < last; i++) if ((tokens.flags[i]! & FLAG_CAPITAL) !== 0) letters += tokens.lower[i]![0]
  return letters
}

function isShort(table: SpeechTable, i: number): boolean {
  return table.tokens.kind[i] === TOKEN_WORD && (table.bits[i]! & NAME) !== 0 && ((table.tokens.flags[i]! & FLAG_ALL_CAPS) !== 0 || /^\p{Lu}.*\p{Lu}/u.test(table.tokens.text.slice(table.tokens.start[i]!, table.tokens.end[i]!)) || table.tokens.lower[i - 1] === '(') && (table.bits[i]! & (BODY | ROLE)) === 0
}

function keep(map: Map<string, Form[]>, key: string, form: Form): void {
  const list = map.get(key)
  if (!list) map.set(key, [form])
  else if (list.length < MOST_FORMS) list.push(form)
}

/** The words before the head end alike and those after it begin alike. */
function endsWith(long: readonly string[], longHead: number, words: readonly string[], head: number): boolean {
  if (longHead < head || long.length - longHead < words.length - head) return false
  for (let i = 0; i < words.length; i++) if (long[longHead - head + i] !== words[i]) return false
  return true
}

/** Forms before the mention first, the nearest best; then those of its post. */
function rank(form: Form, at: number, post: number): number {
  const near = form.first <= at ? 2 - (at - form.first) / 1e9 : 1 - (form.first - at) / 1e9
  return near + (form.post === post ? 4 : 0)
}
