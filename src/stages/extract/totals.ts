// Running totals: a number counted over more than a day or night, told from one attack's. What speaks for either is named
// as features; their weights (total-weights.tsv) were fitted on annotated reports by bench/fit-totals.ts.
import { readFileSync } from 'node:fs'
import type { Document } from '../../model/document.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import type { Calendar } from './days.ts'
import type { Finding } from './counts.ts'

const CUES: readonly string[][] = [['so', 'far'], ['to', 'date'], ['as', 'of'], ['by', 'the', 'end', 'of'], ['the', 'war'], ['the', 'fighting'], ['the', 'conflict'], ['the', 'start'], ['the', 'beginning'], ['the', 'campaign'], ['the', 'offensive'], ['the', 'operation'], ['death', 'toll'], ['over', 'the', 'past'], ['over', 'the', 'last'], ['over', 'the', 'following'], ['in', 'recent'], ['in', 'the', 'past'], ['in', 'the', 'last'], ['this', 'year'], ['this', 'summer'], ['since', 'then'], ['in', 'the', 'first'], ['the', 'attack'], ['the', 'strike'], ['the', 'blast'], ['the', 'explosion'], ['the', 'attacks'], ['the', 'strikes'], ['in', 'total'], ['a', 'total'], ['the', 'total'], ['earlier', 'this'], ['now'], ['already'], ['alone'], ['still'], ['remain'], ['documented'], ['recorded'], ['report'], ['estimates'], ['estimated'], ['overnight'], ['including'], ['months'], ['years'], ['weeks'], ['days'], ['each'], ['mostly'], ['observatory'], ['monitor']]
const BY_FIRST = new Map<string, string[][]>()
for (const cue of CUES) BY_FIRST.set(cue[0]!, [...(BY_FIRST.get(cue[0]!) ?? []), cue])
const NEAR = 25

/** What speaks for and against a finding being a running total, as names of features. `wide`: the sentence names a whole country as the place. */
export function totalFeatures(document: Document, parsed: ParsedSentence, f: Finding, calendar: Calendar, hasEvent: boolean, wide: boolean): string[] {
  const { lower } = document.tokens
  const s = document.sentences[parsed.index]!
  const size = f.value === 1 ? 'one' : f.value < 10 ? 'few' : f.value < 50 ? 'tens' : f.value < 200 ? 'scores' : f.value < 1000 ? 'hundreds' : f.value < 10_000 ? 'thousands' : 'masses'
  const features = ['any', `size ${size}`, `${f.measure} ${size}`, `measure ${f.measure}`, `rule ${f.rule}`, `bound ${f.bound}`]
  const vg = parsed.chunks[f.anchor]?.vg
  const tense = !vg ? 'noun' : vg.perfect ? (vg.past ? 'had' : 'has') : vg.ing ? 'ing' : vg.past || vg.bare ? 'past' : 'present'
  features.push(`tense ${tense}`, `tense ${tense} ${size}`)
  if (hasEvent) features.push('event')
  const singular = parsed.chunks.some((c) => c.np?.event && !c.np.plural && /^(a|an|the|this|that)$/.test(c.np.article))
  const plural = parsed.chunks.some((c) => c.np?.event && c.np.plural)
  if (singular) features.push('one event named', `one event named ${size}`)
  if (plural) features.push('events named')
  const published = calendar.published
  for (const t of calendar.bySentence[parsed.index] ?? []) {
    if (Math.abs(t.first - f.last) > NEAR && Math.abs(f.first - t.last) > NEAR) continue
    const width = t.from && t.to ? (Date.parse(t.to) - Date.parse(t.from)) / 864e5 : null
    if (t.signal === 'since') features.push(published && t.from && Date.parse(published) - Date.parse(t.from) <= 3 * 864e5 ? 'since lately' : superlative(document, s.first, t.first) ? 'since compared' : 'since')
    else if (t.signal === 'by' || t.signal === 'until') features.push('by a day')
    else if (t.kind === 'duration') features.push(`duration ${lower[t.first - 1] === 'for' ? 'for' : /^(in|over|during|within)$/.test(lower[t.first - 1] ?? '') ? 'in' : 'other'}`)
    else if (t.kind === 'set') features.push('a set')
    else if (width !== null) {
      const span = width <= 1 ? 'day' : width <= 8 ? 'week' : 'long'
      features.push(`span ${span}`, `span ${span} ${/^(in|during|over|between)$/.test(lower[t.first - 1] ?? '') ? 'in' : 'other'}`)
      if (published && t.to && span === 'day') features.push(Date.parse(published) - Date.parse(t.to) <= 2 * 864e5 ? 'day lately' : 'day long ago')
    }
  }
  for (let i = s.first; i < s.last; i++) {
    if (Math.abs(i - f.last) > NEAR && Math.abs(f.first - i) > NEAR) continue
    for (const cue of BY_FIRST.get(lower[i]!) ?? []) if (cue.every((w, k) => lower[i + k] === w)) features.push(`words ${cue.join(' ')}`)
    if (lower[i] === 'since' && !features.some((x) => x.startsWith('since'))) features.push(superlative(document, s.first, i) ? 'since compared' : i === f.first - 1 ? 'since this' : 'since other')
  }
  if (!features.some((x) => x.startsWith('span ') || x.startsWith('since') || x.startsWith('duration'))) features.push('no time told', `no time told ${size}`, `no time told ${tense}`)
  else features.push(`time told ${size}`)
  features.push(`of ${f.of}`)
  if (wide) features.push('country named', `country named ${size}`)
  return [...new Set(features)]
}

const WEIGHTS = new Map<string, number>(readFileSync(new URL('total-weights.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => { const [feature, weight] = line.split('\t') as [string, string]; return [feature, Number(weight)] }))

/** Whether a finding counts over longer than one day or night. */
export function isRunningTotal(features: readonly string[]): boolean {
  let score = 0
  for (const feature of features) score += WEIGHTS.get(feature) ?? 0
  return score > 0
}

/** "the deadliest attack since …": a comparison before the word. */
function superlative(document: Document, from: number, to: number): boolean {
  for (let i = Math.max(from, to - 12); i < to; i++) if (/(est|first|most|last|only|again)$/.test(document.tokens.lower[i]!) && !/^(west|rest|test|guest|arrest|protest|invest|request|at|almost)$/.test(document.tokens.lower[i]!) && document.tokens.lower[i - 1] !== 'at') return true
  return false
}
