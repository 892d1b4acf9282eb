// Attribution: who says what in a report. One pass over the token table finds the verbs and marks of saying, resolves the
// speakers and lays what was said over the text; the innermost speaker at a token is its claimant.
import type { Statement } from '../../../model/claim.ts'
import { TOKEN_NUMBER, TOKEN_WORD, type Document, type TokenTable } from '../../../model/document.ts'
import { ENGLISH_SPEECH } from '../../../languages/en/speech.ts'
import type { SpeechLexicon } from '../../../languages/speech.ts'
import { atOnce } from '../in-step.ts'
import type { Attribution } from './attribution.ts'
import type { Said } from './said.ts'
import { findingSpeech } from './sayings.ts'
import { speechTable } from './words.ts'

export type { Attribution } from './attribution.ts'
export type { Speaker } from './speaker.ts'

export interface Speech {
  attributions: Attribution[]
  statements: Statement[]
  /** The innermost attribution that makes its speaker the claimant of a token; null is the outlet's own voice. */
  speakerAt(token: number): Attribution | null
  /** true inside quotation marks. */
  quotedAt(token: number): boolean
}

/** Finds who says what in a document. Linear in its length; the words are the language's, English where none is handed in. */
export function attribute(document: Document, lexicon: SpeechLexicon = ENGLISH_SPEECH): Speech {
  return atOnce(attributing(document, lexicon))
}

/** The same in steps, for several documents side by side. */
export function* attributing(document: Document, lexicon: SpeechLexicon = ENGLISH_SPEECH): Generator<void, Speech, void> {
  const table = speechTable(document, lexicon)
  yield
  const { said, quotations } = yield* findingSpeech(table)
  yield
  said.sort((a, b) => a.first - b.first || Number(isBehind(b)) - Number(isBehind(a)) || b.last - a.last || a.cueFirst - b.cueFirst)
  const attributions = said.map((s): Attribution => ({ first: s.first, last: s.last, speaker: s.speaker, cue: s.cue, cueFirst: s.cueFirst, direct: s.direct, nestedIn: -1, stance: s.stance, rule: s.rule }))
  const innermost = new Int32Array(document.tokens.count).fill(-1)
  const open: number[] = []
  let next = 0
  for (let token = 0; token < innermost.length; token++) {
    while (open.length > 0 && attributions[open[open.length - 1]!]!.last <= token) open.pop()
    if (open.length === 0) { // nothing is said here: on to what is said next
      if (next >= said.length) break
      if (said[next]!.first > token) token = said[next]!.first
      if (token >= innermost.length) break
    }
    while (next < said.length && said[next]!.first <= token) {
      if (attributions[next]!.last > token) {
        while (open.length > 0 && attributions[open[open.length - 1]!]!.last <= token) open.pop()
        attributions[next]!.nestedIn = open.length > 0 ? open[open.length - 1]! : -1
        open.push(next)
      }
      next++
    }
    // nothing changes until the next words begin or some of these end
    let until = next < said.length ? Math.min(said[next]!.first, innermost.length) : innermost.length, inner = -1
    for (let k = open.length - 1; k >= 0 && k > open.length - 8; k--) {
      const at = open[k]!, { last } = attributions[at]!
      if (last <= token) continue
      if (last < until) until = last
      if (inner < 0 && said[at]!.asserts) inner = at
    }
    if (inner >= 0) innermost.fill(inner, token, until)
    token = until - 1
  }
  return {
    attributions,
    statements: statementsOf(document, said),
    speakerAt: (token) => attributions[innermost[token] ?? -1] ?? null,
    quotedAt: (token) => (quotations.at[token] ?? 0) > 0,
  }
}

/** "the mayor said |ten died|, the agency reported": who stands behind the words reports what the one before them said. */
const isBehind = (s: Said): boolean => s.cueFirst >= s.last

const COMPARED = 20 // words by which two statements are told to be the same

const isSaid = (kind: number): boolean => kind === TOKEN_WORD || kind === TOKEN_NUMBER

/** So many that only look alike are told apart. */
const MOST_ALIKE = 64

/** A number that is the same for the same voice (`sign`) and first words, and seldom for others. */
function signOf(tokens: TokenTable, first: number, last: number, sign: number): number {
  for (let i = first, n = 0; i < last && n < COMPARED; i++) if (isSaid(tokens.kind[i]!)) { sign = Math.imul(sign ^ (tokens.word[i]! || tokens.lower[i]!.length), 0x01000193); n++ }
  return sign
}

/** Whether the first words of two stretches are the same. */
function sameWords(tokens: TokenTable, a: Said, b: Said): boolean {
  const { kind, lower } = tokens
  let i = a.first, j = b.first
  for (let n = 0; n < COMPARED; n++, i++, j++) {
    while (i < a.last && !isSaid(kind[i]!)) i++
    while (j < b.last && !isSaid(kind[j]!)) j++
    if (i >= a.last || j >= b.last) return i >= a.last && j >= b.last
    if (lower[i] !== lower[j]) return false
  }
  return true
}

const HEADINGS: ReadonlySet<string> = new Set(['headline', 'post_heading', 'subheading'])

/** One statement an attribution outside headings, which repeat the text; what the same voice says again in the same words is said once. */
function statementsOf(document: Document, said: readonly Said[]): Statement[] {
  const { text, start, end, sentence } = document.tokens
  const seen = new Map<number, Said[]>(), voices = new Map<string, number>()
  const statements: Statement[] = []
  for (const [i, s] of said.entries()) {
    if (s.continues || s.last <= s.first) continue
    // "X posted: X says: “…”" is one statement
    const inner = said[i + 1]
    if (inner && !s.direct && inner.direct && inner.last === s.last && inner.first < s.first + 8 && inner.speaker.name === s.speaker.name) continue
    const passage = document.sentences[sentence[s.first]!]?.passage ?? -1
    if (passage >= 0 && HEADINGS.has(document.report.passages[passage]!.kind)) continue
    const from = start[s.first]!, to = end[s.last - 1]!
    const quote = text.slice(from, to)
    let voice = voices.get(s.speaker.name)
    if (voice === undefined) voices.set(s.speaker.name, (voice = voices.size + 1))
    const sign = signOf(document.tokens, s.first, s.last, voice)
    const alike = seen.get(sign)
    if (alike?.some((one) => one.speaker.name === s.speaker.name && sameWords(document.tokens, one, s))) continue
    if (alike) { if (alike.length < MOST_ALIKE) alike.push(s) } else seen.set(sign, [s])
    statements.push({ speaker: s.speaker.name, role: s.speaker.role, channel: s.speaker.channel, cue: s.cue, quote, direct: s.direct, start: from, end: to })
  }
  return statements
}

export { stanceOf, type StanceFound } from './stance.ts'
