// Datelines: "KYIV, Aug. 20 (Agency) –", "Beirut, Lebanon CNN —", "MINSK, March 1. /Agency/.". They tell where and when a report was written, not where
// and when something happened.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, type Document, type TokenTable } from '../../model/document.ts'
import { Kept } from '../../text/kept.ts'
import { WordColumn } from '../../text/vocabulary.ts'

const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '--', ':'])
const BETWEEN: ReadonlySet<string> = new Set([',', '.', '(', ')', '/', '|', 'and', '&'])
const LONGEST = 16
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?$/
const DAY = /^\d{1,2}$/
/** An agency or a town in capitals. */
const CAPITALS = /^\p{Lu}{2,}$/u

const MARKS = 1, DASH = 2, STANDS_BETWEEN = 4
/** What a word may be of a dateline. */
const sorts = new WordColumn((word) => (MONTH.test(word) || word === '(' ? MARKS : 0) | (DASHES.has(word) ? DASH : 0) | (BETWEEN.has(word) || /^\d/.test(word) ? STANDS_BETWEEN : 0))

/** "From 2 March–20 April": words that open a clause, no dateline. */
const OPENS_CLAUSE: ReadonlySet<string> = new Set(['from', 'between', 'on', 'in', 'by', 'since', 'until', 'during', 'after', 'before'])

const UNTOLD = -1
/** By sentence. */
const ends = new Kept<Int32Array>()

/** The first token after the dateline that a sentence opens with; the sentence's own first where it has none. */
export function afterDateline({ tokens, sentences }: Document, sentence: number): number {
  const known = ends.of(tokens) ?? ends.keep(tokens, new Int32Array(sentences.length).fill(UNTOLD))
  if (known[sentence] === UNTOLD) known[sentence] = endOfDateline(tokens, sentences[sentence]!.first, sentences[sentence]!.last)
  return known[sentence]!
}

function endOfDateline(tokens: TokenTable, first: number, last: number): number {
  if (tokens.lower[first] === '(') return endOfBrackets(tokens, first, last)
  if (first >= last || (tokens.flags[first]! & FLAG_CAPITAL) === 0 || OPENS_CLAUSE.has(tokens.lower[first]!)) return first
  if (opensChronicle(tokens, first, last)) return first
  let marked = opensWithTown(tokens, first, last), month = -1
  for (let i = first; i < last && i - first < LONGEST; i++) {
    const sort = sorts.at(tokens, i)
    // "SANAA, Sept 21 At least six people": the day ends it, where the town stands in capitals
    if (month >= 0 && i === month + 2 && DAY.test(tokens.lower[month + 1]!) && (sort & DASH) === 0 && (tokens.flags[i]! & FLAG_CAPITAL) !== 0 && tokens.lower[i] !== '(') return i
    // "Beirut, Feb 27 (UNI) Two villagers": the agency in brackets behind the day ends it
    if (i > first + 2 && tokens.lower[i] === '(' && DAY.test(tokens.lower[i - 1]!) && MONTH.test(tokens.lower[i - 2]!) && inCapitals(tokens, i + 1) && tokens.lower[i + 2] === ')' && i + 3 < last && (sorts.at(tokens, i + 3) & DASH) === 0) return i + 3
    if (i > first && MONTH.test(tokens.lower[i]!) && inCapitals(tokens, first)) month = i
    if (i > first && (sort & DASH) !== 0) return marked && (tokens.lower[i] !== ':' || inCapitals(tokens, first) || DAY.test(tokens.lower[i - 1]!) && MONTH.test(tokens.lower[i - 2] ?? '')) ? i + 1 : first
    if ((sort & MARKS) !== 0 || inCapitals(tokens, i)) marked = true
    else if ((sort & STANDS_BETWEEN) === 0 && (tokens.flags[i]! & FLAG_CAPITAL) === 0) return first
  }
  return month >= 0 && last - first <= LONGEST ? last : first // "MINSK, March 1.", and nothing else before the agency's name
}

/** "(Geneva) Two villagers", "(Washington, DC) – Two villagers": the first token behind the town in brackets, and behind its dash. */
function endOfBrackets(tokens: TokenTable, first: number, last: number): number {
  for (let i = first + 1; i + 1 < last && i - first <= IN_BRACKETS; i++) {
    if (tokens.lower[i] === ')') {
      const next = (sorts.at(tokens, i + 1) & DASH) !== 0 ? i + 2 : i + 1
      return i > first + 1 && next < last && (tokens.flags[next]! & FLAG_CAPITAL) !== 0 ? next : first
    }
    if ((tokens.flags[i]! & FLAG_CAPITAL) === 0 && tokens.lower[i] !== ',' && tokens.lower[i] !== '.') return first
  }
  return first
}
/** So many tokens a town and its land take within brackets. */
const IN_BRACKETS = 6

/** "Addis Ababa — Fighting": nothing but a name of one or two words before a long dash, and a new sentence behind it. */
function opensWithTown(tokens: TokenTable, first: number, last: number): boolean {
  const dash = tokens.lower[first + 1] === '—' ? first + 1 : first + 2
  return dash + 1 < last && tokens.lower[dash] === '—' && [first, dash - 1, dash + 1].every((i) => (tokens.flags[i]! & FLAG_CAPITAL) !== 0)
}

/** "Nov. 4, 2020 – The army enters the town": an entry of a chronicle, which opens with its day and names nobody who wrote it; "May 5 (Agency) -" is a dateline. */
function opensChronicle(tokens: TokenTable, first: number, last: number): boolean {
  if (!MONTH.test(tokens.lower[first]!)) return false
  for (let i = first; i < last && i - first < LONGEST && (sorts.at(tokens, i) & DASH) === 0; i++) if (tokens.lower[i] === '(' || tokens.lower[i] === '/') return false
  return true
}

const inCapitals = (tokens: TokenTable, i: number): boolean => (tokens.flags[i]! & FLAG_ALL_CAPS) !== 0 && CAPITALS.test(tokens.text.slice(tokens.start[i], tokens.end[i]))
