// Numbers in words and digits with their bounds, over tokens. What a number measures (money, distance, age, date, share)
// is told here too, so that no later rule takes it for a count.
import { PEOPLE } from '../../model/claim.ts'
import { FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_HYPHEN, FLAG_SPACE_BEFORE, TOKEN_NUMBER, TOKEN_PUNCTUATION, TOKEN_WORD, type TokenTable } from '../../model/document.ts'
import type { Bound } from '../../model/claim.ts'
import { lexemeOf } from './lexicon.ts'
import { WordColumn } from '../../text/vocabulary.ts'

/** A number: `first`–`last` (excluded) with its bounding words, `numberFirst`–`numberLast` its own tokens. */
export interface NumberSpan {
  first: number
  last: number
  numberFirst: number
  numberLast: number
  value: number
  /** The upper end of a range ("four to six"), else null. */
  high: number | null
  bound: Bound
  /** Why it counts nothing, or null where it may count something. */
  masked: string | null
}

const UNITS: ReadonlyMap<string, number> = new Map(Object.entries({ zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 }))
const SCALES: ReadonlyMap<string, number> = new Map(Object.entries({ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9, k: 1e3 }))
const VAGUE: ReadonlyMap<string, number> = new Map(Object.entries({ dozens: 24, scores: 40, hundreds: 200, thousands: 2000, millions: 2e6 }))
/** Whether a word is a number of its own ("nineteen", "dozens", "forty-one"). */
export const isNumberWord = (word: string): boolean => UNITS.has(word) || VAGUE.has(word) || word === 'dozen' || word === 'half' || (SCALES.has(word) && word.length > 3) || hyphenated(word) !== null

const MEASURES = new Set(('% percent pc per-cent percentage cent km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters foot feet ft inch inches cm mm m yard yards acre acres hectare hectares tonne tonnes ton tons kg kilo kilos kilogram kilograms gram grams litre litres liter liters barrel barrels mph kph knots degrees degree mw megawatt megawatts gw gigawatts kw kwh volts ' +
  'hour hours hrs minute minutes min mins second seconds day days night nights week weeks weekend month months year years decade decades century centuries a.m p.m am pm gmt bst o\'clock local ' +
  'third thirds quarter quarters fifth fifths tenths halves dollar dollars euro euros pound pounds rouble roubles ruble rubles hryvnia hryvnias shekel shekels rupee rupees yuan yen cents usd eur ' +
  'times point points storey storeys story stories floor floors votes vote seats seat pages page words members-states states countries nations sides laws law rounds-of-talks pronged prong view views followers likes share shares shots chapters steps stages phases weeks-long st nd rd th square cubic nautical').split(' '))
/** Whether a word is a unit of measure, money or time. */
export const isMeasureWord = (word: string): boolean => MEASURES.has(word)
const MONEY = new Set(['$', '£', '€', '₴', '₽', 'us$', 'usd', 'eur', '₪'])
const BEFORE_MASK = new Set(['aged', 'age', 'day', 'no', 'number', 'chapter', 'section', 'article', 'resolution', 'page', 'phase', 'stage', 'channel', 'route', 'highway', 'room', 'level', 'brigade', 'battalion', 'regiment', 'division', 'company', 'unit', 'group', 'flight', 'model', 'type', 'version', 'figure', 'table', 'part', 'season', 'episode', 'grade', 'class', 'step', 'point'])
const BOUNDS: [string[], Bound][] = [
  [['at', 'least'], 'at_least'], [['more', 'than'], 'at_least'], [['no', 'fewer', 'than'], 'at_least'], [['no', 'less', 'than'], 'at_least'], [['not', 'less', 'than'], 'at_least'], [['upwards', 'of'], 'at_least'], [['upward', 'of'], 'at_least'], [['a', 'minimum', 'of'], 'at_least'], [['in', 'excess', 'of'], 'at_least'], [['over'], 'at_least'], [['exceeding'], 'at_least'], [['above'], 'at_least'], [['well', 'over'], 'at_least'], [['minimum'], 'at_least'], [['a', 'record'], 'exact'],
  [['no', 'more', 'than'], 'at_most'], [['not', 'more', 'than'], 'at_most'], [['up', 'to'], 'at_most'], [['as', 'many', 'as'], 'at_most'], [['as', 'high', 'as'], 'at_most'], [['fewer', 'than'], 'at_most'], [['less', 'than'], 'at_most'], [['at', 'most'], 'at_most'], [['under'], 'at_most'], [['a', 'maximum', 'of'], 'at_most'], [['below'], 'at_most'], [['as', 'much', 'as'], 'at_most'], [['as', 'high', 'as'], 'at_most'],
  [['close', 'to'], 'about'], [['an', 'estimated'], 'about'], [['estimated'], 'about'], [['just', 'over'], 'at_least'], [['just', 'under'], 'at_most'], [['somewhere', 'around'], 'about'], [['in', 'the', 'region', 'of'], 'about'], [['about'], 'about'], [['around'], 'about'], [['some'], 'about'], [['nearly'], 'about'], [['almost'], 'about'], [['roughly'], 'about'], [['approximately'], 'about'], [['circa'], 'about'], [['approx'], 'about'], [['virtually'], 'about'],
]
const BOUND_BY_LAST = new Map<string, [string[], Bound][]>()
for (const row of BOUNDS) { const key = row[0].at(-1)!; BOUND_BY_LAST.set(key, [...(BOUND_BY_LAST.get(key) ?? []), row].sort((a, b) => b[0].length - a[0].length)) }

