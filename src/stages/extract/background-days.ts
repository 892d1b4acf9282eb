// Days of what is told as background: the year that the sentence before set ("Treaty of Kars (1921). Armenia ceded …",
// "… at the summit in 2008. Moscow reacted almost immediately with an invasion"), and events told by their anniversary.
import type { DateRange } from '../../model/claim.ts'
import type { DatedMention, Document, TokenTable } from '../../model/document.ts'
import { dayStart } from '../../time/days.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import type { Calendar } from './calendar.ts'
import { isCompared } from './compared.ts'
import type { EventFinding } from './events.ts'
import { along } from '../../languages/en/times/resolve-lengths.ts'

/** So many days before publication a time is background, and so long is one at most. */
const LONG_AGO = 60, LONGEST = 370
/** So many sentences a time in brackets behind a name, or the one that a sentence takes up, is gone on with. */
const BRACKETED = 3, TAKEN_UP = 1
/** Words by which a sentence takes up what the one before told. */
const TAKES_UP = wordGroup('takes_up'), LATER = wordGroup('some_time')

/**
 * The days of an event that is told without any: what its anniversary says, or the time of long ago that the sentences
 * before set and this one, told in the past, goes on with; `told` itself where there is none.
 */
export function backgroundDay(document: Document, calendar: Calendar, parsed: readonly ParsedSentence[], e: EventFinding, told: DateRange | null): DateRange | null {
  const { published } = calendar
  if (published === null) return told
  if (e.anniversary !== undefined) return calendar.bySentence[e.sentence]!.every((t) => t.from === null) ? dayOfAnniversary(document, e, published) : told && { ...told, written: null }
  if (told === null || told.written !== null || told.to !== published || e.sense === 'statement') return told
  const { sentences, tokens } = document, s = sentences[e.sentence]!
  for (let back = 1; back <= BRACKETED && e.sentence - back >= 0; back++) {
    const at = e.sentence - back, before = sentences[at]!
    if (before.post !== s.post) return told
    const times = calendar.bySentence[at]!
    if (times.length === 0) continue
    const t = setHere(document, calendar, at, published)
    if (t === null) return told
    const bracketed = tokens.lower[t.first - 1] === '(' && tokens.lower[t.last] === ')'
    if (bracketed ? before.paragraph !== s.paragraph : back > TAKEN_UP || !takesUp(tokens, s.first, s.last)) return told
    return isPast(parsed[e.sentence]!.chunks) ? { from: t.from, to: t.to, written: t.written, known: t.known } : told
  }
  return told
}

/** The one time of long ago that a sentence sets for what follows it; null where it sets none, or several. */
function setHere({ tokens, sentences }: Document, calendar: Calendar, at: number, published: string): DatedMention | null {
  let found: DatedMention | null = null
  for (const t of calendar.bySentence[at]!) {
    if (t.kind !== 'date' || t.from === null || t.to === null || calendar.asides.has(t) || calendar.planned.has(t) || isCompared(tokens.lower, sentences[at]!.first, t.first)) continue
    if (dayStart(published) - dayStart(t.to) < LONG_AGO * 864e5 || dayStart(t.to) - dayStart(t.from) > LONGEST * 864e5) return null
    if (t.signal !== null && t.signal !== 'in' && t.signal !== 'on' && t.signal !== 'during') return null
    if (found !== null && found.from !== t.from) return null
    found = t
  }
  return found
}

/** "then", "almost immediately", "in this conflict", "months later". */
function takesUp({ lower }: TokenTable, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const word = lower[i]!
    if (TAKES_UP.has(word) || word === 'later' && LATER.has(lower[i - 1] ?? '')) return true
    if ((word === 'this' || word === 'that') && WARS.has(lower[i + 1] ?? '')) return true
  }
  return false
}
const WARS = wordGroup('war_called')

/** Whether nothing of a sentence is told in the present or for a time to come. */
function isPast(chunks: readonly Chunk[]): boolean {
  let open = false
  for (let k = 0; k < chunks.length; k++) {
    const { vg } = chunks[k]!
    if (vg === null) continue
    if (!vg.infinitive && (!vg.ing || vg.progressive) && !vg.past && !vg.bare && !(open && chunks[k - 1]!.kind === 'conj')) return false // "to leave the town and give up its port"
    open = vg.infinitive
  }
  return true
}

/** "the one-year anniversary of the invasion": so many years before publication, in a sentence that tells no other time. */
function dayOfAnniversary({ tokens }: Document, { first, anniversary }: EventFinding, published: string): DateRange {
  const day = along(published, 'Y', -anniversary!)
  return { from: day, to: day, written: tokens.text.slice(tokens.start[first - 2]!, tokens.end[first - 2]!), known: 'implied' }
}
