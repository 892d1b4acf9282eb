// Claims that people added, corrected or rejected, in the form of annotation (docs/annotation.md), so that the reading can be
// scored and improved by them.
import type { Claim } from '../model/claim.ts'
import { corrected } from '../review/claims.ts'
import type { Standing } from '../review/standing.ts'
import type { Store } from '../store/store.ts'
import { casesOf, type Case } from './review.ts'

/** A line of `*.facts.jsonl` or `*.incidents.jsonl`, with the decision that it comes from. */
export type CaseRecord = { doc: string, case: Case['case'], decision: number, reason: string | null, quote: string } & Record<string, unknown>

export interface AnnotatedCases {
  /** What a reading should find. */
  facts: CaseRecord[]
  incidents: CaseRecord[]
  /** What it should not find, facts and incidents. */
  wrong: CaseRecord[]
  /** The reports that they stand in, as report records. */
  reports: object[]
}

/** The files that "dateline eval" reads, by their names; a record is a line of JSON. */
export const CASE_FILES = { 'cases.facts.jsonl': 'facts', 'cases.incidents.jsonl': 'incidents', 'cases.wrong.jsonl': 'wrong', 'manifest.jsonl': 'reports' } as const satisfies Readonly<Record<string, keyof AnnotatedCases>>

/** All cases of decisions in force. A count is a fact; a claim that counts nothing is an incident. */
export async function annotatedCases(store: Store, standing: readonly Standing[]): Promise<AnnotatedCases> {
  const made: AnnotatedCases = { facts: [], incidents: [], wrong: [], reports: [] }, docs = new Map<string, string>()
  for await (const one of casesOf(store, standing)) {
    const kept = docs.has(one.report) ? null : await store.report(one.report)
    if (kept !== null) {
      const { report: { doc, text, published, outlet, title, language } } = kept
      docs.set(one.report, doc)
      made.reports.push({ id: doc, text, ...(published === null ? {} : { published }), ...(outlet === null ? {} : { outlet }), ...(title === null ? {} : { title }), ...(language === null ? {} : { language }) })
    }
    const doc = docs.get(one.report)
    if (doc === undefined) continue
    const claim = one.correction === undefined ? one.claim : corrected(one.claim, one.correction)
    const about = { case: one.case, decision: one.decision, reason: one.reason }
    if (one.case === 'wrong') made.wrong.push(...factsOf(doc, claim, about), ...incidentsOf(doc, claim, about))
    else { made.facts.push(...factsOf(doc, claim, about)); made.incidents.push(...incidentsOf(doc, claim, about)) }
  }
  return made
}

type About = Pick<CaseRecord, 'case' | 'decision' | 'reason'>

const where = ({ place, date }: Claim) => ({ place: place?.name ?? null, country: place?.country ?? null, date: date === null ? null : [date.from, date.to] })

function factsOf(doc: string, claim: Claim, about: About): CaseRecord[] {
  return claim.quantities.map(({ measure, of, value, bound, cumulative }) => ({ doc, measure, of, value, bound, claimant: claim.claimant?.name ?? null, stance: claim.stance, ...where(claim), cumulative, quote: claim.quote, ...about }))
}

function incidentsOf(doc: string, claim: Claim, about: About): CaseRecord[] {
  if (claim.quantities.length > 0 || claim.type === null) return []
  return [{ doc, type: claim.type, ...where(claim), by: claim.by, against: claim.against, weapon: claim.weapons, contested: claim.contested, quote: claim.quote, ...about }]
}