/** The bound that stands before token `i`: its value and the token where its words begin. */
function boundBefore(lower: readonly string[], i: number, first: number): { bound: Bound; first: number } | null {
  if (i <= first) return null
  // "at least another 11", "around a further 20"
  const more = lower[i - 1] === 'another' ? i - 1 : lower[i - 1] === 'further' && lower[i - 2] === 'a' ? i - 2 : -1
  if (more > first) return boundBefore(lower, more, first)
  const rows = BOUND_BY_LAST.get(lower[i - 1]!)
  if (rows === undefined) return null
  for (const [words, bound] of rows) {
    if (i - words.length < first) continue
    let k = 0
    while (k < words.length && lower[i - words.length + k] === words[k]) k++
    if (k === words.length && bound === 'at_most' && words[0] === 'up' && i - 3 >= first && RISEN.has(lower[i - 3]!)) return null
    if (k === words.length && bound === 'about' && words[0] === 'about' && i - 2 >= first && KNOWN.has(lower[i - 2]!)) return null
    if (k === words.length) return bound === 'at_least' && words[0] === 'over' && i - 2 >= first && HANDS.has(lower[i - 2]!) ? null : { bound, first: i - words.length }
  }
  return null
}

/** "has gone up to 17": no bound. */
const RISEN: ReadonlySet<string> = new Set(['gone', 'went', 'goes', 'going', 'go', 'climbed', 'shot', 'jumped', 'crept', 'edged', 'is', 'was', 'are', 'now', 'revised', 'raised', 'adjusted', 'updated', 'moved', 'pushed'])

/** "it is known about two dead": no bound. */
const KNOWN: ReadonlySet<string> = new Set(['know', 'knew', 'learned', 'learnt', 'known', 'information', 'reported', 'reports', 'informed'])

/** "handed over 15 captives": no bound. */
const HANDS: ReadonlySet<string> = new Set(['hand', 'hands', 'handed', 'handing', 'gave', 'give', 'given', 'giving', 'turned', 'turning', 'took', 'takes', 'taking', 'taken'])

