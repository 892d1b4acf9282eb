// What the search for counts finds in a text, in the short form that rows are written in.
import { ABBREVIATIONS } from '../../src/languages/en/abbreviations.ts'
import { parsing } from '../../src/languages/en/parse.ts'
import { atOnce } from '../../src/stages/extract/in-step.ts'
import { findTimes, takenByTimes } from '../../src/languages/en/times.ts'
import type { Report } from '../../src/model/report.ts'
import type { Document } from '../../src/model/document.ts'
import { findCounts, type Finding } from '../../src/stages/extract/counts.ts'
import { rolesOf } from '../../src/stages/extract/counts/roles.ts'
import { toDocument } from '../../src/text/sentences.ts'

export function documentOf(text: string): Document {
  const report: Report = { key: 'k', doc: 'd', url: null, title: null, outlet: null, language: 'en', kind: 'article', published: '2031-05-06', text, passages: [], posts: [], removed: [], captions: [], credits: [], trouble: [] }
  return toDocument(report, { abbreviations: ABBREVIATIONS })
}

/** Findings of a text, sentence by sentence. */
export function findingsIn(text: string): { document: Document; findings: Finding[] } {
  const document = documentOf(text)
  const { tokens } = document
  const parsed = atOnce(parsing(document, takenByTimes(tokens, findTimes(document))))
  const context = { tokens, lastPeople: null, lastThing: null, peopleSentence: -9, lastSense: null, lastLevel: null, levelSentence: -9, roles: rolesOf(parsed, document.sentences, tokens), placeAt: null, notes: [] }
  return { document, findings: parsed.flatMap((p) => findCounts(p, context)) }
}

/** "killed person 12 at_least; injured child 2", sorted. */
export function countsOf(text: string): string {
  return findingsIn(text).findings.map((f) => `${f.measure} ${f.of} ${f.value}${f.bound === 'exact' ? '' : ` ${f.bound}`}`).sort().join('; ')
}
