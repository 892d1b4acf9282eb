// What reports changed, as the page of changes shows it: which claims came, went or say something else, and what outlets say they corrected.
import { z } from 'zod'
import { CHANGED_FIELDS, type ChangedClaim, type ReportChange } from '../model/change.ts'
import { changesOfStore } from '../pipeline/changes/of-store.ts'
import { noticesIn } from '../stages/read/corrections.ts'
import type { Store, VersionSummary } from '../store/store.ts'
import { BOUND, COUNTED_THING, DATE_RANGE, MEASURE, STANCE } from './schemas/shared.ts'

/** Reports are set beside their earlier versions until so many claims were looked at: an answer takes as long as these do. */
const MOST_CLAIMS = 1000
/** Reports that came once, which can only bring a notice. */
const MOST_ONCE = 40

const SAYS = z.object({
  type: z.string().nullable(), claimant: z.string().nullable(), stance: STANCE, place: z.string().nullable(), date: DATE_RANGE.nullable(), by: z.string().nullable(), against: z.string().nullable(), weapons: z.array(z.string()),
  quantities: z.array(z.object({ measure: MEASURE, of: COUNTED_THING, value: z.number(), bound: BOUND })), quote: z.string(),
})

export const REVISED = z.object({
  report: z.string(), title: z.string(), outlet: z.string().nullable(), from: z.number().nullable().describe('version before; null: a notice that the first version brought; the same as `to`: both wordings stand in one version'), to: z.number(), at: z.string(), told: z.string().nullable(),
  post: z.object({ heading: z.string().nullable(), time: z.string().nullable(), is: z.enum(['new', 'edited', 'gone']) }).nullable(),
  notices: z.array(z.object({ kind: z.enum(['correction', 'clarification', 'amendment']), words: z.string() })),
  claims: z.array(z.object({ change: z.enum(['added', 'dropped', 'changed']), fields: z.array(z.enum(CHANGED_FIELDS)), before: SAYS.nullable(), after: SAYS.nullable(), incident: z.string().nullable() })),
})

type Revised = z.input<typeof REVISED>

/** What these versions, the newest first, changed since a moment; `more`: not all of them were looked at. */
export async function revisedSince(store: Store, since: string, arrived: readonly VersionSummary[]): Promise<{ revised: Revised[], more: boolean }> {
  const ids = (of: (summary: VersionSummary) => boolean): string[] => [...new Set(arrived.filter(of).map(({ id }) => id))]
  const several = ids(({ versions }) => versions > 1), once = ids(({ versions }) => versions === 1)
  const looked = withinClaims(several, arrived), changes: ReportChange[] = []
  // most bring none, and their text says so
  const noticing = (await store.textsOfReports(once.slice(0, MOST_ONCE))).filter(({ report }) => noticesIn(report).length > 0).map(({ summary }) => summary.id)
  for await (const change of changesOfStore(store, { since, reports: [...looked, ...noticing] })) changes.push(change)
  const incidents = await store.incidentsOfClaims(changes.flatMap(({ claims }) => claims.flatMap(({ before, after }) => [before?.id ?? [], after?.id ?? []].flat())))
  const revised = changes.map(({ report, title, doc, outlet, post, from, to, at, told, notices, claims }): Revised => ({
    report, title: title ?? doc, outlet, from, to, at, told, post: post === null ? null : { heading: post.heading, time: post.time, is: post.is }, notices,
    claims: claims.map(({ change, fields, before, after }) => ({ change, fields, before: saysOf(before), after: saysOf(after), incident: incidents.get(after?.id ?? '') ?? incidents.get(before?.id ?? '') ?? null })),
  }))
  return { revised: revised.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)), more: several.length > looked.length || once.length > MOST_ONCE }
}

/** The first of these reports whose versions make so many claims together, and always one. */
function withinClaims(reports: readonly string[], arrived: readonly VersionSummary[]): string[] {
  const claims = new Map(arrived.map(({ id, claims, versions }) => [id, claims * versions]))
  let left = MOST_CLAIMS
  return reports.filter((id, i) => (left -= claims.get(id) ?? 0) >= 0 || i === 0)
}

function saysOf(claim: ChangedClaim | null): z.input<typeof SAYS> | null {
  if (claim === null) return null
  const { type, claimant, stance, place, date, by, against, weapons, quantities, quote } = claim
  return { type, claimant: claimant?.name ?? null, stance, place: place === null ? null : place.name || place.written, date, by, against, weapons, quantities: quantities.map(({ measure, of, value, bound }) => ({ measure, of, value, bound })), quote }
}
