// Running totals: a number counted over more than a day or night, told from one attack's.
import type { Document } from '../../model/document.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import type { Calendar } from './days.ts'
import type { Finding } from './counts.ts'

const CUES: readonly string[][] = [['so', 'far'], ['to', 'date'], ['as', 'of'], ['by', 'the', 'end', 'of'], ['during', 'the', 'war'], ['in', 'the', 'war'], ['in', 'the', 'fighting'], ['since', 'the', 'start'], ['since', 'the', 'beginning'], ['death', 'toll'], ['over', 'the', 'past'], ['over', 'the', 'last'], ['over', 'the', 'following'], ['in', 'recent', 'weeks'], ['in', 'recent', 'months'], ['in', 'recent', 'days'], ['throughout', 'the', 'war'], ['in', 'the', 'conflict'], ['in', 'the', 'past'], ['this', 'year'], ['this', 'summer'], ['since', 'then'], ['in', 'the', 'first']]
const BY_FIRST = new Map<string, string[][]>()
for (const cue of CUES) BY_FIRST.set(cue[0]!, [...(BY_FIRST.get(cue[0]!) ?? []), cue])
const STOCK: ReadonlySet<string> = new Set(['displaced', 'captured', 'missing'])

/** Whether a finding counts over longer than one day or night. */
export function isRunningTotal(document: Document, parsed: ParsedSentence, f: Finding, calendar: Calendar, hasEvent: boolean): boolean {
  const { lower } = document.tokens
  const s = document.sentences[parsed.index]!
  const times = calendar.bySentence[parsed.index] ?? []
  const published = calendar.published
  const since = times.find((t) => t.signal === 'since' && near(t.first, f))
  if (since) {
    // "since Saturday morning" is still one telling; "the largest since the war began" counts nothing
    if (published && since.from && Date.parse(published) - Date.parse(since.from) <= 3 * 864e5) return false
    if (!superlative(document, s.first, since.first)) return true
  }
  if (f.rule === 'cases') return true
  const vg = parsed.chunks[f.anchor]?.vg
  const day = times.some((t) => t.kind === 'date' && t.from !== null && t.to !== null && Date.parse(t.to) - Date.parse(t.from) <= 864e5 && t.signal !== 'by' && t.signal !== 'until' && near(t.first, f) && !(t.first > 0 && lower[t.first - 1] === 'of'))
  if (f.sense === 'kill' && f.rule === 'level') return f.value >= 1000
  for (let i = s.first; i < s.last; i++) {
    for (const cue of BY_FIRST.get(lower[i]!) ?? []) if (cue.every((w, k) => lower[i + k] === w)) {
      if (day && cue[0] !== 'so' && cue[0] !== 'as' && cue[0] !== 'to') continue
      if ((cue[2] === 'fighting' && f.value < 50) || (cue[0] === 'death' && f.value < 1000) || (cue[1] === 'year' && (lower[i - 1] === 'earlier' || lower[i - 1] === 'later')) || (cue[0] === 'in' && cue[2] === 'past' && times.some((t) => /hour/.test(t.written)))) continue
      if (Math.abs(i - f.last) < 25 || Math.abs(i - f.first) < 25) return true
    }
    if (lower[i] === 'since' && i + 1 < s.last && Math.abs(i - f.last) < 30 && !since && i !== f.first - 1 && !(parsed.chunks.find((c) => c.first > i)?.kind === 'vg') && !superlative(document, s.first, i) && !times.some((t) => t.first >= i && t.first - i < 4)) return true
  }
  // a period of more than a few days that the number fills: "in the first six days", "in August"
  for (const t of times) if (near(t.first, f)) {
    if (t.kind === 'duration' && lower[t.first - 1] !== 'for' && /^(in|over|during|within)$/.test(lower[t.first - 1] ?? '')) return true
    if (t.from && t.to && Date.parse(t.to) - Date.parse(t.from) > 5 * 864e5 && /^(in|during|over|between)$/.test(lower[t.first - 1] ?? '') && f.value >= 20) return true
  }
  if (day) return false
  // scale and aspect: army-size numbers in the present perfect, with no single event
  if (f.measure === 'displaced' && f.value >= 100) return true
  if (f.value >= 200 && (f.measure === 'killed' || f.measure === 'injured') && f.value !== 200 && !parsed.chunks.some((c) => c.np?.event && !c.np.plural) && !hasEventOfOneDay(parsed)) return true
  if (f.value >= 10_000 && (f.measure === 'killed' || f.measure === 'injured' || f.measure === 'displaced')) return true
  if (vg?.perfect && !vg.past && !f.implicit && (f.value >= 500 && !hasEvent || (f.value >= 50 && times.length === 0 && !parsed.chunks.some((c) => c.np?.event && (c.np.article === 'the' || c.np.article === 'a' || c.np.article === 'an'))))) return true
  if (f.sense === 'lose' && f.value >= 10) return true
  return STOCK.has(f.measure) && f.value >= 1000 && !hasEvent
}

/** The sentence tells of one attack: a verb of attack by a side, or people taken. */
function hasEventOfOneDay(parsed: ParsedSentence): boolean {
  return parsed.chunks.some((c) => c.vg?.verb && /^(attack|hit|capture|invade|storm)$/.test(c.vg.verb.sense))
}

/** "the deadliest attack since …": a comparison before the word. */
function superlative(document: Document, from: number, to: number): boolean {
  for (let i = Math.max(from, to - 12); i < to; i++) if (/(est|first|most|last|only|again)$/.test(document.tokens.lower[i]!) && !/^(west|rest|test|guest|arrest|protest|invest|request|at|almost)$/.test(document.tokens.lower[i]!) && document.tokens.lower[i - 1] !== 'at') return true
  return false
}

const near = (token: number, f: Finding): boolean => token - f.last < 25 && f.first - token < 25
