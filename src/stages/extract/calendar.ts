// The times of a report by sentence, what each is of, and the day told last.
import type { DateRange } from '../../model/claim.ts'
import type { DatedMention, Document, TokenTable } from '../../model/document.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { asidesOf, plannedTimes, type Aside } from './asides.ts'
import { entriesOf, reachesTo } from '../../languages/en/times/chronicle.ts'
import { coveredPeriod } from './covered-period.ts'
import { afterDateline } from './datelines.ts'

export interface Calendar {
  bySentence: DatedMention[][]
  published: string | null
  /** The last day told in the item, with its sentence. */
  last: DatedMention | null
  lastSentence: number
  /** The month or year of the past told last, with its sentence. */
  span: DatedMention | null
  spanSentence: number
  /** The day that the sentence before set without telling anything, with that sentence. */
  set: DatedMention | null
  setSentence: number
  /** Times at which something was said ("said on Wednesday that …"): of what is told only where no other time is. */
  spoken: ReadonlySet<DatedMention>
  /** Those of them on which somebody was accused of it. */
  accused: ReadonlySet<DatedMention>
  /** Times that stand in clauses inserted into their sentence. */
  asides: ReadonlyMap<DatedMention, Aside>
  /** 1 at the tokens of verbs that do something. */
  doing: Uint8Array
  /** The days that the totals of a report told of are counted over, as it says. */
  covered: DateRange | null
  /** By sentence, the time of the entry of a chronicle that it stands in; null where the report is none. */
  entries: readonly (DatedMention | null)[] | null
  /** Times for which something is only planned. */
  planned: ReadonlySet<DatedMention>
  /** Days given to what was told for want of another than that on which somebody was accused of it. */
  saidOn: WeakSet<DateRange>
  /** Days given for want of another than that on which it was said. */
  spokenOn: WeakSet<DateRange>
}

const NONE: ReadonlySet<number> = new Set()
/** So many tokens after a verb of saying its own time may stand ("told the agency on Monday"). */
const SPOKEN_WITHIN = 8

/** The calendar of a document; `cues`: the tokens of its verbs of saying, ascending; `accusing`: those of them that accuse; `parsed`: its sentences as phrases. */
export function calendarOf(document: Document, times: readonly DatedMention[], cues: readonly number[] = [], accusing: ReadonlySet<number> = NONE, parsed: readonly ParsedSentence[] = []): Calendar {
  const spoken = new Set<DatedMention>(), accused = new Set<DatedMention>()
  const { lower } = document.tokens
  const doing = finiteVerbs(parsed, document.tokens)
  let c = 0
  for (const t of times) {
    while (c < cues.length && cues[c]! < t.first - SPOKEN_WITHIN) c++
    // "an official on Sunday said that", "the army on Monday accused"
    for (let k = c; k < cues.length && cues[k]! <= t.last; k++) if (cues[k] === t.last && document.tokens.sentence[t.last] === document.tokens.sentence[t.first]) { spoken.add(t); if (accusing.has(t.last)) accused.add(t) }
    for (let k = c; k < cues.length && cues[k]! < t.first; k++) {
      let near = true
      // "said gunmen carried out the attack on Monday": the day of the deed
      for (let i = cues[k]! + 1; i < t.first; i++) if (lower[i] === ',' || lower[i] === 'that' || lower[i] === ':' || doing[i] === 1) near = false
      if (near && document.tokens.sentence[cues[k]!] === document.tokens.sentence[t.first]) { spoken.add(t); if (accusing.has(cues[k]!)) accused.add(t) }
    }
  }
  for (const t of spokenAhead(document, times, cues)) spoken.add(t)
  const bySentence: DatedMention[][] = document.sentences.map(() => [])
  for (const t of times) { const at = document.tokens.sentence[t.first]!; if (t.first >= afterDateline(document, at) && !isOfBirth(lower, t.first)) bySentence[at]?.push(t) }
  const published = document.report.published ? document.report.published.slice(0, 10) : null
  return { bySentence, published, last: null, lastSentence: -99, set: null, setSentence: -99, span: null, spanSentence: -99, spoken, accused, covered: coveredPeriod(document, bySentence, published), entries: entriesIn(document, times), asides: asidesOf(bySentence, parsed, document.tokens), planned: plannedTimes(bySentence, parsed, document.tokens), doing, saidOn: new WeakSet(), spokenOn: new WeakSet() }
}

/** "a man born in 1993": when somebody was born is no day of what befell him. */
const isOfBirth = (lower: readonly string[], first: number): boolean => lower[first - 1] === 'born' || lower[first - 2] === 'born' && (lower[first - 1] === 'in' || lower[first - 1] === 'on')

const WORDED: ReadonlySet<string> = new Set(['that', 'how'])
/** So many tokens behind a time that opens a sentence its verb of saying may stand, and "that" behind the verb. */
const OPENS_WITHIN = 14, THAT_WITHIN = 3

/** "|In July 2016|, investigators found that the plane had been shot down in 2014": times that open a sentence whose words have one of their own. */
function spokenAhead({ tokens, sentences }: Document, times: readonly DatedMention[], cues: readonly number[]): DatedMention[] {
  const found: DatedMention[] = []
  let c = 0
  for (let i = 0; i + 1 < times.length; i++) {
    const t = times[i]!, next = times[i + 1]!, s = sentences[tokens.sentence[t.first]!]!
    if (t.first - s.first > 1 || tokens.lower[t.last] !== ',' || tokens.sentence[next.first] !== tokens.sentence[t.first] || next.kind !== 'date' || next.to === null || next.signal === 'since' || next.signal === 'until') continue
    while (c < cues.length && cues[c]! < t.last) c++
    const cue = cues[c]
    if (cue === undefined || cue - t.last > OPENS_WITHIN) continue
    for (let k = cue + 1; k <= cue + THAT_WITHIN && k < next.first; k++) if (WORDED.has(tokens.lower[k]!)) { found.push(t); break }
  }
  return found
}

/** By sentence, the time that opens its entry, where its days are known: up to the end of the second of two ("March 3-5: …"). Null where the report is no chronicle. */
function entriesIn(document: Document, times: readonly DatedMention[]): (DatedMention | null)[] | null {
  const entries = entriesOf(document, times)
  if (entries === null) return null
  const found: (DatedMention | null)[] = []
  for (let s = 0; s < entries.length; s++) { const at = entries[s]!; found.push(s > 0 && at === entries[s - 1] ? found[s - 1]! : at < 0 ? null : entryTime(document, times[at]!, times[at + 1])) }
  return found
}

function entryTime({ tokens }: Document, t: DatedMention, next: DatedMention | undefined): DatedMention | null {
  if (t.from === null || t.to === null) return null
  if (next === undefined || next.to === null || next.to <= t.to || next.kind !== 'date' || !reachesTo(tokens, t, next)) return t
  return { ...t, last: next.last, end: next.end, written: tokens.text.slice(t.start, next.end), to: next.to }
}

/** 1 at the tokens of verbs that do something. */
function finiteVerbs(parsed: readonly ParsedSentence[], { count }: TokenTable): Uint8Array {
  const at = new Uint8Array(count)
  for (const { chunks } of parsed) for (const { vg } of chunks) if (vg !== null && vg.verb !== null && !vg.ing && !vg.infinitive && vg.verb.sense !== 'say') at[vg.main] = 1
  return at
}
