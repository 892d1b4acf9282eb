// Rows, reports and sentences as the API gives them.
import type { RowAnswer, ReportSummary, SentenceAnswer } from './schemas/shared.ts'
import { sentenceAround } from '../site/sentence.ts'
import type { VersionSummary } from '../store/store.ts'
import type { Row } from './overview/row.ts'

export function rowAnswer(row: Row): RowAnswer {
  const { id, kind, from, to, place, country, standing, precision, by, against, weapons, figures, agreement, origins, review, claims, reports } = row
  const point = standing === 'point'
  return { id, kind, from, to, place, country, standing, precision, lat: point ? row.lat : null, lon: point ? row.lon : null, by, against, weapons: [...weapons], figures: [...figures], agreement, origins, review, claims, reports }
}

export function reportSummary({ id, doc, title, outlet, published, version, versions, current, claims, addedAt }: VersionSummary): ReportSummary {
  return { id, doc, title, outlet, published, version, versions, current, claims, addedAt }
}

/** The words at a span within the sentence that holds them. */
export function sentenceAnswer(text: string, start: number, end: number): SentenceAnswer {
  const around = sentenceAround(text, start, end)
  return { before: text.slice(around.start, start).trimStart(), words: text.slice(start, end), after: text.slice(end, around.end).trimEnd() }
}