function parseDigits(written: string): number | null {
  if (written.length <= 12) { // most are digits alone
    let value = 0, i = 0
    for (; i < written.length; i++) {
      const digit = written.charCodeAt(i) - 48
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    if (i === written.length && i > 0) return value
  }
  if (!/^\d{1,3}(,\d{3})+(\.\d+)?$|^\d{1,12}(\.\d+)?$/.test(written)) return null
  return Number(written.replaceAll(',', ''))
}

function hyphenated(word: string): number | null {
  if (!word.includes('-')) return null
  let total = 0, current = 0, seen = false
  for (const part of word.split('-')) {
    if (part === 'and') continue
    const unit = UNITS.get(part), scale = SCALES.get(part)
    if (unit !== undefined) current += unit
    else if (scale !== undefined && part.length > 2) { current = Math.max(1, current) * scale; if (scale >= 1000) { total += current; current = 0 } }
    else return null
    seen = true
  }
  return seen ? total + current : null
}

const STARTERS: ReadonlySet<string> = new Set([...UNITS.keys(), ...VAGUE.keys(), 'tens', 'several', 'few', 'half', 'a', 'an', 'dozen', 'half-a-million'])

const STARTS = 1, JOINED = 2, DIGITS = 4
/** How a word may begin a number: as a number word, joined by hyphens of such, with a digit. */
const OPENING = new WordColumn((word) => (STARTERS.has(word) ? STARTS : 0) | (hyphenated(word) !== null ? JOINED : 0) | (/^[0-9]/.test(word) ? DIGITS : 0))

interface Parsed { value: number; end: number; vague: boolean; digits: boolean; bound?: Bound }

/** Reads a number that starts at token `i`, with "and a half" behind it. */
function numberAt(tokens: TokenTable, i: number, last: number): Parsed | null {
  const parsed = wholeAt(tokens, i, last)
  if (parsed === null || parsed.vague) return parsed
  const { lower } = tokens, { end } = parsed
  if (lower[end] !== 'and' || lower[end + 1] !== 'a' || lower[end + 2] !== 'half' || end + 2 >= last) return parsed
  const own = SCALES.get(lower[end - 1]!), next = SCALES.get(lower[end + 3] ?? '')
  if (own !== undefined) return { ...parsed, value: parsed.value + own / 2, end: end + 3 } // "a million and a half"
  return next !== undefined && end + 3 < last ? { ...parsed, value: (parsed.value + 0.5) * next, end: end + 4 } : parsed // "two and a half million"
}

/** "12 400 men": the thousands after a space, to the end of the number. */
function spaced(tokens: TokenTable, i: number, last: number): { written: string; end: number } {
  const { lower, kind } = tokens
  let written = lower[i]!, end = i + 1
  if (/^[1-9]\d{0,2}$/.test(written)) while (end < last && kind[end] === TOKEN_NUMBER && /^\d{3}$/.test(lower[end]!)) { written += lower[end]!; end++ }
  return { written, end }
}

function wholeAt(tokens: TokenTable, i: number, last: number): Parsed | null {
  const { lower, kind } = tokens
  if (kind[i] === TOKEN_NUMBER) {
    const { written, end } = spaced(tokens, i, last)
    const comma = end === i + 1 && end < last && SCALES.get(lower[end]!) !== undefined ? /^(\d{1,3}),(\d{1,2})$/.exec(written) : null // "1,2 million"
    // "1.200 people": a dot between thousands, as other languages write them
    const dotted = end === i + 1 && /^[1-9]\d{0,2}(\.\d{3})+$/.test(written) && lexemeOf(lower[end] ?? '')?.counted != null
    const value = comma ? Number(`${comma[1]}.${comma[2]}`) : dotted ? Number(written.replaceAll('.', '')) : parseDigits(written)
    if (value === null) return null
    const scale = end < last ? SCALES.get(lower[end]!) : undefined
    if (scale !== undefined && (lower[end]!.length > 2 || lower[end] === 'mn' || lower[end] === 'bn' || (tokens.flags[end]! & FLAG_SPACE_BEFORE) === 0)) return { value: Math.round(value * scale), end: end + 1, vague: false, digits: true }
    return { value, end, vague: false, digits: true }
  }
  if (kind[i] !== TOKEN_WORD) return null
  const opening = OPENING.at(tokens, i)
  if (opening === 0) return null
  const word = lower[i]!
  if ((opening & DIGITS) !== 0) {
    const strong = /^(\d{1,3}(?:,\d{3})*|\d{1,6})-strong$/.exec(word) // "a 40-strong group"
    if (strong) return { value: parseDigits(strong[1]!)!, end: i + 1, vague: false, digits: true }
    // "UPDATE 1-Two soldiers killed": an agency's count of its versions joined to the headline
    const headed = i > 0 && (tokens.flags[i - 1]! & FLAG_ALL_CAPS) !== 0 ? /^\d{1,2}-([a-z]+)$/.exec(word) : null
    if (headed) { const unit = UNITS.get(headed[1]!), vague = VAGUE.get(headed[1]!); if (unit !== undefined || vague !== undefined) return { value: unit ?? vague!, end: i + 1, vague: unit === undefined, digits: false } }
    const loose = /^(\d{1,3}(?:,\d{3})*|\d{1,6})-(plus|odd)$/.exec(word) // "100-plus", "20-odd"
    if (loose) return { value: parseDigits(loose[1]!)!, end: i + 1, vague: false, digits: true, bound: loose[2] === 'plus' ? 'at_least' : 'about' }
    const times = /^(\d{1,3})x$/.exec(word) // "17x strikes" in reports by armies
    if (times && i + 1 < last && lower[i + 1] !== 'the') return { value: Number(times[1]), end: i + 1, vague: false, digits: true }
    const m = /^([\d.,]+)(m|mln|bn|k|million|billion)$/.exec(word)
    if (m) { const value = parseDigits(m[1]!); if (value !== null) return { value: Math.round(value * SCALES.get(m[2]!)!), end: i + 1, vague: false, digits: true } }
    return null
  }
  if (word === 'tens' && lower[i + 1] === 'of' && i + 2 < last && lower[i + 2] !== 'thousands' && lower[i + 2] !== 'millions') return { value: 20, end: i + 1, vague: true, digits: false }
  if (word === 'tens' || word === 'hundreds') {
    if (lower[i + 1] === 'of' && i + 2 < last && (lower[i + 2] === 'thousands' || lower[i + 2] === 'millions')) {
      const each = lower[i + 2] === 'thousands' ? 1000 : 1e6
      return { value: (word === 'tens' ? 20 : 200) * each, end: i + 3, vague: true, digits: false }
    }
  }
  if ((opening & STARTS) === 0 && !((opening & JOINED) !== 0 && (tokens.flags[i]! & FLAG_HYPHEN) !== 0)) return null
  const vague = VAGUE.get(word)
  if (vague !== undefined) return { value: vague, end: i + 1, vague: true, digits: false }
  if (word === 'half' && lower[i + 1] === 'a' && i + 2 < last) {
    if (SCALES.get(lower[i + 2]!) !== undefined) return { value: SCALES.get(lower[i + 2]!)! / 2, end: i + 3, vague: false, digits: false }
    if (lower[i + 2] === 'dozen') return { value: 6, end: i + 3, vague: false, digits: false }
  }
  // "a quarter of a million", "three quarters of a million"
  const quarters = (word === 'a' && lower[i + 1] === 'quarter') || (word === 'three' && lower[i + 1] === 'quarters')
  if (quarters && lower[i + 2] === 'of' && lower[i + 3] === 'a' && lower[i + 4] === 'million' && i + 4 < last) return { value: word === 'a' ? 250_000 : 750_000, end: i + 5, vague: false, digits: false }
  if (word === 'a' || word === 'an') {
    const next = lower[i + 1]
    if (next === 'dozen') return { value: 12, end: i + 2, vague: false, digits: false }
    if (next === 'couple' && lower[i + 2] === 'of' && lower[i + 3] === 'dozen') return { value: 24, end: i + 4, vague: false, digits: false }
    if (next !== undefined && lower[i + 2] === 'of' && GROUPS.has(next)) return { value: GROUPS.get(next)!, end: i + 3, vague: false, digits: false }
    if (next === 'hundred' || next === 'thousand' || next === 'million') {
      const rest = compound(tokens, i + 1, last, 1)
      return rest
    }
    return null
  }
  // "several hundred", "a few dozen"
  if (word === 'several' || word === 'few') {
    const next = lower[i + 1]
    const scale = i + 1 >= last ? undefined : next === 'dozen' ? 'dozens' : next === 'hundred' ? 'hundreds' : next === 'thousand' ? 'thousands' : next === 'million' ? 'millions' : undefined
    return scale === undefined ? null : { value: VAGUE.get(scale)!, end: i + 2, vague: true, digits: false }
  }
  if (word === 'dozen') return { value: 12, end: i + 1, vague: false, digits: false }
  if (word === 'half-a-million') return { value: 5e5, end: i + 1, vague: false, digits: false }
  return compound(tokens, i, last, null)
}

/** "a pair of jets", "a trio of bombs": words that count. */
const GROUPS: ReadonlyMap<string, number> = new Map([['score', 20], ['couple', 2], ['pair', 2], ['brace', 2], ['trio', 3], ['quartet', 4]])

const CHANGES: ReadonlySet<string> = new Set('up down rise rises rose risen rising climb climbs climbed climbing increase increased increasing grow grows grew grown growing jump jumped jumping revise revised revising soar soared fall fell fallen falling drop dropped dropping lower lowered lowering raise raised raising went gone moved changed changing updated swelled swollen doubled tripled dwindled shrunk shrank reduced cut'.split(' '))

/** "rose on Monday from": a word of change stands before the "from" at `at`. */
function changes(lower: readonly string[], at: number, first: number): boolean {
  for (let i = at - 1, least = Math.max(first, at - 8); i >= least; i--) if (CHANGES.has(lower[i]!)) return true
  return false
}

function compound(tokens: TokenTable, i: number, last: number, seed: number | null): Parsed | null {
  const { lower } = tokens
  let total = 0, current = seed ?? 0, at = i, seen = seed !== null, scaled = seed !== null
  while (at < last) {
    const word = lower[at]!
    const unit = UNITS.get(word) ?? hyphenated(word)
    if (unit !== null && unit !== undefined) {
      if (seen && !scaled && current % 10 === unit) break
      if (seen && !scaled && !(current >= 20 && current % 10 === 0 && unit < 10)) break
      current += unit; at++; seen = true; scaled = false
    } else if (seen && word === 'dozen') { current *= 12; at++; break }
    else if (seen && SCALES.get(word) !== undefined && word.length > 2) {
      const scale = SCALES.get(word)!
      current = Math.max(1, current) * scale
      if (scale >= 1000) { total += current; current = 0 }
      at++; scaled = true
    } else if (seen && scaled && word === 'and' && at + 1 < last && (UNITS.get(lower[at + 1]!) ?? hyphenated(lower[at + 1]!) ?? undefined) !== undefined && (current > 0 && current % 100 === 0 || current === 0 && total > 0 && endsNumber(lower, at + 2))) at++
    else if (scaled && word === ',' && current === 0 && total > 0 && at + 3 < last && UNITS.has(lower[at + 1]!) && lower[at + 2] === 'hundred' && lower[at + 3] === 'and') at++ // "three thousand, two hundred and five"
    else break
  }
  return at > i && seen ? { value: total + current, end: at, vague: false, digits: false } : null
}

/** "two thousand and five |people|": whether what follows is counted by the whole, no further number and no deed ("killed two thousand and five hundred", "and five were hurt"). */
const endsNumber = (lower: readonly string[], at: number): boolean => lexemeOf(lower[at] ?? '')?.counted != null

const OF_MONEY = 1, OF_MEASURE = 2, LABELS = 4
/** What a word beside a number makes of it. */
const BESIDE = new WordColumn((word) => (MONEY.has(word) ? OF_MONEY : 0) | (MEASURES.has(word) ? OF_MEASURE : 0) | (BEFORE_MASK.has(word) ? LABELS : 0))

/** Words that label a number only where it ends their phrase. */
const NO_LABEL: ReadonlySet<string> = new Set(['day', 'group', 'company', 'unit', 'point', 'part', 'class', 'stage', 'figure', 'division', 'battalion', 'brigade', 'regiment', 'level', 'phase', 'season'])
/** "nine in ten": what a share is of. */
const WHOLES: ReadonlySet<string> = new Set(['three', 'four', 'five', 'ten', '10', '100', 'hundred', 'twenty', '20'])

/** "three law enforcement officers", "two night watchmen": words of measure that tell what people do. */
const NAMES_PEOPLE: ReadonlySet<string> = new Set(['law enforcement', 'foot soldiers', 'foot patrols', 'night guards', 'night watchmen', 'day labourers', 'day laborers', 'law students', 'law officers'])
/** "nine barrel bombs": a word of measure in the singular that more than one thing of the tables is called by. */
const namesThings = (lower: readonly string[], at: number, value: number): boolean => value > 1 && lower[at] === 'barrel' && lexemeOf(lower[at + 1] ?? '')?.counted != null

/** What ends the phrase of a name and its age: "Name Surname, 33." */
const ENDING: ReadonlySet<string> = new Set(['.', ';', ')', ''])

function maskOf(tokens: TokenTable, i: number, end: number, first: number, last: number, value: number, digits: boolean): string | null {
  const { lower } = tokens
  const before = i > first ? lower[i - 1]! : '', after = end < last ? lower[end]! : ''
  const besideBefore = i > first ? BESIDE.at(tokens, i - 1) : 0
  if ((besideBefore & OF_MONEY) !== 0) return 'money'
  if (end < last && (BESIDE.at(tokens, end) & OF_MEASURE) !== 0 && !NAMES_PEOPLE.has(`${after} ${lower[end + 1] ?? ''}`) && !namesThings(lower, end, value) && !(after === 'local' && lower[end + 1] !== 'time') && !(after === 'm' && (tokens.flags[end]! & FLAG_SPACE_BEFORE) !== 0)) return 'a measure, share or time'
  if (after === 'in' && end + 1 < last && WHOLES.has(lower[end + 1]!) && (end + 2 >= last || ((BESIDE.at(tokens, end + 2) & OF_MEASURE) === 0 && (value === 1 || lexemeOf(lower[end + 2]!)?.counted == null)))) return 'a share'
  if (after === 'per' && lower[end + 1] === 'cent') return 'a share'
  if (after === '-' && end + 1 < last && (BESIDE.at(tokens, end + 1) & OF_MEASURE) !== 0) return 'a measure'
  const counts = end < last && lexemeOf(after)?.counted != null // "a force of 2000 soldiers", "in the group 12 people": what is counted follows
  if (digits && before === 'aged') return 'an age'
  if (digits && (besideBefore & LABELS) !== 0 && !(counts && NO_LABEL.has(before))) return `a label (${before} ${lower[i]})`
  if (digits && !counts && !isBehindKind(lower, i) && value >= 1900 && value <= 2100 && !lower[i]!.includes(',') && lower[i]!.length === 4 && end - i === 1 && (before === 'in' || before === 'of' || before === 'since' || before === 'early' || before === 'late' || before === 'from' || before === 'until' || before === 'by' || after === '' || /^[.,;:)]$/.test(after))) return 'a year'
  if (before === 'of' && value < 105 && AFTER_AGES.has(after) && oneBefore(lower, i - 2)) return 'an age' // "a man of 60 who"
  if (before === 'aged' || (before === ',' && (after === ',' || ((after === 'and' && !tokens.lower[end + 1]?.match(/^\d/) || ENDING.has(after)) && (namedBefore(tokens, i - 2, first) || isNextAged(tokens, i - 2, first))) || ENDING.has(after) && oneBefore(tokens.lower, i - 2)) && digits && value < 105 && value > 0 && end - i === 1 && i >= first + 2 && tokens.kind[i - 2] === TOKEN_WORD)) return 'an age'
  if (/^\d+:\d+/.test(lower[i]!)) return 'a time of day'
  if (before === '#' || before === '/' || after === '/') return 'a label'
  if ((before === '-' || before === '–') && (tokens.flags[i]! & FLAG_SPACE_BEFORE) === 0 && i - 2 >= first && tokens.kind[i - 2] === TOKEN_WORD && (tokens.flags[i - 1]! & FLAG_SPACE_BEFORE) === 0) return 'a model name'
  return null
}

