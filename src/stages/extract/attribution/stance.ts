// Stance: does the report let a fact stand as said, call it unconfirmed, or deny it, and by which words.
import type { Stance } from '../../../model/claim.ts'
import { TOKEN_PUNCTUATION, TOKEN_WORD, FLAG_CAPITAL, type Document } from '../../../model/document.ts'
import { ENGLISH_SPEECH } from '../../../languages/en/speech.ts'
import { AUXILIARY, BE, CONJOINT, DETERMINER, SUBORDINATOR, type SpeechLexicon } from '../../../languages/speech.ts'
import { CONTRAST, EFFECT, TO } from '../../../languages/speech-uses.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import type { Attribution } from './attribution.ts'
import { uncheckedAt } from './unchecked.ts'
import { columnsOf } from './words.ts'

/** A stance and the tokens (last excluded) that make it so; -1 where nothing does. */
export interface StanceFound {
  stance: Stance
  first: number
  last: number
}

const PERPETRATORS = new Set([...wordGroup('irregular'), ...wordGroup('of_a_group')])
const BACK = 26 // tokens that a word such as "reportedly" reaches on
const NEAR = 3
const FAR_HEARSAY = 60

/** The stance of a fact at tokens `first`–`last` (excluded) in the words of `attribution` (null: the outlet's own), with the words that make it so. */
export function stanceOf(document: Document, first: number, last: number, attribution: Attribution | null, lexicon: SpeechLexicon = ENGLISH_SPEECH): StanceFound {
  const { tokens, sentences } = document
  const s = tokens.sentence[first] ?? -1
  const sentence = sentences[s]
  if (attribution && attribution.stance !== null && attribution.stance !== 'asserted') return { stance: attribution.stance, first: attribution.cueFirst, last: attribution.cueFirst + 1 }
  if (!sentence) return { stance: 'asserted', first: -1, last: -1 }
  const found = hedge(document, Math.max(first, sentence.first), Math.min(last, sentence.last), sentence.first, sentence.last, attribution, lexicon)
  if (found) return { stance: 'unconfirmed', ...found }
  if (attribution) {
    // "said …, without offering evidence": in the sentence of the words themselves
    const found = uncheckedAt(document, lexicon, s, 0)
    if (found && found.first > attribution.cueFirst && (found.last <= first || found.first >= last)) return { stance: 'unconfirmed', ...found }
  }
  return { stance: 'asserted', first: -1, last: -1 }
}

function hedge(document: Document, first: number, last: number, floor: number, ceiling: number, attribution: Attribution | null, lexicon: SpeechLexicon): { first: number; last: number } | null {
  const { tokens } = document
  const { lower } = tokens
  const { hedges, classes } = columnsOf(lexicon)
  // to the left: "reportedly" as far as the clause goes, hearsay as far as the sentence, the rest right before
  const stop = clauseStart(document, first, floor, lexicon)
  for (let i = hedges.next(tokens, Math.max(floor, first - FAR_HEARSAY), first); i < first; i = hedges.next(tokens, i + 1, first)) {
    const found = lexicon.hedgeAt(lower, i)
    if (!found) continue
    const at = { first: i, last: found.last }
    if (found.kind === 'hearsay' && attribution === null && i >= stop) return at
    if (found.kind === 'word' && i >= stop && i >= first - BACK) return at
    if (found.kind === 'near' && suspectsDoers(lower, i)) continue
    if (found.kind === 'told' && attribution?.cueFirst === i) continue // "has said 18 people died": who says it is told
    if (i >= first - NEAR && i >= stop && holds(document, i, found.kind, ceiling, lexicon)) return at
  }
  for (let i = hedges.next(tokens, first, last); i < last; i = hedges.next(tokens, i + 1, last)) {
    const found = lexicon.hedgeAt(lower, i)
    if (!found) continue
    if (found.kind === 'near' && suspectsDoers(lower, i)) continue
    if (found.kind === 'word' || holds(document, i, found.kind, ceiling, lexicon) || found.kind === 'hearsay' && attribution === null) return { first: i, last: found.last }
  }
  // to the right: up to the next comma
  for (let i = last; i < ceiling && i < last + 8; i++) {
    if (tokens.kind[i] !== TOKEN_WORD) break
    const found = hedges.at(tokens, i) === 0 ? null : lexicon.hedgeAt(lower, i)
    if (found?.kind === 'near' && suspectsDoers(lower, i)) continue
    if (found && (found.kind === 'word' || i < last + NEAR && holds(document, i, found.kind, ceiling, lexicon))) return { first: i, last: found.last }
    if ((classes.at(tokens, i) & (CONJOINT | SUBORDINATOR)) !== 0) break
  }
  // "according to reports" at the end
  if (attribution === null) for (let i = last; i < ceiling && i < last + 40; i++) if (lexicon.sourceMarkAt(lower, i) > 0 && lexicon.hedgeAt(lower, i)?.kind === 'hearsay') return { first: i, last: lexicon.hedgeAt(lower, i)!.last }
  return null
}

/** "suspected rebels", "suspected Boko Haram members": who did it is suspected, not that it was done. */
function suspectsDoers(lower: readonly string[], i: number): boolean {
  for (let k = i + 1; k <= i + 4; k++) if (PERPETRATORS.has(lower[k] ?? '')) return true
  return false
}

/** Does a hedge that needs its neighbours stand as one here? */
function holds(document: Document, i: number, kind: string, ceiling: number, lexicon: SpeechLexicon): boolean {
  const { lower, flags } = document.tokens
  if (kind === 'near') return true
  const next = lower[i + 1] ?? ''
  if (kind === 'modal') return (flags[i]! & FLAG_CAPITAL) === 0 && i + 1 < ceiling && ((lexicon.wordOf(next).classes & AUXILIARY) !== 0)
  if (kind === 'told') {
    const uses = (k: number): number => lexicon.wordOf(lower[k] ?? '').uses
    if ((lexicon.wordOf(lower[i - 1] ?? '').classes & (BE | AUXILIARY)) === 0 && (uses(i + 1) & TO) === 0) return false
    for (let k = i + 1; k < ceiling && k < i + 7; k++) {
      if ((uses(k) & EFFECT) !== 0) return true
      if ((uses(k) & TO) !== 0) return !((lexicon.wordOf(lower[k + 1] ?? '').classes & BE) !== 0 && (lexicon.wordOf(lower[k + 2] ?? '').classes & DETERMINER) !== 0) // not "believed to be the head of"
    }
  }
  return false
}

/** Where the clause of a fact begins for hedges: after ";" or a contrasting word, as far as any hedge is looked for. */
function clauseStart(document: Document, first: number, floor: number, lexicon: SpeechLexicon): number {
  const { tokens } = document
  const { uses } = columnsOf(lexicon)
  for (let i = first - 1, least = Math.max(floor, first - FAR_HEARSAY - 1); i > least; i--) if ((uses.at(tokens, i) & CONTRAST) !== 0 || tokens.kind[i] === TOKEN_PUNCTUATION && tokens.lower[i] === ';') return i
  return floor
}
