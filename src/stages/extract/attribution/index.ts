// Attribution: who says what in a report. One pass over the token table finds the verbs and marks of saying, resolves the
// speakers and lays what was said over the text; the innermost speaker at a token is its claimant.
import type { Statement } from '../../../model/claim.ts'
import { TOKEN_NUMBER, TOKEN_WORD, type Document, type TokenTable } from '../../../model/document.ts'
import { ENGLISH_SPEECH } from '../../../languages/en/speech.ts'
import type { SpeechLexicon } from '../../../languages/speech.ts'
import type { Attribution } from './attribution.ts'
import type { Said } from './said.ts'
import { findSpeech } from './sayings.ts'
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
  const table = speechTable(document, lexicon)
  const { said, quotations } = findSpeech(table)
  said.sort((a, b) => a.first - b.first || b.last - a.last || a.cueFirst - b.cueFirst)
  const attributions = said.map((s): Attribution => ({ first: s.first, last: s.last, speaker: s.speaker, cue: s.cue, cueFirst: s.cueFirst, direct: s.direct, nestedIn: -1, stance: s.stance, rule: s.rule }))
  const innermost = new Int32Array(document.tokens.count).fill(-1)
  const open: number[] = []
  let next = 0
  for (let token = 0; token < innermost.length; token++) {
    while (open.length > 0 && attributions[open.at(-1)!]!.last <= token) open.pop()
    while (next < said.length && said[next]!.first <= token) {
      if (attributions[next]!.last > token) {
        while (open.length > 0 && attributions[open.at(-1)!]!.last <= token) open.pop()
        attributions[next]!.nestedIn = open.at(-1) ?? -1
        open.push(next)
      }
      next++
    }
    for (let k = open.length - 1; k >= 0 && k > open.length - 8; k--) {
      const at = open[k]!
      if (attributions[at]!.last > token && said[at]!.asserts) { innermost[token] = at; break }
    }
  }
  return {
    attributions,
    statements: statementsOf(document, said),
    speakerAt: (token) => attributions[innermost[token] ?? -1] ?? null,
    quotedAt: (token) => (quotations.at[token] ?? 0) > 0,
  }
}

const COMPARED = 20 // words by which two statements are told to be the same

function wordsOf(tokens: TokenTable, first: number, last: number): string {
  let key = ''
  for (let i = first, n = 0; i < last && n < COMPARED; i++) if (tokens.kind[i] === TOKEN_WORD || tokens.kind[i] === TOKEN_NUMBER) { key += tokens.lower[i]! + ' '; n++ }
  return key
}

const HEADINGS: ReadonlySet<string> = new Set(['headline', 'post_heading', 'subheading'])

/** One statement an attribution outside headings, which repeat the text; what the same voice says again in the same words is said once. */
function statementsOf(document: Document, said: readonly Said[]): Statement[] {
  const { text, start, end, sentence } = document.tokens
  const seen = new Set<string>()
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
    const key = s.speaker.name + '\n' + wordsOf(document.tokens, s.first, s.last)
    if (seen.has(key)) continue
    seen.add(key)
    statements.push({ speaker: s.speaker.name, role: s.speaker.role, channel: s.speaker.channel, cue: s.cue, quote, direct: s.direct, start: from, end: to })
  }
  return statements
}

export { stanceOf, type StanceFound } from './stance.ts'