/** "tanks – 1985", "artillery systems: 1985": whether the number at `i` stands behind its kind. */
const isBehindKind = (lower: readonly string[], i: number): boolean => i > 1 && KIND_ENDS.has(lower[i - 1]!) && (lower[i - 2] === 'systems' || lexemeOf(lower[i - 2]!)?.counted != null)
const KIND_ENDS: ReadonlySet<string> = new Set(['-', '–', '—', '--', ':'])

/** Whether two words in capitals, as of a name and a surname, end at token `i`. */
const namedBefore = (tokens: TokenTable, i: number, first: number): boolean => i - 1 >= first && (tokens.flags[i]! & tokens.flags[i - 1]! & FLAG_CAPITAL) !== 0

/** "Name, 55, Name, |65| and Name, 12": whether the name at token `i` stands behind another with its age. */
const isNextAged = ({ flags, kind, lower }: TokenTable, i: number, first: number): boolean => i - 3 > first && (flags[i]! & FLAG_CAPITAL) !== 0 && lower[i - 1] === ',' && kind[i - 2] === TOKEN_NUMBER && lower[i - 3] === ','

/** "a man, |80|.": whether "a" and a person end at token `i`. */
const oneBefore = (lower: readonly string[], i: number): boolean => (lower[i - 1] === 'a' || lower[i - 1] === 'an') && PEOPLE.has(lexemeOf(lower[i]!)?.counted ?? 'strike')

