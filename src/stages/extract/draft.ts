// What a claim would be that a person points at: of words that no rule took for a claim, everything that single parts of
// extraction can tell. Nothing is guessed: what they do not tell stays open for the person.
import type { Bound, Claimant, Counted, DateRange, IncidentType, Measure, Place, Stance } from '../../model/claim.ts'
import type { Document, LocatedMention } from '../../model/document.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import { lexemeOf } from '../../languages/en/lexicon.ts'
import { measureOf, NOMINAL_SENSE } from '../../languages/en/measures.ts'
import { findNumbers } from '../../languages/en/numbers.ts'
import { findTimes, takenByTimes } from '../../languages/en/times.ts'
import { locate } from '../locate/index.ts'
import { attribute, stanceOf } from './attribution/index.ts'
import { calendarOf } from './calendar.ts'
import { dayFor } from './days.ts'
import { eventTypeOf } from './event-types.ts'

/** A number found in the words, with what it counts where that is told. */
export interface DraftNumber {
  measure: Measure | null
  of: Counted | null
  value: number
  bound: Bound
  start: number
  end: number
}

/** `start`/`end`: the words, grown to whole words. */
export interface ClaimDraft {
  start: number
  end: number
  type: IncidentType | null
  claimant: Claimant | null
  stance: Stance
  place: Place | null
  date: DateRange | null
  numbers: DraftNumber[]
  weapons: string[]
}

/** The draft for the words at `start` to `end` of a report's text; null where no word stands there. */
export function draftClaim(document: Document, gazetteer: Gazetteer, start: number, end: number): ClaimDraft | null {
  const { tokens } = document
  let first = 0
  while (first < tokens.count && tokens.end[first]! <= start) first++
  let last = first
  while (last < tokens.count && tokens.start[last]! < end) last++
  if (last <= first) return null
  const sentence = tokens.sentence[first]!, { first: from, last: to } = document.sentences[sentence]!
  const times = findTimes(document), taken = takenByTimes(tokens, times)
  const told = lexemesIn(document, first, last), around = lexemesIn(document, from, Math.max(to, last))
  const senses = told.senses.length > 0 ? told.senses : around.senses
  const numbers = findNumbers(tokens, first, last, taken).filter(({ masked }) => masked === null).map((number): DraftNumber => {
    const of = countedAfter(document, number.numberLast, last)
    return { measure: measureFor(senses, of), of, value: number.value, bound: number.bound, start: tokens.start[number.numberFirst]!, end: tokens.end[number.numberLast - 1]! }
  })
  const voice = attribute(document).speakerAt(first)
  return {
    start: Math.min(start, tokens.start[first]!), end: Math.max(end, tokens.end[last - 1]!), type: typeFor(told.senses) ?? typeFor(around.senses),
    claimant: voice === null ? null : { name: voice.speaker.name, role: voice.speaker.role, channel: voice.speaker.channel }, stance: stanceOf(document, first, last, voice).stance,
    place: placeOf(locate(document, gazetteer), first, last, from, to), date: dayFor(document, calendarWith(document, times, sentence), sentence, first, last).date,
    numbers, weapons: told.weapons.length > 0 ? told.weapons : around.weapons,
  }
}

/** The calendar as it stands when the sentence is reached. */
function calendarWith(document: Document, times: ReturnType<typeof findTimes>, sentence: number): ReturnType<typeof calendarOf> {
  const calendar = calendarOf(document, times)
  for (let i = sentence - 1; i >= 0 && calendar.last === null && sentence - i <= 5; i--) {
    const mention = calendar.bySentence[i]!.at(-1)
    if (mention !== undefined && mention.to !== null && mention.kind !== 'set') { calendar.last = mention; calendar.lastSentence = i }
  }
  return calendar
}

function lexemesIn({ tokens }: Document, first: number, last: number): { senses: string[], weapons: string[] } {
  const senses: string[] = [], weapons = new Set<string>()
  for (let i = first; i < last; i++) {
    const word = tokens.lower[i]!, lexeme = lexemeOf(word), nominal = NOMINAL_SENSE.get(word)
    if (nominal !== undefined) senses.push(nominal)
    if (lexeme === undefined) continue
    for (const { sense } of lexeme.verbs) if (sense !== 'common' && sense !== 'say' && sense !== 'be') senses.push(sense)
    if (lexeme.event !== null) senses.push(lexeme.event)
    if (lexeme.weapon !== null) weapons.add(lexeme.weapon)
  }
  return { senses, weapons: [...weapons] }
}

/** What stands right after the number: a kind of people or things within a few words. */
function countedAfter({ tokens }: Document, from: number, last: number): Counted | null {
  for (let i = from; i < Math.min(last, from + 5); i++) {
    const counted = lexemeOf(tokens.lower[i]!)?.counted ?? null
    if (counted !== null) return counted
  }
  return null
}

function measureFor(senses: readonly string[], of: Counted | null): Measure | null {
  for (const sense of senses) {
    const measure = measureOf(sense, of ?? 'person')
    if (measure !== null) return measure
  }
  return null
}

function typeFor(senses: readonly string[]): IncidentType | null {
  for (const sense of senses) {
    const type = eventTypeOf(sense)
    if (type !== null) return type
  }
  return null
}

/** The place that the words name, else the only one that their sentence names. */
function placeOf(mentions: readonly LocatedMention[], first: number, last: number, from: number, to: number): Place | null {
  const literal = mentions.filter((mention) => mention.use === 'literal' && mention.first >= from && mention.last <= to)
  const within = literal.filter((mention) => mention.first >= first && mention.last <= last), named = new Set(literal.map(({ name }) => name))
  const mention = within[0] ?? (named.size === 1 ? literal[0] : undefined)
  if (mention === undefined) return null
  const { name, country, lat, lon, precision, written, place } = mention, point = precision === 'site' || precision === 'settlement' || precision === 'district'
  return { name, country, lat: point ? lat : null, lon: point ? lon : null, precision, written, gazetteerId: place?.id ?? null, known: 'stated' }
}

