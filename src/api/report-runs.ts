// A report's text cut into runs (paragraphs, captions …) and these into pieces, each with the claims whose words it is.
import type { Claim } from '../model/claim.ts'
import type { PassageKind, Report } from '../model/report.ts'

/** Words that the same claims cover. `number`: they are the words of a claim's number. */
export interface Piece {
  text: string
  /** Places in the report's list of claims. */
  claims: number[]
  number: { claim: number, number: number } | null
}

export interface Run {
  kind: PassageKind
  /** Where it begins in the report's text. */
  start: number
  /** Place in the report's list of posts; null outside of posts. */
  post: number | null
  pieces: Piece[]
}

interface Stretch { start: number, end: number, claim: number, number: number | null }

/** The whole text, nothing left out: what no passage covers is a paragraph. Runs in linear time after sorting. */
export function reportRuns(report: Report, claims: readonly Claim[]): Run[] {
  const stretches = stretchesOf(claims)
  const runs: Run[] = []
  let next = 0, open: Stretch[] = []
  for (const { kind, start, end } of spans(report)) {
    const inside: Stretch[] = open.filter((stretch) => stretch.end > start)
    while (next < stretches.length && stretches[next]!.start < end) {
      const stretch = stretches[next++]!
      if (stretch.end > start) inside.push(stretch)
    }
    const post = report.posts.findIndex((one) => start >= one.start && start < one.end)
    const pieces = piecesOf(report.text, start, end, inside)
    if (pieces.length > 0) runs.push({ kind, start, post: post < 0 ? null : post, pieces })
    open = inside.filter((stretch) => stretch.end > end)
  }
  return runs
}

function stretchesOf(claims: readonly Claim[]): Stretch[] {
  return claims.flatMap((claim, i): Stretch[] => [
    { start: claim.start, end: claim.end, claim: i, number: null },
    ...claim.also.map((span) => ({ start: span.start, end: span.end, claim: i, number: null })),
    ...claim.quantities.map((quantity, number) => ({ start: quantity.start, end: quantity.end, claim: i, number })),
  ]).filter((stretch) => stretch.end > stretch.start).sort((a, b) => a.start - b.start || b.end - a.end)
}

function spans({ text, passages }: Report): { kind: PassageKind, start: number, end: number }[] {
  const found: { kind: PassageKind, start: number, end: number }[] = []
  const rest = (from: number, to: number): void => {
    if (text.slice(from, to).trim() !== '') for (const line of text.slice(from, to).matchAll(/[^\n]+/g)) if (line[0].trim() !== '') found.push({ kind: 'paragraph', start: from + line.index, end: from + line.index + line[0].length })
  }
  let at = 0
  for (const passage of passages.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (passage.start < at) continue
    rest(at, passage.start)
    found.push({ kind: passage.kind, start: passage.start, end: passage.end })
    at = passage.end
  }
  rest(at, text.length)
  return found
}

function piecesOf(text: string, start: number, end: number, stretches: readonly Stretch[]): Piece[] {
  const cuts = new Set([start, end])
  for (const stretch of stretches) { cuts.add(Math.max(start, stretch.start)); cuts.add(Math.min(end, stretch.end)) }
  const edges = [...cuts].filter((cut) => cut >= start && cut <= end).sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i]!, edges[i + 1]!]
    const here = stretches.filter((stretch) => stretch.start <= from && stretch.end >= to)
    const number = here.find((stretch) => stretch.number !== null)
    pieces.push({ text: text.slice(from, to), claims: [...new Set(here.map((stretch) => stretch.claim))], number: number === undefined ? null : { claim: number.claim, number: number.number! } })
  }
  return pieces
}
