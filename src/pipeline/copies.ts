// Reports that tell the same from the same origin as one report, with how much of its words they share.
import { sharedOf, sketchOf } from '../stages/weigh/copies.ts'
import type { KeptReading, Store, VersionSummary } from '../store/store.ts'

/** `shared`: the share of the shorter text's words that stands in the other as it was, estimated, 0 to 1; what is left was rewritten. null where a text is too short to tell. */
export interface Copy {
  summary: VersionSummary
  shared: number | null
}

const MOST_INCIDENTS = 60, MOST_COPIES = 20

/** The reports that share an origin with this one in some figure of these incidents, by name. */
export async function copiesOf(store: Pick<Store, 'incident' | 'report'>, { report, summary }: Pick<KeptReading, 'report' | 'summary'>, incidents: Iterable<string>): Promise<Copy[]> {
  const docs = new Set<string>()
  for (const id of [...new Set(incidents)].slice(0, MOST_INCIDENTS)) {
    for (const { says } of (await store.incident(id))?.incident.figures ?? []) {
      const origins = new Set(says.flatMap((say) => (say.report === summary.doc ? say.origin ?? [] : [])))
      for (const say of says) if (say.report !== summary.doc && say.origin !== undefined && origins.has(say.origin)) docs.add(say.report)
    }
  }
  const own = sketchOf(report.text), found: Copy[] = []
  for (const doc of [...docs].sort().slice(0, MOST_COPIES)) {
    const other = await store.report(doc).catch(() => null) // several may have one name
    if (other === null) continue
    const theirs = sketchOf(other.report.text)
    found.push({ summary: other.summary, shared: own === null || theirs === null ? null : Math.round(sharedOf(own, theirs) * 100) / 100 })
  }
  return found
}
