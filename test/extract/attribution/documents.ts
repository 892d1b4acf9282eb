import { ABBREVIATIONS } from '../../../src/languages/en/abbreviations.ts'
import type { Document } from '../../../src/model/document.ts'
import type { Report } from '../../../src/model/report.ts'
import { attribute } from '../../../src/stages/extract/attribution/index.ts'
import { toDocument } from '../../../src/text/sentences.ts'

/** A document of plain text, one passage a line. */
export function documentOf(text: string, passages: Report['passages'] = [], posts: Report['posts'] = []): Document {
  return toDocument({ key: 'x', doc: 'x', url: null, title: null, outlet: null, language: 'en', kind: 'article', published: null, text, passages, posts, removed: [], captions: [], credits: [], trouble: [] }, { abbreviations: ABBREVIATIONS })
}

/** The name of the voice at the first token of `words`; null is the outlet's own. */
export function voiceAt(text: string, words: string): string | null {
  const document = documentOf(text)
  const speech = attribute(document)
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`"${words}" is not in the text`)
  for (let i = 0; i < document.tokens.count; i++) if (document.tokens.end[i]! > at) return speech.speakerAt(i)?.speaker.name ?? null
  throw new Error('no token there')
}