/** Signs that stand for bounds. */
const SIGNS: ReadonlyMap<string, Bound> = new Map([['>', 'at_least'], ['<', 'at_most'], ['~', 'about'], ['≈', 'about'], ['≥', 'at_least'], ['≤', 'at_most']])

/** "-> Four people", "> Four people": whether the ">" at `i` points or quotes and bounds nothing. */
const isPointer = ({ lower, flags }: TokenTable, i: number, first: number): boolean => lower[i] === '>' && ((flags[i + 1]! & FLAG_SPACE_BEFORE) !== 0 && i === first || i > first && (flags[i]! & FLAG_SPACE_BEFORE) === 0 && (lower[i - 1] === '-' || lower[i - 1] === '=' || lower[i - 1] === '>'))

/** What stands behind the last of several ages. */
const AFTER_AGES: ReadonlySet<string> = new Set([',', '.', ';', ')', 'and', 'or', 'to', 'was', 'were', 'are', 'is', 'have', 'has', 'had', 'died', 'from', 'in', 'at', 'who', 'when', 'by', ''])

/** "aged two, five and nine": whether a number goes on with the ages before it. */
function listsAges(lower: readonly string[], from: number, first: number, end: number): boolean {
  for (let i = from; i < first; i++) { const word = lower[i]!; if (word !== ',' && word !== 'and' && word !== 'or' && word !== 'to') return false }
  return first > from && first - from <= 2 && AFTER_AGES.has(lower[end] ?? '')
}

