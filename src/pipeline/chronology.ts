// Everything in a store as an export wants it.
import type { Chronology, ExportedReport } from '../exports/chronology.ts'
import type { Incident } from '../model/incident.ts'
import { decidedReadings } from './review.ts'
import type { Store } from '../store/store.ts'

/** Incidents by day and all versions of the reports behind them, the current version of each first. */
export async function chronologyOfStore(store: Store, title: string, incidents: readonly Incident[]): Promise<Chronology> {
  const current: ExportedReport[] = [], earlier: ExportedReport[] = []
  for await (const { summary, report, claims } of decidedReadings(store, { all: true })) (summary.current ? current : earlier).push({ report, claims, superseded: !summary.current })
  return { title, generatedAt: null, incidents, reports: [...current, ...earlier] }
}