/** Every number between tokens `first` and `last`, in order. `taken` marks tokens of time expressions, which count nothing. */
export function findNumbers(tokens: TokenTable, first: number, last: number, taken: Uint8Array): NumberSpan[] {
  const { lower } = tokens
  const found: NumberSpan[] = []
  let i = first
  while (i < last) {
    const parsed = numberAt(tokens, i, last)
    if (!parsed || (taken[i] === 1 && tokens.kind[parsed.end - 1] === TOKEN_NUMBER && taken[parsed.end - 1] === 0)) { i++; continue } // "on May 12 150 people"
    let { end } = parsed
    let bound: Bound = parsed.bound ?? (parsed.vague ? 'vague' : 'exact')
    let high: number | null = null
    let start = i
    const before = overPlaces(lower, i, end, first) ? null : boundBefore(lower, i, first)
    if (before) { start = before.first; if (!parsed.vague) bound = before.bound; else if (before.bound === 'at_most' || before.bound === 'at_least') bound = 'vague' }
    else if (i > first && SIGNS.has(lower[i - 1]!) && !isPointer(tokens, i - 1, first)) { start = i - 1; bound = SIGNS.get(lower[i - 1]!)! }
    if ((lower[i] === 'two' && lower[i + 1] === 'dozen' || lower[i + 1] === 'couple' && lower[end - 1] === 'dozen') && bound === 'exact') bound = 'about'
    // ranges: "four to six", "70,000-80,000", "between four and six"
    const joiner = end < last ? lower[end]! : ''
    const between = start > first && lower[start - 1] === 'between'
    const rises = joiner === 'to' && start > first && lower[start - 1] === 'from' && changes(lower, start - 1, first) // "rose from 15 to 18": two figures, no range
    if (!rises && (joiner === 'to' || joiner === '-' || joiner === '–' || joiner === '—' || (between && joiner === 'and') || joiner === 'or')) {
      const second = end + 1 < last ? numberAt(tokens, end + 1, last) : null
      const value = second ? parsed.value * sharedScale(lower, i, end, joiner, second) : 0
      const tight = between || (parsed.digits && second?.digits === true && second.value <= value * 3 && lexemeOf(lower[second.end] ?? '')?.counted != null) || joiner === 'to' || joiner === 'and' || joiner === 'or' || (tokens.flags[end]! & FLAG_SPACE_BEFORE) === 0
      if (second && tight && second.value > value && !second.vague && !parsed.vague && second.value <= value * 20 + 10) {
        parsed.value = value
        high = second.value; end = second.end; bound = 'at_least'
        if (between || (start > first && lower[start - 1] === 'from' && (start - 1 === first || lower[start - 2] === 'anywhere' || lower[start - 2] === 'somewhere'))) start-- // "from 20 to 30 people"
        if (start > first && (lower[start - 1] === 'anywhere' || lower[start - 1] === 'somewhere')) start--
      }
    }
    if (lower[end] === '(' && end + 2 < last && lower[end + 2] === ')' && numberAt(tokens, end + 1, last)?.value === parsed.value) end += 3 // "five (5)"
    if (end < last && (lower[end] === 'plus' || lower[end] === '+')) { bound = 'at_least'; end++ }
    else if (lower[end] === 'or' && lower[end + 1] === 'so' && end + 1 < last) { if (bound === 'exact') bound = 'about'; end += 2 }
    else if (lower[end] === 'or' && lower[end + 1] === 'more' && end + 1 < last) { bound = 'at_least'; end += 2 }
    let masked = i > first && taken[i - 1] === 1 && taken[i] === 0 ? null : maskOf(tokens, i, end, first, last, parsed.value, parsed.digits)
    if (!masked && found.at(-1)?.masked === 'an age' && listsAges(lower, found.at(-1)!.last, start, end)) masked = 'an age'
    if (!masked && i > first && lower[i - 1] === 'the' && lower[i]!.endsWith('-strong')) masked = 'the strength of a body' // "the 20,000-strong force"
    if (!masked && taken[i] === 1) masked = 'part of a time expression'
    if (!masked && tokens.kind[i] === TOKEN_PUNCTUATION) masked = 'no number'
    if (!masked && (parsed.value !== Math.floor(parsed.value) || parsed.value === 0)) masked = 'not a whole count'
    if (!masked && rateAt(tokens, i, end, first, last)) masked = 'a rate'
    found.push({ first: start, last: end, numberFirst: i, numberLast: end, value: parsed.value, high, bound, masked })
    i = end
  }
  return found
}

/** "between 1.2 and 1.5 million", "30 to 40 thousand", "10-15,000": the thousands that the first number of a range shares with the second; 1 where it has its own. */
function sharedScale(lower: readonly string[], i: number, end: number, joiner: string, second: Parsed): number {
  if (end !== i + 1 || !second.digits && !UNITS.has(lower[i]!)) return 1
  const first = Number(lower[i]) || UNITS.get(lower[i]!) || 0, word = lower[second.end - 1]!
  const scale = SCALES.get(word) ?? SCALES.get(SUFFIXED.exec(word)?.[1] ?? '') ?? ((joiner === '-' || joiner === '–') && THOUSANDS.test(word) ? 1000 : 1)
  return scale >= 1000 && first > 0 && first < 1000 && first < second.value / scale ? scale : 1
}

const SUFFIXED = /^[\d.,]+(m|mln|bn|k|million|billion)$/
const THOUSANDS = /^\d{1,3},000$/

const FLYING_OR_DOWNED: ReadonlySet<string> = new Set(['drone', 'missile', 'munition'])
const DOWNED: ReadonlySet<string> = new Set(['down', 'downed', 'intercepted', 'destroyed', 'neutralised', 'neutralized', 'flew', 'flying', 'heard', 'seen', 'spotted', 'active'])

/** "30 drones over six regions", "were downed over two districts": "over" tells where, no bound. */
function overPlaces(lower: readonly string[], i: number, end: number, first: number): boolean {
  if (i <= first || lower[i - 1] !== 'over') return false
  let kind = null
  for (let k = end; k < end + 3 && kind === null; k++) kind = lexemeOf(lower[k] ?? '')?.counted ?? null
  return kind === 'region' || (kind === 'settlement' && i - 2 >= first && (DOWNED.has(lower[i - 2]!) || FLYING_OR_DOWNED.has(lexemeOf(lower[i - 2]!)?.counted ?? '')))
}

/** "a day", "per night", "each week" near the number: it is a rate. */
function rateAt(tokens: TokenTable, begin: number, end: number, first: number, last: number): boolean {
  const { lower } = tokens
  for (let i = end; i < Math.min(last - 1, end + 14); i++) {
    const w = lower[i]!
    if (w === ',' || w === '.' || (w === 'and' && tokens.kind[i + 1] !== TOKEN_NUMBER)) break
    // "a day" within three words: "killed 20 people a day"; farther off and before "after" it is a time
    if ((w === 'each' || w === 'every' || ((w === 'a' || w === 'per') && i < end + 3 && !SPANNING.has(lower[i - 1]!))) && PERIODS.has(lower[i + 1]!)) return !AFTER_PERIOD.has(lower[i + 2] ?? '')
    if (w === 'for' && i < end + 5 && (lower[i + 1] === 'every' || lower[i + 1] === 'each')) return true // "ten dead for every soldier"
    if (i < end + 3 && (w === 'daily' || w === 'annually')) return true
  }
  // "every day, about 100 …"
  for (let i = Math.max(first, begin - 8); i + 1 < begin; i++) if ((lower[i] === 'every' || lower[i] === 'each') && PERIODS.has(lower[i + 1]!)) return true
  return false
}

/** "in a week" is a span, no rate. */
const SPANNING: ReadonlySet<string> = new Set(['in', 'for', 'of', 'within', 'over', 'during', 'than', 'about', 'around', 'nearly', 'almost'])
const PERIODS: ReadonlySet<string> = new Set(['day', 'night', 'week', 'month', 'year', 'hour', 'minute'])
const AFTER_PERIOD: ReadonlySet<string> = new Set(['after', 'before', 'earlier', 'later', 'ago'])
